//! Brightspace: grades as text, in a file made anew or in the user's own export of grades.
//!
//! Promises: in a file of the user's own only fields of the one result column change, every other byte stays; what a
//! spreadsheet would take for a formula is left out and listed, because any sign put before it would become the grade.
//! Deliberately absent: grades in numbers.

use crate::api::*;
use crate::outputs::{Fault, Made, Place, Standing, rows_of, written};
use crate::words::LEARNING_OUTCOME;
use intake::{Fields, Finding, FindingCode};

/// How a column of grades in words is called, after the name of its item.
const TEXT_GRADE: [&str; 2] = [" Text Grade <Text>", " Text Grade"];
const ID: &str = "OrgDefinedId";
const USER: &str = "Username";
const END: &str = "End-of-Line Indicator";

/// A file with the students that have a result.
pub(crate) fn new_file(request: &OutputRequest, standings: &[Standing]) -> Result<Made, Problem> {
    let item = match request.item.trim() {
        "" => LEARNING_OUTCOME,
        named => named,
    };
    if like_formula(item) || item.contains(char::is_control) {
        return Err(Problem::user(ProblemCode::ItemUnfit, item));
    }
    let column = format!("{item}{}", TEXT_GRADE[0]);
    let mut text = format!("\u{feff}{ID},{},{END}\r\n", field(&column));
    let mut rows = Vec::new();
    for standing in standings.iter().filter(|standing| standing.asked) {
        let (value, fate) = match standing.outcome(None).map(|outcome| text_of(outcome)) {
            None => (String::new(), OutputFate::NoResult),
            Some(Err(fate)) => (String::new(), fate),
            Some(Ok(value)) => (value, OutputFate::Filled),
        };
        if fate == OutputFate::Filled {
            text.push_str(&format!("{},{},#\r\n", field(&format!("#{}", standing.number)), field(&value)));
        }
        rows.push(OutputRow { value, ..standing.row(None, None, fate) });
    }
    let bytes = Some(text.into_bytes());
    Ok(Made { preview: preview(rows, column), bytes })
}

/// The user's own file with the results filled in.
pub(crate) fn fill(request: &OutputRequest, bytes: &[u8], standings: &[Standing]) -> Result<Made, Fault> {
    let fields = Fields::cut(bytes)?;
    let headings = fields.records.first().map(Vec::as_slice).unwrap_or_default();
    let column = |name: &str| headings.iter().position(|heading| heading.text.eq_ignore_ascii_case(name));
    let (by, named) = match (column(ID), column(USER)) {
        (Some(place), _) => (place, ID),
        (None, Some(place)) => (place, USER),
        (None, None) => return Err(missing(ID).into()),
    };
    let items = headings.iter().enumerate().filter_map(|(place, heading)| Some((place, item_of(&heading.text)?)));
    let result =
        result_column(&items.collect::<Vec<_>>(), request.item.trim()).ok_or_else(|| missing(TEXT_GRADE[0]))?;
    let numbers: Vec<String> = fields.records.iter().map(|record| number_in(record.get(by), named)).collect();
    let mut places = Vec::new();
    for (record, row) in fields.records.iter().zip(1u32..).skip(1) {
        let (Some(field), Some(number)) = (record.get(result), numbers.get(row as usize - 1)) else { continue };
        if number.is_empty() {
            continue;
        }
        let stands = (!field.text.is_empty()).then_some(field.text.as_str());
        places.push(Place { row, number, stands });
    }
    let rows = rows_of(&places, standings, None, request.replace, &text_of);
    let record = |row: &OutputRow| row.row.map(|row| row as usize - 1);
    let changes = written(&rows).filter_map(|row| Some((record(row)?, result, row.value.as_str())));
    let changed = fields.with(&changes.collect::<Vec<_>>());
    let changed = changed.ok_or_else(|| Finding::of(FindingCode::LettersUnwritable))?;
    let heading = headings.get(result).map(|heading| heading.text.clone()).unwrap_or_default();
    Ok(Made { preview: preview(rows, heading), bytes: Some(changed) })
}

fn preview(rows: Vec<OutputRow>, column: String) -> OutputPreview {
    let ready = written(&rows).next().is_some();
    OutputPreview {
        rows,
        column,
        sheet: String::new(),
        attempt: None,
        other_year: None,
        codes: None,
        ready,
        seen: String::new(),
    }
}

fn missing(column: &str) -> Finding {
    Finding { value: column.trim().to_owned(), ..Finding::of(FindingCode::GradeColumnMissing) }
}

/// The name of the item that a heading holds the grades in words of.
fn item_of(heading: &str) -> Option<&str> {
    TEXT_GRADE.iter().find_map(|ending| heading.strip_suffix(ending))
}

/// The column of the item asked for, else of the learning outcome, else the only one there is.
fn result_column(items: &[(usize, &str)], asked: &str) -> Option<usize> {
    let of = |name: &str| items.iter().find(|(_, item)| item.eq_ignore_ascii_case(name)).map(|(place, _)| *place);
    match (asked, items) {
        ("", [(only, _)]) => Some(*only),
        ("", _) => of(LEARNING_OUTCOME),
        (asked, _) => of(asked),
    }
}

/// A student number without the sign that Brightspace puts before it, nor what user names begin and end with.
fn number_in(field: Option<&intake::Field>, column: &str) -> String {
    let text = field.map(|field| field.text.trim_start_matches('#')).unwrap_or_default();
    match column {
        USER => text.split('@').next().unwrap_or_default().trim_start_matches(['s', 'S']).to_owned(),
        _ => text.to_owned(),
    }
}

fn text_of(outcome: &str) -> Result<String, OutputFate> {
    if like_formula(outcome) { Err(OutputFate::LikeFormula) } else { Ok(outcome.to_owned()) }
}

/// Whether a spreadsheet would take a field for a formula.
fn like_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
