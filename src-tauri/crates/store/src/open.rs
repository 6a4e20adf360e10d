//! Making and opening a workspace: folder, lock, key, settings, migrations, guards.
//!
//! Promises: nothing is deleted or repaired; an old schema is copied before it is upgraded; a file of a newer version
//! is left as it is.

use crate::act::Act;
use crate::error::StoreError;
use crate::folder;
use crate::key::{self, DataKey, KeyCost, RecoveryKey};
use crate::records::Meta;
use crate::undo;
use crate::workspace::Workspace;
use domain::framework::WeightFramework;
use domain::weights::WeightSet;
use domain::year::Calendar;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::Duration;
use zeroize::Zeroizing;

/// `WGS1`, by which SQLite knows the file as ours.
const APPLICATION_ID: i64 = 0x5747_5331;
/// Every schema that was ever released, oldest first.
const MIGRATIONS: [&str; 6] = [
    include_str!("migrations/0001_begin.sql"),
    include_str!("migrations/0002_digest.sql"),
    include_str!("migrations/0003_conversation.sql"),
    include_str!("migrations/0004_history.sql"),
    include_str!("migrations/0005_brief.sql"),
    include_str!("migrations/0006_second.sql"),
];
/// Version of the newest schema.
pub(crate) fn newest() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

const GUARDS: &str = include_str!("migrations/guards.sql");

/// A workspace to be made.
pub struct NewWorkspace<'a> {
    /// Where.
    pub path: &'a Path,
    /// Passphrase.
    pub passphrase: &'a str,
    /// What it is about.
    pub meta: Meta,
    /// Framework.
    pub framework: &'a WeightFramework,
    /// Weights.
    pub weights: &'a WeightSet,
    /// Calendar.
    pub calendar: &'a Calendar,
    /// Work a try of the passphrase takes.
    pub cost: KeyCost,
}

/// What opens a workspace.
pub enum Secret<'a> {
    /// The passphrase.
    Passphrase(&'a str),
    /// The recovery key, as typed.
    Recovery(&'a str),
}

impl Workspace {
    /// Makes a workspace and opens it.
    pub fn create(
        new: &NewWorkspace<'_>,
        act: &Act,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(Self, RecoveryKey), StoreError> {
        folder::check(new.path)?;
        if new.path.exists() || key::file_of(new.path).exists() {
            return Err(StoreError::AlreadyExists);
        }
        let lock = take_lock(new.path)?;
        let recovery = RecoveryKey::new(random);
        let data_key = recovery.data_key();
        key::write(new.path, &data_key, new.passphrase, new.cost, random)?;
        let made = connect(new.path, &data_key, true).and_then(|conn| {
            upgrade(&conn, 0)?;
            conn.execute_batch(GUARDS)?;
            let mut workspace = Self::of(conn, new.path, data_key.clone(), lock);
            workspace.transact(act, |writer| {
                writer.put_meta(&new.meta)?;
                writer.put_framework(new.framework)?;
                writer.put_weights(new.weights)?;
                writer.put_calendar(new.calendar)
            })?;
            Ok(workspace)
        });
        if made.is_err() {
            // What was never acknowledged leaves nothing behind; the first failure is the one to tell.
            for half_made in [new.path.to_owned(), key::file_of(new.path)] {
                let _ = fs::remove_file(half_made);
            }
        }
        Ok((made?, recovery))
    }

    /// Opens a workspace.
    pub fn open(path: &Path, secret: Secret<'_>) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::NotFound);
        }
        folder::check(path)?;
        let head = fs::metadata(path)?.len();
        if head < 512 {
            return Err(StoreError::NotAWorkspace);
        }
        let recovering = matches!(secret, Secret::Recovery(_));
        let lock = take_lock(path)?;
        let data_key = match secret {
            Secret::Passphrase(passphrase) => match key::read(path, passphrase) {
                Err(StoreError::KeyFileMissing) if path.extension().is_none_or(|kind| kind != "weegschaal") => {
                    return Err(StoreError::NotAWorkspace);
                }
                other => other?,
            },
            Secret::Recovery(text) => RecoveryKey::parse(text)?.data_key(),
        };
        let conn = connect(path, &data_key, false).map_err(|error| match error {
            // With the right key an unreadable first page is damage; a recovery key may be of another workspace.
            StoreError::Damaged if recovering => StoreError::WrongRecoveryKey,
            other => other,
        })?;
        let version = version_of(&conn)?;
        let known = newest();
        if version > known {
            return Err(StoreError::TooNew { found: version, known });
        }
        if version < known {
            crate::backup::copy(&conn, &data_key, &path.with_extension(format!("voor-versie-{known}.weegschaal")))?;
            upgrade(&conn, version)?;
        }
        conn.execute_batch(GUARDS)?;
        let mut workspace = Self::of(conn, path, data_key, lock);
        if version < 2 {
            workspace.rebuild_digests()?;
        }
        workspace.stacks = undo::Stacks::read(&workspace.conn)?;
        Ok(workspace)
    }

    /// Whether a passphrase opens this workspace; `WrongSecret` otherwise.
    pub fn proves(&self, passphrase: &str) -> Result<(), StoreError> {
        let key = key::read(&self.path, passphrase)?;
        if key == self.data_key { Ok(()) } else { Err(StoreError::WrongSecret) }
    }

    /// Sets another passphrase; the data stays as it is.
    pub fn reset_passphrase(
        &mut self,
        passphrase: &str,
        act: &Act,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(), StoreError> {
        key::write(&self.path, &self.data_key, passphrase, KeyCost::Standard, random)?;
        self.transact(act, |_| Ok::<_, StoreError>(()))?;
        Ok(())
    }
}

/// One window for each workspace: an advisory lock on a file beside it, gone with the process.
fn take_lock(path: &Path) -> Result<File, StoreError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".slot");
    let file = File::create(PathBuf::from(name))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Opens the file with its key and the settings that make it durable.
pub(crate) fn connect(path: &Path, key: &DataKey, new: bool) -> Result<Connection, StoreError> {
    let base = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let flags = if new { base | OpenFlags::SQLITE_OPEN_CREATE } else { base };
    let conn = file(path, flags)?;
    unlock(&conn, key)?;
    conn.busy_timeout(Duration::from_secs(5))?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        // A query is planned once, not anew for what is asked each time: that took longer than most answers.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        conn.set_db_config(setting, on)?;
    }
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::ReadOnly);
    }
    conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA cache_size = -24576;",
    )?;
    conn.set_prepared_statement_cache_capacity(96);
    if new {
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    } else {
        let id: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        if id != APPLICATION_ID {
            return Err(StoreError::NotAWorkspace);
        }
    }
    Ok(conn)
}

/// Opens a file without its key. SQLite says it is ready a moment before SQLCipher is, outside its own lock: of several
/// threads that open the first files of a process one would find no cipher. So the first opening is by itself.
pub(crate) fn file(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    static READY: Once = Once::new();
    READY.call_once(|| drop(Connection::open_in_memory()));
    Ok(Connection::open_with_flags(path, flags)?)
}

/// Gives a connection its key and proves that it fits.
pub(crate) fn unlock(conn: &Connection, key: &DataKey) -> Result<(), StoreError> {
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let raw = Zeroizing::new(key.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}")));
    let raw = Zeroizing::new(format!("x'{}'", *raw));
    conn.pragma_update(None, "key", &*raw)?;
    conn.execute_batch("PRAGMA cipher_compatibility = 4")?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

fn version_of(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Runs the migrations after `from`, each with its number in one transaction.
fn upgrade(conn: &Connection, from: u32) -> Result<(), StoreError> {
    for (number, sql) in (1u32..).zip(MIGRATIONS).skip(from as usize) {
        let step = conn.unchecked_transaction()?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
    }
    Ok(())
}
