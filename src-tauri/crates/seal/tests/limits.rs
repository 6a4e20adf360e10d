//! Hostile and foreign files: refused with a reason, in bounded time, without a crash.

mod forge;

use forge::{now, trusted};
use seal::{Reason, Verdict, embedded_file, first_revision, verify};

const HEAD: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

fn refused(bytes: &[u8]) -> Vec<Reason> {
    let report = verify(bytes, &trusted(), now());
    assert_eq!(report.verdict, Verdict::Invalid);
    assert!(report.signatures.is_empty());
    report.reasons
}

#[test]
fn nesting_has_an_end() {
    for (open, count) in [("[", 500_000), ("<</A ", 500_000), ("[<</A ", 300_000), ("(", 500_000), ("<", 500_000)] {
        let bytes = [HEAD, b"1 0 obj\n", open.repeat(count).as_bytes()].concat();
        assert!(refused(&bytes).contains(&Reason::NotOurs));
    }
    let deep =
        [HEAD, b"1 0 obj\n", "[".repeat(500_000).as_bytes(), "]".repeat(500_000).as_bytes(), b"\nendobj\n"].concat();
    assert_eq!(refused(&deep), [Reason::NotOurs, Reason::TooDeep]);
}

#[test]
fn tables_cannot_promise_more_than_is_there() {
    for table in ["0 4294967295", "0 9999999999", "4294967295 4294967295", "0 18446744073709551615", "0 0", ""] {
        let text =
            format!("1 0 obj\nnull\nendobj\nxref\n{table}\ntrailer\n<</Root 1 0 R/Size 2>>\nstartxref\n37\n%%EOF");
        refused(&[HEAD, text.as_bytes()].concat());
    }
    for length in ["-1", "9999999999", "18446744073709551615", "1 0 R", "1.5", "(x)"] {
        let text = format!("1 0 obj\n<</Length {length}>>\nstream\nx\nendstream\nendobj\n");
        refused(&[HEAD, text.as_bytes()].concat());
    }
    for number in ["0", "4294967295", "4294967296", "99999999999"] {
        refused(&[HEAD, format!("{number} 0 obj\nnull\nendobj\n").as_bytes()].concat());
    }
}

#[test]
fn references_may_go_round() {
    let form = forge::form(10);
    let at = forge::find(&form, b"/EmbeddedFiles<<");
    let round = [&form[..at], b"/EmbeddedFiles 13 0 R", &form[form.len() - 8..]].concat();
    refused(&round);
    assert_eq!(embedded_file(&round, "oordeel.json"), None);
}

#[test]
fn large_files_are_refused_unread() {
    let mut bytes = vec![b' '; (32 << 20) + 1];
    bytes[..HEAD.len()].copy_from_slice(HEAD);
    assert_eq!(refused(&bytes), [Reason::NotOurs, Reason::TooLarge]);
    assert_eq!(first_revision(&bytes), None);
}

#[test]
fn many_keys_and_many_objects_stay_quick() {
    let keys: String = (0..300_000).map(|key| format!("/K{key} 0")).collect();
    refused(&[HEAD, b"1 0 obj\n<<", keys.as_bytes(), b">>\nendobj\n"].concat());
    let objects: String = (1..200_000).map(|number| format!("{number} 0 obj\nnull\nendobj\n")).collect();
    refused(&[HEAD, objects.as_bytes()].concat());
    let updates = [&forge::signed_once()[..], "\n1 0 obj\nnull\nendobj\n".repeat(100_000).as_bytes()].concat();
    assert_eq!(verify(&updates, &trusted(), now()).verdict, Verdict::Invalid);
}

#[test]
fn files_of_others_are_called_not_ours() {
    let stream = forge::form(10);
    for bytes in [
        &b""[..],
        b"%PDF",
        b"PK\x03\x04",
        b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF",
        &stream[..stream.len() / 2],
        &forge::replace(&stream, b"%PDF-1.7", b"%PDF-1.6"),
        &forge::replace(&stream, b"(Handtekening1)", b"(Handtekening3)"),
        &forge::replace(&stream, b"/Type/Catalog", b"/Type/Katalog"),
    ] {
        assert_eq!(refused(bytes), [Reason::NotOurs]);
    }
}

#[test]
fn damage_anywhere_ends_in_a_report() {
    let twice = forge::signed_twice();
    let mut random = forge::bytes_from(11);
    for _ in 0..400 {
        let mut draw = [0; 8];
        random(&mut draw);
        let place = usize::from(u16::from_le_bytes([draw[0], draw[1]])) * twice.len() / 65_536;
        let length = usize::from(draw[2]).min(twice.len() - place);
        let mut cut = twice.clone();
        match draw[3] % 3 {
            0 => drop(cut.drain(place..place + length)),
            1 => cut[place..place + length].fill(draw[4]),
            _ => drop(cut.splice(place..place, twice[..length].iter().copied())),
        }
        if cut != twice {
            assert_eq!(verify(&cut, &trusted(), now()).verdict, Verdict::Invalid);
        }
        let _ = (embedded_file(&cut, "oordeel.json"), first_revision(&cut));
    }
}

#[test]
fn a_gigabyte_and_deep_nesting_take_neither_memory_nor_stack() {
    // Pages of zeros that are never looked at take no memory either.
    let huge = vec![0; 1 << 30];
    assert_eq!(refused(&huge), [Reason::NotOurs, Reason::TooLarge]);
    assert_eq!((first_revision(&huge), embedded_file(&huge, "oordeel.json")), (None, None));
    let deep = || [HEAD, b"1 0 obj\n", "[".repeat(500_000).as_bytes(), "]".repeat(500_000).as_bytes()].concat();
    let little = std::thread::Builder::new().stack_size(128 << 10);
    let reasons = little.spawn(move || refused(&deep())).expect("starts").join().expect("ends");
    assert_eq!(reasons, [Reason::NotOurs, Reason::TooDeep]);
}

#[test]
fn of_a_pdf_of_others_is_told_what_it_claims() {
    let signature = |name: &str, kind: &str, time: &str| {
        format!(
            "5 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/{kind}/Name {name}/M{time}/Contents<{}>\n/ByteRange [0 \
             840 960 240]>>\nendobj\n",
            "00".repeat(9000)
        )
    };
    let one = signature("(Jan \\(van\\) Elders)", "adbe.pkcs7.detached", "(D:20240102030405+01'00')");
    let two = signature("<FEFF004100EB>", "ETSI.RFC3161", " null");
    let bytes = ["%PDF-1.4\n4 0 obj\n<</Name/Font1>>\nendobj\n", &one, &two, "xref\n"].concat();
    let report = verify(bytes.as_bytes(), &trusted(), now());
    assert_eq!((report.verdict, report.reasons), (Verdict::Invalid, vec![Reason::NotOurs]));
    let told: Vec<_> =
        report.claimed.iter().map(|one| (one.name.as_str(), one.sub_filter.as_str(), one.time.as_str())).collect();
    let expected = [("Jan (van) Elders", "adbe.pkcs7.detached", "D:20240102030405+01'00'"), ("Aë", "ETSI.RFC3161", "")];
    assert_eq!(told, expected);
    // However many there are, the answer stays short and quick.
    let many = ["%PDF-1.4\n", &"/ByteRange ".repeat(200_000), &"/Name (".repeat(100_000)].concat();
    assert!(verify(many.as_bytes(), &trusted(), now()).claimed.len() <= 32);
    assert!(verify(&forge::signed_twice(), &trusted(), now()).claimed.is_empty());
}
