//! What the columns of a table mean, and what a person decided about single rows.

use chrono::NaiveDate;
use domain::evidence::{Moment, Quadrant};
use domain::ids::{CriterionId, SourceId, StudentNumber};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// *Kolomkoppeling*, as a JSON file: headings of the table by what they mean. What is left out is proposed from the
/// headings; an empty heading says that there is no such column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// The source that speaks, e.g. `werkplek`; also of a document.
    pub source: Option<SourceId>,
    /// The moment; also of a document.
    pub moment: Option<Moment>,
    /// Name of the author where no column says it; also of a document.
    pub author_name: Option<String>,
    /// Role of the author where no column says it; also of a document.
    pub role_name: Option<String>,
    /// Date where no column says it; also of a document.
    pub on: Option<NaiveDate>,
    /// Source for the comments of others in a journal; they stay out when left out.
    pub comments: Option<SourceId>,
    /// Heading of the student number.
    pub number: Option<String>,
    /// Heading of the student's name.
    pub student: Option<String>,
    /// Heading of the student's mail address.
    pub email: Option<String>,
    /// Heading of the source, row by row.
    pub sources: Option<String>,
    /// Heading of the author's name.
    pub author: Option<String>,
    /// Heading of the author's role.
    pub role: Option<String>,
    /// Heading of the moment, row by row.
    pub moments: Option<String>,
    /// Heading of the date.
    pub date: Option<String>,
    /// Heading of the quadrant.
    pub quadrant: Option<String>,
    /// Heading of the question whether feedback is established.
    pub established: Option<String>,
    /// Heading of the response's own number.
    pub id: Option<String>,
    /// Heading of what was done: it becomes the first line of the text.
    pub title: Option<String>,
    /// Headings of open text.
    pub text: Option<Vec<String>>,
    /// Per criterion the heading of its level and of its explanation.
    pub criteria: Option<BTreeMap<CriterionId, CriterionColumns>>,
    /// Words for levels besides those of the scale; null is *niet waargenomen*.
    pub levels: BTreeMap<String, Option<u8>>,
    /// What was decided about single rows.
    pub rows: Vec<RowDecision>,
}

/// The two columns of a criterion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionColumns {
    /// Heading of the level.
    pub level: String,
    /// Heading of the explanation, if any.
    #[serde(default)]
    pub text: Option<String>,
}

/// What a person decided about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDecision {
    /// The sheet, if any.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u32,
    /// What was decided.
    #[serde(flatten)]
    pub decision: Decision,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "decide", content = "value")]
pub enum Decision {
    /// The row stays out.
    LeaveOut,
    /// The row is about this student.
    Student(StudentNumber),
    /// Of two by the same author this one counts; the first is kept and counts for nothing.
    Instead,
    /// Of two by the same author this one is kept and counts for nothing.
    Beside,
    /// Both count.
    Both,
    /// The quadrant.
    Quadrant(Quadrant),
}

impl Mapping {
    /// What is said here, completed by what was `proposed`.
    pub(crate) fn completed(&self, proposed: Self) -> Self {
        let or = |said: &Option<String>, proposed: Option<String>| match said {
            Some(said) => Some(said.clone()).filter(|said| !said.trim().is_empty()),
            None => proposed,
        };
        let mut levels = proposed.levels;
        levels.extend(self.levels.clone());
        Self {
            source: self.source.clone().or(proposed.source),
            moment: self.moment.or(proposed.moment),
            author_name: self.author_name.clone().or(proposed.author_name),
            role_name: self.role_name.clone().or(proposed.role_name),
            on: self.on,
            comments: self.comments.clone(),
            number: or(&self.number, proposed.number),
            student: or(&self.student, proposed.student),
            email: or(&self.email, proposed.email),
            sources: or(&self.sources, proposed.sources),
            author: or(&self.author, proposed.author),
            role: or(&self.role, proposed.role),
            moments: or(&self.moments, proposed.moments),
            date: or(&self.date, proposed.date),
            quadrant: or(&self.quadrant, proposed.quadrant),
            established: or(&self.established, proposed.established),
            id: or(&self.id, proposed.id),
            title: or(&self.title, proposed.title),
            text: self.text.clone().or(proposed.text),
            criteria: self.criteria.clone().or(proposed.criteria),
            levels,
            rows: self.rows.clone(),
        }
    }

    /// What was decided about a row.
    pub(crate) fn decisions(&self, sheet: Option<&str>, row: u32) -> impl Iterator<Item = &Decision> {
        let here =
            move |said: &&RowDecision| said.row == row && (said.sheet.is_none() || said.sheet.as_deref() == sheet);
        self.rows.iter().filter(here).map(|said| &said.decision)
    }

    /// The mapping as it is remembered: without what was decided about rows of one file.
    #[must_use]
    pub fn lasting(mut self) -> Self {
        self.rows.clear();
        self.on = None;
        self
    }
}
