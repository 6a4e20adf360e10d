//! Which package may use which: the arrows of `docs/architecture.md`, read from `cargo metadata`.
//!
//! Promises: an arrow that is not in the plan fails here, and so does a foreign package in the wrong room.

use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Command;
use weegschaal_tests::{nothing_found, project, sources};

/// Every package of ours and the packages of ours that it may use.
const ARROWS: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("seal", &[]),
    ("token", &["seal"]),
    ("search", &[]),
    ("store", &["domain"]),
    ("intake", &["domain"]),
    ("form", &["domain"]),
    ("example", &["domain"]),
    ("commands", &["domain", "store", "intake", "form", "seal", "token", "search", "example"]),
    ("weegschaal", &["commands"]),
    ("weegschaal-tests", &["domain", "store", "intake", "form", "seal", "search", "example", "commands"]),
];

/// Foreign packages (or families, ending in `*`) with one room each.
const ROOMS: [(&str, &[&str]); 15] = [
    ("rusqlite", &["store"]),
    ("libsqlite3-sys", &["store"]),
    ("argon2", &["store"]),
    ("printpdf", &["form"]),
    ("cms", &["seal"]),
    ("p256", &["seal"]),
    ("p384", &["seal"]),
    ("rsa", &["seal"]),
    ("p12-keystore", &["seal"]),
    ("cryptoki", &["token"]),
    ("x509-cert", &["seal"]),
    ("calamine", &["intake"]),
    ("tauri*", &["weegschaal"]),
    ("clap", &["weegschaal"]),
    ("indicatif", &["weegschaal"]),
];

/// All that the domain may use of others: data, fractions, dates, errors.
const DOMAIN_MAY_USE: [&str; 6] = ["chrono", "num-bigint", "num-traits", "num-integer", "serde", "thiserror"];

struct Package {
    name: String,
    /// Name, kind (`normal`, `dev`, `build`), features.
    uses: Vec<(String, String, Vec<String>)>,
}

fn packages() -> Vec<Package> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--offline", "--no-deps", "--format-version", "1"]).current_dir(project());
    let output = command.output().expect("BUG: cargo runs this test");
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("BUG: cargo prints JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value, or: &str| value.as_str().unwrap_or(or).to_owned();
    let read = |package: &Value| Package {
        name: text(&package["name"], ""),
        uses: list(&package["dependencies"])
            .iter()
            .map(|used| {
                let features = list(&used["features"]).iter().map(|feature| text(feature, "")).collect();
                (text(&used["name"], ""), text(&used["kind"], "normal"), features)
            })
            .collect(),
    };
    list(&metadata["packages"]).iter().map(read).collect()
}

#[test]
fn no_package_uses_one_that_the_plan_keeps_from_it() {
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.into();
    let mut found = Vec::new();
    for package in packages() {
        let Some(allowed) = arrows.get(package.name.as_str()) else {
            found.push(format!("{} has no place in the plan (tests/architecture/edges.rs)", package.name));
            continue;
        };
        for (used, kind, _) in &package.uses {
            // The fictional partnership serves the tests of any room; it knows the domain only.
            let for_tests = kind == "dev" && used == "example";
            if arrows.contains_key(used.as_str()) && !allowed.contains(&used.as_str()) && !for_tests {
                found.push(format!("{} -> {used} ({kind})", package.name));
            }
        }
    }
    nothing_found("An arrow that docs/architecture.md does not have:", &found);
}

#[test]
fn foreign_packages_stay_in_their_room() {
    let mut found = Vec::new();
    for package in packages().iter().filter(|package| package.name != "weegschaal-tests") {
        for (used, kind, _) in &package.uses {
            let room = ROOMS.iter().find(|(name, _)| match name.strip_suffix('*') {
                Some(family) => used.starts_with(family),
                None => used == name,
            });
            if kind != "dev" && room.is_some_and(|(_, rooms)| !rooms.contains(&package.name.as_str())) {
                found.push(format!("{} -> {used}", package.name));
            }
        }
    }
    nothing_found("A package in a room that is not its own:", &found);
}

#[test]
fn domain_uses_nothing_that_reads_writes_or_draws_lots() {
    let domain = packages().into_iter().find(|package| package.name == "domain").expect("BUG: there is a domain");
    let used = domain.uses.iter().filter(|(_, kind, _)| kind == "normal").map(|(name, ..)| name.clone());
    let found: Vec<String> = used.filter(|name| !DOMAIN_MAY_USE.contains(&name.as_str())).collect();
    nothing_found("The domain uses:", &found);
}

#[test]
fn only_the_program_knows_the_time() {
    let mut found = Vec::new();
    for package in packages().iter().filter(|package| !["weegschaal", "weegschaal-tests"].contains(&&*package.name)) {
        for (used, kind, features) in &package.uses {
            let tells = features.iter().any(|feature| ["clock", "now", "default"].contains(&feature.as_str()));
            if used == "chrono" && kind != "dev" && tells {
                found.push(format!("{} uses chrono with its clock", package.name));
            }
        }
    }
    nothing_found("The time is passed in, never asked for:", &found);
}

#[test]
fn domain_form_and_seal_read_no_clock_file_or_lot() {
    let forbidden = [
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "std::fs",
        "std::net",
        "std::env",
        "rand::",
        "getrandom",
    ];
    let folders = ["src-tauri/crates/domain/src", "src-tauri/crates/form/src", "src-tauri/crates/seal/src"];
    nothing_found("Passed in, never fetched:", &lines_with(&folders, &forbidden));
}

#[test]
fn domain_has_no_floating_point() {
    let mut found = lines_with(&["src-tauri/crates/domain/src"], &["f32", "f64"]);
    // JSON readers hand a decimal over as a float; it becomes a fraction by its text, in this one place.
    found.retain(|place| !place.starts_with("src-tauri/crates/domain/src/fraction.rs:"));
    nothing_found("Fractions only:", &found);
}

#[test]
fn sql_stands_in_store_only() {
    let folders = ["src-tauri/src", "src-tauri/crates"];
    let found = lines_with(&folders, &["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE "]);
    let found: Vec<String> = found.into_iter().filter(|place| !place.starts_with("src-tauri/crates/store/")).collect();
    nothing_found("SQL outside store:", &found);
}

/// Places in code (not in comments, not in tests) where one of `words` stands by itself.
fn lines_with(folders: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources(folders, &[".rs"]) {
        for (number, line) in crate::style::code(&source.text) {
            for word in words.iter().filter(|word| stands_in(line, word)) {
                found.push(format!("{}:{number}: {word}", source.path));
            }
        }
    }
    found
}

/// Whether `word` stands in `line` and is not the middle of a longer name.
fn stands_in(line: &str, word: &str) -> bool {
    let part = |found: Option<char>| found.is_some_and(|next| next.is_alphanumeric() || next == '_');
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + word.len()..]);
        let ends_open = word.ends_with([' ', ':']);
        !part(before.chars().next_back()) && (ends_open || !part(after.chars().next()))
    })
}
