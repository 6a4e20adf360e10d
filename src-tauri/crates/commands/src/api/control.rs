//! *Controle*: the verdict on a PDF, in the words of the contract's `verify --json`.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Report on one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct VerifyReport {
    /// Name as given.
    pub file: String,
    /// Verdict.
    pub verdict: Verdict,
    /// Per signature, in order.
    pub signatures: Vec<SignatureReport>,
    /// Whether the embedded judgement is what the form says; null when that cannot be told.
    pub judgement_matches: Option<bool>,
    /// Codes of everything found.
    pub reasons: Vec<String>,
    /// What the judgement says, when it could be read: outcome, student number, dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<JudgementSummary>,
}

/// Verdict on a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Genuine, unchanged, signer trusted.
    Valid,
    /// Genuine and unchanged; the signer is not known here.
    ValidUntrusted,
    /// Changed or broken.
    Invalid,
    /// No signature, or a file that cannot be judged here.
    Unsigned,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SignatureReport {
    /// Name in the certificate.
    pub signer: String,
    /// When, ISO date and time with zone.
    pub time: String,
    /// `B-B` or `B-T`.
    pub level: String,
    /// The bytes it covers are as signed.
    pub intact: bool,
    /// The signature and certificate hold.
    pub valid: bool,
    /// The signer is trusted here.
    pub trusted: bool,
    /// It covers the whole document.
    pub covers_whole_document: bool,
    /// `none`, `signature` or `suspicious`.
    pub later_changes: String,
    /// SHA-256 of the certificate, hexadecimal.
    pub fingerprint: String,
}

/// What an embedded judgement says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JudgementSummary {
    /// *Studentnummer*.
    pub student: String,
    /// *Gelegenheid*.
    pub attempt: u8,
    /// Outcome.
    pub outcome: String,
    /// ISO date.
    pub established_on: String,
    /// Hash.
    pub hash: String,
    /// Whether the open workspace knows a revision that replaced it; null without a workspace or when unknown to it.
    pub replaced: Option<bool>,
}
