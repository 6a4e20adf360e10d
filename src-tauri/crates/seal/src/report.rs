//! What a check of a form says.
//!
//! Promises: stable snake_case codes (contract of `verify --json`), no sentences. Deliberately absent: any comparison
//! with a judgement; this crate knows bytes only.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::algorithm::Algorithm;
use crate::certificate::Holder;
use crate::foreign::Claimed;
use crate::stamp::StampFault;

/// The answer for the whole document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every signature is whole, correct and of a trusted signer; nothing else was changed.
    Valid,
    /// As valid, but at least one signer is not known to be trusted.
    ValidUntrusted,
    /// Damaged, changed, or not a form that can be checked here.
    Invalid,
    /// A form of ours that nobody signed.
    Unsigned,
}

/// The PAdES level of a signature (ETSI EN 319 142-1), the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "&'static str")]
pub enum Level {
    /// A signature without a time stamp of a third party.
    BB,
    /// A signature with a time stamp that holds.
    BT,
    /// As B-T, and for every certificate of signer and service, up to one that nobody stands above, a list says that it
    /// was not revoked.
    BLT,
}

impl Level {
    /// The name of the level, as in the contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BB => "B-B",
            Self::BT => "B-T",
            Self::BLT => "B-LT",
        }
    }
}

impl From<Level> for &'static str {
    fn from(level: Level) -> Self {
        level.code()
    }
}

/// What came after a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LaterChanges {
    /// Nothing.
    None,
    /// Only certificates and lists of revoked ones, for checking later.
    ValidationData,
    /// Only a next signature, in its own field, and perhaps validation data.
    Signature,
    /// Anything else.
    Suspicious,
}

/// A time stamp of a third party, over one signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// The stamped time (UTC); nothing when the stamp does not hold.
    pub time: Option<DateTime<Utc>>,
    /// Why the stamp does not hold.
    pub fault: Option<StampFault>,
    /// The common name of the service, as its certificate says.
    pub authority: String,
    /// The stamp holds and its service is one of the trusted, or issued by one.
    pub trusted: bool,
    /// SHA-256 of the service's certificate, 64 lower case hexadecimal digits; empty when the stamp does not hold.
    pub fingerprint: String,
}

/// One signature, in the order of signing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureStatus {
    /// The common name in the certificate.
    pub signer: String,
    /// The time the signer claims (UTC), from the signature dictionary.
    pub time: Option<DateTime<Utc>>,
    /// The PAdES level.
    pub level: Level,
    /// The time stamp, when there is one.
    pub stamp: Option<Stamp>,
    /// What it is signed with; nothing when the certificate could not be read.
    pub algorithm: Option<Algorithm>,
    /// The common name of who issued the certificate; the signer's own for a self-signed one.
    pub issuer: String,
    /// The first and last moment (UTC) the certificate is valid.
    pub period: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// The signed bytes are the bytes of the document.
    pub intact: bool,
    /// The signature is correct for its certificate, and the certificate may be used for it.
    pub valid: bool,
    /// The certificate is one of the trusted ones, or leads up to one, and was valid at the time that counts: the time
    /// of a trusted stamp, else the time of checking.
    pub trusted: bool,
    /// How many bytes of the document it covers, from the first on, its own container left out.
    pub covered_bytes: usize,
    /// The signature covers the document up to its last byte, validation data that is proven by itself left out.
    pub covers_whole_document: bool,
    /// What came after.
    pub later_changes: LaterChanges,
    /// SHA-256 of the certificate, 64 lower case hexadecimal digits; empty when it could not be read.
    pub fingerprint: String,
    /// The signer's certificate (DER); empty when it could not be read.
    #[serde(skip)]
    pub certificate_der: Vec<u8>,
}

impl SignatureStatus {
    /// A signature of which nothing is known but the time it claims.
    pub(crate) fn unread(time: Option<DateTime<Utc>>) -> Self {
        Self {
            signer: String::new(),
            time,
            level: Level::BB,
            stamp: None,
            algorithm: None,
            issuer: String::new(),
            period: None,
            intact: false,
            valid: false,
            trusted: false,
            covered_bytes: 0,
            covers_whole_document: false,
            later_changes: LaterChanges::None,
            fingerprint: String::new(),
            certificate_der: Vec::new(),
        }
    }

    /// Says whose certificate it is.
    pub(crate) fn describe(&mut self, holder: &Holder) {
        self.signer = holder.name();
        self.algorithm = Some(holder.key.algorithm());
        self.certificate_der.clone_from(&holder.der);
        if let Some(facts) = holder.facts() {
            self.issuer = facts.issuer;
            self.period = Some((facts.from, facts.until));
            self.fingerprint = facts.fingerprint;
        }
    }
}

/// Why a verdict is not plainly valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "&'static str")]
pub enum Reason {
    /// Not a form this program made, so it cannot be checked here.
    NotOurs,
    /// More bytes than any form of ours.
    TooLarge,
    /// Nested deeper than any form of ours.
    TooDeep,
    /// The form contains parts that act by themselves (scripts, launch actions, other forms).
    ActiveContent,
    /// Bytes follow the last complete revision that do not form one.
    TrailingBytes,
    /// A later revision does not connect to the one before, or replaces catalog or information.
    BrokenChain,
    /// A later revision changes more than one empty signature field.
    ChangedAfterSigning,
    /// The signature dictionary or its appearance is not as this program writes it.
    SignatureShape,
    /// The signed byte range is not exactly the whole revision without the signature.
    ByteRange,
    /// The signature container cannot be read, or is padded with anything but zeros.
    Container,
    /// The container holds attributes or algorithms this program does not use.
    UnsupportedSignature,
    /// The document was changed: its digest differs from the signed one.
    DigestMismatch,
    /// The signature does not fit the certificate.
    SignatureMismatch,
    /// The signature names another certificate than the one that comes with it.
    CertificateMismatch,
    /// The certificate cannot be read, or its key is not one this program accepts.
    Certificate,
    /// The certificate is not meant for signing documents.
    KeyUsage,
    /// The signature claims a time outside the certificate's period.
    OutsideCertificatePeriod,
    /// The signature claims a time in the future.
    InFuture,
    /// The time stamp does not hold.
    StampBroken,
    /// Validation data holds certificates or lists that belong to no signature.
    ValidationData,
    /// A certificate was revoked, and no trusted time stamp says that it was signed before.
    Revoked,
    /// The certificate has expired since, and no trusted time stamp says that it was signed before.
    CertificateExpired,
    /// The signer is not among the trusted.
    UntrustedSigner,
    /// The second field was signed before the first.
    WrongOrder,
    /// There is no signature.
    Unsigned,
}

impl Reason {
    /// The stable code of the reason, as in the contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotOurs => "not_ours",
            Self::TooLarge => "too_large",
            Self::TooDeep => "too_deep",
            Self::ActiveContent => "active_content",
            Self::TrailingBytes => "trailing_bytes",
            Self::BrokenChain => "broken_chain",
            Self::ChangedAfterSigning => "changed_after_signing",
            Self::SignatureShape => "signature_shape",
            Self::ByteRange => "byte_range",
            Self::Container => "container",
            Self::UnsupportedSignature => "unsupported_signature",
            Self::DigestMismatch => "digest_mismatch",
            Self::SignatureMismatch => "signature_mismatch",
            Self::CertificateMismatch => "certificate_mismatch",
            Self::Certificate => "certificate",
            Self::KeyUsage => "key_usage",
            Self::OutsideCertificatePeriod => "outside_certificate_period",
            Self::InFuture => "in_future",
            Self::StampBroken => "stamp_broken",
            Self::ValidationData => "validation_data",
            Self::Revoked => "revoked",
            Self::CertificateExpired => "certificate_expired",
            Self::UntrustedSigner => "untrusted_signer",
            Self::WrongOrder => "wrong_order",
            Self::Unsigned => "unsigned",
        }
    }
}

impl From<Reason> for &'static str {
    fn from(reason: Reason) -> Self {
        reason.code()
    }
}

/// The outcome of [`crate::verify`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The answer for the whole document.
    pub verdict: Verdict,
    /// The signatures found, in the order of signing.
    pub signatures: Vec<SignatureStatus>,
    /// Every reason, sorted, each once; empty for a valid form.
    pub reasons: Vec<Reason>,
    /// Of a document that cannot be checked here: the signatures it claims to have, as they stand there, unchecked.
    pub claimed: Vec<Claimed>,
}
