//! A document, a mail or a picture becomes one data point.
//!
//! Promises: whose it is, is told by a number before a name, and by the file's name before its text; what had to be
//! assumed (source, date) is said; what is a mail's attachment stands under its name below the mail.

use crate::finding::{Finding, FindingCode, Pending};
use crate::kind::Kind;
use crate::mapping::{Decision, Mapping};
use crate::matching::{By, Doubt, Roll};
use crate::raw::Document;
use crate::table::Cell;
use crate::{Ask, Content, Context, EvidenceRow, Read, dates, facts};
use chrono::NaiveDate;
use domain::evidence::{DataPoint, Moment, Provenance};
use domain::ids::{DataPointId, SourceId};
use domain::student::Student;
use domain::text::FilledText;

/// Lines at the top of a text among which a date is looked for.
const HEAD: usize = 25;

/// Reads a document as evidence.
pub(crate) fn read(kind: Kind, document: &Document, name: &str, ask: &Ask<'_>, context: &Context<'_>) -> Read {
    let none = Mapping::default();
    let mapping = ask.mapping.unwrap_or(&none);
    let roll = Roll::of(context.students);
    let mut findings = document.findings.clone();
    let (student, by) = match whose(document, name, mapping, &roll) {
        Ok(found) => found,
        Err((reason, candidates)) => {
            let value = [document.from.name.as_str(), document.subject.as_str()].join(" ").trim().to_owned();
            let pending = vec![Pending { sheet: None, row: 1, reason, candidates, value }];
            return Read::of(kind, Content::Evidence(Vec::new()), findings, pending);
        }
    };
    if by == Some(By::Name) {
        findings
            .push(Finding::warning(FindingCode::MatchedByName).value(format!("{} ({})", student.name, student.number)));
    }
    let source = match source_of(kind, mapping, context, &mut findings) {
        Ok(source) => source,
        Err(finding) => return Read::refused(kind, *finding),
    };
    let date = match date_of(document, mapping, ask, context, &mut findings) {
        Ok(date) => date,
        Err(finding) => return Read::refused(kind, *finding),
    };
    let text = text_of(document, &mut findings);
    if text.is_empty() {
        findings.push(Finding::warning(FindingCode::NoText));
    }
    let (author, role) = author_of(kind, document, mapping, &source, student);
    if author.is_none() {
        findings.push(Finding::warning(FindingCode::AuthorUnknown));
    }
    let row_key = facts::key_of(&["document", &name.to_lowercase(), source.as_str(), student.number.as_str()]);
    let datapoint = DataPoint {
        id: DataPointId::new(&format!("d-{}", &row_key[..16])).expect("BUG: a hash is an id"),
        quadrant: facts::quadrant_of(&source),
        source,
        author,
        role,
        date,
        period: context.calendar.period_of(date).unwrap_or(domain::year::Period::P4),
        moment: mapping.moment.unwrap_or(Moment::Overig),
        established: true,
        established_by: None,
        text,
        indications: Vec::new(),
        provenance: Provenance::Unconfirmed,
    };
    let row = EvidenceRow { student: student.number.clone(), datapoint, row_key, sheet: None, row: 1 };
    Read::of(kind, Content::Evidence(vec![row]), findings, Vec::new())
}

fn whose<'a>(
    document: &Document,
    name: &str,
    mapping: &Mapping,
    roll: &Roll<'a>,
) -> Result<(&'a Student, Option<By>), Doubt> {
    let decided = mapping.decisions(None, 1).find_map(|decision| match decision {
        Decision::Student(number) => roll.numbered(number),
        _ => None,
    });
    if let Some(student) = decided {
        return Ok((student, None));
    }
    let texts =
        [name, document.subject.as_str(), document.margins.as_str(), document.text.as_str(), &document.from.name];
    match roll.spoken_of(&texts) {
        Ok((student, by)) => Ok((student, Some(by))),
        Err(doubt) => roll.mailed(&document.from.mail).map(|student| (student, Some(By::Mail))).ok_or(doubt),
    }
}

/// The source that was said, else the one such a file usually speaks for, with a word about it.
fn source_of(
    kind: Kind,
    mapping: &Mapping,
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
) -> Result<SourceId, Box<Finding>> {
    if let Some(source) = &mapping.source {
        let known = context.framework.source_index(source).is_some();
        let unfit = || Box::new(Finding::error(FindingCode::MappingDoesNotFit).value(source.as_str()));
        return known.then(|| source.clone()).ok_or_else(unfit);
    }
    let usual = if kind == Kind::Mail { "opleiding" } else { SourceId::SELF_INSIGHT };
    let found = context.framework.sources.iter().find(|source| source.id.as_str() == usual);
    let source = found.ok_or_else(|| Box::new(Finding::error(FindingCode::SourceMissing)))?;
    findings.push(Finding::warning(FindingCode::SourceAssumed).value(source.label.clone()));
    Ok(source.id.clone())
}

/// The date that was said, that stands at the top of the text, or that the file carries; else the day it came in.
fn date_of(
    document: &Document,
    mapping: &Mapping,
    ask: &Ask<'_>,
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
) -> Result<NaiveDate, Box<Finding>> {
    let year = context.year;
    if let Some(date) = mapping.on.or_else(|| written(document, year)) {
        let outside =
            || Box::new(Finding::error(FindingCode::DateOutsideYear).value(date.format("%d-%m-%Y").to_string()));
        return year.contains(date).then_some(date).ok_or_else(outside);
    }
    let carried = [document.date, ask.modified].into_iter().flatten().find(|date| year.contains(*date));
    let mail = document.date.filter(|date| year.contains(*date) && !document.from.mail.is_empty());
    if let Some(date) = mail {
        return Ok(date);
    }
    let date = carried
        .unwrap_or_else(|| if ask.today > year.last_day() { year.last_day() } else { ask.today.max(year.first_day()) });
    findings.push(Finding::warning(FindingCode::DateAssumed).value(date.format("%d-%m-%Y").to_string()));
    Ok(date)
}

/// The date on a line that begins with *Datum*.
fn written(document: &Document, year: domain::year::AcademicYear) -> Option<NaiveDate> {
    document.text.lines().take(HEAD).find_map(|line| {
        let line = line.trim();
        let begins = line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("datum"));
        let rest = begins.then(|| line[5..].trim_start_matches([':', ' ', '\t']))?;
        let whole = rest.chars().count() <= 40;
        whole.then(|| dates::read(&Cell::Text(rest.into()), year)).flatten()
    })
}

/// The text, and that of what is attached under its name.
fn text_of(document: &Document, findings: &mut Vec<Finding>) -> String {
    let mut text = document.text.clone();
    for attachment in &document.attachments {
        findings.push(Finding::warning(FindingCode::AttachmentKept).value(attachment.name.clone()));
        if let Some(inside) = &attachment.text {
            text.push_str(&format!("\n\n{}\n{inside}", attachment.name));
        }
    }
    text.trim().to_owned()
}

/// Who says it: what was said, the student for what students write, the sender of a mail; nobody is guessed.
fn author_of(
    kind: Kind,
    document: &Document,
    mapping: &Mapping,
    source: &SourceId,
    student: &Student,
) -> (Option<FilledText>, String) {
    let said = mapping.author_name.as_deref().and_then(|name| FilledText::new(name).ok());
    let role = mapping.role_name.clone();
    if said.is_some() {
        return (said, role.unwrap_or_default());
    }
    if source.is_self_insight() {
        return (Some(student.name.clone()), role.unwrap_or_else(|| "student".to_owned()));
    }
    let sender = [&document.from.name, &document.from.mail];
    let sender = sender.into_iter().find_map(|name| FilledText::new(name).ok()).filter(|_| kind == Kind::Mail);
    (sender, role.unwrap_or_default())
}
