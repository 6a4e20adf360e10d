//! *Dossier*: a student with everything that was said and stated.
//!
//! Promises: the latest statement counts, earlier ones are kept; data points are found by their key.

use crate::conversation::Conversation;
use crate::evidence::DataPoint;
use crate::ids::DataPointId;
use crate::student::{Statement, Student};
use serde::{Deserialize, Serialize};

/// Everything about one student that a judgement may rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The student.
    pub student: Student,
    /// All versions of the statement, in the order they came.
    pub statements: Vec<Statement>,
    /// All data points, in any order.
    pub datapoints: Vec<DataPoint>,
    /// All conversations, in any order. Left out of the JSON when there are none, so that judgements established before
    /// conversations were kept have the hash they had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conversations: Vec<Conversation>,
}

impl Dossier {
    /// The statement that counts.
    pub fn statement(&self) -> Option<&Statement> {
        Statement::that_counts(&self.statements)
    }

    /// The same without the addresses of the student, which say nothing a judgement could stand on (rule R14).
    pub(crate) fn without_addresses(&self) -> Self {
        let mut bare = self.clone();
        bare.student.email.clear();
        bare.student.portfolio.clear();
        bare
    }

    /// The data point with this key.
    pub fn datapoint(&self, id: &DataPointId) -> Option<&DataPoint> {
        self.datapoints.iter().find(|datapoint| datapoint.id == *id)
    }
}
