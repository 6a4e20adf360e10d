//! Writing a revision: objects appended to bytes that stay as they are, with their table and trailer.
//!
//! Promises: what is written is what [`crate::revision`] reads; the same objects give the same bytes. Deliberately not
//! done: deciding what a revision may hold.

use sha2::{Digest, Sha256};

use crate::revision::Revision;
use crate::syntax::{Object, write_entry};

/// A revision while it is written.
pub(crate) struct Increment {
    /// Everything up to here, the bytes before it included.
    pub(crate) out: Vec<u8>,
    /// How many bytes come before it.
    base: usize,
    /// Where each object begins.
    offsets: Vec<(u32, usize)>,
}

impl Increment {
    /// Begins after these bytes; `more` is about how many will follow.
    pub(crate) fn after(base: &[u8], more: usize) -> Self {
        let mut out = Vec::with_capacity(base.len() + more);
        out.extend_from_slice(base);
        out.push(b'\n');
        Self { out, base: base.len(), offsets: Vec::new() }
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Begins an object.
    pub(crate) fn begin(&mut self, number: u32) {
        self.offsets.push((number, self.out.len()));
        self.text(&format!("{number} 0 obj\n"));
    }

    /// Ends an object.
    pub(crate) fn finish(&mut self) {
        self.text("\nendobj\n");
    }

    /// A whole object.
    pub(crate) fn object(&mut self, number: u32, body: &[u8]) {
        self.begin(number);
        self.out.extend_from_slice(body);
        self.finish();
    }

    /// A dictionary as it was, without some keys and with more text in it.
    pub(crate) fn changed(&mut self, number: u32, before: &Object<'_>, without: &[&[u8]], more: &str) {
        self.begin(number);
        self.text("<<");
        let kept = before.entries().iter().filter(|(key, _)| !without.contains(key));
        kept.for_each(|(key, value)| write_entry(&mut self.out, key, value));
        self.text(more);
        self.text(">>");
        self.finish();
    }

    /// Writes table and trailer after the revision `last`; `size` is one above the highest object number.
    pub(crate) fn close(&mut self, last: &Revision<'_>, size: u32) {
        let table = self.out.len();
        self.text("xref\n");
        self.offsets.sort_unstable();
        let offsets = std::mem::take(&mut self.offsets);
        for group in offsets.chunk_by(|one, next| one.0 + 1 == next.0) {
            self.text(&format!("{} {}\n", group[0].0, group.len()));
            for (_, offset) in group {
                self.text(&format!("{offset:010} 00000 n \n"));
            }
        }
        self.text(&format!("trailer\n<</Size {size}"));
        for key in [&b"Root"[..], b"Info"] {
            if let Some(value) = last.trailer.get(key) {
                write_entry(&mut self.out, key, value);
            }
        }
        if let Some([first, _]) = last.trailer.get(b"ID").map(Object::items) {
            self.text("/ID [");
            first.write(&mut self.out);
            // The second part must change with the content; the length and end of what was there do.
            let end = &self.out[last.table..self.base];
            let changed = Sha256::new().chain_update(self.base.to_be_bytes()).chain_update(end).finalize();
            let digits: String = changed[..16].iter().map(|byte| format!("{byte:02X}")).collect();
            self.text(&format!("<{digits}>]"));
        }
        self.text(&format!("/Prev {}>>\nstartxref\n{table}\n%%EOF\n", last.table));
    }
}
