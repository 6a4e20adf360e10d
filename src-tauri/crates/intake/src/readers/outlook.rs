//! MSG: a mail as Outlook saves it.
//!
//! Source: [MS-OXMSG] and [MS-OXPROPS]; the properties that matter by their number. Promises: as for EML.

use crate::finding::{Finding, FindingCode};
use crate::raw::{Attachment, Document, Person};
use crate::readers::{mail, markup, plain, prose, richtext};
use cfb::CompoundFile;
use chrono::{DateTime, NaiveDate};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

const SUBJECT: u16 = 0x0037;
const BODY: u16 = 0x1000;
const BODY_HTML: u16 = 0x1013;
const BODY_RTF: u16 = 0x1009;
const SENDER_NAME: u16 = 0x0C1A;
const SENDER_SMTP: u16 = 0x5D01;
const SENDER_MAIL: u16 = 0x0C1F;
const FILE_LONG: u16 = 0x3707;
const FILE_SHORT: u16 = 0x3704;
const DATA: u16 = 0x3701;
/// Tags of the times: sent, received.
const TIMES: [u32; 2] = [0x0039_0040, 0x0E06_0040];
/// Greatest stream that is read, in bytes, and attachments that are looked at.
const STREAM: u64 = 32 << 20;
const ATTACHMENTS: usize = 50;

type File<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// Whether a compound file is a mail.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    CompoundFile::open(Cursor::new(bytes)).is_ok_and(|file| file.exists("/__properties_version1.0"))
}

/// Reads an MSG.
pub(crate) fn read(bytes: &[u8], depth: u8) -> Result<Document, Finding> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Finding::error(FindingCode::FileBroken))?;
    if !file.exists("/__properties_version1.0") {
        return Err(Finding::error(FindingCode::FileBroken));
    }
    // The head of the top-level property stream is 32 bytes, of one inside 24.
    Ok(message(&mut file, Path::new("/"), 32, depth))
}

fn message(file: &mut File<'_>, at: &Path, head: usize, depth: u8) -> Document {
    let mut document = Document {
        text: body(file, at),
        subject: text(file, at, SUBJECT),
        from: Person { name: text(file, at, SENDER_NAME), mail: text(file, at, SENDER_SMTP) },
        date: date(file, at, head),
        ..Document::default()
    };
    if document.from.mail.is_empty() {
        document.from.mail = Some(text(file, at, SENDER_MAIL)).filter(|mail| mail.contains('@')).unwrap_or_default();
    }
    let storages: Vec<PathBuf> = match file.read_storage(at) {
        Ok(entries) => entries
            .filter(|entry| entry.is_storage() && entry.name().starts_with("__attach_version1.0_"))
            .map(|entry| entry.path().to_owned())
            .take(ATTACHMENTS)
            .collect(),
        Err(_) => Vec::new(),
    };
    for storage in storages {
        let name = [text(file, &storage, FILE_LONG), text(file, &storage, FILE_SHORT)];
        let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let inner = storage.join(format!("__substg1.0_{DATA:04X}000D"));
        if file.is_storage(&inner) {
            let inside = (depth < mail::DEPTH).then(|| mail::whole(&message(file, &inner, 24, depth + 1)));
            document.attachments.push(Attachment { name, text: inside });
        } else if let Some(bytes) = stream(file, &storage, DATA, 0x0102) {
            document.attach(name, &bytes, depth);
        }
    }
    document
}

/// Plain text, else HTML, else rich text.
fn body(file: &mut File<'_>, at: &Path) -> String {
    let plain = prose::tidy(&text(file, at, BODY));
    if !plain.is_empty() {
        return plain;
    }
    let html = stream(file, at, BODY_HTML, 0x0102).map(|bytes| plain::decode(&bytes).into_owned());
    let html = html.unwrap_or_else(|| text(file, at, BODY_HTML));
    if !html.trim().is_empty() {
        return markup::text_of(&html);
    }
    let packed = stream(file, at, BODY_RTF, 0x0102).unwrap_or_default();
    // The library asks for a whole head before it looks.
    let rich =
        if packed.len() < 16 { String::new() } else { compressed_rtf::decompress_rtf(&packed).unwrap_or_default() };
    // What comes out are bytes, each as a character of its own.
    let bytes: Vec<u8> = rich.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    richtext::text_of(&bytes).unwrap_or_default()
}

fn stream(file: &mut File<'_>, at: &Path, property: u16, kind: u16) -> Option<Vec<u8>> {
    let stream = file.open_stream(at.join(format!("__substg1.0_{property:04X}{kind:04X}"))).ok()?;
    let mut bytes = Vec::new();
    stream.take(STREAM).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A text property: Unicode, or of the time before.
fn text(file: &mut File<'_>, at: &Path, property: u16) -> String {
    let text = match stream(file, at, property, 0x001F) {
        Some(bytes) => encoding_rs::UTF_16LE.decode_without_bom_handling(&bytes).0.into_owned(),
        None => stream(file, at, property, 0x001E).map(|bytes| plain::decode_page(&bytes, 1252)).unwrap_or_default(),
    };
    text.trim_matches(['\0', ' ', '\r', '\n']).to_owned()
}

/// When it was sent: counted in tenths of a microsecond since 1601.
fn date(file: &mut File<'_>, at: &Path, head: usize) -> Option<NaiveDate> {
    let mut bytes = Vec::new();
    file.open_stream(at.join("__properties_version1.0")).ok()?.take(1 << 20).read_to_end(&mut bytes).ok()?;
    let of = |wanted: u32| {
        bytes.get(head..)?.chunks_exact(16).find_map(|entry| {
            let tag = u32::from_le_bytes(entry[..4].try_into().ok()?);
            let ticks = u64::from_le_bytes(entry[8..].try_into().ok()?);
            let seconds = i64::try_from(ticks / 10_000_000).ok()? - 11_644_473_600;
            (tag == wanted).then(|| DateTime::from_timestamp(seconds, 0)).flatten()
        })
    };
    TIMES.into_iter().find_map(of).map(|moment| moment.date_naive())
}
