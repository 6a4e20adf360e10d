//! Journeys through the whole at the command line: files in, marked evidence weighed, judged, signed, checked.

mod evidence;
#[path = "../../src-tauri/crates/seal/tests/forge/mod.rs"]
mod forge;
mod outputs;
mod service;
mod signing;
#[path = "../../src-tauri/crates/seal/tests/tsa/mod.rs"]
mod tsa;
mod verifying;

use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use weegschaal_tests::project;
use weegschaal_tests::run::{done, establish, example, forms_in, refused, run, text, with_cohort};

fn sample(name: &str) -> PathBuf {
    project().join("src-tauri/crates").join(name)
}

fn json_of(arguments: &[&str]) -> Value {
    serde_json::from_str(&done(arguments)).expect("BUG: one JSON document")
}

#[test]
fn a_list_and_forms_become_evidence_once() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let workspace = folder.path().join("proef.weegschaal");
    let workspace = text(&workspace);
    done(&["new", workspace, "--partnership", "De Proef", "--year", "2024-2025", "--examiner", "E. Examinator"]);
    let list = sample("intake/tests/samples/studenten.csv");
    let forms = sample("intake/tests/samples/Eindevaluatie werkplek(1-24).xlsx");
    let trial = json_of(&["import", workspace, text(&list), "--dry-run", "--json"]);
    assert_eq!(trial["files"][0]["students"]["added"], 24);
    let first = json_of(&["import", workspace, text(&list), text(&forms), "--json"]);
    assert_eq!(first["files"][0]["students"]["added"], 24, "a trial run leaves nothing");
    assert_eq!(first["files"][1]["datapoints"]["added"], 22);
    assert_eq!(first["files"][1]["indications"], 154);
    assert_eq!(first["files"][1]["pending"].as_array().map(Vec::len), Some(2));
    let again = json_of(&["import", workspace, text(&forms), "--json"]);
    assert_eq!(again["files"][0]["outcome"], "unchanged");
    let bad = refused(&["import", workspace, text(&sample("intake/tests/samples/bad/nul-teken.csv"))]);
    assert!(bad.contains("rij 3") && bad.contains("Achternaam"), "{bad}");
    assert!(done(&["check", workspace]).lines().all(|line| line.ends_with("in orde") && !line.contains("NIET")));
}

#[test]
fn the_sample_cohort_weighs_as_it_should() {
    let (_folder, workspace) = with_cohort();
    let view = json_of(&["weigh", text(&workspace), "--json"]);
    let mut counts = std::collections::BTreeMap::new();
    let mut discrepancies = 0;
    for student in view["students"].as_array().expect("BUG: a list") {
        for criterion in student["criteria"].as_array().expect("BUG: a list") {
            *counts.entry(criterion["stance"].as_str().expect("BUG: a word").to_owned()).or_insert(0) += 1;
            discrepancies += criterion["discrepancies"].as_array().expect("BUG: a list").len();
        }
    }
    let expected = [("above", 134), ("below", 48), ("depends", 15), ("incomplete", 19)];
    assert_eq!(counts, expected.map(|(stance, count)| (stance.to_owned(), count)).into());
    assert_eq!(discrepancies, 28);
}

#[test]
fn a_judgement_is_refused_until_everything_is_there_and_then_signed_and_checked() {
    let (folder, workspace) = with_cohort();
    let bare = folder.path().join("kaal.json");
    let input = json!({ "judgements": [
        { "student": "9900417", "outcome": "aangetoond", "establish": true, "date": "2025-06-12" },
        { "student": "1111111", "outcome": "aangetoond" },
    ] });
    fs::write(&bare, input.to_string()).expect("BUG: writable");
    let said = refused(&["judge", text(&workspace), text(&bare)]);
    assert!(said.contains("9900417") && said.contains("citation_missing:K1") && said.contains("1111111"), "{said}");
    establish(&workspace, &["9900417"]);
    let full = workspace.with_file_name("oordelen.json");
    let twice = refused(&["judge", text(&workspace), text(&full)]);
    assert!(twice.contains("vastgesteld"), "{twice}");
    let out = folder.path().join("uit");
    done(&["sign", text(&workspace), "--all", "--out", text(&out)]);
    let forms = forms_in(&out);
    assert_eq!(forms.len(), 1);
    assert!(forms[0].ends_with("9900417_beroep_1.pdf"));
    let report = json_of(&["verify", text(&forms[0]), "--json"]);
    assert_eq!(report["verdict"], "valid_untrusted");
    assert_eq!(report["judgement_matches"], true);
    assert_eq!(report["judgement"]["outcome"], "aangetoond");
    let known = json_of(&["verify", text(&forms[0]), "--workspace", text(&workspace), "--json"]);
    assert_eq!((&known["verdict"], &known["judgement"]["replaced"]), (&"valid".into(), &false.into()));
    verifying::has_the_keys_of_its_schema(&known);
    let journal = json_of(&["journal", text(&workspace), "--json", "--check"]);
    assert_eq!(journal["intact"], true);
    let acts: Vec<&str> =
        journal["entries"].as_array().expect("BUG: a list").iter().filter_map(|entry| entry["act"].as_str()).collect();
    for act in ["workspace.create", "mandate.grant", "import", "judgement.establish", "identity.create", "form.sign"] {
        assert!(acts.contains(&act), "{act} is not in the journal");
    }
}

#[test]
fn a_changed_form_is_found_and_a_strange_file_is_called_so() {
    let (folder, _, forms) = example(24, 3);
    let form = &forms_in(&forms)[0];
    let mut bytes = fs::read(form).expect("BUG: readable");
    let changed = folder.path().join("veranderd.pdf");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&changed, &bytes).expect("BUG: writable");
    let output = run(&["verify", text(&changed), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).expect("BUG: JSON");
    assert_ne!(report["verdict"], "valid");
    assert_ne!(report["verdict"], "valid_untrusted");
    let strange = folder.path().join("brief.pdf");
    fs::write(&strange, "%PDF-1.4\niets anders").expect("BUG: writable");
    let output = run(&["verify", text(&strange), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).expect("BUG: JSON");
    assert_eq!(report["verdict"], "unsigned");
}

#[test]
fn what_is_wrong_is_said_plainly() {
    let (folder, workspace) = with_cohort();
    let said = refused(&["weigh", text(&workspace), "--student", "1234567"]);
    assert!(said.contains("1234567") && said.contains("staat niet in het werkbestand"), "{said}");
    let said = refused(&["check", text(&folder.path().join("weg.weegschaal"))]);
    assert!(said.contains("Dit bestand is er niet"), "{said}");
    let wrong = folder.path().join("wachtzin");
    fs::write(&wrong, "helemaal verkeerd").expect("BUG: writable");
    let said = refused(&["check", text(&workspace), "--passphrase-file", text(&wrong)]);
    assert!(said.contains("wachtzin klopt niet"), "{said}");
    let said = refused(&["check", text(&workspace), "--passphrase-file", text(&wrong), "--lang", "en"]);
    assert!(said.contains("passphrase is wrong"), "{said}");
    assert_eq!(run(&["weigh"]).status.code(), Some(2));
    let schema: Value = serde_json::from_str(&done(&["schema"])).expect("BUG: JSON");
    assert!(schema["$defs"]["cohort"].is_object());
}
