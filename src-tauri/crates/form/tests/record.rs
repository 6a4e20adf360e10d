//! What a form carries for machines: the judgement by its published schema, its hash, the head of the journal.

mod judged;

use judged::{Cohort, checkpoint, draft, filled, judgements, mandate, render};
use lopdf::{Document, Object};
use serde_json::Value;

/// The bytes of an embedded file, by its name.
fn embedded(pdf: &[u8], name: &str) -> Vec<u8> {
    let document = Document::load_mem(pdf).expect("BUG: a PDF");
    let named = |object: &&lopdf::Dictionary| {
        object.has_type(b"Filespec") && object.get(b"UF").and_then(Object::as_str).is_ok_and(|uf| uf == name.as_bytes())
    };
    let found = document.objects.values().filter_map(|object| object.as_dict().ok()).find(named);
    let files = found.expect("BUG: attached").get(b"EF").and_then(Object::as_dict).expect("BUG: files");
    let stream = files.get(b"UF").and_then(Object::as_reference).expect("BUG: a file");
    let stream = document.get_object(stream).and_then(Object::as_stream).expect("BUG: a stream");
    stream.decompressed_content().expect("BUG: deflated")
}

#[test]
fn every_embedded_judgement_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(form::schema()).expect("BUG: a schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("BUG: a schema");
    for judgement in Cohort::small().judgements().iter().chain(&judgements()) {
        let json = embedded(&render(judgement).pdf, form::ATTACHMENT);
        let value: Value = serde_json::from_slice(&json).expect("BUG: JSON");
        let faults: Vec<String> =
            schema.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
    let mut strange: Value = serde_json::to_value(&judgements()[0]).expect("BUG: JSON");
    strange["position"] = Value::from(1.7);
    assert!(!schema.is_valid(&strange), "the schema lets anything pass");
}

#[test]
fn a_revision_is_a_judgement_by_the_same_schema_and_says_what_it_replaces() {
    let cohort = Cohort::sample();
    let ground = cohort.ground(&cohort.dossiers[0]);
    let first = draft(&ground).establish(&ground, Some(&mandate()), judged::day(2025, 6, 12)).expect("BUG: ready");
    let hash = form::record(&first).hash;
    let revised = first.revise(&hash, filled("Een citaat stond bij het verkeerde criterium."));
    let revised = revised.establish(&ground, Some(&mandate()), judged::day(2025, 6, 20)).expect("BUG: ready");
    let schema: Value = serde_json::from_str(form::schema()).expect("BUG: a schema is JSON");
    let value = serde_json::to_value(&revised).expect("BUG: JSON");
    assert!(jsonschema::is_valid(&schema, &value));
    assert_eq!(value["draft"]["replaces"]["judgement"], Value::from(hash));
}

#[test]
fn the_hash_is_that_of_the_embedded_file_and_the_journal_is_named() {
    let judgement = &judgements()[0];
    let form = render(judgement);
    let json = embedded(&form.pdf, form::ATTACHMENT);
    assert_eq!(json, form::record(judgement).json);
    assert_eq!(form::read_back(&json).as_ref(), Ok(judgement));
    assert_eq!(form::printed_hash(&form.pdf), Some(form.hash));
    let document = Document::load_mem(&form.pdf).expect("BUG: a PDF");
    let last = *document.get_pages().keys().last().expect("BUG: a page");
    let words: String = document.extract_text(&[last]).expect("BUG: text").split_whitespace().collect();
    assert!(words.contains(&checkpoint().hash) && words.contains("regel812"));
}
