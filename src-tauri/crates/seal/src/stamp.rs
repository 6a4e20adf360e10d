//! A time stamp of a third party over a signature (RFC 3161, RFC 5816).
//!
//! Promises: a stamp holds only when it is over exactly these bytes, signed by the certificate it names, which was
//! valid then and is for stamping only; every certificate in it is on the way up from that one to a root, so each bit of
//! it is proven by another. Deliberately not done: SHA-1 imprints, accuracy and policy, which it may state as it likes.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use cms::content_info::CmsVersion;
use cms::signed_data::{SignedData, SignerInfo};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911;
use der::asn1::{Any, Int, OctetString};
use der::{Decode, Encode, Sequence, Tag, Tagged};
use serde::Serialize;
use sha1::{Digest, Sha1};
use spki::AlgorithmIdentifierOwned;

use crate::algorithm::Hash;
use crate::certificate::{Holder, Purpose};
use crate::container::{self, message_digest};

/// id-ct-TSTInfo.
pub(crate) const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
/// id-aa-signingCertificate and its second version: which certificate signed.
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// How far the stamped time and the time the signer states may lie apart.
const TIME_SLACK_MINUTES: i64 = 60;

/// Why a time stamp was not taken, or does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum StampFault {
    /// The service could not be reached or gave no answer.
    #[error("unreachable")]
    Unreachable,
    /// The service refused to stamp.
    #[error("refused")]
    Refused,
    /// The answer or the stamp cannot be read, or is not of a kind that is understood.
    #[error("unreadable")]
    Unreadable,
    /// The stamp is over something else.
    #[error("wrong_imprint")]
    WrongImprint,
    /// The stamp answers another request.
    #[error("wrong_nonce")]
    WrongNonce,
    /// The stamped time and the stated time of signing lie more than an hour apart.
    #[error("time_off")]
    TimeOff,
    /// The stamp does not come with the certificate it names, or with others that do not belong.
    #[error("certificate")]
    Certificate,
    /// The certificate of the service is not for time stamping, and for that only.
    #[error("not_for_stamping")]
    NotForStamping,
    /// The certificate of the service was not valid at the stamped time.
    #[error("outside_period")]
    OutsidePeriod,
    /// The signature of the service does not fit.
    #[error("bad_signature")]
    BadSignature,
    /// The stamp is larger than the room kept for it.
    #[error("too_large")]
    TooLarge,
    /// The certificate of the service, or one above it, is on a list of revoked ones.
    #[error("revoked")]
    Revoked,
}

/// `MessageImprint`.
#[derive(Debug, Clone, PartialEq, Eq, Sequence)]
pub(crate) struct MessageImprint {
    pub(crate) hash_algorithm: AlgorithmIdentifierOwned,
    pub(crate) hashed_message: OctetString,
}

/// `TSTInfo`, as far as it is looked at.
struct TstInfo {
    imprint: MessageImprint,
    time: DateTime<Utc>,
    nonce: Option<Int>,
}

impl TstInfo {
    /// Version, policy, imprint, serial number and time come first; of what may follow the nonce is the only number.
    fn read(der: &[u8]) -> Option<Self> {
        let parts: Vec<Any> = Vec::from_der(der).ok()?;
        let [version, policy, imprint, serial, time, rest @ ..] = &parts[..] else { return None };
        let typed = policy.tag() == Tag::ObjectIdentifier && serial.tag() == Tag::Integer;
        if !typed || version.decode_as::<u8>().ok()? != 1 {
            return None;
        }
        let nonce = rest.iter().find(|one| one.tag() == Tag::Integer).map(|one| one.decode_as::<Int>());
        Some(Self { imprint: imprint.decode_as().ok()?, time: generalized_time(time)?, nonce: nonce.transpose().ok()? })
    }
}

/// A time to the second; a fraction, which DER allows here, is passed over.
fn generalized_time(time: &Any) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(time.value()).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if time.tag() != Tag::GeneralizedTime || whole.len() != 14 || !digits(whole) || !digits(fraction) {
        return None;
    }
    NaiveDateTime::parse_from_str(whole, "%Y%m%d%H%M%S").ok().map(|time| time.and_utc())
}

/// What a stamp proves.
pub(crate) struct Stamped {
    /// The stamped time.
    pub(crate) time: DateTime<Utc>,
    /// The number that ties the stamp to a request.
    pub(crate) nonce: Option<Int>,
    /// The certificate of the service and those above it.
    pub(crate) chain: Vec<Holder>,
}

/// Checks a time stamp token (DER) over a signature that states this time.
pub(crate) fn check(token: &[u8], signature: &[u8], stated: DateTime<Utc>) -> Result<Stamped, StampFault> {
    let data = container::signed_data(token).ok_or(StampFault::Unreadable)?;
    let signer = only_signer(&data).ok_or(StampFault::Unreadable)?;
    let content = &data.encap_content_info;
    let info = content.econtent.as_ref().and_then(|held| held.decode_as::<OctetString>().ok());
    let info = info.ok_or(StampFault::Unreadable)?;
    let read = TstInfo::read(info.as_bytes()).ok_or(StampFault::Unreadable)?;
    let hash = Hash::read(&read.imprint.hash_algorithm).ok_or(StampFault::Unreadable)?;
    if read.imprint.hashed_message.as_bytes() != hash.of(&[signature]) {
        return Err(StampFault::WrongImprint);
    }
    let (chain, strays) = container::certificates(&data, &signer.sid).map_err(|_| StampFault::Certificate)?;
    let proven = chain.len() == 1 || chain.last().is_some_and(|root| root.issued(root));
    if strays > 0 || !proven {
        return Err(StampFault::Certificate);
    }
    check_signer(signer, &chain[0], info.as_bytes())?;
    if !chain[0].may(Purpose::Stamps) {
        return Err(StampFault::NotForStamping);
    }
    if !chain[0].valid_at(read.time) {
        return Err(StampFault::OutsidePeriod);
    }
    if read.time.signed_duration_since(stated).abs() > Duration::minutes(TIME_SLACK_MINUTES) {
        return Err(StampFault::TimeOff);
    }
    Ok(Stamped { time: read.time, nonce: read.nonce, chain })
}

/// The signer of a token that is nothing but a token.
fn only_signer(data: &SignedData) -> Option<&SignerInfo> {
    let [signer] = data.signer_infos.0.as_slice() else { return None };
    let plain = data.version == CmsVersion::V3
        && data.encap_content_info.econtent_type == TST_INFO
        && data.digest_algorithms.as_slice() == std::slice::from_ref(&signer.digest_alg)
        && data.crls.is_none()
        && signer.version == CmsVersion::V1
        && signer.unsigned_attrs.is_none();
    plain.then_some(signer)
}

/// Checks that this certificate signed this content and says so itself.
fn check_signer(signer: &SignerInfo, holder: &Holder, content: &[u8]) -> Result<(), StampFault> {
    let attributes = signer.signed_attrs.as_ref().ok_or(StampFault::Unreadable)?;
    let hash = Hash::read(&signer.digest_alg).ok_or(StampFault::Unreadable)?;
    let value = |oid| {
        let found = attributes.iter().find(|attribute| attribute.oid == oid)?;
        if let [value] = found.values.as_slice() { Some(value) } else { None }
    };
    let kind = value(rfc5911::ID_CONTENT_TYPE).and_then(|kind| kind.decode_as::<ObjectIdentifier>().ok());
    if kind != Some(TST_INFO) || message_digest(attributes) != Some(hash.of(&[content])) {
        return Err(StampFault::BadSignature);
    }
    let first = value(SIGNING_CERTIFICATE).is_none_or(|named| names(named, holder) == Some(true));
    let second = value(SIGNING_CERTIFICATE_V2).is_none_or(|named| names_v2(named, holder) == Some(true));
    let named = value(SIGNING_CERTIFICATE).is_some() || value(SIGNING_CERTIFICATE_V2).is_some();
    if !named || !first || !second {
        return Err(StampFault::Certificate);
    }
    let message = attributes.to_der().map_err(|_| StampFault::Unreadable)?;
    let agreed = holder.key.hash_of(&signer.signature_algorithm, Some(hash)).ok_or(StampFault::Unreadable)?;
    let fits = holder.key.verifies(agreed, &message, signer.signature.as_bytes());
    if fits { Ok(()) } else { Err(StampFault::BadSignature) }
}

/// The fields of the first certificate identifier in a signing-certificate attribute.
fn first_identifier(named: &Any) -> Option<Vec<Any>> {
    let outer: Vec<Any> = named.decode_as().ok()?;
    let identifiers: Vec<Any> = outer.first()?.decode_as().ok()?;
    identifiers.first()?.decode_as().ok()
}

/// `SigningCertificate`: the SHA-1 of the certificate, which only has to tell it from others of the service.
fn names(named: &Any, holder: &Holder) -> Option<bool> {
    let digest: OctetString = first_identifier(named)?.first()?.decode_as().ok()?;
    Some(digest.as_bytes() == Sha1::digest(&holder.der).as_slice())
}

/// `SigningCertificateV2`: a digest, by SHA-256 when no algorithm comes before it.
fn names_v2(named: &Any, holder: &Holder) -> Option<bool> {
    let fields = first_identifier(named)?;
    let (hash, digest) = match fields.first()?.tag() {
        Tag::OctetString => (Hash::Sha256, fields.first()?),
        _ => (Hash::read(&fields.first()?.decode_as().ok()?)?, fields.get(1)?),
    };
    let digest: OctetString = digest.decode_as().ok()?;
    Some(digest.as_bytes() == hash.of(&[&holder.der]))
}
