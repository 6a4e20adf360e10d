//! Calls about checking: the verdict on any file, and whose signatures and time stamps are trusted.
//!
//! Promises: a file is only shown after it was checked. Deliberately absent: what a verdict means.

use super::Desk;
use crate::machine::Machine;
use commands::api::*;
use commands::{Host, Trusted};
use std::path::PathBuf;
use tauri::State;

/// *Controle*, with or without an open workspace.
#[tauri::command(async)]
#[specta::specta]
pub fn verify_file(desk: State<'_, Desk>, path: PathBuf) -> Result<CheckedFile, Problem> {
    let mut open = desk.lock();
    let checked = match &open.bench {
        Some(bench) => bench.verify(&path)?,
        None => commands::check_file(&path, &Trusted::default(), Machine.now())?,
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
pub fn distrust_signer(
    desk: State<'_, Desk>,
    fingerprint: String,
    used_for: TrustUse,
) -> Result<Vec<TrustedSigner>, Problem> {
    desk.with(|bench| bench.distrust_signer(&fingerprint, used_for))
}

/// Who is trusted besides the examiner of the open workspace.
#[tauri::command(async)]
#[specta::specta]
pub fn trusted_signers(desk: State<'_, Desk>) -> Result<Vec<TrustedSigner>, Problem> {
    desk.with(|bench| bench.trusted_signers())
}

/// What a file with a certificate holds.
#[tauri::command(async)]
#[specta::specta]
pub fn look_at_certificate(desk: State<'_, Desk>, path: PathBuf) -> Result<CertificateLook, Problem> {
    desk.with(|bench| bench.look_at_certificate(&path))
}

/// Trusts a certificate from a file, whose fingerprint was compared with the one given.
#[tauri::command(async)]
#[specta::specta]
pub fn trust_certificate(
    desk: State<'_, Desk>,
    path: PathBuf,
    used_for: TrustUse,
    given: String,
) -> Result<Vec<TrustedSigner>, Problem> {
    desk.with(|bench| bench.trust_certificate(&path, used_for, &given))
}
