//! *Reservekopieën*: verified copies of the workspace in a folder of the user's choice.
//!
//! Promises: a copy opens with the same passphrase; it is read back before it counts; nothing is ever overwritten.

use crate::api::Problem;
use crate::workbench::{Workbench, file_name};
use std::path::{Path, PathBuf};

impl Workbench {
    /// Makes a verified copy in `folder`, named after the workspace and the time; answers where it stands.
    pub fn back_up(&self, folder: &Path) -> Result<PathBuf, Problem> {
        if !folder.is_dir() {
            return Err(Problem::user(crate::api::ProblemCode::FolderNotFound, file_name(folder)));
        }
        let stem = self.store.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let moment = self.host.now().format("%Y-%m-%d-%H%M%S");
        let path = folder.join(format!("{stem} {moment}.weegschaal"));
        self.store.backup_to(&path).map_err(|error| Problem::from(error).at(&file_name(&path)))?;
        Ok(path)
    }
}
