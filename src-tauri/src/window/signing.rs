//! Calls about signing: the choices remembered, whose a key is, signing itself, how a draft would look.
//!
//! Promises: a secret goes from the page to the key and is kept nowhere. Deliberately absent: what a choice means.

use super::Desk;
use commands::api::*;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use tauri::State;
use tauri::ipc::Channel;

/// Between two words about progress.
const PACE: Duration = Duration::from_millis(80);

/// Signs forms into `folder` or else where the user chose, and remembers with which key.
#[tauri::command(async)]
#[specta::specta]
pub fn sign(
    desk: State<'_, Desk>,
    ask: SignAsk,
    folder: Option<PathBuf>,
    progress: Channel<SignProgress>,
) -> Result<SignReply, Problem> {
    let folder = match folder {
        Some(folder) => folder,
        None => desk.forms_folder()?,
    };
    let tongue = desk.lock().profile.preferences.language.into();
    desk.cancelled.store(false, Ordering::Relaxed);
    let mut told: Option<Instant> = None;
    let reply = desk.with(|bench| {
        bench.sign(&ask, &folder, tongue, &mut |at| {
            if told.is_none_or(|told| told.elapsed() > PACE) {
                told = Some(Instant::now());
                // The page may have gone; what is asked for is done.
                let _ = progress.send(at.clone());
            }
            !desk.cancelled.load(Ordering::Relaxed)
        })
    })?;
    if ask.task == SignTask::First {
        // Service and names are settings: leaving the stamp out once, and the lists with it, does not change them.
        let kept = desk.lock().profile.signing.clone();
        let SigningChoice { key, service, lists, language, .. } = ask.choice;
        let lists = if service.is_empty() { kept.lists.clone() } else { lists };
        remember(&desk, SigningChoice { key, lists, language, ..kept });
    }
    Ok(reply)
}

fn remember(desk: &Desk, choice: SigningChoice) -> SigningChoice {
    let mut open = desk.lock();
    if open.profile.signing != choice {
        open.profile.signing = choice;
        open.profile.write();
    }
    open.profile.signing.clone()
}

/// How forms were signed last.
#[tauri::command(async)]
#[specta::specta]
pub fn signing_choice(desk: State<'_, Desk>) -> SigningChoice {
    desk.lock().profile.signing.clone()
}

/// Remembers how forms are to be signed.
#[tauri::command(async)]
#[specta::specta]
pub fn set_signing_choice(desk: State<'_, Desk>, choice: SigningChoice) -> SigningChoice {
    remember(&desk, choice)
}

/// The name that a form would get by a pattern.
#[tauri::command(async)]
#[specta::specta]
pub fn name_by(desk: State<'_, Desk>, pattern: String) -> Result<String, Problem> {
    desk.with(|bench| bench.name_by(&pattern))
}

/// Opens a key to see whose it is; nothing for the workspace's own when it is still to be made.
#[tauri::command(async)]
#[specta::specta]
pub fn look_at_key(
    desk: State<'_, Desk>,
    choice: KeyChoice,
    secret: Option<Hidden>,
) -> Result<Option<KeyView>, Problem> {
    desk.with(|bench| bench.look_at_key(&choice, secret.as_ref()))
}

/// The certificates on the cards and tokens that a library knows.
#[tauri::command(async)]
#[specta::specta]
pub fn token_certificates(library: PathBuf) -> Result<Vec<TokenView>, Problem> {
    commands::token_certificates(&library)
}

/// How the form of a judgement that is still worked on would look.
#[tauri::command(async)]
#[specta::specta]
pub fn draft_pdf(desk: State<'_, Desk>, number: String) -> Result<FormPdf, Problem> {
    let language = desk.lock().profile.signing.language;
    desk.with(|bench| bench.draft_pdf(&number, language))
}
