//! XLSX workbooks, cell by cell.
//!
//! Promises: nothing is unpacked before its size is known; a cell far outside the table costs nothing; formulas are
//! taken by their kept value and macros are never looked at.

use crate::finding::{Finding, FindingCode};
use crate::table::{Cell, Table};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::io::Cursor;
use zip::ZipArchive;

/// Greatest size of all parts together when unpacked, and of one, in bytes.
const UNPACKED: u64 = 512 << 20;
const PART: u64 = 256 << 20;
/// Columns and rows that are read; a cell beyond is named, not read.
const COLUMNS: u32 = 1024;
const ROWS: u32 = 200_000;

/// Reads every sheet as a table.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Table>, Finding> {
    check_parts(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut tables = Vec::new();
    for sheet in book.sheet_names() {
        let raw = raw_rows(&mut book, &sheet)?;
        tables.push(Table::of(Some(sheet), raw));
    }
    Ok(tables)
}

fn broken(error: &XlsxError) -> Finding {
    Finding::error(match error {
        XlsxError::Password => FindingCode::PasswordProtected,
        _ => FindingCode::FileBroken,
    })
}

/// The sizes that the archive itself states, before anything is unpacked.
fn check_parts(bytes: &[u8]) -> Result<(), Finding> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Finding::error(FindingCode::FileBroken))?;
    let mut total = 0u64;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|_| Finding::error(FindingCode::FileBroken))?;
        total = total.saturating_add(part.size());
        if part.size() > PART || total > UNPACKED {
            let size = format!("{} MB", part.size().max(total) >> 20);
            return Err(Finding::error(FindingCode::UnpackedTooLarge).value(size));
        }
    }
    Ok(())
}

fn raw_rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<(u32, Vec<Cell>)>, Finding> {
    let mut rows: Vec<(u32, Vec<Cell>)> = Vec::new();
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| broken(&error))?;
    while let Some(found) = cells.next_cell().map_err(|error| broken(&error))? {
        let (row, column) = found.get_position();
        let cell = cell_of(found.get_value());
        if cell == Cell::Empty {
            continue;
        }
        if row >= ROWS || column >= COLUMNS {
            return Err(Finding::error(FindingCode::FarCell).value(format!("{sheet}, {}", name_of(row, column))));
        }
        if let Cell::Text(text) = &cell
            && text.contains('\0')
        {
            return Err(Finding::error(FindingCode::NulCharacter).at(Some(sheet), row + 1, ""));
        }
        let number = row + 1;
        if rows.last().is_none_or(|(last, _)| *last != number) {
            rows.push((number, Vec::new()));
        }
        let Some((_, line)) = rows.last_mut() else { continue };
        let column = column as usize;
        if line.len() <= column {
            line.resize(column + 1, Cell::Empty);
        }
        line[column] = cell;
    }
    Ok(rows)
}

fn cell_of(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty | DataRef::Error(_) => Cell::Empty,
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text_cell(text),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Bool(yes) => text_cell(if *yes { "ja" } else { "nee" }),
        DataRef::DateTime(moment) => match moment.as_datetime() {
            Some(moment) => Cell::Date(moment.date()),
            None => Cell::Number(moment.as_f64()),
        },
    }
}

fn text_cell(text: &str) -> Cell {
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// A cell as Excel names it.
fn name_of(row: u32, column: u32) -> String {
    let (mut letters, mut rest) = (String::new(), column + 1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_excel_does() {
        assert_eq!(name_of(0, 0), "A1");
        assert_eq!(name_of(9, 27), "AB10");
        assert_eq!(name_of(1_048_575, 16_383), "XFD1048576");
    }
}
