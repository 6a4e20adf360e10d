//! What a reader makes of a file before anything is known of students: tables, one text, or a journal.
//!
//! Promises: values only, that travel from the reading process to the one that decides. Deliberately absent: meaning.

use crate::finding::Finding;
use crate::table::Table;
use crate::template::Template;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Raw {
    /// Sheets of a workbook, or one table of delimited text.
    Tables(Vec<Table>),
    /// One text with what is known of it.
    Document(Box<Document>),
    /// eJournal data archive.
    Journal(Journal),
    /// A workbook in which results are filled.
    Template(Box<Template>),
}

/// A text: reflection, mail, note.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The text, paragraphs on lines of their own; empty for a picture or a scan.
    pub text: String,
    /// Headers and footers of pages: they tell whose it is, and are not part of the text.
    pub margins: String,
    /// Subject or title.
    pub subject: String,
    /// Who wrote or sent it.
    pub from: Person,
    /// When it was sent, or last saved.
    pub date: Option<NaiveDate>,
    /// Files inside.
    pub attachments: Vec<Attachment>,
    /// What the reader came across.
    pub findings: Vec<Finding>,
}

/// Somebody as a file names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name; empty when unknown.
    pub name: String,
    /// Mail address; empty when unknown.
    pub mail: String,
}

/// A file inside a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its text, where it has any.
    pub text: Option<String>,
}

/// The archive of one student.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// User name: `s` and the student number.
    pub user: String,
    /// The student.
    pub owner: Person,
    /// Entries of all assignments.
    pub entries: Vec<JournalEntry>,
    /// What the reader came across.
    pub findings: Vec<Finding>,
}

/// An entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalEntry {
    /// Its number in the system it came from.
    pub id: String,
    /// The assignment it was written for.
    pub assignment: String,
    /// Its title.
    pub title: String,
    /// When it was made.
    pub date: Option<NaiveDate>,
    /// Who wrote it.
    pub author: String,
    /// What it says.
    pub text: String,
    /// What others said of it.
    pub comments: Vec<JournalComment>,
}

/// What somebody said of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalComment {
    /// Its number in the system it came from.
    pub id: String,
    /// Who.
    pub author: String,
    /// When.
    pub date: Option<NaiveDate>,
    /// What.
    pub text: String,
}
