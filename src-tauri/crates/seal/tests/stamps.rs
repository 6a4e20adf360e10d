//! Time stamps: taken only when they hold, and checked as strictly later.

mod forge;
mod tsa;

use forge::{KEY_FILES, form, key_file, moment, now, request, root, signer};
use seal::{Level, Reason, StampFault, Stamping, Trust, Verdict, facts, sign, sign_stamped, verify, verify_trusting};
use tsa::{Lie, Tsa, clock_root, stamped, stamped_under};

fn signed_by(key: &str, tsa: &str, lie: Lie) -> seal::Stamped {
    stamped(&form(500), &key_file(key), &request("Handtekening1", true), tsa, lie)
}

#[test]
fn every_kind_of_key_can_be_stamped_once_and_twice() {
    let (signers, stamps) = ([root()], [clock_root()]);
    let trust = Trust { signers: &signers, stamps: &stamps };
    for (key, tsa) in KEY_FILES.into_iter().zip(["tsa", "tsa_rsa", "tsa", "tsa_rsa"]) {
        let once = signed_by(key, tsa, Lie::None);
        assert_eq!(once.stamp, Ok(now()), "{key}");
        let twice = stamped(&once.pdf, &key_file("p256"), &request("Handtekening2", false), tsa, Lie::None).pdf;
        for (pdf, count) in [(&once.pdf, 1), (&twice, 2)] {
            let report = verify_trusting(pdf, &trust, now());
            assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]), "{key}");
            assert_eq!(report.signatures.len(), count);
            for status in &report.signatures {
                let stamp = status.stamp.as_ref().expect("stamped");
                assert_eq!((status.level, stamp.time, stamp.trusted), (Level::BT, Some(now()), true));
                assert!(stamp.authority.starts_with("Voorbeeld Tijd"));
            }
        }
        // Whoever may stamp may not sign, nor the other way round.
        let report = verify(&once.pdf, &stamps, now());
        assert_eq!(report.verdict, Verdict::ValidUntrusted);
        let report = verify_trusting(&once.pdf, &Trust { signers: &signers, stamps: &signers }, now());
        assert_eq!(report.verdict, Verdict::Valid);
        assert!(report.signatures[0].stamp.as_ref().is_some_and(|stamp| stamp.time.is_some() && !stamp.trusted));
    }
}

#[test]
fn a_service_that_lies_or_fails_is_found_out_and_the_form_is_signed_without() {
    for (tsa, lie, fault) in [
        ("tsa", Lie::Silence, StampFault::Unreachable),
        ("tsa", Lie::Nonsense, StampFault::Unreadable),
        ("tsa", Lie::Refusal, StampFault::Refused),
        ("tsa", Lie::OtherImprint, StampFault::WrongImprint),
        ("tsa", Lie::OtherNonce, StampFault::WrongNonce),
        ("tsa", Lie::NoNonce, StampFault::WrongNonce),
        ("tsa", Lie::Hours(2), StampFault::TimeOff),
        ("tsa", Lie::Hours(-2), StampFault::TimeOff),
        ("tsa", Lie::Hours(24 * 365 * 20), StampFault::OutsidePeriod),
        ("tsa", Lie::OtherContent, StampFault::BadSignature),
        ("tsa", Lie::OtherSignature, StampFault::BadSignature),
        ("tsa", Lie::NoCertificate, StampFault::Certificate),
        ("tsa", Lie::NamesAnother, StampFault::Certificate),
        ("tsa_not_critical", Lie::None, StampFault::NotForStamping),
        ("tsa_not_only", Lie::None, StampFault::NotForStamping),
        ("p256", Lie::None, StampFault::NotForStamping),
        ("tsa_expired", Lie::None, StampFault::OutsidePeriod),
    ] {
        let made = signed_by("p256", tsa, lie);
        assert_eq!(made.stamp, Err(fault), "{tsa} {lie:?}");
        let report = verify(&made.pdf, &[root()], now());
        assert_eq!((report.verdict, report.signatures[0].level), (Verdict::Valid, Level::BB));
        assert_eq!(report.signatures[0].stamp, None);
    }
}

#[test]
fn what_a_stamp_brings_along_is_put_in_order_and_without_proof_left_out() {
    for lie in [Lie::StrayCertificate, Lie::Huge, Lie::Reversed] {
        assert_eq!(signed_by("p256", "tsa", lie).pdf, signed_by("p256", "tsa", Lie::None).pdf);
    }
}

#[test]
fn a_damaged_answer_gives_the_same_stamp_or_none() {
    let (service, key, request) = (Tsa::new("tsa", now(), Lie::None), key_file("p256"), request("Handtekening1", true));
    let base = form(10);
    let with = |damage: &dyn Fn(&mut Vec<u8>)| {
        let ask = |request: &[u8]| {
            let mut answer = service.answer(request)?;
            damage(&mut answer);
            Ok(answer)
        };
        let stamping = Stamping { service: &ask, nonce: [0xFF; 16], authorities: &[], lists: &[] };
        sign_stamped(&base, &key, &request, &stamping).expect("signs")
    };
    let whole = with(&|_| {});
    assert_eq!(whole.stamp, Ok(now()));
    for place in (0..1500).step_by(5) {
        let flipped = with(&|answer| {
            let at = place % answer.len();
            answer[at] ^= 1 << (place % 8);
        });
        // What is left out of the token, or not of it, may be damaged.
        assert!(flipped.stamp.is_err() || flipped.pdf.len() == whole.pdf.len(), "byte {place}");
        assert_eq!(verify(&flipped.pdf, &[root()], now()).verdict, Verdict::Valid, "byte {place}");
        assert!(with(&|answer| answer.truncate(place % answer.len())).stamp.is_err());
    }
}

#[test]
fn a_service_without_its_authorities_gets_them_from_who_knows_them() {
    let (alone, request) = (Tsa::new("tsa", now(), Lie::Alone), request("Handtekening1", true));
    let made =
        |authorities: &[Vec<u8>]| stamped_under(&form(500), &key_file("p256"), &request, &alone, authorities).pdf;
    assert_eq!(made(&[clock_root()]), signed_by("p256", "tsa", Lie::None).pdf);
    let trusts = |pdf: &[u8], stamps: &[Vec<u8>]| {
        let report = verify_trusting(pdf, &Trust { signers: &[root()], stamps }, now());
        assert_eq!(report.verdict, Verdict::Valid);
        report.signatures[0].stamp.as_ref().is_some_and(|stamp| stamp.trusted)
    };
    let print = facts(&clock_root()).expect("can be read").fingerprint.into_bytes();
    assert!(trusts(&made(&[clock_root()]), std::slice::from_ref(&print)));
    assert!(trusts(&made(&[]), &[clock_root()]));
    assert!(!trusts(&made(&[]), &[print]), "a fingerprint alone cannot say who issued");
}

#[test]
fn a_trusted_stamp_keeps_a_signature_after_its_certificate_expired() {
    let later = moment("2034-06-01T00:00:00Z");
    let (signers, stamps) = ([root()], [clock_root()]);
    let made = signed_by("p384", "tsa", Lie::None).pdf;
    let proven = verify_trusting(&made, &Trust { signers: &signers, stamps: &stamps }, later);
    assert_eq!((proven.verdict, &proven.reasons[..]), (Verdict::Valid, &[][..]));
    let unproven = verify(&made, &signers, later);
    assert_eq!((unproven.verdict, unproven.reasons), (Verdict::ValidUntrusted, vec![Reason::CertificateExpired]));
}

#[test]
fn a_stamp_of_another_signature_does_not_hold() {
    // Signatures of RSA are all of one length.
    let one = signed_by("p256", "tsa_rsa", Lie::None).pdf;
    let other = stamped(&form(501), &key_file("p256"), &request("Handtekening1", true), "tsa_rsa", Lie::None).pdf;
    let (own, foreign) = (token(&one), token(&other));
    assert_eq!(own.1 - own.0, foreign.1 - foreign.0);
    let mut swapped = one.clone();
    swapped[own.0..own.1].copy_from_slice(&other[foreign.0..foreign.1]);
    let report = verify(&swapped, &[root()], now());
    assert_eq!(
        (report.verdict, &report.reasons[..]),
        (Verdict::Invalid, &[Reason::StampBroken, Reason::UntrustedSigner][..])
    );
    let stamp = report.signatures[0].stamp.as_ref().expect("a stamp is there");
    assert_eq!((stamp.fault, stamp.time), (Some(StampFault::WrongImprint), None));
    assert_eq!(report.signatures[0].level, Level::BB);
}

/// Where the stamp stands, in hexadecimal digits, from its attribute's name on.
fn token(pdf: &[u8]) -> (usize, usize) {
    let name = b"060b2a864886f70d010910020e";
    let from = forge::find(pdf, name);
    // A set follows, its length in two bytes.
    let set = from + name.len();
    let length = std::str::from_utf8(&pdf[set + 4..set + 8]).expect("digits");
    let length = usize::from_str_radix(length, 16).expect("a length");
    assert_eq!(&pdf[set..set + 4], b"3182");
    (from, set + 8 + 2 * length)
}

#[test]
fn signatures_with_and_without_a_stamp_go_together() {
    let own = signer("Zoë Voorbeeld", 1);
    let trust = [root(), own.certificate_der.clone()];
    let plain = sign(&form(500), &own, &request("Handtekening1", true)).expect("signs");
    let mixed = stamped(&plain, &key_file("rsa2048"), &request("Handtekening2", false), "tsa", Lie::None).pdf;
    let report = verify(&mixed, &trust, now());
    assert_eq!(report.verdict, Verdict::Valid);
    let levels: Vec<_> = report.signatures.iter().map(|one| one.level).collect();
    assert_eq!(levels, [Level::BB, Level::BT]);
}
