//! Signing a form: an increment appended to bytes that stay as they are.
//!
//! Promises: only a form this crate can check afterwards is signed; the bytes given are a prefix of the bytes returned;
//! the same request gives the same bytes. Deliberately not done: making signature fields, rewriting.

use chrono::{DateTime, Datelike, Utc};
use sha2::{Digest, Sha256};

use crate::appearance::{self, Appearance};
use crate::container::Sealer;
use crate::error::SealError;
use crate::form_shape::{self, FIELDS, Field};
use crate::key::SigningKey;
use crate::revision::MAX_BYTES;
use crate::stamp::StampFault;
use crate::stamping::{self, Stamping};
use crate::syntax::write_entry;
use crate::update::{self, Document};

/// Fixed width of the signed range, so it can be filled in afterwards.
const RANGE_WIDTH: usize = 48;

/// What to sign with which words.
#[derive(Debug, Clone)]
pub struct SignRequest<'a> {
    /// The field, `Handtekening1` or `Handtekening2`.
    pub field: &'a str,
    /// The time of signing (UTC), stated in the signature.
    pub time: DateTime<Utc>,
    /// Why it is signed, as readers show it; may be empty.
    pub reason: &'a str,
    /// Where it is signed; may be empty.
    pub location: &'a str,
    /// Whether this first signature certifies the form (DocMDP 2: only signatures may follow).
    pub certify: bool,
    /// What shows on the page.
    pub appearance: Appearance<'a>,
}

/// A form that was to be stamped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// The form, signed: at level B-T with a stamp, at level B-B without.
    pub pdf: Vec<u8>,
    /// The stamped time (UTC), or why there is no stamp.
    pub stamp: Result<DateTime<Utc>, StampFault>,
}

/// Signs an empty field of a form and returns the form with the signature appended (level B-B).
///
/// # Errors
/// [`SealError::NotOurs`] for anything but an unchanged form of ours, [`SealError::UnknownField`],
/// [`SealError::FieldTaken`], [`SealError::WrongOrder`] for the field; what [`crate::check_for_signing`] says of the
/// certificate; [`SealError::Time`], [`SealError::Font`], [`SealError::TooLarge`]; what the key says when it refuses.
pub fn sign(base: &[u8], key: &dyn SigningKey, request: &SignRequest<'_>) -> Result<Vec<u8>, SealError> {
    seal_into(base, key, request, 0, |_| None)
}

/// Signs as [`sign`] does and has the signature stamped (level B-T). When the service gives no stamp that holds, the
/// form is signed without and the reason comes along; the caller decides whether that will do.
///
/// # Errors
/// As [`sign`].
pub fn sign_stamped(
    base: &[u8],
    key: &dyn SigningKey,
    request: &SignRequest<'_>,
    stamping: &Stamping<'_>,
) -> Result<Stamped, SealError> {
    let mut stamp = Err(StampFault::Unreachable);
    let pdf = seal_into(base, key, request, stamping::ROOM, |signature| {
        let (token, time) = match stamping::get(stamping, signature, request.time) {
            Ok(got) => got,
            Err(fault) => {
                stamp = Err(fault);
                return None;
            }
        };
        stamp = Ok(time);
        Some(token)
    })?;
    Ok(Stamped { pdf, stamp })
}

fn seal_into(
    base: &[u8],
    key: &dyn SigningKey,
    request: &SignRequest<'_>,
    stamp_room: usize,
    stamp: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
) -> Result<Vec<u8>, SealError> {
    let sealer = Sealer::new(key)?;
    sealer.holder().for_signing(request.time)?;
    // The year is written in four digits.
    if !(1970..=9999).contains(&request.time.year()) {
        return Err(SealError::Time);
    }
    let document = update::read(base).map_err(|_| SealError::NotOurs)?;
    if document.stopped.is_some() {
        return Err(SealError::NotOurs);
    }
    let field = choose(&document, request)?;
    let room = sealer.room() + stamp_room;
    let mut draft = Draft::write(base, &document, field, request, &sealer.holder().name(), room)?;
    if draft.out.len() > MAX_BYTES {
        return Err(SealError::TooLarge);
    }
    draft.fill_range()?;
    let digest = sealer.hash().of(&[&draft.out[..draft.contents], &draft.out[draft.contents_end()..]]);
    let container = sealer.seal(&digest, stamp)?;
    if container.len() > room {
        return Err(SealError::TooLarge);
    }
    for (position, byte) in container.iter().enumerate() {
        let at = draft.contents + 1 + 2 * position;
        draft.out[at] = hex_digit(byte >> 4);
        draft.out[at + 1] = hex_digit(byte & 15);
    }
    Ok(draft.out)
}

fn choose(document: &Document<'_>, request: &SignRequest<'_>) -> Result<Field, SealError> {
    let order = FIELDS.iter().position(|name| *name == request.field).ok_or(SealError::UnknownField)?;
    let field = *document.fields.get(order).ok_or(SealError::UnknownField)?;
    let signed = document.signatures.len();
    if order < signed {
        return Err(SealError::FieldTaken);
    }
    if order > signed || (request.certify && signed > 0) {
        return Err(SealError::WrongOrder);
    }
    Ok(field)
}

/// The increment while it is written.
struct Draft {
    out: Vec<u8>,
    /// Where the signed range stands.
    range: usize,
    /// Where the container's opening bracket stands.
    contents: usize,
    room: usize,
    /// Where each object of the increment begins.
    offsets: Vec<(u32, usize)>,
}

impl Draft {
    fn write(
        base: &[u8],
        document: &Document<'_>,
        field: Field,
        request: &SignRequest<'_>,
        signer: &str,
        room: usize,
    ) -> Result<Self, SealError> {
        let last = document.revisions.last().ok_or(SealError::NotOurs)?;
        let widget = &document.object(field.number).ok_or(SealError::NotOurs)?.value;
        let size = form_shape::rectangle(widget).ok_or(SealError::NotOurs)?;
        let (signature, look) = (last.size, last.size.checked_add(1).ok_or(SealError::TooLarge)?);
        let end = look.checked_add(appearance::OBJECTS).ok_or(SealError::TooLarge)?;
        let mut out = Vec::with_capacity(base.len() + 2 * room + 24_000);
        out.extend_from_slice(base);
        out.push(b'\n');
        let mut draft = Self { out, range: 0, contents: 0, room, offsets: Vec::new() };
        if request.certify {
            let root = last.root().ok_or(SealError::NotOurs)?;
            let catalog = &document.object(root).ok_or(SealError::NotOurs)?.value;
            draft.begin(root);
            draft.out.extend_from_slice(b"<<");
            catalog.entries().iter().for_each(|(key, value)| write_entry(&mut draft.out, key, value));
            draft.text(&format!("/Perms <</DocMDP {signature} 0 R>>>>"));
            draft.finish();
        }
        draft.begin(field.number);
        draft.out.extend_from_slice(b"<<");
        let kept = widget.entries().iter().filter(|(key, _)| *key != b"AP" && *key != b"V");
        kept.for_each(|(key, value)| write_entry(&mut draft.out, key, value));
        draft.text(&format!("/V {signature} 0 R/AP <</N {look} 0 R>>>>"));
        draft.finish();
        draft.signature(signature, request, signer);
        for (number, body) in (look..).zip(appearance::objects(&request.appearance, look, size)?) {
            draft.begin(number);
            draft.out.extend_from_slice(&body);
            draft.finish();
        }
        draft.trailer(base, last, end);
        Ok(draft)
    }

    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn begin(&mut self, number: u32) {
        self.offsets.push((number, self.out.len()));
        self.text(&format!("{number} 0 obj\n"));
    }

    fn finish(&mut self) {
        self.text("\nendobj\n");
    }

    fn signature(&mut self, number: u32, request: &SignRequest<'_>, signer: &str) {
        self.begin(number);
        self.text("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ");
        self.range = self.out.len();
        self.text(&" ".repeat(RANGE_WIDTH));
        self.text("/Contents ");
        self.contents = self.out.len();
        self.text("<");
        self.out.resize(self.out.len() + 2 * self.room, b'0');
        self.text(&format!(">/M (D:{}Z)", request.time.format("%Y%m%d%H%M%S")));
        for (key, value) in [("Name", signer), ("Reason", request.reason), ("Location", request.location)] {
            if !value.is_empty() {
                let units: String = value.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
                self.text(&format!("/{key} <FEFF{units}>"));
            }
        }
        if request.certify {
            self.text("/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams ");
            self.text("<</Type /TransformParams /P 2 /V /1.2>>>>]");
        }
        self.text(">>");
        self.finish();
    }

    fn trailer(&mut self, base: &[u8], last: &crate::revision::Revision<'_>, size: u32) {
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
        if let Some([first, _]) = last.trailer.get(b"ID").map(crate::syntax::Object::items) {
            self.text("/ID [");
            first.write(&mut self.out);
            // The second part must change with the content; the length and end of the base do.
            let changed = Sha256::new().chain_update(base.len().to_be_bytes()).chain_update(&base[last.table..]);
            let digits: String = changed.finalize()[..16].iter().map(|byte| format!("{byte:02X}")).collect();
            self.text(&format!("<{digits}>]"));
        }
        self.text(&format!("/Prev {}>>\nstartxref\n{table}\n%%EOF\n", last.table));
    }

    fn contents_end(&self) -> usize {
        self.contents + 2 * self.room + 2
    }

    fn fill_range(&mut self) -> Result<(), SealError> {
        let after = self.contents_end();
        let range = format!("[0 {} {after} {}]", self.contents, self.out.len() - after);
        if range.len() > RANGE_WIDTH {
            return Err(SealError::TooLarge);
        }
        self.out[self.range..self.range + range.len()].copy_from_slice(range.as_bytes());
        Ok(())
    }
}

fn hex_digit(value: u8) -> u8 {
    if value < 10 { b'0' + value } else { b'a' + value - 10 }
}
