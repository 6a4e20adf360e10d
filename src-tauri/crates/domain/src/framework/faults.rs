//! What is wrong with a framework: every fault, each with its place, so that it can be said beside the field.
//!
//! Promises: [`WeightFramework::faults`] finds all of them at once, in the order of the document; [`WeightFramework::check`]
//! asks only what weighing needs, for who brings a framework in from elsewhere.

use super::{MAX_CRITERIA, MAX_SOURCES, WeightFramework};
use crate::evidence::Moment;
use crate::fraction::Fraction;
use crate::ids::{CriterionId, SourceId};
use std::collections::BTreeSet;
use thiserror::Error;

/// What is wrong with a framework.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FrameworkFault {
    /// Fewer than two levels, or more than ten.
    #[error("levels")]
    Levels,
    /// The norm line lies outside the scale.
    #[error("norm line")]
    NormLine,
    /// The coverage threshold lies outside 0 to 1.
    #[error("coverage threshold")]
    CoverageThreshold,
    /// Two sources or two criteria share an id.
    #[error("double id")]
    DoubleId(String),
    /// No sources or criteria, or too many.
    #[error("size")]
    Size,
    /// A band with its least above its greatest, or above 100.
    #[error("band")]
    Band(SourceId),
    /// No weights inside the bands add up to 100: the least and the greatest sum.
    #[error("bands leave no room for 100")]
    NoRoom(u32, u32),
    /// A criterion names a source the framework lacks, or none.
    #[error("criterion sources")]
    CriterionSources(CriterionId),
    /// A factor outside 0 to 1.
    #[error("moment factor")]
    MomentFactor(Moment),
    /// Fewer than two outcomes, or a double one.
    #[error("outcomes")]
    Outcomes,
    /// A name that is needed is blank.
    #[error("blank")]
    Blank,
    /// Two levels of one name.
    #[error("double name")]
    DoubleName,
    /// No moment counts at all.
    #[error("no moment counts")]
    NothingCounts,
    /// More is asked than there can be: how much there can be.
    #[error("minimum out of reach")]
    OutOfReach(u32),
}

/// Where in a framework; places in a list count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FrameworkPlace {
    /// Name.
    Name,
    /// Version label.
    Version,
    /// The scale as a whole.
    Levels,
    /// One level.
    Level(usize),
    /// Norm line.
    NormLine,
    /// Coverage threshold.
    CoverageThreshold,
    /// The sources as a whole.
    Sources,
    /// One source.
    Source(usize),
    /// The criteria as a whole.
    Criteria,
    /// One criterion.
    Criterion(usize),
    /// One moment.
    Moment(Moment),
    /// Least number of sources.
    MinimumSources,
    /// Least number of quadrants.
    MinimumQuadrants,
    /// The outcomes as a whole.
    Outcomes,
    /// One outcome.
    Outcome(usize),
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedFault {
    /// Where.
    pub place: FrameworkPlace,
    /// What.
    pub fault: FrameworkFault,
}

impl PlacedFault {
    /// Whether nothing can be weighed with it, as against what only reads badly.
    pub fn prevents_weighing(&self) -> bool {
        match self.fault {
            FrameworkFault::Blank
            | FrameworkFault::DoubleName
            | FrameworkFault::NothingCounts
            | FrameworkFault::OutOfReach(_) => false,
            FrameworkFault::Levels
            | FrameworkFault::NormLine
            | FrameworkFault::CoverageThreshold
            | FrameworkFault::DoubleId(_)
            | FrameworkFault::Size
            | FrameworkFault::Band(_)
            | FrameworkFault::NoRoom(..)
            | FrameworkFault::CriterionSources(_)
            | FrameworkFault::MomentFactor(_)
            | FrameworkFault::Outcomes => true,
        }
    }
}

/// Faults on their way.
type Found = Vec<PlacedFault>;

impl WeightFramework {
    /// Whether it can be weighed with; the first fault otherwise.
    pub fn check(&self) -> Result<(), FrameworkFault> {
        match self.faults().into_iter().find(PlacedFault::prevents_weighing) {
            Some(found) => Err(found.fault),
            None => Ok(()),
        }
    }

    /// Every fault, in the order of the document; empty when it is fit to be taken into use.
    pub fn faults(&self) -> Vec<PlacedFault> {
        let mut found = Found::new();
        blank(&mut found, FrameworkPlace::Name, &self.name);
        blank(&mut found, FrameworkPlace::Version, &self.version);
        self.scale_faults(&mut found);
        self.source_faults(&mut found);
        self.criterion_faults(&mut found);
        self.moment_faults(&mut found);
        self.minimum_faults(&mut found);
        self.outcome_faults(&mut found);
        found
    }

    fn scale_faults(&self, found: &mut Found) {
        if !(2..=10).contains(&self.levels.len()) {
            add(found, FrameworkPlace::Levels, FrameworkFault::Levels);
        }
        names(found, &self.levels, FrameworkPlace::Level, FrameworkFault::DoubleName);
        if self.norm_line <= Fraction::ZERO || self.norm_line > Fraction::whole(self.top_level().into()) {
            add(found, FrameworkPlace::NormLine, FrameworkFault::NormLine);
        }
        if !(Fraction::ZERO..=Fraction::whole(1)).contains(&self.coverage_threshold) {
            add(found, FrameworkPlace::CoverageThreshold, FrameworkFault::CoverageThreshold);
        }
    }

    fn source_faults(&self, found: &mut Found) {
        if self.sources.is_empty() || self.sources.len() > MAX_SOURCES {
            add(found, FrameworkPlace::Sources, FrameworkFault::Size);
        }
        for (at, source) in self.sources.iter().enumerate() {
            let place = FrameworkPlace::Source(at);
            if self.source_index(&source.id) != Some(at) {
                add(found, place, FrameworkFault::DoubleId(source.id.to_string()));
            }
            if source.min > source.max || source.max > 100 {
                add(found, place, FrameworkFault::Band(source.id.clone()));
            }
            blank(found, place, &source.label);
        }
        let least: u32 = self.sources.iter().map(|source| u32::from(source.min)).sum();
        let most: u32 = self.sources.iter().map(|source| u32::from(source.max)).sum();
        if !self.sources.is_empty() && !(least..=most).contains(&100) {
            add(found, FrameworkPlace::Sources, FrameworkFault::NoRoom(least, most));
        }
    }

    fn criterion_faults(&self, found: &mut Found) {
        if self.criteria.is_empty() || self.criteria.len() > MAX_CRITERIA {
            add(found, FrameworkPlace::Criteria, FrameworkFault::Size);
        }
        for (at, criterion) in self.criteria.iter().enumerate() {
            let place = FrameworkPlace::Criterion(at);
            if self.criterion_index(&criterion.id) != Some(at) {
                add(found, place, FrameworkFault::DoubleId(criterion.id.to_string()));
            }
            blank(found, place, &criterion.label);
            let known = criterion.sources.iter().all(|id| self.source_index(id).is_some());
            if criterion.sources.is_empty() || !known {
                add(found, place, FrameworkFault::CriterionSources(criterion.id.clone()));
            }
        }
    }

    fn moment_faults(&self, found: &mut Found) {
        let unit = Fraction::ZERO..=Fraction::whole(1);
        for moment in Moment::ALL.into_iter().filter(|moment| !unit.contains(self.moment_factors.of(*moment))) {
            add(found, FrameworkPlace::Moment(moment), FrameworkFault::MomentFactor(moment));
        }
        if Moment::ALL.into_iter().all(|moment| *self.moment_factors.of(moment) == Fraction::ZERO) {
            add(found, FrameworkPlace::Moment(Moment::Eindevaluatie), FrameworkFault::NothingCounts);
        }
    }

    fn minimum_faults(&self, found: &mut Found) {
        let sources = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        if self.minimum.sources > sources {
            add(found, FrameworkPlace::MinimumSources, FrameworkFault::OutOfReach(sources));
        }
        if self.minimum.quadrants > 4 {
            add(found, FrameworkPlace::MinimumQuadrants, FrameworkFault::OutOfReach(4));
        }
    }

    fn outcome_faults(&self, found: &mut Found) {
        if self.outcomes.len() < 2 {
            add(found, FrameworkPlace::Outcomes, FrameworkFault::Outcomes);
        }
        names(found, &self.outcomes, FrameworkPlace::Outcome, FrameworkFault::Outcomes);
    }
}

fn add(found: &mut Found, place: FrameworkPlace, fault: FrameworkFault) {
    found.push(PlacedFault { place, fault });
}

fn blank(found: &mut Found, place: FrameworkPlace, text: &str) {
    if text.trim().is_empty() {
        add(found, place, FrameworkFault::Blank);
    }
}

/// Blank and double names of a list.
fn names(found: &mut Found, list: &[String], place: fn(usize) -> FrameworkPlace, double: FrameworkFault) {
    let mut known = BTreeSet::new();
    for (at, name) in list.iter().enumerate() {
        blank(found, place(at), name);
        if !known.insert(name) {
            add(found, place(at), double.clone());
        }
    }
}
