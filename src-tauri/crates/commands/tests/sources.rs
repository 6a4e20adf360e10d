//! *Bronnen* at the level of the use cases: changing a mark in one act, conversations, standings, correcting facts.

mod desk;

use commands::Workbench;
use commands::api::{
    ConversationKindCode, DossierReply, NewConversation, NewDataPoint, NewIndication, ProblemCode, SpanView,
    TextStandsCode,
};
use desk::{Machine, NUMBER, bring_in, note};

fn bench() -> (tempfile::TempDir, Workbench) {
    desk::bench_of("E. Examinator", Machine::on(2025, 3, 12))
}

fn typed(text: &str) -> NewDataPoint {
    NewDataPoint { author: "W. Plek".to_owned(), date: "2025-01-20".to_owned(), ..note(text) }
}

fn mark(datapoint: &str, criterion: &str, level: Option<u8>) -> NewIndication {
    let excerpt = Some(SpanView { start: 0, end: 6 });
    NewIndication { datapoint: datapoint.to_owned(), criterion: criterion.to_owned(), level, excerpt }
}

/// Criterion and level of every mark of the one data point.
fn marks(reply: &DossierReply) -> Vec<(String, Option<u8>)> {
    reply.datapoints[0].indications.iter().map(|said| (said.criterion.clone(), said.level)).collect()
}

fn entries(bench: &Workbench) -> usize {
    bench.journal_all().expect("BUG: readable").len()
}

#[test]
fn a_mark_is_changed_in_one_act_that_is_taken_back_in_one() {
    let (_folder, mut bench) = bench();
    let reply = bench.add_datapoint(NUMBER, &typed("Rustig en duidelijk.")).expect("BUG: added");
    let id = reply.datapoints[0].id.clone();
    bench.add_indication(NUMBER, &mark(&id, "K1", Some(1))).expect("BUG: marked");
    let before = entries(&bench);
    let changed = bench.change_indication(NUMBER, 0, &mark(&id, "K3", Some(3))).expect("BUG: changed");
    assert_eq!(marks(&changed), [("K3".to_owned(), Some(3))]);
    assert_eq!(entries(&bench), before + 1);
    bench.undo().expect("BUG: undone");
    assert_eq!(marks(&bench.dossier(NUMBER).expect("BUG: there")), [("K1".to_owned(), Some(1))]);
    let refused = bench.change_indication(NUMBER, 7, &mark(&id, "K1", None)).expect_err("BUG: no such mark");
    assert_eq!(refused.code, ProblemCode::UnknownIndication);
    assert_eq!(marks(&bench.dossier(NUMBER).expect("BUG: there")), [("K1".to_owned(), Some(1))]);
}

#[test]
fn one_passage_says_one_thing_on_a_criterion() {
    let (_folder, mut bench) = bench();
    let reply = bench.add_datapoint(NUMBER, &typed("Rustig en duidelijk.")).expect("BUG: added");
    let id = reply.datapoints[0].id.clone();
    bench.add_indication(NUMBER, &mark(&id, "K1", Some(1))).expect("BUG: marked");
    bench.add_indication(NUMBER, &mark(&id, "K2", Some(2))).expect("BUG: marked");
    let again = bench.add_indication(NUMBER, &mark(&id, "K1", None)).expect("BUG: marked");
    let mut found = marks(&again);
    found.sort();
    assert_eq!(found, [("K1".to_owned(), None), ("K2".to_owned(), Some(2))]);
    // Turned into a criterion that the passage has a mark on: that one gives way.
    let place = again.datapoints[0].indications.iter().find(|said| said.criterion == "K2").expect("BUG: there").index;
    let merged = bench.change_indication(NUMBER, place, &mark(&id, "K1", Some(3))).expect("BUG: changed");
    assert_eq!(marks(&merged), [("K1".to_owned(), Some(3))]);
}

fn conversation(kind: ConversationKindCode, date: &str, questions: &[&str]) -> NewConversation {
    NewConversation {
        id: None,
        kind,
        date: date.to_owned(),
        participants: vec!["Anna Eerste".to_owned(), " ".to_owned()],
        questions: questions.iter().map(ToString::to_string).collect(),
        notes: String::new(),
    }
}

#[test]
fn conversations_are_kept_changed_and_taken_back() {
    let (_folder, mut bench) = bench();
    let start = conversation(ConversationKindCode::Startgesprek, "2024-11-18", &["Hoe houd ik orde?", ""]);
    bench.save_conversation(NUMBER, &start).expect("BUG: kept");
    let later = conversation(ConversationKindCode::Eindevaluatie, "2025-04-08", &[]);
    let reply = bench.save_conversation(NUMBER, &later).expect("BUG: kept");
    let [first, second] = &reply.conversations[..] else { panic!("two conversations") };
    assert_eq!(first.questions, ["Hoe houd ik orde?"]);
    assert_eq!(first.participants, ["Anna Eerste"]);
    assert!(!first.planned && second.planned);
    assert_eq!(second.before, ["Hoe houd ik orde?"]);

    let reply = bench.add_datapoint(NUMBER, &typed("Rustig.")).expect("BUG: added");
    assert_eq!(reply.datapoints[0].conversation.as_ref(), Some(&first.id), "the questions of then stand beside it");

    let changed = NewConversation {
        id: Some(second.id.clone()),
        questions: vec!["Wat neem ik mee?".to_owned()],
        ..later.clone()
    };
    let reply = bench.save_conversation(NUMBER, &changed).expect("BUG: kept");
    assert_eq!(reply.conversations[1].questions, ["Wat neem ik mee?"]);
    let before = entries(&bench);
    bench.save_conversation(NUMBER, &changed).expect("BUG: the same");
    assert_eq!(entries(&bench), before, "nothing changed, so no act");
    bench.undo().expect("BUG: undone");
    assert!(bench.dossier(NUMBER).expect("BUG: there").conversations[1].questions.is_empty());
    bench.redo().expect("BUG: redone");

    let gone = bench.remove_conversation(NUMBER, &second.id).expect("BUG: removed");
    assert_eq!(gone.conversations.len(), 1);
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.dossier(NUMBER).expect("BUG: there").conversations.len(), 2);

    let outside = conversation(ConversationKindCode::Startgesprek, "2026-11-18", &[]);
    let refused = bench.save_conversation(NUMBER, &outside).expect_err("BUG: outside the year");
    assert_eq!(refused.code, ProblemCode::DateOutsideYear);
    let strange = NewConversation { id: Some("g-weg".to_owned()), ..start };
    let refused = bench.save_conversation(NUMBER, &strange).expect_err("BUG: not there");
    assert_eq!(refused.code, ProblemCode::UnknownConversation);
}

#[test]
fn the_standing_on_another_outcome_is_kept_and_taken_back() {
    let (_folder, mut bench) = bench();
    let reply = bench.save_standing(NUMBER, "lerende", "aangetoond", Some("2025-02-14")).expect("BUG: kept");
    let of = |reply: &DossierReply| reply.student.standings.iter().find(|one| one.luk == "lerende").cloned();
    let standing = of(&reply).expect("BUG: always three");
    assert!(standing.shown);
    assert_eq!(standing.date.as_deref(), Some("2025-02-14"));
    let reply = bench.save_standing(NUMBER, "lerende", "nog niet aangetoond", None).expect("BUG: kept");
    assert!(!of(&reply).expect("BUG: always three").shown);
    bench.undo().expect("BUG: undone");
    assert!(of(&bench.dossier(NUMBER).expect("BUG: there")).expect("BUG: always three").shown);
    let refused = bench.save_standing(NUMBER, "beroep", "aangetoond", None).expect_err("BUG: judged here");
    assert_eq!(refused.code, ProblemCode::UnknownOutcome);
    let refused = bench.save_standing(NUMBER, "lerende", "aangetoond", Some("gisteren")).expect_err("BUG: no date");
    assert_eq!(refused.code, ProblemCode::InvalidDate);
}

#[test]
fn facts_are_corrected_and_a_text_that_is_pointed_into_stands() {
    let (_folder, mut bench) = bench();
    let reply = bench.add_datapoint(NUMBER, &typed("Rustig en duidelijk.")).expect("BUG: added");
    let point = &reply.datapoints[0];
    let id = point.id.clone();
    assert_eq!(point.text_stands, None);
    let by = point.established_by.as_ref().expect("BUG: said at the desk");
    assert_eq!((by.by.as_str(), by.on.as_str()), ("E. Examinator", "2025-03-12"));
    let other = NewDataPoint { source: "drama".to_owned(), date: "2025-02-20".to_owned(), ..typed("Beter gezegd.") };
    let reply = bench.change_datapoint_facts(NUMBER, &id, &other).expect("BUG: corrected");
    let point = &reply.datapoints[0];
    assert_eq!((point.source.as_str(), point.text.as_str(), point.period), ("drama", "Beter gezegd.", 3));

    bench.add_indication(NUMBER, &mark(&id, "K1", Some(2))).expect("BUG: marked");
    let refused = bench.change_datapoint_facts(NUMBER, &id, &typed("Weer anders.")).expect_err("BUG: marked");
    assert_eq!(refused.code, ProblemCode::TextStands);
    let reply = bench.change_datapoint_facts(NUMBER, &id, &typed("Beter gezegd.")).expect("BUG: only the facts");
    assert_eq!(reply.datapoints[0].source, "werkplek");
    assert_eq!(reply.datapoints[0].indications.len(), 1);
    assert_eq!(reply.datapoints[0].text_stands, Some(TextStandsCode::Marked));
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.dossier(NUMBER).expect("BUG: there").datapoints[0].source, "drama");
}

#[test]
fn an_original_comes_out_as_it_came_in() {
    let (_folder, mut bench) = bench();
    let notes = "Studentnummer;Datum;Auteur;Notitie\n9900001;11-2-2025;W. Plek;Rustig en duidelijk.\n";
    bring_in(&mut bench, "map/werkplek notities.csv", notes);
    let reply = bench.dossier(NUMBER).expect("BUG: there");
    let point = &reply.datapoints[0];
    let original = point.original.as_ref().expect("BUG: from a file");
    assert_eq!(original.hash.len(), 64);
    assert_eq!(original.by, "E. Examinator");
    assert_eq!(point.text_stands, Some(TextStandsCode::FromFile));
    let file = bench.original(NUMBER, &point.id).expect("BUG: kept");
    assert_eq!(file.bytes, notes.as_bytes());
    assert_eq!(file.name, "werkplek notities.csv", "a name never carries a folder");
    let typed = bench.add_datapoint(NUMBER, &typed("Getypt.")).expect("BUG: added");
    let own = typed.datapoints.iter().find(|point| point.original.is_none()).expect("BUG: typed");
    assert_eq!(bench.original(NUMBER, &own.id).expect_err("BUG: none").code, ProblemCode::FileNotFound);
}

#[test]
fn the_place_in_the_table_follows_the_students() {
    let (_folder, mut bench) = bench();
    assert_eq!(bench.dossier(NUMBER).expect("BUG: there").place, (1, 2));
    bring_in(&mut bench, "meer.csv", "Studentnummer;Achternaam;Roepnaam\n9900003;Aard;Aart\n");
    let reply = bench.dossier(NUMBER).expect("BUG: there");
    assert_eq!(reply.place.1, 3);
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.dossier(NUMBER).expect("BUG: there").place, (1, 2));
}
