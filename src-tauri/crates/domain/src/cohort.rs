//! The cohort document: how evidence travels between programs, and how a form carries it along.
//!
//! Promises: unknown keys are refused by name; writing and reading again gives the same dossiers. The format is public
//! (`weegschaal schema`) and versioned; what it lacks (mail addresses, provenance) does not leave the workspace by it.

use crate::dossier::Dossier;
use crate::evidence::{DataPoint, Indication, Moment, Observation, Provenance, Quadrant};
use crate::framework::WeightFramework;
use crate::ids::{CriterionId, DataPointId, SourceId, StudentNumber};
use crate::student::{Placement, Standing, Statement, Student};
use crate::text::{FilledText, Span};
use crate::year::{AcademicYear, Period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Value of `format`.
pub const FORMAT: &str = "weegschaal-cohort";
/// Value of `version`.
pub const VERSION: u32 = 1;

/// The document itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CohortDocument {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// *Partnerschap*.
    pub partnership: String,
    /// *Studiejaar*.
    pub year: AcademicYear,
    /// Framework; the workspace's own where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub framework: Option<WeightFramework>,
    /// Weights in per cents; the workspace's own where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<BTreeMap<SourceId, u8>>,
    /// Sources the partnership does without.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unused_sources: BTreeSet<SourceId>,
    /// The students.
    pub students: Vec<CohortStudent>,
}

/// A student of a cohort document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CohortStudent {
    /// *Studentnummer*.
    pub number: StudentNumber,
    /// Full name.
    pub name: FilledText,
    /// *Opleiding*.
    #[serde(default)]
    pub programme: String,
    /// *Vak*.
    #[serde(default)]
    pub subject: String,
    /// *Plaatsing*.
    #[serde(default)]
    pub placement: Placement,
    /// Standing on the other learning outcomes.
    #[serde(default)]
    pub outcomes: Vec<Standing>,
    /// Statements, all versions.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// Data points.
    #[serde(default)]
    pub datapoints: Vec<CohortDataPoint>,
}

/// A data point of a cohort document; its id is unique within its student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CohortDataPoint {
    /// Key within the student.
    pub id: DataPointId,
    /// Source.
    pub source: SourceId,
    /// Author; empty when unknown.
    #[serde(default)]
    pub author: Option<String>,
    /// Role, a Dutch word.
    #[serde(default)]
    pub role: String,
    /// Date.
    pub date: NaiveDate,
    /// Period, 1 to 4.
    pub period: Period,
    /// Quadrant.
    #[serde(default)]
    pub quadrant: Option<Quadrant>,
    /// Moment.
    pub moment: Moment,
    /// Established or not.
    pub established: bool,
    /// Text.
    #[serde(default)]
    pub text: String,
    /// Indications.
    #[serde(default)]
    pub indications: Vec<CohortIndication>,
}

/// An indication of a cohort document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CohortIndication {
    /// Criterion.
    pub criterion: CriterionId,
    /// Level; null means *niet waargenomen*.
    pub level: Option<u8>,
    /// Passage; absent when the whole data point is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Span>,
}

impl From<Indication> for CohortIndication {
    fn from(indication: Indication) -> Self {
        let level = match indication.observation {
            Observation::NotObserved => None,
            Observation::Level(level) => Some(level),
        };
        Self { criterion: indication.criterion, level, excerpt: indication.excerpt }
    }
}

impl From<CohortIndication> for Indication {
    fn from(indication: CohortIndication) -> Self {
        let observation = indication.level.map_or(Observation::NotObserved, Observation::Level);
        Self { criterion: indication.criterion, observation, excerpt: indication.excerpt }
    }
}

impl From<DataPoint> for CohortDataPoint {
    fn from(point: DataPoint) -> Self {
        Self {
            id: point.id,
            source: point.source,
            author: point.author.map(String::from),
            role: point.role,
            date: point.date,
            period: point.period,
            quadrant: point.quadrant,
            moment: point.moment,
            established: point.established,
            text: point.text,
            indications: point.indications.into_iter().map(Into::into).collect(),
        }
    }
}

impl CohortDataPoint {
    /// The data point with where it came from; a blank author is unknown.
    pub fn into_datapoint(self, provenance: Provenance) -> DataPoint {
        DataPoint {
            id: self.id,
            source: self.source,
            author: self.author.and_then(|author| FilledText::new(&author).ok()),
            role: self.role,
            date: self.date,
            period: self.period,
            quadrant: self.quadrant,
            moment: self.moment,
            established: self.established,
            established_by: None,
            text: self.text,
            indications: self.indications.into_iter().map(Into::into).collect(),
            provenance,
        }
    }
}

impl From<Dossier> for CohortStudent {
    fn from(dossier: Dossier) -> Self {
        let Student { number, name, programme, subject, placement, standings, .. } = dossier.student;
        Self {
            number,
            name,
            programme,
            subject,
            placement,
            outcomes: standings,
            statements: dossier.statements,
            datapoints: dossier.datapoints.into_iter().map(Into::into).collect(),
        }
    }
}

impl CohortStudent {
    /// The dossier, every data point with `provenance`.
    pub fn into_dossier(self, provenance: &Provenance) -> Dossier {
        let student = Student {
            number: self.number,
            name: self.name,
            programme: self.programme,
            subject: self.subject,
            email: String::new(),
            portfolio: String::new(),
            placement: self.placement,
            standings: self.outcomes,
        };
        let datapoints = self.datapoints.into_iter().map(|point| point.into_datapoint(provenance.clone())).collect();
        Dossier { student, statements: self.statements, datapoints, conversations: Vec::new() }
    }
}
