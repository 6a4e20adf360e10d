//! Calls about forms: the real PDF, signing one or many, checking any file, whose signatures are trusted.
//!
//! Promises: a file is only shown after it was checked. Deliberately absent: what a verdict means.

use super::Desk;
use crate::machine::Machine;
use commands::Host;
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

/// *Controle*, with or without an open workspace.
#[tauri::command(async)]
#[specta::specta]
pub fn verify_file(desk: State<'_, Desk>, path: PathBuf) -> Result<CheckedFile, Problem> {
    let mut open = desk.lock();
    let checked = match &open.bench {
        Some(bench) => bench.verify(&path)?,
        None => commands::check_file(&path, &[], Machine.now())?,
    };
    open.checked.insert(path);
    Ok(checked)
}

/// The bytes of a file that was checked, in base64, to look at.
#[tauri::command(async)]
#[specta::specta]
pub fn checked_pdf(desk: State<'_, Desk>, path: PathBuf) -> Result<String, Problem> {
    if !desk.lock().checked.contains(&path) {
        return Err(Problem::user(ProblemCode::FileNotFound, ""));
    }
    commands::show_file(&path)
}

/// Trusts the signer of a form.
#[tauri::command(async)]
#[specta::specta]
pub fn trust_signer(desk: State<'_, Desk>, path: PathBuf, fingerprint: String) -> Result<CheckedFile, Problem> {
    desk.with(|bench| bench.trust_signer(&path, &fingerprint))
}

/// Trusts a signer no longer.
#[tauri::command(async)]
#[specta::specta]
pub fn distrust_signer(desk: State<'_, Desk>, fingerprint: String) -> Result<Vec<TrustedSigner>, Problem> {
    desk.with(|bench| bench.distrust_signer(&fingerprint))
}

/// Who is trusted besides the examiner of the open workspace.
#[tauri::command(async)]
#[specta::specta]
pub fn trusted_signers(desk: State<'_, Desk>) -> Result<Vec<TrustedSigner>, Problem> {
    desk.with(|bench| bench.trusted_signers())
}
