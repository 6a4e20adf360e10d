//! *Formulieren*: from an established judgement to a signed PDF in a folder.
//!
//! Promises: only what is established becomes a form; a form is checked by our own verification before it is put in
//! place, written whole or not at all, and kept in the workspace as it was signed. One failure never stops another.

use crate::api::*;
use crate::judging;
use crate::publish::publish;
use crate::workbench::{Workbench, file_name, number_of};
use base64::Engine;
use domain::ids::StudentNumber;
use domain::judgement::{EstablishedJudgement, Judgement};
use form::FormFacts;
use seal::{Appearance, Identity, SignRequest};
use std::path::{Path, PathBuf};
use store::{FormBrief, Reader, StoredForm, StoredIdentity};

/// A judgement in force with its place among the revisions of its attempt.
struct Target {
    number: StudentNumber,
    attempt: u8,
    revision: u32,
    judgement: EstablishedJudgement,
}

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
            form: judging::form_state(brief.form),
        };
        Ok(briefs.into_iter().map(row).collect())
    }

    /// The form of a judgement: as signed, or as it would be signed now. One that was replaced before anybody signed it
    /// has none: `not_established`.
    pub fn form_pdf(&self, number: &str, attempt: u8, revision: u32) -> Result<FormPdf, Problem> {
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
        let target = targets_of(&reader, &student)?
            .into_iter()
            .find(|target| target.attempt == attempt && target.revision == revision)
            .ok_or_else(|| Problem::user(ProblemCode::NotEstablished, number))?;
        let rendered = self.render(&reader, &target)?;
        Ok(FormPdf {
            base64: base64::engine::general_purpose::STANDARD.encode(&rendered.pdf),
            pages: rendered.pages,
            file_name: target.file_name(),
            verdict: None,
            copy: CopyState::None,
        })
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

    /// Signs the forms of these students and writes them to `folder`; `done` hears after each student. A form that was
    /// signed before is written again as it was.
    pub fn sign(
        &mut self,
        numbers: &[String],
        folder: &Path,
        done: &mut dyn FnMut(usize, usize),
    ) -> Result<SignReply, Problem> {
        let identity = self.identity()?;
        std::fs::create_dir_all(folder).map_err(|error| Problem::from(error).at(&folder.display().to_string()))?;
        let mut reply = SignReply { written: Vec::new(), failed: Vec::new() };
        for (at, number) in numbers.iter().enumerate() {
            match self.sign_student(number, &identity, folder) {
                Ok(written) => reply.written.extend(written),
                Err(problem) => reply.failed.push(SignFailure { number: number.clone(), problem: problem.at(number) }),
            }
            done(at + 1, numbers.len());
        }
        Ok(reply)
    }

    fn sign_student(&mut self, number: &str, identity: &Identity, folder: &Path) -> Result<Vec<SignedForm>, Problem> {
        let student = number_of(number)?;
        let targets = {
            let reader = self.store.reader();
            if reader.student(&student)?.is_none() {
                return Err(Problem::user(ProblemCode::UnknownStudent, number));
            }
            targets_of(&reader, &student)?
        };
        if targets.is_empty() {
            return Err(Problem::user(ProblemCode::NotEstablished, number));
        }
        let mut written = Vec::new();
        for target in targets {
            let path = folder.join(target.file_name());
            let pdf = self.signed_pdf(&target, identity, &path)?;
            publish(&path, &pdf)?;
            let path = path.display().to_string();
            written.push(SignedForm { number: number.to_owned(), attempt: target.attempt, path });
        }
        Ok(written)
    }

    /// The signed form, made and kept now if it was not before.
    fn signed_pdf(&mut self, target: &Target, identity: &Identity, path: &Path) -> Result<Vec<u8>, Problem> {
        let rendered = {
            let reader = self.store.reader();
            if let Some(kept) = reader.form(&target.number, target.attempt, target.revision)? {
                return Ok(kept.pdf);
            }
            self.render(&reader, target)?
        };
        let now = self.host.now();
        let signer = identity.subject_name();
        let request = SignRequest {
            field: form::FIELDS[0],
            time: now,
            reason: crate::words::SIGNATURE_REASON,
            location: "",
            certify: true,
            appearance: Appearance {
                lines: form::signature_lines(&signer, target.judgement.established_by().capacity, now),
                font: form::signature_font(),
            },
        };
        let failed = |_| Problem::internal("sign");
        let pdf = seal::sign(&rendered.pdf, identity, &request).map_err(failed)?;
        let report = seal::verify(&pdf, &[identity.certificate_der().to_vec()], now);
        if report.verdict != seal::Verdict::Valid {
            return Err(Problem::user(ProblemCode::SignatureFailed, target.number.to_string()));
        }
        let kept = StoredForm {
            pdf,
            hash: rendered.hash,
            pages: rendered.pages,
            signer,
            signed_at: now.timestamp_millis(),
            path: path.display().to_string(),
        };
        let (number, attempt, revision) = (target.number.clone(), target.attempt, target.revision);
        let done = self.fixed("form.sign", number.as_str(), "", |writer| {
            writer.put_form(&number, attempt, revision, &kept)?;
            Ok(kept)
        })?;
        Ok(done.value.pdf)
    }

    fn render(&self, reader: &Reader<'_>, target: &Target) -> Result<form::Rendered, Problem> {
        let checkpoint = reader.checkpoint()?;
        let facts = FormFacts {
            checkpoint: &checkpoint,
            made_at: self.host.now(),
            revision: target.revision,
            app_version: env!("CARGO_PKG_VERSION"),
        };
        form::render(&target.judgement, &facts, form::Fonts::shared())
            .map_err(|_| Problem::internal("render").at(target.number.as_str()))
    }

    /// The signing identity of this workspace; made at first use.
    pub(crate) fn identity(&mut self) -> Result<Identity, Problem> {
        if let Some(kept) = self.store.reader().identity()? {
            return Identity::from_parts(&kept.pkcs8, &kept.certificate_der).map_err(|_| Problem::internal("identity"));
        }
        if self.actor().is_empty() {
            return Err(Problem::user(ProblemCode::NoMandate, ""));
        }
        let partnership = self.store.reader().meta()?.partnership;
        let (host, now) = (self.host.clone(), self.host.now());
        let identity = Identity::create(self.actor(), &partnership, now, &mut |bytes| host.random(bytes))
            .map_err(|_| Problem::internal("identity"))?;
        let kept = StoredIdentity {
            certificate_der: identity.certificate_der().to_vec(),
            pkcs8: identity.to_pkcs8(),
            created_ms: now.timestamp_millis(),
        };
        self.fixed("identity.create", "", "", |writer| Ok(writer.put_identity(&kept)?))?;
        Ok(identity)
    }
}

impl Target {
    /// `number_luk_gelegenheid.pdf`; a revision says so.
    fn file_name(&self) -> String {
        match self.revision {
            0 | 1 => format!("{}_beroep_{}.pdf", self.number, self.attempt),
            revision => format!("{}_beroep_{}_herziening{}.pdf", self.number, self.attempt, revision - 1),
        }
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

/// The judgements in force of a student, one for each attempt.
fn targets_of(reader: &Reader<'_>, student: &StudentNumber) -> Result<Vec<Target>, Problem> {
    let mut targets = Vec::new();
    for stored in reader.judgements(student)? {
        if let Judgement::Established(judgement) = stored.state {
            let (attempt, revision) = (stored.attempt, stored.revision);
            targets.push(Target { number: student.clone(), attempt, revision, judgement: *judgement });
        }
    }
    Ok(targets)
}
