//! What a file is, by its bytes first and its name second.

use crate::SourceFile;
use crate::readers;

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// *Studentenlijst*.
    Students,
    /// Microsoft Forms workbook, or another table with a level per criterion.
    Forms,
    /// A table with notes on students.
    Notes,
    /// Cohort JSON.
    Cohort,
    /// A table of another shape.
    Table,
    /// Word, OpenDocument or rich text.
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
    /// A workbook in which results are filled; never evidence.
    Template,
    /// None of these.
    Unknown,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Students,
        Self::Forms,
        Self::Notes,
        Self::Cohort,
        Self::Table,
        Self::Document,
        Self::Pdf,
        Self::Mail,
        Self::Archive,
        Self::Text,
        Self::Picture,
        Self::Template,
        Self::Unknown,
    ];

    /// Stable code, as `import --as` takes it and `import --json` gives it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::Forms => "forms",
            Self::Notes => "notes",
            Self::Cohort => "cohort",
            Self::Table => "table",
            Self::Document => "document",
            Self::Pdf => "pdf",
            Self::Mail => "mail",
            Self::Archive => "archive",
            Self::Text => "text",
            Self::Picture => "picture",
            Self::Template => "template",
            Self::Unknown => "unknown",
        }
    }

    /// The kind with this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code && *kind != Self::Unknown)
    }
}

/// How the bytes of a file are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Delimited,
    Workbook,
    OpenSheet,
    Word,
    OpenText,
    RichText,
    Pdf,
    Mail,
    Outlook,
    Html,
    Plain,
    Archive,
    Json,
    Picture(&'static str),
    /// Something else than its name says.
    Misnamed(&'static str),
    /// Office with a password.
    Protected,
    /// Office of before 2007.
    OldOffice,
    Unknown,
}

impl Format {
    /// What a file of this format is taken for, as long as nothing more is known.
    pub fn kind(self) -> Kind {
        match self {
            Self::Delimited | Self::Workbook | Self::OpenSheet => Kind::Table,
            Self::Word | Self::OpenText | Self::RichText | Self::Protected | Self::OldOffice => Kind::Document,
            Self::Pdf => Kind::Pdf,
            Self::Mail | Self::Outlook => Kind::Mail,
            Self::Html | Self::Plain => Kind::Text,
            Self::Archive => Kind::Archive,
            Self::Json => Kind::Cohort,
            Self::Picture(_) | Self::Misnamed(_) => Kind::Picture,
            Self::Unknown => Kind::Unknown,
        }
    }
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// Tells how a file is to be read.
pub(crate) fn format_of(file: &SourceFile<'_>) -> Format {
    let name = file.name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let bytes = file.bytes;
    let start = bytes.trim_ascii_start();
    if let Some(picture) = picture_of(bytes) {
        let as_picture = ends(&[".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".heic"]);
        return if as_picture || !name.contains('.') { Format::Picture(picture) } else { Format::Misnamed(picture) };
    }
    if bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(5).any(|part| part == b"%PDF-")) {
        return Format::Pdf;
    }
    if bytes.starts_with(OLE) {
        return match readers::is_outlook(bytes) {
            true => Format::Outlook,
            false if ends(&[".docx", ".xlsx", ".xlsm", ".docm"]) => Format::Protected,
            false => Format::OldOffice,
        };
    }
    if bytes.starts_with(b"PK") {
        return package_of(bytes, &name);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Format::RichText;
    }
    let by_name = [
        (&[".csv", ".tsv", ".tab"][..], Format::Delimited),
        (&[".eml"][..], Format::Mail),
        (&[".json"][..], Format::Json),
        (&[".html", ".htm", ".xhtml"][..], Format::Html),
        (&[".txt", ".md", ".text"][..], Format::Plain),
        // A name without the bytes that belong to it: its reader says that it is broken.
        (&[".xlsx", ".xlsm"][..], Format::Workbook),
        (&[".ods"][..], Format::OpenSheet),
        (&[".docx", ".docm"][..], Format::Word),
        (&[".odt"][..], Format::OpenText),
        (&[".rtf"][..], Format::RichText),
        (&[".pdf"][..], Format::Pdf),
        (&[".msg"][..], Format::Outlook),
        (&[".zip"][..], Format::Archive),
        (&[".doc", ".xls"][..], Format::OldOffice),
    ];
    if let Some((_, format)) = by_name.iter().find(|(endings, _)| ends(endings)) {
        return *format;
    }
    if start.starts_with(b"{") {
        Format::Json
    } else if start.starts_with(b"<!") || start.starts_with(b"<html") || start.starts_with(b"<HTML") {
        Format::Html
    } else {
        Format::Unknown
    }
}

/// What a ZIP package is, by the parts that only its kind has.
fn package_of(bytes: &[u8], name: &str) -> Format {
    let names = readers::part_names(bytes);
    let has = |part: &str| names.iter().any(|name| name == part);
    let begins = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    if names.iter().any(|name| name.rsplit('/').next() == Some("information.json")) {
        Format::Archive
    } else if begins("word/") {
        Format::Word
    } else if begins("xl/") {
        Format::Workbook
    } else if has("content.xml") {
        if name.ends_with(".ods") || readers::mimetype(bytes).ends_with("spreadsheet") {
            Format::OpenSheet
        } else {
            Format::OpenText
        }
    } else if name.ends_with(".xlsx") || name.ends_with(".xlsm") {
        Format::Workbook
    } else if name.ends_with(".docx") {
        Format::Word
    } else if name.ends_with(".ods") {
        Format::OpenSheet
    } else if name.ends_with(".odt") {
        Format::OpenText
    } else {
        Format::Archive
    }
}

fn picture_of(bytes: &[u8]) -> Option<&'static str> {
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let heic = bytes.get(4..12).is_some_and(|part| part == b"ftypheic" || part == b"ftypmif1");
    Some(match bytes {
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [0x89, b'P', b'N', b'G', ..] => "PNG",
        [b'G', b'I', b'F', b'8', ..] => "GIF",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "TIFF",
        _ if webp => "WebP",
        _ if heic => "HEIC",
        _ => return None,
    })
}
