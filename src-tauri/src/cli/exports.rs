//! `export`: the other outputs.
//!
//! Promises: with `--dry-run` nothing is written; what is left empty, and why, goes to stderr without names.

use super::acts::open;
use super::output;
use super::usage::{Common, Export, Output, Results};
use commands::api::*;
use commands::{Tongue, output_lines, output_summary};
use serde_json::json;

/// `export`
pub fn export(ask: &Export, common: &Common, tongue: Tongue) -> Result<bool, Problem> {
    let mut bench = open(&ask.workspace, common)?;
    let (request, results) = match &ask.what {
        Output::Xlsx { student, out } => {
            bench.export_overview(student, out, tongue)?;
            output::lines([out.display().to_string()])?;
            return Ok(true);
        }
        Output::Brightspace { template, item, replace, results } => {
            let template = template.as_ref().map(|path| path.display().to_string());
            let item = item.clone().unwrap_or_default();
            let system = OutputSystem::Brightspace;
            let numbers = results.student.clone();
            (
                OutputRequest { system, template, numbers, item, replace: *replace, codes: Vec::new(), seen: None },
                results,
            )
        }
        Output::Osiris { template, code, results } => {
            let template = Some(template.display().to_string());
            let (system, numbers, item) = (OutputSystem::Osiris, results.student.clone(), String::new());
            (
                OutputRequest { system, template, numbers, item, replace: false, codes: code.clone(), seen: None },
                results,
            )
        }
    };
    let preview = match (results.dry_run, &results.out) {
        (false, Some(out)) => bench.write_output(&request, out, tongue)?,
        _ => bench.preview_output(&request, tongue)?,
    };
    say(&preview, results, tongue)?;
    Ok(true)
}

fn say(preview: &OutputPreview, results: &Results, tongue: Tongue) -> Result<(), Problem> {
    for line in output_lines(tongue, preview) {
        eprintln!("{line}");
    }
    let written = results.out.as_ref().filter(|_| !results.dry_run).map(|out| out.display().to_string());
    if results.json {
        return output::json(&json!({ "written": written, "preview": preview }));
    }
    output::lines([output_summary(tongue, preview)].into_iter().chain(written))
}
