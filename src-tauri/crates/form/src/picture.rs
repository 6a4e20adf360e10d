//! The weighted view as a picture: for each criterion the range over every permitted weighting, the norm and the place
//! of the agreed weights.
//!
//! Promises: one norm line at the same place in every row; no figures; the same in words for who does not see it.

use crate::draw::{BAND, Colour, INK, LINE, Mark, PALE, SMALL, SMALL_STRONG, SOFT, Style};
use crate::fonts::Face;
use crate::layout::{LEFT, RIGHT, Sheet};
use crate::structure::{NodeId, Role};
use crate::text;
use domain::fraction::Fraction;
use domain::framework::WeightFramework;
use domain::weighing::{CriterionView, DossierView, Stance};

const ROW: f32 = 19.0;
const SCALE_FROM: f32 = LEFT + 158.0;
const SCALE_TO: f32 = LEFT + 338.0;
const LABEL: Style = Style::new(Face::Sans, 8.5, 11.0, INK);

/// Draws the picture.
pub(crate) fn draw(sheet: &mut Sheet<'_>, parent: NodeId, framework: &WeightFramework, view: &DossierView) {
    let rows = framework.criteria.len() as f32;
    let height = rows * ROW + 30.0;
    sheet.keep(height + 6.0);
    let top = sheet.y;
    let node = sheet.node(parent, Role::Figure);
    let bounds = [LEFT, top - height, RIGHT, top];
    let alt = text::picture_in_words(framework, view);
    let figure = &mut sheet.laid.tree.nodes[node];
    figure.alt = Some(alt);
    figure.bounds = Some(bounds);
    let pen = Pen { node, top_level: f32::from(framework.top_level()) };
    let norm = pen.x(&framework.norm_line);
    axis(sheet, &pen, framework, norm, top, rows);
    for (place, criterion) in framework.criteria.iter().enumerate() {
        let middle = top - 26.0 - place as f32 * ROW - ROW / 2.0;
        let name = format!("{}  {}", criterion.id, criterion.label);
        let lines = sheet.lines(LABEL, &name, SCALE_FROM - LEFT - 12.0);
        if let [one] = lines.as_slice() {
            sheet.text(Some(node), LABEL, one, LEFT, middle - 3.0);
        } else {
            let small = Style { size: 7.5, ..LABEL };
            for (line, up) in sheet.lines(small, &name, SCALE_FROM - LEFT - 12.0).iter().zip([2.0, -6.5]) {
                sheet.text(Some(node), small, line, LEFT, middle + up);
            }
        }
        row(sheet, &pen, &view.criteria[place], norm, middle);
        stance(sheet, node, framework, view, place, middle);
    }
    sheet.y = top - height;
    sheet.gap(4.0);
}

struct Pen {
    node: NodeId,
    top_level: f32,
}

impl Pen {
    /// Where a position lies on the scale.
    fn x(&self, position: &Fraction) -> f32 {
        let value: f32 = position.decimal(6).parse().expect("BUG: a decimal is a number");
        SCALE_FROM + (SCALE_TO - SCALE_FROM) * value / self.top_level
    }
}

fn axis(sheet: &mut Sheet<'_>, pen: &Pen, framework: &WeightFramework, norm: f32, top: f32, rows: f32) {
    let small = Style { size: 7.0, ..SMALL };
    let (first, last) = (framework.levels.first(), framework.levels.last());
    if let (Some(first), Some(last)) = (first, last) {
        sheet.text(Some(pen.node), small, first, SCALE_FROM - 8.0, top - 8.0);
        let wide = sheet.width(small, last);
        sheet.text(Some(pen.node), small, last, SCALE_TO + 8.0 - wide, top - 8.0);
    }
    let label = Style { face: Face::Bold, colour: INK, ..small };
    let wide = sheet.width(label, text::NORM);
    sheet.text(Some(pen.node), label, text::NORM, norm - wide / 2.0, top - 17.0);
    let (from, to) = ((norm, top - 20.0), (norm, top - 26.0 - rows * ROW));
    sheet.put(Some(pen.node), Mark::Line { from, to, width: 0.9, colour: INK, dash: Some(2.0) });
}

fn row(sheet: &mut Sheet<'_>, pen: &Pen, view: &CriterionView, norm: f32, middle: f32) {
    let line = |from: f32, to: f32, colour: Colour, dash| Mark::Line {
        from: (from, middle),
        to: (to, middle),
        width: 0.6,
        colour,
        dash,
    };
    sheet.put(Some(pen.node), line(SCALE_FROM, SCALE_TO, LINE, None));
    match (&view.range, view.stance) {
        (Some((least, greatest)), Stance::Above | Stance::Below | Stance::Depends) => {
            let (mut from, mut to) = (pen.x(least), pen.x(greatest));
            // Least seven points wide, or a band of one place would not be seen.
            if to - from < 7.0 {
                let centre = f32::midpoint(from, to);
                (from, to) = (centre - 3.5, centre + 3.5);
            }
            band(sheet, pen, from, to, norm, middle);
            if let Some(position) = &view.position {
                let x = pen.x(position);
                let points = vec![(x, middle + 4.0), (x - 3.0, middle + 8.5), (x + 3.0, middle + 8.5)];
                sheet.put(Some(pen.node), Mark::Shape { points, colour: INK });
            }
        }
        _ => {
            if let Some((least, greatest)) = &view.if_missing {
                outline(sheet, pen, pen.x(least), pen.x(greatest), middle);
            }
        }
    }
}

/// Solid from the norm up, hatched below it.
fn band(sheet: &mut Sheet<'_>, pen: &Pen, from: f32, to: f32, norm: f32, middle: f32) {
    let mut boxed = |from: f32, to: f32, colour| {
        if to > from {
            let mark = Mark::Box { x: from, y: middle - 3.5, width: to - from, height: 7.0, colour };
            sheet.put(Some(pen.node), mark);
        }
    };
    boxed(from, to.min(norm), PALE);
    boxed(from.max(norm), to, BAND);
    let mut x = from + 1.5;
    while x < to.min(norm) - 1.0 {
        let end = (x + 3.0).min(to.min(norm));
        let (from, to) = ((x, middle - 3.5), (end, middle + 3.5));
        sheet.put(Some(pen.node), Mark::Line { from, to, width: 0.7, colour: SOFT, dash: None });
        x += 4.0;
    }
}

fn outline(sheet: &mut Sheet<'_>, pen: &Pen, from: f32, to: f32, middle: f32) {
    let corners = [(from, middle - 3.5), (to, middle - 3.5), (to, middle + 3.5), (from, middle + 3.5)];
    for place in 0..4 {
        let (from, to) = (corners[place], corners[(place + 1) % 4]);
        sheet.put(Some(pen.node), Mark::Line { from, to, width: 0.6, colour: SOFT, dash: Some(2.0) });
    }
}

fn stance(
    sheet: &mut Sheet<'_>,
    node: NodeId,
    framework: &WeightFramework,
    view: &DossierView,
    place: usize,
    middle: f32,
) {
    let x = SCALE_TO + 12.0;
    let words = text::stance(view.criteria[place].stance);
    // What stands out is set bold, the rule is soft.
    let style = if view.criteria[place].stance == Stance::Above { SMALL } else { SMALL_STRONG };
    let clashes = text::clashes(framework, view, place);
    let up = if clashes.is_empty() { -3.0 } else { 1.5 };
    sheet.text(Some(node), style, words, x, middle + up);
    if !clashes.is_empty() {
        let small = Style { size: 7.0, ..SMALL };
        let fitted = sheet.lines(small, &clashes, RIGHT - x);
        if let Some(first) = fitted.first() {
            sheet.text(Some(node), small, first, x, middle - 7.0);
        }
    }
}
