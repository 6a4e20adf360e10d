//! How strong a passphrase must be, and how long a wrong one makes wait.
//!
//! Promises: a length is asked for, never a recipe of signs (NIST SP 800-63B); after five wrong tries the wait doubles.

use crate::api::{Problem, ProblemCode};
use chrono::{DateTime, TimeDelta, Utc};

/// Least number of characters.
pub const LEAST: usize = 8;
/// Tries before any wait.
const FREE_TRIES: u32 = 5;

/// Refuses what protects nothing.
pub fn check(passphrase: &str) -> Result<(), Problem> {
    let different = passphrase.chars().collect::<std::collections::BTreeSet<_>>().len();
    if passphrase.chars().count() < LEAST || different < 4 {
        return Err(Problem::user(ProblemCode::PassphraseTooWeak, "").with(LEAST.to_string()));
    }
    Ok(())
}

/// Wrong tries since the last right one.
#[derive(Debug, Clone, Default)]
pub struct Tries {
    wrong: u32,
    until: Option<DateTime<Utc>>,
}

impl Tries {
    /// Whether one may try now; else how many seconds are left.
    pub fn allow(&self, now: DateTime<Utc>) -> Result<(), Problem> {
        match self.until {
            Some(until) if until > now => {
                let left = (until - now).num_seconds() + 1;
                Err(Problem::user(ProblemCode::TooManyTries, "").with(left.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// Counts a wrong try: from the fifth on 5, 10, 20 … seconds, at most an hour.
    pub fn count_wrong(&mut self, now: DateTime<Utc>) {
        self.wrong += 1;
        if self.wrong >= FREE_TRIES {
            let doublings = (self.wrong - FREE_TRIES).min(10);
            self.until = Some(now + TimeDelta::seconds((5i64 << doublings).min(3600)));
        }
    }

    /// Forgets wrong tries after a right one.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_after_five_wrong_tries() {
        let start = DateTime::<Utc>::UNIX_EPOCH;
        let mut tries = Tries::default();
        for _ in 0..4 {
            tries.count_wrong(start);
        }
        assert!(tries.allow(start).is_ok());
        tries.count_wrong(start);
        assert!(tries.allow(start + TimeDelta::seconds(4)).is_err());
        assert!(tries.allow(start + TimeDelta::seconds(5)).is_ok());
        tries.count_wrong(start);
        assert!(tries.allow(start + TimeDelta::seconds(9)).is_err());
        tries.forget();
        assert!(tries.allow(start).is_ok());
    }

    #[test]
    fn short_or_monotonous_passphrases_are_refused() {
        assert!(check("kort").is_err());
        assert!(check("aaaaaaaaaaaa").is_err());
        assert!(check("voorbeeld").is_ok());
    }
}
