//! Whose signatures and time stamps are trusted here: signers, authorities above them, services that stamp the time.
//!
//! Promises: a certificate is trusted for one use, after its fingerprint was compared with one that came another way;
//! whoever is trusted to stamp is not thereby trusted to sign; trusting and withdrawing are acts that can be taken back.
//! Deliberately absent: trust that nobody gave, such as the lists of the system.

use crate::api::*;
use crate::control::read;
use crate::convert;
use crate::pem;
use crate::workbench::{Workbench, file_name};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::Path;
use store::{Reader, StoreError, Writer};

/// Where certificates of services that stamp the time are kept.
const STAMPS: &str = "trusted_stamps";

/// Certificates (DER) that are trusted, by what for.
#[derive(Debug, Clone, Default)]
pub struct Trusted {
    /// Signers, and authorities above them.
    pub signers: Vec<Vec<u8>>,
    /// Services that stamp the time, and authorities above them.
    pub stamps: Vec<Vec<u8>>,
}

impl Trusted {
    /// The same as the check of signatures takes it.
    pub(crate) fn as_trust(&self) -> seal::Trust<'_> {
        seal::Trust { signers: &self.signers, stamps: &self.stamps }
    }

    /// Trusts a certificate for all that it may be used for; whether that is anything.
    pub fn add(&mut self, certificate: Vec<u8>) -> bool {
        let uses = seal::facts(&certificate).map(|facts| uses_of(&facts)).unwrap_or_default();
        if uses.contains(&TrustUse::Stamps) {
            self.stamps.push(certificate.clone());
        }
        if uses.contains(&TrustUse::Signing) {
            self.signers.push(certificate);
        }
        !uses.is_empty()
    }

    /// Trusts all that another does.
    pub fn join(&mut self, other: Self) {
        self.signers.extend(other.signers);
        self.stamps.extend(other.stamps);
    }
}

impl Workbench {
    /// Trusts the signer of a form from now on; the file is checked again first, and only a signature that holds counts.
    pub fn trust_signer(&mut self, path: &Path, fingerprint: &str) -> Result<CheckedFile, Problem> {
        let bytes = read(path)?;
        let report = seal::verify(&bytes, &[], self.host.now());
        let found = report.signatures.iter().find(|one| one.intact && one.valid && one.fingerprint == fingerprint);
        let found = found.filter(|_| report.verdict == seal::Verdict::ValidUntrusted);
        let signer = found.ok_or_else(|| Problem::user(ProblemCode::SignerUnknown, file_name(path)))?;
        let (name, certificate) = (signer.signer.clone(), signer.certificate_der.clone());
        self.trusting("signer.trust", fingerprint, &name, |writer| Ok(writer.put_trusted(&certificate)?))?;
        self.verify(path)
    }

    /// What a file with a certificate holds, to compare before it is trusted.
    pub fn look_at_certificate(&self, path: &Path) -> Result<CertificateLook, Problem> {
        let (_, facts) = certificate_in(path)?;
        Ok(CertificateLook {
            path: path.display().to_string(),
            file: file_name(path),
            expired: facts.until < self.host.now(),
            certificate: certificate_report(&facts),
            uses: uses_of(&facts),
            fingerprint: facts.fingerprint,
        })
    }

    /// Trusts a certificate from a file for one use. `given` is the fingerprint that came another way, however it is
    /// written: `fingerprint_differs` when it is another, `certificate_unfit` when the certificate is not meant for it.
    pub fn trust_certificate(
        &mut self,
        path: &Path,
        used_for: TrustUse,
        given: &str,
    ) -> Result<Vec<TrustedSigner>, Problem> {
        let look = self.look_at_certificate(path)?;
        let digits: String = given.chars().filter(char::is_ascii_hexdigit).collect();
        if digits.to_lowercase() != look.fingerprint {
            return Err(Problem::user(ProblemCode::FingerprintDiffers, look.file));
        }
        if !look.uses.contains(&used_for) {
            return Err(Problem::user(ProblemCode::CertificateUnfit, look.file));
        }
        let (certificate, facts) = certificate_in(path)?;
        let (fingerprint, name) = (facts.fingerprint.as_str(), facts.name.as_str());
        match used_for {
            TrustUse::Signing => {
                let act = if facts.authority { "authority.trust" } else { "signer.trust" };
                self.trusting(act, fingerprint, name, |writer| Ok(writer.put_trusted(&certificate)?))?;
            }
            TrustUse::Stamps => {
                let mut all = stamps(&self.store.reader())?;
                all.retain(|one| *one != certificate);
                all.push(certificate);
                self.trusting("stamps.trust", fingerprint, name, |writer| Ok(put_stamps(writer, &all)?))?;
            }
        }
        self.trusted_signers()
    }

    /// Trusts somebody no longer for one use.
    pub fn distrust_signer(&mut self, fingerprint: &str, used_for: TrustUse) -> Result<Vec<TrustedSigner>, Problem> {
        let known = self.trusted_signers()?;
        let of_use = |one: &&TrustedSigner| one.fingerprint == fingerprint && one.used_for == used_for;
        let found = known.iter().find(of_use).ok_or_else(|| Problem::user(ProblemCode::SignerUnknown, ""))?;
        let name = found.name.clone();
        match used_for {
            TrustUse::Signing => {
                let act = if found.authority { "authority.distrust" } else { "signer.distrust" };
                self.trusting(act, fingerprint, &name, |writer| Ok(writer.remove_trusted(fingerprint)?))?;
            }
            TrustUse::Stamps => {
                let mut left = stamps(&self.store.reader())?;
                left.retain(|one| seal::facts(one).is_none_or(|facts| facts.fingerprint != fingerprint));
                self.trusting("stamps.distrust", fingerprint, &name, |writer| Ok(put_stamps(writer, &left)?))?;
            }
        }
        self.trusted_signers()
    }

    /// Who is trusted besides the examiner of this workspace.
    pub fn trusted_signers(&self) -> Result<Vec<TrustedSigner>, Problem> {
        let reader = self.store.reader();
        let listed = |certificates: Vec<Vec<u8>>, used_for: TrustUse| {
            certificates.into_iter().filter_map(move |certificate| {
                let facts = seal::facts(&certificate)?;
                Some(TrustedSigner {
                    name: facts.name,
                    fingerprint: facts.fingerprint,
                    until: convert::time(facts.until),
                    authority: facts.authority,
                    used_for,
                })
            })
        };
        let signing = listed(reader.trusted()?, TrustUse::Signing);
        let mut all: Vec<TrustedSigner> = signing.chain(listed(stamps(&reader)?, TrustUse::Stamps)).collect();
        all.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(all)
    }

    /// The certificates that are trusted here, the own one among them.
    pub fn trusted(&self) -> Result<Trusted, Problem> {
        let reader = self.store.reader();
        let mut signers = reader.trusted()?;
        signers.extend(reader.identity()?.map(|identity| identity.certificate_der));
        Ok(Trusted { signers, stamps: stamps(&reader)? })
    }
}

fn stamps(reader: &Reader<'_>) -> Result<Vec<Vec<u8>>, StoreError> {
    let kept: Vec<String> = match reader.setting(STAMPS)? {
        Some(json) => serde_json::from_str(&json)?,
        None => Vec::new(),
    };
    Ok(kept.iter().filter_map(|one| STANDARD.decode(one).ok()).collect())
}

fn put_stamps(writer: &mut Writer<'_>, certificates: &[Vec<u8>]) -> Result<(), StoreError> {
    let written: Vec<String> = certificates.iter().map(|one| STANDARD.encode(one)).collect();
    writer.put_setting(STAMPS, &serde_json::to_string(&written).expect("BUG: texts are JSON"))
}

/// What a certificate can be trusted for: an authority for both, since others are trusted by it.
fn uses_of(facts: &seal::CertificateFacts) -> Vec<TrustUse> {
    let signing = (facts.authority || facts.may_sign).then_some(TrustUse::Signing);
    let stamps = (facts.authority || facts.may_stamp).then_some(TrustUse::Stamps);
    signing.into_iter().chain(stamps).collect()
}

/// The facts of a certificate as they are shown.
pub(crate) fn certificate_report(facts: &seal::CertificateFacts) -> CertificateReport {
    CertificateReport {
        holder: facts.name.clone(),
        issuer: facts.issuer.clone(),
        valid_from: convert::time(facts.from),
        valid_until: convert::time(facts.until),
        may_sign: facts.may_sign,
        may_stamp: facts.may_stamp,
        authority: facts.authority,
    }
}

/// Every certificate of a file, as DER or in letters (PEM); `not_a_certificate` when there is none.
pub fn certificates_in(path: &Path) -> Result<Vec<Vec<u8>>, Problem> {
    let bytes = read(path)?;
    let unreadable = || Problem::user(ProblemCode::NotACertificate, file_name(path));
    if seal::facts(&bytes).is_some() {
        return Ok(vec![bytes]);
    }
    let found = pem::blocks(&bytes, "CERTIFICATE");
    found.filter(|all| all.iter().all(|one| seal::facts(one).is_some())).ok_or_else(unreadable)
}

/// The one certificate of a file; `several_certificates` when there are more, since only one can be compared.
fn certificate_in(path: &Path) -> Result<(Vec<u8>, seal::CertificateFacts), Problem> {
    let mut all = certificates_in(path)?;
    if all.len() > 1 {
        return Err(Problem::user(ProblemCode::SeveralCertificates, file_name(path)).with(all.len().to_string()));
    }
    let certificate = all.remove(0);
    let facts =
        seal::facts(&certificate).ok_or_else(|| Problem::user(ProblemCode::NotACertificate, file_name(path)))?;
    Ok((certificate, facts))
}
