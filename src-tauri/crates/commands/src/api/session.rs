//! *Openen*: which workspace is open, and who is at the desk.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What the window shows first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum Session {
    /// Nothing is open.
    #[serde(rename_all = "camelCase")]
    Closed {
        /// Workspaces opened before, latest first.
        recent: Vec<RecentWorkspace>,
        /// The workspace that was asked for or locked last: its path.
        suggested: Option<String>,
    },
    /// A workspace is open.
    Open(Box<OpenWorkspace>),
}

/// A workspace opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RecentWorkspace {
    /// Where it is.
    pub path: String,
    /// File name without its extension.
    pub name: String,
    /// Whether the file is there now.
    pub present: bool,
}

/// The workspace at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenWorkspace {
    /// Where it is.
    pub path: String,
    /// *Partnerschap*.
    pub partnership: String,
    /// *Studiejaar*, `2024-2025`.
    pub year: String,
    /// Who is at the desk: name of the examiner; empty when none is set.
    pub examiner: String,
    /// The framework: what every room needs to draw.
    pub framework: FrameworkView,
    /// Act that would be undone next, as a code with its subject.
    pub undo: Option<ActName>,
    /// Act that would be redone next.
    pub redo: Option<ActName>,
}

/// The name of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ActName {
    /// Stable code, e.g. `indication.add`.
    pub code: String,
    /// What it was about: a student number or key; may be empty.
    pub subject: String,
    /// The student's name when it was about a student; else empty.
    pub student: String,
    /// Which part of it, where the act says so: a criterion, `K3:drama:werkplek`; else empty.
    pub place: String,
}

/// Framework and weights, for drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FrameworkView {
    /// Name.
    pub name: String,
    /// Version.
    pub version: String,
    /// Names of the levels, lowest first.
    pub levels: Vec<String>,
    /// Norm line as a part of the scale's width, 0 to 1, in thousandths.
    pub norm_permille: u32,
    /// Sources, in order.
    pub sources: Vec<SourceView>,
    /// Criteria, in order.
    pub criteria: Vec<CriterionInfo>,
    /// Outcomes a judgement may have.
    pub outcomes: Vec<String>,
    /// Why the partnership chose these weights.
    pub weights_reason: String,
    /// Since when the weights are frozen, ISO date.
    pub frozen: Option<String>,
    /// Whether period 4 has begun while they are not: they are to be frozen before it (rule R4).
    pub freeze_due: bool,
}

/// One source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    /// Key.
    pub id: String,
    /// Dutch name.
    pub label: String,
    /// Agreed weight, per cent.
    pub weight: u8,
    /// Least weight allowed.
    pub min: u8,
    /// Greatest weight allowed.
    pub max: u8,
    /// Absent by design.
    pub unused: bool,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CriterionInfo {
    /// Key.
    pub id: String,
    /// `kan`, `wil` or `onderbouwing`.
    pub domain: String,
    /// Full name.
    pub label: String,
    /// Short name, for where there is little room.
    pub short: String,
    /// Norm.
    pub norm: String,
    /// Keys of the sources that may weigh on it.
    pub sources: Vec<String>,
}

/// A workspace to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewWorkspaceRequest {
    /// Where the file goes.
    pub path: String,
    /// *Partnerschap*.
    pub partnership: String,
    /// *Studiejaar*, `2024-2025`.
    pub year: String,
    /// Name of the examiner, who gets a mandate for the year; may be empty.
    pub examiner: String,
    /// Passphrase.
    pub passphrase: String,
}

/// A workspace just made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewWorkspaceReply {
    /// The open workspace.
    pub workspace: OpenWorkspace,
    /// The recovery key: shown this once.
    pub recovery_key: String,
}
