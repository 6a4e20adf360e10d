//! The band: the range over every permitted weighting, hatched below the norm and solid from it on, with an arrow at
//! the agreed weights, and under it the stance in words.
//!
//! Promises: a band is never too narrow to be seen; nothing is drawn for a criterion that is incomplete but where it
//! could end.

use super::frame::{Columns, Row, is_open, number};
use crate::content::Matter;
use crate::draw::{BAND, INK, Mark, PAPER, SMALL, SMALL_STRONG, STRONG_LINE, Step, Stroke, Style, TINY};
use crate::layout::{RIGHT, Sheet};
use crate::signs::Fill;
use crate::structure::NodeId;
use crate::text::fill;
use crate::wrap::Line;
use domain::weighing::Stance;
use std::collections::BTreeMap;

const MIDDLE: f32 = 10.5;
const HALF: f32 = 3.6;
const LEAST: f32 = 5.3;
/// Where the words under the band begin, right of the sign of the stance.
const WORDS: f32 = 13.0;

/// The lines under the stance: what disagrees and what decides, or how much is lacking.
pub(super) fn under(sheet: &Sheet<'_>, matter: &Matter<'_>, at: usize) -> Vec<Line> {
    let (words, view) = (matter.words, &matter.view.criteria[at]);
    let mut said: Vec<String> = Vec::new();
    let mut combs: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for found in matter.view.discrepancies_of(at) {
        combs.entry(found.minority).or_default().push(&matter.signs[found.other].letter);
    }
    for (minority, others) in combs {
        said.push(fill(words.against_short, &[&matter.signs[minority].letter, &others.join(", ")]));
    }
    for (source, cell) in matter.view.cells_of(at).iter().enumerate() {
        if cell.decisive {
            said.push(fill(words.decides, &[&matter.signs[source].letter]));
        }
    }
    let needed = matter.ground.framework.criteria[at].min_datapoints;
    if view.datapoints < needed {
        said.push(fill(words.too_few, &[&view.datapoints.to_string(), &needed.to_string()]));
    }
    sheet.lines(TINY, &said.join(" · "), 136.0 - WORDS - 2.0)
}

pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    figure: NodeId,
    matter: &Matter<'_>,
    columns: &Columns,
    row: &Row<'_>,
    top: f32,
) {
    let (node, view, y) = (Some(figure), &matter.view.criteria[row.at], top - MIDDLE);
    let (from, to) = columns.band;
    sheet.put(node, Mark::line((from, y), (to, y), 0.6, STRONG_LINE));
    for level in 0..=matter.ground.framework.top_level() {
        let x = columns.band_x(f32::from(level));
        sheet.put(node, Mark::line((x, y - 2.2), (x, y + 2.2), 0.6, STRONG_LINE));
    }
    sheet.put(node, Mark::line((columns.norm, top), (columns.norm, y - 6.0), 1.0, INK));
    if is_open(view.stance) {
        if let Some((least, most)) = &view.if_missing {
            let (from, to) = (columns.band_x(number(least)), columns.band_x(number(most)));
            let steps = vec![Step::Rect([from, y - HALF, to - from, HALF * 2.0])];
            let stroke = Stroke { colour: BAND, width: 0.7, dash: Some(1.8) };
            sheet.put(node, Mark::stroked(steps, stroke));
        }
    } else if let Some((least, most)) = &view.range {
        let (from, to) = (columns.band_x(number(least)), columns.band_x(number(most)));
        // A band of one place would not be seen; it grows to the side that it is on.
        let short = (LEAST - (to - from)).max(0.0);
        let (from, to) = match view.stance {
            Stance::Above => (from, to + short),
            Stance::Below => (from - short, to),
            _ => (from - short / 2.0, to + short / 2.0),
        };
        range(sheet, node, (from, to), columns.norm, y);
        if let Some(position) = &view.position {
            arrow(sheet, node, columns.band_x(number(position)), y);
        }
    }
    beside(sheet, figure, matter, columns, row, y);
    stance(sheet, figure, matter, columns, row, top);
}

/// The student's own picture where it does not weigh: a hollow sign above the band.
fn beside(sheet: &mut Sheet<'_>, figure: NodeId, matter: &Matter<'_>, columns: &Columns, row: &Row<'_>, y: f32) {
    for (source, cell) in matter.view.cells_of(row.at).iter().enumerate() {
        let own = matter.ground.framework.sources[source].id.is_self_insight();
        if let Some(position) = cell.position.as_ref().filter(|_| own && !cell.weighed) {
            let x = columns.band_x(number(position));
            let marks = matter.signs[source].at(x, y + 7.3, 5.4, Fill::Hollow);
            marks.into_iter().for_each(|mark| sheet.put(Some(figure), mark));
        }
    }
}

fn range(sheet: &mut Sheet<'_>, node: Option<NodeId>, (from, to): (f32, f32), norm: f32, y: f32) {
    if from < norm {
        let end = to.min(norm);
        let (steps, stroke) = (vec![Step::Rect([from, y - HALF, end - from, HALF * 2.0])], line(0.8));
        sheet.put(node, Mark::Path { steps, fill: Some(PAPER), stroke: Some(stroke) });
        sheet.put(node, Mark::stroked(hatch(from, end, y), line(0.7)));
    }
    if to > norm {
        let start = from.max(norm);
        sheet.put(node, Mark::filled(vec![Step::Rect([start, y - HALF, to - start, HALF * 2.0])], BAND));
    }
}

fn line(width: f32) -> Stroke {
    Stroke { colour: BAND, width, dash: None }
}

/// Slanting lines inside a box.
fn hatch(from: f32, to: f32, y: f32) -> Vec<Step> {
    let (height, bottom, mut steps) = (HALF * 2.0, y - HALF, Vec::new());
    let mut shift = from - height + 2.4;
    while shift < to {
        let (start, end) = (shift.max(from), (shift + height).min(to));
        steps.push(Step::Move(start, bottom + start - shift));
        steps.push(Step::Line(end, bottom + end - shift));
        shift += 2.8;
    }
    steps
}

/// The place of the agreed weights.
fn arrow(sheet: &mut Sheet<'_>, node: Option<NodeId>, x: f32, y: f32) {
    sheet.put(node, Mark::line((x, y - 5.5), (x, y + 5.5), 1.3, INK));
    sheet.put(node, Mark::polygon(&[(x - 3.2, y + 9.0), (x + 3.2, y + 9.0), (x, y + 4.0)], INK));
}

/// A band for the legend.
pub(super) fn sample(sheet: &mut Sheet<'_>, x: f32, y: f32) {
    range(sheet, None, (x, x + 18.0), x + 7.0, y + 1.0);
    arrow(sheet, None, x + 11.0, y + 0.5);
}

fn stance(sheet: &mut Sheet<'_>, figure: NodeId, matter: &Matter<'_>, columns: &Columns, row: &Row<'_>, top: f32) {
    let (node, found) = (Some(figure), matter.view.criteria[row.at].stance);
    let (x, y) = (columns.band.0, top - 26.5);
    icon(sheet, node, found, x + 4.0, y + 2.7);
    // The rule is soft, exceptions are loud.
    let style = if found == Stance::Above { SMALL } else { SMALL_STRONG };
    let words = matter.words.stance(found);
    let room = RIGHT - x - WORDS;
    let wide = sheet.width(style, words);
    let style = if wide > room { Style { size: style.size * room / wide, ..style } } else { style };
    sheet.text(node, style, words, x + WORDS, y);
    for (place, line) in row.under.iter().enumerate() {
        sheet.line(node, line, x + WORDS, y - TINY.leading * (place + 1) as f32 + 0.3);
    }
}

/// The sign of a stance: on which side of the line it lies.
fn icon(sheet: &mut Sheet<'_>, node: Option<NodeId>, stance: Stance, x: f32, y: f32) {
    let left = |width: f32| vec![Step::Rect([x - width, y - 1.8, width, 3.6])];
    let solid = |width: f32| Mark::filled(vec![Step::Rect([x, y - 2.0, width, 4.0])], BAND);
    match stance {
        Stance::Above => sheet.put(node, solid(4.2)),
        Stance::Below => sheet.put(node, Mark::stroked(left(3.8), line(0.8))),
        Stance::Depends => {
            sheet.put(node, Mark::stroked(left(3.0), line(0.8)));
            sheet.put(node, solid(3.6));
        }
        Stance::Incomplete => {
            let stroke = Stroke { colour: BAND, width: 0.8, dash: Some(1.2) };
            sheet.put(node, Mark::stroked(vec![Step::Rect([x - 3.6, y - 1.8, 7.2, 3.6])], stroke));
            return;
        }
    }
    sheet.put(node, Mark::line((x, y - 4.0), (x, y + 4.0), 0.9, BAND));
}
