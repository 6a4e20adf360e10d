//! Signing with keys from files, a time stamp service that is there, down or lying, lists of revoked certificates, and
//! the second signature.

mod desk;
#[path = "../../seal/tests/forge/mod.rs"]
mod forge;
#[path = "signing_keys/listed.rs"]
mod listed;
#[path = "../../seal/tests/tsa/mod.rs"]
mod tsa;

use commands::api::*;
use commands::{Host, Tongue, Workbench, demo, problem_sentence};
use desk::{Machine, PASSPHRASE};
use seal::SigningKey;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tsa::{Lie, Tsa};
use zeroize::Zeroizing;

const SERVICE: &str = "http://tijd.example/stempel";

struct Bench {
    _folder: tempfile::TempDir,
    bench: Workbench,
    machine: Arc<Machine>,
    keys: PathBuf,
    out: PathBuf,
}

/// A workspace with judgements established and nothing signed, and the key files of the tests.
fn workspace() -> Bench {
    let machine = Machine::with_keys(1);
    let (folder, mut bench) = desk::found(example::EXAMINER, machine.clone());
    let document = example::cohort(24, 1);
    desk::bring_in(&mut bench, "cohort.json", &serde_json::to_string(&document).expect("BUG: JSON"));
    let judgements = serde_json::json!({ "judgements": example::judgements(&document) });
    bench.judge(judgements.to_string().as_bytes(), &mut |_, _| {}).expect("BUG: judged");
    let (keys, out) = (folder.path().join("sleutels"), folder.path().join("uit"));
    fs::create_dir(&keys).expect("BUG: a folder");
    Bench { _folder: folder, bench, machine, keys, out }
}

impl Bench {
    /// A request to sign the first so many with a key file.
    fn ask(&self, key: &str, secret: &str, most: usize) -> SignAsk {
        let path = self.keys.join(format!("{key}.p12"));
        fs::write(&path, forge::key_bytes(&format!("{key}.p12"))).expect("BUG: written");
        let mut numbers = self.bench.numbers_to_sign().expect("BUG: numbers");
        numbers.truncate(most);
        SignAsk {
            choice: SigningChoice {
                key: KeyChoice::File { path: path.display().to_string() },
                ..SigningChoice::default()
            },
            secret: Some(Hidden::new(Zeroizing::new(secret.to_owned()))),
            ..SignAsk::own(numbers)
        }
    }

    fn sign(&mut self, ask: &SignAsk) -> Result<SignReply, Problem> {
        self.bench.sign(ask, &self.out, Tongue::Dutch, &mut |_| true)
    }

    fn signed(&mut self, ask: &SignAsk) -> SignReply {
        let reply = self.sign(ask).map_err(|problem| problem.code).expect("BUG: it begins");
        assert!(reply.failed.is_empty() && reply.stopped.is_none(), "{reply:?}");
        reply
    }
}

#[test]
fn every_kind_of_key_file_signs_and_its_signer_is_known_from_then_on() {
    let mut at = workspace();
    for (place, key) in forge::KEY_FILES.into_iter().enumerate() {
        let mut ask = at.ask(key, "geheim", usize::MAX);
        ask.numbers = vec![ask.numbers[place].clone()];
        let reply = at.signed(&ask);
        assert_eq!((reply.written[0].outcome, reply.written[0].level.as_str()), (SignOutcome::Signed, "B-B"), "{key}");
        let checked = at.bench.verify(Path::new(&reply.written[0].path)).expect("BUG: checked");
        assert_eq!(checked.headline, Headline::Genuine, "{key}");
        let own = seal::facts(forge::key_file(key).certificate()).expect("BUG: facts");
        assert_eq!(checked.report.signatures[0].fingerprint, own.fingerprint);
        let view = at.bench.look_at_key(&ask.choice.key, ask.secret.as_ref()).expect("BUG: it opens");
        assert_eq!(view.map(|view| view.name), Some(own.name));
    }
    let acts: Vec<String> =
        at.bench.journal_all().expect("BUG: a journal").into_iter().map(|entry| entry.act).collect();
    assert_eq!(acts.iter().filter(|act| *act == "signer.trust").count(), forge::KEY_FILES.len());
}

#[test]
fn a_key_that_may_not_sign_is_refused_before_anything_is_written() {
    use ProblemCode::*;
    let mut at = workspace();
    let refused = [
        ("p256", "verkeerd", WrongKeyPassphrase, ""),
        ("expired", "geheim", KeyExpired, "2021-01-01"),
        ("future", "geheim", KeyNotYetValid, "2032-01-01"),
        ("encipher", "geheim", KeyNotForSigning, ""),
        ("nokey", "geheim", NoKeyInFile, ""),
        ("nomac", "geheim", NotAKeyFile, ""),
        ("rsa1024", "geheim", KeyTooSmall, ""),
        ("p521", "geheim", KeyUnsupported, ""),
    ];
    for (key, secret, code, value) in refused {
        let ask = at.ask(key, secret, 2);
        let problem = at.sign(&ask).expect_err(key);
        assert_eq!((problem.code, problem.value.as_str()), (code, value), "{key}");
        let dutch = problem_sentence(Tongue::Dutch, &problem);
        assert!(
            !dutch.contains("{value}")
                && !dutch.contains(secret)
                && dutch != problem_sentence(Tongue::English, &problem)
        );
    }
    let mut ask = at.ask("p256", "geheim", 2);
    fs::write(at.keys.join("p256.p12"), "geen sleutel").expect("BUG: written");
    assert_eq!(at.sign(&ask).expect_err("no key file").code, NotAKeyFile);
    fs::remove_file(at.keys.join("p256.p12")).expect("BUG: removable");
    assert_eq!(at.sign(&ask).expect_err("gone").code, FileNotFound);
    let library = std::env::current_exe().expect("BUG: this program").display().to_string();
    ask.choice.key = KeyChoice::Token { library, fingerprint: "0".repeat(64) };
    assert_eq!(at.sign(&ask).expect_err("no library").code, TokenLibrary);
    assert!(!at.out.exists(), "no folder, no file");
    assert!(at.bench.forms().expect("BUG: a list").iter().all(|form| form.form == FormState::Unsigned));
}

#[test]
fn a_secret_is_shown_by_nothing() {
    let secret: Hidden = serde_json::from_str("\"heel geheim\"").expect("BUG: a text");
    assert!(!format!("{secret:?}").contains("geheim"));
}

#[test]
fn a_service_that_stamps_makes_every_form_b_t() {
    let mut at = workspace();
    let service = Tsa::new("tsa", at.machine.now(), Lie::None);
    at.machine.stamp_by(move |request| service.answer(request));
    let mut ask = at.ask("p256", "geheim", 4);
    ask.choice.service = SERVICE.to_owned();
    let reply = at.signed(&ask);
    let forms = u32::try_from(reply.written.len()).expect("BUG: few");
    assert_eq!(reply.stamps, Some(StampReply { stamped: forms, without: 0, fault: None }));
    assert!(reply.written.iter().all(|form| form.level == "B-T"));
    assert!(at.bench.forms().expect("BUG: a list").iter().any(|form| form.level == "B-T"));
    // What was signed before needs no stamp and asks nobody.
    at.machine.stamp_by(|_| panic!("BUG: nobody is asked"));
    let again = at.signed(&ask);
    assert_eq!(again.stamps, Some(StampReply { stamped: 0, without: 0, fault: None }));
}

#[test]
fn a_service_that_is_down_refuses_or_lies_leaves_b_b_and_says_so_once() {
    for (lie, fault) in [
        (Lie::Silence, StampFaultCode::Unreachable),
        (Lie::Refusal, StampFaultCode::Refused),
        (Lie::Nonsense, StampFaultCode::NotBelieved),
        (Lie::OtherImprint, StampFaultCode::NotBelieved),
        (Lie::Hours(30), StampFaultCode::NotBelieved),
    ] {
        let mut at = workspace();
        let (service, asked) = (Tsa::new("tsa", at.machine.now(), lie), Arc::new(AtomicUsize::new(0)));
        let count = asked.clone();
        at.machine.stamp_by(move |request| {
            count.fetch_add(1, Ordering::Relaxed);
            service.answer(request)
        });
        let mut ask = at.ask("p256", "geheim", usize::MAX);
        ask.choice.service = SERVICE.to_owned();
        let reply = at.signed(&ask);
        let stamps = reply.stamps.expect("BUG: a service was set");
        assert_eq!((stamps.stamped, stamps.fault), (0, Some(fault)), "{lie:?}");
        assert_eq!(stamps.without as usize, reply.written.len());
        assert!(reply.written.len() > 8 && reply.written.iter().all(|form| form.level == "B-B"), "{lie:?}");
        if lie == Lie::Silence {
            let cores = std::thread::available_parallelism().map_or(1, usize::from);
            assert!(asked.load(Ordering::Relaxed) <= cores, "once for each core at most");
        }
    }
}

#[test]
fn nobody_is_asked_for_a_stamp_unless_a_service_is_set() {
    let mut at = workspace();
    at.machine.stamp_by(|_| panic!("BUG: nobody is asked"));
    let mut ask = at.ask("p256", "geheim", 1);
    assert_eq!(at.signed(&ask).stamps, None);
    for address in ["ftp://tijd.example", "tijd.example", "https://", "https://wie:wat@tijd.example", "http://a b"] {
        ask.choice.service = address.to_owned();
        assert_eq!(at.sign(&ask).expect_err(address).code, ProblemCode::StampAddress, "{address}");
    }
}

#[test]
fn a_second_signature_is_put_on_the_form_that_is_kept() {
    let mut at = workspace();
    let mut first = at.ask("p256", "geheim", 2);
    let by = SecondSigner::Student;
    let mut second = SignAsk { task: SignTask::Second { by }, ..at.ask("rsa2048", "geheim", 2) };
    let early = at.sign(&second).expect("BUG: it begins");
    assert!(early.failed.iter().all(|one| one.problem.code == ProblemCode::NotSignedYet) && early.failed.len() == 2);
    let signed = at.signed(&first);
    let once = fs::read(&signed.written[0].path).expect("BUG: written");

    let same = SignAsk { task: SignTask::Second { by }, ..at.ask("p256", "geheim", 2) };
    let refused = at.sign(&same).expect("BUG: it begins");
    assert!(refused.failed.iter().all(|one| one.problem.code == ProblemCode::SameSigner), "{refused:?}");

    let reply = at.signed(&second);
    assert_eq!(reply.written.len(), signed.written.len());
    let twice = fs::read(&reply.written[0].path).expect("BUG: written");
    assert!(twice.len() > once.len() && twice.starts_with(&once));
    let form = at.bench.forms().expect("BUG: a list").into_iter().find(|form| form.number == reply.written[0].number);
    let form = form.expect("BUG: listed");
    assert!(form.second.is_some());
    let shown = at.bench.form_pdf(&form.number, form.attempt, form.revision, FormLanguage::Nl).expect("BUG: kept");
    assert_eq!((shown.verdict, shown.copy), (Some(Verdict::Valid), CopyState::Same));
    // The signer of a second signature is not trusted to sign judgements by that.
    let fingerprint = seal::facts(forge::key_file("rsa2048").certificate()).expect("BUG: facts").fingerprint;
    assert!(at.bench.trusted_signers().expect("BUG: a list").iter().all(|one| one.fingerprint != fingerprint));

    // A run for the first signatures leaves the second where it is, also when the copy is the one before it.
    fs::write(&reply.written[0].path, &once).expect("BUG: writable");
    first.numbers.truncate(1);
    assert_eq!(at.signed(&first).written[0].outcome, SignOutcome::WrittenAgain);
    assert_eq!(fs::read(&reply.written[0].path).expect("BUG: readable"), twice);
    second.numbers.truncate(1);
    assert_eq!(at.signed(&second).written[0].outcome, SignOutcome::AlreadyThere);
    assert!(at.bench.check().expect("BUG: checked").fine());
}

#[test]
fn a_key_that_goes_away_stops_the_rest() {
    let mut at = workspace();
    // The certificate expires while the batch runs.
    let ask = at.ask("p256", "geheim", usize::MAX);
    let machine = at.machine.clone();
    let reply = at.bench.sign(&ask, &at.out, Tongue::Dutch, &mut |progress| {
        if progress.done == 1 {
            machine.at(20 * 366 * 24 * 3600);
        }
        true
    });
    let reply = reply.expect("BUG: it begins");
    assert_eq!(reply.stopped.as_ref().map(|problem| problem.code), Some(ProblemCode::KeyExpired), "{reply:?}");
    let (asked, done) = (ask.numbers.len(), reply.written.len());
    assert!(reply.left > 0 && reply.left as usize + done >= asked && reply.failed.is_empty());
}

#[test]
fn the_forms_of_an_example_carry_no_addresses() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let made = demo::make(folder.path(), 12, 1, PASSPHRASE, Machine::with_keys(1), &mut |_, _, _| {});
    let made = made.map_err(|problem| problem.code).expect("BUG: made");
    let bytes = fs::read(&made.signed.written[0].path).expect("BUG: written");
    for name in [form::ATTACHMENT, form::COHORT_ATTACHMENT] {
        let signed = seal::first_revision(&bytes).expect("BUG: a form");
        let text = String::from_utf8(seal::embedded_file(signed, name).expect("BUG: attached")).expect("BUG: text");
        assert!(text.contains("\"number\":\"9"), "it is the judgement: {name}");
        assert!(!text.contains('@') && !text.contains("https://"), "{name} carries an address");
    }
}
