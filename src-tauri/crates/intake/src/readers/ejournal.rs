//! eJournal data archive: `information.json` with the entries of one student, and the files they attached.
//!
//! Source: the shape of the open-source eJournal of 2021; keys that are not known are passed over. Promises: an entry
//! holds what its author wrote and nothing of others; attachments are named with their size and never unpacked here.

use crate::finding::{Finding, FindingCode};
use crate::raw::{Journal, JournalComment, JournalEntry, Person};
use crate::readers::markup;
use crate::readers::package::{PART, Package};
use chrono::NaiveDate;
use serde_json::Value;

/// The part that says what is in the archive.
const INFORMATION: &str = "information.json";
/// Greatest attachment that is not remarked on, in bytes.
const ATTACHMENT: u64 = 64 << 20;

/// Reads an archive.
pub(crate) fn read(bytes: &[u8]) -> Result<Journal, Finding> {
    let mut package = Package::open(bytes)?;
    let names = package.names();
    let place = names.iter().filter(|name| name.rsplit('/').next() == Some(INFORMATION)).min_by_key(|name| name.len());
    let Some(place) = place else { return Err(Finding::error(FindingCode::NoJournalArchive)) };
    let part = package.part(place, PART)?.ok_or_else(|| Finding::error(FindingCode::NoJournalArchive))?;
    let root: Value = serde_json::from_slice(&part).map_err(|error| {
        Finding::error(FindingCode::JsonInvalid).value(format!("{}:{}", error.line(), error.column()))
    })?;
    let profile = &root["profile"];
    let owner = Person { name: text(&profile["full_name"]), mail: text(&profile["email"]) };
    let mut journal = Journal {
        user: text(&profile["username"]),
        owner,
        findings: package.odd_paths().into_iter().collect(),
        ..Journal::default()
    };
    for name in names.iter().filter(|name| !name.ends_with('/') && *name != place) {
        if let Some(size) = package.size(name).filter(|size| *size > ATTACHMENT) {
            let short = name.rsplit('/').next().unwrap_or(name);
            let value = format!("{short} ({} MB)", size / 1_000_000);
            journal.findings.push(Finding::warning(FindingCode::AttachmentTooLarge).value(value));
        }
    }
    let assignments = root["journals"].as_object().ok_or_else(|| Finding::error(FindingCode::NoJournalArchive))?;
    for (assignment, entries) in assignments {
        for entry in entries.as_array().into_iter().flatten() {
            journal.entries.push(entry_of(assignment, entry));
        }
    }
    Ok(journal)
}

fn entry_of(assignment: &str, entry: &Value) -> JournalEntry {
    let comments = entry["comments"].as_array().into_iter().flatten();
    JournalEntry {
        id: text(&entry["id"]),
        assignment: assignment.to_owned(),
        title: text(&entry["title"]),
        date: day(&entry["creation_date"]),
        author: text(&entry["author"]),
        text: content(entry),
        comments: comments
            .filter(|comment| comment["published"].as_bool() != Some(false))
            .map(|comment| JournalComment {
                id: text(&comment["id"]),
                author: text(&comment["author"]["full_name"]),
                date: day(&comment["creation_date"]),
                text: markup::text_of(&text(&comment["text"])),
            })
            .collect(),
    }
}

/// The answers of an entry under the questions of its template, in the order of the template.
fn content(entry: &Value) -> String {
    let mut fields: Vec<&Value> = entry["template"]["field_set"].as_array().into_iter().flatten().collect();
    fields.sort_by_key(|field| field["location"].as_i64().unwrap_or(i64::MAX));
    let title = text(&entry["title"]);
    let mut parts: Vec<String> = (!title.is_empty()).then_some(title).into_iter().collect();
    let answers = &entry["content"];
    let mut known = Vec::new();
    for field in fields {
        let id = text(&field["id"]);
        let answer = &answers[&id];
        known.push(id);
        let said = match field["type"].as_str() {
            // A file or a picture is an attachment, a video a link.
            Some("f" | "i" | "v") => continue,
            Some("rt") => markup::text_of(&text(answer)),
            _ => text(answer),
        };
        if !said.trim().is_empty() {
            parts.push(format!("{}\n{said}", text(&field["title"])));
        }
    }
    for (id, answer) in answers.as_object().into_iter().flatten().filter(|(id, _)| !known.contains(id)) {
        let said = markup::text_of(&text(answer));
        if !said.is_empty() && id.parse::<u64>().is_ok() {
            parts.push(said);
        }
    }
    parts.join("\n\n")
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.get(..10)?.parse().ok()
}
