//! Evidence as assessors get it, at the command line: every sample with its exact counts, what is hostile, what waits.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use weegschaal_tests::project;
use weegschaal_tests::run::{PASSPHRASE, done, run, text};

fn samples() -> PathBuf {
    project().join("src-tauri/crates/intake/tests/samples")
}

fn started() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let workspace = folder.path().join("linge.weegschaal");
    done(&["new", text(&workspace), "--partnership", "De Linge", "--year", "2024-2025", "--examiner", "R. Veldhoen"]);
    done(&["import", text(&workspace), text(&samples().join("studenten.csv"))]);
    (folder, workspace)
}

/// What an import answers, whether or not a file was refused.
fn import(workspace: &Path, files: &[PathBuf], more: &[&str]) -> Value {
    let mut arguments = vec!["import", text(workspace), "--json"];
    arguments.extend(files.iter().map(|file| text(file)));
    arguments.extend(more);
    let output = run(&arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked"), "{said}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("one JSON document: {said}"))
}

fn all_in(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(samples().join(folder)).expect("BUG: a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("BUG: readable").path()).collect();
    files.sort();
    files
}

/// Data points added, levels, rows that wait.
fn counts(report: &Value) -> (u64, u64, usize) {
    let files = report["files"].as_array().expect("BUG: a list");
    let number = |value: &Value| value.as_u64().expect("BUG: a number");
    let waiting = |file: &Value| file["pending"].as_array().map_or(0, Vec::len);
    (
        files.iter().map(|file| number(&file["datapoints"]["added"])).sum(),
        files.iter().map(|file| number(&file["indications"])).sum(),
        files.iter().map(waiting).sum(),
    )
}

fn entries(workspace: &Path) -> usize {
    let journal: Value = serde_json::from_str(&done(&["journal", text(workspace), "--json"])).expect("BUG: JSON");
    journal["entries"].as_array().map_or(0, Vec::len)
}

#[test]
fn every_sample_comes_in_with_its_exact_counts_and_only_once() {
    let (_folder, workspace) = started();
    let one = |name: &str| vec![samples().join(name)];
    let all = [
        (one("Eindevaluatie werkplek(1-24).xlsx"), (22, 154, 2)),
        (one("Tussenevaluatie werkplek(1-22).xlsx"), (22, 150, 0)),
        (one("Drama-observaties.xlsx"), (45, 136, 0)),
        (one("programma-notities.csv"), (46, 0, 1)),
        (all_in("reflecties"), (22, 0, 0)),
        (all_in("mails"), (3, 0, 0)),
        (all_in("ejournal"), (19, 0, 0)),
    ];
    for (files, expected) in &all {
        let before = entries(&workspace);
        assert_eq!(counts(&import(&workspace, files, &[])), *expected, "{files:?}");
        assert_eq!(entries(&workspace), before + 1, "one act for all files of one import");
    }
    let before = entries(&workspace);
    for (files, _) in &all {
        let again = import(&workspace, files, &[]);
        assert_eq!(counts(&again).0, 0, "{files:?}");
        assert!(again["files"].as_array().expect("BUG: a list").iter().all(|file| file["outcome"] == "unchanged"));
    }
    assert_eq!(entries(&workspace), before, "what is there already is no act");
    assert!(done(&["check", text(&workspace)]).lines().all(|line| line.ends_with("in orde")));
}

#[test]
fn what_is_bad_is_refused_or_read_safely_and_leaves_no_trace() {
    let (folder, workspace) = started();
    let read_safely = [
        "bewijs-script.eml",
        "bewijs-script.html",
        "diep-genest-objstm.pdf",
        "formules.csv",
        "zipbom-ejournal.zip",
        "zipslip.docx",
    ];
    for file in all_in("bad") {
        let name = file.file_name().expect("BUG: a name").to_string_lossy().into_owned();
        let before = entries(&workspace);
        let report = import(&workspace, &[file], &["--dry-run"]);
        let refused = report["files"][0]["outcome"] == "refused";
        assert_eq!(refused, !read_safely.contains(&name.as_str()), "{name}: {report}");
        if refused {
            let said = report["files"][0]["findings"][0]["message"].as_str().unwrap_or_default();
            assert!(said.split_whitespace().count() >= 4 && !said.contains('{'), "{name}: {said}");
        }
        assert_eq!(entries(&workspace), before, "{name}");
    }
    assert!(done(&["check", text(&workspace)]).lines().all(|line| line.ends_with("in orde")));
    let strays = |folder: &Path| {
        fs::read_dir(folder).is_ok_and(|mut found| {
            found.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().contains("zipslip")))
        })
    };
    assert!(!strays(folder.path()) && !strays(Path::new("/")) && !strays(&project()), "a part was written outside");
}

/// A PDF of a few kilobytes whose page would be a gigabyte when unpacked.
fn bomb() -> Vec<u8> {
    let zeros = vec![b' '; 1 << 20];
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..1024 {
        packer.write_all(&zeros).expect("BUG: memory");
    }
    let stream = packer.finish().expect("BUG: memory");
    let head =
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj \
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>endobj ";
    let open = format!("4 0 obj<</Length {}/Filter/FlateDecode>>stream\n", stream.len());
    [head.as_slice(), open.as_bytes(), &stream, b"\nendstream endobj trailer<</Root 1 0 R>>\n%%EOF"].concat()
}

#[test]
fn a_reader_that_dies_refuses_one_file_and_the_next_is_read() {
    let (folder, workspace) = started();
    let bomb_file = folder.path().join("9900417 groot.pdf");
    fs::write(&bomb_file, bomb()).expect("BUG: writable");
    let good = samples().join("reflecties/9901488.docx");
    let report = import(&workspace, &[bomb_file, good], &[]);
    assert_eq!(report["files"][0]["outcome"], "refused", "{report}");
    assert_eq!(report["files"][0]["findings"][0]["code"], "reader_stopped");
    assert_eq!(report["files"][1]["outcome"], "imported", "{report}");
}

#[test]
fn what_waits_is_settled_with_a_mapping() {
    let (folder, workspace) = started();
    let form = samples().join("Eindevaluatie werkplek(1-24).xlsx");
    assert_eq!(counts(&import(&workspace, std::slice::from_ref(&form), &[])), (22, 154, 2));
    let mapping = folder.path().join("koppeling.json");
    let rows =
        r#"{ "rows": [ { "row": 20, "decide": "student", "value": "9902084" }, { "row": 11, "decide": "instead" } ] }"#;
    fs::write(&mapping, rows).expect("BUG: writable");
    let settled = import(&workspace, std::slice::from_ref(&form), &["--mapping", text(&mapping)]);
    assert_eq!(counts(&settled).2, 0);
    assert_eq!(settled["files"][0]["datapoints"]["added"], 2);
    // Of the two by the same author the second counts; the first is kept and counts for nothing.
    assert_eq!(settled["files"][0]["datapoints"]["updated"], 1);
    let again = import(&workspace, &[form], &["--mapping", text(&mapping)]);
    assert_eq!(again["files"][0]["outcome"], "unchanged");
}

#[test]
fn a_reader_reaches_no_file_and_no_network() {
    // The reader locks itself in before it reads; what it may still do is seen from outside.
    let mut child = Command::new(weegschaal_tests::program())
        .arg("--foreign-files-reader")
        .env("WEEGSCHAAL_PASSPHRASE", PASSPHRASE)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("BUG: the program is built");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let limits = PathBuf::from(format!("/proc/{}/limits", child.id()));
    let locked = || fs::read_to_string(&status).is_ok_and(|text| text.contains("Seccomp:\t2"));
    let patience = std::time::Instant::now();
    let limited = || fs::read_to_string(&limits).is_ok_and(|text| text.contains("536870912"));
    while !(locked() && limited()) && patience.elapsed().as_secs() < 20 {
        std::thread::yield_now();
    }
    let held = fs::read_to_string(&limits).expect("BUG: it runs");
    let limit = |name: &str| held.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    // A kernel without filters does not speak of them.
    let known = fs::read_to_string("/proc/self/status").is_ok_and(|text| text.contains("Seccomp:"));
    assert!(locked() || !known, "no filter on system calls");
    assert!(limit("Max data size").contains("536870912"), "{held}");
    assert!(limit("Max file size").split_whitespace().any(|word| word == "0"), "{held}");
    drop(child.stdin.take());
    assert!(child.wait().expect("BUG: it ends").success());
}
