//! Looking back: what an act changed, before and after, whoever did what since.

mod desk;

use commands::Workbench;
use commands::api::{
    AnswerCode, ChainState, ConversationKindCode, CriterionWords, Difference, FrameworkChangeView, JournalDetail,
    JournalFilter, JournalFormat, NewConversation, NewIndication, ProblemCode, SpanView, StatementView, Thing,
    ThingValue,
};
use desk::{NUMBER, bench, bring_in, note};

/// The latest entry, or one some entries before it.
fn looked(bench: &mut Workbench, back: u32) -> JournalDetail {
    let page = bench.journal_page(&JournalFilter::default(), back, 1).expect("BUG: it reads");
    bench.journal_detail(page.rows[0].seq, "").expect("BUG: it reads")
}

fn text(value: Option<&ThingValue>) -> String {
    match value {
        None => "-".to_owned(),
        Some(ThingValue::Words { pieces, .. }) => pieces.iter().map(|piece| piece.text.as_str()).collect(),
        Some(ThingValue::Level { name }) => name.clone().unwrap_or_else(|| "niet waargenomen".to_owned()),
        Some(ThingValue::YesNo { yes }) => yes.to_string(),
        Some(ThingValue::Answer { answer }) => format!("{answer:?}"),
        Some(other) => format!("{other:?}"),
    }
}

fn sides(difference: &Difference) -> (Thing, String, String) {
    (difference.thing, text(difference.before.as_ref()), text(difference.after.as_ref()))
}

fn all(detail: &JournalDetail) -> Vec<(Thing, String, String)> {
    detail.differences.iter().map(sides).collect()
}

fn one(thing: Thing, before: &str, after: &str) -> Vec<(Thing, String, String)> {
    vec![(thing, before.to_owned(), after.to_owned())]
}

fn with_point() -> (tempfile::TempDir, Workbench, String) {
    let (folder, mut bench) = bench();
    let dossier = bench.add_datapoint(NUMBER, &note("Rustig voor de klas, ook bij tegenspel.")).expect("BUG: added");
    let id = dossier.datapoints[0].id.clone();
    (folder, bench, id)
}

fn mark(bench: &mut Workbench, datapoint: &str, criterion: &str, level: Option<u8>) {
    let excerpt = Some(SpanView { start: 0, end: 6 });
    let indication = NewIndication { datapoint: datapoint.to_owned(), criterion: criterion.to_owned(), level, excerpt };
    bench.add_indication(NUMBER, &indication).expect("BUG: marked");
}

#[test]
fn evidence_is_told_with_its_passage_and_stays_so_when_it_changes_again() {
    let (_folder, mut bench, id) = with_point();
    let detail = looked(&mut bench, 0);
    assert_eq!(all(&detail), one(Thing::Point, "-", "Rustig voor de klas, ook bij tegenspel."));
    mark(&mut bench, &id, "K2", Some(2));
    mark(&mut bench, &id, "K1", None);
    assert_eq!(bench.overview().expect("BUG: it reads").undo.map(|act| act.place).as_deref(), Some("K1"));
    bench.remove_indication(NUMBER, &id, 0).expect("BUG: removed");
    bench.set_established(NUMBER, &id, false).expect("BUG: set");
    assert_eq!(all(&looked(&mut bench, 0)), one(Thing::PointEstablished, "true", "false"));
    let names = bench.overview().expect("BUG: it reads").framework.levels;
    assert_eq!(all(&looked(&mut bench, 1)), one(Thing::Indication, &names[2], "-"));
    assert_eq!(all(&looked(&mut bench, 2)), one(Thing::Indication, "-", "niet waargenomen"));
    let marked = looked(&mut bench, 3);
    assert_eq!(all(&marked), one(Thing::Indication, "-", &names[2]));
    assert_eq!((marked.row.place.as_str(), marked.row.reason.as_str()), ("K2", ""));
    let difference = &marked.differences[0];
    assert_eq!((difference.place.as_str(), difference.passage.as_deref()), ("K2", Some("Rustig")));
    assert_eq!(difference.student.as_deref(), Some("Anna Eerste"));
    assert_eq!(difference.point.as_ref().map(|point| point.author.as_str()), Some("José Plek"));
}

#[test]
fn words_and_answers_are_told_before_and_after() {
    let (_folder, mut bench, _) = with_point();
    let statement = |kan, text: &str| StatementView {
        date: "2025-05-01".to_owned(),
        kan,
        wil: AnswerCode::Ja,
        text: text.to_owned(),
    };
    let silent = bench.save_statement(NUMBER, &statement(AnswerCode::Ja, " \n")).expect_err("BUG: no words");
    assert_eq!(silent.code, ProblemCode::TextMissing, "an answer without the student's argument is no statement");
    bench.save_statement(NUMBER, &statement(AnswerCode::Twijfel, "Nog niet.")).expect("BUG: kept");
    let dossier = bench.save_statement(NUMBER, &statement(AnswerCode::Ja, "Nog niet.")).expect("BUG: kept");
    let kan: Vec<AnswerCode> = dossier.statements.iter().map(|version| version.kan).collect();
    assert_eq!(kan, [AnswerCode::Ja, AnswerCode::Twijfel], "of one date, the last that came is the one that counts");
    assert_eq!(all(&looked(&mut bench, 0)), one(Thing::StatementKan, "Twijfel", "Ja"));
    let mut words = bench.dossier(NUMBER).expect("BUG: there").judgement.words;
    let of = |text: &str| CriterionWords { criterion: "K1".to_owned(), rationale: text.to_owned(), citations: vec![] };
    words.criteria = vec![of("Zij is rustig.")];
    bench.save_draft(NUMBER, &words).expect("BUG: kept");
    words.criteria = vec![of("Zij is heel rustig.")];
    bench.save_draft(NUMBER, &words).expect("BUG: kept");
    let detail = looked(&mut bench, 0);
    assert_eq!(all(&detail), one(Thing::CriterionRationale, "Zij is rustig.", "Zij is heel rustig."));
    let Some(ThingValue::Words { pieces, .. }) = &detail.differences[0].after else { panic!("words") };
    assert_eq!(pieces.iter().find(|piece| piece.hit).map(|piece| piece.text.as_str()), Some("heel "));
}

#[test]
fn a_conversation_a_standing_and_the_calendar_are_told_in_full() {
    let (_folder, mut bench) = bench();
    let mut said = NewConversation {
        id: None,
        kind: ConversationKindCode::Startgesprek,
        date: "2024-11-18".to_owned(),
        participants: vec!["José Plek".to_owned()],
        questions: vec!["Hoe houd ik orde?".to_owned()],
        notes: String::new(),
    };
    let reply = bench.save_conversation(NUMBER, &said).expect("BUG: kept");
    let things = |detail: &JournalDetail| detail.differences.iter().map(|one| one.thing).collect::<Vec<_>>();
    use Thing::{ConversationDate, ConversationKind, ConversationParticipants, ConversationQuestions};
    let new = [ConversationKind, ConversationDate, ConversationParticipants, ConversationQuestions];
    assert_eq!(things(&looked(&mut bench, 0)), new);
    said.id = Some(reply.conversations[0].id.clone());
    said.participants.push("Anna Eerste".to_owned());
    bench.save_conversation(NUMBER, &said).expect("BUG: kept");
    let more = one(ConversationParticipants, "José Plek", "José Plek\nAnna Eerste");
    assert_eq!(all(&looked(&mut bench, 0)), more);
    bench.save_standing(NUMBER, "lerende", "behaald", None).expect("BUG: kept");
    bench.save_standing(NUMBER, "lerende", "behaald", Some("2025-05-01")).expect("BUG: kept");
    let dated = looked(&mut bench, 0);
    assert_eq!(things(&dated), [Thing::StudentStandingDate]);
    assert_eq!(dated.differences[0].after, Some(ThingValue::Day { day: "2025-05-01".to_owned() }));
    let mut calendar = bench.settings().expect("BUG: read").calendar;
    calendar.third = "2025-02-10".to_owned();
    bench.set_calendar(&calendar).expect("BUG: kept");
    let moved = looked(&mut bench, 0);
    assert_eq!(things(&moved), [Thing::Calendar]);
    let of = |day: &str| Some(ThingValue::Day { day: day.to_owned() });
    let found = &moved.differences[0];
    assert_eq!(found.place, "later_periods_start:1");
    assert_eq!((&found.before, &found.after), (&of("2025-02-03"), &of("2025-02-10")));
}

#[test]
fn a_version_of_the_framework_is_told_as_kader_tells_it() {
    let (_folder, mut bench) = bench();
    let mut proposal = bench.begin_kader().expect("BUG: begun").proposal;
    let doc = proposal.framework.as_mut().expect("BUG: a draft");
    doc.norm_line = "9/4".into();
    doc.outcomes[0] = "nog niet getoond".into();
    bench.save_kader(&proposal).expect("BUG: kept");
    bench.use_kader("De norm lag te laag.").expect("BUG: in use");
    let detail = looked(&mut bench, 0);
    let told = detail.framework.expect("BUG: both versions");
    assert_eq!(told, bench.compare_versions(1, 2).expect("BUG: both are kept"));
    assert!(told.changes.iter().any(|change| matches!(change, FrameworkChangeView::NormLine { .. })));
    assert!(told.changes.iter().any(|change| matches!(change, FrameworkChangeView::OutcomeRenamed { .. })));
}

#[test]
fn taking_back_names_what_it_took_back() {
    let (_folder, mut bench, id) = with_point();
    bench.remove_datapoint(NUMBER, &id).expect("BUG: removed");
    let removed = looked(&mut bench, 0);
    bench.undo().expect("BUG: undoable");
    let detail = looked(&mut bench, 0);
    assert_eq!((detail.row.act.as_str(), detail.row.other.as_deref()), ("undo", Some("datapoint.remove")));
    assert_eq!(detail.undoes, Some(removed.row.seq));
    assert_eq!(detail.row.name.as_deref(), Some("Anna Eerste"));
    assert_eq!(all(&detail), one(Thing::Point, "-", "Rustig voor de klas, ook bij tegenspel."));
    assert_eq!(all(&removed), one(Thing::Point, "Rustig voor de klas, ook bij tegenspel.", "-"));
}

#[test]
fn entries_are_filtered_by_student_act_person_and_time() {
    let (_folder, mut bench, id) = with_point();
    mark(&mut bench, &id, "K2", Some(1));
    bring_in(&mut bench, "meer.csv", "Studentnummer;Achternaam;Roepnaam\n9900003;Derde;Cato\n");
    let count =
        |bench: &mut Workbench, filter: &JournalFilter| bench.journal_page(filter, 0, 10).expect("BUG: it reads").total;
    let student = JournalFilter { student: NUMBER.to_owned(), ..JournalFilter::default() };
    // The list that brought the student in is part of the history too; the list of another is not.
    assert_eq!(count(&mut bench, &student), 3);
    let marks = JournalFilter { act: "indication.add".to_owned(), ..student.clone() };
    assert_eq!(count(&mut bench, &marks), 1);
    assert_eq!(count(&mut bench, &JournalFilter { actor: "Niemand".to_owned(), ..JournalFilter::default() }), 0);
    let later = JournalFilter { since: Some("2031-01-01T00:00:00.000Z".to_owned()), ..JournalFilter::default() };
    assert_eq!(count(&mut bench, &later), 0);
    let page = bench.journal_page(&student, 2, 10).expect("BUG: it reads");
    let import = bench.journal_detail(page.rows[0].seq, NUMBER).expect("BUG: it reads");
    assert_eq!(all(&import), one(Thing::Student, "-", "Anna Eerste"));
    let choices = bench.journal_choices().expect("BUG: it reads");
    assert!(choices.acts.iter().any(|choice| choice.value == "import" && choice.count == 2));
    mark(&mut bench, &id, "K1", Some(1));
    assert_eq!(count(&mut bench, &marks), 2, "what was asked before is asked anew after an act");
}

#[test]
fn the_chain_is_recomputed_and_the_journal_written_out() {
    let (folder, mut bench, _) = with_point();
    let total = bench.journal_page(&JournalFilter::default(), 0, 0).expect("BUG: it reads").total;
    assert_eq!(bench.journal_chain(true).expect("BUG: it reads"), ChainState::Holds { of: total });
    let path = folder.path().join("logboek.csv");
    assert_eq!(bench.export_journal(&path, JournalFormat::Csv).expect("BUG: written"), total);
    let table = std::fs::read_to_string(&path).expect("BUG: readable");
    assert!(table.starts_with("\u{feff}nummer;moment;") && !table.contains("Anna"), "no names of students: {table}");
    assert_eq!(table.lines().count() as u32, total + 1);
    let path = folder.path().join("logboek.json");
    bench.export_journal(&path, JournalFormat::Json).expect("BUG: written");
    let entries: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&path).expect("BUG: readable")).expect("BUG: JSON");
    assert_eq!(entries.as_array().map(Vec::len), Some(total as usize));
}
