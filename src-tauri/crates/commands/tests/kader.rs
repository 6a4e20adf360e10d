//! The framework and the weights at the level of the use cases: draft, difference, effect, in use, undone, frozen.

mod desk;

use commands::Workbench;
use commands::api::*;
use desk::{Machine, bring_in};
use domain::cohort::CohortDocument;

fn empty() -> (tempfile::TempDir, Workbench) {
    desk::found("R. Veldhoen", Machine::new())
}

fn import(bench: &mut Workbench, document: &CohortDocument) -> FileReport {
    bring_in(bench, "cohort.json", &serde_json::to_string(document).expect("BUG: JSON")).report
}

/// A workspace with the example cohort.
fn filled() -> (tempfile::TempDir, Workbench) {
    let (folder, mut bench) = empty();
    assert_eq!(import(&mut bench, &example::cohort(24, 1)).outcome, FileOutcome::Imported);
    (folder, bench)
}

/// A draft of the next version with something changed in it, kept.
fn draft(bench: &mut Workbench, change: impl FnOnce(&mut FrameworkDoc)) -> KaderProposal {
    let mut proposal = bench.begin_kader().expect("BUG: begun").proposal;
    change(proposal.framework.as_mut().expect("BUG: a draft"));
    bench.save_kader(&proposal).expect("BUG: kept").proposal
}

fn weights(bench: &Workbench, values: [u32; 5], reason: &str) -> KaderProposal {
    let mut weights = bench.kader().expect("BUG: readable").weights;
    weights.weights.iter_mut().zip(values).for_each(|(one, value)| one.weight = value);
    weights.reason = reason.to_owned();
    KaderProposal { framework: None, weights: Some(weights) }
}

fn code<T: std::fmt::Debug>(answer: Result<T, Problem>) -> ProblemCode {
    answer.expect_err("it should be refused").code
}

#[test]
fn a_new_version_is_looked_at_taken_into_use_and_undone() {
    let (_folder, mut bench) = filled();
    let before = bench.overview().expect("BUG: readable").framework;
    let desk = bench.desk().expect("BUG: a table");
    let proposal = draft(&mut bench, |doc| {
        doc.norm_line = "9/4".into();
        doc.criteria[2].norm = "De student handelt doelgericht.".into();
    });
    assert_eq!(proposal.framework.as_ref().map(|doc| doc.version.as_str()), Some("voorbeeld-2"));
    assert_eq!(bench.overview().expect("BUG: readable").framework, before, "a draft changes nothing");
    let look = bench.look_at_kader(&proposal).expect("BUG: looked at");
    assert!(look.ready && look.faults.is_empty() && look.refusals.is_empty(), "{look:?}");
    assert_eq!(look.changes.len(), 3, "{:?}", look.changes);
    let effect = look.effect.expect("BUG: weighed");
    assert_eq!(effect.dossiers, 24);
    assert!(effect.touched > 0 && !effect.stances.is_empty() && !effect.rows[0].name.is_empty());
    assert_eq!(code(bench.use_kader(" ")), ProblemCode::TextMissing);
    let used = bench.use_kader("De norm lag te laag.").expect("BUG: in use");
    assert_eq!(used.versions.len(), 2);
    let last = &used.versions[1];
    assert_eq!((last.label.as_str(), last.by.as_str()), ("voorbeeld-2", "R. Veldhoen"));
    assert_eq!(last.reason, "De norm lag te laag.");
    assert_eq!(used.proposal, KaderProposal::default());
    let moved = bench.desk().expect("BUG: a table");
    let shifted: u32 = desk
        .rows
        .iter()
        .zip(&moved.rows)
        .map(|(a, b)| a.stances.iter().zip(&b.stances).filter(|(was, is)| was != is).count() as u32)
        .sum();
    assert_eq!(shifted, effect.stances.iter().map(|shift| shift.count).sum::<u32>(), "what was told is what came");
    let pair = bench.compare_versions(1, 2).expect("BUG: both are there");
    assert_eq!(pair.changes, look.changes);
    bench.undo().expect("BUG: undone");
    let after = bench.kader().expect("BUG: readable");
    assert_eq!(after.versions.len(), 1);
    assert!(after.proposal.framework.is_some(), "the draft is there again");
    assert_eq!(bench.overview().expect("BUG: readable").framework, before);
    assert_eq!(bench.desk().expect("BUG: a table").rows, desk.rows);
    bench.redo().expect("BUG: done again");
    assert_eq!(bench.kader().expect("BUG: readable").versions.len(), 2);
}

#[test]
fn looking_leaves_nothing() {
    let (_folder, mut bench) = filled();
    let proposal = draft(&mut bench, |doc| doc.criteria.rotate_left(1));
    let acts = bench.journal_all().expect("BUG: readable").len();
    let once = bench.look_at_kader(&proposal).expect("BUG: looked at");
    assert_eq!(once, bench.look_at_kader(&proposal).expect("BUG: looked at"));
    assert_eq!(once.effect.map(|effect| effect.touched), Some(0), "another order is no other picture");
    assert_eq!(bench.journal_all().expect("BUG: readable").len(), acts);
    bench.use_kader("Andere volgorde.").expect("BUG: in use");
    let view = bench.dossier("9000004").expect("BUG: a dossier").weighing;
    assert_eq!(view.criteria.last().map(|row| row.id.as_str()), Some("K1"));
}

#[test]
fn what_hangs_on_the_framework_stays() {
    let (_folder, mut bench) = filled();
    let proposal = draft(&mut bench, |doc| {
        doc.criteria.remove(0);
        doc.sources.remove(2);
        doc.criteria.iter_mut().for_each(|one| one.sources.retain(|id| id != "drama"));
        doc.levels.push("uitmuntend".into());
    });
    let look = bench.look_at_kader(&proposal).expect("BUG: looked at");
    let codes: Vec<RefusalCode> = look.refusals.iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, [RefusalCode::SourceInUse, RefusalCode::CriterionInUse, RefusalCode::ScaleInUse]);
    assert!(look.refusals.iter().all(|refusal| refusal.count > 0) && !look.ready);
    assert_eq!(code(bench.use_kader("Weg ermee.")), ProblemCode::FrameworkInUse);
    assert_eq!(bench.kader().expect("BUG: readable").versions.len(), 1);
}

#[test]
fn a_draft_with_nonsense_is_kept_and_every_fault_said() {
    let (_folder, mut bench) = empty();
    let proposal = draft(&mut bench, |doc| {
        doc.criteria[0].id = " ".into();
        doc.criteria[1].id = "\u{7}".into();
        doc.sources[0].max = 4_000_000;
        doc.moments[0].factor = "twee".into();
        doc.norm_line = "1/0".into();
        doc.version = "voorbeeld-1".into();
    });
    let look = bench.look_at_kader(&proposal).expect("BUG: looked at");
    let places: Vec<&str> = look.faults.iter().map(|fault| fault.place.as_str()).collect();
    for place in ["criterion:0", "criterion:1", "source:0", "moment:kennismaking", "normLine"] {
        assert!(places.contains(&place), "{place} in {places:?}");
    }
    assert_eq!(look.refusals[0].code, RefusalCode::LabelTaken);
    assert!(look.effect.is_none() && !look.ready);
    assert_eq!(code(bench.use_kader("Toch.")), ProblemCode::FrameworkInUse);
    bench.drop_kader().expect("BUG: thrown away");
    assert_eq!(code(bench.use_kader("Toch.")), ProblemCode::NoKaderDraft);
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.kader().expect("BUG: readable").proposal, proposal);
}

#[test]
fn weights_need_a_sum_a_band_and_a_reason() {
    let (_folder, mut bench) = filled();
    let asked = weights(&bench, [50, 20, 15, 0, 30], "");
    let look = bench.look_at_kader(&asked).expect("BUG: looked at");
    assert_eq!(look.sum, 115);
    assert_eq!(look.weight_faults.len(), 3, "{:?}", look.weight_faults);
    bench.save_kader(&asked).expect("BUG: kept");
    assert_eq!(code(bench.use_kader("")), ProblemCode::WeightOutsideBand);
    let asked = weights(&bench, [45, 15, 10, 0, 30], "De werkplek ziet het meest.");
    let effect = bench.look_at_kader(&asked).expect("BUG: looked at").effect.expect("BUG: weighed");
    assert_eq!(effect.dossiers, 24);
    bench.save_kader(&asked).expect("BUG: kept");
    let used = bench.use_kader("").expect("BUG: in use");
    assert_eq!(used.weights, asked.weights.expect("BUG: asked"));
    assert_eq!(used.versions.len(), 1, "weights are no version of the framework");
    let [first, second] = used.weightings.as_slice() else { panic!("two weightings, not {:?}", used.weightings) };
    assert_eq!((&second.weights, second.changes.len()), (&used.weights, 3));
    assert_eq!((first.weights.weights[0].weight, first.changes.len()), (35, 0));
    bench.undo().expect("BUG: undone");
    let undone = bench.kader().expect("BUG: readable");
    assert_eq!(undone.weights.weights[0].weight, 35);
    assert_eq!(undone.weightings, used.weightings[..1], "what was taken back is no weighting that was in force");
    bench.redo().expect("BUG: done again");
    let frozen = bench.freeze_weights().expect("BUG: frozen");
    let reasons: Vec<_> = frozen.weightings.iter().map(|one| one.weights.reason.as_str()).collect();
    assert_eq!(reasons.len(), 2, "freezing is no other weighting: {reasons:?}");
    assert_eq!(reasons[1], "De werkplek ziet het meest.");
}

#[test]
fn a_source_that_comes_is_weighed_once_the_weights_say_so() {
    let (_folder, mut bench) = filled();
    let mut proposal = draft(&mut bench, |doc| {
        let id = "minor".to_owned();
        doc.sources.insert(1, SourceDoc { id: id.clone(), label: "Minor".into(), min: 5, max: 20, optional: false });
        doc.criteria.iter_mut().for_each(|one| one.sources.push(id.clone()));
    });
    let look = bench.look_at_kader(&proposal).expect("BUG: looked at");
    assert_eq!((look.sum, look.ready), (105, false), "the weights that are carried over do not fit");
    let mut weights = look.weights;
    weights.weights[0].weight = 30;
    weights.reason = "De minor telt mee.".into();
    proposal.weights = Some(weights);
    bench.save_kader(&proposal).expect("BUG: kept");
    let look = bench.look_at_kader(&proposal).expect("BUG: looked at");
    assert!(look.ready, "{look:?}");
    let before = bench.dossier("9000004").expect("BUG: a dossier").datapoints.len();
    bench.use_kader("Er is een minor.").expect("BUG: in use");
    let after = bench.dossier("9000004").expect("BUG: a dossier");
    assert_eq!(after.datapoints.len(), before);
    assert_eq!(after.weighing.sources.len(), 6);
    let drama = |reply: &DossierReply| {
        reply.weighing.criteria[0].cells.iter().find(|cell| cell.source == "drama").map(|cell| cell.count)
    };
    let counted = drama(&after);
    bench.undo().expect("BUG: undone");
    assert_eq!(drama(&bench.dossier("9000004").expect("BUG: a dossier")), counted);
}

#[test]
fn frozen_weights_stand_and_only_names_change() {
    let (_folder, mut bench) = filled();
    assert_eq!(code(bench.freeze_weights()), ProblemCode::TextMissing, "without a reason nothing is frozen");
    bench.save_kader(&weights(&bench, [35, 20, 15, 0, 30], "Zoals in de stuurgroep besproken.")).expect("BUG: kept");
    assert_eq!(code(bench.freeze_weights()), ProblemCode::KaderDraftOpen);
    bench.use_kader("").expect("BUG: in use");
    let frozen = bench.freeze_weights().expect("BUG: frozen");
    assert_eq!(frozen.frozen.as_deref(), Some("2025-06-12"));
    assert_eq!(code(bench.freeze_weights()), ProblemCode::WeightsFrozen);
    let undo = bench.overview().expect("BUG: readable").undo.map(|act| act.code);
    assert_eq!(undo.as_deref(), Some("import"), "freezing stands, and so do the weights it fixed");
    let asked = weights(&bench, [45, 15, 10, 0, 30], "Toch anders.");
    assert_eq!(code(bench.save_kader(&asked)), ProblemCode::WeightsFrozen);
    draft(&mut bench, |doc| doc.criteria[0].norm = "Een lichtere norm.".into());
    assert_eq!(code(bench.use_kader("Soepeler.")), ProblemCode::FrameworkFrozen);
    bench.drop_kader().expect("BUG: thrown away");
    draft(&mut bench, |doc| doc.criteria[0].short = "Houding".into());
    let used = bench.use_kader("Korter in de matrix.").expect("BUG: names may change");
    assert_eq!(used.frozen.as_deref(), Some("2025-06-12"), "it stays frozen");
    assert_eq!(bench.overview().expect("BUG: readable").framework.criteria[0].short, "Houding");
}

#[test]
fn a_cohort_framework_is_a_version_and_comes_in_only_without_evidence() {
    let (_folder, mut bench) = empty();
    let mut document = example::cohort(24, 1);
    let mut framework = domain::framework::WeightFramework::example();
    framework.version = "linge-7".into();
    document.weights =
        Some(framework.sources.iter().zip([35, 20, 15, 0, 30]).map(|(of, weight)| (of.id.clone(), weight)).collect());
    document.unused_sources = [framework.sources[3].id.clone()].into();
    document.framework = Some(framework.clone());
    assert_eq!(import(&mut bench, &document).outcome, FileOutcome::Imported);
    let kader = bench.kader().expect("BUG: readable");
    let labels: Vec<&str> = kader.versions.iter().map(|version| version.label.as_str()).collect();
    assert_eq!(labels, ["voorbeeld-1", "linge-7"]);
    assert_eq!((kader.versions[1].origin, kader.versions[1].reason.as_str()), (OriginCode::Imported, "cohort.json"));
    framework.version = "linge-8".into();
    document.framework = Some(framework);
    assert_eq!(import(&mut bench, &document).outcome, FileOutcome::Refused);
    bench.undo().expect("BUG: undone");
    assert_eq!(bench.kader().expect("BUG: readable").versions.len(), 1);
    bench.redo().expect("BUG: redone");
    bench.save_kader(&weights(&bench, [35, 20, 15, 0, 30], "Zoals besproken.")).expect("BUG: kept");
    bench.use_kader("").expect("BUG: in use");
    bench.freeze_weights().expect("BUG: frozen");
    assert_eq!(code(bench.undo()), ProblemCode::NothingToUndo, "it came in with the framework that was frozen");
}
