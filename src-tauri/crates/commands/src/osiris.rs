//! OSIRIS: the user's own *cijferinvoerbestand* with the results filled in.
//!
//! Promises: a result goes in as the code a person chose for its outcome, and only where nothing stood; the file is read
//! back before anybody gets it, and every other place must read as before. A template that says for which attempt it is
//! gets the results of that attempt.

use crate::api::*;
use crate::host::Host;
use crate::outputs::{Fault, Made, Place, Standing, rows_of, written};
use crate::result_codes::{Choices, codes_for};
use domain::year::AcademicYear;
use intake::{Finding, FindingCode, Kind, Raw, SourceFile, Template};

/// What is filled in.
pub(crate) struct Asked<'a> {
    pub request: &'a OutputRequest,
    pub standings: &'a [Standing],
    /// Codes chosen before.
    pub kept: &'a Choices,
    pub year: AcademicYear,
}

/// The template with the results filled in.
pub(crate) fn fill(host: &dyn Host, name: &str, bytes: &[u8], asked: &Asked<'_>) -> Result<Made, Fault> {
    let template = read(host, name, bytes)?;
    let allowed: Vec<AllowedCode> =
        template.codes.iter().map(|one| AllowedCode { code: one.code.clone(), meaning: one.meaning.clone() }).collect();
    let places: Vec<Place<'_>> = template
        .rows
        .iter()
        .map(|row| Place { row: row.row, number: &row.number, stands: row.value.as_deref() })
        .collect();
    let choices = codes_for(&outcomes(&template, asked), &allowed, &asked.request.codes, asked.kept);
    let text = |outcome: &str| {
        let code = choices.iter().find(|choice| choice.outcome == outcome).map(|choice| choice.code.clone());
        code.filter(|code| !code.is_empty()).ok_or(OutputFate::NoCode)
    };
    let rows = rows_of(&places, asked.standings, template.attempt, false, &text);
    let chosen = choices.iter().all(|choice| choice.chosen);
    let filled: Vec<(u32, &str)> = written(&rows).filter_map(|row| Some((row.row?, row.value.as_str()))).collect();
    let bytes = match chosen {
        true => Some(checked(host, name, &template, template.fill(bytes, &filled)?, &filled)?),
        false => None,
    };
    let ready = chosen && !filled.is_empty();
    let other_year = template.year.filter(|year| !asked.year.to_string().starts_with(&year.to_string()));
    let preview = OutputPreview {
        rows,
        column: template.heading.clone(),
        sheet: template.sheet.clone(),
        attempt: template.attempt,
        other_year: other_year.map(|year| year.to_string()),
        codes: Some(ResultCodes { allowed, choices }),
        ready,
        seen: String::new(),
    };
    Ok(Made { preview, bytes })
}

fn read(host: &dyn Host, name: &str, bytes: &[u8]) -> Result<Template, Finding> {
    match host.unpack(&SourceFile { name, bytes }, Some(Kind::Template))? {
        Raw::Template(template) => Ok(*template),
        _ => Err(Finding { value: "Studentnummer".to_owned(), ..Finding::of(FindingCode::TemplateUnclear) }),
    }
}

/// Outcomes of students in the template, each once, in the order they come.
fn outcomes(template: &Template, asked: &Asked<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let listed = |standing: &&Standing| template.rows.iter().any(|row| row.number == standing.number);
    for standing in asked.standings.iter().filter(|standing| standing.asked).filter(listed) {
        if let Some(outcome) = standing.outcome(template.attempt).filter(|outcome| !found.contains(outcome)) {
            found.push(outcome.clone());
        }
    }
    found.sort();
    found
}

/// Reads a filled template back: what was filled in stands there, and everything else as before.
fn checked(
    host: &dyn Host,
    name: &str,
    before: &Template,
    bytes: Vec<u8>,
    filled: &[(u32, &str)],
) -> Result<Vec<u8>, Fault> {
    let after = read(host, name, &bytes)?;
    let expected = before.rows.iter().map(|row| {
        let new = filled.iter().find(|(number, _)| *number == row.row).map(|(_, text)| (*text).to_owned());
        (row.row, row.number.clone(), new.or_else(|| row.value.clone()))
    });
    let found = after.rows.iter().map(|row| (row.row, row.number.clone(), row.value.clone()));
    let same = expected.eq(found) && after.codes == before.codes && after.sheet == before.sheet;
    if same { Ok(bytes) } else { Err(Problem::internal("osiris").into()) }
}
