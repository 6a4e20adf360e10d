//! What surrounds the cells: columns, head, groups, names, coverage, legend.

use super::band;
use super::cells::{self, Dot};
use crate::content::Matter;
use crate::draw::{BAND, INK, LINE, Mark, PAPER, SMALL, SMALL_STRONG, STRONG, STRONG_LINE, Step, Stroke, Style, TINY};
use crate::fonts::Face;
use crate::layout::{LEFT, RIGHT, Sheet};
use crate::signs::Fill;
use crate::structure::{NodeId, Role};
use crate::text::fill;
use crate::wrap::Line;
use domain::fraction::Fraction;
use domain::framework::{Criterion, Domain};
use domain::weighing::Stance;

pub(super) const HEAD: f32 = 43.0;
pub(super) const GROUP: f32 = 13.5;
const NAME: f32 = 86.0;
const COVERAGE: f32 = 44.0;
const BAND_WIDTH: f32 = 136.0;
const UNUSED: f32 = 24.0;
/// Widest and narrowest column of a source.
const WIDEST: f32 = 47.0;
const NAMES: Style = Style::new(Face::Sans, 8.5, 10.5, INK);

/// Where columns and scales lie.
pub(super) struct Columns {
    /// Left edge and width per source.
    pub sources: Vec<(f32, f32)>,
    unused: Vec<bool>,
    pub coverage: f32,
    pub band: (f32, f32),
    top_level: f32,
    pub norm: f32,
}

/// A position as a place, for drawing only.
pub(super) fn number(position: &Fraction) -> f32 {
    position.decimal(6).parse().expect("BUG: a decimal is a number")
}

impl Columns {
    pub fn new(matter: &Matter<'_>) -> Self {
        let framework = matter.ground.framework;
        let unused: Vec<bool> = (0..framework.sources.len()).map(|source| matter.unused(source)).collect();
        let narrow = unused.iter().filter(|unused| **unused).count() as f32;
        let wide = unused.len() as f32 - narrow;
        let room = RIGHT - LEFT - NAME - COVERAGE - BAND_WIDTH;
        let narrow_width = UNUSED.min(room / unused.len() as f32);
        let width = ((room - narrow * narrow_width) / wide.max(1.0)).min(WIDEST);
        let mut at = LEFT + NAME;
        let mut sources = Vec::with_capacity(unused.len());
        for unused in &unused {
            let own = if *unused { narrow_width } else { width };
            sources.push((at, own));
            at += own;
        }
        let band = (RIGHT - BAND_WIDTH + 4.0, RIGHT - 6.0);
        let mut columns =
            Self { sources, unused, coverage: at + 4.0, band, top_level: f32::from(framework.top_level()), norm: 0.0 };
        columns.norm = columns.band_x(number(&framework.norm_line));
        columns
    }

    /// Where a position lies on the scale of the band.
    pub fn band_x(&self, position: f32) -> f32 {
        self.band.0 + (self.band.1 - self.band.0) * position / self.top_level
    }

    /// Whether cells are wide enough for a count beside their signs.
    pub fn counts(&self, source: usize) -> bool {
        self.sources[source].1 >= 30.0
    }

    /// Where a position lies on the scale of a cell.
    pub fn cell_x(&self, source: usize, position: f32) -> f32 {
        let (x, width) = self.sources[source];
        let scale = if self.counts(source) { width - 23.0 } else { (width - 10.0).max(4.0) };
        x + 5.0 + scale * position / self.top_level
    }

    /// Lines that run through all rows: a source left out by design is dashed.
    pub fn verticals(&self, sheet: &mut Sheet<'_>, figure: NodeId, top: f32, bottom: f32) {
        for ((x, width), unused) in self.sources.iter().zip(&self.unused) {
            if *unused {
                let middle = x + width / 2.0;
                let (from, to) = ((middle, top - HEAD), (middle, bottom));
                sheet.put(Some(figure), Mark::dashed(from, to, 0.6, STRONG_LINE));
            }
        }
    }
}

/// One criterion, measured.
pub(super) struct Row<'a> {
    pub at: usize,
    pub criterion: &'a Criterion,
    pub height: f32,
    name: Vec<Line>,
    /// Per source.
    pub dots: Vec<Vec<Dot>>,
    /// The words under the band.
    pub under: Vec<Line>,
}

impl<'a> Row<'a> {
    pub fn new(sheet: &Sheet<'_>, matter: &Matter<'a>, columns: &Columns, at: usize) -> Self {
        let criterion = &matter.ground.framework.criteria[at];
        let name = sheet.lines(NAMES, &criterion.label, NAME - 22.0);
        let dots = (0..columns.sources.len()).map(|source| cells::dots(matter, at, source)).collect();
        let under = band::under(sheet, matter, at);
        let named = name.len() as f32 * NAMES.leading + 9.0;
        let said = 28.0 + under.len() as f32 * TINY.leading;
        let height = named.max(said).max(40.0);
        Self { at, criterion, height, name, dots, under }
    }
}

pub(super) fn head(sheet: &mut Sheet<'_>, figure: NodeId, matter: &Matter<'_>, columns: &Columns) {
    let (top, words, framework) = (sheet.y, matter.words, matter.ground.framework);
    let node = Some(figure);
    for (source, sign) in matter.signs.iter().enumerate() {
        let (x, width) = columns.sources[source];
        let unused = matter.unused(source);
        let fill = if unused { Fill::Hollow } else { Fill::Full };
        sign.at(x + 6.0, top - 7.0, 6.4, fill).into_iter().for_each(|mark| sheet.put(node, mark));
        sheet.text(node, SMALL_STRONG, &sign.letter, x + 12.0, top - 9.7);
        if unused {
            sheet.text(node, TINY, words.none, x + 2.0, top - HEAD + 4.5);
            continue;
        }
        let label = sheet.lines(TINY, &framework.sources[source].label, width - 3.0);
        for (place, line) in label.iter().take(2).enumerate() {
            sheet.line(node, line, x + 2.0, top - 19.0 - place as f32 * 8.0);
        }
        let weight = format!("{} %", matter.ground.weights.weights()[source]);
        sheet.text(node, Style { size: 7.5, ..SMALL_STRONG }, &weight, x + 2.0, top - HEAD + 4.5);
    }
    sheet.text(node, TINY, words.coverage, columns.coverage, top - HEAD + 4.5);
    let (first, last) = (framework.levels.first(), framework.levels.last());
    if let (Some(first), Some(last)) = (first, last) {
        for (place, line) in sheet.lines(TINY, first, columns.norm - columns.band.0).iter().enumerate() {
            sheet.line(node, line, columns.band.0 - 2.0, top - 22.0 - place as f32 * 9.0);
        }
        let lines = sheet.lines(TINY, last, RIGHT - columns.norm - 4.0);
        for (place, line) in lines.iter().enumerate() {
            let wide: f32 =
                line.segments.iter().map(|segment| sheet.width(segment.style, segment.text.trim_end())).sum();
            sheet.line(node, line, RIGHT - wide, top - 22.0 - place as f32 * 9.0);
        }
    }
    let wide = sheet.width(SMALL_STRONG, words.norm);
    sheet.text(node, SMALL_STRONG, words.norm, columns.norm - wide / 2.0, top - 9.7);
    sheet.put(node, Mark::line((columns.norm, top - 13.0), (columns.norm, top - HEAD), 1.0, INK));
    sheet.y = top - HEAD;
}

pub(super) fn group(sheet: &mut Sheet<'_>, figure: NodeId, matter: &Matter<'_>, columns: &Columns, domain: Domain) {
    let top = sheet.y;
    sheet.put(Some(figure), Mark::line((LEFT, top), (RIGHT, top), 0.5, STRONG_LINE));
    let style = Style { size: 9.0, ..STRONG };
    sheet.text(Some(figure), style, matter.words.domain_name(domain), LEFT, top - 10.0);
    let framework = matter.ground.framework;
    for (source, band) in framework.sources.iter().enumerate() {
        let beside = framework.criteria.iter().filter(|c| c.domain == domain).all(|c| !c.sources.contains(&band.id));
        if beside && band.id.is_self_insight() {
            sheet.text(Some(figure), TINY, matter.words.self_image, columns.sources[source].0 + 2.0, top - 9.8);
        }
    }
    sheet.put(Some(figure), Mark::line((columns.norm, top), (columns.norm, top - GROUP), 1.0, INK));
    sheet.y = top - GROUP;
}

pub(super) fn name(sheet: &mut Sheet<'_>, figure: NodeId, row: &Row<'_>, top: f32) {
    let style = Style { face: Face::Bold, ..NAMES };
    sheet.text(Some(figure), style, row.criterion.id.as_str(), LEFT, top - 11.0);
    for (place, line) in row.name.iter().enumerate() {
        sheet.line(Some(figure), line, LEFT + 18.0, top - 11.0 - place as f32 * NAMES.leading);
    }
}

/// Segments as wide as the weights; a hollow one is missing.
pub(super) fn coverage(
    sheet: &mut Sheet<'_>,
    figure: NodeId,
    matter: &Matter<'_>,
    columns: &Columns,
    row: &Row<'_>,
    top: f32,
) {
    let weights = matter.ground.weights.weights();
    let expected: Vec<usize> = cells::expected(matter, row).collect();
    let total: u32 = expected.iter().map(|source| u32::from(weights[*source])).sum();
    let cells = matter.view.cells_of(row.at);
    let room = COVERAGE - 12.0 - 1.5 * expected.len() as f32;
    let mut x = columns.coverage;
    for source in &expected {
        let width = room * f32::from(weights[*source]) / total.max(1) as f32;
        let there = cells[*source].position.is_some();
        let steps = vec![Step::Rect([x, top - 11.0, width, 4.2])];
        let stroke = Some(Stroke { colour: BAND, width: 0.6, dash: None });
        let fill = Some(if there { BAND } else { PAPER });
        sheet.put(Some(figure), Mark::Path { steps, fill, stroke });
        x += width + 1.5;
    }
    let letters = |there: bool| {
        let chosen = expected.iter().filter(|source| cells[**source].position.is_some() == there);
        chosen.map(|source| matter.signs[*source].letter.as_str()).collect::<Vec<_>>()
    };
    let (there, missing) = (letters(true), letters(false));
    let words = match (there.len(), missing.len()) {
        (0, _) => matter.words.no_coverage.to_owned(),
        (_, 0) => matter.words.full_coverage.to_owned(),
        (has, lacks) if lacks > has => fill(matter.words.only, &[&there.join(", ")]),
        _ => fill(matter.words.without, &[&missing.join(", ")]),
    };
    for (place, line) in sheet.lines(TINY, &words, COVERAGE - 6.0).iter().enumerate() {
        sheet.line(Some(figure), line, columns.coverage, top - 21.0 - place as f32 * TINY.leading);
    }
}

/// What the signs mean.
pub(super) fn legend(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let words = matter.words;
    sheet.keep(30.0);
    sheet.y -= 13.0;
    let node = sheet.node(parent, Role::Paragraph);
    let mut x = LEFT;
    let place = |sheet: &mut Sheet<'_>, x: &mut f32, wide: f32, text: &str| {
        if *x + wide + sheet.width(SMALL, text) > RIGHT {
            *x = LEFT;
            sheet.y -= 12.0;
        }
        let at = *x;
        *x = sheet.text(Some(node), SMALL, &format!("{text} "), at + wide, sheet.y) + 9.0;
        at
    };
    let fills = [(Fill::Full, words.legend_full), (Fill::Half, words.legend_half), (Fill::Hollow, words.legend_hollow)];
    for (fill, text) in fills {
        let at = place(sheet, &mut x, 10.0, text);
        let y = sheet.y + 2.7;
        matter.signs[0].at(at + 3.5, y, 6.4, fill).into_iter().for_each(|mark| sheet.put(None, mark));
    }
    let at = place(sheet, &mut x, 22.0, words.legend_band);
    band::sample(sheet, at, sheet.y + 1.4);
    let at = place(sheet, &mut x, 17.0, words.legend_decides);
    cells::frame(sheet, None, [at + 0.5, sheet.y - 1.5, 13.0, 9.0]);
    let at = place(sheet, &mut x, 22.0, words.legend_clash);
    let y = sheet.y + 2.0;
    sheet.put(None, Mark::line((at + 3.0, y), (at + 17.0, y), 0.9, INK));
    sheet.put(None, Mark::line((at + 17.0, y), (at + 17.0, y + 3.0), 0.9, INK));
    cells::diamond(sheet, None, at + 3.0, y);
    sheet.gap(5.0);
    sheet.rule(LINE, 0.5);
    sheet.gap(2.0);
}

/// Whether nothing can be drawn for a criterion but where it could end.
pub(super) fn is_open(stance: Stance) -> bool {
    stance == Stance::Incomplete
}
