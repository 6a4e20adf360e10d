//! The overview: the table of dossiers as a workbook, for who has to report or to plan.
//!
//! Promises: words, never a position or a mark (rule R6); what people wrote is always a text cell, so nothing in it can
//! act as a formula; written whole or not at all. Deliberately absent: a way back in; the workspace stays the source.

use crate::api::*;
use crate::publish::publish;
use crate::sheet;
use crate::words::{OverviewWords, Tongue};
use crate::workbench::Workbench;
use domain::framework::WeightFramework;
use domain::weights::WeightSet;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use store::JudgementBrief;

impl Workbench {
    /// Writes the dossiers of `numbers`, in the order of the table, or all of them when it is empty; answers how many.
    pub fn export_overview(&self, numbers: &[String], path: &Path, tongue: Tongue) -> Result<u32, Problem> {
        let reader = self.store.reader();
        let (framework, weights) = (reader.framework()?, reader.weights()?);
        let judgements = reader.judgement_states()?.into_iter().map(|brief| (brief.student.to_string(), brief));
        let judgements: HashMap<String, JudgementBrief> = judgements.collect();
        let asked: HashSet<&str> = numbers.iter().map(String::as_str).collect();
        let rows = self.desk()?.rows.into_iter();
        let rows: Vec<DeskRow> = rows.filter(|row| asked.is_empty() || asked.contains(row.number.as_str())).collect();
        let known: HashSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
        if let Some(stranger) = numbers.iter().find(|number| !known.contains(number.as_str())) {
            return Err(Problem::user(ProblemCode::UnknownStudent, stranger));
        }
        let words = OverviewWords::of(tongue);
        let mut lines = vec![headings(&words, &framework)];
        lines.extend(rows.iter().map(|row| line(&words, &framework, &weights, row, judgements.get(&row.number))));
        let now = self.host.now().timestamp();
        let bytes = sheet::workbook(words.sheet, &lines, now)?;
        publish(path, &bytes)?;
        Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    }
}

fn headings(words: &OverviewWords, framework: &WeightFramework) -> Vec<String> {
    let sources = framework.sources.iter().map(|source| source.label.clone());
    let criteria = framework.criteria.iter().map(|criterion| format!("{} {}", criterion.id, criterion.label));
    let before = words.before.iter().map(ToString::to_string);
    before.chain(sources).chain(criteria).chain(words.after.iter().map(ToString::to_string)).collect()
}

fn line(
    words: &OverviewWords,
    framework: &WeightFramework,
    weights: &WeightSet,
    row: &DeskRow,
    brief: Option<&JudgementBrief>,
) -> Vec<String> {
    let none = words.none.to_owned();
    let (kan, wil) = match &row.statement {
        Some(said) => (words.answer(said.kan).to_owned(), words.answer(said.wil).to_owned()),
        None => (none.clone(), none),
    };
    let mut cells = vec![row.number.clone(), row.name.clone(), row.subject.clone(), row.school.clone(), kan, wil];
    for (at, (source, count)) in framework.sources.iter().zip(&row.sources).enumerate() {
        cells.push(match count {
            0 if row.waiting.get(at).is_some_and(|count| *count > 0) => words.waiting.to_owned(),
            0 if weights.unused().contains(&source.id) => words.unused.to_owned(),
            0 => words.missing.to_owned(),
            count => count.to_string(),
        });
    }
    cells.extend(row.stances.iter().map(|stance| words.stance(*stance).to_owned()));
    cells.push(words.vraak(&row.vraak));
    cells.push(row.open_discrepancies.to_string());
    cells.push(words.state(row.state).to_owned());
    cells.push(row.deadline.clone());
    cells.push(words.overdue(row.overdue).to_owned());
    cells.push(brief.map(|brief| brief.attempt.to_string()).unwrap_or_default());
    cells.push(row.outcome.clone().unwrap_or_default());
    cells.push(brief.and_then(|brief| brief.hash.clone()).unwrap_or_default());
    cells
}
