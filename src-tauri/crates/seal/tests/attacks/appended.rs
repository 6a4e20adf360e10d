//! Revisions appended after a signature: changed content, fields, catalog and information.

use super::forge::{append, append_with, find, find_last, last_number, object, replace, trailer};
use super::{Attacks, Signed};

/// Other content for a page.
pub fn page() -> Vec<u8> {
    b"<</Length 3>>\nstream\nq Q\nendstream".to_vec()
}

pub fn incremental_saving(form: &Signed) -> Attacks {
    let once = form.once.clone();
    let size = trailer(&once, "Size");
    let content = last_number(&once[..find(&once, b"/Annots")], b"/Contents");
    let with = |tail: &[u8]| [&once[..], tail].concat();
    let page_object = String::from_utf8(object(&once, 1)).expect("a page is text");
    let metadata = last_number(&once[..find(&once, b"/StructTreeRoot 9")], b"/Metadata");
    let start = last_number(&once, b"startxref");
    let freed =
        format!("\nxref\n{content} 1\n0000000000 00001 f \ntrailer\n<<>>\nstartxref\n{}\n%%EOF\n", once.len() + 1);
    vec![
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
    ]
}

pub fn certification_and_fields(form: &Signed) -> Attacks {
    let once = form.once.clone();
    let (size, root) = (trailer(&once, "Size"), trailer(&once, "Root"));
    let catalog = String::from_utf8(object(&once, root)).expect("a catalog is text");
    let second = last_number(&once[..find(&once, b"/SigFlags")], b"/Fields[6 0 R");
    let widget = String::from_utf8(object(&once, second)).expect("a widget is text");
    let first = String::from_utf8(object(&once, 6)).expect("a widget is text");
    let filled = widget.replace(">>/Rect", &format!(">>/V {size} 0 R/Rect"));
    let note =
        format!("<</Type /Annot /Subtype /FreeText /Contents (voldoende) /Rect [0 0 9 9] /P 1 0 R /V {size} 0 R>>");
    let no_permission = catalog[..catalog.find("/Perms").expect("certified")].to_owned() + ">>";
    vec![
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
    ]
}

pub fn catalog_and_chain(form: &Signed) -> Attacks {
    let once = form.once.clone();
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
    vec![
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
    ]
}

/// Signatures moved to the other field, or fields made to look like it.
pub fn swapped_fields(form: &Signed) -> Attacks {
    let (once, twice) = (&form.once, &form.twice);
    let text = |bytes: &[u8], number: usize| String::from_utf8(object(bytes, number)).expect("a widget is text");
    let (first, second, empty) = (text(twice, 6), text(twice, 8), text(once, 8));
    let value = |widget: &str| widget[widget.find("/V ").expect("signed")..].to_owned();
    let body = |widget: &str| widget[..widget.find("/V ").expect("signed")].to_owned();
    let swapped = [(6, body(&first) + &value(&second)), (8, body(&second) + &value(&first))];
    let swapped: Vec<_> = swapped.into_iter().map(|(number, widget)| (number, widget.into_bytes())).collect();
    let size = trailer(once, "Size");
    let copied = |more: &str| (8, (empty.trim_end_matches(">>").to_owned() + more).into_bytes());
    let signature = last_number(&first.as_bytes()[..first.find(" 0 R/AP").expect("signed")], b"/V ");
    let again = (size, object(once, signature));
    let root = trailer(once, "Root");
    let catalog = String::from_utf8(object(once, root)).expect("a catalog is text");
    let renamed = empty.replace("(Handtekening2)", "(Handtekening1)").into_bytes();
    vec![
        ("F1 signatures of both fields swapped", append(twice, &swapped)),
        ("F2 first signature shown in the second field", append(once, &[copied(&format!("/V {signature} 0 R>>"))])),
        (
            "F3 first signature copied into the second field",
            append(once, &[copied(&format!("/V {size} 0 R>>")), again]),
        ),
        ("F4 second field called as the first", append(once, &[(8, renamed)])),
        ("F5 a third field", {
            let more = catalog.replace("[6 0 R 8 0 R]", &format!("[6 0 R 8 0 R {size} 0 R]")).into_bytes();
            append(once, &[(root, more), (size, empty.replace("Handtekening2", "Handtekening3").into_bytes())])
        }),
        ("F6 both fields emptied", {
            let emptied = |widget: &str| (body(widget) + ">>").into_bytes();
            append(twice, &[(6, emptied(&first)), (8, emptied(&second))])
        }),
    ]
}

/// What a document says of itself, and what is attached to it.
pub fn information_and_metadata(form: &Signed) -> Attacks {
    let once = &form.once;
    let (size, root, info) = (trailer(once, "Size"), trailer(once, "Root"), trailer(once, "Info"));
    let catalog = String::from_utf8(object(once, root)).expect("a catalog is text");
    let changed = |old: &str, new: &str| {
        assert!(catalog.contains(old), "the catalog has {old}");
        (root, catalog.replace(old, new).into_bytes())
    };
    let numbered = |key: &str| {
        let from = catalog.find(key).expect("the catalog has it");
        last_number(&catalog.as_bytes()[..from + catalog[from..].find(" 0 R").expect("refers")], key.as_bytes())
    };
    let metadata = format!("/Metadata {} 0 R", numbered("/Metadata"));
    let tree = format!("/StructTreeRoot {} 0 R", numbered("/StructTreeRoot"));
    let stream = b"<</Type/Metadata/Subtype/XML/Length 3>>\nstream\n<x>\nendstream".to_vec();
    vec![
        (
            "M1 metadata moved",
            append(once, &[changed(&metadata, &format!("/Metadata {size} 0 R")), (size, stream.clone())]),
        ),
        ("M2 metadata replaced", append(once, &[(numbered("/Metadata"), stream)])),
        ("M3 title replaced", append(once, &[(info, b"<</Title(Onvoldoende)>>".to_vec())])),
        ("M4 title removed", append(once, &[(info, b"null".to_vec())])),
        ("M5 language changed", append(once, &[changed("(nl-NL)", "(en-GB)")])),
        ("M6 tags denied", append(once, &[changed("/Marked true", "/Marked false")])),
        (
            "M7 tags replaced",
            append(
                once,
                &[changed(&tree, &format!("/StructTreeRoot {size} 0 R")), (size, b"<</Type/StructTreeRoot>>".to_vec())],
            ),
        ),
        ("M8 attached file renamed", append(once, &[changed("(oordeel.json)", "(ander.json)")])),
        ("M9 attached files dropped", append(once, &[changed("/AF ", "/AX ")])),
        (
            "M10 way of showing changed",
            append(once, &[changed("/Type /Catalog", "/Type /Catalog/PageMode/UseOutlines")]),
        ),
        ("M11 another identifier", {
            let appended = append(once, &[(size, page())]);
            let at = find_last(&appended, b"/ID") + find(&appended[find_last(&appended, b"/ID")..], b"0123");
            [&appended[..at], b"9", &appended[at + 1..]].concat()
        }),
    ]
}
