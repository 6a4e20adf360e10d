//! Folding: what two texts have in common when case, accents and typography are looked past.
//!
//! Promises: each scalar value folds by itself, whatever stands around it, so that a place in the folded text always
//! leads back to one in the text as written. Folded text has no control characters, so they can part one text from the
//! next.

use std::iter;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A text, folded.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Folds `text` at the end of `out`.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    for each in text.chars() {
        fold_char(each, out);
    }
}

/// Folds one scalar value: into nothing (a combining mark), itself, or several (`æ` is `ae`).
pub(crate) fn fold_char(each: char, out: &mut String) {
    if each.is_ascii() {
        out.push(if each.is_ascii_control() { ' ' } else { each.to_ascii_lowercase() });
        return;
    }
    decompose_compatible(each, |part| {
        for lower in part.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
            match plain(lower) {
                Some(plain) => out.push_str(plain),
                None if lower.is_control() || lower.is_whitespace() => out.push(' '),
                None => out.push(lower),
            }
        }
    });
}

/// Letters and signs that do not decompose, as they are typed on a plain keyboard.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        '‘' | '’' | '‚' | '‛' | 'ʼ' => "'",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// What is looked for: words, all of which must occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
        // The longest word is the rarest, as a rule: it decides soonest.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Self { words }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, folded, the longest first.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}

/// A folded text with the way back.
pub(crate) struct Folded {
    pub text: String,
    /// Per byte of `text`: the scalar value of the original that it came from.
    from: Vec<u32>,
    /// Number of scalar values, and which of them fold into nothing.
    silent: Vec<bool>,
}

impl Folded {
    pub fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), from: Vec::new(), silent: Vec::new() };
        for (at, each) in (0u32..).zip(text.chars()) {
            let before = folded.text.len();
            fold_char(each, &mut folded.text);
            let grown = folded.text.len() - before;
            folded.from.extend(iter::repeat_n(at, grown));
            folded.silent.push(grown == 0);
        }
        folded
    }

    /// The scalar values that bytes `start..end` came from, with the marks that belong to the last.
    pub fn span(&self, start: usize, end: usize) -> (u32, u32) {
        let first = self.from[start];
        let mut last = self.from[end - 1] as usize + 1;
        while self.silent.get(last).is_some_and(|silent| *silent) {
            last += 1;
        }
        (first, u32::try_from(last).unwrap_or(u32::MAX))
    }
}
