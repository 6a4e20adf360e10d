//! Between the domain and what the window and the command line see.
//!
//! Promises: only shape changes here; nothing is decided.

use crate::api::*;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::evidence::{DataPoint, Indication, Observation};
use domain::fraction::Fraction;
use domain::framework::{Domain, WeightFramework};
use domain::student::{Answer, LearningOutcome, Standing, Statement, Student};
use domain::sufficiency::{Lack, Letter, Met, Sufficiency};
use domain::text::Span;
use domain::weighing::Stance;
use domain::weights::WeightSet;
use domain::year::{Calendar, Deadlines};
use serde::Serialize;

/// The kebab or lower case word by which a plain enum travels.
pub(crate) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// A fraction as the nearest decimal, for drawing and for the figures of `weigh --json`.
pub(crate) fn decimal(value: &Fraction) -> f64 {
    match value.small_parts() {
        Some((numerator, denominator)) => numerator as f64 / denominator as f64,
        None => value.decimal(17).parse().expect("BUG: a decimal is a number"),
    }
}

pub(crate) fn sources(framework: &WeightFramework, weights: &WeightSet) -> Vec<SourceView> {
    let pairs = framework.sources.iter().zip(weights.weights());
    pairs
        .map(|(source, weight)| SourceView {
            id: source.id.to_string(),
            label: source.label.clone(),
            weight: *weight,
            min: source.min,
            max: source.max,
            unused: weights.unused().contains(&source.id),
        })
        .collect()
}

pub(crate) fn framework(framework: &WeightFramework, weights: &WeightSet, judging: bool) -> FrameworkView {
    let norm = decimal(&framework.norm_line) / f64::from(framework.top_level()) * 1000.0;
    let criteria = framework.criteria.iter().map(|criterion| CriterionInfo {
        id: criterion.id.to_string(),
        domain: match criterion.domain {
            Domain::Kan => "kan",
            Domain::Wil => "wil",
            Domain::Onderbouwing => "onderbouwing",
        }
        .to_owned(),
        label: criterion.label.clone(),
        short: criterion.short_name().to_owned(),
        norm: criterion.norm.clone(),
        sources: criterion.sources.iter().map(ToString::to_string).collect(),
    });
    FrameworkView {
        name: framework.name.clone(),
        version: framework.version.clone(),
        levels: framework.levels.clone(),
        norm_permille: norm.round() as u32,
        sources: sources(framework, weights),
        criteria: criteria.collect(),
        outcomes: framework.outcomes.clone(),
        weights_reason: weights.reason().to_owned(),
        frozen: weights.frozen().map(|day| day.to_string()),
        freeze_due: judging && weights.frozen().is_none(),
    }
}

pub(crate) fn deadlines(due: &Deadlines) -> DeadlinesView {
    DeadlinesView {
        evidence: due.evidence.to_string(),
        statement: due.statement.to_string(),
        judgement: due.judgement.to_string(),
        signature: due.signature.to_string(),
    }
}

pub(crate) fn answer(answer: Answer) -> AnswerCode {
    match answer {
        Answer::Ja => AnswerCode::Ja,
        Answer::Nee => AnswerCode::Nee,
        Answer::Twijfel => AnswerCode::Twijfel,
    }
}

pub(crate) fn answer_of(code: AnswerCode) -> Answer {
    match code {
        AnswerCode::Ja => Answer::Ja,
        AnswerCode::Nee => Answer::Nee,
        AnswerCode::Twijfel => Answer::Twijfel,
    }
}

pub(crate) fn stance(stance: Stance) -> StanceCode {
    match stance {
        Stance::Incomplete => StanceCode::Incomplete,
        Stance::Above => StanceCode::Above,
        Stance::Below => StanceCode::Below,
        Stance::Depends => StanceCode::Depends,
    }
}

pub(crate) fn met(met: Met) -> MetCode {
    match met {
        Met::Met => MetCode::Met,
        Met::Attention => MetCode::Attention,
        Met::NotMet => MetCode::NotMet,
    }
}

pub(crate) fn letter(letter: Letter) -> LetterCode {
    match letter {
        Letter::Variatie => LetterCode::Variatie,
        Letter::Relevantie => LetterCode::Relevantie,
        Letter::Authenticiteit => LetterCode::Authenticiteit,
        Letter::Actualiteit => LetterCode::Actualiteit,
        Letter::Kwantiteit => LetterCode::Kwantiteit,
    }
}

pub(crate) fn vraak(sufficiency: &Sufficiency, framework: &WeightFramework) -> Vec<VraakView> {
    let lacks = |of| sufficiency.lacks(of).iter().map(|lack| lack_view(lack, framework)).collect();
    Letter::ALL
        .iter()
        .map(|of| VraakView { letter: letter(*of), met: met(sufficiency.met(*of)), lacks: lacks(*of) })
        .collect()
}

fn lack_view(lack: &Lack, framework: &WeightFramework) -> LackView {
    let criterion = |at: u32| framework.criteria.get(at as usize).map(|c| c.id.to_string()).unwrap_or_default();
    match *lack {
        Lack::NothingCounts => LackView::NothingCounts,
        Lack::Sources(has, asked) => LackView::Sources { has, asked },
        Lack::Authors(has, asked) => LackView::Authors { has, asked },
        Lack::Quadrants(has, asked) => LackView::Quadrants { has, asked },
        Lack::Unmarked(count, of) => LackView::Unmarked { count, of },
        Lack::Untouched(at) => LackView::Untouched { criterion: criterion(at) },
        Lack::Unvouched(count, of) => LackView::Unvouched { count, of },
        Lack::OutsideYear(count) => LackView::OutsideYear { count },
        Lack::NothingLate => LackView::NothingLate,
        Lack::TooFew(at, has, asked) => LackView::TooFew { criterion: criterion(at), has, asked },
    }
}

pub(crate) fn span(span: Span) -> SpanView {
    SpanView { start: span.start, end: span.end }
}

pub(crate) fn span_of(view: SpanView) -> Span {
    Span { start: view.start, end: view.end }
}

pub(crate) fn statement(statement: &Statement) -> StatementView {
    StatementView {
        date: statement.date.to_string(),
        kan: answer(statement.kan),
        wil: answer(statement.wil),
        text: statement.text.clone(),
    }
}

pub(crate) fn student(student: &Student, calendar: &Calendar) -> StudentView {
    let others = LearningOutcome::ALL.into_iter().filter(|luk| *luk != LearningOutcome::Beroep);
    let standings = others.map(|luk| {
        let known = student.standings.iter().find(|standing| standing.luk == luk);
        StandingView {
            luk: word(&luk),
            status: known.map(|standing| standing.status.clone()).unwrap_or_default(),
            date: known.and_then(|standing| standing.date).map(|date| date.to_string()),
            shown: known.is_some_and(Standing::shown),
            due: luk.judged_in().last().map(|last| calendar.last_day_of(*last).to_string()).unwrap_or_default(),
        }
    });
    StudentView {
        number: student.number.to_string(),
        name: student.name.to_string(),
        programme: student.programme.clone(),
        subject: student.subject.clone(),
        school: student.placement.school.clone(),
        placement_subject: student.placement.subject.clone(),
        mentor: student.placement.mentor.clone(),
        school_educator: student.placement.school_educator.clone(),
        portfolio: student.portfolio.clone(),
        standings: standings.collect(),
    }
}

/// How much a data point counts.
pub(crate) fn counts(datapoint: &DataPoint, framework: &WeightFramework) -> CountsCode {
    let factor = framework.moment_factors.of(datapoint.moment);
    if !datapoint.established || *factor <= Fraction::whole(0) {
        CountsCode::None
    } else if *factor < Fraction::whole(1) {
        CountsCode::Half
    } else {
        CountsCode::Full
    }
}

/// Indications by their place in the text; those on the whole data point first.
pub(crate) fn indications(datapoint: &DataPoint) -> Vec<IndicationView> {
    let mut views: Vec<IndicationView> = datapoint.indications.iter().zip(0..).map(indication).collect();
    views.sort_by_key(|view| view.excerpt.map(|excerpt| (excerpt.start, excerpt.end)));
    views
}

fn indication((indication, index): (&Indication, u32)) -> IndicationView {
    IndicationView {
        index,
        criterion: indication.criterion.to_string(),
        level: match indication.observation {
            Observation::NotObserved => None,
            Observation::Level(level) => Some(level),
        },
        excerpt: indication.excerpt.map(span),
    }
}

/// A time as RFC 3339 in UTC, to the second.
pub(crate) fn time(of: DateTime<Utc>) -> String {
    of.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The same of milliseconds since 1970; empty when they are no time.
pub(crate) fn moment(millis: i64) -> String {
    DateTime::from_timestamp_millis(millis).map(time).unwrap_or_default()
}
