//! What other weights or another framework would do to dossiers that are still open.
//!
//! Promises: both sides are weighed in full, from the same evidence; nothing is kept by looking; what has the same id on
//! both sides is compared, the rest is named as new or gone. Deliberately absent: outcomes; a shift is no verdict.

use super::WeightFramework;
use crate::ids::{CriterionId, SourceId};
use crate::sufficiency::{Letter, Met, Sufficiency};
use crate::weighing::{DossierView, Plan, PointRecord, Stance};
use crate::weights::WeightSet;
use std::collections::{BTreeMap, BTreeSet};

/// A framework with weights, ready to weigh with.
pub struct Frame<'a> {
    framework: &'a WeightFramework,
    plan: Plan,
}

impl<'a> Frame<'a> {
    /// Of a framework that was checked and weights that fit it.
    pub fn new(framework: &'a WeightFramework, weights: &WeightSet) -> Self {
        Self { framework, plan: Plan::new(framework, weights) }
    }

    /// Weighs the evidence of one dossier.
    pub fn weigh(&self, records: &[PointRecord]) -> Weighed {
        let points = records.iter().map(PointRecord::as_point);
        let sufficiency = Sufficiency::of(self.framework, &self.plan, points.clone());
        Weighed { view: self.plan.weigh(points), sufficiency }
    }

    fn clashes(&self, view: &DossierView) -> BTreeSet<(CriterionId, SourceId, SourceId)> {
        let source = |at: usize| self.framework.sources[at].id.clone();
        let pair = |found: &crate::weighing::Discrepancy| {
            let (a, b) = (source(found.minority), source(found.other));
            let criterion = self.framework.criteria[found.criterion].id.clone();
            if a <= b { (criterion, a, b) } else { (criterion, b, a) }
        };
        view.discrepancies.iter().map(pair).collect()
    }
}

/// A dossier weighed.
pub struct Weighed {
    /// The view.
    pub view: DossierView,
    /// VRAAK.
    pub sufficiency: Sufficiency,
}

/// Where the sources and criteria of one framework stand in another, by id.
pub struct Translation {
    sources: Vec<Option<u8>>,
    criteria: Vec<Option<u8>>,
}

impl Translation {
    /// From `before` to `after`.
    pub fn new(before: &WeightFramework, after: &WeightFramework) -> Self {
        let place = |found: Option<usize>| found.and_then(|at| u8::try_from(at).ok());
        Self {
            sources: before.sources.iter().map(|source| place(after.source_index(&source.id))).collect(),
            criteria: before.criteria.iter().map(|one| place(after.criterion_index(&one.id))).collect(),
        }
    }

    /// The records as the other framework reads them; what it does not know falls away.
    pub fn of(&self, records: &[PointRecord]) -> Vec<PointRecord> {
        let known = |places: &[Option<u8>], at: u8| places.get(usize::from(at)).copied().flatten();
        let moved = records.iter().filter_map(|record| {
            let mut moved = record.clone();
            moved.head.source = known(&self.sources, record.head.source)?;
            moved.marks.retain_mut(|mark| match known(&self.criteria, mark.criterion) {
                Some(place) => {
                    mark.criterion = place;
                    true
                }
                None => false,
            });
            Some(moved)
        });
        moved.collect()
    }
}

/// A letter of VRAAK that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VraakShift {
    /// Which.
    pub letter: Letter,
    /// Before.
    pub from: Met,
    /// After.
    pub to: Met,
}

/// What changes in one dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DossierShift {
    /// Criteria whose stance changes, before and after; `None` where the criterion is new or gone.
    pub stances: Vec<(CriterionId, Option<Stance>, Option<Stance>)>,
    /// Discrepancies that appear: criterion and the two sources.
    pub appeared: Vec<(CriterionId, SourceId, SourceId)>,
    /// Discrepancies that go.
    pub vanished: Vec<(CriterionId, SourceId, SourceId)>,
    /// Letters that change.
    pub vraak: Vec<VraakShift>,
}

impl DossierShift {
    /// Compares one dossier, weighed on both sides.
    pub fn between(before: (&Frame<'_>, &Weighed), after: (&Frame<'_>, &Weighed)) -> Self {
        let ((old, seen), (new, then)) = (before, after);
        let mut shift = Self::default();
        for (criterion, found) in old.framework.criteria.iter().zip(&seen.view.criteria) {
            let to = new.framework.criterion_index(&criterion.id).map(|at| then.view.criteria[at].stance);
            if to != Some(found.stance) {
                shift.stances.push((criterion.id.clone(), Some(found.stance), to));
            }
        }
        for (criterion, found) in new.framework.criteria.iter().zip(&then.view.criteria) {
            if old.framework.criterion_index(&criterion.id).is_none() {
                shift.stances.push((criterion.id.clone(), None, Some(found.stance)));
            }
        }
        if !seen.view.discrepancies.is_empty() || !then.view.discrepancies.is_empty() {
            let (had, has) = (old.clashes(&seen.view), new.clashes(&then.view));
            shift.appeared = has.difference(&had).cloned().collect();
            shift.vanished = had.difference(&has).cloned().collect();
        }
        for letter in Letter::ALL {
            let (from, to) = (seen.sufficiency.met(letter), then.sufficiency.met(letter));
            if from != to {
                shift.vraak.push(VraakShift { letter, from, to });
            }
        }
        shift
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.stances.is_empty() && self.appeared.is_empty() && self.vanished.is_empty() && self.vraak.is_empty()
    }
}

/// The shifts of many dossiers, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// Dossiers looked at.
    pub dossiers: u32,
    /// Dossiers in which something changes.
    pub touched: u32,
    /// Criteria by stance before and after, over all dossiers; new and gone criteria are left out.
    pub stances: BTreeMap<(Stance, Stance), u32>,
    /// Discrepancies that appear.
    pub appeared: u32,
    /// Discrepancies that go.
    pub vanished: u32,
    /// Letters by how they change.
    pub vraak: BTreeMap<VraakShift, u32>,
}

impl Effect {
    /// Counts one dossier in.
    pub fn add(&mut self, shift: &DossierShift) {
        let many = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
        self.dossiers += 1;
        self.touched += u32::from(!shift.is_empty());
        for (_, from, to) in &shift.stances {
            if let (Some(from), Some(to)) = (from, to) {
                *self.stances.entry((*from, *to)).or_default() += 1;
            }
        }
        self.appeared += many(shift.appeared.len());
        self.vanished += many(shift.vanished.len());
        for one in &shift.vraak {
            *self.vraak.entry(*one).or_default() += 1;
        }
    }
}
