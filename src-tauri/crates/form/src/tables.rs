//! Tables: heads repeated on every page, rows that flow over pages when they must.
//!
//! Promises: a row is kept whole while it fits a few lines; a repeated head is an artifact, read once. Deliberately
//! absent: cells over more than one row or column.

use crate::draw::{INK, LINE, Mark, SMALL_STRONG, Style};
use crate::layout::Sheet;
use crate::signs::{Fill, Sign};
use crate::structure::{NodeId, Role};
use crate::wrap::{Line, Run};

const PAD: f32 = 5.0;
/// Room above and below the text of a row.
const ROW: f32 = 1.75;
/// Room for a sign before the text.
const SIGN: f32 = 10.0;

/// A piece of a cell's text, and where it leads with what is said of that.
pub(crate) struct Piece {
    pub style: Style,
    pub text: String,
    pub link: Option<(usize, String)>,
}

/// One cell: its text, the sign before it, and the anchor that its row is.
pub(crate) struct TableCell<'a> {
    pub pieces: Vec<Piece>,
    pub sign: Option<(&'a Sign, Fill)>,
    pub anchor: Option<usize>,
}

impl TableCell<'_> {
    pub fn new(style: Style, text: impl Into<String>) -> Self {
        Self { pieces: vec![Piece { style, text: text.into(), link: None }], sign: None, anchor: None }
    }

    fn leading(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.style.leading).fold(0.0, f32::max)
    }

    fn runs(&self) -> Vec<Run<'_>> {
        let runs = self.pieces.iter().map(|piece| Run {
            style: piece.style,
            text: &piece.text,
            link: piece.link.as_ref().map(|(to, said)| (*to, said.as_str())),
        });
        runs.collect()
    }
}

/// A table to be set; the first cell of a row is its head.
pub(crate) struct Grid<'a> {
    /// Widths as parts of the whole; they add up to 1.
    pub widths: &'a [f32],
    /// Heads of the columns.
    pub head: &'a [&'a str],
    /// The rows.
    pub rows: Vec<Vec<TableCell<'a>>>,
}

impl Sheet<'_> {
    /// Sets a table over the column.
    pub fn table(&mut self, parent: NodeId, grid: &Grid<'_>) {
        let edges = edges(grid.widths, self.left, self.right);
        let table = self.node(parent, Role::Table);
        self.keep(46.0);
        let row = self.node(table, Role::TableRow);
        let nodes = grid.head.iter().map(|_| Some(self.node(row, Role::ColumnHead))).collect::<Vec<_>>();
        self.head_row(grid.head, &edges, &nodes);
        for (place, row) in grid.rows.iter().enumerate() {
            self.row(table, grid.head, row, &edges, place > 0);
        }
        self.gap(4.0);
    }

    fn head_row(&mut self, head: &[&str], edges: &[f32], nodes: &[Option<NodeId>]) {
        let style = SMALL_STRONG;
        let each = head.iter().zip(edges.windows(2));
        let cells: Vec<Vec<Line>> = each.map(|(text, edge)| self.lines(style, text, edge[1] - edge[0] - PAD)).collect();
        let tallest = cells.iter().map(Vec::len).max().unwrap_or(1);
        let bottom = self.y - style.leading * tallest as f32 - 3.0;
        for ((lines, edge), node) in cells.iter().zip(edges).zip(nodes) {
            // Heads stand on the rule, whatever their number of lines.
            let mut y = self.y - style.leading * (tallest - lines.len()) as f32;
            for line in lines {
                y -= style.leading;
                self.line(*node, line, *edge, y + 2.5);
            }
        }
        self.y = bottom;
        self.put(None, Mark::line((edges[0], bottom), (self.right, bottom), 0.75, INK));
    }

    fn row(&mut self, table: NodeId, head: &[&str], cells: &[TableCell<'_>], edges: &[f32], ruled: bool) {
        let indent = |cell: &TableCell<'_>| if cell.sign.is_some() { SIGN } else { 0.0 };
        let each = cells.iter().zip(edges.windows(2));
        let lines: Vec<Vec<Line>> =
            each.map(|(cell, edge)| self.wrap(&cell.runs(), edge[1] - edge[0] - PAD - indent(cell))).collect();
        let leading = cells.iter().map(TableCell::leading).fold(0.0, f32::max);
        let count = lines.iter().map(Vec::len).max().unwrap_or(1).max(1);
        if self.keep(leading * count.min(6) as f32 + 2.0 * ROW) {
            self.head_row(head, edges, &vec![None; head.len()]);
        } else if ruled {
            let y = self.y;
            self.put(None, Mark::line((edges[0], y), (self.right, y), 0.5, LINE));
        }
        cells.iter().filter_map(|cell| cell.anchor).for_each(|anchor| self.set_anchor(anchor));
        self.y -= ROW;
        let row = self.node(table, Role::TableRow);
        let role = |place| if place == 0 { Role::RowHead } else { Role::Cell };
        let nodes: Vec<NodeId> = (0..cells.len()).map(|place| self.node(row, role(place))).collect();
        for (cell, edge) in cells.iter().zip(edges) {
            if let Some((sign, fill)) = cell.sign {
                let y = self.y - leading * 0.5 + 0.5;
                sign.at(edge + 3.2, y, 6.4, fill).into_iter().for_each(|mark| self.put(None, mark));
            }
        }
        let mut from = 0;
        while from < count {
            let room = ((self.room() / leading).max(1.0)) as usize;
            let upto = (from + room).min(count);
            for (((cell, own), edge), node) in cells.iter().zip(&lines).zip(edges).zip(&nodes) {
                let mut y = self.y;
                for line in own.get(from..upto.min(own.len())).unwrap_or_default() {
                    y -= leading;
                    self.line(Some(*node), line, edge + indent(cell), y + leading * 0.28);
                }
            }
            self.y -= leading * (upto - from) as f32;
            from = upto;
            if from < count {
                self.new_page();
                self.head_row(head, edges, &vec![None; head.len()]);
            }
        }
        self.y -= ROW;
    }
}

/// The left edge of every column, and the right edge of the last.
fn edges(widths: &[f32], left: f32, right: f32) -> Vec<f32> {
    let mut edges = vec![left];
    let mut at = left;
    for width in widths {
        at += width * (right - left);
        edges.push(at);
    }
    edges
}
