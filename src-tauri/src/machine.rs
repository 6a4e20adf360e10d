//! The machine as use cases see it: its clock, its randomness, the user's own folder.

use chrono::{DateTime, Local, NaiveDate, Utc};
use commands::{Finding, Host, Kind, Raw, SourceFile, StampFault};
use std::path::PathBuf;
use std::sync::Arc;

/// This machine.
pub struct Machine;

impl Machine {
    /// To hand to a use case.
    pub fn shared() -> Arc<dyn Host> {
        Arc::new(Self)
    }
}

impl Host for Machine {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn random(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("BUG: the system gives random bytes");
    }

    fn unpack(&self, file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding> {
        crate::reader::unpack(file, kind)
    }

    fn time_stamp(&self, service: &str, request: &[u8]) -> Result<Vec<u8>, StampFault> {
        crate::carrier::carry(service, request, crate::carrier::PATIENCE)
    }

    fn profile_folder(&self) -> PathBuf {
        dirs::config_dir().unwrap_or_else(std::env::temp_dir).join("weegschaal")
    }
}
