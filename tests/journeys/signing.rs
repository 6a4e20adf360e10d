//! Signing at the command line: a key file, a card, a time stamp over HTTP, a second signature, empty fields.

use super::forge;
use super::outputs::part;
use super::service::{service, service_that};
use super::tsa::Lie;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use weegschaal_tests::card::{self, Card};
use weegschaal_tests::run::{PASSPHRASE, command, done, established, forms_in, refused, text};

/// A workspace with judgements established and nothing signed; where its forms go, and keys beside it.
fn workspace() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let (folder, path) = established();
    let at = |name: &str| folder.path().join(name);
    for key in ["p256", "rsa2048", "expired", "lasting"] {
        fs::write(at(&format!("{key}.p12")), forge::key_bytes(&format!("{key}.p12"))).expect("BUG: writable");
    }
    fs::write(at("geheim.txt"), "geheim\n").expect("BUG: writable");
    let out = at("uit");
    (folder, path, out)
}

fn json_of(arguments: &[&str]) -> Value {
    serde_json::from_str(&done(arguments)).expect("BUG: one JSON document")
}

fn levels(reply: &Value) -> BTreeSet<String> {
    let forms = reply["written"].as_array().expect("BUG: a list").iter();
    forms.map(|form| form["level"].as_str().expect("BUG: a level").to_owned()).collect()
}

#[test]
fn a_key_file_signs_with_a_stamp_that_came_over_http() {
    let (folder, path, out) = workspace();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (key, secret, address) = (at("p256.p12"), at("geheim.txt"), service("tsa", Lie::None));
    let base = ["sign", text(&path), "--all", "--out", text(&out), "--p12", &key, "--p12-passphrase-file", &secret];
    let reply = json_of(&[&base[..], &["--tsa", &address, "--json"]].concat());
    let forms = reply["written"].as_array().expect("BUG: a list").len();
    assert_eq!((levels(&reply), forms), (BTreeSet::from(["B-T".to_owned()]), forms_in(&out).len()));
    assert_eq!(reply["stamps"]["stamped"], forms);
    for form in reply["written"].as_array().expect("BUG: a list") {
        let checked = json_of(&["verify", form["path"].as_str().expect("BUG: a path"), "--json"]);
        assert_eq!((&checked["signatures"][0]["level"], &checked["judgement_matches"]), (&json!("B-T"), &json!(true)));
    }
    let index = Path::new(reply["index"].as_str().expect("BUG: an index"));
    let (sheet, strings) = (part(index, "xl/worksheets/sheet1.xml"), part(index, "xl/sharedStrings.xml"));
    assert_eq!(sheet.matches("<row ").count(), forms + 1);
    assert_eq!(sheet.matches("<c ").count(), sheet.matches("t=\"s\"").count(), "text cells only");
    for form in reply["written"].as_array().expect("BUG: a list") {
        assert!(strings.contains(form["sha256"].as_str().expect("BUG: a hash")));
    }
    assert!(strings.contains("B-T") && strings.contains("geldend"));

    // The student signs the second field of one, with a passphrase from the environment.
    let number = reply["written"][0]["number"].as_str().expect("BUG: a number").to_owned();
    let other = at("rsa2048.p12");
    let second =
        ["sign", text(&path), "--student", &number, "--out", text(&out), "--second", "student", "--p12", &other];
    let output = command(&second).env("WEEGSCHAAL_P12_PASSPHRASE", "geheim").output().expect("BUG: it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let checked = json_of(&["verify", reply["written"][0]["path"].as_str().expect("BUG: a path"), "--json"]);
    assert_eq!(checked["signatures"].as_array().map(Vec::len), Some(2));
    assert_eq!(checked["verdict"], "valid_untrusted");
}

#[test]
fn a_service_that_is_down_or_lies_is_told_once_and_the_forms_are_signed() {
    let (_folder, path, out) = workspace();
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).expect("BUG: a port");
    let base = ["sign", text(&path), "--all", "--out", text(&out), "--tsa"];
    let output = command(&[&base[..], &[&format!("http://{nobody}")]].concat()).output().expect("BUG: it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.matches("antwoordde niet").count() == 1, "{said}");
    assert!(forms_in(&out).len() > 8);
    let (_folder, path, out) = workspace();
    let base = ["sign", text(&path), "--all", "--out", text(&out), "--tsa"];
    let output = command(&[&base[..], &[&service("tsa", Lie::OtherImprint), "--lang", "en"]].concat()).output();
    let said = String::from_utf8_lossy(&output.expect("BUG: it starts").stderr).into_owned();
    assert!(said.contains("did not hold") && said.contains("B-B"), "{said}");
}

#[test]
fn revocation_lists_make_forms_b_lt_and_what_lacks_is_said() {
    let (folder, path, out) = workspace();
    let at = |name: &str| folder.path().join(name).display().to_string();
    for list in ["lasting", "root"] {
        fs::write(at(&format!("{list}.crl")), forge::key_bytes(&format!("{list}.crl"))).expect("BUG: writable");
    }
    let (address, list) = (service("tsa_lasting", Lie::None), at("lasting.crl"));
    let base = ["sign", text(&path), "--all", "--out", text(&out), "--tsa", &address, "--crl", &list];
    let said = refused(&[&base[..], &["--crl", &at("root.crl")]].concat());
    assert!(said.contains("root.crl") && said.contains("gold tot 2025-07-01") && !out.exists(), "{said}");
    let lone = command(&["sign", text(&path), "--all", "--out", text(&out), "--crl", &list]).output();
    assert_eq!(lone.expect("BUG: it starts").status.code(), Some(2), "lists without a service");

    let output = command(&base).output().expect("BUG: it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let forms = forms_in(&out);
    assert!(output.status.success() && said.contains(&format!("(niveau B-LT): {}.", forms.len())), "{said}");
    let checked = json_of(&["verify", text(&forms[0]), "--json"]);
    assert_eq!(checked["signatures"][0]["level"], "B-LT");
    assert_eq!(checked["signatures"][0]["later_changes"], "validation_data");

    // A second signer of whose authorities there are no lists: told, and what there is goes in.
    let reply = command(&[&base[..], &["--second", "--p12", &at("p256.p12"), "--json", "--lang", "en"]].concat())
        .env("WEEGSCHAAL_P12_PASSPHRASE", "geheim")
        .output()
        .expect("BUG: it starts");
    let said = String::from_utf8_lossy(&reply.stderr).into_owned();
    assert!(said.contains("(level B-T)") && said.contains("of: Voorbeeld Uitgever, Voorbeeld Wortel."), "{said}");
    let reply: Value = serde_json::from_slice(&reply.stdout).expect("BUG: one JSON document");
    assert_eq!((levels(&reply), &reply["lists"]["partly"]), (BTreeSet::from(["B-T".to_owned()]), &json!(forms.len())));
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let (folder, path, out) = workspace();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let base = ["sign", text(&path), "--all", "--out", text(&out)];
    let with = |more: &[&str]| refused(&[&base[..], more].concat());
    fs::write(at("mis.txt"), "verkeerd").expect("BUG: writable");
    let said = with(&["--p12", &at("p256.p12"), "--p12-passphrase-file", &at("mis.txt")]);
    assert!(
        said.contains("p256.p12") && said.contains("wachtzin van het sleutelbestand") && !said.contains("verkeerd"),
        "{said}"
    );
    let said = with(&["--p12", &at("expired.p12"), "--p12-passphrase-file", &at("geheim.txt")]);
    assert!(said.contains("verlopen") && said.contains("2021-01-01"), "{said}");
    assert!(with(&["--name", "{naam}.pdf"]).contains("{nummer}"));
    assert!(with(&["--tsa", "tijd.example"]).contains("tijdstempeldienst"));
    assert!(with(&["--pkcs11", &at("p256.p12")]).contains("bibliotheek"));
    assert!(!out.exists());
    let wrong = command(&[&base[..], &["--unsigned", "--tsa", "http://x"]].concat()).output().expect("BUG: it starts");
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn names_language_and_empty_fields_are_as_asked() {
    let (_folder, path, out) = workspace();
    let name = ["--name", "{uitkomst} {nummer} {gelegenheid}", "--form-lang", "en"];
    done(&[&["sign", text(&path), "--all", "--out", text(&out)][..], &name].concat());
    let names: Vec<PathBuf> = forms_in(&out);
    assert!(
        names.iter().all(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains("aangetoond 9")))
    );
    let empty = out.with_file_name("leeg");
    let reply = json_of(&["sign", text(&path), "--all", "--out", text(&empty), "--unsigned", "--json"]);
    assert_eq!(reply["written"][0]["outcome"], "unsigned");
    for form in forms_in(&empty) {
        assert!(form.to_string_lossy().ends_with("_niet-ondertekend.pdf"));
        let output = command(&["verify", text(&form), "--json"]).output().expect("BUG: it starts");
        let checked: Value = serde_json::from_slice(&output.stdout).expect("BUG: JSON");
        assert_eq!(checked["verdict"], "unsigned");
    }
}

#[test]
fn a_card_signs_with_its_pin_and_goes_on_when_it_is_back() {
    let (folder, path, out) = workspace();
    let card = Card::put_in(folder.path());
    let run = |arguments: &[&str], pin: &str| {
        let base = ["sign", text(&path), "--all", "--out", text(&out), "--pkcs11", &card.library];
        let mut command = command(&[&base[..], arguments].concat());
        command.env(card::VARIABLE, &card.settings).env("WEEGSCHAAL_PIN", pin).env("WEEGSCHAAL_PASSPHRASE", PASSPHRASE);
        let output = command.output().expect("BUG: it starts");
        (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    };
    let (status, listed) = run(&[], "");
    assert!(status == Some(1) && listed.contains("Els Proef") && listed.contains("Proefkaart"), "{listed}");
    let line = listed.lines().find(|line| line.contains("Els Proef")).expect("BUG: listed");
    let fingerprint = line.split_whitespace().next().expect("BUG: a fingerprint");
    let (status, said) = run(&["--certificate", fingerprint], "999999");
    assert!(status == Some(1) && said.contains("pincode klopt niet") && !said.contains("999999"), "{said}");
    let (status, said) = run(&["--certificate", &"0".repeat(64)], card::PIN);
    assert!(status == Some(1) && said.contains("staat het gekozen certificaat niet"), "{said}");
    assert!(!out.exists());
    // Taken away while the first forms wait for their stamps: those stay, the rest is left.
    let address = service_that("tsa", Lie::None, card.take_out());
    let (status, said) = run(&["--certificate", fingerprint, "--tsa", &address], card::PIN);
    assert!(
        status == Some(1) && said.contains("weggehaald") && said.contains("Nog niet aan de beurt geweest"),
        "{said}"
    );
    let before = forms_in(&out);
    assert!(!before.is_empty() && before.iter().all(|form| said.contains(text(form))), "{said}");
    let (status, said) = run(&["--certificate", fingerprint], card::PIN);
    assert!(status == Some(1) && said.contains("geen kaart of token gevonden"), "{said}");
    // Back in the reader: it goes on where it stopped.
    card.put_back();
    let (status, said) = run(&["--certificate", fingerprint, "--json"], card::PIN);
    assert_eq!(status, Some(0), "{said}");
    let reply: Value = serde_json::from_str(&said).expect("BUG: one JSON document");
    let outcome = |wanted: &str| {
        let forms = reply["written"].as_array().expect("BUG: a list").iter();
        forms.filter(|form| form["outcome"] == wanted).count()
    };
    assert_eq!((outcome("already_there"), reply["left"].as_u64()), (before.len(), Some(0)));
    assert_eq!(outcome("signed") + before.len(), forms_in(&out).len());
    assert!(forms_in(&out).len() > 8);
}
