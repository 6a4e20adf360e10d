//! *Weegkader*: the scale, the sources with their bands, the criteria and what is asked at the least.
//!
//! Promises: a checked framework has unique ids, bands that leave room for a total of 100, and criteria that name known
//! sources only. The default is an editable example, never the policy of the HAN.

mod difference;
mod effect;
mod example;
mod faults;
mod guards;
mod versions;

pub use difference::{FrameworkChange, MinimumOf, WeightChange};
pub use effect::{DossierShift, Effect, Frame, Translation, VraakShift, Weighed};
pub use faults::{FrameworkFault, FrameworkPlace, PlacedFault};
pub use guards::{InUse, Refusal};
pub use versions::{FrameworkVersion, VersionOrigin};

use crate::evidence::Moment;
use crate::fraction::Fraction;
use crate::ids::{CriterionId, SourceId};
use serde::{Deserialize, Serialize};

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
    /// Short name for where there is little room; blank where the full name serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// The norm in one sentence.
    #[serde(default)]
    pub norm: String,
    /// Sources that may weigh on it; others stand beside it.
    pub sources: Vec<SourceId>,
    /// Least number of counted data points.
    #[serde(default = "two")]
    pub min_datapoints: u32,
}

impl Criterion {
    /// The short name, or else the full one.
    pub fn short_name(&self) -> &str {
        if self.short.trim().is_empty() { &self.label } else { &self.short }
    }
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

    /// Whether sources and criteria stand in the same places, so that evidence read by place reads the same.
    pub fn same_places(&self, other: &Self) -> bool {
        self.sources.iter().map(|source| &source.id).eq(other.sources.iter().map(|source| &source.id))
            && self.criteria.iter().map(|one| &one.id).eq(other.criteria.iter().map(|one| &one.id))
    }
}
