//! *Kader*: changing framework and weights, in a draft that is looked at before it is taken into use.
//!
//! Promises: a draft is kept as it is typed and can be taken back; what is taken into use was checked here, whatever a
//! window showed; every version stays; frozen weights stand (rule R4). Deliberately absent: weights for one student.

mod doc;
mod effect;
mod look;
mod versions;
mod views;
mod weightings;

pub(crate) use versions::next as next_version;

use crate::api::*;
use crate::workbench::Workbench;
use domain::framework::{Refusal, VersionOrigin, WeightFramework};
use domain::text::FilledText;
use domain::weights::WeightSet;
use look::Proposed;
use store::{Reader, StoreError, Writer};

const DRAFT: &str = "kader.draft";

/// What is being changed.
fn proposal(reader: &Reader<'_>) -> Result<KaderProposal, StoreError> {
    let kept = reader.setting(DRAFT)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

impl Workbench {
    /// The room as it opens.
    pub fn kader(&self) -> Result<KaderReply, Problem> {
        let reader = self.store.reader();
        let (framework, weights) = (reader.framework()?, reader.weights()?);
        let versions = versions::kept(&reader)?;
        Ok(KaderReply {
            framework: doc::of_framework(&framework),
            weights: doc::of_weights(&framework, &weights),
            frozen: weights.frozen().map(|day| day.to_string()),
            established: reader.judgement_states()?.iter().any(|brief| brief.established),
            versions: versions.iter().map(versions::brief).collect(),
            weightings: weightings::briefs(&reader)?,
            proposal: proposal(&reader)?,
        })
    }

    /// Looks at a proposal: faults, differences and what it would do. Nothing is kept.
    pub fn look_at_kader(&self, asked: &KaderProposal) -> Result<KaderLook, Problem> {
        let reader = self.store.reader();
        let mut proposed = Proposed::read(&reader, asked)?;
        proposed.weigh(&reader)?;
        Ok(proposed.view())
    }

    /// Begins a draft of the next version, as the framework stands now.
    pub fn begin_kader(&mut self) -> Result<KaderReply, Problem> {
        let (mut kept, framework, versions) = {
            let reader = self.store.reader();
            (proposal(&reader)?, reader.framework()?, versions::kept(&reader)?)
        };
        if kept.framework.is_none() {
            let mut begun = doc::of_framework(&framework);
            begun.version = versions::next_label(&versions, &begun.version);
            kept.framework = Some(begun);
            self.keep_draft(&kept)?;
        }
        self.kader()
    }

    /// Keeps a draft as it stands; `weights_frozen` when it proposes weights after freezing.
    pub fn save_kader(&mut self, asked: &KaderProposal) -> Result<KaderReply, Problem> {
        let before = {
            let reader = self.store.reader();
            if asked.weights.is_some() && reader.weights()?.frozen().is_some() {
                return Err(Problem::user(ProblemCode::WeightsFrozen, ""));
            }
            proposal(&reader)?
        };
        if before != *asked {
            self.keep_draft(asked)?;
        }
        self.kader()
    }

    /// Throws the draft away.
    pub fn drop_kader(&mut self) -> Result<KaderReply, Problem> {
        if proposal(&self.store.reader())? != KaderProposal::default() {
            self.undoable("kader.drop", "", |writer| Ok(writer.remove_setting(DRAFT)?))?;
        }
        self.kader()
    }

    fn keep_draft(&mut self, draft: &KaderProposal) -> Result<(), Problem> {
        let json = serde_json::to_string(draft).map_err(|_| Problem::internal("kader.draft"))?;
        self.undoable("kader.draft", "", |writer| Ok(writer.put_setting(DRAFT, &json)?))?;
        Ok(())
    }

    /// Takes the draft into use; a framework needs a `reason`, other weights have theirs in the draft.
    pub fn use_kader(&mut self, reason: &str) -> Result<KaderReply, Problem> {
        let (framework, weights) = self.to_use()?;
        let (code, subject, why) = match (&framework, &weights) {
            (Some(framework), _) => {
                let why = FilledText::new(reason).map_err(|_| Problem::user(ProblemCode::TextMissing, "reason"))?;
                ("framework.use", framework.version.clone(), why.to_string())
            }
            (None, Some(weights)) => ("weights.use", String::new(), weights.reason().to_owned()),
            (None, None) => return Err(Problem::user(ProblemCode::NoKaderDraft, "")),
        };
        let act = self.act(code, &subject, &why, true);
        let (today, by) = (self.host.today(), self.actor().to_owned());
        self.store.transact(&act, |writer| -> Result<(), Problem> {
            if let Some(framework) = &framework {
                versions::next(writer, framework, VersionOrigin::Edited(why.clone()), today, &by)?;
                writer.put_framework(framework)?;
            }
            if let Some(weights) = &weights {
                writer.put_weights(weights)?;
            }
            Ok(writer.remove_setting(DRAFT)?)
        })?;
        self.kader()
    }

    /// What the draft changes, checked once more: framework and weights, each only when it differs.
    fn to_use(&self) -> Result<(Option<WeightFramework>, Option<WeightSet>), Problem> {
        let reader = self.store.reader();
        let proposed = Proposed::read(&reader, &proposal(&reader)?)?;
        if let Some(refusal) = proposed.refusals().first() {
            return Err(refused(refusal));
        }
        proposed.checked()
    }

    /// *Bevriezen voor dit cohort*: from now on the weights stand. Asks for a reason among the weights, and for no open
    /// change of them.
    pub fn freeze_weights(&mut self) -> Result<KaderReply, Problem> {
        let held = {
            let reader = self.store.reader();
            if proposal(&reader)?.weights.is_some() {
                return Err(Problem::user(ProblemCode::KaderDraftOpen, ""));
            }
            reader.weights()?
        };
        if held.frozen().is_some() {
            return Err(Problem::user(ProblemCode::WeightsFrozen, ""));
        }
        FilledText::new(held.reason()).map_err(|_| Problem::user(ProblemCode::TextMissing, "reason"))?;
        let (reason, today) = (held.reason().to_owned(), self.host.today());
        self.fixed("weights.freeze", "", &reason, |writer: &mut Writer<'_>| {
            Ok(writer.put_weights(&held.freeze(today))?)
        })?;
        self.kader()
    }

    /// Two versions side by side, by number.
    pub fn compare_versions(&self, before: u32, after: u32) -> Result<VersionPair, Problem> {
        let kept = versions::kept(&self.store.reader())?;
        let find = |number: u32| {
            let found = kept.iter().find(|version| version.number == number);
            found.ok_or_else(|| Problem::user(ProblemCode::UnknownVersion, number.to_string()))
        };
        Ok(pair(&find(before)?.framework, &find(after)?.framework))
    }
}

/// Two frameworks side by side, with what changed.
pub(crate) fn pair(before: &WeightFramework, after: &WeightFramework) -> VersionPair {
    VersionPair {
        before: doc::of_framework(before),
        after: doc::of_framework(after),
        changes: views::changes(&before.difference(after), before, after),
    }
}

fn refused(refusal: &Refusal) -> Problem {
    let (code, about) = match refusal {
        Refusal::Frozen => (ProblemCode::FrameworkFrozen, String::new()),
        Refusal::SourceInUse(id, _) => (ProblemCode::FrameworkInUse, id.to_string()),
        Refusal::CriterionInUse(id, _) | Refusal::CriterionWritten(id, _) => {
            (ProblemCode::FrameworkInUse, id.to_string())
        }
        Refusal::ScaleInUse(_) => (ProblemCode::FrameworkInUse, String::new()),
        Refusal::LevelsSwapped(name, _) | Refusal::OutcomeInUse(name, _) | Refusal::LabelTaken(name) => {
            (ProblemCode::FrameworkInUse, name.clone())
        }
    };
    Problem::user(code, about)
}
