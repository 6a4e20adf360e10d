//! Containers: of another form or signer, with more in them than belongs, or with less.

use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerInfo};
use der::asn1::{Any, SetOfVec};
use der::{Decode, Encode};
use seal::{Reason, SealError, SigningKey, Verdict, sign};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;

use super::forge::{find, find_last, form as base, request, signer};
use super::{Attacks, Signed, check};

/// Where the digits of the newest container stand.
pub fn container(bytes: &[u8]) -> (usize, usize) {
    let from = find_last(bytes, b"/Contents <30") + 11;
    (from, from + find(&bytes[from..], b">"))
}

/// Reads the first container, changes it, and puts it back.
fn with(form: &Signed, change: impl FnOnce(&mut SignedData)) -> Vec<u8> {
    let mut bytes = form.once.clone();
    let (from, to) = container(&bytes[..form.signed]);
    let digit = |at: usize| char::from(bytes[at]).to_digit(16).expect("a digit") as u8;
    let raw: Vec<u8> = (from..to).step_by(2).map(|at| digit(at) << 4 | digit(at + 1)).collect();
    let length = 4 + usize::from(raw[2]) * 256 + usize::from(raw[3]);
    let info = ContentInfo::from_der(&raw[..length]).expect("a container");
    let mut data: SignedData = info.content.decode_as().expect("signed data");
    change(&mut data);
    let content = Any::encode_from(&data).expect("can be written");
    let der = ContentInfo { content_type: info.content_type, content }.to_der().expect("can be written");
    let digits: String = der.iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(digits.len() <= to - from, "fits its room");
    bytes[from..to].fill(b'0');
    bytes[from..from + digits.len()].copy_from_slice(digits.as_bytes());
    bytes
}

fn with_signer(form: &Signed, change: impl FnOnce(&mut SignerInfo)) -> Vec<u8> {
    with(form, |data| {
        let mut signer = data.signer_infos.0.as_slice()[0].clone();
        change(&mut signer);
        data.signer_infos = SetOfVec::try_from(vec![signer]).expect("one").into();
    })
}

fn certificates(data: &mut SignedData, change: impl FnOnce(&mut Vec<CertificateChoices>)) {
    let mut all = data.certificates.as_ref().map(|set| set.0.as_slice().to_vec()).unwrap_or_default();
    change(&mut all);
    data.certificates = (!all.is_empty()).then(|| all.try_into().expect("a set"));
}

/// An attribute with an OCTET STRING for its value.
fn attribute(oid: &str) -> Attribute {
    let value = Any::new(der::Tag::OctetString, vec![7]).expect("a value");
    Attribute { oid: oid.parse().expect("an identifier"), values: SetOfVec::try_from(vec![value]).expect("one") }
}

/// Containers with other certificates or signers than were signed.
pub fn other_holders(form: &Signed) -> Attacks {
    let stranger = Certificate::from_der(&signer("Bo Proef", 2).certificate_der).expect("a certificate");
    let stranger = CertificateChoices::Certificate(stranger);
    vec![
        ("S1 a certificate more", with(form, |data| certificates(data, |all| all.push(stranger.clone())))),
        ("S2 no certificates", with(form, |data| certificates(data, Vec::clear))),
        ("S3 certificates of another", with(form, |data| certificates(data, |all| *all = vec![stranger.clone()]))),
        ("S4 a certificate less", with(form, |data| certificates(data, |all| drop(all.pop())))),
        (
            "S5 two signers",
            with(form, |data| {
                let one = data.signer_infos.0.as_slice()[0].clone();
                let mut other = one.clone();
                other.unsigned_attrs = beside(vec![attribute("1.2.3")]);
                data.signer_infos = SetOfVec::try_from(vec![one, other]).expect("two").into();
            }),
        ),
        ("S6 no signer", with(form, |data| data.signer_infos = SetOfVec::default().into())),
    ]
}

/// Attributes that no signature covers.
fn beside(attributes: Vec<Attribute>) -> Option<SetOfVec<Attribute>> {
    Some(SetOfVec::try_from(attributes).expect("a set"))
}

/// Containers with more or other things in them than a signature and a stamp.
pub fn other_content(form: &Signed) -> Attacks {
    vec![
        (
            "S7 a counter signature",
            with_signer(form, |one| one.unsigned_attrs = beside(vec![attribute("1.2.840.113549.1.9.6")])),
        ),
        (
            "S8 nonsense as a stamp",
            with_signer(form, |one| {
                one.unsigned_attrs = beside(vec![attribute("1.2.840.113549.1.9.16.2.14")]);
            }),
        ),
        (
            "S9 two attributes beside",
            with_signer(form, |one| {
                let two = vec![attribute("1.2.840.113549.1.9.16.2.14"), attribute("1.2.3")];
                one.unsigned_attrs = beside(two);
            }),
        ),
        (
            "S10 an attribute less",
            with_signer(form, |one| {
                let kept = one.signed_attrs.iter().flat_map(SetOfVec::iter).skip(1).cloned().collect::<Vec<_>>();
                one.signed_attrs = Some(SetOfVec::try_from(kept).expect("two"));
            }),
        ),
        ("S11 no attributes", with_signer(form, |one| one.signed_attrs = None)),
        ("S12 content inside", with(form, |data| data.encap_content_info.econtent = Some(Any::null()))),
        ("S13 other digest named", with(form, |data| data.digest_algorithms = SetOfVec::default())),
        (
            "S14 signature of zeros",
            with_signer(form, |one| {
                let zeros = vec![0; one.signature.as_bytes().len()];
                one.signature = der::asn1::OctetString::new(zeros).expect("bytes");
            }),
        ),
        ("S15 container of the second in the first", {
            let mut bytes = form.twice.clone();
            let ((from, to), (other, end)) = (container(&bytes[..form.signed]), container(&bytes));
            let taken = bytes[other..end].to_vec();
            let digits = taken.len().min(to - from);
            bytes[from..to].fill(b'0');
            bytes[from..from + digits].copy_from_slice(&taken[..digits]);
            bytes
        }),
    ]
}

/// Says to be one signer and signs as another.
struct Pretender(seal::Identity, seal::Identity);

impl SigningKey for Pretender {
    fn certificate(&self) -> &[u8] {
        self.0.certificate_der()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        self.1.sign(message)
    }
}

#[test]
fn containers_of_others_are_refused() {
    let once = super::signed_once();
    let (from, to) = container(&once);
    let key = signer("Zoë Voorbeeld", 1);
    let other = sign(&base(2001), &key, &request("Handtekening1", true)).expect("signs");
    let (other_from, other_to) = container(&other);
    let swapped = [&once[..from], &other[other_from..other_to], &once[to..]].concat();
    let twice = super::signed_twice();
    let (second_from, second_to) = container(&twice);
    let first_in_second = [
        &twice[..second_from],
        format!("{:0<width$}", String::from_utf8_lossy(&once[from..to]), width = second_to - second_from).as_bytes(),
        &twice[second_to..],
    ]
    .concat();
    let pretender = Pretender(signer("Zoë Voorbeeld", 1), signer("Bo Proef", 2));
    let namesake = Pretender(signer("Zoë Voorbeeld", 1), signer("Zoë Voorbeeld", 9));
    let pretend = |who: &Pretender| sign(&base(10), who, &request("Handtekening1", true)).expect("signs");
    for (name, bytes) in [
        ("container of another form", swapped),
        ("container of the first in the second", first_in_second),
        ("certificate of another", pretend(&pretender)),
        ("certificate of a namesake", pretend(&namesake)),
    ] {
        assert_eq!(check(&bytes).verdict, Verdict::Invalid, "{name}");
    }
    assert_eq!(check(&pretend(&pretender)).reasons[0], Reason::SignatureMismatch);
    let namesake = sign(&base(10), &signer("Zoë Voorbeeld", 9), &request("Handtekening1", true)).expect("signs");
    assert_eq!(check(&namesake).verdict, Verdict::ValidUntrusted);
}
