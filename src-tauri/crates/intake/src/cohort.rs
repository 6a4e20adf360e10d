//! The cohort document.

use crate::finding::{Finding, FindingCode};
use crate::kind::Kind;
use crate::{Content, Read, SourceFile};
use domain::cohort::{CohortDocument, FORMAT, VERSION};
use std::collections::BTreeSet;

/// Reads a cohort document; keys that are not known are refused by name.
pub(crate) fn read(file: &SourceFile<'_>) -> Read {
    let bytes = file.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file.bytes);
    let document: CohortDocument = match serde_json::from_slice(bytes) {
        Ok(document) => document,
        Err(error) => return Read::refused(Kind::Cohort, invalid(&error)),
    };
    if document.format != FORMAT || document.version != VERSION {
        let value = format!("{} {}", document.format, document.version);
        return Read::refused(Kind::Cohort, Finding::error(FindingCode::VersionUnknown).value(value));
    }
    let mut findings = Vec::new();
    let mut numbers = BTreeSet::new();
    for student in &document.students {
        if !numbers.insert(&student.number) {
            findings.push(Finding::error(FindingCode::KeyTwice).value(student.number.to_string()));
        }
        let mut ids = BTreeSet::new();
        for datapoint in &student.datapoints {
            if !ids.insert(&datapoint.id) {
                let value = format!("{} {}", student.number, datapoint.id);
                findings.push(Finding::error(FindingCode::KeyTwice).value(value));
            }
            if !document.year.contains(datapoint.date) {
                let value = format!("{} {} {}", student.number, datapoint.id, datapoint.date);
                findings.push(Finding::error(FindingCode::DateOutsideYear).value(value));
            }
        }
    }
    if document.students.iter().any(has_nul) {
        findings.push(Finding::error(FindingCode::NulCharacter));
    }
    Read::of(Kind::Cohort, Content::Cohort(Box::new(document)), findings, Vec::new())
}

fn has_nul(student: &domain::cohort::CohortStudent) -> bool {
    student.name.as_str().contains('\0') || student.datapoints.iter().any(|datapoint| datapoint.text.contains('\0'))
}

/// Where the JSON does not fit; the name of a key that is not known goes along, content does not.
fn invalid(error: &serde_json::Error) -> Finding {
    let text = error.to_string();
    let key = text.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    let what = key.or(missing).map(|name| format!(" ({name})")).unwrap_or_default();
    Finding::error(FindingCode::JsonInvalid).value(format!("{}:{}{what}", error.line(), error.column()))
}
