//! Text that must exist.
//!
//! Promises: a [`FilledText`] has at least one visible character and no NUL (which other stores refuse).

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// The text is blank or holds a NUL character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("blank text")]
pub struct BlankText;

/// A text that cannot be blank: a reason, a rationale, an answer, a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FilledText(String);

impl FilledText {
    /// Takes `text`, trimmed. Error: [`BlankText`].
    pub fn new(text: &str) -> Result<Self, BlankText> {
        let text = text.trim();
        if text.is_empty() || text.contains('\0') {
            return Err(BlankText);
        }
        Ok(Self(text.to_owned()))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FilledText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl TryFrom<String> for FilledText {
    type Error = BlankText;
    fn try_from(text: String) -> Result<Self, BlankText> {
        Self::new(&text)
    }
}

impl From<FilledText> for String {
    fn from(text: FilledText) -> String {
        text.0
    }
}

/// Part of a text, as offsets in Unicode scalar values: `start` included, `end` not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First scalar value of the passage.
    pub start: u32,
    /// One past the last scalar value.
    pub end: u32,
}

impl Span {
    /// The passage of `text` this span points at; `None` when it is empty or reaches outside the text.
    pub fn of(self, text: &str) -> Option<&str> {
        if self.start >= self.end {
            return None;
        }
        let (start, end) = (self.start as usize, self.end as usize);
        if text.is_ascii() {
            return text.get(start..end);
        }
        let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let from = places.nth(start)?;
        let to = places.nth(end - start - 1)?;
        text.get(from..to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_scalar_values_and_stay_inside() {
        let text = "é😀 ok";
        assert_eq!(Span { start: 1, end: 2 }.of(text), Some("😀"));
        assert_eq!(Span { start: 3, end: 5 }.of(text), Some("ok"));
        assert_eq!(Span { start: 3, end: 6 }.of(text), None);
        assert_eq!(Span { start: 2, end: 2 }.of(text), None);
        assert_eq!(Span { start: 0, end: 3 }.of("abc"), Some("abc"));
        assert_eq!(Span { start: 0, end: 4 }.of("abc"), None);
    }
}
