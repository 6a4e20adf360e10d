//! Calls about the framework and the weights: each one line to its use case.

use super::Desk;
use commands::api::*;
use tauri::State;

/// *Kader*.
#[tauri::command(async)]
#[specta::specta]
pub fn kader(desk: State<'_, Desk>) -> Result<KaderReply, Problem> {
    desk.with(|bench| bench.kader())
}

/// What a proposal comes to.
#[tauri::command(async)]
#[specta::specta]
pub fn look_at_kader(desk: State<'_, Desk>, proposal: KaderProposal) -> Result<KaderLook, Problem> {
    desk.with(|bench| bench.look_at_kader(&proposal))
}

/// Begins a draft of the next version.
#[tauri::command(async)]
#[specta::specta]
pub fn begin_kader(desk: State<'_, Desk>) -> Result<KaderReply, Problem> {
    desk.with(|bench| bench.begin_kader())
}

/// Keeps a draft.
#[tauri::command(async)]
#[specta::specta]
pub fn save_kader(desk: State<'_, Desk>, proposal: KaderProposal) -> Result<KaderReply, Problem> {
    desk.with(|bench| bench.save_kader(&proposal))
}

/// Throws the draft away.
#[tauri::command(async)]
#[specta::specta]
pub fn drop_kader(desk: State<'_, Desk>) -> Result<KaderReply, Problem> {
    desk.with(|bench| bench.drop_kader())
}

/// Takes the draft into use.
#[tauri::command(async)]
#[specta::specta]
pub fn use_kader(desk: State<'_, Desk>, reason: String) -> Result<KaderReply, Problem> {
    desk.with(|bench| bench.use_kader(&reason))
}

/// *Bevriezen voor dit cohort*.
#[tauri::command(async)]
#[specta::specta]
pub fn freeze_weights(desk: State<'_, Desk>) -> Result<KaderReply, Problem> {
    desk.with(|bench| bench.freeze_weights())
}

/// Two versions side by side.
#[tauri::command(async)]
#[specta::specta]
pub fn compare_versions(desk: State<'_, Desk>, before: u32, after: u32) -> Result<VersionPair, Problem> {
    desk.with(|bench| bench.compare_versions(before, after))
}
