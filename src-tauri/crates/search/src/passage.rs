//! The passage of a text in which a query was found, for showing and for selecting.
//!
//! Promises: offsets are Unicode scalar values of the text as written; the pieces, laid end to end, are that text from
//! where the passage begins to where it ends.

use crate::fold::{Folded, Query};
use memchr::memmem;

/// Scalar values shown before the first hit, and in all.
const BEFORE: usize = 40;
const LENGTH: usize = 160;

/// Part of a text, found or in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text as written; what breaks a line is a blank.
    pub text: String,
    /// Whether this is what was looked for.
    pub hit: bool,
}

/// A passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it consists of.
    pub pieces: Vec<Piece>,
    /// Whether text stands before it.
    pub cut_before: bool,
    /// Whether text stands after it.
    pub cut_after: bool,
    /// From the first to the last hit shown, in whole words; start and end. `None` when no word occurs in the text.
    pub span: Option<(u32, u32)>,
}

/// The passage in which most words of `query` stand together; the beginning of the text when none does.
pub fn passage(text: &str, query: &Query) -> Passage {
    let letters: Vec<char> = text.chars().collect();
    let hits = hits(text, query);
    let Some(best) = densest(&hits) else {
        return cut(&letters, &[], 0, LENGTH.min(letters.len()), None);
    };
    let first = hits[best].start as usize;
    let from = word_start(&letters, first.saturating_sub(BEFORE), first);
    let until = word_end(&letters, (from + LENGTH).max(hits[best].end as usize).min(letters.len()));
    let shown: Vec<&Place> = hits[best..].iter().filter(|hit| hit.end as usize <= until).collect();
    let last = shown.last().map_or(hits[best].end, |hit| hit.end) as usize;
    let span = (whole_start(&letters, first), whole_end(&letters, last));
    cut(&letters, &shown, from, until, Some(span))
}

/// A short text, whole, with the hits in it marked.
pub fn marked(text: &str, query: &Query) -> Vec<Piece> {
    let letters: Vec<char> = text.chars().collect();
    let hits = hits(text, query);
    let all: Vec<&Place> = hits.iter().collect();
    cut(&letters, &all, 0, letters.len(), None).pieces
}

struct Place {
    start: u32,
    end: u32,
    word: usize,
}

/// Every hit that no earlier one overlaps, by place.
fn hits(text: &str, query: &Query) -> Vec<Place> {
    let folded = Folded::of(text);
    let mut found: Vec<Place> = Vec::new();
    for (word, sought) in query.words().enumerate() {
        for at in memmem::find_iter(folded.text.as_bytes(), sought) {
            let (start, end) = folded.span(at, at + sought.len());
            found.push(Place { start, end, word });
        }
    }
    found.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let mut free = 0;
    found.retain(|hit| {
        let keep = hit.start >= free;
        if keep {
            free = hit.end;
        }
        keep
    });
    found
}

/// The hit from which most different words follow within one passage.
fn densest(hits: &[Place]) -> Option<usize> {
    let different = |at: usize| {
        let reach = hits[at].start as usize + LENGTH - BEFORE;
        let mut words: Vec<usize> =
            hits[at..].iter().take_while(|hit| hit.end as usize <= reach).map(|hit| hit.word).collect();
        words.sort_unstable();
        words.dedup();
        words.len()
    };
    (0..hits.len()).max_by_key(|at| (different(*at), std::cmp::Reverse(*at)))
}

/// Forward from `from` to where a word begins, at most to `until`.
fn word_start(letters: &[char], from: usize, until: usize) -> usize {
    if from == 0 {
        return 0;
    }
    (from..until).find(|at| letters[*at - 1].is_whitespace() && !letters[*at].is_whitespace()).unwrap_or(until)
}

/// Back from `until` to where a word ends, a few letters at most.
fn word_end(letters: &[char], until: usize) -> usize {
    if until == letters.len() {
        return until;
    }
    (until..letters.len().min(until + 24)).find(|at| letters[*at].is_whitespace()).unwrap_or(until)
}

fn whole_start(letters: &[char], at: usize) -> u32 {
    let before = letters[..at].iter().rev().take_while(|letter| letter.is_alphanumeric()).count();
    scalar(at - before)
}

fn whole_end(letters: &[char], at: usize) -> u32 {
    let after = letters[at..].iter().take_while(|letter| letter.is_alphanumeric()).count();
    scalar(at + after)
}

fn scalar(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn cut(letters: &[char], hits: &[&Place], from: usize, until: usize, span: Option<(u32, u32)>) -> Passage {
    let mut pieces = Vec::new();
    let mut push = |start: usize, end: usize, hit: bool| {
        if start < end {
            let text = letters[start..end].iter().map(|letter| if letter.is_control() { ' ' } else { *letter });
            pieces.push(Piece { text: text.collect(), hit });
        }
    };
    let mut at = from;
    for hit in hits {
        push(at, hit.start as usize, false);
        push(hit.start as usize, hit.end as usize, true);
        at = hit.end as usize;
    }
    push(at, until, false);
    Passage { pieces, cut_before: from > 0, cut_after: until < letters.len(), span }
}
