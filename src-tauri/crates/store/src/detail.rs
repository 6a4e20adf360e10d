//! The hash over everything one act changed, which its entry in the journal carries.
//!
//! Promises: every field goes in with its length in front, so that no two lists of changes give the same bytes.

use sha2::{Digest, Sha256};

/// The hash over everything one act changed.
pub(crate) struct Detail(Sha256);

impl Detail {
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    pub fn add(&mut self, noun: &str, owner: &str, item: &str, before: Option<&str>, after_hash: Option<&str>) {
        let before = before.map(|text| hash_of(text.as_bytes()));
        for field in [noun, owner, item, before.as_deref().unwrap_or("-"), after_hash.unwrap_or("-")] {
            self.0.update((field.len() as u64).to_be_bytes());
            self.0.update(field.as_bytes());
        }
    }

    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

/// SHA-256 in hexadecimal.
pub(crate) fn hash_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    digits.map(char::from).collect()
}
