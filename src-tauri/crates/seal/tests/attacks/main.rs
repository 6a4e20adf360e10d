//! Attacks on signed forms, named by kind, as one table; none may pass.
//!
//! Kinds as in the literature on PDF signatures: changed bytes (digest), incremental saving, certification, fields,
//! catalog and information, universal forgery, wrapping, containers, shadow content. Each is made from forms signed with
//! several kinds of key, with and without a time stamp and validation data.

mod appended;
mod containers;
#[path = "../forge/mod.rs"]
mod forge;
mod forged;
mod shadow;
#[path = "../tsa/mod.rs"]
mod tsa;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::time::SystemTime;

use forge::{KEY_FILES, form, key_file, lists, now, request, root, signed_once, signed_twice, signer, trusted};
use seal::{LaterChanges, Report, Trust, Verdict, add_validation_data, sign, verify_trusting};
use tsa::{Lie, clock_root, stamped};

/// Attacks with their names.
pub type Attacks = Vec<(&'static str, Vec<u8>)>;

/// A form to attack.
pub struct Signed {
    name: &'static str,
    /// Signed once, certifying.
    pub once: Vec<u8>,
    /// Where the revision of the first signature ends.
    pub signed: usize,
    /// Signed by a second.
    pub twice: Vec<u8>,
}

/// Makes the attacks of one kind.
type Kind = (&'static str, fn(&Signed) -> Attacks);

/// Kinds of attack.
const KINDS: [Kind; 11] = [
    ("digest", forged::digest),
    ("universal forgery", forged::universal_forgery),
    ("wrapping", forged::wrapping),
    ("incremental saving", appended::incremental_saving),
    ("certification and fields", appended::certification_and_fields),
    ("fields swapped", appended::swapped_fields),
    ("catalog and chain", appended::catalog_and_chain),
    ("information and metadata", appended::information_and_metadata),
    ("containers: holders", containers::other_holders),
    ("containers: content", containers::other_content),
    ("shadow content", shadow::shown_later),
];

/// Those trusted to sign; read once, since opening a key file takes longer than any check.
static SIGNERS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| [trusted(), vec![root()]].concat());
/// Those trusted to stamp.
static SERVICES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| vec![clock_root()]);

/// Checks as a user would who trusts every signer and service of the tests.
pub fn check(bytes: &[u8]) -> Report {
    verify_trusting(bytes, &Trust { signers: &SIGNERS, stamps: &SERVICES }, now())
}

fn forms() -> Vec<Signed> {
    let base = form(2000);
    let (first, second) = (request("Handtekening1", true), request("Handtekening2", false));
    let plain = |name: &'static str, once: Vec<u8>| {
        let twice = sign(&once, &signer("Bo Proef", 2), &second).expect("signs");
        Signed { name, signed: once.len(), once, twice }
    };
    let file = |name: &str| sign(&base, &key_file(name), &first).expect("signs");
    let stamp = |name: &str| stamped(&base, &key_file(name), &first, "tsa", Lie::None).pdf;
    let mut kept = plain("validation data", stamp("p384"));
    kept.once = add_validation_data(&kept.once, &lists(&["sub", "clock"])).expect("adds").pdf;
    kept.twice = sign(&kept.once, &key_file("rsa2048"), &second).expect("signs");
    vec![
        Signed { name: "own key", once: signed_once(), signed: signed_once().len(), twice: signed_twice() },
        plain("P-384", file("p384")),
        plain("RSA", file("rsa2048")),
        plain("time stamp", stamp("p256")),
        kept,
    ]
}

#[test]
fn no_attack_passes() {
    for form in forms() {
        for (pdf, count) in [(&form.once, 1), (&form.twice, 2)] {
            let report = check(pdf);
            assert_eq!((report.verdict, report.signatures.len()), (Verdict::Valid, count), "{}", form.name);
        }
        let mut count = 0;
        for (kind, attacks) in KINDS {
            for (name, bytes) in attacks(&form) {
                let report = check(&bytes);
                let about = format!("{} of {kind} on {}", name, form.name);
                assert!(bytes != form.once && bytes != form.twice, "{about} changes nothing");
                assert_eq!(report.verdict, Verdict::Invalid, "{about}: {:?}", report.reasons);
                assert!(!report.reasons.is_empty(), "{about}: without a reason");
                let whole = report.signatures.iter().any(|one| one.covers_whole_document && one.valid && one.intact);
                assert!(!whole || report.signatures.len() > 1, "{about}: called whole");
                count += 1;
            }
        }
        assert!(count >= 90, "{}: only {count} attacks", form.name);
    }
}

#[test]
fn what_was_appended_is_told_apart_from_what_was_signed() {
    for form in forms() {
        for (name, bytes) in appended::incremental_saving(&form) {
            let report = check(&bytes);
            assert!(report.signatures[0].intact, "{name}");
            assert_eq!(report.signatures[0].later_changes, LaterChanges::Suspicious, "{name}");
        }
    }
}

#[test]
fn every_good_form_is_accepted() {
    let base = form(700);
    for one in KEY_FILES {
        for two in KEY_FILES {
            for (first, second) in [(false, false), (false, true), (true, false), (true, true)] {
                let put = |base: &[u8], key: &str, field: &str, with: bool| match with {
                    false => sign(base, &key_file(key), &request(field, field == "Handtekening1")).expect("signs"),
                    true => stamped(base, &key_file(key), &request(field, false), "tsa_rsa", Lie::None).pdf,
                };
                let once = put(&base, one, "Handtekening1", first);
                let twice = put(&once, two, "Handtekening2", second);
                for pdf in [once, twice] {
                    let report = check(&pdf);
                    assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]), "{one} {two}");
                }
            }
        }
    }
}

#[test]
fn broken_files_are_refused() {
    for form in forms() {
        let (once, twice) = (&form.once, &form.twice);
        let half = &twice[..once.len() + (twice.len() - once.len()) / 2];
        let cuts =
            [&twice[..twice.len() - 1], &twice[..twice.len() - 7], half, &once[..once.len() / 2], &once[..20], b""];
        for cut in cuts {
            let report = check(cut);
            assert_eq!(report.verdict, Verdict::Invalid);
            assert!(!report.reasons.is_empty());
        }
        // Cut back to exactly the first signature it is that form again, and says so.
        assert_eq!(check(&twice[..once.len()]).verdict, Verdict::Valid);
        assert_eq!(check(&[&forge::form(2000)[..], &twice[once.len()..]].concat()).verdict, Verdict::Invalid);
    }
}

/// An even sample of the single bits of each form is found to be changed. `SEAL_BITS` says how many of each, or `all`;
/// `SEAL_FORM` names a signed form to take instead.
#[test]
fn single_bits() {
    let wanted = std::env::var("SEAL_BITS").unwrap_or_default();
    let (forms, at) = match std::env::var("SEAL_FORM") {
        Ok(path) => (vec![(path.clone(), std::fs::read(path).expect("readable"))], SystemTime::now().into()),
        Err(_) => (forms().into_iter().map(|form| (form.name.to_owned(), form.twice)).collect(), now()),
    };
    let verdict = |bytes: &[u8]| verify_trusting(bytes, &Trust { signers: &SIGNERS, stamps: &SERVICES }, at).verdict;
    for (name, form) in forms {
        assert_ne!(verdict(&form), Verdict::Invalid, "{name}");
        let bits = form.len() * 8;
        // An odd step comes by every bit of a byte.
        let step = if wanted == "all" { 1 } else { (bits / wanted.parse().unwrap_or(500)) | 1 };
        let (next, accepted) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(|| {
                    let mut flipped = form.clone();
                    loop {
                        let bit = next.fetch_add(step, Ordering::Relaxed);
                        let Some(byte) = flipped.get_mut(bit / 8) else { break };
                        *byte ^= 1 << (bit % 8);
                        if verdict(&flipped) != Verdict::Invalid {
                            accepted.lock().expect("BUG: nobody died").push(bit);
                        }
                        flipped[bit / 8] = form[bit / 8];
                    }
                });
            }
        });
        println!("{name}: {} of {bits} bits flipped, one at a time", bits.div_ceil(step));
        assert_eq!(accepted.into_inner().expect("BUG: nobody died"), [], "bits of {name}");
    }
}
