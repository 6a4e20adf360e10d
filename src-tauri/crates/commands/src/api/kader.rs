//! *Kader*: the framework as a document with its versions, the weights, and what a change of either would do.

use super::{FrameworkChangeView, WeightChangeView};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A framework as it is written, checked or not. Fractions travel as `3/2`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FrameworkDoc {
    /// Name.
    pub name: String,
    /// Version label.
    pub version: String,
    /// Names of the levels, lowest first.
    pub levels: Vec<String>,
    /// Norm line, in levels.
    pub norm_line: String,
    /// Coverage threshold, 0 to 1.
    pub coverage_threshold: String,
    /// Sources in order.
    pub sources: Vec<SourceDoc>,
    /// Criteria in order.
    pub criteria: Vec<CriterionDoc>,
    /// Factors in the order of the year.
    pub moments: Vec<MomentDoc>,
    /// Least number of sources.
    pub minimum_sources: u32,
    /// Least number of authors.
    pub minimum_authors: u32,
    /// Least number of quadrants.
    pub minimum_quadrants: u32,
    /// Outcomes, lowest first.
    pub outcomes: Vec<String>,
}

/// A source of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SourceDoc {
    /// Key.
    pub id: String,
    /// Name.
    pub label: String,
    /// Least weight, per cent.
    pub min: u32,
    /// Greatest weight, per cent.
    pub max: u32,
    /// Whether a partnership may do without.
    pub optional: bool,
}

/// A criterion of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CriterionDoc {
    /// Key.
    pub id: String,
    /// `kan`, `wil` or `onderbouwing`.
    pub domain: String,
    /// Full name.
    pub label: String,
    /// Short name; may be empty.
    pub short: String,
    /// Norm.
    pub norm: String,
    /// Keys of the sources that may weigh on it.
    pub sources: Vec<String>,
    /// Least number of data points.
    pub min_datapoints: u32,
}

/// How much a moment counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MomentDoc {
    /// `kennismaking` … `overig`.
    pub moment: String,
    /// `0/1` to `1/1`.
    pub factor: String,
}

/// A weighting as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WeightsDoc {
    /// Per source.
    pub weights: Vec<WeightDoc>,
    /// Why.
    pub reason: String,
}

/// The weight of one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WeightDoc {
    /// Key of the source.
    pub source: String,
    /// Per cent.
    pub weight: u32,
    /// Whether the partnership does without it.
    pub unused: bool,
}

/// What is being changed; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KaderProposal {
    /// Another framework.
    pub framework: Option<FrameworkDoc>,
    /// Another weighting.
    pub weights: Option<WeightsDoc>,
}

/// The room as it opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KaderReply {
    /// The framework in force.
    pub framework: FrameworkDoc,
    /// The weighting in force.
    pub weights: WeightsDoc,
    /// Since when the weights are frozen, ISO date.
    pub frozen: Option<String>,
    /// Whether a judgement was established.
    pub established: bool,
    /// Every version, the one in force last.
    pub versions: Vec<VersionBrief>,
    /// Every weighting, the one in force last.
    pub weightings: Vec<WeightingBrief>,
    /// What is being changed.
    pub proposal: KaderProposal,
}

/// A version in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VersionBrief {
    /// Number, from 1.
    pub number: u32,
    /// Version label.
    pub label: String,
    /// Since when, ISO date.
    pub on: String,
    /// Who; may be empty.
    pub by: String,
    /// How it came about.
    pub origin: OriginCode,
    /// The reason, or the file it came from.
    pub reason: String,
}

/// A weighting that was in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WeightingBrief {
    /// Since when, RFC 3339.
    pub at: String,
    /// Who.
    pub by: String,
    /// The weights, with their reason.
    pub weights: WeightsDoc,
    /// What they changed of the weighting before.
    pub changes: Vec<WeightChangeView>,
}

/// How a version came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum OriginCode {
    /// The workspace began with it.
    Founded,
    /// Brought by a cohort document.
    Imported,
    /// Changed by a person.
    Edited,
}

/// Two versions side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VersionPair {
    /// The one.
    pub before: FrameworkDoc,
    /// The other.
    pub after: FrameworkDoc,
    /// What differs.
    pub changes: Vec<FrameworkChangeView>,
}
