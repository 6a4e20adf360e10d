//! *Controle*: the verdict on a PDF, with or without a workspace.
//!
//! Promises: what cannot be judged is called so, never *geldig*; the embedded judgement is read from the revision that
//! was signed first, and from nowhere else.

use crate::api::*;
use crate::workbench::{Workbench, file_name};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::judgement::{EstablishedJudgement, Judgement};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Greatest file that is looked at, in bytes: a hundred times the largest form.
const GREATEST: u64 = 64 << 20;

/// Greatest file that is shown beside its verdict, in bytes.
const GREATEST_SHOWN: u64 = 16 << 20;
/// A PDF says what it is within its first bytes (ISO 32000-2, 7.5.2 and the habit of readers).
const HEAD: usize = 1024;

impl Workbench {
    /// Checks a form; the examiner of this workspace and those it trusts are known.
    pub fn verify(&self, path: &Path) -> Result<CheckedFile, Problem> {
        let (trust, own) = self.trust()?;
        let mut checked = check_file(path, &trust, self.host.now())?;
        for (signature, standing) in checked.report.signatures.iter().zip(&mut checked.signers) {
            *standing = match (signature.trusted, own.as_ref() == Some(&signature.fingerprint)) {
                (true, true) => SignerStanding::Own,
                (true, false) => SignerStanding::Added,
                (false, _) if signature.intact && signature.valid => SignerStanding::CanBeAdded,
                (false, _) => SignerStanding::Unknown,
            };
        }
        self.compare(&mut checked.report)?;
        let replaced = checked.report.judgement.as_ref().and_then(|judgement| judgement.replaced);
        if replaced == Some(true) && checked.headline == Headline::Genuine {
            checked.headline = Headline::Replaced;
        }
        Ok(checked)
    }

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

    /// Trusts a signer no longer.
    pub fn distrust_signer(&mut self, fingerprint: &str) -> Result<Vec<TrustedSigner>, Problem> {
        let known = self.trusted_signers()?;
        let signer = known.iter().find(|one| one.fingerprint == fingerprint);
        let name = signer.ok_or_else(|| Problem::user(ProblemCode::SignerUnknown, ""))?.name.clone();
        self.trusting("signer.distrust", fingerprint, &name, |writer| Ok(writer.remove_trusted(fingerprint)?))?;
        self.trusted_signers()
    }

    /// Who is trusted besides the examiner of this workspace.
    pub fn trusted_signers(&self) -> Result<Vec<TrustedSigner>, Problem> {
        let certificates = self.store.reader().trusted()?;
        let facts = certificates.iter().filter_map(|certificate| seal::facts(certificate));
        let mut signers: Vec<TrustedSigner> = facts
            .map(|one| TrustedSigner {
                name: one.name,
                fingerprint: one.fingerprint,
                until: one.until.to_rfc3339_opts(SecondsFormat::Secs, true),
            })
            .collect();
        signers.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(signers)
    }

    /// Checks a form that the workspace keeps.
    pub(crate) fn verify_kept(&self, kept: &store::StoredForm) -> Result<VerifyReport, Problem> {
        let (trust, _) = self.trust()?;
        Ok(verify_bytes(&file_name(Path::new(&kept.path)), &kept.pdf, &trust, self.host.now()))
    }

    /// The certificates that are trusted here, and the fingerprint of the own one.
    fn trust(&self) -> Result<(Vec<Vec<u8>>, Option<String>), Problem> {
        let reader = self.store.reader();
        let mut trust = reader.trusted()?;
        let own = reader.identity()?.map(|identity| identity.certificate_der);
        let fingerprint = own.as_ref().and_then(|own| seal::facts(own)).map(|facts| facts.fingerprint);
        trust.extend(own);
        Ok((trust, fingerprint))
    }

    /// Says what this workspace knows of the judgement: whether a revision replaced it.
    fn compare(&self, report: &mut VerifyReport) -> Result<(), Problem> {
        let Some(summary) = &mut report.judgement else { return Ok(()) };
        let known = self.store.reader().judgement_by_hash(&summary.hash)?;
        summary.replaced = known.map(|stored| matches!(stored.state, Judgement::Replaced(_)));
        if summary.replaced == Some(true) {
            report.reasons.push("replaced_by_revision".to_owned());
        }
        Ok(())
    }
}

/// Checks a form as the window shows it, against certificates (DER) that are trusted; `not_a_pdf` for anything else.
pub fn check_file(path: &Path, trust: &[Vec<u8>], now: DateTime<Utc>) -> Result<CheckedFile, Problem> {
    let (name, bytes) = (file_name(path), read(path)?);
    let head = &bytes[..bytes.len().min(HEAD)];
    if !contains(head, b"%PDF-") {
        return Err(Problem::user(ProblemCode::NotAPdf, name));
    }
    let report = verify_bytes(&name, &bytes, trust, now);
    let kind = match (report.reasons.iter().any(|one| one == "not_ours"), names_our_field(&bytes)) {
        (false, _) => FileKind::Form,
        (true, true) => FileKind::BrokenForm,
        (true, false) => FileKind::OtherPdf,
    };
    let known = match report.signatures.iter().any(|one| one.trusted) {
        true => SignerStanding::Added,
        false => SignerStanding::Unknown,
    };
    Ok(CheckedFile {
        path: path.display().to_string(),
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        kind,
        headline: headline(kind, &report),
        judgement_was_signed: report.judgement_matches == Some(true)
            && report.signatures.first().is_some_and(|first| first.intact && first.valid),
        signed_somehow: contains(&bytes, b"/ByteRange"),
        signers: vec![known; report.signatures.len()],
        report,
    })
}

/// Reasons that say that something was done to a form after it was signed.
const CHANGES: [&str; 4] = ["digest_mismatch", "changed_after_signing", "broken_chain", "trailing_bytes"];

fn headline(kind: FileKind, report: &VerifyReport) -> Headline {
    let changed = report.reasons.iter().any(|reason| CHANGES.contains(&reason.as_str()));
    match (report.verdict, kind) {
        (Verdict::Valid, _) => Headline::Genuine,
        (Verdict::ValidUntrusted, _) => Headline::UnknownSigner,
        (Verdict::Invalid, _) if changed => Headline::Changed,
        (Verdict::Invalid, _) => Headline::Broken,
        (Verdict::Unsigned, FileKind::Form) => Headline::NotSigned,
        (Verdict::Unsigned, FileKind::BrokenForm | FileKind::OtherPdf) => Headline::NotOurs,
    }
}

/// The bytes of a file for showing it, in base64; `file_too_large` beyond 16 MB.
pub fn show_file(path: &Path) -> Result<String, Problem> {
    use base64::Engine;
    let bytes = read_up_to(path, GREATEST_SHOWN, "16 MB")?;
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    read_up_to(path, GREATEST, "64 MB")
}

fn read_up_to(path: &Path, greatest: u64, said: &str) -> Result<Vec<u8>, Problem> {
    let name = file_name(path);
    let found = |error: std::io::Error| Problem::from(error).at(&name);
    let about = std::fs::metadata(path).map_err(found)?;
    if about.is_dir() {
        return Err(Problem::user(ProblemCode::IsFolder, name));
    }
    if about.len() > greatest {
        return Err(Problem::user(ProblemCode::FileTooLarge, name).with(said));
    }
    std::fs::read(path).map_err(found)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// Checks a form against certificates (DER) that are trusted.
pub fn verify_file(path: &Path, trust: &[Vec<u8>], now: DateTime<Utc>) -> Result<VerifyReport, Problem> {
    Ok(verify_bytes(&file_name(path), &read(path)?, trust, now))
}

/// Checks the bytes of a form.
pub fn verify_bytes(name: &str, bytes: &[u8], trust: &[Vec<u8>], now: DateTime<Utc>) -> VerifyReport {
    let report = seal::verify(bytes, trust, now);
    let embedded = embedded(bytes);
    let mut reasons: Vec<String> = report.reasons.iter().map(crate::convert::word).collect();
    let matches = embedded.as_ref().map(|(_, hash)| form::printed_hash(signed_part(bytes)).as_ref() == Some(hash));
    let mut verdict = verdict(report.verdict);
    if report.reasons.contains(&seal::Reason::NotOurs) && !names_our_field(bytes) {
        // Somebody else's PDF may be sound; here that cannot be told.
        verdict = Verdict::Unsigned;
    }
    if matches == Some(false) {
        reasons.push("judgement_differs".to_owned());
        verdict = match verdict {
            Verdict::Valid | Verdict::ValidUntrusted | Verdict::Invalid => Verdict::Invalid,
            Verdict::Unsigned => Verdict::Unsigned,
        };
    }
    VerifyReport {
        file: name.to_owned(),
        verdict,
        signatures: report.signatures.iter().map(signature).collect(),
        judgement_matches: matches,
        reasons,
        judgement: embedded.map(|(judgement, hash)| summary(&judgement, hash)),
    }
}

/// Whether a file calls itself a form of ours: one that does and is not read as such was damaged or changed.
fn names_our_field(bytes: &[u8]) -> bool {
    contains(bytes, form::FIELDS[0].as_bytes())
}

/// The bytes the first signature was put on, or the whole of an unsigned file.
fn signed_part(bytes: &[u8]) -> &[u8] {
    seal::first_revision(bytes).unwrap_or(bytes)
}

fn embedded(bytes: &[u8]) -> Option<(EstablishedJudgement, String)> {
    let json = seal::embedded_file(signed_part(bytes), form::ATTACHMENT)?;
    let judgement = form::read_back(&json).ok()?;
    Some((judgement, crate::marking::hex(&Sha256::digest(&json))))
}

fn verdict(verdict: seal::Verdict) -> Verdict {
    match verdict {
        seal::Verdict::Valid => Verdict::Valid,
        seal::Verdict::ValidUntrusted => Verdict::ValidUntrusted,
        seal::Verdict::Invalid => Verdict::Invalid,
        seal::Verdict::Unsigned => Verdict::Unsigned,
    }
}

fn signature(status: &seal::SignatureStatus) -> SignatureReport {
    SignatureReport {
        signer: status.signer.clone(),
        time: status.time.map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true)).unwrap_or_default(),
        level: crate::convert::word(&status.level),
        intact: status.intact,
        valid: status.valid,
        trusted: status.trusted,
        covers_whole_document: status.covers_whole_document,
        later_changes: match status.later_changes {
            seal::LaterChanges::None => "none",
            seal::LaterChanges::ValidationData => "validation_data",
            seal::LaterChanges::Signature => "signature",
            seal::LaterChanges::Suspicious => "suspicious",
        }
        .to_owned(),
        fingerprint: status.fingerprint.clone(),
    }
}

fn summary(judgement: &EstablishedJudgement, hash: String) -> JudgementSummary {
    JudgementSummary {
        student: judgement.words().student.to_string(),
        attempt: judgement.words().attempt,
        outcome: judgement.outcome().to_owned(),
        established_on: judgement.established_on().to_string(),
        hash,
        replaced: None,
    }
}
