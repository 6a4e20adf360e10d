//! Verified copies: written beside, read back, then put in place.

use crate::error::StoreError;
use crate::key::{self, DataKey};
use crate::open;
use crate::workspace::Workspace;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// Pages copied at a time.
const PAGES: i32 = 4096;

impl Workspace {
    /// Copies the workspace, encrypted with the same key, to `path` with its key file beside it; the copy is checked
    /// before it stands there. `AlreadyExists` rather than overwriting.
    pub fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        let key = key::file_of(path);
        if path.exists() || key.exists() {
            return Err(StoreError::AlreadyExists);
        }
        let bytes = fs::read(key::file_of(&self.path)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => StoreError::KeyFileMissing,
            _ => error.into(),
        })?;
        let copied = fs::write(&key, bytes)
            .and_then(|()| File::open(&key)?.sync_all())
            .map_err(StoreError::from)
            .and_then(|()| copy(&self.conn, &self.data_key, path));
        if copied.is_err() {
            // A key without its workspace would only puzzle; the first failure is the one to tell.
            let _ = fs::remove_file(&key);
        }
        copied
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
    let mut to = open::file(beside, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    // An empty file with the key set, or the copy would be refused.
    to.execute_batch("PRAGMA cipher_log_level = NONE")?;
    open::unlock(&to, key)?;
    Backup::new(from, &mut to)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    let fine: String = to.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    if fine == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
}
