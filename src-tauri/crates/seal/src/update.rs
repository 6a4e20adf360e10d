//! What a later revision may do: fill one empty signature field, or add validation data after a signature.
//!
//! Promises: everything a signature's revision adds belongs to that one signature and refers to nothing that was there
//! before; everything it replaces is the field, and for a certifying first signature the catalog's permissions.
//! Deliberately not done: validation data of other programs, notes, form filling.

use std::collections::{BTreeMap, BTreeSet};

use crate::form_shape::{self, Field};
use crate::report::Reason;
use crate::revision::{self, Entry, Revision};
use crate::syntax::{Fault, Object};
use crate::validation_data::ValidationData;

/// A signature found in a revision.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// The signature dictionary.
    pub(crate) dictionary: Object<'a>,
    /// The byte after its revision.
    pub(crate) end: usize,
}

/// A document as far as it could be read and explained.
pub(crate) struct Document<'a> {
    /// The revisions read, base first.
    pub(crate) revisions: Vec<Revision<'a>>,
    /// The signature fields of the base.
    pub(crate) fields: Vec<Field>,
    /// The signatures of the explained revisions, in order.
    pub(crate) signatures: Vec<Found<'a>>,
    /// The validation data of the explained revisions, in order.
    pub(crate) validation: Vec<ValidationData<'a>>,
    /// Why reading stopped before the last byte.
    pub(crate) stopped: Option<Reason>,
}

/// Reads a document; gives a reason when not even its base is ours.
pub(crate) fn read(bytes: &[u8]) -> Result<Document<'_>, Reason> {
    if bytes.len() > revision::MAX_BYTES {
        return Err(Reason::TooLarge);
    }
    let base = revision::first(bytes).map_err(|fault| match fault {
        Fault::Syntax => Reason::NotOurs,
        Fault::Depth => Reason::TooDeep,
    })?;
    let fields = form_shape::fields(&base)?;
    let (signatures, validation) = (Vec::new(), Vec::new());
    let mut document = Document { revisions: vec![base], fields, signatures, validation, stopped: None };
    while document.end() < bytes.len() && document.stopped.is_none() {
        let last = document.revisions.last().expect("BUG: a document has its base");
        match revision::next(bytes, last) {
            Ok(next) => match document.take(bytes, &next) {
                Ok(()) => document.revisions.push(next),
                Err(reason) => document.stopped = Some(reason),
            },
            Err(_) => {
                let chained = bytes[document.end()..].windows(9).any(|window| window == b"startxref");
                document.stopped = Some(if chained { Reason::BrokenChain } else { Reason::TrailingBytes });
            }
        }
    }
    Ok(document)
}

impl<'a> Document<'a> {
    /// The byte after the last revision that was read and explained.
    pub(crate) fn end(&self) -> usize {
        self.revisions.last().map_or(0, |last| last.end)
    }

    /// The newest value of an object.
    pub(crate) fn object(&self, number: u32) -> Option<&Entry<'a>> {
        self.revisions.iter().rev().find_map(|revision| revision.objects.get(&number))
    }

    /// Takes in a revision: validation data when it replaces the catalog alone, else a signature.
    fn take(&mut self, bytes: &'a [u8], next: &Revision<'a>) -> Result<(), Reason> {
        let replaced: Vec<u32> = next.objects.range(..self.size()).map(|(number, _)| *number).collect();
        if next.root().is_some_and(|root| replaced == [root]) {
            let data = ValidationData::read(bytes, self, next)?;
            self.validation.push(data);
        } else {
            let found = self.explain(next)?;
            self.signatures.push(found);
        }
        Ok(())
    }

    /// One above the highest object number so far.
    fn size(&self) -> u32 {
        self.revisions.last().map_or(0, |last| last.size)
    }

    fn explain(&self, next: &Revision<'a>) -> Result<Found<'a>, Reason> {
        let old_size = self.size();
        let root = next.root().ok_or(Reason::BrokenChain)?;
        let replaced: Vec<u32> = next.objects.range(..old_size).map(|(number, _)| *number).collect();
        let certifies = replaced.contains(&root);
        let [number] = replaced.iter().copied().filter(|number| *number != root).collect::<Vec<_>>()[..] else {
            return Err(Reason::ChangedAfterSigning);
        };
        let field = *self.fields.iter().find(|field| field.number == number).ok_or(Reason::ChangedAfterSigning)?;
        let before = &self.object(number).ok_or(Reason::ChangedAfterSigning)?.value;
        let entry = &next.objects[&number];
        if entry.stream.is_some() || before.get(b"V").is_some() || !same_except(before, &entry.value, &[b"V", b"AP"]) {
            return Err(Reason::ChangedAfterSigning);
        }
        if field.order != self.signatures.len() {
            return Err(Reason::WrongOrder);
        }
        let value = entry.value.get(b"V").and_then(Object::reference).ok_or(Reason::SignatureShape)?;
        let look = entry.value.get(b"AP").ok_or(Reason::SignatureShape)?;
        let [(b"N", Object::Ref(look))] = look.entries() else { return Err(Reason::SignatureShape) };
        check_new_objects(next, old_size, &[value, *look])?;
        let signature = next.objects.get(&value).ok_or(Reason::SignatureShape)?;
        let certified = signature_shape(signature)?;
        look_shape(&next.objects, *look)?;
        if certifies != certified || (certifies && !self.certified_catalog(next, root, value)) {
            return Err(Reason::ChangedAfterSigning);
        }
        Ok(Found { dictionary: signature.value.clone(), end: next.end })
    }

    fn certified_catalog(&self, next: &Revision<'a>, root: u32, signature: u32) -> bool {
        let (Some(before), Some(after)) = (self.object(root), next.objects.get(&root)) else { return false };
        let permissions = after.value.get(b"Perms").map_or(&[][..], Object::entries);
        self.signatures.is_empty()
            && after.stream.is_none()
            && same_except(&before.value, &after.value, &[b"Perms"])
            && matches!(permissions, [(b"DocMDP", Object::Ref(number))] if *number == signature)
    }
}

/// Whether two dictionaries say the same but for these keys.
fn same_except(before: &Object<'_>, after: &Object<'_>, free: &[&[u8]]) -> bool {
    let kept = |object: &Object<'_>| object.entries().iter().filter(|(key, _)| !free.contains(key)).count();
    matches!(after, Object::Dict(_))
        && kept(before) == kept(after)
        && before.entries().iter().all(|(key, value)| free.contains(key) || after.get(key) == Some(value))
}

/// New objects are numbered on without gaps, all reached from the roots, and refer to new objects only.
fn check_new_objects(next: &Revision<'_>, old_size: u32, roots: &[u32]) -> Result<(), Reason> {
    let new: Vec<u32> = next.objects.range(old_size..).map(|(number, _)| *number).collect();
    if new.iter().zip(old_size..).any(|(number, expected)| *number != expected) {
        return Err(Reason::ChangedAfterSigning);
    }
    let mut reached = BTreeSet::new();
    let mut waiting = roots.to_vec();
    while let Some(number) = waiting.pop() {
        if !reached.insert(number) {
            continue;
        }
        let entry = next.objects.get(&number).filter(|_| number >= old_size).ok_or(Reason::ChangedAfterSigning)?;
        entry.value.references(&mut |other| waiting.push(other));
    }
    if reached.len() == new.len() { Ok(()) } else { Err(Reason::ChangedAfterSigning) }
}

fn only_keys(object: &Object<'_>, known: &[&[u8]]) -> bool {
    matches!(object, Object::Dict(_)) && object.entries().iter().all(|(key, _)| known.contains(key))
}

fn named(object: &Object<'_>, key: &[u8], name: &[u8]) -> bool {
    object.get(key).is_some_and(|value| value.is_name(name))
}

/// Checks the signature dictionary; tells whether it certifies the document (DocMDP, filling in only).
fn signature_shape(entry: &Entry<'_>) -> Result<bool, Reason> {
    let value = &entry.value;
    let known: [&[u8]; 10] = [
        b"Type",
        b"Filter",
        b"SubFilter",
        b"ByteRange",
        b"Contents",
        b"M",
        b"Name",
        b"Reason",
        b"Location",
        b"Reference",
    ];
    let texts = [&b"Contents"[..], b"M"].iter().all(|key| matches!(value.get(key), Some(Object::Text(_))));
    let fits = entry.stream.is_none()
        && only_keys(value, &known)
        && named(value, b"Type", b"Sig")
        && named(value, b"Filter", b"Adobe.PPKLite")
        && named(value, b"SubFilter", b"ETSI.CAdES.detached")
        && texts;
    if !fits {
        return Err(Reason::SignatureShape);
    }
    let Some(reference) = value.get(b"Reference") else { return Ok(false) };
    let [reference] = reference.items() else { return Err(Reason::SignatureShape) };
    let parameters = reference.get(b"TransformParams").ok_or(Reason::SignatureShape)?;
    let certified = only_keys(reference, &[b"Type", b"TransformMethod", b"TransformParams"])
        && named(reference, b"TransformMethod", b"DocMDP")
        && only_keys(parameters, &[b"Type", b"P", b"V"])
        && parameters.get(b"P").and_then(Object::int) == Some(2);
    if certified { Ok(true) } else { Err(Reason::SignatureShape) }
}

/// The look is one form XObject with nothing but fonts, and fonts with nothing but their parts.
fn look_shape(objects: &BTreeMap<u32, Entry<'_>>, look: u32) -> Result<(), Reason> {
    let form = objects.get(&look).filter(|entry| entry.stream.is_some()).ok_or(Reason::SignatureShape)?;
    let value = &form.value;
    let resources = value.get(b"Resources").ok_or(Reason::SignatureShape)?;
    let known: [&[u8]; 6] = [b"Type", b"Subtype", b"BBox", b"Resources", b"Filter", b"Length"];
    let plain = only_keys(value, &known) && named(value, b"Subtype", b"Form") && only_keys(resources, &[b"Font"]);
    let streams = objects.values().filter(|entry| entry.stream.is_some());
    let parts: [&[u8]; 7] = [b"Type", b"Subtype", b"BBox", b"Resources", b"Filter", b"Length", b"Length1"];
    let known_streams = streams.into_iter().all(|entry| only_keys(&entry.value, &parts));
    if plain && known_streams { Ok(()) } else { Err(Reason::SignatureShape) }
}
