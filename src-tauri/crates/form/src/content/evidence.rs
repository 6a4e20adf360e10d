//! Per criterion: the norm, what each source says with the passages cited, and the examiner's words.
//!
//! Promises: every citation of the judgement is printed whole, with the sign and the name of its source; a source that
//! says nothing where it is expected to is named.

use super::front::{or_none, quote};
use super::{Cited, Matter};
use crate::draw::{HEAD, PART, SMALL, SMALL_STRONG, STRONG, VOICE};
use crate::layout::Sheet;
use crate::structure::{NodeId, Role};
use crate::tables::{Grid, TableCell};
use crate::text::fill;
use crate::wrap::run;
use domain::evidence::Observation;
use domain::fraction::Fraction;
use domain::framework::{Criterion, WeightFramework};
use domain::weighing::Cell;

pub(super) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let section = sheet.node(parent, Role::Section);
    sheet.gap(6.0);
    sheet.heading(section, Role::H2, PART, matter.words.per_criterion);
    for (place, criterion) in matter.ground.framework.criteria.iter().enumerate() {
        one(sheet, section, matter, place, criterion);
    }
}

/// A position in the words of the scale: on a level, or between two.
pub(crate) fn position_words(matter: &Matter<'_>, position: &Fraction) -> String {
    let framework: &WeightFramework = matter.ground.framework;
    let name = |level: usize| framework.levels.get(level).map_or("", String::as_str);
    let whole = |level: usize| Fraction::whole(i64::try_from(level).unwrap_or(i64::MAX));
    let under = (0..framework.levels.len()).rev().find(|level| whole(*level) <= *position).unwrap_or(0);
    if whole(under) == *position || under + 1 >= framework.levels.len() {
        name(under).to_owned()
    } else {
        fill(matter.words.between, &[name(under), name(under + 1)])
    }
}

/// The weighted view once more, in words; a source that is not used by design, and says nothing, has no column.
pub(crate) fn table_of_view(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework) = (matter.words, matter.ground.framework);
    let speaks =
        |source: usize| (0..framework.criteria.len()).any(|at| matter.view.cells_of(at)[source].position.is_some());
    let shown = |source: &usize| !matter.unused(*source) || speaks(*source);
    let used: Vec<usize> = (0..framework.sources.len()).filter(shown).collect();
    let mut head = vec![words.criterion];
    head.extend(used.iter().map(|source| matter.source(*source)));
    head.push(words.picture);
    let mut widths = vec![0.21];
    widths.extend(used.iter().map(|_| 0.63 / used.len() as f32));
    widths.push(0.16);
    let rows = framework.criteria.iter().enumerate().map(|(at, criterion)| {
        let mut cells = vec![TableCell::new(SMALL_STRONG, format!("{} {}", criterion.id, criterion.label))];
        let own = matter.view.cells_of(at);
        let each = used.iter().filter_map(|source| own.get(*source).map(|cell| (*source, cell)));
        cells.extend(each.map(|(source, cell)| TableCell::new(SMALL, cell_words(matter, criterion, source, cell))));
        cells.push(TableCell::new(SMALL_STRONG, words.stance(matter.view.criteria[at].stance)));
        cells
    });
    let grid = Grid { widths: &widths, head: &head, rows: rows.collect() };
    sheet.gap(3.0);
    sheet.heading(parent, Role::H3, HEAD, words.in_words);
    sheet.paragraph(parent, SMALL, words.table_says);
    sheet.in_names(|sheet| sheet.table(parent, &grid));
}

/// What a source says on a criterion, and on how many data points that rests.
fn cell_words(matter: &Matter<'_>, criterion: &Criterion, source: usize, cell: &Cell) -> String {
    let words = matter.words;
    let expected = matter.ground.framework.sources.get(source).is_some_and(|s| criterion.sources.contains(&s.id));
    match &cell.position {
        Some(position) => {
            let beside = if cell.weighed { String::new() } else { format!(", {}", words.beside) };
            format!("{} ({}{beside})", position_words(matter, position), cell.count)
        }
        None if expected => words.missing.to_owned(),
        None => "–".to_owned(),
    }
}

fn one(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>, place: usize, criterion: &Criterion) {
    let words = matter.words;
    let title = format!("{} {}", criterion.id, criterion.label);
    let said = matter.said.criteria.iter().find(|words| words.criterion == criterion.id);
    sheet.entry(parent, Role::H3, (STRONG, &title), |sheet, section| {
        let question = format!("{} ", words.domain_question(criterion.domain));
        let norm = if criterion.norm.is_empty() { String::new() } else { fill(words.norm_is, &[&criterion.norm]) };
        sheet.rich(section, Role::Paragraph, &[run(SMALL_STRONG, &question), run(SMALL, &norm)], 0.0);
        let rationale = said.map_or(words.no_rationale, |words| or_none(matter, &words.rationale));
        let label = format!("{} ", words.rationale);
        sheet.rich(section, Role::Paragraph, &[run(STRONG, &label), run(VOICE, rationale)], 0.0);
        for cited in matter.cited.iter().filter(|cited| cited.criterion == place) {
            sheet.set_anchor(cited.anchor);
            quote(sheet, section, matter, cited, &read_as(matter, criterion, cited));
        }
    });
}

fn read_as(matter: &Matter<'_>, criterion: &Criterion, cited: &Cited<'_>) -> String {
    let level = cited.datapoint.indications.iter().find_map(|indication| {
        let same = indication.criterion == criterion.id && indication.excerpt == Some(cited.citation.span);
        match indication.observation {
            Observation::Level(level) if same => matter.ground.framework.levels.get(usize::from(level)),
            _ => None,
        }
    });
    level.map(|level| fill(matter.words.read_as, &[level])).unwrap_or_default()
}
