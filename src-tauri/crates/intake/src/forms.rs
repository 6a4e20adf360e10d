//! A form: one row for each response, a level and an explanation for each criterion.
//!
//! Promises: every level has its words as a passage where there are any; a row that cannot be given to a student, a
//! likely double and a level word without a meaning wait for a person; an unknown author is said, not guessed.

use crate::finding::{Finding, FindingCode, Pending, PendingReason};
use crate::kind::Kind;
use crate::mapping::Mapping;
use crate::matching::{Roll, folded};
use crate::table::{Table, TableRow};
use crate::{Content, Context, EvidenceRow, Read, SourceFile, dates};
use domain::evidence::{DataPoint, Indication, Moment, Observation, Provenance, Quadrant};
use domain::ids::{CriterionId, DataPointId, SourceId};
use domain::text::{FilledText, Span};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The columns of a table by what they mean.
struct Columns {
    number: Option<usize>,
    student: Option<usize>,
    email: Option<usize>,
    author: Option<usize>,
    role: Option<usize>,
    date: Option<usize>,
    established: Option<usize>,
    id: Option<usize>,
    criteria: Vec<(CriterionId, usize, Option<usize>)>,
}

/// What goes wrong with one row.
enum Stop {
    Found(Finding),
    Waits(Pending),
}

struct Reading<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    columns: Columns,
    source: SourceId,
    moment: Moment,
    form: String,
    roll: Roll<'a>,
    context: &'a Context<'a>,
}

/// Reads a form with the mapping that is given, or the one its headings propose.
pub(crate) fn read(table: &Table, given: Option<&Mapping>, file: &SourceFile<'_>, context: &Context<'_>) -> Read {
    let proposed = Mapping::propose(table, file.name, context.framework);
    let mapping = match given {
        Some(given) => merged(given, &proposed),
        None => proposed,
    };
    let reading = match Reading::begin(table, &mapping, file, context) {
        Ok(reading) => reading,
        Err(finding) => return Read::refused(Kind::Forms, *finding),
    };
    let (mut rows, mut findings, mut pending) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for row in &table.rows {
        match reading.row(row, &mut findings) {
            Ok(found) => {
                let author = found.datapoint.author.as_ref().map(|author| folded(author.as_str()));
                let double = author.is_some_and(|author| !seen.insert((found.student.clone(), author)));
                if double {
                    let candidates = vec![found.student];
                    pending.push(Pending { row: row.number, reason: PendingReason::LikelyDouble, candidates });
                } else {
                    rows.push(found);
                }
            }
            Err(Stop::Found(finding)) => findings.push(finding),
            Err(Stop::Waits(waiting)) => pending.push(waiting),
        }
    }
    Read::of(Kind::Forms, Content::Evidence(rows), findings, pending)
}

/// What is said, completed by what the headings propose.
fn merged(given: &Mapping, proposed: &Mapping) -> Mapping {
    let or = |said: &Option<String>, else_: &Option<String>| said.clone().or_else(|| else_.clone());
    Mapping {
        source: given.source.clone().or_else(|| proposed.source.clone()),
        moment: given.moment.or(proposed.moment),
        number: or(&given.number, &proposed.number),
        student: or(&given.student, &proposed.student),
        email: or(&given.email, &proposed.email),
        author: or(&given.author, &proposed.author),
        role: or(&given.role, &proposed.role),
        date: or(&given.date, &proposed.date),
        established: or(&given.established, &proposed.established),
        id: or(&given.id, &proposed.id),
        criteria: if given.criteria.is_empty() { proposed.criteria.clone() } else { given.criteria.clone() },
        levels: given.levels.clone(),
    }
}

impl<'a> Reading<'a> {
    fn begin(
        table: &'a Table,
        mapping: &'a Mapping,
        file: &SourceFile<'_>,
        context: &'a Context<'a>,
    ) -> Result<Self, Box<Finding>> {
        let unfit = |value: &str| Box::new(Finding::error(FindingCode::MappingDoesNotFit).value(value));
        let place = |heading: &Option<String>| match heading {
            None => Ok(None),
            Some(heading) => match table.column(&[heading.trim().to_lowercase().as_str()]) {
                None => Err(unfit(heading)),
                found => Ok(found),
            },
        };
        let source = mapping.source.clone().ok_or_else(|| unfit("source"))?;
        if context.framework.source_index(&source).is_none() {
            return Err(unfit(source.as_str()));
        }
        let mut criteria = Vec::new();
        for (id, columns) in &mapping.criteria {
            if context.framework.criterion_index(id).is_none() {
                return Err(unfit(id.as_str()));
            }
            let level = place(&Some(columns.level.clone()))?.ok_or_else(|| unfit(&columns.level))?;
            criteria.push((id.clone(), level, place(&columns.text)?));
        }
        // In the order of the table, so that the text reads as the form did.
        criteria.sort_by_key(|(_, level, _)| *level);
        let columns = Columns {
            number: place(&mapping.number)?,
            student: place(&mapping.student)?,
            email: place(&mapping.email)?,
            author: place(&mapping.author)?,
            role: place(&mapping.role)?,
            date: place(&mapping.date)?,
            established: place(&mapping.established)?,
            id: place(&mapping.id)?,
            criteria,
        };
        if columns.number.is_none() && columns.student.is_none() && columns.email.is_none() {
            return Err(Box::new(Finding::error(FindingCode::ColumnMissing).value("Studentnummer")));
        }
        let moment = mapping.moment.unwrap_or(Moment::Overig);
        let form = form_name(file.name);
        Ok(Self { table, mapping, columns, source, moment, form, roll: Roll::of(context.students), context })
    }

    fn row(&self, row: &TableRow, findings: &mut Vec<Finding>) -> Result<EvidenceRow, Stop> {
        let text = |column| row.text(column);
        let sheet = self.table.sheet.as_deref();
        let columns = &self.columns;
        let student = self
            .roll
            .find(&text(columns.number), &text(columns.email), &text(columns.student))
            .map_err(|(reason, candidates)| Stop::Waits(Pending { row: row.number, reason, candidates }))?;
        let heading = columns.date.map_or("", |column| self.table.headings[column].as_str());
        let found = |code| Stop::Found(Finding::error(code).at(sheet, row.number, heading));
        let cell = columns.date.map(|column| row.cell(column));
        let date = cell
            .and_then(|cell| dates::read(cell, self.context.year))
            .ok_or_else(|| found(FindingCode::InvalidDate))?;
        let period = self.context.calendar.period_of(date).ok_or_else(|| found(FindingCode::DateOutsideYear))?;
        let author = author_of(&text(columns.author));
        if author.is_none() {
            let heading = columns.author.map_or("", |column| self.table.headings[column].as_str());
            findings.push(Finding::warning(FindingCode::AuthorUnknown).at(sheet, row.number, heading));
        }
        let (body, indications) = self.words(row)?;
        let row_key = self.row_key(row, student.as_str());
        let id = DataPointId::new(&format!("f-{}", &row_key[..16])).expect("BUG: a hash is an id");
        let datapoint = DataPoint {
            id,
            source: self.source.clone(),
            author,
            role: text(columns.role).to_lowercase(),
            date,
            period,
            quadrant: quadrant_of(&self.source),
            moment: self.moment,
            established: established(&text(columns.established), columns.established.is_some()),
            text: body,
            indications,
            provenance: Provenance::Unconfirmed,
        };
        Ok(EvidenceRow { student, datapoint, row_key, sheet: self.table.sheet.clone(), row: row.number })
    }

    /// The explanations under their questions, and a level for each answer.
    fn words(&self, row: &TableRow) -> Result<(String, Vec<Indication>), Stop> {
        let (mut body, mut length) = (String::new(), 0u32);
        let mut indications = Vec::new();
        for (criterion, level, explanation) in &self.columns.criteria {
            let answer = row.text(Some(*level));
            let words = row.text(*explanation);
            let mut excerpt = None;
            if !words.is_empty() {
                let heading = &self.table.headings[*level];
                let before = if body.is_empty() { format!("{heading}\n") } else { format!("\n\n{heading}\n") };
                let start = length + scalars(&before);
                let end = start + scalars(&words);
                body.push_str(&before);
                body.push_str(&words);
                length = end;
                excerpt = Some(Span { start, end });
            }
            if answer.is_empty() {
                continue;
            }
            let waits = || Pending { row: row.number, reason: PendingReason::UnmappedLevel, candidates: Vec::new() };
            let level = self.mapping.level(&answer, self.context.framework).map_err(|()| Stop::Waits(waits()))?;
            let observation = level.map_or(Observation::NotObserved, Observation::Level);
            indications.push(Indication { criterion: criterion.clone(), observation, excerpt });
        }
        Ok((body, indications))
    }

    /// What stays the same when the workbook is downloaded again: the form, the response's own number, the student.
    fn row_key(&self, row: &TableRow, student: &str) -> String {
        let own = match self.columns.id {
            Some(column) => row.text(Some(column)),
            None => row.number.to_string(),
        };
        let mut hash = Sha256::new();
        for part in [self.form.as_str(), self.source.as_str(), &own, student] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The name of a form without the count that Forms puts behind it: `Eindevaluatie werkplek(1-24).xlsx`.
fn form_name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let bare = stem.split(['(', '[']).next().unwrap_or(stem);
    bare.trim().to_lowercase()
}

fn scalars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

fn author_of(name: &str) -> Option<FilledText> {
    match name.to_lowercase().as_str() {
        "anonymous" | "anoniem" => None,
        _ => FilledText::new(name).ok(),
    }
}

fn established(answer: &str, asked: bool) -> bool {
    !asked || ["ja", "yes", "waar", "true"].iter().any(|yes| answer.to_lowercase().starts_with(yes))
}

/// Where a source is met, as the quadrants of Zitter & Hoeve place it; left open for the others.
fn quadrant_of(source: &SourceId) -> Option<Quadrant> {
    match source.as_str() {
        "werkplek" => Some(Quadrant::ParticipatieRealistisch),
        "drama" => Some(Quadrant::ParticipatieGeconstrueerd),
        _ => None,
    }
}
