//! The range of a position over every weighting the bands permit: weighing.md, step 5.
//!
//! A linear-fractional programme over a box with one equality. With W the weight that falls to the sources heard,
//! the best sum for a given W is greedy (spare weight goes to the highest value first), so it is piecewise linear in W
//! and the ratio to W is monotone on each piece: the extremes lie at the ends and the breakpoints, which are few.

use super::analysis::{Heard, Whole};

/// Weights in per cents that may fall to the sources heard together, least and greatest.
pub(super) fn reach<I>(heard: &[Heard<I>], all_min: i64, all_max: i64) -> (i64, i64) {
    let (mut min, mut max) = (0, 0);
    for source in heard {
        min += source.min;
        max += source.max;
    }
    (min.max(100 - (all_max - max)), max.min(100 - (all_min - min)))
}

/// The extreme of Σ w·x / Σ w as (Σ w·x, Σ w); `heard` sorted with the values to prefer first. `better(a, b)` tells
/// whether `a` is to be preferred. `None` when no permitted weighting gives these sources any weight.
pub(super) fn extreme<I: Whole>(
    heard: &[Heard<I>],
    (least, most): (i64, i64),
    better: impl Fn(&I, &I) -> bool,
) -> Option<(I, i64)> {
    let mut weight: i64 = heard.iter().map(|source| source.min).sum();
    let mut sum = heard.iter().fold(I::from(0), |sum, source| sum + I::from(source.min) * source.x.clone());
    let mut best: Option<(I, i64)> = None;
    let mut consider = |sum: &I, weight: i64| {
        if weight <= 0 {
            return;
        }
        let improves = match &best {
            None => true,
            Some((known, of)) => better(&(sum.clone() * I::from(*of)), &(known.clone() * I::from(weight))),
        };
        if improves {
            best = Some((sum.clone(), weight));
        }
    };
    if weight >= least {
        consider(&sum, weight);
    }
    for source in heard {
        let room = source.max - source.min;
        for stop in [least, most, weight + room] {
            let step = stop - weight;
            if (0..=room).contains(&step) && (least..=most).contains(&stop) {
                consider(&(sum.clone() + I::from(step) * source.x.clone()), stop);
            }
        }
        weight += room;
        sum = sum + I::from(room) * source.x.clone();
    }
    best
}
