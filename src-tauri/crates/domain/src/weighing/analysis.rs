//! The arithmetic of weighing.md, steps 1 to 11, in whole numbers.
//!
//! Every value of a criterion is brought over one denominator, so that what follows is multiplication and comparison.
//! The quick path computes in 64 bits and is taken when the denominators are small enough never to overflow; any
//! other dossier takes the same code with integers of any size. The result is the same to the last digit.

use super::plan::Plan;
use super::points::Point;
use super::range;
use super::view::{Cell, CriterionView, Discrepancy, DossierView, Flip, SelfImage, Stance};
use crate::fraction::Fraction;
use num_bigint::BigInt;
use num_traits::Num;

/// A whole number to compute with: 64 bits, or any size.
pub(super) trait Whole: Num + Clone + Ord + From<i64> {
    /// `numerator / denominator`.
    fn fraction(numerator: Self, denominator: Self) -> Fraction;
}

impl Whole for i64 {
    fn fraction(numerator: Self, denominator: Self) -> Fraction {
        Fraction::new(numerator, denominator)
    }
}

impl Whole for BigInt {
    fn fraction(numerator: Self, denominator: Self) -> Fraction {
        Fraction::from_big(numerator, denominator)
    }
}

/// A source that may weigh and has something to say, with its value over the criterion's denominator.
#[derive(Debug, Clone)]
pub(super) struct Heard<I> {
    pub place: usize,
    pub weight: i64,
    pub min: i64,
    pub max: i64,
    pub x: I,
}

/// x(s,c) on its way: Σ g·m over `denominator`, Σ g, and how many.
#[derive(Debug, Clone)]
struct Sum<I> {
    numerator: I,
    denominator: I,
    factors: I,
    count: u32,
}

/// Denominators and numerators up to here keep every product of the quick path inside 64 bits: values stay below
/// ten levels, weights below a few hundred, so the largest product is some 2^61, in [`add_up`].
const QUICK: i64 = 1 << 30;
/// Passages of one data point on one criterion up to here, for the same reason.
const QUICK_COUNT: u32 = 1 << 16;

pub(super) fn weigh<'a>(plan: &Plan, points: impl Iterator<Item = Point<'a>> + Clone, view: &mut DossierView) {
    view.criteria.clear();
    view.cells.clear();
    view.discrepancies.clear();
    if let (Some(norm), Some(factors)) = (plan.small_norm, plan.small_factors)
        && let Some(sums) = add_up(plan, points.clone(), factors, Some(QUICK))
        && criteria(plan, &sums, &norm, Some(QUICK), view)
    {
        return;
    }
    view.criteria.clear();
    view.cells.clear();
    view.discrepancies.clear();
    let sums = add_up(plan, points, plan.factors.clone(), None).expect("BUG: no limit was set");
    criteria(plan, &sums, &plan.norm, None, view);
}

/// Steps 1 and 2; `None` when a denominator passes `limit`.
fn add_up<'a, I: Whole>(
    plan: &Plan,
    points: impl Iterator<Item = Point<'a>>,
    factors: [I; 5],
    limit: Option<I>,
) -> Option<Vec<Sum<I>>> {
    let width = plan.sources.len();
    let empty = Sum { numerator: I::zero(), denominator: I::one(), factors: I::zero(), count: 0 };
    let mut sums = vec![empty; width * plan.criteria.len()];
    for point in points {
        let factor = &factors[point.moment as usize];
        if !point.established || factor.is_zero() {
            continue;
        }
        for mark in point.marks {
            if limit.is_some() && mark.count > QUICK_COUNT {
                return None;
            }
            let sum = &mut sums[usize::from(mark.criterion) * width + usize::from(point.source)];
            let count = I::from(i64::from(mark.count));
            let said = factor.clone() * I::from(i64::from(mark.sum));
            if mark.count == 1 {
                sum.numerator = sum.numerator.clone() + said * sum.denominator.clone();
            } else {
                let common = least_common_multiple(&sum.denominator, &count);
                sum.numerator = sum.numerator.clone() * (common.clone() / sum.denominator.clone())
                    + said * (common.clone() / count);
                sum.denominator = common;
            }
            sum.factors = sum.factors.clone() + factor.clone();
            sum.count += 1;
            if limit.as_ref().is_some_and(|limit| sum.denominator > *limit || sum.numerator > *limit) {
                return None;
            }
        }
    }
    Some(sums)
}

/// Steps 3 to 11 for every criterion; `false` when a common denominator passes `limit`.
fn criteria<I: Whole>(plan: &Plan, sums: &[Sum<I>], norm: &(I, I), limit: Option<I>, view: &mut DossierView) -> bool {
    let width = plan.sources.len();
    let mut heard = Vec::with_capacity(width);
    for (at, criterion) in plan.criteria.iter().enumerate() {
        let row = &sums[at * width..(at + 1) * width];
        let mut unit = norm.1.clone();
        for sum in row.iter().filter(|sum| sum.count > 0) {
            let below = sum.denominator.clone() * sum.factors.clone();
            if limit.as_ref().is_some_and(|limit| below > *limit) {
                return false;
            }
            unit = least_common_multiple(&unit, &below);
            if limit.as_ref().is_some_and(|limit| unit > *limit) {
                return false;
            }
        }
        heard.clear();
        for (place, sum) in row.iter().enumerate() {
            let mut cell = Cell { count: sum.count, ..Cell::default() };
            if sum.count > 0 {
                let below = sum.denominator.clone() * sum.factors.clone();
                cell.position = Some(I::fraction(sum.numerator.clone(), below.clone()));
                cell.weighed = criterion.may_weigh >> place & 1 == 1;
                if cell.weighed {
                    let source = &plan.sources[place];
                    let x = sum.numerator.clone() * (unit.clone() / below);
                    heard.push(Heard { place, weight: source.weight, min: source.min, max: source.max, x });
                }
            }
            view.cells.push(cell);
        }
        let own = plan.self_insight.and_then(|place| row.get(place)).filter(|sum| sum.count > 0);
        let own =
            own.map(|sum| sum.numerator.clone() * (unit.clone() / (sum.denominator.clone() * sum.factors.clone())));
        let scale = Scale { norm: norm.0.clone() * (unit.clone() / norm.1.clone()), unit };
        let cells_from = at * width;
        one(plan, at, &mut heard, own, &scale, view, cells_from);
    }
    true
}

/// The norm line and one level, over the criterion's denominator.
struct Scale<I> {
    norm: I,
    unit: I,
}

fn one<I: Whole>(
    plan: &Plan,
    at: usize,
    heard: &mut [Heard<I>],
    own: Option<I>,
    scale: &Scale<I>,
    view: &mut DossierView,
    cells_from: usize,
) {
    let criterion = &plan.criteria[at];
    let weight: i64 = heard.iter().map(|source| source.weight).sum();
    let total = heard.iter().fold(I::zero(), |sum, s| sum + I::from(s.weight) * s.x.clone());
    let over = |sum: &I, weight: i64| I::fraction(sum.clone(), scale.unit.clone() * I::from(weight));
    let position = (weight > 0).then(|| over(&total, weight));
    let coverage = match criterion.expected_weight {
        0 => Fraction::ZERO,
        expected => Fraction::new(weight, expected),
    };
    discrepancies(at, heard, scale, &mut view.discrepancies);
    for source in heard.iter() {
        without(plan, source, heard.len(), (&total, weight), scale, &mut view.cells[cells_from + source.place]);
    }
    let cells = &view.cells[cells_from..];
    let datapoints = heard.iter().map(|source| cells[source.place].count).sum();
    let heard_bits = heard.iter().fold(0u32, |bits, source| bits | 1 << source.place);
    let missing: i64 = (0..plan.sources.len())
        .filter(|place| (criterion.expected & !heard_bits) >> place & 1 == 1)
        .map(|place| plan.sources[place].weight)
        .sum();
    let if_missing = (criterion.expected & !heard_bits != 0 && criterion.expected_weight > 0).then(|| {
        let most = total.clone() + I::from(plan.top_level * missing) * scale.unit.clone();
        (over(&total, criterion.expected_weight), over(&most, criterion.expected_weight))
    });
    let self_image = own.and_then(|own| gap(plan, heard, &own, (&total, weight), scale));

    let incomplete = coverage < plan.threshold || datapoints < criterion.min_datapoints || weight == 0;
    let bounds = bounds(plan, heard);
    let stance = match &bounds {
        _ if incomplete => Stance::Incomplete,
        None => Stance::Incomplete,
        Some(((least, of), _)) if *least >= scale.norm.clone() * I::from(*of) => Stance::Above,
        Some((_, (most, of))) if *most < scale.norm.clone() * I::from(*of) => Stance::Below,
        Some(_) => Stance::Depends,
    };
    let range = bounds.map(|((least, of), (most, of_most))| (over(&least, of), over(&most, of_most)));
    view.criteria.push(CriterionView { stance, position, range, coverage, datapoints, if_missing, self_image });
}

type Bound<I> = (I, i64);

/// Step 5: least and greatest.
fn bounds<I: Whole>(plan: &Plan, heard: &mut [Heard<I>]) -> Option<(Bound<I>, Bound<I>)> {
    if heard.is_empty() {
        return None;
    }
    let all_min = plan.sources.iter().map(|source| source.min).sum();
    let all_max = plan.sources.iter().map(|source| source.max).sum();
    let reach = range::reach(heard, all_min, all_max);
    heard.sort_unstable_by(|a, b| a.x.cmp(&b.x));
    let least = range::extreme(heard, reach, |a, b| a < b)?;
    heard.reverse();
    let most = range::extreme(heard, reach, |a, b| a > b)?;
    Some((least, most))
}

/// Step 7.
fn discrepancies<I: Whole>(at: usize, heard: &[Heard<I>], scale: &Scale<I>, found: &mut Vec<Discrepancy>) {
    let above = heard.iter().filter(|source| source.x >= scale.norm).count();
    let supporters = |source: &Heard<I>| if source.x >= scale.norm { above } else { heard.len() - above };
    for (index, first) in heard.iter().enumerate() {
        for second in &heard[index + 1..] {
            let apart = if first.x > second.x {
                first.x.clone() - second.x.clone()
            } else {
                second.x.clone() - first.x.clone()
            };
            let across = (first.x >= scale.norm) != (second.x >= scale.norm);
            if !(across && apart >= scale.unit || apart >= scale.unit.clone() + scale.unit.clone()) {
                continue;
            }
            // Sources stand in the framework's order here, so on a full tie the first is shown first.
            let order = (supporters(first), first.weight).cmp(&(supporters(second), second.weight));
            let (minority, other) = if order.is_le() { (first, second) } else { (second, first) };
            found.push(Discrepancy { criterion: at, minority: minority.place, other: other.place });
        }
    }
}

/// Steps 8 and 9.
fn without<I: Whole>(
    plan: &Plan,
    source: &Heard<I>,
    heard: usize,
    (total, weight): (&I, i64),
    scale: &Scale<I>,
    cell: &mut Cell,
) {
    let rest_weight = weight - source.weight;
    if heard < 2 || rest_weight <= 0 {
        return;
    }
    let rest = total.clone() - I::from(source.weight) * source.x.clone();
    let rest_norm = scale.norm.clone() * I::from(rest_weight);
    let all_norm = scale.norm.clone() * I::from(weight);
    cell.without = Some(I::fraction(rest.clone(), scale.unit.clone() * I::from(rest_weight)));
    cell.decisive = (rest >= rest_norm) != (*total >= all_norm);

    let lean = rest - rest_norm;
    let pull = (source.x.clone() - scale.norm.clone()) * I::from(100 - source.weight);
    let below = lean.clone() - pull;
    if source.weight == 100 || below.is_zero() {
        return;
    }
    let value = I::fraction(I::from(100) * lean, below);
    if value >= Fraction::ZERO && value <= Fraction::whole(100) {
        let band = &plan.sources[source.place];
        let within_band = value >= Fraction::whole(band.min) && value <= Fraction::whole(band.max);
        cell.flip = Some(Flip { weight: value, within_band });
    }
}

/// Step 11.
fn gap<I: Whole>(
    plan: &Plan,
    heard: &[Heard<I>],
    own: &I,
    (total, weight): (&I, i64),
    scale: &Scale<I>,
) -> Option<SelfImage> {
    let itself = heard.iter().find(|source| Some(source.place) == plan.self_insight);
    let (rest, rest_weight) = match itself {
        Some(source) => (total.clone() - I::from(source.weight) * source.x.clone(), weight - source.weight),
        None => (total.clone(), weight),
    };
    (rest_weight > 0).then(|| SelfImage {
        gap: I::fraction(own.clone() * I::from(rest_weight) - rest, scale.unit.clone() * I::from(rest_weight)),
    })
}

fn least_common_multiple<I: Whole>(a: &I, b: &I) -> I {
    if (a.clone() % b.clone()).is_zero() {
        return a.clone();
    }
    let (mut x, mut y) = (a.clone(), b.clone());
    while !y.is_zero() {
        (x, y) = (y.clone(), x % y);
    }
    a.clone() / x * b.clone()
}
