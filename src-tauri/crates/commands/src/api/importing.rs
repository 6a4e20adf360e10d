//! *Bewijs toevoegen*: what an import did, or would do. Field names are those of the contract's `import --json`.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Report on an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportReport {
    /// Per file.
    pub files: Vec<FileReport>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FileReport {
    /// Name as given.
    pub file: String,
    /// What it was taken for.
    pub kind: String,
    /// What became of it.
    pub outcome: FileOutcome,
    /// Students.
    pub students: Counts,
    /// Data points.
    pub datapoints: Counts,
    /// Indications that came with the data points added or updated.
    pub indications: u32,
    /// Rows that wait for a person.
    pub pending: Vec<PendingRow>,
    /// Everything found.
    pub findings: Vec<FindingLine>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileOutcome {
    /// In.
    Imported,
    /// Already there.
    Unchanged,
    /// Nothing was taken over.
    Refused,
}

/// How many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Counts {
    /// New.
    pub added: u32,
    /// Changed.
    pub updated: u32,
    /// As they were.
    pub unchanged: u32,
}

/// A row that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PendingRow {
    /// Row, from 1.
    pub row: u32,
    /// Code of the reason.
    pub reason: String,
    /// Student numbers it may be about.
    pub candidates: Vec<String>,
}

/// Something found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FindingLine {
    /// Code.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// Sheet, if any.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: Option<u32>,
    /// Column, by its heading.
    pub column: Option<String>,
    /// The sentence, in the language asked for.
    pub message: String,
}
