//! Makes small forms of the shape this program writes, and increments by hand for attacks on them.
//!
//! Promises: written by lopdf like the real form: tagged, two empty signature fields, metadata, one attached file.

#![allow(dead_code)]

use chrono::{DateTime, Utc};
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use seal::{Appearance, Identity, KeyFile, RevocationList, SignRequest, SigningKey};

/// The font of the real form, so the tests need nothing of the machine.
pub const FONT: &[u8] = include_bytes!("../../../form/fonts/Sans-Regular.ttf");

/// What is attached to every test form.
pub const ATTACHED: &[u8] = br#"{"format":"weegschaal-cohort","version":1}"#;

/// A moment, from its RFC 3339 text.
pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("BUG: a moment of the tests")
}

/// The moment of signing in the tests.
pub fn now() -> DateTime<Utc> {
    moment("2025-06-12T13:45:00Z")
}

/// Bytes that follow from a seed only.
pub fn bytes_from(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut state = seed | 1;
    move |out: &mut [u8]| {
        for byte in out {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (state >> 56) as u8;
        }
    }
}

/// A made-up signer.
pub fn signer(name: &str, seed: u64) -> Identity {
    Identity::create(name, "Voorbeeldpartnerschap", moment("2025-01-01T00:00:00Z"), &mut bytes_from(seed))
        .expect("BUG: the seed gives a key")
}

/// The kinds of key files that may sign.
pub const KEY_FILES: [&str; 4] = ["p256", "p384", "rsa2048", "rsa3072"];

/// The bytes of a file in `tests/keys`.
pub fn key_bytes(name: &str) -> Vec<u8> {
    // Seen from whichever package these tests are part of.
    let above = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let mut kept = above.map(|folder| folder.join("src-tauri/crates/seal/tests/keys").join(name));
    let path = kept.find(|path| path.exists()).expect("BUG: a file of the tests");
    std::fs::read(path).expect("BUG: readable")
}

/// A key file of the tests, opened.
pub fn key_file(name: &str) -> KeyFile {
    KeyFile::open(&key_bytes(&format!("{name}.p12")), "geheim").expect("BUG: a key of the tests")
}

/// Lists of revoked certificates of the tests.
pub fn lists(names: &[&str]) -> Vec<RevocationList> {
    let read =
        |name: &&str| RevocationList::read(&key_bytes(&format!("{name}.crl"))).expect("BUG: a list of the tests");
    names.iter().map(read).collect()
}

/// The root above the signers of the key files.
pub fn root() -> Vec<u8> {
    key_file("p256").chain()[1].clone()
}

/// A request for one of the fields.
pub fn request(field: &str, certify: bool) -> SignRequest<'_> {
    SignRequest {
        field,
        time: now(),
        reason: "Vastgesteld oordeel",
        location: "Utrecht",
        certify,
        appearance: Appearance {
            lines: vec!["Ondertekend door Zoë Voorbeeld".into(), "12 juni 2025, 15:45 uur – € 0".into()],
            font: FONT,
        },
    }
}

fn text(value: &str) -> Object {
    Object::String(value.as_bytes().to_vec(), StringFormat::Literal)
}

fn field(document: &mut Document, page: lopdf::ObjectId, name: &str, position: i64) -> lopdf::ObjectId {
    let empty = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 230.into(), 60.into()] };
    let look = document.add_object(Stream::new(empty, Vec::new()));
    let left = 60 + 250 * position;
    document.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => text(name), "TU" => text("Handtekening"),
        "F" => 132, "P" => page, "StructParent" => 1 + position, "AP" => dictionary! { "N" => look },
        "Rect" => vec![left.into(), 80.into(), (left + 230).into(), 140.into()],
    })
}

/// A form without signatures; `padding` bytes stand for its fonts and text.
pub fn form(padding: usize) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let page = document.new_object_id();
    let pages = document.new_object_id();
    let mut noise = vec![0; padding];
    bytes_from(7)(&mut noise);
    let content = document.add_object(Stream::new(dictionary! {}, b"/P <</MCID 0>> BDC EMC".to_vec()));
    let bulk = document.add_object(Stream::new(dictionary! {}, noise));
    let first = field(&mut document, page, "Handtekening1", 0);
    let second = field(&mut document, page, "Handtekening2", 1);
    document.objects.insert(
        page,
        dictionary! {
            "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Contents" => content, "Annots" => vec![first.into(), second.into()], "StructParents" => 0, "Tabs" => "S",
            "Resources" => dictionary! { "XObject" => dictionary! { "X" => bulk } },
        }
        .into(),
    );
    document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let tree = document.add_object(dictionary! { "Type" => "StructTreeRoot" });
    let mut attached =
        Stream::new(dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/json" }, ATTACHED.repeat(8));
    attached.compress().expect("BUG: plain bytes compress");
    let attached = document.add_object(attached);
    let file = document.add_object(dictionary! {
        "Type" => "Filespec", "F" => text("oordeel.json"), "UF" => text("oordeel.json"), "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => attached, "UF" => attached },
    });
    let metadata = document.add_object(Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>".to_vec(),
    ));
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "Metadata" => metadata, "StructTreeRoot" => tree, "Lang" => text("nl-NL"),
        "MarkInfo" => dictionary! { "Marked" => true }, "AF" => vec![file.into()],
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![text("oordeel.json"), file.into()] } },
        "AcroForm" => dictionary! { "Fields" => vec![first.into(), second.into()], "SigFlags" => 3 },
    });
    let info = document.add_object(dictionary! { "Title" => text("Beoordelingsformulier") });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    document.trailer.set("ID", vec![text("0123456789abcdef"), text("0123456789abcdef")]);
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    let mut out = Vec::new();
    document.save_to(&mut out).expect("BUG: memory takes the form");
    out
}

/// The form signed once, certifying.
pub fn signed_once() -> Vec<u8> {
    seal::sign(&form(2000), &signer("Zoë Voorbeeld", 1), &request("Handtekening1", true)).expect("BUG: signs")
}

/// The form signed twice.
pub fn signed_twice() -> Vec<u8> {
    seal::sign(&signed_once(), &signer("Bo Proef", 2), &request("Handtekening2", false)).expect("BUG: signs")
}

/// The certificates of both signers.
pub fn trusted() -> Vec<Vec<u8>> {
    vec![signer("Zoë Voorbeeld", 1).certificate_der, signer("Bo Proef", 2).certificate_der]
}

/// The last number after a keyword, such as the place of the newest table.
pub fn last_number(bytes: &[u8], keyword: &[u8]) -> usize {
    let at = find_last(bytes, keyword) + keyword.len();
    let digits = bytes[at..].iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |value, digit| value * 10 + usize::from(digit - b'0'))
}

/// Where something stands first.
pub fn find(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).position(|window| window == part).expect("BUG: the part is there")
}

/// Where something stands last.
pub fn find_last(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).rposition(|window| window == part).expect("BUG: the part is there")
}

/// Puts something in the place of its first occurrence.
pub fn replace(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let at = find(bytes, old);
    [&bytes[..at], new, &bytes[at + old.len()..]].concat()
}

/// The object as last written, without its number.
pub fn object(bytes: &[u8], number: usize) -> Vec<u8> {
    let head = format!("\n{number} 0 obj\n");
    let at = find_last(bytes, head.as_bytes()) + head.len();
    let end = at + find(&bytes[at..], b"\nendobj");
    bytes[at..end].to_vec()
}

/// A number that follows a key in the newest trailer.
pub fn trailer(bytes: &[u8], key: &str) -> usize {
    last_number(bytes, format!("/{key} ").as_bytes())
}

/// Appends a well-formed revision with these objects.
pub fn append(bytes: &[u8], objects: &[(usize, Vec<u8>)]) -> Vec<u8> {
    append_with(bytes, objects, "")
}

/// Appends a well-formed revision with these objects and more trailer entries.
pub fn append_with(bytes: &[u8], objects: &[(usize, Vec<u8>)], extra: &str) -> Vec<u8> {
    let previous = last_number(bytes, b"startxref");
    let (root, info) = (trailer(bytes, "Root"), trailer(bytes, "Info"));
    let highest = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(0);
    let size = trailer(bytes, "Size").max(highest);
    let id = bytes[find_last(bytes, b"/ID")..].iter().copied().take_while(|byte| *byte != b']').collect::<Vec<_>>();
    let mut out = bytes.to_vec();
    out.push(b'\n');
    let mut table = Vec::new();
    for (number, body) in objects {
        table.extend(format!("{number} 1\n{:010} 00000 n \n", out.len()).into_bytes());
        out.extend(format!("{number} 0 obj\n").into_bytes());
        out.extend(body);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    out.extend(b"xref\n");
    out.extend(table);
    out.extend(format!("trailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R").into_bytes());
    out.extend(id);
    out.extend(format!("]/Prev {previous}{extra}>>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    out
}
