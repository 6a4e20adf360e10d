//! Calls about the workspace as a whole: opening, making, locking, preferences.

use super::Desk;
use crate::machine::Machine;
use crate::profile::{Language, Preferences, Theme};
use commands::api::*;
use commands::{Founding, Host, Secret, Workbench, demo};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::{Path, PathBuf};
use tauri::{State, WebviewWindow};

/// A place in the window: a room, and in a dossier the student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlaceLeft {
    /// The room's name.
    pub room: String,
    /// Student number; empty outside a dossier.
    pub number: String,
}

/// What the first screen is drawn from. It is handed to the page with the page itself, and asked for when the page is
/// loaded anew.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Beginning {
    /// How the user likes the window.
    pub preferences: Preferences,
    /// Seconds without key or mouse after which the window locks.
    pub idle_limit: u32,
    /// Whether a workspace is open, and which were before.
    pub session: Session,
}

impl Beginning {
    /// As it stands now.
    pub fn read(desk: &Desk) -> Result<Self, Problem> {
        let session = session_of(desk)?;
        let preferences = desk.lock().profile.preferences.clone();
        Ok(Self { idle_limit: idle_limit(&preferences), preferences, session })
    }

    /// Goes with the page, before anything of it is drawn: asking for it would cost frames. A first screen that differs
    /// from the one drawn into the page (another language, no workspace yet) is hidden until it is drawn anew.
    pub fn script(desk: &Desk) -> String {
        let Ok(known) = Self::read(desk) else { return String::new() };
        let Ok(json) = serde_json::to_string(&known) else { return String::new() };
        let theme = match known.preferences.theme {
            Theme::System => "",
            Theme::Light => "of.theme = 'light';",
            Theme::Dark => "of.theme = 'dark';",
        };
        let chosen = match &known.session {
            Session::Closed { recent, suggested } => suggested.is_some() || !recent.is_empty(),
            Session::Open(_) => false,
        };
        let like = chosen && known.preferences.language == Language::default();
        let unlike = if like { "" } else { "of.unlike = '';" };
        // A page that is loaded anew, after a lock, is not the one this was written for.
        let again = "if (sessionStorage.getItem('begun')) of.unlike = '';";
        format!(
            "window.beginning = {json}; {{ const of = document.documentElement.dataset; {theme} {unlike} {again} }}"
        )
    }
}

/// What the window shows first.
#[tauri::command(async)]
#[specta::specta]
pub fn beginning(desk: State<'_, Desk>) -> Result<Beginning, Problem> {
    Beginning::read(&desk)
}

/// The open workspace, or those that can be opened.
#[tauri::command(async)]
#[specta::specta]
pub fn session(desk: State<'_, Desk>) -> Result<Session, Problem> {
    session_of(&desk)
}

fn session_of(desk: &Desk) -> Result<Session, Problem> {
    let open = desk.lock();
    if let Some(bench) = &open.bench {
        return Ok(Session::Open(Box::new(bench.overview()?)));
    }
    let suggested = open.suggested.as_ref().map(|path| path.display().to_string());
    Ok(Session::Closed { recent: open.profile.recent(), suggested })
}

/// Seconds after which the window locks. `WEEGSCHAAL_LOCK_SECONDS` can only shorten it.
fn idle_limit(preferences: &Preferences) -> u32 {
    let chosen = preferences.lock_minutes() * 60;
    let shorter = std::env::var("WEEGSCHAAL_LOCK_SECONDS").ok().and_then(|text| text.parse().ok());
    shorter.map_or(chosen, |seconds: u32| seconds.clamp(2, chosen))
}

/// Opens with a passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn open_workspace(desk: State<'_, Desk>, path: PathBuf, passphrase: String) -> Result<OpenWorkspace, Problem> {
    let opened = desk.trying(|| Workbench::open(&path, Secret::Passphrase(&passphrase), Machine::shared()))?;
    place(&desk, &path, opened)
}

/// Opens with the recovery key and sets a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub fn open_with_recovery(
    desk: State<'_, Desk>,
    path: PathBuf,
    recovery_key: String,
    new_passphrase: String,
) -> Result<OpenWorkspace, Problem> {
    let bench = Workbench::recover(&path, &recovery_key, &new_passphrase, Machine::shared())?;
    place(&desk, &path, bench)
}

/// Makes a workspace.
#[tauri::command(async)]
#[specta::specta]
pub fn create_workspace(desk: State<'_, Desk>, request: NewWorkspaceRequest) -> Result<NewWorkspaceReply, Problem> {
    let founding = Founding::read(&request)?;
    let (bench, recovery_key) = Workbench::found(&founding, &request.passphrase, Machine::shared())?;
    let workspace = place(&desk, &founding.path, bench)?;
    Ok(NewWorkspaceReply { workspace, recovery_key })
}

/// Opens the example partnership; makes it first when it is not there.
#[tauri::command(async)]
#[specta::specta]
pub fn open_example(desk: State<'_, Desk>) -> Result<OpenWorkspace, Problem> {
    let suggested = desk.lock().suggested.clone().filter(|path| path.ends_with(demo::FILE));
    let folder = dirs::data_dir().unwrap_or_else(std::env::temp_dir).join("weegschaal").join("voorbeeld");
    let path = suggested.unwrap_or_else(|| folder.join(demo::FILE));
    let bench = if path.is_file() {
        Workbench::open(&path, Secret::Passphrase(demo::PASSPHRASE), Machine::shared())?
    } else {
        demo::make(&folder, demo::STUDENTS, demo::SEED, demo::PASSPHRASE, Machine::shared(), &mut |_, _, _| {})?.bench
    };
    place(&desk, &path, bench)
}

fn place(desk: &Desk, path: &Path, bench: Workbench) -> Result<OpenWorkspace, Problem> {
    timing("accepted", Machine.now().timestamp_millis());
    let overview = bench.overview()?;
    let mut open = desk.lock();
    open.tries.forget();
    open.profile.remember(path);
    open.profile.write();
    open.suggested = Some(path.to_owned());
    open.bench = Some(bench);
    Ok(overview)
}

/// Closes the workspace; where the user was is remembered in memory alone, to come back to.
#[tauri::command(async)]
#[specta::specta]
pub fn lock(desk: State<'_, Desk>, left: Option<PlaceLeft>) -> Result<Session, Problem> {
    {
        let mut open = desk.lock();
        let path = open.bench.take().map(|bench| bench.path().to_owned());
        open.left = path.zip(left);
    }
    session(desk)
}

/// Whether who is at the window knows the passphrase of the open workspace: asked before it shows again what it hid.
#[tauri::command(async)]
#[specta::specta]
pub fn prove(desk: State<'_, Desk>, passphrase: String) -> Result<(), Problem> {
    desk.trying(|| desk.with(|bench| bench.prove(&passphrase)))
}

/// Where the user was when this workspace was locked; told once.
#[tauri::command(async)]
#[specta::specta]
pub fn place_left(desk: State<'_, Desk>) -> Result<Option<PlaceLeft>, Problem> {
    let path = desk.path()?;
    Ok(desk.lock().left.take().filter(|(of, _)| *of == path).map(|(_, left)| left))
}

/// Takes a workspace off the list of those opened before; the file stays.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_recent(desk: State<'_, Desk>, path: PathBuf) -> Result<Session, Problem> {
    {
        let mut open = desk.lock();
        open.profile.forget(&path);
        open.profile.write();
        if open.suggested.as_ref() == Some(&path) {
            open.suggested = None;
        }
    }
    session(desk)
}

/// Takes the latest act back.
#[tauri::command(async)]
#[specta::specta]
pub fn undo(desk: State<'_, Desk>) -> Result<OpenWorkspace, Problem> {
    desk.with(Workbench::undo)
}

/// Does the act taken back last again.
#[tauri::command(async)]
#[specta::specta]
pub fn redo(desk: State<'_, Desk>) -> Result<OpenWorkspace, Problem> {
    desk.with(Workbench::redo)
}

/// Remembers how the user likes the window, and draws it at the size that is liked; answers after how many seconds it
/// locks now.
#[tauri::command(async)]
#[specta::specta]
pub fn save_preferences(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    preferences: Preferences,
) -> Result<u32, Problem> {
    let mut open = desk.lock();
    open.profile.preferences = preferences.settled();
    open.profile.write();
    let liked = open.profile.preferences.clone();
    drop(open);
    draw_at_size(&window, &liked);
    Ok(idle_limit(&liked))
}

/// Draws everything at the size that is liked; one that cannot be drawn stays as it is.
pub(super) fn draw_at_size(window: &WebviewWindow, preferences: &Preferences) {
    let _ = window.set_zoom(preferences.scale());
}

/// The page says that a screen stands painted since `at` (Unix time, ms): by its own clock, for what it says comes late when
/// it is busy with something next.
#[tauri::command]
#[specta::specta]
pub fn painted(screen: String, at: f64) {
    timing(&format!("painted {screen}"), format_args!("{at:.0}"));
}

/// Tells on stderr that something happened, and when (Unix time, ms), when `WEEGSCHAAL_TIMING` is set, for measuring.
fn timing(what: &str, at: impl std::fmt::Display) {
    if std::env::var_os("WEEGSCHAAL_TIMING").is_some() {
        eprintln!("{what} {at}");
    }
}
