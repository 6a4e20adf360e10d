//! Per criterion: the norm, what each source says with the passages cited, and the examiner's words.
//!
//! Promises: every citation of the judgement is printed whole, under its source; a source that says nothing where it is
//! expected to is named.

use super::Matter;
use super::front::{or_none, passage};
use crate::draw::{BODY, HEAD, LINE, Mark, PART, SMALL, SMALL_STRONG, STRONG, VOICE};
use crate::layout::Sheet;
use crate::signs::Fill;
use crate::structure::{NodeId, Role};
use crate::tables::{Grid, TableCell};
use crate::text::fill;
use domain::evidence::{DataPoint, Observation};
use domain::fraction::Fraction;
use domain::framework::{Criterion, WeightFramework};
use domain::judgement::Citation;
use domain::weighing::Cell;

pub(super) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let section = sheet.node(parent, Role::Section);
    sheet.gap(10.0);
    sheet.heading(section, Role::H2, PART, matter.words.per_criterion);
    table_of_view(sheet, section, matter);
    sheet.gap(8.0);
    let mut last = None;
    for (place, criterion) in matter.ground.framework.criteria.iter().enumerate() {
        if last != Some(criterion.domain) {
            sheet.gap(4.0);
            sheet.heading(section, Role::H3, HEAD, matter.words.domain_question(criterion.domain));
            last = Some(criterion.domain);
        }
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

fn table_of_view(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework) = (matter.words, matter.ground.framework);
    let mut head = vec![words.criterion];
    head.extend(framework.sources.iter().map(|source| source.label.as_str()));
    head.push(words.picture);
    let width = 0.6 / framework.sources.len() as f32;
    let mut widths = vec![0.21];
    widths.extend(framework.sources.iter().map(|_| width));
    widths.push(0.19);
    let rows = framework.criteria.iter().enumerate().map(|(at, criterion)| {
        let mut cells = vec![TableCell::new(SMALL_STRONG, format!("{} {}", criterion.id, criterion.label))];
        let each = matter.view.cells_of(at).iter().enumerate();
        cells.extend(each.map(|(source, cell)| TableCell::new(SMALL, cell_words(matter, criterion, source, cell))));
        cells.push(TableCell::new(SMALL_STRONG, words.stance(matter.view.criteria[at].stance)));
        cells
    });
    let grid = Grid { widths: &widths, head: &head, rows: rows.collect() };
    sheet.paragraph(parent, SMALL, words.table_says);
    sheet.table(parent, &grid);
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
        None if matter.unused(source) => words.not_used.to_owned(),
        None if expected => words.missing.to_owned(),
        None => "–".to_owned(),
    }
}

fn one(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>, place: usize, criterion: &Criterion) {
    let title = format!("{} {}", criterion.id, criterion.label);
    let said = matter.judgement.words().criteria.iter().find(|words| words.criterion == criterion.id);
    sheet.entry(parent, Role::H4, (STRONG, &title), |sheet, section| {
        if !criterion.norm.is_empty() {
            sheet.paragraph(section, SMALL, &fill(matter.words.norm_is, &[&criterion.norm]));
        }
        let citations = said.map_or(&[][..], |words| &words.citations);
        for source in 0..matter.ground.framework.sources.len() {
            one_source(sheet, section, matter, (place, criterion), source, citations);
        }
        let rationale = said.map_or(matter.words.no_rationale, |words| or_none(matter, &words.rationale));
        sheet.gap(1.5);
        let label = format!("{} ", matter.words.rationale);
        sheet.rich(section, Role::Paragraph, &[(STRONG, &label), (VOICE, rationale)], 0.0);
    });
}

/// What one source says: in a word of the scale, and the passages cited.
fn one_source(
    sheet: &mut Sheet<'_>,
    parent: NodeId,
    matter: &Matter<'_>,
    (place, criterion): (usize, &Criterion),
    source: usize,
    citations: &[Citation],
) {
    let Some(known) = matter.ground.framework.sources.get(source) else { return };
    let cell = &matter.view.cells_of(place)[source];
    let own: Vec<&Citation> = citations
        .iter()
        .filter(|citation| passage(matter, citation).is_some_and(|(datapoint, _)| datapoint.source == known.id))
        .collect();
    let expected = criterion.sources.contains(&known.id) && !matter.unused(source);
    if cell.position.is_none() && own.is_empty() && !expected {
        return;
    }
    let says = match &cell.position {
        Some(position) => {
            let count = matter.words.points(cell.count);
            let beside = if cell.weighed { String::new() } else { format!("; {}", matter.words.beside_long) };
            format!(": {} ({count}{beside})", position_words(matter, position))
        }
        None => format!(": {}", matter.words.nothing_counts),
    };
    sheet.keep(BODY.leading + VOICE.leading * own.len().min(2) as f32);
    let sign = &matter.signs[source];
    let fill = if cell.position.is_some() && cell.weighed { Fill::Full } else { Fill::Hollow };
    let (x, y) = (sheet.left + 3.8, sheet.y - 5.8);
    sign.at(x, y, 6.6, fill).into_iter().for_each(|mark| sheet.put(None, mark));
    sheet.rich(parent, Role::Paragraph, &[(SMALL_STRONG, &known.label), (SMALL, &says)], 14.0);
    for citation in own {
        cited(sheet, parent, matter, criterion, citation);
    }
}

/// A passage with author, role and date, and the level it was read as.
fn cited(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>, criterion: &Criterion, citation: &Citation) {
    let Some((datapoint, passage)) = passage(matter, citation) else { return };
    let words = matter.words;
    let author = datapoint.author.as_ref().map_or(words.author_unknown, |author| author.as_str());
    let role = if datapoint.role.is_empty() { String::new() } else { format!(", {}", datapoint.role) };
    let level = read_as(matter, criterion, datapoint, citation);
    let by = format!(" {author}{role}, {}{level}", words.day(datapoint.date));
    let (page, top) = (sheet.page(), sheet.y);
    let quoted = words.quoted(passage.trim());
    sheet.rich(parent, Role::Quote, &[(VOICE, &quoted), (SMALL, &by)], 14.0);
    if sheet.page() == page {
        let x = sheet.left + 3.8;
        let (from, to) = ((x, top - 1.0), (x, sheet.y + 2.0));
        sheet.put(None, Mark::line(from, to, 1.0, LINE));
    }
}

fn read_as(matter: &Matter<'_>, criterion: &Criterion, datapoint: &DataPoint, citation: &Citation) -> String {
    let level = datapoint.indications.iter().find_map(|indication| {
        let same = indication.criterion == criterion.id && indication.excerpt == Some(citation.span);
        match indication.observation {
            Observation::Level(level) if same => matter.ground.framework.levels.get(usize::from(level)),
            _ => None,
        }
    });
    level.map(|level| fill(matter.words.read_as, &[level])).unwrap_or_default()
}
