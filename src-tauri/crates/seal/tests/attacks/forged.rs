//! Changed bytes, forged signature dictionaries, and content wrapped into the gap of the signed range.

use super::forge::{append, find, find_last, form as base, replace, trailer};
use super::{Attacks, Signed};

pub fn digest(form: &Signed) -> Attacks {
    let once = form.once.clone();
    let mut text = once.clone();
    text[find(&once, b"BDC EMC")] = b'X';
    let mut attached = once.clone();
    let at = find(&once, b"/EmbeddedFile/Subtype");
    attached[find(&once[at..], b"stream") + at + 9] ^= 1;
    vec![
        ("D1 page text", text),
        ("D2 attached file", attached),
        ("D3 time of signing", replace(&once, b"(D:20250612", b"(D:20250611")),
        ("D4 reason", replace(&once, b"/Reason <FEFF0056", b"/Reason <FEFF0057")),
        ("D5 place of the field", replace(&once, b"/Rect[60 80", b"/Rect[61 80")),
        ("D6 second signature's time", {
            let twice = form.twice.clone();
            let at = find_last(&twice, b"(D:20250612");
            [&twice[..at], b"(D:20250613", &twice[at + 11..]].concat()
        }),
    ]
}

pub fn universal_forgery(form: &Signed) -> Attacks {
    let once = form.once.clone();
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
    vec![
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
        ("U18 signature dictionary null", append(&once, &[(trailer(&base(2000), "Size"), b"null".to_vec())])),
    ]
}

pub fn wrapping(form: &Signed) -> Attacks {
    let once = form.once.clone();
    let contents = find(&once, b"/Contents <30") + 10;
    let end = contents + find(&once[contents..], b">") + 1;
    let widened = |from: usize, to: usize| {
        let old = format!("[0 {contents} {end} {}]", form.signed - end);
        let new = format!("[0 {from} {to} {}]", form.signed - to);
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
    vec![
        ("W1 gap wider before", widened(contents - 10, end)),
        ("W2 gap wider after", widened(contents, end + 3)),
        ("W3 gap narrower", widened(contents + 1, end - 1)),
        ("W4 bytes in the padding", padding),
        ("W5 another spelling of the container", capitals),
        ("W6 two strings in the gap", gap),
        ("W7 objects moved into the gap", moved),
        ("W8 bytes before the header", [b"%PDF-1.7\n", &once[..]].concat()),
        ("W9 signed form as a tail", [&base(50)[..], b"\n", &once[..]].concat()),
    ]
}
