//! What was found, as the window reads it: only shape changes here.

use crate::api::*;
use crate::convert::{self, word};
use domain::framework::{
    DossierShift, Effect, FrameworkChange, FrameworkFault, FrameworkPlace, MinimumOf, PlacedFault, Refusal, VraakShift,
    WeightChange, WeightFramework,
};
use domain::weights::WeightFault;

/// A fault with its place in one word.
pub(super) fn fault(found: &PlacedFault) -> FaultView {
    let (code, values) = match &found.fault {
        FrameworkFault::Levels => (FaultCode::Levels, vec![]),
        FrameworkFault::NormLine => (FaultCode::NormLine, vec![]),
        FrameworkFault::CoverageThreshold => (FaultCode::CoverageThreshold, vec![]),
        FrameworkFault::DoubleId(id) => (FaultCode::DoubleId, vec![id.clone()]),
        FrameworkFault::Size => (FaultCode::Size, vec![]),
        FrameworkFault::Band(_) => (FaultCode::Band, vec![]),
        FrameworkFault::NoRoom(least, most) => (FaultCode::NoRoom, vec![least.to_string(), most.to_string()]),
        FrameworkFault::CriterionSources(_) => (FaultCode::CriterionSources, vec![]),
        FrameworkFault::MomentFactor(_) => (FaultCode::MomentFactor, vec![]),
        FrameworkFault::Outcomes => (FaultCode::Outcomes, vec![]),
        FrameworkFault::Blank => (FaultCode::Blank, vec![]),
        FrameworkFault::DoubleName => (FaultCode::DoubleName, vec![]),
        FrameworkFault::NothingCounts => (FaultCode::NothingCounts, vec![]),
        FrameworkFault::OutOfReach(most) => (FaultCode::OutOfReach, vec![most.to_string()]),
    };
    FaultView { place: place(found.place), code, values }
}

fn place(of: FrameworkPlace) -> String {
    match of {
        FrameworkPlace::Name => "name".to_owned(),
        FrameworkPlace::Version => "version".to_owned(),
        FrameworkPlace::Levels => "levels".to_owned(),
        FrameworkPlace::Level(at) => format!("level:{at}"),
        FrameworkPlace::NormLine => "normLine".to_owned(),
        FrameworkPlace::CoverageThreshold => "coverageThreshold".to_owned(),
        FrameworkPlace::Sources => "sources".to_owned(),
        FrameworkPlace::Source(at) => format!("source:{at}"),
        FrameworkPlace::Criteria => "criteria".to_owned(),
        FrameworkPlace::Criterion(at) => format!("criterion:{at}"),
        FrameworkPlace::Moment(moment) => format!("moment:{}", word(&moment)),
        FrameworkPlace::MinimumSources => "minimumSources".to_owned(),
        FrameworkPlace::MinimumQuadrants => "minimumQuadrants".to_owned(),
        FrameworkPlace::Outcomes => "outcomes".to_owned(),
        FrameworkPlace::Outcome(at) => format!("outcome:{at}"),
    }
}

/// A fault of the weighting; `None` for what only a broken document has.
pub(super) fn weight_fault(found: &WeightFault) -> Option<WeightFaultView> {
    match found {
        WeightFault::Sum(sum) => Some(WeightFaultView::Sum { sum: *sum }),
        WeightFault::OutsideBand { of, weight, min, max } => Some(WeightFaultView::OutsideBand {
            source: of.to_string(),
            weight: (*weight).into(),
            min: (*min).into(),
            max: (*max).into(),
        }),
        WeightFault::CannotBeUnused(id) => Some(WeightFaultView::CannotBeUnused { source: id.to_string() }),
        WeightFault::UnknownSource(_) | WeightFault::Missing(_) => None,
    }
}

/// A refusal.
pub(super) fn refusal(found: &Refusal) -> RefusalView {
    let (code, about, count) = match found {
        Refusal::Frozen => (RefusalCode::Frozen, String::new(), 0),
        Refusal::SourceInUse(id, many) => (RefusalCode::SourceInUse, id.to_string(), *many),
        Refusal::CriterionInUse(id, many) => (RefusalCode::CriterionInUse, id.to_string(), *many),
        Refusal::CriterionWritten(id, many) => (RefusalCode::CriterionWritten, id.to_string(), *many),
        Refusal::ScaleInUse(many) => (RefusalCode::ScaleInUse, String::new(), *many),
        Refusal::LevelsSwapped(name, many) => (RefusalCode::LevelsSwapped, name.clone(), *many),
        Refusal::OutcomeInUse(name, many) => (RefusalCode::OutcomeInUse, name.clone(), *many),
        Refusal::LabelTaken(label) => (RefusalCode::LabelTaken, label.clone(), 0),
    };
    RefusalView { code, about, count }
}

/// Differences, with sources by the name they have where they stand.
pub(super) fn changes(
    found: &[FrameworkChange],
    before: &WeightFramework,
    after: &WeightFramework,
) -> Vec<FrameworkChangeView> {
    found.iter().map(|change| change_view(change, before, after)).collect()
}

fn change_view(change: &FrameworkChange, before: &WeightFramework, after: &WeightFramework) -> FrameworkChangeView {
    use FrameworkChange as Is;
    use FrameworkChangeView as View;
    let name = |id: &domain::ids::SourceId| {
        let sources = after.sources.iter().chain(&before.sources);
        sources.into_iter().find(|source| source.id == *id).map(|source| source.label.clone()).unwrap_or_default()
    };
    let band = |(min, max): &(u8, u8)| vec![u32::from(*min), u32::from(*max)];
    match change.clone() {
        Is::Name(from, to) => View::Name { from, to },
        Is::Version(from, to) => View::Version { from, to },
        Is::LevelRenamed(at, from, to) => View::LevelRenamed { at: u32::try_from(at).unwrap_or(u32::MAX), from, to },
        Is::LevelAdded(name) => View::LevelAdded { name },
        Is::LevelRemoved(name) => View::LevelRemoved { name },
        Is::NormLine(from, to) => View::NormLine { from: word(&from), to: word(&to) },
        Is::CoverageThreshold(from, to) => View::CoverageThreshold { from: word(&from), to: word(&to) },
        Is::SourceAdded(of) => View::SourceAdded { label: of.label, min: of.min.into(), max: of.max.into() },
        Is::SourceRemoved(of) => View::SourceRemoved { label: of.label },
        Is::SourceLabel(id, from, to) => View::SourceLabel { source: id.to_string(), from, to },
        Is::Band(id, from, to) => View::Band { source: name(&id), from: band(&from), to: band(&to) },
        Is::Optional(id, optional) => View::Optional { source: name(&id), optional },
        Is::SourcesReordered => View::SourcesReordered,
        Is::CriterionAdded(id, label) => View::CriterionAdded { criterion: id.to_string(), label },
        Is::CriterionRemoved(id, label) => View::CriterionRemoved { criterion: id.to_string(), label },
        Is::CriterionDomain(id, from, to) => {
            View::CriterionDomain { criterion: id.to_string(), from: word(&from), to: word(&to) }
        }
        Is::CriterionLabel(id, from, to) => View::CriterionLabel { criterion: id.to_string(), from, to },
        Is::CriterionShort(id, from, to) => View::CriterionShort { criterion: id.to_string(), from, to },
        Is::CriterionNorm(id, from, to) => View::CriterionNorm { criterion: id.to_string(), from, to },
        Is::CriterionSourceAdded(id, of) => View::CriterionSourceAdded { criterion: id.to_string(), source: name(&of) },
        Is::CriterionSourceRemoved(id, of) => {
            View::CriterionSourceRemoved { criterion: id.to_string(), source: name(&of) }
        }
        Is::CriterionMinimum(id, from, to) => View::CriterionMinimum { criterion: id.to_string(), from, to },
        Is::CriteriaReordered => View::CriteriaReordered,
        Is::MomentFactor(moment, from, to) => {
            View::MomentFactor { moment: word(&moment), from: word(&from), to: word(&to) }
        }
        Is::Minimum(MinimumOf::Sources, from, to) => View::MinimumSources { from, to },
        Is::Minimum(MinimumOf::Authors, from, to) => View::MinimumAuthors { from, to },
        Is::Minimum(MinimumOf::Quadrants, from, to) => View::MinimumQuadrants { from, to },
        Is::OutcomeRenamed(from, to) => View::OutcomeRenamed { from, to },
        Is::OutcomeAdded(name) => View::OutcomeAdded { name },
        Is::OutcomeRemoved(name) => View::OutcomeRemoved { name },
    }
}

/// A difference between weightings.
pub(super) fn weight_change(found: &WeightChange) -> WeightChangeView {
    match found {
        WeightChange::Weight(id, from, to) => {
            WeightChangeView::Weight { source: id.to_string(), from: (*from).into(), to: (*to).into() }
        }
        WeightChange::Unused(id, unused) => WeightChangeView::Unused { source: id.to_string(), unused: *unused },
    }
}

fn letter_shift(shift: &VraakShift, count: u32) -> LetterShift {
    LetterShift {
        letter: convert::letter(shift.letter),
        from: convert::met(shift.from),
        to: convert::met(shift.to),
        count,
    }
}

/// One dossier in which something changes.
pub(super) fn row(number: &str, name: &str, shift: &DossierShift) -> EffectRow {
    EffectRow {
        number: number.to_owned(),
        name: name.to_owned(),
        stances: shift
            .stances
            .iter()
            .map(|(criterion, from, to)| CriterionShift {
                criterion: criterion.to_string(),
                from: from.map(convert::stance),
                to: to.map(convert::stance),
            })
            .collect(),
        appeared: shift.appeared.iter().map(|(criterion, ..)| criterion.to_string()).collect(),
        vanished: shift.vanished.iter().map(|(criterion, ..)| criterion.to_string()).collect(),
        vraak: shift.vraak.iter().map(|one| letter_shift(one, 1)).collect(),
    }
}

/// The whole, with the rows that are shown.
pub(super) fn effect(found: &Effect, rows: Vec<EffectRow>) -> EffectView {
    let shown = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let stances = found.stances.iter().map(|((from, to), count)| StanceShift {
        from: convert::stance(*from),
        to: convert::stance(*to),
        count: *count,
    });
    EffectView {
        dossiers: found.dossiers,
        touched: found.touched,
        stances: stances.collect(),
        appeared: found.appeared,
        vanished: found.vanished,
        vraak: found.vraak.iter().map(|(shift, count)| letter_shift(shift, *count)).collect(),
        more: found.touched.saturating_sub(shown),
        rows,
    }
}
