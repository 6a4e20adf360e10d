//! A workbook of others as a template: the row of headings, the column of results, and the values it allows there.
//!
//! Promises: student numbers are found wherever their column stands; a template in which the column of results is not
//! beyond doubt is refused; one with macros too. Deliberately absent: filling in (`template`).

use crate::finding::{Finding, FindingCode};
use crate::matching::bare_number;
use crate::raw::Raw;
use crate::readers::package::Package;
use crate::readers::sheet::{self, AllowedList, Area};
use crate::readers::workbook;
use crate::readers::xml::{self, Step};
use crate::table::{Cell, Table, TableRow};
use crate::template::{ResultCode, Template, TemplateRow, Told};
use calamine::{Reader, Xlsx};
use domain::ids::StudentNumber;
use std::collections::HashMap;
use std::io::Cursor;

const NUMBER: [&str; 6] = ["studentnummer", "student number", "studentnr", "studentnr.", "student nr", "orgdefinedid"];
const RESULT: [&str; 6] = ["resultaat", "result", "toetsresultaat", "cijfer", "beoordeling", "oordeel"];
const ATTEMPT: [&str; 3] = ["gelegenheid", "kans", "attempt"];
const YEAR: [&str; 3] = ["collegejaar", "studiejaar", "academic year"];
/// Rows among which the headings are looked for.
const HEAD: u32 = 60;
/// Most values of a list that are taken.
const CODES: u32 = 200;
/// Greatest part with the list of sheets.
const INDEX: u64 = 4 << 20;

/// Reads a workbook as a template.
pub(crate) fn read(bytes: &[u8]) -> Result<Raw, Finding> {
    let tables = workbook::read(bytes)?;
    let mut package = Package::open(bytes)?;
    if package.names().iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin")) {
        return Err(Finding::error(FindingCode::Macros));
    }
    let parts = parts_of(&mut package)?;
    for table in &tables {
        let Some((heading, number)) = headings(table) else { continue };
        let name = table.sheet.clone().unwrap_or_default();
        let part = parts.get(&name).cloned().ok_or_else(broken)?;
        let xml = package.part(&part, crate::readers::package::PART)?.ok_or_else(broken)?;
        let lists: Vec<AllowedList> = sheet::lists(&xml)?;
        let Some((column, list)) = result_column(heading, &lists) else { return Err(without("Resultaat")) };
        let codes = match list {
            Some(list) => codes(bytes, &tables, &name, &list.formula),
            None => Vec::new(),
        };
        let told = Told {
            sheet: name,
            heading: heading.cell(column as usize).text(),
            attempt: said(table, heading.number, &ATTEMPT).and_then(|text| text.parse().ok()),
            year: said(table, heading.number, &YEAR).and_then(|text| text.get(..4)?.parse().ok()),
            codes,
        };
        let text = std::str::from_utf8(&xml).map_err(|_| broken())?;
        let rows = rows(table, text, heading.number, number, column)?;
        return Ok(Raw::Template(Box::new(Template::of(part, xml, told, rows))));
    }
    Err(unclear())
}

fn broken() -> Finding {
    Finding::error(FindingCode::FileBroken)
}

/// That nothing in a file looks like a template.
pub(crate) fn unclear() -> Finding {
    without("Studentnummer")
}

fn without(column: &str) -> Finding {
    Finding::error(FindingCode::TemplateUnclear).value(column)
}

/// The row of headings and the column with student numbers.
fn headings(table: &Table) -> Option<(&TableRow, usize)> {
    let among = |row: &TableRow| row.cells.iter().position(|cell| is_one_of(cell, &NUMBER));
    table.rows.iter().take_while(|row| row.number <= HEAD).find_map(|row| Some((row, among(row)?)))
}

fn is_one_of(cell: &Cell, names: &[&str]) -> bool {
    let text = cell.text().to_lowercase();
    names.contains(&text.trim_end_matches([':', '*', ' ']))
}

/// The column of results with the list of what is allowed there: the one with such a heading and such a list, else the
/// only one with such a heading, else the only one with a list.
fn result_column<'l>(heading: &TableRow, lists: &'l [AllowedList]) -> Option<(u32, Option<&'l AllowedList>)> {
    let below = |area: &Area| area.rows.1 > heading.number && area.columns.0 == area.columns.1;
    let listed: Vec<(u32, &AllowedList)> = lists
        .iter()
        .flat_map(|list| list.areas.iter().filter(|area| below(area)).map(move |area| (area.columns.0, list)))
        .collect();
    let cells = heading.cells.iter().zip(0u32..);
    let named: Vec<u32> = cells.filter(|(cell, _)| is_one_of(cell, &RESULT)).map(|(_, column)| column).collect();
    let of = |column: u32| listed.iter().find(|(at, _)| *at == column).map(|(_, list)| *list);
    let both: Vec<u32> = named.iter().copied().filter(|column| of(*column).is_some()).collect();
    let mut with_list: Vec<u32> = listed.iter().map(|(column, _)| *column).collect();
    with_list.sort_unstable();
    with_list.dedup();
    let column = match (both.as_slice(), named.as_slice(), with_list.as_slice()) {
        ([one], _, _) | ([], [one], _) | ([], [], [one]) => *one,
        _ => return None,
    };
    Some((column, of(column)))
}

/// What stands beside a label above the headings.
fn said(table: &Table, before: u32, labels: &[&str]) -> Option<String> {
    let above = table.rows.iter().take_while(|row| row.number < before);
    above.into_iter().find_map(|row| {
        let at = row.cells.iter().position(|cell| is_one_of(cell, labels))?;
        row.cells.iter().skip(at + 1).map(Cell::text).find(|text| !text.is_empty())
    })
}

fn rows(table: &Table, xml: &str, heading: u32, number: usize, column: u32) -> Result<Vec<TemplateRow>, Finding> {
    let mut places: HashMap<u32, sheet::Place> = sheet::places(xml, column)?.into_iter().collect();
    let below = table.rows.iter().filter(|row| row.number > heading);
    Ok(below
        .filter_map(|row| {
            let text = bare_number(row.cell(number).text().trim_start_matches('#'));
            let fits = text.bytes().any(|byte| byte.is_ascii_digit());
            let student = StudentNumber::new(&text).ok().filter(|_| fits)?;
            let place = places.remove(&row.number)?;
            let value = place.taken.then(|| row.cell(column as usize).text());
            Some(TemplateRow { row: row.number, number: student.to_string(), value, place: place.cell })
        })
        .collect())
}

/// The values of a list: written out, or in cells that it points to, by name or by place.
fn codes(bytes: &[u8], tables: &[Table], own: &str, formula: &str) -> Vec<ResultCode> {
    if let Some(inside) = formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        let plain = |code: &str| ResultCode { code: code.trim().to_owned(), meaning: String::new() };
        return inside.split([',', ';']).map(plain).filter(|one| !one.code.is_empty()).collect();
    }
    let formula = formula.trim_start_matches('=');
    let named = Xlsx::new(Cursor::new(bytes)).ok().and_then(|book: Xlsx<_>| {
        let names = book.defined_names();
        names.iter().find(|(name, _)| name.eq_ignore_ascii_case(formula)).map(|(_, target)| target.clone())
    });
    let target = named.unwrap_or_else(|| formula.to_owned());
    let (sheet, area) = match target.trim_start_matches('=').rsplit_once('!') {
        Some((sheet, area)) => (sheet.trim_matches('\'').replace("''", "'"), area.to_owned()),
        None => (own.to_owned(), target),
    };
    let table = tables.iter().find(|table| table.sheet.as_deref() == Some(sheet.as_str()));
    let (Some(table), Some(area)) = (table, Area::read(&area)) else { return Vec::new() };
    let last = area.rows.1.min(area.rows.0.saturating_add(CODES));
    let among = table.rows.iter().filter(|row| (area.rows.0..=last).contains(&row.number));
    // A list lies in a column with its meaning to the right, or in a row without any.
    let first = area.columns.0 as usize;
    let across = area.rows.0 == area.rows.1;
    let places = first..=if across { area.columns.1 as usize } else { first };
    among
        .flat_map(|row| places.clone().map(move |column| (row, column)))
        .map(|(row, column)| ResultCode {
            code: row.cell(column).text(),
            meaning: if across { String::new() } else { row.cell(column + 1).text() },
        })
        .filter(|one| !one.code.is_empty())
        .collect()
}

/// The parts that hold the sheets, by the name of the sheet.
fn parts_of(package: &mut Package<'_>) -> Result<HashMap<String, String>, Finding> {
    let mut part = |name: &str| package.part(name, INDEX)?.ok_or_else(broken);
    let (book, links) = (part("xl/workbook.xml")?, part("xl/_rels/workbook.xml.rels")?);
    let mut targets = HashMap::new();
    xml::walk(&links, &mut |step| {
        if let Step::Open("Relationship", attributes) = step
            && let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target"))
        {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, path);
        }
    })?;
    let mut parts = HashMap::new();
    xml::walk(&book, &mut |step| {
        if let Step::Open("sheet", attributes) = step
            && let (Some(name), Some(id)) = (attributes.get("name"), attributes.get("id"))
            && let Some(target) = targets.get(&id)
        {
            parts.insert(name, target.clone());
        }
    })?;
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const BOOK: &str =
        r#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const BEGIN: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const LINKS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

    fn workbook(sheet: &str) -> Vec<u8> {
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        let parts = [
            ("_rels/.rels", BEGIN),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", LINKS),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        for (name, text) in parts {
            to.start_file(name, SimpleFileOptions::default()).expect("BUG: memory");
            to.write_all(text.as_bytes()).expect("BUG: memory");
        }
        to.finish().expect("BUG: memory").into_inner()
    }

    fn sheet(rows: &str, prefix: &str) -> String {
        let (open, close) =
            (format!("<{prefix}worksheet><{prefix}sheetData>"), format!("</{prefix}sheetData></{prefix}worksheet>"));
        format!("\u{feff}{open}{rows}{close}")
    }

    fn text(name: &str, value: &str, p: &str) -> String {
        format!("<{p}c r=\"{name}\" t=\"inlineStr\"><{p}is><{p}t>{value}</{p}t></{p}is></{p}c>")
    }

    fn read_template(bytes: &[u8]) -> Result<Template, FindingCode> {
        match read(bytes) {
            Ok(Raw::Template(template)) => Ok(*template),
            Ok(_) => panic!("BUG: a template or nothing"),
            Err(finding) => Err(finding.code),
        }
    }

    #[test]
    fn a_sheet_with_prefixes_and_a_mark_is_filled_in_its_own_words() {
        let p = "x:";
        let heading = format!("<{p}row r=\"1\">{}{}</{p}row>", text("A1", "Studentnummer", p), text("C1", "Cijfer", p));
        let row = format!("<{p}row r=\"2\">{}</{p}row>", text("A2", "s9900417", p));
        let bytes = workbook(&sheet(&(heading + &row), p));
        let template = read_template(&bytes).expect("BUG: a template");
        assert_eq!((template.rows[0].number.as_str(), &template.rows[0].value), ("9900417", &None));
        let filled = template.fill(&bytes, &[(2, "V")]).map_err(|finding| finding.code).expect("BUG: filled");
        let after = read_template(&filled).expect("BUG: a template");
        assert_eq!(after.rows[0].value.as_deref(), Some("V"));
        let mut archive = zip::ZipArchive::new(Cursor::new(&filled)).expect("BUG: a package");
        let part = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").expect("BUG: a part"));
        assert!(
            part.expect("BUG: text").contains("<x:c r=\"C2\" t=\"inlineStr\"><x:is><x:t>V</x:t></x:is></x:c></x:row>")
        );
    }

    proptest! {
        #[test]
        fn any_sheet_is_read_without_harm(
            rows in "(<row r=\"[0-9]{1,3}\">|<row>|</row>|<c r=\"[A-D][0-9]{1,2}\"/>|<c>|<v>[0-9]|</v>|</c>|Studentnummer|[<>&;!]){0,40}",
        ) {
            let heading = format!("<row r=\"1\">{}{}</row>", text("A1", "Studentnummer", ""), text("B1", "Resultaat", ""));
            let bytes = workbook(&sheet(&(heading + &rows), ""));
            if let Ok(template) = read_template(&bytes) {
                let all: Vec<(u32, &str)> = template.rows.iter().map(|row| (row.row, "V")).collect();
                prop_assert!(template.fill(&bytes, &all).is_ok());
            }
        }
    }
}
