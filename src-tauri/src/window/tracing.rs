//! Calls that find something back: searching, and the journal.

use super::Desk;
use commands::api::*;
use std::path::PathBuf;
use tauri::State;

/// *Zoeken*; with an empty query, makes ready.
#[tauri::command(async)]
#[specta::specta]
pub fn search(desk: State<'_, Desk>, ask: SearchAsk) -> Result<SearchReply, Problem> {
    desk.with(|bench| bench.search(&ask))
}

/// *Logboek*: some entries by a filter, the latest first.
#[tauri::command(async)]
#[specta::specta]
pub fn journal_page(
    desk: State<'_, Desk>,
    filter: JournalFilter,
    from: u32,
    limit: u32,
) -> Result<JournalPage, Problem> {
    desk.with(|bench| bench.journal_page(&filter, from, limit))
}

/// What the journal can be filtered by.
#[tauri::command(async)]
#[specta::specta]
pub fn journal_choices(desk: State<'_, Desk>) -> Result<JournalChoices, Problem> {
    desk.with(|bench| bench.journal_choices())
}

/// Recomputes a part of the chain; from the first entry on when `anew`.
#[tauri::command(async)]
#[specta::specta]
pub fn journal_chain(desk: State<'_, Desk>, anew: bool) -> Result<ChainState, Problem> {
    desk.with(|bench| bench.journal_chain(anew))
}

/// One entry with what it changed; of one student when that is a number.
#[tauri::command(async)]
#[specta::specta]
pub fn journal_detail(desk: State<'_, Desk>, seq: u32, student: String) -> Result<JournalDetail, Problem> {
    desk.with(|bench| bench.journal_detail(seq, &student))
}

/// Writes the whole journal to a file.
#[tauri::command(async)]
#[specta::specta]
pub fn export_journal(desk: State<'_, Desk>, path: PathBuf, format: JournalFormat) -> Result<u32, Problem> {
    desk.with(|bench| bench.export_journal(&path, format))
}
