//! Subcommands that only look.

use super::acts::open;
use super::output;
use super::usage::{Check, Common, Journal, Weigh};
use commands::api::*;
use commands::{Tongue, reason_sentence, schema as schema_text};
use serde_json::json;
use std::io::{BufWriter, stdout};

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
