//! The algorithms: which keys may sign a form, and which signatures are understood.
//!
//! Promises: a key settles the one algorithm it signs a form with (EC P-256 with SHA-256, EC P-384 with SHA-384, RSA of
//! 2048 to 8192 bits with PKCS#1 v1.5 and SHA-256), so nothing is left to choose or to confuse. Certificates and time
//! stamps of others may pair these keys with SHA-256, SHA-384 or SHA-512. Deliberately absent: SHA-1, RSA-PSS, other
//! curves.

use const_oid::ObjectIdentifier;
use const_oid::db::rfc5912;
use der::Encode;
use der::asn1::Any;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::traits::PublicKeyParts;
use serde::Serialize;
use sha2::{Digest, Sha256, Sha384, Sha512};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use crate::certificate::Holder;
use crate::error::SealError;

/// The least and greatest size of an RSA key, in bits.
const RSA_BITS: std::ops::RangeInclusive<u32> = 2048..=8192;

/// A digest function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    const ALL: [Self; 3] = [Self::Sha256, Self::Sha384, Self::Sha512];

    /// The digest of these parts, one after the other.
    pub(crate) fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn run<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            parts.iter().fold(D::new(), |digest, part| digest.chain_update(part)).finalize().to_vec()
        }
        match self {
            Self::Sha256 => run::<Sha256>(parts),
            Self::Sha384 => run::<Sha384>(parts),
            Self::Sha512 => run::<Sha512>(parts),
        }
    }

    /// The length of a digest, in bytes.
    pub(crate) fn length(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    fn oid(self) -> ObjectIdentifier {
        match self {
            Self::Sha256 => rfc5912::ID_SHA_256,
            Self::Sha384 => rfc5912::ID_SHA_384,
            Self::Sha512 => rfc5912::ID_SHA_512,
        }
    }

    /// As it is written in a form: without parameters (RFC 5754).
    pub(crate) fn identifier(self) -> AlgorithmIdentifierOwned {
        AlgorithmIdentifierOwned { oid: self.oid(), parameters: None }
    }

    /// Reads what others wrote, with or without the parameters NULL.
    pub(crate) fn read(identifier: &AlgorithmIdentifierOwned) -> Option<Self> {
        let plain = identifier.parameters.as_ref().is_none_or(Any::is_null);
        Self::ALL.into_iter().find(|hash| plain && hash.oid() == identifier.oid)
    }
}

/// What a key of this kind signs a form with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Algorithm {
    /// EC P-256 with SHA-256.
    EcdsaP256Sha256,
    /// EC P-384 with SHA-384.
    EcdsaP384Sha384,
    /// RSA, PKCS#1 v1.5, with SHA-256.
    RsaSha256,
}

impl Algorithm {
    /// The algorithm of the key in a certificate (DER).
    ///
    /// # Errors
    /// [`SealError::Certificate`], [`SealError::UnsupportedKey`] or [`SealError::KeyTooSmall`].
    pub fn of_certificate(certificate: &[u8]) -> Result<Self, SealError> {
        Ok(Holder::read(certificate)?.key.algorithm())
    }

    /// The digest that a signature of this algorithm is made over.
    #[must_use]
    pub fn digest(self, message: &[u8]) -> Vec<u8> {
        self.hash().of(&[message])
    }

    /// The bytes a bare signing device is to sign: the digest, for RSA wrapped as `DigestInfo` (RFC 8017, 9.2).
    #[must_use]
    pub fn device_input(self, message: &[u8]) -> Vec<u8> {
        /// `DigestInfo` for SHA-256 up to the digest itself.
        const SHA256_INFO: [u8; 19] =
            [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0, 4, 32];
        let digest = self.digest(message);
        match self {
            Self::EcdsaP256Sha256 | Self::EcdsaP384Sha384 => digest,
            Self::RsaSha256 => [&SHA256_INFO[..], &digest].concat(),
        }
    }

    /// What a bare signing device answered, as a signature holds it: for EC the numbers r and s in DER.
    ///
    /// # Errors
    /// [`SealError::Key`] when this is no signature of that kind.
    pub fn device_output(self, raw: &[u8]) -> Result<Vec<u8>, SealError> {
        let wrong = |_| SealError::Key;
        match self {
            Self::EcdsaP256Sha256 => {
                Ok(p256::ecdsa::Signature::from_slice(raw).map_err(wrong)?.to_der().as_bytes().to_vec())
            }
            Self::EcdsaP384Sha384 => {
                Ok(p384::ecdsa::Signature::from_slice(raw).map_err(wrong)?.to_der().as_bytes().to_vec())
            }
            Self::RsaSha256 => Ok(raw.to_vec()),
        }
    }

    pub(crate) fn hash(self) -> Hash {
        match self {
            Self::EcdsaP256Sha256 | Self::RsaSha256 => Hash::Sha256,
            Self::EcdsaP384Sha384 => Hash::Sha384,
        }
    }

    /// As it is written in a form: EC without parameters (RFC 5758), RSA with NULL (RFC 4055).
    pub(crate) fn identifier(self) -> AlgorithmIdentifierOwned {
        let (oid, parameters) = match self {
            Self::EcdsaP256Sha256 => (rfc5912::ECDSA_WITH_SHA_256, None),
            Self::EcdsaP384Sha384 => (rfc5912::ECDSA_WITH_SHA_384, None),
            Self::RsaSha256 => (rfc5912::SHA_256_WITH_RSA_ENCRYPTION, Some(Any::null())),
        };
        AlgorithmIdentifierOwned { oid, parameters }
    }
}

/// The key in a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PublicKey {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    Rsa(Box<rsa::PublicKey>),
}

impl PublicKey {
    /// Reads a key that may sign.
    pub(crate) fn read(info: &SubjectPublicKeyInfoOwned) -> Result<Self, SealError> {
        let unsupported = SealError::UnsupportedKey;
        let bytes = info.subject_public_key.as_bytes().ok_or(unsupported)?;
        let parameters = info.algorithm.parameters.as_ref().ok_or(unsupported)?;
        if info.algorithm.oid == rfc5912::RSA_ENCRYPTION {
            if !parameters.is_null() {
                return Err(unsupported);
            }
            let der = info.to_der().map_err(|_| unsupported)?;
            let read = spki::SubjectPublicKeyInfoRef::try_from(&der[..]).map_err(|_| unsupported)?;
            let key = rsa::PublicKey::try_from(read).map_err(|_| rsa_fault(bytes))?;
            let bits = key.n().bit_width_vartime();
            return match (bits < *RSA_BITS.start(), RSA_BITS.contains(&bits)) {
                (true, _) => Err(SealError::KeyTooSmall),
                (_, true) => Ok(Self::Rsa(Box::new(key))),
                _ => Err(unsupported),
            };
        }
        let curve: ObjectIdentifier = parameters.decode_as().map_err(|_| unsupported)?;
        match (info.algorithm.oid, curve) {
            (rfc5912::ID_EC_PUBLIC_KEY, rfc5912::SECP_256_R_1) => {
                p256::ecdsa::VerifyingKey::from_sec1_bytes(bytes).map(Self::P256).map_err(|_| unsupported)
            }
            (rfc5912::ID_EC_PUBLIC_KEY, rfc5912::SECP_384_R_1) => {
                p384::ecdsa::VerifyingKey::from_sec1_bytes(bytes).map(Self::P384).map_err(|_| unsupported)
            }
            _ => Err(unsupported),
        }
    }

    pub(crate) fn algorithm(&self) -> Algorithm {
        match self {
            Self::P256(_) => Algorithm::EcdsaP256Sha256,
            Self::P384(_) => Algorithm::EcdsaP384Sha384,
            Self::Rsa(_) => Algorithm::RsaSha256,
        }
    }

    /// How many bytes a signature and its digest take more than with P-256, at most.
    pub(crate) fn signature_excess(&self) -> usize {
        match self {
            Self::P256(_) => 0,
            Self::P384(_) => 64,
            Self::Rsa(key) => key.size(),
        }
    }

    /// Whether this key made the signature over the message.
    pub(crate) fn verifies(&self, hash: Hash, message: &[u8], signature: &[u8]) -> bool {
        let digest = hash.of(&[message]);
        match self {
            Self::P256(key) => p256::ecdsa::DerSignature::from_bytes(signature)
                .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok()),
            Self::P384(key) => p384::ecdsa::DerSignature::from_bytes(signature)
                .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok()),
            Self::Rsa(key) => match hash {
                Hash::Sha256 => key.pkcs1v15_verify_prehash::<Sha256>(&digest, signature).is_ok(),
                Hash::Sha384 => key.pkcs1v15_verify_prehash::<Sha384>(&digest, signature).is_ok(),
                Hash::Sha512 => key.pkcs1v15_verify_prehash::<Sha512>(&digest, signature).is_ok(),
            },
        }
    }

    /// The digest that a signature algorithm of others uses with this key; nothing when they do not go together.
    /// A plain `rsaEncryption` (as CMS allows) leaves the digest to `stated`.
    pub(crate) fn hash_of(&self, identifier: &AlgorithmIdentifierOwned, stated: Option<Hash>) -> Option<Hash> {
        let known = match self {
            Self::Rsa(_) => [
                (rfc5912::SHA_256_WITH_RSA_ENCRYPTION, Hash::Sha256),
                (rfc5912::SHA_384_WITH_RSA_ENCRYPTION, Hash::Sha384),
                (rfc5912::SHA_512_WITH_RSA_ENCRYPTION, Hash::Sha512),
            ],
            Self::P256(_) | Self::P384(_) => [
                (rfc5912::ECDSA_WITH_SHA_256, Hash::Sha256),
                (rfc5912::ECDSA_WITH_SHA_384, Hash::Sha384),
                (rfc5912::ECDSA_WITH_SHA_512, Hash::Sha512),
            ],
        };
        let rsa = matches!(self, Self::Rsa(_));
        let fits =
            if rsa { identifier.parameters.as_ref().is_none_or(Any::is_null) } else { identifier.parameters.is_none() };
        let found = known.into_iter().find(|(oid, _)| *oid == identifier.oid).map(|(_, hash)| hash);
        let found = found.or_else(|| stated.filter(|_| rsa && identifier.oid == rfc5912::RSA_ENCRYPTION));
        found.filter(|hash| fits && stated.is_none_or(|stated| stated == *hash))
    }
}

/// Why an RSA key was not accepted: small keys are told apart from odd ones.
fn rsa_fault(key: &[u8]) -> SealError {
    // A key of 2048 bits takes 256 bytes for its modulus alone.
    if key.len() < 256 { SealError::KeyTooSmall } else { SealError::UnsupportedKey }
}
