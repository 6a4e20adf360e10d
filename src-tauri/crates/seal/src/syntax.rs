//! A strict reader of PDF objects, for documents this house writes itself.
//!
//! Promises: one pass, no panic, bounded nesting, no duplicate or escaped dictionary keys; values keep the exact bytes
//! they were written with, so two values are equal only when they were written alike. Deliberately not done: repairing,
//! guessing, comments inside objects, object streams, generations other than 0.

use std::collections::BTreeSet;

/// Deepest nesting of arrays and dictionaries accepted; our own forms stay far below.
const MAX_DEPTH: usize = 48;

/// Why bytes could not be read as a document of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The bytes do not follow the strict grammar.
    Syntax,
    /// Arrays and dictionaries are nested too deeply.
    Depth,
}

/// One value; strings, names and real numbers hold their bytes as written, delimiters included for strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Object<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Real(&'a [u8]),
    Name(&'a [u8]),
    Text(&'a [u8]),
    Array(Vec<Object<'a>>),
    Dict(Vec<(&'a [u8], Object<'a>)>),
    Ref(u32),
}

impl<'a> Object<'a> {
    /// The value under a key, when this is a dictionary that has it.
    pub(crate) fn get(&self, key: &[u8]) -> Option<&Object<'a>> {
        self.entries().iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The entries of a dictionary; nothing for any other value.
    pub(crate) fn entries(&self) -> &[(&'a [u8], Object<'a>)] {
        match self {
            Object::Dict(entries) => entries,
            _ => &[],
        }
    }

    /// The items of an array; nothing for any other value.
    pub(crate) fn items(&self) -> &[Object<'a>] {
        match self {
            Object::Array(items) => items,
            _ => &[],
        }
    }

    /// The object number a reference points at.
    pub(crate) fn reference(&self) -> Option<u32> {
        match self {
            Object::Ref(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number.
    pub(crate) fn int(&self) -> Option<i64> {
        match self {
            Object::Int(value) => Some(*value),
            _ => None,
        }
    }

    /// A whole or real number.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Object::Int(value) => Some(*value as f64),
            Object::Real(raw) => std::str::from_utf8(raw).ok()?.parse().ok(),
            _ => None,
        }
    }

    /// Whether this is the name given, without its slash.
    pub(crate) fn is_name(&self, name: &[u8]) -> bool {
        matches!(self, Object::Name(raw) if *raw == name)
    }

    /// Calls `each` with every object number this value refers to.
    pub(crate) fn references(&self, each: &mut dyn FnMut(u32)) {
        match self {
            Object::Ref(number) => each(*number),
            Object::Array(items) => items.iter().for_each(|item| item.references(each)),
            Object::Dict(entries) => entries.iter().for_each(|(_, value)| value.references(each)),
            _ => {}
        }
    }

    /// Writes the value; tokens come out byte for byte as they were read.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Object::Null => out.extend_from_slice(b"null"),
            Object::Bool(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
            Object::Int(value) => out.extend_from_slice(value.to_string().as_bytes()),
            Object::Real(raw) | Object::Text(raw) => out.extend_from_slice(raw),
            Object::Name(raw) => {
                out.push(b'/');
                out.extend_from_slice(raw);
            }
            Object::Array(items) => {
                out.push(b'[');
                for (position, item) in items.iter().enumerate() {
                    if position > 0 {
                        out.push(b' ');
                    }
                    item.write(out);
                }
                out.push(b']');
            }
            Object::Dict(entries) => {
                out.extend_from_slice(b"<<");
                for (key, value) in entries {
                    write_entry(out, key, value);
                }
                out.extend_from_slice(b">>");
            }
            Object::Ref(number) => out.extend_from_slice(format!("{number} 0 R").as_bytes()),
        }
    }

    /// The characters of a string: PDFDocEncoding is read as Latin-1, UTF-16 by its byte order mark.
    pub(crate) fn text(&self) -> Option<String> {
        let bytes = self.text_bytes()?;
        if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
            let units: Vec<u16> =
                rest.chunks(2).map(|pair| u16::from_be_bytes([pair[0], *pair.get(1).unwrap_or(&0)])).collect();
            return String::from_utf16(&units).ok();
        }
        Some(bytes.iter().map(|&byte| char::from(byte)).collect())
    }

    /// The bytes a string stands for, its escapes resolved.
    pub(crate) fn text_bytes(&self) -> Option<Vec<u8>> {
        let Object::Text(raw) = self else { return None };
        let inner = raw.get(1..raw.len().checked_sub(1)?)?;
        if raw.first() == Some(&b'<') { unhex(inner) } else { unescape(inner) }
    }
}

/// Writes one dictionary entry.
pub(crate) fn write_entry(out: &mut Vec<u8>, key: &[u8], value: &Object<'_>) {
    out.push(b'/');
    out.extend_from_slice(key);
    out.push(b' ');
    value.write(out);
}

fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let value = |digit: u8| char::from(digit).to_digit(16).map(|value| value as u8);
    digits.chunks(2).map(|pair| Some((value(pair[0])? << 4) | value(*pair.get(1).unwrap_or(&b'0'))?)).collect()
}

fn unescape(inner: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(inner.len());
    let mut rest = inner.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match rest.next()? {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\n' => {}
            first @ b'0'..=b'7' => {
                let mut value = u32::from(first - b'0');
                for _ in 0..2 {
                    let Some(&digit @ b'0'..=b'7') = rest.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    rest.next();
                }
                out.push((value & 0xFF) as u8);
            }
            other => out.push(other),
        }
    }
    Some(out)
}

/// A place in the bytes, moving forward only.
pub(crate) struct Reader<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) at: usize,
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Reader<'a> {
    /// The byte here, if any is left.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Steps over white space.
    pub(crate) fn spaces(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Takes exactly these bytes, or fails.
    pub(crate) fn take(&mut self, expected: &[u8]) -> Result<(), Fault> {
        if !self.starts(expected) {
            return Err(Fault::Syntax);
        }
        self.at += expected.len();
        Ok(())
    }

    /// Whether the bytes here are these.
    pub(crate) fn starts(&self, expected: &[u8]) -> bool {
        self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(expected))
    }

    /// A run of 1 to 10 decimal digits.
    pub(crate) fn digits(&mut self) -> Result<u64, Fault> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let run = &self.bytes[start..self.at];
        if run.is_empty() || run.len() > 10 {
            return Err(Fault::Syntax);
        }
        Ok(run.iter().fold(0, |value, digit| value * 10 + u64::from(digit - b'0')))
    }

    /// One value.
    pub(crate) fn object(&mut self) -> Result<Object<'a>, Fault> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Result<Object<'a>, Fault> {
        if depth > MAX_DEPTH {
            return Err(Fault::Depth);
        }
        match self.peek().ok_or(Fault::Syntax)? {
            b'/' => Ok(Object::Name(self.name()?)),
            b'(' => self.literal(),
            b'<' if self.starts(b"<<") => self.dictionary(depth),
            b'<' => self.hexadecimal(),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.spaces();
                    if self.peek() == Some(b']') {
                        self.at += 1;
                        return Ok(Object::Array(items));
                    }
                    items.push(self.nested(depth + 1)?);
                }
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            _ => self.keyword(),
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte) && byte > b' ') {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn name(&mut self) -> Result<&'a [u8], Fault> {
        self.take(b"/")?;
        Ok(self.regular())
    }

    fn keyword(&mut self) -> Result<Object<'a>, Fault> {
        match self.regular() {
            b"null" => Ok(Object::Null),
            b"true" => Ok(Object::Bool(true)),
            b"false" => Ok(Object::Bool(false)),
            _ => Err(Fault::Syntax),
        }
    }

    fn number(&mut self) -> Result<Object<'a>, Fault> {
        let raw = self.regular();
        let whole = std::str::from_utf8(raw).ok().and_then(|text| text.parse::<i64>().ok());
        let Some(value) = whole else {
            let digits = raw.strip_prefix(b"-").unwrap_or(raw);
            let dots = digits.iter().filter(|byte| **byte == b'.').count();
            let plain = digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
            return if plain && dots == 1 && raw.len() <= 32 { Ok(Object::Real(raw)) } else { Err(Fault::Syntax) };
        };
        let after = self.at;
        if raw.iter().all(u8::is_ascii_digit) && self.starts(b" 0 R") {
            self.at += 4;
            let ends = self.peek().is_none_or(|byte| is_space(byte) || is_delimiter(byte));
            if ends {
                return u32::try_from(value).map(Object::Ref).map_err(|_| Fault::Syntax);
            }
            self.at = after;
        }
        // Another spelling of the same number would not be written back alike.
        if value.to_string().as_bytes() == raw { Ok(Object::Int(value)) } else { Ok(Object::Real(raw)) }
    }

    fn literal(&mut self) -> Result<Object<'a>, Fault> {
        let start = self.at;
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' if open == 1 => return Ok(Object::Text(&self.bytes[start..self.at])),
                b')' => open -= 1,
                _ => {}
            }
        }
        Err(Fault::Syntax)
    }

    fn hexadecimal(&mut self) -> Result<Object<'a>, Fault> {
        let start = self.at;
        self.at += 1;
        while self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
            self.at += 1;
        }
        self.take(b">")?;
        Ok(Object::Text(&self.bytes[start..self.at]))
    }

    fn dictionary(&mut self, depth: usize) -> Result<Object<'a>, Fault> {
        self.at += 2;
        let mut entries = Vec::new();
        let mut seen = BTreeSet::new();
        loop {
            self.spaces();
            if self.starts(b">>") {
                self.at += 2;
                return Ok(Object::Dict(entries));
            }
            let key = self.name()?;
            if key.is_empty() || key.contains(&b'#') || !seen.insert(key) {
                return Err(Fault::Syntax);
            }
            self.spaces();
            entries.push((key, self.nested(depth + 1)?));
        }
    }
}
