//! Calls that reach files: imports, dialogs, showing a file in its folder.

use super::Desk;
use commands::api::*;
use commands::{ImportAsk, Workbench};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::PathBuf;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// What to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// A workspace that exists.
    OpenWorkspace,
    /// Where a new one goes.
    NewWorkspace,
    /// Files with evidence.
    Evidence,
    /// Forms to check.
    Pdf,
    /// A folder for forms.
    Folder,
}

/// What an import of these files would do.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_import(desk: State<'_, Desk>, paths: Vec<PathBuf>) -> Result<ImportReport, Problem> {
    desk.with(|bench| import(bench, &paths, true))
}

/// Imports files.
#[tauri::command(async)]
#[specta::specta]
pub fn import_files(desk: State<'_, Desk>, paths: Vec<PathBuf>) -> Result<ImportReport, Problem> {
    desk.with(|bench| import(bench, &paths, false))
}

fn import(bench: &mut Workbench, paths: &[PathBuf], dry_run: bool) -> Result<ImportReport, Problem> {
    let ask = ImportAsk { dry_run, ..ImportAsk::default() };
    bench.import(paths, &ask, &mut |_, _| {})
}

/// Lets the user choose; nothing when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub fn choose(app: AppHandle, what: Choice) -> Result<Vec<String>, Problem> {
    let dialog = app.dialog().file();
    let chosen = match what {
        Choice::OpenWorkspace => {
            dialog.add_filter("Weegschaal", &["weegschaal"]).blocking_pick_file().into_iter().collect()
        }
        Choice::NewWorkspace => dialog
            .add_filter("Weegschaal", &["weegschaal"])
            .set_file_name("partnerschap.weegschaal")
            .blocking_save_file()
            .into_iter()
            .collect(),
        Choice::Evidence => {
            dialog.add_filter("Bewijs", &["csv", "xlsx", "json"]).blocking_pick_files().unwrap_or_default()
        }
        Choice::Pdf => dialog.add_filter("PDF", &["pdf"]).blocking_pick_files().unwrap_or_default(),
        Choice::Folder => dialog.blocking_pick_folder().into_iter().collect(),
    };
    Ok(chosen.into_iter().map(|path| path.to_string()).collect())
}

/// Shows a file in its folder.
#[tauri::command(async)]
#[specta::specta]
pub fn reveal(app: AppHandle, path: String) -> Result<(), Problem> {
    app.opener().reveal_item_in_dir(&path).map_err(|_| Problem::environment(ProblemCode::FileNotFound, path))
}
