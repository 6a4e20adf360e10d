//! The revisions of a document: a base, and what was appended to it.
//!
//! Promises: every byte of a revision belongs to its header, one of its objects, its cross-reference table or its
//! trailer; the table lists exactly the objects that are there; each revision names the one before. Reading goes
//! forward once, so no table can send it anywhere. Deliberately not done: cross-reference streams, free entries,
//! repairs.
//!
//! Between two revisions stands exactly one extra newline, so the end of a revision is never in doubt.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::syntax::{Fault, Object, Reader};

/// The largest document read, in bytes.
pub(crate) const MAX_BYTES: usize = 32 << 20;

/// One object of a revision.
#[derive(Debug, Clone)]
pub(crate) struct Entry<'a> {
    /// Where the object begins.
    pub(crate) offset: usize,
    /// Its value; for a stream its dictionary.
    pub(crate) value: Object<'a>,
    /// Where the stream's bytes are.
    pub(crate) stream: Option<Range<usize>>,
}

/// One revision.
#[derive(Debug, Clone)]
pub(crate) struct Revision<'a> {
    /// The byte after its last.
    pub(crate) end: usize,
    /// Where its cross-reference table begins.
    pub(crate) table: usize,
    /// Its trailer dictionary.
    pub(crate) trailer: Object<'a>,
    /// One above the highest object number up to and including this revision.
    pub(crate) size: u32,
    /// Its objects by number.
    pub(crate) objects: BTreeMap<u32, Entry<'a>>,
}

impl Revision<'_> {
    /// The object number of the catalog.
    pub(crate) fn root(&self) -> Option<u32> {
        self.trailer.get(b"Root").and_then(Object::reference)
    }
}

/// Reads the base revision.
pub(crate) fn first(bytes: &[u8]) -> Result<Revision<'_>, Fault> {
    let mut reader = Reader { bytes, at: 0 };
    reader.take(b"%PDF-1.7\n%")?;
    let mut marks = 0;
    while reader.peek().is_some_and(|byte| byte >= 0x80) {
        reader.at += 1;
        marks += 1;
    }
    if !(4..=16).contains(&marks) {
        return Err(Fault::Syntax);
    }
    reader.take(b"\n")?;
    let revision = body(&mut reader, true, 0)?;
    let known = [&b"Size"[..], b"Root", b"Info", b"ID"];
    if revision.trailer.entries().iter().any(|(key, _)| !known.contains(key)) {
        return Err(Fault::Syntax);
    }
    Ok(revision)
}

/// Reads the revision after `before`.
pub(crate) fn next<'a>(bytes: &'a [u8], before: &Revision<'a>) -> Result<Revision<'a>, Fault> {
    let mut reader = Reader { bytes, at: before.end };
    reader.take(b"\n")?;
    if !reader.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        return Err(Fault::Syntax);
    }
    let revision = body(&mut reader, false, before.size)?;
    let old = &before.trailer;
    let new = &revision.trailer;
    let id = |trailer: &Object<'a>| trailer.get(b"ID").map(|id| (id.items().len(), id.items().first().cloned()));
    let known = [&b"Size"[..], b"Root", b"Info", b"ID", b"Prev"];
    let linked = new.entries().iter().all(|(key, _)| known.contains(key))
        && new.get(b"Root") == old.get(b"Root")
        && new.get(b"Info") == old.get(b"Info")
        && id(new) == id(old)
        && new.get(b"Prev").and_then(Object::int) == i64::try_from(before.table).ok();
    if linked { Ok(revision) } else { Err(Fault::Syntax) }
}

fn body<'a>(reader: &mut Reader<'a>, base: bool, old_size: u32) -> Result<Revision<'a>, Fault> {
    let mut objects = BTreeMap::new();
    reader.spaces();
    while reader.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        let (number, entry) = indirect(reader)?;
        if number == 0 || objects.insert(number, entry).is_some() {
            return Err(Fault::Syntax);
        }
        reader.spaces();
    }
    let table = reader.at;
    cross_references(reader, &objects, base)?;
    reader.take(b"trailer")?;
    reader.spaces();
    let trailer = reader.object()?;
    reader.spaces();
    reader.take(b"startxref\n")?;
    if reader.digits()? != table as u64 {
        return Err(Fault::Syntax);
    }
    reader.take(b"\n%%EOF")?;
    // An increment of ours ends on a newline; a base may or may not.
    let rest = &reader.bytes[reader.at..];
    if !base {
        reader.take(b"\n")?;
    } else if rest == b"\n" || rest.starts_with(b"\n\n") {
        reader.at += 1;
    }
    let highest = objects.last_key_value().map_or(0, |(number, _)| *number);
    let size = old_size.max(highest.checked_add(1).ok_or(Fault::Syntax)?);
    let rooted = trailer.get(b"Root").and_then(Object::reference).is_some();
    if !rooted || trailer.get(b"Size").and_then(Object::int) != Some(i64::from(size)) {
        return Err(Fault::Syntax);
    }
    Ok(Revision { end: reader.at, table, trailer, size, objects })
}

fn indirect<'a>(reader: &mut Reader<'a>) -> Result<(u32, Entry<'a>), Fault> {
    let offset = reader.at;
    let number = u32::try_from(reader.digits()?).map_err(|_| Fault::Syntax)?;
    reader.take(b" 0 obj")?;
    reader.spaces();
    let value = reader.object()?;
    reader.spaces();
    let mut stream = None;
    if reader.starts(b"stream") {
        reader.at += 6;
        line_end(reader)?;
        let length = value.get(b"Length").and_then(Object::int).ok_or(Fault::Syntax)?;
        let length = usize::try_from(length).map_err(|_| Fault::Syntax)?;
        let end = reader.at.checked_add(length).filter(|end| *end <= reader.bytes.len()).ok_or(Fault::Syntax)?;
        stream = Some(reader.at..end);
        reader.at = end;
        line_end(reader)?;
        reader.take(b"endstream")?;
        reader.spaces();
    }
    reader.take(b"endobj")?;
    Ok((number, Entry { offset, value, stream }))
}

fn line_end(reader: &mut Reader<'_>) -> Result<(), Fault> {
    if reader.starts(b"\r") {
        reader.at += 1;
    }
    reader.take(b"\n")
}

/// The table must list exactly the objects read, so a wrong or huge one ends the reading at its first wrong line.
fn cross_references(reader: &mut Reader<'_>, objects: &BTreeMap<u32, Entry<'_>>, base: bool) -> Result<(), Fault> {
    reader.take(b"xref\n")?;
    let mut expected = objects.iter();
    let mut zero_seen = !base;
    while reader.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        let from = reader.digits()?;
        reader.take(b" ")?;
        let count = reader.digits()?;
        if reader.starts(b" \n") {
            reader.at += 1;
        }
        reader.take(b"\n")?;
        for number in from..from.saturating_add(count) {
            if number == 0 {
                if zero_seen {
                    return Err(Fault::Syntax);
                }
                zero_seen = true;
                reader.take(b"0000000000 65535 f \n")?;
                continue;
            }
            let (listed, entry) = expected.next().ok_or(Fault::Syntax)?;
            if u64::from(*listed) != number {
                return Err(Fault::Syntax);
            }
            reader.take(format!("{:010} 00000 n \n", entry.offset).as_bytes())?;
        }
    }
    if zero_seen && expected.next().is_none() { Ok(()) } else { Err(Fault::Syntax) }
}
