//! `verify`: whether forms are unchanged, by whom, and what they state.
//!
//! Promises: without a workspace nothing is known but the certificates given; with one, everything it knows counts too.
//! Every file that was asked about is told of, also one that cannot be looked at.

use super::acts::open;
use super::output;
use super::usage::{Common, Verify};
use crate::machine::Machine;
use commands::api::*;
use commands::{Host, Tongue, Trusted, certificates_in, problem_sentence, report_lines, verify_file};
use serde::Serialize;
use std::path::Path;

/// `verify`
pub fn verify(ask: &Verify, common: &Common, tongue: Tongue) -> Result<bool, Problem> {
    let mut trusted = Trusted::default();
    for path in &ask.trust {
        for certificate in certificates_in(path)? {
            if !trusted.add(certificate) {
                return Err(Problem::user(ProblemCode::CertificateUnfit, path.display().to_string()));
            }
        }
    }
    let bench = match &ask.workspace {
        Some(workspace) => Some(open(workspace, common)?),
        None => None,
    };
    let mut looked = Vec::new();
    for form in &ask.forms {
        let report = match &bench {
            Some(bench) => bench.verify_trusting(form, trusted.clone()).map(|checked| checked.report),
            None => verify_file(form, &trusted, Machine.now()),
        };
        // One that cannot be looked at does not keep the others from being told.
        looked.push(match report {
            Ok(report) => Looked { report, refused: None },
            Err(problem) => {
                output::problem(tongue, &problem);
                Looked::refused(form, &problem, tongue)
            }
        });
    }
    let fine = looked.iter().all(|one| matches!(one.report.verdict, Verdict::Valid | Verdict::ValidUntrusted));
    if ask.json {
        match looked.as_slice() {
            [only] => output::json(only)?,
            several => output::json(&several)?,
        }
    } else {
        let told = looked.iter().filter(|one| one.refused.is_none());
        output::lines(told.flat_map(|one| report_lines(tongue, &one.report)))?;
    }
    Ok(fine)
}

/// What came of looking at a file.
#[derive(Serialize)]
struct Looked {
    #[serde(flatten)]
    report: VerifyReport,
    /// Why it could not even be looked at, as a sentence; its code is the only reason of the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<String>,
}

impl Looked {
    /// A file that could not be looked at: nothing is known of any signature.
    fn refused(path: &Path, problem: &Problem, tongue: Tongue) -> Self {
        let report = VerifyReport {
            file: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            verdict: Verdict::Unsigned,
            signatures: Vec::new(),
            judgement_matches: None,
            reasons: vec![problem.code.word()],
            claimed: Vec::new(),
            judgement: None,
        };
        Self { report, refused: Some(problem_sentence(tongue, problem)) }
    }
}
