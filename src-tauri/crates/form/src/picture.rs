//! The weighted view as a picture: per criterion one sign for each data point, and the range over every permitted
//! weighting with the place of the agreed weights.
//!
//! Promises: one norm line at the same place in every row; no figures but counts and weights (rule R6); every sign has
//! words beside it, and the whole has words for who does not see it. A long framework goes on over pages, each with its
//! own head and its own words.

mod band;
mod cells;
mod frame;

use crate::content::Matter;
use crate::draw::{LINE, Mark, PART, SMALL, SMALL_STRONG, STRONG_LINE, Style};
use crate::layout::{LEFT, RIGHT, Sheet};
use crate::structure::{NodeId, Role};
use crate::text::fill;
use crate::wrap::{Run, run};
use domain::weighing::Stance;
use frame::{Columns, Row};

/// Room for what stands above and under the rows: heading, sentence, legend.
const AROUND: f32 = 76.0;

/// Sets the picture with what stands around it.
pub(crate) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework) = (matter.words, matter.ground.framework);
    let columns = Columns::new(matter);
    let rows: Vec<Row<'_>> =
        sheet.in_names(|sheet| (0..framework.criteria.len()).map(|at| Row::new(sheet, matter, &columns, at)).collect());
    let tall: f32 = rows.iter().map(|row| row.height).sum();
    // The picture and its head stand on one page when a page can hold them.
    sheet.gap(6.0);
    let groups = framework.criteria.chunk_by(|one, other| one.domain == other.domain).count() as f32;
    sheet.keep((tall + frame::HEAD + groups * frame::GROUP + AROUND).min(680.0));
    sheet.heading(parent, Role::H2, PART, words.view);
    let ends = [framework.levels.first(), framework.levels.last()].map(|name| name.map_or("", String::as_str));
    sheet.paragraph(parent, SMALL, &fill(words.view_says, &ends));
    let mut rows = rows.as_slice();
    while !rows.is_empty() {
        rows = sheet.in_names(|sheet| part(sheet, parent, matter, &columns, rows));
    }
    frame::legend(sheet, parent, matter);
    notes(sheet, parent, matter);
    crate::content::table_of_view(sheet, parent, matter);
}

/// As many rows as this page holds, as one figure; answers those that are left.
fn part<'r, 'm>(
    sheet: &mut Sheet<'_>,
    parent: NodeId,
    matter: &Matter<'_>,
    columns: &Columns,
    rows: &'r [Row<'m>],
) -> &'r [Row<'m>] {
    sheet.keep(frame::HEAD + frame::GROUP + rows[0].height);
    let top = sheet.y;
    let figure = sheet.node(parent, Role::Figure);
    frame::head(sheet, figure, matter, columns);
    let mut domain = None;
    let mut taken = 0;
    for row in rows {
        let group = if domain == Some(row.criterion.domain) { 0.0 } else { frame::GROUP };
        if taken > 0 && sheet.room() < group + row.height {
            break;
        }
        if group > 0.0 {
            frame::group(sheet, figure, matter, columns, row.criterion.domain);
            domain = Some(row.criterion.domain);
        }
        draw_row(sheet, figure, matter, columns, row);
        taken += 1;
    }
    columns.verticals(sheet, figure, top, sheet.y);
    let y = sheet.y;
    sheet.put(Some(figure), Mark::line((LEFT, y), (RIGHT, y), 0.5, STRONG_LINE));
    let (done, left) = rows.split_at(taken);
    let node = &mut sheet.laid.tree.nodes[figure];
    node.alt = Some(in_words(matter, done));
    node.bounds = Some([LEFT, y, RIGHT, top]);
    if !left.is_empty() {
        sheet.new_page();
    }
    left
}

fn draw_row(sheet: &mut Sheet<'_>, figure: NodeId, matter: &Matter<'_>, columns: &Columns, row: &Row<'_>) {
    let top = sheet.y;
    sheet.put(Some(figure), Mark::line((LEFT, top), (RIGHT, top), 0.5, LINE));
    frame::name(sheet, figure, row, top);
    for source in 0..matter.signs.len() {
        cells::draw(sheet, figure, matter, columns, row, source, top);
    }
    cells::clashes(sheet, figure, matter, columns, row, top);
    frame::coverage(sheet, figure, matter, columns, row, top);
    band::draw(sheet, figure, matter, columns, row, top);
    sheet.y -= row.height;
}

/// The rows for who does not see them.
fn in_words(matter: &Matter<'_>, rows: &[Row<'_>]) -> String {
    let (words, framework) = (matter.words, matter.ground.framework);
    let ends = [framework.levels.first(), framework.levels.last()].map(|name| name.map_or("", String::as_str));
    let mut said = fill(words.alt_head, &ends);
    for row in rows {
        let view = &matter.view.criteria[row.at];
        let (id, label) = (row.criterion.id.as_str(), row.criterion.label.as_str());
        said.push_str(&fill(words.alt_row, &[id, label, words.stance(view.stance), words.stance_long(view.stance)]));
        let name = |source: usize| framework.sources[source].label.as_str();
        for found in matter.view.discrepancies_of(row.at) {
            said.push_str("; ");
            said.push_str(&fill(words.against, &[name(found.minority), name(found.other)]));
        }
        let missing: Vec<&str> = cells::missing(matter, row).map(name).collect();
        if !missing.is_empty() {
            said.push_str(&fill(words.alt_missing, &[&missing.join(", ")]));
        }
        for (source, cell) in matter.view.cells_of(row.at).iter().enumerate() {
            if cell.decisive {
                said.push_str(&fill(words.alt_decides, &[name(source)]));
            }
        }
        said.push_str(". ");
    }
    said
}

/// What the picture asks attention for, in one paragraph of sentences.
fn notes(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework) = (matter.words, matter.ground.framework);
    let mut said: Vec<(Style, String)> = Vec::new();
    for (criterion, view) in framework.criteria.iter().zip(&matter.view.criteria) {
        if view.stance != Stance::Above {
            said.push((SMALL_STRONG, format!("{} {}: ", criterion.id, words.stance(view.stance))));
            said.push((SMALL, format!("{}. ", words.stance_long(view.stance))));
        }
        let question = view.self_image.as_ref().and_then(|image| match image.verdict() {
            "higher" => Some(words.self_higher),
            "lower" => Some(words.self_lower),
            _ => None,
        });
        // A question only where the self-image stands beside the others.
        let sources = framework.sources.iter();
        let beside = sources.filter(|source| source.id.is_self_insight() && !criterion.sources.contains(&source.id));
        if let Some(question) = question.filter(|_| beside.count() > 0) {
            said.push((SMALL, format!("{} ", fill(question, &[criterion.id.as_str()]))));
        }
    }
    sheet.gap(2.0);
    let runs: Vec<Run<'_>> = said.iter().map(|(style, text)| run(*style, text)).collect();
    sheet.rich(parent, Role::Paragraph, &runs, 0.0);
}
