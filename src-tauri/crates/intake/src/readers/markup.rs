//! HTML as text: what a person reads, nothing else.
//!
//! Promises: only a tokenizer runs over it, so depth costs nothing and nothing is ever built, run or fetched; scripts,
//! styles, frames and drawings leave no trace; no markup comes out.

use crate::readers::prose;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use std::cell::RefCell;

/// Elements whose content is no text.
const SILENT: [&str; 12] = [
    "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "select", "noembed",
    "noframes",
];
/// Elements that begin a line of their own.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// The text of HTML.
pub(crate) fn text_of(html: &str) -> String {
    let tokenizer = Tokenizer::new(Sink::default(), html5ever::tokenizer::TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    // A script only stops the tokenizer; nothing runs it.
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    let text = tokenizer.sink.state.into_inner().text;
    prose::tidy(&text)
}

#[derive(Default)]
struct Sink {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    text: String,
    /// The silent element at hand and how often it was opened within itself.
    silent: Option<(String, u32)>,
    preformatted: u32,
    /// Whether a blank waits for the next word.
    blank: bool,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::CharacterTokens(text) if state.silent.is_none() => state.words(&text),
            Token::TagToken(tag) => return state.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn words(&mut self, text: &str) {
        if self.preformatted > 0 {
            self.text.push_str(text);
            return;
        }
        for character in text.chars() {
            if character.is_ascii_whitespace() {
                self.blank = true;
            } else {
                if self.blank && !self.text.is_empty() && !self.text.ends_with(['\n', '\t', ' ']) {
                    self.text.push(' ');
                }
                self.blank = false;
                self.text.push(character);
            }
        }
    }

    fn fresh_line(&mut self) {
        self.blank = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if let Some((silent, depth)) = &mut self.silent {
            if silent == name {
                *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
            }
            if *depth == 0 {
                self.silent = None;
            }
            return TokenSinkResult::Continue;
        }
        if opens && SILENT.contains(&name) && !tag.self_closing {
            self.silent = Some((name.to_owned(), 1));
            return match name {
                "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                "style" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
                "title" => TokenSinkResult::RawData(RawKind::Rcdata),
                _ => TokenSinkResult::Continue,
            };
        }
        match name {
            "br" => {
                self.blank = false;
                self.text.push('\n');
            }
            "pre" | "textarea" if opens => self.preformatted += 1,
            "pre" | "textarea" => self.preformatted = self.preformatted.saturating_sub(1),
            "td" | "th" if opens && !self.text.is_empty() && !self.text.ends_with('\n') => {
                self.blank = false;
                self.text.push('\t');
            }
            "tr" => self.fresh_line(),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.fresh_line();
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_come_out() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><p>Goede <b>start</b>\n van de&nbsp;les.\
            <img src=x onerror='alert(1)'><script>alert('</p>')</script><svg onload=a()><text>nee</text></svg></p>\
            <iframe src=x>weg</iframe><a href='javascript:x'>Slot</a> was rommelig &lt;b&gt;.<table><tr><td>a</td><td>b</td></tr></table>";
        assert_eq!(text_of(html), "Goede start van de\u{a0}les.\nSlot was rommelig <b>.\na\tb");
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = "<div>".repeat(200_000) + "diep";
        assert_eq!(text_of(&deep), "diep");
    }
}
