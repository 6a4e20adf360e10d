//! Writing a file for others: beside, made durable, then put in place.
//!
//! Promises: a reader never sees half a file; whatever fails, nothing half-written stays behind and what was there
//! before is still there.

use crate::api::Problem;
use std::io::Write;
use std::path::Path;

/// Writes a whole file, in the place of one that may be there.
pub(crate) fn publish(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".nieuw");
    let beside = path.with_file_name(name);
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    };
    write().map_err(|error| {
        // When even taking it away fails, the first failure is the one to tell.
        let _ = std::fs::remove_file(&beside);
        Problem::from(error).at(&path.display().to_string())
    })
}
