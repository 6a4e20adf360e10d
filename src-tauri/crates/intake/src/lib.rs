//! Foreign files become students, data points and findings.
//!
//! Promises: bytes in, values out; the same bytes give the same values; nothing of a file is followed or run; what is
//! uncertain waits for a person; no input brings the reader down. Deliberately absent: the file system, the clock,
//! sentences, and writing: whoever calls decides what to do with what was read.

mod cohort;
mod dates;
mod finding;
mod forms;
mod kind;
mod mapping;
mod matching;
mod readers;
mod students;
mod table;

pub use finding::{Finding, FindingCode, Pending, PendingReason, Severity};
pub use kind::Kind;
pub use mapping::Mapping;

use domain::cohort::CohortDocument;
use domain::evidence::DataPoint;
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::student::Student;
use domain::year::{AcademicYear, Calendar};

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
#[derive(Debug, Clone, Copy, Default)]
pub struct Ask<'a> {
    /// What it is; recognised when not said.
    pub kind: Option<Kind>,
    /// What its columns mean; proposed from the headings when not said.
    pub mapping: Option<&'a Mapping>,
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
        Self { kind, content: Content::Nothing, findings: vec![finding], pending: Vec::new() }
    }

    fn of(kind: Kind, content: Content, findings: Vec<Finding>, pending: Vec<Pending>) -> Self {
        let refused = findings.iter().any(|finding| finding.severity == Severity::Error);
        Self { kind, content: if refused { Content::Nothing } else { content }, findings, pending }
    }
}

/// Reads a file: all of it, or nothing of it with the reasons.
pub fn read(file: &SourceFile<'_>, ask: &Ask<'_>, context: &Context<'_>) -> Read {
    let kind = ask.kind.unwrap_or_else(|| kind::recognise(file));
    if file.bytes.is_empty() {
        return Read::refused(kind, Finding::error(FindingCode::FileEmpty));
    }
    if file.bytes.len() > GREATEST {
        return Read::refused(kind, Finding::error(FindingCode::TooLarge).value("64 MB"));
    }
    match kind {
        Kind::Cohort => cohort::read(file),
        Kind::Students | Kind::Forms | Kind::Table => match readers::tables(file) {
            Ok(tables) => of_tables(kind, ask, &tables, file, context),
            Err(finding) => Read::refused(kind, *finding),
        },
        other => Read::refused(other, kind::not_read(file, other)),
    }
}

/// A table is a student list or a form; its headings say which.
fn of_tables(kind: Kind, ask: &Ask<'_>, tables: &[table::Table], file: &SourceFile<'_>, context: &Context<'_>) -> Read {
    let Some(table) = tables.iter().find(|table| !table.rows.is_empty()) else {
        return Read::refused(kind, Finding::error(FindingCode::FileEmpty));
    };
    let chosen = match ask.kind {
        Some(Kind::Students) => Kind::Students,
        Some(Kind::Forms) => Kind::Forms,
        _ if ask.mapping.is_some() || mapping::looks_like_forms(&table.headings, context.framework) => Kind::Forms,
        _ if students::looks_like_list(&table.headings) => Kind::Students,
        _ => return Read::refused(Kind::Table, Finding::error(FindingCode::TableNotRecognised)),
    };
    match chosen {
        Kind::Students => students::read(table),
        _ => forms::read(table, ask.mapping, file, context),
    }
}
