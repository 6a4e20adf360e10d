//! *Oordeel*: writing a draft, establishing it, revising it, a new attempt.
//!
//! Promises: the state of a judgement is the domain's; a draft is kept as it is typed; establishing freezes the weights
//! of the cohort (rule R4). Deliberately absent: any way from figures to an outcome.

use crate::api::*;
use crate::convert;
use crate::dossier::{Case, Frame};
use crate::drafting;
use crate::workbench::{Workbench, number_of};
use chrono::NaiveDate;
use domain::ids::{CriterionId, DataPointId, SourceId, StudentNumber};
use domain::judgement::{
    Citation, CriterionRationale, DiscrepancyAnswer, DraftJudgement, EstablishedJudgement, Judgement, Saturation,
    Standing,
};
use domain::mandate::Mandate;
use domain::obstacles::{Deviation, Obstacle};
use domain::text::FilledText;
use std::sync::Arc;
use store::{Reader, StoreError, StoredForm, StoredJudgement, Writer};

impl Workbench {
    /// Keeps the words of a draft and says what still stands in the way. What is the same already is not kept again.
    pub fn save_draft(&mut self, number: &str, words: &DraftView) -> Result<JudgementView, Problem> {
        let student = number_of(number)?;
        let found = {
            let reader = self.store.reader();
            current_draft(&reader, &student)?
        };
        let draft = with_words(found.clone(), words)?;
        if let Some((code, place)) = drafting::difference(&found, &draft) {
            self.undoable_at(code, student.as_str(), &place, |writer| Ok(writer.put_draft(&draft)?))?;
        }
        let reader = self.store.reader();
        view(self, &reader, &Case::read(&reader, &student)?, &reader.judgements(&student)?)
    }

    /// Establishes the draft today; `obstacles_remain` or `no_mandate` otherwise. `weights_reason` is kept with the
    /// weights that this fixes, where none stands.
    pub fn establish(&mut self, number: &str, weights_reason: &str) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let draft = current_draft(&self.store.reader(), &student)?;
        self.establish_draft(draft, self.host.today(), weights_reason)?;
        self.dossier(number)
    }

    /// Begins a revision of the judgement in force, with the reason.
    pub fn start_revision(&mut self, number: &str, reason: &str) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let reason = FilledText::new(reason).map_err(|_| Problem::user(ProblemCode::TextMissing, "reason"))?;
        let draft = {
            let reader = self.store.reader();
            let latest = latest(&reader, &student)?;
            match latest.map(|stored| (stored.state, stored.hash)) {
                Some((Judgement::Established(judgement), Some(hash))) => judgement.revise(&hash, reason.clone()),
                _ => return Err(Problem::user(ProblemCode::NotEstablished, number)),
            }
        };
        self.undoable_at("judgement.revise", number, reason.as_str(), |writer| Ok(writer.put_draft(&draft)?))?;
        self.dossier(number)
    }

    /// Drops a revision that was begun: the judgement in force stays as it was.
    pub fn drop_revision(&mut self, number: &str) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let draft = current_draft(&self.store.reader(), &student)?;
        if draft.replaces.is_none() {
            return Err(Problem::user(ProblemCode::NotEstablished, number));
        }
        self.undoable("revision.drop", number, |writer| Ok(writer.remove_draft(&draft)?))?;
        self.dossier(number)
    }

    /// Begins a new attempt (*gelegenheid*) after an established judgement.
    pub fn start_attempt(&mut self, number: &str) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let attempt = {
            let reader = self.store.reader();
            match latest(&reader, &student)?.map(|stored| stored.state) {
                Some(Judgement::Established(judgement)) => judgement.words().attempt.saturating_add(1),
                _ => return Err(Problem::user(ProblemCode::NotEstablished, number)),
            }
        };
        let draft = DraftJudgement::new(student, attempt);
        self.undoable("attempt.start", number, |writer| Ok(writer.put_draft(&draft)?))?;
        self.dossier(number)
    }

    /// Establishes `draft` on `date`: fixes it, replaces what it revises, freezes the weights of the cohort.
    pub(crate) fn establish_draft(
        &mut self,
        draft: DraftJudgement,
        date: NaiveDate,
        weights_reason: &str,
    ) -> Result<(), Problem> {
        let number = draft.student.to_string();
        let mandate = self.mandate_on(date)?;
        let reason = draft.replaces.as_ref().map(|replaced| replaced.reason.to_string()).unwrap_or_default();
        self.fixed("judgement.establish", &number, &reason, |writer| {
            let (judgement, hash) = establish_in(writer, draft, mandate.as_ref(), date, weights_reason)?;
            if let Some(replaced) = &judgement.words().replaces {
                writer.replace(&judgement.words().student, judgement.words().attempt, &replaced.judgement, &hash)?;
            }
            Ok(writer.put_established(&judgement, &hash)?)
        })?;
        Ok(())
    }
}

fn establish_in(
    writer: &mut Writer<'_>,
    draft: DraftJudgement,
    mandate: Option<&Mandate>,
    date: NaiveDate,
    weights_reason: &str,
) -> Result<(EstablishedJudgement, String), Problem> {
    let case = Case::read(writer, &draft.student)?;
    let weights = case.frame.weights.clone().explained(weights_reason).freeze(date);
    if case.frame.weights.frozen().is_none() {
        writer.put_weights(&weights)?;
    }
    let case = Case { frame: Arc::new(Frame { weights, ..Frame::clone(&case.frame) }), ..case };
    let number = draft.student.to_string();
    let judgement =
        draft.clone().establish(&case.ground(), mandate, date).map_err(|obstacles| refusal(&number, &obstacles))?;
    // What is left out, because it passes nothing any more, is told as a change of the draft.
    if *judgement.words() != draft {
        writer.put_draft(judgement.words())?;
    }
    let hash = form::record(&judgement).hash;
    Ok((judgement, hash))
}

/// The refusal that names every obstacle.
pub(crate) fn refusal(number: &str, obstacles: &[Obstacle]) -> Problem {
    let names: Vec<String> = obstacles.iter().map(named).collect();
    let code = match obstacles {
        [Obstacle::MandateMissing] => ProblemCode::NoMandate,
        _ => ProblemCode::ObstaclesRemain,
    };
    Problem::user(code, number).with(names.join(", "))
}

fn named(obstacle: &Obstacle) -> String {
    let place = obstacle.place();
    if place.is_empty() { obstacle.code().to_owned() } else { format!("{}:{place}", obstacle.code()) }
}

/// The judgement that is worked on or in force: the latest revision of the latest attempt.
pub(crate) fn latest(reader: &Reader<'_>, student: &StudentNumber) -> Result<Option<StoredJudgement>, StoreError> {
    Ok(reader.judgements(student)?.pop())
}

pub(crate) fn current_draft(reader: &Reader<'_>, student: &StudentNumber) -> Result<DraftJudgement, Problem> {
    match latest(reader, student)?.map(|stored| stored.state) {
        None => Ok(DraftJudgement::new(student.clone(), 1)),
        Some(Judgement::Draft(draft)) => Ok(*draft),
        Some(Judgement::Established(_) | Judgement::Replaced(_)) => {
            Err(Problem::user(ProblemCode::JudgementEstablished, student.to_string()))
        }
    }
}

/// The judgement of a case as the window shows it.
pub(crate) fn view(
    bench: &Workbench,
    reader: &Reader<'_>,
    case: &Case,
    judgements: &[StoredJudgement],
) -> Result<JudgementView, Problem> {
    let student = &case.dossier.student.number;
    let Some((current, before)) = judgements.split_last() else {
        return draft_view(bench, case, &DraftJudgement::new(student.clone(), 1), Vec::new());
    };
    let earlier = before.iter().filter_map(earlier).collect();
    match &current.state {
        Judgement::Established(judgement) => Ok(JudgementView {
            attempt: current.attempt,
            state: JudgementState::Established {
                by: judgement.established_by().holder.to_string(),
                on: judgement.established_on().to_string(),
                hash: current.hash.clone().unwrap_or_default(),
                changed: !judgement.stands_on(&case.dossier),
            },
            words: words_of(judgement.words(), Some(judgement.outcome())),
            obstacles: Vec::new(),
            idle: Vec::new(),
            cited: cited(judgement),
            form: Some(form_state(reader.form(student, current.attempt, current.revision)?)),
            earlier,
        }),
        Judgement::Draft(draft) => draft_view(bench, case, draft, earlier),
        Judgement::Replaced(_) => draft_view(bench, case, &DraftJudgement::new(student.clone(), 1), earlier),
    }
}

fn draft_view(
    bench: &Workbench,
    case: &Case,
    draft: &DraftJudgement,
    earlier: Vec<EarlierJudgement>,
) -> Result<JudgementView, Problem> {
    let today = bench.host.today();
    let mandate = bench.mandate_on(today)?;
    let Standing { open, idle } = draft.standing(&case.ground(), mandate.as_ref(), today);
    Ok(JudgementView {
        attempt: draft.attempt,
        state: JudgementState::Draft { revision: draft.replaces.is_some() },
        words: words_of(draft, draft.outcome.as_deref()),
        obstacles: open.iter().map(obstacle_view).collect(),
        idle,
        cited: Vec::new(),
        form: None,
        earlier,
    })
}

/// The passages that an established judgement cites, as they read when it was established.
fn cited(judgement: &EstablishedJudgement) -> Vec<CitedView> {
    let dossier = judgement.ground().dossier;
    let citations = judgement.words().criteria.iter().flat_map(|words| &words.citations);
    let view = |citation: &Citation| {
        let point = dossier.datapoint(&citation.datapoint)?;
        Some(CitedView {
            citation: citation_view(citation),
            source: point.source.to_string(),
            author: point.author.as_ref().map(ToString::to_string).unwrap_or_default(),
            date: point.date.to_string(),
            text: citation.span.of(&point.text)?.to_owned(),
        })
    };
    citations.filter_map(view).collect()
}

fn citation_view(citation: &Citation) -> CitationView {
    CitationView { datapoint: citation.datapoint.to_string(), excerpt: convert::span(citation.span) }
}

fn earlier(stored: &StoredJudgement) -> Option<EarlierJudgement> {
    let (judgement, replaced) = match &stored.state {
        Judgement::Draft(_) => return None,
        Judgement::Established(judgement) => (judgement.as_ref(), false),
        Judgement::Replaced(replaced) => (&replaced.judgement, true),
    };
    Some(EarlierJudgement {
        attempt: stored.attempt,
        outcome: judgement.outcome().to_owned(),
        on: judgement.established_on().to_string(),
        replaced,
    })
}

/// State of a form, from what is kept of it.
pub(crate) fn form_state(form: Option<StoredForm>) -> FormState {
    match form {
        None => FormState::Unsigned,
        Some(form) => FormState::Signed { by: form.signer, at: convert::moment(form.signed_at), path: form.path },
    }
}

fn obstacle_view(obstacle: &Obstacle) -> ObstacleView {
    let code = match obstacle {
        Obstacle::StatementMissing => ObstacleCode::StatementMissing,
        Obstacle::OutcomeMissing => ObstacleCode::OutcomeMissing,
        Obstacle::OutcomeUnknown => ObstacleCode::OutcomeUnknown,
        Obstacle::RationaleMissing => ObstacleCode::RationaleMissing,
        Obstacle::CriterionRationaleMissing { .. } => ObstacleCode::CriterionRationaleMissing,
        Obstacle::CitationMissing { .. } => ObstacleCode::CitationMissing,
        Obstacle::CitationBroken { .. } => ObstacleCode::CitationBroken,
        Obstacle::CriterionUnknown { .. } => ObstacleCode::CriterionUnknown,
        Obstacle::DiscrepancyUnanswered { .. } => ObstacleCode::DiscrepancyUnanswered,
        Obstacle::VraakNotMet { .. } => ObstacleCode::VraakNotMet,
        Obstacle::SaturationMissing => ObstacleCode::SaturationMissing,
        Obstacle::NotSaturated => ObstacleCode::NotSaturated,
        Obstacle::PictureDiffers => ObstacleCode::PictureDiffers,
        Obstacle::MandateMissing => ObstacleCode::MandateMissing,
    };
    ObstacleView { code, place: obstacle.place(), can_be_passed: obstacle.can_be_passed() }
}

fn words_of(draft: &DraftJudgement, outcome: Option<&str>) -> DraftView {
    DraftView {
        outcome: outcome.map(str::to_owned),
        rationale: draft.rationale.clone(),
        criteria: draft
            .criteria
            .iter()
            .map(|words| CriterionWords {
                criterion: words.criterion.to_string(),
                rationale: words.rationale.clone(),
                citations: words.citations.iter().map(citation_view).collect(),
            })
            .collect(),
        answers: draft
            .answers
            .iter()
            .map(|answer| AnswerView {
                criterion: answer.criterion.to_string(),
                a: answer.a.to_string(),
                b: answer.b.to_string(),
                answer: answer.answer.clone(),
            })
            .collect(),
        saturation: draft
            .saturation
            .as_ref()
            .map(|saturation| SaturationView { enough: saturation.enough, why: saturation.why.clone() }),
        feedforward: draft.feedforward.clone(),
        deviations: draft
            .deviations
            .iter()
            .map(|deviation| DeviationView { code: deviation.code.clone(), reason: deviation.reason.to_string() })
            .collect(),
    }
}

/// The draft with other words; a deviation without a reason is none.
fn with_words(draft: DraftJudgement, words: &DraftView) -> Result<DraftJudgement, Problem> {
    let mut criteria = Vec::with_capacity(words.criteria.len());
    for view in &words.criteria {
        let mut citations = Vec::with_capacity(view.citations.len());
        for citation in &view.citations {
            citations.push(Citation {
                datapoint: datapoint(&citation.datapoint)?,
                span: convert::span_of(citation.excerpt),
            });
        }
        criteria.push(CriterionRationale {
            criterion: criterion(&view.criterion)?,
            rationale: view.rationale.clone(),
            citations,
        });
    }
    let mut answers = Vec::with_capacity(words.answers.len());
    for view in &words.answers {
        answers.push(DiscrepancyAnswer {
            criterion: criterion(&view.criterion)?,
            a: source(&view.a)?,
            b: source(&view.b)?,
            answer: view.answer.clone(),
        });
    }
    let deviation = |view: &DeviationView| {
        FilledText::new(&view.reason).ok().map(|reason| Deviation { code: view.code.clone(), reason })
    };
    Ok(DraftJudgement {
        outcome: words.outcome.clone().filter(|outcome| !outcome.is_empty()),
        rationale: words.rationale.clone(),
        criteria,
        answers,
        saturation: words
            .saturation
            .as_ref()
            .map(|saturation| Saturation { enough: saturation.enough, why: saturation.why.clone() }),
        feedforward: words.feedforward.clone(),
        deviations: words.deviations.iter().filter_map(deviation).collect(),
        ..draft
    })
}

fn criterion(text: &str) -> Result<CriterionId, Problem> {
    CriterionId::new(text).map_err(|_| Problem::user(ProblemCode::UnknownCriterion, text))
}

fn source(text: &str) -> Result<SourceId, Problem> {
    SourceId::new(text).map_err(|_| Problem::user(ProblemCode::UnknownSource, text))
}

fn datapoint(text: &str) -> Result<DataPointId, Problem> {
    DataPointId::new(text).map_err(|_| Problem::user(ProblemCode::UnknownDataPoint, text))
}
