//! Calls about what lies in *Bronnen*: changing marks and facts, conversations, standings, the original of a data point.
//! An original is copied and shown, never opened or run.

use super::Desk;
use commands::api::*;
use std::fs;
use std::path::Path;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// Puts another criterion or level in the place of an indication.
#[tauri::command(async)]
#[specta::specta]
pub fn change_indication(
    desk: State<'_, Desk>,
    number: String,
    index: u32,
    indication: NewIndication,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.change_indication(&number, index, &indication))
}

/// Corrects what is known about a data point.
#[tauri::command(async)]
#[specta::specta]
pub fn change_datapoint(
    desk: State<'_, Desk>,
    number: String,
    datapoint: String,
    facts: NewDataPoint,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.change_datapoint_facts(&number, &datapoint, &facts))
}

/// Keeps a conversation.
#[tauri::command(async)]
#[specta::specta]
pub fn save_conversation(
    desk: State<'_, Desk>,
    number: String,
    conversation: NewConversation,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.save_conversation(&number, &conversation))
}

/// Takes a conversation out.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_conversation(
    desk: State<'_, Desk>,
    number: String,
    conversation: String,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.remove_conversation(&number, &conversation))
}

/// Keeps where a student stands on another leeruitkomst.
#[tauri::command(async)]
#[specta::specta]
pub fn save_standing(
    desk: State<'_, Desk>,
    number: String,
    luk: String,
    status: String,
    date: Option<String>,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.save_standing(&number, &luk, &status, date.as_deref()))
}

/// Saves a copy of an original where the user chooses and shows it in its folder; nothing when none is chosen.
#[tauri::command(async)]
#[specta::specta]
pub fn save_original(
    app: AppHandle,
    desk: State<'_, Desk>,
    number: String,
    datapoint: String,
) -> Result<Option<String>, Problem> {
    let original = desk.with(|bench| bench.original(&number, &datapoint))?;
    let Some(chosen) = app.dialog().file().set_file_name(&original.name).blocking_save_file() else {
        return Ok(None);
    };
    let path = chosen.to_string();
    fs::write(Path::new(&path), &original.bytes).map_err(|error| Problem::from(error).at(&original.name))?;
    // The copy is there; a desktop that cannot show folders is no failure.
    let _ = app.opener().reveal_item_in_dir(&path);
    Ok(Some(path))
}
