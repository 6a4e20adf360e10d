//! Time stamps for a batch: the service the user set, and what came of asking it.
//!
//! Promises: without an address nobody is asked; a service that once did not answer is not asked again in the same
//! batch, so that thousands of forms do not each wait for it. Deliberately absent: believing a stamp (seal does).

use crate::api::{Problem, ProblemCode, StampFaultCode};
use crate::host::Host;
use seal::{StampFault, TimeStamping};
use std::sync::atomic::{AtomicBool, Ordering};

/// A service during one batch.
pub(super) struct Service<'a> {
    host: &'a dyn Host,
    address: &'a str,
    silent: AtomicBool,
}

impl<'a> Service<'a> {
    /// The service at an address, none when it is empty; `stamp_address` for what is no http or https address.
    pub fn at(address: &'a str, host: &'a dyn Host) -> Result<Option<Self>, Problem> {
        if address.is_empty() {
            return Ok(None);
        }
        let lower = address.to_ascii_lowercase();
        let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or_default();
        let named = rest.split(['/', '?', '#']).next().unwrap_or_default();
        // A name and password in an address would be remembered with it.
        let plain = address.chars().all(|letter| letter.is_ascii_graphic()) && !named.contains('@');
        if named.is_empty() || named.starts_with(':') || !plain {
            return Err(Problem::user(ProblemCode::StampAddress, ""));
        }
        Ok(Some(Self { host, address, silent: AtomicBool::new(false) }))
    }
}

impl TimeStamping for Service<'_> {
    fn ask(&self, request: &[u8]) -> Result<Vec<u8>, StampFault> {
        if self.silent.load(Ordering::Relaxed) {
            return Err(StampFault::Unreachable);
        }
        let answer = self.host.time_stamp(self.address, request);
        if answer == Err(StampFault::Unreachable) {
            self.silent.store(true, Ordering::Relaxed);
        }
        answer
    }
}

/// A fault as a user needs to know it.
pub(super) fn fault_of(fault: StampFault) -> StampFaultCode {
    match fault {
        StampFault::Unreachable => StampFaultCode::Unreachable,
        StampFault::Refused => StampFaultCode::Refused,
        StampFault::Revoked => StampFaultCode::Revoked,
        _ => StampFaultCode::NotBelieved,
    }
}
