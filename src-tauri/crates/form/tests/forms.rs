//! Forms of a varied cohort: what they say, that they are the same for the same input, and that what they carry is
//! what they state. `WEEGSCHAAL_FORMS` names a folder to keep them in, for looking and for other programs to judge.

mod judged;

use domain::cohort::CohortDocument;
use domain::evidence::Provenance;
use domain::framework::WeightFramework;
use domain::ids::DataPointId;
use domain::judgement::{Citation, Ground};
use domain::mandate::{Capacity, Mandate};
use domain::text::Span;
use domain::weights::WeightSet;
use form::FIELDS;
use judged::{COHORT, day, draft, filled, judgements, render};
use lopdf::{Document, Object};

/// The words on the pages, read through the maps that the file carries.
fn words(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("BUG: a PDF");
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).expect("BUG: text").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_student_gets_a_form_that_says_who_what_and_why() {
    for judgement in judgements() {
        let form = render(&judgement);
        if let Some(folder) = std::env::var_os("WEEGSCHAAL_FORMS") {
            let path = std::path::Path::new(&folder).join(format!("{}.pdf", judgement.words().student));
            std::fs::write(path, &form.pdf).expect("BUG: writable");
        }
        let words = words(&form.pdf);
        let student = &judgement.ground().dossier.student;
        for expected in
            [student.number.as_str(), judgement.outcome(), "Feedforward", "binnen zes weken", "VRAAK", &form.hash]
        {
            assert!(words.contains(expected), "{expected} is not on the form of {}", student.number);
        }
        assert!(words.contains(student.name.as_str()), "{}", student.name);
    }
}

#[test]
fn the_same_judgement_is_the_same_file_and_carries_what_it_states() {
    let judgement = &judgements()[0];
    let (one, two) = (render(judgement), render(judgement));
    assert!(one.pdf == two.pdf, "the same input gives another file");
    assert_eq!(form::printed_hash(&one.pdf).as_deref(), Some(one.hash.as_str()));
    let record = form::record(judgement);
    assert_eq!(record.hash, one.hash);
    assert_eq!(form::read_back(&record.json).as_ref(), Ok(judgement));
    assert!(form::read_back(b"{}").is_err());
}

#[test]
fn figures_stay_off_the_form() {
    for judgement in judgements() {
        let words = words(&render(&judgement).pdf);
        let decimals = words.split(' ').filter(|word| {
            let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
            bare.split_once(['.', ','])
                .is_some_and(|(a, b)| a.len() == 1 && !b.is_empty() && b.chars().all(|c| c.is_ascii_digit()))
        });
        // The version of the program and an article of the law are the only numbers with a point.
        assert_eq!(
            decimals.filter(|word| !word.starts_with("0.1") && *word != "7.61).").collect::<Vec<_>>(),
            Vec::<&str>::new()
        );
    }
}

#[test]
fn both_signature_fields_are_there_empty_and_tagged() {
    let form = render(&judgements()[3]);
    let document = Document::load_mem(&form.pdf).expect("BUG: a PDF");
    let mut found = Vec::new();
    for object in document.objects.values() {
        let Ok(dictionary) = object.as_dict() else { continue };
        if dictionary.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig") {
            assert!(dictionary.has(b"StructParent") && dictionary.has(b"TU") && !dictionary.has(b"V"));
            let name = dictionary.get(b"T").and_then(Object::as_str).expect("BUG: a name");
            found.push(String::from_utf8_lossy(name).into_owned());
        }
    }
    found.sort();
    assert_eq!(found, FIELDS);
}

#[test]
fn long_and_strange_texts_are_set_whole() {
    let document: CohortDocument = serde_json::from_str(COHORT).expect("BUG: the sample reads");
    let mut dossier = document.students[0].clone().into_dossier(&Provenance::Unconfirmed);
    dossier.student.name =
        filled("Maximiliaan-Alexander van den Bergh-Steenwijk tot de Hogeweide-Voorbeeldsma ".repeat(3).trim());
    let long = "Een zin van zeven woorden over lesgeven. ".repeat(1500) + "中文 😀 slotzin";
    let id = DataPointId::new("lang").expect("BUG: an id");
    let mut datapoint = dossier.datapoints[0].clone();
    datapoint.id = id.clone();
    datapoint.text = long.clone();
    datapoint.indications.clear();
    dossier.datapoints.push(datapoint);
    let (framework, weights) = (WeightFramework::example(), WeightSet::example());
    let ground = Ground {
        partnership: &document.partnership,
        year: document.year,
        framework: &framework,
        weights: &weights,
        dossier: &dossier,
    };
    let mut draft = draft(&ground);
    let end = u32::try_from(long.chars().count()).expect("BUG: short enough");
    draft.criteria[0].citations = vec![Citation { datapoint: id, span: Span { start: 0, end } }];
    draft.criteria[1].rationale = "onafgebroken".repeat(60);
    let mandate = Mandate {
        holder: filled("E. Examinator"),
        capacity: Capacity::Examiner,
        granted_by: String::new(),
        from: day(2024, 9, 1),
        until: day(2025, 8, 31),
    };
    let judgement = draft.establish(&ground, Some(&mandate), day(2025, 6, 12)).expect("BUG: nothing in the way");
    let form = render(&judgement);
    let words = words(&form.pdf);
    assert_eq!(words.matches("lesgeven.").count(), 1500);
    assert!(words.contains("[U+4E2D]") && words.contains("slotzin"));
    assert!(form.pages > 10);
}
