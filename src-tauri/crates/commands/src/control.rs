//! *Controle*: the verdict on a PDF, with or without a workspace.
//!
//! Promises: what cannot be judged is called so, never *geldig*; the embedded judgement is read from the revision that
//! was signed first, and from nowhere else.

use crate::api::*;
use crate::convert;
use crate::trusting::{Trusted, certificate_report};
use crate::workbench::{Workbench, file_name, read_up_to};
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::judgement::{EstablishedJudgement, Judgement};
use sha2::{Digest, Sha256};
use std::path::Path;
use store::StoredJudgement;

/// Greatest file that is looked at, in bytes: a hundred times the largest form.
const GREATEST: u64 = 64 << 20;

/// Greatest file that is shown beside its verdict, in bytes.
const GREATEST_SHOWN: u64 = 16 << 20;
/// A PDF says what it is within its first bytes (ISO 32000-2, 7.5.2 and the habit of readers).
const HEAD: usize = 1024;

impl Workbench {
    /// Checks a form; the examiner of this workspace and those it trusts are known.
    pub fn verify(&self, path: &Path) -> Result<CheckedFile, Problem> {
        self.verify_trusting(path, Trusted::default())
    }

    /// As [`Self::verify`], trusting others besides.
    pub fn verify_trusting(&self, path: &Path, more: Trusted) -> Result<CheckedFile, Problem> {
        let mut trusted = self.trusted()?;
        trusted.join(more);
        let own = self.store.reader().identity()?.and_then(|identity| seal::facts(&identity.certificate_der));
        let mut checked = check_file(path, &trusted, self.host.now())?;
        // What expired or was revoked is not mended by trusting it.
        let unknown = checked.report.reasons.iter().any(|reason| reason == UNTRUSTED);
        for (signature, standing) in checked.report.signatures.iter().zip(&mut checked.signers) {
            let is_own = own.as_ref().is_some_and(|own| own.fingerprint == signature.fingerprint);
            *standing = match *standing {
                SignerStanding::Added if is_own => SignerStanding::Own,
                SignerStanding::Unknown if unknown && signature.intact && signature.valid => SignerStanding::CanBeAdded,
                other => other,
            };
        }
        self.compare(&mut checked.report)?;
        let replaced = checked.report.judgement.as_ref().and_then(|judgement| judgement.replaced);
        if replaced == Some(true) && checked.headline == Headline::Genuine {
            checked.headline = Headline::Replaced;
        }
        Ok(checked)
    }

    /// Checks a form that the workspace keeps.
    pub(crate) fn verify_kept(&self, kept: &store::StoredForm) -> Result<VerifyReport, Problem> {
        let mut trusted = self.trusted()?;
        // By whom it was signed here is known of this form, and of this form only.
        trusted.signers.extend(kept.certificates.iter().map(|fingerprint| fingerprint.as_bytes().to_vec()));
        Ok(verify_bytes(&file_name(Path::new(&kept.path)), &kept.pdf, &trusted, self.host.now()))
    }

    /// Says what this workspace knows of the judgement: whether a revision replaced it.
    fn compare(&self, report: &mut VerifyReport) -> Result<(), Problem> {
        let Some(summary) = &mut report.judgement else { return Ok(()) };
        let reader = self.store.reader();
        let mut known = reader.judgement_by_hash(&summary.hash)?;
        summary.replaced = known.as_ref().map(|stored| matches!(stored.state, Judgement::Replaced(_)));
        // A revision may have been revised itself: the last one is in force.
        for _ in 0..REVISIONS {
            let Some(by) = known.as_ref().and_then(replaced_by) else { break };
            known = reader.judgement_by_hash(&by)?;
        }
        if summary.replaced == Some(true) {
            report.reasons.push("replaced_by_revision".to_owned());
            summary.replaced_by = known.as_ref().and_then(successor);
        }
        Ok(())
    }
}

/// Most revisions of one judgement that are followed.
const REVISIONS: usize = 1000;

fn replaced_by(stored: &StoredJudgement) -> Option<String> {
    match &stored.state {
        Judgement::Replaced(judgement) => Some(judgement.by.clone()),
        Judgement::Draft(_) | Judgement::Established(_) => None,
    }
}

fn successor(stored: &StoredJudgement) -> Option<Successor> {
    let Judgement::Established(judgement) = &stored.state else { return None };
    let established_on = judgement.established_on().to_string();
    Some(Successor { revision: stored.revision, established_on, hash: stored.hash.clone()? })
}

/// Checks a form as the window shows it, against certificates (DER) that are trusted; `not_a_pdf` for anything else.
pub fn check_file(path: &Path, trust: &Trusted, now: DateTime<Utc>) -> Result<CheckedFile, Problem> {
    let (name, bytes) = pdf(path)?;
    let report = verify_bytes(&name, &bytes, trust, now);
    let kind = match (report.reasons.iter().any(|one| one == "not_ours"), names_our_field(&bytes)) {
        (false, _) => FileKind::Form,
        (true, true) => FileKind::BrokenForm,
        (true, false) => FileKind::OtherPdf,
    };
    let named: Vec<String> =
        trust.signers.iter().filter_map(|one| seal::facts(one)).map(|facts| facts.fingerprint).collect();
    let standing = |signature: &SignatureReport| match (signature.trusted, named.contains(&signature.fingerprint)) {
        (true, true) => SignerStanding::Added,
        (true, false) => SignerStanding::Issued,
        (false, true) if signature.intact && signature.valid => SignerStanding::Lapsed,
        (false, _) => SignerStanding::Unknown,
    };
    Ok(CheckedFile {
        path: path.display().to_string(),
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        kind,
        headline: headline(kind, &report),
        judgement_was_signed: report.judgement_matches == Some(true)
            && report.signatures.first().is_some_and(|first| first.intact && first.valid),
        signed_somehow: contains(&bytes, b"/ByteRange"),
        signers: report.signatures.iter().map(standing).collect(),
        report,
    })
}

/// The reason that says that a signer is not among those that are trusted here.
pub(crate) const UNTRUSTED: &str = "untrusted_signer";

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
    let bytes = read_up_to(path, GREATEST_SHOWN, too_large("16 MB"))?;
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

/// A PDF with its name; `not_a_pdf` for anything else.
fn pdf(path: &Path) -> Result<(String, Vec<u8>), Problem> {
    let (name, bytes) = (file_name(path), read(path)?);
    if !contains(&bytes[..bytes.len().min(HEAD)], b"%PDF-") {
        return Err(Problem::user(ProblemCode::NotAPdf, name));
    }
    Ok((name, bytes))
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    read_up_to(path, GREATEST, too_large("64 MB"))
}

fn too_large(most: &str) -> Problem {
    Problem::user(ProblemCode::FormTooLarge, "").with(most)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// Checks a form against certificates (DER) that are trusted; `not_a_pdf` for anything else.
pub fn verify_file(path: &Path, trust: &Trusted, now: DateTime<Utc>) -> Result<VerifyReport, Problem> {
    let (name, bytes) = pdf(path)?;
    Ok(verify_bytes(&name, &bytes, trust, now))
}

/// Checks the bytes of a form.
pub fn verify_bytes(name: &str, bytes: &[u8], trust: &Trusted, now: DateTime<Utc>) -> VerifyReport {
    let report = seal::verify_trusting(bytes, &trust.as_trust(), now);
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
        signatures: report.signatures.iter().map(|status| signature(status, bytes.len())).collect(),
        judgement_matches: matches,
        reasons,
        claimed: report.claimed.iter().map(claimed).collect(),
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

fn signature(status: &seal::SignatureStatus, size: usize) -> SignatureReport {
    let bytes = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    SignatureReport {
        signer: status.signer.clone(),
        time: status.time.map(convert::time).unwrap_or_default(),
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
        covered_bytes: bytes(status.covered_bytes),
        file_bytes: bytes(size),
        certificate: seal::facts(&status.certificate_der).as_ref().map(certificate_report),
        stamp: status.stamp.as_ref().map(|stamp| StampReport {
            time: stamp.time.map(convert::time),
            authority: stamp.authority.clone(),
            trusted: stamp.trusted,
            fingerprint: stamp.fingerprint.clone(),
        }),
    }
}

fn claimed(claim: &seal::Claimed) -> ClaimedSignature {
    // As ISO 32000-2, 7.9.4 writes it: `D:20250612134500+02'00'`.
    let digits = claim.time.strip_prefix("D:").and_then(|text| text.get(..14));
    let read = digits.and_then(|digits| NaiveDateTime::parse_from_str(digits, "%Y%m%d%H%M%S").ok());
    let zone = claim.time.get(16..).unwrap_or_default().replace('\'', ":");
    let zone = match zone.trim_end_matches(':') {
        zone if zone.len() == 6 && zone.starts_with(['+', '-']) => zone.to_owned(),
        _ => "Z".to_owned(),
    };
    let time = read.map_or_else(|| claim.time.clone(), |time| format!("{}{zone}", time.format("%Y-%m-%dT%H:%M:%S")));
    ClaimedSignature { name: claim.name.clone(), kind: claim.sub_filter.clone(), time }
}

fn summary(judgement: &EstablishedJudgement, hash: String) -> JudgementSummary {
    JudgementSummary {
        student: judgement.words().student.to_string(),
        attempt: judgement.words().attempt,
        outcome: judgement.outcome().to_owned(),
        established_on: judgement.established_on().to_string(),
        hash,
        replaced: None,
        replaced_by: None,
        replaces: judgement
            .words()
            .replaces
            .as_ref()
            .map(|one| Predecessor { hash: one.judgement.clone(), reason: one.reason.to_string() }),
    }
}
