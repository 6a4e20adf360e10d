//! Bringing evidence in, at the level of the use cases: cancelled, undone, brought in again with differences.

mod desk;

use commands::api::{DossierReply, FileOutcome, NewIndication, ProblemCode, RowOutcome, SpanView};
use commands::{ImportAsk, Workbench};
use desk::{bench, bring_in, import, pasted};

const NOTES: &str = "Studentnummer;Datum;Auteur;Notitie\n9900001;11-4-2025;W. Plek;Rustig en duidelijk.\n9900002;11-4-2025;W. Plek;Nog zoekend.\n";

fn dossier(bench: &Workbench, number: &str) -> DossierReply {
    bench.dossier(number).expect("BUG: a student")
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let (_folder, mut bench) = bench();
    let before = bench.journal_all().expect("BUG: readable").len();
    let files = [pasted("werkplek a.csv", NOTES), pasted("werkplek b.csv", NOTES)];
    let stopped = bench.import(&files, &ImportAsk::default(), &mut |at| at.done == 0);
    assert_eq!(stopped.expect_err("BUG: it was stopped").code, ProblemCode::Cancelled);
    assert!(dossier(&bench, "9900001").datapoints.is_empty());
    assert_eq!(bench.journal_all().expect("BUG: readable").len(), before);
}

#[test]
fn an_import_is_one_act_and_undone_as_one() {
    let (_folder, mut bench) = bench();
    let mistyped = format!("{NOTES}9900009;11-4-2025;W. Plek;Van niemand.\n");
    let files = [pasted("werkplek.csv", &mistyped), pasted("9900002 reflectie.txt", "Ik wil leraar worden.")];
    bench.import(&files, &ImportAsk::default(), &mut |_| true).expect("BUG: imported");
    assert_eq!(dossier(&bench, "9900002").datapoints.len(), 2);
    let waiting = bench.waiting().expect("BUG: readable");
    assert_eq!((waiting.len(), waiting[0].pending.len(), waiting[0].pending[0].row), (1, 1, 4));
    bench.undo().expect("BUG: undone");
    assert!(dossier(&bench, "9900002").datapoints.is_empty() && bench.waiting().expect("BUG: readable").is_empty());
    bench.redo().expect("BUG: done again");
    assert_eq!((dossier(&bench, "9900002").datapoints.len(), bench.waiting().expect("BUG: readable").len()), (2, 1));
}

#[test]
fn a_corrected_file_shows_its_differences_and_keeps_the_marks_of_the_assessor() {
    let (_folder, mut bench) = bench();
    bring_in(&mut bench, "werkplek.csv", NOTES);
    let point = dossier(&bench, "9900001").datapoints.remove(0);
    let excerpt = Some(SpanView { start: 10, end: 19 });
    let mark = NewIndication { datapoint: point.id, criterion: "K1".to_owned(), level: Some(2), excerpt };
    bench.add_indication("9900001", &mark).expect("BUG: marked");
    assert_eq!(bring_in(&mut bench, "werkplek.csv", NOTES).report.outcome, FileOutcome::Unchanged);

    let corrected = NOTES.replace("Rustig en duidelijk.", "Heel rustig en duidelijk.");
    let look = import(&mut bench, pasted("werkplek.csv", &corrected), true);
    let outcomes: Vec<RowOutcome> = look.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [RowOutcome::Changed, RowOutcome::Same]);
    assert!(look.rows[0].words.contains("Rustig en") && look.rows[0].becomes.contains("Heel rustig"));
    let done = bring_in(&mut bench, "werkplek.csv", &corrected);
    assert_eq!((done.report.datapoints.updated, done.report.datapoints.unchanged), (1, 1));
    let points = dossier(&bench, "9900001").datapoints;
    assert_eq!((points.len(), points[0].indications.len()), (1, 1));
    let kept = points[0].indications[0].excerpt.as_ref().expect("BUG: a passage");
    let words: String =
        points[0].text.chars().skip(kept.start as usize).take((kept.end - kept.start) as usize).collect();
    assert_eq!(words, "duidelijk");
}

#[test]
fn a_list_is_read_before_what_speaks_of_its_students() {
    let (_folder, mut bench) = bench();
    let files = [
        pasted("werkplek.csv", "Studentnummer;Datum;Auteur;Notitie\n9900007;11-4-2025;W. Plek;Nieuw hier.\n"),
        pasted("Studenten nieuw.csv", "Studentnummer;Achternaam;Roepnaam\n9900007;Derde;Cas\n"),
    ];
    let done = bench.import(&files, &ImportAsk::default(), &mut |_| true).expect("BUG: imported");
    let kinds: Vec<&str> = done.files.iter().map(|file| file.report.kind.as_str()).collect();
    assert_eq!(kinds, ["notes", "students"], "answered in the order of the question");
    assert_eq!(dossier(&bench, "9900007").datapoints.len(), 1);
}

#[test]
fn a_shorter_list_takes_nothing_away() {
    let (_folder, mut bench) = bench();
    let shorter = "Studentnummer;Achternaam;Roepnaam\n9900001;Eerste;Anna\n";
    assert_eq!(bring_in(&mut bench, "lijst.csv", shorter).report.students.unchanged, 1);
    let mail = "datum;e-mail student;naam;notitie\n11-4-2025;A@student.example;;Gevonden aan het adres.\n";
    let found = bring_in(&mut bench, "werkplek mail.csv", mail);
    assert_eq!((found.report.datapoints.added, found.report.pending.len()), (1, 0), "{found:?}");
}
