//! Calls of *Instellingen*: each one line to its use case or to the profile.

use super::Desk;
use crate::machine::Machine;
use crate::profile::BackupState;
use commands::api::*;
use commands::{Host, passphrase};
use std::path::PathBuf;
use tauri::State;

/// What *Instellingen* shows of the workspace.
#[tauri::command(async)]
#[specta::specta]
pub fn settings(desk: State<'_, Desk>) -> Result<SettingsReply, Problem> {
    desk.with(|bench| bench.settings())
}

/// Grants a mandate.
#[tauri::command(async)]
#[specta::specta]
pub fn grant_mandate(desk: State<'_, Desk>, mandate: MandateView) -> Result<SettingsReply, Problem> {
    desk.with(|bench| bench.grant_mandate(&mandate))
}

/// Changes who granted a mandate and its days.
#[tauri::command(async)]
#[specta::specta]
pub fn change_mandate(desk: State<'_, Desk>, mandate: MandateView) -> Result<SettingsReply, Problem> {
    desk.with(|bench| bench.change_mandate(&mandate))
}

/// Takes a mandate back.
#[tauri::command(async)]
#[specta::specta]
pub fn withdraw_mandate(
    desk: State<'_, Desk>,
    holder: String,
    capacity: CapacityCode,
) -> Result<SettingsReply, Problem> {
    desk.with(|bench| bench.withdraw_mandate(&holder, capacity))
}

/// Another holder of a mandate takes the desk.
#[tauri::command(async)]
#[specta::specta]
pub fn sit(desk: State<'_, Desk>, holder: String) -> Result<OpenWorkspace, Problem> {
    desk.with(|bench| bench.sit(&holder))
}

/// Sets where the periods of the year begin.
#[tauri::command(async)]
#[specta::specta]
pub fn set_calendar(desk: State<'_, Desk>, calendar: CalendarView) -> Result<SettingsReply, Problem> {
    desk.with(|bench| bench.set_calendar(&calendar))
}

/// Writes the own certificate, so that others can trust it.
#[tauri::command(async)]
#[specta::specta]
pub fn save_certificate(desk: State<'_, Desk>, path: PathBuf) -> Result<SettingsReply, Problem> {
    desk.with(|bench| bench.save_certificate(&path))
}

/// Replaces the passphrase; guessing the old one here waits as it does at the door.
#[tauri::command(async)]
#[specta::specta]
pub fn change_passphrase(desk: State<'_, Desk>, old: String, fresh: String) -> Result<(), Problem> {
    desk.trying(|| desk.with(|bench| bench.change_passphrase(&old, &fresh)))
}

/// How strong a passphrase is.
#[tauri::command]
#[specta::specta]
pub fn passphrase_strength(passphrase: String) -> Strength {
    passphrase::strength(&passphrase)
}

/// Where copies of this workspace go, and the last one.
#[tauri::command(async)]
#[specta::specta]
pub fn backup_state(desk: State<'_, Desk>) -> Result<BackupState, Problem> {
    let path = desk.path()?;
    Ok(desk.lock().profile.backup(&path, Machine.now()))
}

/// Chooses where copies of this workspace go.
#[tauri::command(async)]
#[specta::specta]
pub fn set_backup_folder(desk: State<'_, Desk>, folder: PathBuf) -> Result<BackupState, Problem> {
    let path = desk.path()?;
    let mut open = desk.lock();
    open.profile.set_backup_folder(&path, &folder);
    open.profile.write();
    Ok(open.profile.backup(&path, Machine.now()))
}

/// Makes a verified copy in the chosen folder.
#[tauri::command(async)]
#[specta::specta]
pub fn make_backup(desk: State<'_, Desk>) -> Result<BackupState, Problem> {
    let path = desk.path()?;
    let folder = desk.lock().profile.backup_folder(&path);
    let folder = folder.ok_or_else(|| Problem::user(ProblemCode::FolderNotFound, ""))?;
    let made = desk.with(|bench| bench.back_up(&folder))?;
    let mut open = desk.lock();
    open.profile.backed_up(&path, &made, Machine.now());
    open.profile.write();
    Ok(open.profile.backup(&path, Machine.now()))
}
