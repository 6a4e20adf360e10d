//! Checking a form: what its signatures prove, and what came after them.
//!
//! Promises: a closed world. Valid means that every byte is the base, a known signature, or the gap that holds it; a
//! document of others is never called valid. No panic, no unbounded work on any input. Deliberately not done:
//! comparing the base with the judgement it should show (the caller does, see [`crate::first_revision`]).

use chrono::{DateTime, Duration, NaiveDateTime, Utc};

use crate::certificate::{self, Holder, Purpose};
use crate::container::{self, Container};
use crate::foreign;
use crate::path::{self, Anchor};
use crate::report::{LaterChanges, Level, Reason, Report, SignatureStatus, Stamp, Verdict};
use crate::revocation::RevocationList;
use crate::stamp::{self, Stamped};
use crate::syntax::Object;
use crate::update::{self, Found};
use crate::validation_data::Lacking;

/// How far the clock of a signer may run ahead.
const CLOCK_SLACK_HOURS: i64 = 24;

/// Who is trusted: certificates (DER) of signers, of services or of authorities above them, or their fingerprints
/// (SHA-256 as 32 bytes or 64 hexadecimal digits). Whoever is trusted to stamp is not thereby trusted to sign.
#[derive(Debug, Clone, Copy, Default)]
pub struct Trust<'a> {
    /// Trusted to sign, or to say who signs.
    pub signers: &'a [Vec<u8>],
    /// Trusted to stamp the time, or to say who does.
    pub stamps: &'a [Vec<u8>],
}

/// [`Trust`], read once.
struct Anchors {
    signers: Vec<Anchor>,
    stamps: Vec<Anchor>,
}

/// Checks a form at a moment, against those trusted to sign; time stamps are checked and count as untrusted.
#[must_use]
pub fn verify(bytes: &[u8], signers: &[Vec<u8>], at: DateTime<Utc>) -> Report {
    verify_trusting(bytes, &Trust { signers, stamps: &[] }, at)
}

/// Checks a form at a moment, against those trusted to sign and those trusted to stamp the time.
#[must_use]
pub fn verify_trusting(bytes: &[u8], trust: &Trust<'_>, at: DateTime<Utc>) -> Report {
    let document = match update::read(bytes) {
        Ok(document) => document,
        Err(reason) => {
            let mut reasons = vec![Reason::NotOurs, reason];
            reasons.dedup();
            let claimed = foreign::claimed(bytes);
            return Report { verdict: Verdict::Invalid, signatures: Vec::new(), reasons, claimed };
        }
    };
    let read = |list: &[Vec<u8>]| list.iter().filter_map(|one| Anchor::read(one)).collect();
    let anchors = Anchors { signers: read(trust.signers), stamps: read(trust.stamps) };
    let mut reasons: Vec<Reason> = document.stopped.into_iter().collect();
    let count = document.signatures.len();
    let (mut signatures, mut proofs) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for (position, found) in document.signatures.iter().enumerate() {
        let last = position + 1 == count;
        let (mut status, proof) = check_one(bytes, found, &anchors, at, &mut reasons);
        let kept = document.validation.last().is_some_and(|data| data.after > position);
        status.covers_whole_document = last && document.stopped.is_none() && status.intact;
        status.later_changes = match (document.stopped, last) {
            (Some(_), _) => LaterChanges::Suspicious,
            (None, true) if kept => LaterChanges::ValidationData,
            (None, true) => LaterChanges::None,
            (None, false) => LaterChanges::Signature,
        };
        signatures.push(status);
        proofs.extend(proof);
    }
    let lists: Result<Vec<_>, Reason> = document.validation.iter().map(|data| data.check(&proofs)).collect();
    let known = lists.is_ok();
    match lists {
        Ok(lists) => {
            let lists: Vec<RevocationList> = lists.into_iter().flatten().collect();
            // A signature that could not be read has no proof, and leaves the form invalid anyway.
            if !lists.is_empty() && proofs.len() == signatures.len() {
                let pairs = signatures.iter_mut().zip(&proofs);
                pairs.for_each(|(status, proof)| reasons.extend(proof.look_up(&lists, at, status)));
            }
        }
        Err(reason) => reasons.push(reason),
    }
    let sound = document.stopped.is_none() && known && signatures.iter().all(|one| one.intact && one.valid);
    let verdict = match (sound, count) {
        (false, _) => Verdict::Invalid,
        (true, 0) => Verdict::Unsigned,
        (true, _) if signatures.iter().all(|one| one.trusted) => Verdict::Valid,
        (true, _) => Verdict::ValidUntrusted,
    };
    if verdict == Verdict::Unsigned {
        reasons.push(Reason::Unsigned);
    }
    reasons.sort_unstable();
    reasons.dedup();
    Report { verdict, signatures, reasons, claimed: Vec::new() }
}

fn check_one(
    bytes: &[u8],
    found: &Found<'_>,
    anchors: &Anchors,
    at: DateTime<Utc>,
    reasons: &mut Vec<Reason>,
) -> (SignatureStatus, Option<Proof>) {
    let time = stated_time(found);
    let read = gap(bytes, found).and_then(|(from, to, raw)| Ok((from, to, container::read(&raw)?)));
    let (from, to, container) = match read {
        Ok(parts) => parts,
        Err(reason) => {
            reasons.push(reason);
            return (SignatureStatus::unread(time), None);
        }
    };
    let mut status = SignatureStatus::unread(time);
    status.describe(container.holder());
    status.covered_bytes = found.end - (to - from);
    status.intact = container.holds(&container.hash().of(&[&bytes[..from], &bytes[to..found.end]]));
    if !status.intact {
        reasons.push(Reason::DigestMismatch);
    }
    let (stamp, stamped) = check_stamp(&container, time, &anchors.stamps);
    let proven = stamp.as_ref().filter(|stamp| stamp.trusted).and_then(|stamp| stamp.time);
    let stamp_holds = stamp.as_ref().is_none_or(|stamp| stamp.fault.is_none());
    if stamp_holds && stamp.is_some() {
        status.level = Level::BT;
    }
    status.stamp = stamp;
    let sound = container.check().and_then(|()| check_use(container.holder(), time, at));
    reasons.extend((!stamp_holds).then_some(Reason::StampBroken));
    status.valid = sound.is_ok() && stamp_holds;
    reasons.extend(sound.err());
    // A trusted stamp says when it was signed; without one only now is sure.
    let counts = proven.unwrap_or(at);
    if !container.holder().valid_at(counts) {
        reasons.push(Reason::CertificateExpired);
    } else if status.valid && path::is_trusted(&container.chain, &anchors.signers, Purpose::Documents, counts) {
        status.trusted = true;
    } else {
        reasons.push(Reason::UntrustedSigner);
    }
    (status, Some(Proof { signer: container.chain, stamped }))
}

/// The certificates that prove a signature and its time stamp.
pub(crate) struct Proof {
    signer: Vec<Holder>,
    stamped: Option<Stamped>,
}

impl Proof {
    /// Takes the certificates of a signature without judging it.
    pub(crate) fn read(bytes: &[u8], found: &Found<'_>) -> Option<Self> {
        let container = container::read(&gap(bytes, found).ok()?.2).ok()?;
        let (_, stamped) = check_stamp(&container, stated_time(found), &[]);
        Some(Self { signer: container.chain, stamped })
    }

    /// All its certificates.
    pub(crate) fn holders(&self) -> impl Iterator<Item = &Holder> {
        self.signer.iter().chain(self.stamped.iter().flat_map(|stamped| &stamped.chain))
    }

    /// Looks its certificates up in lists of revoked ones; raises the level, or takes trust away and says why.
    fn look_up(&self, lists: &[RevocationList], at: DateTime<Utc>, status: &mut SignatureStatus) -> Option<Reason> {
        let service_revoked = self.stamped.as_ref().is_some_and(|stamped| revoked(&stamped.chain, lists, at));
        if let Some(stamp) = status.stamp.as_mut().filter(|_| service_revoked) {
            stamp.trusted = false;
        }
        let stamp = status.stamp.as_ref().filter(|stamp| stamp.trusted);
        let counts = stamp.and_then(|stamp| stamp.time).unwrap_or(at);
        let lost = if revoked(&self.signer, lists, counts) {
            Some(Reason::Revoked)
        } else {
            // Without the stamp only now is sure, for every certificate of the way up.
            let valid = self.signer.iter().all(|holder| holder.valid_at(at));
            (service_revoked && !valid).then_some(Reason::CertificateExpired)
        };
        status.trusted &= lost.is_none();
        if lost.is_none() && !service_revoked && self.stamped.is_some() && self.lacking(lists).is_empty() {
            status.level = Level::BLT;
        }
        lost
    }

    /// What lacks for telling of every certificate that somebody could revoke, up to one that nobody stands above, that
    /// it was not at the stamped time.
    pub(crate) fn lacking(&self, lists: &[RevocationList]) -> Vec<Lacking> {
        let Some(stamped) = &self.stamped else { return Vec::new() };
        let listed = |above: &Holder| lists.iter().any(|one| one.issued_by(above) && one.reaches(stamped.time));
        let mut lacking = Vec::new();
        for chain in [&self.signer, &stamped.chain] {
            let unlisted = chain[1..].iter().filter(|above| !listed(above));
            lacking.extend(unlisted.map(|above| Lacking::List(above.name())));
            let last = chain.last().filter(|last| !last.is_top());
            lacking.extend(last.map(|last| Lacking::Certificate(last.issuer())));
        }
        lacking.sort();
        lacking.dedup();
        lacking
    }
}

/// Whether a certificate of a way up was revoked by then; its last is nobody's to revoke, or its issuer did not come
/// along.
fn revoked(chain: &[Holder], lists: &[RevocationList], by: DateTime<Utc>) -> bool {
    chain.windows(2).any(|pair| {
        let by_issuer = lists.iter().filter(|list| list.issued_by(&pair[1]));
        by_issuer.filter_map(|list| list.revoked(&pair[0])).any(|since| since <= by)
    })
}

/// The time a signature states.
fn stated_time(found: &Found<'_>) -> Option<DateTime<Utc>> {
    found.dictionary.get(b"M").and_then(Object::text_bytes).and_then(|text| read_time(&text))
}

/// What is to be said of the time stamp, and what it proves when it holds.
fn check_stamp(
    container: &Container,
    time: Option<DateTime<Utc>>,
    trusted: &[Anchor],
) -> (Option<Stamp>, Option<Stamped>) {
    let (Some(token), Some(time)) = (&container.token, time) else { return (None, None) };
    let none = Stamp { time: None, fault: None, authority: String::new(), trusted: false, fingerprint: String::new() };
    match stamp::check(token, container.signature(), time) {
        Ok(stamped) => {
            let service = &stamped.chain[0];
            let stamp = Stamp {
                time: Some(stamped.time),
                authority: service.name(),
                trusted: path::is_trusted(&stamped.chain, trusted, Purpose::Stamps, stamped.time),
                fingerprint: certificate::fingerprint(&service.der),
                ..none
            };
            (Some(stamp), Some(stamped))
        }
        Err(fault) => (Some(Stamp { fault: Some(fault), ..none }), None),
    }
}

fn check_use(holder: &Holder, time: Option<DateTime<Utc>>, at: DateTime<Utc>) -> Result<(), Reason> {
    let time = time.ok_or(Reason::SignatureShape)?;
    if !holder.may(Purpose::Documents) {
        return Err(Reason::KeyUsage);
    }
    if !holder.valid_at(time) {
        return Err(Reason::OutsideCertificatePeriod);
    }
    if time.signed_duration_since(at) > Duration::hours(CLOCK_SLACK_HOURS) {
        return Err(Reason::InFuture);
    }
    Ok(())
}

/// Where the gap in the signed range begins and ends, and the container in it without its padding.
fn gap(bytes: &[u8], found: &Found<'_>) -> Result<(usize, usize, Vec<u8>), Reason> {
    let Some(Object::Text(token)) = found.dictionary.get(b"Contents") else { return Err(Reason::SignatureShape) };
    // The token is a part of the document, so the distance of their first bytes is its place.
    let from = (token.as_ptr() as usize).wrapping_sub(bytes.as_ptr() as usize);
    let to = from.saturating_add(token.len());
    let expected = [0, from, to, found.end.saturating_sub(to)].map(|part| i64::try_from(part).unwrap_or(-1));
    let range = found.dictionary.get(b"ByteRange").map_or(&[][..], Object::items);
    let stated: Vec<i64> = range.iter().filter_map(Object::int).collect();
    if range.len() != 4 || stated != expected || from > to || to > found.end || bytes.get(from..to) != Some(*token) {
        return Err(Reason::ByteRange);
    }
    let digits = token.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">")).ok_or(Reason::Container)?;
    // Capitals would be a second way to write the same bytes.
    let written_once = digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    let raw = found.dictionary.get(b"Contents").and_then(Object::text_bytes).ok_or(Reason::Container)?;
    let length = der_length(&raw).filter(|length| *length <= raw.len()).ok_or(Reason::Container)?;
    if !written_once || digits.len() % 2 != 0 || raw[length..].iter().any(|byte| *byte != 0) {
        return Err(Reason::Container);
    }
    Ok((from, to, raw[..length].to_vec()))
}

/// The length of one DER SEQUENCE with its header.
fn der_length(raw: &[u8]) -> Option<usize> {
    let (&0x30, rest) = raw.split_first()? else { return None };
    let (&first, rest) = rest.split_first()?;
    match first {
        0..=0x7F => Some(2 + usize::from(first)),
        0x81 => Some(3 + usize::from(*rest.first()?)),
        0x82 => Some(4 + (usize::from(*rest.first()?) << 8) + usize::from(*rest.get(1)?)),
        _ => None,
    }
}

fn read_time(text: &[u8]) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(text).ok()?;
    let digits = text.strip_prefix("D:")?.strip_suffix('Z')?;
    let plain = digits.len() == 14 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let time = plain.then(|| NaiveDateTime::parse_from_str(digits, "%Y%m%d%H%M%S").ok())?;
    time.map(|time| time.and_utc())
}
