//! Varied signed forms before judges that are not ours: veraPDF, pyHanko, pdfsig, qpdf.

#[path = "../../src-tauri/crates/seal/tests/forge/mod.rs"]
mod forge;
#[path = "../journeys/service.rs"]
mod service;
#[path = "../../src-tauri/crates/seal/tests/tsa/mod.rs"]
mod tsa;

use std::path::Path;
use std::process::Command;
use weegschaal_tests::run::{command, done, established, example, forms_in, text};
use weegschaal_tests::{judges, project};

#[test]
fn two_hundred_forms_pass_every_judge() {
    let (_folder, _, forms) = example(340, 11);
    let found = forms_in(&forms).len();
    assert!(found >= 200, "only {found} forms");
    pass_every_judge(&forms, found, &[]);
}

#[test]
fn forms_with_revocation_lists_pass_every_judge_once_and_twice_and_are_proven_by_what_they_hold() {
    let (folder, workspace) = established();
    let at = |name: &str| folder.path().join(name).display().to_string();
    for name in ["lasting.crl", "lasting.p12"] {
        std::fs::write(at(name), forge::key_bytes(name)).expect("BUG: writable");
    }
    let (address, list, out) = (service::service("tsa_lasting", tsa::Lie::None), at("lasting.crl"), at("uit"));
    let base = ["sign", text(&workspace), "--all", "--out", &out, "--tsa", &address, "--crl", &list];
    done(&base);
    let forms = forms_in(Path::new(&out));
    // Some get a second signature besides, with its own lists.
    let second = ["--second", "student", "--p12", &at("lasting.p12"), "--json"];
    let number = forms[0].file_name().and_then(|name| name.to_str()?.split('_').next()).expect("BUG: a number");
    let twice = [&base[..2], &["--student", number], &base[3..], &second].concat();
    let signed = command(&twice).env("WEEGSCHAAL_P12_PASSPHRASE", "geheim").output().expect("BUG: it starts");
    let said = String::from_utf8_lossy(&signed.stdout);
    assert!(signed.status.success() && said.contains("B-LT") && !said.contains("B-T"), "{said}");
    pass_every_judge(Path::new(&out), forms.len(), &["--kept"]);
}

#[test]
fn every_kind_of_key_passes_every_judge_once_and_twice_with_and_without_a_stamp() {
    let (folder, _, forms) = example(24, 11);
    let signed = folder.path().join("kinds");
    std::fs::create_dir(&signed).expect("BUG: a folder of the test");
    // The example of the crate seal, which is built with the tests, beside them.
    let own = std::env::current_exe().expect("BUG: this program");
    let signs = own.parent().and_then(Path::parent).map(|target| target.join("examples/sign_kinds"));
    let signs = signs.filter(|path| path.exists()).expect("the example sign_kinds is not built");
    let done = Command::new(signs).arg(&forms_in(&forms)[0]).arg(&signed).status().expect("BUG: it starts");
    assert!(done.success());
    pass_every_judge(&signed, 20, &[]);
}

fn pass_every_judge(forms: &Path, found: usize, how: &[&str]) {
    let home = judges().expect("the judges are not set up: run tests/judges/setup.sh");
    let output = Command::new("bash")
        .arg(project().join("tests/judges/judges.sh"))
        .args(how)
        .arg(text(forms))
        .env("WEEGSCHAAL_JUDGES", home)
        .output()
        .expect("BUG: bash runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    for judge in ["3a", "ua1", "qpdf", "pyhanko", "pdfsig"] {
        assert!(said.contains(&format!("{judge}\t{found}\t{found}")), "{judge}: {said}");
    }
}
