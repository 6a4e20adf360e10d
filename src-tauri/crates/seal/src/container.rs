//! The signature container: CMS SignedData as PAdES B-B asks (ETSI EN 319 142-1, RFC 5652, RFC 5035).
//!
//! Promises: detached, one signer, SHA-256, exactly the attributes content-type, message-digest and
//! signing-certificate-v2. What is read must be written back to the same bytes, so nothing can hide in it.
//! Deliberately not done: signing-time (the signature dictionary has it), time stamps, other algorithms.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo};
use const_oid::ObjectIdentifier;
use const_oid::db::{rfc5911, rfc5912};
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode, Sequence};
use p256::ecdsa::DerSignature;
use p256::ecdsa::signature::Verifier;
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::attr::{Attribute, Attributes};

use crate::certificate::{Holder, ecdsa_sha256};
use crate::error::SealError;
use crate::identity::SigningKey;
use crate::report::Reason;

/// id-aa-signingCertificateV2 (RFC 5035).
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// `SigningCertificateV2`; the hash algorithm is left out, which says SHA-256.
#[derive(Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
}

#[derive(Sequence)]
struct EssCertIdV2 {
    hash: OctetString,
}

fn sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: rfc5912::ID_SHA_256, parameters: None }
}

fn attributes(digest: &[u8], certificate: &[u8]) -> Result<Attributes, der::Error> {
    let signing = SigningCertificateV2 {
        certs: vec![EssCertIdV2 { hash: OctetString::new(Sha256::digest(certificate).as_slice())? }],
    };
    let values = [
        (rfc5911::ID_CONTENT_TYPE, Any::encode_from(&rfc5911::ID_DATA)?),
        (rfc5911::ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?),
        (SIGNING_CERTIFICATE_V2, Any::encode_from(&signing)?),
    ];
    let mut all = SetOfVec::new();
    for (oid, value) in values {
        let mut values = SetOfVec::new();
        values.insert(value)?;
        all.insert(Attribute { oid, values })?;
    }
    Ok(all)
}

/// Signs the digest of the document bytes; the answer is the container in DER.
pub(crate) fn seal(digest: &[u8], key: &dyn SigningKey) -> Result<Vec<u8>, SealError> {
    let certificate = Certificate::from_der(key.certificate()).map_err(|_| SealError::Certificate)?;
    let attributes = attributes(digest, key.certificate())?;
    let signature = key.sign(&attributes.to_der()?)?;
    let tbs = certificate.tbs_certificate();
    let sid = IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial_number: tbs.serial_number().clone() };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(sid),
        digest_alg: sha256(),
        signed_attrs: Some(attributes),
        signature_algorithm: ecdsa_sha256(),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let mut certificates = vec![CertificateChoices::Certificate(certificate)];
    for link in key.chain() {
        let link = Certificate::from_der(link).map_err(|_| SealError::Certificate)?;
        certificates.push(CertificateChoices::Certificate(link));
    }
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha256()])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: None },
        certificates: Some(certificates.try_into()?),
        crls: None,
        signer_infos: SetOfVec::try_from(vec![signer])?.into(),
    };
    let info = ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content: Any::encode_from(&data)? };
    Ok(info.to_der()?)
}

/// A container as read.
pub(crate) struct Container {
    /// The certificate (DER) the signer's number points at.
    pub(crate) certificate_der: Vec<u8>,
    /// The same, parsed.
    pub(crate) holder: Holder,
    signer: SignerInfo,
}

/// Reads a container strictly.
pub(crate) fn read(container: &[u8]) -> Result<Container, Reason> {
    let info = ContentInfo::from_der(container).map_err(|_| Reason::Container)?;
    if info.to_der().ok().as_deref() != Some(container) || info.content_type != rfc5911::ID_SIGNED_DATA {
        return Err(Reason::Container);
    }
    let inner = info.content.to_der().map_err(|_| Reason::Container)?;
    let data = SignedData::from_der(&inner).map_err(|_| Reason::Container)?;
    if data.to_der().ok().as_ref() != Some(&inner) {
        return Err(Reason::Container);
    }
    let content = &data.encap_content_info;
    let digests = data.digest_algorithms.as_slice();
    let signers = data.signer_infos.0.as_slice();
    let plain = data.version == CmsVersion::V1
        && digests == [sha256()]
        && content.econtent_type == rfc5911::ID_DATA
        && content.econtent.is_none()
        && data.crls.is_none();
    let [signer] = signers else { return Err(Reason::UnsupportedSignature) };
    let plain_signer = signer.version == CmsVersion::V1
        && signer.digest_alg == sha256()
        && signer.signature_algorithm == ecdsa_sha256()
        && signer.unsigned_attrs.is_none();
    if !plain || !plain_signer {
        return Err(Reason::UnsupportedSignature);
    }
    // One certificate only: what else travels along would be covered by no signature.
    let certificates = data.certificates.as_ref().map_or(&[][..], |set| set.0.as_slice());
    let [CertificateChoices::Certificate(certificate)] = certificates else {
        return Err(Reason::UnsupportedSignature);
    };
    let certificate_der = certificate.to_der().map_err(|_| Reason::Certificate)?;
    let holder = Holder::read(&certificate_der).ok_or(Reason::Certificate)?;
    Ok(Container { certificate_der, holder, signer: signer.clone() })
}

impl Container {
    /// Whether the signed digest is this one.
    pub(crate) fn holds(&self, digest: &[u8]) -> bool {
        let attributes = self.signer.signed_attrs.as_ref().map_or(&[][..], |all| all.as_slice());
        let Some(attribute) = attributes.iter().find(|attribute| attribute.oid == rfc5911::ID_MESSAGE_DIGEST) else {
            return false;
        };
        let [value] = attribute.values.as_slice() else { return false };
        value.decode_as::<OctetString>().is_ok_and(|value| value.as_bytes() == digest)
    }

    /// Checks certificate, attributes and signature, taking the signed digest as it is.
    pub(crate) fn check(&self) -> Result<(), Reason> {
        let tbs = self.holder.certificate.tbs_certificate();
        let SignerIdentifier::IssuerAndSerialNumber(sid) = &self.signer.sid else {
            return Err(Reason::UnsupportedSignature);
        };
        if sid.issuer != *tbs.issuer() || sid.serial_number != *tbs.serial_number() {
            return Err(Reason::CertificateMismatch);
        }
        let present = self.signer.signed_attrs.as_ref().ok_or(Reason::UnsupportedSignature)?;
        self.check_attributes(present)?;
        let message = present.to_der().map_err(|_| Reason::Container)?;
        let signature =
            DerSignature::from_bytes(self.signer.signature.as_bytes()).map_err(|_| Reason::SignatureMismatch)?;
        self.holder.key.verify(&message, &signature).map_err(|_| Reason::SignatureMismatch)
    }

    fn check_attributes(&self, present: &Attributes) -> Result<(), Reason> {
        let find = |oid| present.iter().find(|attribute| attribute.oid == oid);
        let digest = find(rfc5911::ID_MESSAGE_DIGEST).and_then(|attribute| attribute.values.get(0));
        let digest = digest.and_then(|value| value.decode_as::<OctetString>().ok());
        let digest = digest.filter(|digest| digest.as_bytes().len() == 32).ok_or(Reason::UnsupportedSignature)?;
        let expected =
            attributes(digest.as_bytes(), &self.certificate_der).map_err(|_| Reason::UnsupportedSignature)?;
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
