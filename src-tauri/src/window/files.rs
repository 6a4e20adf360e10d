//! Calls that reach files: imports, dialogs, showing a file in its folder.

use super::Desk;
use commands::api::*;
use commands::{FileAsk, ImportAsk, Tongue};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// Endings of files that can hold evidence.
const EVIDENCE: &[&str] = &[
    "csv", "tsv", "xlsx", "xlsm", "ods", "json", "docx", "odt", "rtf", "pdf", "txt", "html", "htm", "eml", "msg",
    "zip", "png", "jpg", "jpeg",
];

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
    /// Where an overview goes.
    Overview,
    /// Where the own certificate goes.
    Certificate,
    /// Where the journal is written as a table.
    JournalCsv,
    /// Where the journal is written as JSON.
    JournalJson,
}

/// What an import would do.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_import(
    desk: State<'_, Desk>,
    request: ImportRequest,
    progress: Channel<ImportProgress>,
) -> Result<ImportPreview, Problem> {
    import(&desk, &request, true, &progress)
}

/// Imports files in one act.
#[tauri::command(async)]
#[specta::specta]
pub fn import_files(
    desk: State<'_, Desk>,
    request: ImportRequest,
    progress: Channel<ImportProgress>,
) -> Result<ImportPreview, Problem> {
    import(&desk, &request, false, &progress)
}

/// Stops the import at work; nothing of it is kept.
#[tauri::command]
#[specta::specta]
pub fn cancel_import(desk: State<'_, Desk>) {
    desk.cancelled.store(true, Ordering::Relaxed);
}

/// Files of which rows wait for a person.
#[tauri::command(async)]
#[specta::specta]
pub fn waiting(desk: State<'_, Desk>) -> Result<Vec<WaitingFile>, Problem> {
    desk.with(|bench| bench.waiting())
}

/// Between two words about progress.
const PACE: Duration = Duration::from_millis(80);

fn import(
    desk: &Desk,
    request: &ImportRequest,
    dry_run: bool,
    progress: &Channel<ImportProgress>,
) -> Result<ImportPreview, Problem> {
    let files = request.files.iter().map(FileAsk::read).collect::<Result<Vec<_>, _>>()?;
    let tongue = desk.lock().profile.preferences.language.into();
    let ask = ImportAsk { dry_run, tongue };
    desk.cancelled.store(false, Ordering::Relaxed);
    let mut told = Instant::now();
    desk.with(|bench| {
        bench.import(&files, &ask, &mut |at| {
            if told.elapsed() > PACE {
                told = Instant::now();
                // The page may have gone; the import goes on.
                let _ = progress.send(at.clone());
            }
            !desk.cancelled.load(Ordering::Relaxed)
        })
    })
}

/// Writes the table as a workbook, in the language of the window; answers how many dossiers.
#[tauri::command(async)]
#[specta::specta]
pub fn export_overview(
    desk: State<'_, Desk>,
    numbers: Vec<String>,
    path: PathBuf,
    english: bool,
) -> Result<u32, Problem> {
    let tongue = if english { Tongue::English } else { Tongue::Dutch };
    desk.with(|bench| bench.export_overview(&numbers, &path, tongue))
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
        Choice::Evidence => dialog.add_filter("Bewijs", EVIDENCE).blocking_pick_files().unwrap_or_default(),
        Choice::Pdf => dialog.add_filter("PDF", &["pdf"]).blocking_pick_files().unwrap_or_default(),
        Choice::Overview => {
            let named = dialog.add_filter("Excel", &["xlsx"]).set_file_name("overzicht.xlsx");
            named.blocking_save_file().into_iter().collect()
        }
        Choice::Certificate => dialog
            .add_filter("PEM", &["pem"])
            .set_file_name("certificaat.pem")
            .blocking_save_file()
            .into_iter()
            .collect(),
        Choice::Folder => dialog.blocking_pick_folder().into_iter().collect(),
        Choice::JournalCsv => {
            dialog.add_filter("CSV", &["csv"]).set_file_name("logboek.csv").blocking_save_file().into_iter().collect()
        }
        Choice::JournalJson => dialog
            .add_filter("JSON", &["json"])
            .set_file_name("logboek.json")
            .blocking_save_file()
            .into_iter()
            .collect(),
    };
    Ok(chosen.into_iter().map(|path| path.to_string()).collect())
}

/// Shows a file in its folder.
#[tauri::command(async)]
#[specta::specta]
pub fn reveal(app: AppHandle, path: String) -> Result<(), Problem> {
    app.opener().reveal_item_in_dir(&path).map_err(|_| Problem::environment(ProblemCode::FileNotFound, path))
}
