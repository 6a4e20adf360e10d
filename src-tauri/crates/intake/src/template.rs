//! A table of others with a place for a result in each row, and how such a place is filled.
//!
//! Promises: filling changes the places it was asked for and no other byte of their part; every other part of a workbook
//! goes over as it is packed. What is filled in is text, never a formula. Deliberately absent: which result belongs to
//! whom, and writing a file.

use crate::finding::{Finding, FindingCode};
use serde::{Deserialize, Serialize};
use std::io::{Cursor, Write};
use std::ops::Range;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A workbook (OSIRIS: *cijferinvoerbestand*) with a result to fill in for each student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The sheet that is filled.
    pub sheet: String,
    /// Heading of the column with results; empty when only its list of values shows what it is.
    pub heading: String,
    /// *Gelegenheid* the template says it is for.
    pub attempt: Option<u8>,
    /// First calendar year of the *collegejaar* the template says it is for.
    pub year: Option<u16>,
    /// Results that the template allows, in its order; none when it does not say.
    pub codes: Vec<ResultCode>,
    /// Rows with a student number.
    pub rows: Vec<TemplateRow>,
    /// Name of the part of the package that holds the sheet.
    part: String,
    /// That part, unpacked.
    xml: Vec<u8>,
}

/// A result that a template allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultCode {
    /// As it is filled in.
    pub code: String,
    /// What stands beside it in the template; may be empty.
    pub meaning: String,
}

/// One row of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateRow {
    /// From 1.
    pub row: u32,
    /// The student number, bare.
    pub number: String,
    /// What stands in the place of the result; nothing when it is free.
    pub value: Option<String>,
    /// Where a result goes.
    pub(crate) place: CellPlace,
}

/// Where a cell is, or goes, in the part of its sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CellPlace {
    /// Bytes of the cell; empty where it is put in.
    pub at: Range<usize>,
    /// Its name, as `D9`.
    pub name: String,
    /// Prefix of elements with its colon, or nothing.
    pub prefix: String,
    /// Number of its style.
    pub style: Option<String>,
}

impl Template {
    pub(crate) fn of(part: String, xml: Vec<u8>, told: Told, rows: Vec<TemplateRow>) -> Self {
        let Told { sheet, heading, attempt, year, codes } = told;
        Self { sheet, heading, attempt, year, codes, rows, part, xml }
    }

    /// The workbook with these results filled in, each by its row in the sheet.
    ///
    /// `bytes` are those the template was read from; a finding when they cannot be read as a package.
    pub fn fill(&self, bytes: &[u8], results: &[(u32, &str)]) -> Result<Vec<u8>, Finding> {
        let sheet = self.filled_sheet(results);
        let packed = || -> zip::result::ZipResult<Vec<u8>> {
            let mut from = ZipArchive::new(Cursor::new(bytes))?;
            let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
            to.set_raw_comment(from.comment().into())?;
            for place in 0..from.len() {
                let part = from.by_index_raw(place)?;
                if part.name()? != self.part {
                    to.raw_copy_file(part)?;
                    continue;
                }
                let made = part.last_modified().unwrap_or_default();
                let options = SimpleFileOptions::default().last_modified_time(made);
                to.start_file(&self.part, options.compression_method(part.compression()))?;
                to.write_all(&sheet)?;
            }
            Ok(to.finish()?.into_inner())
        };
        packed().map_err(|_| Finding::error(FindingCode::FileBroken))
    }

    fn filled_sheet(&self, results: &[(u32, &str)]) -> Vec<u8> {
        let places = self.rows.iter().filter_map(|row| {
            let (_, text) = results.iter().find(|(number, _)| *number == row.row)?;
            Some((row.place.at.clone(), row.place.cell(text).into_bytes()))
        });
        spliced(&self.xml, places.collect())
    }
}

/// What a template says of itself.
pub(crate) struct Told {
    pub sheet: String,
    pub heading: String,
    pub attempt: Option<u8>,
    pub year: Option<u16>,
    pub codes: Vec<ResultCode>,
}

impl CellPlace {
    /// The cell with a text, in the style that stood there.
    fn cell(&self, text: &str) -> String {
        let (p, name) = (&self.prefix, &self.name);
        let style = self.style.as_ref().map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!("<{p}c r=\"{name}\"{style} t=\"inlineStr\"><{p}is><{p}t>{text}</{p}t></{p}is></{p}c>")
    }
}

/// Bytes with some ranges of them, which do not overlap, replaced.
pub(crate) fn spliced(bytes: &[u8], mut places: Vec<(Range<usize>, Vec<u8>)>) -> Vec<u8> {
    places.sort_by_key(|(at, _)| at.start);
    let (mut out, mut done) = (Vec::with_capacity(bytes.len()), 0);
    for (at, text) in places {
        out.extend_from_slice(bytes.get(done..at.start).unwrap_or_default());
        out.extend_from_slice(&text);
        done = at.end;
    }
    out.extend_from_slice(bytes.get(done..).unwrap_or_default());
    out
}
