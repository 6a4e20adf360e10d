//! Which forms are asked for, and what their files are called.
//!
//! Promises: reads no judgement and no PDF, so that thousands fit; a form that has its file in the folder keeps that
//! name, whatever the pattern says now; no two forms get the same name, on a system that ignores capitals either.

use super::names::NamePattern;
use crate::api::*;
use crate::words;
use crate::workbench::number_of;
use domain::ids::StudentNumber;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use store::{FormBrief, Reader};

/// A judgement in force, and where its form goes.
pub(super) struct Target {
    pub brief: FormBrief,
    pub path: PathBuf,
}

/// What is to be done.
pub(super) struct Plan {
    pub todo: Vec<Target>,
    pub failed: Vec<SignFailure>,
}

/// Finds the judgements in force of the students asked for.
pub(super) fn of(reader: &Reader<'_>, ask: &SignAsk, folder: &Path) -> Result<Plan, Problem> {
    let pattern = NamePattern::read(&ask.choice.pattern)?;
    let mut in_force: BTreeMap<StudentNumber, Vec<FormBrief>> = BTreeMap::new();
    for brief in reader.form_briefs()?.into_iter().filter(|brief| !brief.replaced) {
        if ask.attempt.is_none_or(|attempt| attempt == brief.attempt) {
            in_force.entry(brief.student.clone()).or_default().push(brief);
        }
    }
    let mut plan = Plan { todo: Vec::new(), failed: Vec::new() };
    let mut asked = BTreeSet::new();
    for text in &ask.numbers {
        let number = number_of(text);
        if number.as_ref().is_ok_and(|number| !asked.insert(number.clone())) {
            continue;
        }
        match number.and_then(|number| briefs_of(reader, &mut in_force, &number)) {
            Ok(briefs) => plan.todo.extend(briefs.into_iter().map(|brief| {
                let path = path_of(&brief, ask, &pattern, folder);
                Target { brief, path }
            })),
            Err(problem) => plan.failed.push(SignFailure { number: text.clone(), problem: problem.at(text) }),
        }
    }
    let mut names = BTreeSet::new();
    for target in &plan.todo {
        let name = crate::workbench::file_name(&target.path);
        if !names.insert(name.to_lowercase()) {
            return Err(Problem::user(ProblemCode::NamesCollide, "").with(name));
        }
    }
    Ok(plan)
}

fn briefs_of(
    reader: &Reader<'_>,
    in_force: &mut BTreeMap<StudentNumber, Vec<FormBrief>>,
    number: &StudentNumber,
) -> Result<Vec<FormBrief>, Problem> {
    if let Some(briefs) = in_force.remove(number) {
        return Ok(briefs);
    }
    let code = match reader.student(number)? {
        Some(_) => ProblemCode::NotEstablished,
        None => ProblemCode::UnknownStudent,
    };
    Err(Problem::user(code, number.to_string()))
}

fn path_of(brief: &FormBrief, ask: &SignAsk, pattern: &NamePattern, folder: &Path) -> PathBuf {
    if ask.task == SignTask::Unsigned {
        return folder.join(pattern.name(brief, words::unsigned_mark(ask.choice.language)));
    }
    let kept = brief.form.as_ref().map(|form| PathBuf::from(&form.path));
    match kept.filter(|path| path.parent() == Some(folder)) {
        Some(path) => path,
        None => folder.join(pattern.name(brief, "")),
    }
}

/// A form that stands for all others, to show a pattern with.
pub(super) fn invented() -> FormBrief {
    FormBrief {
        student: StudentNumber::new("9000001").expect("BUG: a number"),
        name: "V. Voorbeeld".to_owned(),
        attempt: 1,
        revision: 1,
        replaced: false,
        outcome: "aangetoond".to_owned(),
        hash: String::new(),
        established_on: "2025-06-12".to_owned(),
        form: None,
    }
}
