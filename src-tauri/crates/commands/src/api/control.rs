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
    /// Of a PDF that cannot be judged here: the signatures it says it has. Claims, of which nothing was checked.
    pub claimed: Vec<ClaimedSignature>,
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
    /// Bytes of the file it covers, its own place left out.
    pub covered_bytes: u32,
    /// Bytes of the file.
    pub file_bytes: u32,
    /// The signer's certificate; null when it cannot be read.
    pub certificate: Option<CertificateReport>,
    /// The time stamp; null when there is none.
    pub stamp: Option<StampReport>,
}

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CertificateReport {
    /// Name of its holder.
    pub holder: String,
    /// Name of who issued it; the holder's own for one that was made by the holder.
    pub issuer: String,
    /// First moment it is valid, ISO date and time.
    pub valid_from: String,
    /// Last moment it is valid, ISO date and time.
    pub valid_until: String,
    /// Whether it is meant for signing documents.
    pub may_sign: bool,
    /// Whether it is meant for stamping the time.
    pub may_stamp: bool,
    /// Whether it is meant for issuing others.
    pub authority: bool,
}

/// A time stamp on a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StampReport {
    /// The stamped time, ISO date and time; null when the stamp does not hold.
    pub time: Option<String>,
    /// Name of the service; empty when the stamp does not hold.
    pub authority: String,
    /// The service is trusted here.
    pub trusted: bool,
    /// SHA-256 of its certificate, hexadecimal; empty when the stamp does not hold.
    pub fingerprint: String,
}

/// A signature that a PDF says it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClaimedSignature {
    /// Name of the signer; may be empty.
    pub name: String,
    /// Kind of signature, as `adbe.pkcs7.detached`; may be empty.
    pub kind: String,
    /// Time of signing: ISO date and time where it can be read, else as it stands there; may be empty.
    pub time: String,
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
    /// Whether the workspace knows a revision that replaced it; null without a workspace or when unknown to it.
    pub replaced: Option<bool>,
    /// The revision that is in force instead; null unless it was replaced.
    pub replaced_by: Option<Successor>,
    /// The judgement that this one says it replaces; null when it is no revision.
    pub replaces: Option<Predecessor>,
}

/// The revision in force in the place of a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Successor {
    /// Revision within the attempt, from 1.
    pub revision: u32,
    /// ISO date of establishing.
    pub established_on: String,
    /// Its hash.
    pub hash: String,
}

/// The judgement that a revision replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Predecessor {
    /// Its hash.
    pub hash: String,
    /// Why it was replaced.
    pub reason: String,
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
    /// Of a certificate that an authority issued which the user trusts.
    Issued,
    /// Trusted here, but the certificate has expired or was revoked.
    Lapsed,
    /// Not known, and the signature holds: the user may trust it.
    CanBeAdded,
    /// Not known, and nothing to trust: no open workspace, or a signature that does not hold.
    Unknown,
}

/// Somebody whose signature, or time stamp, is trusted in this workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TrustedSigner {
    /// Name in the certificate.
    pub name: String,
    /// SHA-256 of the certificate, hexadecimal.
    pub fingerprint: String,
    /// Until when the certificate is valid, ISO date and time.
    pub until: String,
    /// Whether it is an authority, that others are trusted by.
    pub authority: bool,
    /// What it is trusted for.
    pub used_for: TrustUse,
}

/// What a certificate is trusted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum TrustUse {
    /// Signatures.
    Signing,
    /// Time stamps.
    Stamps,
}

/// A file with a certificate, to compare before it is trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CertificateLook {
    /// Path of the file.
    pub path: String,
    /// Its name.
    pub file: String,
    /// What the certificate says.
    pub certificate: CertificateReport,
    /// SHA-256 of the certificate, hexadecimal.
    pub fingerprint: String,
    /// Whether it is valid no longer.
    pub expired: bool,
    /// What it can be trusted for.
    pub uses: Vec<TrustUse>,
}
