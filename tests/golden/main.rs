//! Two hundred varied signed forms before judges that are not ours: veraPDF, pyHanko, pdfsig, qpdf.

use std::process::Command;
use weegschaal_tests::run::{example, forms_in, text};
use weegschaal_tests::{judges, project};

#[test]
fn two_hundred_forms_pass_every_judge() {
    let home = judges().expect("the judges are not set up: run tests/judges/setup.sh");
    let (_folder, _, forms) = example(340, 11);
    let found = forms_in(&forms).len();
    assert!(found >= 200, "only {found} forms");
    let output = Command::new("bash")
        .arg(project().join("tests/judges/judges.sh"))
        .arg(text(&forms))
        .env("WEEGSCHAAL_JUDGES", home)
        .output()
        .expect("BUG: bash runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    for judge in ["3a", "ua1", "qpdf", "pyhanko", "pdfsig"] {
        assert!(said.contains(&format!("{judge}\t{found}\t{found}")), "{judge}: {said}");
    }
}
