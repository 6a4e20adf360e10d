//! Keys on a smart card or token, by PKCS#11.
//!
//! Promises: the private key never leaves the token; a token that is taken away is told apart from one that refuses;
//! the PIN is wiped when the key is dropped and is never written. Deliberately absent: making keys, changing PINs,
//! knowing where the library of a card is (the user says so).

mod error;
mod key;
mod module;

pub use error::TokenError;
pub use key::TokenKey;
pub use module::{Module, TokenCertificate};
