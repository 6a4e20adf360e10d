//! The window: opens it, and hands each call of the page to a use case.
//!
//! Promises: one window, one open workspace; the page reaches exactly the commands of `window/names.rs`; a second
//! start brings the first window forward. Deliberately absent: decisions.

mod calls;
mod choosing;
mod control;
mod files;
mod forms;
mod kader;
mod names;
mod outputs;
mod session;
mod settings;
mod signing;
mod sources;
mod tracing;

use crate::machine::Machine;
use crate::profile::Profile;
use commands::api::{Problem, ProblemCode};
use commands::passphrase::Tries;
use commands::{Host, Workbench};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard};
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder};

#[cfg(test)]
use names::COMMANDS;

/// What lies on the desk.
pub struct Desk {
    inner: Mutex<Open>,
    /// Whether the user wants the long work at hand to stop.
    cancelled: AtomicBool,
}

/// Behind the lock.
pub struct Open {
    bench: Option<Workbench>,
    tries: Tries,
    suggested: Option<PathBuf>,
    /// Where the user was in the workspace that was locked last.
    left: Option<(PathBuf, session::PlaceLeft)>,
    profile: Profile,
    /// Files that were checked, and may be looked at.
    checked: BTreeSet<PathBuf>,
}

impl Desk {
    fn new(suggested: Option<PathBuf>) -> Self {
        let profile = Profile::read();
        let checked = BTreeSet::new();
        let open = Open { bench: None, tries: Tries::default(), suggested, left: None, profile, checked };
        Self { inner: Mutex::new(open), cancelled: AtomicBool::new(false) }
    }

    /// A call that died half-way leaves the workspace rolled back, so the lock may be taken again.
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Where the open workspace is; `not_open` otherwise.
    fn path(&self) -> Result<PathBuf, Problem> {
        self.with(|bench| Ok(bench.path().to_owned()))
    }

    /// Where forms of the open workspace go: where the user said, else beside it.
    fn forms_folder(&self) -> Result<PathBuf, Problem> {
        let usual = self.with(|bench| Ok(bench.forms_folder()))?;
        Ok(self.lock().profile.forms_folder(&usual).unwrap_or(usual))
    }

    /// A try with a passphrase: after wrong ones the next must wait; a wrong one tells how many are left.
    fn trying<T>(&self, attempt: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
        self.lock().tries.allow(Machine.now())?;
        let outcome = attempt();
        let mut open = self.lock();
        match outcome {
            Err(problem) if problem.code == ProblemCode::WrongPassphrase => {
                open.tries.count_wrong(Machine.now());
                open.tries.allow(Machine.now())?;
                Err(problem.with(open.tries.left().to_string()))
            }
            other => {
                if other.is_ok() {
                    open.tries.forget();
                }
                other
            }
        }
    }

    /// Does something with the open workspace; `not_open` otherwise.
    fn with<T>(&self, act: impl FnOnce(&mut Workbench) -> Result<T, Problem>) -> Result<T, Problem> {
        let mut open = self.lock();
        match &mut open.bench {
            Some(bench) => act(bench),
            None => Err(Problem::user(ProblemCode::NotOpen, "")),
        }
    }
}

/// Opens the window, on a workspace when one is given.
pub fn run(workspace: Option<PathBuf>) -> ExitCode {
    #[cfg(target_os = "linux")]
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        eprintln!("Er is geen scherm om een venster op te openen. Gebruik de opdrachtregel: weegschaal --help");
        return ExitCode::from(1);
    }
    let builder = bridge();
    let run = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(Desk::new(workspace))
        .invoke_handler(builder.invoke_handler())
        .setup(|app| {
            let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .initialization_script(session::Beginning::script(&app.state::<Desk>()))
                .title("Weegschaal")
                .inner_size(1440.0, 900.0)
                .min_inner_size(720.0, 480.0)
                .build()?;
            session::draw_at_size(&window, &app.state::<Desk>().lock().profile.preferences);
            Ok(())
        })
        .run(tauri::generate_context!());
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => {
            eprintln!("Het venster kon niet worden geopend. Controleer of WebKitGTK is geïnstalleerd.");
            ExitCode::from(1)
        }
    }
}

/// Every command, typed; a few to a line, by what they are about.
#[rustfmt::skip]
fn bridge() -> tauri_specta::Builder<tauri::Wry> {
    use calls::*;
    use choosing::*;
    use control::*;
    use files::*;
    use forms::*;
    use kader::*;
    use outputs::*;
    use session::*;
    use settings::*;
    use signing::*;
    use sources::*;
    use tracing::*;
    tauri_specta::Builder::<tauri::Wry>::new()
        .error_handling(tauri_specta::ErrorHandlingMode::Result)
        .disable_serde_phases()
        .commands(tauri_specta::collect_commands![
            // the workspace as a whole
            beginning, session, open_workspace, open_with_recovery, create_workspace, open_example, lock, prove,
            place_left, forget_recent, undo, redo, save_preferences, painted,
            // dossiers and their sources
            desk, desk_since, dossier, add_indication, change_indication, remove_indication, add_datapoint, change_datapoint,
            remove_datapoint, set_established, save_original, save_conversation, remove_conversation, save_standing,
            // weighing and judging
            save_statement, what_if, save_draft, establish, start_revision, drop_revision, start_attempt,
            // the framework
            kader, look_at_kader, begin_kader, save_kader, drop_kader, use_kader, freeze_weights, compare_versions,
            // forms and checking
            forms, form_pdf, verify_file, forms_folder, set_forms_folder, checked_pdf, trust_signer,
            distrust_signer, trusted_signers, look_at_certificate, trust_certificate,
            // signing
            sign, signing_choice, set_signing_choice, name_by, look_at_key, token_certificates, draft_pdf,
            // files in and out
            preview_import, import_files, cancel, waiting, choose, reveal, export_overview, preview_output,
            write_output,
            // searching and looking back
            search, journal_page, journal_choices, journal_chain, journal_detail, export_journal,
            // settings
            settings, grant_mandate, change_mandate, withdraw_mandate, sit, set_calendar, save_certificate,
            change_passphrase, passphrase_strength, backup_state, set_backup_folder, make_backup,
        ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/bindings/index.ts");
    const CAPABILITY: &str = include_str!("../capabilities/desk.json");

    /// The types of the page are those of this program. Set `WEEGSCHAAL_WRITE_BINDINGS` to write them anew.
    #[test]
    fn bindings_are_generated_from_these_types() {
        let fresh = std::env::temp_dir().join(format!("weegschaal-bindings-{}.ts", std::process::id()));
        bridge().export(specta_typescript::Typescript::default(), &fresh).expect("BUG: types export");
        let text = fs::read_to_string(&fresh).expect("BUG: just written");
        fs::remove_file(&fresh).expect("BUG: just written");
        if std::env::var_os("WEEGSCHAAL_WRITE_BINDINGS").is_some() {
            fs::write(BINDINGS, &text).expect("BUG: bindings can be written");
        }
        let kept = fs::read_to_string(BINDINGS).unwrap_or_default();
        assert!(kept == text, "run the tests with WEEGSCHAAL_WRITE_BINDINGS=1 and commit ui/src/bindings/index.ts");
    }

    #[test]
    fn the_capability_grants_exactly_our_commands() {
        let capability: serde_json::Value = serde_json::from_str(CAPABILITY).expect("BUG: a capability is JSON");
        let granted = capability["permissions"].as_array().expect("BUG: a list");
        let mut own: Vec<String> = granted
            .iter()
            .filter_map(|name| name.as_str()?.strip_prefix("allow-").map(|name| name.replace('-', "_")))
            .collect();
        let mut listed: Vec<String> = COMMANDS.iter().map(ToString::to_string).collect();
        own.sort();
        listed.sort();
        assert_eq!(own, listed);
    }
}
