//! A framework and its weights, made ready for weighing many dossiers.
//!
//! Promises: made once per cohort; holds whole numbers only.

use super::analysis;
use super::points::Point;
use super::view::DossierView;
use crate::evidence::Moment;
use crate::fraction::Fraction;
use crate::framework::WeightFramework;
use crate::weights::WeightSet;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// One source of the plan, in whole per cents.
#[derive(Debug, Clone)]
pub(super) struct PlannedSource {
    pub weight: i64,
    pub min: i64,
    pub max: i64,
}

/// One criterion of the plan; sources as bits, the first source the lowest.
#[derive(Debug, Clone)]
pub(super) struct PlannedCriterion {
    pub may_weigh: u32,
    pub expected: u32,
    pub min_datapoints: u32,
    pub expected_weight: i64,
}

/// A framework and weights, ready to weigh with.
#[derive(Debug, Clone)]
pub struct Plan {
    pub(super) sources: Vec<PlannedSource>,
    pub(super) criteria: Vec<PlannedCriterion>,
    pub(super) self_insight: Option<usize>,
    pub(super) top_level: i64,
    pub(super) norm: (BigInt, BigInt),
    pub(super) small_norm: Option<(i64, i64)>,
    pub(super) threshold: Fraction,
    pub(super) factors: [BigInt; 5],
    pub(super) small_factors: Option<[i64; 5]>,
}

/// Norms and factors up to here keep the quick path from overflowing.
const SMALL: i64 = 1000;

impl Plan {
    /// Makes the plan. The weights must be of this framework (`BUG` otherwise).
    pub fn new(framework: &WeightFramework, weights: &WeightSet) -> Self {
        assert_eq!(framework.sources.len(), weights.weights().len(), "BUG: weights of another framework");
        let sources: Vec<PlannedSource> = framework
            .sources
            .iter()
            .zip(weights.weights())
            .map(|(band, weight)| PlannedSource {
                weight: i64::from(*weight),
                min: i64::from(band.min),
                max: i64::from(band.max),
            })
            .collect();
        let absent = bits(framework, weights.unused().iter());
        let criteria = framework
            .criteria
            .iter()
            .map(|criterion| {
                let may_weigh = bits(framework, criterion.sources.iter());
                let expected = may_weigh & !absent;
                let weights = sources.iter().enumerate().filter(|(at, _)| expected >> at & 1 == 1);
                PlannedCriterion {
                    may_weigh,
                    expected,
                    min_datapoints: criterion.min_datapoints,
                    expected_weight: weights.map(|(_, source)| source.weight).sum(),
                }
            })
            .collect();
        let norm = framework.norm_line.parts();
        let factors = common_factors(framework);
        Self {
            self_insight: framework.sources.iter().position(|source| source.id.is_self_insight()),
            top_level: framework.top_level().into(),
            small_norm: small(&norm.0).zip(small(&norm.1)),
            norm,
            threshold: framework.coverage_threshold.clone(),
            small_factors: small_array(&factors),
            factors,
            sources,
            criteria,
        }
    }

    /// Weighs one dossier into `view`, whose earlier contents are replaced.
    pub fn weigh_into<'a>(&self, points: impl Iterator<Item = Point<'a>> + Clone, view: &mut DossierView) {
        analysis::weigh(self, points, view);
    }

    /// Weighs one dossier.
    pub fn weigh<'a>(&self, points: impl Iterator<Item = Point<'a>> + Clone) -> DossierView {
        let mut view = DossierView::default();
        self.weigh_into(points, &mut view);
        view
    }

    /// Whether a data point counts at all: established, at a moment with a factor above 0 (g(d) > 0).
    pub fn counts(&self, established: bool, moment: Moment) -> bool {
        established && self.factors[moment as usize] > BigInt::ZERO
    }

    /// Least number of counted data points of each criterion, in order.
    pub fn minimum_counts(&self) -> impl Iterator<Item = u32> {
        self.criteria.iter().map(|criterion| criterion.min_datapoints)
    }
}

fn bits<'a>(framework: &WeightFramework, ids: impl Iterator<Item = &'a crate::ids::SourceId>) -> u32 {
    ids.filter_map(|id| framework.source_index(id)).fold(0, |bits, at| bits | 1 << at)
}

/// The factors over one common denominator, which cancels out of every mean.
fn common_factors(framework: &WeightFramework) -> [BigInt; 5] {
    let parts = Moment::ALL.map(|moment| framework.moment_factors.of(moment).parts());
    let denominator = parts.iter().fold(BigInt::from(1), |product, (_, d)| product * d);
    let factors = parts.map(|(n, d)| n * (&denominator / d));
    let divisor = factors.iter().fold(BigInt::ZERO, |a, b| gcd(a, b.clone()));
    if divisor > BigInt::ZERO { factors.map(|factor| factor / &divisor) } else { factors }
}

fn gcd(mut a: BigInt, mut b: BigInt) -> BigInt {
    while b != BigInt::ZERO {
        (a, b) = (b.clone(), a % &b);
    }
    a
}

fn small(value: &BigInt) -> Option<i64> {
    value.to_i64().filter(|value| (0..=SMALL).contains(value))
}

fn small_array(values: &[BigInt; 5]) -> Option<[i64; 5]> {
    let mut found = [0; 5];
    for (place, value) in found.iter_mut().zip(values) {
        *place = small(value)?;
    }
    Some(found)
}
