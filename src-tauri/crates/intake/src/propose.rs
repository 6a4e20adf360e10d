//! What the columns of a table probably mean, from its headings, its legend and what stands in it.
//!
//! Promises: a proposal is shown before it is used and says what it rests on; a level word gets a meaning only when the
//! scale, the legend or the file itself gives it one.

use crate::mapping::{CriterionColumns, Mapping};
use crate::table::{Cell, Headed};
use domain::evidence::Moment;
use domain::framework::WeightFramework;
use domain::ids::{CriterionId, SourceId};
use std::collections::{BTreeMap, BTreeSet};

const NUMBER: &[&str] =
    &["studentnummer student", "studentnummer", "studentnr", "studentnr.", "student nr", "stud.nr.", "student number"];
const STUDENT: &[&str] = &["naam student", "naam van de student", "student", "student name"];
const AUTHOR: &[&str] = &[
    "genoteerd door",
    "ingevuld door",
    "geschreven door",
    "auteur",
    "beoordelaar",
    "observator",
    "naam invuller",
    "door",
    "docent",
    "author",
];
const TEXT: &[&str] = &[
    "notitie",
    "wat zag ik?",
    "wat zag ik",
    "observatie",
    "observaties",
    "tekst",
    "feedback",
    "opmerking",
    "opmerkingen",
    "bevindingen",
    "verslag",
    "aantekening",
    "aantekeningen",
    "note",
    "notes",
    "observation",
    "comment",
    "comments",
];
const TITLE: &[&str] = &["opdracht", "activiteit", "onderwerp", "titel", "les", "activity", "assignment", "subject"];

/// Whether a table holds evidence: it says of whom, and it has a level or words.
pub(crate) fn looks_like_evidence(table: &Headed<'_>, framework: &WeightFramework) -> bool {
    let whose = table.column(NUMBER).or_else(|| table.column(STUDENT)).or_else(|| table.column(&["naam"])).is_some()
        || table.headings.iter().any(|heading| heading.to_lowercase().contains("studentnummer"));
    let criteria = criteria_of(&table.headings, framework).len();
    criteria >= 2 || whose && (criteria > 0 || table.column(TEXT).is_some())
}

/// Criteria by the column that begins with their key or bears their name.
fn criteria_of(headings: &[String], framework: &WeightFramework) -> Vec<(CriterionId, usize)> {
    let mut found = Vec::new();
    for criterion in &framework.criteria {
        let key = criterion.id.as_str().to_lowercase();
        let label = criterion.label.to_lowercase();
        let place = headings.iter().position(|heading| {
            let heading = heading.to_lowercase();
            let first = heading.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            first == key || heading == label
        });
        found.extend(place.map(|place| (criterion.id.clone(), place)));
    }
    found
}

/// Proposes what the columns mean.
pub(crate) fn propose(table: &Headed<'_>, file_name: &str, framework: &WeightFramework) -> Mapping {
    let heading = |names: &[&str]| table.column(names).map(|place| table.headings[place].clone());
    let like = |part: &str| table.headings.iter().find(|heading| heading.to_lowercase().contains(part)).cloned();
    let levels = criteria_of(&table.headings, framework);
    let criteria: BTreeMap<_, _> = levels
        .iter()
        .map(|(id, place)| {
            let next = table.headings.get(place + 1).filter(|next| explains(next));
            (id.clone(), CriterionColumns { level: table.headings[*place].clone(), text: next.cloned() })
        })
        .collect();
    let bare_name = heading(&["naam", "name"]);
    let named = heading(STUDENT);
    // In a form of Microsoft the bare `Naam` is who answered; in a list made by hand it is the student.
    let (student, author) = match named {
        Some(student) => (Some(student), heading(AUTHOR).or(bare_name)),
        None => (bare_name, heading(AUTHOR)),
    };
    let (author_name, role_name) = author_above(&table.above);
    let mut mapping = Mapping {
        source: source_of(file_name, framework),
        moment: Some(moment_of(file_name)),
        author_name: author_name.filter(|_| author.is_none()),
        role_name,
        number: heading(NUMBER).or_else(|| like("studentnummer")),
        student,
        email: heading(&["e-mail student", "e-mailadres student", "mail student"]),
        sources: heading(&["bron", "source", "leeromgeving"]),
        author,
        role: heading(&["rol", "role", "functie"]).or_else(|| like("welke rol")),
        moments: heading(&["moment", "gesprek"]),
        date: heading(&["datum gesprek", "datum", "date"]).or_else(|| like("wanneer was")).or_else(|| like("datum")),
        quadrant: heading(&["kwadrant", "quadrant"]),
        established: like("vastgesteld"),
        id: heading(&["id"]),
        title: heading(TITLE),
        text: heading(TEXT).map(|text| vec![text]),
        criteria: Some(criteria),
        levels: legend(&table.above, framework),
        ..Mapping::default()
    };
    mapping.text = Some(open_text(table, &mapping));
    mapping.levels.extend(numbers(table, &levels, framework));
    mapping
}

fn explains(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    heading.starts_with("toelichting") || heading.starts_with("explanation")
}

/// The open text that is named, and columns nobody claims that hold sentences.
fn open_text(table: &Headed<'_>, mapping: &Mapping) -> Vec<String> {
    let mut found = mapping.text.clone().unwrap_or_default();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let single = [
        &mapping.number,
        &mapping.student,
        &mapping.email,
        &mapping.sources,
        &mapping.author,
        &mapping.role,
        &mapping.moments,
        &mapping.date,
        &mapping.quadrant,
        &mapping.established,
        &mapping.id,
        &mapping.title,
    ];
    taken.extend(single.into_iter().flatten().map(String::as_str));
    for columns in mapping.criteria.iter().flat_map(BTreeMap::values) {
        taken.insert(&columns.level);
        taken.extend(columns.text.as_deref());
    }
    for (column, heading) in table.headings.iter().enumerate() {
        let free = !heading.is_empty() && !taken.contains(heading.as_str()) && !found.contains(heading);
        let said = table
            .rows
            .iter()
            .take(60)
            .filter(
                |row| matches!(row.cell(column), Cell::Text(text) if text.chars().count() > 25 && text.contains(' ')),
            )
            .count();
        if free && said * 3 > table.rows.len().min(60) {
            found.push(heading.clone());
        }
    }
    found
}

/// Abbreviations that the legend above a table explains: `NZ = nog niet zichtbaar`.
fn legend(above: &[String], framework: &WeightFramework) -> BTreeMap<String, Option<u8>> {
    let mut found = BTreeMap::new();
    for text in above {
        let parts: Vec<&str> = text.split('=').collect();
        for pair in parts.windows(2) {
            let word = pair[0].split_whitespace().last().unwrap_or_default().trim_matches(['(', ',', ';']);
            let meaning = pair[1].trim().to_lowercase();
            let level = framework.levels.iter().position(|level| meaning.starts_with(&level.to_lowercase()));
            if word.is_empty() {
                continue;
            }
            if let Some(Ok(level)) = level.map(u8::try_from) {
                found.insert(word.to_owned(), Some(level));
            } else if meaning.starts_with("niet waargenomen") || meaning.starts_with("niet gezien") {
                found.insert(word.to_owned(), None);
            }
        }
    }
    found
}

/// Levels by number: from nought where a nought is used, from one where the highest number is the number of levels.
fn numbers(
    table: &Headed<'_>,
    levels: &[(CriterionId, usize)],
    framework: &WeightFramework,
) -> Vec<(String, Option<u8>)> {
    let mut used = BTreeSet::new();
    for row in table.rows {
        for (_, column) in levels {
            if let Ok(number) = row.text(Some(*column)).parse::<u8>() {
                used.insert(number);
            }
        }
    }
    let count = u8::try_from(framework.levels.len()).unwrap_or(u8::MAX);
    let (Some(least), Some(most)) = (used.first().copied(), used.last().copied()) else { return Vec::new() };
    let below = match (least, most) {
        (0, most) if most < count => 0,
        (_, most) if most == count => 1,
        _ => return Vec::new(),
    };
    (least..=most).map(|number| (number.to_string(), Some(number - below))).collect()
}

/// The source that a file's name speaks of.
pub(crate) fn source_of(name: &str, framework: &WeightFramework) -> Option<SourceId> {
    let name = name.to_lowercase();
    framework.sources.iter().find(|source| name.contains(source.id.as_str())).map(|source| source.id.clone())
}

pub(crate) fn moment_of(name: &str) -> Moment {
    let name = name.to_lowercase();
    let words = [
        ("eindevaluatie", Moment::Eindevaluatie),
        ("tussenevaluatie", Moment::Tussenevaluatie),
        ("startgesprek", Moment::Startgesprek),
        ("kennismaking", Moment::Kennismaking),
    ];
    words.iter().find(|(word, _)| name.contains(word)).map_or(Moment::Overig, |(_, moment)| *moment)
}

/// The author that a title names: `docent: …`.
fn author_above(above: &[String]) -> (Option<String>, Option<String>) {
    const BEFORE: [(&str, &str); 7] = [
        ("dramadocent", "dramadocent"),
        ("docent", "docent"),
        ("beoordelaar", ""),
        ("observator", ""),
        ("auteur", ""),
        ("genoteerd door", ""),
        ("ingevuld door", ""),
    ];
    let drama = above.iter().any(|text| text.to_lowercase().contains("drama"));
    for text in above {
        let Some((before, after)) = text.rsplit_once(':') else { continue };
        let before = before.trim_end().to_lowercase();
        if let Some((_, role)) = BEFORE.iter().find(|(word, _)| before.ends_with(word)) {
            let name = after.split(['(', ';', '|']).next().unwrap_or_default().trim();
            let role = if *role == "docent" && drama { "dramadocent" } else { role };
            if !name.is_empty() && name.chars().count() < 80 {
                return (Some(name.to_owned()), Some(role.to_owned()).filter(|role| !role.is_empty()));
            }
        }
    }
    (None, None)
}

/// The level of an answer: a word of the scale or of the mapping. `Err` when it has no meaning.
pub(crate) fn level(mapping: &Mapping, answer: &str, framework: &WeightFramework) -> Result<Option<u8>, ()> {
    let answer = answer.trim().to_lowercase();
    if let Some((_, level)) = mapping.levels.iter().find(|(word, _)| word.trim().to_lowercase() == answer) {
        return Ok(*level);
    }
    if ["niet waargenomen", "n.w.", "nw", "not observed", "–", "-", "—", "n.v.t.", "nvt"].contains(&answer.as_str())
    {
        return Ok(None);
    }
    let place = framework.levels.iter().position(|level| level.to_lowercase() == answer);
    match place.map(u8::try_from) {
        Some(Ok(level)) => Ok(Some(level)),
        _ => Err(()),
    }
}
