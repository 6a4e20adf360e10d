//! Signing many: going on where it stopped, files that are gone, changed or half, a full disk, a folder that goes away.

mod desk;

use commands::api::*;
use commands::{Tongue, Workbench, demo};
use desk::{Machine, PASSPHRASE};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// An example whose forms are still to be signed into another folder, and that folder.
fn example() -> (tempfile::TempDir, Workbench, PathBuf) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let made = demo::make(folder.path(), 24, 1, PASSPHRASE, Machine::with_keys(1), &mut |_, _, _| {});
    let bench = made.map_err(|problem| problem.code).expect("BUG: made").bench;
    let out = folder.path().join("uit");
    (folder, bench, out)
}

/// A workspace with six judgements established and nothing signed.
fn unsigned() -> (tempfile::TempDir, Workbench, PathBuf) {
    let (folder, mut bench) = desk::found(example::EXAMINER, Machine::with_keys(1));
    let document = example::cohort(24, 1);
    let text = serde_json::to_string(&document).expect("BUG: JSON");
    desk::bring_in(&mut bench, "cohort.json", &text);
    let judgements = serde_json::json!({ "judgements": example::judgements(&document) });
    let report = bench.judge(judgements.to_string().as_bytes(), &mut |_, _| {}).expect("BUG: judged");
    assert!(report.established.len() >= 6, "{:?}", report.refused);
    let out = folder.path().join("uit");
    (folder, bench, out)
}

fn ask(bench: &Workbench) -> SignAsk {
    SignAsk::own(bench.numbers_to_sign().expect("BUG: numbers"))
}

fn sign(bench: &mut Workbench, ask: &SignAsk, out: &Path) -> SignReply {
    bench.sign(ask, out, Tongue::Dutch, &mut |_| true).map_err(|problem| problem.code).expect("BUG: it begins")
}

/// The files in a folder with their bytes, by name; the index apart.
fn files(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(out).expect("BUG: a folder").map(|entry| entry.expect("BUG: readable").path());
    let named = entries.map(|path| (path.file_name().expect("BUG: a name").to_string_lossy().into_owned(), path));
    let forms = named.filter(|(name, _)| !name.ends_with(".xlsx"));
    forms.map(|(name, path)| (name, fs::read(path).expect("BUG: readable"))).collect()
}

fn outcomes(reply: &SignReply) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for form in &reply.written {
        *found.entry(format!("{:?}", form.outcome)).or_default() += 1;
    }
    found
}

#[test]
fn a_second_run_passes_over_what_is_there_and_writes_again_what_is_gone() {
    let (_folder, mut bench, out) = unsigned();
    let ask = ask(&bench);
    let first = sign(&mut bench, &ask, &out);
    let all = first.written.len();
    assert!(all >= 6 && first.failed.is_empty() && first.left == 0, "{first:?}");
    assert_eq!(outcomes(&first), BTreeMap::from([("Signed".to_owned(), all)]));
    let before = files(&out);
    assert_eq!(before.len(), all, "nothing but the forms: {:?}", before.keys());
    assert!(first.index.as_deref().is_some_and(|path| Path::new(path).is_file()));

    assert_eq!(outcomes(&sign(&mut bench, &ask, &out)), BTreeMap::from([("AlreadyThere".to_owned(), all)]));
    let paths: Vec<PathBuf> = first.written.iter().map(|form| PathBuf::from(&form.path)).collect();
    fs::remove_file(&paths[0]).expect("BUG: removable");
    let whole = fs::read(&paths[1]).expect("BUG: readable");
    fs::write(&paths[1], &whole[..whole.len() / 2]).expect("BUG: writable");
    let again = sign(&mut bench, &ask, &out);
    let expected = [("AlreadyThere".to_owned(), all - 2), ("WrittenAgain".to_owned(), 2)];
    assert_eq!(outcomes(&again), BTreeMap::from(expected));
    assert_eq!(files(&out), before, "the same bytes");

    // What somebody else signed or changed since is theirs.
    fs::write(&paths[2], [&whole[..], b"en een handtekening van elders"].concat()).expect("BUG: writable");
    let held = sign(&mut bench, &ask, &out);
    assert_eq!((held.failed.len(), held.failed[0].problem.code), (1, ProblemCode::FormDiffers));
    assert_eq!(held.written.len(), all - 1);
    assert!(fs::read(&paths[2]).expect("BUG: readable").ends_with(b"elders"));
}

#[test]
fn the_name_a_form_has_in_a_folder_stays_when_the_pattern_changes() {
    let (_folder, mut bench, out) = unsigned();
    let mut ask = ask(&bench);
    sign(&mut bench, &ask, &out);
    let before = files(&out);
    ask.choice.pattern = "{naam} {nummer} {gelegenheid}.pdf".to_owned();
    sign(&mut bench, &ask, &out);
    assert_eq!(files(&out), before, "no form stands there twice");
    let elsewhere = out.with_file_name("elders");
    sign(&mut bench, &ask, &elsewhere);
    let moved = files(&elsewhere);
    assert_eq!(moved.len(), before.len());
    assert!(
        moved.keys().all(|name| !before.contains_key(name))
            && moved.values().all(|form| before.values().any(|one| one == form))
    );
    ask.choice.pattern = "{nummer}.pdf".to_owned();
    let refused = bench.sign(&ask, &elsewhere, Tongue::Dutch, &mut |_| true).expect_err("two could get one name");
    assert_eq!(refused.code, ProblemCode::PatternLacks);
}

#[test]
fn a_file_of_somebody_else_is_never_overwritten() {
    let (_folder, mut bench, out) = unsigned();
    let ask = ask(&bench);
    fs::create_dir(&out).expect("BUG: a folder");
    let taken = out.join(format!("{}_beroep_1.pdf", ask.numbers[0]));
    fs::write(&taken, "van iemand anders").expect("BUG: writable");
    let reply = sign(&mut bench, &ask, &out);
    assert_eq!((reply.failed.len(), reply.failed[0].problem.code), (1, ProblemCode::AlreadyExists));
    assert_eq!(fs::read(&taken).expect("BUG: readable"), b"van iemand anders");
    assert!(reply.written.len() >= 5, "the others are not spoiled");
    let forms = bench.forms().expect("BUG: a list");
    let spoiled = forms.iter().find(|form| form.number == ask.numbers[0]).expect("BUG: listed");
    assert_eq!(spoiled.form, FormState::Unsigned, "it is not kept as signed either");
}

#[test]
fn a_full_disk_leaves_no_half_file_and_nothing_kept_without_its_file() {
    let (_folder, mut bench, out) = unsigned();
    let ask = ask(&bench);
    fs::create_dir(&out).expect("BUG: a folder");
    // The third form is written to a disk that is full.
    let full = out.join(format!("{}_beroep_1.pdf.nieuw", ask.numbers[2]));
    std::os::unix::fs::symlink("/dev/full", &full).expect("BUG: a link");
    let reply = sign(&mut bench, &ask, &out);
    assert_eq!(reply.stopped.as_ref().map(|problem| problem.code), Some(ProblemCode::DiskFull), "{reply:?}");
    assert_eq!(reply.left as usize + reply.written.len(), ask.numbers.len() + extra(&bench, &ask));
    kept_is_there(&bench, &out);
    // Room again: it goes on where it stopped.
    let signed = reply.written.len();
    let rest = sign(&mut bench, &ask, &out);
    assert_eq!((rest.left, outcomes(&rest).get("AlreadyThere").copied().unwrap_or_default()), (0, signed));
    kept_is_there(&bench, &out);
}

#[test]
fn a_place_that_cannot_be_had_spoils_one_form_only() {
    let (_folder, mut bench, out) = unsigned();
    let mut ask = ask(&bench);
    fs::create_dir(&out).expect("BUG: a folder");
    let place = |at: usize, ending: &str| out.join(format!("{}_beroep_1{ending}", ask.numbers[at]));
    // A folder where a form goes, and one where it is written beside its place.
    let taken = [place(0, ".pdf"), place(1, ".pdf.nieuw")];
    for path in &taken {
        fs::create_dir_all(path.join("vol")).expect("BUG: a folder");
    }
    let reply = sign(&mut bench, &ask, &out);
    let codes = reply.failed.iter().map(|one| (one.number.as_str(), one.problem.code));
    let expected = [(&ask.numbers[0], ProblemCode::AlreadyExists), (&ask.numbers[1], ProblemCode::AlreadyExists)];
    let mut failed: Vec<_> = codes.collect();
    failed.sort();
    assert_eq!(failed, expected.map(|(number, code)| (number.as_str(), code)), "{reply:?}");
    assert_eq!((&reply.stopped, reply.left), (&None, 0));
    assert_eq!(reply.written.len(), ask.numbers.len() + extra(&bench, &ask) - 2);

    // A form that is kept, and a folder came in its place.
    let kept = PathBuf::from(&reply.written[0].path);
    fs::remove_file(&kept).expect("BUG: removable");
    fs::create_dir(&kept).expect("BUG: a folder");
    let again = sign(&mut bench, &ask, &out);
    assert!(again.failed.iter().any(|one| one.problem.code == ProblemCode::FormDiffers), "{again:?}");
    assert_eq!((again.failed.len(), again.written.len()), (3, reply.written.len() - 1));
    ask.task = SignTask::Second { by: SecondSigner::Reader };
    let second = sign(&mut bench, &ask, &out);
    assert!(second.failed.iter().any(|one| one.problem.code == ProblemCode::FormDiffers), "{second:?}");

    // Out of the way: what was left is done.
    ask.task = SignTask::First;
    for path in taken.iter().chain([&kept]) {
        fs::remove_dir_all(path).expect("BUG: removable");
    }
    let rest = sign(&mut bench, &ask, &out);
    assert!(rest.failed.is_empty() && rest.stopped.is_none(), "{rest:?}");
    kept_is_there(&bench, &out);
}

#[test]
fn a_folder_that_goes_away_stops_the_rest() {
    let (folder, mut bench, out) = unsigned();
    let ask = ask(&bench);
    let aside = folder.path().join("weg");
    let mut gone = false;
    let reply = bench.sign(&ask, &out, Tongue::Dutch, &mut |at| {
        if at.done == 1 && !gone {
            gone = true;
            fs::rename(&out, &aside).expect("BUG: it can go");
        }
        true
    });
    let reply = reply.expect("BUG: it begins");
    assert_eq!(reply.stopped.as_ref().map(|problem| problem.code), Some(ProblemCode::FolderNotFound), "{reply:?}");
    assert!(reply.left > 0 && !out.exists(), "the folder is not made anew: {reply:?}");
    assert!(reply.index.is_none() && reply.index_failed.is_some());
    // Back again: everything is brought to its place, and what was kept is the same.
    let left = files(&aside);
    assert!(left.keys().filter(|name| name.ends_with(".pdf")).count() >= 1);
    fs::rename(&aside, &out).expect("BUG: it comes back");
    let rest = sign(&mut bench, &ask, &out);
    assert!(rest.failed.is_empty() && rest.stopped.is_none() && rest.left == 0, "{rest:?}");
    kept_is_there(&bench, &out);
}

#[test]
fn cancelling_keeps_what_is_signed_and_says_how_many_are_left() {
    let (_folder, mut bench, out) = unsigned();
    let ask = ask(&bench);
    let mut told = Vec::new();
    let reply = bench.sign(&ask, &out, Tongue::Dutch, &mut |at| {
        told.push((at.done, at.of));
        at.done < 2
    });
    let reply = reply.expect("BUG: it begins");
    assert!(reply.cancelled && reply.left > 0 && reply.written.len() >= 2, "{reply:?}");
    assert_eq!(told[0].0, 0);
    assert!(told.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0));
    assert_eq!(files(&out).len(), reply.written.len());
    kept_is_there(&bench, &out);
}

#[test]
fn forms_with_empty_fields_are_not_taken_for_signed() {
    let (_folder, mut bench, out) = unsigned();
    let mut ask = ask(&bench);
    ask.task = SignTask::Unsigned;
    let reply = sign(&mut bench, &ask, &out);
    assert!(!reply.written.is_empty() && reply.index.is_none());
    for form in &reply.written {
        assert!(form.path.ends_with("_niet-ondertekend.pdf") && form.level.is_empty(), "{form:?}");
        let checked = bench.verify(Path::new(&form.path)).expect("BUG: checked");
        assert_eq!((checked.report.verdict, checked.headline), (Verdict::Unsigned, Headline::NotSigned));
    }
    assert!(bench.forms().expect("BUG: a list").iter().all(|form| form.form == FormState::Unsigned));
    let again = sign(&mut bench, &ask, &out);
    assert_eq!(outcomes(&again).get("AlreadyThere"), Some(&reply.written.len()), "it may be signed elsewhere by now");
}

#[test]
fn a_form_speaks_the_language_asked_for_and_a_draft_says_that_it_is_one() {
    let (_folder, mut bench, out) = unsigned();
    let mut ask = ask(&bench);
    ask.numbers.truncate(1);
    ask.choice.language = FormLanguage::En;
    let reply = sign(&mut bench, &ask, &out);
    let bytes = fs::read(&reply.written[0].path).expect("BUG: written");
    assert!(bytes.windows(7).any(|part| part == b"(en-GB)"), "its language is named");
    let number = "9000004";
    let draft = bench.draft_pdf(number, FormLanguage::Nl).map_err(|problem| problem.code);
    let established = bench.numbers_to_sign().expect("BUG: numbers");
    match established.iter().any(|one| one == number) {
        true => assert_eq!(draft, Err(ProblemCode::JudgementEstablished)),
        false => assert!(draft.is_ok_and(|draft| draft.pages > 0 && draft.verdict.is_none())),
    }
    assert_eq!(bench.draft_pdf("1", FormLanguage::Nl).expect_err("nobody").code, ProblemCode::UnknownStudent);
}

#[test]
fn a_workspace_signed_elsewhere_writes_its_forms_as_they_were() {
    let (folder, mut bench, out) = example();
    let ask = ask(&bench);
    let before = files(&folder.path().join("formulieren"));
    let reply = sign(&mut bench, &ask, &out);
    assert_eq!(outcomes(&reply), BTreeMap::from([("WrittenAgain".to_owned(), before.len())]));
    assert_eq!(files(&out), before);
}

/// Students with more than one judgement in force have more forms than numbers.
fn extra(bench: &Workbench, ask: &SignAsk) -> usize {
    bench.forms().expect("BUG: a list").iter().filter(|form| !form.replaced).count() - ask.numbers.len()
}

/// Every form that is kept as signed stands whole in the folder, and nothing else does.
fn kept_is_there(bench: &Workbench, out: &Path) {
    let mut there = files(out);
    for form in bench.forms().expect("BUG: a list").iter().filter(|form| form.form != FormState::Unsigned) {
        let kept = bench.form_pdf(&form.number, form.attempt, form.revision, FormLanguage::Nl).expect("BUG: kept");
        assert_eq!((kept.copy, kept.verdict), (CopyState::Same, Some(Verdict::Valid)), "{}", form.number);
        there.remove(&kept.file_name);
    }
    assert!(there.is_empty(), "besides the forms: {:?}", there.keys());
}
