//! What a use case asks of the machine it runs on: the time, chance, and a folder of the program's own.
//!
//! Promises: a use case reaches the machine through here and through the files it is given, nothing else; a test hands
//! in a machine of its own. Deliberately absent: windows and dialogs.

use chrono::{DateTime, NaiveDate, Utc};
use intake::{Finding, Kind, Raw, SourceFile};
use seal::StampFault;
use std::path::PathBuf;

/// The machine.
pub trait Host: Send + Sync {
    /// The time.
    fn now(&self) -> DateTime<Utc>;

    /// Today where the user is.
    fn today(&self) -> NaiveDate;

    /// Fills `bytes` with randomness fit for keys.
    fn random(&self, bytes: &mut [u8]);

    /// Reads a foreign file where it can do no harm: in a process of its own with limits on memory and time.
    fn unpack(&self, file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding>;

    /// Takes a request for a time stamp (`application/timestamp-query`) to a service and brings its answer back:
    /// `unreachable` when none came within some seconds, `refused` when it was no answer to it.
    fn time_stamp(&self, service: &str, request: &[u8]) -> Result<Vec<u8>, StampFault>;

    /// Where the program keeps its own settings, outside every workspace.
    fn profile_folder(&self) -> PathBuf;
}
