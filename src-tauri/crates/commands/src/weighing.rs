//! *Weging*: the weighted view of one dossier for drawing, under the agreed weights or under those of *wat als*.
//!
//! Promises: every figure comes from the domain; *wat als* is computed and forgotten (rule R4).

use crate::api::*;
use crate::convert::{self, decimal};
use crate::dossier::{self, Case};
use crate::workbench::{Workbench, number_of};
use domain::dossier::Dossier;
use domain::evidence::DataPoint;
use domain::fraction::Fraction;
use domain::framework::WeightFramework;
use domain::judgement::Ground;
use domain::sufficiency::Sufficiency;
use domain::weighing::{Cell, DossierView, PointRecord};
use domain::weights::WeightSet;
use domain::year::AcademicYear;

impl Workbench {
    /// The view under other weights, which are looked at and forgotten.
    pub fn what_if(&self, number: &str, asked: &WhatIf) -> Result<WeighingView, Problem> {
        let reader = self.store.reader();
        let number = number_of(number)?;
        let (case, judgements) = (Case::read(&reader, &number)?, reader.judgements(&number)?);
        let agreed = dossier::shown(&case, &judgements);
        let ids = agreed.framework.sources.iter().map(|source| source.id.clone());
        let weights = ids.zip(asked.weights.iter().copied()).collect();
        let weights = WeightSet::new(agreed.framework, &weights, agreed.weights.unused(), "")?;
        let ground = Ground { weights: &weights, ..agreed };
        let (view, sufficiency) = ground.view();
        Ok(draw(&ground, &view, &sufficiency))
    }
}

/// The view of a dossier as it is drawn.
pub(crate) fn draw(ground: &Ground<'_>, view: &DossierView, sufficiency: &Sufficiency) -> WeighingView {
    let marked = marks(ground.dossier, ground.framework, ground.year);
    let rows = (0..ground.framework.criteria.len()).map(|at| row(ground, view, &marked, at));
    WeighingView {
        sources: convert::sources(ground.framework, ground.weights),
        criteria: rows.collect(),
        vraak: convert::vraak(sufficiency, ground.framework),
    }
}

/// Every data point with what it marks.
type Marked<'a> = Vec<(&'a DataPoint, PointRecord)>;

fn marks<'a>(dossier: &'a Dossier, framework: &WeightFramework, year: AcademicYear) -> Marked<'a> {
    let points = dossier.datapoints.iter();
    points.filter_map(|point| Some((point, PointRecord::of(point, framework, year, 0)?))).collect()
}

fn row(ground: &Ground<'_>, view: &DossierView, marked: &Marked<'_>, at: usize) -> CriterionWeighing {
    let criterion = &ground.framework.criteria[at];
    let found = &view.criteria[at];
    let sources = &ground.framework.sources;
    let range = |pair: &(Fraction, Fraction)| RangeView { min: decimal(&pair.0), max: decimal(&pair.1) };
    let cells = view.cells_of(at).iter().enumerate();
    let own = sources.iter().position(|source| source.id.is_self_insight());
    let own = own.and_then(|place| view.cells_of(at)[place].position.as_ref());
    CriterionWeighing {
        id: criterion.id.to_string(),
        stance: convert::stance(found.stance),
        position: found.position.as_ref().map(decimal),
        above_norm: found.position.as_ref().map(|position| *position >= ground.framework.norm_line),
        range: found.range.as_ref().map(range),
        if_missing: found.if_missing.as_ref().map(range),
        datapoints: found.datapoints,
        min_datapoints: criterion.min_datapoints,
        cells: cells.map(|(source, cell)| cell_view(ground, view, cell, marked, (at, source))).collect(),
        discrepancies: view
            .discrepancies_of(at)
            .map(|found| DiscrepancyView {
                minority: sources[found.minority].id.to_string(),
                other: sources[found.other].id.to_string(),
            })
            .collect(),
        self_image: found.self_image.as_ref().map(|image| image.verdict().to_owned()),
        self_position: found.self_image.as_ref().and(own).map(decimal),
    }
}

fn cell_view(
    ground: &Ground<'_>,
    view: &DossierView,
    cell: &Cell,
    marked: &Marked<'_>,
    (criterion, source): (usize, usize),
) -> CellView {
    let marks: Vec<MarkView> =
        marked.iter().filter_map(|(point, record)| mark(ground, point, record, criterion, source)).collect();
    CellView {
        source: ground.framework.sources[source].id.to_string(),
        kind: kind(ground, cell, marks.is_empty(), criterion, source),
        count: cell.count,
        marks,
        decisive: cell.decisive,
        flip: cell.flip.as_ref().map(|flip| FlipView {
            weight: decimal(&flip.weight),
            within_band: flip.within_band,
            heavier: heavier(ground, view, cell, criterion),
        }),
    }
}

/// Whether the picture tips when the source weighs more: the position moves towards what the heavier source says.
fn heavier(ground: &Ground<'_>, view: &DossierView, cell: &Cell, criterion: usize) -> bool {
    let above = |position: &Fraction| *position >= ground.framework.norm_line;
    cell.position.as_ref().map(above) != view.criteria[criterion].position.as_ref().map(above)
}

fn kind(ground: &Ground<'_>, cell: &Cell, unmarked: bool, criterion: usize, source: usize) -> CellKind {
    let id = &ground.framework.sources[source].id;
    if cell.weighed {
        CellKind::Weighed
    } else if ground.weights.unused().contains(id) && unmarked {
        CellKind::Unused
    } else if cell.count > 0 {
        CellKind::Beside
    } else if ground.framework.criteria[criterion].sources.contains(id) && !ground.weights.unused().contains(id) {
        CellKind::Missing
    } else {
        CellKind::Empty
    }
}

fn mark(
    ground: &Ground<'_>,
    point: &DataPoint,
    record: &PointRecord,
    criterion: usize,
    source: usize,
) -> Option<MarkView> {
    if usize::from(record.head.source) != source {
        return None;
    }
    let mark = record.marks.iter().find(|mark| usize::from(mark.criterion) == criterion)?;
    Some(MarkView {
        datapoint: point.id.to_string(),
        position: f64::from(mark.sum) / f64::from(mark.count),
        counts: convert::counts(point, ground.framework),
    })
}
