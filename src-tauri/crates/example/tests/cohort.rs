//! The example holds every situation, and what is called ready is ready.

use domain::cohort::CohortDocument;
use domain::evidence::Provenance;
use domain::framework::WeightFramework;
use domain::judgement::Ground;
use domain::weighing::{DossierView, Stance};
use domain::weights::WeightSet;
use example::{Situation, cohort, judgements, situation_of};

fn views(document: &CohortDocument) -> Vec<DossierView> {
    let (framework, weights) = (WeightFramework::example(), WeightSet::example());
    let dossiers = document.students.iter().map(|student| student.clone().into_dossier(&Provenance::Unconfirmed));
    dossiers
        .map(|dossier| {
            for datapoint in &dossier.datapoints {
                datapoint.check(&framework).expect("BUG: the evidence fits the framework");
            }
            let ground = Ground {
                partnership: &document.partnership,
                year: document.year,
                framework: &framework,
                weights: &weights,
                dossier: &dossier,
            };
            ground.view().0
        })
        .collect()
}

#[test]
fn every_situation_occurs_as_it_is_called() {
    let document = cohort(24, 1);
    let has = |view: &DossierView, stance| view.criteria.iter().any(|criterion| criterion.stance == stance);
    for (place, view) in views(&document).iter().enumerate() {
        match situation_of(place) {
            Situation::Above | Situation::ArguedNo => assert!(!has(view, Stance::Below), "{place}"),
            Situation::Below => assert!(has(view, Stance::Below), "{place}"),
            Situation::Depends => assert!(has(view, Stance::Depends), "{place}"),
            Situation::Discrepancy => assert!(!view.discrepancies.is_empty(), "{place}"),
            _ => {}
        }
    }
    assert_eq!(document.students[16].name.as_str(), "Fenna Voorbeeld");
    assert_eq!(document.students[16].number.as_str(), "9000017");
    assert!(judgements(&document).iter().any(|judgement| judgement.attempt == 2));
}

#[test]
fn the_same_seed_gives_the_same_cohort_and_another_seed_another() {
    assert_eq!(cohort(30, 7), cohort(30, 7));
    assert_ne!(cohort(30, 7), cohort(30, 8));
    let bulk = example::bulk(3, 20, 80, 1);
    assert!(bulk.students.iter().all(|student| student.datapoints.len() == 20));
    let marks = bulk.students[0].datapoints.iter().map(|point| point.indications.len()).sum::<usize>();
    assert_eq!(marks, 80);
}
