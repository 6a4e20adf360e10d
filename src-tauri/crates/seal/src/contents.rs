//! Taking parts out of a form: its base as it was before any signature, and the files in it.
//!
//! Promises: the base comes back byte for byte; a file comes from the base only, so no later revision can replace it;
//! nothing unpacks beyond a fixed size. Deliberately not done: other filters than Flate, encrypted files.

use std::io::Read;

use flate2::read::ZlibDecoder;

use crate::form_shape::resolve;
use crate::revision::{self, MAX_BYTES, Revision};
use crate::syntax::Object;

/// How deep a name tree may be.
const MAX_TREE: usize = 8;

/// The bytes of a form before any signature; nothing when they are not a form of ours.
#[must_use]
pub fn first_revision(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    bytes.get(..revision::first(bytes).ok()?.end)
}

/// A file embedded in the base of a form, by its name; nothing when it is not there or cannot be unpacked.
#[must_use]
pub fn embedded_file(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let base = revision::first(bytes).ok()?;
    let catalog = &base.objects.get(&base.root()?)?.value;
    let names = resolve(&base.objects, catalog.get(b"Names")?)?;
    let tree = resolve(&base.objects, names.get(b"EmbeddedFiles")?)?;
    let file = resolve(&base.objects, find(&base, tree, name, 0)?)?;
    let held = resolve(&base.objects, file.get(b"EF")?)?;
    let number = held.get(b"UF").or_else(|| held.get(b"F"))?.reference()?;
    let entry = base.objects.get(&number)?;
    let data = bytes.get(entry.stream.clone()?)?;
    let Some(filter) = entry.value.get(b"Filter") else { return Some(data.to_vec()) };
    let flate = filter.is_name(b"FlateDecode") || matches!(filter.items(), [one] if one.is_name(b"FlateDecode"));
    if !flate || entry.value.get(b"DecodeParms").is_some() {
        return None;
    }
    let mut out = Vec::new();
    let read = ZlibDecoder::new(data).take(MAX_BYTES as u64 + 1).read_to_end(&mut out).ok()?;
    (read <= MAX_BYTES).then_some(out)
}

fn find<'d, 'a>(base: &'d Revision<'a>, node: &'d Object<'a>, name: &str, depth: usize) -> Option<&'d Object<'a>> {
    if depth > MAX_TREE {
        return None;
    }
    if let Some(pairs) = node.get(b"Names").and_then(|names| resolve(&base.objects, names)) {
        return pairs.items().chunks_exact(2).find(|pair| pair[0].text().as_deref() == Some(name)).map(|pair| &pair[1]);
    }
    let [only] = resolve(&base.objects, node.get(b"Kids")?)?.items() else { return None };
    find(base, resolve(&base.objects, only)?, name, depth + 1)
}
