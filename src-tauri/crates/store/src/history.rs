//! Looking back: which entries of the journal are about something, and what each changed, before and after.
//!
//! Promises: what was there after an act is what the next act on the same key found, or else what is there now, and only
//! when it has the hash that the entry recorded; anything else is said to be unreadable. Deliberately absent: what a
//! difference means.

use crate::detail::hash_of;
use crate::error::StoreError;
use crate::nouns::Noun;
use crate::reader::{Reader, entry, sql};
use crate::records::{FileInfo, Meta};
use domain::conversation::Conversation;
use domain::evidence::DataPoint;
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::journal::JournalEntry;
use domain::judgement::{DraftJudgement, Judgement};
use domain::mandate::Mandate;
use domain::student::{Statement, Student};
use domain::weights::WeightSet;
use domain::year::Calendar;
use rusqlite::OptionalExtension;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Which entries are asked for; what is empty or none asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalQuery {
    /// A student whose dossier they touched.
    pub student: Option<StudentNumber>,
    /// Code of the act.
    pub act: String,
    /// Who acted.
    pub actor: String,
    /// From this moment on: milliseconds since 1970, UTC.
    pub since: Option<i64>,
    /// Before this moment.
    pub before: Option<i64>,
}

/// How often each act and each person stands in the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalCounts {
    /// By code of the act.
    pub acts: BTreeMap<String, u64>,
    /// By name.
    pub actors: BTreeMap<String, u64>,
}

/// What was kept under a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// *Student*.
    Student(Box<Student>),
    /// *Uitspraak*.
    Statement(Statement),
    /// *Datapunt*.
    Point(Box<DataPoint>),
    /// *Gesprek*.
    Conversation(Conversation),
    /// *Oordeel in bewerking*.
    Draft(Box<DraftJudgement>),
    /// *Mandaat*.
    Mandate(Mandate),
    /// *Weegkader*.
    Framework(Box<WeightFramework>),
    /// *Weging*.
    Weights(WeightSet),
    /// Calendar.
    Calendar(Calendar),
    /// What the workspace is about.
    Meta(Meta),
    /// An original file.
    File(FileInfo),
    /// A setting by its name, or what this version cannot read.
    Other,
}

/// One key that an act changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Changing {
    /// What kind of thing: the name of its table, or `fact`.
    pub noun: String,
    /// Whose or which: a student number, a name, a hash.
    pub owner: String,
    /// Which of them; may be empty.
    pub item: String,
    /// What was there before; none when nothing was.
    pub before: Option<Kept>,
    /// What was there after; none when nothing was.
    pub after: Option<Kept>,
}

impl Reader<'_> {
    /// One entry, with the entry it takes back or does again.
    pub fn journal_entry(&self, seq: u64) -> Result<Option<(JournalEntry, Option<u64>)>, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("journal/get"))?;
        Ok(query.query_row([seq], |row| Ok((entry(row)?, row.get(9)?))).optional()?)
    }

    /// The places of the entries asked for, the latest first.
    pub fn journal_where(&self, asked: &JournalQuery) -> Result<Vec<u64>, StoreError> {
        let since = asked.since.unwrap_or(i64::MIN);
        let before = asked.before.unwrap_or(i64::MAX);
        let place = |row: &rusqlite::Row<'_>| row.get(0);
        match &asked.student {
            None => self.rows(sql!("journal/filtered"), (&asked.act, &asked.actor, since, before), place),
            Some(number) => {
                self.rows(sql!("journal/about"), (&asked.act, &asked.actor, since, before, number.as_str()), place)
            }
        }
    }

    /// How often each act and each person stands in it.
    pub fn journal_counts(&self) -> Result<JournalCounts, StoreError> {
        let mut counts = JournalCounts::default();
        let rows = self.rows(sql!("journal/kinds"), [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, u64>(2)?))
        })?;
        for (act, actor, count) in rows {
            *counts.acts.entry(act).or_default() += count;
            *counts.actors.entry(actor).or_default() += count;
        }
        Ok(counts)
    }

    /// What an entry changed, at most `limit` keys, and how many in all; of one student when asked.
    pub fn changes(
        &self,
        seq: u64,
        student: Option<&StudentNumber>,
        limit: u64,
    ) -> Result<(Vec<Changing>, u64), StoreError> {
        let owner = student.map_or("", StudentNumber::as_str);
        let all = self.conn.prepare_cached(sql!("change/count"))?.query_row((seq, owner), |row| row.get(0))?;
        let rows = self.rows(sql!("change/shown"), (seq, owner, limit), |row| {
            Ok(Row {
                noun: row.get(0)?,
                owner: row.get(1)?,
                item: row.get(2)?,
                before: row.get(3)?,
                after: row.get(4)?,
            })
        })?;
        let changes = rows.into_iter().map(|row| self.changing(seq, row)).collect::<Result<_, _>>()?;
        Ok((changes, all))
    }

    /// What stood under a setting after each entry that changed it, the earliest first, with the entry that each takes
    /// back or does again.
    pub fn through_time(&self, name: &str) -> Result<Vec<(JournalEntry, Option<u64>, Kept)>, StoreError> {
        let rows = self.rows(sql!("change/setting"), [name], |row| {
            Ok((row.get::<_, u64>(0)?, row.get::<_, Option<String>>(1)?))
        })?;
        let mut found = Vec::with_capacity(rows.len());
        for (seq, after) in rows {
            let (Some(hash), Some((entry, of))) = (after, self.journal_entry(seq)?) else { continue };
            let row = Row {
                noun: "setting".to_owned(),
                owner: name.to_owned(),
                item: String::new(),
                before: None,
                after: None,
            };
            found.push((entry, of, self.after(seq, &row, Noun::Setting, &hash)?));
        }
        Ok(found)
    }

    fn changing(&self, seq: u64, row: Row) -> Result<Changing, StoreError> {
        let after = match (&row.after, Noun::named(&row.noun)) {
            (None, _) => None,
            (Some(_), None) => Some(Kept::Other),
            (Some(hash), Some(noun)) => Some(self.after(seq, &row, noun, hash)?),
        };
        let before = row.before.as_deref().map(|body| kept(&row.noun, &row.owner, body));
        Ok(Changing { noun: row.noun, owner: row.owner, item: row.item, before, after })
    }

    /// What stood under the key after the act.
    fn after(&self, seq: u64, row: &Row, noun: Noun, hash: &str) -> Result<Kept, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("change/next"))?;
        let next = query
            .query_row((&row.owner, &row.item, &row.noun, seq), |found| found.get::<_, Option<String>>(0))
            .optional()?;
        let body = match next {
            Some(body) => body,
            None => self.body(noun, &row.owner, &row.item)?,
        };
        if let Some(body) = body.filter(|body| hash_of(body.as_bytes()) == hash) {
            return Ok(kept(&row.noun, &row.owner, &body));
        }
        if noun == Noun::Draft
            && let Some(draft) = self.established_words(row, hash)?
        {
            return Ok(Kept::Draft(Box::new(draft)));
        }
        Ok(Kept::Other)
    }

    /// A draft became the judgement that stands in its place: its words are in there.
    fn established_words(&self, row: &Row, hash: &str) -> Result<Option<DraftJudgement>, StoreError> {
        let Ok(number) = StudentNumber::new(&row.owner) else { return Ok(None) };
        for stored in self.judgements(&number)? {
            if format!("{}.{}", stored.attempt, stored.revision) != row.item {
                continue;
            }
            let words = match &stored.state {
                Judgement::Draft(draft) => draft.as_ref().clone(),
                Judgement::Established(judgement) => judgement.words().clone(),
                Judgement::Replaced(replaced) => replaced.judgement.words().clone(),
            };
            let same = hash_of(serde_json::to_string(&words)?.as_bytes()) == hash;
            return Ok(same.then_some(words));
        }
        Ok(None)
    }
}

struct Row {
    noun: String,
    owner: String,
    item: String,
    before: Option<String>,
    after: Option<String>,
}

fn kept(noun: &str, owner: &str, body: &str) -> Kept {
    fn read<T: DeserializeOwned>(body: &str, make: impl FnOnce(T) -> Kept) -> Kept {
        serde_json::from_str(body).map_or(Kept::Other, make)
    }
    match (noun, owner) {
        ("student", _) => read(body, |student| Kept::Student(Box::new(student))),
        ("statement", _) => read(body, Kept::Statement),
        ("datapoint", _) => read(body, |point| Kept::Point(Box::new(point))),
        ("conversation", _) => read(body, Kept::Conversation),
        ("judgement", _) => read(body, |draft| Kept::Draft(Box::new(draft))),
        ("mandate", _) => read(body, Kept::Mandate),
        ("file", _) => read(body, Kept::File),
        ("setting", "framework") => read(body, |framework| Kept::Framework(Box::new(framework))),
        ("setting", "weights") => read(body, Kept::Weights),
        ("setting", "calendar") => read(body, Kept::Calendar),
        ("setting", "meta") => read(body, Kept::Meta),
        _ => Kept::Other,
    }
}
