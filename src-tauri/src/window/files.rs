//! Calls that reach files: imports, showing a file in its folder.

use super::Desk;
use commands::api::*;
use commands::{FileAsk, ImportAsk};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;

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

/// Stops the long work at hand: an import, of which nothing is kept, or signing, of which what is signed stays.
#[tauri::command]
#[specta::specta]
pub fn cancel(desk: State<'_, Desk>) {
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

/// Shows a file in its folder.
#[tauri::command(async)]
#[specta::specta]
pub fn reveal(app: AppHandle, path: String) -> Result<(), Problem> {
    app.opener().reveal_item_in_dir(&path).map_err(|_| Problem::environment(ProblemCode::FileNotFound, path))
}
