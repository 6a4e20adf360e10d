//! Two texts beside each other: what they share at both ends is left plain, what lies between is marked.
//!
//! Promises: the pieces of each side, laid end to end, are that text, but for a long beginning that both share.

use crate::api::{TextPiece, ThingValue};

/// Words shown of a beginning that both share.
const SHARED: usize = 12;

/// Both sides, marked where they differ. A side that is empty is none.
pub(super) fn compared(before: &str, after: &str) -> (Option<ThingValue>, Option<ThingValue>) {
    let (a, b) = (parts(before), parts(after));
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    (side(before, &a, start, end), side(after, &b, start, end))
}

/// One text by itself.
pub(super) fn whole(text: &str) -> ThingValue {
    ThingValue::Words { pieces: vec![TextPiece { text: text.to_owned(), hit: false }], cut: false }
}

fn side(text: &str, parts: &[&str], start: usize, end: usize) -> Option<ThingValue> {
    if text.trim().is_empty() {
        return None;
    }
    let from = start.saturating_sub(SHARED);
    let until = parts.len() - end;
    let pieces = [(from..start, false), (start..until, true), (until..parts.len(), false)];
    let pieces = pieces.into_iter().filter(|(range, _)| !range.is_empty());
    let pieces = pieces.map(|(range, hit)| TextPiece { text: parts[range].concat(), hit }).collect();
    Some(ThingValue::Words { pieces, cut: from > 0 })
}

/// Words, each with the blanks behind it.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let blank = rest[word..].find(|letter: char| !letter.is_whitespace()).map_or(rest.len(), |at| word + at);
        let (part, after) = rest.split_at(blank);
        parts.push(part);
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &Option<ThingValue>) -> String {
        match value {
            Some(ThingValue::Words { pieces, .. }) => pieces
                .iter()
                .map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() })
                .collect(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn what_differs_is_marked_on_both_sides() {
        let (before, after) = compared("Zij is rustig voor de klas.", "Zij is heel rustig voor een klas.");
        assert_eq!(shown(&before), "Zij is [rustig voor de ]klas.");
        assert_eq!(shown(&after), "Zij is [heel rustig voor een ]klas.");
        let (before, after) = compared("", "Nieuw.");
        assert_eq!((before, shown(&after).as_str()), (None, "[Nieuw.]"));
        let (before, after) = compared("één twee twee", "één twee");
        assert_eq!((shown(&before).as_str(), shown(&after).as_str()), ("één [twee ]twee", "één twee"));
    }
}
