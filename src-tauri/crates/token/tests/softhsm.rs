//! Signing with a token: SoftHSM, made anew in a folder of its own.
//!
//! Promises: needs no token on the machine and leaves none behind. The library reads where its tokens are from the
//! environment, so this program starts itself once more with that set.

mod filled;
#[path = "../../seal/tests/forge/mod.rs"]
mod forge;

use std::path::Path;
use std::process::Command;

use cryptoki::context::Pkcs11;
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, ObjectClass};
use filled::{ASKING, KEYS, PIN, fill, library};
use forge::{form, key_file, now, request, root};
use seal::{SealError, SigningKey, Verdict, facts, sign, verify};
use token::{Module, TokenError};

/// What is tried, and how.
type Step = (&'static str, fn(&Module));

const SETTINGS: &str = "SOFTHSM2_CONF";

fn main() {
    if std::env::var_os(SETTINGS).is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = folder.path().join("softhsm2.conf");
        std::fs::create_dir(folder.path().join("tokens")).expect("a folder");
        let tokens = folder.path().join("tokens").display().to_string();
        std::fs::write(&settings, format!("directories.tokendir = {tokens}\n")).expect("settings");
        let own = std::env::current_exe().expect("this program");
        let done = Command::new(own).env(SETTINGS, &settings).status().expect("starts");
        assert!(done.success(), "the tests on the token failed");
        return;
    }
    let library = library();
    fill(&library);
    let module = Module::load(&library).expect("loads");
    let steps: [Step; 6] = [
        ("the certificates are listed", the_certificates_are_listed),
        ("every key signs a form that holds", every_key_signs_a_form_that_holds),
        ("wrong pins and unknown keys are refused", wrong_pins_and_unknown_keys_are_refused),
        ("a key gets its pin for every signature", a_key_gets_its_pin_for_every_signature),
        ("two forms are signed at the same time", two_forms_are_signed_at_the_same_time),
        ("a token taken away is told apart", a_token_taken_away_is_told_apart),
    ];
    let count = steps.len() + 1;
    for (name, step) in steps {
        step(&module);
        println!("{name} ... ok");
    }
    assert_eq!(Module::load(Path::new("/no/such/library.so")).err(), Some(TokenError::Library));
    assert_eq!(Module::load(&std::env::current_exe().expect("this program")).err(), Some(TokenError::Library));
    println!("what is no library is refused ... ok\n\n{count} passed, 0 failed");
}

fn fingerprint(name: &str) -> String {
    facts(key_file(name).certificate()).expect("can be read").fingerprint
}

fn the_certificates_are_listed(module: &Module) {
    let mut listed = module.certificates().expect("a token is there");
    listed.sort_by(|one, other| one.label.cmp(&other.label));
    let labels: Vec<_> = listed.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels, ["p256", "p384", "rsa2048", "rsa3072", "vraagt"], "those of authorities are not to choose from");
    let first = &listed[0];
    assert_eq!((first.token.as_str(), first.name.as_str()), ("Proefkaart", "Els Proef"));
    assert_eq!((first.issuer.as_str(), first.until), ("Voorbeeld Uitgever", forge::moment("2034-01-01T00:00:00Z")));
    assert!(first.may_sign && !first.pin_on_reader);
    assert_eq!(first.fingerprint, fingerprint("p256"));
}

fn every_key_signs_a_form_that_holds(module: &Module) {
    for name in KEYS {
        let key = module.open(&fingerprint(name), Some(PIN)).expect("opens");
        let once = sign(&form(500), &key, &request("Handtekening1", true)).expect("signs");
        let report = verify(&once, &[root()], now());
        assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]), "{name}");
        let twice = sign(&once, &key_file("p256"), &request("Handtekening2", false)).expect("signs");
        assert_eq!(verify(&twice, &[root()], now()).verdict, Verdict::Valid, "{name}");
    }
    // RSA has one signature for one message, so the token and the file must agree.
    let key = module.open(&fingerprint("rsa2048"), Some(PIN)).expect("opens");
    assert_eq!(key.sign(b"bericht"), key_file("rsa2048").sign(b"bericht"));
}

fn wrong_pins_and_unknown_keys_are_refused(module: &Module) {
    let open = |name: &str, pin: &str| module.open(&fingerprint(name), Some(pin)).err();
    for pin in ["", "000000", "1234567"] {
        assert_eq!(open("p256", pin), Some(TokenError::WrongPin), "{pin:?}");
    }
    assert_eq!(open("p256", PIN), None);
    assert_eq!(open("rsa3072", PIN), Some(TokenError::NoKey), "its key is not there");
    assert_eq!(open("encipher", PIN), Some(TokenError::NoKey), "it is not there at all");
}

fn a_key_gets_its_pin_for_every_signature(module: &Module) {
    let key = module.open(&fingerprint("tsa_rsa"), Some(PIN)).expect("opens");
    let signatures = [key.sign(b"een").expect("signs"), key.sign(b"twee").expect("signs")];
    let context = Pkcs11::new(library()).expect("loads");
    let slot = context.get_slots_with_initialized_token().expect("slots")[0];
    let session = context.open_ro_session(slot).expect("a session");
    let wanted = [Attribute::Class(ObjectClass::PUBLIC_KEY), Attribute::Id(vec![ASKING])];
    let public = session.find_objects(&wanted).expect("found")[0];
    for (message, signature) in [&b"een"[..], b"twee"].into_iter().zip(&signatures) {
        session.verify(&Mechanism::Sha256RsaPkcs, public, message, signature).expect("fits");
    }
}

fn two_forms_are_signed_at_the_same_time(module: &Module) {
    let key = module.open(&fingerprint("p256"), Some(PIN)).expect("opens");
    std::thread::scope(|scope| {
        for padding in [10, 20] {
            let key = &key;
            scope.spawn(move || {
                let once = sign(&form(padding), key, &request("Handtekening1", true)).expect("signs");
                assert_eq!(verify(&once, &[root()], now()).verdict, Verdict::Valid);
            });
        }
    });
}

fn a_token_taken_away_is_told_apart(module: &Module) {
    let key = module.open(&fingerprint("p256"), Some(PIN)).expect("opens");
    let settings = std::env::var_os(SETTINGS).expect("set by the first start");
    let tokens = Path::new(&settings).with_file_name("tokens");
    std::fs::remove_dir_all(&tokens).expect("taken away");
    let signed = sign(&form(500), &key, &request("Handtekening1", true));
    assert_eq!(signed.err(), Some(SealError::DeviceGone));
    assert_eq!(module.open(&fingerprint("p256"), Some(PIN)).err(), Some(TokenError::Gone));
    assert_eq!(module.certificates().err(), Some(TokenError::Gone));
}
