//! *Formulieren*: what is signed and where it went.

use serde::{Deserialize, Serialize};
use specta::Type;

/// One established judgement with its form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormRow {
    /// *Studentnummer*.
    pub number: String,
    /// Name.
    pub name: String,
    /// *Gelegenheid*.
    pub attempt: u8,
    /// Revision within the attempt, from 1.
    pub revision: u32,
    /// Outcome.
    pub outcome: String,
    /// ISO date of establishing.
    pub established_on: String,
    /// Hash of the judgement.
    pub hash: String,
    /// Whether a revision replaced it.
    pub replaced: bool,
    /// State of the form.
    pub form: super::judging::FormState,
    /// `B-B`, `B-T` or `B-LT`: that of its weakest signature; empty while it is not signed.
    pub level: String,
    /// Name of the second signer, once there is one.
    pub second: Option<String>,
}

/// A form as bytes: the real PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormPdf {
    /// Base64 of the file.
    pub base64: String,
    /// Pages.
    pub pages: u32,
    /// Name of its file; empty while it is not signed.
    pub file_name: String,
    /// What checking it says now; null as long as it is not signed.
    pub verdict: Option<super::Verdict>,
    /// Whether the file that was written is still there.
    pub copy: CopyState,
}

/// The file that was written when a form was signed, beside the one kept in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CopyState {
    /// There never was one.
    None,
    /// It is the signed form.
    Same,
    /// Something else stands there now.
    Differs,
    /// It is not where it was written.
    Gone,
}
