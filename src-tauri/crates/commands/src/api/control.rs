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
    /// `B-B`, `B-T` or `B-LT`.
    pub level: String,
    /// The bytes it covers are as signed.
    pub intact: bool,
    /// The signature and certificate hold.
    pub valid: bool,
    /// The signer is trusted here.
    pub trusted: bool,
    /// It covers the whole document.
    pub covers_whole_document: bool,
    /// `none`, `validation_data`, `signature` or `suspicious`.
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

/// A file that was checked, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckedFile {
    /// Path of the file.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u32,
    /// What it turned out to be.
    pub kind: FileKind,
    /// What it comes to, in one word.
    pub headline: Headline,
    /// Whether the judgement of the report is what was signed, whatever happened to the file since.
    pub judgement_was_signed: bool,
    /// Whether somebody put a signature of whatever kind in it; says nothing about its worth.
    pub signed_somehow: bool,
    /// Per signature of the report, how its signer is known here.
    pub signers: Vec<SignerStanding>,
    /// The verdict and everything it rests on.
    pub report: VerifyReport,
}

/// What a check comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Headline {
    /// Genuine, unchanged, in force as far as is known here.
    Genuine,
    /// Genuine and unchanged, and a revision is in force instead.
    Replaced,
    /// Unchanged; the signer is not known here.
    UnknownSigner,
    /// Changed after it was signed.
    Changed,
    /// A form that does not hold for another reason.
    Broken,
    /// A form of ours that nobody signed.
    NotSigned,
    /// A PDF of others, which cannot be judged here.
    NotOurs,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// Built as our forms are.
    Form,
    /// Calls itself a form of ours, but is not built as one: damaged or rewritten.
    BrokenForm,
    /// A PDF of others.
    OtherPdf,
}

/// How a signer is known in the open workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SignerStanding {
    /// The examiner of this workspace.
    Own,
    /// Trusted by the user.
    Added,
    /// Not known, and the signature holds: the user may trust it.
    CanBeAdded,
    /// Not known, and nothing to trust: no open workspace, or a signature that does not hold.
    Unknown,
}

/// Somebody whose signature is trusted in this workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TrustedSigner {
    /// Name in the certificate.
    pub name: String,
    /// SHA-256 of the certificate, hexadecimal.
    pub fingerprint: String,
    /// Until when the certificate is valid, ISO date and time.
    pub until: String,
}
