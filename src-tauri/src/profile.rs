//! What the program remembers outside every workspace: where workspaces are, and how the user likes the window.
//!
//! Promises: no personal data and no secrets; an unreadable profile is an empty one, never an error.

use crate::machine::Machine;
use commands::Host;
use commands::api::RecentWorkspace;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::fs;
use std::path::{Path, PathBuf};

/// Workspaces remembered.
const REMEMBERED: usize = 8;

/// How the user likes the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// Colours.
    pub theme: Theme,
    /// Whether single letters act outside text fields.
    pub single_keys: bool,
    /// *Eerst oordelen*: positions stay hidden until an outcome is written.
    pub judge_first: bool,
    /// How the panes of a dossier stand.
    #[serde(default)]
    pub panes: Panes,
}

/// How the panes of a dossier stand; widths in CSS pixels at normal zoom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Panes {
    /// Width of *Bronnen*.
    pub sources: u16,
    /// Whether it is folded.
    pub sources_folded: bool,
    /// Width of *Oordeel*.
    pub judgement: u16,
    /// Whether it is folded.
    pub judgement_folded: bool,
}

impl Default for Panes {
    fn default() -> Self {
        Self { sources: 320, sources_folded: false, judgement: 296, judgement_folded: false }
    }
}

/// Colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::System, single_keys: true, judge_first: false, panes: Panes::default() }
    }
}

/// The profile.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    recent: Vec<PathBuf>,
    /// How the user likes the window.
    pub preferences: Preferences,
}

impl Profile {
    /// Reads it.
    pub fn read() -> Self {
        let text = fs::read_to_string(file()).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Writes it; a profile that cannot be written is no reason to stop anybody.
    pub fn write(&self) {
        let path = file();
        if let Some(folder) = path.parent() {
            let _ = fs::create_dir_all(folder);
        }
        if let Ok(text) = serde_json::to_string_pretty(self) {
            let _ = fs::write(path, text);
        }
    }

    /// Remembers a workspace as the latest.
    pub fn remember(&mut self, workspace: &Path) {
        let full = fs::canonicalize(workspace).unwrap_or_else(|_| workspace.to_owned());
        self.recent.retain(|known| *known != full);
        self.recent.insert(0, full);
        self.recent.truncate(REMEMBERED);
    }

    /// Workspaces opened before, latest first.
    pub fn recent(&self) -> Vec<RecentWorkspace> {
        let name = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let shown = self.recent.iter().map(|path| RecentWorkspace {
            path: path.display().to_string(),
            name: name(path),
            present: path.is_file(),
        });
        shown.collect()
    }
}

fn file() -> PathBuf {
    Machine.profile_folder().join("profiel.json")
}
