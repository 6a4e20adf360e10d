//! From a certificate to one that is trusted (RFC 5280, 6).
//!
//! Promises: every step up is an authority that may issue, whose name and signature are on the certificate below, that
//! is valid at the time asked, lets its certificates be used for the purpose, and has no more authorities below it than
//! it allows. The way is found in the certificates that came along and nowhere else. Deliberately not done: fetching
//! certificates, policies.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::certificate::{Holder, Purpose};

/// The longest way looked for, in certificates.
const MAX_LENGTH: usize = 8;

/// Orders certificates into the way up from one: that one first, then each issuer, as far as they came along.
pub(crate) fn upward(leaf: Holder, mut others: Vec<Holder>) -> Vec<Holder> {
    let mut chain = vec![leaf];
    while chain.len() < MAX_LENGTH {
        let last = chain.last().expect("BUG: a way has a beginning");
        // A root issued itself, and does not come twice.
        let above = |other: &Holder| other.der != last.der && other.issued(last);
        let Some(place) = others.iter().position(above) else { break };
        chain.push(others.swap_remove(place));
    }
    chain
}

/// Something a user trusts: a certificate, or the SHA-256 of one.
pub(crate) enum Anchor {
    Certificate(Box<Holder>),
    Fingerprint([u8; 32]),
}

impl Anchor {
    /// Reads a certificate (DER), or a fingerprint (32 bytes or 64 hexadecimal digits).
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        if let Ok(raw) = <[u8; 32]>::try_from(bytes) {
            return Some(Self::Fingerprint(raw));
        }
        if bytes.len() == 64 && bytes.iter().all(u8::is_ascii_hexdigit) {
            let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or(0) as u8;
            let mut raw = [0; 32];
            raw.iter_mut().zip(bytes.chunks(2)).for_each(|(to, pair)| *to = digit(pair[0]) << 4 | digit(pair[1]));
            return Some(Self::Fingerprint(raw));
        }
        Holder::read(bytes).ok().map(|holder| Self::Certificate(Box::new(holder)))
    }

    /// Whether this is that certificate.
    fn is(&self, holder: &Holder) -> bool {
        match self {
            Self::Certificate(own) => own.der == holder.der,
            Self::Fingerprint(own) => Sha256::digest(&holder.der).as_slice() == own,
        }
    }

    /// Whether this authority issued that certificate, with `below` authorities standing below it.
    fn issued(&self, holder: &Holder, below: usize, purpose: Purpose, at: DateTime<Utc>) -> bool {
        let Self::Certificate(own) = self else { return false };
        own.valid_at(at)
            && own.understood()
            && own.lets(purpose)
            && own.authority().is_some_and(|most| below <= most)
            && own.issued(holder)
    }
}

/// Whether a way up (as [`upward`] gives it) comes to something trusted.
pub(crate) fn is_trusted(chain: &[Holder], anchors: &[Anchor], purpose: Purpose, at: DateTime<Utc>) -> bool {
    for (below, holder) in chain.iter().enumerate() {
        // Of the certificates below an authority the first is no authority.
        let allowed = below == 0
            || (holder.lets(purpose) && holder.authority().is_some_and(|most| below.saturating_sub(1) <= most));
        if !allowed || !holder.valid_at(at) || !holder.understood() {
            return false;
        }
        if anchors.iter().any(|anchor| anchor.is(holder) || anchor.issued(holder, below, purpose, at)) {
            return true;
        }
    }
    false
}
