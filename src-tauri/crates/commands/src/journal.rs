//! *Logboek*: what was done, by whom, and whether the chain holds.
//!
//! Promises: a long journal is read a page at a time; the chain is recomputed a part at a time, so that nobody waits for
//! it. Deliberately absent: sentences; names of students in the journal itself, which are looked up to be shown.

mod dated;
mod differences;
mod drafts;
mod export;
mod words;

use crate::api::*;
use crate::convert;
use crate::dossier::count;
use crate::kader;
use crate::workbench::{Workbench, number_of};
use chrono::DateTime;
use domain::ids::StudentNumber;
use domain::journal::JournalEntry;
use std::collections::BTreeMap;
use store::{ChainVerdict, ChainWalk, CheckReport, JournalQuery, Reader, StoreError};

/// Entries of the chain recomputed in one go: some tens of milliseconds.
const WALKED: u64 = 4000;
/// Differences listed with an entry.
const LISTED: u64 = 200;

/// What looking back keeps between two questions.
#[derive(Default)]
pub(crate) struct LookingBack {
    /// The last filter, the head of the journal when it was asked, and the entries it has.
    found: Option<(JournalQuery, u64, Vec<u64>)>,
    walk: ChainWalk,
}

impl Workbench {
    /// Entries of the journal by a filter, the latest first: at most `limit` from place `from` on.
    pub fn journal_page(&mut self, filter: &JournalFilter, from: u32, limit: u32) -> Result<JournalPage, Problem> {
        let query = query_of(filter)?;
        let reader = self.store.reader();
        let head = reader.checkpoint()?.seq;
        let (from, limit) = (from as usize, limit as usize);
        let (total, places) = if query == JournalQuery::default() {
            let total = usize::try_from(head).unwrap_or(usize::MAX);
            (total, (1..=head).rev().skip(from).take(limit).collect::<Vec<u64>>())
        } else {
            let known = matches!(&self.looking_back.found, Some((last, at, _)) if *last == query && *at == head);
            if !known {
                self.looking_back.found = Some((query.clone(), head, reader.journal_where(&query)?));
            }
            let found = self.looking_back.found.as_ref().map_or(&[][..], |(_, _, found)| found);
            (found.len(), found.iter().skip(from).take(limit).copied().collect())
        };
        let mut names = BTreeMap::new();
        let mut rows = Vec::with_capacity(places.len());
        for place in places {
            if let Some((entry, _)) = reader.journal_entry(place)? {
                rows.push(row(&reader, entry, &mut names)?);
            }
        }
        Ok(JournalPage { total: count(total), from: count(from), rows })
    }

    /// What the journal can be filtered by.
    pub fn journal_choices(&self) -> Result<JournalChoices, Problem> {
        let counts = self.store.reader().journal_counts()?;
        let choices = |of: BTreeMap<String, u64>| {
            let named = of.into_iter().filter(|(value, _)| !value.is_empty());
            named.map(|(value, count)| JournalChoice { value, count: bridged(count) }).collect()
        };
        Ok(JournalChoices { acts: choices(counts.acts), actors: choices(counts.actors) })
    }

    /// Recomputes the chain, a part for each question; from its first entry on when `anew`.
    pub fn journal_chain(&mut self, anew: bool) -> Result<ChainState, Problem> {
        let reader = self.store.reader();
        if anew {
            self.looking_back.walk = ChainWalk::default();
        }
        let verdict = reader.walk_chain(&mut self.looking_back.walk, WALKED)?;
        let done = bridged(self.looking_back.walk.done);
        Ok(match verdict {
            ChainVerdict::GoesOn => ChainState::Walking { done, of: bridged(reader.checkpoint()?.seq) },
            ChainVerdict::Holds => ChainState::Holds { of: done },
            ChainVerdict::Broken { at } => ChainState::Broken { at: bridged(at) },
        })
    }

    /// One entry with what it changed; of one student when `student` is a number.
    pub fn journal_detail(&self, seq: u32, student: &str) -> Result<JournalDetail, Problem> {
        let student = if student.is_empty() { None } else { Some(number_of(student)?) };
        let reader = self.store.reader();
        let (entry, undoes) = reader
            .journal_entry(u64::from(seq))?
            .ok_or_else(|| Problem::user(ProblemCode::Internal, seq.to_string()))?;
        let (changes, all) = reader.changes(u64::from(seq), student.as_ref(), LISTED)?;
        let listed = changes.len() as u64;
        let previous = entry.previous.clone();
        let row = row(&reader, entry, &mut BTreeMap::new())?;
        Ok(JournalDetail {
            row,
            previous,
            undoes: undoes.map(bridged),
            differences: differences::of(&reader, &changes)?,
            framework: differences::versions(&changes).map(|(before, after)| kader::pair(before, after)),
            more: bridged(all.saturating_sub(listed)),
        })
    }

    /// The whole journal, oldest first.
    pub fn journal_all(&self) -> Result<Vec<JournalLine>, Problem> {
        let reader = self.store.reader();
        Ok(reader.journal(1, u64::MAX >> 1)?.into_iter().map(line).collect())
    }

    /// The integrity of file, journal and attachments.
    pub fn check(&self) -> Result<CheckReport, Problem> {
        Ok(self.store.check()?)
    }
}

fn bridged(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn query_of(filter: &JournalFilter) -> Result<JournalQuery, Problem> {
    let moment = |text: &Option<String>| match text {
        None => Ok(None),
        Some(text) => DateTime::parse_from_rfc3339(text)
            .map(|moment| Some(moment.timestamp_millis()))
            .map_err(|_| Problem::user(ProblemCode::InvalidDate, text.as_str())),
    };
    Ok(JournalQuery {
        student: if filter.student.is_empty() { None } else { Some(number_of(&filter.student)?) },
        act: filter.act.clone(),
        actor: filter.actor.clone(),
        since: moment(&filter.since)?,
        before: moment(&filter.before)?,
    })
}

/// Names of students by number, as far as they were looked up.
type Names = BTreeMap<String, Option<String>>;

fn name_of(reader: &Reader<'_>, number: &str, names: &mut Names) -> Result<Option<String>, StoreError> {
    if let Some(known) = names.get(number) {
        return Ok(known.clone());
    }
    let name = match StudentNumber::new(number) {
        Ok(of) => reader.student(&of)?.map(|student| student.name.to_string()),
        Err(_) => None,
    };
    names.insert(number.to_owned(), name.clone());
    Ok(name)
}

fn row(reader: &Reader<'_>, entry: JournalEntry, names: &mut Names) -> Result<JournalRow, StoreError> {
    let takes_back = matches!(entry.act.as_str(), "undo" | "redo");
    let (other, said) = if takes_back { (Some(entry.reason), String::new()) } else { (None, entry.reason) };
    let place = store::place_of(&entry.act, &said).to_owned();
    Ok(JournalRow {
        seq: bridged(entry.seq),
        at: convert::moment(entry.at),
        actor: entry.actor,
        act: entry.act,
        other,
        name: name_of(reader, &entry.subject, names)?,
        subject: entry.subject,
        reason: if place.is_empty() { said } else { String::new() },
        place,
        hash: entry.hash,
    })
}

fn line(entry: JournalEntry) -> JournalLine {
    JournalLine {
        seq: bridged(entry.seq),
        at: convert::moment(entry.at),
        actor: entry.actor,
        act: entry.act,
        subject: entry.subject,
        reason: entry.reason,
        hash: entry.hash,
    }
}
