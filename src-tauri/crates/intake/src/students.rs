//! *Studentenlijst*: one row for each student.

use crate::finding::{Finding, FindingCode};
use crate::kind::Kind;
use crate::matching::bare_number;
use crate::table::{Cell, Headed, TableRow};
use crate::{Content, Read, Row};
use domain::ids::StudentNumber;
use domain::student::{Placement, Student};
use domain::text::FilledText;
use std::collections::BTreeSet;

const NUMBER: &[&str] = &["studentnummer", "student number", "nummer", "orgdefinedid", "studentnr", "studentnr."];
const LAST: &[&str] = &["achternaam", "last name", "familienaam"];
const FIRST: &[&str] = &["roepnaam", "voornaam", "first name"];
const WHOLE: &[&str] = &["naam", "name", "naam student", "student"];

/// Whether headings are those of a student list.
pub(crate) fn looks_like_list(table: &Headed<'_>) -> bool {
    table.column(NUMBER).is_some() && (table.column(LAST).is_some() || table.column(WHOLE).is_some())
}

struct Columns {
    number: Option<usize>,
    last: Option<usize>,
    first: Option<usize>,
    prefix: Option<usize>,
    whole: Option<usize>,
    mail: Option<usize>,
    programme: Option<usize>,
    mode: Option<usize>,
    subject: Option<usize>,
    school: Option<usize>,
    placement: Option<usize>,
    mentor: Option<usize>,
    educator: Option<usize>,
    portfolio: Option<usize>,
}

impl Columns {
    fn of(table: &Headed<'_>) -> Self {
        let column = |names| table.column(names);
        Self {
            number: column(NUMBER),
            last: column(LAST),
            first: column(FIRST),
            prefix: column(&["voorvoegsels", "tussenvoegsel", "tussenvoegsels", "voorvoegsel"]),
            whole: column(WHOLE),
            mail: column(&["e-mail", "email", "e-mailadres", "mail"]),
            programme: column(&["opleiding", "programme"]),
            mode: column(&["vorm", "variant", "vt/dt"]),
            subject: column(&["vak", "subject"]),
            school: column(&["stageschool", "school"]),
            placement: column(&["vak stageplaats", "stagevak"]),
            mentor: column(&["werkplekbegeleider", "wpb"]),
            educator: column(&["schoolopleider", "so"]),
            portfolio: column(&["portfolio", "portfolioadres"]),
        }
    }
}

/// Reads a student list.
pub(crate) fn read(table: &Headed<'_>) -> Read {
    let columns = Columns::of(table);
    let sheet = table.sheet;
    if columns.number.is_none() || (columns.last.is_none() && columns.whole.is_none()) {
        let value = if columns.number.is_none() { "Studentnummer" } else { "Achternaam" };
        return Read::refused(Kind::Students, Finding::error(FindingCode::ColumnMissing).value(value));
    }
    let (mut rows, mut findings, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for row in table.rows {
        for (column, _) in row.cells.iter().enumerate().filter(|(_, cell)| looks_like_formula(cell)) {
            let heading = table.headings.get(column).map_or("", String::as_str);
            findings.push(Finding::warning(FindingCode::LooksLikeFormula).at(sheet, row.number, heading));
        }
        match student(&columns, row) {
            Ok(student) if !seen.insert(student.number.clone()) => {
                findings.push(
                    Finding::error(FindingCode::StudentTwice)
                        .at(sheet, row.number, "Studentnummer")
                        .value(student.number.to_string()),
                );
            }
            Ok(student) => rows.push(Row { row: row.number, value: student }),
            Err((code, column)) => findings.push(Finding::error(code).at(sheet, row.number, column)),
        }
    }
    Read::of(Kind::Students, Content::Students(rows), findings, Vec::new())
}

/// Text that a spreadsheet would take for a formula when it came out again.
fn looks_like_formula(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t']) && text.len() > 1)
}

fn student(columns: &Columns, row: &TableRow) -> Result<Student, (FindingCode, &'static str)> {
    let number = bare_number(&row.text(columns.number));
    if number.is_empty() {
        return Err((FindingCode::CellMissing, "Studentnummer"));
    }
    let digits = number.len() >= 4 && number.chars().all(|c| c.is_ascii_digit());
    let number = StudentNumber::new(&number).ok().filter(|_| digits);
    let number = number.ok_or((FindingCode::InvalidNumber, "Studentnummer"))?;
    let parts = [columns.first, columns.prefix, columns.last].map(|column| row.text(column));
    let joined = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    let name = if columns.last.is_some() { joined } else { row.text(columns.whole) };
    let name = FilledText::new(&name).map_err(|_| (FindingCode::CellMissing, "Achternaam"))?;
    let programme = [row.text(columns.mode), row.text(columns.programme)];
    Ok(Student {
        number,
        name,
        programme: programme.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" "),
        subject: row.text(columns.subject),
        email: row.text(columns.mail),
        portfolio: row.text(columns.portfolio),
        placement: Placement {
            school: row.text(columns.school),
            subject: row.text(columns.placement),
            mentor: row.text(columns.mentor),
            school_educator: row.text(columns.educator),
        },
        standings: Vec::new(),
    })
}
