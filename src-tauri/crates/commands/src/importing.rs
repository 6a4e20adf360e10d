//! *Bewijs toevoegen*: a file becomes students, data points and statements, or is refused as a whole.
//!
//! Promises: all or nothing for each file; the same file or row never comes in twice; the original is kept with its
//! hash; a trial run goes the same way and is rolled back. Deliberately absent: reading foreign formats (intake).

use crate::api::*;
use crate::marking::hex;
use crate::words::{Tongue, finding_sentence, problem_sentence};
use crate::workbench::{Workbench, file_name};
use domain::cohort::CohortDocument;
use domain::evidence::{DataPoint, Provenance};
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::student::Student;
use domain::weights::WeightSet;
use intake::{Ask, Content, Context, Kind, Mapping, Read, Severity, SourceFile};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use store::{StoreError, StoredFile, Writer};

/// How to import.
#[derive(Default)]
pub struct ImportAsk {
    /// What the files are, when told.
    pub kind: Option<Kind>,
    /// Columns of a table, when told.
    pub mapping: Option<Mapping>,
    /// Only look.
    pub dry_run: bool,
    /// Language of the findings.
    pub tongue: Tongue,
}

/// Why a file's act was rolled back.
enum Stop {
    Trial(Box<FileReport>),
    Refused(Problem),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

impl Workbench {
    /// Imports files one after another; `done` hears after each.
    pub fn import(
        &mut self,
        paths: &[PathBuf],
        ask: &ImportAsk,
        done: &mut dyn FnMut(usize, usize),
    ) -> Result<ImportReport, Problem> {
        let mut report = ImportReport::default();
        for (at, path) in paths.iter().enumerate() {
            let name = file_name(path);
            let read = read_capped(path);
            report.files.push(match read {
                Ok(bytes) => self.import_bytes(&name, &bytes, ask)?,
                Err(problem) => refused(&name, "unknown", &problem.at(&name), ask.tongue),
            });
            done(at + 1, paths.len());
        }
        Ok(report)
    }

    /// Imports one file that was read already.
    pub fn import_bytes(&mut self, name: &str, bytes: &[u8], ask: &ImportAsk) -> Result<FileReport, Problem> {
        let hash = hex(&Sha256::digest(bytes));
        let read = {
            let reader = self.store.reader();
            let (framework, calendar, students) = (reader.framework()?, reader.calendar()?, reader.students()?);
            let year = reader.meta()?.year;
            let context = Context { framework: &framework, year, calendar: &calendar, students: &students };
            let asked = Ask { kind: ask.kind, mapping: ask.mapping.as_ref() };
            intake::read(&SourceFile { name, bytes }, &asked, &context)
        };
        let mut report = report_of(name, &read, ask.tongue);
        if read.findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Ok(report);
        }
        if self.store.reader().has_file(&hash)? {
            report.outcome = FileOutcome::Unchanged;
            count_unchanged(&mut report, &read.content);
            return Ok(report);
        }
        let kept = StoredFile {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
            hash: hash.clone(),
            imported_at: self.host.now().timestamp_millis(),
            by: self.actor().to_owned(),
            kind: read.kind.code().to_owned(),
        };
        self.bring_in(read, kept, report, ask)
    }

    fn bring_in(
        &mut self,
        read: Read,
        kept: StoredFile,
        report: FileReport,
        ask: &ImportAsk,
    ) -> Result<FileReport, Problem> {
        let (name, kind) = (kept.name.clone(), kept.kind.clone());
        let act = self.act("import", &name, "", true);
        let dry_run = ask.dry_run;
        let written = self.store.transact(&act, |writer| -> Result<FileReport, Stop> {
            let mut report = report;
            report.outcome = FileOutcome::Imported;
            match read.content {
                Content::Nothing => {}
                Content::Students(rows) => {
                    for row in rows {
                        put_student(writer, &row.value, &mut report.students)?;
                    }
                }
                Content::Evidence(rows) => put_evidence(writer, rows, &kept.hash, &mut report)?,
                Content::Cohort(document) => put_cohort(writer, *document, &kept.hash, &mut report)?,
            }
            if nothing_new(&report) {
                report.outcome = FileOutcome::Unchanged;
            }
            writer.put_file(&kept)?;
            if dry_run { Err(Stop::Trial(Box::new(report))) } else { Ok(report) }
        });
        match written {
            Ok(done) => Ok(done.value),
            Err(Stop::Trial(report)) => Ok(*report),
            Err(Stop::Refused(problem)) if problem.kind == ProblemKind::User => {
                Ok(refused(&name, &kind, &problem, ask.tongue))
            }
            Err(Stop::Refused(problem)) => Err(problem),
        }
    }
}

/// Greatest file that is read.
const GREATEST: u64 = 256 << 20;

fn read_capped(path: &std::path::Path) -> Result<Vec<u8>, Problem> {
    let size = std::fs::metadata(path)?.len();
    if size > GREATEST {
        return Err(Problem::user(ProblemCode::FileTooLarge, "").with("256 MB"));
    }
    Ok(std::fs::read(path)?)
}

fn put_student(writer: &mut Writer<'_>, student: &Student, counts: &mut Counts) -> Result<(), StoreError> {
    match writer.student(&student.number)? {
        Some(known) if known == *student => counts.unchanged += 1,
        Some(_) => {
            writer.put_student(student)?;
            counts.updated += 1;
        }
        None => {
            writer.put_student(student)?;
            counts.added += 1;
        }
    }
    Ok(())
}

fn put_datapoint(
    writer: &mut Writer<'_>,
    number: &StudentNumber,
    datapoint: &DataPoint,
    report: &mut FileReport,
) -> Result<(), StoreError> {
    let marks = u32::try_from(datapoint.indications.len()).unwrap_or(u32::MAX);
    match writer.datapoint(number, &datapoint.id)? {
        Some(known) if same(&known, datapoint) => {
            report.datapoints.unchanged += 1;
            return Ok(());
        }
        Some(_) => report.datapoints.updated += 1,
        None => report.datapoints.added += 1,
    }
    report.indications += marks;
    writer.put_datapoint(number, datapoint)
}

/// Whether two data points say the same, wherever they came from.
fn same(a: &DataPoint, b: &DataPoint) -> bool {
    let bare = |point: &DataPoint| DataPoint { provenance: Provenance::Unconfirmed, ..point.clone() };
    bare(a) == bare(b)
}

fn put_evidence(
    writer: &mut Writer<'_>,
    rows: Vec<intake::EvidenceRow>,
    hash: &str,
    report: &mut FileReport,
) -> Result<(), Stop> {
    for row in rows {
        let mut datapoint = row.datapoint;
        datapoint.provenance = Provenance::File { hash: hash.to_owned(), sheet: row.sheet, row: Some(row.row) };
        if let Some((number, known)) = writer.row_key(&row.row_key)? {
            // The row came in before, perhaps under another key: it stays one data point.
            if number == row.student {
                datapoint.id = known;
            }
        }
        put_datapoint(writer, &row.student, &datapoint, report)?;
        writer.put_row_key(&row.row_key, &row.student, &datapoint.id)?;
    }
    Ok(())
}

fn put_cohort(
    writer: &mut Writer<'_>,
    document: CohortDocument,
    hash: &str,
    report: &mut FileReport,
) -> Result<(), Stop> {
    put_frame(writer, &document)?;
    let framework = writer.framework()?;
    let provenance = Provenance::File { hash: hash.to_owned(), sheet: None, row: None };
    for student in document.students {
        let dossier = student.into_dossier(&provenance);
        let mut arriving = dossier.student;
        let number = arriving.number.clone();
        if let Some(known) = writer.student(&number)? {
            // The document carries no addresses; those that are known stay.
            arriving.email = known.email;
            arriving.portfolio = known.portfolio;
        }
        put_student(writer, &arriving, &mut report.students)?;
        let known = writer.statements(&number)?;
        for statement in dossier.statements {
            if !known.contains(&statement) {
                writer.put_statement(&number, &statement)?;
            }
        }
        for datapoint in dossier.datapoints {
            datapoint.check(&framework).map_err(|fault| Problem::from(fault).at(number.as_str()))?;
            put_datapoint(writer, &number, &datapoint, report)?;
        }
    }
    Ok(())
}

/// Takes framework and weights over while there is no evidence; later a different one is refused.
fn put_frame(writer: &mut Writer<'_>, document: &CohortDocument) -> Result<(), Stop> {
    let own: WeightFramework = writer.framework()?;
    let framework = document.framework.clone().unwrap_or_else(|| own.clone());
    framework.check().map_err(|fault| Problem::user(ProblemCode::FrameworkFaulty, "").with(fault.to_string()))?;
    let held = writer.weights()?;
    let weights = match &document.weights {
        Some(weights) => WeightSet::new(&framework, weights, &document.unused_sources, "").map_err(Problem::from)?,
        None if framework == own => held.clone(),
        None => return Err(Problem::user(ProblemCode::FrameworkDiffers, "").into()),
    };
    let same = framework == own && weights.weights() == held.weights() && weights.unused() == held.unused();
    if same {
        return Ok(());
    }
    if writer.has_evidence()? {
        return Err(Problem::user(ProblemCode::FrameworkDiffers, "").into());
    }
    writer.put_framework(&framework)?;
    Ok(writer.put_weights(&weights)?)
}

fn nothing_new(report: &FileReport) -> bool {
    let still = |counts: &Counts| counts.added == 0 && counts.updated == 0;
    still(&report.students) && still(&report.datapoints)
}

fn count_unchanged(report: &mut FileReport, content: &Content) {
    let count = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    match content {
        Content::Nothing => {}
        Content::Students(rows) => report.students.unchanged = count(rows.len()),
        Content::Evidence(rows) => report.datapoints.unchanged = count(rows.len()),
        Content::Cohort(document) => {
            report.students.unchanged = count(document.students.len());
            let points = document.students.iter().map(|student| student.datapoints.len());
            report.datapoints.unchanged = count(points.sum());
        }
    }
}

fn report_of(name: &str, read: &Read, tongue: Tongue) -> FileReport {
    let finding = |found: &intake::Finding| FindingLine {
        code: found.code.code().to_owned(),
        severity: match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
        .to_owned(),
        sheet: found.sheet.clone(),
        row: found.row,
        column: found.column.clone(),
        message: finding_sentence(tongue, found),
    };
    FileReport {
        file: name.to_owned(),
        kind: read.kind.code().to_owned(),
        outcome: FileOutcome::Refused,
        students: Counts::default(),
        datapoints: Counts::default(),
        indications: 0,
        pending: read
            .pending
            .iter()
            .map(|row| PendingRow {
                row: row.row,
                reason: row.reason.code().to_owned(),
                candidates: row.candidates.iter().map(ToString::to_string).collect(),
            })
            .collect(),
        findings: read.findings.iter().map(finding).collect(),
    }
}

fn refused(name: &str, kind: &str, problem: &Problem, tongue: Tongue) -> FileReport {
    FileReport {
        file: name.to_owned(),
        kind: kind.to_owned(),
        outcome: FileOutcome::Refused,
        students: Counts::default(),
        datapoints: Counts::default(),
        indications: 0,
        pending: Vec::new(),
        findings: vec![FindingLine {
            code: crate::convert::word(&problem.code),
            severity: "error".to_owned(),
            sheet: None,
            row: None,
            column: None,
            message: problem_sentence(tongue, problem),
        }],
    }
}
