//! What may change in a framework once it is used: rules that keep evidence from vanishing or changing its meaning.
//!
//! Promises: a source or criterion that something hangs on stays; levels that were marked keep their number and are
//! never swapped; after the weights are frozen only names change. Each refusal says what is in the way and how much.

use super::{FrameworkChange, WeightFramework};
use crate::ids::{CriterionId, SourceId};
use std::collections::BTreeMap;

/// What hangs on a framework now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InUse {
    /// Data points by source.
    pub sources: BTreeMap<SourceId, u32>,
    /// Indications by criterion, *niet waargenomen* among them.
    pub criteria: BTreeMap<CriterionId, u32>,
    /// Indications with a level.
    pub levels: u32,
    /// Drafts of judgements with words or citations on a criterion.
    pub written: BTreeMap<CriterionId, u32>,
    /// Drafts of judgements by the outcome chosen.
    pub outcomes: BTreeMap<String, u32>,
    /// Whether the weights are frozen for the cohort.
    pub frozen: bool,
}

/// Why a change is not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The weights are frozen: only names change.
    Frozen,
    /// Data points speak for the source that would go: how many.
    SourceInUse(SourceId, u32),
    /// Indications place the criterion that would go: how many.
    CriterionInUse(CriterionId, u32),
    /// Drafts have words on the criterion that would go: how many.
    CriterionWritten(CriterionId, u32),
    /// The number of levels would change under indications: how many.
    ScaleInUse(u32),
    /// A level would take the name that another had, under indications: which name, how many.
    LevelsSwapped(String, u32),
    /// Drafts have the outcome that would go: how many.
    OutcomeInUse(String, u32),
    /// Another version has this label.
    LabelTaken(String),
}

impl WeightFramework {
    /// Everything that keeps `next` from taking the place of this framework.
    pub fn refusals(&self, next: &Self, used: &InUse) -> Vec<Refusal> {
        let changes = self.difference(next);
        let mut found = Vec::new();
        if used.frozen && !changes.iter().all(FrameworkChange::is_wording) {
            found.push(Refusal::Frozen);
        }
        for change in &changes {
            match change {
                FrameworkChange::SourceRemoved(source) => {
                    found.extend(
                        used.sources.get(&source.id).map(|many| Refusal::SourceInUse(source.id.clone(), *many)),
                    );
                }
                FrameworkChange::CriterionRemoved(id, _) => {
                    found.extend(used.criteria.get(id).map(|many| Refusal::CriterionInUse(id.clone(), *many)));
                    found.extend(used.written.get(id).map(|many| Refusal::CriterionWritten(id.clone(), *many)));
                }
                _ => {}
            }
        }
        if used.levels > 0 {
            found.extend(self.scale_refusal(next, used.levels));
        }
        for (outcome, many) in used.outcomes.iter().filter(|(outcome, _)| !next.outcomes.contains(outcome)) {
            found.push(Refusal::OutcomeInUse(outcome.clone(), *many));
        }
        found
    }

    fn scale_refusal(&self, next: &Self, marked: u32) -> Option<Refusal> {
        if self.levels.len() != next.levels.len() {
            return Some(Refusal::ScaleInUse(marked));
        }
        let moved =
            |(at, name): (usize, &String)| self.levels.iter().position(|had| had == name).is_some_and(|was| was != at);
        let swapped = next.levels.iter().enumerate().find(|place| moved(*place));
        swapped.map(|(_, name)| Refusal::LevelsSwapped(name.clone(), marked))
    }

    /// Whether finding out what hangs on it takes a look at all evidence: only where something would go or be renamed.
    pub fn asks_for_use(&self, next: &Self) -> bool {
        let weighty = |change: &FrameworkChange| {
            matches!(
                change,
                FrameworkChange::SourceRemoved(_)
                    | FrameworkChange::CriterionRemoved(..)
                    | FrameworkChange::LevelRenamed(..)
                    | FrameworkChange::LevelAdded(_)
                    | FrameworkChange::LevelRemoved(_)
                    | FrameworkChange::OutcomeRenamed(..)
                    | FrameworkChange::OutcomeRemoved(_)
            )
        };
        self.difference(next).iter().any(weighty)
    }
}
