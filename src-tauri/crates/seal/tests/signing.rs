//! Signing and checking forms that nobody tampered with.

mod forge;

use forge::{ATTACHED, form, now, request, signed_once, signed_twice, signer, trusted};
use seal::{
    Identity, LaterChanges, Reason, SealError, SigningKey, Verdict, embedded_file, first_revision, sign, verify,
};

#[test]
fn one_signature_is_valid_and_covers_everything() {
    let report = verify(&signed_once(), &trusted(), now());
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]));
    let one = &report.signatures[0];
    assert_eq!((one.signer.as_str(), one.time), ("Zoë Voorbeeld", Some(now())));
    assert!(one.intact && one.valid && one.trusted && one.covers_whole_document);
    assert_eq!(one.later_changes, LaterChanges::None);
    assert_eq!(one.fingerprint, signer("Zoë Voorbeeld", 1).fingerprint());
}

#[test]
fn two_signatures_are_valid_and_the_first_knows_of_the_second() {
    let report = verify(&signed_twice(), &trusted(), now());
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]));
    let changes: Vec<_> = report.signatures.iter().map(|one| (one.later_changes, one.covers_whole_document)).collect();
    assert_eq!(changes, [(LaterChanges::Signature, false), (LaterChanges::None, true)]);
}

#[test]
fn a_signature_without_certifying_is_valid_too() {
    let signed = sign(&form(500), &signer("Zoë Voorbeeld", 1), &request("Handtekening1", false)).expect("signs");
    assert_eq!(verify(&signed, &trusted(), now()).verdict, Verdict::Valid);
}

#[test]
fn trust_is_given_by_certificate_or_fingerprint_and_is_needed() {
    let signed = signed_once();
    let print = signer("Zoë Voorbeeld", 1).fingerprint();
    let raw: Vec<u8> =
        (0..32).map(|at| u8::from_str_radix(&print[2 * at..2 * at + 2], 16).expect("hexadecimal")).collect();
    for trust in [print.clone().into_bytes(), print.to_uppercase().into_bytes(), raw] {
        assert_eq!(verify(&signed, &[trust], now()).verdict, Verdict::Valid);
    }
    for trust in [vec![], vec![signer("Bo Proef", 2).certificate_der], vec![vec![]], vec![vec![0; 32]]] {
        let report = verify(&signed, &trust, now());
        assert_eq!((report.verdict, report.reasons), (Verdict::ValidUntrusted, vec![Reason::UntrustedSigner]));
    }
}

#[test]
fn an_unsigned_form_is_called_unsigned() {
    let report = verify(&form(500), &trusted(), now());
    assert_eq!((report.verdict, report.reasons), (Verdict::Unsigned, vec![Reason::Unsigned]));
}

#[test]
fn the_base_comes_back_byte_for_byte() {
    let base = form(2000);
    assert!(!base.ends_with(b"\n"));
    let with_newline = [&base[..], b"\n"].concat();
    for base in [base, with_newline] {
        let signed = sign(&base, &signer("Zoë Voorbeeld", 1), &request("Handtekening1", true)).expect("signs");
        assert!(signed.starts_with(&base));
        assert_eq!(first_revision(&signed), Some(&base[..]));
        assert_eq!(first_revision(&base), Some(&base[..]));
        assert_eq!(verify(&signed, &trusted(), now()).verdict, Verdict::Valid);
    }
    assert_eq!(first_revision(b"%PDF-1.4 of others"), None);
}

#[test]
fn the_attached_file_comes_out_of_the_base() {
    for bytes in [form(10), signed_once(), signed_twice()] {
        assert_eq!(embedded_file(&bytes, "oordeel.json"), Some(ATTACHED.repeat(8)));
        assert_eq!(embedded_file(&bytes, "ander.json"), None);
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    assert_eq!(signed_twice(), signed_twice());
}

#[test]
fn fields_are_signed_once_and_in_order() {
    let key = signer("Zoë Voorbeeld", 1);
    let refused = |bytes: &[u8], field: &str, certify| sign(bytes, &key, &request(field, certify)).err();
    assert_eq!(refused(&form(10), "Handtekening2", false), Some(SealError::WrongOrder));
    assert_eq!(refused(&form(10), "Handtekening3", false), Some(SealError::UnknownField));
    assert_eq!(refused(&signed_once(), "Handtekening1", false), Some(SealError::FieldTaken));
    assert_eq!(refused(&signed_once(), "Handtekening2", true), Some(SealError::WrongOrder));
    assert_eq!(refused(b"%PDF-1.7\nno form", "Handtekening1", false), Some(SealError::NotOurs));
    assert_eq!(refused(&[&signed_once()[..], b"x"].concat(), "Handtekening2", false), Some(SealError::NotOurs));
}

#[test]
fn signing_needs_a_certificate_of_that_time_and_a_font() {
    let key = signer("Zoë Voorbeeld", 1);
    for (time, why) in [("2024-12-31T23:59:59Z", SealError::NotYetValid), ("2030-01-01T00:00:01Z", SealError::Expired)]
    {
        let mut late = request("Handtekening1", true);
        late.time = forge::moment(time);
        assert_eq!(sign(&form(10), &key, &late).err(), Some(why));
    }
    let mut fontless = request("Handtekening1", true);
    fontless.appearance.font = b"no font";
    assert_eq!(sign(&form(10), &key, &fontless).err(), Some(SealError::Font));
}

#[test]
fn odd_words_do_not_break_a_signature() {
    for line in ["", "\u{0}\u{7}", "漢字 🙂", "a)b\\(c<d>", &"lang ".repeat(400)] {
        let mut odd = request("Handtekening1", true);
        odd.reason = line;
        odd.location = "";
        odd.appearance.lines = vec![line.to_owned()];
        let signed = sign(&form(10), &signer("Zoë Voorbeeld", 1), &odd).expect("signs");
        assert_eq!(verify(&signed, &trusted(), now()).verdict, Verdict::Valid);
    }
}

#[test]
fn a_key_survives_storage_and_only_with_its_own_certificate() {
    let one = signer("Zoë Voorbeeld", 1);
    let other = signer("Bo Proef", 2);
    let again = Identity::from_parts(&one.to_pkcs8(), &one.certificate_der).expect("belongs together");
    assert_eq!(again.subject_name(), "Zoë Voorbeeld");
    assert_eq!(again.sign(b"m"), one.sign(b"m"));
    assert_eq!(Identity::from_parts(&one.to_pkcs8(), &other.certificate_der).err(), Some(SealError::Certificate));
    assert_eq!(Identity::from_parts(b"x", &one.certificate_der).err(), Some(SealError::Key));
    assert!(!format!("{one:?}").contains("key"));
}

#[test]
fn names_that_fit_no_certificate_are_refused() {
    for name in ["", "   ", "a\u{0}b", &"x".repeat(65)] {
        let made = Identity::create(name, "Voorbeeld", now(), &mut forge::bytes_from(3));
        assert_eq!(made.err(), Some(SealError::Name));
    }
    let stuck = Identity::create("Zoë", "Voorbeeld", now(), &mut |bytes: &mut [u8]| bytes.fill(0));
    assert_eq!(stuck.err(), Some(SealError::Random));
}

#[test]
fn time_passing_costs_trust_and_a_wrong_clock_validity() {
    let signed = signed_once();
    let later = verify(&signed, &trusted(), forge::moment("2031-01-01T00:00:00Z"));
    assert_eq!((later.verdict, later.reasons), (Verdict::ValidUntrusted, vec![Reason::CertificateExpired]));
    let earlier = verify(&signed, &trusted(), forge::moment("2025-06-10T00:00:00Z"));
    assert_eq!(earlier.verdict, Verdict::Invalid);
    assert!(earlier.reasons.contains(&Reason::InFuture));
}
