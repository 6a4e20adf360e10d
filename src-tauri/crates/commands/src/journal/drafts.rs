//! What changed in the words of a judgement in the making.
//!
//! Promises: criterion by criterion, answer by answer, so that a change is found where a person would look for it.

use super::differences::{List, name, yes};
use crate::api::{Thing, ThingValue};
use domain::judgement::{DiscrepancyAnswer, DraftJudgement, Saturation};
use std::collections::BTreeSet;

impl List<'_> {
    /// From one draft to the next; none on either side when it was not there.
    pub(super) fn draft(&mut self, before: Option<&DraftJudgement>, after: Option<&DraftJudgement>) {
        let text = |of: Option<&DraftJudgement>, what: fn(&DraftJudgement) -> &str| of.map_or("", what).to_owned();
        let outcome = |of: Option<&DraftJudgement>| of.and_then(|draft| draft.outcome.as_deref()).and_then(name);
        self.put(Thing::Outcome, "", outcome(before), outcome(after));
        self.words(Thing::Rationale, "", &text(before, |one| &one.rationale), &text(after, |one| &one.rationale));
        self.criteria(before, after);
        self.answers(before, after);
        let saturation = |of: Option<&DraftJudgement>| of.and_then(|draft| draft.saturation.clone());
        let (was, is) = (saturation(before), saturation(after));
        let enough = |of: &Option<Saturation>| of.as_ref().and_then(|one| yes(one.enough));
        self.put(Thing::SaturationEnough, "", enough(&was), enough(&is));
        let why = |of: Option<Saturation>| of.map(|one| one.why).unwrap_or_default();
        self.words(Thing::SaturationWhy, "", &why(was), &why(is));
        self.words(
            Thing::Feedforward,
            "",
            &text(before, |draft| &draft.feedforward),
            &text(after, |draft| &draft.feedforward),
        );
        self.deviations(before, after);
        let reason = |of: Option<&DraftJudgement>| {
            of.and_then(|draft| draft.replaces.as_ref()).map(|one| one.reason.to_string()).unwrap_or_default()
        };
        self.words(Thing::RevisionReason, "", &reason(before), &reason(after));
        if self.found.is_empty() && before.is_some() != after.is_some() {
            let there = |of: Option<&DraftJudgement>| of.map(|_| ThingValue::There);
            self.add(Thing::Draft, "", None, there(before), there(after));
        }
    }

    fn criteria(&mut self, before: Option<&DraftJudgement>, after: Option<&DraftJudgement>) {
        let ids = [before, after].into_iter().flatten().flat_map(|draft| &draft.criteria);
        let ids: BTreeSet<String> = ids.map(|words| words.criterion.to_string()).collect();
        for id in ids {
            let of = |draft: Option<&DraftJudgement>| {
                let found = draft.and_then(|draft| draft.criteria.iter().find(|words| words.criterion.as_str() == id));
                found.map(|words| (words.rationale.clone(), words.citations.clone())).unwrap_or_default()
            };
            let ((was, cited), (is, cites)) = (of(before), of(after));
            self.words(Thing::CriterionRationale, &id, &was, &is);
            for gone in cited.iter().filter(|citation| !cites.contains(citation)) {
                self.citation(&id, gone, true);
            }
            for new in cites.iter().filter(|citation| !cited.contains(citation)) {
                self.citation(&id, new, false);
            }
        }
    }

    fn answers(&mut self, before: Option<&DraftJudgement>, after: Option<&DraftJudgement>) {
        let all = |draft: Option<&DraftJudgement>| -> Vec<(String, String)> {
            let answers = draft.map(|draft| draft.answers.as_slice()).unwrap_or_default();
            let key = |one: &DiscrepancyAnswer| format!("{}:{}:{}", one.criterion, one.a, one.b);
            answers.iter().map(|one| (key(one), one.answer.clone())).collect()
        };
        self.pairs(Thing::DiscrepancyAnswer, &all(before), &all(after));
    }

    fn deviations(&mut self, before: Option<&DraftJudgement>, after: Option<&DraftJudgement>) {
        let all = |draft: Option<&DraftJudgement>| -> Vec<(String, String)> {
            let deviations = draft.map(|draft| draft.deviations.as_slice()).unwrap_or_default();
            deviations.iter().map(|one| (one.code.clone(), one.reason.to_string())).collect()
        };
        self.pairs(Thing::Deviation, &all(before), &all(after));
    }

    fn pairs(&mut self, thing: Thing, before: &[(String, String)], after: &[(String, String)]) {
        let keys: BTreeSet<&String> = before.iter().chain(after).map(|(key, _)| key).collect();
        for key in keys {
            let of = |list: &[(String, String)]| {
                list.iter().find(|(of, _)| of == key).map(|(_, words)| words.clone()).unwrap_or_default()
            };
            self.words(thing, key, &of(before), &of(after));
        }
    }
}
