//! An eJournal archive becomes a data point for each entry.
//!
//! Promises: what others said of an entry never stands in the student's text; it becomes data points of its own only
//! when the user says for which source.

use crate::finding::{Finding, FindingCode, Pending, PendingReason};
use crate::kind::Kind;
use crate::mapping::{Decision, Mapping};
use crate::matching::{Roll, bare_number, folded};
use crate::raw::{Journal, JournalEntry};
use crate::{Ask, Content, Context, EvidenceRow, Read, facts};
use chrono::NaiveDate;
use domain::evidence::{DataPoint, Moment, Provenance};
use domain::ids::{DataPointId, SourceId};
use domain::student::Student;
use domain::text::FilledText;

/// Reads an archive as evidence.
pub(crate) fn read(journal: &Journal, ask: &Ask<'_>, context: &Context<'_>) -> Read {
    let none = Mapping::default();
    let mapping = ask.mapping.unwrap_or(&none);
    let roll = Roll::of(context.students);
    let decided = mapping.decisions(None, 1).find_map(|decision| match decision {
        Decision::Student(number) => roll.numbered(number),
        _ => None,
    });
    let found =
        decided.map_or_else(|| roll.find(&bare_number(&journal.user), &journal.owner.mail, &journal.owner.name), Ok);
    let student = match found {
        Ok(student) => student,
        Err((reason, candidates)) => {
            let value = format!("{} {}", journal.user, journal.owner.name);
            let pending = vec![Pending { sheet: None, row: 1, reason, candidates, value }];
            return Read::of(Kind::Archive, Content::Evidence(Vec::new()), journal.findings.clone(), pending);
        }
    };
    let source = mapping.source.clone();
    let usual =
        || context.framework.sources.iter().find(|source| source.id.is_self_insight()).map(|source| source.id.clone());
    let Some(source) = source.or_else(usual) else {
        return Read::refused(Kind::Archive, Finding::error(FindingCode::SourceMissing));
    };
    let unfit = [Some(&source), mapping.comments.as_ref()].into_iter().flatten();
    if let Some(unfit) = unfit.into_iter().find(|source| context.framework.source_index(source).is_none()) {
        return Read::refused(Kind::Archive, Finding::error(FindingCode::MappingDoesNotFit).value(unfit.as_str()));
    }
    let mut out = Out { student, context, rows: Vec::new(), findings: journal.findings.clone(), pending: Vec::new() };
    for (entry, row) in journal.entries.iter().zip(1u32..) {
        out.entry(entry, row, &source, mapping);
    }
    Read::of(Kind::Archive, Content::Evidence(out.rows), out.findings, out.pending)
}

struct Out<'a> {
    student: &'a Student,
    context: &'a Context<'a>,
    rows: Vec<EvidenceRow>,
    findings: Vec<Finding>,
    pending: Vec<Pending>,
}

/// What is said, by whom and when.
struct Said<'a> {
    source: &'a SourceId,
    author: &'a str,
    role: &'a str,
    date: Option<NaiveDate>,
    text: &'a str,
    key: String,
}

impl Out<'_> {
    fn entry(&mut self, entry: &JournalEntry, row: u32, source: &SourceId, mapping: &Mapping) {
        let own = entry.author.is_empty() || folded(&entry.author) == folded(self.student.name.as_str());
        if !own {
            // An entry in this journal by somebody else: a person says whose words these are.
            let sheet = Some(entry.assignment.clone());
            let reason = PendingReason::AmbiguousStudent;
            self.pending.push(Pending {
                sheet,
                row,
                reason,
                candidates: vec![self.student.number.clone()],
                value: entry.author.clone(),
            });
            return;
        }
        let name = self.student.name.clone();
        self.add(
            entry,
            row,
            &Said {
                source,
                author: name.as_str(),
                role: "student",
                date: entry.date,
                text: &entry.text,
                key: facts::key_of(&["journal", &entry.id, self.student.number.as_str()]),
            },
        );
        let Some(heard) = &mapping.comments else { return };
        for comment in &entry.comments {
            self.add(
                entry,
                row,
                &Said {
                    source: heard,
                    author: &comment.author,
                    role: mapping.role_name.as_deref().unwrap_or_default(),
                    date: comment.date,
                    text: &comment.text,
                    key: facts::key_of(&["comment", &comment.id, self.student.number.as_str()]),
                },
            );
        }
    }

    fn add(&mut self, entry: &JournalEntry, row: u32, said: &Said<'_>) {
        let period = said.date.and_then(|date| self.context.calendar.period_of(date));
        let (Some(date), Some(period)) = (said.date, period) else {
            let code = if said.date.is_some() { FindingCode::DateOutsideYear } else { FindingCode::InvalidDate };
            self.findings.push(Finding::warning(code).at(Some(&entry.assignment), row, ""));
            return;
        };
        if said.text.trim().is_empty() {
            return;
        }
        let datapoint = DataPoint {
            id: DataPointId::new(&format!("j-{}", &said.key[..16])).expect("BUG: a hash is an id"),
            source: said.source.clone(),
            author: FilledText::new(said.author).ok(),
            role: said.role.to_owned(),
            date,
            period,
            quadrant: facts::quadrant_of(said.source),
            moment: Moment::Overig,
            established: true,
            established_by: None,
            text: said.text.to_owned(),
            indications: Vec::new(),
            provenance: Provenance::Unconfirmed,
        };
        let (student, row_key, sheet) = (self.student.number.clone(), said.key.clone(), Some(entry.assignment.clone()));
        self.rows.push(EvidenceRow { student, datapoint, row_key, sheet, row });
    }
}
