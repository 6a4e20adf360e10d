//! Foreign files become students, data points and findings.
//!
//! In two steps: `unpack` makes tables and text of bytes and belongs in a process of its own (`wire`); `interpret` gives
//! them meaning: whose, from which source, what level. A file of others that results are put in ([`Template`],
//! [`Fields`]) is bytes in, bytes out.
//!
//! Promises: bytes in, values out; the same bytes give the same values; nothing of a file is followed or run; what is
//! uncertain waits for a person; no input brings the reader down. Deliberately absent: the file system, the clock,
//! sentences, and writing: whoever calls decides what to do with what was read.

mod cohort;
mod dates;
mod documents;
mod facts;
mod fields;
mod finding;
mod guess;
mod journals;
mod kind;
mod mapping;
mod matching;
mod propose;
mod raw;
mod readers;
mod rows;
mod students;
mod table;
mod template;
pub mod wire;
mod words;

pub use fields::{Field, Fields};
pub use finding::{Finding, FindingCode, Pending, PendingReason, Severity};
pub use guess::{Guess, LevelWord};
pub use kind::Kind;
pub use mapping::{CriterionColumns, Decision, Mapping, RowDecision};
pub use raw::{Attachment, Document, Journal, JournalComment, JournalEntry, Person, Raw};
pub use table::{Cell, Table, TableRow};
pub use template::{ResultCode, Template, TemplateRow};

use chrono::NaiveDate;
use domain::cohort::CohortDocument;
use domain::evidence::DataPoint;
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::student::Student;
use domain::year::{AcademicYear, Calendar};
use std::collections::BTreeMap;

/// Greatest file that is read, in bytes.
pub const GREATEST: usize = 64 << 20;

/// A file as it was given.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// Its name, without folder.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What the user says of a file.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What it is; recognised when not said.
    pub kind: Option<Kind>,
    /// What its columns mean; proposed from the headings when not said.
    pub mapping: Option<&'a Mapping>,
    /// Mappings that were used before, by the signature of their table.
    pub remembered: Option<&'a BTreeMap<String, Mapping>>,
    /// When the file was last changed.
    pub modified: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
}

/// What is known already.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Framework.
    pub framework: &'a WeightFramework,
    /// *Studiejaar*.
    pub year: AcademicYear,
    /// Its calendar.
    pub calendar: &'a Calendar,
    /// Students to match rows with.
    pub students: &'a [Student],
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Read {
    /// What the file was taken for.
    pub kind: Kind,
    /// What is in it; nothing when a finding is an error.
    pub content: Content,
    /// Everything found.
    pub findings: Vec<Finding>,
    /// Rows that wait for a person.
    pub pending: Vec<Pending>,
    /// What a table was taken for, and why.
    pub guess: Option<Guess>,
}

/// What is in a file.
#[derive(Debug, Clone)]
pub enum Content {
    /// Nothing that can be taken over.
    Nothing,
    /// Students.
    Students(Vec<Row<Student>>),
    /// Data points.
    Evidence(Vec<EvidenceRow>),
    /// A whole cohort.
    Cohort(Box<CohortDocument>),
}

/// A value with its row, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<T> {
    /// The row.
    pub row: u32,
    /// The value.
    pub value: T,
}

/// A data point with where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRow {
    /// About whom.
    pub student: StudentNumber,
    /// The data point; its provenance is for the caller to say.
    pub datapoint: DataPoint,
    /// What stays the same when the same row comes in another download of the same table.
    pub row_key: String,
    /// The sheet.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u32,
}

impl Read {
    fn refused(kind: Kind, finding: Finding) -> Self {
        Self { kind, content: Content::Nothing, findings: vec![finding], pending: Vec::new(), guess: None }
    }

    fn of(kind: Kind, content: Content, findings: Vec<Finding>, pending: Vec<Pending>) -> Self {
        let refused = findings.iter().any(|finding| finding.severity == Severity::Error);
        Self { kind, content: if refused { Content::Nothing } else { content }, findings, pending, guess: None }
    }
}

/// Whether a file is a cohort document, which `read_cohort` reads.
pub fn is_cohort(file: &SourceFile<'_>, kind: Option<Kind>) -> bool {
    kind == Some(Kind::Cohort) || kind.is_none() && kind::format_of(file) == kind::Format::Json
}

/// Reads a cohort document: JSON with every key named, so it needs no process of its own.
pub fn read_cohort(file: &SourceFile<'_>) -> Read {
    match too_large_or_empty(file.bytes) {
        Some(finding) => Read::refused(Kind::Cohort, finding),
        None => cohort::read(file),
    }
}

/// Makes tables or text of the bytes of a file, or says why not.
pub fn unpack(file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding> {
    match too_large_or_empty(file.bytes) {
        Some(finding) => Err(finding),
        None => readers::read(file, kind),
    }
}

fn too_large_or_empty(bytes: &[u8]) -> Option<Finding> {
    if bytes.is_empty() {
        return Some(Finding::error(FindingCode::FileEmpty));
    }
    (bytes.len() > GREATEST).then(|| Finding::error(FindingCode::TooLarge).value("64 MB"))
}

/// Gives what was unpacked its meaning: all of it, or nothing of it with the reasons.
pub fn interpret(unpacked: Result<Raw, Finding>, file: &SourceFile<'_>, ask: &Ask<'_>, context: &Context<'_>) -> Read {
    let kind = ask.kind.unwrap_or_else(|| kind::format_of(file).kind());
    match unpacked {
        Err(finding) => Read::refused(kind, finding),
        Ok(Raw::Tables(tables)) => guess::read(tables, file, ask, context),
        Ok(Raw::Document(document)) => documents::read(kind, &document, file.name, ask, context),
        Ok(Raw::Journal(journal)) => journals::read(&journal, ask, context),
        Ok(Raw::Template(_)) => Read::refused(kind, Finding::error(FindingCode::TableNotRecognised)),
    }
}

/// Both steps at once, in this process.
pub fn read(file: &SourceFile<'_>, ask: &Ask<'_>, context: &Context<'_>) -> Read {
    if is_cohort(file, ask.kind) {
        return read_cohort(file);
    }
    interpret(unpack(file, ask.kind), file, ask, context)
}
