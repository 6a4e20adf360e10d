//! Validation data: what may be added after a signature for checking it long after, and what it proves.

mod forge;
mod tsa;

use forge::{append, find, find_last, form, key_bytes, key_file, now, object, request, root, signed_once, trailer};
use seal::{
    LaterChanges, Level, Reason, Report, SealError, Trust, Verdict, add_validation_data, sign, verify, verify_trusting,
};
use tsa::{Lie, clock_root, stamped};

fn lists(names: &[&str]) -> Vec<Vec<u8>> {
    names.iter().map(|name| key_bytes(&format!("{name}.crl"))).collect()
}

fn all_lists() -> Vec<Vec<u8>> {
    lists(&["root", "sub", "clock"])
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
    let kept = add_validation_data(&once(), &all_lists()).expect("adds");
    let report = check(&kept);
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]));
    let one = &report.signatures[0];
    assert_eq!((one.level, one.later_changes), (Level::BLT, LaterChanges::ValidationData));
    assert!(one.covers_whole_document);
    // Some lists are better than none, but do not make the level.
    let some = check(&add_validation_data(&once(), &lists(&["sub"])).expect("adds"));
    assert_eq!((some.verdict, some.signatures[0].level), (Verdict::Valid, Level::BT));
}

#[test]
fn a_second_signature_may_follow_and_get_its_own_data() {
    let kept = add_validation_data(&once(), &all_lists()).expect("adds");
    let twice = stamped(&kept, &key_file("rsa2048"), &request("Handtekening2", false), "tsa_rsa", Lie::None).pdf;
    let report = check(&twice);
    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]));
    let changes: Vec<_> = report.signatures.iter().map(|one| one.later_changes).collect();
    assert_eq!(changes, [LaterChanges::Signature, LaterChanges::None]);
    let kept_twice = add_validation_data(&twice, &all_lists()).expect("adds");
    let report = check(&kept_twice);
    assert_eq!(report.verdict, Verdict::Valid);
    let levels: Vec<_> = report.signatures.iter().map(|one| (one.level, one.later_changes)).collect();
    assert_eq!(levels, [(Level::BLT, LaterChanges::Signature), (Level::BLT, LaterChanges::ValidationData)]);
    assert!(kept_twice.starts_with(&twice) && twice.starts_with(&kept));
}

#[test]
fn a_revoked_signer_is_not_trusted_and_a_list_of_others_is_not_taken() {
    let revoked = check(&add_validation_data(&once(), &lists(&["root", "revoking", "clock"])).expect("adds"));
    assert_eq!((revoked.verdict, revoked.reasons), (Verdict::ValidUntrusted, vec![Reason::Revoked]));
    let other = sign(&form(500), &key_file("p384"), &request("Handtekening1", true)).expect("signs");
    let not_revoked = check(&add_validation_data(&other, &lists(&["revoking"])).expect("adds"));
    assert_eq!(not_revoked.verdict, Verdict::Valid);
    for wrong in [lists(&["sub", "clock"]), vec![], vec![b"no list".to_vec()], vec![root()]] {
        assert_eq!(add_validation_data(&other, &wrong).err(), Some(SealError::ValidationData));
    }
    let kept = add_validation_data(&other, &lists(&["sub"])).expect("adds");
    for unfit in [form(500), kept, b"%PDF-1.7".to_vec()] {
        assert_eq!(add_validation_data(&unfit, &lists(&["sub"])).err(), Some(SealError::NotOurs));
    }
    assert_eq!(add_validation_data(&signed_once(), &lists(&["sub"])).err(), Some(SealError::ValidationData));
}

#[test]
fn a_revoked_service_proves_no_time() {
    let kept = add_validation_data(&once(), &lists(&["root", "sub", "clock_revoking"])).expect("adds");
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
    let kept = add_validation_data(&before, &all_lists()).expect("adds");
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
    let with = |store: &[u8], stream: Vec<u8>, more: &[(usize, Vec<u8>)]| {
        let mut objects = vec![(number, catalog.clone()), (size, store.to_vec()), (size + 1, stream)];
        objects.extend_from_slice(more);
        append(&before, &objects)
    };
    for (name, pdf) in [
        ("a list of a stranger", with(&store, list("p256.p12"), &[])),
        ("an object more", with(&store, list("sub.crl"), &[(size + 2, b"null".to_vec())])),
        ("the page besides", with(&store, list("sub.crl"), &[(1, object(&before, 1))])),
        ("a script besides", with(b"<</Type /DSS/Certs []/CRLs []/JS (x)>>", list("sub.crl"), &[])),
        ("twice", append(&kept, &[(number, catalog.clone())])),
        ("before any signature", {
            let bare = form(500);
            append(&bare, &[(number, catalog.clone()), (size, store.clone()), (size + 1, list("sub.crl"))])
        }),
        ("cut off", kept[..find_last(&kept, b"xref\n") - 3].to_vec()),
        ("data of another form", {
            let other = stamped(&form(501), &key_file("p384"), &request("Handtekening1", true), "tsa", Lie::None).pdf;
            let other_kept = add_validation_data(&other, &all_lists()).expect("adds");
            [&before[..], &other_kept[other.len()..]].concat()
        }),
    ] {
        assert_eq!(check(&pdf).verdict, Verdict::Invalid, "{name}");
    }
    assert!(find(&kept, b"/ESIC") > before.len());
}
