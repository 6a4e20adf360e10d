//! *Mandaat*: who may prepare or decide, from when to when (rule R11, WHW art. 7.12c).
//!
//! Promises: only a mandate to decide that covers the date lets anyone establish.

use crate::text::FilledText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// In which capacity a mandate lets somebody act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Capacity {
    /// *Examinator*: establishes.
    Examiner,
    /// *Gedelegeerde met beslismandaat*: establishes on behalf of the examiner.
    Decide,
    /// *Gedelegeerde die voorbereidt*: proposes; the examiner establishes.
    Prepare,
}

/// *Mandaat* of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Who holds it.
    pub holder: FilledText,
    /// In which capacity.
    pub capacity: Capacity,
    /// Granted by whom (examencommissie, examiner).
    pub granted_by: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

impl Mandate {
    /// Whether the holder may establish a judgement on `date`.
    pub fn may_establish(&self, date: NaiveDate) -> bool {
        let decides = match self.capacity {
            Capacity::Examiner | Capacity::Decide => true,
            Capacity::Prepare => false,
        };
        decides && (self.from..=self.until).contains(&date)
    }
}
