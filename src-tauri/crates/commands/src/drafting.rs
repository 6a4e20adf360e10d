//! Which part of a draft was changed: the name of the act that keeps it.
//!
//! Promises: one part changed is named for what it is (`draft.rationale` with the criterion as its place), several at
//! once are `draft.save`, nothing changed is nothing to keep. The store takes back what was typed on one part in one go;
//! words that go are an act of their own, `draft.erase`, so that taking them back brings them back.

use domain::judgement::{Citation, DraftJudgement};
use domain::obstacles::Deviation;
use std::collections::{BTreeMap, BTreeSet};

/// How many letters are gone when words were taken away, not merely bettered.
const ERASED: usize = 20;

/// Code of the act and the place within the draft; `None` when both drafts say the same.
pub(crate) fn difference(before: &DraftJudgement, after: &DraftJudgement) -> Option<(&'static str, String)> {
    let mut found = Vec::new();
    let mut note = |code: &'static str, place: String| found.push((code, place));
    differing(&rationales(before), &rationales(after)).for_each(|place| note("draft.rationale", place));
    differing(&citations(before), &citations(after)).for_each(|place| note("draft.citation", place));
    differing(&answers(before), &answers(after)).for_each(|place| note("draft.answer", place));
    differing(&deviations(before), &deviations(after)).for_each(|place| note("draft.deviation", place));
    for (code, changed) in [
        ("draft.whole", before.rationale != after.rationale),
        ("draft.saturation", before.saturation != after.saturation),
        ("draft.outcome", before.outcome != after.outcome),
        ("draft.feedforward", before.feedforward != after.feedforward),
    ] {
        if changed {
            note(code, String::new());
        }
    }
    let erased = letters(before) >= letters(after) + ERASED;
    match found.len() {
        0 => None,
        1 => found.pop().map(|(code, place)| if erased { ("draft.erase", place) } else { (code, place) }),
        _ => Some(("draft.save", String::new())),
    }
}

/// How much was written in all.
fn letters(draft: &DraftJudgement) -> usize {
    let criteria = draft.criteria.iter().map(|words| words.rationale.as_str());
    let answers = draft.answers.iter().map(|words| words.answer.as_str());
    let why = draft.saturation.iter().map(|saturation| saturation.why.as_str());
    let rest = [draft.rationale.as_str(), draft.feedforward.as_str()];
    criteria.chain(answers).chain(why).chain(rest).map(|text| text.chars().count()).sum()
}

/// Keys that have another value, or none, on one of both sides.
fn differing<V: PartialEq>(
    before: &BTreeMap<String, V>,
    after: &BTreeMap<String, V>,
) -> impl Iterator<Item = String> + use<V> {
    let keys = before.keys().chain(after.keys());
    let mut found: Vec<String> = keys.filter(|key| before.get(*key) != after.get(*key)).cloned().collect();
    found.sort();
    found.dedup();
    found.into_iter()
}

fn rationales(draft: &DraftJudgement) -> BTreeMap<String, &str> {
    let filled = draft.criteria.iter().filter(|words| !words.rationale.is_empty());
    filled.map(|words| (words.criterion.to_string(), words.rationale.as_str())).collect()
}

fn citations(draft: &DraftJudgement) -> BTreeMap<String, &[Citation]> {
    let filled = draft.criteria.iter().filter(|words| !words.citations.is_empty());
    filled.map(|words| (words.criterion.to_string(), words.citations.as_slice())).collect()
}

/// By criterion: one field on the screen may answer several discrepancies of it.
fn answers(draft: &DraftJudgement) -> BTreeMap<String, BTreeSet<(&str, &str, &str)>> {
    let mut found: BTreeMap<String, BTreeSet<_>> = BTreeMap::new();
    for words in draft.answers.iter().filter(|words| !words.answer.is_empty()) {
        let answer = (words.a.as_str(), words.b.as_str(), words.answer.as_str());
        found.entry(words.criterion.to_string()).or_default().insert(answer);
    }
    found
}

fn deviations(draft: &DraftJudgement) -> BTreeMap<String, &Deviation> {
    draft.deviations.iter().map(|deviation| (deviation.code.clone(), deviation)).collect()
}
