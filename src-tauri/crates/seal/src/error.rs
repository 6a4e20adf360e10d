//! Why sealing was refused.
//!
//! Promises: codes without sentences and without personal data. Deliberately absent: reasons of a *check* of a form
//! that did load; those are [`crate::Reason`].

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
    /// The certificate could not be read, or does not belong to the key.
    #[error("certificate")]
    Certificate,
    /// The time lies outside the period the certificate is valid in, or cannot be written.
    #[error("certificate_period")]
    CertificatePeriod,
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
    /// A structure could not be written.
    #[error("encoding")]
    Encoding,
}

impl From<der::Error> for SealError {
    fn from(_: der::Error) -> Self {
        Self::Encoding
    }
}
