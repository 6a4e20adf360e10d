//! A key from a `.p12` or `.pfx` file (PKCS#12, RFC 7292).
//!
//! Promises: only a file whose integrity its passphrase proves is opened; the key is the one its certificate is for,
//! and is wiped from memory when dropped. Certificates of authorities in the file come along when they lead up from
//! that certificate. Deliberately not done: several keys in one file (the first that fits is taken), making such files,
//! wiping the copy that the reader of the archive makes.

use std::fmt;

use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error;
use p256::ecdsa::signature::Signer;
use p256::pkcs8::DecodePrivateKey;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::algorithm::PublicKey;
use crate::certificate::Holder;
use crate::error::SealError;
use crate::key::SigningKey;
use crate::path;

/// The largest key file read, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// A private key of a kind that may sign.
enum PrivateKey {
    P256(p256::ecdsa::SigningKey),
    P384(Box<p384::ecdsa::SigningKey>),
    Rsa(Box<rsa::PrivateKey>),
}

impl PrivateKey {
    fn read(pkcs8: &[u8]) -> Option<Self> {
        let p256 = || p256::ecdsa::SigningKey::from_pkcs8_der(pkcs8).ok().map(Self::P256);
        let p384 = || p384::ecdsa::SigningKey::from_pkcs8_der(pkcs8).ok().map(|key| Self::P384(Box::new(key)));
        let rsa = || rsa::PrivateKey::from_pkcs8_der(pkcs8).ok().map(|key| Self::Rsa(Box::new(key)));
        p256().or_else(p384).or_else(rsa)
    }

    fn public(&self) -> PublicKey {
        match self {
            Self::P256(key) => PublicKey::P256(*key.verifying_key()),
            Self::P384(key) => PublicKey::P384(*key.verifying_key()),
            Self::Rsa(key) => PublicKey::Rsa(Box::new(key.to_public_key())),
        }
    }
}

/// A key with its certificate and those of its authorities, read from a file.
pub struct KeyFile {
    key: PrivateKey,
    certificate: Vec<u8>,
    chain: Vec<Vec<u8>>,
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("KeyFile").finish_non_exhaustive()
    }
}

impl KeyFile {
    /// Opens a file with its passphrase.
    ///
    /// # Errors
    /// [`SealError::KeyFile`] for anything but a PKCS#12 file with a check of its integrity, [`SealError::Passphrase`]
    /// for the wrong passphrase, [`SealError::NoKey`] when no certificate belongs to a key in it,
    /// [`SealError::UnsupportedKey`] and [`SealError::KeyTooSmall`] for a key that may not sign.
    pub fn open(bytes: &[u8], passphrase: &str) -> Result<Self, SealError> {
        if bytes.len() > MAX_BYTES || !has_integrity_check(bytes) {
            return Err(SealError::KeyFile);
        }
        // The passphrase is hashed as UTF-16 without surrogates (RFC 7292, B.1), so no file has such a one.
        if passphrase.chars().any(|letter| u32::from(letter) > 0xFFFF) {
            return Err(SealError::Passphrase);
        }
        let archive = Pkcs12Archive::from_pkcs12(bytes, passphrase).map_err(|error| match error {
            Error::MacError(_) => SealError::Passphrase,
            _ => SealError::KeyFile,
        })?;
        let read: Vec<_> = archive.certs.iter().map(|bag| Holder::read(bag.cert.as_der())).collect();
        let keys = archive.keys.iter().map(|bag| Zeroizing::new(bag.key.as_der().to_vec()));
        let known: Vec<PrivateKey> = keys.filter_map(|key| PrivateKey::read(&key)).collect();
        let mut holders: Vec<Holder> = read.iter().filter_map(|one| one.as_ref().ok().cloned()).collect();
        for key in known {
            let public = key.public();
            let Some(place) = holders.iter().position(|holder| holder.key == public) else { continue };
            let leaf = holders.swap_remove(place);
            let certificate = leaf.der.clone();
            let chain = path::upward(leaf, holders).split_off(1).into_iter().map(|holder| holder.der).collect();
            return Ok(Self { key, certificate, chain });
        }
        // A certificate that could not be used says why.
        let mut refused = read.into_iter().filter_map(Result::err);
        let telling = refused.find(|why| matches!(why, SealError::KeyTooSmall | SealError::UnsupportedKey));
        Err(telling.unwrap_or(SealError::NoKey))
    }
}

/// Whether the file has the part that tells a wrong passphrase from damage (`macData`): its third.
fn has_integrity_check(bytes: &[u8]) -> bool {
    use der::Decode;
    let parts: Result<Vec<der::asn1::Any>, _> = Vec::from_der(bytes);
    parts.is_ok_and(|parts| parts.len() == 3)
}

impl SigningKey for KeyFile {
    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        let refused = |_| SealError::Key;
        match &self.key {
            PrivateKey::P256(key) => {
                let signature: p256::ecdsa::DerSignature = key.try_sign(message).map_err(refused)?;
                Ok(signature.as_bytes().to_vec())
            }
            PrivateKey::P384(key) => {
                let signature: p384::ecdsa::DerSignature = key.try_sign(message).map_err(refused)?;
                Ok(signature.as_bytes().to_vec())
            }
            PrivateKey::Rsa(key) => key.pkcs1v15_sign::<Sha256>(message).map_err(|_| SealError::Key),
        }
    }
}
