//! An act: who does what, when, to what, and what came of it.

use domain::ids::StudentNumber;
use std::collections::BTreeSet;

/// What is about to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// Who.
    pub actor: String,
    /// Stable code (`judgement.establish`).
    pub code: &'static str,
    /// On what: a key, or empty.
    pub subject: String,
    /// Why, where a reason is asked for; else empty.
    pub reason: String,
    /// Whether it can be taken back.
    pub undoable: bool,
}

/// The name of an act that can be taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActName {
    /// Its code.
    pub code: String,
    /// Its subject.
    pub subject: String,
    /// Which part of the subject it was about, where an act says so (`K3`); else empty.
    pub place: String,
}

/// The part of its subject that an act with this code was about: acts on a draft or a mark say it where others say why.
pub fn place_of<'a>(code: &str, reason: &'a str) -> &'a str {
    if ["draft.", "indication."].iter().any(|kind| code.starts_with(kind)) { reason } else { "" }
}

/// What an act touched, so that a window refreshes only that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// Dossiers with other evidence, statements or judgements.
    pub students: BTreeSet<StudentNumber>,
    /// Whether students themselves changed: their order in the table may have.
    pub roster: bool,
    /// Whether anything above single dossiers changed: framework, weights, mandates, settings.
    pub frame: bool,
}

/// What an act that is durable came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the act answers.
    pub value: T,
    /// What it touched.
    pub changed: Changed,
    /// Its place in the journal.
    pub seq: u64,
}
