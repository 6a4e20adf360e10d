//! Rules on establishing and what comes after: R5, R7, R9, R10, R11.

use domain::judgement::DraftJudgement;
use domain::mandate::Capacity;
use domain::obstacles::{Deviation, Obstacle};
use domain::student::Answer;
use domain::text::FilledText;
use example::Situation;
use weegschaal_tests::case::{Case, mandate, today};

fn codes(case: &Case, draft: &DraftJudgement, capacity: Capacity) -> Vec<&'static str> {
    let mandate = mandate(capacity);
    draft.obstacles(&case.ground(), Some(&mandate), today()).iter().map(Obstacle::code).collect()
}

fn filled(text: &str) -> FilledText {
    FilledText::new(text).expect("BUG: a text")
}

/// A case in which nothing stands in the way once whatever the evidence lacks by VRAAK is passed with a reason.
fn ready(situation: Situation) -> (Case, DraftJudgement) {
    let case = Case::of(situation);
    let mut draft = case.draft();
    draft.deviations.push(Deviation { code: "vraak_not_met".to_owned(), reason: filled("Bekend en besproken.") });
    assert_eq!(codes(&case, &draft, Capacity::Examiner), [""; 0]);
    (case, draft)
}

#[test]
fn r5_a_well_argued_no_can_meet_the_outcome() {
    let (mut case, draft) = ready(Situation::ArguedNo);
    for statement in &mut case.dossier.statements {
        (statement.kan, statement.wil) = (Answer::Ja, Answer::Nee);
    }
    let judgement = draft.establish(&case.ground(), Some(&mandate(Capacity::Examiner)), today());
    assert_eq!(judgement.expect("BUG: nothing in the way").outcome(), case.framework.outcomes[1]);
}

#[test]
fn r7_where_words_and_picture_differ_one_sentence_is_asked_for_and_kept() {
    let (case, mut draft) = ready(Situation::Above);
    draft.outcome = Some(case.framework.outcomes[0].clone());
    assert_eq!(codes(&case, &draft, Capacity::Examiner), ["picture_differs"]);
    draft.deviations.push(Deviation { code: "picture_differs".to_owned(), reason: filled("De analyse ontbreekt.") });
    let judgement = draft.establish(&case.ground(), Some(&mandate(Capacity::Examiner)), today());
    let judgement = judgement.expect("BUG: the sentence is there");
    assert!(judgement.words().deviations.iter().any(|deviation| deviation.reason.as_str() == "De analyse ontbreekt."));
}

#[test]
fn r9_each_thing_asked_for_stands_in_the_way_when_it_lacks() {
    let (case, draft) = ready(Situation::Discrepancy);
    type TakeAway = fn(&mut Case, &mut DraftJudgement);
    let lacking: [(&str, TakeAway); 6] = [
        ("statement_missing", |case, _| case.dossier.statements.clear()),
        ("criterion_rationale_missing", |_, draft| draft.criteria[0].rationale.clear()),
        ("citation_missing", |_, draft| draft.criteria[0].citations.clear()),
        ("discrepancy_unanswered", |_, draft| draft.answers.clear()),
        ("saturation_missing", |_, draft| draft.saturation = None),
        ("rationale_missing", |_, draft| draft.rationale.clear()),
    ];
    for (code, take_away) in lacking {
        let mut case = Case { framework: case.framework.clone(), ..Case::of(Situation::Discrepancy) };
        let mut without = draft.clone();
        take_away(&mut case, &mut without);
        assert!(codes(&case, &without, Capacity::Examiner).contains(&code), "{code}");
        without.deviations.push(Deviation { code: code.to_owned(), reason: filled("Beredeneerd afgeweken.") });
        assert_eq!(codes(&case, &without, Capacity::Examiner), [""; 0], "{code} passed with a reason");
    }
}

#[test]
fn r9_vraak_stands_in_the_way_until_there_is_a_reason() {
    let (mut case, mut draft) = ready(Situation::Above);
    draft.deviations.clear();
    case.dossier.datapoints.iter_mut().for_each(|datapoint| datapoint.author = None);
    assert!(codes(&case, &draft, Capacity::Examiner).contains(&"vraak_not_met"));
}

#[test]
fn r9_a_citation_that_points_at_nothing_cannot_be_passed() {
    let (case, mut draft) = ready(Situation::Above);
    draft.criteria[0].citations[0].span.end = usize::MAX as _;
    draft.deviations.push(Deviation { code: "citation_broken".to_owned(), reason: filled("Toch.") });
    assert_eq!(codes(&case, &draft, Capacity::Examiner), ["citation_broken"]);
}

#[test]
fn r10_a_correction_is_a_revision_with_a_reason() {
    let (case, draft) = ready(Situation::Above);
    let examiner = mandate(Capacity::Examiner);
    let judgement = draft.establish(&case.ground(), Some(&examiner), today()).expect("BUG: nothing in the way");
    let revision = judgement.revise("00ff", filled("Verkeerde begeleider genoemd."));
    let replaces = revision.replaces.as_ref().expect("BUG: a revision says what it replaces");
    assert_eq!((replaces.judgement.as_str(), replaces.reason.as_str()), ("00ff", "Verkeerde begeleider genoemd."));
    let before = judgement.clone();
    let replaced = judgement.replace("11aa");
    assert_eq!((replaced.judgement, replaced.by.as_str()), (before, "11aa"));
}

#[test]
fn r11_only_a_mandate_to_decide_on_that_day_establishes() {
    let (case, mut draft) = ready(Situation::Above);
    draft.deviations.push(Deviation { code: "mandate_missing".to_owned(), reason: filled("Toch.") });
    let ground = case.ground();
    let mut expired = mandate(Capacity::Examiner);
    expired.until = today().pred_opt().expect("BUG: a day");
    let without = [None, Some(mandate(Capacity::Prepare)), Some(expired)];
    for mandate in without {
        let refused = draft.clone().establish(&ground, mandate.as_ref(), today());
        assert_eq!(refused.expect_err("BUG: nobody may"), [Obstacle::MandateMissing]);
    }
    for capacity in [Capacity::Examiner, Capacity::Decide] {
        assert!(draft.clone().establish(&ground, Some(&mandate(capacity)), today()).is_ok());
    }
}
