//! The integrity of a workspace: pages, references, journal, originals, judgements, packed evidence.
//!
//! Promises: everything is recomputed from what stands in the file; nothing is repaired.

use crate::detail::{Detail, hash_of};
use crate::error::StoreError;
use crate::packing::pack_kept;
use crate::reader::{Reader, entry, sql};
use crate::workspace::Workspace;
use domain::journal::FIRST_PREVIOUS;
use std::collections::BTreeMap;

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckReport {
    /// Every page is as it was encrypted, every reference holds.
    pub file: bool,
    /// The chain of the journal holds, and every entry fits what it changed.
    pub journal: bool,
    /// Every original is as it came in.
    pub attachments: bool,
    /// The packed evidence is what students are weighed by.
    pub evidence: bool,
}

/// How far the chain of the journal was walked; begins at its first entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainWalk {
    /// Entries that hold.
    pub done: u64,
    previous: String,
}

impl Default for ChainWalk {
    fn default() -> Self {
        Self { done: 0, previous: FIRST_PREVIOUS.to_owned() }
    }
}

/// What walking the chain came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainVerdict {
    /// So far it holds; there may be more.
    GoesOn,
    /// All of it holds.
    Holds,
    /// It does not hold from this entry on.
    Broken {
        /// Place of the entry.
        at: u64,
    },
}

impl CheckReport {
    /// Whether everything holds.
    pub fn fine(&self) -> bool {
        self.file && self.journal && self.attachments && self.evidence
    }
}

impl Workspace {
    /// Checks everything.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let reader = self.reader();
        Ok(CheckReport {
            file: reader.file_holds()?,
            journal: reader.journal_holds()?,
            attachments: reader.originals_hold()?,
            evidence: reader.digests_hold()?,
        })
    }
}

impl Reader<'_> {
    fn file_holds(&self) -> Result<bool, StoreError> {
        let pages = self.conn.prepare("PRAGMA cipher_integrity_check")?.exists([])?;
        let structure: String = self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        let references = self.conn.prepare("PRAGMA foreign_key_check")?.exists([])?;
        Ok(!pages && structure == "ok" && !references)
    }

    /// Whether the journal's chain holds: every entry's hash is its own, follows on the one before, and covers the
    /// changes that stand with it.
    pub fn journal_holds(&self) -> Result<bool, StoreError> {
        Ok(self.walk_chain(&mut ChainWalk::default(), u64::MAX >> 1)? == ChainVerdict::Holds)
    }

    /// Goes on along the chain for at most so many entries.
    pub fn walk_chain(&self, walk: &mut ChainWalk, entries: u64) -> Result<ChainVerdict, StoreError> {
        let from = i64::try_from(walk.done + 1).unwrap_or(i64::MAX);
        let mut query = self.conn.prepare_cached(sql!("journal/from"))?;
        let mut rows = query.query([from, i64::try_from(entries).unwrap_or(i64::MAX)])?;
        let mut walked = 0;
        while let Some(row) = rows.next()? {
            let entry = entry(row)?;
            let place = walk.done + 1;
            let fits = entry.seq == place && entry.previous == walk.previous;
            if !fits || entry.detail_hash != self.detail_of(place)? || hash_of(&entry.preimage()) != entry.hash {
                return Ok(ChainVerdict::Broken { at: place });
            }
            walk.done = place;
            walk.previous = entry.hash;
            walked += 1;
        }
        if walked == entries {
            return Ok(ChainVerdict::GoesOn);
        }
        // A change without an entry is as bad as an entry that was changed.
        let last: Option<u64> = self.conn.prepare_cached(sql!("change/last"))?.query_row([], |row| row.get(0))?;
        let loose = last.is_some_and(|last| last > walk.done);
        Ok(if loose { ChainVerdict::Broken { at: walk.done + 1 } } else { ChainVerdict::Holds })
    }

    /// The hash over the changes of an entry.
    fn detail_of(&self, seq: u64) -> Result<String, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("change/of"))?;
        let mut rows = query.query([seq])?;
        let mut detail = Detail::new();
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get::<_, String>(at);
            let maybe = |at: usize| row.get::<_, Option<String>>(at);
            detail.add(&text(0)?, &text(1)?, &text(2)?, maybe(3)?.as_deref(), maybe(4)?.as_deref());
        }
        Ok(detail.finish())
    }

    fn originals_hold(&self) -> Result<bool, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("content/all"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let hash: String = row.get(0)?;
            let bytes = row.get_ref(1)?.as_blob().map_err(|_| StoreError::Damaged)?;
            if hash_of(bytes) != hash {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn digests_hold(&self) -> Result<bool, StoreError> {
        let (framework, year) = (self.framework()?, self.meta()?.year);
        let mut packed = BTreeMap::new();
        self.digests(|number, bytes| {
            packed.insert(number.clone(), bytes.to_vec());
        })?;
        for student in self.students()? {
            let Some(found) = packed.remove(&student.number) else { return Ok(false) };
            let fresh = pack_kept(&self.weighed_points(&student.number)?, &framework, year)?;
            // Earlier versions packed what came in after an establishing as well.
            if found != fresh && found != pack_kept(&self.kept_points(&student.number)?, &framework, year)? {
                return Ok(false);
            }
        }
        Ok(packed.is_empty())
    }
}
