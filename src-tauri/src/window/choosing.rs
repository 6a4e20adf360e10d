//! The dialogs of the system that choose files and folders.
//!
//! Promises: what is chosen is named in the language of the window; nothing is read or written here.

use super::Desk;
use crate::profile::Language;
use commands::api::Problem;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;

/// Endings of files that can hold evidence.
const EVIDENCE: &[&str] = &[
    "csv", "tsv", "xlsx", "xlsm", "ods", "json", "docx", "odt", "rtf", "pdf", "txt", "html", "htm", "eml", "msg",
    "zip", "png", "jpg", "jpeg",
];

/// What to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// A workspace that exists.
    OpenWorkspace,
    /// Where a new one goes.
    NewWorkspace,
    /// Files with evidence.
    Evidence,
    /// Forms to check.
    Pdf,
    /// A folder for forms.
    Folder,
    /// Where an overview goes.
    Overview,
    /// A file of grades that Brightspace made.
    Grades,
    /// Where one goes.
    NewGrades,
    /// A template that OSIRIS made.
    Template,
    /// Where the filled one goes.
    FilledTemplate,
    /// A certificate to trust.
    OtherCertificate,
    /// A file with a key to sign with.
    KeyFile,
    /// The library of a card or token.
    Library,
    /// Lists of revoked certificates.
    RevocationLists,
    /// Where the own certificate goes.
    Certificate,
    /// Where the journal is written as a table.
    JournalCsv,
    /// Where the journal is written as JSON.
    JournalJson,
}

/// How a dialog asks.
enum Ask {
    One(&'static str, &'static [&'static str]),
    Several(&'static str, &'static [&'static str]),
    Folder,
    /// A file to be written: kind, extension, name without it.
    Place(&'static str, &'static str, &'static str),
}

impl Choice {
    fn ask(self, language: Language) -> Ask {
        let said = |dutch: &'static str, english: &'static str| match language {
            Language::Nl => dutch,
            Language::En => english,
        };
        match self {
            Self::OpenWorkspace => Ask::One("Weegschaal", &["weegschaal"]),
            Self::NewWorkspace => Ask::Place("Weegschaal", "weegschaal", said("partnerschap", "partnership")),
            Self::Evidence => Ask::Several(said("Bewijs", "Evidence"), EVIDENCE),
            Self::Pdf => Ask::Several("PDF", &["pdf"]),
            Self::Folder => Ask::Folder,
            Self::KeyFile => Ask::One(said("Sleutelbestand", "Key file"), &["p12", "pfx"]),
            Self::RevocationLists => Ask::Several(said("Intrekkingslijst", "Revocation list"), &["crl", "pem"]),
            Self::Library => Ask::One(said("Bibliotheek", "Library"), &["so", "dll", "dylib"]),
            Self::Overview => Ask::Place("Excel", "xlsx", said("overzicht", "overview")),
            Self::Grades => Ask::One("CSV", &["csv", "txt"]),
            Self::NewGrades => Ask::Place("CSV", "csv", said("resultaten Brightspace", "results Brightspace")),
            Self::Template => Ask::One("Excel", &["xlsx"]),
            Self::FilledTemplate => Ask::Place("Excel", "xlsx", said("cijferinvoer ingevuld", "results filled in")),
            Self::OtherCertificate => Ask::One(said("Certificaat", "Certificate"), &["pem", "crt", "cer", "der"]),
            Self::Certificate => Ask::Place("PEM", "pem", said("certificaat", "certificate")),
            Self::JournalCsv => Ask::Place("CSV", "csv", said("logboek", "journal")),
            Self::JournalJson => Ask::Place("JSON", "json", said("logboek", "journal")),
        }
    }
}

/// Lets the user choose; nothing when the user thinks better of it.
#[tauri::command(async)]
#[specta::specta]
pub fn choose(app: AppHandle, desk: State<'_, Desk>, what: Choice) -> Result<Vec<String>, Problem> {
    let ask = what.ask(desk.lock().profile.preferences.language);
    let dialog = app.dialog().file();
    let chosen = match ask {
        Ask::One(kind, endings) => dialog.add_filter(kind, endings).blocking_pick_file().into_iter().collect(),
        Ask::Several(kind, endings) => dialog.add_filter(kind, endings).blocking_pick_files().unwrap_or_default(),
        Ask::Folder => dialog.blocking_pick_folder().into_iter().collect(),
        Ask::Place(kind, ending, name) => {
            let named = dialog.add_filter(kind, &[ending]).set_file_name(format!("{name}.{ending}"));
            named.blocking_save_file().into_iter().collect()
        }
    };
    Ok(chosen.into_iter().map(|path| path.to_string()).collect())
}
