//! Judgements to make forms of: one on every student of the domain's sample cohort, in words derived from what is there.

use chrono::{DateTime, NaiveDate, Utc};
use domain::cohort::CohortDocument;
use domain::dossier::Dossier;
use domain::evidence::{Observation, Provenance};
use domain::framework::WeightFramework;
use domain::journal::JournalCheckpoint;
use domain::judgement::{
    Citation, CriterionRationale, DiscrepancyAnswer, DraftJudgement, EstablishedJudgement, Ground, Saturation,
};
use domain::mandate::{Capacity, Mandate};
use domain::obstacles::Deviation;
use domain::text::FilledText;
use domain::weights::WeightSet;
use domain::year::AcademicYear;
use form::{Fonts, FormFacts, Language, Rendered};

pub const COHORT: &str = include_str!("../../../domain/tests/samples/cohort.json");

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("BUG: a day")
}

pub fn filled(text: &str) -> FilledText {
    FilledText::new(text).expect("BUG: a text")
}

/// Dossiers of the sample with what they are judged by.
pub struct Cohort {
    pub partnership: String,
    pub year: AcademicYear,
    pub framework: WeightFramework,
    pub weights: WeightSet,
    pub dossiers: Vec<Dossier>,
}

impl Cohort {
    /// The sample under the example framework.
    pub fn sample() -> Self {
        let document: CohortDocument = serde_json::from_str(COHORT).expect("BUG: the sample reads");
        let dossiers = document.students.into_iter().map(|student| student.into_dossier(&Provenance::Unconfirmed));
        Self {
            partnership: document.partnership,
            year: document.year,
            framework: WeightFramework::example(),
            weights: WeightSet::example().freeze(day(2025, 4, 1)),
            dossiers: dossiers.collect(),
        }
    }

    /// The sample under a framework of two criteria with the last data point of each source: what the smallest
    /// partnerships ask, and a form of two pages.
    pub fn small() -> Self {
        let mut cohort = Self::sample();
        cohort.framework.criteria.retain(|criterion| ["K1", "W1"].contains(&criterion.id.as_str()));
        let known: Vec<_> = cohort.framework.criteria.iter().map(|criterion| criterion.id.clone()).collect();
        for dossier in &mut cohort.dossiers {
            for datapoint in &mut dossier.datapoints {
                datapoint.indications.retain(|said| known.contains(&said.criterion));
            }
            dossier.datapoints.sort_by_key(|datapoint| std::cmp::Reverse(datapoint.date));
            let mut seen = Vec::new();
            dossier.datapoints.retain(|datapoint| {
                let new = !datapoint.indications.is_empty() && !seen.contains(&datapoint.source);
                if new {
                    seen.push(datapoint.source.clone());
                }
                new
            });
        }
        cohort
    }

    pub fn ground<'a>(&'a self, dossier: &'a Dossier) -> Ground<'a> {
        let Self { partnership, year, framework, weights, .. } = self;
        Ground { partnership, year: *year, framework, weights, dossier }
    }

    /// A judgement on every student.
    pub fn judgements(&self) -> Vec<EstablishedJudgement> {
        let mandate = mandate();
        let judge = |dossier| {
            let ground = self.ground(dossier);
            draft(&ground).establish(&ground, Some(&mandate), day(2025, 6, 12)).expect("BUG: nothing in the way")
        };
        self.dossiers.iter().map(judge).collect()
    }
}

pub fn mandate() -> Mandate {
    Mandate {
        holder: filled("drs. Ö. Voorbeeld-Ğüler"),
        capacity: Capacity::Examiner,
        granted_by: "examencommissie".to_owned(),
        from: day(2024, 9, 1),
        until: day(2025, 8, 31),
    }
}

/// Judgements on every student of the sample, each word of them derived from what is there.
pub fn judgements() -> Vec<EstablishedJudgement> {
    Cohort::sample().judgements()
}

pub fn draft(ground: &Ground<'_>) -> DraftJudgement {
    let mut draft = DraftJudgement::new(ground.dossier.student.number.clone(), 1);
    draft.outcome = Some(ground.framework.outcomes[1].clone());
    draft.rationale = "De student laat in meer leeromgevingen zien waarop het eigen antwoord rust. ".repeat(2);
    draft.feedforward = "Zoek in het tweede jaar een klas die tegenspel geeft.".to_owned();
    draft.saturation = Some(Saturation { enough: true, why: "Nieuwe gesprekken voegden niets meer toe.".to_owned() });
    for criterion in &ground.framework.criteria {
        let mut citations = Vec::new();
        for datapoint in &ground.dossier.datapoints {
            let spans = datapoint.indications.iter().filter(|mark| mark.criterion == criterion.id);
            let spans =
                spans.filter(|mark| mark.observation != Observation::NotObserved).filter_map(|mark| mark.excerpt);
            citations.extend(spans.map(|span| Citation { datapoint: datapoint.id.clone(), span }));
        }
        citations.truncate(2);
        let rationale = format!("De bronnen over {} wijzen dezelfde kant op.", criterion.label);
        draft.criteria.push(CriterionRationale { criterion: criterion.id.clone(), rationale, citations });
    }
    let (view, _) = ground.view();
    let sources = &ground.framework.sources;
    draft.answers = view
        .discrepancies
        .iter()
        .map(|found| DiscrepancyAnswer {
            criterion: ground.framework.criteria[found.criterion].id.clone(),
            a: sources[found.minority].id.clone(),
            b: sources[found.other].id.clone(),
            answer: "De werkplek zag een andere klas; het latere bewijs weegt zwaarder.".to_owned(),
        })
        .collect();
    let codes = ["statement_missing", "citation_missing", "vraak_not_met", "picture_differs"];
    draft.deviations = codes
        .iter()
        .filter(|code| draft.obstacles(ground, None, day(2025, 6, 12)).iter().any(|found| found.code() == **code))
        .map(|code| Deviation { code: (*code).to_owned(), reason: filled("Besproken met de student en de school.") })
        .collect();
    draft
}

pub fn facts(checkpoint: &JournalCheckpoint) -> FormFacts<'_> {
    let made_at: DateTime<Utc> = DateTime::from_timestamp(1_749_730_000, 0).expect("BUG: a time");
    FormFacts { checkpoint, made_at, revision: 1, app_version: "0.1.0" }
}

pub fn checkpoint() -> JournalCheckpoint {
    JournalCheckpoint { seq: 812, hash: "ab".repeat(32) }
}

pub fn render(judgement: &EstablishedJudgement) -> Rendered {
    render_in(Language::Dutch, judgement)
}

pub fn render_in(language: Language, judgement: &EstablishedJudgement) -> Rendered {
    let checkpoint = checkpoint();
    form::render_in(language, judgement, &facts(&checkpoint), Fonts::shared()).expect("BUG: it can be set")
}
