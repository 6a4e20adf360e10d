//! The weighted view against its definitions (`weighing.md`): a slow second implementation, laws, and figures done by hand.

mod cases;
mod slow;

use cases::{Case, case, dossier, statement};
use domain::cohort::CohortDocument;
use domain::evidence::{DataPoint, Indication, Moment, Observation, Provenance};
use domain::fraction::Fraction;
use domain::framework::WeightFramework;
use domain::ids::SourceId;
use domain::judgement::Ground;
use domain::student::Answer;
use domain::weighing::{DossierView, Plan, Stance, records_of};
use domain::weights::WeightSet;
use domain::year::AcademicYear;
use proptest::prelude::*;

fn year() -> AcademicYear {
    AcademicYear::parse("2024-2025").expect("BUG: a year")
}

fn view(case: &Case) -> DossierView {
    let records = records_of(&case.dossier.datapoints, &case.framework, year());
    Plan::new(&case.framework, &case.weights).weigh(records.iter().map(|record| record.as_point()))
}

fn compare(case: &Case) {
    let view = view(case);
    for (place, criterion) in case.framework.criteria.iter().enumerate() {
        let slow = slow::criterion(&case.framework, &case.weights, &case.dossier, criterion);
        let (fast, cells) = (&view.criteria[place], view.cells_of(place));
        let exact = |value: &Option<Fraction>| value.as_ref().map(slow::of);
        let pair = |value: &Option<(Fraction, Fraction)>| value.as_ref().map(|(a, b)| (slow::of(a), slow::of(b)));
        assert_eq!(exact(&fast.position), slow.position);
        assert_eq!(slow::of(&fast.coverage), slow.coverage);
        assert_eq!(fast.datapoints, slow.datapoints);
        assert_eq!(pair(&fast.range), slow.range);
        assert_eq!(fast.stance.code(), slow.stance);
        assert_eq!(pair(&fast.if_missing), slow.if_missing);
        assert_eq!(fast.self_image.as_ref().map(|found| slow::of(&found.gap)), slow.gap);
        for (s, cell) in cells.iter().enumerate() {
            assert_eq!(exact(&cell.position), slow.x[s]);
            assert_eq!(cell.count, slow.counts[s]);
            assert_eq!(cell.weighed, slow.weighed[s]);
            assert_eq!(exact(&cell.without), slow.without[s]);
            assert_eq!(cell.decisive, slow.decisive[s]);
            assert_eq!(cell.flip.as_ref().map(|flip| slow::of(&flip.weight)), slow.flips[s]);
            let band = &case.framework.sources[s];
            let inside = |v: &slow::Q| *v >= slow::q(band.min.into()) && *v <= slow::q(band.max.into());
            assert_eq!(cell.flip.as_ref().map(|flip| flip.within_band), slow.flips[s].as_ref().map(inside));
        }
        let mut found: Vec<_> = view.discrepancies_of(place).map(|d| (d.minority, d.other)).collect();
        let mut expected = slow.discrepancies;
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_what_the_definitions_say(case in case()) {
        compare(&case);
    }

    #[test]
    fn the_order_of_the_input_is_nothing(case in case(), seed in any::<prop::sample::Index>()) {
        let before = view(&case);
        let mut turned = case.clone();
        let points = &mut turned.dossier.datapoints;
        points.reverse();
        let middle = seed.index(points.len().max(1));
        let middle = middle.min(points.len());
        points.rotate_left(middle);
        points.iter_mut().for_each(|datapoint| datapoint.indications.reverse());
        prop_assert_eq!(before, view(&turned));
    }

    #[test]
    fn the_position_lies_within_its_range(case in case()) {
        for criterion in view(&case).criteria {
            if let (Some(position), Some((least, most))) = (criterion.position, criterion.range) {
                prop_assert!(least <= position && position <= most);
            }
        }
    }

    #[test]
    fn what_the_student_states_moves_no_figure(case in case(), kan in 0usize..3, wil in 0usize..3) {
        let answers = [Answer::Ja, Answer::Nee, Answer::Twijfel];
        let mut other = case.clone();
        other.dossier.statements = vec![statement(answers[kan], answers[wil])];
        let of = |case: &Case| {
            let Case { framework, weights, dossier } = case;
            Ground { partnership: "Voorbeeld", year: year(), framework, weights, dossier }.view()
        };
        prop_assert_eq!(of(&case), of(&other));
    }

    #[test]
    fn a_source_that_may_not_weigh_changes_nothing_weighed(case in case(), level in 0u8..2) {
        let before = view(&case);
        for (place, kept) in case.framework.criteria.iter().enumerate() {
            let outside = case.framework.sources.iter().find(|source| !kept.sources.contains(&source.id));
            let (Some(outside), Some(first)) = (outside, case.dossier.datapoints.first()) else { continue };
            let mut more = case.clone();
            let said = Indication { criterion: kept.id.clone(), observation: Observation::Level(level), excerpt: None };
            let added = DataPoint { source: outside.id.clone(), established: true, indications: vec![said], ..first.clone() };
            more.dossier.datapoints.push(added);
            let after = view(&more);
            let (was, is) = (&before.criteria[place], &after.criteria[place]);
            prop_assert_eq!((&was.position, &was.range, &was.coverage), (&is.position, &is.range, &is.coverage));
            prop_assert_eq!((was.stance, was.datapoints, &was.if_missing), (is.stance, is.datapoints, &is.if_missing));
            let weighed = |view: &DossierView| -> Vec<_> {
                view.cells_of(place).iter().filter(|cell| cell.weighed).cloned().collect()
            };
            prop_assert_eq!(weighed(&before), weighed(&after));
            let found = |view: &DossierView| view.discrepancies_of(place).copied().collect::<Vec<_>>();
            prop_assert_eq!(found(&before), found(&after));
        }
    }
}

/// One data point per source at the end evaluation, with a level on `criterion`.
fn spoken(framework: &WeightFramework, criterion: &str, levels: &[(&str, u8)]) -> Vec<DataPoint> {
    let cohort: CohortDocument =
        serde_json::from_str(include_str!("../samples/cohort.json")).expect("BUG: the sample reads");
    let student = cohort.students.into_iter().next().expect("BUG: a student");
    let model = student.into_dossier(&Provenance::Unconfirmed).datapoints.remove(0);
    let known = framework.criteria.iter().find(|known| known.id.as_str() == criterion).expect("BUG: known");
    let each = levels.iter().map(|(source, level)| DataPoint {
        source: SourceId::new(source).expect("BUG: an id"),
        moment: Moment::Eindevaluatie,
        established: true,
        indications: vec![Indication {
            criterion: known.id.clone(),
            observation: Observation::Level(*level),
            excerpt: None,
        }],
        ..model.clone()
    });
    each.collect()
}

#[test]
fn the_worked_example_comes_out_as_by_hand() {
    let framework = WeightFramework::example();
    let datapoints = spoken(&framework, "K4", &[("werkplek", 2), ("programma", 1), ("drama", 1)]);
    let case = Case { weights: WeightSet::example(), dossier: dossier(datapoints), framework };
    let view = view(&case);
    let place = case.framework.criteria.iter().position(|c| c.id.as_str() == "K4").expect("BUG: known");
    let found = &view.criteria[place];
    assert_eq!(found.coverage, Fraction::whole(1));
    assert_eq!(found.position, Some(Fraction::new(3, 2)));
    assert_eq!(found.range, Some((Fraction::new(21, 16), Fraction::new(23, 14))));
    assert_eq!(found.stance, Stance::Depends);
    let pairs: Vec<_> = view.discrepancies_of(place).map(|d| (d.minority, d.other)).collect();
    assert_eq!(pairs, [(0, 1), (0, 2)]);
    let workplace = &view.cells_of(place)[0];
    assert_eq!(workplace.without, Some(Fraction::whole(1)));
    assert!(workplace.decisive);
    compare(&case);
}

#[test]
fn missing_is_not_nought_and_ten_passages_count_once() {
    let framework = WeightFramework::example();
    let mut datapoints = spoken(&framework, "K1", &[("werkplek", 3), ("werkplek", 1)]);
    let ten = datapoints[0].indications[0].clone();
    datapoints[0].indications = vec![ten.clone(); 10];
    datapoints[1].indications.push(Indication { observation: Observation::NotObserved, ..ten });
    let case = Case { weights: WeightSet::example(), dossier: dossier(datapoints), framework };
    let view = view(&case);
    let cells = view.cells_of(0);
    assert_eq!((cells[0].position.clone(), cells[0].count), (Some(Fraction::whole(2)), 2));
    assert_eq!(cells[1].position, None);
}

#[test]
fn sums_that_outgrow_64_bits_stay_exact() {
    let mut case =
        Case { framework: WeightFramework::example(), weights: WeightSet::example(), dossier: dossier(Vec::new()) };
    let primes = [101u32, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157];
    let model = spoken(&case.framework, "K1", &[("werkplek", 1)]).remove(0);
    for prime in primes {
        let mut datapoint = model.clone();
        let low = Indication { observation: Observation::Level(0), ..datapoint.indications[0].clone() };
        datapoint.indications.extend(std::iter::repeat_n(low, prime as usize - 1));
        case.dossier.datapoints.push(datapoint);
    }
    compare(&case);
}
