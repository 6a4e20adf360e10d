//! Results for other systems: what would be filled in where, what is left empty and why.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OutputRequest {
    /// For which system.
    pub system: OutputSystem,
    /// Path of a file of the user's own that is filled; without one Brightspace gets a new file.
    pub template: Option<String>,
    /// *Studentnummers*; all students when empty.
    pub numbers: Vec<String>,
    /// Name of the grade item in Brightspace; the learning outcome when blank.
    pub item: String,
    /// Whether a result that stands in a file for Brightspace already is replaced by another.
    pub replace: bool,
    /// Result codes of OSIRIS that the user chose just now; those kept in the workspace hold for other outcomes.
    pub codes: Vec<CodeChoice>,
    /// What was looked at before: when it is given, nothing else than that is written.
    pub seen: Option<String>,
}

/// A system that takes results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum OutputSystem {
    /// CSV with grades as text.
    Brightspace,
    /// XLSX made by OSIRIS, with a place for the result.
    Osiris,
}

/// What an outcome is called in OSIRIS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CodeChoice {
    /// Outcome on the scale of the framework.
    pub outcome: String,
    /// Result code; empty leaves the cell of such a student empty.
    pub code: String,
}

/// What would be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OutputPreview {
    /// For every student of the file and of the workspace, in the order of the file, those missing in it last.
    pub rows: Vec<OutputRow>,
    /// Heading of the column that is filled.
    pub column: String,
    /// The sheet that is filled; empty for text.
    pub sheet: String,
    /// *Gelegenheid* that the file is for, when it says so.
    pub attempt: Option<u8>,
    /// *Collegejaar* that the file names, when it is another than that of the workspace.
    pub other_year: Option<String>,
    /// The codes of OSIRIS; nothing for other systems.
    pub codes: Option<ResultCodes>,
    /// Whether it can be written as it stands.
    pub ready: bool,
    /// SHA-256 (hexadecimal) of what would be written; empty when nothing can be.
    pub seen: String,
}

/// One student in an output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OutputRow {
    /// *Studentnummer*.
    pub number: String,
    /// Name; empty for a stranger.
    pub name: String,
    /// Row in the file, from 1; nothing when it has none.
    pub row: Option<u32>,
    /// Outcome in force; empty without one.
    pub outcome: String,
    /// What is filled in; for what is left as it was, what stands there.
    pub value: String,
    /// What stood there before, when it is replaced.
    pub before: String,
    /// What happens.
    pub fate: OutputFate,
}

/// What happens to the result of one student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum OutputFate {
    /// It is filled in.
    Filled,
    /// It comes in the place of another.
    Replaced,
    /// It stands there already.
    Same,
    /// Something else stands there, and stays.
    Occupied,
    /// There is no established judgement in force; left empty.
    NoResult,
    /// The user chose no code for this outcome; left empty.
    NoCode,
    /// The outcome would be a formula in a spreadsheet; left empty.
    LikeFormula,
    /// The file has this student more than once; left as it is.
    Twice,
    /// Not a student of this workspace; left as it is.
    Stranger,
    /// A student of this workspace who is not in the file.
    Missing,
}

/// Result codes: what the template allows and what was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ResultCodes {
    /// Allowed by the template, in its order; empty when it does not say.
    pub allowed: Vec<AllowedCode>,
    /// For every outcome that is filled in.
    pub choices: Vec<CodeFor>,
}

/// A code that a template allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AllowedCode {
    /// The code.
    pub code: String,
    /// What the template says beside it; may be empty.
    pub meaning: String,
}

/// The code for one outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CodeFor {
    /// The outcome.
    pub outcome: String,
    /// The code; empty for none.
    pub code: String,
    /// Whether a person chose it; otherwise it is a proposal, or nothing was found to propose.
    pub chosen: bool,
}
