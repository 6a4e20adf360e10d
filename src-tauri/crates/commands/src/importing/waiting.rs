//! What waits for a person, file by file, and the mappings of tables that came before.
//!
//! Promises: kept in the workspace with everything else, so undone and done again with the act that brought it.

use super::File;
use super::preview::{mapping_view, pending_row};
use crate::api::*;
use crate::workbench::Workbench;
use intake::{Kind, Mapping, Pending};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Reader, StoreError, Writer};

const WAITING: &str = "import.waiting";
const MAPPINGS: &str = "import.mappings";

/// A file of which rows wait, by its hash.
#[derive(Serialize, Deserialize, PartialEq)]
struct Waits {
    name: String,
    kind: Option<String>,
    mapping: Mapping,
    pending: Vec<Pending>,
}

type All = BTreeMap<String, Waits>;

fn all(reader: &Reader<'_>) -> Result<All, StoreError> {
    let kept = reader.setting(WAITING)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// How a file that waits was read, with what was decided so far.
pub(super) fn mapping_of(reader: &Reader<'_>, hash: &str) -> Result<Option<(Option<Kind>, Mapping)>, StoreError> {
    let waits = all(reader)?.remove(hash);
    Ok(waits.map(|waits| (waits.kind.as_deref().and_then(Kind::parse), waits.mapping)))
}

/// Notes what waits of a file now; answers whether that is something else than before.
pub(super) fn note(writer: &mut Writer<'_>, file: &File, pending: &[Pending]) -> Result<bool, StoreError> {
    let mut all = all(writer)?;
    let before = all.remove(&file.hash);
    let mapping = file.mapping.clone().unwrap_or_default();
    let after = (!pending.is_empty()).then(|| Waits {
        name: file.name.clone(),
        kind: file.kind.map(|kind| kind.code().to_owned()),
        mapping,
        pending: pending.to_vec(),
    });
    if before == after {
        return Ok(false);
    }
    all.extend(after.map(|waits| (file.hash.clone(), waits)));
    writer.put_setting(WAITING, &serde_json::to_string(&all)?)?;
    Ok(true)
}

/// Mappings by the signature of their table.
pub(super) fn remembered(reader: &Reader<'_>) -> Result<BTreeMap<String, Mapping>, StoreError> {
    let kept = reader.setting(MAPPINGS)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Remembers a mapping for the next table with these headings.
pub(super) fn remember(writer: &mut Writer<'_>, signature: &str, mapping: &Mapping) -> Result<(), StoreError> {
    let lasting = mapping.clone().lasting();
    let mut all = remembered(writer)?;
    if lasting == Mapping::default() || all.get(signature) == Some(&lasting) {
        return Ok(());
    }
    all.insert(signature.to_owned(), lasting);
    writer.put_setting(MAPPINGS, &serde_json::to_string(&all)?)
}

impl Workbench {
    /// Files of which rows wait for a person, by name.
    pub fn waiting(&self) -> Result<Vec<WaitingFile>, Problem> {
        let all = all(&self.store.reader())?;
        let mut files: Vec<WaitingFile> = all
            .into_iter()
            .map(|(hash, waits)| WaitingFile {
                hash,
                name: waits.name,
                kind: waits.kind,
                mapping: mapping_view(&waits.mapping),
                pending: waits.pending.iter().map(pending_row).collect(),
            })
            .collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(files)
    }
}
