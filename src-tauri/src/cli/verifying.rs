//! `verify`: whether forms are unchanged, by whom, and what they state.
//!
//! Promises: without a workspace nothing is known but the certificates given; with one, everything it knows counts too.

use super::acts::open;
use super::output;
use super::usage::{Common, Verify};
use crate::machine::Machine;
use commands::api::*;
use commands::{Host, Tongue, Trusted, certificates_in, report_lines, verify_file};

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
    let (mut reports, mut refused) = (Vec::new(), false);
    for form in &ask.forms {
        let report = match &bench {
            Some(bench) => bench.verify_trusting(form, trusted.clone()).map(|checked| checked.report),
            None => verify_file(form, &trusted, Machine.now()),
        };
        // One that cannot be looked at does not keep the others from being told.
        match report {
            Ok(report) => reports.push(report),
            Err(problem) if ask.forms.len() > 1 => {
                output::problem(tongue, &problem);
                refused = true;
            }
            Err(problem) => return Err(problem),
        }
    }
    let fine = reports.iter().all(|report| matches!(report.verdict, Verdict::Valid | Verdict::ValidUntrusted));
    if ask.json {
        match reports.as_slice() {
            [only] if ask.forms.len() == 1 => output::json(only)?,
            several => output::json(&several)?,
        }
    } else {
        output::lines(reports.iter().flat_map(|report| report_lines(tongue, report)))?;
    }
    Ok(fine && !refused)
}
