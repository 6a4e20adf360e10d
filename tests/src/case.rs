//! What rules and measurements are tried on: students of the fictional partnership, ready to be judged.
//!
//! Promises: the same cases every time; every word of a draft is derived from what the evidence holds.

use chrono::NaiveDate;
use domain::dossier::Dossier;
use domain::evidence::{Observation, Provenance};
use domain::framework::WeightFramework;
use domain::judgement::{Citation, CriterionRationale, DiscrepancyAnswer, DraftJudgement, Ground, Saturation};
use domain::mandate::{Capacity, Mandate};
use domain::text::FilledText;
use domain::weights::WeightSet;
use domain::year::AcademicYear;
use example::{Situation, cohort, situation_of};

/// A dossier with all that it is weighed by.
pub struct Case {
    /// Framework of the example.
    pub framework: WeightFramework,
    /// Weights of the example.
    pub weights: WeightSet,
    /// Year of the example.
    pub year: AcademicYear,
    /// One student's dossier.
    pub dossier: Dossier,
}

impl Case {
    /// The first student of the example in this situation.
    pub fn of(situation: Situation) -> Self {
        let place = (0..24).find(|place| situation_of(*place) == situation).expect("BUG: the example has each");
        Self::all().swap_remove(place)
    }

    /// Every student of the example.
    pub fn all() -> Vec<Self> {
        let document = cohort(24, 1);
        let year = document.year;
        let (framework, weights) = (WeightFramework::example(), WeightSet::example());
        let dossiers = document.students.into_iter().map(|student| student.into_dossier(&Provenance::Unconfirmed));
        dossiers.map(|dossier| Self { framework: framework.clone(), weights: weights.clone(), year, dossier }).collect()
    }

    /// The same student under a framework of two criteria, with the last data point of each source: what the smallest
    /// partnerships ask, and a form of two pages.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.framework.criteria.retain(|criterion| ["K1", "W1"].contains(&criterion.id.as_str()));
        let kept = self.framework.criteria.clone();
        for datapoint in &mut self.dossier.datapoints {
            datapoint.indications.retain(|said| kept.iter().any(|criterion| criterion.id == said.criterion));
        }
        self.dossier.datapoints.sort_by_key(|datapoint| std::cmp::Reverse(datapoint.date));
        let mut seen = Vec::new();
        self.dossier.datapoints.retain(|datapoint| {
            let new = datapoint.established && !datapoint.indications.is_empty() && !seen.contains(&datapoint.source);
            if new {
                seen.push(datapoint.source.clone());
            }
            new
        });
        self
    }

    /// What a judgement on it stands on.
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            partnership: "Partnerschap Voorbeeld",
            year: self.year,
            framework: &self.framework,
            weights: &self.weights,
            dossier: &self.dossier,
        }
    }

    /// A draft with every word that can be written from what is there, and no deviation.
    pub fn draft(&self) -> DraftJudgement {
        let mut draft = DraftJudgement::new(self.dossier.student.number.clone(), 1);
        draft.outcome = Some(self.framework.outcomes[1].clone());
        draft.rationale = "De bronnen dragen dit samen.".to_owned();
        draft.saturation = Some(Saturation { enough: true, why: "Er kwam niets nieuws meer bij.".to_owned() });
        for criterion in &self.framework.criteria {
            let mut citations = Vec::new();
            for datapoint in &self.dossier.datapoints {
                let marks = datapoint.indications.iter().filter(|mark| mark.criterion == criterion.id);
                let seen = marks.filter(|mark| mark.observation != Observation::NotObserved);
                let spans = seen.filter_map(|mark| mark.excerpt);
                citations.extend(spans.map(|span| Citation { datapoint: datapoint.id.clone(), span }));
            }
            let rationale = format!("Over {} zijn de bronnen het eens.", criterion.label);
            draft.criteria.push(CriterionRationale { criterion: criterion.id.clone(), rationale, citations });
        }
        let sources = &self.framework.sources;
        let answer = |found: &domain::weighing::Discrepancy| DiscrepancyAnswer {
            criterion: self.framework.criteria[found.criterion].id.clone(),
            a: sources[found.minority].id.clone(),
            b: sources[found.other].id.clone(),
            answer: "Het latere bewijs weegt zwaarder.".to_owned(),
        };
        draft.answers = self.ground().view().0.discrepancies.iter().map(answer).collect();
        draft
    }
}

/// The day on which the example is judged.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 12).expect("BUG: a day")
}

/// A mandate for the year of the example.
pub fn mandate(capacity: Capacity) -> Mandate {
    Mandate {
        holder: FilledText::new("drs. V. Voorbeeld").expect("BUG: a name"),
        capacity,
        granted_by: "examencommissie".to_owned(),
        from: NaiveDate::from_ymd_opt(2024, 9, 1).expect("BUG: a day"),
        until: NaiveDate::from_ymd_opt(2025, 8, 31).expect("BUG: a day"),
    }
}
