//! A table as it was read: rows of cells, and where its headings stand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A table as it stands in its file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The sheet, if any.
    pub sheet: Option<String>,
    /// Rows with their number, from 1, without empty ones.
    pub rows: Vec<TableRow>,
}

/// A table with its headings found.
#[derive(Debug, Clone)]
pub(crate) struct Headed<'a> {
    /// The sheet, if any.
    pub sheet: Option<&'a str>,
    /// What stands above the headings: titles, legends.
    pub above: Vec<String>,
    /// Headings, trimmed.
    pub headings: Vec<String>,
    /// Rows below the headings.
    pub rows: &'a [TableRow],
    /// Place of the headings among the rows of the table.
    pub at: usize,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    /// From 1.
    pub number: u32,
    /// Cells from the first column on.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it stands.
    Text(Box<str>),
    /// A number.
    Number(f64),
    /// A date, its time left off.
    Date(NaiveDate),
}

impl Cell {
    fn says_something(&self) -> bool {
        match self {
            Self::Empty => false,
            Self::Text(text) => text.chars().any(|c| !c.is_whitespace() && c != '\u{feff}'),
            Self::Number(_) | Self::Date(_) => true,
        }
    }

    /// As a person reads it; whole numbers without a point.
    pub(crate) fn text(&self) -> String {
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
    pub(crate) fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// The text of a column, empty when there is none.
    pub(crate) fn text(&self, column: Option<usize>) -> String {
        column.map(|column| self.cell(column).text()).unwrap_or_default()
    }
}

/// Rows among which headings are looked for.
const HEAD: usize = 15;

impl Table {
    /// Leaves empty rows out; numbers begin at 1.
    pub(crate) fn of(sheet: Option<String>, raw: Vec<(u32, Vec<Cell>)>) -> Self {
        let filled = raw.into_iter().filter(|(_, cells)| cells.iter().any(Cell::says_something));
        Self { sheet, rows: filled.map(|(number, cells)| TableRow { number, cells }).collect() }
    }

    /// The table with the first row as headings that `fits`, else with its first row.
    pub(crate) fn headed(&self, fits: impl Fn(&Headed<'_>) -> bool) -> Headed<'_> {
        let tries = (0..self.rows.len().min(HEAD)).map(|at| self.headed_at(at));
        tries.into_iter().find(fits).unwrap_or_else(|| self.headed_at(0))
    }

    /// The headings at a place, and the rows below them taken out of the table.
    pub(crate) fn parted(&mut self, at: usize) -> (Headed<'_>, Vec<TableRow>) {
        let below = self.rows.split_off((at + 1).min(self.rows.len()));
        (self.headed_at(at), below)
    }

    fn headed_at(&self, at: usize) -> Headed<'_> {
        let words = |row: &TableRow| row.cells.iter().map(Cell::text).collect::<Vec<_>>();
        let above = self.rows.iter().take(at).flat_map(words).filter(|text| !text.is_empty()).collect();
        let headings = self.rows.get(at).map(words).unwrap_or_default();
        Headed { sheet: self.sheet.as_deref(), above, headings, rows: self.rows.get(at + 1..).unwrap_or_default(), at }
    }
}

impl Headed<'_> {
    /// The column with one of these headings, whatever the capitals.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        let headings: Vec<String> = self.headings.iter().map(|heading| heading.to_lowercase()).collect();
        names.iter().find_map(|name| headings.iter().position(|heading| heading == name))
    }
}

/// Text without the blanks that hide at its ends (also those that do not break) and with one kind of line break.
pub(crate) fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}
