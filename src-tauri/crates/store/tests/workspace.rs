//! The workspace as its user meets it: opening, refusing, standing, taking back.

use domain::evidence::{DataPoint, Moment, Provenance};
use domain::framework::WeightFramework;
use domain::ids::{DataPointId, SourceId, StudentNumber};
use domain::judgement::{DraftJudgement, Judgement};
use domain::mandate::{Capacity, Mandate};
use domain::obstacles::Deviation;
use domain::student::{Placement, Student};
use domain::text::FilledText;
use domain::weights::WeightSet;
use domain::year::{AcademicYear, Calendar, Period};
use std::fs;
use std::path::{Path, PathBuf};
use store::{Act, KeyCost, Meta, NewWorkspace, RecoveryKey, Secret, StoreError, Workspace};

const PASSPHRASE: &str = "een lange wachtzin";

fn act(code: &'static str, undoable: bool) -> Act {
    Act {
        at: 1_750_000_000_000,
        actor: "E. Examinator".into(),
        code,
        subject: "9000001".into(),
        reason: String::new(),
        undoable,
    }
}

fn random() -> impl FnMut(&mut [u8]) {
    let mut state = 7u32;
    move |bytes: &mut [u8]| {
        for byte in bytes {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *byte = (state >> 24) as u8;
        }
    }
}

fn create(path: &Path) -> Result<(Workspace, RecoveryKey), StoreError> {
    let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
    let new = NewWorkspace {
        path,
        passphrase: PASSPHRASE,
        meta: Meta { partnership: "Voorbeeld".into(), year },
        framework: &WeightFramework::example(),
        weights: &WeightSet::example(),
        calendar: &Calendar::usual(year),
        cost: KeyCost::Quick,
    };
    Workspace::create(&new, &act("workspace.create", false), &mut random())
}

fn fresh() -> (tempfile::TempDir, PathBuf, Workspace) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let path = folder.path().join("proef.weegschaal");
    let (workspace, _) = create(&path).expect("BUG: a workspace");
    (folder, path, workspace)
}

fn number() -> StudentNumber {
    StudentNumber::new("9000001").expect("BUG: a number")
}

fn student() -> Student {
    Student {
        number: number(),
        name: FilledText::new("Vera Voorbeeld").expect("BUG: a name"),
        programme: "Leraar Engels vt".into(),
        subject: "Engels".into(),
        email: String::new(),
        portfolio: String::new(),
        placement: Placement::default(),
        standings: Vec::new(),
    }
}

fn datapoint(text: &str) -> DataPoint {
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

fn put(workspace: &mut Workspace, text: &str) {
    workspace
        .transact(&act("datapoint.add", true), |writer| {
            writer.put_student(&student())?;
            writer.put_datapoint(&number(), &datapoint(text))
        })
        .expect("BUG: a data point is written");
}

fn text_of(workspace: &Workspace) -> Option<String> {
    let found = workspace.reader().datapoint(&number(), &datapoint("").id).expect("BUG: readable");
    found.map(|datapoint| datapoint.text)
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let (_folder, path, mut workspace) = fresh();
    put(&mut workspace, "rustig voor de klas");
    drop(workspace);
    let again = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
    assert_eq!(text_of(&again).as_deref(), Some("rustig voor de klas"));
    assert!(again.check().expect("BUG: it can be checked").fine());
}

#[test]
fn nothing_readable_stands_in_the_file() {
    let (folder, _, mut workspace) = fresh();
    put(&mut workspace, "rustig voor de klas");
    drop(workspace);
    for file in fs::read_dir(folder.path()).expect("BUG: a folder") {
        let bytes = fs::read(file.expect("BUG: a file").path()).expect("BUG: readable");
        for word in ["Vera", "rustig", "9000001", "SQLite format"] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} can be read");
        }
    }
}

#[test]
fn a_wrong_secret_a_second_window_and_a_strange_file_are_told_apart() {
    let (folder, path, workspace) = fresh();
    assert_eq!(Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).err(), Some(StoreError::InUse));
    drop(workspace);
    assert_eq!(Workspace::open(&path, Secret::Passphrase("iets anders")).err(), Some(StoreError::WrongSecret));
    assert_eq!(Workspace::open(&path, Secret::Recovery("ABC")).err(), Some(StoreError::WrongRecoveryKey));
    let strange = folder.path().join("brief.docx");
    fs::write(&strange, vec![7; 4096]).expect("BUG: writable");
    assert_eq!(Workspace::open(&strange, Secret::Passphrase("x")).err(), Some(StoreError::NotAWorkspace));
    let nowhere = folder.path().join("weg.weegschaal");
    assert_eq!(Workspace::open(&nowhere, Secret::Passphrase("x")).err(), Some(StoreError::NotFound));
    assert_eq!(create(&path).err(), Some(StoreError::AlreadyExists));
    assert_eq!(create(&folder.path().join("geen/map/x.weegschaal")).err(), Some(StoreError::FolderMissing));
    let cloud = folder.path().join("OneDrive - HAN");
    fs::create_dir(&cloud).expect("BUG: a folder");
    assert_eq!(create(&cloud.join("x.weegschaal")).err(), Some(StoreError::UnsuitableFolder));
}

#[test]
fn the_recovery_key_opens_without_the_key_file_and_sets_a_new_passphrase() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let path = folder.path().join("proef.weegschaal");
    let (workspace, recovery) = create(&path).expect("BUG: a workspace");
    drop(workspace);
    fs::remove_file(folder.path().join("proef.weegschaal.sleutel")).expect("BUG: there was a key file");
    assert_eq!(Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).err(), Some(StoreError::KeyFileMissing));
    let mut workspace = Workspace::open(&path, Secret::Recovery(&recovery.to_string())).expect("BUG: it opens");
    workspace
        .reset_passphrase("een nieuwe wachtzin", &act("passphrase.reset", false), &mut random())
        .expect("BUG: it can be set");
    drop(workspace);
    assert!(Workspace::open(&path, Secret::Passphrase("een nieuwe wachtzin")).is_ok());
}

#[test]
fn every_flipped_bit_of_a_sample_is_noticed_and_nothing_is_repaired() {
    let (_folder, path, mut workspace) = fresh();
    put(&mut workspace, "rustig voor de klas");
    drop(workspace);
    let sound = fs::read(&path).expect("BUG: readable");
    for at in (40..sound.len()).step_by(sound.len() / 60) {
        let mut broken = sound.clone();
        broken[at] ^= 1 << (at % 8);
        fs::write(&path, &broken).expect("BUG: writable");
        let noticed = match Workspace::open(&path, Secret::Passphrase(PASSPHRASE)) {
            Err(_) => true,
            Ok(workspace) => !workspace.check().is_ok_and(|report| report.fine()),
        };
        assert!(noticed, "the flip at byte {at} went unnoticed");
    }
}

#[test]
fn acts_are_taken_back_and_done_again_also_after_opening_again() {
    let (_folder, path, mut workspace) = fresh();
    put(&mut workspace, "eerst");
    put(&mut workspace, "later");
    assert_eq!(workspace.undoable().map(|name| name.code).as_deref(), Some("datapoint.add"));
    workspace.undo(&act("undo", false)).expect("BUG: undone");
    assert_eq!(text_of(&workspace).as_deref(), Some("eerst"));
    drop(workspace);
    let mut workspace = Workspace::open(&path, Secret::Passphrase(PASSPHRASE)).expect("BUG: it opens");
    workspace.undo(&act("undo", false)).expect("BUG: undone");
    assert_eq!(text_of(&workspace), None);
    assert_eq!(workspace.undo(&act("undo", false)).err(), Some(StoreError::NothingToUndo));
    workspace.redo(&act("redo", false)).expect("BUG: redone");
    workspace.redo(&act("redo", false)).expect("BUG: redone");
    assert_eq!(text_of(&workspace).as_deref(), Some("later"));
    assert_eq!(workspace.redoable(), None);
    workspace.undo(&act("undo", false)).expect("BUG: undone");
    assert_eq!(text_of(&workspace).as_deref(), Some("eerst"));
    assert!(workspace.check().expect("BUG: it can be checked").fine());
}

#[test]
fn an_act_that_fails_leaves_nothing() {
    let (_folder, _, mut workspace) = fresh();
    let head = workspace.reader().checkpoint().expect("BUG: readable");
    let failed = workspace.transact(&act("datapoint.add", true), |writer| {
        writer.put_student(&student())?;
        writer.put_datapoint(&number(), &datapoint("half"))?;
        Err::<(), _>(StoreError::Internal("on purpose".into()))
    });
    assert!(failed.is_err());
    assert_eq!(text_of(&workspace), None);
    assert_eq!(workspace.reader().checkpoint().expect("BUG: readable"), head);
}

#[test]
fn an_established_judgement_stands_and_closes_what_came_before() {
    let (_folder, _, mut workspace) = fresh();
    put(&mut workspace, "rustig voor de klas");
    let mut draft = DraftJudgement::new(number(), 1);
    draft.outcome = Some("aangetoond".into());
    draft.deviations = [
        "statement_missing",
        "rationale_missing",
        "criterion_rationale_missing",
        "citation_missing",
        "vraak_not_met",
        "saturation_missing",
        "picture_differs",
        "discrepancy_unanswered",
    ]
    .map(|code| Deviation { code: code.into(), reason: FilledText::new("proef").expect("BUG: a text") })
    .into();
    let mandate = Mandate {
        holder: FilledText::new("E. Examinator").expect("BUG: a name"),
        capacity: Capacity::Examiner,
        granted_by: "examencommissie".into(),
        from: chrono::NaiveDate::from_ymd_opt(2024, 9, 1).expect("BUG: a day"),
        until: chrono::NaiveDate::from_ymd_opt(2025, 8, 31).expect("BUG: a day"),
    };
    let day = chrono::NaiveDate::from_ymd_opt(2025, 6, 12).expect("BUG: a day");
    workspace
        .transact(&act("judgement.establish", false), |writer| {
            writer.put_draft(&draft)?;
            let dossier = writer.dossier(&number())?.expect("BUG: there is a dossier");
            let (framework, weights) = (writer.framework()?, writer.weights()?);
            let meta = writer.meta()?;
            let ground = domain::judgement::Ground {
                partnership: &meta.partnership,
                year: meta.year,
                framework: &framework,
                weights: &weights,
                dossier: &dossier,
            };
            let established = draft.clone().establish(&ground, Some(&mandate), day).expect("BUG: nothing in the way");
            writer.put_established(&established, "aa")
        })
        .expect("BUG: it is established");
    assert_eq!(workspace.undoable(), None);
    let again = workspace.transact(&act("draft.save", true), |writer| writer.put_draft(&draft));
    assert_eq!(again.err(), Some(StoreError::Established));
    let stored = workspace.reader().judgement(&number(), 1).expect("BUG: readable").expect("BUG: there");
    assert!(matches!(stored.state, Judgement::Established(_)));
    assert_eq!(stored.hash.as_deref(), Some("aa"));
    workspace
        .transact(&act("judgement.establish", false), |writer| writer.replace(&number(), 1, "aa", "bb"))
        .expect("BUG: it can be replaced");
    let twice = workspace.transact(&act("x", false), |writer| writer.replace(&number(), 1, "aa", "cc"));
    assert!(twice.is_err());
    assert!(workspace.check().expect("BUG: it can be checked").fine());
}

#[test]
fn a_backup_opens_with_the_same_key() {
    let (folder, path, mut workspace) = fresh();
    put(&mut workspace, "rustig voor de klas");
    let copy = folder.path().join("kopie.weegschaal");
    workspace.backup_to(&copy).expect("BUG: it is copied");
    assert_eq!(workspace.backup_to(&copy), Err(StoreError::AlreadyExists), "a copy is never overwritten");
    assert_eq!(workspace.proves("een andere zin"), Err(StoreError::WrongSecret));
    assert_eq!(workspace.proves(PASSPHRASE), Ok(()));
    drop(workspace);
    assert!(path.is_file());
    let copied = Workspace::open(&copy, Secret::Passphrase(PASSPHRASE)).expect("BUG: the copy opens");
    assert_eq!(text_of(&copied).as_deref(), Some("rustig voor de klas"));
}
