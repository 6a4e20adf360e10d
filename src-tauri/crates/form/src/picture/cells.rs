//! The cells: one sign per data point at its level, stacked where they meet, full weight at the bottom.
//!
//! Promises: no data point is left out; what does not count here is hollow; a source that should speak and does not is
//! named.

use super::frame::{Columns, Row};
use crate::content::Matter;
use crate::draw::{BAND, INK, Mark, SMALL, STRONG_LINE, Step, Stroke, TINY};
use crate::layout::Sheet;
use crate::signs::Fill;
use crate::structure::NodeId;
use domain::fraction::Fraction;
use std::collections::BTreeMap;

const SIZE: f32 = 5.8;
/// Height of the axis under the row's top.
const AXIS: f32 = 28.0;

/// One data point on one criterion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dot {
    level: f32,
    fill: Fill,
}

/// The data points of a source on a criterion.
pub(super) fn dots(matter: &Matter<'_>, criterion: usize, source: usize) -> Vec<Dot> {
    let factors = &matter.ground.framework.moment_factors;
    let weighed = matter.view.cells_of(criterion)[source].weighed;
    let mut dots = Vec::new();
    for record in matter.records.iter().filter(|record| usize::from(record.head.source) == source) {
        let Some(mark) = record.marks.iter().find(|mark| usize::from(mark.criterion) == criterion) else { continue };
        let factor = factors.of(record.head.moment);
        let fill = if !weighed || !record.head.established || *factor == Fraction::ZERO {
            Fill::Hollow
        } else if *factor == Fraction::whole(1) {
            Fill::Full
        } else {
            Fill::Half
        };
        dots.push(Dot { level: mark.sum as f32 / mark.count as f32, fill });
    }
    dots.sort_by(|a, b| a.fill.cmp(&b.fill).then(a.level.total_cmp(&b.level)));
    dots
}

/// The sources that are expected to speak on a criterion.
pub(super) fn expected<'m>(matter: &'m Matter<'_>, row: &'m Row<'_>) -> impl Iterator<Item = usize> + 'm {
    let sources = matter.ground.framework.sources.iter().enumerate();
    sources
        .filter(|(place, source)| row.criterion.sources.contains(&source.id) && !matter.unused(*place))
        .map(|(place, _)| place)
}

/// Those of them that do not.
pub(super) fn missing<'m>(matter: &'m Matter<'_>, row: &'m Row<'_>) -> impl Iterator<Item = usize> + 'm {
    expected(matter, row).filter(|source| matter.view.cells_of(row.at)[*source].position.is_none())
}

pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    figure: NodeId,
    matter: &Matter<'_>,
    columns: &Columns,
    row: &Row<'_>,
    source: usize,
    top: f32,
) {
    let node = Some(figure);
    let (dots, cell) = (&row.dots[source], &matter.view.cells_of(row.at)[source]);
    let (x, width) = columns.sources[source];
    if dots.is_empty() {
        if missing(matter, row).any(|missing| missing == source) {
            let sign = &matter.signs[source];
            sign.at(x + 6.0, top - 8.3, SIZE, Fill::Hollow).into_iter().for_each(|mark| sheet.put(node, mark));
            if columns.counts(source) {
                sheet.text(node, TINY, matter.words.missing, x + 12.0, top - 11.0);
            }
        }
        return;
    }
    let top_level = matter.ground.framework.top_level();
    let axis = top - AXIS;
    let ends = [columns.cell_x(source, 0.0) - 3.5, columns.cell_x(source, f32::from(top_level)) + 3.5];
    sheet.put(node, Mark::line((ends[0], axis), (ends[1], axis), 0.6, STRONG_LINE));
    for level in 0..=top_level {
        let at = columns.cell_x(source, f32::from(level));
        sheet.put(node, Mark::line((at, axis), (at, axis - 1.8), 0.6, STRONG_LINE));
    }
    let norm = columns.cell_x(source, super::frame::number(&matter.ground.framework.norm_line));
    sheet.put(node, Mark::dashed((norm, axis - 1.8), (norm, top - 3.0), 0.5, STRONG_LINE));
    stack(sheet, figure, matter, columns, source, dots, (top, axis));
    if columns.counts(source) && cell.weighed && cell.count > 0 {
        let count = cell.count.to_string();
        let wide = sheet.width(SMALL, &count);
        sheet.text(node, SMALL, &count, x + width - 4.0 - wide, axis);
    }
    if cell.decisive {
        self::frame(sheet, node, [x + 0.5, axis - 4.0, width - 2.0, AXIS + 2.0]);
    }
}

/// Signs that would touch stand on each other, the closer the more there are.
fn stack(
    sheet: &mut Sheet<'_>,
    figure: NodeId,
    matter: &Matter<'_>,
    columns: &Columns,
    source: usize,
    dots: &[Dot],
    (top, axis): (f32, f32),
) {
    let apart = (columns.cell_x(source, 1.0) - columns.cell_x(source, 0.0)).max(0.1);
    // Places as wide as a sign: what falls in one place is stacked.
    let place = |dot: &Dot| if apart >= SIZE { (dot.level * 2.0).round() as i32 } else { dot.level.round() as i32 };
    let mut stacks: BTreeMap<i32, Vec<&Dot>> = BTreeMap::new();
    for dot in dots {
        stacks.entry(place(dot)).or_default().push(dot);
    }
    for stack in stacks.values() {
        let room = top - 2.5 - SIZE - (axis + 0.8);
        let step = (SIZE + 0.7).min(room / (stack.len().saturating_sub(1)).max(1) as f32);
        for (up, dot) in stack.iter().enumerate() {
            let (x, y) = (columns.cell_x(source, dot.level), axis + 0.8 + SIZE / 2.0 + step * up as f32);
            matter.signs[source].at(x, y, SIZE, dot.fill).into_iter().for_each(|mark| sheet.put(Some(figure), mark));
        }
    }
}

/// A frame with round corners: this source decides.
pub(super) fn frame(sheet: &mut Sheet<'_>, node: Option<NodeId>, [x, y, width, height]: [f32; 4]) {
    let (r, k) = (2.5, 1.1);
    let (right, top) = (x + width, y + height);
    let steps = vec![
        Step::Move(x + r, y),
        Step::Line(right - r, y),
        Step::Curve([right - k, y, right, y + k, right, y + r]),
        Step::Line(right, top - r),
        Step::Curve([right, top - k, right - k, top, right - r, top]),
        Step::Line(x + r, top),
        Step::Curve([x + k, top, x, top - k, x, top - r]),
        Step::Line(x, y + r),
        Step::Curve([x, y + k, x + k, y, x + r, y]),
        Step::Close,
    ];
    sheet.put(node, Mark::stroked(steps, Stroke { colour: INK, width: 1.0, dash: None }));
}

/// The minority of a discrepancy.
pub(super) fn diamond(sheet: &mut Sheet<'_>, node: Option<NodeId>, x: f32, y: f32) {
    let r = 3.0;
    sheet.put(node, Mark::polygon(&[(x - r, y), (x, y - r), (x + r, y), (x, y + r)], INK));
}

/// Combs under the cells: a diamond at the source in the minority, a tooth at each that it differs from.
pub(super) fn clashes(
    sheet: &mut Sheet<'_>,
    figure: NodeId,
    matter: &Matter<'_>,
    columns: &Columns,
    row: &Row<'_>,
    top: f32,
) {
    let node = Some(figure);
    let mut combs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for found in matter.view.discrepancies_of(row.at) {
        combs.entry(found.minority).or_default().push(found.other);
    }
    let middle = |source: usize| columns.cell_x(source, f32::from(matter.ground.framework.top_level()) / 2.0);
    for (place, (minority, others)) in combs.iter().enumerate() {
        let y = top - row.height + 3.6 + place as f32 * 2.2;
        let all = others.iter().chain([minority]).map(|source| middle(*source));
        let (from, to) = all.fold((f32::MAX, f32::MIN), |(from, to), x| (from.min(x), to.max(x)));
        sheet.put(node, Mark::line((from, y), (to, y), 0.9, BAND));
        for other in others {
            let x = middle(*other);
            sheet.put(node, Mark::line((x, y), (x, y + 2.8), 0.9, BAND));
        }
        diamond(sheet, node, middle(*minority), y);
    }
}
