//! The words about forms in a folder: its index, and the mark in the name of one without signatures.

use super::Tongue;
use crate::api::FormLanguage;

/// What the name of a form with empty fields says, so that nobody takes it for signed.
pub(crate) fn unsigned_mark(language: FormLanguage) -> &'static str {
    match language {
        FormLanguage::Nl => "_niet-ondertekend",
        FormLanguage::En => "_unsigned",
    }
}

/// What the index of a folder says in one language.
pub(crate) struct IndexWords {
    /// Name of the sheet.
    pub sheet: &'static str,
    /// Headings.
    pub headings: [&'static str; 13],
    /// Replaced or in force.
    pub replaced: [&'static str; 2],
}

impl IndexWords {
    /// Those of a language.
    pub fn of(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Dutch => Self {
                sheet: "Formulieren",
                headings: [
                    "Studentnummer",
                    "Naam",
                    "Gelegenheid",
                    "Herziening",
                    "Uitkomst",
                    "Vastgesteld op",
                    "Vervangen",
                    "Bestand",
                    "Ondertekend door",
                    "Tweede handtekening",
                    "Niveau",
                    "SHA-256 van het bestand",
                    "Hash van het oordeel",
                ],
                replaced: ["vervangen", "geldend"],
            },
            Tongue::English => Self {
                sheet: "Forms",
                headings: [
                    "Student number",
                    "Name",
                    "Attempt",
                    "Revision",
                    "Outcome",
                    "Established on",
                    "Replaced",
                    "File",
                    "Signed by",
                    "Second signature",
                    "Level",
                    "SHA-256 of the file",
                    "Hash of the judgement",
                ],
                replaced: ["replaced", "in force"],
            },
        }
    }
}
