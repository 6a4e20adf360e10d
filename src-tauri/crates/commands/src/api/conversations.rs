//! *Gesprekken* and the standing on the other leeruitkomsten, as the window shows and writes them.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Which of the four conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum ConversationKindCode {
    /// *Kennismaking*.
    Kennismaking,
    /// *Startgesprek*.
    Startgesprek,
    /// *Tussenevaluatie*.
    Tussenevaluatie,
    /// *Eindevaluatie*.
    Eindevaluatie,
}

/// One conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConversationView {
    /// Key.
    pub id: String,
    /// Which of the four.
    pub kind: ConversationKindCode,
    /// ISO date.
    pub date: String,
    /// Whether it is still to come.
    pub planned: bool,
    /// Who took part.
    pub participants: Vec<String>,
    /// *Leervragen*.
    pub questions: Vec<String>,
    /// Notes; may be empty.
    pub notes: String,
    /// *Leervragen* of the latest conversation before it, which may be carried over.
    pub before: Vec<String>,
}

/// A conversation to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewConversation {
    /// Key of the one to change; null makes a new one.
    pub id: Option<String>,
    /// Which of the four.
    pub kind: ConversationKindCode,
    /// ISO date, inside the academic year.
    pub date: String,
    /// Who took part; blank names are left out.
    pub participants: Vec<String>,
    /// *Leervragen*; blank ones are left out.
    pub questions: Vec<String>,
    /// Notes.
    pub notes: String,
}

/// Why a text cannot be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum TextStandsCode {
    /// It was read from a file that is kept.
    FromFile,
    /// Passages of it are marked.
    Marked,
}

/// The file a data point was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OriginalView {
    /// SHA-256, hexadecimal.
    pub hash: String,
    /// When it came in, RFC 3339.
    pub imported_at: String,
    /// Who brought it in; may be empty.
    pub by: String,
}

/// A kept original with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalFile {
    /// Its name, without any folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Who established a data point, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EstablishedView {
    /// Who.
    pub by: String,
    /// ISO date.
    pub on: String,
}
