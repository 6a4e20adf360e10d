//! Forms at the level of the use cases: signing with failures, the copy in the folder, checking, and whom to trust.

mod desk;

use commands::api::{
    CopyState, FileKind, FormLanguage, FormState, Headline, ProblemCode, SignAsk, SignerStanding, TrustUse, Verdict,
};
use commands::{Host, Tongue, Trusted, Workbench, check_file, demo};
use desk::{Machine, PASSPHRASE};
use std::fs;
use std::path::{Path, PathBuf};

/// An example with keys of its own, and the folder of its forms.
fn example(folder: &Path, keys: u8) -> (Workbench, PathBuf) {
    let folder = folder.join(keys.to_string());
    let made = demo::make(&folder, 12, 1, PASSPHRASE, Machine::with_keys(keys), &mut |_, _, _| {});
    (made.map_err(|problem| problem.code).expect("BUG: made").bench, folder.join("formulieren"))
}

fn first_form(folder: &Path) -> PathBuf {
    let mut forms: Vec<PathBuf> =
        fs::read_dir(folder).expect("BUG: forms").map(|entry| entry.expect("BUG: an entry").path()).collect();
    forms.sort();
    forms.remove(0)
}

#[test]
fn a_signed_form_stays_in_the_workspace_whatever_happens_to_its_copy() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let (mut bench, out) = example(folder.path(), 1);
    let forms = bench.forms().expect("BUG: a list");
    let form = forms.iter().find(|form| form.form != FormState::Unsigned).expect("BUG: one is signed");
    let FormState::Signed { path, .. } = form.form.clone() else { panic!("BUG: it is signed") };
    let look = |bench: &Workbench| {
        bench.form_pdf(&form.number, form.attempt, form.revision, FormLanguage::Nl).expect("BUG: a form")
    };
    assert_eq!((look(&bench).verdict, look(&bench).copy), (Some(Verdict::Valid), CopyState::Same));
    fs::write(&path, "iets anders").expect("BUG: writable");
    assert_eq!((look(&bench).verdict, look(&bench).copy), (Some(Verdict::Valid), CopyState::Differs));
    fs::remove_file(&path).expect("BUG: removable");
    assert_eq!(look(&bench).copy, CopyState::Gone);

    // One that cannot be signed does not stop the others; what was signed before is written again as it was.
    let numbers = ["9999999".to_owned(), form.number.clone()];
    let ask = SignAsk::own(numbers.to_vec());
    let reply = bench.sign(&ask, &out, Tongue::Dutch, &mut |_| true).expect("BUG: signed");
    assert_eq!(reply.failed.len(), 1);
    assert_eq!(reply.failed[0].problem.code, ProblemCode::UnknownStudent);
    assert_eq!(look(&bench).copy, CopyState::Same);

    let none = bench.form_pdf(&form.number, form.attempt, form.revision + 1, FormLanguage::Nl);
    let none = none.expect_err("there is no such revision");
    assert_eq!(none.code, ProblemCode::NotEstablished);
}

#[test]
fn trust_is_an_act_that_can_be_taken_back_and_withdrawn() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let (_, theirs) = example(folder.path(), 1);
    let (mut bench, _) = example(folder.path(), 2);
    let form = first_form(&theirs);
    let state = |bench: &Workbench| {
        let checked = bench.verify(&form).expect("BUG: checked");
        (checked.headline, checked.signers[0])
    };
    assert_eq!(state(&bench), (Headline::UnknownSigner, SignerStanding::CanBeAdded));
    let fingerprint = bench.verify(&form).expect("BUG: checked").report.signatures[0].fingerprint.clone();

    let refused = bench.trust_signer(&form, &"0".repeat(64)).expect_err("another certificate");
    assert_eq!(refused.code, ProblemCode::SignerUnknown);
    bench.trust_signer(&form, &fingerprint).map_err(|problem| problem.code).expect("BUG: trusted");
    assert_eq!(state(&bench), (Headline::Genuine, SignerStanding::Added));
    let trusted = bench.trusted_signers().expect("BUG: a list");
    assert_eq!((trusted.len(), &trusted[0].fingerprint), (1, &fingerprint));

    bench.undo().map_err(|problem| problem.code).expect("BUG: undone");
    assert_eq!(state(&bench).0, Headline::UnknownSigner);
    bench.redo().map_err(|problem| problem.code).expect("BUG: done again");
    assert_eq!(state(&bench).0, Headline::Genuine);
    assert!(bench.distrust_signer(&fingerprint, TrustUse::Signing).expect("BUG: withdrawn").is_empty());
    assert_eq!(state(&bench).0, Headline::UnknownSigner);

    let acts: Vec<String> = bench.journal_all().expect("BUG: a journal").into_iter().map(|entry| entry.act).collect();
    for act in ["signer.trust", "undo", "redo", "signer.distrust"] {
        assert!(acts.iter().any(|one| one == act), "{act} is not in the journal");
    }
}

#[test]
fn a_changed_form_is_never_trusted() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let (_, theirs) = example(folder.path(), 1);
    let (mut bench, _) = example(folder.path(), 2);
    let form = first_form(&theirs);
    let fingerprint = bench.verify(&form).expect("BUG: checked").report.signatures[0].fingerprint.clone();
    let mut bytes = fs::read(&form).expect("BUG: readable");
    bytes.extend_from_slice(b"\n% erachter geplakt\n");
    let longer = folder.path().join("langer.pdf");
    fs::write(&longer, &bytes).expect("BUG: writable");
    let checked = bench.verify(&longer).expect("BUG: checked");
    assert_eq!(checked.headline, Headline::Changed);
    assert!(checked.judgement_was_signed, "what was signed can be read back");
    let refused = bench.trust_signer(&longer, &fingerprint).expect_err("it was changed");
    assert_eq!(refused.code, ProblemCode::SignerUnknown);
}

#[test]
fn what_is_no_form_is_called_so() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let now = Machine::with_keys(1).now();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("BUG: writable");
        path
    };
    let code = |path: &Path| check_file(path, &Trusted::default(), now).expect_err("it cannot be checked").code;
    assert_eq!(code(&put("leeg.pdf", b"")), ProblemCode::NotAPdf);
    assert_eq!(code(&put("brief.pdf", b"Beste student")), ProblemCode::NotAPdf);
    assert_eq!(code(folder.path()), ProblemCode::IsFolder);
    assert_eq!(code(&folder.path().join("weg.pdf")), ProblemCode::FileNotFound);
    let other = check_file(&put("ander.pdf", b"%PDF-1.4\niets /ByteRange anders"), &Trusted::default(), now)
        .expect("BUG: a PDF");
    assert_eq!((other.headline, other.kind, other.signed_somehow), (Headline::NotOurs, FileKind::OtherPdf, true));
}
