//! Searching at the level of the use cases: what is found, and that it follows every act.

mod desk;

use commands::Workbench;
use commands::api::{AnswerCode, ConversationKindCode, NewConversation, SaidIn, SearchAsk, SearchReply, StatementView};
use desk::{bench, bring_in, note};

const NOTE: &str = "Rustig voor de brugklas. 😀 Eén klas.";

fn find(bench: &mut Workbench, query: &str) -> SearchReply {
    let ask = SearchAsk { query: query.to_owned(), students: 5, evidence: 20 };
    bench.search(&ask).expect("BUG: it can be searched")
}

#[test]
fn students_and_passages_are_found_with_what_was_looked_for_marked() {
    let (_folder, mut bench) = bench();
    bench.add_datapoint("9900001", &note(NOTE)).expect("BUG: added");
    let found = find(&mut bench, "caglar");
    assert_eq!(found.students.len(), 1);
    assert_eq!(found.students[0].name.last().map(|piece| (piece.text.as_str(), piece.hit)), Some(("Çağlar", true)));
    assert_eq!(find(&mut bench, "99000").students.len(), 2);
    let found = find(&mut bench, "een klas");
    let [one] = found.evidence.as_slice() else { panic!("one passage, not {:?}", found.evidence) };
    assert_eq!((one.number.as_str(), one.date.as_str()), ("9900001", "2025-04-11"));
    let hits: Vec<&str> = one.passage.iter().filter(|piece| piece.hit).map(|piece| piece.text.as_str()).collect();
    assert!(hits.contains(&"klas") && hits.contains(&"Eén"), "{hits:?}");
    let span = one.excerpt.expect("BUG: found in the text");
    let dossier = bench.dossier("9900001").expect("BUG: there");
    let text: Vec<char> = dossier.datapoints[0].text.chars().collect();
    let selected: String = text[span.start as usize..span.end as usize].iter().collect();
    assert!(selected.starts_with("brugklas") && selected.ends_with("klas"), "{selected}");
    assert_eq!(found.reading, None);
}

#[test]
fn what_is_found_follows_every_act() {
    let (_folder, mut bench) = bench();
    assert!(find(&mut bench, "olifant").evidence.is_empty());
    let dossier = bench.add_datapoint("9900002", &note("Vertelt over een olifant.")).expect("BUG: added");
    assert_eq!(find(&mut bench, "OLIFANT").evidence.len(), 1);
    assert_eq!(find(&mut bench, "jose").evidence[0].excerpt, None, "found by its author alone");
    bench.undo().expect("BUG: undoable");
    assert!(find(&mut bench, "olifant").evidence.is_empty());
    bench.redo().expect("BUG: redoable");
    assert_eq!(find(&mut bench, "olifant bram").evidence.len(), 1);
    bench.remove_datapoint("9900002", &dossier.datapoints[0].id).expect("BUG: removed");
    assert!(find(&mut bench, "olifant").evidence.is_empty());
    bring_in(&mut bench, "meer.csv", "Studentnummer;Achternaam;Roepnaam\n9900003;Derde;Cato\n");
    assert_eq!(find(&mut bench, "cato").students.len(), 1);
    bench.undo().expect("BUG: undoable");
    assert!(find(&mut bench, "cato").students.is_empty(), "a student who is gone is not found");
}

#[test]
fn what_a_student_states_and_asks_is_found_and_followed_too() {
    let (_folder, mut bench) = bench();
    let asked = NewConversation {
        id: None,
        kind: ConversationKindCode::Startgesprek,
        date: "2025-02-10".to_owned(),
        participants: vec!["Ada Astra".to_owned()],
        questions: vec!["Hoe houd ik orde?".to_owned(), "Hoe differentieer ik?".to_owned()],
        notes: "Over olifanten.".to_owned(),
    };
    let dossier = bench.save_conversation("9900001", &asked).expect("BUG: kept");
    let found = find(&mut bench, "differentieer").evidence;
    let [one] = found.as_slice() else { panic!("one passage, not {found:?}") };
    assert_eq!((one.said_in, &one.id), (SaidIn::Conversation, &dossier.conversations[0].id));
    assert!(one.excerpt.is_some() && one.author.is_empty(), "{one:?}");
    assert!(find(&mut bench, "olifanten").evidence.is_empty(), "notes are for who wrote them");
    for (date, text) in [("2025-05-01", "Ik twijfel over orde."), ("2025-06-01", "Ik sta er als leraar.")] {
        let statement =
            StatementView { date: date.to_owned(), kan: AnswerCode::Ja, wil: AnswerCode::Ja, text: text.to_owned() };
        bench.save_statement("9900001", &statement).expect("BUG: kept");
    }
    let found = find(&mut bench, "orde").evidence;
    let places: Vec<_> = found.iter().map(|one| (one.said_in, one.date.as_str())).collect();
    assert_eq!(places, [(SaidIn::Statement, "2025-05-01"), (SaidIn::Conversation, "2025-02-10")]);
    bench.undo().expect("BUG: undoable");
    assert!(find(&mut bench, "leraar").evidence.is_empty(), "what is taken back is not found");
}

#[test]
fn more_than_is_listed_is_counted() {
    let (_folder, mut bench) = bench();
    let ask = SearchAsk { query: "99".to_owned(), students: 1, evidence: 0 };
    let found = bench.search(&ask).expect("BUG: it can be searched");
    assert_eq!((found.students.len(), found.more_students, found.more_evidence), (1, 1, 0));
}
