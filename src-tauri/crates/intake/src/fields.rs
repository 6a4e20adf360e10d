//! Delimited text cut into fields that know where they stand, so that one of them can be changed and nothing else.
//!
//! Promises: the fields with what parts them are the file, byte for byte; nothing is unfolded, so this needs no process
//! of its own. Deliberately absent: what the fields mean, and text of two bytes to a letter.

use crate::finding::{Finding, FindingCode};
use crate::template::spliced;
use encoding_rs::WINDOWS_1252;
use std::ops::Range;

const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A file of delimited text, cut.
#[derive(Debug, Clone)]
pub struct Fields<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    latin: bool,
    /// Records with their fields; without empty lines.
    pub records: Vec<Vec<Field>>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    at: Range<usize>,
    /// What it says, without quotes and blanks around it.
    pub text: String,
}

impl<'a> Fields<'a> {
    /// Cuts a file; refuses an empty or overlarge one, one with a quote that never closes, and wide text.
    pub fn cut(bytes: &'a [u8]) -> Result<Self, Finding> {
        if let Some(finding) = crate::too_large_or_empty(bytes) {
            return Err(finding);
        }
        if bytes.contains(&0) {
            return Err(Finding::error(FindingCode::WideText));
        }
        let start = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
        let latin = std::str::from_utf8(bytes).is_err();
        let delimiter = delimiter_of(bytes);
        let mut fields = Self { bytes, delimiter, latin, records: Vec::new() };
        let mut record = Vec::new();
        let mut at = start;
        while at < bytes.len() {
            let end = fields.end_of(at).ok_or_else(|| {
                let row = u32::try_from(fields.records.len() + 1).unwrap_or(u32::MAX);
                Finding::error(FindingCode::QuoteNotClosed).at(None, row, "")
            })?;
            record.push(fields.field(at..end));
            match bytes.get(end) {
                Some(sign) if *sign == delimiter => {
                    // A file may end behind a delimiter: then a field of nothing does.
                    if end + 1 == bytes.len() {
                        record.push(fields.field(end + 1..end + 1));
                    }
                }
                _ => fields.close(&mut record),
            }
            at = end + 1;
        }
        fields.close(&mut record);
        Ok(fields)
    }

    /// The file with these fields changed, each by record and place in it; nothing when a text cannot be written in the
    /// letters of the file.
    pub fn with(&self, changes: &[(usize, usize, &str)]) -> Option<Vec<u8>> {
        let mut places = Vec::with_capacity(changes.len());
        for (record, place, text) in changes {
            let field = self.records.get(*record)?.get(*place)?;
            places.push((field.at.clone(), self.written(text)?));
        }
        Some(spliced(self.bytes, places))
    }

    fn written(&self, text: &str) -> Option<Vec<u8>> {
        let needs = text.contains(['"', '\n', '\r', ',', ';']) || text.contains(char::from(self.delimiter));
        let text = if needs { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() };
        if !self.latin {
            return Some(text.into_bytes());
        }
        let (bytes, _, lost) = WINDOWS_1252.encode(&text);
        (!lost).then(|| bytes.into_owned())
    }

    fn close(&mut self, record: &mut Vec<Field>) {
        let record = std::mem::take(record);
        if record.iter().any(|field| !field.text.is_empty()) || record.len() > 1 {
            self.records.push(record);
        }
    }

    /// Where the field that begins here ends; nothing when its quote never closes.
    fn end_of(&self, at: usize) -> Option<usize> {
        let ends = |byte: u8| byte == self.delimiter || byte == b'\n' || byte == b'\r';
        let mut place = at;
        if self.bytes.get(at) == Some(&b'"') {
            place = at + 1;
            loop {
                place += self.bytes.get(place..)?.iter().position(|byte| *byte == b'"')? + 1;
                if self.bytes.get(place) != Some(&b'"') {
                    break;
                }
                place += 1;
            }
        }
        let rest = self.bytes.get(place..).unwrap_or_default();
        Some(rest.iter().position(|byte| ends(*byte)).map_or(self.bytes.len(), |more| place + more))
    }

    fn field(&self, at: Range<usize>) -> Field {
        let raw = self.bytes.get(at.clone()).unwrap_or_default();
        let text = match self.latin {
            true => WINDOWS_1252.decode_without_bom_handling(raw).0,
            false => String::from_utf8_lossy(raw),
        };
        let bare = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        let text = bare.map_or_else(|| text.to_string(), |bare| bare.replace("\"\"", "\""));
        Field { at, text: text.trim().to_owned() }
    }
}

/// The sign that parts the first line most often; a comma where it makes no difference.
fn delimiter_of(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| *byte == b'\n' || *byte == b'\r').next().unwrap_or_default();
    let count = |sign: u8| first.iter().filter(|byte| **byte == sign).count();
    [b'\t', b';', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(fields: &Fields<'_>) -> Vec<Vec<String>> {
        fields.records.iter().map(|record| record.iter().map(|field| field.text.clone()).collect()).collect()
    }

    #[test]
    fn fields_are_cut_with_their_quotes_and_line_ends() {
        let fields = Fields::cut(b"\xEF\xBB\xBFa,\"b \"\"x\"\", y\",c\r\n\r\n1,,\r\n").expect("BUG: cut");
        assert_eq!(texts(&fields), [vec!["a", "b \"x\", y", "c"], vec!["1", "", ""]]);
        let changed = fields.with(&[(1, 2, "ja, \"zeker\"")]).expect("BUG: changed");
        assert_eq!(changed, b"\xEF\xBB\xBFa,\"b \"\"x\"\", y\",c\r\n\r\n1,,\"ja, \"\"zeker\"\"\"\r\n");
        let code = |bytes: &[u8]| Fields::cut(bytes).expect_err("refused").code;
        assert_eq!(code(b"a,\"b"), FindingCode::QuoteNotClosed);
        assert_eq!(code(b""), FindingCode::FileEmpty);
        assert_eq!(code(b"\xFF\xFEa\0,\0b\0"), FindingCode::WideText);
    }

    #[test]
    fn letters_are_written_as_the_file_has_them() {
        let fields = Fields::cut(b"Fa\xEFz;x").expect("BUG: cut");
        assert_eq!(texts(&fields), [["Faïz", "x"]]);
        assert_eq!(fields.with(&[(0, 1, "één")]).expect("BUG: written"), b"Fa\xEFz;\xE9\xE9n");
        assert!(fields.with(&[(0, 1, "ğ")]).is_none(), "Windows-1252 has no such letter");
    }

    proptest! {
        #[test]
        fn changing_nothing_gives_the_same_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(fields) = Fields::cut(&bytes) {
                prop_assert_eq!(fields.with(&[]).expect("BUG: nothing to write"), bytes);
            }
        }

        #[test]
        fn a_changed_field_is_read_back_and_the_others_stay(
            rows in proptest::collection::vec(proptest::collection::vec("[a-z\",;\n]{0,6}x", 3), 1..5), new in "[a-zé\",; ]{1,9}x",
        ) {
            let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
            writer.write_record(["een", "twee", "drie"]).expect("BUG: memory");
            for row in &rows {
                writer.write_record(row).expect("BUG: memory");
            }
            let bytes = writer.into_inner().expect("BUG: memory");
            let before = Fields::cut(&bytes).expect("BUG: cut");
            let after = before.with(&[(1, 1, &new)]).expect("BUG: written");
            let after = Fields::cut(&after).expect("BUG: cut");
            let mut expected = texts(&before);
            expected[1][1] = new.trim().to_owned();
            prop_assert_eq!(texts(&after), expected);
        }
    }
}
