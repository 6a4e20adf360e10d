//! *Logboek*: the append-only, hash-chained record of every act (rule R13).
//!
//! Promises: each entry's hash covers its own fields and the hash before it, length-prefixed, so that no entry can be
//! changed, moved or taken out unnoticed while a later hash is known elsewhere (it is printed on every form).
//! Deliberately absent: names of students; an entry names keys only.

use serde::{Deserialize, Serialize};

/// One act, as written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalEntry {
    /// Place in the journal, from 1.
    pub seq: u64,
    /// Milliseconds since 1970, UTC, by the clock of the machine. Order follows `seq`, never this.
    pub at: i64,
    /// Who acted.
    pub actor: String,
    /// What was done, a stable code (`import`, `judgement.establish`).
    pub act: String,
    /// On what: a key, or empty.
    pub subject: String,
    /// Why, where a reason was asked for; else empty.
    pub reason: String,
    /// SHA-256 (hexadecimal) of what changed, before and after, kept elsewhere.
    pub detail_hash: String,
    /// Hash of the entry before; 64 zeros for the first.
    pub previous: String,
    /// Hash of this entry.
    pub hash: String,
}

/// The hash before the first entry.
pub const FIRST_PREVIOUS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl JournalEntry {
    /// The bytes that the hash of the entry is taken over: a domain name, then every field with its length in front.
    pub fn preimage(&self) -> Vec<u8> {
        let mut bytes = b"weegschaal-journal-1".to_vec();
        bytes.extend(self.seq.to_be_bytes());
        bytes.extend(self.at.to_be_bytes());
        for field in [&self.actor, &self.act, &self.subject, &self.reason, &self.detail_hash, &self.previous] {
            bytes.extend((field.len() as u64).to_be_bytes());
            bytes.extend(field.as_bytes());
        }
        bytes
    }
}

/// Head of the journal at a moment; printed on forms as an anchor outside the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalCheckpoint {
    /// Number of entries.
    pub seq: u64,
    /// Hash of the last one.
    pub hash: String,
}
