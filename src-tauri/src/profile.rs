//! What the program remembers outside every workspace: where workspaces are, and how the user likes the window.
//!
//! Promises: no personal data and no secrets; an unreadable profile is an empty one, never an error.

use crate::machine::Machine;
use chrono::{DateTime, Utc};
use commands::api::{RecentWorkspace, SigningChoice};
use commands::{Host, Tongue, demo};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Map;
use specta::Type;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Workspaces remembered.
const REMEMBERED: usize = 8;
/// Minutes on offer before the window locks.
const MINUTES: [u32; 4] = [5, 10, 15, 30];
const USUAL_MINUTES: u32 = 10;
/// Sizes on offer for everything in the window, per cent.
const SIZES: [u32; 7] = [80, 90, 100, 110, 125, 150, 200];
const USUAL_SIZE: u32 = 100;
/// Days that a copy counts as fresh.
const FRESH_DAYS: u32 = 7;

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
    pub panes: Panes,
    /// What the window speaks.
    pub language: Language,
    /// Minutes without key or mouse after which the window locks.
    pub lock_minutes: u32,
    /// How large everything is drawn, per cent.
    pub size: u32,
    /// Whether the first-run tour was walked or waved away.
    pub tour_seen: bool,
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
        Self { sources: 304, sources_folded: false, judgement: 288, judgement_folded: false }
    }
}

/// What the window speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Dutch,
            Language::En => Self::English,
        }
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
        Self {
            theme: Theme::System,
            single_keys: true,
            judge_first: false,
            panes: Panes::default(),
            language: Language::Nl,
            lock_minutes: USUAL_MINUTES,
            size: USUAL_SIZE,
            tour_seen: false,
        }
    }
}

impl Preferences {
    /// Minutes after which the window locks: one of those on offer, whatever the file says.
    pub fn lock_minutes(&self) -> u32 {
        if MINUTES.contains(&self.lock_minutes) { self.lock_minutes } else { USUAL_MINUTES }
    }

    /// How large everything is drawn, 1 for usual: one of those on offer, whatever the file says.
    pub fn scale(&self) -> f64 {
        f64::from(self.size()) / f64::from(USUAL_SIZE)
    }

    fn size(&self) -> u32 {
        if SIZES.contains(&self.size) { self.size } else { USUAL_SIZE }
    }

    /// With only values that are on offer.
    pub fn settled(self) -> Self {
        Self { lock_minutes: self.lock_minutes(), size: self.size(), ..self }
    }
}

/// Where the copies of a workspace go, and the last one that was made and read back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Copies {
    folder: Option<PathBuf>,
    made: Option<Copy>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Copy {
    at: DateTime<Utc>,
    path: PathBuf,
}

/// What *Instellingen* says about the copies of the open workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BackupState {
    /// The folder they go to; none is chosen yet otherwise.
    pub folder: Option<String>,
    /// When the last verified copy was made, RFC 3339.
    pub at: Option<String>,
    /// Where it stands.
    pub path: Option<String>,
    /// Whether it still stands there.
    pub present: bool,
    /// Whole days since; none when there never was one.
    pub days: Option<u32>,
    /// Whether it is time for another.
    pub due: bool,
}

/// The profile.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    recent: Vec<PathBuf>,
    copies: BTreeMap<PathBuf, Copies>,
    /// Where forms go, by the folder they would go to otherwise.
    forms: BTreeMap<PathBuf, PathBuf>,
    /// How forms were signed last; no secrets.
    #[serde(deserialize_with = "over_usual")]
    pub signing: SigningChoice,
    /// How the user likes the window.
    #[serde(deserialize_with = "over_usual")]
    pub preferences: Preferences,
}

/// What an older or newer program wrote, as far as it is understood; the usual for the rest.
fn over_usual<'de, D, T>(reader: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Serialize + DeserializeOwned,
{
    let found = Map::deserialize(reader)?;
    let mut merged = serde_json::to_value(T::default()).map_err(Error::custom)?;
    if let Some(all) = merged.as_object_mut() {
        all.extend(found);
    }
    Ok(serde_json::from_value(merged).unwrap_or_default())
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

    /// Takes a workspace off the list.
    pub fn forget(&mut self, workspace: &Path) {
        self.recent.retain(|known| known != workspace);
    }

    /// Where copies of a workspace go.
    pub fn backup_folder(&self, workspace: &Path) -> Option<PathBuf> {
        self.copies.get(workspace)?.folder.clone()
    }

    /// Chooses where copies of a workspace go.
    pub fn set_backup_folder(&mut self, workspace: &Path, folder: &Path) {
        self.copies.entry(workspace.to_owned()).or_default().folder = Some(folder.to_owned());
    }

    /// Remembers a verified copy.
    pub fn backed_up(&mut self, workspace: &Path, copy: &Path, at: DateTime<Utc>) {
        self.copies.entry(workspace.to_owned()).or_default().made = Some(Copy { at, path: copy.to_owned() });
    }

    /// What is known of the copies of a workspace; the example needs none.
    pub fn backup(&self, workspace: &Path, now: DateTime<Utc>) -> BackupState {
        let known = self.copies.get(workspace).cloned().unwrap_or_default();
        let days = known.made.as_ref().map(|made| u32::try_from((now - made.at).num_days()).unwrap_or(0));
        let present = known.made.as_ref().is_some_and(|made| made.path.is_file());
        let fresh = present && days.is_some_and(|days| days <= FRESH_DAYS);
        BackupState {
            folder: known.folder.map(|folder| folder.display().to_string()),
            at: known.made.as_ref().map(|made| made.at.to_rfc3339()),
            path: known.made.map(|made| made.path.display().to_string()),
            present,
            days,
            due: !fresh && !workspace.ends_with(demo::FILE),
        }
    }

    /// Where forms go that would otherwise go to `usual`.
    pub fn forms_folder(&self, usual: &Path) -> Option<PathBuf> {
        self.forms.get(usual).cloned()
    }

    /// Chooses where they go; none is the usual folder again.
    pub fn set_forms_folder(&mut self, usual: &Path, folder: Option<PathBuf>) {
        match folder {
            Some(folder) => self.forms.insert(usual.to_owned(), folder),
            None => self.forms.remove(usual),
        };
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_profile_of_an_older_program_is_read_and_keeps_what_it_said() {
        let old = r#"{ "recent": ["/a.weegschaal"], "preferences": { "theme": "dark", "singleKeys": false, "judgeFirst": true },
            "signing": { "key": { "kind": "own" }, "service": "https://tijd.example", "pattern": "{nummer}", "language": "en" } }"#;
        let profile: Profile = serde_json::from_str(old).expect("BUG: an older profile");
        let expected =
            Preferences { theme: Theme::Dark, single_keys: false, judge_first: true, ..Preferences::default() };
        assert_eq!(profile.preferences, expected);
        assert_eq!(profile.recent.len(), 1);
        let signing = profile.signing;
        assert_eq!((signing.service.as_str(), signing.lists), ("https://tijd.example", vec![]));
    }

    #[test]
    fn only_sizes_on_offer_are_drawn() {
        let sized = |size| Preferences { size, ..Preferences::default() }.settled().scale();
        assert_eq!((sized(200), sized(100), sized(0), sized(5000)), (2.0, 1.0, 1.0, 1.0));
    }

    #[test]
    fn only_minutes_on_offer_lock_the_window() {
        let odd = Preferences { lock_minutes: 100_000, ..Preferences::default() };
        assert_eq!(odd.settled().lock_minutes, USUAL_MINUTES);
        assert_eq!(Preferences { lock_minutes: 30, ..Preferences::default() }.settled().lock_minutes, 30);
    }

    #[test]
    fn a_copy_is_due_after_a_week_or_when_it_is_gone() {
        let folder = std::env::temp_dir();
        let copy = folder.join(format!("kopie-{}.weegschaal", std::process::id()));
        let workspace = Path::new("/werk/proef.weegschaal");
        fs::write(&copy, "kopie").expect("BUG: writable");
        let made = DateTime::UNIX_EPOCH;
        let mut profile = Profile::default();
        assert!(profile.backup(workspace, made).due, "there never was one");
        assert!(!profile.backup(Path::new("/x").join(demo::FILE).as_path(), made).due, "the example needs none");
        profile.set_backup_folder(workspace, &folder);
        profile.backed_up(workspace, &copy, made);
        assert!(!profile.backup(workspace, made + TimeDelta::days(7)).due);
        assert!(profile.backup(workspace, made + TimeDelta::days(8)).due);
        fs::remove_file(&copy).expect("BUG: removable");
        assert!(profile.backup(workspace, made).due, "it is gone");
    }
}
