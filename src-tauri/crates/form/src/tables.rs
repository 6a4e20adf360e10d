//! Tables: heads repeated on every page, rows that flow over pages when they must.

use crate::draw::{GROUND, LINE, Mark, SMALL_STRONG, Style};
use crate::layout::{LEFT, RIGHT, Sheet};
use crate::structure::{NodeId, Role};

const PAD: f32 = 4.0;

/// One cell: how it is set, and its text.
pub(crate) type TableCell = (Style, String);

/// A table to be set.
pub(crate) struct Grid<'a> {
    /// Widths as parts of the whole; they add up to 1.
    pub widths: &'a [f32],
    /// Heads of the columns; none for a table of names and values.
    pub head: &'a [&'a str],
    /// The rows.
    pub rows: Vec<Vec<TableCell>>,
    /// Whether the first cell of a row is its head.
    pub row_heads: bool,
}

impl Sheet<'_> {
    /// Sets a table.
    pub fn table(&mut self, parent: NodeId, grid: &Grid<'_>) {
        let edges = edges(grid.widths);
        let table = self.node(parent, Role::Table);
        self.keep(60.0);
        if !grid.head.is_empty() {
            let head = self.node(table, Role::TableHead);
            let row = self.node(head, Role::TableRow);
            let nodes = grid.head.iter().map(|_| Some(self.node(row, Role::ColumnHead))).collect::<Vec<_>>();
            self.head_row(grid.head, &edges, &nodes);
        }
        let body = self.node(table, Role::TableBody);
        for row in &grid.rows {
            self.row(body, grid, row, &edges);
        }
        self.gap(6.0);
    }

    fn head_row(&mut self, head: &[&str], edges: &[f32], nodes: &[Option<NodeId>]) {
        let style = SMALL_STRONG;
        let cells: Vec<Vec<String>> = head
            .iter()
            .zip(edges.windows(2))
            .map(|(text, edge)| self.lines(style, text, edge[1] - edge[0] - PAD))
            .collect();
        let tallest = cells.iter().map(Vec::len).max().unwrap_or(1) as f32;
        let height = tallest * style.leading + 5.0;
        let y = self.y - height;
        self.put(None, Mark::Box { x: LEFT, y, width: RIGHT - LEFT, height, colour: GROUND });
        for ((lines, edge), node) in cells.iter().zip(edges).zip(nodes) {
            let mut top = self.y - 2.0;
            for line in lines {
                top -= style.leading;
                self.text(*node, style, line, edge + 2.0, top + 3.0);
            }
        }
        self.y = y;
    }

    fn row(&mut self, body: NodeId, grid: &Grid<'_>, cells: &[TableCell], edges: &[f32]) {
        let lines: Vec<Vec<String>> = cells
            .iter()
            .zip(edges.windows(2))
            .map(|((style, text), edge)| self.lines(*style, text, edge[1] - edge[0] - PAD - 2.0))
            .collect();
        let leading = cells.iter().map(|(style, _)| style.leading).fold(0.0, f32::max);
        let count = lines.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let page = self.page();
        self.keep(leading * count.min(6) as f32 + 6.0);
        if self.page() != page && !grid.head.is_empty() {
            self.head_row(grid.head, edges, &vec![None; grid.head.len()]);
        }
        let row = self.node(body, Role::TableRow);
        let nodes: Vec<NodeId> = (0..cells.len())
            .map(|place| self.node(row, if place == 0 && grid.row_heads { Role::RowHead } else { Role::Cell }))
            .collect();
        self.y -= 2.0;
        let mut from = 0;
        while from < count {
            let room = (((self.y - 66.0) / leading) as usize).max(1);
            let upto = (from + room).min(count);
            for (((style, _), own), (edge, node)) in cells.iter().zip(&lines).zip(edges.iter().zip(&nodes)) {
                let mut top = self.y;
                for line in own.get(from..upto.min(own.len())).unwrap_or_default() {
                    top -= leading;
                    self.text(Some(*node), *style, line, edge + 2.0, top + leading * 0.28);
                }
            }
            self.y -= leading * (upto - from) as f32;
            from = upto;
            if from < count {
                self.keep(leading * 4.0 + 1000.0);
                if !grid.head.is_empty() {
                    self.head_row(grid.head, edges, &vec![None; grid.head.len()]);
                }
            }
        }
        self.y -= 3.0;
        self.rule(LINE);
    }
}

/// The left edge of every column, and the right edge of the last.
fn edges(widths: &[f32]) -> Vec<f32> {
    let mut edges = vec![LEFT];
    let mut at = LEFT;
    for width in widths {
        at += width * (RIGHT - LEFT);
        edges.push(at);
    }
    edges
}
