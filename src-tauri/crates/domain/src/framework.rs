//! *Weegkader*: the scale, the sources with their bands, the criteria and what is asked at the least.
//!
//! Promises: a checked framework has unique ids, bands that leave room for a total of 100, and criteria that name known
//! sources only. The default is an editable example, never the policy of the HAN.

mod example;

use crate::evidence::Moment;
use crate::fraction::Fraction;
use crate::ids::{CriterionId, SourceId};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Most sources and criteria a framework may have.
pub const MAX_SOURCES: usize = 16;
/// Most criteria a framework may have.
pub const MAX_CRITERIA: usize = 64;

/// *Domein* of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Domain {
    /// Can the student.
    Kan,
    /// Does the student want to.
    Wil,
    /// How well is the answer argued.
    Onderbouwing,
}

/// A source with the band the HAN sets for its weight, in whole per cents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceBand {
    /// Key.
    pub id: SourceId,
    /// Dutch name on screen and in the form.
    pub label: String,
    /// Least weight, per cent.
    pub min: u8,
    /// Greatest weight, per cent.
    pub max: u8,
    /// Whether a partnership may do without it (*eventueel*, rule R2).
    #[serde(default)]
    pub optional: bool,
}

/// *Criterium*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Key.
    pub id: CriterionId,
    /// Its domain.
    pub domain: Domain,
    /// Full name in Dutch.
    pub label: String,
    /// The norm in one sentence.
    #[serde(default)]
    pub norm: String,
    /// Sources that may weigh on it; others stand beside it.
    pub sources: Vec<SourceId>,
    /// Least number of counted data points.
    #[serde(default = "two")]
    pub min_datapoints: u32,
}

fn two() -> u32 {
    2
}

/// How much a data point weighs by its moment; 0 to 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MomentFactors {
    /// First meeting.
    pub kennismaking: Fraction,
    /// Start.
    pub startgesprek: Fraction,
    /// Half-way.
    pub tussenevaluatie: Fraction,
    /// End.
    pub eindevaluatie: Fraction,
    /// Other.
    pub overig: Fraction,
}

impl MomentFactors {
    /// The factor of a moment.
    pub fn of(&self, moment: Moment) -> &Fraction {
        match moment {
            Moment::Kennismaking => &self.kennismaking,
            Moment::Startgesprek => &self.startgesprek,
            Moment::Tussenevaluatie => &self.tussenevaluatie,
            Moment::Eindevaluatie => &self.eindevaluatie,
            Moment::Overig => &self.overig,
        }
    }
}

/// What the evidence of a dossier must have at the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minimum {
    /// Distinct sources.
    pub sources: u32,
    /// Distinct named authors.
    pub authors: u32,
    /// Distinct quadrants.
    pub quadrants: u32,
}

/// *Weegkader*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightFramework {
    /// Name.
    pub name: String,
    /// Version.
    pub version: String,
    /// Names of the levels, lowest first; the index is the level.
    pub levels: Vec<String>,
    /// The norm line.
    pub norm_line: Fraction,
    /// Share of the expected weight below which a criterion is *nog onvolledig*.
    pub coverage_threshold: Fraction,
    /// Sources with their bands, in the order of the view.
    pub sources: Vec<SourceBand>,
    /// Criteria, in the order of the view.
    pub criteria: Vec<Criterion>,
    /// Factors by moment.
    pub moment_factors: MomentFactors,
    /// Least evidence.
    pub minimum: Minimum,
    /// Outcomes a judgement may have, lowest first.
    pub outcomes: Vec<String>,
}

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
    /// No weights inside the bands add up to 100.
    #[error("bands leave no room for 100")]
    NoRoom,
    /// A criterion names a source the framework lacks, or none.
    #[error("criterion sources")]
    CriterionSources(CriterionId),
    /// A factor outside 0 to 1.
    #[error("moment factor")]
    MomentFactor(Moment),
    /// Fewer than two outcomes, or a double one.
    #[error("outcomes")]
    Outcomes,
}

impl WeightFramework {
    /// *Voorbeeldkader Oriëntatie op het beroep 2024-2025*: an editable example, not policy of the HAN.
    pub fn example() -> Self {
        example::framework()
    }

    /// The highest level, L.
    pub fn top_level(&self) -> u8 {
        u8::try_from(self.levels.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// Place of a source in the order of the framework.
    pub fn source_index(&self, id: &SourceId) -> Option<usize> {
        self.sources.iter().position(|source| source.id == *id)
    }

    /// Place of a criterion in the order of the framework.
    pub fn criterion_index(&self, id: &CriterionId) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == *id)
    }

    /// Whether it holds together; the first fault otherwise.
    pub fn check(&self) -> Result<(), FrameworkFault> {
        let unit = Fraction::ZERO..=Fraction::whole(1);
        if !(2..=10).contains(&self.levels.len()) {
            return Err(FrameworkFault::Levels);
        }
        if self.norm_line <= Fraction::ZERO || self.norm_line > Fraction::whole(self.top_level().into()) {
            return Err(FrameworkFault::NormLine);
        }
        if !unit.contains(&self.coverage_threshold) {
            return Err(FrameworkFault::CoverageThreshold);
        }
        if let Some(moment) = Moment::ALL.into_iter().find(|m| !unit.contains(self.moment_factors.of(*m))) {
            return Err(FrameworkFault::MomentFactor(moment));
        }
        let mut outcomes = self.outcomes.clone();
        outcomes.sort();
        outcomes.dedup();
        if outcomes.len() < 2 || outcomes.len() != self.outcomes.len() {
            return Err(FrameworkFault::Outcomes);
        }
        self.check_sources()?;
        self.check_criteria()
    }

    fn check_sources(&self) -> Result<(), FrameworkFault> {
        if self.sources.is_empty() || self.sources.len() > MAX_SOURCES {
            return Err(FrameworkFault::Size);
        }
        for (index, source) in self.sources.iter().enumerate() {
            if self.source_index(&source.id) != Some(index) {
                return Err(FrameworkFault::DoubleId(source.id.to_string()));
            }
            if source.min > source.max || source.max > 100 {
                return Err(FrameworkFault::Band(source.id.clone()));
            }
        }
        let least: u32 = self.sources.iter().map(|s| u32::from(s.min)).sum();
        let most: u32 = self.sources.iter().map(|s| u32::from(s.max)).sum();
        if least <= 100 && most >= 100 { Ok(()) } else { Err(FrameworkFault::NoRoom) }
    }

    fn check_criteria(&self) -> Result<(), FrameworkFault> {
        if self.criteria.is_empty() || self.criteria.len() > MAX_CRITERIA {
            return Err(FrameworkFault::Size);
        }
        for (index, criterion) in self.criteria.iter().enumerate() {
            if self.criterion_index(&criterion.id) != Some(index) {
                return Err(FrameworkFault::DoubleId(criterion.id.to_string()));
            }
            let known = criterion.sources.iter().all(|id| self.source_index(id).is_some());
            if criterion.sources.is_empty() || !known {
                return Err(FrameworkFault::CriterionSources(criterion.id.clone()));
            }
        }
        Ok(())
    }
}
