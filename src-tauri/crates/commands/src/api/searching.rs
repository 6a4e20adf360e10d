//! *Zoeken*: students and passages of evidence.

use super::dossier::SpanView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SearchAsk {
    /// Words, all of which must occur; part of a word will do.
    pub query: String,
    /// At most so many students.
    pub students: u32,
    /// At most so many passages; none to look for students alone.
    pub evidence: u32,
}

/// What was found, the best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SearchReply {
    /// Students, by name, number, school or subject.
    pub students: Vec<StudentFound>,
    /// Students found that are not listed.
    pub more_students: u32,
    /// Texts with a passage.
    pub evidence: Vec<EvidenceFound>,
    /// Texts found that are not listed.
    pub more_evidence: u32,
    /// How far the evidence was read; null when all of it is. Ask again to go on.
    pub reading: Option<SearchReading>,
}

/// How far the evidence was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SearchReading {
    /// Students of whom it was.
    pub done: u32,
    /// Students in all.
    pub of: u32,
}

/// A student found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StudentFound {
    /// *Studentnummer*.
    pub number: String,
    /// Name, with what was looked for marked.
    pub name: Vec<TextPiece>,
    /// Number, school and subject, likewise; none that is empty.
    pub about: Vec<Vec<TextPiece>>,
}

/// Where something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SaidIn {
    /// The text of a data point.
    Datapoint,
    /// A *uitspraak* of the student.
    Statement,
    /// The *leervragen* of a conversation.
    Conversation,
}

/// A text found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceFound {
    /// Number of the student.
    pub number: String,
    /// Name of the student.
    pub name: String,
    /// Where it was said.
    pub said_in: SaidIn,
    /// Key of the data point or the conversation; of a statement which of its versions.
    pub id: String,
    /// Key of the source; empty but for a data point.
    pub source: String,
    /// Author, marked; empty when unknown.
    pub author: Vec<TextPiece>,
    /// ISO date.
    pub date: String,
    /// The passage, marked.
    pub passage: Vec<TextPiece>,
    /// Whether text stands before the passage, and after it.
    pub cut: (bool, bool),
    /// What to select when it is opened; null when only the author was found.
    pub excerpt: Option<SpanView>,
}

/// Part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TextPiece {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}
