//! *Bewijs toevoegen*: files become students, data points and statements, in one act.
//!
//! Promises: each file comes in as a whole or not at all; the same file or row never comes in twice; the original is
//! kept with its hash; what waits for a person is remembered until it is settled; a trial run goes the same way and is
//! rolled back, and so is an act that is cancelled. Deliberately absent: reading foreign formats (intake).

mod merging;
mod preview;
mod waiting;
mod writing;

use crate::api::*;
use crate::marking::hex;
use crate::words::Tongue;
use crate::workbench::{Workbench, file_name};
use chrono::{DateTime, NaiveDate, Utc};
use domain::student::Student;
use intake::{Ask, Content, Context, Kind, Mapping, Read, Severity, SourceFile};
use preview::{Rows, mapping_of, refused, report_of};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::{StoreError, StoredFile, Writer};

/// How to import.
#[derive(Debug, Clone, Copy, Default)]
pub struct ImportAsk {
    /// Only look.
    pub dry_run: bool,
    /// Language of the findings.
    pub tongue: Tongue,
}

/// A file to import, with what was said of it.
pub struct FileAsk {
    /// The file.
    pub incoming: Incoming,
    /// What it is, when told.
    pub kind: Option<Kind>,
    /// What its columns mean, when told.
    pub mapping: Option<Mapping>,
}

/// Hears how far an import is; answers whether to go on.
pub type Hear<'h> = &'h mut dyn FnMut(&ImportProgress) -> bool;

/// Why the act was rolled back.
enum Stop {
    Trial,
    Cancelled,
    Refused(Problem),
}

/// A file at hand.
struct File {
    name: String,
    bytes: Vec<u8>,
    hash: String,
    modified: Option<NaiveDate>,
    kind: Option<Kind>,
    mapping: Option<Mapping>,
    /// Whether it lies in the workspace already because rows of it wait.
    kept: bool,
}

impl FileAsk {
    /// A path about which nothing is said.
    pub fn path(path: &Path) -> Self {
        Self { incoming: Incoming::Path(path.display().to_string()), kind: None, mapping: None }
    }

    /// Reads a request of the window.
    pub fn read(request: &FileRequest) -> Result<Self, Problem> {
        let kind = request
            .kind
            .as_deref()
            .map(|code| Kind::parse(code).ok_or_else(|| Problem::user(ProblemCode::FileUnreadable, "").with(code)));
        let mapping = request.mapping.as_ref().map(mapping_of);
        Ok(Self { incoming: request.incoming.clone(), kind: kind.transpose()?, mapping: mapping.transpose()? })
    }
}

impl Workbench {
    /// Imports files in one act, each as a whole or not at all; or only looks. A cancelled import leaves nothing.
    pub fn import(&mut self, files: &[FileAsk], ask: &ImportAsk, hear: Hear<'_>) -> Result<ImportPreview, Problem> {
        let names: Vec<String> = files.iter().map(|file| self.name_of(&file.incoming)).collect();
        let act = self.act("import", &subject(&names), "", true);
        let host = self.host.clone();
        let today = host.today();
        let (imported_at, by) = (host.now().timestamp_millis(), self.actor().to_owned());
        let mut preview = ImportPreview::default();
        let written = self.store.transact(&act, |writer| -> Result<(), Stop> {
            let mut known = Known::of(writer, today)?;
            let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
            let mut found: Vec<Option<FilePreview>> = files.iter().map(|_| None).collect();
            for (at, done) in lists_first(&names).into_iter().zip(0u32..) {
                let (asked, name) = (&files[at], &names[at]);
                let mut told =
                    |row: u32, rows: u32| hear(&ImportProgress { file: name.clone(), done, files: total, row, rows });
                if !told(0, 0) {
                    return Err(Stop::Cancelled);
                }
                let file = match take(writer, asked, name) {
                    Ok(file) => file,
                    Err(problem) => {
                        let report = refused(name, "unknown", &problem, ask.tongue);
                        found[at] = Some(FilePreview { report, rows: Vec::new(), more: 0, guess: None });
                        continue;
                    }
                };
                let read = known.read(writer, &file, host.as_ref(), today)?;
                let keep = StoredFile {
                    name: file.name.clone(),
                    bytes: Vec::new(),
                    hash: file.hash.clone(),
                    imported_at,
                    by: by.clone(),
                    kind: read.kind.code().to_owned(),
                };
                let one = bring_in(writer, file, keep, read, &known, ask, &mut told)?;
                known.stale |= one.report.students.added + one.report.students.updated > 0;
                found[at] = Some(one);
            }
            preview.files = found.into_iter().flatten().collect();
            let something = preview.files.iter().any(|file| file.report.outcome == FileOutcome::Imported);
            if ask.dry_run || !something { Err(Stop::Trial) } else { Ok(()) }
        });
        match written {
            Ok(_) | Err(Stop::Trial) => Ok(preview),
            Err(Stop::Cancelled) => Err(Problem::user(ProblemCode::Cancelled, "")),
            Err(Stop::Refused(problem)) => Err(problem),
        }
    }

    fn name_of(&self, incoming: &Incoming) -> String {
        match incoming {
            Incoming::Path(path) => file_name(Path::new(path)),
            Incoming::Pasted { name, .. } => name.clone(),
            Incoming::Kept(hash) => {
                let info = self.store.reader().file_info(hash).ok().flatten();
                info.map(|info| info.name).unwrap_or_default()
            }
        }
    }
}

/// The order in which files are read: what looks like a list of students goes first, for the others speak of them.
fn lists_first(names: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|at| {
        let name = names[*at].to_lowercase();
        !["studentenlijst", "studenten", "students", "klassenlijst", "deelnemers"]
            .iter()
            .any(|word| name.contains(word))
    });
    order
}

/// What an act is about: one name, or the first of several.
fn subject(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first, rest @ ..] => format!("{first} (+{})", rest.len()),
    }
}

/// What is known while files are read, kept between them.
struct Known {
    framework: domain::framework::WeightFramework,
    calendar: domain::year::Calendar,
    year: domain::year::AcademicYear,
    today: NaiveDate,
    students: Vec<Student>,
    /// Whether there are other students by now.
    stale: bool,
    remembered: BTreeMap<String, Mapping>,
}

impl Known {
    fn of(writer: &Writer<'_>, today: NaiveDate) -> Result<Self, StoreError> {
        Ok(Self {
            today,
            framework: writer.framework()?,
            calendar: writer.calendar()?,
            year: writer.meta()?.year,
            students: writer.students()?,
            stale: false,
            remembered: waiting::remembered(writer)?,
        })
    }

    fn read(
        &mut self,
        writer: &Writer<'_>,
        file: &File,
        host: &dyn crate::host::Host,
        today: NaiveDate,
    ) -> Result<Read, StoreError> {
        let source = SourceFile { name: &file.name, bytes: &file.bytes };
        if intake::is_cohort(&source, file.kind) {
            return Ok(intake::read_cohort(&source));
        }
        if std::mem::take(&mut self.stale) {
            self.students = writer.students()?;
        }
        let context =
            Context { framework: &self.framework, year: self.year, calendar: &self.calendar, students: &self.students };
        let mapping = file.mapping.as_ref();
        let remembered = Some(&self.remembered);
        let asked = Ask { kind: file.kind, mapping, remembered, modified: file.modified, today };
        Ok(intake::interpret(host.unpack(&source, file.kind), &source, &asked, &context))
    }
}

/// Greatest file that is read, in bytes.
const GREATEST: u64 = 256 << 20;

fn take(writer: &Writer<'_>, asked: &FileAsk, name: &str) -> Result<File, Problem> {
    let (bytes, modified, kept) = match &asked.incoming {
        Incoming::Path(path) => {
            let (bytes, modified) = read_capped(&PathBuf::from(path))?;
            (bytes, modified, false)
        }
        Incoming::Pasted { text, .. } => (text.as_bytes().to_vec(), None, false),
        Incoming::Kept(hash) => {
            let file = writer.file(hash)?.ok_or_else(|| Problem::user(ProblemCode::FileNotFound, ""))?;
            (file.bytes, None, true)
        }
    };
    let hash = match &asked.incoming {
        Incoming::Kept(hash) => hash.clone(),
        _ => hex(&Sha256::digest(&bytes)),
    };
    let before = waiting::mapping_of(writer, &hash)?;
    // What was decided about a file that waits holds when it comes again, unless something else is said now.
    let (kind, mapping) = match before {
        Some((kind, mapping)) => (asked.kind.or(kind), asked.mapping.clone().or(Some(mapping))),
        None => (asked.kind, asked.mapping.clone()),
    };
    Ok(File { name: name.to_owned(), bytes, hash, modified, kind, mapping, kept })
}

fn read_capped(path: &Path) -> Result<(Vec<u8>, Option<NaiveDate>), Problem> {
    let metadata = std::fs::metadata(path).map_err(|error| Problem::reading(&error))?;
    if metadata.is_dir() {
        return Err(Problem::user(ProblemCode::IsFolder, ""));
    }
    if metadata.len() > GREATEST {
        return Err(Problem::user(ProblemCode::FileTooLarge, "").with("256 MB"));
    }
    let modified = metadata.modified().ok().map(|moment| DateTime::<Utc>::from(moment).date_naive());
    Ok((std::fs::read(path).map_err(|error| Problem::reading(&error))?, modified))
}

fn bring_in(
    writer: &mut Writer<'_>,
    file: File,
    mut keep: StoredFile,
    read: Read,
    known: &Known,
    ask: &ImportAsk,
    hear: writing::Hear<'_>,
) -> Result<FilePreview, Stop> {
    let mut report = report_of(&file.name, &read, ask.tongue);
    let mut rows = Rows::wanted(ask.dry_run, &known.students, &known.framework);
    let guess = read.guess.clone();
    if read.findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Ok(rows.of(report, guess.as_ref()));
    }
    match read.content {
        Content::Nothing => {}
        Content::Students(list) => writing::put_students(writer, list, &mut report, hear)?,
        Content::Evidence(list) => writing::put_evidence(writer, list, &file.hash, &mut report, &mut rows, hear)?,
        Content::Cohort(document) => match writing::fitting(writer, *document, &keep) {
            Ok(cohort) => writing::put_cohort(writer, cohort, (known.today, &keep.by), &mut report, hear)?,
            Err(problem) if problem.kind == ProblemKind::User => {
                return Ok(rows.of(refused(&file.name, &keep.kind, &problem, ask.tongue), None));
            }
            Err(problem) => return Err(problem.into()),
        },
    }
    let settled = waiting::note(writer, &file, &read.pending)?;
    let still = |counts: &Counts| counts.added == 0 && counts.updated == 0;
    let unchanged = still(&report.students) && still(&report.datapoints) && !settled;
    report.outcome = if unchanged { FileOutcome::Unchanged } else { FileOutcome::Imported };
    if !unchanged {
        if let (Some(mapping), Some(guess)) = (&file.mapping, &guess) {
            waiting::remember(writer, &guess.signature, mapping)?;
        }
        if !file.kept && !writer.has_file(&file.hash)? {
            keep.bytes = file.bytes;
            writer.put_file(&keep)?;
        }
    }
    Ok(rows.of(report, guess.as_ref()))
}
