//! Signing a form: an increment appended to bytes that stay as they are.
//!
//! Promises: only a form this crate can check afterwards is signed; the bytes given are a prefix of the bytes returned;
//! the same request gives the same bytes. Deliberately not done: making signature fields, rewriting.

use chrono::{DateTime, Datelike, Utc};

use crate::algorithm::Hash;
use crate::appearance::{self, Appearance};
use crate::container::Sealer;
use crate::error::SealError;
use crate::form_shape::{self, FIELDS, Field};
use crate::increment::Increment;
use crate::key::SigningKey;
use crate::revision::MAX_BYTES;
use crate::stamp::StampFault;
use crate::stamping::{self, Stamping};
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
    if draft.increment.out.len() > MAX_BYTES {
        return Err(SealError::TooLarge);
    }
    draft.fill_range()?;
    let container = sealer.seal(&draft.digest(sealer.hash()), stamp)?;
    draft.fill(&container)
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

/// The revision of a signature while it is written.
struct Draft {
    increment: Increment,
    /// Where the signed range stands.
    range: usize,
    /// Where the container's opening bracket stands.
    contents: usize,
    room: usize,
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
        let mut increment = Increment::after(base, 2 * room + 24_000);
        if request.certify {
            let root = last.root().ok_or(SealError::NotOurs)?;
            let catalog = &document.object(root).ok_or(SealError::NotOurs)?.value;
            increment.changed(root, catalog, &[], &format!("/Perms <</DocMDP {signature} 0 R>>"));
        }
        let value = format!("/V {signature} 0 R/AP <</N {look} 0 R>>");
        increment.changed(field.number, widget, &[b"AP", b"V"], &value);
        let mut draft = Self { increment, range: 0, contents: 0, room };
        draft.signature(signature, request, signer);
        for (number, body) in (look..).zip(appearance::objects(&request.appearance, look, size)?) {
            draft.increment.object(number, &body);
        }
        draft.increment.close(last, end);
        Ok(draft)
    }

    fn signature(&mut self, number: u32, request: &SignRequest<'_>, signer: &str) {
        let increment = &mut self.increment;
        increment.begin(number);
        increment.text("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ");
        self.range = increment.out.len();
        increment.text(&" ".repeat(RANGE_WIDTH));
        increment.text("/Contents ");
        self.contents = increment.out.len();
        increment.text("<");
        increment.out.resize(increment.out.len() + 2 * self.room, b'0');
        increment.text(&format!(">/M (D:{}Z)", request.time.format("%Y%m%d%H%M%S")));
        for (key, value) in [("Name", signer), ("Reason", request.reason), ("Location", request.location)] {
            if !value.is_empty() {
                let units: String = value.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
                increment.text(&format!("/{key} <FEFF{units}>"));
            }
        }
        if request.certify {
            increment.text("/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams ");
            increment.text("<</Type /TransformParams /P 2 /V /1.2>>>>]");
        }
        increment.text(">>");
        increment.finish();
    }

    fn contents_end(&self) -> usize {
        self.contents + 2 * self.room + 2
    }

    fn fill_range(&mut self) -> Result<(), SealError> {
        let (after, out) = (self.contents_end(), &mut self.increment.out);
        let range = format!("[0 {} {after} {}]", self.contents, out.len() - after);
        if range.len() > RANGE_WIDTH {
            return Err(SealError::TooLarge);
        }
        out[self.range..self.range + range.len()].copy_from_slice(range.as_bytes());
        Ok(())
    }

    /// The digest over the signed range.
    fn digest(&self, hash: Hash) -> Vec<u8> {
        let out = &self.increment.out;
        hash.of(&[&out[..self.contents], &out[self.contents_end()..]])
    }

    /// Puts the container into its room.
    fn fill(mut self, container: &[u8]) -> Result<Vec<u8>, SealError> {
        if container.len() > self.room {
            return Err(SealError::TooLarge);
        }
        let room = &mut self.increment.out[self.contents + 1..];
        for (place, byte) in room.chunks_mut(2).zip(container) {
            place.copy_from_slice(&[hex_digit(byte >> 4), hex_digit(byte & 15)]);
        }
        Ok(self.increment.out)
    }
}

fn hex_digit(value: u8) -> u8 {
    if value < 10 { b'0' + value } else { b'a' + value - 10 }
}
