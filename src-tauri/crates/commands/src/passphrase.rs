//! How strong a passphrase must be, and how long a wrong one makes wait.
//!
//! Promises: a length is asked for, never a recipe of signs (NIST SP 800-63B); after five wrong tries the wait doubles.

use crate::api::{Problem, ProblemCode, Strength};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// Least number of characters.
pub const LEAST: usize = 8;
/// What is tried before anything else.
const TRIED_FIRST: [&str; 10] = [
    "wachtwoord",
    "wachtzin",
    "password",
    "passphrase",
    "welkom",
    "voorbeeld",
    "weegschaal",
    "qwerty",
    "12345",
    "geheim",
];
/// Tries before any wait.
const FREE_TRIES: u32 = 5;

/// Refuses what protects nothing.
pub fn check(passphrase: &str) -> Result<(), Problem> {
    let different = passphrase.chars().collect::<BTreeSet<_>>().len();
    if passphrase.chars().count() < LEAST || different < 4 {
        return Err(Problem::user(ProblemCode::PassphraseTooWeak, "").with(LEAST.to_string()));
    }
    Ok(())
}

/// How hard a passphrase is to guess, by its length and its words; what everybody tries first is weak at any length.
pub fn strength(passphrase: &str) -> Strength {
    if check(passphrase).is_err() {
        return Strength::Refused;
    }
    let lower = passphrase.to_lowercase();
    let different = lower.chars().collect::<BTreeSet<_>>().len();
    // A repeated character adds little.
    let length = lower.chars().count().min(different * 2);
    let words = lower.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.chars().count() >= 3);
    let words = words.collect::<BTreeSet<_>>().len();
    let tried_first = TRIED_FIRST.iter().any(|known| lower.contains(known) && length < known.len() + 8);
    match (words, length) {
        _ if tried_first => Strength::Weak,
        (4.., 16..) | (_, 20..) => Strength::Strong,
        (3, 12..) | (_, 14..) => Strength::Fair,
        _ => Strength::Weak,
    }
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

    /// Tries left before the first wait.
    pub fn left(&self) -> u32 {
        FREE_TRIES.saturating_sub(self.wrong)
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
        assert_eq!(tries.left(), 1);
        tries.count_wrong(start);
        assert!(tries.allow(start + TimeDelta::seconds(4)).is_err());
        assert!(tries.allow(start + TimeDelta::seconds(5)).is_ok());
        tries.count_wrong(start);
        assert!(tries.allow(start + TimeDelta::seconds(9)).is_err());
        tries.forget();
        assert!(tries.allow(start).is_ok());
    }

    #[test]
    fn words_and_length_make_a_passphrase_strong() {
        assert_eq!(strength("kort"), Strength::Refused);
        assert_eq!(strength("welkom2025!"), Strength::Weak);
        assert_eq!(strength("fietsbel9"), Strength::Weak);
        assert_eq!(strength("fietsbel raam kaas"), Strength::Fair);
        assert_eq!(strength("fietsbel raam kaas noord"), Strength::Strong);
        assert_eq!(strength("ababababababababababab"), Strength::Refused);
    }

    #[test]
    fn short_or_monotonous_passphrases_are_refused() {
        assert!(check("kort").is_err());
        assert!(check("aaaaaaaaaaaa").is_err());
        assert!(check("voorbeeld").is_ok());
    }
}
