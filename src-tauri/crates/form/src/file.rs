//! The file as bytes: numbered objects one after another, one classic cross-reference table, one trailer.
//!
//! Promises: the plain grammar that `seal` checks byte by byte; objects are written once, in any order, and every
//! number that was given out is written. Deliberately absent: what the objects mean.

use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};
use std::cell::RefCell;
use std::io::Write as _;

/// Effort of deflating what differs from form to form, 1 to 12.
const EACH: i32 = 5;
/// Effort for what is deflated once and used in every form.
const ONCE: i32 = 12;

/// A file while it is written.
pub(crate) struct File {
    out: Vec<u8>,
    /// Where each object begins; 0 while it is not written.
    offsets: Vec<usize>,
}

impl File {
    pub fn new() -> Self {
        let mut out = Vec::with_capacity(96 * 1024);
        out.extend_from_slice(b"%PDF-1.7\n%\xbb\xad\xc0\xde\n");
        Self { out, offsets: Vec::with_capacity(512) }
    }

    /// A number for an object to be written later.
    pub fn number(&mut self) -> ObjectId {
        self.offsets.push(0);
        (u32::try_from(self.offsets.len()).unwrap_or(u32::MAX), 0)
    }

    fn begin(&mut self, id: ObjectId) {
        self.offsets[id.0 as usize - 1] = self.out.len();
        digits(&mut self.out, id.0);
        self.out.extend_from_slice(b" 0 obj\n");
    }

    /// Writes a value under its number.
    pub fn put(&mut self, id: ObjectId, value: impl Into<Object>) {
        self.begin(id);
        write(&mut self.out, &value.into());
        self.out.extend_from_slice(b"\nendobj\n");
    }

    /// Writes a value; answers its number.
    pub fn add(&mut self, value: impl Into<Object>) -> ObjectId {
        let id = self.number();
        self.put(id, value);
        id
    }

    /// Writes a value that `fill` spells out.
    pub fn spell(&mut self, id: ObjectId, fill: impl FnOnce(&mut Vec<u8>)) {
        self.begin(id);
        fill(&mut self.out);
        self.out.extend_from_slice(b"\nendobj\n");
    }

    /// Writes a stream of deflated data; answers its number.
    pub fn deflated(&mut self, mut entries: Dictionary, data: &[u8]) -> ObjectId {
        entries.set("Filter", "FlateDecode");
        self.plain(entries, data)
    }

    /// Writes a stream as it is; its data end on "\r\n" before the keyword, which every checker measures alike.
    pub fn plain(&mut self, mut entries: Dictionary, data: &[u8]) -> ObjectId {
        let id = self.number();
        entries.set("Length", data.len() as i64);
        self.begin(id);
        write(&mut self.out, &Object::Dictionary(entries));
        self.out.extend_from_slice(b"\nstream\n");
        self.out.extend_from_slice(data);
        self.out.extend_from_slice(b"\r\nendstream\nendobj\n");
        id
    }

    /// Writes table and trailer; answers the file.
    pub fn finish(mut self, root: ObjectId, info: ObjectId, identifier: &[u8]) -> Vec<u8> {
        let table = self.out.len();
        let _ = write!(self.out, "xref\n0 {}\n0000000000 65535 f \n", self.offsets.len() + 1);
        for offset in &self.offsets {
            let _ = writeln!(self.out, "{offset:010} 00000 n ");
        }
        let id = Object::String(identifier.to_vec(), StringFormat::Hexadecimal);
        let trailer = dictionary! {
            "Size" => self.offsets.len() as i64 + 1, "Root" => root, "Info" => info, "ID" => vec![id.clone(), id],
        };
        self.out.extend_from_slice(b"trailer\n");
        write(&mut self.out, &Object::Dictionary(trailer));
        let _ = write!(self.out, "\nstartxref\n{table}\n%%EOF\n");
        self.out
    }
}

/// Text for a reader: a byte for each letter where PDFDocEncoding has them all, UTF-16 where it has not.
pub(crate) fn text(words: &str) -> Object {
    let bytes: Option<Vec<u8>> = words.chars().map(document_byte).collect();
    let utf16 = || [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes.unwrap_or_else(utf16), StringFormat::Literal)
}

/// A letter in PDFDocEncoding (ISO 32000-1, D.2).
fn document_byte(letter: char) -> Option<u8> {
    match letter {
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='ÿ' => u8::try_from(u32::from(letter)).ok(),
        '•' => Some(0x80),
        '…' => Some(0x83),
        '—' => Some(0x84),
        '–' => Some(0x85),
        '“' => Some(0x8D),
        '”' => Some(0x8E),
        '‘' => Some(0x8F),
        '’' => Some(0x90),
        '€' => Some(0xA0),
        _ => None,
    }
}

/// Writes a value as ISO 32000 spells it.
pub(crate) fn write(out: &mut Vec<u8>, value: &Object) {
    match value {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => {
            let _ = write!(out, "{value}");
        }
        Object::Real(value) => {
            let _ = write!(out, "{value}");
        }
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, StringFormat::Literal) => {
            out.push(b'(');
            for byte in bytes {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
                    // A bare end of line is read as another one.
                    b'\r' => out.extend_from_slice(b"\\r"),
                    byte => out.push(*byte),
                }
            }
            out.push(b')');
        }
        Object::String(bytes, StringFormat::Hexadecimal) => {
            out.push(b'<');
            hexadecimal(out, bytes.iter().copied());
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                separate(out, item, place > 0);
                write(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => {
            out.extend_from_slice(b"<<");
            for (key, value) in entries {
                write_name(out, key);
                separate(out, value, true);
                write(out, value);
            }
            out.extend_from_slice(b">>");
        }
        Object::Reference(id) => {
            digits(out, id.0);
            out.extend_from_slice(b" 0 R");
        }
        Object::Stream(_) => unreachable!("BUG: a stream stands under its own number"),
    }
}

/// A blank before a value that would else run into what stands before it.
fn separate(out: &mut Vec<u8>, value: &Object, follows: bool) {
    let apart = matches!(value, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_));
    if follows && !apart {
        out.push(b' ');
    }
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.push(b'#');
            hexadecimal(out, [*byte]);
        }
    }
}

/// Bytes as hexadecimal digits.
fn hexadecimal(out: &mut Vec<u8>, bytes: impl IntoIterator<Item = u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in bytes {
        out.extend([DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
}

/// A whole number in decimal digits.
pub(crate) fn digits(out: &mut Vec<u8>, number: u32) {
    let mut buffer = [0; 10];
    let mut at = buffer.len();
    let mut rest = number;
    loop {
        at -= 1;
        buffer[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&buffer[at..]);
}

thread_local! {
    /// What deflating works with, a few hundred kilobytes, kept from form to form.
    static DEFLATER: RefCell<Compressor> = RefCell::new(compressor(EACH));
}

fn compressor(effort: i32) -> Compressor {
    Compressor::new(CompressionLvl::new(effort).expect("BUG: a level"))
}

/// Deflates what belongs to one form.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    DEFLATER.with_borrow_mut(|compressor| deflate_with(compressor, bytes))
}

/// Deflates what is used in every form, with more effort.
pub(crate) fn deflate_once(bytes: &[u8]) -> Vec<u8> {
    deflate_with(&mut compressor(ONCE), bytes)
}

fn deflate_with(compressor: &mut Compressor, bytes: &[u8]) -> Vec<u8> {
    let mut deflated = vec![0; compressor.zlib_compress_bound(bytes.len())];
    let length = compressor.zlib_compress(bytes, &mut deflated).expect("BUG: there is room for the worst case");
    deflated.truncate(length);
    deflated
}
