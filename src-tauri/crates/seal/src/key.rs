//! A key that can sign, wherever it is kept.
//!
//! Promises: the certificate settles the algorithm ([`crate::Algorithm`]); a key that cannot sign says why. Deliberately
//! absent: choosing among keys, asking for a passphrase or PIN.

use crate::error::SealError;

/// A key that can sign, wherever it is kept.
pub trait SigningKey {
    /// The certificate of the key (DER).
    fn certificate(&self) -> &[u8];

    /// Certificates of the authorities above it (DER), in any order; none for a self-signed certificate.
    fn chain(&self) -> &[Vec<u8>] {
        &[]
    }

    /// The signature over a message by [`crate::Algorithm::of_certificate`]: for EC in DER, for RSA as it is.
    ///
    /// # Errors
    /// [`SealError::Key`] when the key refuses, [`SealError::DeviceGone`] when it is out of reach.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError>;
}
