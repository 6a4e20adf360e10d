//! Signs one form with every kind of key, once and twice, without a time stamp (bb), with one (bt), and with validation
//! data besides (blt): `sign_kinds FORM.pdf DIR`.
//!
//! For programs of others to check. Writes `KIND_LEVEL_COUNT.pdf` (those with validation data, which no signature covers,
//! to the folder `kept`), and the roots as `root.der` and `clock_root.der`. The
//! form may be signed already: its first revision is taken.

#[path = "../tests/forge/mod.rs"]
mod forge;
#[path = "../tests/tsa/mod.rs"]
mod tsa;

use forge::{KEY_FILES, key_file, request};
use seal::{SigningKey, Trust, Verdict};

fn main() {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let [form, folder] = &names[..] else { panic!("usage: sign_kinds FORM.pdf DIR") };
    let bytes = std::fs::read(form).expect("BUG: the form can be read");
    let base = seal::first_revision(&bytes).expect("BUG: a form of ours");
    let write =
        |name: String, bytes: &[u8]| std::fs::write(format!("{folder}/{name}"), bytes).expect("BUG: DIR takes it");
    std::fs::create_dir_all(format!("{folder}/kept")).expect("BUG: DIR takes a folder");
    let own = forge::signer("Zoë Voorbeeld", 1);
    let (signers, stamps) = ([forge::root(), own.certificate_der.clone()], [tsa::clock_root()]);
    let keys: Vec<(&str, Box<dyn SigningKey>)> = std::iter::once(("own", Box::new(own.clone()) as Box<dyn SigningKey>))
        .chain(KEY_FILES.into_iter().map(|name| (name, Box::new(key_file(name)) as Box<dyn SigningKey>)))
        .collect();
    let lists = forge::lists(&["root", "sub", "clock"]);
    for (kind, key) in &keys {
        for level in ["bb", "bt"] {
            let sign = |base: &[u8], key: &dyn SigningKey, field: &str, certify: bool| match level {
                "bb" => seal::sign(base, key, &request(field, certify)).expect("BUG: signs"),
                _ => tsa::stamped(base, key, &request(field, certify), "tsa_rsa", tsa::Lie::None).pdf,
            };
            let once = sign(base, key.as_ref(), "Handtekening1", true);
            // The second signer has another kind of key.
            let twice = sign(&once, &key_file("p384"), "Handtekening2", false);
            for (count, pdf) in [(1, &once), (2, &twice)] {
                let report = seal::verify_trusting(pdf, &Trust { signers: &signers, stamps: &stamps }, forge::now());
                assert_eq!(report.verdict, Verdict::Valid, "{kind} {level} {count}: {:?}", report.reasons);
                write(format!("{kind}_{level}_{count}.pdf"), pdf);
                if level == "bt" && *kind != "own" {
                    let kept = seal::add_validation_data(pdf, &lists).expect("BUG: lists of all authorities");
                    assert!(kept.lacking.is_empty());
                    write(format!("kept/{kind}_blt_{count}.pdf"), &kept.pdf);
                }
            }
        }
    }
    write("root.der".into(), &forge::root());
    write("clock_root.der".into(), &tsa::clock_root());
    write("own.der".into(), &own.certificate_der);
}
