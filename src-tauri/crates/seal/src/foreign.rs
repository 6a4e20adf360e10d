//! What a document that cannot be checked here says of its own signatures.
//!
//! Promises: nothing is checked and nothing is believed: these are claims, to be shown as such. One pass from end to
//! end, a bounded number of answers, a bounded length of each. Deliberately not done: signatures inside compressed
//! objects, where no signature of a document can be.

use serde::Serialize;

use crate::revision::MAX_BYTES;
use crate::syntax::{Object, Reader};

/// The most signatures told of.
const MOST: usize = 32;
/// The most characters of a claim.
const LONGEST: usize = 200;
/// How far around its byte range a signature dictionary is looked through, in bytes.
const REACH: usize = 256 << 10;

/// A signature that a document claims to have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claimed {
    /// The name of the signer, or nothing.
    pub name: String,
    /// The kind of signature, such as `adbe.pkcs7.detached`, or nothing.
    pub sub_filter: String,
    /// The time of signing as it is written, such as `D:20250612134500+02'00'`, or nothing.
    pub time: String,
}

/// The signature dictionaries of a document, in the order of the file; none for one that is too large to look through.
pub(crate) fn claimed(bytes: &[u8]) -> Vec<Claimed> {
    if bytes.len() > MAX_BYTES {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(place) = position(&bytes[rest..], b"/ByteRange").filter(|_| found.len() < MOST) {
        let at = rest + place;
        let from = bytes[rest.max(at.saturating_sub(REACH))..at].windows(4).rposition(|part| part == b" obj");
        let from = from.map_or(at, |place| rest.max(at.saturating_sub(REACH)) + place);
        let until = bytes.len().min(at + REACH);
        let to = position(&bytes[at..until], b"endobj").map_or(until, |place| at + place);
        let within = &bytes[from..to];
        let value = |key: &[u8]| value(within, key).unwrap_or_default();
        found.push(Claimed { name: value(b"/Name"), sub_filter: value(b"/SubFilter"), time: value(b"/M") });
        rest = at + 1;
    }
    found
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// The text or name after the first place where the key stands by itself.
fn value(bytes: &[u8], key: &[u8]) -> Option<String> {
    let ends = |at: usize| bytes.get(at + key.len()).is_some_and(|next| !next.is_ascii_alphanumeric());
    let at = (0..bytes.len().saturating_sub(key.len())).find(|at| bytes[*at..].starts_with(key) && ends(*at))?;
    let mut reader = Reader { bytes, at: at + key.len() };
    reader.spaces();
    let text = match reader.object().ok()? {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        text => text.text()?,
    };
    Some(text.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect())
}
