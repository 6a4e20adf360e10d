//! *Logboek*: what was done, by whom, and whether the chain holds.

use crate::api::*;
use crate::judging;
use crate::workbench::Workbench;
use store::CheckReport;

/// Entries shown at once.
const SHOWN: u64 = 2000;

impl Workbench {
    /// The journal, latest first; of one subject when asked. `check` recomputes the chain.
    pub fn journal(&self, subject: Option<&str>, check: bool) -> Result<JournalReply, Problem> {
        let reader = self.store.reader();
        let mut entries = match subject {
            Some(subject) => reader.journal_of(subject)?,
            None => {
                let head = reader.checkpoint()?.seq;
                reader.journal(head.saturating_sub(SHOWN) + 1, SHOWN)?
            }
        };
        entries.reverse();
        let lines = entries.into_iter().map(line).collect();
        let intact = if check { Some(reader.journal_holds()?) } else { None };
        Ok(JournalReply { entries: lines, intact })
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

fn line(entry: domain::journal::JournalEntry) -> JournalLine {
    JournalLine {
        seq: u32::try_from(entry.seq).unwrap_or(u32::MAX),
        at: judging::moment(entry.at),
        actor: entry.actor,
        act: entry.act,
        subject: entry.subject,
        reason: entry.reason,
        hash: entry.hash,
    }
}
