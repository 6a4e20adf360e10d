//! Why sealing was refused.
//!
//! Promises: codes without sentences and without personal data. Deliberately absent: reasons of a *check* of a form
//! that did load, those are [`crate::Reason`]; why a time stamp was not taken, that is [`crate::StampFault`].

/// Why a key could not be made or read, or a form could not be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The name of the certificate holder or the organisation is empty, too long or not writable.
    #[error("name")]
    Name,
    /// The random bytes did not give a usable key.
    #[error("random")]
    Random,
    /// The private key could not be read, or refused to sign.
    #[error("key")]
    Key,
    /// The key file is no PKCS#12 file, or is damaged.
    #[error("key_file")]
    KeyFile,
    /// The passphrase does not open the key file.
    #[error("passphrase")]
    Passphrase,
    /// The key file has no private key with a certificate for it.
    #[error("no_key")]
    NoKey,
    /// The device that holds the key was removed or does not answer.
    #[error("device_gone")]
    DeviceGone,
    /// The certificate could not be read, or does not belong to the key.
    #[error("certificate")]
    Certificate,
    /// The key is of a kind, curve or size that is not used here.
    #[error("unsupported_key")]
    UnsupportedKey,
    /// The RSA key has less than 2048 bits.
    #[error("key_too_small")]
    KeyTooSmall,
    /// The certificate has expired.
    #[error("expired")]
    Expired,
    /// The certificate is not valid yet.
    #[error("not_yet_valid")]
    NotYetValid,
    /// The certificate is not meant for signing documents.
    #[error("not_for_signing")]
    NotForSigning,
    /// The time cannot be written.
    #[error("time")]
    Time,
    /// The document is not a form of ours, or was changed since.
    #[error("not_ours")]
    NotOurs,
    /// The form has no signature field of that name.
    #[error("unknown_field")]
    UnknownField,
    /// The signature field asked for is already signed.
    #[error("field_taken")]
    FieldTaken,
    /// An earlier signature field is still empty, or a later signature asked to certify.
    #[error("wrong_order")]
    WrongOrder,
    /// The font cannot be read, has no TrueType outlines or may not be reduced.
    #[error("font")]
    Font,
    /// The signature does not fit the room kept for it, or the document would become too large.
    #[error("too_large")]
    TooLarge,
    /// More lists of revoked certificates than a form holds.
    #[error("validation_data")]
    ValidationData,
    /// A structure could not be written.
    #[error("encoding")]
    Encoding,
}

impl From<der::Error> for SealError {
    fn from(_: der::Error) -> Self {
        Self::Encoding
    }
}
