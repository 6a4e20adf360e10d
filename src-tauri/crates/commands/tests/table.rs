//! The table of dossiers: what acts changed since it was read brings it to what it is now.

mod desk;

use commands::Tongue;
use commands::Workbench;
use commands::api::{
    AnswerCode, CapacityCode, CriterionWords, Desk, DeskChanges, DeskRow, DeviationView, DossierState, DraftView,
    MandateView, NewDataPoint, NewIndication, NextStep, SignAsk, SpanView, StatementView,
};
use desk::{Machine, NUMBER, bring_in, note};
use std::path::Path;

/// Students with evidence and a statement, of whom nothing is established yet.
const FIRST: &str = "9000004";
const SECOND: &str = "9000005";

fn cohort() -> (tempfile::TempDir, Workbench) {
    let (folder, mut bench) = desk::found(example::EXAMINER, Machine::with_keys(1));
    bring_in(&mut bench, "cohort.json", &serde_json::to_string(&example::cohort(24, 1)).expect("BUG: JSON"));
    (folder, bench)
}

fn row(bench: &Workbench, number: &str) -> DeskRow {
    let rows = bench.desk().expect("BUG: a table").rows;
    rows.into_iter().find(|row| row.number == number).expect("BUG: known")
}

/// A table as a window keeps it.
struct Kept(Desk);

impl Kept {
    fn of(bench: &Workbench) -> Self {
        Self(bench.desk().expect("BUG: a table"))
    }

    fn since(&self, bench: &Workbench) -> Option<DeskChanges> {
        bench.desk_since(self.0.seq, &self.0.today).expect("BUG: readable")
    }

    /// Takes over what changed, in so many rows; the table is then what it would be if it were read anew.
    #[track_caller]
    fn follows(&mut self, bench: &Workbench, rows: usize) {
        let changes = self.since(bench).expect("only rows changed");
        assert_eq!(changes.rows.len(), rows);
        self.0.seq = changes.seq;
        for row in changes.rows {
            let place = self.0.rows.iter().position(|one| one.number == row.number).expect("BUG: known");
            self.0.rows[place] = row;
        }
        assert_eq!(self.0, bench.desk().expect("BUG: a table"));
    }

    /// Anything may have changed: it is read anew.
    #[track_caller]
    fn is_too_old(&mut self, bench: &Workbench) {
        assert_eq!(self.since(bench), None);
        *self = Self::of(bench);
        assert_eq!(self.since(bench).map(|changes| changes.rows.len()), Some(0));
    }
}

fn mark(bench: &mut Workbench, number: &str) {
    let reply = bench.add_datapoint(number, &note("Stuurt bij waar het stokt.")).expect("BUG: added");
    let datapoint = reply.datapoints.iter().find(|one| one.text == "Stuurt bij waar het stokt.");
    let datapoint = datapoint.expect("BUG: it is there").id.clone();
    let excerpt = Some(SpanView { start: 0, end: 11 });
    let said = NewIndication { datapoint, criterion: "K1".to_owned(), level: Some(0), excerpt };
    bench.add_indication(number, &said).expect("BUG: marked");
}

fn draft(outcome: &str) -> DraftView {
    let words =
        CriterionWords { criterion: "K1".to_owned(), rationale: "Zij stuurt bij.".to_owned(), citations: Vec::new() };
    DraftView { criteria: vec![words], outcome: Some(outcome.to_owned()), ..DraftView::default() }
}

fn sign(bench: &mut Workbench, out: &Path) {
    let ask = SignAsk::own(bench.numbers_to_sign().expect("BUG: numbers"));
    bench.sign(&ask, out, Tongue::Dutch, &mut |_| true).map_err(|problem| problem.code).expect("BUG: signed");
}

#[test]
fn acts_on_dossiers_change_their_rows_alone() {
    let (folder, mut bench) = cohort();
    let mut kept = Kept::of(&bench);
    kept.follows(&bench, 0);
    mark(&mut bench, FIRST);
    kept.follows(&bench, 1);
    let date = "2025-05-20".to_owned();
    let said =
        StatementView { date, kan: AnswerCode::Twijfel, wil: AnswerCode::Nee, text: "Ik weet het niet.".to_owned() };
    bench.save_statement(SECOND, &said).expect("BUG: kept");
    bench.save_draft(FIRST, &draft("aangetoond")).expect("BUG: kept");
    kept.follows(&bench, 2);
    bench.undo().expect("BUG: undone");
    kept.follows(&bench, 1);
    bench.redo().expect("BUG: redone");
    kept.follows(&bench, 1);
    desk::judge(&mut bench, FIRST, 1, "nog niet aangetoond");
    // The first judgement freezes the weights of everybody.
    kept.is_too_old(&bench);
    desk::judge(&mut bench, SECOND, 1, "aangetoond");
    kept.follows(&bench, 1);
    sign(&mut bench, &folder.path().join("uit"));
    kept.follows(&bench, 2);
    bench.start_revision(FIRST, "Een tikfout.").expect("BUG: begun");
    kept.follows(&bench, 1);
    let row = kept.0.rows.iter().find(|row| row.number == FIRST).expect("BUG: known");
    assert_eq!(row.outcome, None, "a revision has no outcome yet");
}

#[test]
fn what_may_change_every_row_asks_for_the_whole_table() {
    let (_folder, mut bench) = cohort();
    let mut kept = Kept::of(&bench);
    assert_eq!(bench.desk_since(kept.0.seq, "2025-06-13").map_err(|problem| problem.code), Ok(None), "another day");
    bring_in(
        &mut bench,
        "meer.csv",
        "Studentnummer;Achternaam;Roepnaam;E-mail\n9900001;Eerste;Anna;a@student.example\n",
    );
    kept.is_too_old(&bench);
    bench.undo().expect("BUG: undone");
    kept.is_too_old(&bench);
    let mandates = bench.settings().expect("BUG: readable").mandates;
    let ended = MandateView { until: "2025-06-01".to_owned(), ..mandates[0].clone() };
    bench.change_mandate(&ended).map_err(|problem| problem.code).expect("BUG: changed");
    kept.is_too_old(&bench);
    let mut calendar = bench.settings().expect("BUG: readable").calendar;
    calendar.fourth = "2025-04-23".to_owned();
    bench.set_calendar(&calendar).map_err(|problem| problem.code).expect("BUG: set");
    kept.is_too_old(&bench);
}

#[test]
fn what_waits_to_be_established_is_not_missing() {
    let (_folder, mut bench) = desk::bench_of(example::EXAMINER, Machine::new());
    let none = row(&bench, NUMBER);
    assert_eq!((none.state, none.waiting.len()), (DossierState::EvidenceMissing, 0));
    assert_eq!(none.next, NextStep::RequestEvidence { source: "werkplek".to_owned() });
    for (at, source) in ["werkplek", "werkplek", "programma", "drama", "zelfinzicht"].into_iter().enumerate() {
        let said = NewDataPoint { source: source.to_owned(), established: false, ..note(&format!("Gezien {at}.")) };
        bench.add_datapoint(NUMBER, &said).expect("BUG: added");
    }
    let waits = row(&bench, NUMBER);
    assert_eq!((waits.state, waits.sources, waits.waiting), (DossierState::Weighing, vec![0; 5], vec![2, 1, 1, 0, 1]));
    assert_eq!(waits.next, NextStep::EstablishEvidence { source: "werkplek".to_owned() });
    assert_eq!(waits.deadline, "2025-05-16");
    bench.add_datapoint(NUMBER, &note("Vastgesteld.")).expect("BUG: added");
    let counts = row(&bench, NUMBER);
    assert_eq!((counts.sources[0], counts.waiting[0]), (1, 2));
    assert_eq!(counts.next, NextStep::EstablishEvidence { source: "programma".to_owned() });
}

#[test]
fn who_prepares_sees_finished_work_and_proposes_it() {
    let (_folder, mut bench) = desk::bench_of(example::EXAMINER, Machine::new());
    let view = bench.save_draft(NUMBER, &draft("aangetoond")).expect("BUG: kept");
    let passed = view.obstacles.iter().filter(|one| one.can_be_passed);
    let deviations = passed.map(|one| {
        let code = serde_json::to_value(one.code).expect("BUG: JSON");
        let code = code.as_str().expect("BUG: a word").to_owned();
        let code = if one.place.is_empty() { code } else { format!("{code}:{}", one.place) };
        DeviationView { code, reason: "Zie het verslag.".to_owned() }
    });
    let ready = DraftView { deviations: deviations.collect(), ..draft("aangetoond") };
    bench.save_draft(NUMBER, &ready).expect("BUG: kept");
    let seen = |bench: &Workbench| (row(bench, NUMBER).state, row(bench, NUMBER).next);
    assert_eq!(seen(&bench), (DossierState::Substantiated, NextStep::Establish));
    let given = MandateView {
        holder: "G. Gedelegeerde".to_owned(),
        capacity: CapacityCode::Prepare,
        granted_by: "examencommissie".to_owned(),
        from: "2025-01-01".to_owned(),
        until: "2025-06-30".to_owned(),
    };
    bench.grant_mandate(&given).expect("BUG: granted");
    bench.sit("G. Gedelegeerde").expect("BUG: a holder");
    assert_eq!(seen(&bench), (DossierState::Substantiated, NextStep::Propose));
    assert_eq!(bench.dossier(NUMBER).expect("BUG: readable").state, DossierState::Substantiated);
}

#[test]
fn an_unsigned_form_is_late_after_its_day() {
    let (_folder, mut bench) = desk::bench_of(example::EXAMINER, Machine::new());
    desk::judge(&mut bench, NUMBER, 1, "aangetoond");
    let sign_by = |bench: &mut Workbench, day: &str| {
        let mut calendar = bench.settings().expect("BUG: readable").calendar;
        (calendar.due.judgement, calendar.due.signature) = ("2025-06-02".to_owned(), day.to_owned());
        bench.set_calendar(&calendar).map_err(|problem| problem.code).expect("BUG: set");
        (row(bench, NUMBER).deadline, row(bench, NUMBER).overdue)
    };
    assert_eq!(sign_by(&mut bench, "2025-06-12"), ("2025-06-12".to_owned(), false));
    assert_eq!(sign_by(&mut bench, "2025-06-11"), ("2025-06-11".to_owned(), true));
}

#[test]
fn weeks_begin_on_the_monday_of_period_4_and_reach_its_last_deadline() {
    let (_folder, mut bench) = desk::bench_of(example::EXAMINER, Machine::new());
    let mut calendar = bench.settings().expect("BUG: readable").calendar;
    calendar.fourth = "2025-04-17".to_owned();
    bench.set_calendar(&calendar).map_err(|problem| problem.code).expect("BUG: set");
    let desk = bench.desk().expect("BUG: a table");
    assert_eq!((desk.weeks.len(), desk.weeks[0].as_str(), desk.weeks[9].as_str()), (11, "2025-04-14", "2025-06-16"));
    assert_eq!((desk.weeks[10].as_str(), desk.due.signature.as_str()), ("2025-06-23", "2025-06-23"));
}

#[test]
fn weights_are_to_be_frozen_before_period_4() {
    let due = |machine| {
        let (_folder, bench) = desk::bench_of(example::EXAMINER, machine);
        bench.overview().expect("BUG: readable").framework.freeze_due
    };
    assert!(!due(Machine::on(2025, 4, 13)));
    assert!(due(Machine::on(2025, 4, 14)));
    let (_folder, mut bench) = desk::bench_of(example::EXAMINER, Machine::new());
    desk::judge(&mut bench, NUMBER, 1, "aangetoond");
    assert!(!bench.overview().expect("BUG: readable").framework.freeze_due, "the first judgement froze them");
}
