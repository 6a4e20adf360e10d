//! The signer's own key with a self-signed certificate.
//!
//! Promises: the key is P-256, signatures are deterministic (RFC 6979), the private key is wiped from memory when
//! dropped and shown by nothing but [`Identity::to_pkcs8`]. Deliberately absent: chance, the clock and any storage.

use std::fmt;

use chrono::{DateTime, Utc};
use p256::SecretKey;
use p256::ecdsa::DerSignature;
use p256::ecdsa::signature::Signer;
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use zeroize::{Zeroize, Zeroizing};

use crate::algorithm::PublicKey;
use crate::certificate::{self, Holder};
use crate::error::SealError;
use crate::key::SigningKey;
use crate::self_signed;

/// How often a private key is drawn; one draw fails about once in four thousand million.
const DRAWS: usize = 16;

/// The signer's own key and self-signed certificate.
#[derive(Clone)]
pub struct Identity {
    /// The certificate (DER).
    pub certificate_der: Vec<u8>,
    /// The private key; wiped when dropped.
    key: p256::ecdsa::SigningKey,
}

impl fmt::Debug for Identity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Identity").finish_non_exhaustive()
    }
}

impl Identity {
    /// Makes a key from random bytes and a certificate for it, valid five years from `now`.
    ///
    /// # Errors
    /// [`SealError::Name`] for an empty, overlong (64 characters) or unwritable name, [`SealError::Random`] when the
    /// random bytes never give a key, [`SealError::Time`] when the years cannot be written.
    pub fn create(
        name: &str,
        organisation: &str,
        now: DateTime<Utc>,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self, SealError> {
        Self::with_usages(name, organisation, now, random, self_signed::signing_usages())
    }

    pub(crate) fn with_usages(
        name: &str,
        organisation: &str,
        now: DateTime<Utc>,
        random: &mut dyn FnMut(&mut [u8]),
        usages: x509_cert::ext::pkix::KeyUsage,
    ) -> Result<Self, SealError> {
        let mut secret = Zeroizing::new([0_u8; 32]);
        let drawn = (0..DRAWS).find_map(|_| {
            random(secret.as_mut_slice());
            SecretKey::from_slice(secret.as_slice()).ok()
        });
        secret.zeroize();
        let key = p256::ecdsa::SigningKey::from(drawn.ok_or(SealError::Random)?);
        let mut serial = [0_u8; 16];
        random(&mut serial);
        let certificate_der = self_signed::self_signed(&key, name, organisation, now, serial, usages)?;
        Ok(Self { certificate_der, key })
    }

    /// The private key in PKCS#8 (DER), to be wrapped by the caller.
    #[must_use]
    pub fn to_pkcs8(&self) -> Zeroizing<Vec<u8>> {
        let document = SecretKey::from(&self.key).to_pkcs8_der().expect("BUG: a P-256 key always fits PKCS#8");
        Zeroizing::new(document.as_bytes().to_vec())
    }

    /// Puts a stored key (PKCS#8 DER) and certificate (DER) together again.
    ///
    /// # Errors
    /// [`SealError::Key`] or [`SealError::Certificate`] when one cannot be read or they do not belong together.
    pub fn from_parts(pkcs8: &[u8], certificate: &[u8]) -> Result<Self, SealError> {
        let secret = SecretKey::from_pkcs8_der(pkcs8).map_err(|_| SealError::Key)?;
        let key = p256::ecdsa::SigningKey::from(secret);
        if Holder::read(certificate)?.key != PublicKey::P256(*key.verifying_key()) {
            return Err(SealError::Certificate);
        }
        Ok(Self { certificate_der: certificate.to_vec(), key })
    }

    /// SHA-256 of the certificate, 64 lower case hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        certificate::fingerprint(&self.certificate_der)
    }

    /// The certificate (DER).
    #[must_use]
    pub fn certificate_der(&self) -> &[u8] {
        &self.certificate_der
    }

    /// The common name in the certificate.
    #[must_use]
    pub fn subject_name(&self) -> String {
        Holder::read(&self.certificate_der).map(|holder| holder.name()).unwrap_or_default()
    }
}

impl SigningKey for Identity {
    fn certificate(&self) -> &[u8] {
        &self.certificate_der
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        let signature: DerSignature = self.key.try_sign(message).map_err(|_| SealError::Key)?;
        Ok(signature.as_bytes().to_vec())
    }
}
