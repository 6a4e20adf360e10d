//! Rules on the learning outcomes, the sources and the weighing: R1 to R8.

use domain::cohort::CohortDocument;
use domain::evidence::Moment;
use domain::framework::{Domain, WeightFramework};
use domain::ids::SourceId;
use domain::student::{Answer, LearningOutcome, ProductType};
use domain::weighing::Stance;
use domain::weights::{WeightFault, WeightSet};
use domain::year::Period;
use example::{Situation, cohort};
use weegschaal_tests::case::Case;

#[test]
fn r1_the_four_outcomes_have_their_products_and_moments() {
    use LearningOutcome::{Beroep, Lerende, Onderwijsactiviteit, PositiefLeerklimaat};
    let told = LearningOutcome::ALL.map(|luk| (luk, luk.product_types(), luk.judged_in()));
    let expected: [(LearningOutcome, &[ProductType], &[Period]); 4] = [
        (Beroep, &[ProductType::Analyse], &[Period::P4]),
        (PositiefLeerklimaat, &[ProductType::Handeling, ProductType::Analyse], &[Period::P3]),
        (Onderwijsactiviteit, &[ProductType::Ontwerp], &[Period::P2, Period::P3]),
        (Lerende, &[ProductType::Advies], &[Period::P3, Period::P4]),
    ];
    assert_eq!(told, expected);
}

#[test]
fn r2_absent_by_design_is_no_gap_and_absent_by_omission_is() {
    let opleiding = SourceId::new("opleiding").expect("BUG: an id");
    let mut case = Case::of(Situation::Above);
    case.dossier.datapoints.retain(|datapoint| datapoint.source != opleiding);
    let criterion = case.framework.criteria.iter().position(|criterion| criterion.sources.contains(&opleiding));
    let criterion = criterion.expect("BUG: opleiding weighs somewhere");
    let by_design = case.ground().view().0.criteria[criterion].coverage.clone();

    let chosen = [("werkplek", 35), ("programma", 20), ("drama", 10), ("opleiding", 10), ("zelfinzicht", 25)];
    let chosen = chosen.map(|(id, weight)| (SourceId::new(id).expect("BUG: an id"), weight)).into();
    case.weights = WeightSet::new(&case.framework, &chosen, &[].into(), "").expect("BUG: inside the bands");
    let by_omission = case.ground().view().0.criteria[criterion].coverage.clone();
    assert!(by_omission < by_design, "{by_omission:?} < {by_design:?}");
}

#[test]
fn r3_a_data_point_has_no_verdict_and_counts_when_established() {
    let json = serde_json::to_string(&cohort(1, 1)).expect("BUG: it is JSON");
    for word in ["verdict", "outcome", "judgement", "grade"] {
        let with = json.replacen("\"established\":", &format!("\"{word}\":\"aangetoond\",\"established\":"), 1);
        assert_ne!(with, json);
        let error = serde_json::from_str::<CohortDocument>(&with).expect_err("BUG: a data point with a verdict");
        assert!(error.to_string().contains(word), "{error}");
    }
    let mut case = Case::of(Situation::Above);
    case.dossier.datapoints.iter_mut().for_each(|datapoint| datapoint.established = false);
    assert!(case.ground().view().0.criteria.iter().all(|criterion| criterion.datapoints == 0));
    let factors = WeightFramework::example().moment_factors;
    assert!(*factors.of(Moment::Eindevaluatie) > *factors.of(Moment::Tussenevaluatie));
}

#[test]
fn r4_weights_stay_inside_the_bands_and_freeze_once() {
    let framework = WeightFramework::example();
    let unused = [SourceId::new("opleiding").expect("BUG: an id")].into();
    for source in framework.sources.iter().filter(|source| !source.optional) {
        let mut chosen: std::collections::BTreeMap<SourceId, u8> =
            framework.sources.iter().zip(WeightSet::example().weights()).map(|(s, w)| (s.id.clone(), *w)).collect();
        chosen.insert(source.id.clone(), source.max + 1);
        let refused = WeightSet::new(&framework, &chosen, &unused, "");
        assert!(matches!(refused, Err(WeightFault::OutsideBand { of, .. }) if of == source.id));
    }
    let (first, second) =
        (weegschaal_tests::case::today(), weegschaal_tests::case::today().succ_opt().expect("BUG: a day"));
    assert_eq!(WeightSet::example().freeze(first).freeze(second).frozen(), Some(first));
}

#[test]
fn r5_what_a_student_states_changes_nothing_that_is_weighed() {
    for mut case in Case::all() {
        let before = case.ground().view();
        for (kan, wil) in [(Answer::Ja, Answer::Nee), (Answer::Nee, Answer::Ja), (Answer::Twijfel, Answer::Twijfel)] {
            for statement in &mut case.dossier.statements {
                (statement.kan, statement.wil) = (kan, wil);
            }
            assert_eq!(case.ground().view(), before);
        }
    }
}

#[test]
fn r6_missing_is_not_zero() {
    let mut case = Case::of(Situation::Above);
    let before = case.ground().view().0;
    let drama = SourceId::new("drama").expect("BUG: an id");
    case.dossier.datapoints.retain(|datapoint| datapoint.source != drama);
    let after = case.ground().view().0;
    let place = case.framework.source_index(&drama).expect("BUG: drama is a source");
    for criterion in 0..case.framework.criteria.len() {
        let cell = &after.cells_of(criterion)[place];
        assert!(cell.position.is_none() && cell.count == 0);
        assert!(after.criteria[criterion].coverage <= before.criteria[criterion].coverage);
        // Every source that is left stands at or above the norm, so a missing one cannot pull the picture below it.
        assert_ne!(after.criteria[criterion].stance, Stance::Below);
    }
}

#[test]
fn r8_self_insight_stands_beside_where_it_may_not_weigh() {
    let case = Case::of(Situation::Above);
    let mut without = Case::of(Situation::Above);
    without.dossier.datapoints.retain(|datapoint| !datapoint.source.is_self_insight());
    let (with, without) = (case.ground().view().0, without.ground().view().0);
    let kan = case.framework.criteria.iter().enumerate().filter(|(_, criterion)| criterion.domain == Domain::Kan);
    for (place, _) in kan {
        let (a, b) = (&with.criteria[place], &without.criteria[place]);
        assert_eq!((&a.position, &a.range, a.stance), (&b.position, &b.range, b.stance));
    }
}
