//! Getting a time stamp: the request, and what is taken of the answer.
//!
//! Promises: the answer of a service is believed in nothing: a stamp is taken only when it would hold in a check later
//! (see [`crate::stamp`]) and answers this very request. No stamp is an outcome with its reason, never silence.
//! Deliberately absent: the network; the caller carries the bytes to and fro.

use chrono::{DateTime, Utc};
use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{DigestAlgorithmIdentifiers, EncapsulatedContentInfo, SignedData, SignerInfos};
use der::asn1::{Any, Int, OctetString, SetOfVec};
use der::{Decode, Encode, Sequence, Tag, Tagged};

use crate::algorithm::Hash;
use crate::certificate::Holder;
use crate::container;
use crate::revocation::RevocationList;
use crate::stamp::{self, MessageImprint, StampFault};

/// Room kept for a stamp, in bytes; those of public services take 4,000 to 7,000.
pub(crate) const ROOM: usize = 8192;

/// A service that stamps times, reached in whatever way.
pub trait TimeStamping {
    /// Takes a `TimeStampReq` (DER) to the service and brings back its `TimeStampResp` (DER); over HTTP these are the
    /// bodies `application/timestamp-query` and `application/timestamp-reply` of a POST.
    ///
    /// # Errors
    /// [`StampFault::Unreachable`] when no answer came.
    fn ask(&self, request: &[u8]) -> Result<Vec<u8>, StampFault>;
}

impl<F: Fn(&[u8]) -> Result<Vec<u8>, StampFault>> TimeStamping for F {
    fn ask(&self, request: &[u8]) -> Result<Vec<u8>, StampFault> {
        self(request)
    }
}

/// What it takes to ask for a stamp.
pub struct Stamping<'a> {
    /// The service.
    pub service: &'a dyn TimeStamping,
    /// Random bytes that tie the answer to the request.
    pub nonce: [u8; 16],
    /// Certificates (DER) of the authorities above the service, up to its root, for a service that does not send them.
    pub authorities: &'a [Vec<u8>],
    /// Lists of revoked certificates: a service that is on one is not believed.
    pub lists: &'a [RevocationList],
}

/// `TimeStampReq`.
#[derive(Sequence)]
struct Request {
    version: u8,
    imprint: MessageImprint,
    nonce: Int,
    certificates: bool,
}

/// Asks for a stamp over a signature made at a time; gives the token and the stamped time.
pub(crate) fn get(
    stamping: &Stamping<'_>,
    signature: &[u8],
    time: DateTime<Utc>,
) -> Result<(Vec<u8>, DateTime<Utc>), StampFault> {
    // A whole number of 128 bits, never negative, never with a leading zero.
    let mut nonce = stamping.nonce;
    nonce[0] = nonce[0] & 0x7F | 0x40;
    let unreadable = |_: der::Error| StampFault::Unreadable;
    let request = Request {
        version: 1,
        imprint: MessageImprint {
            hash_algorithm: Hash::Sha256.identifier(),
            hashed_message: OctetString::new(Hash::Sha256.of(&[signature])).map_err(unreadable)?,
        },
        nonce: Int::new(&nonce).map_err(unreadable)?,
        certificates: true,
    };
    let answer = stamping.service.ask(&request.to_der().map_err(unreadable)?)?;
    let sent = granted(&answer)?;
    let mut token = provable(&sent, stamping.authorities)?;
    if token.len() > ROOM {
        // Authorities for which there is no room stay behind, rather than the stamp.
        token = provable(&sent, &[])?;
    }
    let stamped = stamp::check(&token, signature, time)?;
    if stamped.nonce != Some(request.nonce) {
        return Err(StampFault::WrongNonce);
    }
    if stamped.chain.iter().any(|one| stamping.lists.iter().any(|list| list.revoked(one).is_some())) {
        return Err(StampFault::Revoked);
    }
    if token.len() > ROOM {
        return Err(StampFault::TooLarge);
    }
    Ok((token, stamped.time))
}

/// The token of a `TimeStampResp` whose status is granted, with or without changes.
fn granted(answer: &[u8]) -> Result<Vec<u8>, StampFault> {
    let parts: Vec<Any> = Vec::from_der(answer).map_err(|_| StampFault::Unreadable)?;
    let status: Vec<Any> = parts.first().and_then(|status| status.decode_as().ok()).ok_or(StampFault::Unreadable)?;
    let status: u8 = status.first().and_then(|status| status.decode_as().ok()).ok_or(StampFault::Unreadable)?;
    if status > 1 {
        return Err(StampFault::Refused);
    }
    match &parts[1..] {
        [token] if token.tag() == Tag::Sequence => token.to_der().map_err(|_| StampFault::Unreadable),
        _ => Err(StampFault::Unreadable),
    }
}

/// `SignedData` as services write it: many do not put the certificates in the order DER asks for.
#[derive(Sequence)]
struct Sent {
    version: CmsVersion,
    digests: DigestAlgorithmIdentifiers,
    content: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    certificates: Option<Vec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    revoked: Option<Vec<Any>>,
    signers: SignerInfos,
}

/// The token in DER, with those certificates only that prove each other up to a root; without a root the service's own
/// one, which the token names. What else nothing proves (lists of revoked certificates, more attributes) is left out.
fn provable(token: &[u8], authorities: &[Vec<u8>]) -> Result<Vec<u8>, StampFault> {
    let unreadable = |_: der::Error| StampFault::Unreadable;
    let info = ContentInfo::from_der(token).map_err(unreadable)?;
    let sent: Sent = info.content.decode_as().map_err(unreadable)?;
    let mut signer = sent.signers.0.get(0).cloned().ok_or(StampFault::Unreadable)?;
    signer.unsigned_attrs = None;
    let brought = sent.certificates.iter().flatten().filter_map(|one| one.to_der().ok());
    let all = brought.chain(authorities.iter().cloned()).filter_map(|der| Holder::read(&der).ok()).collect();
    let mut chain = container::way_up(&signer.sid, all).map_err(|_| StampFault::Certificate)?.0;
    if !chain.last().is_some_and(|root| root.issued(root)) {
        chain.truncate(1);
    }
    let kept: Vec<_> = chain.into_iter().map(|holder| CertificateChoices::Certificate(holder.certificate)).collect();
    let data = SignedData {
        version: sent.version,
        digest_algorithms: sent.digests,
        encap_content_info: sent.content,
        certificates: Some(kept.try_into().map_err(unreadable)?),
        crls: None,
        signer_infos: SetOfVec::try_from(vec![signer]).map_err(unreadable)?.into(),
    };
    let info = ContentInfo { content_type: info.content_type, content: Any::encode_from(&data).map_err(unreadable)? };
    info.to_der().map_err(unreadable)
}
