//! Validation data: what may be added after a signature for checking it long after, and what it proves.

mod forge;
mod tsa;

use forge::{
    append, find, find_last, form, key_bytes, key_file, lists, now, object, request, root, signed_once, trailer,
};
use seal::{
    Lacking, LaterChanges, Level, ListFault, Reason, Report, RevocationList, SealError, StampFault, Stamping, Trust,
    Verdict, add_validation_data, revoked_key, sign, sign_stamped, verify, verify_trusting,
};
use tsa::{Lie, Tsa, clock_root, stamped, stamped_under};

const ALL: &[&str] = &["root", "sub", "clock"];

/// The form with lists that all belong to it.
fn with(form: &[u8], names: &[&str]) -> Vec<u8> {
    let kept = add_validation_data(form, &lists(names)).expect("adds");
    assert_eq!(kept.used, vec![true; names.len()]);
    kept.pdf
}

fn lacking(form: &[u8], names: &[&str]) -> Vec<Lacking> {
    add_validation_data(form, &lists(names)).expect("adds").lacking
}

fn once() -> Vec<u8> {
    stamped(&form(500), &key_file("p256"), &request("Handtekening1", true), "tsa", Lie::None).pdf
}

fn check(pdf: &[u8]) -> Report {
    let own = forge::signer("Zoë Voorbeeld", 1).certificate_der;
    verify_trusting(pdf, &Trust { signers: &[root(), own], stamps: &[clock_root()] }, now())
}

#[test]
fn lists_of_all_authorities_make_a_stamped_signature_b_lt() {
    let kept = with(&once(), ALL);
    let report = check(&kept);
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]));
    let one = &report.signatures[0];
    assert_eq!((one.level, one.later_changes), (Level::BLT, LaterChanges::ValidationData));
    assert!(one.covers_whole_document);
    // A certificate of one's own making is nobody's to revoke.
    let own =
        stamped(&form(500), &forge::signer("Zoë Voorbeeld", 1), &request("Handtekening1", true), "tsa", Lie::None);
    assert_eq!(check(&with(&own.pdf, &["clock"])).signatures[0].level, Level::BLT);
    // Some lists are better than none, but do not make the level.
    let some = check(&with(&once(), &["sub"]));
    assert_eq!((some.verdict, some.signatures[0].level), (Verdict::Valid, Level::BT));
    let list = |name: &str| Lacking::List(name.to_owned());
    assert_eq!(lacking(&once(), &["sub"]), [list("Voorbeeld Tijdwortel"), list("Voorbeeld Wortel")]);
    assert_eq!(lacking(&once(), ALL), []);
}

#[test]
fn an_authority_that_is_at_hand_makes_the_way_up_whole() {
    let (service, key) = (Tsa::new("tsa", now(), Lie::Alone), key_file("p256"));
    let stamp = |authorities: &[Vec<u8>]| {
        stamped_under(&form(500), &key, &request("Handtekening1", true), &service, authorities).pdf
    };
    let kept = add_validation_data(&stamp(&[]), &lists(ALL)).expect("adds");
    assert_eq!(kept.used, [true, true, false]);
    assert_eq!(kept.lacking, [Lacking::Certificate("Voorbeeld Tijdwortel".to_owned())]);
    assert_eq!(check(&kept.pdf).signatures[0].level, Level::BT);
    assert_eq!(check(&with(&stamp(&[root(), clock_root()]), ALL)).signatures[0].level, Level::BLT);
}

#[test]
fn who_is_on_a_list_is_known_before_signing() {
    let on = |key: &str, names: &[&str]| {
        let found = revoked_key(&key_file(key), &lists(names)).expect("a certificate");
        found.map(|(place, since)| (place, since.to_rfc3339()))
    };
    let found = Some((1, "2025-06-02T00:00:00+00:00".to_owned()));
    assert_eq!(on("p256", &["root", "revoking"]), found);
    assert_eq!(on("alone", &["root", "revoking"]), found, "its issuer need not come along");
    assert_eq!(on("p384", &["root", "revoking", "clock_revoking"]), None);
    // A service that is on a list is not believed.
    let service = Tsa::new("tsa", now(), Lie::None);
    let ask = |request: &[u8]| service.answer(request);
    let stamp = |lists: &[RevocationList]| {
        let stamping = Stamping { service: &ask, nonce: [9; 16], authorities: &[], lists };
        sign_stamped(&form(500), &key_file("p256"), &request("Handtekening1", true), &stamping).expect("signs")
    };
    let refused = stamp(&lists(&["clock_revoking"]));
    assert_eq!((refused.stamp, check(&refused.pdf).signatures[0].level), (Err(StampFault::Revoked), Level::BB));
    assert_eq!(stamp(&lists(ALL)).stamp, Ok(now()));
}

#[test]
fn only_a_whole_list_is_read() {
    let fault = |bytes: &[u8]| RevocationList::read(bytes).err();
    let list = key_bytes("sub.crl");
    for bytes in [&b"no list"[..], &root(), b"", &list[..list.len() - 1], &[&list[..], b"\n"].concat()] {
        assert_eq!(fault(bytes), Some(ListFault::Unreadable));
    }
    assert_eq!(fault(&key_bytes("part.crl")), Some(ListFault::Unsupported));
    let read = RevocationList::read(&list).expect("a list");
    assert_eq!(read.until(), forge::moment("2025-07-01T00:00:00Z"));
}

#[test]
fn a_second_signature_may_follow_and_get_its_own_data() {
    let kept = with(&once(), ALL);
    let twice = stamped(&kept, &key_file("rsa2048"), &request("Handtekening2", false), "tsa_rsa", Lie::None).pdf;
    let report = check(&twice);
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]));
    let changes: Vec<_> = report.signatures.iter().map(|one| one.later_changes).collect();
    assert_eq!(changes, [LaterChanges::Signature, LaterChanges::None]);
    let kept_twice = with(&twice, &["clock"]);
    let report = check(&kept_twice);
    assert_eq!(report.verdict, Verdict::Valid);
    let levels: Vec<_> = report.signatures.iter().map(|one| (one.level, one.later_changes)).collect();
    assert_eq!(levels, [(Level::BLT, LaterChanges::Signature), (Level::BLT, LaterChanges::ValidationData)]);
    assert!(kept_twice.starts_with(&twice) && twice.starts_with(&kept));
    // Readers look at the last store alone: it holds all that the one before held.
    for name in ["root.crl", "sub.crl", "clock.crl"] {
        find(&kept_twice[twice.len()..], &key_bytes(name));
    }
}

#[test]
fn a_revoked_signer_is_not_trusted_and_a_list_of_others_is_not_taken() {
    let revoked = check(&with(&once(), &["root", "revoking", "clock"]));
    assert_eq!((revoked.verdict, revoked.reasons), (Verdict::ValidUntrusted, vec![Reason::Revoked]));
    let other = sign(&form(500), &key_file("p384"), &request("Handtekening1", true)).expect("signs");
    let not_revoked = check(&with(&other, &["revoking"]));
    assert_eq!(not_revoked.verdict, Verdict::Valid);
    for strangers in [&["clock"][..], &[], &["lasting", "clock_revoking"]] {
        let kept = add_validation_data(&other, &lists(strangers)).expect("a form");
        assert!(kept.pdf == other && kept.used == vec![false; strangers.len()], "{strangers:?}");
    }
    let mixed = add_validation_data(&other, &lists(&["clock", "sub", "sub"])).expect("adds");
    let kept = with(&other, &["sub"]);
    assert!(mixed.used == [false, true, true] && mixed.pdf == kept);
    for unfit in [form(500), kept, b"%PDF-1.7".to_vec()] {
        assert_eq!(add_validation_data(&unfit, &lists(&["sub"])).err(), Some(SealError::NotOurs));
    }
    assert_eq!(add_validation_data(&signed_once(), &lists(&["sub"])).map(|kept| kept.pdf), Ok(signed_once()));
}

#[test]
fn a_revoked_service_proves_no_time() {
    let kept = with(&once(), &["root", "sub", "clock_revoking"]);
    let report = check(&kept);
    assert_eq!((report.verdict, report.signatures[0].level), (Verdict::Valid, Level::BT));
    assert!(report.signatures[0].stamp.as_ref().is_some_and(|stamp| stamp.time.is_some() && !stamp.trusted));
    let later = forge::moment("2034-06-01T00:00:00Z");
    let report = verify_trusting(&kept, &Trust { signers: &[root()], stamps: &[clock_root()] }, later);
    assert_eq!((report.verdict, report.reasons), (Verdict::ValidUntrusted, vec![Reason::CertificateExpired]));
}

#[test]
fn nothing_hides_in_validation_data() {
    let before = once();
    let kept = with(&before, ALL);
    for bit in (before.len() * 8..kept.len() * 8).step_by(67) {
        let mut flipped = kept.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(verify(&flipped, &[root()], now()).verdict, Verdict::Invalid, "bit {bit}");
    }
    let catalog = object(&kept, trailer(&kept, "Root"));
    let (size, number) = (trailer(&before, "Size"), trailer(&before, "Root"));
    let list = |name: &str| {
        let der = key_bytes(name);
        [format!("<</Length {}>>\nstream\n", der.len()).as_bytes(), &der, b"\r\nendstream"].concat()
    };
    let store = format!("<</Type /DSS/Certs []/CRLs [{} 0 R ]>>", size + 1).into_bytes();
    let written = |store: &[u8], stream: Vec<u8>, more: &[(usize, Vec<u8>)]| {
        let mut objects = vec![(number, catalog.clone()), (size, store.to_vec()), (size + 1, stream)];
        objects.extend_from_slice(more);
        append(&before, &objects)
    };
    for (name, pdf) in [
        ("a list of a stranger", written(&store, list("p256.p12"), &[])),
        ("an object more", written(&store, list("sub.crl"), &[(size + 2, b"null".to_vec())])),
        ("the page besides", written(&store, list("sub.crl"), &[(1, object(&before, 1))])),
        ("a script besides", written(b"<</Type /DSS/Certs []/CRLs []/JS (x)>>", list("sub.crl"), &[])),
        ("twice", append(&kept, &[(number, catalog.clone())])),
        ("before any signature", {
            let bare = form(500);
            append(&bare, &[(number, catalog.clone()), (size, store.clone()), (size + 1, list("sub.crl"))])
        }),
        ("cut off", kept[..find_last(&kept, b"xref\n") - 3].to_vec()),
        ("data of another form", {
            let other = stamped(&form(501), &key_file("p384"), &request("Handtekening1", true), "tsa", Lie::None).pdf;
            let other_kept = with(&other, ALL);
            [&before[..], &other_kept[other.len()..]].concat()
        }),
    ] {
        assert_eq!(check(&pdf).verdict, Verdict::Invalid, "{name}");
    }
    assert!(find(&kept, b"/ESIC") > before.len());
}
