//! Lists of revoked certificates (RFC 5280, 5).
//!
//! Promises: a list counts only when the authority that issued a certificate signed it, may sign lists, and nothing in
//! the list is critical beyond what is understood here. Deliberately not done: fetching lists, parts of lists (a list
//! for a part of the certificates says so in a critical extension, and is not taken), OCSP.

use chrono::{DateTime, Utc};
use der::{Decode, Encode};
use x509_cert::crl::CertificateList;
use x509_cert::ext::pkix::KeyUsage;
use x509_cert::time::Time;

use crate::certificate::Holder;
use crate::container::Sealer;
use crate::error::SealError;
use crate::key::SigningKey;

/// A list of revoked certificates, read once.
#[derive(Debug)]
pub struct RevocationList {
    list: CertificateList,
    der: Vec<u8>,
    /// The part of it that the authority signed.
    signed: Vec<u8>,
}

/// Why bytes are no list that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    /// Not a list of revoked certificates, or a damaged one.
    #[error("unreadable")]
    Unreadable,
    /// A list for a part of the certificates, one that does not say until when it holds, or one that says something
    /// critical that is not understood here.
    #[error("unsupported")]
    Unsupported,
}

impl RevocationList {
    /// Reads a list in DER that is written back to the same bytes.
    ///
    /// # Errors
    /// [`ListFault`]; whose list it is, and whether that authority signed it, is asked later.
    pub fn read(der: &[u8]) -> Result<Self, ListFault> {
        let list = CertificateList::from_der(der).map_err(|_| ListFault::Unreadable)?;
        let (whole, signed) = (list.to_der(), list.tbs_cert_list.to_der());
        let (Ok(whole), Ok(signed)) = (whole, signed) else { return Err(ListFault::Unreadable) };
        let content = &list.tbs_cert_list;
        if whole != der || content.signature != list.signature_algorithm {
            return Err(ListFault::Unreadable);
        }
        let entries = content.revoked_certificates.iter().flatten().filter_map(|one| one.crl_entry_extensions.as_ref());
        let critical = content.crl_extensions.iter().chain(entries).flatten().any(|one| one.critical);
        if critical || content.next_update.is_none() {
            return Err(ListFault::Unsupported);
        }
        Ok(Self { list, der: whole, signed })
    }

    /// Until when it is to be relied on.
    #[must_use]
    pub fn until(&self) -> DateTime<Utc> {
        self.list.tbs_cert_list.next_update.map_or(DateTime::<Utc>::MIN_UTC, moment)
    }

    /// The list as it is written.
    pub(crate) fn der(&self) -> &[u8] {
        &self.der
    }

    /// Whether this authority signed the list.
    pub(crate) fn issued_by(&self, authority: &Holder) -> bool {
        let tbs = authority.certificate.tbs_certificate();
        // The name first: looking at a signature takes much longer.
        if *tbs.subject() != self.list.tbs_cert_list.issuer {
            return false;
        }
        let may = matches!(tbs.get_extension::<KeyUsage>(), Ok(Some((_, usage))) if usage.crl_sign());
        let hash = authority.key.hash_of(&self.list.signature_algorithm, None);
        let (Some(hash), Some(signature)) = (hash, self.list.signature.as_bytes()) else { return false };
        may && authority.key.verifies(hash, &self.signed, signature)
    }

    /// Since when a certificate is revoked, by this list of the issuer it names.
    pub(crate) fn revoked(&self, holder: &Holder) -> Option<DateTime<Utc>> {
        let (tbs, content) = (holder.certificate.tbs_certificate(), &self.list.tbs_cert_list);
        if *tbs.issuer() != content.issuer {
            return None;
        }
        let entries = content.revoked_certificates.iter().flatten();
        let of_it = entries.filter(|one| one.serial_number == *tbs.serial_number());
        of_it.map(|one| moment(one.revocation_date)).min()
    }

    /// Whether the list still was to be relied on at a time.
    pub(crate) fn reaches(&self, time: DateTime<Utc>) -> bool {
        self.until() >= time
    }
}

/// Which of these lists says that the certificate of a key, or one above it, is revoked, and since when. The lists are
/// taken at their word: somebody who is on one that nobody signed had better not sign either.
///
/// # Errors
/// [`SealError::Certificate`] and the like when the certificate of the key cannot be read.
pub fn revoked_key(
    key: &dyn SigningKey,
    lists: &[RevocationList],
) -> Result<Option<(usize, DateTime<Utc>)>, SealError> {
    let sealer = Sealer::new(key)?;
    let mut on = lists.iter().enumerate().filter_map(|(place, list)| {
        let since = sealer.chain().iter().filter_map(|holder| list.revoked(holder)).min();
        since.map(|since| (place, since))
    });
    Ok(on.next())
}

fn moment(time: Time) -> DateTime<Utc> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
