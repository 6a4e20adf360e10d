//! The framework as something that changes: all its faults, its differences, what is refused, and what a change would do.

use domain::evidence::{Moment, Quadrant};
use domain::fraction::Fraction;
use domain::framework::{
    Domain, DossierShift, Effect, Frame, FrameworkChange, FrameworkFault, FrameworkPlace, InUse, Refusal, Translation,
    WeightChange, WeightFramework,
};
use domain::ids::{CriterionId, SourceId};
use domain::weighing::{Mark, Point, PointRecord};
use domain::weights::{WeightFault, WeightSet};
use domain::year::Period;
use proptest::prelude::*;

fn source(id: &str) -> SourceId {
    SourceId::new(id).expect("BUG: an id")
}

fn criterion(id: &str) -> CriterionId {
    CriterionId::new(id).expect("BUG: an id")
}

#[test]
fn every_fault_is_found_with_its_place() {
    let mut framework = WeightFramework::example();
    framework.name = " ".into();
    framework.levels[1] = String::new();
    framework.norm_line = Fraction::whole(4);
    framework.coverage_threshold = Fraction::new(3, 2);
    framework.sources[2].min = 30;
    framework.sources[0].max = 30;
    framework.sources[4].max = 20;
    framework.criteria[3].sources.clear();
    framework.criteria[5].id = framework.criteria[4].id.clone();
    framework.criteria[6].label = String::new();
    framework.moment_factors.overig = Fraction::whole(2);
    framework.minimum.sources = 6;
    framework.minimum.quadrants = 5;
    framework.outcomes[1] = framework.outcomes[0].clone();
    let places: Vec<FrameworkPlace> = framework.faults().into_iter().map(|found| found.place).collect();
    use FrameworkPlace as At;
    let expected = [
        At::Name,
        At::Level(1),
        At::NormLine,
        At::CoverageThreshold,
        At::Source(2),
        At::Criterion(3),
        At::Criterion(5),
        At::Criterion(6),
        At::Moment(Moment::Overig),
        At::MinimumSources,
        At::MinimumQuadrants,
        At::Outcome(1),
    ];
    assert_eq!(places, expected);
    assert_eq!(framework.check(), Err(FrameworkFault::NormLine), "who weighs is not stopped by a missing name");
    framework.sources[1].max = 15;
    framework.sources[3].max = 0;
    assert!(
        framework.faults().iter().any(|found| matches!(found.fault, FrameworkFault::NoRoom(90, 90))),
        "{:?}",
        framework.faults()
    );
}

#[test]
fn every_fault_of_a_weighting_is_found() {
    let framework = WeightFramework::example();
    let weights =
        framework.sources.iter().zip([50, 20, 30, 0, 30]).map(|(of, weight)| (of.id.clone(), weight)).collect();
    let unused = [source("opleiding"), source("programma")].into();
    let found = WeightSet::faults(&framework, &weights, &unused);
    let outside = |id: &str, weight, min, max| WeightFault::OutsideBand { of: source(id), weight, min, max };
    assert_eq!(
        found,
        [
            outside("werkplek", 50, 25, 45),
            WeightFault::CannotBeUnused(source("programma")),
            outside("drama", 30, 10, 25),
            WeightFault::Sum(130)
        ]
    );
}

#[test]
fn differences_are_named() {
    let before = WeightFramework::example();
    let mut after = before.clone();
    after.sources[2].max = 30;
    after.criteria[2].norm = "De student handelt.".into();
    let gone = after.criteria.remove(8);
    after.criteria.swap(0, 1);
    after.norm_line = Fraction::whole(2);
    let mut new = gone.clone();
    new.id = criterion("O3");
    after.criteria.push(new);
    let found = before.difference(&after);
    use FrameworkChange as Change;
    assert_eq!(
        found,
        [
            Change::NormLine(Fraction::new(3, 2), Fraction::whole(2)),
            Change::Band(source("drama"), (10, 25), (10, 30)),
            Change::CriterionNorm(criterion("K3"), before.criteria[2].norm.clone(), "De student handelt.".into()),
            Change::CriterionRemoved(criterion("O2"), gone.label.clone()),
            Change::CriterionAdded(criterion("O3"), gone.label),
            Change::CriteriaReordered,
        ]
    );
    let held = WeightSet::example();
    assert_eq!(WeightChange::between(&before, &held, &after, &held), []);
}

#[test]
fn nothing_in_use_vanishes_or_changes_its_meaning() {
    let own = WeightFramework::example();
    let used = InUse {
        sources: [(source("drama"), 4)].into(),
        criteria: [(criterion("O2"), 7)].into(),
        levels: 9,
        written: [(criterion("O2"), 1)].into(),
        outcomes: [("aangetoond".to_owned(), 2)].into(),
        frozen: false,
    };
    let mut next = own.clone();
    next.sources.remove(2);
    next.criteria.iter_mut().for_each(|one| one.sources.retain(|id| *id != source("drama")));
    next.criteria.remove(8);
    next.levels.push("uitmuntend".into());
    next.outcomes[1] = "voldoende".into();
    let refused = own.refusals(&next, &used);
    assert_eq!(
        refused,
        [
            Refusal::SourceInUse(source("drama"), 4),
            Refusal::CriterionInUse(criterion("O2"), 7),
            Refusal::CriterionWritten(criterion("O2"), 1),
            Refusal::ScaleInUse(9),
            Refusal::OutcomeInUse("aangetoond".into(), 2),
        ]
    );
    assert!(own.asks_for_use(&next));
    assert_eq!(own.refusals(&next, &InUse::default()), [], "what nothing hangs on may go");
    let mut swapped = own.clone();
    swapped.levels.swap(1, 2);
    assert!(matches!(own.refusals(&swapped, &used)[..], [Refusal::LevelsSwapped(..)]));
    let mut renamed = own.clone();
    renamed.levels[2] = "voldoende".into();
    assert_eq!(own.refusals(&renamed, &used), [], "a level under another name keeps its place");
    let frozen = InUse { frozen: true, ..InUse::default() };
    assert_eq!(own.refusals(&renamed, &frozen), [Refusal::Frozen]);
    let mut named = own.clone();
    named.criteria[0].short = "Houding".into();
    named.version = "voorbeeld-2".into();
    assert_eq!(own.refusals(&named, &frozen), []);
}

prop_compose! {
    fn record()(
        place in 0u8..5, moment in 0usize..5, established in any::<bool>(), author in 0u32..4, late in any::<bool>(),
        marks in proptest::collection::btree_map(0u8..9, (0u32..4, 1u32..3), 0..6),
    ) -> PointRecord {
        let head = Point {
            source: place, moment: Moment::ALL[moment], established, author, quadrant: Some(Quadrant::ParticipatieRealistisch),
            period: if late { Period::P4 } else { Period::P2 }, in_year: true, vouched: true, marks: &[],
        };
        let marks = marks.into_iter().map(|(criterion, (level, count))| Mark { criterion, sum: level * count, count });
        PointRecord { head, marks: marks.collect() }
    }
}

prop_compose! {
    /// The example, changed here and there.
    fn framework()(
        norm in 1i64..12, max in 25u8..60, optional in any::<bool>(), kept in 1usize..10, turned in 0usize..9,
        factor in 0i64..5, minimum in 0u32..5, domain in any::<bool>(), name in "[a-z]{1,8}",
    ) -> WeightFramework {
        let mut framework = WeightFramework::example();
        framework.name = name;
        framework.norm_line = Fraction::new(norm, 4);
        framework.sources[2].max = max;
        framework.sources[1].optional = optional;
        framework.criteria.rotate_left(turned);
        framework.criteria.truncate(kept);
        framework.moment_factors.startgesprek = Fraction::new(factor, 4);
        framework.criteria[0].min_datapoints = minimum;
        if domain {
            framework.criteria[0].domain = Domain::Onderbouwing;
        }
        framework
    }
}

fn effect_of(before: &WeightFramework, after: &WeightFramework, dossiers: &[Vec<PointRecord>]) -> Effect {
    let weights = WeightSet::example();
    let (old, new) = (Frame::new(before, &weights), Frame::new(after, &weights));
    let translation = Translation::new(before, after);
    let mut effect = Effect::default();
    for records in dossiers {
        let (seen, then) = (old.weigh(records), new.weigh(&translation.of(records)));
        effect.add(&DossierShift::between((&old, &seen), (&new, &then)));
    }
    effect
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_framework_differs_in_nothing_from_itself(framework in framework()) {
        prop_assert_eq!(framework.difference(&framework), []);
        prop_assert_eq!(framework.refusals(&framework, &InUse { frozen: true, levels: 3, ..InUse::default() }), []);
    }

    #[test]
    fn what_differs_one_way_differs_the_other(a in framework(), b in framework()) {
        prop_assert_eq!(a.difference(&b).is_empty(), a == b);
        prop_assert_eq!(a.difference(&b).len(), b.difference(&a).len());
    }

    #[test]
    fn the_effect_is_the_same_twice_and_nothing_without_a_change(
        after in framework(), dossiers in proptest::collection::vec(proptest::collection::vec(record(), 0..8), 0..6),
    ) {
        let before = WeightFramework::example();
        let once = effect_of(&before, &after, &dossiers);
        prop_assert_eq!(&once, &effect_of(&before, &after, &dossiers));
        prop_assert_eq!(usize::try_from(once.dossiers).ok(), Some(dossiers.len()));
        prop_assert_eq!(effect_of(&before, &before, &dossiers).touched, 0);
    }

    #[test]
    fn evidence_read_by_another_order_weighs_the_same(
        turned in 0usize..9, records in proptest::collection::vec(record(), 0..10),
    ) {
        let before = WeightFramework::example();
        let mut after = before.clone();
        after.criteria.rotate_left(turned);
        prop_assert_eq!(effect_of(&before, &after, &[records]).touched, 0);
    }
}
