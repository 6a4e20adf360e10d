//! What a file is, by its bytes first and its name second.

use crate::SourceFile;
use crate::finding::{Finding, FindingCode};

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// *Studentenlijst*.
    Students,
    /// Microsoft Forms workbook, or another table with a level per criterion.
    Forms,
    /// Cohort JSON.
    Cohort,
    /// A table of another shape.
    Table,
    /// Word or OpenDocument text.
    Document,
    /// PDF.
    Pdf,
    /// Mail.
    Mail,
    /// eJournal data archive or another ZIP.
    Archive,
    /// Plain or marked-up text.
    Text,
    /// A picture.
    Picture,
    /// None of these.
    Unknown,
}

impl Kind {
    /// Stable code, as `import --as` takes it and `import --json` gives it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::Forms => "forms",
            Self::Cohort => "cohort",
            Self::Table => "table",
            Self::Document => "document",
            Self::Pdf => "pdf",
            Self::Mail => "mail",
            Self::Archive => "archive",
            Self::Text => "text",
            Self::Picture => "picture",
            Self::Unknown => "unknown",
        }
    }

    /// The kind with this code.
    pub fn parse(code: &str) -> Option<Self> {
        let all = [
            Self::Students,
            Self::Forms,
            Self::Cohort,
            Self::Table,
            Self::Document,
            Self::Pdf,
            Self::Mail,
            Self::Archive,
            Self::Text,
            Self::Picture,
        ];
        all.into_iter().find(|kind| kind.code() == code)
    }
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// Whether the bytes are a compound file: what Office makes of a workbook with a password.
pub(crate) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(OLE)
}

/// Tells what a file is.
pub(crate) fn recognise(file: &SourceFile<'_>) -> Kind {
    let name = file.name.to_lowercase();
    let ends = |ending: &str| name.ends_with(ending);
    let bytes = file.bytes;
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) || bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"GIF8") {
        Kind::Picture
    } else if bytes.starts_with(b"%PDF") || ends(".pdf") {
        Kind::Pdf
    } else if ends(".xlsx") || ends(".xlsm") || ends(".ods") || ends(".csv") || ends(".tsv") {
        Kind::Table
    } else if ends(".docx") || ends(".odt") || ends(".doc") || ends(".rtf") {
        Kind::Document
    } else if bytes.starts_with(b"PK") {
        Kind::Archive
    } else if ends(".eml") || ends(".msg") {
        Kind::Mail
    } else if ends(".json") || bytes.trim_ascii_start().starts_with(b"{") {
        Kind::Cohort
    } else if ends(".txt") || ends(".html") || ends(".htm") {
        Kind::Text
    } else {
        Kind::Unknown
    }
}

/// The finding for a file that is recognised and not read.
pub(crate) fn not_read(file: &SourceFile<'_>, kind: Kind) -> Finding {
    let name = file.name.to_lowercase();
    match kind {
        Kind::Picture if name.ends_with(".docx") || name.ends_with(".xlsx") || name.ends_with(".pdf") => {
            Finding::error(FindingCode::OtherThanNamed).value(picture(file.bytes))
        }
        Kind::Archive => Finding::error(FindingCode::NoJournalArchive),
        _ if is_compound(file.bytes) && name.ends_with('x') => Finding::error(FindingCode::PasswordProtected),
        other => Finding::error(FindingCode::KindNotRead).value(other.code()),
    }
}

fn picture(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xD8, ..] => "JPEG",
        [0x89, b'P', ..] => "PNG",
        _ => "GIF",
    }
}
