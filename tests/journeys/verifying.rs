//! `verify` for several files at once: every one of them is told of, also one that cannot be looked at.

use super::json_of;
use serde_json::{Value, json};
use std::fs;
use weegschaal_tests::run::{done, example, forms_in, run, text};

/// What `verify --json` says has every key that its schema asks for, and no other.
pub fn has_the_keys_of_its_schema(report: &Value) {
    let schema: Value = serde_json::from_str(&done(&["schema"])).expect("BUG: JSON");
    let verify = &schema["$defs"]["verify"];
    has_the_keys(report, verify);
    let signature = &verify["properties"]["signatures"]["items"];
    let judgement = &verify["properties"]["judgement"]["anyOf"][0];
    let certificate = &signature["properties"]["certificate"]["anyOf"][0];
    let one = &report["signatures"][0];
    for (value, schema) in [(one, signature), (&report["judgement"], judgement), (&one["certificate"], certificate)] {
        has_the_keys(value, schema);
        assert_eq!(keys(value).len(), keys(&schema["properties"]).len());
    }
}

fn keys(value: &Value) -> Vec<&String> {
    value.as_object().expect("BUG: an object").keys().collect()
}

fn has_the_keys(value: &Value, schema: &Value) {
    let (said, named) = (keys(value), keys(&schema["properties"]));
    assert!(said.iter().all(|key| named.contains(key)), "{said:?} and {named:?}");
    let asked = schema["required"].as_array().expect("BUG: a list").iter().filter_map(Value::as_str);
    assert!(asked.into_iter().all(|key| said.iter().any(|one| *one == key)), "{said:?}");
}

#[test]
fn files_that_cannot_be_looked_at_are_in_the_list_with_their_reasons() {
    let (folder, workspace, forms) = example(24, 3);
    let at = |name: &str| folder.path().join(name);
    fs::write(at("foto.pdf"), "geen pdf").expect("BUG: writable");
    fs::create_dir(at("map.pdf")).expect("BUG: a folder");
    let large = fs::File::create(at("groot.pdf")).expect("BUG: writable");
    large.set_len(1 << 30).expect("BUG: a file with nothing in it");
    let form = forms_in(&forms).remove(0);
    let asked = [at("foto.pdf"), form, at("map.pdf"), at("weg.pdf"), at("groot.pdf")];
    let refused = [
        ("foto.pdf", "not_a_pdf"),
        ("map.pdf", "is_folder"),
        ("weg.pdf", "file_not_found"),
        ("groot.pdf", "form_too_large"),
    ];
    let schema: Value = serde_json::from_str(&done(&["schema"])).expect("BUG: JSON");
    // With a workspace and without: the same files are refused for the same reasons.
    for with in [&["--workspace", text(&workspace)][..], &[]] {
        let paths: Vec<&str> = asked.iter().map(|path| text(path)).collect();
        let output = run(&[&["verify", "--json"][..], &paths, with].concat());
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let list: Value = serde_json::from_slice(&output.stdout).expect("BUG: one JSON document");
        let list = list.as_array().expect("BUG: a list");
        assert_eq!(list.len(), asked.len(), "in the order asked for");
        assert!(
            list[1]["verdict"].as_str().is_some_and(|verdict| verdict.starts_with("valid"))
                && list[1].get("refused").is_none()
        );
        let others = list.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, one)| one);
        for (one, (file, code)) in others.zip(refused) {
            has_the_keys(one, &schema["$defs"]["verify"]);
            assert_eq!(
                (&one["file"], &one["verdict"], &one["reasons"]),
                (&json!(file), &json!("unsigned"), &json!([code]))
            );
            let sentence = one["refused"].as_str().expect("BUG: a sentence");
            assert!(sentence.starts_with(file) && said.contains(sentence), "{sentence} is not in {said}");
        }
    }
    // One file is one document, and its reason is told as well.
    let output = run(&["verify", text(&asked[0]), "--json"]);
    let one: Value = serde_json::from_slice(&output.stdout).expect("BUG: one JSON document");
    assert_eq!((output.status.code(), &one["reasons"]), (Some(1), &json!(["not_a_pdf"])));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Dit is geen PDF"));
    // In words, the others are told all the same.
    let output = run(&["verify", text(&asked[0]), text(&asked[1]), "--workspace", text(&workspace)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains(": geldig"));
    assert!(json_of(&["verify", text(&asked[1]), "--json"]).is_object());
}
