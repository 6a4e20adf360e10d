//! What was read and what would happen, as the window and `import --json` show it.

use super::{Read, Stop};
use crate::api::*;
use crate::words::{Tongue, finding_sentence, problem_sentence};
use domain::evidence::{DataPoint, Observation};
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::student::Student;
use intake::{Guess, Mapping, Pending, Severity};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// Rows that are listed.
const LISTED: usize = 5_000;
/// Characters of a text that are shown.
const SHOWN: usize = 160;

/// What happens row by row, kept only where somebody will look at it.
pub(super) struct Rows {
    wanted: bool,
    names: HashMap<StudentNumber, String>,
    levels: Vec<String>,
    lines: Vec<RowLine>,
    more: u32,
}

impl Rows {
    pub(super) fn wanted(wanted: bool, students: &[Student], framework: &WeightFramework) -> Self {
        let named = |student: &Student| (student.number.clone(), student.name.to_string());
        let names = if wanted { students.iter().map(named).collect() } else { HashMap::new() };
        Self { wanted, names, levels: framework.levels.clone(), lines: Vec::new(), more: 0 }
    }

    pub(super) fn add(
        &mut self,
        sheet: Option<String>,
        row: u32,
        number: &StudentNumber,
        known: Option<&DataPoint>,
        written: &DataPoint,
    ) {
        if !self.wanted {
            return;
        }
        let outcome = match known {
            None => RowOutcome::New,
            Some(known) if super::writing::same(known, written) => RowOutcome::Same,
            Some(_) => RowOutcome::Changed,
        };
        if self.lines.len() >= LISTED && outcome != RowOutcome::Changed {
            self.more += 1;
            return;
        }
        let who = match self.names.get(number) {
            Some(name) => format!("{name} ({number})"),
            None => number.to_string(),
        };
        let (words, becomes) = match known.filter(|_| outcome == RowOutcome::Changed) {
            Some(known) => (self.summary(known), self.summary(written)),
            None => (self.summary(written), String::new()),
        };
        self.lines.push(RowLine { sheet, row, outcome, who, words, becomes });
    }

    /// A data point in one line: when, who, which levels, how it begins.
    fn summary(&self, point: &DataPoint) -> String {
        let levels = point.indications.iter().map(|mark| match mark.observation {
            Observation::Level(level) => {
                format!("{} {}", mark.criterion, self.levels.get(usize::from(level)).map_or("", String::as_str))
            }
            Observation::NotObserved => format!("{} –", mark.criterion),
        });
        let mut text: String =
            point.text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).take(SHOWN).collect();
        if text.chars().count() == SHOWN {
            text.push('…');
        }
        let author = point.author.as_ref().map(ToString::to_string).unwrap_or_default();
        let parts = [point.date.format("%d-%m-%Y").to_string(), author, levels.collect::<Vec<_>>().join(", "), text];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    pub(super) fn of(mut self, report: FileReport, guess: Option<&Guess>) -> FilePreview {
        self.lines.sort_by_key(|line| line.outcome);
        FilePreview { report, rows: self.lines, more: self.more, guess: guess.map(guess_view) }
    }
}

fn guess_view(guess: &Guess) -> GuessView {
    GuessView {
        headings: guess.headings.clone(),
        sample: guess.sample.clone(),
        mapping: mapping_view(&guess.mapping),
        words: guess
            .words
            .iter()
            .map(|word| LevelWordView {
                word: word.word.clone(),
                count: word.count,
                known: word.level.is_some(),
                level: word.level.flatten(),
            })
            .collect(),
        remembered: guess.remembered,
    }
}

/// The same shape on either side: JSON carries it across.
fn across<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, serde_json::Error> {
    serde_json::from_value(serde_json::to_value(value)?)
}

pub(super) fn mapping_view(mapping: &Mapping) -> MappingView {
    across(mapping).expect("BUG: a mapping has the shape of its view")
}

/// Reads a mapping as the window hands it in.
pub(super) fn mapping_of(view: &MappingView) -> Result<Mapping, Problem> {
    across(view).map_err(|error| Problem::user(ProblemCode::JsonInvalid, "").with(error.to_string()))
}

pub(super) fn pending_row(row: &Pending) -> PendingRow {
    PendingRow {
        sheet: row.sheet.clone(),
        row: row.row,
        reason: row.reason.code().to_owned(),
        candidates: row.candidates.iter().map(ToString::to_string).collect(),
        value: row.value.clone(),
    }
}

pub(super) fn report_of(name: &str, read: &Read, tongue: Tongue) -> FileReport {
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
        pending: read.pending.iter().map(pending_row).collect(),
        findings: read.findings.iter().map(finding).collect(),
    }
}

pub(super) fn refused(name: &str, kind: &str, problem: &Problem, tongue: Tongue) -> FileReport {
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

impl From<store::StoreError> for Stop {
    fn from(error: store::StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}
