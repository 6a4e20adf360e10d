//! Breaks text into lines that fit a column.
//!
//! Promises: nothing is cut: a word wider than the column is broken between letters; every line but the last of a
//! paragraph keeps its blank, so that words stay apart when read aloud; line breaks of the text stand.

use crate::draw::Style;
use crate::fonts::Fonts;

/// A piece of text in one style.
pub(crate) type Run<'a> = (Style, &'a str);

/// One line: pieces in their styles.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub segments: Vec<(Style, String)>,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.segments.iter().all(|(_, text)| text.trim().is_empty())
    }

    fn push(&mut self, style: Style, word: &str) {
        match self.segments.last_mut() {
            Some((last, text)) if *last == style => text.push_str(word),
            _ => self.segments.push((style, word.to_owned())),
        }
    }
}

/// Breaks runs of text into lines of at most `width`.
pub(crate) fn wrap(fonts: &Fonts, runs: &[Run<'_>], width: f32) -> Vec<Line> {
    let mut breaker = Breaker { fonts, width, lines: Vec::new(), line: Line::default(), used: 0.0 };
    for (style, text) in runs {
        let shown = fonts.showable(*style, text);
        for (place, paragraph) in shown.split('\n').enumerate() {
            if place > 0 {
                breaker.end();
            }
            for word in paragraph.split_inclusive(' ') {
                breaker.word(*style, word);
            }
        }
    }
    breaker.end();
    breaker.lines
}

struct Breaker<'a> {
    fonts: &'a Fonts,
    width: f32,
    lines: Vec<Line>,
    line: Line,
    used: f32,
}

impl Breaker<'_> {
    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.used = 0.0;
        if !line.is_blank() {
            self.lines.push(line);
        }
    }

    fn word(&mut self, style: Style, word: &str) {
        let bare = self.fonts.width(style, word.trim_end());
        if self.used + bare > self.width && self.used > 0.0 {
            self.end();
        }
        if bare > self.width {
            self.letters(style, word);
        } else {
            self.line.push(style, word);
            let blank = if word.ends_with(' ') { self.fonts.width(style, " ") } else { 0.0 };
            self.used += bare + blank;
        }
    }

    /// Breaks a word that is wider than its column between letters.
    fn letters(&mut self, style: Style, word: &str) {
        let mut buffer = [0; 4];
        for letter in word.chars() {
            let wide = self.fonts.advance(style.face, letter).unwrap_or(0.0) * style.size;
            if self.used + wide > self.width && self.used > 0.0 {
                self.end();
            }
            self.line.push(style, letter.encode_utf8(&mut buffer));
            self.used += wide;
        }
    }
}
