//! Attacks by somebody who can sign: the bytes are changed and the container made anew, so every digest fits.
//!
//! Only the rules on the shape of a signature stand in the way here, and the rules on certificates.

#[path = "../tests/forge/mod.rs"]
mod forge;

use x509_cert::ext::pkix::{KeyUsage, KeyUsages};

use crate::container::Sealer;
use crate::identity::Identity;
use crate::report::{Reason, Verdict};
use crate::{SealError, SigningKey, sign, verify};
use forge::{find, find_last, now, replace, request, signed_once, signed_twice, signer, trusted};

/// Makes the newest container anew over the bytes as they are.
fn seal_again(mut bytes: Vec<u8>, key: &dyn SigningKey) -> Vec<u8> {
    let from = find_last(&bytes, b"/Contents <") + 10;
    let to = from + find(&bytes[from..], b">") + 1;
    let sealer = Sealer::new(key).expect("BUG: a key of ours");
    let digest = sealer.hash().of(&[&bytes[..from], &bytes[to..]]);
    let made = sealer.seal(&digest, |_| None).expect("BUG: seals");
    let digits: String = made.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes[from + 1..to - 1].fill(b'0');
    bytes[from + 1..from + 1 + digits.len()].copy_from_slice(digits.as_bytes());
    bytes
}

fn in_last(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len(), "offsets stay");
    let at = find_last(bytes, old);
    [&bytes[..at], new, &bytes[at + old.len()..]].concat()
}

#[test]
fn sealing_again_without_a_change_is_valid() {
    let again = seal_again(signed_once(), &signer("Zoë Voorbeeld", 1));
    assert_eq!(again, signed_once());
}

#[test]
fn a_signer_cannot_bring_along_more_than_a_signature() {
    let key = signer("Zoë Voorbeeld", 1);
    let once = signed_once();
    let changes: [(&[u8], &[u8]); 16] = [
        (b"/P 2 /V", b"/P 3 /V"),
        (b"/TransformMethod /DocMDP", b"/TransformMethod /UR3   "),
        (b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached"),
        (b"/Filter /Adobe.PPKLite", b"/Filter /Adobe.PPKMS  "),
        (b"/Type /Sig /Filter", b"/Type /Sag /Filter"),
        (b"/Location <FEFF", b"/Changes  <FEFF"),
        (b"/M (D:20250612134500Z)", b"/M (D:20250612134500 )"),
        (b"/M (D:20250612134500Z)", b"/M (D:20251312134500Z)"),
        (b"/Resources <</Font <<", b"/Resources <</Fant <<"),
        (b"/Subtype /Form /BBox", b"/Subtype /PS   /BBox"),
        (b"/Type /XObject /Sub", b"/OPI  /XObject /Sub"),
        (b"/AP <</N", b"/AP <</D"),
        (b"/Perms <</DocMDP", b"/Perms <</DocURX"),
        (b"/Lang (nl-NL)", b"/Lang (fr-FR)"),
        (b"/TU (Handtekening)", b"/TU (handtekening)"),
        (b"/F0 ", b"/F0\x0c"),
    ];
    for (old, new) in changes {
        let report = verify(&seal_again(in_last(&once, old, new), &key), &trusted(), now());
        assert_eq!(report.verdict, Verdict::Invalid, "{}", String::from_utf8_lossy(new));
    }
    // The look may not lean on what was there before.
    let font = find_last(&once, b"/F0 ") + 4;
    let digits = once[font..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut leaning = once.clone();
    leaning[font..font + digits].copy_from_slice(format!("{:<digits$}", 4).as_bytes());
    assert_eq!(verify(&seal_again(leaning, &key), &trusted(), now()).verdict, Verdict::Invalid);
}

#[test]
fn the_second_signer_cannot_change_what_the_first_signed() {
    let twice = signed_twice();
    let key = signer("Bo Proef", 2);
    for (old, new) in
        [(&b"D:20250612134500Z"[..], &b"D:20240612134500Z"[..]), (b"D:20250612134500Z", b"D:20260612134500Z")]
    {
        let report = verify(&seal_again(in_last(&twice, old, new), &key), &trusted(), now());
        assert_eq!(report.verdict, Verdict::Invalid);
    }
    let first = replace(&twice, b"D:20250612134500Z", b"D:20250612134501Z");
    let report = verify(&seal_again(first, &key), &trusted(), now());
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Invalid, &[Reason::DigestMismatch][..]));
    assert!(!report.signatures[0].intact && report.signatures[1].intact);
}

#[test]
fn the_second_field_cannot_come_first() {
    // The first field's signature, on a base where the fields stand the other way round, moved to the usual base.
    let base = forge::form(2000);
    let key = signer("Zoë Voorbeeld", 1);
    let once = sign(&base, &key, &request("Handtekening1", false)).expect("signs");
    let widget = |number: &str| {
        let at = find(&base, format!("\n{number} 0 obj\n").as_bytes()) + 1;
        let end = at + find(&base[at..], b"endobj");
        String::from_utf8(base[at..end].to_vec()).expect("a widget is text")
    };
    let (first, second) = (widget("6"), widget("8"));
    let written = base.len() + find(&once[base.len()..], b"6 0 obj\n<<");
    let (start, end) = (written, written + find(&once[written..], b"/V "));
    let kept = second.replace("/AP<</N 7 0 R>>", "");
    let kept = kept.trim_end().strip_suffix(">>").expect("a dictionary");
    let room = end - start;
    assert!(kept.len() <= room && first.len() == second.len() - 1, "fits the place of the other");
    let mut bytes = once.clone();
    bytes[start..end].copy_from_slice(format!("{kept:<room$}").as_bytes());
    let table = find_last(&bytes, b"\n6 1\n") + 1;
    bytes[table] = b'8';
    // The table now lists the field before the rest, as it should.
    let report = verify(&seal_again(bytes, &key), &trusted(), now());
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Invalid, &[Reason::WrongOrder][..]));
}

#[test]
fn certificates_must_be_meant_for_signing() {
    for (usages, verdict) in [
        (KeyUsage(KeyUsages::KeyEncipherment.into()), Verdict::Invalid),
        (KeyUsage(KeyUsages::KeyCertSign | KeyUsages::CRLSign), Verdict::Invalid),
        (KeyUsage(KeyUsages::NonRepudiation.into()), Verdict::Valid),
        (KeyUsage(KeyUsages::DigitalSignature.into()), Verdict::Valid),
    ] {
        let mut random = forge::bytes_from(4);
        let key = Identity::with_usages("Zoë Voorbeeld", "Voorbeeld", now(), &mut random, usages).expect("BUG: a key");
        let refused = sign(&forge::form(10), &key, &request("Handtekening1", true)).err();
        assert_eq!(refused, (verdict == Verdict::Invalid).then_some(SealError::NotForSigning));
        let report = verify(&seal_again(signed_once(), &key), &[key.certificate_der().to_vec()], now());
        assert_eq!(report.verdict, verdict);
        assert_eq!(report.reasons.contains(&Reason::KeyUsage), verdict == Verdict::Invalid);
    }
}

#[test]
fn a_signature_outside_its_certificates_period_is_invalid() {
    let key = signer("Zoë Voorbeeld", 1);
    for year in ["2024", "2031"] {
        let moved = in_last(&signed_once(), b"(D:2025", format!("(D:{year}").as_bytes());
        let report = verify(&seal_again(moved, &key), &trusted(), forge::moment("2031-07-01T00:00:00Z"));
        assert_eq!(report.verdict, Verdict::Invalid);
        assert!(report.reasons.contains(&Reason::OutsideCertificatePeriod));
    }
}
