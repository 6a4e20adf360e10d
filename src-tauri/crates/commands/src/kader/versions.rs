//! The versions of the framework, kept in the workspace as one list.
//!
//! Promises: the last is the one in force; a workspace made before versions were kept has its framework as version 1.

use crate::api::{OriginCode, VersionBrief};
use chrono::{DateTime, NaiveDate};
use domain::framework::{FrameworkVersion, VersionOrigin, WeightFramework};
use store::{Reader, StoreError, Writer};

const VERSIONS: &str = "framework.versions";

/// Every version, the one in force last.
pub(crate) fn kept(reader: &Reader<'_>) -> Result<Vec<FrameworkVersion>, StoreError> {
    if let Some(json) = reader.setting(VERSIONS)? {
        return Ok(serde_json::from_str(&json)?);
    }
    let first = reader.journal(1, 1)?.pop();
    let (at, by) = first.map(|entry| (entry.at, entry.actor)).unwrap_or_default();
    let on = DateTime::from_timestamp_millis(at).unwrap_or_default().date_naive();
    Ok(vec![FrameworkVersion { number: 1, on, by, origin: VersionOrigin::Founded, framework: reader.framework()? }])
}

/// Puts `framework` in the list as the one in force from `on`. To be called before it is written.
pub(crate) fn next(
    writer: &mut Writer<'_>,
    framework: &WeightFramework,
    origin: VersionOrigin,
    on: NaiveDate,
    by: &str,
) -> Result<(), StoreError> {
    let mut versions = kept(writer)?;
    let number = versions.last().map_or(1, |last| last.number + 1);
    versions.push(FrameworkVersion { number, on, by: by.to_owned(), origin, framework: framework.clone() });
    writer.put_setting(VERSIONS, &serde_json::to_string(&versions)?)
}

/// A label that no version has: the number at its end one higher, or `-2` put behind it.
pub(super) fn next_label(versions: &[FrameworkVersion], label: &str) -> String {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let (stem, from) = match label[stem.len()..].parse::<u32>() {
        Ok(number) => (stem.to_owned(), number.saturating_add(1)),
        Err(_) => (format!("{label}-"), 2),
    };
    let mut names = (from..).map(|number| format!("{stem}{number}"));
    names.find(|name| !taken(versions, name)).unwrap_or_default()
}

/// Whether a version has this label.
pub(super) fn taken(versions: &[FrameworkVersion], label: &str) -> bool {
    versions.iter().any(|version| version.framework.version.trim() == label.trim())
}

/// A version in short.
pub(super) fn brief(version: &FrameworkVersion) -> VersionBrief {
    let (origin, reason) = match &version.origin {
        VersionOrigin::Founded => (OriginCode::Founded, ""),
        VersionOrigin::Imported(file) => (OriginCode::Imported, file.as_str()),
        VersionOrigin::Edited(reason) => (OriginCode::Edited, reason.as_str()),
    };
    VersionBrief {
        number: version.number,
        label: version.framework.version.clone(),
        on: version.on.to_string(),
        by: version.by.clone(),
        origin,
        reason: reason.to_owned(),
    }
}
