//! Judgements from a JSON document: the contract's `judge`.
//!
//! Promises: each judgement stands or is refused by itself, with student, code and place; the others go on.

use crate::api::{Problem, ProblemCode};
use crate::judging;
use crate::workbench::Workbench;
use chrono::NaiveDate;
use domain::ids::{CriterionId, SourceId, StudentNumber};
use domain::judgement::{Citation, CriterionRationale, DiscrepancyAnswer, DraftJudgement, Judgement, Saturation};
use domain::obstacles::Deviation;
use serde::{Deserialize, Serialize};

/// The document.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgeDocument {
    /// The judgements.
    pub judgements: Vec<JudgeInput>,
}

/// One judgement of the document.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgeInput {
    /// *Studentnummer*.
    pub student: StudentNumber,
    /// *Gelegenheid*, from 1.
    #[serde(default = "first")]
    pub attempt: u8,
    /// Outcome.
    #[serde(default)]
    pub outcome: Option<String>,
    /// *Onderbouwing*.
    #[serde(default)]
    pub rationale: String,
    /// Per criterion.
    #[serde(default)]
    pub criteria: Vec<CriterionInput>,
    /// Answers to discrepancies.
    #[serde(default)]
    pub discrepancies: Vec<AnswerInput>,
    /// The saturation question.
    #[serde(default)]
    pub saturation: Option<Saturation>,
    /// *Feedforward*.
    #[serde(default)]
    pub feedforward: String,
    /// *Beredeneerd afwijken*.
    #[serde(default)]
    pub deviations: Vec<Deviation>,
    /// Whether to establish it.
    #[serde(default)]
    pub establish: bool,
    /// On which day; today when left out.
    #[serde(default)]
    pub date: Option<NaiveDate>,
}

/// Words on one criterion.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionInput {
    /// The criterion.
    pub id: CriterionId,
    /// The words.
    #[serde(default)]
    pub rationale: String,
    /// What they rest on.
    #[serde(default)]
    pub citations: Vec<CitationInput>,
}

/// A citation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitationInput {
    /// The data point.
    pub datapoint: domain::ids::DataPointId,
    /// First Unicode scalar value.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// An answer to a discrepancy.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerInput {
    /// The criterion.
    pub criterion: CriterionId,
    /// One source.
    pub a: SourceId,
    /// The other.
    pub b: SourceId,
    /// The answer.
    pub answer: String,
}

/// What a document came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct JudgeReport {
    /// Established, as `number` and attempt.
    pub established: Vec<(String, u8)>,
    /// Recorded as drafts.
    pub recorded: Vec<(String, u8)>,
    /// Refused, and why.
    pub refused: Vec<Problem>,
}

fn first() -> u8 {
    1
}

impl Workbench {
    /// Records and, where asked, establishes the judgements of a JSON document. `done` hears after each.
    pub fn judge(&mut self, json: &[u8], done: &mut dyn FnMut(usize, usize)) -> Result<JudgeReport, Problem> {
        let document: JudgeDocument = serde_json::from_slice(json).map_err(|error| json_problem(&error))?;
        let total = document.judgements.len();
        let mut report = JudgeReport::default();
        for (at, input) in document.judgements.into_iter().enumerate() {
            let name = (input.student.to_string(), input.attempt);
            let establish = input.establish;
            match self.judge_one(input) {
                Ok(()) if establish => report.established.push(name),
                Ok(()) => report.recorded.push(name),
                Err(problem) => report.refused.push(problem.at(&name.0)),
            }
            done(at + 1, total);
        }
        Ok(report)
    }

    fn judge_one(&mut self, input: JudgeInput) -> Result<(), Problem> {
        let number = input.student.to_string();
        let (establish, date) = (input.establish, input.date.unwrap_or_else(|| self.host.today()));
        let draft = self.draft_of(input)?;
        self.undoable("draft.save", &number, |writer| Ok(writer.put_draft(&draft)?))?;
        if establish { self.establish_draft(draft, date, "") } else { Ok(()) }
    }

    fn draft_of(&self, input: JudgeInput) -> Result<DraftJudgement, Problem> {
        let number = input.student.to_string();
        let reader = self.store.reader();
        if reader.student(&input.student)?.is_none() {
            return Err(Problem::user(ProblemCode::UnknownStudent, number));
        }
        let latest = judging::latest(&reader, &input.student)?;
        let (highest, open) = latest.as_ref().map_or((0, None), |stored| match &stored.state {
            Judgement::Draft(draft) => (stored.attempt, Some(draft.as_ref())),
            Judgement::Established(_) | Judgement::Replaced(_) => (stored.attempt, None),
        });
        match open {
            Some(draft) if draft.attempt == input.attempt => {}
            None if input.attempt == highest.saturating_add(1) => {}
            None if input.attempt <= highest && input.attempt > 0 => {
                let problem = Problem::user(ProblemCode::JudgementEstablished, number);
                return Err(problem.with(input.attempt.to_string()));
            }
            _ => {
                let problem = Problem::user(ProblemCode::AttemptOutOfOrder, number);
                return Err(problem.with(input.attempt.to_string()));
            }
        }
        Ok(DraftJudgement {
            student: input.student,
            attempt: input.attempt,
            replaces: open.and_then(|draft| draft.replaces.clone()),
            outcome: input.outcome.filter(|outcome| !outcome.trim().is_empty()),
            rationale: input.rationale,
            criteria: input.criteria.into_iter().map(rationale).collect(),
            answers: input.discrepancies.into_iter().map(answer).collect(),
            saturation: input.saturation,
            feedforward: input.feedforward,
            deviations: input.deviations,
        })
    }
}

fn rationale(input: CriterionInput) -> CriterionRationale {
    let span = |citation: &CitationInput| domain::text::Span { start: citation.start, end: citation.end };
    let citation = |citation: CitationInput| Citation { span: span(&citation), datapoint: citation.datapoint };
    CriterionRationale {
        criterion: input.id,
        rationale: input.rationale,
        citations: input.citations.into_iter().map(citation).collect(),
    }
}

fn answer(input: AnswerInput) -> DiscrepancyAnswer {
    DiscrepancyAnswer { criterion: input.criterion, a: input.a, b: input.b, answer: input.answer }
}

/// A JSON document that does not fit, with line and column; what the text says goes along in English only where
/// nothing but keys of the format stand in it.
pub(crate) fn json_problem(error: &serde_json::Error) -> Problem {
    Problem::user(ProblemCode::JsonInvalid, "").with(format!("{}:{}", error.line(), error.column()))
}
