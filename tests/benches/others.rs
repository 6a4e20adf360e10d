//! A form beside what users have otherwise: reportlab signed by pyHanko, and Typst, on what a form of ours says.
//!
//! Promises: the same headings, paragraphs, quotes and tables, the same machine, the same run; what they leave out (for
//! reportlab tags and an archival profile, for Typst the signature) is left to them. Left out where they, or `pdfinfo`,
//! are not there.

use crate::table::Table;
use std::process::{Command, Stdio};
use std::time::Duration;
use weegschaal_tests::project;

/// Least times as long as one signed form of ours, by name.
const LEAST: [(&str, &str, f64); 2] =
    [("reportlab", "reportlab and pyHanko, signed", 20.0), ("typst", "Typst, unsigned", 5.0)];

/// Adds how long they take for what a signed form says, and what part of it ours takes.
pub fn beside(table: &mut Table, form: &[u8], ours: Duration) {
    let Some(found) = measured(form) else {
        println!("What others take for a form is left out.");
        return;
    };
    for (name, what, times) in LEAST {
        let theirs = found.get(name).and_then(serde_json::Value::as_f64).unwrap_or(f64::NAN);
        table.add(&format!("  beside it: {what}"), theirs, None, "ms");
        // The bar is so many times as fast; what is compared are times, so the part must be small.
        table.add("    ours, part of its time", ours.as_secs_f64() * 1000.0 / theirs, Some(1.0 / times), "");
    }
}

fn measured(form: &[u8]) -> Option<serde_json::Value> {
    let python = std::env::var_os("WEEGSCHAAL_PYTHON")?;
    let folder = tempfile::tempdir().ok()?;
    let (pdf, structure) = (folder.path().join("form.pdf"), folder.path().join("form.txt"));
    std::fs::write(&pdf, form).ok()?;
    let read = Command::new("pdfinfo").arg("-struct-text").arg(&pdf).output().ok()?;
    std::fs::write(&structure, &read.stdout).ok()?;
    let font = project().join("src-tauri/crates/form/fonts/Sans-Regular.ttf");
    let script = project().join("tests/benches/others.py");
    let told = Command::new(python).arg(script).arg(structure).arg(font).stderr(Stdio::inherit()).output().ok()?;
    if !read.status.success() || !told.status.success() {
        return None;
    }
    serde_json::from_slice(&told.stdout).ok()
}
