//! What an act that stands closes, and what it leaves to be taken back.

use domain::evidence::{DataPoint, Moment, Provenance};
use domain::framework::WeightFramework;
use domain::ids::{DataPointId, SourceId, StudentNumber};
use domain::mandate::{Capacity, Mandate};
use domain::student::{Placement, Student};
use domain::text::FilledText;
use domain::weights::WeightSet;
use domain::year::{AcademicYear, Calendar, Period};
use proptest::prelude::*;
use std::path::PathBuf;
use store::{Act, KeyCost, Meta, NewWorkspace, Secret, StoreError, Workspace};
use tempfile::TempDir;

const PASSPHRASE: &str = "een lange wachtzin";
const NUMBERS: [&str; 3] = ["9000001", "9000002", "9000003"];

struct Desk {
    folder: TempDir,
    workspace: Workspace,
}

fn act(code: &'static str, subject: &str, undoable: bool) -> Act {
    Act { at: 0, actor: "E. Examinator".into(), code, subject: subject.into(), reason: String::new(), undoable }
}

fn number(of: usize) -> StudentNumber {
    StudentNumber::new(NUMBERS[of]).expect("BUG: a number")
}

fn point(text: &str) -> DataPoint {
    DataPoint {
        id: DataPointId::new("d1").expect("BUG: an id"),
        source: SourceId::new("werkplek").expect("BUG: an id"),
        author: None,
        role: String::new(),
        date: chrono::NaiveDate::from_ymd_opt(2025, 3, 28).expect("BUG: a day"),
        period: Period::P3,
        quadrant: None,
        moment: Moment::Eindevaluatie,
        established: true,
        established_by: None,
        text: text.into(),
        indications: Vec::new(),
        provenance: Provenance::Unconfirmed,
    }
}

fn student(number: StudentNumber) -> Student {
    Student {
        number,
        name: FilledText::new("Vera Voorbeeld").expect("BUG: a name"),
        programme: String::new(),
        subject: String::new(),
        email: String::new(),
        portfolio: String::new(),
        placement: Placement::default(),
        standings: Vec::new(),
    }
}

impl Desk {
    /// Three students without evidence, whose coming cannot be taken back.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("BUG: a folder");
        let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
        let new = NewWorkspace {
            path: &folder.path().join("proef.weegschaal"),
            passphrase: PASSPHRASE,
            meta: Meta { partnership: "Voorbeeld".into(), year },
            framework: &WeightFramework::example(),
            weights: &WeightSet::example(),
            calendar: &Calendar::usual(year),
            cost: KeyCost::Quick,
        };
        let (mut workspace, _) =
            Workspace::create(&new, &act("workspace.create", "", false), &mut |bytes| bytes.fill(7))
                .expect("BUG: a workspace");
        workspace
            .transact(&act("import", "", false), |writer| {
                (0..NUMBERS.len()).try_for_each(|of| writer.put_student(&student(number(of))))
            })
            .expect("BUG: written");
        Self { folder, workspace }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("proef.weegschaal")
    }

    fn again(self) -> Self {
        let path = self.path();
        let Self { folder, workspace } = self;
        drop(workspace);
        let workspace = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
        Self { folder, workspace }
    }

    /// Gives these students other evidence in one act, named after the student when there is one.
    fn write(&mut self, of: &[usize], text: &str) {
        let (code, subject) = match of {
            [one] => ("datapoint.change", NUMBERS[*one]),
            _ => ("import", "bewijs.csv"),
        };
        self.workspace
            .transact(&act(code, subject, true), |writer| {
                of.iter().try_for_each(|of| writer.put_datapoint(&number(*of), &point(text)))
            })
            .expect("BUG: written");
    }

    fn weigh(&mut self, reason: &str) {
        let framework = WeightFramework::example();
        let (weights, unused) = WeightSet::example().carried(&framework, &framework);
        let set = WeightSet::new(&framework, &weights, &unused, reason).expect("BUG: they fit");
        self.workspace
            .transact(&act("weights.use", "", true), |writer| writer.put_weights(&set))
            .expect("BUG: written");
    }

    fn fix(&mut self, code: &'static str, subject: &str) {
        self.workspace.transact(&act(code, subject, false), |_| Ok::<_, StoreError>(())).expect("BUG: done");
    }

    fn undo(&mut self) -> Result<(), StoreError> {
        self.workspace.undo(&act("undo", "", false)).map(|_| ())
    }

    fn redo(&mut self) -> Result<(), StoreError> {
        self.workspace.redo(&act("redo", "", false)).map(|_| ())
    }

    fn text(&self, of: usize) -> String {
        let id = DataPointId::new("d1").expect("BUG: an id");
        let found = self.workspace.reader().datapoint(&number(of), &id).expect("BUG: readable");
        found.map(|point| point.text).unwrap_or_default()
    }

    fn reason(&self) -> String {
        self.workspace.reader().weights().expect("BUG: readable").reason().to_owned()
    }
}

#[test]
fn establishing_closes_the_dossier_of_its_student_and_kader_alone() {
    for reopened in [false, true] {
        let mut desk = Desk::new();
        desk.weigh("afgesproken");
        desk.write(&[1], "van B");
        desk.write(&[0], "van A");
        desk.fix("judgement.establish", NUMBERS[0]);
        desk.fix("form.sign", NUMBERS[0]);
        let mut desk = if reopened { desk.again() } else { desk };
        assert_eq!(desk.workspace.undoable().map(|name| name.subject).as_deref(), Some(NUMBERS[1]));
        desk.undo().expect("BUG: undone");
        assert_eq!((desk.text(0).as_str(), desk.text(1).as_str()), ("van A", ""));
        assert_eq!(desk.undo(), Err(StoreError::NothingToUndo), "what A was weighed with stays");
        assert_eq!(desk.reason(), "afgesproken");
        desk.redo().expect("BUG: redone");
        assert_eq!(desk.text(1), "van B");
        let desk = desk.again();
        assert_eq!(desk.workspace.undoable().map(|name| name.subject).as_deref(), Some(NUMBERS[1]));
    }
}

#[test]
fn signing_exporting_and_making_a_certificate_close_nothing() {
    let mut desk = Desk::new();
    desk.write(&[0], "eerst");
    desk.write(&[0], "later");
    desk.undo().expect("BUG: undone");
    for code in ["form.sign", "results.brightspace", "identity.create"] {
        desk.fix(code, NUMBERS[0]);
    }
    let mut desk = desk.again();
    desk.redo().expect("BUG: what was taken back can still be done again");
    assert_eq!(desk.text(0), "later");
    desk.undo().expect("BUG: undone");
    desk.undo().expect("BUG: undone");
    assert_eq!(desk.text(0), "");
}

#[test]
fn freezing_closes_kader_alone() {
    let mut desk = Desk::new();
    desk.weigh("afgesproken");
    desk.write(&[0], "van A");
    desk.fix("weights.freeze", "");
    desk.undo().expect("BUG: undone");
    assert_eq!((desk.text(0).as_str(), desk.reason().as_str()), ("", "afgesproken"));
    assert_eq!(desk.undo(), Err(StoreError::NothingToUndo));
}

#[test]
fn one_act_on_many_stays_for_all_once_one_of_them_is_established() {
    for reopened in [false, true] {
        let mut desk = Desk::new();
        desk.write(&[1], "los");
        desk.write(&[0, 1], "samen");
        desk.write(&[2], "van C");
        desk.fix("judgement.establish", NUMBERS[0]);
        let mut desk = if reopened { desk.again() } else { desk };
        desk.undo().expect("BUG: undone");
        assert_eq!(desk.text(2), "");
        assert_eq!(desk.undo(), Err(StoreError::NothingToUndo));
        assert_eq!(desk.text(1), "samen", "what came before it lies under what stays");
    }
}

#[test]
fn the_mandate_by_which_was_judged_stays() {
    let mut desk = Desk::new();
    let day = |month| chrono::NaiveDate::from_ymd_opt(2025, month, 1).expect("BUG: a day");
    let mandate = Mandate {
        holder: FilledText::new("E. Examinator").expect("BUG: a name"),
        capacity: Capacity::Examiner,
        granted_by: "examencommissie".into(),
        from: day(1),
        until: day(8),
    };
    let granted = desk.workspace.transact(&act("mandate.grant", "", true), |writer| writer.put_mandate(&mandate));
    granted.expect("BUG: written");
    desk.fix("judgement.establish", NUMBERS[0]);
    assert_eq!(desk.undo(), Err(StoreError::NothingToUndo));
}

#[test]
fn what_lies_under_a_setting_that_stays_is_not_offered() {
    for reopened in [false, true] {
        let mut desk = Desk::new();
        for (of, waiting) in [(1, "1"), (0, "2")] {
            let brought = desk.workspace.transact(&act("import", "bewijs.csv", true), |writer| {
                writer.put_datapoint(&number(of), &point("uit een formulier"))?;
                writer.put_setting("import.waiting", waiting)
            });
            brought.expect("BUG: written");
        }
        desk.fix("judgement.establish", NUMBERS[0]);
        let mut desk = if reopened { desk.again() } else { desk };
        assert_eq!(desk.undo(), Err(StoreError::NothingToUndo));
    }
}

#[test]
fn what_was_closed_by_an_import_stays_closed_after_opening_again() {
    let mut desk = Desk::new();
    desk.write(&[1], "van B");
    desk.write(&[2], "van C");
    desk.write(&[0, 1], "samen");
    desk.fix("judgement.establish", NUMBERS[0]);
    desk.undo().expect("BUG: undone");
    let mut desk = desk.again();
    assert_eq!(desk.undo(), Err(StoreError::NothingToUndo));
    assert_eq!(desk.text(1), "samen");
}

#[test]
fn typing_on_both_sides_of_an_establishing_is_taken_back_apart() {
    let mut desk = Desk::new();
    let type_in = |desk: &mut Desk, of: usize, text: &str| {
        let typed = desk
            .workspace
            .transact(&act("draft.whole", NUMBERS[of], true), |writer| writer.put_datapoint(&number(of), &point(text)));
        typed.expect("BUG: written");
    };
    type_in(&mut desk, 1, "eerst");
    type_in(&mut desk, 0, "van A");
    desk.fix("judgement.establish", NUMBERS[0]);
    type_in(&mut desk, 1, "later");
    desk.undo().expect("BUG: undone");
    assert_eq!(desk.text(1), "eerst");
    let mut desk = desk.again();
    desk.undo().expect("BUG: undone");
    assert_eq!(desk.text(1), "");
}

#[derive(Debug, Clone)]
enum Move {
    Write(Vec<usize>),
    Establish(usize),
    Sign(usize),
    Undo,
    Redo,
    Again,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        5 => (0..NUMBERS.len()).prop_map(|of| Move::Write(vec![of])),
        2 => proptest::sample::subsequence(vec![0, 1, 2], 2..=3).prop_map(Move::Write),
        1 => (0..NUMBERS.len()).prop_map(Move::Establish),
        1 => (0..NUMBERS.len()).prop_map(Move::Sign),
        5 => Just(Move::Undo),
        3 => Just(Move::Redo),
        1 => Just(Move::Again),
    ];
    proptest::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is done: no undo or redo changes a dossier to what it was before it was established, none is offered that
    /// does not work, and opening the workspace again offers the same.
    #[test]
    fn nothing_is_taken_back_past_an_establishing(moves in moves()) {
        let mut desk = Desk::new();
        // What each student had when it was established last, and everything it had since.
        let mut since: [Option<Vec<String>>; 3] = [None, None, None];
        for (at, step) in moves.into_iter().enumerate() {
            match step {
                Move::Write(of) => desk.write(&of, &format!("stap {at}")),
                Move::Establish(of) => {
                    desk.fix("judgement.establish", NUMBERS[of]);
                    since[of] = Some(vec![desk.text(of)]);
                }
                Move::Sign(of) => desk.fix("form.sign", NUMBERS[of]),
                Move::Undo => {
                    let offered = desk.workspace.undoable().is_some();
                    prop_assert_eq!(desk.undo().is_ok(), offered);
                }
                Move::Redo => {
                    let offered = desk.workspace.redoable().is_some();
                    prop_assert_eq!(desk.redo().is_ok(), offered);
                }
                Move::Again => {
                    let offered = (desk.workspace.undoable(), desk.workspace.redoable());
                    desk = desk.again();
                    prop_assert_eq!((desk.workspace.undoable(), desk.workspace.redoable()), offered);
                }
            }
            for (of, known) in since.iter_mut().enumerate() {
                let Some(known) = known else { continue };
                let text = desk.text(of);
                if text == format!("stap {at}") {
                    known.push(text);
                } else {
                    prop_assert!(known.contains(&text), "{} went back to {text:?}", NUMBERS[of]);
                }
            }
        }
    }
}
