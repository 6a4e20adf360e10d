//! The signature container: CMS SignedData as PAdES asks (ETSI EN 319 142-1, RFC 5652, RFC 5035).
//!
//! Promises: detached, one signer, exactly the attributes content-type, message-digest and signing-certificate-v2. The
//! last names every certificate that travels along, so the signature covers them too. What is read must be written back
//! to the same bytes, so nothing can hide in it. The only thing beside the signature is a time stamp over it.
//! Deliberately not done: signing-time (the signature dictionary has it).

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911;
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode, Sequence};
use sha2::{Digest, Sha256};
use x509_cert::attr::{Attribute, Attributes};

use crate::algorithm::Hash;
use crate::certificate::Holder;
use crate::error::SealError;
use crate::key::SigningKey;
use crate::path;
use crate::report::Reason;

/// id-aa-signingCertificateV2 (RFC 5035).
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// id-aa-signatureTimeStampToken (RFC 3161, appendix A).
const TIME_STAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// Room for all but the certificates, in bytes, with a signature of P-256.
const ROOM: usize = 640;
/// Room for naming one certificate in the attributes.
const NAMED_ROOM: usize = 48;

/// `SigningCertificateV2`; the hash algorithm is left out, which says SHA-256.
#[derive(Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
}

#[derive(Sequence)]
struct EssCertIdV2 {
    hash: OctetString,
}

/// The signed attributes: the digest of the document, and the signer's certificate with those above it.
fn attributes(digest: &[u8], chain: &[Holder]) -> Result<Attributes, der::Error> {
    let named = |one: &Holder| Ok(EssCertIdV2 { hash: OctetString::new(Sha256::digest(&one.der).as_slice())? });
    let signing = SigningCertificateV2 { certs: chain.iter().map(named).collect::<Result<_, der::Error>>()? };
    attribute_set([
        (rfc5911::ID_CONTENT_TYPE, Any::encode_from(&rfc5911::ID_DATA)?),
        (rfc5911::ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?),
        (SIGNING_CERTIFICATE_V2, Any::encode_from(&signing)?),
    ])
}

fn attribute_set<const N: usize>(values: [(ObjectIdentifier, Any); N]) -> Result<Attributes, der::Error> {
    let mut all = SetOfVec::new();
    for (oid, value) in values {
        all.insert(Attribute { oid, values: SetOfVec::try_from(vec![value])? })?;
    }
    Ok(all)
}

/// Signs documents with one key: its certificates are read and put in order once.
pub(crate) struct Sealer<'k> {
    key: &'k dyn SigningKey,
    /// The certificate of the key and those above it.
    chain: Vec<Holder>,
}

impl<'k> Sealer<'k> {
    pub(crate) fn new(key: &'k dyn SigningKey) -> Result<Self, SealError> {
        let above = key.chain().iter().filter_map(|one| Holder::read(one).ok()).collect();
        Ok(Self { key, chain: path::upward(Holder::read(key.certificate())?, above) })
    }

    /// The certificate of the key.
    pub(crate) fn holder(&self) -> &Holder {
        self.chain.first().expect("BUG: a way has a beginning")
    }

    /// The certificate of the key and those above it, from its own up.
    pub(crate) fn chain(&self) -> &[Holder] {
        &self.chain
    }

    /// The digest this key's signatures are made with.
    pub(crate) fn hash(&self) -> Hash {
        self.holder().key.algorithm().hash()
    }

    /// Room the container takes at most, in bytes, without a time stamp.
    pub(crate) fn room(&self) -> usize {
        let certificates: usize = self.chain.iter().map(|one| one.der.len() + NAMED_ROOM).sum();
        // The signer's issuer is repeated, and is less than its certificate.
        ROOM + certificates + self.holder().der.len() - NAMED_ROOM + self.holder().key.signature_excess()
    }

    /// Signs the digest of the document bytes; the answer is the container in DER. `stamp` may give a time stamp token
    /// over the signature.
    pub(crate) fn seal(
        &self,
        digest: &[u8],
        stamp: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
    ) -> Result<Vec<u8>, SealError> {
        let holder = self.holder();
        let algorithm = holder.key.algorithm();
        let attributes = attributes(digest, &self.chain)?;
        let signature = self.key.sign(&attributes.to_der()?)?;
        let stamped = |token: Vec<u8>| attribute_set([(TIME_STAMP, Any::from_der(&token)?)]);
        let unsigned_attrs = stamp(&signature).map(stamped).transpose()?;
        let tbs = holder.certificate.tbs_certificate();
        let sid = IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial_number: tbs.serial_number().clone() };
        let signer = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(sid),
            digest_alg: algorithm.hash().identifier(),
            signed_attrs: Some(attributes),
            signature_algorithm: algorithm.identifier(),
            signature: OctetString::new(signature)?,
            unsigned_attrs,
        };
        let certificates: Vec<_> =
            self.chain.iter().map(|one| CertificateChoices::Certificate(one.certificate.clone())).collect();
        let data = SignedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from(vec![algorithm.hash().identifier()])?,
            encap_content_info: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: None },
            certificates: Some(certificates.try_into()?),
            crls: None,
            signer_infos: SetOfVec::try_from(vec![signer])?.into(),
        };
        let info = ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content: Any::encode_from(&data)? };
        Ok(info.to_der()?)
    }
}

/// Reads `ContentInfo` with `SignedData`, written back to the same bytes; nothing for anything else.
pub(crate) fn signed_data(container: &[u8]) -> Option<SignedData> {
    let info = ContentInfo::from_der(container).ok()?;
    if info.content_type != rfc5911::ID_SIGNED_DATA || info.to_der().ok()? != container {
        return None;
    }
    let inner = info.content.to_der().ok()?;
    let data = SignedData::from_der(&inner).ok()?;
    (data.to_der().ok()? == inner).then_some(data)
}

/// The certificates of a container put in order from the signer's up, and how many did not fit in.
pub(crate) fn certificates(data: &SignedData, signer: &SignerIdentifier) -> Result<(Vec<Holder>, usize), Reason> {
    let mut all = Vec::new();
    for one in data.certificates.iter().flat_map(|set| set.0.iter()) {
        let CertificateChoices::Certificate(certificate) = one else { return Err(Reason::UnsupportedSignature) };
        let der = certificate.to_der().map_err(|_| Reason::Certificate)?;
        all.push(Holder::read(&der).map_err(|_| Reason::Certificate)?);
    }
    way_up(signer, all)
}

/// Certificates put in order from the signer's up, and how many did not fit in.
pub(crate) fn way_up(signer: &SignerIdentifier, mut all: Vec<Holder>) -> Result<(Vec<Holder>, usize), Reason> {
    let SignerIdentifier::IssuerAndSerialNumber(sid) = signer else { return Err(Reason::UnsupportedSignature) };
    let own = |holder: &Holder| {
        let tbs = holder.certificate.tbs_certificate();
        sid.issuer == *tbs.issuer() && sid.serial_number == *tbs.serial_number()
    };
    let count = all.len();
    let place = all.iter().position(own).ok_or(Reason::CertificateMismatch)?;
    let leaf = all.swap_remove(place);
    let chain = path::upward(leaf, all);
    let strays = count - chain.len();
    Ok((chain, strays))
}

/// A container as read.
pub(crate) struct Container {
    /// The certificate the signer's number points at, and those above it.
    pub(crate) chain: Vec<Holder>,
    /// A time stamp token over the signature.
    pub(crate) token: Option<Vec<u8>>,
    signer: SignerInfo,
}

/// Reads a container strictly.
pub(crate) fn read(container: &[u8]) -> Result<Container, Reason> {
    let data = signed_data(container).ok_or(Reason::Container)?;
    let [signer] = data.signer_infos.0.as_slice() else { return Err(Reason::UnsupportedSignature) };
    // A certificate that is not on the way up from the signer's would be covered by nothing.
    let (chain, strays) = certificates(&data, &signer.sid)?;
    let algorithm = chain[0].key.algorithm();
    let content = &data.encap_content_info;
    let plain = data.version == CmsVersion::V1
        && data.digest_algorithms.as_slice() == [algorithm.hash().identifier()]
        && content.econtent_type == rfc5911::ID_DATA
        && content.econtent.is_none()
        && data.crls.is_none()
        && strays == 0
        && signer.version == CmsVersion::V1
        && signer.digest_alg == algorithm.hash().identifier()
        && signer.signature_algorithm == algorithm.identifier();
    if !plain {
        return Err(Reason::UnsupportedSignature);
    }
    let token = match signer.unsigned_attrs.as_ref().map(|all| all.as_slice()) {
        None => None,
        Some([Attribute { oid, values }]) if *oid == TIME_STAMP && values.len() == 1 => {
            Some(values.as_slice()[0].to_der().map_err(|_| Reason::Container)?)
        }
        Some(_) => return Err(Reason::UnsupportedSignature),
    };
    Ok(Container { token, signer: signer.clone(), chain })
}

impl Container {
    /// The signer's certificate.
    pub(crate) fn holder(&self) -> &Holder {
        &self.chain[0]
    }

    /// The signature value, which a time stamp is over.
    pub(crate) fn signature(&self) -> &[u8] {
        self.signer.signature.as_bytes()
    }

    /// The digest the document must have.
    pub(crate) fn hash(&self) -> Hash {
        self.holder().key.algorithm().hash()
    }

    /// Whether the signed digest is this one.
    pub(crate) fn holds(&self, digest: &[u8]) -> bool {
        self.signed_digest().is_some_and(|signed| signed == digest)
    }

    fn signed_digest(&self) -> Option<Vec<u8>> {
        message_digest(self.signer.signed_attrs.as_ref()?)
    }

    /// Checks attributes and signature, taking the signed digest as it is.
    pub(crate) fn check(&self) -> Result<(), Reason> {
        let present = self.signer.signed_attrs.as_ref().ok_or(Reason::UnsupportedSignature)?;
        self.check_attributes(present)?;
        let message = present.to_der().map_err(|_| Reason::Container)?;
        let fits = self.holder().key.verifies(self.hash(), &message, self.signature());
        if fits { Ok(()) } else { Err(Reason::SignatureMismatch) }
    }

    fn check_attributes(&self, present: &Attributes) -> Result<(), Reason> {
        let digest = self.signed_digest().filter(|digest| digest.len() == self.hash().length());
        let digest = digest.ok_or(Reason::UnsupportedSignature)?;
        let expected = attributes(&digest, &self.chain).map_err(|_| Reason::UnsupportedSignature)?;
        if *present == expected {
            return Ok(());
        }
        let named = |all: &Attributes| all.iter().find(|one| one.oid == SIGNING_CERTIFICATE_V2).cloned();
        if present.len() == expected.len() && named(present).is_some() && named(present) != named(&expected) {
            return Err(Reason::CertificateMismatch);
        }
        Err(Reason::UnsupportedSignature)
    }
}

/// The one value of the attribute message-digest.
pub(crate) fn message_digest(attributes: &Attributes) -> Option<Vec<u8>> {
    let found = attributes.iter().find(|attribute| attribute.oid == rfc5911::ID_MESSAGE_DIGEST)?;
    let [value] = found.values.as_slice() else { return None };
    value.decode_as::<OctetString>().ok().map(OctetString::into_bytes).map(Into::into)
}
