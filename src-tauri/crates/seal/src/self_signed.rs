//! Making the signer's own certificate.
//!
//! Promises: X.509 v3, P-256, signed with ECDSA and SHA-256, for signing documents only (RFC 9336), not a certificate
//! authority. Deliberately not done: certificates for others.

use chrono::{DateTime, Datelike, Months, Timelike, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::{rfc4519, rfc5280, rfc5912};
use der::asn1::{Any, BitString, OctetString, SetOfVec, Utf8StringRef};
use der::{Decode, Encode, Sequence};
use p256::ecdsa::DerSignature;
use p256::ecdsa::signature::Signer;
use sha2::{Digest, Sha256};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::certificate::Version;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::name::{RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};

use crate::algorithm::Algorithm;
use crate::certificate::DOCUMENT_SIGNING;
use crate::error::SealError;

/// How long a certificate made here is valid.
const YEARS: u32 = 5;
/// The longest name X.520 lets a certificate carry, in characters.
const MAX_NAME: usize = 64;

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
    let until = now.checked_add_months(Months::new(12 * YEARS)).ok_or(SealError::Time)?;
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
        signature: Algorithm::EcdsaP256Sha256.identifier(),
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
            extension(rfc5280::ID_CE_EXT_KEY_USAGE, false, &ExtendedKeyUsage(DOCUMENT_SIGNING[..2].to_vec()))?,
            extension(rfc5280::ID_CE_SUBJECT_KEY_IDENTIFIER, false, &SubjectKeyIdentifier(OctetString::new(key_id)?))?,
        ],
    }
    .to_der()?;
    let signature: DerSignature = key.try_sign(&content).map_err(|_| SealError::Key)?;
    let signed = Signed {
        content: Any::from_der(&content)?,
        algorithm: Algorithm::EcdsaP256Sha256.identifier(),
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
    let year = u16::try_from(time.year()).map_err(|_| SealError::Time)?;
    let part = |value: u32| u8::try_from(value).map_err(|_| SealError::Time);
    let (month, day) = (part(time.month())?, part(time.day())?);
    let (hour, minute, second) = (part(time.hour())?, part(time.minute())?, part(time.second())?);
    let date = der::DateTime::new(year, month, day, hour, minute, second).map_err(|_| SealError::Time)?;
    Ok(Time::from(date))
}
