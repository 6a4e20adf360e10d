//! What the command line says of results for other systems, in Dutch and English.

use super::Tongue;
use crate::api::{OutputFate, OutputPreview, OutputRow};

/// How many results are filled in, and for which attempt; what is left stands in [`output_lines`].
pub fn output_summary(tongue: Tongue, preview: &OutputPreview) -> String {
    let filled = preview.rows.iter().filter(|row| is_filled(row)).count();
    let same = preview.rows.iter().filter(|row| row.fate == OutputFate::Same).count();
    let attempt = preview.attempt.map(|attempt| match tongue {
        Tongue::Dutch => format!(" Gelegenheid {attempt}."),
        Tongue::English => format!(" Attempt {attempt}."),
    });
    let counted = match tongue {
        Tongue::Dutch => format!("‘{}’: {filled} ingevuld, {same} stonden er al.", preview.column),
        Tongue::English => format!("‘{}’: {filled} filled in, {same} there already.", preview.column),
    };
    counted + &attempt.unwrap_or_default()
}

fn is_filled(row: &OutputRow) -> bool {
    matches!(row.fate, OutputFate::Filled | OutputFate::Replaced)
}

/// A sentence for each student whose result is not simply filled in, by number and row; never a name.
pub fn output_lines(tongue: Tongue, preview: &OutputPreview) -> Vec<String> {
    let year = preview.other_year.as_ref().map(|year| match tongue {
        Tongue::Dutch => format!("Let op: dit bestand noemt collegejaar {year}; dat is een ander jaar dan hier."),
        Tongue::English => format!("Note: this file names academic year {year}, which is another than here."),
    });
    let told = preview.rows.iter().filter_map(|row| {
        let said = match tongue {
            Tongue::Dutch => dutch(row),
            Tongue::English => english(row),
        }?;
        let place = row.row.map(|at| format!(" ({} {at})", super::row(tongue))).unwrap_or_default();
        Some(format!("{}{place}: {said}", row.number))
    });
    year.into_iter().chain(told).collect()
}

fn dutch(row: &OutputRow) -> Option<String> {
    Some(match row.fate {
        OutputFate::Filled | OutputFate::Same => return None,
        OutputFate::Replaced => format!("‘{}’ is vervangen door ‘{}’.", row.before, row.value),
        OutputFate::Occupied => {
            format!("er staat al ‘{}’; dat blijft staan. Het oordeel is ‘{}’.", row.value, row.outcome)
        }
        OutputFate::NoResult => "geen vastgesteld oordeel; leeg gelaten.".to_owned(),
        OutputFate::NoCode => format!("voor ‘{}’ is geen code gekozen; leeg gelaten.", row.outcome),
        OutputFate::LikeFormula => {
            format!("de uitkomst ‘{}’ zou in Excel een formule zijn; leeg gelaten. Vul deze zelf in.", row.outcome)
        }
        OutputFate::Twice => "staat meer dan eens in het bestand; niets veranderd.".to_owned(),
        OutputFate::Stranger => "staat niet in dit werkbestand; niets veranderd.".to_owned(),
        OutputFate::Missing => "staat niet in het bestand.".to_owned(),
    })
}

fn english(row: &OutputRow) -> Option<String> {
    Some(match row.fate {
        OutputFate::Filled | OutputFate::Same => return None,
        OutputFate::Replaced => format!("‘{}’ was replaced by ‘{}’.", row.before, row.value),
        OutputFate::Occupied => {
            format!("‘{}’ stands there already and stays. The judgement is ‘{}’.", row.value, row.outcome)
        }
        OutputFate::NoResult => "no established judgement; left empty.".to_owned(),
        OutputFate::NoCode => format!("no code was chosen for ‘{}’; left empty.", row.outcome),
        OutputFate::LikeFormula => {
            format!("the outcome ‘{}’ would be a formula in Excel; left empty. Fill it in yourself.", row.outcome)
        }
        OutputFate::Twice => "is in the file more than once; nothing changed.".to_owned(),
        OutputFate::Stranger => "is not in this workspace; nothing changed.".to_owned(),
        OutputFate::Missing => "is not in the file.".to_owned(),
    })
}
