//! Text as it grows while a document is read: paragraphs, cells of a table, boxes beside the text, notes below it.
//!
//! Promises: a box or a note inside a paragraph comes after that paragraph, never in the middle of a sentence; what is
//! handed out has no blanks at line ends, at most one empty line in a row and no control characters.

/// A text under construction.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// The text itself, and parts that are set apart within it, innermost last.
    open: Vec<String>,
    /// What comes after the paragraph at hand.
    aside: Vec<String>,
    /// What comes after everything.
    notes: Vec<String>,
    /// Cells of the rows at hand, innermost last.
    rows: Vec<Vec<String>>,
}

impl Prose {
    pub fn new() -> Self {
        Self { open: vec![String::new()], ..Self::default() }
    }

    fn top(&mut self) -> &mut String {
        if self.open.is_empty() {
            self.open.push(String::new());
        }
        self.open.last_mut().expect("BUG: never empty")
    }

    pub fn text(&mut self, text: &str) {
        self.top().push_str(text);
    }

    /// Ends a line where one has begun.
    pub fn fresh_line(&mut self) {
        let top = self.top();
        if !top.is_empty() && !top.ends_with('\n') {
            top.push('\n');
        }
    }

    /// Ends a paragraph: what was set aside follows it.
    pub fn paragraph(&mut self) {
        self.top().push('\n');
        if self.open.len() == 1 {
            for aside in std::mem::take(&mut self.aside) {
                self.text(&aside);
                self.fresh_line();
            }
        }
    }

    /// Sets apart what follows.
    pub fn begin(&mut self) {
        self.open.push(String::new());
    }

    /// What was set apart.
    pub fn end(&mut self) -> String {
        if self.open.len() > 1 { self.open.pop().unwrap_or_default() } else { String::new() }
    }

    /// What was set apart was a box beside the text.
    pub fn end_box(&mut self) {
        let text = self.end();
        self.aside.push(text);
    }

    /// What was set apart was a note.
    pub fn end_note(&mut self, mark: &str) {
        let text = self.end();
        let text = text.trim();
        if !text.is_empty() {
            self.notes.push(format!("[{mark}] {text}"));
        }
    }

    pub fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// What was set apart was a cell.
    pub fn end_cell(&mut self) {
        let text = self.end();
        match self.rows.last_mut() {
            Some(row) => row.push(text.trim().to_owned()),
            None => self.text(&text),
        }
    }

    pub fn end_row(&mut self) {
        let row = self.rows.pop().unwrap_or_default();
        if row.iter().any(|cell| !cell.is_empty()) {
            self.fresh_line();
            self.text(&row.join("\t"));
            self.text("\n");
        }
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        while self.open.len() > 1 {
            let rest = self.end();
            self.text(&rest);
        }
        self.paragraph();
        let notes = std::mem::take(&mut self.notes);
        if !notes.is_empty() {
            self.text("\n");
            self.text(&notes.join("\n"));
        }
        tidy(self.top())
    }
}

/// Lines without blanks at their ends, at most one empty line in a row, no control characters but line break and tab.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n").split('\n') {
        let line = line.trim_end_matches([' ', '\t', '\u{a0}', '\u{feff}', '\u{200b}']);
        if line.is_empty() && empty {
            continue;
        }
        empty = line.is_empty();
        out.extend(
            line.chars().filter(|c| !c.is_control() || *c == '\t').filter(|c| !['\u{feff}', '\u{ad}'].contains(c)),
        );
        out.push('\n');
    }
    out.trim_end().trim_start_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_follows_its_paragraph_and_a_note_the_text() {
        let mut prose = Prose::new();
        prose.text("Een zin ");
        prose.begin();
        prose.text("In het kader.");
        prose.paragraph();
        prose.end_box();
        prose.text("met een noot[1].");
        prose.begin();
        prose.text("De noot.");
        prose.end_note("1");
        prose.paragraph();
        prose.begin_row();
        for cell in ["Naam", "Femke"] {
            prose.begin();
            prose.text(cell);
            prose.paragraph();
            prose.end_cell();
        }
        prose.end_row();
        assert_eq!(prose.finish(), "Een zin met een noot[1].\nIn het kader.\nNaam\tFemke\n\n[1] De noot.");
    }

    #[test]
    fn blanks_and_controls_go() {
        assert_eq!(tidy("\u{feff}een \u{a0}\r\n\r\n\r\n\u{1}twee\u{c}drie  "), "een\n\ntwee\ndrie");
    }
}
