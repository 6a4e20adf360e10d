//! One reader for each format, and which one a file gets.
//!
//! Promises: the bytes decide before the name does. Deliberately absent: what a text or a table means.

mod columns;
mod delimited;
mod ejournal;
mod mail;
mod markup;
mod opendocument;
mod opensheet;
mod outlook;
mod package;
mod pdf;
mod plain;
mod prose;
mod richtext;
mod sheet;
mod template;
mod word;
mod workbook;
mod xml;

use crate::SourceFile;
use crate::finding::{Finding, FindingCode};
use crate::kind::{Format, Kind, format_of};
use crate::raw::{Document, Raw};

/// Reads a file, or says why not.
pub(crate) fn read(file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding> {
    let format = match (format_of(file), kind) {
        (Format::Workbook, Some(Kind::Template)) => return template::read(file.bytes),
        (Format::Protected | Format::OldOffice, _) => format_of(file),
        (_, Some(Kind::Template)) => return Err(template::unclear()),
        (Format::Plain, Some(Kind::Students | Kind::Forms | Kind::Notes | Kind::Table)) => Format::Delimited,
        (format, _) => format,
    };
    of_format(format, file, 0)
}

/// Reads a file that was found inside another.
fn inside(name: &str, bytes: &[u8], depth: u8) -> Result<Raw, Finding> {
    let file = SourceFile { name, bytes };
    of_format(format_of(&file), &file, depth)
}

fn of_format(format: Format, file: &SourceFile<'_>, depth: u8) -> Result<Raw, Finding> {
    let bytes = file.bytes;
    let text = |text: String| Raw::Document(Box::new(Document { text, ..Document::default() }));
    let document = |document: Document| Raw::Document(Box::new(document));
    match format {
        Format::Delimited => delimited::read(bytes).map(|table| Raw::Tables(vec![table])),
        Format::Workbook => workbook::read(bytes).map(Raw::Tables),
        Format::OpenSheet => opensheet::read(bytes).map(Raw::Tables),
        Format::Word => word::read(bytes).map(document),
        Format::OpenText => opendocument::read(bytes).map(document),
        Format::RichText => richtext::text_of(bytes).map(text),
        Format::Pdf => pdf::read(bytes).map(document),
        Format::Mail => mail::read(bytes, depth).map(document),
        Format::Outlook => outlook::read(bytes, depth).map(document),
        Format::Html => Ok(text(markup::text_of(&plain::decode(bytes)))),
        Format::Plain => match bytes.contains(&0) && !plain::is_wide(bytes) {
            true => Err(Finding::error(FindingCode::NulCharacter)),
            false => Ok(text(prose::tidy(&plain::decode(bytes)))),
        },
        Format::Archive => ejournal::read(bytes).map(Raw::Journal),
        Format::Picture(_) => Ok(document(Document::default())),
        Format::Misnamed(what) => Err(Finding::error(FindingCode::OtherThanNamed).value(what)),
        Format::Protected => Err(Finding::error(FindingCode::PasswordProtected)),
        Format::OldOffice => Err(Finding::error(FindingCode::OldFormat)),
        Format::Json | Format::Unknown => Err(Finding::error(FindingCode::KindNotRead)),
    }
}

/// Whether a compound file is a mail of Outlook.
pub(crate) fn is_outlook(bytes: &[u8]) -> bool {
    outlook::is_mail(bytes)
}

/// Names of the parts of a package; none when it is broken.
pub(crate) fn part_names(bytes: &[u8]) -> Vec<String> {
    package::Package::open(bytes).map(|package| package.names()).unwrap_or_default()
}

/// What a package of OpenDocument says it is.
pub(crate) fn mimetype(bytes: &[u8]) -> String {
    let part = package::Package::open(bytes).and_then(|mut package| package.part("mimetype", 1024));
    part.ok().flatten().map(|bytes| plain::decode(&bytes).trim().to_owned()).unwrap_or_default()
}
