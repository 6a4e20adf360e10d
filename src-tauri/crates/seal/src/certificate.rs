//! The certificate of a signer: making a self-signed one, and reading what a check needs.
//!
//! Promises: X.509 v3, P-256, signed with ECDSA and SHA-256, for signing documents only (RFC 9336), not a certificate
//! authority. Deliberately not done: revocation, policies, other algorithms; a certificate with those is refused.

use chrono::{DateTime, Datelike, Months, Timelike, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::{rfc4519, rfc5280, rfc5912};
use der::asn1::{Any, BitString, OctetString, SetOfVec, Utf8StringRef};
use der::{Decode, Encode, Sequence};
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{DerSignature, VerifyingKey};
use sha2::{Digest, Sha256};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::Certificate;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::certificate::Version;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::name::{RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};

use crate::error::SealError;

/// How long a certificate made here is valid.
const YEARS: u32 = 5;
/// The longest name X.520 lets a certificate carry, in characters.
const MAX_NAME: usize = 64;
/// id-kp-documentSigning (RFC 9336) and Microsoft's older one, which readers know.
const DOCUMENT_SIGNING: [ObjectIdentifier; 2] =
    [ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"), ObjectIdentifier::new_unwrap("1.3.6.1.4.1.311.10.3.12")];
/// Purposes accepted when a certificate of others names any: the two above, e-mail protection, any.
const EMAIL_OR_ANY: [ObjectIdentifier; 2] =
    [ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4"), ObjectIdentifier::new_unwrap("2.5.29.37.0")];

/// RFC 5280 `TBSCertificate`; the type of x509-cert can be read but not filled without its builder.
#[derive(Sequence)]
struct ToBeSigned {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    version: Version,
    serial: SerialNumber,
    signature: AlgorithmIdentifierOwned,
    issuer: RdnSequence,
    validity: Validity,
    subject: RdnSequence,
    key: SubjectPublicKeyInfoOwned,
    #[asn1(context_specific = "3", tag_mode = "EXPLICIT")]
    extensions: Vec<Extension>,
}

#[derive(Sequence)]
struct Signed {
    content: Any,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

/// ECDSA with SHA-256, without parameters (RFC 5758).
pub(crate) fn ecdsa_sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: rfc5912::ECDSA_WITH_SHA_256, parameters: None }
}

/// SHA-256 of a certificate, in lower case hexadecimal digits.
pub(crate) fn fingerprint(certificate: &[u8]) -> String {
    Sha256::digest(certificate).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Makes a self-signed certificate; `serial` is 16 random bytes.
pub(crate) fn self_signed(
    key: &p256::ecdsa::SigningKey,
    name: &str,
    organisation: &str,
    now: DateTime<Utc>,
    serial: [u8; 16],
    usages: KeyUsage,
) -> Result<Vec<u8>, SealError> {
    let public = key.verifying_key();
    let point = public.to_sec1_point(false);
    let subject = distinguished_name(name, organisation)?;
    let until = now.checked_add_months(Months::new(12 * YEARS)).ok_or(SealError::CertificatePeriod)?;
    let spki = SubjectPublicKeyInfoOwned {
        algorithm: AlgorithmIdentifierOwned {
            oid: rfc5912::ID_EC_PUBLIC_KEY,
            parameters: Some(Any::encode_from(&rfc5912::SECP_256_R_1)?),
        },
        subject_public_key: BitString::from_bytes(point.as_bytes())?,
    };
    let key_id = &Sha256::digest(point.as_bytes())[..20];
    let mut serial = serial;
    serial[0] = (serial[0] & 0x7F) | 0x40;
    let content = ToBeSigned {
        version: Version::V3,
        serial: SerialNumber::new(&serial)?,
        signature: ecdsa_sha256(),
        issuer: subject.clone(),
        validity: Validity::new(asn1_time(now)?, asn1_time(until)?),
        subject,
        key: spki,
        extensions: vec![
            extension(
                rfc5280::ID_CE_BASIC_CONSTRAINTS,
                true,
                &BasicConstraints { ca: false, path_len_constraint: None },
            )?,
            extension(rfc5280::ID_CE_KEY_USAGE, true, &usages)?,
            extension(rfc5280::ID_CE_EXT_KEY_USAGE, false, &ExtendedKeyUsage(DOCUMENT_SIGNING.to_vec()))?,
            extension(rfc5280::ID_CE_SUBJECT_KEY_IDENTIFIER, false, &SubjectKeyIdentifier(OctetString::new(key_id)?))?,
        ],
    }
    .to_der()?;
    let signature: DerSignature = key.try_sign(&content).map_err(|_| SealError::Key)?;
    let signed = Signed {
        content: Any::from_der(&content)?,
        algorithm: ecdsa_sha256(),
        signature: BitString::from_bytes(signature.as_bytes())?,
    };
    Ok(signed.to_der()?)
}

/// The usages of a certificate made here.
pub(crate) fn signing_usages() -> KeyUsage {
    KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation)
}

fn extension(oid: ObjectIdentifier, critical: bool, value: &impl Encode) -> Result<Extension, SealError> {
    Ok(Extension { extn_id: oid, critical, extn_value: OctetString::new(value.to_der()?)? })
}

fn distinguished_name(name: &str, organisation: &str) -> Result<RdnSequence, SealError> {
    let mut sequence = RdnSequence::default();
    for (oid, value) in [(rfc4519::O, organisation.trim()), (rfc4519::CN, name.trim())] {
        let writable = !value.is_empty() && value.chars().count() <= MAX_NAME && !value.chars().any(char::is_control);
        if !writable {
            return Err(SealError::Name);
        }
        let value = Any::encode_from(&Utf8StringRef::new(value)?)?;
        let mut set = SetOfVec::new();
        set.insert(AttributeTypeAndValue { oid, value })?;
        sequence.push(RelativeDistinguishedName::from(set));
    }
    Ok(sequence)
}

fn asn1_time(time: DateTime<Utc>) -> Result<Time, SealError> {
    let year = u16::try_from(time.year()).map_err(|_| SealError::CertificatePeriod)?;
    let part = |value: u32| u8::try_from(value).map_err(|_| SealError::CertificatePeriod);
    let (month, day) = (part(time.month())?, part(time.day())?);
    let (hour, minute, second) = (part(time.hour())?, part(time.minute())?, part(time.second())?);
    let date = der::DateTime::new(year, month, day, hour, minute, second).map_err(|_| SealError::CertificatePeriod)?;
    Ok(Time::from(date))
}

/// What a person wants to know of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFacts {
    /// The common name of its holder.
    pub name: String,
    /// SHA-256 of the certificate, 64 lower case hexadecimal digits.
    pub fingerprint: String,
    /// The last moment it is valid.
    pub until: DateTime<Utc>,
}

/// Reads the facts of a certificate (DER); nothing when it cannot be read.
#[must_use]
pub fn facts(certificate: &[u8]) -> Option<CertificateFacts> {
    let holder = Holder::read(certificate)?;
    Some(CertificateFacts { name: holder.name(), fingerprint: fingerprint(certificate), until: holder.valid_until()? })
}

/// A certificate as a check sees it.
pub(crate) struct Holder {
    /// The parsed certificate.
    pub(crate) certificate: Certificate,
    /// Its public key.
    pub(crate) key: VerifyingKey,
    der: Vec<u8>,
}

impl Holder {
    /// Reads a certificate with a P-256 key; anything else gives nothing.
    pub(crate) fn read(der: &[u8]) -> Option<Self> {
        let certificate = Certificate::from_der(der).ok()?;
        if certificate.to_der().ok()?.as_slice() != der {
            return None;
        }
        let spki = certificate.tbs_certificate().subject_public_key_info();
        let curve: ObjectIdentifier = spki.algorithm.parameters.as_ref()?.decode_as().ok()?;
        if spki.algorithm.oid != rfc5912::ID_EC_PUBLIC_KEY || curve != rfc5912::SECP_256_R_1 {
            return None;
        }
        let key = VerifyingKey::from_sec1_bytes(spki.subject_public_key.as_bytes()?).ok()?;
        Some(Self { certificate, key, der: der.to_vec() })
    }

    /// The common name of the holder, or nothing.
    pub(crate) fn name(&self) -> String {
        let subject = self.certificate.tbs_certificate().subject();
        subject.common_name().ok().flatten().map(|name| name.value().into_owned()).unwrap_or_default()
    }

    /// Whether the time lies within the period of the certificate.
    pub(crate) fn valid_at(&self, time: DateTime<Utc>) -> bool {
        let validity = self.certificate.tbs_certificate().validity();
        let seconds = |time: Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
        (seconds(validity.not_before)..=seconds(validity.not_after)).contains(&time.timestamp())
    }

    /// Until when the certificate is valid.
    pub(crate) fn valid_until(&self) -> Option<DateTime<Utc>> {
        let validity = self.certificate.tbs_certificate().validity();
        DateTime::from_timestamp(i64::try_from(validity.not_after.to_unix_duration().as_secs()).ok()?, 0)
    }

    /// Whether the certificate may be used to sign documents.
    pub(crate) fn may_sign(&self) -> bool {
        let tbs = self.certificate.tbs_certificate();
        let usage = match tbs.get_extension::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
            _ => false,
        };
        let purpose = match tbs.get_extension::<ExtendedKeyUsage>() {
            Ok(Some((_, purposes))) => {
                purposes.0.iter().any(|purpose| DOCUMENT_SIGNING.contains(purpose) || EMAIL_OR_ANY.contains(purpose))
            }
            Ok(None) => true,
            Err(_) => false,
        };
        usage && purpose
    }

    /// Whether a trusted certificate (DER), or a fingerprint (32 bytes or 64 digits), vouches for this one.
    pub(crate) fn vouched_by(&self, trusted: &[u8], at: DateTime<Utc>) -> bool {
        let own = fingerprint(&self.der);
        if trusted == self.der || trusted.eq_ignore_ascii_case(own.as_bytes()) {
            return true;
        }
        if trusted.len() == 32 {
            return Sha256::digest(&self.der).as_slice() == trusted;
        }
        Holder::read(trusted).is_some_and(|issuer| issuer.valid_at(at) && issuer.issued(self))
    }

    fn issued(&self, other: &Holder) -> bool {
        let tbs = self.certificate.tbs_certificate();
        let authority = matches!(tbs.get_extension::<BasicConstraints>(), Ok(Some((_, limits))) if limits.ca)
            && matches!(tbs.get_extension::<KeyUsage>(), Ok(Some((_, usage))) if usage.key_cert_sign());
        authority && tbs.subject() == other.certificate.tbs_certificate().issuer() && self.signed(&other.certificate)
    }

    /// Whether this key signed that certificate.
    fn signed(&self, certificate: &Certificate) -> bool {
        let Ok(content) = certificate.tbs_certificate().to_der() else { return false };
        let Some(raw) = certificate.signature().as_bytes() else { return false };
        let Ok(signature) = DerSignature::from_bytes(raw) else { return false };
        *certificate.signature_algorithm() == ecdsa_sha256() && self.key.verify(&content, &signature).is_ok()
    }
}
