//! RTF: rich text as old programs and Outlook write it.
//!
//! Source: RTF Specification 1.9.1. Promises: the tokens come from a library; code pages and Unicode as the text says;
//! tables of fonts, pictures, hidden text and everything marked as optional leave no trace.

use crate::finding::{Finding, FindingCode};
use crate::readers::{plain, prose};
use rtf_grimoire::tokenizer::{Token, parse_finished};

/// Groups whose content is no text.
const SILENT: [&str; 14] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "footer",
    "headerl",
    "headerr",
    "footerl",
    "footerr",
    "fldinst",
    "object",
    "themedata",
];

/// What holds within a group.
#[derive(Clone, Copy)]
struct Group {
    silent: bool,
    hidden: bool,
    /// Whether it is a note, which stands in brackets where it belongs.
    note: bool,
    /// Characters that stand in for one of Unicode, to be passed over.
    stand_ins: usize,
}

struct State {
    out: String,
    /// Bytes in the code page, not yet turned into text.
    bytes: Vec<u8>,
    page: u32,
    groups: Vec<Group>,
    now: Group,
    pass_over: usize,
    high: Option<u16>,
    begins: bool,
}

/// The text of RTF.
pub(crate) fn text_of(bytes: &[u8]) -> Result<String, Finding> {
    let broken = || Finding::error(FindingCode::FileBroken);
    if !bytes.starts_with(b"{\\rtf") {
        return Err(broken());
    }
    let tokens = parse_finished(bytes).map_err(|_| broken())?;
    let now = Group { silent: false, hidden: false, note: false, stand_ins: 1 };
    let (groups, high) = (Vec::new(), None);
    let mut state =
        State { out: String::new(), bytes: Vec::new(), page: 1252, groups, now, pass_over: 0, high, begins: false };
    for token in tokens {
        state.token(token);
    }
    state.flush();
    Ok(prose::tidy(&state.out))
}

impl State {
    fn token(&mut self, token: Token) {
        let begins = std::mem::take(&mut self.begins);
        match token {
            Token::StartGroup => {
                self.flush();
                self.groups.push(self.now);
                self.begins = true;
            }
            Token::EndGroup => {
                let outer = self.groups.pop().unwrap_or(self.now);
                if self.now.note && !outer.note {
                    self.put("]");
                }
                self.flush();
                self.now = outer;
            }
            Token::ControlSymbol('*') if begins => self.now.silent = true,
            Token::ControlSymbol('~') => self.put("\u{a0}"),
            Token::ControlSymbol('_') => self.put("\u{2011}"),
            Token::ControlSymbol(sign @ ('{' | '}' | '\\')) => self.text(&[sign as u8]),
            Token::ControlSymbol('\n' | '\r') => self.put("\n"),
            Token::ControlSymbol(_) | Token::ControlBin(_) | Token::Newline(_) => {}
            Token::ControlWord { name, arg } => self.word(&name, arg, begins),
            Token::Text(bytes) => self.text(&bytes),
        }
    }

    fn word(&mut self, name: &str, arg: Option<i32>, begins: bool) {
        match name {
            "'" => self.text(&[u8::try_from(arg.unwrap_or(63) & 0xFF).unwrap_or(b'?')]),
            "u" => self.unicode(arg.unwrap_or_default()),
            "uc" => self.now.stand_ins = usize::try_from(arg.unwrap_or(1)).unwrap_or(1),
            "ansicpg" => self.page = u32::try_from(arg.unwrap_or(1252)).unwrap_or(1252),
            "mac" => self.page = 10000,
            "v" => {
                self.flush();
                self.now.hidden = arg != Some(0);
            }
            "par" | "line" | "row" | "nestrow" | "sect" | "page" => self.put("\n"),
            "cell" | "nestcell" | "tab" => self.put("\t"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            // What a field is made of; its result follows in a group of its own.
            "fldinst" => self.now.silent = true,
            "footnote" => {
                self.put(" [");
                self.now.note = true;
            }
            silent if begins && SILENT.contains(&silent) => self.now.silent = true,
            _ => {}
        }
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        let Ok(unit) = u16::try_from(number.rem_euclid(65_536)) else { return };
        self.pass_over = self.now.stand_ins;
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        if !self.now.silent && !self.now.hidden {
            self.out.push_str(&String::from_utf16_lossy(&units));
        }
    }

    fn text(&mut self, bytes: &[u8]) {
        let passed = bytes.len().min(self.pass_over);
        self.pass_over -= passed;
        if !self.now.silent && !self.now.hidden {
            self.bytes.extend_from_slice(&bytes[passed..]);
        }
    }

    fn put(&mut self, text: &str) {
        self.flush();
        self.pass_over = 0;
        if !self.now.silent && !self.now.hidden {
            self.out.push_str(text);
        }
    }

    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            self.out.push_str(&plain::decode_page(&std::mem::take(&mut self.bytes), self.page));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages_unicode_and_hidden_groups() {
        let rtf = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}Ori\'ebntatie \u8364?5{\b  vet}{\v weg}\par caf\'e9\cell b\row \u-10179?\u-8704? \{x\}}";
        assert_eq!(text_of(rtf).expect("BUG: readable"), "Oriëntatie €5 vet\ncafé\tb\n😀 {x}");
    }
}
