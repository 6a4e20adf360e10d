//! The workspace cannot be written any further in the middle of a batch, although the folder of the forms can.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use weegschaal_tests::run::{PASSPHRASE, done, forms_in, text, to_sign};
use weegschaal_tests::{program, project};

const STUDENTS: usize = 22;

/// What a form came to, counted.
fn count(reply: &str, outcome: &str) -> usize {
    let reply: Value = serde_json::from_str(reply).expect("BUG: one JSON document");
    let forms = reply["written"].as_array().expect("BUG: a list").iter();
    forms.filter(|form| form["outcome"] == outcome).count()
}

/// Whatever stopped it: the workspace is whole, each form in the folder is one it keeps, nothing half is there, and a
/// run with room does the rest.
fn goes_on(workspace: &Path, out: &Path) {
    let there: Vec<_> = forms_in(out).into_iter().map(|form| (fs::read(&form).expect("BUG: readable"), form)).collect();
    let names = fs::read_dir(out).expect("BUG: a folder").filter_map(Result::ok).map(|one| one.file_name());
    let half: Vec<_> = names.filter(|name| name.to_string_lossy().ends_with(".nieuw")).collect();
    assert!(half.is_empty(), "half a file is left: {half:?}");
    let said = done(&["check", text(workspace)]);
    assert!(said.lines().all(|line| line.ends_with("in orde")), "{said}");
    for (_, form) in &there {
        let report = done(&["verify", text(form), "--workspace", text(workspace), "--json"]);
        assert!(report.contains("\"valid\""), "{report}");
    }
    let rest = done(&["sign", text(workspace), "--all", "--out", text(out), "--json"]);
    assert_eq!((count(&rest, "already_there"), forms_in(out).len()), (there.len(), STUDENTS), "{rest}");
    assert!(there.iter().all(|(bytes, form)| fs::read(form).is_ok_and(|now| now == *bytes)), "a form is another now");
    assert!(done(&["check", text(workspace)]).lines().all(|line| line.ends_with("in orde")));
}

/// Signs all with a workspace that cannot grow: it says so and stops in the middle, and goes on later.
fn stops(workspace: &Path, limited: &mut Command, why: &str) {
    let out = workspace.with_file_name("uit");
    limited.args(["sign", text(workspace), "--all", "--out", text(&out)]).env("WEEGSCHAAL_PASSPHRASE", PASSPHRASE);
    let output = limited.output().expect("BUG: it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("proef.weegschaal: {why}")), "{said}");
    let signed = forms_in(&out).len();
    assert!((1..STUDENTS).contains(&signed), "it did not stop in the middle: {signed}");
    assert!(said.contains(&format!("Nog niet aan de beurt geweest: {}", STUDENTS - signed)), "{said}");
    goes_on(workspace, &out);
}

#[test]
fn a_workspace_that_may_not_grow_stops_the_batch_where_it_is() {
    let _alone = crate::alone();
    let (_folder, workspace, _) = to_sign(STUDENTS);
    // As under a quota: no file may become larger than the workspace is, and a little.
    let size = fs::metadata(&workspace).expect("BUG: there").len();
    let limit = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", size / 512 + 64);
    let mut limited = Command::new("sh");
    limited.args(["-c", &limit, "sh"]).arg(program());
    stops(&workspace, &mut limited, "Het werkbestand kon niet verder worden geschreven");
}

#[test]
fn a_full_disk_under_the_workspace_stops_the_batch_where_it_is() {
    let _alone = crate::alone();
    let (folder, workspace, _) = to_sign(STUDENTS);
    let full = folder.path().join("full.so");
    let source = project().join("tests/faults/full.c");
    let made = Command::new("cc").args(["-shared", "-fPIC", "-o", text(&full), text(&source), "-ldl"]).status();
    assert!(made.expect("a compiler, as linking needs").success());
    let mut limited = Command::new(program());
    limited.env("LD_PRELOAD", &full).env("FULL_UNDER", &workspace).env("FULL_ROOM", "1000000");
    stops(&workspace, &mut limited, "De schijf is vol");
}
