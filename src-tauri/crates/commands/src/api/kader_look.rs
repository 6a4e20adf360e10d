//! *Kader*: what a proposed framework or weighting comes to, before anything of it is kept.

use super::{LetterCode, MetCode, StanceCode, WeightsDoc};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a proposal comes to; nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KaderLook {
    /// Faults of the framework, each with its place.
    pub faults: Vec<FaultView>,
    /// What keeps the change from being made.
    pub refusals: Vec<RefusalView>,
    /// The weighting as it would be: carried over where nothing else is proposed.
    pub weights: WeightsDoc,
    /// Faults of the weighting.
    pub weight_faults: Vec<WeightFaultView>,
    /// Sum of the weights.
    pub sum: u32,
    /// What changes in the framework.
    pub changes: Vec<FrameworkChangeView>,
    /// What changes in the weighting.
    pub weight_changes: Vec<WeightChangeView>,
    /// What it would do; `None` while something is wrong.
    pub effect: Option<EffectView>,
    /// Whether it can be taken into use, but for the reason.
    pub ready: bool,
}

/// A fault with its place: `name`, `level:2`, `source:1`, `criterion:3`, `moment:startgesprek`, …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FaultView {
    /// Where.
    pub place: String,
    /// What.
    pub code: FaultCode,
    /// What the sentence needs.
    pub values: Vec<String>,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FaultCode {
    /// Fewer than two levels, or more than ten.
    Levels,
    /// The norm lies outside the scale.
    NormLine,
    /// The threshold lies outside 0 to 1.
    CoverageThreshold,
    /// A double key: which.
    DoubleId,
    /// None, or too many.
    Size,
    /// A band upside down or above 100.
    Band,
    /// No weights add up to 100: least and greatest sum.
    NoRoom,
    /// No known source may weigh on it.
    CriterionSources,
    /// A factor outside 0 to 1.
    MomentFactor,
    /// Fewer than two outcomes, or a double one.
    Outcomes,
    /// A name is blank.
    Blank,
    /// A double name.
    DoubleName,
    /// No moment counts.
    NothingCounts,
    /// More is asked than there can be: how much there can be.
    OutOfReach,
    /// Not a key.
    InvalidId,
}

/// What is wrong with a weighting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "fault", rename_all = "camelCase")]
pub enum WeightFaultView {
    /// They add up to something else.
    Sum {
        /// To what.
        sum: u32,
    },
    /// Outside the band.
    OutsideBand {
        /// Key of the source.
        source: String,
        /// Its weight.
        weight: u32,
        /// Least.
        min: u32,
        /// Greatest.
        max: u32,
    },
    /// Cannot be done without, or weighs though unused.
    CannotBeUnused {
        /// Key of the source.
        source: String,
    },
    /// The reason is blank.
    ReasonMissing,
}

/// What keeps a change from being made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefusalView {
    /// What.
    pub code: RefusalCode,
    /// Key or name of what it is about; may be empty.
    pub about: String,
    /// How many hang on it.
    pub count: u32,
}

/// Why a change is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RefusalCode {
    /// Frozen: only names change.
    Frozen,
    /// Data points speak for the source.
    SourceInUse,
    /// Indications place the criterion.
    CriterionInUse,
    /// Drafts have words on the criterion.
    CriterionWritten,
    /// The number of levels changes under indications.
    ScaleInUse,
    /// A level takes the name of another under indications.
    LevelsSwapped,
    /// Drafts have the outcome.
    OutcomeInUse,
    /// The version label was used before.
    LabelTaken,
}

/// One difference between frameworks; `from` was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "change", rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is explained at domain::framework::FrameworkChange")]
pub enum FrameworkChangeView {
    Name { from: String, to: String },
    Version { from: String, to: String },
    LevelRenamed { at: u32, from: String, to: String },
    LevelAdded { name: String },
    LevelRemoved { name: String },
    NormLine { from: String, to: String },
    CoverageThreshold { from: String, to: String },
    SourceAdded { label: String, min: u32, max: u32 },
    SourceRemoved { label: String },
    SourceLabel { source: String, from: String, to: String },
    Band { source: String, from: Vec<u32>, to: Vec<u32> },
    Optional { source: String, optional: bool },
    SourcesReordered,
    CriterionAdded { criterion: String, label: String },
    CriterionRemoved { criterion: String, label: String },
    CriterionDomain { criterion: String, from: String, to: String },
    CriterionLabel { criterion: String, from: String, to: String },
    CriterionShort { criterion: String, from: String, to: String },
    CriterionNorm { criterion: String, from: String, to: String },
    CriterionSourceAdded { criterion: String, source: String },
    CriterionSourceRemoved { criterion: String, source: String },
    CriterionMinimum { criterion: String, from: u32, to: u32 },
    CriteriaReordered,
    MomentFactor { moment: String, from: String, to: String },
    MinimumSources { from: u32, to: u32 },
    MinimumAuthors { from: u32, to: u32 },
    MinimumQuadrants { from: u32, to: u32 },
    OutcomeRenamed { from: String, to: String },
    OutcomeAdded { name: String },
    OutcomeRemoved { name: String },
}

/// One difference between weightings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "change", rename_all = "camelCase")]
pub enum WeightChangeView {
    /// Another weight.
    Weight {
        /// Key of the source.
        source: String,
        /// Before.
        from: u32,
        /// After.
        to: u32,
    },
    /// Done without from now on, or taken in.
    Unused {
        /// Key of the source.
        source: String,
        /// Whether it is done without.
        unused: bool,
    },
}

/// What a change would do to dossiers that are open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EffectView {
    /// Open dossiers that were weighed.
    pub dossiers: u32,
    /// In how many something changes.
    pub touched: u32,
    /// Criteria by stance before and after.
    pub stances: Vec<StanceShift>,
    /// Discrepancies that appear.
    pub appeared: u32,
    /// Discrepancies that go.
    pub vanished: u32,
    /// Letters of VRAAK by how they change.
    pub vraak: Vec<LetterShift>,
    /// The dossiers in which something changes, as many as can be read.
    pub rows: Vec<EffectRow>,
    /// How many more there are.
    pub more: u32,
}

/// How many criteria go from one stance to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StanceShift {
    /// Before.
    pub from: StanceCode,
    /// After.
    pub to: StanceCode,
    /// How many.
    pub count: u32,
}

/// In how many dossiers a letter changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LetterShift {
    /// Which.
    pub letter: LetterCode,
    /// Before.
    pub from: MetCode,
    /// After.
    pub to: MetCode,
    /// How many.
    pub count: u32,
}

/// One dossier in which something changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EffectRow {
    /// Student number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Criteria whose stance changes.
    pub stances: Vec<CriterionShift>,
    /// Criteria with a discrepancy that appears.
    pub appeared: Vec<String>,
    /// Criteria with a discrepancy that goes.
    pub vanished: Vec<String>,
    /// Letters that change.
    pub vraak: Vec<LetterShift>,
}

/// A criterion whose stance changes; `None` where it is new or gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CriterionShift {
    /// Key.
    pub criterion: String,
    /// Before.
    pub from: Option<StanceCode>,
    /// After.
    pub to: Option<StanceCode>,
}
