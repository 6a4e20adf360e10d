//! Verified copies: written beside, read back, then put in place.

use crate::error::StoreError;
use crate::key::DataKey;
use crate::open;
use crate::workspace::Workspace;
use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

/// Pages copied at a time.
const PAGES: i32 = 4096;

impl Workspace {
    /// Copies the workspace, encrypted with the same key, to `path`; the copy is checked before it stands there.
    pub fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        copy(&self.conn, &self.data_key, path)
    }
}

pub(crate) fn copy(from: &Connection, key: &DataKey, path: &Path) -> Result<(), StoreError> {
    let beside = path.with_extension("in-wording");
    let _ = fs::remove_file(&beside);
    let written = write(from, key, &beside).and_then(|()| {
        File::open(&beside)?.sync_all()?;
        Ok(fs::rename(&beside, path)?)
    });
    if written.is_err() {
        // Half a copy is worse than none; the first failure is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(from: &Connection, key: &DataKey, beside: &Path) -> Result<(), StoreError> {
    let mut to = Connection::open(beside)?;
    // An empty file with the key set, or the copy would be refused.
    to.execute_batch("PRAGMA cipher_log_level = NONE")?;
    open::unlock(&to, key)?;
    Backup::new(from, &mut to)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    let fine: String = to.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    if fine == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
}
