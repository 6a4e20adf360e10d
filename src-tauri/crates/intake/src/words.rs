//! The text of a data point as it is put together: headings, and passages that indications point at.
//!
//! Promises: a passage is exactly what was said, its place counted in Unicode scalar values.

use domain::evidence::Indication;
use domain::text::Span;

/// A text under construction.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The text so far.
    pub body: String,
    /// What it indicates.
    pub indications: Vec<Indication>,
    length: u32,
}

impl Words {
    /// A line of its own.
    pub fn line(&mut self, text: &str) {
        self.part();
        self.push(text);
        self.push("\n");
    }

    /// A heading, for what follows.
    pub fn heading(&mut self, text: &str) {
        self.line(text);
    }

    /// What was said, and where it stands.
    pub fn passage(&mut self, text: &str) -> Span {
        let start = self.length;
        self.push(text);
        Span { start, end: self.length }
    }

    fn part(&mut self) {
        if !self.body.is_empty() {
            let gap = if self.body.ends_with('\n') { "\n" } else { "\n\n" };
            self.push(gap);
        }
    }

    fn push(&mut self, text: &str) {
        self.body.push_str(text);
        self.length = self.length.saturating_add(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    }
}
