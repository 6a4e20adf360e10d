//! Establishing, revising and what a judgement goes on to stand on.

mod desk;

use commands::Workbench;
use commands::api::*;
use desk::{FILE, Machine, NUMBER, PASSPHRASE, bench_of, judge, note};
use std::path::Path;

const OTHER: &str = "9900002";
const REASONS: [&str; 8] = [
    "statement_missing",
    "rationale_missing",
    "criterion_rationale_missing",
    "citation_missing",
    "discrepancy_unanswered",
    "vraak_not_met",
    "saturation_missing",
    "picture_differs",
];

fn bench() -> (tempfile::TempDir, Workbench) {
    bench_of("R. Veldhoen", Machine::new())
}

/// Opens the same workspace again.
fn again(folder: &Path, bench: Workbench) -> Workbench {
    drop(bench);
    let secret = store::Secret::Passphrase(PASSPHRASE);
    Workbench::open(&folder.join(FILE), secret, Machine::new()).expect("BUG: it opens")
}

/// A draft in which nothing stands in the way, each obstacle passed by a reason.
fn write(bench: &mut Workbench, number: &str) -> JudgementView {
    let deviations = REASONS.map(|code| DeviationView { code: code.to_owned(), reason: "proef".to_owned() }).to_vec();
    let draft = DraftView { outcome: Some("aangetoond".to_owned()), deviations, ..DraftView::default() };
    bench.save_draft(number, &draft).expect("BUG: kept")
}

fn codes(words: &DraftView) -> Vec<&str> {
    words.deviations.iter().map(|deviation| deviation.code.as_str()).collect()
}

fn state(bench: &Workbench) -> JudgementState {
    bench.dossier(NUMBER).expect("BUG: read").judgement.state
}

fn changed(reply: &DossierReply) -> bool {
    matches!(reply.judgement.state, JudgementState::Established { changed: true, .. })
}

fn row(bench: &Workbench, number: &str) -> DeskRow {
    let rows = bench.desk().expect("BUG: read").rows;
    rows.into_iter().find(|row| row.number == number).expect("BUG: there")
}

fn next(bench: &Workbench) -> (String, String) {
    let undo = bench.overview().expect("BUG: read").undo;
    undo.map(|act| (act.code, act.subject)).unwrap_or_default()
}

#[test]
fn the_first_judgement_keeps_the_reason_of_the_weights_it_fixes() {
    let (_folder, mut bench) = bench();
    write(&mut bench, NUMBER);
    write(&mut bench, OTHER);
    bench.establish(NUMBER, " Zo afgesproken in het partnerschap. ").expect("BUG: established");
    let framework = bench.overview().expect("BUG: read").framework;
    assert_eq!(framework.weights_reason, "Zo afgesproken in het partnerschap.");
    assert_eq!(framework.frozen.as_deref(), Some("2025-06-12"));
    bench.establish(OTHER, "Toch anders.").expect("BUG: established");
    assert_eq!(bench.overview().expect("BUG: read").framework, framework, "what is frozen stays as it is");
}

#[test]
fn establishing_one_leaves_the_acts_on_another_to_be_taken_back() {
    let (_folder, mut bench) = bench();
    let point = bench.add_datapoint(OTHER, &note("Rustig voor de klas.")).expect("BUG: added").datapoints.remove(0);
    bench.remove_datapoint(OTHER, &point.id).expect("BUG: removed");
    write(&mut bench, NUMBER);
    bench.establish(NUMBER, "Zo afgesproken.").expect("BUG: established");
    assert_eq!(next(&bench), ("datapoint.remove".to_owned(), OTHER.to_owned()));
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.dossier(OTHER).expect("BUG: read").datapoints, [point]);
    bench.undo().expect("BUG: undone");
    assert_eq!(next(&bench), (String::new(), String::new()), "the list that brought both in stays");
    assert!(matches!(state(&bench), JudgementState::Established { .. }));
}

#[test]
fn a_revision_can_be_taken_back_and_be_dropped() {
    let (folder, mut bench) = bench();
    judge(&mut bench, NUMBER, 1, "aangetoond");
    assert_eq!(bench.drop_revision(NUMBER).expect_err("there is none").code, ProblemCode::JudgementEstablished);
    bench.start_revision(NUMBER, "Een citaat was verwisseld.").expect("BUG: begun");
    let revising = bench.dossier(NUMBER).expect("BUG: read").judgement;
    bench.undo().expect("BUG: undone");
    assert!(matches!(state(&bench), JudgementState::Established { .. }));
    bench.redo().expect("BUG: redone");
    let dropped = bench.drop_revision(NUMBER).expect("BUG: dropped");
    assert!(matches!(dropped.judgement.state, JudgementState::Established { .. }));
    let mut bench = again(folder.path(), bench);
    assert_eq!(next(&bench), ("revision.drop".to_owned(), NUMBER.to_owned()));
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.dossier(NUMBER).expect("BUG: read").judgement, revising);
    let acts = bench.journal_all().expect("BUG: read");
    let begun = acts.iter().find(|line| line.act == "judgement.revise").expect("BUG: it stands there");
    assert_eq!(begun.reason, "Een citaat was verwisseld.");
    write(&mut bench, OTHER);
    assert_eq!(bench.drop_revision(OTHER).expect_err("no revision").code, ProblemCode::NotEstablished);
    assert!(bench.check().expect("BUG: checked").fine());
}

#[test]
fn an_established_dossier_is_weighed_by_what_the_judgement_stands_on() {
    let (_folder, mut bench) = bench();
    let first = bench.add_datapoint(NUMBER, &note("Rustig voor de klas.")).expect("BUG: added").datapoints.remove(0);
    let mark = |datapoint: &str| NewIndication {
        datapoint: datapoint.to_owned(),
        criterion: "K1".to_owned(),
        level: Some(2),
        excerpt: None,
    };
    bench.add_indication(NUMBER, &mark(&first.id)).expect("BUG: marked");
    let citation = CitationView { datapoint: first.id.clone(), excerpt: SpanView { start: 0, end: 6 } };
    let mut words = write(&mut bench, NUMBER).words;
    words.criteria =
        vec![CriterionWords { criterion: "K1".into(), rationale: String::new(), citations: vec![citation] }];
    bench.save_draft(NUMBER, &words).expect("BUG: kept");
    let then = bench.establish(NUMBER, "Zo afgesproken.").expect("BUG: established");
    let told = row(&bench, NUMBER);
    assert!(!changed(&then));
    assert_eq!(then.judgement.cited.iter().map(|cited| cited.text.as_str()).collect::<Vec<_>>(), ["Rustig"]);
    let second = bench.add_datapoint(NUMBER, &note("Druk in de pauze.")).expect("BUG: added").datapoints;
    let second = second.into_iter().find(|point| point.id != first.id).expect("BUG: there");
    bench.add_indication(NUMBER, &mark(&second.id)).expect("BUG: marked");
    let since = bench.remove_datapoint(NUMBER, &first.id).expect("BUG: removed");
    assert!(changed(&since), "it says that something came in since");
    assert_eq!(since.datapoints.len(), 1, "the sources are those of today");
    assert_eq!(since.weighing, then.weighing);
    assert_eq!(since.judgement.cited, then.judgement.cited);
    let told_since = row(&bench, NUMBER);
    assert_eq!((told_since.sources, told_since.stances), (told.sources, told.stances), "and so does the table");
    let revising = bench.start_revision(NUMBER, "Er kwam bewijs bij.").expect("BUG: begun");
    assert_ne!(revising.weighing, then.weighing, "a revision weighs what there is");
    assert_eq!(row(&bench, NUMBER).sources, [1, 0, 0, 0, 0]);
    assert!(bench.check().expect("BUG: checked").fine());
    assert_eq!(bench.drop_revision(NUMBER).expect("BUG: dropped").weighing, then.weighing);
    assert!(bench.check().expect("BUG: checked").fine());
}

#[test]
fn a_reason_that_passes_nothing_any_more_is_said_to_and_not_established() {
    let (_folder, mut bench) = bench();
    let idle = write(&mut bench, NUMBER).idle;
    let statement = StatementView {
        date: "2025-05-01".to_owned(),
        kan: AnswerCode::Ja,
        wil: AnswerCode::Ja,
        text: "Ik kan het en wil het.".to_owned(),
    };
    let reply = bench.save_statement(NUMBER, &statement).expect("BUG: kept");
    let new: Vec<&String> = reply.judgement.idle.iter().filter(|code| !idle.contains(code)).collect();
    assert_eq!(new, ["statement_missing"]);
    assert!(codes(&reply.judgement.words).contains(&"statement_missing"), "it stays until somebody drops it");
    let established = bench.establish(NUMBER, "").expect("BUG: established");
    let left = codes(&established.judgement.words);
    assert!(reply.judgement.idle.iter().all(|code| !left.contains(&code.as_str())), "{left:?}");
    assert!(left.contains(&"rationale_missing"));
}
