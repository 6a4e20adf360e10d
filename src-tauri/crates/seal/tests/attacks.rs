//! Attacks on signed forms, named by kind; none may pass.
//!
//! Kinds as in the literature on PDF signatures: changed bytes (digest), incremental saving, universal forgery,
//! wrapping, swapped containers, certification, catalog, shadow content, and broken files.

mod forge;

use forge::{
    append, append_with, find, find_last, last_number, now, object, replace, request, signed_once, signed_twice,
    signer, trailer, trusted,
};
use seal::{LaterChanges, Reason, Report, SealError, SigningKey, Verdict, sign, verify};

fn check(bytes: &[u8]) -> Report {
    verify(bytes, &trusted(), now())
}

/// Every one of these must be invalid, and not for want of trust.
fn refuse(attacks: &[(&str, Vec<u8>)]) {
    for (name, bytes) in attacks {
        let report = check(bytes);
        assert_eq!(report.verdict, Verdict::Invalid, "{name}: {:?}", report.reasons);
        assert!(!report.reasons.is_empty(), "{name}: without a reason");
        let whole = report.signatures.iter().any(|one| one.covers_whole_document && one.valid && one.intact);
        assert!(!whole || report.signatures.len() > 1, "{name}: called whole");
    }
}

fn page() -> Vec<u8> {
    b"<</Length 3>>\nstream\nq Q\nendstream".to_vec()
}

#[test]
fn digest() {
    let once = signed_once();
    let mut text = once.clone();
    text[find(&once, b"BDC EMC")] = b'X';
    let mut attached = once.clone();
    let at = find(&once, b"/EmbeddedFile/Subtype");
    attached[find(&once[at..], b"stream") + at + 9] ^= 1;
    refuse(&[
        ("D1 page text", text),
        ("D2 attached file", attached),
        ("D3 time of signing", replace(&once, b"(D:20250612", b"(D:20250611")),
        ("D4 reason", replace(&once, b"/Reason <FEFF0056", b"/Reason <FEFF0057")),
        ("D5 place of the field", replace(&once, b"/Rect[60 80", b"/Rect[61 80")),
        ("D6 second signature's time", {
            let twice = signed_twice();
            let at = find_last(&twice, b"(D:20250612");
            [&twice[..at], b"(D:20250613", &twice[at + 11..]].concat()
        }),
    ]);
}

#[test]
fn incremental_saving() {
    let once = signed_once();
    let size = trailer(&once, "Size");
    let content = last_number(&once[..find(&once, b"/Annots")], b"/Contents");
    let with = |tail: &[u8]| [&once[..], tail].concat();
    let page_object = String::from_utf8(object(&once, 1)).expect("a page is text");
    let metadata = last_number(&once[..find(&once, b"/StructTreeRoot 9")], b"/Metadata");
    let start = last_number(&once, b"startxref");
    let freed =
        format!("\nxref\n{content} 1\n0000000000 00001 f \ntrailer\n<<>>\nstartxref\n{}\n%%EOF\n", once.len() + 1);
    let attacks = [
        ("I1 page content replaced", append(&once, &[(content, page())])),
        ("I2 page replaced", append(&once, &[(1, page_object.replace("/Annots", "/Annotz").into_bytes())])),
        ("I3 content added and page pointed at it", {
            let moved = page_object.replace(&format!("/Contents {content} 0 R"), &format!("/Contents {size} 0 R"));
            append(&once, &[(1, moved.into_bytes()), (size, page())])
        }),
        ("I4 unused object added", append(&once, &[(size, page())])),
        ("I5 empty revision", append(&once, &[])),
        ("I6 metadata replaced", append(&once, &[(metadata, page())])),
        ("I7 bytes after the end", with(b"x")),
        ("I8 newline after the end", with(b"\n")),
        ("I9 comment after the end", with(b"%comment\n")),
        ("I10 second end mark", with(b"%%EOF\n")),
        ("I11 objects without table", with(b"\n4 0 obj\n<<>>\nendobj\n")),
        (
            "I12 table without objects",
            with(format!("\nxref\n0 0\ntrailer\n<</Prev {start}>>\nstartxref\n9\n%%EOF\n").as_bytes()),
        ),
        ("I13 object freed", with(freed.as_bytes())),
        ("I14 table of another revision", with(format!("\nstartxref\n{start}\n%%EOF\n").as_bytes())),
        ("I15 the same signature's revision once more", with(&once[find_last(&once, b"\nxref\n") - 10..])),
        ("I16 hybrid table", append_with(&once, &[(content, page())], "/XRefStm 15")),
        ("I17 zero bytes after the end", with(&[0; 64])),
    ];
    refuse(&attacks);
    for (name, bytes) in &attacks {
        let report = check(bytes);
        assert!(report.signatures[0].intact, "{name}");
        assert_eq!(report.signatures[0].later_changes, LaterChanges::Suspicious, "{name}");
    }
}

#[test]
fn universal_forgery() {
    let once = signed_once();
    let contents = find(&once, b"/Contents <30");
    let end = contents + find(&once[contents..], b">");
    let range = find(&once, b"/ByteRange [");
    let range_end = range + find(&once[range..], b"]") + 1;
    let range_room = range_end - range;
    let ranged = |text: &str| {
        let padded = format!("{text:<range_room$}");
        assert_eq!(padded.len(), range_room, "same length");
        [&once[..range], padded.as_bytes(), &once[range_end..]].concat()
    };
    let total = once.len();
    let held = |inner: &[u8]| [&once[..contents], b"/Contents ", inner, &once[end + 1..]].concat();
    let padded = |inner: &str| {
        let room = end - contents - 11;
        held(format!("<{inner:0<room$}>").as_bytes())
    };
    refuse(&[
        ("U1 container of zeros", padded("")),
        ("U2 empty container", held(b"<>")),
        ("U3 container null", held(b"null")),
        ("U4 container of one byte", held(b"<00>")),
        ("U5 container without signers", padded("300b06092a864886f70d010702")),
        ("U6 no container", [&once[..contents], &once[end + 1..]].concat()),
        ("U7 no range", ranged("")),
        ("U8 range null", ranged("/ByteRange null")),
        ("U9 range of zeros", ranged("/ByteRange [0 0 0 0]")),
        ("U10 range negative", ranged("/ByteRange [0 -1 -1 -1]")),
        ("U11 range empty", ranged("/ByteRange []")),
        ("U12 range of two", ranged(&format!("/ByteRange [0 {total}]"))),
        ("U13 range over everything", ranged(&format!("/ByteRange [0 {total} 0 0]"))),
        ("U14 range overlapping", ranged(&format!("/ByteRange [0 {total} 0 9]"))),
        ("U15 range beyond numbers", ranged("/ByteRange [0 9999999999 1 1]")),
        ("U16 other sub filter", replace(&once, b"ETSI.CAdES.detached", b"adbe.x509.rsa_sha1 ")),
        ("U17 other filter", replace(&once, b"/Adobe.PPKLite", b"/Adobe.PPKLito")),
        ("U18 signature dictionary null", append(&once, &[(trailer(&forge::form(2000), "Size"), b"null".to_vec())])),
    ]);
}

#[test]
fn wrapping() {
    let once = signed_once();
    let contents = find(&once, b"/Contents <30") + 10;
    let end = contents + find(&once[contents..], b">") + 1;
    let widened = |from: usize, to: usize| {
        let old = format!("[0 {contents} {end} {}]", once.len() - end);
        let new = format!("[0 {from} {to} {}]", once.len() - to);
        replace(&once, old.as_bytes(), format!("{new:<width$}", width = old.len()).as_bytes())
    };
    let mut padding = once.clone();
    padding[end - 4] = b'1';
    let mut capitals = once.clone();
    let letter = capitals[contents..end].iter().position(|byte| *byte == b'f').expect("has an f") + contents;
    capitals[letter] = b'F';
    let mut gap = once.clone();
    gap.splice(end - 1..end - 1, *b"><");
    let hidden = b"\n4 0 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n";
    let moved = [&once[..end], hidden, &once[end..]].concat();
    refuse(&[
        ("W1 gap wider before", widened(contents - 10, end)),
        ("W2 gap wider after", widened(contents, end + 3)),
        ("W3 gap narrower", widened(contents + 1, end - 1)),
        ("W4 bytes in the padding", padding),
        ("W5 another spelling of the container", capitals),
        ("W6 two strings in the gap", gap),
        ("W7 objects moved into the gap", moved),
        ("W8 bytes before the header", [b"%PDF-1.7\n", &once[..]].concat()),
        ("W9 signed form as a tail", [&forge::form(50)[..], b"\n", &once[..]].concat()),
    ]);
}

/// Says to be one signer and signs as another.
struct Pretender(seal::Identity, seal::Identity);

impl SigningKey for Pretender {
    fn certificate(&self) -> &[u8] {
        self.0.certificate_der()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        self.1.sign(message)
    }
}

fn container(bytes: &[u8]) -> (usize, usize) {
    let from = find_last(bytes, b"/Contents <30") + 11;
    (from, from + find(&bytes[from..], b">"))
}

#[test]
fn swapped_containers() {
    let once = signed_once();
    let (from, to) = container(&once);
    let key = signer("Zoë Voorbeeld", 1);
    let other = sign(&forge::form(2001), &key, &request("Handtekening1", true)).expect("signs");
    let (other_from, other_to) = container(&other);
    let swapped = [&once[..from], &other[other_from..other_to], &once[to..]].concat();
    let twice = signed_twice();
    let (second_from, second_to) = container(&twice);
    let first_in_second = [
        &twice[..second_from],
        format!("{:0<width$}", String::from_utf8_lossy(&once[from..to]), width = second_to - second_from).as_bytes(),
        &twice[second_to..],
    ]
    .concat();
    let pretender = Pretender(signer("Zoë Voorbeeld", 1), signer("Bo Proef", 2));
    let namesake = Pretender(signer("Zoë Voorbeeld", 1), signer("Zoë Voorbeeld", 9));
    let pretend = |who: &Pretender| sign(&forge::form(10), who, &request("Handtekening1", true)).expect("signs");
    refuse(&[
        ("S1 container of another form", swapped),
        ("S2 container of the first in the second", first_in_second),
        ("S3 certificate of another", pretend(&pretender)),
        ("S4 certificate of a namesake", pretend(&namesake)),
    ]);
    assert_eq!(check(&pretend(&pretender)).reasons[0], Reason::SignatureMismatch);
    let namesake = sign(&forge::form(10), &signer("Zoë Voorbeeld", 9), &request("Handtekening1", true)).expect("signs");
    assert_eq!(check(&namesake).verdict, Verdict::ValidUntrusted);
}

#[test]
fn certification_and_fields() {
    let once = signed_once();
    let (size, root) = (trailer(&once, "Size"), trailer(&once, "Root"));
    let catalog = String::from_utf8(object(&once, root)).expect("a catalog is text");
    let second = last_number(&once[..find(&once, b"/SigFlags")], b"/Fields[6 0 R");
    let widget = String::from_utf8(object(&once, second)).expect("a widget is text");
    let first = String::from_utf8(object(&once, 6)).expect("a widget is text");
    let filled = widget.replace(">>/Rect", &format!(">>/V {size} 0 R/Rect"));
    let note =
        format!("<</Type /Annot /Subtype /FreeText /Contents (voldoende) /Rect [0 0 9 9] /P 1 0 R /V {size} 0 R>>");
    let no_permission = catalog[..catalog.find("/Perms").expect("certified")].to_owned() + ">>";
    refuse(&[
        ("C1 permissions removed", append(&once, &[(root, no_permission.into_bytes())])),
        ("C2 note added", append(&once, &[(size, note.clone().into_bytes())])),
        (
            "C3 field filled with text",
            append(&once, &[(second, filled.replace(&format!("/V {size} 0 R"), "/V (ja)").into_bytes())]),
        ),
        ("C4 field filled with a note", append(&once, &[(second, filled.into_bytes()), (size, note.into_bytes())])),
        (
            "C5 first field emptied",
            append(&once, &[(6, first[..first.find("/V ").expect("signed")].to_owned().into_bytes())]),
        ),
        (
            "C6 first field shows something else",
            append(&once, &[(6, replace(first.as_bytes(), b"/AP <</N", b"/AP <</D")), (size, page())]),
        ),
        (
            "C7 second field moved over the text",
            append(&once, &[(second, replace(widget.as_bytes(), b"/Rect[310", b"/Rect[010"))]),
        ),
        ("C8 second field hidden", append(&once, &[(second, replace(widget.as_bytes(), b"/F 132", b"/F 134"))])),
    ]);
}

#[test]
fn catalog_and_chain() {
    let once = signed_once();
    let (size, root, info) = (trailer(&once, "Size"), trailer(&once, "Root"), trailer(&once, "Info"));
    let catalog = object(&once, root);
    let inside = |more: &str| [b"<<", more.as_bytes(), &catalog[2..]].concat();
    let new_info = append(&once, &[(size, b"<</Title (ander)>>".to_vec())]);
    let at = find_last(&new_info, format!("/Info {info} 0 R").as_bytes());
    let moved_info =
        [&new_info[..at], format!("/Info {size} 0 R").as_bytes(), &new_info[at + format!("/Info {info} 0 R").len()..]]
            .concat();
    let at = find_last(&new_info, format!("/Root {root} 0 R").as_bytes());
    let moved_root =
        [&new_info[..at], format!("/Root {size} 0 R").as_bytes(), &new_info[at + format!("/Root {root} 0 R").len()..]]
            .concat();
    let at = find_last(&new_info, b"/Prev ") + 6;
    let mut wrong_previous = new_info.clone();
    wrong_previous[at] = if wrong_previous[at] == b'1' { b'2' } else { b'1' };
    refuse(&[
        ("K1 script at opening", append(&once, &[(root, inside("/OpenAction <</S /JavaScript /JS (x)>>"))])),
        ("K2 other fields", append(&once, &[(root, replace(&catalog, b"[6 0 R 8 0 R]", b"[8 0 R 6 0 R]"))])),
        ("K3 information replaced", append(&once, &[(info, b"<</Title (ander)>>".to_vec())])),
        ("K4 information moved", moved_info),
        ("K5 catalog moved", moved_root),
        ("K6 attached file replaced", append(&once, &[(10, page())])),
        ("K7 pages replaced", append(&once, &[(2, b"<</Type/Pages/Kids[]/Count 0>>".to_vec())])),
        ("K8 wrong previous table", wrong_previous),
        ("K9 document security store added", append(&once, &[(root, inside("/DSS <<>>"))])),
        ("K10 version changed", append(&once, &[(root, inside("/Version /2.0"))])),
        ("K11 encrypted afterwards", append_with(&once, &[(size, page())], "/Encrypt 4 0 R")),
    ]);
}

#[test]
fn shadow_content() {
    let base = forge::form(300);
    let key = signer("Zoë Voorbeeld", 1);
    let refused = |bytes: &[u8]| sign(bytes, &key, &request("Handtekening1", true)).err();
    let info = trailer(&base, "Info");
    // Prepared before signing: the form no longer is what this program makes, so it is not signed at all.
    let twice_saved = append(&base, &[(info, b"<</Title (ander)>>".to_vec())]);
    let script = replace(&base, b"/Type/Pages", b"/AA<<>>/Type/Pages");
    let filled = replace(&base, b"/FT/Sig/T(Handtekening2)", b"/FT/Sig/V 4 0 R/T(Handtekening2)");
    for bytes in [twice_saved, script, filled, replace(&base, b"/SigFlags 3", b"/SigFlags 1")] {
        assert_eq!(refused(&bytes), Some(SealError::NotOurs));
        assert_ne!(check(&bytes).verdict, Verdict::Unsigned);
    }
    // Prepared before and shown after: every later step but a signature is refused, also after the second one.
    let twice = signed_twice();
    refuse(&[
        ("H1 field's empty look replaced later", append(&twice, &[(5, page())])),
        ("H2 bulk object replaced later", append(&twice, &[(4, page())])),
        ("H3 second signature cut and content replaced", append(&signed_once(), &[(4, page())])),
    ]);
}

#[test]
fn broken_files() {
    let twice = signed_twice();
    let once = signed_once();
    let half = &twice[..once.len() + (twice.len() - once.len()) / 2];
    for cut in [&twice[..twice.len() - 1], &twice[..twice.len() - 7], half, &once[..once.len() / 2], &once[..20], b""] {
        let report = check(cut);
        assert_eq!(report.verdict, Verdict::Invalid);
        assert!(!report.reasons.is_empty());
    }
    // Cut back to exactly the first signature it is that form again, and says so.
    assert_eq!(check(&twice[..once.len()]).verdict, Verdict::Valid);
    let only_second = [&forge::form(2000)[..], &twice[once.len()..]].concat();
    refuse(&[("T1 first revision taken out", only_second)]);
}

#[test]
fn sampled_single_bits() {
    let twice = signed_twice();
    let mut random = forge::bytes_from(2025);
    for _ in 0..2000 {
        let mut place = [0; 8];
        random(&mut place);
        let bit = usize::from_le_bytes(place) % (twice.len() * 8);
        let mut flipped = twice.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(check(&flipped).verdict, Verdict::Invalid, "bit {bit}");
    }
    // Every seventh bit of both containers, where no digest reaches.
    for from in [container(&once_of(&twice)).0, container(&twice).0] {
        for bit in ((from - 1) * 8..(from + 1000) * 8).step_by(7) {
            let mut flipped = twice.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(check(&flipped).verdict, Verdict::Invalid, "bit {bit}");
        }
    }
}

fn once_of(twice: &[u8]) -> Vec<u8> {
    let at = find(twice, b"%%EOF\n\n") + 6;
    assert!(twice.len() > at);
    twice[..at].to_vec()
}
