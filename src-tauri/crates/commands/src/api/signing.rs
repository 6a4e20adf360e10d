//! Signing: with which key, stamped by whom, under which name, and what came of it.
//!
//! Promises: a secret is held in memory that is wiped, is shown by nothing and can be read but never written.

use super::Problem;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::fmt;
use zeroize::Zeroizing;

/// A passphrase or PIN on its way to a key.
#[derive(Clone, Deserialize, Type)]
#[serde(transparent)]
pub struct Hidden(#[specta(type = String)] Zeroizing<String>);

impl Hidden {
    /// Takes a secret in.
    pub fn new(secret: Zeroizing<String>) -> Self {
        Self(secret)
    }

    /// The secret, for the key alone.
    pub(crate) fn open(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Hidden")
    }
}

/// Which key signs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum KeyChoice {
    /// The certificate of the workspace itself, made at first use.
    #[default]
    Own,
    /// A `.p12` or `.pfx` file; the secret is its passphrase.
    File {
        /// Where it is.
        path: String,
    },
    /// A smart card or token (PKCS#11); the secret is its PIN, none when it is entered on the reader.
    Token {
        /// Where the library of the card is.
        library: String,
        /// SHA-256 of the certificate, hexadecimal.
        fingerprint: String,
    },
}

/// Language of a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum FormLanguage {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

/// How forms are signed and written: what can be remembered, so no secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SigningChoice {
    /// The key.
    pub key: KeyChoice,
    /// Address (http or https) of the service that stamps the time; empty for none.
    pub service: String,
    /// Files (DER or PEM) with lists of revoked certificates (*intrekkingslijsten*), put into each stamped form so that
    /// its signatures can still be checked when the certificates are gone.
    pub lists: Vec<String>,
    /// Pattern of the file names.
    pub pattern: String,
    /// Language of the forms.
    pub language: FormLanguage,
}

impl Default for SigningChoice {
    fn default() -> Self {
        let pattern = crate::signing::USUAL_PATTERN.to_owned();
        Self { key: KeyChoice::Own, service: String::new(), lists: Vec::new(), pattern, language: FormLanguage::Nl }
    }
}

/// Who signs second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum SecondSigner {
    /// *Tweede beoordelaar*.
    Reader,
    /// The student.
    Student,
}

/// What is done with the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum SignTask {
    /// The first signature: of who established the judgement.
    First,
    /// The second, on forms that have the first.
    Second {
        /// Of whom.
        by: SecondSigner,
    },
    /// None: both fields stay empty, for another program to sign in.
    Unsigned,
}

/// Forms to be signed.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignAsk {
    /// Of these students.
    pub numbers: Vec<String>,
    /// Of this *gelegenheid* only.
    pub attempt: Option<u8>,
    /// What is done.
    pub task: SignTask,
    /// How.
    pub choice: SigningChoice,
    /// Passphrase or PIN of the key.
    pub secret: Option<Hidden>,
}

impl SignAsk {
    /// The first signature with the certificate of the workspace.
    pub fn own(numbers: Vec<String>) -> Self {
        Self { numbers, attempt: None, task: SignTask::First, choice: SigningChoice::default(), secret: None }
    }
}

/// How far signing is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignProgress {
    /// Forms done.
    pub done: u32,
    /// Of how many.
    pub of: u32,
    /// Number of the student whose form was done last; empty at the beginning.
    pub number: String,
}

/// What signing came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignReply {
    /// The forms that are in the folder now, in the order asked for.
    pub written: Vec<SignedForm>,
    /// Which failed, and why.
    pub failed: Vec<SignFailure>,
    /// What came of the time stamps, when a service was set and something was signed.
    pub stamps: Option<StampReply>,
    /// What came of the lists of revoked certificates, when there were any and a service was set.
    pub lists: Option<ListReply>,
    /// Why the rest was left: the key is gone, the disk full, the folder away.
    pub stopped: Option<Problem>,
    /// Whether the user stopped it.
    pub cancelled: bool,
    /// Forms whose turn never came.
    pub left: u32,
    /// Where the index of the folder stands.
    pub index: Option<String>,
    /// Why the index could not be written.
    pub index_failed: Option<Problem>,
}

/// What happened to a form that is in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SignOutcome {
    /// Signed now.
    Signed,
    /// Signed before; its file was gone and is there again, the same bytes.
    WrittenAgain,
    /// Signed before, or written before; its file was there.
    AlreadyThere,
    /// Written with empty fields.
    Unsigned,
}

/// A form in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignedForm {
    /// *Studentnummer*.
    pub number: String,
    /// *Gelegenheid*.
    pub attempt: u8,
    /// Revision within the attempt, from 1.
    pub revision: u32,
    /// Path.
    pub path: String,
    /// What happened.
    pub outcome: SignOutcome,
    /// `B-B`, `B-T` or `B-LT`: that of its weakest signature; empty without one.
    pub level: String,
    /// SHA-256 (hexadecimal) of the file.
    pub sha256: String,
}

/// A form that could not be signed or written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignFailure {
    /// *Studentnummer*.
    pub number: String,
    /// Why.
    pub problem: Problem,
}

/// Why there is no time stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StampFaultCode {
    /// The service did not answer.
    Unreachable,
    /// It refused.
    Refused,
    /// It answered with a stamp that does not hold.
    NotBelieved,
    /// Its certificate is on a list of revoked ones.
    Revoked,
}

/// What came of the time stamps of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StampReply {
    /// Signatures with a stamp (B-T, or B-LT with the lists that belong to it).
    pub stamped: u32,
    /// Signatures without (B-B).
    pub without: u32,
    /// Why the first of those has none.
    pub fault: Option<StampFaultCode>,
}

/// What came of the lists of revoked certificates of a batch, for its stamped signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ListReply {
    /// Signatures for which the lists tell all (B-LT).
    pub whole: u32,
    /// Signatures for which something lacks (B-T).
    pub partly: u32,
    /// Signatures whose form has no lists, since with them it would not hold: they tell that an earlier signer is
    /// revoked, or would make it too large (B-T).
    pub out: u32,
    /// Authorities of whom no list was among them.
    pub no_list: Vec<String>,
    /// Authorities whose certificate came neither with the key or the stamp, nor is trusted here.
    pub no_certificate: Vec<String>,
    /// Files with lists that belong to no signature.
    pub unused: Vec<String>,
}

/// A key as it is shown before it signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KeyView {
    /// Its holder.
    pub name: String,
    /// Who issued the certificate; the holder for one of the program's own making.
    pub issuer: String,
    /// Last day it is valid, ISO date.
    pub until: String,
    /// SHA-256 of the certificate, hexadecimal.
    pub fingerprint: String,
}

/// A certificate on a token, to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TokenView {
    /// Name of the token.
    pub token: String,
    /// The certificate.
    pub key: KeyView,
    /// Whether it may sign documents.
    pub may_sign: bool,
    /// Whether its PIN is entered on the reader, so that none is to be asked for.
    pub pin_on_reader: bool,
}
