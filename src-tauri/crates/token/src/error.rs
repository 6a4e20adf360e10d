//! Why a token could not be used.
//!
//! Promises: codes without sentences; what a library answers is brought down to what a user can do about it.
//! Deliberately absent: the numbers of PKCS#11.

use cryptoki::error::{Error, RvError};
use seal::SealError;

/// Why a token could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// The library cannot be loaded, or is no PKCS#11 library.
    #[error("library")]
    Library,
    /// No token is present, it was taken away, or it does not answer.
    #[error("gone")]
    Gone,
    /// The PIN is wrong.
    #[error("wrong_pin")]
    WrongPin,
    /// The PIN was wrong too often, or has to be changed first: the token is locked.
    #[error("pin_locked")]
    PinLocked,
    /// The token has no certificate with that fingerprint, or no private key for it.
    #[error("no_key")]
    NoKey,
    /// The certificate is of a key that is not used here.
    #[error("unsupported_key")]
    UnsupportedKey,
    /// The token refused.
    #[error("refused")]
    Refused,
}

impl From<Error> for TokenError {
    fn from(error: Error) -> Self {
        let answer = match error {
            Error::Pkcs11(answer, _) => answer,
            Error::LibraryLoading(_) | Error::NullFunctionPointer | Error::MissingSymbol(_) => return Self::Library,
            _ => return Self::Refused,
        };
        match answer {
            RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange => Self::WrongPin,
            RvError::PinLocked | RvError::PinExpired => Self::PinLocked,
            // A session or handle that is no longer known is that of a token that was away; a library that can say
            // no more than that it failed has lost its token or its reader.
            RvError::DeviceRemoved
            | RvError::GeneralError
            | RvError::DeviceError
            | RvError::TokenNotPresent
            | RvError::TokenNotRecognized
            | RvError::SlotIdInvalid
            | RvError::SessionClosed
            | RvError::SessionHandleInvalid
            | RvError::ObjectHandleInvalid
            | RvError::KeyHandleInvalid
            | RvError::UserNotLoggedIn => Self::Gone,
            _ => Self::Refused,
        }
    }
}

impl From<TokenError> for SealError {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Gone => Self::DeviceGone,
            TokenError::UnsupportedKey => Self::UnsupportedKey,
            TokenError::NoKey => Self::NoKey,
            TokenError::WrongPin | TokenError::PinLocked => Self::Passphrase,
            TokenError::Library | TokenError::Refused => Self::Key,
        }
    }
}
