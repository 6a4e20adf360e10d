//! The weighted view once more, slowly: straight from the definitions, over big rationals of a library, with the range
//! found by walking every vertex of the permitted weightings. Shares no arithmetic with the crate.

use domain::dossier::Dossier;
use domain::evidence::{DataPoint, Observation};
use domain::fraction::Fraction;
use domain::framework::{Criterion, SourceBand, WeightFramework};
use domain::weights::WeightSet;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

pub type Q = BigRational;

pub fn q(value: i64) -> Q {
    Q::from_integer(value.into())
}

pub fn of(fraction: &Fraction) -> Q {
    let (n, d) = fraction.parts();
    Q::new(n, d)
}

/// What the definitions say of one criterion; vectors by source.
#[derive(Debug)]
pub struct Slow {
    pub x: Vec<Option<Q>>,
    pub counts: Vec<u32>,
    pub weighed: Vec<bool>,
    pub position: Option<Q>,
    pub range: Option<(Q, Q)>,
    pub coverage: Q,
    pub datapoints: u32,
    pub stance: &'static str,
    pub without: Vec<Option<Q>>,
    pub decisive: Vec<bool>,
    pub flips: Vec<Option<Q>>,
    pub if_missing: Option<(Q, Q)>,
    pub gap: Option<Q>,
    /// Minority first.
    pub discrepancies: Vec<(usize, usize)>,
}

/// m(d,c): the mean of the levels.
fn mean(datapoint: &DataPoint, criterion: &Criterion) -> Option<Q> {
    let levels = datapoint.indications.iter().filter(|said| said.criterion == criterion.id);
    let levels: Vec<Q> = levels
        .filter_map(|said| match said.observation {
            Observation::Level(level) => Some(q(level.into())),
            Observation::NotObserved => None,
        })
        .collect();
    let count = levels.len() as i64;
    (count > 0).then(|| levels.into_iter().sum::<Q>() / q(count))
}

/// Σ w·x / Σ w over the sources that speak.
fn position(x: &[Option<Q>], heard: &[usize], weights: &[Q]) -> Option<Q> {
    let total: Q = heard.iter().map(|s| weights[*s].clone()).sum();
    let sum: Q = heard.iter().filter_map(|s| x[*s].as_ref().map(|x| x * &weights[*s])).sum();
    (!total.is_zero()).then(|| sum / total)
}

/// x(s,c) and n(s,c).
fn source_position(
    framework: &WeightFramework,
    dossier: &Dossier,
    criterion: &Criterion,
    source: &SourceBand,
) -> (Option<Q>, u32) {
    let counted: Vec<(Q, Q)> = dossier
        .datapoints
        .iter()
        .filter(|d| d.source == source.id && d.established)
        .filter_map(|d| Some((of(framework.moment_factors.of(d.moment)), mean(d, criterion)?)))
        .filter(|(g, _)| !g.is_zero())
        .collect();
    let factors: Q = counted.iter().map(|(g, _)| g.clone()).sum();
    let x = (!factors.is_zero()).then(|| counted.iter().map(|(g, m)| g * m).sum::<Q>() / factors);
    (x, u32::try_from(counted.len()).expect("BUG: few"))
}

pub fn criterion(framework: &WeightFramework, set: &WeightSet, dossier: &Dossier, criterion: &Criterion) -> Slow {
    let all = 0..framework.sources.len();
    let weights: Vec<Q> = set.weights().iter().map(|w| q((*w).into())).collect();
    let norm = of(&framework.norm_line);
    let (x, counts): (Vec<_>, Vec<_>) =
        framework.sources.iter().map(|source| source_position(framework, dossier, criterion, source)).unzip();
    let may = |s: usize| criterion.sources.contains(&framework.sources[s].id);
    let weighed: Vec<bool> = all.clone().map(|s| may(s) && x[s].is_some()).collect();
    let heard: Vec<usize> = all.clone().filter(|s| weighed[*s]).collect();
    let expected: Vec<usize> =
        all.clone().filter(|s| may(*s) && !set.unused().contains(&framework.sources[*s].id)).collect();
    let weight_of = |sources: &[usize]| sources.iter().map(|s| weights[*s].clone()).sum::<Q>();
    let of_expected = weight_of(&expected);
    let coverage = if of_expected.is_zero() { Q::zero() } else { weight_of(&heard) / &of_expected };
    let datapoints = heard.iter().map(|s| counts[*s]).sum();
    let total = position(&x, &heard, &weights);
    let range = range(framework, &x, &heard);
    let incomplete =
        coverage < of(&framework.coverage_threshold) || datapoints < criterion.min_datapoints || total.is_none();
    let stance = match &range {
        _ if incomplete => "incomplete",
        Some((least, _)) if *least >= norm => "above",
        Some((_, most)) if *most < norm => "below",
        _ => "depends",
    };
    let rest = |s: usize| heard.iter().copied().filter(|t| *t != s).collect::<Vec<_>>();
    let without: Vec<Option<Q>> =
        all.clone().map(|s| weighed[s].then(|| position(&x, &rest(s), &weights)).flatten()).collect();
    let decisive = without
        .iter()
        .map(|w| w.as_ref().zip(total.as_ref()).is_some_and(|(w, t)| (*w >= norm) != (*t >= norm)))
        .collect();
    let missing: Vec<usize> = expected.iter().copied().filter(|s| !weighed[*s]).collect();
    let if_missing = (!missing.is_empty() && !of_expected.is_zero()).then(|| {
        let sum: Q = heard.iter().filter_map(|s| x[*s].as_ref().map(|x| x * &weights[*s])).sum();
        let most = &sum + q(framework.top_level().into()) * weight_of(&missing);
        (sum / &of_expected, most / &of_expected)
    });
    let own = framework.sources.iter().position(|s| s.id.is_self_insight());
    let gap = own.and_then(|s| Some(x[s].clone()? - position(&x, &rest(s), &weights)?));
    let flips = all.map(|s| weighed[s].then(|| flip(&x, &rest(s), &weights, s, &norm)).flatten()).collect();
    let discrepancies = discrepancies(&x, &heard, &weights, &norm);
    Slow {
        x,
        counts,
        weighed,
        position: total,
        range,
        coverage,
        datapoints,
        stance,
        without,
        decisive,
        flips,
        if_missing,
        gap,
        discrepancies,
    }
}

/// The weight at which the position is the norm: solved by trying the definition at two weights, for the numerator
/// and the denominator of T − n are both linear in the weight.
fn flip(x: &[Option<Q>], rest: &[usize], weights: &[Q], s: usize, norm: &Q) -> Option<Q> {
    let rest_weight: Q = rest.iter().map(|t| weights[*t].clone()).sum();
    if weights[s] == q(100) || rest.is_empty() || rest_weight.is_zero() {
        return None;
    }
    let lean = |v: &Q| -> Q {
        let scale = (q(100) - v) / (q(100) - &weights[s]);
        let others: Q = rest.iter().filter_map(|t| x[*t].as_ref().map(|x| (x - norm) * &weights[*t] * &scale)).sum();
        others + x[s].as_ref().map(|x| (x - norm) * v).unwrap_or_else(Q::zero)
    };
    let (at_none, at_all) = (lean(&q(0)), lean(&q(100)));
    let slope = &at_all - &at_none;
    if slope.is_zero() {
        return None;
    }
    Some(q(-100) * at_none / slope).filter(|v| *v >= q(0) && *v <= q(100))
}

fn discrepancies(x: &[Option<Q>], heard: &[usize], weights: &[Q], norm: &Q) -> Vec<(usize, usize)> {
    let value = |s: usize| x[s].clone().unwrap_or_else(Q::zero);
    let side = |s: usize| value(s) >= *norm;
    let on_side = |s: usize| heard.iter().filter(|t| side(**t) == side(s)).count();
    let mut found = Vec::new();
    for (place, s) in heard.iter().enumerate() {
        for t in &heard[place + 1..] {
            let (low, high) = if value(*s) < value(*t) { (value(*s), value(*t)) } else { (value(*t), value(*s)) };
            let apart = &high - &low;
            if !(high >= *norm && low < *norm && apart >= q(1) || apart >= q(2)) {
                continue;
            }
            let key = |s: usize| (on_side(s), weights[s].clone(), s);
            found.push(if key(*s) < key(*t) { (*s, *t) } else { (*t, *s) });
        }
    }
    found
}

/// Every vertex of { Σ w = 100, lo ≤ w ≤ hi, the heard together weigh at least a trifle }. The trifle stands for
/// *more than nothing*: where it bites, all of it can go to one source, so the bound is exact.
fn range(framework: &WeightFramework, x: &[Option<Q>], heard: &[usize]) -> Option<(Q, Q)> {
    let n = framework.sources.len();
    let trifle = Q::new(BigInt::from(1), BigInt::from(1000));
    let (lo, hi): (Vec<Q>, Vec<Q>) = framework.sources.iter().map(|s| (q(s.min.into()), q(s.max.into()))).unzip();
    let mut found: Vec<Q> = Vec::new();
    let mut look = |w: &[Q]| {
        let fits = (0..n).all(|s| w[s] >= lo[s] && w[s] <= hi[s]) && w.iter().sum::<Q>() == q(100);
        if fits && heard.iter().map(|s| w[*s].clone()).sum::<Q>() >= trifle {
            found.extend(position(x, heard, w));
        }
    };
    for corner in 0..1u32 << n {
        let at: Vec<Q> = (0..n).map(|s| if corner >> s & 1 == 1 { hi[s].clone() } else { lo[s].clone() }).collect();
        for free in 0..n {
            let mut w = at.clone();
            w[free] = q(0);
            w[free] = q(100) - w.iter().sum::<Q>();
            look(&w);
            for inside in heard.iter().copied().filter(|s| !heard.contains(&free) && *s != free) {
                let mut w = at.clone();
                w[inside] = q(0);
                w[inside] = &trifle - heard.iter().map(|s| w[*s].clone()).sum::<Q>();
                w[free] = q(0);
                w[free] = q(100) - w.iter().sum::<Q>();
                look(&w);
            }
        }
    }
    Some((found.iter().min()?.clone(), found.iter().max()?.clone()))
}
