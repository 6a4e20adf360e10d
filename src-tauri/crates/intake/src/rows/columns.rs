//! The columns of a table by what they mean: headings of a mapping to places in the table.
//!
//! Promises: a heading or a criterion that is not there is named.

use crate::Context;
use crate::finding::{Finding, FindingCode};
use crate::mapping::Mapping;
use crate::table::Headed;
use domain::ids::CriterionId;

/// The columns of a table by what they mean.
pub(super) struct Columns {
    pub number: Option<usize>,
    pub student: Option<usize>,
    pub email: Option<usize>,
    pub source: Option<usize>,
    pub author: Option<usize>,
    pub role: Option<usize>,
    pub moment: Option<usize>,
    pub date: Option<usize>,
    pub quadrant: Option<usize>,
    pub established: Option<usize>,
    pub id: Option<usize>,
    pub title: Option<usize>,
    pub text: Vec<usize>,
    pub criteria: Vec<(CriterionId, usize, Option<usize>)>,
}

pub(super) fn unfit(value: &str) -> Box<Finding> {
    Box::new(Finding::error(FindingCode::MappingDoesNotFit).value(value))
}

impl Columns {
    pub fn of(table: &Headed<'_>, mapping: &Mapping, context: &Context<'_>) -> Result<Self, Box<Finding>> {
        let known =
            |heading: &str| table.column(&[heading.trim().to_lowercase().as_str()]).ok_or_else(|| unfit(heading));
        let place = |heading: &Option<String>| heading.as_deref().map(known).transpose();
        let mut criteria = Vec::new();
        for (id, columns) in mapping.criteria.iter().flatten() {
            if context.framework.criterion_index(id).is_none() {
                return Err(unfit(id.as_str()));
            }
            criteria.push((id.clone(), known(&columns.level)?, place(&columns.text)?));
        }
        // In the order of the table, so that the text reads as the form did.
        criteria.sort_by_key(|(_, level, _)| *level);
        Ok(Self {
            number: place(&mapping.number)?,
            student: place(&mapping.student)?,
            email: place(&mapping.email)?,
            source: place(&mapping.sources)?,
            author: place(&mapping.author)?,
            role: place(&mapping.role)?,
            moment: place(&mapping.moments)?,
            date: place(&mapping.date)?,
            quadrant: place(&mapping.quadrant)?,
            established: place(&mapping.established)?,
            id: place(&mapping.id)?,
            title: place(&mapping.title)?,
            text: mapping.text.iter().flatten().map(|heading| known(heading)).collect::<Result<_, _>>()?,
            criteria,
        })
    }
}
