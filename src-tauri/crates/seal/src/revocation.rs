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

/// A list of revoked certificates.
pub(crate) struct RevocationList {
    list: CertificateList,
}

impl RevocationList {
    /// Reads a list in DER that is written back to the same bytes.
    pub(crate) fn read(der: &[u8]) -> Option<Self> {
        let list = CertificateList::from_der(der).ok()?;
        let known = list.to_der().ok()? == der && list.tbs_cert_list.signature == list.signature_algorithm;
        let content = &list.tbs_cert_list;
        let entries = content.revoked_certificates.iter().flatten().filter_map(|one| one.crl_entry_extensions.as_ref());
        let critical = content.crl_extensions.iter().chain(entries).flatten().any(|one| one.critical);
        (known && !critical).then_some(Self { list })
    }

    /// Whether this authority signed the list.
    pub(crate) fn issued_by(&self, authority: &Holder) -> bool {
        let tbs = authority.certificate.tbs_certificate();
        let may = matches!(tbs.get_extension::<KeyUsage>(), Ok(Some((_, usage))) if usage.crl_sign());
        let hash = authority.key.hash_of(&self.list.signature_algorithm, None);
        let parts = (self.list.tbs_cert_list.to_der(), self.list.signature.as_bytes());
        let (Some(hash), (Ok(content), Some(signature))) = (hash, parts) else { return false };
        may && *tbs.subject() == self.list.tbs_cert_list.issuer && authority.key.verifies(hash, &content, signature)
    }

    /// Since when a certificate of this issuer is revoked.
    pub(crate) fn revoked(&self, holder: &Holder) -> Option<DateTime<Utc>> {
        let serial = holder.certificate.tbs_certificate().serial_number();
        let entries = self.list.tbs_cert_list.revoked_certificates.iter().flatten();
        entries.filter(|one| one.serial_number == *serial).map(|one| moment(one.revocation_date)).min()
    }

    /// Whether the list still was to be relied on at a time.
    pub(crate) fn reaches(&self, time: DateTime<Utc>) -> bool {
        self.list.tbs_cert_list.next_update.is_some_and(|next| moment(next) >= time)
    }
}

fn moment(time: Time) -> DateTime<Utc> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
