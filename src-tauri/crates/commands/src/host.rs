//! What a use case asks of the machine it runs on: the time, chance, and a folder of the program's own.
//!
//! Promises: a use case reaches the machine through here and through the files it is given, nothing else; a test hands
//! in a machine of its own. Deliberately absent: windows and dialogs.

use chrono::{DateTime, NaiveDate, Utc};
use std::path::PathBuf;

/// The machine.
pub trait Host: Send + Sync {
    /// The time.
    fn now(&self) -> DateTime<Utc>;

    /// Today where the user is.
    fn today(&self) -> NaiveDate;

    /// Fills `bytes` with randomness fit for keys.
    fn random(&self, bytes: &mut [u8]);

    /// Where the program keeps its own settings, outside every workspace.
    fn profile_folder(&self) -> PathBuf;
}
