//! *Weging*: the weights a partnership picks inside the bands of its framework (rule R4).
//!
//! Promises: a [`WeightSet`] adds up to 100, stays inside every band, gives an unused source nothing and only leaves
//! out what the framework calls optional. Deliberately absent: weights for one student.

use crate::framework::WeightFramework;
use crate::ids::SourceId;
use crate::text::FilledText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// What is wrong with a choice of weights.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WeightFault {
    /// They do not add up to 100.
    #[error("sum")]
    Sum(u32),
    /// A weight outside its band.
    #[error("outside the band")]
    OutsideBand {
        /// The source.
        of: SourceId,
        /// Its weight, per cent.
        weight: u8,
        /// Least, per cent.
        min: u8,
        /// Greatest, per cent.
        max: u8,
    },
    /// The framework has no such source.
    #[error("unknown source")]
    UnknownSource(SourceId),
    /// No weight for a source of the framework.
    #[error("missing weight")]
    Missing(SourceId),
    /// A source that the framework does not call optional is declared unused, or an unused one weighs.
    #[error("cannot be unused")]
    CannotBeUnused(SourceId),
}

/// Weights that fit their framework, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeightSet {
    weights: Vec<u8>,
    unused: BTreeSet<SourceId>,
    reason: String,
    frozen: Option<NaiveDate>,
}

impl WeightSet {
    /// Everything that is wrong with `weights`, in the order of the framework; the sum last.
    pub fn faults(
        framework: &WeightFramework,
        weights: &BTreeMap<SourceId, u8>,
        unused: &BTreeSet<SourceId>,
    ) -> Vec<WeightFault> {
        let strange = weights.keys().chain(unused).filter(|id| framework.source_index(id).is_none());
        let mut found: Vec<WeightFault> = strange.cloned().map(WeightFault::UnknownSource).collect();
        let mut sum = 0u32;
        for source in &framework.sources {
            let id = || source.id.clone();
            let weight = match weights.get(&source.id) {
                Some(weight) => *weight,
                None if unused.contains(&source.id) => 0,
                None => {
                    found.push(WeightFault::Missing(id()));
                    continue;
                }
            };
            sum += u32::from(weight);
            let (min, max) = (source.min, source.max);
            if unused.contains(&source.id) && (!source.optional || weight > 0) {
                found.push(WeightFault::CannotBeUnused(id()));
            } else if !(min..=max).contains(&weight) {
                found.push(WeightFault::OutsideBand { of: id(), weight, min, max });
            }
        }
        if sum != 100 {
            found.push(WeightFault::Sum(sum));
        }
        found
    }

    /// The weights as they can be carried over to another framework: kept by id, what is new at the least of its band.
    /// They need not fit; [`Self::faults`] says so.
    pub fn carried(
        &self,
        from: &WeightFramework,
        to: &WeightFramework,
    ) -> (BTreeMap<SourceId, u8>, BTreeSet<SourceId>) {
        let weight = |source: &crate::framework::SourceBand| match from.source_index(&source.id) {
            Some(at) => self.weights.get(at).copied().unwrap_or(source.min),
            None => source.min,
        };
        let weights = to.sources.iter().map(|source| (source.id.clone(), weight(source))).collect();
        let left = |source: &&crate::framework::SourceBand| {
            let new = from.source_index(&source.id).is_none() && source.optional && source.min == 0;
            new || self.unused.contains(&source.id)
        };
        (weights, to.sources.iter().filter(left).map(|source| source.id.clone()).collect())
    }

    /// Checks `weights` (whole per cents by source) and the sources declared `unused` against `framework`.
    pub fn new(
        framework: &WeightFramework,
        weights: &BTreeMap<SourceId, u8>,
        unused: &BTreeSet<SourceId>,
        reason: &str,
    ) -> Result<Self, WeightFault> {
        if let Some(fault) = Self::faults(framework, weights, unused).into_iter().next() {
            return Err(fault);
        }
        let chosen = framework.sources.iter().map(|source| weights.get(&source.id).copied().unwrap_or(0)).collect();
        Ok(Self { weights: chosen, unused: unused.clone(), reason: reason.trim().to_owned(), frozen: None })
    }

    /// The default weights of the example framework: 35, 20, 15, 0 (unused) and 30.
    pub fn example() -> Self {
        let framework = WeightFramework::example();
        let weights = framework.sources.iter().zip([35, 20, 15, 0, 30]).map(|(s, w)| (s.id.clone(), w)).collect();
        let unused = framework.sources.iter().filter(|s| s.optional).map(|s| s.id.clone()).collect();
        Self::new(&framework, &weights, &unused, "").expect("BUG: the example weights fit")
    }

    /// Weights in per cents, in the order of the framework's sources.
    pub fn weights(&self) -> &[u8] {
        &self.weights
    }

    /// Sources the partnership does without, by design.
    pub fn unused(&self) -> &BTreeSet<SourceId> {
        &self.unused
    }

    /// Why these weights.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Since when nothing may change any more (*bevroren*).
    pub fn frozen(&self) -> Option<NaiveDate> {
        self.frozen
    }

    /// The same weights with the reason that lacked; one that is there, or frozen, stays.
    #[must_use]
    pub fn explained(self, reason: &str) -> Self {
        if self.reason.is_empty() && self.frozen.is_none() {
            return Self { reason: reason.trim().to_owned(), ..self };
        }
        self
    }

    /// The same weights, frozen for the cohort; a second freezing keeps the first date.
    #[must_use]
    pub fn freeze(self, on: NaiveDate) -> Self {
        Self { frozen: self.frozen.or(Some(on)), ..self }
    }

    /// The same weights with the partnership's reason.
    #[must_use]
    pub fn because(self, reason: &FilledText) -> Self {
        Self { reason: reason.to_string(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(weights: [u8; 5]) -> Result<WeightSet, WeightFault> {
        let framework = WeightFramework::example();
        let unused = [SourceId::new("opleiding").expect("BUG: an id")].into();
        let weights = framework.sources.iter().zip(weights).map(|(s, w)| (s.id.clone(), w)).collect();
        WeightSet::new(&framework, &weights, &unused, "")
    }

    #[test]
    fn weights_add_up_and_stay_inside_their_bands() {
        assert!(chosen([35, 20, 15, 0, 30]).is_ok());
        assert_eq!(chosen([35, 20, 15, 0, 29]), Err(WeightFault::Sum(99)));
        assert!(matches!(chosen([50, 15, 10, 0, 25]), Err(WeightFault::OutsideBand { weight: 50, .. })));
        assert!(matches!(chosen([35, 20, 15, 5, 25]), Err(WeightFault::CannotBeUnused(_))));
    }
}
