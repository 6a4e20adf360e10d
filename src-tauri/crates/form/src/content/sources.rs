//! Every data point of the dossier, numbered: who said it, when, whether it counts, and where it is cited.
//!
//! Promises: a data point that is not cited is listed all the same; a number in brackets leads here from a passage, and
//! the criterion named here leads back to it.

use super::Matter;
use crate::draw::{HEAD, SMALL, SMALL_STRONG, TINY};
use crate::layout::Sheet;
use crate::signs::Fill;
use crate::structure::{NodeId, Role};
use crate::tables::{Grid, Piece, TableCell};
use crate::text::fill;
use domain::evidence::DataPoint;
use domain::fraction::Fraction;

pub(super) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, points) = (matter.words, &matter.ground.dossier.datapoints);
    if points.is_empty() {
        return;
    }
    sheet.gap(4.0);
    sheet.heading(parent, Role::H3, HEAD, words.datapoints);
    let rows = points.iter().enumerate().map(|(place, point)| row(matter, place, point)).collect();
    let head = [words.number_short, words.source, words.author_role, words.when, words.counts, words.cited_at];
    let grid = Grid { widths: &[0.04, 0.215, 0.295, 0.235, 0.08, 0.135], head: &head, rows };
    sheet.in_names(|sheet| sheet.table(parent, &grid));
}

fn row<'m>(matter: &'m Matter<'_>, place: usize, point: &DataPoint) -> Vec<TableCell<'m>> {
    let words = matter.words;
    let source = matter.ground.framework.source_index(&point.source);
    let (fill_of, counts) = counting(matter, point);
    let when = format!("{}, {}", words.day_short(point.date), words.moment(point.moment));
    let mut cells = vec![
        TableCell { anchor: Some(place), ..TableCell::new(SMALL_STRONG, (place + 1).to_string()) },
        TableCell::new(SMALL, source.map_or(point.source.as_str(), |source| matter.source(source))),
        TableCell::new(SMALL, matter.author(point)),
        TableCell::new(SMALL, when),
        TableCell::new(SMALL, counts),
        TableCell { pieces: back(matter, place), ..TableCell::new(SMALL, "") },
    ];
    cells[1].sign = source.and_then(|source| matter.signs.get(source)).map(|sign| (sign, fill_of));
    cells
}

/// Whether a data point counts, and how that is drawn.
fn counting(matter: &Matter<'_>, point: &DataPoint) -> (Fill, &'static str) {
    let (words, factor) = (matter.words, matter.ground.framework.moment_factors.of(point.moment));
    if !point.established {
        (Fill::Hollow, words.not_established)
    } else if *factor == Fraction::ZERO {
        (Fill::Hollow, words.counts_not)
    } else if *factor == Fraction::whole(1) {
        (Fill::Full, words.counts_full)
    } else {
        (Fill::Half, words.counts_half)
    }
}

/// The criteria at which a data point is cited, each leading to the first passage there.
fn back(matter: &Matter<'_>, place: usize) -> Vec<Piece> {
    let mut own: Vec<_> = matter.cited.iter().filter(|cited| cited.point == place).collect();
    own.dedup_by_key(|cited| cited.criterion);
    let (mut pieces, count) = (Vec::new(), own.len());
    for (at, cited) in own.into_iter().enumerate() {
        let id = matter.ground.framework.criteria[cited.criterion].id.as_str();
        let said = fill(matter.words.to_passage, &[id]);
        let text = if at + 1 < count { format!("{id},") } else { id.to_owned() };
        pieces.push(Piece { style: SMALL, text, link: Some((cited.anchor, said)) });
        pieces.push(Piece { style: SMALL, text: " ".to_owned(), link: None });
    }
    if pieces.is_empty() {
        pieces.push(Piece { style: TINY, text: matter.words.not_cited.to_owned(), link: None });
    }
    pieces
}
