//! A workbook of one sheet: lines of text under a heading.
//!
//! Promises: every cell is a text cell, so nothing in it can act as a formula; the same lines give the same file.

use crate::api::Problem;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Narrowest and widest column, in characters.
const WIDTH: std::ops::RangeInclusive<usize> = 8..=48;

/// The lines as a workbook, the first as its heading, frozen and filtered; `now` in seconds since 1970.
pub(crate) fn workbook(name: &str, lines: &[Vec<String>], now: i64) -> Result<Vec<u8>, Problem> {
    written(name, lines, now).map_err(|_| Problem::internal("sheet"))
}

fn written(name: &str, lines: &[Vec<String>], now: i64) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_timestamp(now)?));
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let strong = Format::new().set_bold().set_text_wrap();
    for (row, cells) in (0u32..).zip(lines) {
        for (column, text) in (0u16..).zip(cells) {
            match row {
                0 => sheet.write_string_with_format(row, column, text, &strong)?,
                _ => sheet.write_string(row, column, text)?,
            };
        }
    }
    finish(sheet, lines)?;
    book.save_to_buffer()
}

fn finish(sheet: &mut Worksheet, lines: &[Vec<String>]) -> Result<(), XlsxError> {
    let columns = lines.first().map_or(0, Vec::len);
    let last_row = u32::try_from(lines.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 2)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    for column in 0..columns {
        let longest = lines.iter().skip(1).filter_map(|cells| cells.get(column)).map(|text| text.chars().count()).max();
        let width = longest.unwrap_or_default().clamp(*WIDTH.start(), *WIDTH.end());
        sheet.set_column_width(u16::try_from(column).unwrap_or(u16::MAX), u32::try_from(width + 2).unwrap_or(10))?;
    }
    Ok(())
}
