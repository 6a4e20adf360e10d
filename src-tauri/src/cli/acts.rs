//! Subcommands that write.

use super::output::{self, Bar};
use super::usage::{Common, Demo, Import, Judge, New};
use crate::machine::Machine;
use commands::api::*;
use commands::{
    FileAsk, Founding, ImportAsk, Kind, Mapping, Secret, Tongue, Workbench, demo as example, pending_sentence,
    problem_sentence,
};
use serde_json::json;
use std::fs;
use std::path::Path;
use zeroize::Zeroizing;

/// The passphrase of the workspace.
pub fn passphrase(common: &Common) -> Result<Zeroizing<String>, Problem> {
    secret(common.passphrase_file.as_deref(), "WEEGSCHAAL_PASSPHRASE", "Wachtzin: ", "--passphrase-file")
}

/// A secret: from a file, else the environment, else asked for.
pub fn secret(
    file: Option<&Path>,
    variable: &str,
    prompt: &str,
    option: &'static str,
) -> Result<Zeroizing<String>, Problem> {
    if let Some(path) = file {
        let text = Zeroizing::new(fs::read_to_string(path).map_err(|error| Problem::reading(&error).at(&shown(path)))?);
        return Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()));
    }
    if let Ok(text) = std::env::var(variable) {
        return Ok(Zeroizing::new(text));
    }
    let asked = rpassword::prompt_password(prompt);
    asked.map(Zeroizing::new).map_err(|_| Problem::user(ProblemCode::TextMissing, option))
}

/// Opens the workspace of a subcommand.
pub fn open(workspace: &Path, common: &Common) -> Result<Workbench, Problem> {
    if !workspace.exists() {
        return Err(Problem::user(ProblemCode::FileNotFound, shown(workspace)));
    }
    let passphrase = passphrase(common)?;
    Workbench::open(workspace, Secret::Passphrase(&passphrase), Machine::shared())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    fs::read(path).map_err(|error| Problem::reading(&error).at(&shown(path)))
}

/// `demo`
pub fn demo(ask: &Demo, common: &Common) -> Result<bool, Problem> {
    let given = common.passphrase_file.is_some() || std::env::var_os("WEEGSCHAAL_PASSPHRASE").is_some();
    let passphrase = if given { passphrase(common)? } else { Zeroizing::new(example::PASSPHRASE.to_owned()) };
    commands::passphrase::check(&passphrase)?;
    let bar = Bar::new("toevoegen");
    let made = example::make(&ask.out, ask.students, ask.seed, &passphrase, Machine::shared(), &mut |step, at, of| {
        bar.now(match step {
            "judge" => "oordelen",
            "sign" => "ondertekenen",
            _ => "toevoegen",
        });
        bar.at(at, of);
    })?;
    drop(bar);
    let mut said = vec![format!("Werkbestand: {}", shown(&ask.out.join(example::FILE)))];
    if !given {
        said.push(format!("Wachtzin van het voorbeeld: {}", example::PASSPHRASE));
    }
    said.push(format!(
        "{} ondertekende formulieren in {}",
        made.signed.written.len(),
        shown(&ask.out.join(example::FORMS))
    ));
    output::lines(said)?;
    Ok(made.signed.failed.is_empty())
}

/// `new`
pub fn new(ask: &New, common: &Common) -> Result<bool, Problem> {
    let passphrase = passphrase(common)?;
    let request = NewWorkspaceRequest {
        path: shown(&ask.workspace),
        partnership: ask.partnership.clone(),
        year: ask.year.clone(),
        examiner: ask.examiner.clone().unwrap_or_default(),
        passphrase: passphrase.to_string(),
    };
    let founding = Founding::read(&request)?;
    let (_, recovery_key) = Workbench::found(&founding, &passphrase, Machine::shared())?;
    output::lines([
        format!("Werkbestand: {}", shown(&ask.workspace)),
        format!("Herstelsleutel: {recovery_key}"),
        "Bewaar de herstelsleutel buiten deze computer: hij is alleen nu te zien.".to_owned(),
    ])?;
    Ok(true)
}

/// `import`
pub fn import(ask: &Import, common: &Common, tongue: Tongue) -> Result<bool, Problem> {
    let kind = match &ask.kind {
        None => None,
        Some(word) => Some(
            Kind::parse(word).ok_or_else(|| Problem::user(ProblemCode::FileUnreadable, "--as").with(word.clone()))?,
        ),
    };
    let mapping = match &ask.mapping {
        None => None,
        Some(path) => Some(mapping(path)?),
    };
    let mut bench = open(&ask.workspace, common)?;
    let file = |path: &std::path::PathBuf| FileAsk { kind, mapping: mapping.clone(), ..FileAsk::path(path) };
    let files: Vec<FileAsk> = ask.files.iter().map(file).collect();
    let asked = ImportAsk { dry_run: ask.dry_run, tongue };
    let bar = Bar::new("toevoegen");
    let preview = bench.import(&files, &asked, &mut |at| {
        match (at.files, at.rows) {
            (1, rows) if rows > 0 => bar.at(at.row as usize, rows as usize),
            _ => bar.at(at.done as usize, at.files as usize),
        }
        true
    })?;
    drop(bar);
    let report = ImportReport { files: preview.files.into_iter().map(|file| file.report).collect() };
    let fine = report.files.iter().all(|file| file.outcome != FileOutcome::Refused);
    for file in &report.files {
        for finding in &file.findings {
            eprintln!("{}{}", place(&file.file, finding), finding.message);
        }
        for row in &file.pending {
            eprintln!("{}", pending_sentence(tongue, &file.file, row));
        }
    }
    if ask.json {
        output::json(&report)?;
    } else {
        output::lines(report.files.iter().map(|file| summary(file, ask.dry_run)))?;
    }
    Ok(fine)
}

fn mapping(path: &Path) -> Result<Mapping, Problem> {
    serde_json::from_slice(&read(path)?).map_err(|error| {
        Problem::user(ProblemCode::JsonInvalid, shown(path)).with(format!("{}:{}", error.line(), error.column()))
    })
}

/// Where a finding is, in front of its sentence.
fn place(file: &str, finding: &FindingLine) -> String {
    let mut text = file.to_owned();
    if let Some(sheet) = &finding.sheet {
        text += &format!(", blad {sheet}");
    }
    if let Some(row) = finding.row {
        text += &format!(", rij {row}");
    }
    if let Some(column) = &finding.column {
        text += &format!(", kolom {column}");
    }
    text + ": "
}

fn summary(file: &FileReport, dry_run: bool) -> String {
    let outcome = match (file.outcome, dry_run) {
        (FileOutcome::Imported, false) => "toegevoegd",
        (FileOutcome::Imported, true) => "zou worden toegevoegd",
        (FileOutcome::Unchanged, _) => "stond er al",
        (FileOutcome::Refused, _) => "geweigerd, niets overgenomen",
    };
    let counts =
        |counts: &Counts| format!("{} nieuw, {} gewijzigd, {} gelijk", counts.added, counts.updated, counts.unchanged);
    format!(
        "{} ({}): {outcome}. Studenten: {}. Datapunten: {}. Duidingen: {}. Wachtend: {}.",
        file.file,
        file.kind,
        counts(&file.students),
        counts(&file.datapoints),
        file.indications,
        file.pending.len()
    )
}

/// `judge`
pub fn judge(ask: &Judge, common: &Common, tongue: Tongue) -> Result<bool, Problem> {
    let json = read(&ask.file)?;
    let mut bench = open(&ask.workspace, common)?;
    let bar = Bar::new("oordelen");
    let report = bench.judge(&json, &mut |at, of| bar.at(at, of)).map_err(|problem| problem.at(&shown(&ask.file)))?;
    drop(bar);
    for problem in &report.refused {
        output::problem(tongue, problem);
    }
    if ask.json {
        let refused = report.refused.iter().map(|problem| {
            json!({ "student": problem.place, "code": problem.code, "place": problem.value,
                    "message": problem_sentence(tongue, problem) })
        });
        let names = |list: &[(String, u8)]| {
            list.iter().map(|(number, attempt)| json!({ "student": number, "attempt": attempt })).collect::<Vec<_>>()
        };
        output::json(&json!({ "established": names(&report.established), "recorded": names(&report.recorded),
                              "refused": refused.collect::<Vec<_>>() }))?;
    } else {
        output::lines([format!(
            "{} vastgesteld, {} als concept bewaard, {} geweigerd.",
            report.established.len(),
            report.recorded.len(),
            report.refused.len()
        )])?;
    }
    Ok(report.refused.is_empty())
}
