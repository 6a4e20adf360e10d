//! Subcommands that only look.

use super::acts::open;
use super::output;
use super::usage::{Check, Common, Journal, Verify, Weigh};
use crate::machine::Machine;
use base64::Engine;
use commands::api::*;
use commands::{Host, Tongue, reason_sentence, schema as schema_text, verify_file};
use serde_json::json;
use std::fs;
use std::io::{BufWriter, stdout};
use std::path::Path;

/// `weigh`
pub fn weigh(ask: &Weigh, common: &Common) -> Result<bool, Problem> {
    let bench = open(&ask.workspace, common)?;
    if ask.json {
        let written = bench.weigh_json(ask.student.as_deref(), &mut BufWriter::new(stdout().lock()));
        return written.map(|()| true);
    }
    output::lines(bench.weigh_lines(ask.student.as_deref())?)?;
    Ok(true)
}

/// `verify`
pub fn verify(ask: &Verify, tongue: Tongue) -> Result<bool, Problem> {
    let mut trust = Vec::new();
    for path in &ask.trust {
        trust.push(certificate(path)?);
    }
    let mut reports = Vec::new();
    for form in &ask.forms {
        reports.push(verify_file(form, &trust, Machine.now())?);
    }
    let fine = reports.iter().all(|report| matches!(report.verdict, Verdict::Valid | Verdict::ValidUntrusted));
    if ask.json {
        match reports.as_slice() {
            [only] => output::json(only)?,
            several => output::json(&several)?,
        }
    } else {
        output::lines(reports.iter().flat_map(|report| verdict_lines(report, tongue)))?;
    }
    Ok(fine)
}

fn certificate(path: &Path) -> Result<Vec<u8>, Problem> {
    let place = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| Problem::from(error).at(&place))?;
    let inside = text
        .split_once("-----BEGIN CERTIFICATE-----")
        .and_then(|(_, rest)| rest.split_once("-----END CERTIFICATE-----"))
        .map(|(inside, _)| inside.split_whitespace().collect::<String>());
    inside
        .and_then(|inside| base64::engine::general_purpose::STANDARD.decode(inside).ok())
        .ok_or_else(|| Problem::user(ProblemCode::FileUnreadable, place).with("PEM"))
}

fn verdict_lines(report: &VerifyReport, tongue: Tongue) -> Vec<String> {
    let verdict = match report.verdict {
        Verdict::Valid => "geldig",
        Verdict::ValidUntrusted => "onveranderd, maar de ondertekenaar is hier niet bekend",
        Verdict::Invalid => "ONGELDIG",
        Verdict::Unsigned => "niet ondertekend, of hier niet te beoordelen",
    };
    let mut lines = vec![format!("{}: {verdict}", report.file)];
    for signature in &report.signatures {
        lines.push(format!("  ondertekend door {} op {} ({})", signature.signer, signature.time, signature.level));
    }
    if let Some(judgement) = &report.judgement {
        lines.push(format!(
            "  oordeel: {} voor {} (gelegenheid {}), vastgesteld op {}",
            judgement.outcome, judgement.student, judgement.attempt, judgement.established_on
        ));
    }
    lines.extend(report.reasons.iter().map(|code| format!("  {}", reason_sentence(tongue, code))));
    lines
}

/// `journal`
pub fn journal(ask: &Journal, common: &Common, tongue: Tongue) -> Result<bool, Problem> {
    let bench = open(&ask.workspace, common)?;
    let entries = bench.journal_all()?;
    let intact = if ask.check { Some(bench.check()?.journal) } else { None };
    if ask.json {
        output::json(&json!({ "entries": entries, "intact": intact }))?;
    } else {
        let line = |entry: &JournalLine| {
            format!(
                "{:>5}  {}  {}  {}  {}  {}",
                entry.seq, entry.at, entry.act, entry.subject, entry.actor, entry.reason
            )
        };
        output::lines(entries.iter().map(line))?;
        match intact {
            Some(true) => eprintln!("{}", reason_sentence(tongue, "journal_intact")),
            Some(false) => eprintln!("{}", reason_sentence(tongue, "journal_broken")),
            None => {}
        }
    }
    Ok(intact != Some(false))
}

/// `check`
pub fn check(ask: &Check, common: &Common) -> Result<bool, Problem> {
    let report = open(&ask.workspace, common)?.check()?;
    let word = |fine: bool| if fine { "in orde" } else { "NIET in orde" };
    output::lines([
        format!("Bestand: {}", word(report.file)),
        format!("Logboek: {}", word(report.journal)),
        format!("Bijlagen: {}", word(report.attachments)),
        format!("Bewijs: {}", word(report.evidence)),
    ])?;
    Ok(report.fine())
}

/// `schema`
pub fn schema() -> Result<bool, Problem> {
    output::lines([schema_text().to_owned()])?;
    Ok(true)
}
