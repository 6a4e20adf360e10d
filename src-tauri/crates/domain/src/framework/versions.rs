//! Versions of a framework: every one that was in force is kept with who took it into use, when and why.
//!
//! Promises: the last of the list is the one in force; a version never changes after it was put in the list.

use super::WeightFramework;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a version came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionOrigin {
    /// The workspace began with it, or had it when versions were first kept.
    Founded,
    /// A cohort document brought it: the name of the file.
    Imported(String),
    /// A person changed it, with the reason.
    Edited(String),
}

/// A framework that is or was in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkVersion {
    /// Place in the list, from 1.
    pub number: u32,
    /// Since when.
    pub on: NaiveDate,
    /// Who took it into use; empty when nobody is known.
    pub by: String,
    /// How it came about.
    pub origin: VersionOrigin,
    /// The framework itself.
    pub framework: WeightFramework,
}
