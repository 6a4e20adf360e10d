//! XLSX workbooks, cell by cell.
//!
//! Promises: nothing is unpacked before its size is known; a cell far outside the table costs nothing; formulas are
//! taken by their kept value and macros are never looked at.

use crate::finding::{Finding, FindingCode};
use crate::table::{Cell, Table};
use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError};
use memchr::memmem;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Greatest size of all parts together when unpacked, and of one, in bytes.
const UNPACKED: u64 = 512 << 20;
pub(crate) const PART: u64 = 256 << 20;
/// Columns and rows that are read; a cell beyond is named, not read.
pub(crate) const COLUMNS: u32 = 1024;
pub(crate) const ROWS: u32 = 200_000;

/// Rows that one merged cell is carried down over.
const MERGED: u32 = 10_000;
/// What stands in a sheet with merged cells.
const MERGE: &[u8] = b"mergeCell";
/// Bytes of a part that are looked through at a time.
const LOOK: usize = 64 << 10;

/// Reads every sheet of an XLSX as a table.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Table>, Finding> {
    check_parts(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut tables = Vec::new();
    let merges = may_merge(bytes);
    // Charts and dialogs stand among the sheets and hold no cells.
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    for sheet in sheets.map(|sheet| sheet.name.clone()).collect::<Vec<_>>() {
        let mut raw = raw_rows(&mut book, &sheet)?;
        if merges {
            carry_merged(&mut book, &sheet, &mut raw);
        }
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

/// Whether a sheet may have merged cells. They stand after all others, and having the sheet read to there once more takes
/// nearly as long as reading it; looking for their name does not.
fn may_merge(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return true };
    let mut held = Vec::with_capacity(LOOK + MERGE.len());
    (0..archive.len()).any(|place| archive.by_index(place).map_or(true, |part| part_may_merge(part, &mut held)))
}

fn part_may_merge(mut part: impl Read, held: &mut Vec<u8>) -> bool {
    held.clear();
    let mut begun = false;
    while let Ok(read) = part.by_ref().take(LOOK as u64).read_to_end(held) {
        if !begun && (held.starts_with(b"\xff\xfe") || held.starts_with(b"\xfe\xff")) {
            // Letters of two bytes are not looked through.
            return true;
        }
        if read == 0 || !begun && memmem::find(held, b"worksheet").is_none() {
            return false;
        }
        if memmem::find(held, MERGE).is_some() {
            return true;
        }
        begun = true;
        // The name may stand across the end of what was read.
        held.drain(..held.len().saturating_sub(MERGE.len() - 1));
    }
    true
}

/// A cell that is merged over rows holds for each of them.
fn carry_merged(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, rows: &mut [(u32, Vec<Cell>)]) {
    let Ok(merged) = book.merge_cells_by_sheet_name(sheet) else { return };
    for region in merged.iter().filter(|region| region.end.0 > region.start.0) {
        let column = region.start.1 as usize;
        let first = rows.iter().find(|(number, _)| *number == region.start.0 + 1);
        let Some(cell) = first.and_then(|(_, cells)| cells.get(column)).cloned() else { continue };
        let last = region.end.0.min(region.start.0 + MERGED) + 1;
        for (_, cells) in rows.iter_mut().filter(|(number, _)| (region.start.0 + 2..=last).contains(number)) {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if cells[column] == Cell::Empty {
                cells[column] = cell.clone();
            }
        }
    }
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
            // Rows of one table are about as long as one another.
            let length = rows.last().map_or(0, |(_, cells)| cells.len());
            rows.push((number, Vec::with_capacity(length)));
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
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}

/// A cell as Excel names it.
pub(crate) fn name_of(row: u32, column: u32) -> String {
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

    #[test]
    fn merged_cells_are_looked_for_in_sheets_alone_wherever_they_stand() {
        let may = |bytes: &[u8]| part_may_merge(bytes, &mut Vec::new());
        // Across the end of what is looked through at a time, and before and after it.
        for before in LOOK - 30..LOOK + 5 {
            let sheet = format!("<worksheet>{}<mergeCells/></worksheet>", " ".repeat(before));
            assert!(may(sheet.as_bytes()), "{before}");
        }
        assert!(may("<x:worksheet><x:mergeCells/>".as_bytes()));
        assert!(!may(format!("<worksheet>{}</worksheet>", " ".repeat(3 * LOOK)).as_bytes()));
        assert!(!may("<sst><si><t>mergeCells</t></si></sst>".as_bytes()));
        assert!(may(b"\xff\xfe<\0w\0"), "two bytes a letter: it may");
    }
}
