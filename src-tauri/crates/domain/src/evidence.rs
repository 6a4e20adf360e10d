//! What others and the student contribute: data points, passages and what they indicate.
//!
//! Promises: a data point has no verdict (rule R3); *niet waargenomen* is a variant of its own, never a level; every
//! passage lies inside its text.

use crate::ids::{CriterionId, DataPointId, SourceId};
use crate::text::{FilledText, Span};
use crate::year::Period;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// *Kwadrant* of Zitter & Hoeve (2012): acquisitie or participatie × geconstrueerd or realistisch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quadrant {
    /// Knowledge, in the benches.
    AcquisitieGeconstrueerd,
    /// Reflection on experience.
    AcquisitieRealistisch,
    /// Assignments and simulations, drama.
    ParticipatieGeconstrueerd,
    /// Teaching in the classroom.
    ParticipatieRealistisch,
}

/// The moment a data point comes from: one of the four conversations (*gesprek*) or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Moment {
    /// First meeting.
    Kennismaking,
    /// Learning questions (*leervragen*) are set.
    Startgesprek,
    /// Half-way.
    Tussenevaluatie,
    /// Feedback is established, never judged (rule R3).
    Eindevaluatie,
    /// Any other moment.
    Overig,
}

impl Moment {
    /// Every moment, in the order of the year.
    pub const ALL: [Self; 5] =
        [Self::Kennismaking, Self::Startgesprek, Self::Tussenevaluatie, Self::Eindevaluatie, Self::Overig];
}

/// What an indication says about its criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Observation {
    /// *Niet waargenomen*: no indication of a level, and never level 0.
    NotObserved,
    /// A level of the framework's scale, 0 upwards.
    Level(u8),
}

/// *Duiding*: this passage, or the whole data point, places one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Indication {
    /// The criterion placed.
    pub criterion: CriterionId,
    /// Where it is placed.
    pub observation: Observation,
    /// The passage; `None` when the whole data point is meant.
    pub excerpt: Option<Span>,
}

/// *Herkomst*: how the app knows that a contribution is what it says it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Provenance {
    /// Nobody vouched for it yet.
    Unconfirmed,
    /// Read from a kept file: its SHA-256 in hexadecimal, with sheet and row where there are any.
    File {
        /// SHA-256 of the file, hexadecimal.
        hash: String,
        /// Sheet of a workbook.
        sheet: Option<String>,
        /// Row, counted from 1.
        row: Option<u32>,
    },
    /// Typed or pasted in, and confirmed by a person.
    Confirmed {
        /// Who confirmed it.
        by: FilledText,
    },
}

/// Who said that a contribution was established with the student, and when.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Establishing {
    /// Who.
    pub by: FilledText,
    /// When.
    pub on: NaiveDate,
}

/// Why the text of a data point stands as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextStands {
    /// It was read from a file that is kept.
    FromFile,
    /// Passages of it are marked.
    Marked,
}

/// *Datapunt*: one contribution, never a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DataPoint {
    /// Its key.
    pub id: DataPointId,
    /// The source it speaks for.
    pub source: SourceId,
    /// Who says it; `None` when unknown, which is said, not guessed.
    pub author: Option<FilledText>,
    /// In which role, in Dutch words (`werkplekbegeleider`).
    pub role: String,
    /// When.
    pub date: NaiveDate,
    /// In which period.
    pub period: Period,
    /// In which quadrant; `None` when not said.
    pub quadrant: Option<Quadrant>,
    /// At which moment.
    pub moment: Moment,
    /// *Vastgesteld*: whether it is established; counts for nothing otherwise.
    pub established: bool,
    /// Who established it and when, where that was said at the desk; a file that says so names nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub established_by: Option<Establishing>,
    /// What was said; may be empty when there is only an attachment.
    pub text: String,
    /// What it indicates.
    pub indications: Vec<Indication>,
    /// How we know.
    pub provenance: Provenance,
}

/// What is wrong with a data point in the light of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EvidenceFault {
    /// The passage reaches outside the text.
    #[error("excerpt outside the text")]
    ExcerptOutside(DataPointId, Span),
    /// The level is above the scale.
    #[error("level off the scale")]
    LevelOffScale(DataPointId, u8),
    /// The criterion is not in the framework.
    #[error("unknown criterion")]
    UnknownCriterion(DataPointId, CriterionId),
    /// The source is not in the framework.
    #[error("unknown source")]
    UnknownSource(DataPointId, SourceId),
}

impl DataPoint {
    /// Why the text cannot be corrected; `None` when it can: it was typed here and nothing points into it.
    pub fn text_stands(&self) -> Option<TextStands> {
        match self.provenance {
            Provenance::File { .. } => Some(TextStands::FromFile),
            Provenance::Unconfirmed | Provenance::Confirmed { .. } => {
                self.indications.iter().any(|said| said.excerpt.is_some()).then_some(TextStands::Marked)
            }
        }
    }

    /// Adds what a passage indicates. One passage says one thing on a criterion: what it said before is replaced.
    pub fn indicate(&mut self, said: Indication) {
        self.indications.retain(|known| !(known.criterion == said.criterion && known.excerpt == said.excerpt));
        self.indications.push(said);
    }

    /// Puts another indication in the place of one; `false` when there is none at that place.
    pub fn reindicate(&mut self, index: usize, said: Indication) -> bool {
        if index >= self.indications.len() {
            return false;
        }
        let same = |known: &Indication| known.criterion == said.criterion && known.excerpt == said.excerpt;
        let mut place = 0;
        let kept = std::mem::take(&mut self.indications).into_iter().filter_map(|known| {
            let here = place == index;
            place += 1;
            if here { Some(said.clone()) } else { (!same(&known)).then_some(known) }
        });
        self.indications = kept.collect();
        true
    }

    /// Whether every passage, level, criterion and the source fit `framework`; the first fault otherwise.
    pub fn check(&self, framework: &crate::framework::WeightFramework) -> Result<(), EvidenceFault> {
        if framework.source_index(&self.source).is_none() {
            return Err(EvidenceFault::UnknownSource(self.id.clone(), self.source.clone()));
        }
        for indication in &self.indications {
            if framework.criterion_index(&indication.criterion).is_none() {
                return Err(EvidenceFault::UnknownCriterion(self.id.clone(), indication.criterion.clone()));
            }
            if let Observation::Level(level) = indication.observation
                && usize::from(level) >= framework.levels.len()
            {
                return Err(EvidenceFault::LevelOffScale(self.id.clone(), level));
            }
            if let Some(span) = indication.excerpt
                && span.of(&self.text).is_none()
            {
                return Err(EvidenceFault::ExcerptOutside(self.id.clone(), span));
            }
        }
        Ok(())
    }
}
