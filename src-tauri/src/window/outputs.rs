//! Calls about what goes out besides forms: the overview, and results for other systems.

use super::Desk;
use commands::api::*;
use std::path::PathBuf;
use tauri::State;

/// Writes the table as a workbook, in the language of the window; answers how many dossiers.
#[tauri::command(async)]
#[specta::specta]
pub fn export_overview(desk: State<'_, Desk>, numbers: Vec<String>, path: PathBuf) -> Result<u32, Problem> {
    let tongue = desk.lock().profile.preferences.language.into();
    desk.with(|bench| bench.export_overview(&numbers, &path, tongue))
}

/// What would be written for another system.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_output(desk: State<'_, Desk>, request: OutputRequest) -> Result<OutputPreview, Problem> {
    let tongue = desk.lock().profile.preferences.language.into();
    desk.with(|bench| bench.preview_output(&request, tongue))
}

/// Writes results for another system.
#[tauri::command(async)]
#[specta::specta]
pub fn write_output(desk: State<'_, Desk>, request: OutputRequest, path: PathBuf) -> Result<OutputPreview, Problem> {
    let tongue = desk.lock().profile.preferences.language.into();
    desk.with(|bench| bench.write_output(&request, &path, tongue))
}
