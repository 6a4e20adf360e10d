//! *Oordeel*: draft, obstacles, established.

use super::dossier::SpanView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The judgement of one attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JudgementView {
    /// *Gelegenheid*, from 1.
    pub attempt: u8,
    /// Draft or established.
    pub state: JudgementState,
    /// The words.
    pub words: DraftView,
    /// What still stands in the way; empty once established.
    pub obstacles: Vec<ObstacleView>,
    /// Codes of the deviations in the words that pass nothing any more; empty once established.
    pub idle: Vec<String>,
    /// The passages cited, as they read when it was established; empty until then.
    pub cited: Vec<CitedView>,
    /// The form, once established.
    pub form: Option<FormState>,
    /// Judgements of this student that are not in force any more.
    pub earlier: Vec<EarlierJudgement>,
}

/// State of a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum JudgementState {
    /// *Concept*.
    Draft {
        /// Whether it corrects an established judgement.
        revision: bool,
    },
    /// *Vastgesteld*.
    Established {
        /// By whom.
        by: String,
        /// ISO date.
        on: String,
        /// SHA-256, hexadecimal.
        hash: String,
        /// Whether the dossier now says something else than what the judgement stands on.
        changed: bool,
    },
}

/// A judgement of before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EarlierJudgement {
    /// *Gelegenheid*.
    pub attempt: u8,
    /// Outcome.
    pub outcome: String,
    /// ISO date.
    pub on: String,
    /// Whether a revision replaced it.
    pub replaced: bool,
}

/// The words of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// Outcome chosen.
    pub outcome: Option<String>,
    /// Onderbouwing of the whole.
    pub rationale: String,
    /// Per criterion.
    pub criteria: Vec<CriterionWords>,
    /// Answers to discrepancies.
    pub answers: Vec<AnswerView>,
    /// Saturation question.
    pub saturation: Option<SaturationView>,
    /// Feedforward.
    pub feedforward: String,
    /// Reasons to deviate.
    pub deviations: Vec<DeviationView>,
}

/// Words on one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CriterionWords {
    /// Key.
    pub criterion: String,
    /// Words.
    pub rationale: String,
    /// Citations.
    pub citations: Vec<CitationView>,
}

/// A citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CitationView {
    /// Key of the data point.
    pub datapoint: String,
    /// Passage.
    pub excerpt: SpanView,
}

/// A passage that was cited, with whose it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CitedView {
    /// Where it stood.
    pub citation: CitationView,
    /// Key of the source.
    pub source: String,
    /// Author; empty when unknown.
    pub author: String,
    /// ISO date.
    pub date: String,
    /// The words.
    pub text: String,
}

/// Answer to a discrepancy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Criterion.
    pub criterion: String,
    /// One source.
    pub a: String,
    /// The other.
    pub b: String,
    /// Answer.
    pub answer: String,
}

/// The saturation question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SaturationView {
    /// Enough.
    pub enough: bool,
    /// Why.
    pub why: String,
}

/// A reason to deviate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeviationView {
    /// Code of the obstacle, with `:place` or without.
    pub code: String,
    /// Reason.
    pub reason: String,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleView {
    /// Code.
    pub code: ObstacleCode,
    /// A criterion key, `K1:werkplek:drama`, a letter of VRAAK, or empty.
    pub place: String,
    /// Whether a written reason lets it pass.
    pub can_be_passed: bool,
}

/// Codes of obstacles, as the domain names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ObstacleCode {
    /// No statement.
    StatementMissing,
    /// No outcome.
    OutcomeMissing,
    /// Unknown outcome.
    OutcomeUnknown,
    /// No rationale.
    RationaleMissing,
    /// No rationale on a criterion.
    CriterionRationaleMissing,
    /// No citation on a criterion.
    CitationMissing,
    /// A citation points at nothing.
    CitationBroken,
    /// Unknown criterion.
    CriterionUnknown,
    /// Discrepancy unanswered.
    DiscrepancyUnanswered,
    /// VRAAK letter not met.
    VraakNotMet,
    /// Saturation question open.
    SaturationMissing,
    /// Not enough.
    NotSaturated,
    /// Picture and outcome differ.
    PictureDiffers,
    /// No mandate.
    MandateMissing,
}

/// State of the form of an established judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum FormState {
    /// Can be signed.
    Unsigned,
    /// Signed.
    #[serde(rename_all = "camelCase")]
    Signed {
        /// By whom.
        by: String,
        /// ISO date and time, UTC.
        at: String,
        /// Where the file was written; empty when only kept inside.
        path: String,
    },
}
