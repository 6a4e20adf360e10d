//! Calls about forms: the real PDF, and where they go.

use super::Desk;
use commands::api::*;
use std::path::PathBuf;
use tauri::State;

/// The real PDF of a form.
#[tauri::command(async)]
#[specta::specta]
pub fn form_pdf(desk: State<'_, Desk>, number: String, attempt: u8, revision: u32) -> Result<FormPdf, Problem> {
    let language = desk.lock().profile.signing.language;
    desk.with(|bench| bench.form_pdf(&number, attempt, revision, language))
}

/// Where forms of the open workspace are written.
#[tauri::command(async)]
#[specta::specta]
pub fn forms_folder(desk: State<'_, Desk>) -> Result<PathBuf, Problem> {
    desk.forms_folder()
}

/// Chooses where forms of the open workspace are written from now on; none is beside the workspace again.
#[tauri::command(async)]
#[specta::specta]
pub fn set_forms_folder(desk: State<'_, Desk>, folder: Option<PathBuf>) -> Result<PathBuf, Problem> {
    let usual = desk.with(|bench| Ok(bench.forms_folder()))?;
    {
        let mut open = desk.lock();
        open.profile.set_forms_folder(&usual, folder);
        open.profile.write();
    }
    desk.forms_folder()
}
