//! Lists of revoked certificates beside the time stamp: B-LT when all is at hand, and why not otherwise.

use super::tsa::{Lie, Tsa, clock_root};
use super::*;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

impl Bench {
    /// Puts lists of the tests beside the keys.
    fn lists(&self, names: &[&str]) -> Vec<String> {
        let put = |name: &&str| {
            let path = self.keys.join(format!("{name}.crl"));
            fs::write(&path, forge::key_bytes(&format!("{name}.crl"))).expect("BUG: written");
            path.display().to_string()
        };
        names.iter().map(put).collect()
    }

    /// A request to sign with a stamp and lists.
    fn listed(&self, key: &str, names: &[&str], most: usize) -> SignAsk {
        let mut ask = self.ask(key, "geheim", most);
        ask.choice.service = SERVICE.to_owned();
        ask.choice.lists = self.lists(names);
        ask
    }

    fn stamped_by(&self, service: &str, lie: Lie) {
        let service = Tsa::new(service, self.machine.now(), lie);
        self.machine.stamp_by(move |request| service.answer(request));
    }
}

fn second(ask: SignAsk) -> SignAsk {
    SignAsk { task: SignTask::Second { by: SecondSigner::Student }, ..ask }
}

fn levels(reply: &SignReply) -> Vec<&str> {
    reply.written.iter().map(|form| form.level.as_str()).collect()
}

fn whole(count: usize) -> ListReply {
    let whole = u32::try_from(count).expect("BUG: few");
    ListReply { whole, partly: 0, out: 0, no_list: vec![], no_certificate: vec![], unused: vec![] }
}

fn holds_lists(form: &SignedForm) -> bool {
    fs::read(&form.path).expect("BUG: readable").windows(5).any(|part| part == b"/DSS ")
}

#[test]
fn lists_of_every_authority_make_both_signatures_b_lt() {
    let mut at = workspace();
    at.stamped_by("tsa", Lie::None);
    let mut ask = at.listed("p256", &["root", "sub", "clock"], 3);
    // In letters, two in one file, is as good.
    let letters = |name: &str| {
        let text = STANDARD.encode(forge::key_bytes(name));
        format!("Van de uitgever:\n-----BEGIN X509 CRL-----\n{text}\n-----END X509 CRL-----\n")
    };
    let both = at.keys.join("uitgevers.pem");
    fs::write(&both, letters("root.crl") + &letters("sub.crl")).expect("BUG: written");
    ask.choice.lists = [vec![both.display().to_string()], at.lists(&["clock"])].concat();
    let first = at.signed(&ask);
    let count = first.written.len();
    assert_eq!((levels(&first), &first.lists), (vec!["B-LT"; count], &Some(whole(count))));
    let checked = at.bench.verify(Path::new(&first.written[0].path)).expect("BUG: checked");
    let one = &checked.report.signatures[0];
    assert_eq!((checked.headline, one.level.as_str()), (Headline::Genuine, "B-LT"));
    assert!(one.covers_whole_document);
    let once = fs::read(&first.written[0].path).expect("BUG: readable");

    let twice = at.signed(&second(at.listed("rsa2048", &["root", "sub", "clock"], 2)));
    let count = twice.written.len();
    assert_eq!((levels(&twice), &twice.lists), (vec!["B-LT"; count], &Some(whole(count))));
    assert!(fs::read(&twice.written[0].path).expect("BUG: readable").starts_with(&once));
    let shown = at.bench.forms().expect("BUG: a list").into_iter().filter(|form| form.level == "B-LT").count();
    assert_eq!(shown, first.written.len());
    assert!(at.bench.check().expect("BUG: checked").fine());

    // The weakest signature says what the form is: a second one that no list reaches is B-T.
    let mut bare = second(at.ask("lasting", "geheim", 3));
    bare.choice.service = SERVICE.to_owned();
    let last = at.signed(&bare);
    assert!(last.written.len() > count && levels(&last)[count..].iter().all(|level| *level == "B-T"), "{last:?}");
    assert_eq!(last.lists, None);
}

#[test]
fn what_lacks_is_named_and_what_belongs_to_nobody_spoils_nothing() {
    let mut at = workspace();
    at.stamped_by("tsa", Lie::None);
    let some = at.signed(&at.listed("p256", &["sub", "lasting", "clock"], 1));
    let said = some.lists.as_ref().expect("BUG: there were lists");
    assert_eq!((levels(&some), said.partly, said.whole), (vec!["B-T"; some.written.len()], 1, 0));
    assert_eq!(
        (&said.no_list[..], &said.unused[..]),
        (&["Voorbeeld Wortel".to_owned()][..], &["lasting.crl".into()][..])
    );
    assert!(holds_lists(&some.written[0]), "what there is goes in");

    let mut ask = at.listed("p256", &["lasting"], 2);
    ask.numbers.remove(0);
    let none = at.signed(&ask);
    let said = none.lists.as_ref().expect("BUG: there was a list");
    assert_eq!((levels(&none)[0], said.partly, said.no_list.len(), said.unused.len()), ("B-T", 1, 3, 1));
    assert!(!holds_lists(&none.written[0]));
}

#[test]
fn authorities_that_are_trusted_here_complete_the_way_up() {
    let mut at = workspace();
    at.stamped_by("tsa", Lie::Alone);
    let reply = at.signed(&at.listed("alone", &["root", "sub", "clock"], 1));
    let said = reply.lists.as_ref().expect("BUG: there were lists");
    assert_eq!(said.no_certificate, ["Voorbeeld Tijdwortel", "Voorbeeld Uitgever"]);
    assert_eq!(said.unused, ["clock.crl", "root.crl", "sub.crl"]);
    let sub = forge::key_file("p256").chain()[0].clone();
    for (name, certificate, used_for) in [
        ("sub", sub, TrustUse::Signing),
        ("root", forge::root(), TrustUse::Signing),
        ("tijd", clock_root(), TrustUse::Stamps),
    ] {
        let path = at.keys.join(format!("{name}.der"));
        fs::write(&path, certificate).expect("BUG: written");
        let print = at.bench.look_at_certificate(&path).expect("BUG: a certificate").fingerprint;
        at.bench.trust_certificate(&path, used_for, &print).expect("BUG: trusted");
    }
    let mut ask = at.listed("alone", &["root", "sub", "clock"], 2);
    ask.numbers.remove(0);
    let reply = at.signed(&ask);
    assert_eq!((levels(&reply)[0], &reply.lists), ("B-LT", &Some(whole(reply.written.len()))));
}

#[test]
fn a_wrong_list_is_refused_by_name_before_anything_is_signed() {
    use ProblemCode::*;
    let mut at = workspace();
    at.machine.stamp_by(|_| panic!("BUG: nobody is asked"));
    let mut ask = at.listed("p256", &["root", "revoking", "part"], 2);
    fs::write(at.keys.join("groot.crl"), vec![0x30; (8 << 20) + 1]).expect("BUG: written");
    fs::write(at.keys.join("stuk.pem"), "-----BEGIN X509 CRL-----\nMIIB\n").expect("BUG: written");
    fs::create_dir(at.keys.join("map.crl")).expect("BUG: a folder");
    for (file, code, value) in [
        ("p256.p12", NotAList, ""),
        ("stuk.pem", NotAList, ""),
        ("part.crl", ListUnfit, ""),
        ("groot.crl", ListsTooLarge, "8 MB"),
        ("map.crl", IsFolder, ""),
        ("weg.crl", FileNotFound, ""),
        ("revoking.crl", KeyRevoked, "2025-06-02"),
    ] {
        ask.choice.lists = vec![at.lists(&["root"]).remove(0), at.keys.join(file).display().to_string()];
        let problem = at.sign(&ask).expect_err(file);
        assert_eq!((problem.code, problem.place.as_str(), problem.value.as_str()), (code, file, value));
        let dutch = problem_sentence(Tongue::Dutch, &problem);
        assert!(dutch.starts_with(file) && !dutch.contains("{value}"), "{dutch}");
        assert_ne!(dutch, problem_sentence(Tongue::English, &problem));
    }
    ask.choice.lists = vec![at.lists(&["root"]).remove(0); 17];
    assert_eq!(at.sign(&ask).expect_err("too many").code, TooManyLists);
    at.machine.at(30 * 24 * 3600);
    ask.choice.lists = at.lists(&["lasting", "root"]);
    let problem = at.sign(&ask).expect_err("out of date");
    let told = (problem.code, problem.place.as_str(), problem.value.as_str());
    assert_eq!(told, (ListOutdated, "root.crl", "2025-07-01"));
    assert!(!at.out.exists(), "no folder, no file");
}

#[test]
fn without_a_stamp_that_is_believed_no_list_is_added() {
    for (lie, names, fault) in [
        (Lie::Silence, &["root", "sub", "clock"], StampFaultCode::Unreachable),
        // A service that was revoked proves no time.
        (Lie::None, &["root", "sub", "clock_revoking"], StampFaultCode::Revoked),
    ] {
        let mut at = workspace();
        at.stamped_by("tsa", lie);
        let reply = at.signed(&at.listed("p256", names, 1));
        assert_eq!((levels(&reply)[0], reply.stamps.as_ref().and_then(|one| one.fault)), ("B-B", Some(fault)));
        assert_eq!(reply.lists, Some(whole(0)));
        assert!(!holds_lists(&reply.written[0]));
    }
    let mut at = workspace();
    let mut ask = at.listed("p256", &["root"], 1);
    ask.choice.service.clear();
    let reply = at.signed(&ask);
    assert_eq!((levels(&reply)[0], &reply.lists), ("B-B", &None));
}

#[test]
fn a_list_with_an_earlier_signer_on_it_stays_out_of_the_form() {
    let mut at = workspace();
    at.stamped_by("tsa", Lie::None);
    let mut ask = at.ask("p256", "geheim", 1);
    ask.choice.service = SERVICE.to_owned();
    at.signed(&ask);
    let reply = at.signed(&second(at.listed("rsa2048", &["root", "revoking", "clock"], 1)));
    let count = u32::try_from(reply.written.len()).expect("BUG: few");
    assert_eq!((levels(&reply)[0], &reply.lists), ("B-T", &Some(ListReply { out: count, ..whole(0) })));
    assert!(!holds_lists(&reply.written[0]));
}
