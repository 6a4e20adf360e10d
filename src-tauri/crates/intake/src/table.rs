//! A table as it was read: headings and rows of cells.

use chrono::NaiveDate;

/// A table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// The sheet, if any.
    pub sheet: Option<String>,
    /// Headings, trimmed.
    pub headings: Vec<String>,
    /// Rows with their number, from 1, without empty ones.
    pub rows: Vec<TableRow>,
}

/// One row.
#[derive(Debug, Clone)]
pub(crate) struct TableRow {
    pub number: u32,
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Date(NaiveDate),
}

impl Cell {
    /// As a person reads it; whole numbers without a point.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => tidy(text),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
        }
    }
}

impl TableRow {
    /// The cell of a column.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// The text of a column, empty when there is none.
    pub fn text(&self, column: Option<usize>) -> String {
        column.map(|column| self.cell(column).text()).unwrap_or_default()
    }
}

impl Table {
    /// The column with one of these headings, whatever the capitals.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        let headings: Vec<String> = self.headings.iter().map(|heading| heading.to_lowercase()).collect();
        names.iter().find_map(|name| headings.iter().position(|heading| heading == name))
    }

    /// Cuts off headings and empty rows from raw rows, whose numbers begin at 1.
    pub fn of(sheet: Option<String>, raw: Vec<(u32, Vec<Cell>)>) -> Self {
        let filled = raw.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.text().is_empty()));
        let mut filled = filled.peekable();
        let headings = match filled.next() {
            Some((_, cells)) => cells.iter().map(Cell::text).collect(),
            None => Vec::new(),
        };
        Self { sheet, headings, rows: filled.map(|(number, cells)| TableRow { number, cells }).collect() }
    }
}

/// Text without the blanks that hide at its ends (also those that do not break) and with one kind of line break.
pub(crate) fn tidy(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{feff}')
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}
