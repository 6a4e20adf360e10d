//! Runs the program at the command line, as its user would.

use crate::judged::without_grounds;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The passphrase of every workspace that a test makes.
pub const PASSPHRASE: &str = "een wachtzin voor proeven";

/// The program with its arguments, ready to start.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(crate::program());
    command.args(arguments).env("WEEGSCHAAL_PASSPHRASE", PASSPHRASE);
    command
}

/// Runs it to its end.
pub fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("BUG: the program is built (cargo build --release -p weegschaal)")
}

/// Runs it, expects it to be done, and answers what it printed.
pub fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?} ended with {}: {said}", output.status);
    String::from_utf8(output.stdout).expect("BUG: text")
}

/// Runs it, expects it to refuse with status 1, and answers the reason.
pub fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("BUG: a plain path")
}

/// An example in a folder of its own: the folder, the workspace and the folder of its forms.
pub fn example(students: u32, seed: u32) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let (students, seed) = (students.to_string(), seed.to_string());
    done(&["demo", "--out", text(folder.path()), "--students", &students, "--seed", &seed]);
    let (workspace, forms) = (folder.path().join("voorbeeld.weegschaal"), folder.path().join("formulieren"));
    (folder, workspace, forms)
}

/// The same people with their judgements established and nothing signed: the folder and the workspace.
pub fn established() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let at = |name: &str| folder.path().join(name);
    let document = example::cohort(24, 1);
    let judgements = serde_json::json!({ "judgements": example::judgements(&document) });
    let cohort = serde_json::to_string(&document).expect("BUG: JSON");
    std::fs::write(at("cohort.json"), cohort).expect("BUG: writable");
    std::fs::write(at("oordelen.json"), judgements.to_string()).expect("BUG: writable");
    let workspace = at("proef.weegschaal");
    let examiner = ["--year", "2024-2025", "--examiner", example::EXAMINER];
    done(&[&["new", text(&workspace), "--partnership", "De Proef"][..], &examiner].concat());
    done(&["import", text(&workspace), text(&at("cohort.json"))]);
    done(&["judge", text(&workspace), text(&at("oordelen.json"))]);
    (folder, workspace)
}

/// A new workspace with the sample cohort in it: its folder, and where it is.
pub fn with_cohort() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let workspace = folder.path().join("proef.weegschaal");
    let new =
        ["new", text(&workspace), "--partnership", "De Proef", "--year", "2024-2025", "--examiner", "E. Examinator"];
    assert!(done(&new).contains("Herstelsleutel"));
    let cohort = crate::project().join("src-tauri/crates/domain/tests/samples/cohort.json");
    done(&["import", text(&workspace), text(&cohort)]);
    (folder, workspace)
}

/// Establishes a judgement on each of these students, without grounds.
pub fn establish(workspace: &Path, numbers: &[&str]) {
    let judgements: Vec<_> = numbers.iter().map(|number| without_grounds(number, 1, "aangetoond")).collect();
    let input = workspace.with_file_name("oordelen.json");
    std::fs::write(&input, json!({ "judgements": judgements }).to_string()).expect("BUG: writable");
    done(&["judge", text(workspace), text(&input)]);
}

/// The same with judgements established on so many students, whose numbers come along, and nothing signed.
pub fn to_sign(students: usize) -> (tempfile::TempDir, PathBuf, Vec<String>) {
    let (folder, workspace) = with_cohort();
    let view: Value = serde_json::from_str(&done(&["weigh", text(&workspace), "--json"])).expect("BUG: JSON");
    let first = view["students"].as_array().expect("BUG: a list").iter().take(students);
    let numbers: Vec<String> = first.map(|one| one["number"].as_str().expect("BUG: a number").to_owned()).collect();
    establish(&workspace, &numbers.iter().map(String::as_str).collect::<Vec<_>>());
    (folder, workspace, numbers)
}

/// The PDFs in a folder, by name.
pub fn forms_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("BUG: a folder");
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.expect("BUG: readable").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "pdf"))
        .collect();
    found.sort();
    found
}
