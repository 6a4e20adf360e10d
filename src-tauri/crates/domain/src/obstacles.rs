//! What stands in the way of establishing (rule R9), each with a code and a place.
//!
//! Promises: every obstacle but the mandate and a broken citation can be passed with a written reason (*beredeneerd
//! afwijken*), which the form prints. Deliberately absent: sentences; whoever shows an obstacle owns its words.

use crate::ids::{CriterionId, SourceId};
use crate::judgement::{DraftJudgement, Ground};
use crate::mandate::Mandate;
use crate::sufficiency::{Letter, Met};
use crate::text::FilledText;
use crate::weighing::{DossierView, Stance};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One thing that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Obstacle {
    /// The student's statement (*uitspraak*) is missing.
    StatementMissing,
    /// No outcome chosen.
    OutcomeMissing,
    /// The outcome is not one of the framework's.
    OutcomeUnknown,
    /// No rationale of the whole.
    RationaleMissing,
    /// No rationale on a criterion.
    CriterionRationaleMissing {
        /// Which.
        criterion: CriterionId,
    },
    /// No citation on a criterion.
    CitationMissing {
        /// Which.
        criterion: CriterionId,
    },
    /// A citation points at nothing.
    CitationBroken {
        /// Where.
        criterion: CriterionId,
    },
    /// The draft speaks of a criterion that the framework lacks.
    CriterionUnknown {
        /// Which.
        criterion: CriterionId,
    },
    /// A discrepancy without an answer.
    DiscrepancyUnanswered {
        /// On which criterion.
        criterion: CriterionId,
        /// The source in the minority.
        a: SourceId,
        /// The other source.
        b: SourceId,
    },
    /// A letter of VRAAK is not met.
    VraakNotMet {
        /// Which.
        letter: Letter,
    },
    /// The saturation question is not answered.
    SaturationMissing,
    /// The answer is that there is not enough.
    NotSaturated,
    /// Picture and outcome differ (rule R7): one sentence of why is asked for.
    PictureDiffers,
    /// No mandate to establish on that date. Cannot be passed.
    MandateMissing,
}

impl Obstacle {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::StatementMissing => "statement_missing",
            Self::OutcomeMissing => "outcome_missing",
            Self::OutcomeUnknown => "outcome_unknown",
            Self::RationaleMissing => "rationale_missing",
            Self::CriterionRationaleMissing { .. } => "criterion_rationale_missing",
            Self::CitationMissing { .. } => "citation_missing",
            Self::CitationBroken { .. } => "citation_broken",
            Self::CriterionUnknown { .. } => "criterion_unknown",
            Self::DiscrepancyUnanswered { .. } => "discrepancy_unanswered",
            Self::VraakNotMet { .. } => "vraak_not_met",
            Self::SaturationMissing => "saturation_missing",
            Self::NotSaturated => "not_saturated",
            Self::PictureDiffers => "picture_differs",
            Self::MandateMissing => "mandate_missing",
        }
    }

    /// Where: a criterion, `criterion:a:b`, a letter, or nothing.
    pub fn place(&self) -> String {
        match self {
            Self::CriterionRationaleMissing { criterion }
            | Self::CitationMissing { criterion }
            | Self::CitationBroken { criterion }
            | Self::CriterionUnknown { criterion } => criterion.to_string(),
            Self::DiscrepancyUnanswered { criterion, a, b } => format!("{criterion}:{a}:{b}"),
            Self::VraakNotMet { letter } => letter.code().to_owned(),
            Self::StatementMissing
            | Self::OutcomeMissing
            | Self::OutcomeUnknown
            | Self::RationaleMissing
            | Self::SaturationMissing
            | Self::NotSaturated
            | Self::PictureDiffers
            | Self::MandateMissing => String::new(),
        }
    }

    /// Whether a written reason lets it pass. An outcome must exist to be established at all.
    pub fn can_be_passed(&self) -> bool {
        match self {
            Self::OutcomeMissing
            | Self::OutcomeUnknown
            | Self::CitationBroken { .. }
            | Self::CriterionUnknown { .. }
            | Self::MandateMissing => false,
            Self::StatementMissing
            | Self::RationaleMissing
            | Self::CriterionRationaleMissing { .. }
            | Self::CitationMissing { .. }
            | Self::DiscrepancyUnanswered { .. }
            | Self::VraakNotMet { .. }
            | Self::SaturationMissing
            | Self::NotSaturated
            | Self::PictureDiffers => true,
        }
    }
}

/// *Beredeneerd afwijken*: a written reason that lets an obstacle pass; printed on the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// Code of the obstacle, for all its places (`citation_missing`) or with one (`citation_missing:K2`).
    pub code: String,
    /// The reason.
    pub reason: FilledText,
}

impl Deviation {
    /// Whether it lets `obstacle` pass.
    pub fn passes(&self, obstacle: &Obstacle) -> bool {
        if !obstacle.can_be_passed() {
            return false;
        }
        match self.code.split_once(':') {
            None => self.code == obstacle.code(),
            Some((code, place)) => code == obstacle.code() && place == obstacle.place(),
        }
    }
}

/// Everything that stands in the way, passed or not, in the order of the form.
pub(crate) fn find(
    draft: &DraftJudgement,
    ground: &Ground<'_>,
    mandate: Option<&Mandate>,
    date: NaiveDate,
) -> Vec<Obstacle> {
    let (view, sufficiency) = ground.view();
    let mut found = Vec::new();
    if ground.dossier.statement().is_none() {
        found.push(Obstacle::StatementMissing);
    }
    whole(draft, ground, &view, &mut found);
    criteria(draft, ground, &mut found);
    found.extend(unanswered(draft, ground, &view));
    for letter in Letter::ALL {
        if sufficiency.met(letter) == Met::NotMet {
            found.push(Obstacle::VraakNotMet { letter });
        }
    }
    match &draft.saturation {
        Some(answer) if answer.why.trim().is_empty() => found.push(Obstacle::SaturationMissing),
        Some(answer) if !answer.enough => found.push(Obstacle::NotSaturated),
        Some(_) => {}
        None => found.push(Obstacle::SaturationMissing),
    }
    if !mandate.is_some_and(|mandate| mandate.may_establish(date)) {
        found.push(Obstacle::MandateMissing);
    }
    found
}

fn whole(draft: &DraftJudgement, ground: &Ground<'_>, view: &DossierView, found: &mut Vec<Obstacle>) {
    match &draft.outcome {
        None => found.push(Obstacle::OutcomeMissing),
        Some(outcome) => match ground.framework.outcomes.iter().position(|known| known == outcome) {
            None => found.push(Obstacle::OutcomeUnknown),
            Some(place) if differs(place, view) => found.push(Obstacle::PictureDiffers),
            Some(_) => {}
        },
    }
    if draft.rationale.trim().is_empty() {
        found.push(Obstacle::RationaleMissing);
    }
}

/// Whether words and picture point different ways: the lowest outcome while nothing lies below the norm, or another
/// outcome while some criterion does. It asks for a sentence and decides nothing.
fn differs(outcome: usize, view: &DossierView) -> bool {
    if outcome == 0 {
        view.criteria.iter().all(|criterion| criterion.stance == Stance::Above)
    } else {
        view.criteria.iter().any(|criterion| criterion.stance == Stance::Below)
    }
}

fn criteria(draft: &DraftJudgement, ground: &Ground<'_>, found: &mut Vec<Obstacle>) {
    for words in &draft.criteria {
        if ground.framework.criterion_index(&words.criterion).is_none() {
            found.push(Obstacle::CriterionUnknown { criterion: words.criterion.clone() });
        }
    }
    for criterion in &ground.framework.criteria {
        let criterion = &criterion.id;
        let words = draft.criteria.iter().find(|words| words.criterion == *criterion);
        if words.is_none_or(|words| words.rationale.trim().is_empty()) {
            found.push(Obstacle::CriterionRationaleMissing { criterion: criterion.clone() });
        }
        let citations = words.map(|words| words.citations.as_slice()).unwrap_or_default();
        if citations.is_empty() {
            found.push(Obstacle::CitationMissing { criterion: criterion.clone() });
        }
        let broken = citations.iter().any(|citation| {
            let cited = ground.dossier.datapoint(&citation.datapoint);
            cited.is_none_or(|datapoint| citation.span.of(&datapoint.text).is_none())
        });
        if broken {
            found.push(Obstacle::CitationBroken { criterion: criterion.clone() });
        }
    }
}

fn unanswered(draft: &DraftJudgement, ground: &Ground<'_>, view: &DossierView) -> Vec<Obstacle> {
    let framework = ground.framework;
    let open = view.discrepancies.iter().map(|found| {
        let criterion = &framework.criteria[found.criterion].id;
        let (a, b) = (&framework.sources[found.minority].id, &framework.sources[found.other].id);
        (criterion, a, b)
    });
    open.filter(|(criterion, a, b)| {
        !draft.answers.iter().any(|answer| {
            answer.criterion == **criterion
                && (answer.a == **a && answer.b == **b || answer.a == **b && answer.b == **a)
                && !answer.answer.trim().is_empty()
        })
    })
    .map(|(criterion, a, b)| Obstacle::DiscrepancyUnanswered {
        criterion: criterion.clone(),
        a: a.clone(),
        b: b.clone(),
    })
    .collect()
}
