//! XML of office documents, step by step.
//!
//! Promises: a document type is refused and entities other than the five of XML are never resolved; depth is limited;
//! names come without their prefix.

use crate::finding::{Finding, FindingCode};
use crate::readers::plain;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Deepest nesting that is followed.
const DEPTH: usize = 256;

/// One step through a document.
pub(crate) enum Step<'a> {
    Open(&'a str, &'a Attributes<'a>),
    Text(&'a str),
    Close(&'a str),
}

/// Attributes of an element.
pub(crate) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute with this name, whatever its prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.attributes().with_checks(false).flatten().find_map(|attribute| {
            (attribute.key.local_name().as_ref() == name).then(|| attribute.value.into_owned()).map(|text| {
                text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            })
        })
    }
}

/// Walks through a document.
pub(crate) fn walk(bytes: &[u8], visit: &mut dyn FnMut(Step<'_>)) -> Result<(), Finding> {
    let text = plain::decode(bytes);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut depth = 0usize;
    let broken = || Finding::error(FindingCode::FileBroken);
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(Finding::error(FindingCode::TooDeep));
                }
                open(&start, visit);
            }
            Event::Empty(start) => {
                open(&start, visit);
                let name = start.local_name();
                visit(Step::Close(name.as_ref()));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                let name = end.local_name();
                visit(Step::Close(name.as_ref()));
            }
            Event::Text(text) => visit(Step::Text(&text)),
            Event::CData(text) => visit(Step::Text(&text)),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(character)) => visit(Step::Text(character.encode_utf8(&mut [0; 4]))),
                _ => {
                    visit(Step::Text(quick_xml::escape::resolve_predefined_entity(&reference).unwrap_or_default()));
                }
            },
            Event::DocType(_) => return Err(Finding::error(FindingCode::DtdRefused)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => return Ok(()),
        }
    }
}

fn open(start: &BytesStart<'_>, visit: &mut dyn FnMut(Step<'_>)) {
    let name = start.local_name();
    visit(Step::Open(name.as_ref(), &Attributes(start)));
}
