//! What went wrong: a closed code, its kind, and where. The caller owns the words.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A refusal or failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What.
    pub code: ProblemCode,
    /// Whose doing.
    pub kind: ProblemKind,
    /// Where: a file name, student number, source or row; never a name of a person.
    pub place: String,
    /// A value the sentence needs, e.g. the sum of the weights; may be empty.
    pub value: String,
}

/// Whose doing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum ProblemKind {
    /// The user can mend it.
    User,
    /// Disk, folder, other programs.
    Environment,
    /// A fault of ours.
    Internal,
}

/// Every code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The passphrase is wrong.
    WrongPassphrase,
    /// Too many wrong tries; `value` is the seconds to wait.
    TooManyTries,
    /// The recovery key is wrong or mistyped.
    WrongRecoveryKey,
    /// A passphrase that is too weak to protect anything.
    PassphraseTooWeak,
    /// No such file.
    FileNotFound,
    /// Not a workspace.
    NotAWorkspace,
    /// The workspace is damaged.
    WorkspaceDamaged,
    /// Made by a newer version.
    WorkspaceTooNew,
    /// Its key file is missing.
    KeyFileMissing,
    /// Open in another window.
    WorkspaceInUse,
    /// A file of that name exists already.
    AlreadyExists,
    /// The folder does not exist.
    FolderNotFound,
    /// No right to write there.
    ReadOnly,
    /// No right to read it.
    NotReadable,
    /// The disk is full.
    DiskFull,
    /// The workspace could not be written any further: a quota, or a disk that fails.
    WorkspaceNotWritten,
    /// A network or cloud folder.
    UnsuitableFolder,
    /// Reading or writing failed.
    InputOutput,
    /// No workspace is open.
    NotOpen,
    /// No such student.
    UnknownStudent,
    /// No such data point.
    UnknownDataPoint,
    /// No such criterion.
    UnknownCriterion,
    /// No such source.
    UnknownSource,
    /// No such level.
    UnknownLevel,
    /// No such outcome.
    UnknownOutcome,
    /// No such conversation.
    UnknownConversation,
    /// The text of a data point may not change.
    TextStands,
    /// No such indication.
    UnknownIndication,
    /// The year is not written as 2024-2025.
    InvalidYear,
    /// The date is no date.
    InvalidDate,
    /// The date lies outside the academic year.
    DateOutsideYear,
    /// The number is no student number.
    InvalidNumber,
    /// A text that is needed is blank; `place` says which.
    TextMissing,
    /// The weights do not add up to 100; `value` is their sum.
    WeightsSum,
    /// A weight outside its band.
    WeightOutsideBand,
    /// The weights are frozen.
    WeightsFrozen,
    /// The framework is faulty.
    FrameworkFaulty,
    /// The workspace has another framework and holds evidence already.
    FrameworkDiffers,
    /// The passage reaches outside the text.
    ExcerptOutside,
    /// The judgement is established and cannot change.
    JudgementEstablished,
    /// No judgement of that attempt.
    NoJudgement,
    /// Obstacles stand in the way; `value` lists their codes with places.
    ObstaclesRemain,
    /// The judgement is not established.
    NotEstablished,
    /// No examiner or mandate.
    NoMandate,
    /// The holder has a mandate in this capacity already.
    MandateExists,
    /// A judgement stands on the mandate; `value` is the day it was established.
    MandateUsed,
    /// Days that do not follow one another.
    DaysOutOfOrder,
    /// An attempt out of order.
    AttemptOutOfOrder,
    /// The form cannot be set.
    FormFailed,
    /// The signature cannot be made.
    SignatureFailed,
    /// No signature that holds with this certificate.
    SignerUnknown,
    /// The certificate is another than the one that was compared.
    FingerprintDiffers,
    /// The certificate is not meant for what it would be trusted for.
    CertificateUnfit,
    /// Not a certificate.
    NotACertificate,
    /// More than one certificate; `value` says how many.
    SeveralCertificates,
    /// Larger than any form; `value` is the limit.
    FormTooLarge,
    /// Not a PDF.
    NotAPdf,
    /// A folder where a file was expected.
    IsFolder,
    /// Stopped by the user; nothing of it was kept.
    Cancelled,
    /// The file is too large.
    FileTooLarge,
    /// The file could not be read as what it should be; `value` says where.
    FileUnreadable,
    /// A file of the user's own cannot be used; `value` is the sentence that says why.
    FileRefused,
    /// Codes of OSIRIS are only proposed; `value` lists them as the command line takes them.
    CodesNotChosen,
    /// What would be written is no longer what was looked at.
    OutputChanged,
    /// A name of a grade item that cannot stand in a CSV file.
    ItemUnfit,
    /// The JSON does not fit; `value` says where.
    JsonInvalid,
    /// Nothing to undo.
    NothingToUndo,
    /// The act cannot be undone.
    CannotUndo,
    /// The weights are frozen: only names in the framework change.
    FrameworkFrozen,
    /// Evidence or drafts hang on what would go; `value` says on what.
    FrameworkInUse,
    /// Nothing is being changed in the framework or the weights.
    NoKaderDraft,
    /// A change of the weights is open.
    KaderDraftOpen,
    /// No such version of the framework.
    UnknownVersion,
    /// The passphrase does not open the key file.
    WrongKeyPassphrase,
    /// Not a `.p12` or `.pfx` file, or a damaged one.
    NotAKeyFile,
    /// No private key with its certificate in the file.
    NoKeyInFile,
    /// The certificate has expired; `value` is its last day.
    KeyExpired,
    /// The certificate is not valid yet; `value` is its first day.
    KeyNotYetValid,
    /// The certificate is not for signing documents.
    KeyNotForSigning,
    /// The key is too small.
    KeyTooSmall,
    /// The key is of a kind that is not used.
    KeyUnsupported,
    /// The key refused to sign.
    KeyRefused,
    /// The library of the token cannot be loaded.
    TokenLibrary,
    /// No token is present.
    NoToken,
    /// The token has no key with this certificate.
    NoKeyOnToken,
    /// The PIN is wrong.
    WrongPin,
    /// The PIN is locked, or has to be changed first.
    PinLocked,
    /// The token was taken away while it was used.
    TokenGone,
    /// The address of the time stamp service is no http or https address.
    StampAddress,
    /// Not a list of revoked certificates, or a damaged one.
    NotAList,
    /// A list of revoked certificates that does not tell all, or not until when.
    ListUnfit,
    /// A list of revoked certificates that holds no more; `value` is its last day.
    ListOutdated,
    /// The lists of revoked certificates are too large together; `value` is the limit.
    ListsTooLarge,
    /// Too many lists of revoked certificates; `value` is the limit.
    TooManyLists,
    /// The certificate of the signer, or one above it, is on a list; `value` is the day it was revoked.
    KeyRevoked,
    /// The pattern of names has a placeholder that does not exist; `value` is it.
    PatternUnknown,
    /// The pattern lacks a placeholder; `value` is it.
    PatternLacks,
    /// The pattern has a character that file names cannot have; `value` is it.
    PatternCharacter,
    /// Two placeholders touch; `value` is both.
    PatternTouching,
    /// No file can bear such a name; `value` is the pattern.
    PatternUnfit,
    /// Two forms would get the same name; `value` is it.
    NamesCollide,
    /// In the folder stands something else than what was signed.
    FormDiffers,
    /// The file is open in another program that keeps it.
    FileHeld,
    /// The form has no first signature yet.
    NotSignedYet,
    /// The second signature is by the first signer.
    SameSigner,
    /// A fault of ours.
    Internal,
}

impl ProblemCode {
    /// The code as JSON has it.
    pub fn word(self) -> String {
        crate::convert::word(&self)
    }
}

impl Problem {
    /// A problem the user can mend.
    pub fn user(code: ProblemCode, place: impl Into<String>) -> Self {
        Self { code, kind: ProblemKind::User, place: place.into(), value: String::new() }
    }

    /// A problem of disk, folder or other programs.
    pub fn environment(code: ProblemCode, place: impl Into<String>) -> Self {
        Self { code, kind: ProblemKind::Environment, place: place.into(), value: String::new() }
    }

    /// A fault of ours; `value` says where in the code, without personal data.
    pub fn internal(value: impl Into<String>) -> Self {
        Self { code: ProblemCode::Internal, kind: ProblemKind::Internal, place: String::new(), value: value.into() }
    }

    /// The same with a value for the sentence.
    #[must_use]
    pub fn with(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }
}
