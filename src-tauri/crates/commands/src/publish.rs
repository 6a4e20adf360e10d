//! Writing a file for others: beside, made durable, then put in place.
//!
//! Promises: a reader never sees half a file; whatever fails, nothing half-written stays behind and what was there
//! before is still there.

use crate::api::{Problem, ProblemCode};
use crate::problems::held_by_another;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a whole file, in the place of one that may be there.
pub(crate) fn publish(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    Beside::write(path, bytes)?.place()
}

/// A file that is whole and durable, beside where it is to be; gone when dropped before it was put there.
#[must_use]
#[derive(Debug)]
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
        let write = || -> io::Result<()> {
            let mut file = std::fs::File::create(&found.beside)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| found.refused(&found.beside, &error))?;
        Ok(found)
    }

    /// Puts it in its place.
    pub fn place(self) -> Result<(), Problem> {
        std::fs::rename(&self.beside, &self.path).map_err(|error| self.refused(&self.path, &error))
    }

    /// Why one of the two could not be written or replaced.
    fn refused(&self, which: &Path, error: &io::Error) -> Problem {
        let (folder, obstacle) = (self.path.parent().unwrap_or(Path::new("")), which.display().to_string());
        match error.kind() {
            ErrorKind::NotFound => Problem::user(ProblemCode::FolderNotFound, folder.display().to_string()),
            _ if held_by_another(error) => Problem::environment(ProblemCode::FileHeld, obstacle),
            // In the folder one may write, so what is refused is the file itself: some systems let who shows it hold it.
            ErrorKind::PermissionDenied if which.is_file() => Problem::environment(ProblemCode::FileHeld, obstacle),
            // A folder bears the name.
            ErrorKind::IsADirectory | ErrorKind::DirectoryNotEmpty => {
                Problem::user(ProblemCode::AlreadyExists, obstacle)
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The code for a refusal of this kind to replace a file that is there, or to make one that is not.
    fn codes(kind: ErrorKind) -> (ProblemCode, ProblemCode) {
        let folder = tempfile::tempdir().expect("BUG: a folder");
        let there = folder.path().join("formulier.pdf");
        std::fs::write(&there, "er al").expect("BUG: writable");
        let code = |name: &str| {
            let beside = Beside::write(&folder.path().join(name), b"nieuw").expect("BUG: writable");
            beside.refused(&beside.path, &kind.into()).code
        };
        (code("formulier.pdf"), code("nieuw.pdf"))
    }

    #[test]
    fn a_file_that_another_program_holds_is_told_apart() {
        use ProblemCode::*;
        assert_eq!(codes(ErrorKind::ResourceBusy), (FileHeld, FileHeld));
        assert_eq!(codes(ErrorKind::ExecutableFileBusy), (FileHeld, FileHeld));
        assert_eq!(codes(ErrorKind::PermissionDenied), (FileHeld, ReadOnly), "else it is the folder");
        assert_eq!(codes(ErrorKind::ReadOnlyFilesystem), (ReadOnly, ReadOnly));
        assert_eq!(codes(ErrorKind::StorageFull), (DiskFull, DiskFull));
        assert_eq!(codes(ErrorKind::QuotaExceeded), (DiskFull, DiskFull));
        assert_eq!(codes(ErrorKind::NotFound), (FolderNotFound, FolderNotFound));
    }

    #[test]
    fn what_cannot_be_put_in_its_place_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("BUG: a folder");
        let taken = folder.path().join("formulier.pdf");
        std::fs::create_dir_all(taken.join("vol")).expect("BUG: a folder");
        let refused = publish(&taken, b"nieuw").expect_err("a folder stands there");
        assert_eq!((refused.code, refused.place), (ProblemCode::AlreadyExists, taken.display().to_string()));
        let there = std::fs::read_dir(folder.path()).expect("BUG: a folder").count();
        assert_eq!((there, taken.join("vol").is_dir()), (1, true));
    }
}
