//! ODT: the text as its reader would see it with all changes accepted.
//!
//! Promises: as for DOCX. A file behind a password is refused with that reason.

use crate::finding::{Finding, FindingCode};
use crate::raw::Document;
use crate::readers::package::{PART, Package};
use crate::readers::prose::Prose;
use crate::readers::word::properties;
use crate::readers::xml::{self, Attributes, Step};

/// Reads an ODT.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Finding> {
    let mut package = Package::open(bytes)?;
    refuse_encrypted(&mut package)?;
    let body = package.part("content.xml", PART)?.ok_or_else(|| Finding::error(FindingCode::FileBroken))?;
    let mut document = Document { text: text_of(&body, "body")?, ..Document::default() };
    if let Some(styles) = package.part("styles.xml", PART)? {
        document.margins = text_of(&styles, "master-styles")?;
    }
    if let Some(meta) = package.part("meta.xml", PART)? {
        properties(&meta, &mut document)?;
    }
    document.findings.extend(package.odd_paths());
    Ok(document)
}

/// OpenDocument says in its list of parts which of them are encrypted.
pub(crate) fn refuse_encrypted(package: &mut Package<'_>) -> Result<(), Finding> {
    let mut encrypted = false;
    if let Some(list) = package.part("META-INF/manifest.xml", PART)? {
        xml::walk(&list, &mut |step| encrypted |= matches!(step, Step::Open("encryption-data", _)))?;
    }
    if encrypted { Err(Finding::error(FindingCode::PasswordProtected)) } else { Ok(()) }
}

struct State<'a> {
    prose: Prose,
    within: &'a str,
    inside: bool,
    /// Depth inside something that does not count: deleted text, comments.
    out: u32,
    paragraphs: u32,
    in_citation: bool,
    mark: String,
}

const OUT: [&str; 4] = ["tracked-changes", "annotation", "annotation-end", "sequence-decls"];

fn text_of(part: &[u8], within: &str) -> Result<String, Finding> {
    let mark = String::new();
    let prose = Prose::new();
    let mut state = State { prose, within, inside: false, out: 0, paragraphs: 0, in_citation: false, mark };
    xml::walk(part, &mut |step| match step {
        Step::Open(name, attributes) => state.open(name, attributes),
        Step::Text(text) => state.text(text),
        Step::Close(name) => state.close(name),
    })?;
    Ok(state.prose.finish())
}

impl State<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.inside |= name == self.within;
        if OUT.contains(&name) {
            self.out += 1;
        }
        if self.out > 0 || !self.inside {
            return;
        }
        match name {
            "p" | "h" => self.paragraphs += 1,
            "s" => {
                let count = attributes.get("c").and_then(|count| count.parse().ok()).unwrap_or(1usize);
                self.prose.text(&" ".repeat(count.min(200)));
            }
            "tab" => self.prose.text("\t"),
            "line-break" => self.prose.text("\n"),
            "table-row" => self.prose.begin_row(),
            "table-cell" | "text-box" | "note-body" => self.prose.begin(),
            "note-citation" => {
                self.in_citation = true;
                self.mark.clear();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_citation {
            self.mark.push_str(text.trim());
        } else if self.inside && self.out == 0 && self.paragraphs > 0 {
            self.prose.text(&text.replace(['\n', '\r', '\t'], " "));
        }
    }

    fn close(&mut self, name: &str) {
        if OUT.contains(&name) {
            self.out = self.out.saturating_sub(1);
            return;
        }
        if self.out > 0 || !self.inside {
            return;
        }
        match name {
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.prose.paragraph();
            }
            "table-row" => self.prose.end_row(),
            "table-cell" => self.prose.end_cell(),
            "text-box" => self.prose.end_box(),
            "note-citation" => {
                self.in_citation = false;
                self.prose.text(&format!("[{}]", self.mark));
            }
            "note-body" => self.prose.end_note(&self.mark),
            name if name == self.within => self.inside = false,
            _ => {}
        }
    }
}
