//! What differs between two frameworks, and between two weightings, as typed changes that can be put into sentences.
//!
//! Promises: a framework differs in nothing from itself; sources and criteria are compared by their id, levels and
//! outcomes by their place, because there the place is the meaning; the order of the document is kept.

use super::{Criterion, Domain, Minimum, SourceBand, WeightFramework};
use crate::evidence::Moment;
use crate::fraction::Fraction;
use crate::ids::{CriterionId, SourceId};
use crate::weights::WeightSet;

/// Which number of the minimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinimumOf {
    /// Distinct sources.
    Sources,
    /// Distinct named authors.
    Authors,
    /// Distinct quadrants.
    Quadrants,
}

/// One difference; where two values stand, the first was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameworkChange {
    /// Another name.
    Name(String, String),
    /// Another version label.
    Version(String, String),
    /// A level under another name: its place.
    LevelRenamed(usize, String, String),
    /// A level more, at the end.
    LevelAdded(String),
    /// A level less, at the end.
    LevelRemoved(String),
    /// Another norm line.
    NormLine(Fraction, Fraction),
    /// Another coverage threshold.
    CoverageThreshold(Fraction, Fraction),
    /// A source more.
    SourceAdded(SourceBand),
    /// A source less.
    SourceRemoved(SourceBand),
    /// A source under another name.
    SourceLabel(SourceId, String, String),
    /// Another band: least and greatest.
    Band(SourceId, (u8, u8), (u8, u8)),
    /// A source that has become optional, or no longer is.
    Optional(SourceId, bool),
    /// The sources stand in another order.
    SourcesReordered,
    /// A criterion more.
    CriterionAdded(CriterionId, String),
    /// A criterion less.
    CriterionRemoved(CriterionId, String),
    /// A criterion in another domain.
    CriterionDomain(CriterionId, Domain, Domain),
    /// Another full name.
    CriterionLabel(CriterionId, String, String),
    /// Another short name.
    CriterionShort(CriterionId, String, String),
    /// Another norm.
    CriterionNorm(CriterionId, String, String),
    /// A source that may weigh on the criterion from now on.
    CriterionSourceAdded(CriterionId, SourceId),
    /// A source that stands beside the criterion from now on.
    CriterionSourceRemoved(CriterionId, SourceId),
    /// Another least number of data points.
    CriterionMinimum(CriterionId, u32, u32),
    /// The criteria stand in another order.
    CriteriaReordered,
    /// Another factor.
    MomentFactor(Moment, Fraction, Fraction),
    /// Another minimum.
    Minimum(MinimumOf, u32, u32),
    /// An outcome under another name.
    OutcomeRenamed(String, String),
    /// An outcome more.
    OutcomeAdded(String),
    /// An outcome less.
    OutcomeRemoved(String),
}

impl FrameworkChange {
    /// Whether it only changes what something is called: no figure, no norm and no list moves with it.
    pub fn is_wording(&self) -> bool {
        matches!(
            self,
            Self::Name(..)
                | Self::Version(..)
                | Self::SourceLabel(..)
                | Self::CriterionLabel(..)
                | Self::CriterionShort(..)
        )
    }
}

impl WeightFramework {
    /// What `next` changes, in the order of the document.
    pub fn difference(&self, next: &Self) -> Vec<FrameworkChange> {
        use FrameworkChange as Change;
        let mut found = Vec::new();
        changed(&mut found, &self.name, &next.name, Change::Name);
        changed(&mut found, &self.version, &next.version, Change::Version);
        let renamed: fn(usize, String, String) -> Change = Change::LevelRenamed;
        listed(&mut found, (&self.levels, &next.levels), renamed, Change::LevelAdded, Change::LevelRemoved);
        changed(&mut found, &self.norm_line, &next.norm_line, Change::NormLine);
        changed(&mut found, &self.coverage_threshold, &next.coverage_threshold, Change::CoverageThreshold);
        self.source_changes(next, &mut found);
        self.criterion_changes(next, &mut found);
        for moment in Moment::ALL {
            let (before, after) = (self.moment_factors.of(moment), next.moment_factors.of(moment));
            changed(&mut found, before, after, |before, after| Change::MomentFactor(moment, before, after));
        }
        minimum_changes(self.minimum, next.minimum, &mut found);
        let renamed = |_, before, after| Change::OutcomeRenamed(before, after);
        listed(&mut found, (&self.outcomes, &next.outcomes), renamed, Change::OutcomeAdded, Change::OutcomeRemoved);
        found
    }

    fn source_changes(&self, next: &Self, found: &mut Vec<FrameworkChange>) {
        use FrameworkChange as Change;
        for before in &self.sources {
            let Some(after) = next.sources.iter().find(|source| source.id == before.id) else {
                found.push(Change::SourceRemoved(before.clone()));
                continue;
            };
            let id = || before.id.clone();
            changed(found, &before.label, &after.label, |a, b| Change::SourceLabel(id(), a, b));
            changed(found, &(before.min, before.max), &(after.min, after.max), |a, b| Change::Band(id(), a, b));
            if before.optional != after.optional {
                found.push(Change::Optional(id(), after.optional));
            }
        }
        let added = next.sources.iter().filter(|source| self.source_index(&source.id).is_none());
        found.extend(added.cloned().map(Change::SourceAdded));
        let ids = |list: &[SourceBand]| list.iter().map(|source| source.id.clone()).collect();
        if reordered(ids(&self.sources), ids(&next.sources)) {
            found.push(Change::SourcesReordered);
        }
    }

    fn criterion_changes(&self, next: &Self, found: &mut Vec<FrameworkChange>) {
        use FrameworkChange as Change;
        for before in &self.criteria {
            match next.criteria.iter().find(|criterion| criterion.id == before.id) {
                Some(after) => one_criterion(before, after, found),
                None => found.push(Change::CriterionRemoved(before.id.clone(), before.label.clone())),
            }
        }
        let added = next.criteria.iter().filter(|criterion| self.criterion_index(&criterion.id).is_none());
        found.extend(added.map(|criterion| Change::CriterionAdded(criterion.id.clone(), criterion.label.clone())));
        let ids = |list: &[Criterion]| list.iter().map(|criterion| criterion.id.clone()).collect();
        if reordered(ids(&self.criteria), ids(&next.criteria)) {
            found.push(Change::CriteriaReordered);
        }
    }
}

fn one_criterion(before: &Criterion, after: &Criterion, found: &mut Vec<FrameworkChange>) {
    use FrameworkChange as Change;
    let id = || before.id.clone();
    changed(found, &before.domain, &after.domain, |a, b| Change::CriterionDomain(id(), a, b));
    changed(found, &before.label, &after.label, |a, b| Change::CriterionLabel(id(), a, b));
    changed(found, &before.short, &after.short, |a, b| Change::CriterionShort(id(), a, b));
    changed(found, &before.norm, &after.norm, |a, b| Change::CriterionNorm(id(), a, b));
    let gained = after.sources.iter().filter(|source| !before.sources.contains(source));
    found.extend(gained.map(|source| Change::CriterionSourceAdded(id(), source.clone())));
    let lost = before.sources.iter().filter(|source| !after.sources.contains(source));
    found.extend(lost.map(|source| Change::CriterionSourceRemoved(id(), source.clone())));
    changed(found, &before.min_datapoints, &after.min_datapoints, |a, b| Change::CriterionMinimum(id(), a, b));
}

fn minimum_changes(before: Minimum, after: Minimum, found: &mut Vec<FrameworkChange>) {
    let pairs = [
        (MinimumOf::Sources, before.sources, after.sources),
        (MinimumOf::Authors, before.authors, after.authors),
        (MinimumOf::Quadrants, before.quadrants, after.quadrants),
    ];
    for (of, before, after) in pairs {
        changed(found, &before, &after, |before, after| FrameworkChange::Minimum(of, before, after));
    }
}

fn changed<T: PartialEq + Clone>(
    found: &mut Vec<FrameworkChange>,
    before: &T,
    after: &T,
    change: impl FnOnce(T, T) -> FrameworkChange,
) {
    if before != after {
        found.push(change(before.clone(), after.clone()));
    }
}

fn listed(
    found: &mut Vec<FrameworkChange>,
    (before, after): (&[String], &[String]),
    renamed: impl Fn(usize, String, String) -> FrameworkChange,
    added: fn(String) -> FrameworkChange,
    removed: fn(String) -> FrameworkChange,
) {
    for (at, (old, new)) in before.iter().zip(after).enumerate() {
        if old != new {
            found.push(renamed(at, old.clone(), new.clone()));
        }
    }
    found.extend(after.iter().skip(before.len()).cloned().map(added));
    found.extend(before.iter().skip(after.len()).cloned().map(removed));
}

/// Whether what both have stands in another order.
fn reordered<T: PartialEq>(before: Vec<T>, after: Vec<T>) -> bool {
    let kept: Vec<&T> = before.iter().filter(|id| after.contains(id)).collect();
    let stands: Vec<&T> = after.iter().filter(|id| before.contains(id)).collect();
    kept != stands
}

/// What another weighting changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeightChange {
    /// Another weight, per cent; 0 where there was no such source.
    Weight(SourceId, u8, u8),
    /// A source that the partnership does without from now on (`true`), or takes in.
    Unused(SourceId, bool),
}

impl WeightChange {
    /// What `next` (of the framework `to`) changes of `before` (of the framework `from`).
    pub fn between(
        from: &WeightFramework,
        before: &WeightSet,
        to: &WeightFramework,
        next: &WeightSet,
    ) -> Vec<WeightChange> {
        let mut found = Vec::new();
        for (source, after) in to.sources.iter().zip(next.weights()) {
            let place = from.source_index(&source.id);
            let was = place.and_then(|at| before.weights().get(at)).copied().unwrap_or(0);
            if was != *after {
                found.push(Self::Weight(source.id.clone(), was, *after));
            }
            let (left, leaves) = (before.unused().contains(&source.id), next.unused().contains(&source.id));
            if left != leaves {
                found.push(Self::Unused(source.id.clone(), leaves));
            }
        }
        found
    }
}
