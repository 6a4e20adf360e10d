//! Everybody at once, or who changed since, for the table of dossiers.
//!
//! Promises: one pass over each of the four tables, in the order of student numbers; bodies are handed on as they are
//! kept, for reading them takes longer than fetching them and needs no workspace.

use crate::error::StoreError;
use crate::nouns::Noun;
use crate::reader::{Reader, sql};
use crate::records::KeptRow;
use domain::ids::StudentNumber;
use rusqlite::Row;
use rusqlite::types::FromSql;
use std::iter::Peekable;

impl Reader<'_> {
    /// Hands on what is kept of every student, by student number; a failure of `each` ends it.
    pub fn kept_rows(&self, mut each: impl FnMut(KeptRow) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut packed = self.conn.prepare_cached(sql!("digest/all"))?;
        let mut packed = packed.query_map([], of_number::<Vec<u8>>)?.peekable();
        let mut statements = self.conn.prepare_cached(sql!("statement/all"))?;
        let mut statements = statements.query_map([], of_number::<String>)?.peekable();
        let briefs = self.judgement_states()?.into_iter().map(|brief| Ok((brief.student.to_string(), brief)));
        let mut briefs = briefs.peekable();
        let mut students = self.conn.prepare_cached(sql!("student/bodies"))?;
        for student in students.query_map([], of_number::<String>)? {
            let (number, student) = student?;
            each(KeptRow {
                packed: those_of(&number, &mut packed)?.pop().unwrap_or_default(),
                statements: those_of(&number, &mut statements)?,
                brief: those_of(&number, &mut briefs)?.pop(),
                number: StudentNumber::new(&number).map_err(|_| StoreError::Damaged)?,
                student,
            })?;
        }
        Ok(())
    }

    /// What is kept of one student, as [`Self::kept_rows`] hands it on; none when there is no such student.
    pub fn kept_row(&self, number: &StudentNumber) -> Result<Option<KeptRow>, StoreError> {
        let Some(student) = self.body(Noun::Student, number.as_str(), "")? else { return Ok(None) };
        Ok(Some(KeptRow {
            packed: self.rows(sql!("digest/get"), [number.as_str()], |row| row.get(0))?.pop().unwrap_or_default(),
            statements: self.rows(sql!("statement/of"), [number.as_str()], |row| row.get(0))?,
            brief: self.briefs(sql!("judgement/latest_of"), [number.as_str()])?.pop(),
            number: number.clone(),
            student,
        }))
    }
}

/// What students are put in order by: school, name, number.
pub fn order_of(school: &str, name: &str, number: &str) -> (String, String, String) {
    (school.to_lowercase(), name.to_lowercase(), number.to_owned())
}

fn of_number<T: FromSql>(row: &Row<'_>) -> rusqlite::Result<(String, T)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// What stands under a number, in a list that is in the order of numbers and was gone through up to there.
fn those_of<T>(
    number: &str,
    list: &mut Peekable<impl Iterator<Item = rusqlite::Result<(String, T)>>>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    // A failure is taken as well, to be told; what belongs to nobody cannot be there (foreign keys).
    while let Some(next) = list.next_if(|next| next.as_ref().map_or(true, |(other, _)| other.as_str() <= number)) {
        let (other, one) = next?;
        if other == number {
            found.push(one);
        }
    }
    Ok(found)
}
