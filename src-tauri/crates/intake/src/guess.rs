//! What a table is taken for, and why; then its reading.
//!
//! Promises: with a mapping the table is read by that, without one by what its headings propose; either way the guess
//! goes along, so that a person can see and change it.

use crate::finding::{Finding, FindingCode};
use crate::kind::Kind;
use crate::mapping::Mapping;
use crate::propose::{self, looks_like_evidence};
use crate::table::{Headed, Table};
use crate::{Ask, Context, Read, SourceFile, rows, students};
use std::collections::BTreeMap;

/// Rows and columns shown as a sample.
const SAMPLE: usize = 5;
const COLUMNS: usize = 60;
/// Different level words that are listed.
const WORDS: usize = 40;

/// What a table was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Its headings.
    pub headings: Vec<String>,
    /// Its first rows.
    pub sample: Vec<Vec<String>>,
    /// What its columns are taken to mean.
    pub mapping: Mapping,
    /// The words for levels that stand in it.
    pub words: Vec<LevelWord>,
    /// What the headings have in common with the next download of the same table.
    pub signature: String,
    /// Whether it was recognised from an earlier time.
    pub remembered: bool,
}

/// A word for a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelWord {
    /// As it stands.
    pub word: String,
    /// How often.
    pub count: u32,
    /// What it means: a level, *niet waargenomen* (`Some(None)`), or nothing that is known.
    pub level: Option<Option<u8>>,
}

/// Reads a table as a student list or as evidence.
pub(crate) fn read(tables: Vec<Table>, file: &SourceFile<'_>, ask: &Ask<'_>, context: &Context<'_>) -> Read {
    let filled: Vec<Table> = tables.into_iter().filter(|table| !table.rows.is_empty()).collect();
    if filled.is_empty() {
        return Read::refused(Kind::Table, Finding::error(FindingCode::FileEmpty));
    }
    if ask.kind != Some(Kind::Students) {
        let (plan, guess) = plan_of(&filled, file, ask, context);
        if plan.iter().any(Option::is_some) {
            return evidence_of(filled, plan, guess, file, context);
        }
    }
    let lists: Vec<Headed<'_>> = filled.iter().map(|table| table.headed(students::looks_like_list)).collect();
    match lists.iter().find(|list| students::looks_like_list(list)) {
        Some(list) => students::read(list),
        None if ask.kind == Some(Kind::Students) => students::read(&lists[0]),
        None => {
            let mut read = Read::refused(Kind::Table, Finding::error(FindingCode::TableNotRecognised));
            read.guess = Some(guess_of(&lists[0], propose::propose(&lists[0], file.name, context.framework), context));
            read
        }
    }
}

/// Per table where its headings stand and what they mean, where it holds evidence; and the guess about the first.
fn plan_of(
    tables: &[Table],
    file: &SourceFile<'_>,
    ask: &Ask<'_>,
    context: &Context<'_>,
) -> (Vec<Option<(usize, Mapping)>>, Option<Guess>) {
    let before = |head: &Headed<'_>| ask.remembered.and_then(|known| known.get(&signature(head)));
    let evidence = |head: &Headed<'_>| before(head).is_some() || looks_like_evidence(head, context.framework);
    let forced = ask.mapping.is_some_and(names_columns) || matches!(ask.kind, Some(Kind::Forms | Kind::Notes));
    let mut guess = None;
    let plan = tables.iter().map(|table| {
        let head = headed(table, ask.mapping, &evidence);
        if !forced && !evidence(&head) {
            return None;
        }
        let proposed = propose::propose(&head, file.name, context.framework);
        let proposed = before(&head).map_or(proposed.clone(), |mapping| mapping.completed(proposed));
        let mapping = ask.mapping.map_or(proposed.clone(), |mapping| mapping.completed(proposed));
        guess.get_or_insert_with(|| Guess {
            remembered: before(&head).is_some(),
            ..guess_of(&head, mapping.clone(), context)
        });
        Some((head.at, mapping))
    });
    (plan.collect(), guess)
}

fn evidence_of(
    tables: Vec<Table>,
    plan: Vec<Option<(usize, Mapping)>>,
    guess: Option<Guess>,
    file: &SourceFile<'_>,
    context: &Context<'_>,
) -> Read {
    let left_out = plan.iter().filter(|planned| planned.is_none()).count();
    let sheets = tables
        .into_iter()
        .zip(plan)
        .filter_map(|(table, planned)| planned.map(|(at, mapping)| rows::Sheet { table, at, mapping }));
    let mut read = rows::read(sheets.collect(), file.name, context);
    if left_out > 0 {
        read.findings.push(Finding::warning(FindingCode::SheetLeftOut).value(left_out.to_string()));
    }
    read.guess = guess;
    read
}

/// Whether a mapping says which column is whose; one that only names a source or decides rows does not.
fn names_columns(mapping: &Mapping) -> bool {
    mapping.number.is_some() || mapping.student.is_some() || mapping.email.is_some()
}

/// The table under the headings that the mapping names, or that look right.
fn headed<'a>(table: &'a Table, mapping: Option<&Mapping>, evidence: &dyn Fn(&Headed<'_>) -> bool) -> Headed<'a> {
    let named = mapping.and_then(|mapping| {
        [&mapping.number, &mapping.student, &mapping.email].into_iter().flatten().find(|name| !name.trim().is_empty())
    });
    match named {
        Some(name) => table.headed(|head| head.column(&[name.trim().to_lowercase().as_str()]).is_some()),
        None => table.headed(evidence),
    }
}

fn guess_of(head: &Headed<'_>, mapping: Mapping, context: &Context<'_>) -> Guess {
    let mut counted: BTreeMap<String, u32> = BTreeMap::new();
    for columns in mapping.criteria.iter().flat_map(BTreeMap::values) {
        let Some(column) = head.column(&[columns.level.trim().to_lowercase().as_str()]) else { continue };
        for row in head.rows {
            let word = row.text(Some(column));
            if !word.is_empty() && (counted.len() < WORDS || counted.contains_key(&word)) {
                *counted.entry(word).or_default() += 1;
            }
        }
    }
    let level = |word: &str| propose::level(&mapping, word, context.framework).ok();
    let words = counted.into_iter().map(|(word, count)| LevelWord { level: level(&word), word, count }).collect();
    let cells =
        |row: &crate::table::TableRow| (0..head.headings.len().min(COLUMNS)).map(|at| row.text(Some(at))).collect();
    Guess {
        headings: head.headings.iter().take(COLUMNS).cloned().collect(),
        sample: head.rows.iter().take(SAMPLE).map(cells).collect(),
        words,
        signature: signature(head),
        remembered: false,
        mapping,
    }
}

/// The headings, in any order and capitals, as one key.
fn signature(head: &Headed<'_>) -> String {
    let mut names: Vec<String> = head.headings.iter().map(|heading| heading.to_lowercase()).collect();
    names.sort();
    crate::facts::key_of(&names.iter().map(String::as_str).collect::<Vec<_>>())
}
