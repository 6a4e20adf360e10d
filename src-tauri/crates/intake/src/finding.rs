//! What is found in a file, by code and place.

use domain::ids::StudentNumber;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($(#[$head:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$head])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every one, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

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
        /// Office of before 2007.
        OldFormat = "old_format",
        /// An archive that is no eJournal archive.
        NoJournalArchive = "no_journal_archive",
        /// Parts whose path leads outside the file; the value names them.
        OddPath = "odd_path",
        /// Nested deeper than any real file.
        TooDeep = "too_deep",
        /// A PDF that cannot be read.
        PdfUnreadable = "pdf_unreadable",
        /// More pages than are read; the value says how many were.
        TooManyPages = "too_many_pages",
        /// A scan or a picture: kept, without text.
        NoText = "no_text",
        /// Letters of which a PDF does not say which they are; the value says how many.
        LettersUnknown = "letters_unknown",
        /// A file inside that could not be read; the value names it.
        AttachmentLeftOut = "attachment_left_out",
        /// A file inside that is too large; the value names it and says how large.
        AttachmentTooLarge = "attachment_too_large",
        /// A file inside; the value names it.
        AttachmentKept = "attachment_kept",
        /// Reading took more time or memory than is given.
        ReaderStopped = "reader_stopped",
        /// A sheet that holds no table; the value names it.
        SheetLeftOut = "sheet_left_out",
        /// A row that names no student and says nothing.
        RowWithoutStudent = "row_without_student",
        /// A row that says the student was not there.
        Absent = "absent",
        /// Matched by name; the value says with whom.
        MatchedByName = "matched_by_name",
        /// Source that was not said; the value is the source assumed.
        SourceAssumed = "source_assumed",
        /// Date that was not found; the value is the date assumed.
        DateAssumed = "date_assumed",
        /// A document type or entities inside.
        DtdRefused = "dtd_refused",
        /// A workbook with macros, where none belong.
        Macros = "macros",
        /// A template in which a column is not beyond doubt; the value says which.
        TemplateUnclear = "template_unclear",
        /// A file of grades without a column that is needed, or with several; the value names it.
        GradeColumnMissing = "grade_column_missing",
        /// Letters that the encoding of a file does not have.
        LettersUnwritable = "letters_unwritable",
        /// Text of two bytes to a letter, or no text.
        WideText = "wide_text",
        /// A NUL character.
        NulCharacter = "nul_character",
        /// A quote that is opened and never closed.
        QuoteNotClosed = "quote_not_closed",
        /// A cell far outside the table; the value names it.
        FarCell = "far_cell",
        /// A table that is neither a student list nor a form.
        TableNotRecognised = "table_not_recognised",
        /// A table from which nothing would be taken.
        NothingToTake = "nothing_to_take",
        /// Which source speaks is not said.
        SourceMissing = "source_missing",
        /// A source that is not in the framework; the value is what stands there.
        SourceUnknown = "source_unknown",
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
        /// It is in, and its quadrant is not said.
        QuadrantMissing = "quadrant_missing",
    }
}

/// How bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// To know.
    Warning,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// That a file is refused for this reason.
    pub fn of(code: FindingCode) -> Self {
        Self::error(code)
    }

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The sheet, if any.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u32,
    /// Why.
    pub reason: PendingReason,
    /// Students it may be about.
    pub candidates: Vec<StudentNumber>,
    /// What a person needs to see to settle it: the name as typed, the level word.
    pub value: String,
}
