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

impl Workbench {
    /// Checks a form; the examiner of this workspace and those it trusts are known.
    pub fn verify(&self, path: &Path) -> Result<VerifyReport, Problem> {
        let mut trust = Vec::new();
        let reader = self.store.reader();
        trust.extend(reader.identity()?.map(|identity| identity.certificate_der));
        trust.extend(reader.trusted()?);
        let mut report = verify_file(path, &trust, self.host.now())?;
        if let Some(summary) = &mut report.judgement {
            summary.replaced =
                reader.judgement_by_hash(&summary.hash)?.map(|stored| matches!(stored.state, Judgement::Replaced(_)));
            if summary.replaced == Some(true) {
                report.reasons.push("replaced_by_revision".to_owned());
            }
        }
        Ok(report)
    }
}

/// Checks a form against certificates (DER) that are trusted.
pub fn verify_file(path: &Path, trust: &[Vec<u8>], now: DateTime<Utc>) -> Result<VerifyReport, Problem> {
    let name = file_name(path);
    let found = |error: std::io::Error| Problem::from(error).at(&name);
    let size = std::fs::metadata(path).map_err(found)?.len();
    if size > GREATEST {
        return Err(Problem::user(ProblemCode::FileTooLarge, name).with("64 MB"));
    }
    let bytes = std::fs::read(path).map_err(found)?;
    Ok(verify_bytes(&name, &bytes, trust, now))
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
    let name = form::FIELDS[0].as_bytes();
    bytes.windows(name.len()).any(|part| part == name)
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
