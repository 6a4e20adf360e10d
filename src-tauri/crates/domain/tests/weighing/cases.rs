//! Frameworks, weights and dossiers by chance, within what is permitted.

use chrono::NaiveDate;
use domain::dossier::Dossier;
use domain::evidence::{DataPoint, Indication, Moment, Observation, Provenance, Quadrant};
use domain::fraction::Fraction;
use domain::framework::{Criterion, Domain, MomentFactors, SourceBand, WeightFramework};
use domain::ids::{CriterionId, DataPointId, SourceId, StudentNumber};
use domain::student::{Answer, Placement, Statement, Student};
use domain::text::FilledText;
use domain::weights::WeightSet;
use domain::year::Period;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, day).expect("BUG: a day")
}

pub fn filled(text: &str) -> FilledText {
    FilledText::new(text).expect("BUG: a text")
}

pub fn source(place: usize) -> SourceId {
    SourceId::new(["werkplek", "programma", "drama", "opleiding", SourceId::SELF_INSIGHT][place]).expect("BUG: an id")
}

pub fn criterion(place: usize) -> CriterionId {
    CriterionId::new(&format!("C{place}")).expect("BUG: an id")
}

/// A framework, weights that fit it, and a dossier.
#[derive(Debug, Clone)]
pub struct Case {
    pub framework: WeightFramework,
    pub weights: WeightSet,
    pub dossier: Dossier,
}

fn fraction() -> impl Strategy<Value = Fraction> {
    prop_oneof![
        2 => Just(Fraction::ZERO),
        4 => Just(Fraction::whole(1)),
        4 => (0i64..=7, Just(7i64)).prop_map(|(n, d)| Fraction::new(n, d)),
        // Large enough to leave the quick path.
        1 => (1i64..=1_000_003, Just(1_000_003i64)).prop_map(|(n, d)| Fraction::new(n, d)),
    ]
}

/// Bands, and weights inside them that add up to 100: weights first, bands around them.
fn bands() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    (1usize..=5).prop_flat_map(|count| (vec(0u32..=10, count), vec((0u8..=30, 0u8..=30), count))).prop_map(
        |(parts, around)| {
            let whole: u32 = parts.iter().sum::<u32>().max(1);
            let mut weights: Vec<u8> = parts.iter().map(|part| (part * 100 / whole) as u8).collect();
            let rest = 100 - weights.iter().map(|w| u32::from(*w)).sum::<u32>();
            weights[0] += rest as u8;
            let each = weights.into_iter().zip(around);
            each.map(|(w, (less, more))| (w.saturating_sub(less), w, (w + more).min(100))).collect()
        },
    )
}

fn framework() -> impl Strategy<Value = (WeightFramework, WeightSet)> {
    let factors = [fraction(), fraction(), fraction(), fraction(), fraction()];
    (bands(), 2u8..=6, 1i64..=100, 0i64..=10, factors, vec((1u8..32, 0u32..=3), 1..=3), any::<bool>()).prop_map(
        |(bands, levels, norm, threshold, factors, criteria, unused)| {
            let [kennismaking, startgesprek, tussenevaluatie, eindevaluatie, overig] = factors;
            let count = bands.len();
            let sources = bands.iter().enumerate().map(|(place, (min, weight, max))| SourceBand {
                id: source(place),
                label: source(place).to_string(),
                min: *min,
                max: *max,
                optional: *weight == 0,
            });
            let criteria = criteria.into_iter().enumerate().map(|(place, (bits, min_datapoints))| {
                let mut sources: Vec<SourceId> = (0..count).filter(|s| bits >> s & 1 == 1).map(source).collect();
                if sources.is_empty() {
                    sources.push(source(0));
                }
                let domain = Domain::Kan;
                Criterion {
                    id: criterion(place),
                    domain,
                    label: String::new(),
                    short: String::new(),
                    norm: String::new(),
                    sources,
                    min_datapoints,
                }
            });
            let top = i64::from(levels) - 1;
            let framework = WeightFramework {
                levels: (0..levels).map(|level| format!("n{level}")).collect(),
                norm_line: Fraction::new(norm * top, 100),
                coverage_threshold: Fraction::new(threshold, 10),
                sources: sources.collect(),
                criteria: criteria.collect(),
                moment_factors: MomentFactors { kennismaking, startgesprek, tussenevaluatie, eindevaluatie, overig },
                ..WeightFramework::example()
            };
            framework.check().expect("BUG: the framework holds together");
            let weights: BTreeMap<SourceId, u8> =
                bands.iter().enumerate().map(|(place, (_, weight, _))| (source(place), *weight)).collect();
            let absent = |s: &&SourceBand| unused && s.optional && s.min == 0;
            let unused: BTreeSet<SourceId> = framework.sources.iter().filter(absent).map(|s| s.id.clone()).collect();
            let weights = WeightSet::new(&framework, &weights, &unused, "").expect("BUG: the weights fit");
            (framework, weights)
        },
    )
}

fn datapoint(sources: usize, criteria: usize, levels: u8) -> impl Strategy<Value = DataPoint> {
    let observation = prop_oneof![1 => Just(Observation::NotObserved), 6 => (0..levels).prop_map(Observation::Level)];
    let said = (0..criteria, observation).prop_map(|(place, observation)| Indication {
        criterion: criterion(place),
        observation,
        excerpt: None,
    });
    (0..sources, 0usize..5, prop::bool::weighted(0.85), vec(said, 0..8), 1u32..=6).prop_map(
        |(place, moment, established, indications, month)| DataPoint {
            id: DataPointId::new("d").expect("BUG: an id"),
            source: source(place),
            author: Some(filled("A. Voorbeeld")),
            role: String::new(),
            date: day(month, 3),
            period: Period::P3,
            quadrant: Some(Quadrant::ParticipatieRealistisch),
            moment: Moment::ALL[moment],
            established,
            established_by: None,
            text: String::new(),
            indications,
            provenance: Provenance::Unconfirmed,
        },
    )
}

pub fn statement(kan: Answer, wil: Answer) -> Statement {
    Statement { date: day(5, 1), kan, wil, text: "Omdat het past.".to_owned() }
}

pub fn dossier(datapoints: Vec<DataPoint>) -> Dossier {
    let student = Student {
        number: StudentNumber::new("9900000").expect("BUG: an id"),
        name: filled("Voorbeeld"),
        programme: String::new(),
        subject: String::new(),
        email: String::new(),
        portfolio: String::new(),
        placement: Placement::default(),
        standings: Vec::new(),
    };
    Dossier { student, statements: vec![statement(Answer::Ja, Answer::Ja)], datapoints, conversations: Vec::new() }
}

pub fn case() -> impl Strategy<Value = Case> {
    framework().prop_flat_map(|(framework, weights)| {
        let (sources, criteria) = (framework.sources.len(), framework.criteria.len());
        let levels = framework.top_level() + 1;
        vec(datapoint(sources, criteria, levels), 0..14).prop_map(move |datapoints| Case {
            framework: framework.clone(),
            weights: weights.clone(),
            dossier: dossier(datapoints),
        })
    })
}
