//! Calls about forms: the real PDF, signing one or many, and where they go.

use super::Desk;
use commands::api::*;
use std::path::PathBuf;
use tauri::State;

/// The real PDF of a form.
#[tauri::command(async)]
#[specta::specta]
pub fn form_pdf(desk: State<'_, Desk>, number: String, attempt: u8, revision: u32) -> Result<FormPdf, Problem> {
    desk.with(|bench| bench.form_pdf(&number, attempt, revision))
}

/// Signs the forms of these students, into `folder` or else where the user chose.
#[tauri::command(async)]
#[specta::specta]
pub fn sign(desk: State<'_, Desk>, numbers: Vec<String>, folder: Option<PathBuf>) -> Result<SignReply, Problem> {
    let folder = match folder {
        Some(folder) => folder,
        None => desk.forms_folder()?,
    };
    desk.with(|bench| bench.sign(&numbers, &folder, &mut |_, _| {}))
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
