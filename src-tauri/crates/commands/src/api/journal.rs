//! *Logboek*.

use serde::{Deserialize, Serialize};
use specta::Type;

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JournalLine {
    /// Place, from 1.
    pub seq: u32,
    /// ISO date and time, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Code of the act.
    pub act: String,
    /// On what.
    pub subject: String,
    /// Why; may be empty.
    pub reason: String,
    /// Hash of the entry.
    pub hash: String,
}

/// The journal, latest first, and whether its chain holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JournalReply {
    /// Entries.
    pub entries: Vec<JournalLine>,
    /// Whether the chain was recomputed and holds; null when not asked.
    pub intact: Option<bool>,
}
