//! Between a framework and the document that a person edits.
//!
//! Promises: writing and reading again gives the same framework; a key or number that cannot be read becomes a fault with
//! its place, never an error, so that everything else is still checked.

use crate::api::*;
use crate::convert::word;
use domain::evidence::Moment;
use domain::fraction::Fraction;
use domain::framework::{Criterion, Domain, Minimum, MomentFactors, SourceBand, WeightFramework};
use domain::ids::{CriterionId, InvalidId, SourceId};
use domain::weights::WeightSet;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// The document of a framework.
pub(super) fn of_framework(framework: &WeightFramework) -> FrameworkDoc {
    let moments = Moment::ALL
        .into_iter()
        .map(|moment| MomentDoc { moment: word(&moment), factor: word(framework.moment_factors.of(moment)) });
    let sources = framework.sources.iter().map(|source| SourceDoc {
        id: source.id.to_string(),
        label: source.label.clone(),
        min: source.min.into(),
        max: source.max.into(),
        optional: source.optional,
    });
    let criteria = framework.criteria.iter().map(|criterion| CriterionDoc {
        id: criterion.id.to_string(),
        domain: word(&criterion.domain),
        label: criterion.label.clone(),
        short: criterion.short.clone(),
        norm: criterion.norm.clone(),
        sources: criterion.sources.iter().map(ToString::to_string).collect(),
        min_datapoints: criterion.min_datapoints,
    });
    FrameworkDoc {
        name: framework.name.clone(),
        version: framework.version.clone(),
        levels: framework.levels.clone(),
        norm_line: word(&framework.norm_line),
        coverage_threshold: word(&framework.coverage_threshold),
        sources: sources.collect(),
        criteria: criteria.collect(),
        moments: moments.collect(),
        minimum_sources: framework.minimum.sources,
        minimum_authors: framework.minimum.authors,
        minimum_quadrants: framework.minimum.quadrants,
        outcomes: framework.outcomes.clone(),
    }
}

/// The document of a weighting.
pub(super) fn of_weights(framework: &WeightFramework, weights: &WeightSet) -> WeightsDoc {
    let pairs = framework.sources.iter().zip(weights.weights());
    let one = |(source, weight): (&SourceBand, &u8)| WeightDoc {
        source: source.id.to_string(),
        weight: (*weight).into(),
        unused: weights.unused().contains(&source.id),
    };
    WeightsDoc { weights: pairs.map(one).collect(), reason: weights.reason().to_owned() }
}

/// A framework read from a document, with what could not be read.
pub(super) struct Read {
    pub framework: WeightFramework,
    pub faults: Vec<FaultView>,
}

/// Reads a document. Texts are trimmed; what cannot be read has a stand-in that is never taken into use.
pub(super) fn read(doc: &FrameworkDoc) -> Read {
    let mut faults = Vec::new();
    let sources = doc.sources.iter().enumerate().map(|(at, source)| SourceBand {
        id: key(&source.id, SourceId::new, &format!("source:{at}"), &mut faults),
        label: source.label.trim().to_owned(),
        min: u8::try_from(source.min).unwrap_or(u8::MAX),
        max: u8::try_from(source.max).unwrap_or(u8::MAX),
        optional: source.optional,
    });
    let sources = sources.collect();
    let mut criteria = Vec::with_capacity(doc.criteria.len());
    for (at, criterion) in doc.criteria.iter().enumerate() {
        criteria.push(Criterion {
            id: key(&criterion.id, CriterionId::new, &format!("criterion:{at}"), &mut faults),
            domain: named(&criterion.domain).unwrap_or(Domain::Kan),
            label: criterion.label.trim().to_owned(),
            short: criterion.short.trim().to_owned(),
            norm: criterion.norm.trim().to_owned(),
            sources: criterion.sources.iter().filter_map(|id| SourceId::new(id).ok()).collect(),
            min_datapoints: criterion.min_datapoints,
        });
    }
    let factor = |moment: Moment| {
        let said = doc.moments.iter().find(|one| one.moment == word(&moment));
        said.and_then(|one| named(&one.factor)).unwrap_or(Fraction::whole(-1))
    };
    let framework = WeightFramework {
        name: doc.name.trim().to_owned(),
        version: doc.version.trim().to_owned(),
        levels: doc.levels.iter().map(|name| name.trim().to_owned()).collect(),
        norm_line: named(&doc.norm_line).unwrap_or(Fraction::ZERO),
        coverage_threshold: named(&doc.coverage_threshold).unwrap_or(Fraction::whole(-1)),
        sources,
        criteria,
        moment_factors: MomentFactors {
            kennismaking: factor(Moment::Kennismaking),
            startgesprek: factor(Moment::Startgesprek),
            tussenevaluatie: factor(Moment::Tussenevaluatie),
            eindevaluatie: factor(Moment::Eindevaluatie),
            overig: factor(Moment::Overig),
        },
        minimum: Minimum {
            sources: doc.minimum_sources,
            authors: doc.minimum_authors,
            quadrants: doc.minimum_quadrants,
        },
        outcomes: doc.outcomes.iter().map(|name| name.trim().to_owned()).collect(),
    };
    Read { framework, faults }
}

/// Weights and unused sources of a document.
pub(super) fn weights_of(doc: &WeightsDoc) -> (BTreeMap<SourceId, u8>, BTreeSet<SourceId>) {
    let known = doc.weights.iter().filter_map(|one| Some((SourceId::new(&one.source).ok()?, one)));
    let (mut weights, mut unused) = (BTreeMap::new(), BTreeSet::new());
    for (id, one) in known {
        weights.insert(id.clone(), u8::try_from(one.weight).unwrap_or(u8::MAX));
        if one.unused {
            unused.insert(id);
        }
    }
    (weights, unused)
}

fn key<T>(text: &str, new: impl Fn(&str) -> Result<T, InvalidId>, place: &str, faults: &mut Vec<FaultView>) -> T {
    new(text).unwrap_or_else(|_| {
        faults.push(FaultView { place: place.to_owned(), code: FaultCode::InvalidId, values: Vec::new() });
        new(&format!("\u{fffd} {place}")).unwrap_or_else(|_| unreachable!("BUG: a stand-in is a key"))
    })
}

/// A plain enum or fraction, by its word.
fn named<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}
