//! Dates as Dutch people type them.

use crate::table::Cell;
use chrono::{Datelike, NaiveDate};
use domain::year::AcademicYear;

const MONTHS: [&str; 12] = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
/// English and other short names of the same months.
const OTHER: [(&str, u32); 5] = [("mrt", 3), ("mar", 3), ("may", 5), ("oct", 10), ("ma ", 3)];

/// The date of a cell: a real one, `2025-01-31`, `31-1-2025`, `31/01/25`, `31 jan.`, `vrijdag 24-1`; the year follows
/// from the academic year where it is left out.
pub(crate) fn read(cell: &Cell, year: AcademicYear) -> Option<NaiveDate> {
    match cell {
        Cell::Date(date) => Some(*date),
        Cell::Text(text) => parse(text, year),
        // Days since 1899-12-30, as Excel counts when the cell lost its format.
        Cell::Number(days) if (20_000.0..80_000.0).contains(days) => {
            let begin = NaiveDate::from_ymd_opt(1899, 12, 30)?;
            begin.checked_add_days(chrono::Days::new(*days as u64))
        }
        Cell::Number(_) | Cell::Empty => None,
    }
}

fn parse(text: &str, year: AcademicYear) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let day = text.split(['t', ' ']).next().unwrap_or_default();
    if let Ok(date) = NaiveDate::parse_from_str(day, "%Y-%m-%d")
        && date.year() >= 1900
    {
        return Some(date);
    }
    let mut numbers: Vec<u32> = Vec::new();
    let mut month = None;
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if let Ok(number) = part.parse() {
            numbers.push(number);
        } else if month.is_none() {
            month = month_of(part);
        }
    }
    let (day, month, written) = match (month, numbers.as_slice()) {
        (Some(month), [day]) => (*day, month, None),
        (Some(month), [day, year, ..]) => (*day, month, Some(*year)),
        (None, [day, month]) => (*day, *month, None),
        (None, [day, month, year, ..]) => (*day, *month, Some(*year)),
        _ => return None,
    };
    let full = match written {
        Some(short) if short < 100 => 2000 + i32::try_from(short).ok()?,
        Some(full) if (1900..2200).contains(&full) => i32::try_from(full).ok()?,
        Some(_) => return None,
        None => year.calendar_year_of(month),
    };
    NaiveDate::from_ymd_opt(full, month, day)
}

fn month_of(word: &str) -> Option<u32> {
    let start: String = word.chars().take(3).collect();
    let known = MONTHS.iter().position(|name| *name == start).and_then(|place| u32::try_from(place + 1).ok());
    known.or_else(|| OTHER.iter().find(|(name, _)| *name == start).map(|(_, month)| *month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_type_them() {
        let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
        let expected = NaiveDate::from_ymd_opt(2025, 1, 31);
        for text in [
            "31 jan.",
            "31 januari 2025",
            "31-01-2025",
            "31-01-25",
            "31-1-2025",
            "31/1/2025",
            "2025-01-31",
            "vrijdag 31-1",
        ] {
            assert_eq!(read(&Cell::Text(text.into()), year), expected, "{text}");
        }
        assert_eq!(read(&Cell::Text("1 okt".into()), year), NaiveDate::from_ymd_opt(2024, 10, 1));
        assert_eq!(read(&Cell::Number(45_688.0), year), expected);
        for text in ["", "morgen", "32-1-2025", "12", "31-2-2025"] {
            assert_eq!(read(&Cell::Text(text.into()), year), None, "{text}");
        }
    }
}
