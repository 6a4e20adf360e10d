//! The table of dossiers: what acts changed since it was read brings it to what it is now.

mod desk;

use commands::Tongue;
use commands::Workbench;
use commands::api::{
    AnswerCode, CriterionWords, Desk, DeskChanges, DraftView, MandateView, NewIndication, SignAsk, SpanView,
    StatementView,
};
use desk::{Machine, bring_in, note};
use std::path::Path;

/// Students with evidence and a statement, of whom nothing is established yet.
const FIRST: &str = "9000004";
const SECOND: &str = "9000005";

fn cohort() -> (tempfile::TempDir, Workbench) {
    let (folder, mut bench) = desk::found(example::EXAMINER, Machine::with_keys(1));
    bring_in(&mut bench, "cohort.json", &serde_json::to_string(&example::cohort(24, 1)).expect("BUG: JSON"));
    (folder, bench)
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
