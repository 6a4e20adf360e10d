//! The weightings that were in force, told from the journal: nothing is kept of them besides.
//!
//! Promises: the last is the one in force; one that was taken back is not among them; freezing makes no other weighting.

use super::{doc, views};
use crate::api::WeightingBrief;
use crate::convert::moment;
use domain::framework::{WeightChange, WeightFramework};
use domain::ids::SourceId;
use domain::weights::WeightSet;
use std::collections::BTreeSet;
use store::{Kept, Reader, StoreError};

struct Weighting {
    at: String,
    by: String,
    framework: WeightFramework,
    weights: WeightSet,
}

/// Every weighting in short, the one in force last, each with what it changed of the one before.
pub(super) fn briefs(reader: &Reader<'_>) -> Result<Vec<WeightingBrief>, StoreError> {
    let kept = kept(reader)?;
    let brief = |(at, one): (usize, &Weighting)| {
        let before = at.checked_sub(1).map(|before| &kept[before]);
        let changes = before.map_or_else(Vec::new, |before| {
            WeightChange::between(&before.framework, &before.weights, &one.framework, &one.weights)
        });
        WeightingBrief {
            at: one.at.clone(),
            by: one.by.clone(),
            weights: doc::of_weights(&one.framework, &one.weights),
            changes: changes.iter().map(views::weight_change).collect(),
        }
    };
    Ok(kept.iter().enumerate().map(brief).collect())
}

fn kept(reader: &Reader<'_>) -> Result<Vec<Weighting>, StoreError> {
    let frameworks = reader.through_time("framework")?;
    let mut found: Vec<Weighting> = Vec::new();
    for (entry, taken_back, kept) in reader.through_time("weights")? {
        let Kept::Weights(weights) = kept else { continue };
        // Weights stand in the order of the sources of their framework.
        let then = frameworks.iter().rfind(|(at, ..)| at.seq <= entry.seq).map(|(.., kept)| kept);
        let Some(Kept::Framework(framework)) = then else { continue };
        let known = found.iter().rposition(|one| same(&one.weights, &weights));
        if let Some(at) = known
            && (taken_back.is_some() || at + 1 == found.len())
        {
            found.truncate(at + 1);
            continue;
        }
        // A reason that is given later makes no other weighting.
        if let Some(last) = found.last_mut()
            && last.weights.reason().is_empty()
            && choice(&last.weights) == choice(&weights)
        {
            last.weights = weights;
            continue;
        }
        let framework = framework.as_ref().clone();
        found.push(Weighting { at: moment(entry.at), by: entry.actor, framework, weights });
    }
    Ok(found)
}

/// Whether two are the same choice for the same reason, frozen or not.
fn same(one: &WeightSet, other: &WeightSet) -> bool {
    choice(one) == choice(other) && one.reason() == other.reason()
}

/// What is weighed how, whatever the reason.
fn choice(set: &WeightSet) -> (&[u8], &BTreeSet<SourceId>) {
    (set.weights(), set.unused())
}
