//! The shape of a form of ours: which fields it has for a signature (*handtekening*), and what it may not contain.
//!
//! Promises: a base that passes holds exactly the known, empty signature fields and nothing that acts by itself.
//! Deliberately not done: judging whether the text of the form is true; the caller compares the base with its own.

use std::collections::BTreeMap;

use crate::report::Reason;
use crate::revision::{Entry, Revision};
use crate::syntax::Object;

/// The fields a form may have, in the order of signing.
pub(crate) const FIELDS: [&str; 2] = ["Handtekening1", "Handtekening2"];

/// Keys and types that let a document act, or be another thing than it seems.
const ACTIVE_KEYS: [&[u8]; 9] =
    [b"AA", b"OpenAction", b"JS", b"JavaScript", b"XFA", b"XRefStm", b"Encrypt", b"RichMedia", b"Perms"];
const ACTIVE_NAMES: [&[u8]; 12] = [
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"ObjStm",
    b"XRef",
    b"RichMedia",
    b"Movie",
    b"Rendition",
    b"GoToE",
    b"GoToR",
    b"ResetForm",
];

/// One known field and the object that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its place in [`FIELDS`].
    pub(crate) order: usize,
    /// Its object number.
    pub(crate) number: u32,
}

/// Finds the fields of a base revision, in the order of signing.
pub(crate) fn fields(base: &Revision<'_>) -> Result<Vec<Field>, Reason> {
    let objects = &base.objects;
    let catalog = base.root().and_then(|root| objects.get(&root)).ok_or(Reason::NotOurs)?;
    if !catalog.value.get(b"Type").is_some_and(|kind| kind.is_name(b"Catalog")) {
        return Err(Reason::NotOurs);
    }
    let form = catalog.value.get(b"AcroForm").and_then(|form| resolve(objects, form)).ok_or(Reason::NotOurs)?;
    if form.get(b"SigFlags").and_then(Object::int) != Some(3) {
        return Err(Reason::NotOurs);
    }
    let listed = form.get(b"Fields").and_then(|fields| resolve(objects, fields)).ok_or(Reason::NotOurs)?;
    let mut found = Vec::new();
    for (order, item) in listed.items().iter().enumerate() {
        let number = item.reference().ok_or(Reason::NotOurs)?;
        let entry = objects.get(&number).ok_or(Reason::NotOurs)?;
        if order >= FIELDS.len() || !is_empty_field(entry, FIELDS[order]) {
            return Err(Reason::NotOurs);
        }
        found.push(Field { order, number });
    }
    if found.is_empty() || (found.len() == 2 && found[0].number == found[1].number) {
        return Err(Reason::NotOurs);
    }
    if objects.iter().any(|(number, entry)| is_stranger(*number, entry, &found) || is_active(&entry.value)) {
        return Err(Reason::ActiveContent);
    }
    Ok(found)
}

/// Follows one reference; our own forms never need a second.
pub(crate) fn resolve<'d, 'a>(objects: &'d BTreeMap<u32, Entry<'a>>, value: &'d Object<'a>) -> Option<&'d Object<'a>> {
    match value {
        Object::Ref(number) => objects.get(number).map(|entry| &entry.value),
        direct => Some(direct),
    }
}

fn is_empty_field(entry: &Entry<'_>, name: &str) -> bool {
    let value = &entry.value;
    value.get(b"FT").is_some_and(|kind| kind.is_name(b"Sig"))
        && value.get(b"Subtype").is_some_and(|kind| kind.is_name(b"Widget"))
        && value.get(b"T").and_then(Object::text).as_deref() == Some(name)
        && value.get(b"V").is_none()
        && value.get(b"Kids").is_none()
        && value.get(b"Parent").is_none()
        && rectangle(value).is_some()
        && entry.stream.is_none()
}

/// Width and height of a widget, in points.
pub(crate) fn rectangle(widget: &Object<'_>) -> Option<(f64, f64)> {
    let sides: Vec<f64> = widget.get(b"Rect")?.items().iter().filter_map(Object::number).collect();
    let [left, bottom, right, top] = sides[..] else { return None };
    let (width, height) = ((right - left).abs(), (top - bottom).abs());
    (width.is_finite() && height.is_finite() && width >= 1.0 && height >= 1.0).then_some((width, height))
}

/// A field, a widget or a signature that is not one of the known fields.
fn is_stranger(number: u32, entry: &Entry<'_>, fields: &[Field]) -> bool {
    let value = &entry.value;
    let field = value.get(b"FT").is_some()
        || value.get(b"ByteRange").is_some()
        || value.get(b"Subtype").is_some_and(|kind| kind.is_name(b"Widget"));
    field && fields.iter().all(|known| known.number != number)
}

fn is_active(value: &Object<'_>) -> bool {
    match value {
        Object::Dict(entries) => entries.iter().any(|(key, value)| {
            let acts = matches!(value, Object::Name(name) if ACTIVE_NAMES.contains(name));
            ACTIVE_KEYS.contains(key) || (acts && matches!(*key, b"S" | b"Type" | b"Subtype")) || is_active(value)
        }),
        Object::Array(items) => items.iter().any(is_active),
        _ => false,
    }
}
