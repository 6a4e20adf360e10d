//! *Bewijs toevoegen*: what comes in, what would happen to it, and what did. Field names of the report are those of the
//! contract's `import --json`; those of a mapping those of its file.

use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// Files to bring in, or to look at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportRequest {
    /// The files, in the order in which they are read.
    pub files: Vec<FileRequest>,
}

/// One file with what the user said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FileRequest {
    /// The file.
    pub incoming: Incoming,
    /// What it is, when told: a code of `import --as`.
    pub kind: Option<String>,
    /// What its columns mean, whose it is, which rows stay out; proposed where left out.
    pub mapping: Option<MappingView>,
}

/// Where a file comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Incoming {
    /// A path.
    Path(String),
    /// Something pasted: a name with an ending, and the text.
    Pasted {
        /// Name with an ending that says what it is (`.html`, `.tsv`, `.txt`).
        name: String,
        /// The text.
        text: String,
    },
    /// A file that was kept, by its SHA-256: to settle what waits.
    Kept(String),
}

/// *Kolomkoppeling*, in the shape of its file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MappingView {
    /// Source.
    pub source: Option<String>,
    /// Moment.
    pub moment: Option<String>,
    /// Name of the author where no column says it.
    pub author_name: Option<String>,
    /// Role of the author where no column says it.
    pub role_name: Option<String>,
    /// Date where nothing says it, ISO.
    pub on: Option<String>,
    /// Source for comments of others in a journal.
    pub comments: Option<String>,
    /// Heading of the student number.
    pub number: Option<String>,
    /// Heading of the student's name.
    pub student: Option<String>,
    /// Heading of the student's mail address.
    pub email: Option<String>,
    /// Heading of the source.
    pub sources: Option<String>,
    /// Heading of the author.
    pub author: Option<String>,
    /// Heading of the role.
    pub role: Option<String>,
    /// Heading of the moment.
    pub moments: Option<String>,
    /// Heading of the date.
    pub date: Option<String>,
    /// Heading of the quadrant.
    pub quadrant: Option<String>,
    /// Heading of whether it is established.
    pub established: Option<String>,
    /// Heading of the response's own number.
    pub id: Option<String>,
    /// Heading of what was done.
    pub title: Option<String>,
    /// Headings of open text.
    pub text: Option<Vec<String>>,
    /// Headings per criterion.
    pub criteria: Option<BTreeMap<String, CriterionColumnsView>>,
    /// Levels by word; null is *niet waargenomen*.
    pub levels: BTreeMap<String, Option<u8>>,
    /// Decisions about rows.
    pub rows: Vec<RowDecisionView>,
}

/// Headings of a criterion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CriterionColumnsView {
    /// Of its level.
    pub level: String,
    /// Of its explanation.
    pub text: Option<String>,
}

/// A decision about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RowDecisionView {
    /// Sheet, if any.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
    /// `leave_out`, `student`, `instead`, `beside`, `both` or `quadrant`.
    pub decide: String,
    /// Student number or quadrant, where one is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[specta(optional)]
    pub value: Option<String>,
}

/// What would happen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportPreview {
    /// Per file.
    pub files: Vec<FilePreview>,
}

/// What would happen to one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FilePreview {
    /// The counts and findings.
    pub report: FileReport,
    /// Every row, those that need a person first; at most 5,000.
    pub rows: Vec<RowLine>,
    /// Rows that are not listed.
    pub more: u32,
    /// What a table was taken for.
    pub guess: Option<GuessView>,
}

/// What happens to a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RowLine {
    /// Sheet, if any.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
    /// What happens.
    pub outcome: RowOutcome,
    /// Whose it is, name and number; as typed when it waits.
    pub who: String,
    /// What it says, shortened; for a change what it said before.
    pub words: String,
    /// For a change: what it says now, shortened, and else empty.
    pub becomes: String,
}

/// What happens to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// Changed since it came in.
    Changed,
    /// New.
    New,
    /// Already there.
    Same,
}

/// What a table was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GuessView {
    /// Its headings.
    pub headings: Vec<String>,
    /// Its first rows.
    pub sample: Vec<Vec<String>>,
    /// What its columns are taken to mean.
    pub mapping: MappingView,
    /// Words for levels that stand in it.
    pub words: Vec<LevelWordView>,
    /// Whether it was recognised from an earlier time.
    pub remembered: bool,
}

/// A word for a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LevelWordView {
    /// As it stands.
    pub word: String,
    /// How often.
    pub count: u32,
    /// Whether it has a meaning.
    pub known: bool,
    /// The level, or null for *niet waargenomen*.
    pub level: Option<u8>,
}

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportProgress {
    /// The file at hand.
    pub file: String,
    /// Files that are done.
    pub done: u32,
    /// Files in all.
    pub files: u32,
    /// Rows of the file at hand that are written.
    pub row: u32,
    /// Rows of the file at hand; nought while it is read.
    pub rows: u32,
}

/// A file of which rows wait for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WaitingFile {
    /// SHA-256 of the kept file.
    pub hash: String,
    /// Its name.
    pub name: String,
    /// What it was taken for.
    pub kind: Option<String>,
    /// How it was read, with the decisions so far.
    pub mapping: MappingView,
    /// What waits.
    pub pending: Vec<PendingRow>,
}

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
    /// Levels that came with the data points added or updated; *niet waargenomen* is none.
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
    /// Sheet, if any.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: u32,
    /// Code of the reason.
    pub reason: String,
    /// Student numbers it may be about.
    pub candidates: Vec<String>,
    /// What stands there: the name as typed, the level word.
    pub value: String,
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
