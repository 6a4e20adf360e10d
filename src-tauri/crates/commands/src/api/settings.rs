//! *Instellingen*: who may do what, the calendar of the year, the certificate, copies.

use super::desk::DeadlinesView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What *Instellingen* shows of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SettingsReply {
    /// Who is at the desk; empty when nobody holds a mandate.
    pub seated: String,
    /// What that person may do today.
    pub standing: Standing,
    /// Everybody with a mandate, by name, once.
    pub holders: Vec<String>,
    /// *Mandaten*, by holder.
    pub mandates: Vec<MandateView>,
    /// Where the periods of the year begin.
    pub calendar: CalendarView,
    /// The own certificate, once there is one.
    pub certificate: Option<CertificateView>,
    /// Today, ISO date.
    pub today: String,
}

/// What a person may do today (rule R11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "standing", rename_all = "camelCase")]
pub enum Standing {
    /// Establishes judgements, up to and including this day.
    Establishes {
        /// ISO date.
        until: String,
    },
    /// Prepares; an examiner establishes.
    Prepares {
        /// ISO date.
        until: String,
    },
    /// The mandate begins later.
    Later {
        /// ISO date.
        from: String,
    },
    /// The mandate has ended.
    Ended {
        /// ISO date.
        until: String,
    },
    /// Nobody with a mandate is at the desk.
    Nobody,
}

/// In which capacity a mandate lets somebody act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum CapacityCode {
    /// *Examinator*.
    Examiner,
    /// *Gedelegeerde met beslismandaat*.
    Decide,
    /// *Gedelegeerde die voorbereidt*.
    Prepare,
}

/// *Mandaat*: one for each holder and capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MandateView {
    /// Who holds it.
    pub holder: String,
    /// In which capacity.
    pub capacity: CapacityCode,
    /// Granted by whom.
    pub granted_by: String,
    /// First day, ISO date.
    pub from: String,
    /// Last day, ISO date.
    pub until: String,
}

/// Where the periods of the academic year begin and when the work is due, ISO dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarView {
    /// First day of the partnership's programme, in period 1.
    pub programme: String,
    /// First day of period 2.
    pub second: String,
    /// First day of period 3.
    pub third: String,
    /// First day of period 4.
    pub fourth: String,
    /// When the work is due.
    #[serde(flatten)]
    pub due: DeadlinesView,
}

/// The own signing certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// Whose.
    pub name: String,
    /// SHA-256 of the certificate, 64 hexadecimal digits.
    pub fingerprint: String,
    /// Last day it is valid, ISO date.
    pub until: String,
}

/// How strong a passphrase is against guessing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Refused: protects nothing.
    Refused,
    /// Accepted, yet soon guessed.
    Weak,
    /// Enough.
    Fair,
    /// Not guessed in a lifetime.
    Strong,
}
