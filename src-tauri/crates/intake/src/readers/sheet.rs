//! The places of cells in the part of a sheet, byte by byte, and the lists that allow their values.
//!
//! Promises: one pass, no unfolding; a part that leaves out where its cells are is not understood rather than guessed.

use crate::finding::{Finding, FindingCode};
use crate::readers::xml::{self, Step};
use crate::template::CellPlace;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// A cell of the column asked for.
pub(super) struct Place {
    /// Where it is, or goes.
    pub cell: CellPlace,
    /// Whether anything stands in it: a value, a text or a formula.
    pub taken: bool,
}

/// Walks through the rows of a part and answers, for each with a number, the cell of one column (from 0).
pub(super) fn places(xml: &str, column: u32) -> Result<Vec<(u32, Place)>, Finding> {
    // A mark at the beginning is no part of what the reader counts.
    let skipped = if xml.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader = Reader::from_str(&xml[skipped..]);
    reader.config_mut().check_end_names = false;
    let (mut found, mut styles, mut row) = (Vec::new(), Vec::new(), None::<Row>);
    loop {
        let from = skipped + offset(&reader);
        let event = reader.read_event().map_err(|_| broken())?;
        let to = skipped + offset(&reader);
        match event {
            Event::Start(start) if start.local_name().as_ref() == "row" => row = Some(Row::of(&start)?),
            Event::Empty(start) if start.local_name().as_ref() == "col" => {
                styles.extend(style_of_column(&start, column))
            }
            Event::Start(start) if start.local_name().as_ref() == "c" => {
                if let Some(row) = &mut row {
                    row.meet(&start, from..to, column)?;
                }
            }
            Event::Empty(start) if start.local_name().as_ref() == "c" => {
                if let Some(row) = &mut row {
                    row.meet(&start, from..to, column)?;
                    row.inside = false;
                }
            }
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == "f" => {
                row.iter_mut().for_each(Row::holds_something);
            }
            Event::Text(text) if !text.trim().is_empty() => row.iter_mut().for_each(Row::holds_something),
            Event::CData(_) | Event::GeneralRef(_) => row.iter_mut().for_each(Row::holds_something),
            Event::End(end) if end.local_name().as_ref() == "c" => {
                row.iter_mut().for_each(|row| row.leave(to));
            }
            Event::End(end) if end.local_name().as_ref() == "row" => {
                found.extend(row.take().map(|row| row.done(from, column, styles.last())));
            }
            Event::DocType(_) => return Err(Finding::error(FindingCode::DtdRefused)),
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn offset(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or_default()
}

fn broken() -> Finding {
    Finding::error(FindingCode::FileBroken)
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find_map(|one| (one.key.as_ref() == name).then(|| one.value.into_owned()))
}

/// A style is a number; anything else is none.
fn style(start: &BytesStart<'_>, name: &str) -> Option<String> {
    attribute(start, name).filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn style_of_column(start: &BytesStart<'_>, column: u32) -> Option<String> {
    let bound = |name| attribute(start, name)?.parse::<u32>().ok();
    let holds = (bound("min")?..=bound("max")?).contains(&(column + 1));
    if holds { style(start, "style") } else { None }
}

/// A row while it is walked through.
struct Row {
    number: u32,
    prefix: String,
    style: Option<String>,
    /// Where a cell of the column goes when there is none.
    before: Option<usize>,
    cell: Option<(Range<usize>, Option<String>)>,
    taken: bool,
    /// Whether the cell of the column is open.
    inside: bool,
}

impl Row {
    fn of(start: &BytesStart<'_>) -> Result<Self, Finding> {
        let number = attribute(start, "r").and_then(|text| text.parse().ok());
        let number = number.ok_or_else(|| Finding::error(FindingCode::TemplateUnclear))?;
        let name = start.name();
        let prefix = name.as_ref().strip_suffix("row").unwrap_or_default().to_owned();
        let own = attribute(start, "customFormat").is_some_and(|text| text == "1" || text == "true");
        let style = if own { style(start, "s") } else { None };
        Ok(Self { number, prefix, style, before: None, cell: None, taken: false, inside: false })
    }

    fn meet(&mut self, start: &BytesStart<'_>, at: Range<usize>, column: u32) -> Result<(), Finding> {
        let name = attribute(start, "r").and_then(|name| column_of(&name));
        match name.ok_or_else(|| Finding::error(FindingCode::TemplateUnclear))? {
            met if met == column => {
                self.cell = Some((at, style(start, "s")));
                self.inside = true;
            }
            met if met > column => self.before = self.before.or(Some(at.start)),
            _ => {}
        }
        Ok(())
    }

    fn holds_something(&mut self) {
        self.taken |= self.inside;
    }

    fn leave(&mut self, to: usize) {
        if let Some((at, _)) = self.cell.as_mut().filter(|_| self.inside) {
            at.end = to;
        }
        self.inside = false;
    }

    fn done(self, end: usize, column: u32, of_column: Option<&String>) -> (u32, Place) {
        let gap = self.before.unwrap_or(end);
        let (at, style) = self.cell.unwrap_or_else(|| (gap..gap, self.style.or_else(|| of_column.cloned())));
        let name = super::workbook::name_of(self.number.saturating_sub(1), column);
        (self.number, Place { cell: CellPlace { at, name, prefix: self.prefix, style }, taken: self.taken })
    }
}

/// The column of a cell by its name, from 0.
fn column_of(name: &str) -> Option<u32> {
    let letters = name.trim_start_matches('$').bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0u32, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1).filter(|column| *column < 16_384)
}

/// The row of a cell by its name, from 1; the last there can be for a whole column.
fn row_of(name: &str) -> Option<u32> {
    let digits = name.trim_start_matches(|sign: char| sign == '$' || sign.is_ascii_alphabetic());
    if digits.is_empty() { None } else { digits.parse().ok() }
}

/// A rectangle of cells, as `A1:B4`; columns from 0, rows from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Area {
    pub columns: (u32, u32),
    pub rows: (u32, u32),
}

impl Area {
    pub fn read(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        Some(Self {
            columns: (column_of(first)?, column_of(last)?),
            rows: (row_of(first).unwrap_or(1), row_of(last).unwrap_or(1 << 20)),
        })
    }
}

/// A list of values that is allowed in some cells.
pub(super) struct AllowedList {
    /// Where.
    pub areas: Vec<Area>,
    /// The values, or where they stand, as the sheet writes it.
    pub formula: String,
}

/// The lists of a part, of either generation of Excel.
pub(super) fn lists(xml: &[u8]) -> Result<Vec<AllowedList>, Finding> {
    let (mut found, mut open) = (Vec::new(), None::<(String, String)>);
    let (mut in_formula, mut in_areas) = (false, false);
    xml::walk(xml, &mut |step| match step {
        Step::Open("dataValidation", attributes) => {
            let list = attributes.get("type").is_some_and(|kind| kind == "list");
            open = list.then(|| (attributes.get("sqref").unwrap_or_default(), String::new()));
        }
        Step::Open("formula1", _) => in_formula = true,
        Step::Open("sqref", _) => in_areas = true,
        Step::Text(text) => {
            if let Some((areas, formula)) = &mut open {
                let into = if in_areas { Some(areas) } else { in_formula.then_some(formula) };
                into.into_iter().for_each(|into| into.push_str(text));
            }
        }
        Step::Close("formula1") => in_formula = false,
        Step::Close("sqref") => in_areas = false,
        Step::Close("dataValidation") => {
            found.extend(open.take().map(|(areas, formula)| AllowedList {
                areas: areas.split_whitespace().filter_map(Area::read).collect(),
                formula: formula.trim().to_owned(),
            }));
        }
        _ => {}
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: &str, columns: &str) -> (String, String, bool) {
        let xml = format!("<worksheet><cols>{columns}</cols><sheetData>{row}</sheetData></worksheet>");
        let mut found = places(&xml, 3).map_err(|finding| finding.code).expect("BUG: a sheet");
        let (_, place) = found.remove(0);
        let style = place.cell.style.unwrap_or_default();
        (xml[place.cell.at].to_owned(), style, place.taken)
    }

    #[test]
    fn a_cell_is_found_or_its_place_with_the_style_it_would_have() {
        let row = |inside: &str| format!("<row r=\"9\">{inside}</row>");
        let kept = |text: &str, style: &str, taken: bool| (text.to_owned(), style.to_owned(), taken);
        assert_eq!(cell(&row("<c r=\"A9\"/><c r=\"D9\" s=\"4\"/>"), ""), kept("<c r=\"D9\" s=\"4\"/>", "4", false));
        let full = "<c r=\"D9\" t=\"s\"><v>3</v></c>";
        assert_eq!(cell(&row(&format!("{full}<c r=\"E9\"/>")), ""), kept(full, "", true));
        let counted = "<c r=\"D9\"><f>A9</f></c>";
        assert_eq!(cell(&row(counted), ""), kept(counted, "", true));
        let free = "<c r=\"D9\" s=\"2\"><v></v></c>";
        assert_eq!(cell(&row(free), ""), kept(free, "2", false));
        let column = "<col min=\"2\" max=\"4\" style=\"7\"/>";
        assert_eq!(cell(&row("<c r=\"A9\"><v>1</v></c><c r=\"I9\"/>"), column), kept("", "7", false));
        let own = "<row r=\"9\" s=\"5\" customFormat=\"1\"><c r=\"A9\"/></row>";
        assert_eq!(cell(own, column), kept("", "5", false));
    }

    #[test]
    fn names_and_areas_are_read() {
        assert_eq!((column_of("D9"), column_of("$AB$10"), column_of("9")), (Some(3), Some(27), None));
        let whole = Area::read("D:D").expect("BUG: an area");
        assert_eq!((whole.columns, whole.rows), ((3, 3), (1, 1 << 20)));
        assert!(places("<row><c r=\"A1\"/></row>", 0).is_err(), "a row that does not say which");
    }
}
