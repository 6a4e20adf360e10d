//! What the window asks to be written in *Bronnen*: data points and marks.

use super::dossier::SpanView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A data point typed or pasted in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewDataPoint {
    /// Key of the source.
    pub source: String,
    /// Author; may be empty.
    pub author: String,
    /// Role.
    pub role: String,
    /// ISO date.
    pub date: String,
    /// Quadrant key, or empty.
    pub quadrant: String,
    /// Moment key.
    pub moment: String,
    /// Whether it is established.
    pub established: bool,
    /// Text.
    pub text: String,
}

/// A passage to mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewIndication {
    /// Key of the data point.
    pub datapoint: String,
    /// Key of the criterion.
    pub criterion: String,
    /// Level; null is *niet waargenomen*.
    pub level: Option<u8>,
    /// Passage, or null for the whole data point.
    pub excerpt: Option<SpanView>,
}
