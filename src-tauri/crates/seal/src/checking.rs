//! Checking a form: what its signatures prove, and what came after them.
//!
//! Promises: a closed world. Valid means that every byte is the base, a known signature, or the gap that holds it; a
//! document of others is never called valid. No panic, no unbounded work on any input. Deliberately not done: time
//! stamps, revocation, comparing the base with the judgement it should show (the caller does, see
//! [`crate::first_revision`]).

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use sha2::{Digest, Sha256};

use crate::certificate::{self, Holder};
use crate::container;
use crate::report::{LaterChanges, Level, Reason, Report, SignatureStatus, Verdict};
use crate::syntax::Object;
use crate::update::{self, Found};

/// How far the clock of a signer may run ahead.
const CLOCK_SLACK_HOURS: i64 = 24;

/// Checks a form at a moment, against trusted certificates (DER) or fingerprints (32 bytes or 64 digits).
#[must_use]
pub fn verify(bytes: &[u8], trust: &[Vec<u8>], at: DateTime<Utc>) -> Report {
    let document = match update::read(bytes) {
        Ok(document) => document,
        Err(reason) => {
            let mut reasons = vec![Reason::NotOurs, reason];
            reasons.dedup();
            return Report { verdict: Verdict::Invalid, signatures: Vec::new(), reasons };
        }
    };
    let mut reasons: Vec<Reason> = document.stopped.into_iter().collect();
    let count = document.signatures.len();
    let mut signatures = Vec::with_capacity(count);
    for (position, found) in document.signatures.iter().enumerate() {
        let last = position + 1 == count;
        let mut status = check_one(bytes, found, trust, at, &mut reasons);
        status.covers_whole_document = last && document.stopped.is_none() && status.intact;
        status.later_changes = match (document.stopped, last) {
            (Some(_), _) => LaterChanges::Suspicious,
            (None, true) => LaterChanges::None,
            (None, false) => LaterChanges::Signature,
        };
        signatures.push(status);
    }
    let sound = document.stopped.is_none() && signatures.iter().all(|one| one.intact && one.valid);
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
    Report { verdict, signatures, reasons }
}

fn check_one(
    bytes: &[u8],
    found: &Found<'_>,
    trust: &[Vec<u8>],
    at: DateTime<Utc>,
    reasons: &mut Vec<Reason>,
) -> SignatureStatus {
    let time = found.dictionary.get(b"M").and_then(Object::text_bytes).and_then(|text| read_time(&text));
    let mut status = SignatureStatus {
        signer: String::new(),
        time,
        level: Level::BB,
        intact: false,
        valid: false,
        trusted: false,
        covers_whole_document: false,
        later_changes: LaterChanges::None,
        fingerprint: String::new(),
        certificate_der: Vec::new(),
    };
    let read = signed_parts(bytes, found).and_then(|(digest, raw)| Ok((digest, container::read(&raw)?)));
    let (digest, container) = match read {
        Ok(parts) => parts,
        Err(reason) => {
            reasons.push(reason);
            return status;
        }
    };
    status.signer = container.holder.name();
    status.fingerprint = certificate::fingerprint(&container.certificate_der);
    status.intact = container.holds(&digest);
    if !status.intact {
        reasons.push(Reason::DigestMismatch);
    }
    let sound = container.check().and_then(|()| check_use(&container.holder, time, at));
    status.valid = sound.is_ok();
    reasons.extend(sound.err());
    if !container.holder.valid_at(at) {
        reasons.push(Reason::CertificateExpired);
    } else if status.valid && trust.iter().any(|one| container.holder.vouched_by(one, at)) {
        status.trusted = true;
    } else {
        reasons.push(Reason::UntrustedSigner);
    }
    status.certificate_der = container.certificate_der;
    status
}

fn check_use(holder: &Holder, time: Option<DateTime<Utc>>, at: DateTime<Utc>) -> Result<(), Reason> {
    let time = time.ok_or(Reason::SignatureShape)?;
    if !holder.may_sign() {
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

/// The digest over the signed range, and the container without its padding.
fn signed_parts(bytes: &[u8], found: &Found<'_>) -> Result<([u8; 32], Vec<u8>), Reason> {
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
    let digest = Sha256::new().chain_update(&bytes[..from]).chain_update(&bytes[to..found.end]).finalize();
    Ok((digest.into(), raw[..length].to_vec()))
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
