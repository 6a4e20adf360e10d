//! A certificate as a check sees it: whose it is, for what, from when until when.
//!
//! Promises: a certificate is taken only when it is written back to the same bytes and its key is one of
//! [`crate::algorithm`]; critical extensions that are not understood here are never passed over. Deliberately not done:
//! certificate policies, name constraints (a certificate with critical ones is not trusted).

use chrono::{DateTime, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5280;
use der::{Decode, Encode};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::name::Name;
use x509_cert::time::Time;

use crate::algorithm::PublicKey;
use crate::error::SealError;

/// id-kp-documentSigning (RFC 9336), and the older ones of Microsoft and Adobe, which readers know.
pub(crate) const DOCUMENT_SIGNING: [ObjectIdentifier; 3] = [
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"),
    ObjectIdentifier::new_unwrap("1.3.6.1.4.1.311.10.3.12"),
    ObjectIdentifier::new_unwrap("1.2.840.113583.1.1.5"),
];
/// Purposes accepted beside those when a certificate of others names any: e-mail protection, any.
const EMAIL_OR_ANY: [ObjectIdentifier; 2] =
    [ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4"), ObjectIdentifier::new_unwrap("2.5.29.37.0")];
/// id-kp-timeStamping (RFC 3161).
const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
/// Extensions that may be critical: those looked at here, and names and policies, of which any will do.
const UNDERSTOOD: [ObjectIdentifier; 5] = [
    rfc5280::ID_CE_BASIC_CONSTRAINTS,
    rfc5280::ID_CE_KEY_USAGE,
    rfc5280::ID_CE_EXT_KEY_USAGE,
    rfc5280::ID_CE_SUBJECT_ALT_NAME,
    rfc5280::ID_CE_CERTIFICATE_POLICIES,
];

/// SHA-256 of a certificate, in lower case hexadecimal digits.
pub(crate) fn fingerprint(certificate: &[u8]) -> String {
    Sha256::digest(certificate).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a person wants to know of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFacts {
    /// The common name of its holder.
    pub name: String,
    /// The common name of who issued it; the same for a self-signed one.
    pub issuer: String,
    /// SHA-256 of the certificate, 64 lower case hexadecimal digits.
    pub fingerprint: String,
    /// The first moment it is valid.
    pub from: DateTime<Utc>,
    /// The last moment it is valid.
    pub until: DateTime<Utc>,
    /// Whether its key usage and purposes let it sign documents.
    pub may_sign: bool,
    /// Whether its purposes let it stamp the time.
    pub may_stamp: bool,
    /// Whether it is the certificate of an authority, that issues others.
    pub authority: bool,
}

/// Reads the facts of a certificate (DER); nothing when it cannot be read.
#[must_use]
pub fn facts(certificate: &[u8]) -> Option<CertificateFacts> {
    Holder::read(certificate).ok()?.facts()
}

/// Whether a certificate (DER) may sign a form at this moment.
///
/// # Errors
/// [`SealError::Certificate`], [`SealError::UnsupportedKey`], [`SealError::KeyTooSmall`], [`SealError::NotYetValid`],
/// [`SealError::Expired`] or [`SealError::NotForSigning`].
pub fn check_for_signing(certificate: &[u8], at: DateTime<Utc>) -> Result<(), SealError> {
    Holder::read(certificate)?.for_signing(at)
}

/// What a certificate is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Documents,
    Stamps,
}

/// A certificate with its key.
#[derive(Debug, Clone)]
pub(crate) struct Holder {
    /// The parsed certificate.
    pub(crate) certificate: Certificate,
    /// Its public key.
    pub(crate) key: PublicKey,
    /// The certificate as it is written.
    pub(crate) der: Vec<u8>,
}

impl Holder {
    /// Reads a certificate with a key that may sign.
    pub(crate) fn read(der: &[u8]) -> Result<Self, SealError> {
        let certificate = Certificate::from_der(der).map_err(|_| SealError::Certificate)?;
        if certificate.to_der().ok().as_deref() != Some(der) {
            return Err(SealError::Certificate);
        }
        let key = PublicKey::read(certificate.tbs_certificate().subject_public_key_info())?;
        Ok(Self { certificate, key, der: der.to_vec() })
    }

    pub(crate) fn facts(&self) -> Option<CertificateFacts> {
        let (from, until) = self.period();
        Some(CertificateFacts {
            name: self.name(),
            issuer: self.issuer(),
            fingerprint: fingerprint(&self.der),
            from: DateTime::from_timestamp(from, 0)?,
            until: DateTime::from_timestamp(until, 0)?,
            may_sign: self.may(Purpose::Documents),
            may_stamp: self.may(Purpose::Stamps),
            authority: self.authority().is_some(),
        })
    }

    /// The common name of the holder, or nothing.
    pub(crate) fn name(&self) -> String {
        common_name(self.certificate.tbs_certificate().subject())
    }

    /// The common name of who issued it, or nothing.
    pub(crate) fn issuer(&self) -> String {
        common_name(self.certificate.tbs_certificate().issuer())
    }

    /// First and last second of the certificate, as Unix time.
    fn period(&self) -> (i64, i64) {
        let validity = self.certificate.tbs_certificate().validity();
        let seconds = |time: Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
        (seconds(validity.not_before), seconds(validity.not_after))
    }

    /// Whether the time lies within the period of the certificate.
    pub(crate) fn valid_at(&self, time: DateTime<Utc>) -> bool {
        let (from, until) = self.period();
        (from..=until).contains(&time.timestamp())
    }

    /// Whether a form may be signed with it at this moment.
    pub(crate) fn for_signing(&self, at: DateTime<Utc>) -> Result<(), SealError> {
        let (from, until) = self.period();
        if at.timestamp() < from {
            return Err(SealError::NotYetValid);
        }
        if at.timestamp() > until {
            return Err(SealError::Expired);
        }
        if self.may(Purpose::Documents) { Ok(()) } else { Err(SealError::NotForSigning) }
    }

    /// Whether the certificate itself may be used for this.
    pub(crate) fn may(&self, purpose: Purpose) -> bool {
        let tbs = self.certificate.tbs_certificate();
        let usage = match tbs.get_extension::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
            // RFC 3161 asks for the purpose only.
            Ok(None) => purpose == Purpose::Stamps,
            Err(_) => false,
        };
        let purposes = tbs.get_extension::<ExtendedKeyUsage>();
        usage
            && match (purpose, purposes) {
                (Purpose::Documents, Ok(None)) => true,
                (Purpose::Documents, Ok(Some((_, named)))) => named.0.iter().any(signs_documents),
                (Purpose::Stamps, Ok(Some((critical, named)))) => critical && named.0[..] == [TIME_STAMPING],
                _ => false,
            }
    }

    /// Whether this authority lets certificates below it be used for this.
    pub(crate) fn lets(&self, purpose: Purpose) -> bool {
        match (self.certificate.tbs_certificate().get_extension::<ExtendedKeyUsage>(), purpose) {
            (Ok(None), _) => true,
            (Ok(Some((_, named))), Purpose::Documents) => named.0.iter().any(signs_documents),
            (Ok(Some((_, named))), Purpose::Stamps) => {
                named.0.iter().any(|one| *one == TIME_STAMPING || *one == EMAIL_OR_ANY[1])
            }
            (Err(_), _) => false,
        }
    }

    /// Whether every critical extension is understood here.
    pub(crate) fn understood(&self) -> bool {
        let extensions = self.certificate.tbs_certificate().extensions().map_or(&[][..], Vec::as_slice);
        extensions.iter().all(|one| !one.critical || UNDERSTOOD.contains(&one.extn_id))
    }

    /// How many authorities may stand below this one; nothing when it is no authority.
    pub(crate) fn authority(&self) -> Option<usize> {
        let tbs = self.certificate.tbs_certificate();
        let Ok(Some((_, limits))) = tbs.get_extension::<BasicConstraints>() else { return None };
        let Ok(Some((_, usage))) = tbs.get_extension::<KeyUsage>() else { return None };
        let below = limits.path_len_constraint.map_or(usize::MAX, usize::from);
        (limits.ca && usage.key_cert_sign()).then_some(below)
    }

    /// Whether this authority issued that certificate: its name and its signature.
    pub(crate) fn issued(&self, other: &Holder) -> bool {
        self.authority().is_some() && self.signed(other)
    }

    /// Whether nobody stands above it, be it a root or a signer's own making.
    pub(crate) fn is_top(&self) -> bool {
        self.signed(self)
    }

    fn signed(&self, other: &Holder) -> bool {
        let tbs = other.certificate.tbs_certificate();
        let hash = self.key.hash_of(other.certificate.signature_algorithm(), None);
        let parts = (tbs.to_der(), other.certificate.signature().as_bytes());
        let (Some(hash), (Ok(content), Some(signature))) = (hash, parts) else { return false };
        self.certificate.tbs_certificate().subject() == tbs.issuer()
            && tbs.signature() == other.certificate.signature_algorithm()
            && self.key.verifies(hash, &content, signature)
    }
}

fn signs_documents(purpose: &ObjectIdentifier) -> bool {
    DOCUMENT_SIGNING.contains(purpose) || EMAIL_OR_ANY.contains(purpose)
}

fn common_name(name: &Name) -> String {
    name.common_name().ok().flatten().map(|name| name.value().into_owned()).unwrap_or_default()
}
