//! Forms of a varied cohort: what they say, that they are the same for the same input, and that what they carry is
//! what they state. `WEEGSCHAAL_FORMS` names a folder to keep them in, for looking and for other programs to judge.

mod heard;
mod judged;

use domain::ids::DataPointId;
use domain::judgement::{Citation, DraftJudgement};
use domain::text::Span;
use form::{FIELDS, Fonts, Language};
use heard::Heard;
use judged::{Cohort, checkpoint, day, draft, facts, filled, judgements, mandate, render, render_in};
use lopdf::{Document, Object};

/// The words of the form as they are heard.
fn words(pdf: &[u8]) -> String {
    Heard::open(pdf).words()
}

/// Keeps a form for looking and for other programs to judge, where a folder is named for that.
fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("WEEGSCHAAL_FORMS") {
        let path = std::path::Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(path, pdf).expect("BUG: writable");
    }
}

#[test]
fn every_student_gets_a_form_that_says_who_what_and_why() {
    for judgement in judgements() {
        let form = render(&judgement);
        keep(judgement.words().student.as_str(), &form.pdf);
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
fn a_small_dossier_takes_two_pages() {
    let mut pages = Vec::new();
    for judgement in Cohort::small().judgements() {
        let form = render(&judgement);
        keep(&format!("klein-{}", judgement.words().student), &form.pdf);
        pages.push((form.pages, judgement.words().student.to_string()));
    }
    let longer: Vec<_> = pages.into_iter().filter(|(pages, _)| *pages > 2).collect();
    assert!(longer.is_empty(), "{longer:?}");
}

#[test]
fn the_english_form_says_the_same_in_other_words() {
    for judgement in judgements().iter().take(4) {
        let form = render_in(Language::English, judgement);
        keep(&format!("english-{}", judgement.words().student), &form.pdf);
        let (english, dutch) = (Heard::open(&form.pdf), Heard::open(&render(judgement).pdf));
        let shape = |heard: &Heard| -> Vec<_> {
            // A word that is broken over lines is broken elsewhere, and text flows to other pages.
            let elements = heard.elements().into_iter().filter(|said| said.role != "Span");
            elements.map(|said| (said.role, said.depth)).collect()
        };
        assert_eq!(shape(&english), shape(&dutch));
        let words = english.words();
        for expected in ["Assessment form", "within six weeks", "judgement", judgement.outcome(), &form.hash] {
            assert!(words.contains(expected), "{expected}");
        }
        for dutch in ["Beoordelingsformulier", "Onderbouwing", "bladzijde", "vastgesteld"] {
            assert!(!words.contains(dutch), "{dutch}");
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_claims_nothing() {
    let (cohort, checkpoint) = (Cohort::sample(), checkpoint());
    for (place, dossier) in cohort.dossiers.iter().take(4).enumerate() {
        let ground = cohort.ground(dossier);
        let empty = DraftJudgement::new(dossier.student.number.clone(), 1);
        let draft = if place == 0 { empty } else { draft(&ground) };
        let shown = form::render_draft(Language::Dutch, &draft, ground, &facts(&checkpoint), Fonts::shared());
        let shown = shown.expect("BUG: it can be set");
        keep(&format!("concept-{}", draft.student), &shown.pdf);
        let document = Document::load_mem(&shown.pdf).expect("BUG: a PDF");
        for page in document.get_pages().into_keys() {
            assert!(document.extract_text(&[page]).expect("BUG: text").contains("CONCEPT"), "page {page}");
        }
        assert!(words(&shown.pdf).contains("Concept van het beoordelingsformulier"));
        assert_eq!(form::printed_hash(&shown.pdf), None);
        for claim in [&b"/Sig"[..], b"/AcroForm", b"/EmbeddedFile", b"sha256"] {
            assert!(!shown.pdf.windows(claim.len()).any(|part| part == claim), "{}", String::from_utf8_lossy(claim));
        }
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
fn a_form_is_the_same_whatever_was_made_before_and_beside_it() {
    let judgements = judgements();
    let alone: Vec<_> = judgements.iter().map(|judgement| render(judgement).pdf).collect();
    std::thread::scope(|scope| {
        // Each thread begins elsewhere, so that faces are made in another order.
        for start in [0, judgements.len() / 2] {
            let (judgements, alone) = (&judgements, &alone);
            scope.spawn(move || {
                for at in (0..judgements.len()).map(|place| (place + start) % judgements.len()) {
                    assert!(render(&judgements[at]).pdf == alone[at], "form {at} differs");
                }
            });
        }
    });
}

#[test]
fn a_revision_names_what_it_replaces_and_why() {
    let cohort = Cohort::small();
    let ground = cohort.ground(&cohort.dossiers[0]);
    let first = draft(&ground).establish(&ground, Some(&mandate()), day(2025, 6, 12)).expect("BUG: ready");
    let hash = form::record(&first).hash;
    let revised = first.revise(&hash, filled("Een citaat stond bij het verkeerde criterium."));
    let revised = revised.establish(&ground, Some(&mandate()), day(2025, 6, 20)).expect("BUG: ready");
    let checkpoint = checkpoint();
    let facts = form::FormFacts { revision: 2, ..facts(&checkpoint) };
    let form = form::render(&revised, &facts, Fonts::shared()).expect("BUG: it can be set");
    keep("herziening", &form.pdf);
    let words = words(&form.pdf);
    let short = format!("{} {} {}", &hash[..4], &hash[4..8], &hash[8..12]);
    assert!(words.contains(&format!("Versie 2; vervangt oordeel {short}: Een citaat stond bij")), "{words}");
    assert_ne!(form.hash, hash);
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
    let cohort = Cohort::sample();
    let mut dossier = cohort.dossiers[0].clone();
    let name = "Onafgebrokenachternaam".repeat(4)[..80].to_owned();
    dossier.student.name = filled(&name);
    dossier.student.placement.school = format!("{} {name}", "Scholengemeenschap aan de Voorbeeldlaan ".repeat(4));
    let long = "Een zin van zeven woorden over lesgeven. ".repeat(1500) + "中文 😀 slotzin";
    let id = DataPointId::new("lang").expect("BUG: an id");
    let mut datapoint = dossier.datapoints[0].clone();
    datapoint.id = id.clone();
    datapoint.text = long.clone();
    datapoint.author = Some(filled(&name));
    datapoint.indications.clear();
    dossier.datapoints.push(datapoint);
    let ground = cohort.ground(&dossier);
    let mut draft = draft(&ground);
    let end = u32::try_from(long.chars().count()).expect("BUG: short enough");
    draft.criteria[0].citations = vec![Citation { datapoint: id, span: Span { start: 0, end } }];
    draft.criteria[1].rationale = "onafgebroken".repeat(60);
    draft.answers.iter_mut().for_each(|answer| answer.answer = "Een lang antwoord op de tegenspraak. ".repeat(60));
    let judgement = draft.establish(&ground, Some(&mandate()), day(2025, 6, 12)).expect("BUG: nothing in the way");
    let form = render(&judgement);
    keep("lang", &form.pdf);
    let words = words(&form.pdf);
    assert_eq!(words.matches("lesgeven.").count(), 1500, "a word that is broken over lines is heard whole");
    assert!(words.contains("[U+4E2D]") && words.contains("slotzin"));
    assert!(words.contains(&"onafgebroken".repeat(60)), "a word wider than the page is one word");
    assert!(words.matches(&name).count() >= 3);
    assert!(form.pages > 10);
}

#[test]
fn a_table_that_goes_on_is_read_once() {
    let judgements = judgements();
    let form = render(&judgements[0]);
    let heard = Heard::open(&form.pdf);
    // The head of the table in words stands on two pages; the second is an artifact.
    let seen = Document::load_mem(&form.pdf).expect("BUG: a PDF");
    let pages: Vec<u32> = seen.get_pages().keys().copied().collect();
    let seen = seen.extract_text(&pages).expect("BUG: text");
    assert!(seen.matches("Criterium").count() > heard.words().matches("Criterium").count());
    let rows = heard.elements().into_iter().filter(|said| said.role == "TR").count();
    let datapoints = judgements[0].ground().dossier.datapoints.len();
    // Four tables with a head each: nine criteria, five letters, five sources, the data points.
    assert_eq!(rows, 4 + 9 + 5 + 5 + datapoints);
}

#[test]
fn passages_and_data_points_lead_to_each_other() {
    let judgement = &judgements()[0];
    let form = render(judgement);
    let document = Document::load_mem(&form.pdf).expect("BUG: a PDF");
    let cited: usize = judgement.words().criteria.iter().map(|criterion| criterion.citations.len()).sum();
    let mut said = Vec::new();
    for object in document.objects.values().filter_map(|object| object.as_dict().ok()) {
        if object.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Link") {
            let target = object.get(b"Dest").and_then(Object::as_array).expect("BUG: a target");
            assert!(target[0].as_reference().is_ok() && object.has(b"StructParent"));
            said.push(object.get(b"Contents").and_then(lopdf::decode_text_string).expect("BUG: words"));
        }
    }
    let there = said.iter().filter(|said| said.starts_with("Naar datapunt")).count();
    let back = said.iter().filter(|said| said.starts_with("Naar de passage bij")).count();
    assert!(there >= cited, "{there} links for {cited} citations");
    assert!(back > 0 && there + back == said.len());
    let elements = Heard::open(&form.pdf).elements();
    assert_eq!(elements.iter().filter(|element| element.role == "Link").count(), said.len());
}

#[test]
fn headings_are_bookmarks_and_skip_no_rank() {
    let form = render(&judgements()[1]);
    let ranks = |said: &heard::Said| said.role.strip_prefix('H').and_then(|rank| rank.parse::<u32>().ok());
    let headings: Vec<(u32, String)> =
        Heard::open(&form.pdf).elements().into_iter().filter_map(|said| Some((ranks(&said)?, said.text))).collect();
    assert_eq!(headings[0].0, 1);
    assert!(headings.windows(2).all(|pair| pair[1].0 <= pair[0].0 + 1), "{headings:?}");
    let document = Document::load_mem(&form.pdf).expect("BUG: a PDF");
    let titles: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|object| object.has(b"Dest") && object.has(b"Title"))
        .filter_map(|object| object.get(b"Title").and_then(lopdf::decode_text_string).ok())
        .collect();
    let under: Vec<String> = headings.into_iter().skip(1).map(|(_, text)| text).collect();
    assert_eq!(titles, under);
}
