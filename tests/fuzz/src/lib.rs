//! What the fuzz targets share: a file of a kind around bytes of chance.
//!
//! Promises: packages are valid around their content, for chance alone never gets past the directory of a ZIP.

use chrono::NaiveDate;
use domain::framework::WeightFramework;
use domain::year::{AcademicYear, Calendar};
use intake::{Ask, Context, Kind, Raw, SourceFile, unpack};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Unpacks a workbook as a template to fill, and fills every row of it.
pub fn filled(bytes: &[u8]) {
    let file = SourceFile { name: "fuzz.xlsx", bytes };
    if let Ok(Raw::Template(template)) = unpack(&file, Some(Kind::Template)) {
        let results: Vec<(u32, &str)> = template.rows.iter().map(|row| (row.row, "V")).collect();
        let _ = template.fill(bytes, &results);
    }
}

/// Unpacks bytes under a name that says which reader gets them.
pub fn unpacked(name: &str, bytes: &[u8]) {
    let _ = unpack(&SourceFile { name, bytes }, None);
}

/// Reads and interprets bytes, with the example framework and no students.
pub fn interpreted(name: &str, bytes: &[u8]) {
    let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
    let (framework, calendar) = (WeightFramework::example(), Calendar::usual(year));
    let context = Context { framework: &framework, year, calendar: &calendar, students: &[] };
    let today = NaiveDate::from_ymd_opt(2025, 6, 12).expect("BUG: a day");
    let ask = Ask { kind: None, mapping: None, remembered: None, modified: None, today };
    let _ = intake::read(&SourceFile { name, bytes }, &ask, &context);
}

/// A package with these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(*name, options).expect("BUG: memory");
        writer.write_all(bytes).expect("BUG: memory");
    }
    writer.finish().expect("BUG: memory").into_inner()
}

/// A workbook around one sheet; the first third of the bytes are its shared strings.
pub fn workbook(bytes: &[u8]) -> Vec<u8> {
    let (strings, sheet) = bytes.split_at(bytes.len() / 3);
    package(&[
        ("[Content_Types].xml", br#"<Types><Default Extension="xml" ContentType="application/xml"/></Types>"#),
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            br#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
        ),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}
