//! What can go wrong in the store: few, without sentences, without personal data.

use rusqlite::{ErrorCode, ffi};
use std::io;
use thiserror::Error;

/// Why the store refuses or fails.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The passphrase does not open the key.
    #[error("wrong passphrase")]
    WrongSecret,
    /// The recovery key is mistyped or of another workspace.
    #[error("wrong recovery key")]
    WrongRecoveryKey,
    /// No such file.
    #[error("not found")]
    NotFound,
    /// The file is no workspace.
    #[error("not a workspace")]
    NotAWorkspace,
    /// The file does not read back as it was written.
    #[error("damaged")]
    Damaged,
    /// Written by a newer version.
    #[error("schema {found} is newer than {known}")]
    TooNew {
        /// Version of the file.
        found: u32,
        /// Newest version known here.
        known: u32,
    },
    /// The file with the wrapped key is missing.
    #[error("key file missing")]
    KeyFileMissing,
    /// Open elsewhere.
    #[error("in use")]
    InUse,
    /// There is a file already.
    #[error("already exists")]
    AlreadyExists,
    /// The folder does not exist.
    #[error("folder missing")]
    FolderMissing,
    /// No right to write.
    #[error("read-only")]
    ReadOnly,
    /// No room.
    #[error("disk full")]
    DiskFull,
    /// Writing stopped although the disk is not full: a quota, a limit to what a file may be, a disk that fails.
    #[error("not written")]
    NotWritten,
    /// On a network or in a folder that a cloud copies.
    #[error("unsuitable folder")]
    UnsuitableFolder,
    /// An established judgement would change.
    #[error("established")]
    Established,
    /// Nothing to take back, or to do again.
    #[error("nothing to undo")]
    NothingToUndo,
    /// What the act left has changed since.
    #[error("cannot undo")]
    CannotUndo,
    /// Reading or writing failed.
    #[error("input or output")]
    Io(io::ErrorKind),
    /// A fault of ours, by a code.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::AlreadyExists => Self::AlreadyExists,
            kind => Self::Io(kind),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return Self::Internal("query".to_owned());
        };
        match failure.code {
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::CannotOpen => Self::NotFound,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::InUse,
            ErrorCode::SystemIoFailure if failure.extended_code == ffi::SQLITE_IOERR_WRITE => Self::NotWritten,
            ErrorCode::SystemIoFailure => Self::Io(io::ErrorKind::Other),
            ErrorCode::ConstraintViolation if message.as_deref() == Some("established") => Self::Established,
            code => Self::Internal(format!("{code:?}")),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(_: serde_json::Error) -> Self {
        Self::Damaged
    }
}
