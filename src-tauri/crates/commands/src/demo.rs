//! The example partnership: a fictional cohort with every situation in it, judged and signed where it is ready.
//!
//! Promises: made by the same use cases as any workspace; nothing in it is real.

use crate::api::{FileOutcome, Incoming, KaderProposal, Problem, SignAsk, SignReply};
use crate::conversations;
use crate::host::Host;
use crate::importing::{FileAsk, ImportAsk};
use crate::words::Tongue;
use crate::workbench::{Founding, Workbench};
use chrono::NaiveDate;
use domain::cohort::{CohortDocument, CohortStudent};
use domain::text::FilledText;
use domain::year::AcademicYear;
use std::path::Path;
use std::sync::Arc;
use store::KeyCost;

/// The passphrase of an example for which none is given.
pub const PASSPHRASE: &str = "voorbeeld";
/// The name of its file.
pub const FILE: &str = "voorbeeld.weegschaal";
/// The folder of its forms, beside it.
pub const FORMS: &str = "formulieren";

/// Students in it, unless asked otherwise.
pub const STUDENTS: usize = 24;
/// Students in one file of it: far below what is read at once.
const PART: usize = 1000;

/// Where its chance begins, unless asked otherwise.
pub const SEED: u64 = 1;

/// What was made.
pub struct Demo {
    /// The open workspace.
    pub bench: Workbench,
    /// The forms that were signed.
    pub signed: SignReply,
    /// The recovery key.
    pub recovery_key: String,
}

/// Makes the example in `folder`: `students` of them, the same for the same `seed`. `done` hears the step and how far
/// it is.
pub fn make(
    folder: &Path,
    students: usize,
    seed: u64,
    passphrase: &str,
    host: Arc<dyn Host>,
    done: &mut dyn FnMut(&'static str, usize, usize),
) -> Result<Demo, Problem> {
    std::fs::create_dir_all(folder).map_err(|error| Problem::from(error).at(&folder.display().to_string()))?;
    let document = example::cohort(students, seed);
    let founding = Founding {
        path: folder.join(FILE),
        partnership: example::PARTNERSHIP.to_owned(),
        year: document.year,
        examiner: FilledText::new(example::EXAMINER).ok(),
        mandate_until: last_day_of_the_example(document.year),
        cost: KeyCost::Standard,
    };
    let (mut bench, recovery_key) = Workbench::found(&founding, passphrase, host)?;
    let judgements = serde_json::to_vec(&serde_json::json!({ "judgements": example::judgements(&document) }))
        .map_err(|_| Problem::internal("example"))?;
    done("import", 0, students);
    let brought = bench.import(&files_of(&document)?, &ImportAsk::default(), &mut |_| true)?;
    if brought.files.iter().any(|file| file.report.outcome != FileOutcome::Imported) {
        return Err(Problem::internal("example"));
    }
    agree_on_weights(&mut bench)?;
    conversations::put_all(&mut bench, &example::conversations(&document))?;
    let report = bench.judge(&judgements, &mut |at, of| done("judge", at, of))?;
    if let Some(problem) = report.refused.into_iter().next() {
        return Err(problem);
    }
    let numbers = bench.numbers_to_sign()?;
    let signed = bench.sign(&SignAsk::own(numbers), &folder.join(FORMS), Tongue::Dutch, &mut |at| {
        done("sign", at.done as usize, at.of as usize);
        true
    })?;
    Ok(Demo { bench, signed, recovery_key })
}

/// The weights as they are, with the reason of the partnership: the first judgement fixes them.
fn agree_on_weights(bench: &mut Workbench) -> Result<(), Problem> {
    let mut weights = bench.kader()?.weights;
    example::WEIGHTS_REASON.clone_into(&mut weights.reason);
    bench.save_kader(&KaderProposal { framework: None, weights: Some(weights) })?;
    bench.use_kader("").map(|_| ())
}

/// The cohort in files that are each read whole.
fn files_of(document: &CohortDocument) -> Result<Vec<FileAsk>, Problem> {
    let head = CohortDocument { students: Vec::new(), ..document.clone() };
    let ask = |(at, students): (usize, &[CohortStudent])| {
        let part = CohortDocument { students: students.to_vec(), ..head.clone() };
        let text = serde_json::to_string(&part).map_err(|_| Problem::internal("example"))?;
        let name = if at == 0 { "voorbeeld.json".to_owned() } else { format!("voorbeeld-{}.json", at + 1) };
        Ok(FileAsk { incoming: Incoming::Pasted { name, text }, kind: None, mapping: None })
    };
    document.students.chunks(PART).enumerate().map(ask).collect()
}

/// The mandate of the example lasts, so that it can still be tried when its year is over.
fn last_day_of_the_example(year: AcademicYear) -> NaiveDate {
    NaiveDate::from_ymd_opt(2099, 8, 31).unwrap_or(year.last_day())
}
