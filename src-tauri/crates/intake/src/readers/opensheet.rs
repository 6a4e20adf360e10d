//! ODS workbooks, cell by cell.
//!
//! Promises: cells and rows that are said to repeat are repeated only as far as they hold something, and within the
//! limits of a table; formulas are taken by their kept value. Read by our own steps through the XML, for the library
//! that reads XLSX waits for ever on an ODS that was cut off.

use crate::finding::{Finding, FindingCode};
use crate::readers::opendocument::refuse_encrypted;
use crate::readers::package::Package;
use crate::readers::workbook::{COLUMNS, PART, ROWS, name_of};
use crate::readers::xml::{self, Attributes, Step};
use crate::table::{Cell, Table};

/// Reads every sheet as a table.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Table>, Finding> {
    let mut package = Package::open(bytes)?;
    refuse_encrypted(&mut package)?;
    let content = package.part("content.xml", PART)?.ok_or_else(|| Finding::error(FindingCode::FileBroken))?;
    let mut state = State::default();
    xml::walk(&content, &mut |step| match step {
        Step::Open(name, attributes) => state.open(name, attributes),
        Step::Text(text) => {
            if state.paragraphs > 0 && state.out == 0 {
                state.text.push_str(text);
            }
        }
        Step::Close(name) => state.close(name),
    })?;
    match state.fault {
        Some(finding) => Err(finding),
        None if !state.ended => Err(Finding::error(FindingCode::FileBroken)),
        None => Ok(state.tables),
    }
}

#[derive(Default)]
struct State {
    tables: Vec<Table>,
    sheet: Option<String>,
    rows: Vec<(u32, Vec<Cell>)>,
    /// The row at hand, from 1, and how often it repeats.
    row: u32,
    repeats: u32,
    cells: Vec<Cell>,
    column: u32,
    /// The cell at hand: what it is said to be, and how often it repeats.
    value: Cell,
    columns: u32,
    text: String,
    paragraphs: u32,
    /// Depth inside something that does not count: comments, deleted text.
    out: u32,
    fault: Option<Finding>,
    ended: bool,
}

const OUT: [&str; 3] = ["annotation", "tracked-changes", "shapes"];

fn times(attributes: &Attributes<'_>, name: &str) -> u32 {
    attributes.get(name).and_then(|times| times.parse().ok()).unwrap_or(1).max(1)
}

impl State {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if OUT.contains(&name) {
            self.out += 1;
        }
        if self.out > 0 {
            return;
        }
        match name {
            "table" => {
                self.sheet = Some(attributes.get("name").unwrap_or_default());
                self.rows.clear();
                self.row = 1;
            }
            "table-row" => {
                self.repeats = times(attributes, "number-rows-repeated");
                self.cells.clear();
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.columns = times(attributes, "number-columns-repeated");
                self.value = value_of(attributes);
                self.text.clear();
            }
            "p" | "h" => {
                self.paragraphs += 1;
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
            }
            "s" => self.text.push(' '),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if OUT.contains(&name) {
            self.out = self.out.saturating_sub(1);
            return;
        }
        if self.out > 0 {
            return;
        }
        match name {
            "p" | "h" => self.paragraphs = self.paragraphs.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row(),
            "table" => {
                let rows = std::mem::take(&mut self.rows);
                self.tables.push(Table::of(self.sheet.take(), rows));
            }
            "spreadsheet" => self.ended = true,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.text);
        let cell = match std::mem::replace(&mut self.value, Cell::Empty) {
            Cell::Empty if text.trim().is_empty() => Cell::Empty,
            Cell::Empty => Cell::Text(text.into()),
            value => value,
        };
        let end = self.column.saturating_add(self.columns);
        if cell != Cell::Empty {
            if end > COLUMNS || self.row > ROWS {
                let sheet = self.sheet.as_deref().unwrap_or_default();
                let place = name_of(self.row.saturating_sub(1), end.saturating_sub(1));
                self.fault.get_or_insert(Finding::error(FindingCode::FarCell).value(format!("{sheet}, {place}")));
            } else {
                self.cells.resize(self.column as usize, Cell::Empty);
                self.cells.resize(end as usize, cell);
            }
        }
        self.column = end;
    }

    fn end_row(&mut self) {
        let last = self.row.saturating_add(self.repeats);
        if !self.cells.is_empty() && self.fault.is_none() {
            if last > ROWS {
                let sheet = self.sheet.as_deref().unwrap_or_default();
                let place = name_of(last.saturating_sub(2), 0);
                self.fault = Some(Finding::error(FindingCode::FarCell).value(format!("{sheet}, {place}")));
            } else {
                self.rows.extend((self.row..last).map(|row| (row, self.cells.clone())));
            }
        }
        self.row = last;
    }
}

fn value_of(attributes: &Attributes<'_>) -> Cell {
    let value = |name: &str| attributes.get(name);
    match value("value-type").as_deref() {
        Some("float" | "currency" | "percentage") => {
            value("value").and_then(|number| number.parse().ok()).map_or(Cell::Empty, Cell::Number)
        }
        Some("date") => {
            let day = value("date-value").and_then(|day| day.get(..10).and_then(|day| day.parse().ok()));
            day.map_or(Cell::Empty, Cell::Date)
        }
        Some("boolean") => match value("boolean-value").as_deref() {
            Some("true") => Cell::Text("ja".into()),
            Some("false") => Cell::Text("nee".into()),
            _ => Cell::Empty,
        },
        _ => Cell::Empty,
    }
}
