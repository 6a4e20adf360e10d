//! What is found in a file, by code and place.

use domain::ids::StudentNumber;

macro_rules! codes {
    ($(#[$head:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$head])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }
    };
}

codes! {
    /// What is found.
    FindingCode {
        /// Nothing in it.
        FileEmpty = "file_empty",
        /// Larger than is read.
        TooLarge = "too_large",
        /// Unpacked it would be too large; the value says how large.
        UnpackedTooLarge = "unpacked_too_large",
        /// Cut off or broken.
        FileBroken = "file_broken",
        /// Protected with a password.
        PasswordProtected = "password_protected",
        /// Something else than its name says; the value says what.
        OtherThanNamed = "other_than_named",
        /// A kind that is not read here; the value says which.
        KindNotRead = "kind_not_read",
        /// An archive that is no eJournal archive.
        NoJournalArchive = "no_journal_archive",
        /// A document type or entities inside.
        DtdRefused = "dtd_refused",
        /// A NUL character.
        NulCharacter = "nul_character",
        /// A quote that is opened and never closed.
        QuoteNotClosed = "quote_not_closed",
        /// A cell far outside the table; the value names it.
        FarCell = "far_cell",
        /// A table that is neither a student list nor a form.
        TableNotRecognised = "table_not_recognised",
        /// A column that is needed; the value names it.
        ColumnMissing = "column_missing",
        /// A cell that is needed is empty.
        CellMissing = "cell_missing",
        /// No student number.
        InvalidNumber = "invalid_number",
        /// The same student twice in one list.
        StudentTwice = "student_twice",
        /// Looks like a formula; taken over as text.
        LooksLikeFormula = "looks_like_formula",
        /// No date that can be read.
        InvalidDate = "invalid_date",
        /// A date outside the academic year.
        DateOutsideYear = "date_outside_year",
        /// A mapping that names what the framework or the table lacks; the value says what.
        MappingDoesNotFit = "mapping_does_not_fit",
        /// The author is not known.
        AuthorUnknown = "author_unknown",
        /// JSON that does not fit; the value says where and what.
        JsonInvalid = "json_invalid",
        /// A version that is not known.
        VersionUnknown = "version_unknown",
        /// The same key twice; the value names it.
        KeyTwice = "key_twice",
    }
}

codes! {
    /// Why a row waits.
    PendingReason {
        /// The number is nobody's; the name may tell.
        UnknownNumber = "unknown_number",
        /// There is no number, and the name is of nobody or of several.
        AmbiguousStudent = "ambiguous_student",
        /// The same author on the same student twice: the first is in.
        LikelyDouble = "likely_double",
        /// A level word without a meaning.
        UnmappedLevel = "unmapped_level",
    }
}

/// How bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// To know.
    Warning,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// How bad.
    pub severity: Severity,
    /// The sheet, if any.
    pub sheet: Option<String>,
    /// The row, from 1, if any.
    pub row: Option<u32>,
    /// The column by its heading, if any.
    pub column: Option<String>,
    /// What the sentence needs; may be empty.
    pub value: String,
}

impl Finding {
    pub(crate) fn error(code: FindingCode) -> Self {
        Self { code, severity: Severity::Error, sheet: None, row: None, column: None, value: String::new() }
    }

    pub(crate) fn warning(code: FindingCode) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code) }
    }

    pub(crate) fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    pub(crate) fn at(self, sheet: Option<&str>, row: u32, column: &str) -> Self {
        let column = (!column.is_empty()).then(|| column.to_owned());
        Self { sheet: sheet.map(str::to_owned), row: Some(row), column, ..self }
    }
}

/// A row that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The row, from 1.
    pub row: u32,
    /// Why.
    pub reason: PendingReason,
    /// Students it may be about.
    pub candidates: Vec<StudentNumber>,
}
