//! The integrity of a workspace: pages, references, journal, originals, judgements, packed evidence.
//!
//! Promises: everything is recomputed from what stands in the file; nothing is repaired.

use crate::detail::{Detail, hash_of};
use crate::digest;
use crate::error::StoreError;
use crate::reader::{Reader, entry, sql};
use crate::workspace::Workspace;
use domain::journal::FIRST_PREVIOUS;
use domain::weighing::records_of;
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
    /// The packed evidence is what the data points say.
    pub evidence: bool,
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
        let details = self.details()?;
        let mut query = self.conn.prepare_cached(sql!("journal/from"))?;
        let mut rows = query.query([1, i64::MAX])?;
        let (mut previous, mut seq) = (FIRST_PREVIOUS.to_owned(), 0);
        while let Some(row) = rows.next()? {
            let entry = entry(row)?;
            seq += 1;
            let nothing = || Detail::new().finish();
            let detail = details.get(&entry.seq).cloned().unwrap_or_else(nothing);
            let fits = entry.seq == seq && entry.previous == previous && entry.detail_hash == detail;
            if !fits || hash_of(&entry.preimage()) != entry.hash {
                return Ok(false);
            }
            previous = entry.hash;
        }
        Ok(details.keys().next_back().is_none_or(|last| *last <= seq))
    }

    /// The hash over the changes of each entry.
    fn details(&self) -> Result<BTreeMap<u64, String>, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("change/all"))?;
        let mut rows = query.query([])?;
        let mut details: BTreeMap<u64, Detail> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get::<_, String>(at);
            let maybe = |at: usize| row.get::<_, Option<String>>(at);
            details.entry(row.get(0)?).or_insert_with(Detail::new).add(
                &text(1)?,
                &text(2)?,
                &text(3)?,
                maybe(4)?.as_deref(),
                maybe(5)?.as_deref(),
            );
        }
        Ok(details.into_iter().map(|(seq, detail)| (seq, detail.finish())).collect())
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
            let Some(dossier) = self.dossier(&student.number)? else { return Ok(false) };
            let fresh = digest::pack(&records_of(&dossier, &framework, year));
            if packed.remove(&student.number) != Some(fresh) {
                return Ok(false);
            }
        }
        Ok(packed.is_empty())
    }
}
