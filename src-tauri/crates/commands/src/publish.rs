//! Writing a file for others: beside, made durable, then put in place.
//!
//! Promises: a reader never sees half a file; whatever fails, nothing half-written stays behind and what was there
//! before is still there.

use crate::api::{Problem, ProblemCode};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a whole file, in the place of one that may be there.
pub(crate) fn publish(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    Beside::write(path, bytes)?.place()
}

/// A file that is whole and durable, beside where it is to be; gone when dropped before it was put there.
#[must_use]
pub(crate) struct Beside {
    path: PathBuf,
    beside: PathBuf,
}

impl Beside {
    /// Writes it; `folder_not_found` when there is no such folder.
    pub fn write(path: &Path, bytes: &[u8]) -> Result<Self, Problem> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".nieuw");
        let found = Self { path: path.to_owned(), beside: path.with_file_name(name) };
        let write = || -> std::io::Result<()> {
            let mut file = std::fs::File::create(&found.beside)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| found.problem(&error))?;
        Ok(found)
    }

    /// Puts it in its place.
    pub fn place(self) -> Result<(), Problem> {
        std::fs::rename(&self.beside, &self.path).map_err(|error| match error.kind() {
            // Beside it one may write, so what is refused is the file itself: some systems let who shows it hold it.
            ErrorKind::PermissionDenied | ErrorKind::ResourceBusy if self.path.is_file() => {
                Problem::environment(ProblemCode::FileHeld, self.path.display().to_string())
            }
            _ => self.problem(&error),
        })
    }

    fn problem(&self, error: &std::io::Error) -> Problem {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        match error.kind() {
            ErrorKind::NotFound => Problem::user(ProblemCode::FolderNotFound, folder.display().to_string()),
            kind => Problem::from(kind).at(&self.path.display().to_string()),
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Once in its place it is not beside it any more; when even taking it away fails, the first failure was told.
        let _ = std::fs::remove_file(&self.beside);
    }
}
