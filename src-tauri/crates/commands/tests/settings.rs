//! The settings of a workspace at the level of the use cases: who may do what, the year, the passphrase, copies.

mod desk;

use commands::api::{CapacityCode, MandateView, NewIndication, ProblemCode, Standing};
use commands::{Secret, Workbench};
use desk::{FILE, Machine, PASSPHRASE, bring_in, judge};

const NOTES: &str = "Studentnummer;Datum;Auteur;Notitie\n9900001;11-4-2025;W. Plek;Rustig en duidelijk.\n";

fn bench() -> (tempfile::TempDir, Workbench) {
    let (folder, mut bench) = desk::bench_of("E. Examinator", Machine::new());
    bring_in(&mut bench, "werkplek.csv", NOTES);
    (folder, bench)
}

fn mandate(holder: &str, capacity: CapacityCode, from: &str, until: &str) -> MandateView {
    MandateView {
        holder: holder.to_owned(),
        capacity,
        granted_by: "examencommissie".to_owned(),
        from: from.to_owned(),
        until: until.to_owned(),
    }
}

#[test]
fn a_mandate_is_granted_changed_withdrawn_and_taken_back() {
    let (_folder, mut bench) = bench();
    let given = mandate("G. Gedelegeerde", CapacityCode::Prepare, "2025-01-01", "2025-06-30");
    let reply = bench.grant_mandate(&given).expect("BUG: granted");
    assert_eq!(reply.holders, ["E. Examinator", "G. Gedelegeerde"]);
    assert_eq!(bench.grant_mandate(&given).expect_err("BUG: twice").code, ProblemCode::MandateExists);
    let backwards = mandate("X. Ander", CapacityCode::Decide, "2025-06-30", "2025-01-01");
    assert_eq!(bench.grant_mandate(&backwards).expect_err("BUG: backwards").code, ProblemCode::DaysOutOfOrder);
    let nameless = mandate(" ", CapacityCode::Decide, "2025-01-01", "2025-06-30");
    let refused = bench.grant_mandate(&nameless).expect_err("BUG: nameless");
    assert_eq!((refused.code, refused.place.as_str()), (ProblemCode::TextMissing, "holder"));

    let longer = MandateView { until: "2025-08-31".to_owned(), ..given.clone() };
    assert_eq!(bench.change_mandate(&longer).expect("BUG: changed").mandates[1].until, "2025-08-31");
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.settings().expect("BUG: readable").mandates[1].until, "2025-06-30");

    bench.sit("G. Gedelegeerde").expect("BUG: a holder");
    let settings = bench.settings().expect("BUG: readable");
    assert_eq!(settings.standing, Standing::Prepares { until: "2025-06-30".to_owned() });
    let gone = bench.withdraw_mandate("G. Gedelegeerde", CapacityCode::Prepare).expect("BUG: withdrawn");
    assert_eq!(gone.seated, "E. Examinator", "who has no mandate any more leaves the desk");
    assert_eq!(bench.undo().expect("BUG: undone").examiner, "G. Gedelegeerde");
    assert!(bench.sit("N. Niemand").is_err());
}

#[test]
fn a_mandate_that_a_judgement_stands_on_stays() {
    let (_folder, mut bench) = bench();
    judge(&mut bench, "9900001", 1, "aangetoond");
    let refused = bench.withdraw_mandate("E. Examinator", CapacityCode::Examiner).expect_err("BUG: it is used");
    assert_eq!((refused.code, refused.value.as_str()), (ProblemCode::MandateUsed, "2025-06-12"));
    let shorter = mandate("E. Examinator", CapacityCode::Examiner, "2024-09-01", "2025-06-11");
    assert_eq!(bench.change_mandate(&shorter).expect_err("BUG: too short").code, ProblemCode::MandateUsed);
    let exact = mandate("E. Examinator", CapacityCode::Examiner, "2024-09-01", "2025-06-12");
    assert!(bench.change_mandate(&exact).is_ok());
}

#[test]
fn who_may_establish_today_is_said() {
    let (_folder, mut bench) = bench();
    let standing = |bench: &Workbench| bench.settings().expect("BUG: readable").standing;
    assert_eq!(standing(&bench), Standing::Establishes { until: "2025-08-31".to_owned() });
    for (from, until, expected) in [
        ("2025-07-01", "2025-08-31", Standing::Later { from: "2025-07-01".to_owned() }),
        ("2024-09-01", "2025-06-11", Standing::Ended { until: "2025-06-11".to_owned() }),
    ] {
        bench.change_mandate(&mandate("E. Examinator", CapacityCode::Examiner, from, until)).expect("BUG: changed");
        assert_eq!(standing(&bench), expected);
    }
    bench.withdraw_mandate("E. Examinator", CapacityCode::Examiner).expect("BUG: withdrawn");
    assert_eq!(standing(&bench), Standing::Nobody);
}

#[test]
fn the_calendar_moves_what_it_gave_and_can_be_taken_back() {
    let (_folder, mut bench) = bench();
    let period = |bench: &Workbench| bench.dossier("9900001").expect("BUG: a student").datapoints[0].period;
    assert_eq!(period(&bench), 3, "11 April lies in period 3");
    let old = bench.settings().expect("BUG: readable").calendar;
    let mut new = old.clone();
    new.fourth = "2025-04-07".to_owned();
    bench.set_calendar(&new).expect("BUG: set");
    assert_eq!(period(&bench), 4);
    bench.undo().expect("BUG: undone");
    assert_eq!((period(&bench), bench.settings().expect("BUG: readable").calendar), (3, old.clone()));

    new.second = "2025-05-01".to_owned();
    assert_eq!(bench.set_calendar(&new).expect_err("BUG: out of order").code, ProblemCode::DaysOutOfOrder);
    new.second = "2026-05-01".to_owned();
    assert_eq!(bench.set_calendar(&new).expect_err("BUG: outside").code, ProblemCode::DateOutsideYear);
    assert_eq!(bench.settings().expect("BUG: readable").calendar, old);
}

#[test]
fn deadlines_follow_period_4_until_they_are_set() {
    let (_folder, mut bench) = bench();
    let calendar = |bench: &Workbench| bench.settings().expect("BUG: readable").calendar;
    let mut new = calendar(&bench);
    assert_eq!((new.due.evidence.as_str(), new.due.signature.as_str()), ("2025-05-16", "2025-06-20"));
    new.fourth = "2025-04-21".to_owned();
    bench.set_calendar(&new).expect("BUG: set");
    new = calendar(&bench);
    assert_eq!((new.due.evidence.as_str(), new.due.signature.as_str()), ("2025-05-23", "2025-06-27"));
    let usual = new.clone();

    new.due.judgement = "2025-06-12".to_owned();
    bench.set_calendar(&new).expect("BUG: set");
    new.fourth = "2025-04-14".to_owned();
    bench.set_calendar(&new).expect("BUG: set");
    assert_eq!(calendar(&bench), new, "what was set stays where it is");
    assert_eq!(bench.desk().expect("BUG: a table").due, new.due);
    new.due.judgement = "2025-05-01".to_owned();
    assert_eq!(bench.set_calendar(&new).expect_err("BUG: out of order").code, ProblemCode::DaysOutOfOrder);
    new.due.judgement = "2025-09-01".to_owned();
    assert_eq!(bench.set_calendar(&new).expect_err("BUG: outside").code, ProblemCode::DateOutsideYear);
    for _ in 0..2 {
        bench.undo().expect("BUG: undone");
    }
    assert_eq!(calendar(&bench), usual);
}

#[test]
fn a_passphrase_is_changed_by_who_knows_the_old_one() {
    let (folder, mut bench) = bench();
    let path = folder.path().join(FILE);
    let wrong = bench.change_passphrase("iets anders dan dat", "een heel andere zin");
    assert_eq!(wrong.expect_err("BUG: wrong").code, ProblemCode::WrongPassphrase);
    let weak = bench.change_passphrase(PASSPHRASE, "kort");
    assert_eq!(weak.expect_err("BUG: weak").code, ProblemCode::PassphraseTooWeak);
    bench.change_passphrase(PASSPHRASE, "een heel andere zin").expect("BUG: changed");
    drop(bench);
    let open = |secret| Workbench::open(&path, Secret::Passphrase(secret), Machine::new());
    assert!(open(PASSPHRASE).is_err());
    assert!(open("een heel andere zin").is_ok());
}

#[test]
fn a_copy_opens_with_its_passphrase_and_nothing_is_overwritten() {
    let (folder, bench) = bench();
    let place = folder.path().join("kopieen");
    assert_eq!(bench.back_up(&place).expect_err("BUG: no folder").code, ProblemCode::FolderNotFound);
    std::fs::create_dir(&place).expect("BUG: a folder");
    let copy = bench.back_up(&place).expect("BUG: copied");
    assert_eq!(bench.back_up(&place).expect_err("BUG: the same second").code, ProblemCode::AlreadyExists);
    let copied = Workbench::open(&copy, Secret::Passphrase(PASSPHRASE), Machine::new()).expect("BUG: it opens");
    assert_eq!(copied.dossier("9900001").expect("BUG: a student").datapoints.len(), 1);
    assert!(copied.check().expect("BUG: readable").journal);
}

#[test]
fn the_certificate_is_written_for_others_to_trust() {
    let (folder, mut bench) = bench();
    assert!(bench.settings().expect("BUG: readable").certificate.is_none());
    let path = folder.path().join("certificaat.pem");
    let certificate = bench.save_certificate(&path).expect("BUG: written").certificate.expect("BUG: made");
    assert_eq!((certificate.name.as_str(), certificate.fingerprint.len()), ("E. Examinator", 64));
    assert_eq!(certificate.until, "2030-06-12");
    let pem = std::fs::read_to_string(&path).expect("BUG: readable");
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----\n") && pem.ends_with("-----END CERTIFICATE-----\n"));
    assert!(pem.lines().all(|line| line.len() <= 64));
}

#[test]
fn the_act_to_undo_is_named_with_its_student() {
    let (_folder, mut bench) = bench();
    let point = bench.dossier("9900001").expect("BUG: a student").datapoints[0].id.clone();
    let indication = NewIndication { datapoint: point, criterion: "K1".to_owned(), level: Some(2), excerpt: None };
    bench.add_indication("9900001", &indication).expect("BUG: marked");
    let undo = bench.overview().expect("BUG: readable").undo.expect("BUG: it can be undone");
    assert_eq!((undo.code.as_str(), undo.student.as_str()), ("indication.add", "Anna Eerste"));
}
