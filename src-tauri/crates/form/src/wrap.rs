//! Breaks text into lines that fit a column, words where the language breaks them.
//!
//! Promises: nothing is cut: what has no better place to break is broken between letters; every line but the last of a
//! paragraph keeps its blank, so that words stay apart when read aloud; a word that is broken is known as one word;
//! line breaks of the text stand. Deliberately absent: straight right edges; a word is broken where the line would
//! else stay short, never for less.

use crate::draw::Style;
use crate::fonts::{Face, Fonts};
use hypher::Lang;
use std::rc::Rc;

/// Fewest and most letters of a word that is broken; longer ones are codes, not words.
const WORD: std::ops::RangeInclusive<usize> = 7..=40;
/// Fewest letters before and after the break.
const PARTS: (usize, usize) = (2, 3);
/// Part of the line that must else stay empty.
const EMPTY: f32 = 0.1;

/// A piece of text in one style.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run<'a> {
    pub style: Style,
    pub text: &'a str,
    /// The anchor it leads to and what is said of that.
    pub link: Option<(usize, &'a str)>,
}

/// A piece of text in one style that leads nowhere.
pub(crate) fn run(style: Style, text: &str) -> Run<'_> {
    Run { style, text, link: None }
}

impl<'a> Run<'a> {
    /// The same, leading to an anchor, with what is said of that.
    pub fn to(self, anchor: usize, said: &'a str) -> Self {
        Self { link: Some((anchor, said)), ..self }
    }
}

/// What a piece of a line is besides its letters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    Plain,
    /// Leads to an anchor; what is said of it.
    Link(usize, Rc<str>),
    /// Part of a word that is broken over lines.
    Broken(Rc<str>),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Segment {
    pub style: Style,
    pub text: String,
    pub kind: Kind,
}

/// One line: pieces in their styles.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub segments: Vec<Segment>,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.segments.iter().all(|segment| segment.text.trim().is_empty())
    }

    fn push(&mut self, style: Style, text: &str, kind: &Kind) {
        match self.segments.last_mut() {
            Some(last) if last.style == style && last.kind == *kind => last.text.push_str(text),
            _ => {
                let mut own = String::with_capacity(text.len().max(96));
                own.push_str(text);
                self.segments.push(Segment { style, text: own, kind: kind.clone() });
            }
        }
    }
}

/// Breaks runs of text into lines of at most `width`; `lang` is the language of the form, or none where words stay whole.
pub(crate) fn wrap(fonts: &Fonts, lang: Option<Lang>, runs: &[Run<'_>], width: f32) -> Vec<Line> {
    let mut breaker = Breaker { fonts, lang, width, lines: Vec::new(), line: Line::default(), used: 0.0 };
    for run in runs {
        let shown = fonts.showable(run.style, run.text);
        let kind = run.link.map_or(Kind::Plain, |(anchor, said)| Kind::Link(anchor, said.into()));
        for (place, paragraph) in shown.split('\n').enumerate() {
            if place > 0 {
                breaker.end();
            }
            for word in paragraph.split_inclusive(' ') {
                breaker.word(run.style, word, &kind);
            }
        }
    }
    breaker.end();
    breaker.lines
}

struct Breaker<'a> {
    fonts: &'a Fonts,
    lang: Option<Lang>,
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

    fn word(&mut self, style: Style, word: &str, kind: &Kind) {
        let bare = word.trim_end_matches(' ');
        let (mut rest, mut kind, blank) = (bare, kind.clone(), &word[bare.len()..]);
        while self.used + self.fonts.width(style, rest) > self.width {
            let room = self.width - self.used;
            let worth = self.used == 0.0 || room > self.width * EMPTY;
            let place = if worth { self.place(style, rest, &kind, room) } else { None };
            match place {
                Some((at, hyphen)) => {
                    if kind == Kind::Plain {
                        kind = Kind::Broken(bare.into());
                    }
                    self.line.push(style, &rest[..at], &kind);
                    if hyphen {
                        self.line.push(style, "-", &kind);
                    }
                    rest = &rest[at..];
                    self.end();
                }
                None if self.used > 0.0 => self.end(),
                // A single letter that is wider than the column.
                None => break,
            }
        }
        self.line.push(style, rest, &kind);
        let after = if matches!(kind, Kind::Broken(_)) { &Kind::Plain } else { &kind };
        if !blank.is_empty() {
            self.line.push(style, blank, after);
        }
        self.used += self.fonts.width(style, rest) + self.fonts.width(style, blank);
    }

    /// Where a word that does not fit is broken, and whether a hyphen is set there: as far as there is room, after a
    /// hyphen of its own or where the language breaks it; on an empty line, if need be, between any letters.
    fn place(&self, style: Style, word: &str, kind: &Kind, room: f32) -> Option<(usize, bool)> {
        let fits = |at: usize, more: &str| self.fonts.width(style, &word[..at]) + self.fonts.width(style, more) <= room;
        let own = word.match_indices(['-', '/', '@', '_']).map(|(at, sign)| at + sign.len());
        let own = own.filter(|at| (2..word.len()).contains(at)).take_while(|at| fits(*at, "")).max();
        let own = own.map(|at| (at, false));
        let between = self.syllables(style, word, kind).filter(|at| fits(*at, "-")).last().map(|at| (at, true));
        let best = own.max(between);
        if best.is_some() || self.used > 0.0 {
            return best;
        }
        let letters = word.char_indices().skip(1).map(|(at, _)| at);
        // At least one letter, however narrow the column.
        let first = word.chars().next().map_or(0, char::len_utf8);
        let at = letters.take_while(|at| fits(*at, "")).last().unwrap_or(first);
        (at < word.len()).then_some((at, false))
    }

    /// Where the language breaks a word; names in capitals, numbers and links are left whole, and what is set bold
    /// (headings, names) while it fits on a line of its own.
    fn syllables<'w>(&self, style: Style, word: &'w str, kind: &Kind) -> impl Iterator<Item = usize> + use<'w> {
        let start = word.find(char::is_alphabetic).unwrap_or(word.len());
        let end = word
            .rfind(char::is_alphabetic)
            .map_or(start, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
        let core = &word[start..end];
        let plain = core.chars().skip(1).all(char::is_lowercase) && WORD.contains(&core.chars().count());
        let loose = style.face != Face::Bold || self.used == 0.0;
        let lang = self.lang.filter(|_| plain && loose && !matches!(kind, Kind::Link(..)));
        // What people wrote is Dutch, whatever the form speaks.
        let lang = lang.map(|lang| if style.face == Face::Serif { Lang::Dutch } else { lang });
        let syllables = lang.map(|lang| hypher::hyphenate_bounded(core, lang, PARTS.0, PARTS.1));
        let mut at = start;
        let ends = syllables.into_iter().flatten().map(move |syllable| {
            at += syllable.len();
            at
        });
        ends.filter(move |at| *at < end)
    }
}
