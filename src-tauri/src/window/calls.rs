//! Calls about dossiers, judgements, forms and the journal: each one line to its use case.

use super::Desk;
use commands::api::*;
use tauri::State;

/// *Dossiers*.
#[tauri::command(async)]
#[specta::specta]
pub fn desk(desk: State<'_, Desk>) -> Result<commands::api::Desk, Problem> {
    desk.with(|bench| bench.desk())
}

/// What changed in *Dossiers* since.
#[tauri::command(async)]
#[specta::specta]
pub fn desk_since(desk: State<'_, Desk>, seq: u32, today: String) -> Result<Option<DeskChanges>, Problem> {
    desk.with(|bench| bench.desk_since(seq, &today))
}

/// *Dossier*.
#[tauri::command(async)]
#[specta::specta]
pub fn dossier(desk: State<'_, Desk>, number: String) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.dossier(&number))
}

/// Marks a passage.
#[tauri::command(async)]
#[specta::specta]
pub fn add_indication(
    desk: State<'_, Desk>,
    number: String,
    indication: NewIndication,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.add_indication(&number, &indication))
}

/// Takes an indication off.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_indication(
    desk: State<'_, Desk>,
    number: String,
    datapoint: String,
    index: u32,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.remove_indication(&number, &datapoint, index))
}

/// Adds a data point that was typed or pasted.
#[tauri::command(async)]
#[specta::specta]
pub fn add_datapoint(desk: State<'_, Desk>, number: String, datapoint: NewDataPoint) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.add_datapoint(&number, &datapoint))
}

/// Takes a data point out.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_datapoint(desk: State<'_, Desk>, number: String, datapoint: String) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.remove_datapoint(&number, &datapoint))
}

/// Says whether a data point is established.
#[tauri::command(async)]
#[specta::specta]
pub fn set_established(
    desk: State<'_, Desk>,
    number: String,
    datapoint: String,
    established: bool,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.set_established(&number, &datapoint, established))
}

/// Keeps a version of the statement.
#[tauri::command(async)]
#[specta::specta]
pub fn save_statement(
    desk: State<'_, Desk>,
    number: String,
    statement: StatementView,
) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.save_statement(&number, &statement))
}

/// *Wat als*.
#[tauri::command(async)]
#[specta::specta]
pub fn what_if(desk: State<'_, Desk>, number: String, what_if: WhatIf) -> Result<WeighingView, Problem> {
    desk.with(|bench| bench.what_if(&number, &what_if))
}

/// Keeps the words of a draft.
#[tauri::command(async)]
#[specta::specta]
pub fn save_draft(desk: State<'_, Desk>, number: String, draft: DraftView) -> Result<JudgementView, Problem> {
    desk.with(|bench| bench.save_draft(&number, &draft))
}

/// *Vaststellen*.
#[tauri::command(async)]
#[specta::specta]
pub fn establish(desk: State<'_, Desk>, number: String, weights_reason: String) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.establish(&number, &weights_reason))
}

/// *Herziening*.
#[tauri::command(async)]
#[specta::specta]
pub fn start_revision(desk: State<'_, Desk>, number: String, reason: String) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.start_revision(&number, &reason))
}

/// *Nieuwe gelegenheid*.
#[tauri::command(async)]
#[specta::specta]
pub fn start_attempt(desk: State<'_, Desk>, number: String) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.start_attempt(&number))
}

/// *Formulieren*.
#[tauri::command(async)]
#[specta::specta]
pub fn forms(desk: State<'_, Desk>) -> Result<Vec<FormRow>, Problem> {
    desk.with(|bench| bench.forms())
}

/// Drops a revision that was begun.
#[tauri::command(async)]
#[specta::specta]
pub fn drop_revision(desk: State<'_, Desk>, number: String) -> Result<DossierReply, Problem> {
    desk.with(|bench| bench.drop_revision(&number))
}
