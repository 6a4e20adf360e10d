//! A proposal held against what is in force: what is wrong with it, what it changes, whether it may be taken into use.

use super::{doc, effect, versions, views};
use crate::api::*;
use domain::framework::{FrameworkChange, FrameworkVersion, InUse, Refusal, WeightChange, WeightFramework};
use domain::ids::SourceId;
use domain::text::FilledText;
use domain::weights::{WeightFault, WeightSet};
use std::collections::{BTreeMap, BTreeSet};
use store::{Reader, StoreError};

/// A proposal beside what is in force.
pub(super) struct Proposed {
    own: WeightFramework,
    held: WeightSet,
    framework: WeightFramework,
    unread: Vec<FaultView>,
    weights: (BTreeMap<SourceId, u8>, BTreeSet<SourceId>),
    reason: String,
    used: InUse,
    versions: Vec<FrameworkVersion>,
    changes: Vec<FrameworkChange>,
    effect: Option<EffectView>,
}

impl Proposed {
    /// Reads a proposal; what hangs on the framework is counted only when something would go.
    pub fn read(reader: &Reader<'_>, asked: &KaderProposal) -> Result<Self, StoreError> {
        let (own, held) = (reader.framework()?, reader.weights()?);
        let (framework, unread) = match &asked.framework {
            Some(doc) => {
                let read = doc::read(doc);
                (read.framework, read.faults)
            }
            None => (own.clone(), Vec::new()),
        };
        let (mut weights, reason) = match &asked.weights {
            Some(doc) => (doc::weights_of(doc), doc.reason.trim().to_owned()),
            None => (held.carried(&own, &framework), held.reason().to_owned()),
        };
        if asked.weights.is_some() {
            // Weights were written for other sources: what is gone falls away, what is new starts at the least.
            let (carried, left) = held.carried(&own, &framework);
            weights.0.retain(|id, _| carried.contains_key(id));
            weights.1.retain(|id| carried.contains_key(id));
            for (id, weight) in carried {
                if !weights.0.contains_key(&id) {
                    weights.0.insert(id.clone(), weight);
                    weights.1.extend(left.get(&id).cloned());
                }
            }
        }
        let used = match own.asks_for_use(&framework) {
            true => reader.in_use()?,
            false => InUse { frozen: held.frozen().is_some(), ..InUse::default() },
        };
        let changes = own.difference(&framework);
        let versions = versions::kept(reader)?;
        Ok(Self { own, held, framework, unread, weights, reason, used, versions, changes, effect: None })
    }

    /// Weighs all open dossiers on both sides, when there is something to compare that can be weighed.
    pub fn weigh(&mut self, reader: &Reader<'_>) -> Result<(), StoreError> {
        if self.changes.is_empty() && !self.other_weights() || !self.faults().is_empty() {
            return Ok(());
        }
        if let Ok(weights) = self.weight_set() {
            self.effect = Some(effect::of(reader, (&self.own, &self.held), (&self.framework, &weights))?);
        }
        Ok(())
    }

    fn faults(&self) -> Vec<FaultView> {
        self.unread.iter().cloned().chain(self.framework.faults().iter().map(views::fault)).collect()
    }

    fn weight_set(&self) -> Result<WeightSet, WeightFault> {
        if self.changes.iter().all(FrameworkChange::is_wording) && !self.other_weights() {
            return Ok(self.held.clone());
        }
        WeightSet::new(&self.framework, &self.weights.0, &self.weights.1, &self.reason)
    }

    /// Whether the partnership's choice itself changes: a weight, a source left out, or the reason.
    fn other_weights(&self) -> bool {
        self.weights != self.held.carried(&self.own, &self.framework) || self.reason != self.held.reason()
    }

    fn weight_faults(&self) -> Vec<WeightFaultView> {
        let found = WeightSet::faults(&self.framework, &self.weights.0, &self.weights.1);
        let mut views: Vec<WeightFaultView> = found.iter().filter_map(views::weight_fault).collect();
        if self.other_weights() && FilledText::new(&self.reason).is_err() {
            views.push(WeightFaultView::ReasonMissing);
        }
        views
    }

    /// What keeps it from being taken into use, faults apart.
    pub fn refusals(&self) -> Vec<Refusal> {
        let mut found = self.own.refusals(&self.framework, &self.used);
        if !self.changes.is_empty() && versions::taken(&self.versions, &self.framework.version) {
            found.push(Refusal::LabelTaken(self.framework.version.clone()));
        }
        found
    }

    /// What is to be written: framework and weights, each only when it differs from what is in force.
    pub fn checked(self) -> Result<(Option<WeightFramework>, Option<WeightSet>), Problem> {
        if let Some(fault) = self.faults().first() {
            return Err(Problem::user(ProblemCode::FrameworkFaulty, "").with(fault.place.clone()));
        }
        let weights = self.weight_set()?;
        let chosen = self.other_weights();
        if chosen && self.held.frozen().is_some() {
            return Err(Problem::user(ProblemCode::WeightsFrozen, ""));
        }
        if chosen && FilledText::new(&self.reason).is_err() {
            return Err(Problem::user(ProblemCode::TextMissing, "reason"));
        }
        let framework = (!self.changes.is_empty()).then_some(self.framework);
        let weights = (weights != self.held).then_some(weights);
        Ok((framework, weights))
    }

    /// As the window reads it.
    pub fn view(self) -> KaderLook {
        let (faults, weight_faults, refusals) = (self.faults(), self.weight_faults(), self.refusals());
        let something = !self.changes.is_empty() || self.other_weights();
        let next = self.weight_set().ok();
        let weight_changes = next.iter().flat_map(|next| {
            WeightChange::between(&self.own, &self.held, &self.framework, next)
                .iter()
                .map(views::weight_change)
                .collect::<Vec<_>>()
        });
        let weights = self.framework.sources.iter().map(|source| WeightDoc {
            source: source.id.to_string(),
            weight: self.weights.0.get(&source.id).copied().unwrap_or(0).into(),
            unused: self.weights.1.contains(&source.id),
        });
        KaderLook {
            ready: something && faults.is_empty() && weight_faults.is_empty() && refusals.is_empty(),
            weights: WeightsDoc { weights: weights.collect(), reason: self.reason.clone() },
            weight_changes: weight_changes.collect(),
            sum: self.weights.0.values().map(|weight| u32::from(*weight)).sum(),
            changes: views::changes(&self.changes, &self.own, &self.framework),
            refusals: refusals.iter().map(views::refusal).collect(),
            faults,
            weight_faults,
            effect: self.effect,
        }
    }
}
