//! *Formulieren*: the forms there are, the real PDF of each, and how a draft would look.
//!
//! Promises: a signed form is shown as it was signed and kept; one that is not is shown as it would be signed now.

use crate::api::*;
use crate::dossier::Case;
use crate::host::Host;
use crate::judging;
use crate::workbench::{Workbench, file_name, number_of};
use base64::Engine;
use domain::journal::JournalCheckpoint;
use domain::judgement::{EstablishedJudgement, Judgement};
use form::FormFacts;
use std::path::{Path, PathBuf};
use store::{FormBrief, StoredForm};

impl Workbench {
    /// Every established judgement with the state of its form, by student number.
    pub fn forms(&self) -> Result<Vec<FormRow>, Problem> {
        let briefs = self.store.reader().form_briefs()?;
        let row = |brief: FormBrief| FormRow {
            number: brief.student.to_string(),
            name: brief.name,
            attempt: brief.attempt,
            revision: brief.revision,
            outcome: brief.outcome,
            established_on: brief.established_on,
            hash: brief.hash,
            replaced: brief.replaced,
            level: brief.form.as_ref().map(|form| form.level.clone()).unwrap_or_default(),
            second: brief.form.as_ref().and_then(|form| form.second.clone()),
            form: judging::form_state(brief.form),
        };
        Ok(briefs.into_iter().map(row).collect())
    }

    /// The form of a judgement: as signed, or as it would be signed now. One that was replaced before anybody signed it
    /// has none: `not_established`.
    pub fn form_pdf(
        &self,
        number: &str,
        attempt: u8,
        revision: u32,
        language: FormLanguage,
    ) -> Result<FormPdf, Problem> {
        let student = number_of(number)?;
        let reader = self.store.reader();
        if let Some(kept) = reader.form(&student, attempt, revision)? {
            let report = self.verify_kept(&kept)?;
            return Ok(FormPdf {
                base64: base64::engine::general_purpose::STANDARD.encode(&kept.pdf),
                pages: kept.pages,
                file_name: file_name(Path::new(&kept.path)),
                verdict: Some(report.verdict),
                copy: copy_of(&kept),
            });
        }
        let found = reader.judgements(&student)?.into_iter().find_map(|stored| match stored.state {
            Judgement::Established(found) if (stored.attempt, stored.revision) == (attempt, revision) => Some(found),
            _ => None,
        });
        let judgement = found.ok_or_else(|| Problem::user(ProblemCode::NotEstablished, number))?;
        let host = self.host.as_ref();
        let rendered = render(host, &judgement, &reader.checkpoint()?, revision, language.into())?;
        Ok(unsigned(&rendered.pdf, rendered.pages))
    }

    /// Where forms go unless another folder is asked for: beside the workspace.
    pub fn forms_folder(&self) -> PathBuf {
        self.store.path().with_file_name(crate::demo::FORMS)
    }

    /// Numbers of all students with an established judgement in force.
    pub fn numbers_to_sign(&self) -> Result<Vec<String>, Problem> {
        let states = self.store.reader().judgement_states()?;
        Ok(states.into_iter().filter(|brief| brief.established).map(|brief| brief.student.to_string()).collect())
    }

    /// How the form of a judgement that is still worked on would look; it says that it is a draft, on every page.
    pub fn draft_pdf(&self, number: &str, language: FormLanguage) -> Result<FormPdf, Problem> {
        let student = number_of(number)?;
        let reader = self.store.reader();
        let case = Case::read(&reader, &student)?;
        let draft = judging::current_draft(&reader, &student)?;
        let revision = match judging::latest(&reader, &student)? {
            Some(stored) => stored.revision,
            None => 1,
        };
        let checkpoint = reader.checkpoint()?;
        let facts = facts(self.host.as_ref(), &checkpoint, revision);
        let shown = form::render_draft(language.into(), &draft, case.ground(), &facts, form::Fonts::shared())
            .map_err(|_| Problem::user(ProblemCode::FormFailed, number))?;
        Ok(unsigned(&shown.pdf, shown.pages))
    }
}

/// The form of an established judgement.
pub(crate) fn render(
    host: &dyn Host,
    judgement: &EstablishedJudgement,
    checkpoint: &JournalCheckpoint,
    revision: u32,
    language: form::Language,
) -> Result<form::Rendered, Problem> {
    form::render_in(language, judgement, &facts(host, checkpoint, revision), form::Fonts::shared())
        .map_err(|_| Problem::user(ProblemCode::FormFailed, judgement.words().student.as_str()))
}

fn facts<'a>(host: &dyn Host, checkpoint: &'a JournalCheckpoint, revision: u32) -> FormFacts<'a> {
    FormFacts { checkpoint, made_at: host.now(), revision, app_version: env!("CARGO_PKG_VERSION") }
}

/// A form that nobody signed and that stands in no file.
fn unsigned(pdf: &[u8], pages: u32) -> FormPdf {
    FormPdf {
        base64: base64::engine::general_purpose::STANDARD.encode(pdf),
        pages,
        file_name: String::new(),
        verdict: None,
        copy: CopyState::None,
    }
}

/// Whether the file that was written still holds the signed form.
fn copy_of(kept: &StoredForm) -> CopyState {
    match std::fs::read(&kept.path) {
        Ok(bytes) if bytes == kept.pdf => CopyState::Same,
        Ok(_) => CopyState::Differs,
        Err(_) => CopyState::Gone,
    }
}
