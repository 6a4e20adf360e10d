//! *Oordeel*: from draft to established to replaced, one type per state.
//!
//! Promises: an established judgement never changes (rule R10); it exists only by [`DraftJudgement::establish`], which
//! asks for all of rule R9; the time is handed in. Deliberately absent: any way from statement or position to outcome.

use crate::dossier::Dossier;
use crate::evidence::DataPoint;
use crate::framework::WeightFramework;
use crate::ids::{CriterionId, DataPointId, SourceId, StudentNumber};
use crate::mandate::Mandate;
use crate::obstacles::{self, Deviation, Obstacle};
use crate::sufficiency::Sufficiency;
use crate::text::{FilledText, Span};
use crate::weighing::{DossierView, Plan, records_of};
use crate::weights::WeightSet;
use crate::year::AcademicYear;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A passage that carries a rationale (*citaat*).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The data point cited.
    pub datapoint: DataPointId,
    /// The passage within its text.
    #[serde(flatten)]
    pub span: Span,
}

/// The examiner's words on one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionRationale {
    /// The criterion.
    pub criterion: CriterionId,
    /// The words; may still be empty in a draft.
    pub rationale: String,
    /// What they rest on.
    pub citations: Vec<Citation>,
}

/// The answer to a discrepancy (*tegenspraak*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscrepancyAnswer {
    /// The criterion.
    pub criterion: CriterionId,
    /// One source.
    pub a: SourceId,
    /// The other, in either order.
    pub b: SourceId,
    /// The answer.
    pub answer: String,
}

/// The saturation question: would one more data point change this?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saturation {
    /// Whether there is enough.
    pub enough: bool,
    /// Why.
    pub why: String,
}

/// What an established judgement puts aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// SHA-256 (hexadecimal) of the judgement that is replaced.
    pub judgement: String,
    /// Why.
    pub reason: FilledText,
}

/// *Oordeel in bewerking*: everything may still change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftJudgement {
    /// About whom.
    pub student: StudentNumber,
    /// *Gelegenheid*, from 1; each a new form.
    pub attempt: u8,
    /// What it will replace, when it is a revision.
    pub replaces: Option<Replacement>,
    /// Outcome chosen, one of the framework's.
    pub outcome: Option<String>,
    /// *Onderbouwing* of the whole.
    pub rationale: String,
    /// Per criterion.
    pub criteria: Vec<CriterionRationale>,
    /// Answers to discrepancies.
    pub answers: Vec<DiscrepancyAnswer>,
    /// Answer to the saturation question.
    pub saturation: Option<Saturation>,
    /// *Feedforward*.
    pub feedforward: String,
    /// *Beredeneerd afwijken*.
    pub deviations: Vec<Deviation>,
}

impl DraftJudgement {
    /// An empty draft.
    pub fn new(student: StudentNumber, attempt: u8) -> Self {
        Self {
            student,
            attempt,
            replaces: None,
            outcome: None,
            rationale: String::new(),
            criteria: Vec::new(),
            answers: Vec::new(),
            saturation: None,
            feedforward: String::new(),
            deviations: Vec::new(),
        }
    }

    /// Everything that still stands in the way of establishing on `date`, in the order of the form.
    pub fn obstacles(&self, ground: &Ground<'_>, mandate: Option<&Mandate>, date: NaiveDate) -> Vec<Obstacle> {
        self.standing(ground, mandate, date).open
    }

    /// What stands in the way of establishing on `date`, and which reasons to deviate have nothing left to pass.
    pub fn standing(&self, ground: &Ground<'_>, mandate: Option<&Mandate>, date: NaiveDate) -> Standing {
        let found = obstacles::find(self, ground, mandate, date);
        let idle = self.deviations.iter().filter(|deviation| !found.iter().any(|found| deviation.passes(found)));
        let idle = idle.map(|deviation| deviation.code.clone()).collect();
        let passed = |obstacle: &Obstacle| self.deviations.iter().any(|deviation| deviation.passes(obstacle));
        Standing { idle, open: found.into_iter().filter(|obstacle| !passed(obstacle)).collect() }
    }

    /// Establishes (*vaststellen*), or says what stands in the way. Reasons that pass nothing any more are left out: what
    /// the form prints is true.
    pub fn establish(
        mut self,
        ground: &Ground<'_>,
        mandate: Option<&Mandate>,
        date: NaiveDate,
    ) -> Result<EstablishedJudgement, Vec<Obstacle>> {
        let Standing { open, idle } = self.standing(ground, mandate, date);
        let (Some(mandate), true, Some(outcome)) = (mandate, open.is_empty(), self.outcome.clone()) else {
            return Err(open);
        };
        self.deviations.retain(|deviation| !idle.contains(&deviation.code));
        Ok(EstablishedJudgement {
            partnership: ground.partnership.to_owned(),
            year: ground.year,
            framework: ground.framework.clone(),
            weights: ground.weights.clone(),
            dossier: ground.dossier.without_addresses(),
            outcome,
            established_by: mandate.clone(),
            established_on: date,
            draft: self,
        })
    }
}

/// How a draft stands to being established.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What still stands in the way, in the order of the form.
    pub open: Vec<Obstacle>,
    /// Codes of deviations that pass nothing: what they passed is no longer in the way.
    pub idle: Vec<String>,
}

/// What a judgement stands on: the dossier as it lies, and how it is weighed.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// *Partnerschap*.
    pub partnership: &'a str,
    /// *Studiejaar*.
    pub year: AcademicYear,
    /// Framework.
    pub framework: &'a WeightFramework,
    /// Weights.
    pub weights: &'a WeightSet,
    /// The dossier.
    pub dossier: &'a Dossier,
}

impl Ground<'_> {
    /// The weighted view of the dossier and its VRAAK.
    pub fn view(&self) -> (DossierView, Sufficiency) {
        let plan = Plan::new(self.framework, self.weights);
        let records = records_of(&self.dossier.datapoints, self.framework, self.year);
        let points = records.iter().map(|record| record.as_point());
        (plan.weigh(points.clone()), Sufficiency::of(self.framework, &plan, points))
    }
}

/// *Vastgesteld oordeel*: frozen with everything it stands on. Serialised as JSON it is what a form carries along and
/// what its hash is taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstablishedJudgement {
    partnership: String,
    year: AcademicYear,
    framework: WeightFramework,
    weights: WeightSet,
    dossier: Dossier,
    outcome: String,
    established_by: Mandate,
    established_on: NaiveDate,
    draft: DraftJudgement,
}

impl EstablishedJudgement {
    /// What it stands on, as it lay when it was established.
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            partnership: &self.partnership,
            year: self.year,
            framework: &self.framework,
            weights: &self.weights,
            dossier: &self.dossier,
        }
    }

    /// Whether `dossier` still says what this judgement stands on: the same data points and the same statement.
    pub fn stands_on(&self, dossier: &Dossier) -> bool {
        let same = |point: &DataPoint| self.dossier.datapoint(&point.id) == Some(point);
        self.dossier.statement() == dossier.statement()
            && self.dossier.datapoints.len() == dossier.datapoints.len()
            && dossier.datapoints.iter().all(same)
    }

    /// The words: rationale, citations, answers, deviations.
    pub fn words(&self) -> &DraftJudgement {
        &self.draft
    }

    /// The outcome, one of the framework's.
    pub fn outcome(&self) -> &str {
        &self.outcome
    }

    /// By whom, under which mandate.
    pub fn established_by(&self) -> &Mandate {
        &self.established_by
    }

    /// When.
    pub fn established_on(&self) -> NaiveDate {
        self.established_on
    }

    /// A draft that corrects this judgement; establishing it replaces this one, whose hash is given.
    pub fn revise(&self, hash: &str, reason: FilledText) -> DraftJudgement {
        let replaces = Some(Replacement { judgement: hash.to_owned(), reason });
        DraftJudgement { replaces, ..self.draft.clone() }
    }

    /// Puts it aside for a revision with hash `by`.
    pub fn replace(self, by: &str) -> ReplacedJudgement {
        ReplacedJudgement { judgement: self, by: by.to_owned() }
    }
}

/// *Vervangen oordeel*: kept and verifiable, no longer in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacedJudgement {
    /// The judgement as it was.
    pub judgement: EstablishedJudgement,
    /// SHA-256 (hexadecimal) of the revision that replaced it.
    pub by: String,
}

/// A judgement in one of its states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// In the making.
    Draft(Box<DraftJudgement>),
    /// In force.
    Established(Box<EstablishedJudgement>),
    /// Replaced by a revision.
    Replaced(Box<ReplacedJudgement>),
}
