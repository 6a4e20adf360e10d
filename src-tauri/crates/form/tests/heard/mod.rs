//! A form as a reader that speaks goes through it: the structure in its order, each piece with what is said of it.
//!
//! Promises: follows the tags and nothing else; an alternative or actual text stands for all that it covers.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// A form opened for hearing.
pub struct Heard {
    document: Document,
    /// Text of each piece of marked content, by page and number.
    pieces: BTreeMap<(ObjectId, i64), String>,
}

/// An element: its role, what is said of it and under it, and its depth in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub role: String,
    pub text: String,
    pub depth: usize,
}

impl Heard {
    pub fn open(pdf: &[u8]) -> Self {
        let document = Document::load_mem(pdf).expect("BUG: a PDF");
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let pieces = pages.iter().flat_map(|page| pieces(&document, *page)).collect();
        Self { document, pieces }
    }

    /// Every element in the order of reading.
    pub fn elements(&self) -> Vec<Said> {
        let mut said = Vec::new();
        let catalog = self.document.catalog().expect("BUG: a catalog");
        let root = self.follow(catalog.get(b"StructTreeRoot").expect("BUG: a tree"));
        let top = self.follow(root.get(b"K").expect("BUG: a document"));
        self.walk(top, 0, &mut said);
        said
    }

    /// All that is said, words parted by single blanks.
    pub fn words(&self) -> String {
        let top = self.elements().into_iter().next().expect("BUG: a document");
        top.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn follow<'d>(&'d self, object: &'d Object) -> &'d Dictionary {
        match object {
            Object::Reference(id) => self.document.get_dictionary(*id).expect("BUG: a dictionary"),
            direct => direct.as_dict().expect("BUG: a dictionary"),
        }
    }

    fn walk(&self, element: &Dictionary, depth: usize, said: &mut Vec<Said>) -> String {
        let role =
            String::from_utf8_lossy(element.get(b"S").and_then(Object::as_name).expect("BUG: a role")).into_owned();
        let place = said.len();
        said.push(Said { role, text: String::new(), depth });
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let mut text = String::new();
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.as_slice(),
            Ok(one) => std::slice::from_ref(one),
            Err(_) => &[],
        };
        for kid in kids {
            match kid {
                Object::Integer(number) => text.push_str(self.piece(page, *number)),
                other => {
                    let kid = self.follow(other);
                    if kid.has_type(b"MCR") {
                        let page = kid.get(b"Pg").and_then(Object::as_reference).ok();
                        let number = kid.get(b"MCID").and_then(Object::as_i64).expect("BUG: a number");
                        text.push_str(self.piece(page, number));
                    } else if !kid.has_type(b"OBJR") {
                        let under = self.walk(kid, depth + 1, said);
                        let inline = ["Link", "Span"].contains(&said_role(kid));
                        text.push_str(&under);
                        text.push_str(if inline { "" } else { "\n" });
                    }
                }
            }
        }
        for key in [&b"Alt"[..], b"ActualText"] {
            if let Ok(instead) = element.get(key).and_then(lopdf::decode_text_string) {
                text = instead;
            }
        }
        said[place].text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text
    }

    fn piece(&self, page: Option<ObjectId>, number: i64) -> &str {
        let found = page.and_then(|page| self.pieces.get(&(page, number)));
        found.expect("BUG: the structure names what is on a page")
    }
}

fn said_role(element: &Dictionary) -> &str {
    let name = element.get(b"S").and_then(Object::as_name).unwrap_or_default();
    std::str::from_utf8(name).unwrap_or_default()
}

/// The text of each piece of marked content on a page, read through the maps that the fonts carry.
fn pieces(document: &Document, page: ObjectId) -> BTreeMap<(ObjectId, i64), String> {
    let fonts = document.get_page_fonts(page).expect("BUG: fonts");
    let encodings: BTreeMap<_, _> = fonts
        .iter()
        .map(|(name, font)| (name.clone(), font.get_font_encoding(document).expect("BUG: a map to text")))
        .collect();
    let content = Content::decode(&document.get_page_content(page)).expect("BUG: operators");
    let (mut open, mut font, mut pieces) = (Vec::new(), None, BTreeMap::new());
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BMC" => open.push(None),
            "BDC" => {
                let number = operation.operands[1].as_dict().and_then(|d| d.get(b"MCID")).and_then(Object::as_i64);
                let number = number.expect("BUG: a number");
                pieces.entry((page, number)).or_insert_with(String::new);
                open.push(Some(number));
            }
            "EMC" => {
                open.pop().expect("BUG: opened before");
            }
            "Tf" => font = operation.operands[0].as_name().ok().map(<[u8]>::to_vec),
            "Tj" => {
                let within = *open.last().expect("BUG: text stands inside marked content");
                let encoding = font.as_ref().and_then(|font| encodings.get(font)).expect("BUG: a font");
                let bytes = operation.operands[0].as_str().expect("BUG: a string");
                let text = Document::decode_text(encoding, bytes).expect("BUG: text");
                if let Some(number) = within {
                    pieces.entry((page, number)).or_default().push_str(&text);
                }
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "marked content that is not closed");
    pieces
}
