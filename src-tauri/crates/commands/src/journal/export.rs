//! The journal written out for others to read or to check, without names of students.
//!
//! Promises: every entry, oldest first, with what its hash is taken over; no cell of a table is a formula; a reader of
//! the file never sees half of it.

use crate::api::{JournalFormat, Problem};
use crate::convert;
use crate::publish::publish;
use crate::workbench::Workbench;
use domain::journal::JournalEntry;
use std::path::Path;

const COLUMNS: [&str; 9] =
    ["nummer", "moment", "wie", "handeling", "waarover", "reden", "hash_wijzigingen", "hash_vorige", "hash"];

impl Workbench {
    /// Writes the whole journal to `path`; answers how many entries it has.
    pub fn export_journal(&self, path: &Path, format: JournalFormat) -> Result<u32, Problem> {
        let entries = self.store.reader().journal(1, u64::MAX >> 1)?;
        let bytes = match format {
            JournalFormat::Csv => table(&entries).into_bytes(),
            JournalFormat::Json => serde_json::to_vec_pretty(&entries).expect("BUG: an entry is JSON"),
        };
        publish(path, &bytes)?;
        Ok(super::bridged(entries.len() as u64))
    }
}

fn table(entries: &[JournalEntry]) -> String {
    let mut text = format!("\u{feff}{}\r\n", COLUMNS.join(";"));
    for entry in entries {
        let (seq, at) = (entry.seq.to_string(), convert::moment(entry.at));
        let fields = [
            &seq,
            &at,
            &entry.actor,
            &entry.act,
            &entry.subject,
            &entry.reason,
            &entry.detail_hash,
            &entry.previous,
            &entry.hash,
        ];
        let cells: Vec<String> = fields.into_iter().map(|field| cell(field)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// A cell that is text in any spreadsheet: what would begin a formula gets an apostrophe in front.
fn cell(text: &str) -> String {
    let begins = text.trim_start().chars().next();
    let formula = matches!(begins, Some('=' | '+' | '-' | '@')) || text.starts_with(['\t', '\r', '\n']);
    let safe = if formula { format!("'{text}") } else { text.to_owned() };
    if safe.contains([';', '"', '\n', '\r', ',']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_none_breaks_out() {
        for (text, expected) in [
            ("J. Bakker", "J. Bakker"),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            (" +31", "' +31"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("a;b", "\"a;b\""),
            ("a\nb", "\"a\nb\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
