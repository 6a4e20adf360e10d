//! Delimited text: commas, semicolons or tabs, in the encodings that spreadsheets write.
//!
//! Promises: a mark at the beginning decides the encoding, else UTF-8 when it is valid, else Windows-1252 (Dutch
//! Excel); a quote that never closes is found before anything is read.

use crate::finding::{Finding, FindingCode};
use crate::readers::plain::decode;
use crate::table::{Cell, Table};

/// Reads delimited text as one table.
pub(crate) fn read(bytes: &[u8]) -> Result<Table, Finding> {
    let text = decode(bytes);
    let delimiter = delimiter_of(&text);
    let headings = headings_of(&text, delimiter);
    let name = |column: usize| headings.get(column).cloned().unwrap_or_default();
    if let Some((row, column)) = open_quote(&text, delimiter) {
        return Err(Finding::error(FindingCode::QuoteNotClosed).at(None, row, &name(column)));
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut raw = Vec::new();
    for (record, number) in reader.records().zip(1u32..) {
        let record = record.map_err(|_| Finding::error(FindingCode::FileBroken))?;
        if let Some(column) = record.iter().position(|field| field.contains('\0')) {
            return Err(Finding::error(FindingCode::NulCharacter).at(None, number, &name(column)));
        }
        let cell = |field: &str| if field.is_empty() { Cell::Empty } else { Cell::Text(field.into()) };
        raw.push((number, record.iter().map(cell).collect()));
    }
    Ok(Table::of(None, raw))
}

/// The sign that parts the first record best; a semicolon where it makes no difference.
fn delimiter_of(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes().take(64 * 1024) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            byte => {
                if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte) {
                    *count += 1;
                }
            }
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    best.map_or(b';', |(sign, count)| if *count == 0 { b';' } else { *sign })
}

fn headings_of(text: &str, delimiter: u8) -> Vec<String> {
    let first = text.lines().next().unwrap_or_default();
    first.split(char::from(delimiter)).take(200).map(|name| name.trim_matches('"').trim().to_owned()).collect()
}

/// The record and column where a quote is opened that never closes.
fn open_quote(text: &str, delimiter: u8) -> Option<(u32, usize)> {
    let (mut row, mut column, mut opened, mut fresh) = (1u32, 0usize, None, true);
    for byte in text.bytes() {
        match (opened, byte) {
            (Some(_), b'"') => opened = None,
            (Some(_), _) => continue,
            // A quote only opens at the beginning of a field, or right after one that closed (a doubled quote).
            (None, b'"') if fresh => opened = Some((row, column)),
            (None, b'\n') => {
                row += 1;
                column = 0;
            }
            (None, other) if other == delimiter => column += 1,
            (None, _) => {}
        }
        fresh = byte == b'"' || byte == b'\n' || byte == delimiter;
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;
    use proptest::prelude::*;

    fn encode(text: &str, how: u8) -> Vec<u8> {
        match how {
            0 => text.as_bytes().to_vec(),
            1 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            2 => [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
            3 => [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
            _ => WINDOWS_1252.encode(text).0.into_owned(),
        }
    }

    proptest! {
        #[test]
        fn every_encoding_and_delimiter_gives_the_same_table(
            rows in proptest::collection::vec(proptest::collection::vec("[a-zé’ ,;\n\"]{0,12}x", 3), 1..6),
            how in 0u8..5, sign in 0usize..3,
        ) {
            let delimiter = [b';', b',', b'\t'][sign];
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
            writer.write_record(["een", "twee", "drie"]).expect("BUG: memory");
            for row in &rows {
                writer.write_record(row).expect("BUG: memory");
            }
            let text = String::from_utf8(writer.into_inner().expect("BUG: memory")).expect("BUG: text");
            let bytes = encode(&text, how);
            // What is Windows-1252 and UTF-8 at once (é and two apostrophes are one Chinese character) is read as UTF-8.
            prop_assume!(how < 4 || text.is_ascii() || std::str::from_utf8(&bytes).is_err());
            let table = read(&bytes).expect("BUG: readable");
            let table = table.headed(|_| true);
            prop_assert_eq!(&table.headings, &["een", "twee", "drie"]);
            let read: Vec<Vec<String>> =
                table.rows.iter().map(|row| row.cells.iter().map(Cell::text).collect()).collect();
            let written: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| crate::table::tidy(cell)).collect()).collect();
            prop_assert_eq!(read, written);
        }

        #[test]
        fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&bytes);
        }
    }
}
