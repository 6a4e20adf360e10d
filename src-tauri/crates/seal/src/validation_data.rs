//! Validation data: certificates and lists of revoked ones, kept in the form so that it can be checked long after
//! (PAdES B-LT, ETSI EN 319 142-1, 5.4; a document security store, ISO 32000-2, 12.8.4.3).
//!
//! Promises: a revision of its own after a signature, holding certificates that the signatures and stamps brought along
//! and lists their authorities signed, and not a byte else: a check writes it anew and compares. Deliberately not done:
//! OCSP answers, data for one signature apart (VRI), archive time stamps.

use crate::checking::Proof;
use crate::error::SealError;
use crate::increment::Increment;
use crate::report::Reason;
use crate::revision::{MAX_BYTES, Revision};
use crate::revocation::RevocationList;
use crate::syntax::Object;
use crate::update::{self, Document};

/// The most lists, and the most certificates, that a form holds.
const MOST: usize = 32;
/// Says that the catalog holds what PDF 1.7 does not know (ETSI EN 319 142-1, 5.4.2.1).
const EXTENSION: &str = "/Extensions <</ESIC <</Type /DeveloperExtensions/BaseVersion /1.7/ExtensionLevel 1>>>>";

/// The validation data of one revision.
pub(crate) struct ValidationData<'a> {
    /// How many signatures came before it.
    pub(crate) after: usize,
    certificates: Vec<&'a [u8]>,
    lists: Vec<&'a [u8]>,
}

/// A form with validation data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The form; without the data when no list belongs to it.
    pub pdf: Vec<u8>,
    /// Of each list whether it is by an authority above a signer or time stamp service of the form, and so is in it.
    pub used: Vec<bool>,
    /// What lacks for the last signature, when it has a time stamp; nothing for one at level B-LT.
    pub lacking: Vec<Lacking>,
}

/// What lacks for level B-LT, with the common name of an authority.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// Its list of revoked certificates, or one that still held at the stamped time.
    List(String),
    /// Its certificate: the way up ends below it.
    Certificate(String),
}

/// Adds the certificates of the signatures to a signed form, and those of these lists of revoked certificates that
/// belong to it; lists that it holds already stay.
///
/// # Errors
/// [`SealError::NotOurs`] for anything but a form that was signed last; [`SealError::ValidationData`] for more lists
/// than a form holds; [`SealError::TooLarge`].
pub fn add_validation_data(form: &[u8], lists: &[RevocationList]) -> Result<Kept, SealError> {
    let document = update::read(form).map_err(|_| SealError::NotOurs)?;
    let signed_last = document.validation.last().is_none_or(|data| data.after < document.signatures.len());
    if document.stopped.is_some() || document.signatures.is_empty() || !signed_last {
        return Err(SealError::NotOurs);
    }
    let proofs: Option<Vec<Proof>> = document.signatures.iter().map(|found| Proof::read(form, found)).collect();
    let proofs = proofs.ok_or(SealError::NotOurs)?;
    let holders = || proofs.iter().flat_map(Proof::holders);
    let used: Vec<bool> = lists.iter().map(|list| holders().any(|holder| list.issued_by(holder))).collect();
    let mut certificates: Vec<&[u8]> = holders().map(|one| &one.der[..]).collect();
    // Readers look at the last store alone, so what the one before holds goes along.
    let before = document.validation.last().map_or(&[][..], |data| &data.lists[..]);
    let added = lists.iter().zip(&used).filter(|(_, used)| **used).map(|(list, _)| list.der());
    let mut lists: Vec<&[u8]> = before.iter().copied().chain(added).collect();
    for all in [&mut certificates, &mut lists] {
        all.sort_unstable();
        all.dedup();
    }
    let data = ValidationData { after: document.signatures.len(), certificates, lists };
    let known = data.check(&proofs).map_err(|_| SealError::NotOurs)?;
    let lacking = proofs.last().map(|proof| proof.lacking(&known)).unwrap_or_default();
    if !used.contains(&true) {
        return Ok(Kept { pdf: form.to_vec(), used, lacking });
    }
    if data.lists.len() > MOST {
        return Err(SealError::ValidationData);
    }
    let last = document.revisions.last().ok_or(SealError::NotOurs)?;
    let pdf = data.write(form, &document, last).ok_or(SealError::NotOurs)?;
    if pdf.len() > MAX_BYTES { Err(SealError::TooLarge) } else { Ok(Kept { pdf, used, lacking }) }
}

impl<'a> ValidationData<'a> {
    /// Reads the revision after the last signature as one of validation data.
    pub(crate) fn read(bytes: &'a [u8], document: &Document<'a>, next: &Revision<'a>) -> Result<Self, Reason> {
        let changed = Reason::ChangedAfterSigning;
        let root = next.root().ok_or(changed)?;
        let store =
            next.objects.get(&root).and_then(|catalog| catalog.value.get(b"DSS")?.reference()).ok_or(changed)?;
        let store = &next.objects.get(&store).ok_or(changed)?.value;
        let streams = |key: &[u8]| {
            let numbers = store.get(key).map_or(&[][..], Object::items).iter().map(Object::reference);
            let stream = |number: Option<u32>| bytes.get(next.objects.get(&number?)?.stream.clone()?);
            numbers.take(MOST + 1).map(stream).collect::<Option<Vec<&[u8]>>>().ok_or(changed)
        };
        let data =
            Self { after: document.signatures.len(), certificates: streams(b"Certs")?, lists: streams(b"CRLs")? };
        let last = document.revisions.last().ok_or(changed)?;
        let signed_last = document.validation.last().is_none_or(|before| before.after < data.after);
        let written = data.write(&bytes[..last.end], document, last);
        let same = written.is_some_and(|written| bytes.get(..next.end) == Some(&written[..]));
        if same && signed_last && data.after > 0 && data.lists.len() <= MOST { Ok(data) } else { Err(changed) }
    }

    /// Checks that all of it belongs to the signatures before it.
    pub(crate) fn check(&self, proofs: &[Proof]) -> Result<Vec<RevocationList>, Reason> {
        let before = || proofs.iter().take(self.after).flat_map(Proof::holders);
        if !self.certificates.iter().all(|der| before().any(|holder| holder.der == *der)) {
            return Err(Reason::ValidationData);
        }
        let read =
            |der: &&[u8]| RevocationList::read(der).ok().filter(|list| before().any(|holder| list.issued_by(holder)));
        self.lists.iter().map(read).collect::<Option<_>>().ok_or(Reason::ValidationData)
    }

    /// The bytes before with this revision after them; nothing for a form that has other extensions of its own.
    fn write(&self, base: &[u8], document: &Document<'_>, last: &Revision<'_>) -> Option<Vec<u8>> {
        let root = last.root()?;
        let catalog = &document.object(root)?.value;
        if catalog.get(b"Extensions").is_some() && catalog.get(b"DSS").is_none() {
            return None;
        }
        let size: usize = self.certificates.iter().chain(&self.lists).map(|one| one.len() + 100).sum();
        let mut increment = Increment::after(base, size + 4000);
        let store = last.size;
        let more = format!("/DSS {store} 0 R{EXTENSION}");
        increment.changed(root, catalog, &[b"DSS", b"Extensions"], &more);
        let mut number = store.checked_add(1)?;
        let mut named = String::from("<</Type /DSS");
        for (key, all) in [("Certs", &self.certificates), ("CRLs", &self.lists)] {
            named.push_str(&format!("/{key} ["));
            for part in all {
                increment.begin(number);
                increment.text(&format!("<</Length {}>>\nstream\n", part.len()));
                increment.out.extend_from_slice(part);
                increment.text("\r\nendstream");
                increment.finish();
                named.push_str(&format!("{number} 0 R "));
                number = number.checked_add(1)?;
            }
            named.push(']');
        }
        named.push_str(">>");
        increment.object(store, named.as_bytes());
        increment.close(last, number);
        Some(increment.out)
    }
}
