//! *Dossier*: sources, weighing and judgement of one student.

use super::conversations::{ConversationView, EstablishedView, OriginalView, TextStandsCode};
use super::desk::{AnswerCode, DossierState, LetterCode, MetCode, StanceCode};
use super::judging::JudgementView;
use super::session::SourceView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One dossier, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DossierReply {
    /// The student.
    pub student: StudentView,
    /// Number of the dossier before in the table, if any.
    pub previous: Option<String>,
    /// Number of the dossier after.
    pub next: Option<String>,
    /// Place in the table, from 1, and how many there are.
    pub place: (u32, u32),
    /// Data points, by date.
    pub datapoints: Vec<DataPointView>,
    /// Statements, the one that counts first.
    pub statements: Vec<StatementView>,
    /// The four periods: ISO date of each first day, and of the last day of the year.
    pub periods: Vec<String>,
    /// Today, ISO date.
    pub today: String,
    /// The weighing.
    pub weighing: WeighingView,
    /// The judgement of the attempt in force.
    pub judgement: JudgementView,
    /// Conversations, by date.
    pub conversations: Vec<ConversationView>,
    /// State, as in the table.
    pub state: DossierState,
    /// When the next step is due, ISO date.
    pub deadline: String,
}

/// The student's heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StudentView {
    /// *Studentnummer*.
    pub number: String,
    /// Name.
    pub name: String,
    /// *Opleiding*.
    pub programme: String,
    /// *Vak*.
    pub subject: String,
    /// School.
    pub school: String,
    /// *Vak stageplaats*.
    pub placement_subject: String,
    /// *Werkplekbegeleider*.
    pub mentor: String,
    /// *Schoolopleider*.
    pub school_educator: String,
    /// Portfolio address; may be empty.
    pub portfolio: String,
    /// Standing on the other three learning outcomes, always three.
    pub standings: Vec<StandingView>,
}

/// Standing on another learning outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StandingView {
    /// `positief-leerklimaat`, `onderwijsactiviteit`, `lerende`.
    pub luk: String,
    /// Status in words; empty when unknown.
    pub status: String,
    /// ISO date, if known.
    pub date: Option<String>,
    /// Whether the outcome is shown, by the programme's words.
    pub shown: bool,
    /// Last day on which it is judged, ISO date: where it stands on the time line while its own date is unknown.
    pub due: String,
}

/// One version of the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StatementView {
    /// ISO date.
    pub date: String,
    /// Kan.
    pub kan: AnswerCode,
    /// Wil.
    pub wil: AnswerCode,
    /// Argument.
    pub text: String,
}

/// A place in an original file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// Sheet, if it has any.
    pub sheet: Option<String>,
    /// Row, as the file counts.
    pub row: Option<u32>,
}

/// One data point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DataPointView {
    /// Key.
    pub id: String,
    /// Key of the source.
    pub source: String,
    /// Author; empty when unknown.
    pub author: String,
    /// Role in words.
    pub role: String,
    /// ISO date.
    pub date: String,
    /// Period 1 to 4.
    pub period: u8,
    /// Quadrant key, or empty.
    pub quadrant: String,
    /// Moment key.
    pub moment: String,
    /// Whether it is established.
    pub established: bool,
    /// How much it counts: `full`, `half` (a factor between 0 and 1) or `none`.
    pub counts: CountsCode,
    /// Text. Shown as text nodes, never as markup.
    pub text: String,
    /// Indications, by place in the text.
    pub indications: Vec<IndicationView>,
    /// Name of the original file, if any.
    pub file: Option<String>,
    /// Sheet and row it came from, if any.
    pub origin: Option<Origin>,
    /// Who confirmed or brought it in; may be empty.
    pub confirmed_by: String,
    /// The kept file it was read from, if any.
    pub original: Option<OriginalView>,
    /// Who established it at the desk, and when, if that is known.
    pub established_by: Option<EstablishedView>,
    /// Why its text cannot be corrected; null when it can.
    pub text_stands: Option<TextStandsCode>,
    /// Key of the conversation it belongs with, if any.
    pub conversation: Option<String>,
}

/// How much a data point counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum CountsCode {
    /// In full.
    Full,
    /// In part, by its moment.
    Half,
    /// Not: not established, or at a moment that does not weigh.
    None,
}

/// A passage with what it indicates. Offsets in Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IndicationView {
    /// Place in the data point's list: how to name it when removing.
    pub index: u32,
    /// Key of the criterion.
    pub criterion: String,
    /// Level; null is *niet waargenomen*.
    pub level: Option<u8>,
    /// Passage, or null for the whole data point.
    pub excerpt: Option<SpanView>,
}

/// Part of a text, offsets in Unicode scalar values, end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpanView {
    /// First.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// The weighing as drawn. Positions run from 0 to the highest level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WeighingView {
    /// Sources with the weights used: the agreed ones, or those of *wat als*.
    pub sources: Vec<SourceView>,
    /// Per criterion, in order.
    pub criteria: Vec<CriterionWeighing>,
    /// VRAAK.
    pub vraak: Vec<VraakView>,
}

/// One row of the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CriterionWeighing {
    /// Key.
    pub id: String,
    /// Stance.
    pub stance: StanceCode,
    /// Where the marker stands; null when hidden or undefined.
    pub position: Option<f64>,
    /// Whether that position lies at or above the norm; null where there is none.
    pub above_norm: Option<bool>,
    /// Range over every permitted weighting.
    pub range: Option<RangeView>,
    /// Where it could end if the missing came in.
    pub if_missing: Option<RangeView>,
    /// Data points that count.
    pub datapoints: u32,
    /// How many are asked at the least.
    pub min_datapoints: u32,
    /// Per source, in order.
    pub cells: Vec<CellView>,
    /// Discrepancies, the minority first: keys of sources.
    pub discrepancies: Vec<DiscrepancyView>,
    /// *Zelfbeeld* beside the others: `higher`, `lower`, `close`; null when undefined.
    pub self_image: Option<String>,
    /// Own position of the student, for the hollow mark.
    pub self_position: Option<f64>,
}

/// Two positions.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RangeView {
    /// Least.
    pub min: f64,
    /// Greatest.
    pub max: f64,
}

/// Two sources that disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DiscrepancyView {
    /// The source in the minority.
    pub minority: String,
    /// The other.
    pub other: String,
}

/// One cell of the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellView {
    /// Key of the source.
    pub source: String,
    /// What kind of cell it is.
    pub kind: CellKind,
    /// Data points that count.
    pub count: u32,
    /// One mark per data point.
    pub marks: Vec<MarkView>,
    /// Whether the criterion would lie on the other side of the norm without this source.
    pub decisive: bool,
    /// Weight at which the picture tips, rounded for drawing, with whether the band allows it.
    pub flip: Option<FlipView>,
}

/// What kind of cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CellKind {
    /// Weighed.
    Weighed,
    /// Beside: has something to say, is not weighed (e.g. *zelfbeeld* on kan).
    Beside,
    /// Expected, and missing.
    Missing,
    /// Absent by design.
    Unused,
    /// Nothing expected and nothing there.
    Empty,
}

/// A flip point.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FlipView {
    /// Per cents.
    pub weight: f64,
    /// Whether the band allows it.
    pub within_band: bool,
    /// Whether the source would have to weigh more than it does now.
    pub heavier: bool,
}

/// One data point in a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkView {
    /// Key of the data point.
    pub datapoint: String,
    /// Its mean level on the criterion.
    pub position: f64,
    /// How much it counts.
    pub counts: CountsCode,
}

/// A letter of VRAAK with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VraakView {
    /// Letter.
    pub letter: LetterCode,
    /// How far.
    pub met: MetCode,
    /// Why not entirely.
    pub lacks: Vec<LackView>,
}

/// What a letter lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "lack", rename_all = "camelCase")]
pub enum LackView {
    /// Nothing counts.
    NothingCounts,
    /// Too few sources.
    Sources {
        /// There are.
        has: u32,
        /// Asked.
        asked: u32,
    },
    /// Too few authors.
    Authors {
        /// There are.
        has: u32,
        /// Asked.
        asked: u32,
    },
    /// Too few quadrants.
    Quadrants {
        /// There are.
        has: u32,
        /// Asked.
        asked: u32,
    },
    /// Data points without an indication.
    Unmarked {
        /// How many.
        count: u32,
        /// Of how many.
        of: u32,
    },
    /// Nothing is said on a criterion.
    Untouched {
        /// Key.
        criterion: String,
    },
    /// Without a named author or provenance.
    Unvouched {
        /// How many.
        count: u32,
        /// Of how many.
        of: u32,
    },
    /// Outside the academic year.
    OutsideYear {
        /// How many.
        count: u32,
    },
    /// Nothing from period 3 or 4.
    NothingLate,
    /// Too few on a criterion.
    TooFew {
        /// Key.
        criterion: String,
        /// There are.
        has: u32,
        /// Asked.
        asked: u32,
    },
}

/// Weights to look at, never stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// Per cents by source, in the framework's order; they add up to 100 and stay inside the bands.
    pub weights: Vec<u8>,
}
