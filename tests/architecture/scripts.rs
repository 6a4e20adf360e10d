//! What the scripts say on a machine that lacks what they need: a new machine is the first thing a newcomer has.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use weegschaal_tests::project;

/// Every package asked about is there.
const ALL_PACKAGES: &str = r#"shift 2; for name in "$@"; do echo "ii $name"; done"#;

/// What `need.sh run` says under the options of the scripts that source it, where `stand_ins` (name, bash) stand for
/// programs of the machine. Panics when it goes on as though nothing were missing.
fn said(stand_ins: &[(&str, &str)]) -> String {
    let stood_in = tempfile::tempdir().expect("a folder");
    for (name, body) in stand_ins {
        let file = stood_in.path().join(name);
        fs::write(&file, format!("#!/usr/bin/env bash\n{body}\n")).expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("executable");
    }
    let path = std::env::var("PATH").expect("a path");
    let output = Command::new("bash")
        .args(["-c", "set -euo pipefail; . scripts/need.sh run"])
        .current_dir(project())
        .env("PATH", format!("{}:{path}", stood_in.path().display()))
        .output()
        .expect("bash");
    assert!(!output.status.success(), "it went on without what is missing");
    String::from_utf8(output.stderr).expect("words")
}

#[test]
fn scripts_say_what_a_new_machine_lacks_and_how_to_get_it() {
    let packages = said(&[("dpkg-query", "echo 'ii perl'; exit 1"), ("id", "echo 1000")]);
    assert!(packages.contains("sudo apt-get install -y build-essential pkg-config curl"), "{packages}");

    let rust = said(&[("dpkg-query", ALL_PACKAGES), ("rustc", "exit 127")]);
    assert!(rust.contains("Rust 1.90 or newer is needed (found: none)"), "{rust}");

    let node = said(&[("dpkg-query", ALL_PACKAGES), ("node", "exit 127")]);
    assert!(node.contains("Node 20 or newer is needed (found: none)"), "{node}");
}
