//! Results for other systems (*Brightspace*, *OSIRIS*): what is in force, looked at first and then written.
//!
//! Promises: only established judgements in force go out, each as the text its examiner gave it; nothing that stands in
//! a file of the user's own is lost; a file is written whole or not at all and its writing is in the journal.
//! Deliberately absent: names, grounds and statements of students, which these systems do not ask for.

use crate::api::*;
use crate::brightspace;
use crate::osiris;
use crate::publish::publish;
use crate::result_codes::{self, Choices};
use crate::words::{Tongue, finding_sentence};
use crate::workbench::{Workbench, file_name, read_up_to};
use intake::Finding;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// A student with the outcomes in force, by attempt.
pub(crate) struct Standing {
    pub number: String,
    pub name: String,
    outcomes: BTreeMap<u8, String>,
    /// Whether this output is to speak of the student.
    pub asked: bool,
}

impl Standing {
    /// The outcome in force: of that attempt, else of the latest.
    pub fn outcome(&self, attempt: Option<u8>) -> Option<&String> {
        match attempt {
            Some(attempt) => self.outcomes.get(&attempt),
            None => self.outcomes.last_key_value().map(|(_, outcome)| outcome),
        }
    }

    /// A row about this student of which nothing is filled in.
    pub fn row(&self, attempt: Option<u8>, row: Option<u32>, fate: OutputFate) -> OutputRow {
        OutputRow {
            number: self.number.clone(),
            name: self.name.clone(),
            row,
            outcome: self.outcome(attempt).cloned().unwrap_or_default(),
            value: String::new(),
            before: String::new(),
            fate,
        }
    }
}

/// What was made: how it looks, and the file when it can be written.
pub(crate) struct Made {
    pub preview: OutputPreview,
    pub bytes: Option<Vec<u8>>,
}

impl Workbench {
    /// What would be written; nothing is.
    pub fn preview_output(&self, request: &OutputRequest, tongue: Tongue) -> Result<OutputPreview, Problem> {
        Ok(self.make_output(request, tongue)?.preview)
    }

    /// Writes results to `path` and answers what was written; `codes_not_chosen` when a code is only proposed.
    pub fn write_output(
        &mut self,
        request: &OutputRequest,
        path: &Path,
        tongue: Tongue,
    ) -> Result<OutputPreview, Problem> {
        let made = self.make_output(request, tongue)?;
        let Some(bytes) = made.bytes else {
            return Err(Problem::user(ProblemCode::CodesNotChosen, "").with(proposals(&made.preview)));
        };
        if request.seen.as_ref().is_some_and(|seen| *seen != made.preview.seen) {
            return Err(Problem::user(ProblemCode::OutputChanged, ""));
        }
        let (act, codes) = match request.system {
            OutputSystem::Brightspace => ("results.brightspace", None),
            OutputSystem::Osiris => ("results.osiris", self.new_choices(&made.preview)?),
        };
        publish(path, &bytes)?;
        let reason = format!("{} sha256:{}", file_name(path), made.preview.seen);
        self.fixed(act, "", &reason, |writer| {
            if let Some(codes) = &codes {
                result_codes::keep(writer, codes)?;
            }
            Ok(())
        })?;
        Ok(made.preview)
    }

    fn make_output(&self, request: &OutputRequest, tongue: Tongue) -> Result<Made, Problem> {
        let mut made = self.made(request, tongue)?;
        made.preview.seen = match &made.bytes {
            Some(bytes) => crate::marking::hex(&Sha256::digest(bytes)),
            None => String::new(),
        };
        Ok(made)
    }

    fn made(&self, request: &OutputRequest, tongue: Tongue) -> Result<Made, Problem> {
        let standings = self.standings(&request.numbers)?;
        match (request.system, &request.template) {
            (OutputSystem::Brightspace, None) => brightspace::new_file(request, &standings),
            (OutputSystem::Brightspace, Some(path)) => {
                let bytes = read(path)?;
                brightspace::fill(request, &bytes, &standings).map_err(|fault| refused(fault, path, tongue))
            }
            (OutputSystem::Osiris, None) => Err(Problem::user(ProblemCode::TextMissing, "template")),
            (OutputSystem::Osiris, Some(path)) => {
                let bytes = read(path)?;
                let kept = result_codes::kept(&self.store.reader())?;
                let year = self.store.reader().meta()?.year;
                let asked = osiris::Asked { request, standings: &standings, kept: &kept, year };
                osiris::fill(self.host.as_ref(), &file_name(Path::new(path)), &bytes, &asked)
                    .map_err(|fault| refused(fault, path, tongue))
            }
        }
    }

    /// All students in the order of the table.
    fn standings(&self, numbers: &[String]) -> Result<Vec<Standing>, Problem> {
        let reader = self.store.reader();
        let mut outcomes: BTreeMap<String, BTreeMap<u8, String>> = BTreeMap::new();
        for form in reader.form_briefs()?.into_iter().filter(|form| !form.replaced) {
            outcomes.entry(form.student.to_string()).or_default().insert(form.attempt, form.outcome);
        }
        let students = reader.students()?;
        let known: HashSet<&str> = students.iter().map(|student| student.number.as_str()).collect();
        if let Some(stranger) = numbers.iter().find(|number| !known.contains(number.as_str())) {
            return Err(Problem::user(ProblemCode::UnknownStudent, stranger));
        }
        let standing = |student: &domain::student::Student| {
            let number = student.number.to_string();
            Standing {
                name: student.name.to_string(),
                outcomes: outcomes.remove(&number).unwrap_or_default(),
                asked: numbers.is_empty() || numbers.contains(&number),
                number,
            }
        };
        Ok(students.iter().map(standing).collect())
    }

    /// The choices to keep, when they are others than those kept.
    fn new_choices(&self, preview: &OutputPreview) -> Result<Option<Choices>, Problem> {
        let kept = result_codes::kept(&self.store.reader())?;
        let mut all = kept.clone();
        let made = preview.codes.iter().flat_map(|codes| &codes.choices);
        all.extend(made.map(|choice| (choice.outcome.clone(), choice.code.clone())));
        Ok((all != kept).then_some(all))
    }
}

/// Why an output was not made of a file.
pub(crate) enum Fault {
    /// The file itself.
    File(Finding),
    /// Something else.
    Other(Problem),
}

impl From<Finding> for Fault {
    fn from(finding: Finding) -> Self {
        Self::File(finding)
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

fn refused(fault: Fault, path: &str, tongue: Tongue) -> Problem {
    let name = file_name(Path::new(path));
    match fault {
        Fault::File(finding) => {
            let row = finding.row.map(|row| format!(", {} {row}", crate::words::row(tongue))).unwrap_or_default();
            Problem::user(ProblemCode::FileRefused, name + &row).with(finding_sentence(tongue, &finding))
        }
        Fault::Other(problem) => problem.at(&name),
    }
}

fn read(path: &str) -> Result<Vec<u8>, Problem> {
    read_up_to(Path::new(path), intake::GREATEST as u64, Problem::user(ProblemCode::FileTooLarge, "").with("64 MB"))
}

/// Proposals as they can be confirmed on the command line.
fn proposals(preview: &OutputPreview) -> String {
    let open = preview.codes.iter().flat_map(|codes| &codes.choices).filter(|choice| !choice.chosen);
    open.map(|choice| format!("--code '{}={}'", choice.outcome, choice.code)).collect::<Vec<_>>().join(" ")
}

/// A result that goes to a place in a file of the user's own.
pub(crate) struct Place<'a> {
    /// Row, from 1.
    pub row: u32,
    /// *Studentnummer*.
    pub number: &'a str,
    /// What stands there; nothing when it is free.
    pub stands: Option<&'a str>,
}

/// What happens at each place, in order, and who is missing. `text` says what an outcome is written as, or why it is not.
pub(crate) fn rows_of(
    places: &[Place<'_>],
    standings: &[Standing],
    attempt: Option<u8>,
    replace: bool,
    text: &dyn Fn(&str) -> Result<String, OutputFate>,
) -> Vec<OutputRow> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    places.iter().for_each(|place| *counts.entry(place.number).or_default() += 1);
    let known: BTreeMap<&str, &Standing> = standings.iter().map(|one| (one.number.as_str(), one)).collect();
    let mut rows = Vec::with_capacity(places.len());
    for place in places {
        let stands = place.stands.unwrap_or_default().to_owned();
        let Some(standing) = known.get(place.number) else {
            let number = place.number.to_owned();
            let (name, outcome, before) = (String::new(), String::new(), String::new());
            let (row, fate) = (Some(place.row), OutputFate::Stranger);
            rows.push(OutputRow { number, name, row, outcome, value: stands, before, fate });
            continue;
        };
        if !standing.asked {
            continue;
        }
        let mut row = standing.row(attempt, Some(place.row), OutputFate::NoResult);
        let (value, fate) = match standing.outcome(attempt).map(|outcome| text(outcome)) {
            _ if counts.get(place.number).is_some_and(|count| *count > 1) => (stands, OutputFate::Twice),
            None => (stands, OutputFate::NoResult),
            Some(Err(fate)) => (stands, fate),
            Some(Ok(text)) => match place.stands {
                None => (text, OutputFate::Filled),
                Some(there) if there == text => (text, OutputFate::Same),
                Some(_) if replace => {
                    row.before = stands;
                    (text, OutputFate::Replaced)
                }
                Some(_) => (stands, OutputFate::Occupied),
            },
        };
        rows.push(OutputRow { value, fate, ..row });
    }
    let missing = standings.iter().filter(|one| one.asked && !counts.contains_key(one.number.as_str()));
    rows.extend(missing.map(|one| one.row(attempt, None, OutputFate::Missing)));
    rows
}

/// The rows whose place is written to.
pub(crate) fn written(rows: &[OutputRow]) -> impl Iterator<Item = &OutputRow> {
    rows.iter().filter(|row| matches!(row.fate, OutputFate::Filled | OutputFate::Replaced))
}
