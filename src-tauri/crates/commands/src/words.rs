//! The sentences of the command line and of findings, in Dutch and English.
//!
//! Promises: total over every code; each says what happened and what to do. The window owns its own words.

mod en;
mod forms;
mod nl;
mod outputs;
mod overview;
mod report;

pub(crate) use forms::{IndexWords, unsigned_mark};
pub(crate) use nl::LEARNING_OUTCOME;
pub use outputs::{output_lines, output_summary};
pub(crate) use overview::OverviewWords;
pub use report::report_lines;

use crate::api::{PendingRow, Problem, ProblemCode};
use intake::Finding;

/// Language of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tongue {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

/// The sentence for a problem, with its place in front where it has one.
pub fn problem_sentence(tongue: Tongue, problem: &Problem) -> String {
    let text = match tongue {
        Tongue::Dutch => nl::problem(problem.code),
        Tongue::English => en::problem(problem.code),
    };
    let text = text.replace("{value}", &readable(tongue, problem));
    if problem.place.is_empty() { text } else { format!("{}: {text}", problem.place) }
}

/// What a row of a file is called.
pub(crate) fn row(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Dutch => "rij",
        Tongue::English => "row",
    }
}

/// The sentence for a finding of an import; sheet, row and column stand beside it.
pub fn finding_sentence(tongue: Tongue, finding: &Finding) -> String {
    let text = match tongue {
        Tongue::Dutch => nl::finding(finding.code),
        Tongue::English => en::finding(finding.code),
    };
    text.replace("{value}", &finding.value)
}

/// The sentence for a row that waits, with its file and place in front.
pub fn pending_sentence(tongue: Tongue, file: &str, row: &PendingRow) -> String {
    let (sheet, place, waits, candidates) = match tongue {
        Tongue::Dutch => (", blad ", ", rij ", nl::pending(&row.reason), "Misschien: "),
        Tongue::English => (", sheet ", ", row ", en::pending(&row.reason), "Perhaps: "),
    };
    let sheet = row.sheet.as_ref().map(|name| format!("{sheet}{name}")).unwrap_or_default();
    let value = if row.value.is_empty() { String::new() } else { format!(" ‘{}’.", row.value) };
    let candidates =
        if row.candidates.is_empty() { String::new() } else { format!(" {candidates}{}.", row.candidates.join(", ")) };
    format!("{file}{sheet}{place}{}: {waits}{value}{candidates}", row.row)
}

/// A sentence for each code of `verify`.
pub fn reason_sentence(tongue: Tongue, code: &str) -> String {
    let known = match tongue {
        Tongue::Dutch => nl::reason(code),
        Tongue::English => en::reason(code),
    };
    known.unwrap_or(code).to_owned()
}

/// The value of a problem for reading: obstacles as words, the rest as it is.
fn readable(tongue: Tongue, problem: &Problem) -> String {
    match problem.code {
        ProblemCode::ObstaclesRemain => {
            let each = problem.value.split(", ").map(|named| obstacle_sentence(tongue, named));
            each.collect::<Vec<_>>().join("; ")
        }
        _ => problem.value.clone(),
    }
}

/// The words for an obstacle, given as `code` or `code:place`; the code stays beside it for programs.
fn obstacle_sentence(tongue: Tongue, named: &str) -> String {
    let code = named.split(':').next().unwrap_or(named);
    let words = match tongue {
        Tongue::Dutch => nl::obstacle(code),
        Tongue::English => en::obstacle(code),
    };
    format!("{words} [{named}]")
}
