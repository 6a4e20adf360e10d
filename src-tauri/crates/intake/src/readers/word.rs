//! DOCX: the text as its reader would see it with all changes accepted.
//!
//! Promises: paragraphs, tables, footnotes and text boxes in their place; deleted text, hidden text and comments stay
//! out; page headers and footers are kept apart. Macros, links and embedded objects are never looked at.

use crate::finding::{Finding, FindingCode};
use crate::raw::{Document, Person};
use crate::readers::package::{PART, Package};
use crate::readers::prose::Prose;
use crate::readers::xml::{self, Attributes, Step};
use std::collections::BTreeMap;

/// Reads a DOCX.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Finding> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let body = package.part(&main, PART)?.ok_or_else(|| Finding::error(FindingCode::FileBroken))?;
    let mut notes = BTreeMap::new();
    for (kind, name) in [("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml")] {
        if let Some(part) = package.part(name, PART)? {
            read_notes(&part, kind, &mut notes)?;
        }
    }
    let mut document = Document { text: text_of(&body, &notes)?, ..Document::default() };
    let mut margins: Vec<String> = package.names();
    margins.retain(|name| name.starts_with("word/header") || name.starts_with("word/footer"));
    for name in margins.iter().take(12) {
        if let Some(part) = package.part(name, PART)? {
            document.margins.push_str(&text_of(&part, &BTreeMap::new())?);
            document.margins.push('\n');
        }
    }
    if let Some(core) = package.part("docProps/core.xml", PART)? {
        properties(&core, &mut document)?;
    }
    document.findings.extend(package.odd_paths());
    Ok(document)
}

/// The main part as the package names it, usually `word/document.xml`.
fn main_part(package: &mut Package<'_>) -> Result<String, Finding> {
    let mut found = None;
    if let Some(links) = package.part("_rels/.rels", PART)? {
        xml::walk(&links, &mut |step| {
            if let Step::Open("Relationship", attributes) = step
                && attributes.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                found = attributes.get("Target").map(|target| target.trim_start_matches('/').to_owned());
            }
        })?;
    }
    Ok(found.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// Author and date of a package of Office or OpenDocument.
pub(crate) fn properties(part: &[u8], document: &mut Document) -> Result<(), Finding> {
    let mut name = String::new();
    xml::walk(part, &mut |step| match step {
        Step::Open(opened, _) => opened.clone_into(&mut name),
        Step::Text(text) => match name.as_str() {
            "creator" | "initial-creator" => document.from.name.push_str(text.trim()),
            "title" => document.subject.push_str(text),
            "modified" | "date" => document.date = text.get(..10).and_then(|day| day.parse().ok()).or(document.date),
            _ => {}
        },
        Step::Close(_) => name.clear(),
    })?;
    document.from = Person { name: document.from.name.trim().to_owned(), mail: String::new() };
    Ok(())
}

/// How far the walk is.
struct State<'n> {
    prose: Prose,
    notes: &'n BTreeMap<(String, String), String>,
    used: u32,
    /// Depth inside something that does not count: deleted text, the old look of a box.
    out: u32,
    in_text: bool,
    hidden: bool,
}

const OUT: [&str; 4] = ["del", "moveFrom", "Fallback", "instrText"];

fn text_of(part: &[u8], notes: &BTreeMap<(String, String), String>) -> Result<String, Finding> {
    let mut state = State { prose: Prose::new(), notes, used: 0, out: 0, in_text: false, hidden: false };
    xml::walk(part, &mut |step| match step {
        Step::Open(name, attributes) => state.open(name, attributes),
        Step::Text(text) => {
            if state.in_text && state.out == 0 && !state.hidden {
                state.prose.text(text);
            }
        }
        Step::Close(name) => state.close(name),
    })?;
    Ok(state.prose.finish())
}

impl State<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if OUT.contains(&name) {
            self.out += 1;
        }
        if self.out > 0 {
            return;
        }
        match name {
            "t" => self.in_text = true,
            "r" => self.hidden = false,
            "vanish" => self.hidden = !matches!(attributes.get("val").as_deref(), Some("0" | "false")),
            "tab" if !self.hidden && attributes.get("pos").is_none() => self.prose.text("\t"),
            "br" | "cr" => self.prose.text("\n"),
            "noBreakHyphen" => self.prose.text("-"),
            "txbxContent" => self.prose.begin(),
            "tr" => self.prose.begin_row(),
            "tc" => self.prose.begin(),
            "footnoteReference" | "endnoteReference" => {
                let kind = name.trim_end_matches("Reference");
                let id = attributes.get("id").unwrap_or_default();
                if let Some(text) = self.notes.get(&(kind.to_owned(), id)) {
                    self.used += 1;
                    let mark = self.used.to_string();
                    self.prose.text(&format!("[{mark}]"));
                    self.prose.begin();
                    self.prose.text(text);
                    self.prose.end_note(&mark);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if OUT.contains(&name) {
            self.out = self.out.saturating_sub(1);
            return;
        }
        if self.out > 0 {
            return;
        }
        match name {
            "t" => self.in_text = false,
            "r" => self.hidden = false,
            "p" => self.prose.paragraph(),
            "txbxContent" => self.prose.end_box(),
            "tc" => self.prose.end_cell(),
            "tr" => self.prose.end_row(),
            _ => {}
        }
    }
}

fn read_notes(part: &[u8], kind: &str, notes: &mut BTreeMap<(String, String), String>) -> Result<(), Finding> {
    let nothing = BTreeMap::new();
    let mut state = State { prose: Prose::new(), notes: &nothing, used: 0, out: 0, in_text: false, hidden: false };
    let mut id = String::new();
    xml::walk(part, &mut |step| match step {
        Step::Open(name, attributes) if name == kind => {
            id = attributes.get("id").unwrap_or_default();
            state.prose = Prose::new();
        }
        Step::Open(name, attributes) => state.open(name, attributes),
        Step::Text(text) if state.in_text && state.out == 0 && !state.hidden => state.prose.text(text),
        Step::Text(_) => {}
        Step::Close(name) if name == kind => {
            let text = std::mem::replace(&mut state.prose, Prose::new()).finish();
            notes.insert((kind.to_owned(), std::mem::take(&mut id)), text);
        }
        Step::Close(name) => state.close(name),
    })
}
