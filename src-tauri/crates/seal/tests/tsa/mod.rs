//! A small time stamp service for the tests, which can be told to lie.
//!
//! Promises: without a lie it answers as RFC 3161 asks, with its certificate and those above it.

#![allow(dead_code)]

use chrono::{DateTime, Duration, Utc};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    DigestAlgorithmIdentifiers, EncapsulatedContentInfo, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::ObjectIdentifier;
use const_oid::db::{rfc5911, rfc5912};
use der::asn1::{Any, GeneralizedTime, Int, OctetString, SetOfVec};
use der::{Decode, Encode, Sequence};
use seal::{Algorithm, KeyFile, SignRequest, SigningKey, StampFault, Stamping};
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::attr::Attribute;

use super::forge::{key_file, now, signer};

const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// What the service does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    None,
    Silence,
    Nonsense,
    Refusal,
    OtherImprint,
    OtherNonce,
    NoNonce,
    Hours(i64),
    OtherContent,
    OtherSignature,
    NoCertificate,
    NamesAnother,
    StrayCertificate,
    Huge,
    /// No lie, but its own certificate only.
    Alone,
    /// No lie, but the certificates in the other order; one of the two is not that of DER.
    Reversed,
}

#[derive(Sequence)]
struct Imprint {
    algorithm: AlgorithmIdentifierOwned,
    digest: OctetString,
}

#[derive(Sequence)]
struct Request {
    version: u8,
    imprint: Imprint,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    #[asn1(default = "Default::default")]
    certificates: bool,
}

#[derive(Sequence)]
struct Info {
    version: u8,
    policy: ObjectIdentifier,
    imprint: Imprint,
    serial: u32,
    time: GeneralizedTime,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
}

#[derive(Sequence)]
struct Named {
    certificates: Vec<NamedOne>,
}

#[derive(Sequence)]
struct NamedOne {
    digest: OctetString,
}

#[derive(Sequence)]
struct Status {
    status: u8,
}

#[derive(Sequence)]
struct Response {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<ContentInfo>,
}

#[derive(Sequence)]
struct Sent {
    version: CmsVersion,
    digests: DigestAlgorithmIdentifiers,
    content: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    certificates: Vec<CertificateChoices>,
    signers: SignerInfos,
}

/// The service.
pub struct Tsa {
    key: KeyFile,
    time: DateTime<Utc>,
    lie: Lie,
}

impl Tsa {
    /// A service with the key of that name, whose clock stands still at a time.
    pub fn new(key: &str, time: DateTime<Utc>, lie: Lie) -> Self {
        Self { key: key_file(key), time, lie }
    }

    /// Answers a request.
    pub fn answer(&self, request: &[u8]) -> Result<Vec<u8>, StampFault> {
        match self.lie {
            Lie::Silence => return Err(StampFault::Unreachable),
            Lie::Nonsense => return Ok(b"<html>503</html>".to_vec()),
            Lie::Refusal => return Ok(Response { status: Status { status: 2 }, token: None }.to_der().expect("BUG")),
            _ => {}
        }
        let request = Request::from_der(request).expect("BUG: a request of ours");
        assert!(request.version == 1 && request.certificates && request.nonce.is_some());
        let token = self.token(request).expect("BUG: a token can be written");
        Ok(Response { status: Status { status: 0 }, token: Some(token) }.to_der().expect("BUG: it can be written"))
    }

    fn info(&self, mut request: Request) -> der::Result<Vec<u8>> {
        if self.lie == Lie::OtherImprint {
            request.imprint.digest = OctetString::new(Sha256::digest(b"another").as_slice())?;
        }
        let nonce = match self.lie {
            Lie::NoNonce => None,
            Lie::OtherNonce => Some(Int::new(&[42])?),
            _ => request.nonce,
        };
        let hours = if let Lie::Hours(hours) = self.lie { hours } else { 0 };
        let time = self.time + Duration::hours(hours);
        let since = std::time::Duration::from_secs(time.timestamp().try_into().expect("BUG: after 1970"));
        Info {
            version: 1,
            policy: ObjectIdentifier::new_unwrap("1.2.3.4.1"),
            imprint: request.imprint,
            serial: 7,
            time: GeneralizedTime::from_unix_duration(since)?,
            nonce,
        }
        .to_der()
    }

    fn token(&self, request: Request) -> der::Result<ContentInfo> {
        let mut info = self.info(request)?;
        let own = self.key.certificate();
        let named: &[u8] = if self.lie == Lie::NamesAnother { &self.key.chain()[0] } else { own };
        let named = NamedOne { digest: OctetString::new(Sha256::digest(named).as_slice())? };
        let mut attributes = SetOfVec::new();
        for (oid, value) in [
            (rfc5911::ID_CONTENT_TYPE, Any::encode_from(&TST_INFO)?),
            (rfc5911::ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(Sha256::digest(&info).as_slice())?)?),
            (SIGNING_CERTIFICATE_V2, Any::encode_from(&Named { certificates: vec![named] })?),
        ] {
            attributes.insert(Attribute { oid, values: SetOfVec::try_from(vec![value])? })?;
        }
        let mut signature = self.key.sign(&attributes.to_der()?).expect("BUG: signs");
        let last = signature.len() - 1;
        signature[last] ^= u8::from(self.lie == Lie::OtherSignature);
        if self.lie == Lie::OtherContent {
            let serial = info.windows(3).position(|part| part == [2, 1, 7]).expect("BUG: the serial number");
            info[serial + 2] = 8;
        }
        let certificate = Certificate::from_der(own)?;
        let tbs = certificate.tbs_certificate();
        let sid = IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial_number: tbs.serial_number().clone() };
        let sha256 = AlgorithmIdentifierOwned { oid: rfc5912::ID_SHA_256, parameters: None };
        let signer = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(sid),
            digest_alg: sha256.clone(),
            signed_attrs: Some(attributes),
            signature_algorithm: match Algorithm::of_certificate(own).expect("BUG: a key of ours") {
                Algorithm::RsaSha256 => {
                    AlgorithmIdentifierOwned { oid: rfc5912::RSA_ENCRYPTION, parameters: Some(Any::null()) }
                }
                _ => AlgorithmIdentifierOwned { oid: rfc5912::ECDSA_WITH_SHA_256, parameters: None },
            },
            signature: OctetString::new(signature)?,
            unsigned_attrs: None,
        };
        let data = Sent {
            version: CmsVersion::V3,
            digests: SetOfVec::try_from(vec![sha256])?,
            content: EncapsulatedContentInfo {
                econtent_type: TST_INFO,
                econtent: Some(Any::encode_from(&OctetString::new(info)?)?),
            },
            certificates: self.certificates()?,
            signers: SetOfVec::try_from(vec![signer])?.into(),
        };
        Ok(ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content: Any::encode_from(&data)? })
    }

    fn certificates(&self) -> der::Result<Vec<CertificateChoices>> {
        let mut all = vec![self.key.certificate().to_vec()];
        all.extend(self.key.chain().iter().cloned());
        match self.lie {
            Lie::NoCertificate => all.clear(),
            Lie::StrayCertificate => all.push(signer("Zoë Voorbeeld", 1).certificate_der),
            Lie::Huge => all.extend((2..30).map(|seed| signer("Zoë Voorbeeld", seed).certificate_der)),
            Lie::Reversed => all.reverse(),
            Lie::Alone => all.truncate(1),
            _ => {}
        }
        all.iter().map(|der| Certificate::from_der(der).map(CertificateChoices::Certificate)).collect()
    }
}

/// The root above the time stamp services.
pub fn clock_root() -> Vec<u8> {
    key_file("tsa").chain()[0].clone()
}

/// A form signed and stamped by a service that may lie.
pub fn stamped(base: &[u8], key: &dyn SigningKey, request: &SignRequest<'_>, tsa: &str, lie: Lie) -> seal::Stamped {
    stamped_under(base, key, request, &Tsa::new(tsa, now(), lie), &[])
}

/// The same by a service whose authorities are known.
pub fn stamped_under(
    base: &[u8],
    key: &dyn SigningKey,
    request: &SignRequest<'_>,
    service: &Tsa,
    authorities: &[Vec<u8>],
) -> seal::Stamped {
    let ask = |request: &[u8]| service.answer(request);
    let stamping = Stamping { service: &ask, nonce: [9; 16], authorities, lists: &[] };
    seal::sign_stamped(base, key, request, &stamping).expect("BUG: signs")
}
