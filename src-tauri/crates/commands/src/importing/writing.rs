//! Writing what was read: students, data points, cohorts.
//!
//! Promises: what is there already is not written again; a row that changed keeps what the assessor added to it; a
//! cohort is checked as a whole before the first of it is written.

use super::Stop;
use super::merging::merged;
use super::preview::Rows;
use crate::api::*;
use crate::kader::next_version;
use chrono::NaiveDate;
use domain::cohort::CohortDocument;
use domain::dossier::Dossier;
use domain::evidence::{DataPoint, Observation, Provenance};
use domain::framework::{VersionOrigin, WeightFramework};
use domain::ids::StudentNumber;
use domain::student::{Placement, Student};
use domain::weights::WeightSet;
use store::{StoreError, StoredFile, Writer};

/// Rows between two words about progress.
const STEP: usize = 250;

/// Hears how many rows of how many are written; answers whether to go on.
pub(super) type Hear<'h> = &'h mut dyn FnMut(u32, u32) -> bool;

fn count(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

pub(super) fn put_student(writer: &mut Writer<'_>, student: Student, counts: &mut Counts) -> Result<(), StoreError> {
    match writer.student(&student.number)? {
        Some(known) if known == student => counts.unchanged += 1,
        Some(_) => {
            writer.put_student(&student)?;
            counts.updated += 1;
        }
        None => {
            writer.put_student(&student)?;
            counts.added += 1;
        }
    }
    Ok(())
}

fn put_datapoint(
    writer: &mut Writer<'_>,
    number: &StudentNumber,
    datapoint: DataPoint,
    report: &mut FileReport,
) -> Result<(Option<DataPoint>, DataPoint), StoreError> {
    let known = writer.datapoint(number, &datapoint.id)?;
    let arriving = match &known {
        Some(known) => merged(known, datapoint),
        None => datapoint,
    };
    match &known {
        Some(known) if same(known, &arriving) => {
            report.datapoints.unchanged += 1;
            return Ok((Some(known.clone()), arriving));
        }
        Some(_) => report.datapoints.updated += 1,
        None => report.datapoints.added += 1,
    }
    let levels = arriving.indications.iter().filter(|mark| mark.observation != Observation::NotObserved);
    report.indications += count(levels.count());
    writer.put_datapoint(number, &arriving)?;
    Ok((known, arriving))
}

/// Whether two data points say the same, wherever they came from.
pub(super) fn same(a: &DataPoint, b: &DataPoint) -> bool {
    let bare = |point: &DataPoint| DataPoint { provenance: Provenance::Unconfirmed, ..point.clone() };
    bare(a) == bare(b)
}

pub(super) fn put_students(
    writer: &mut Writer<'_>,
    rows: Vec<intake::Row<Student>>,
    report: &mut FileReport,
    hear: Hear<'_>,
) -> Result<(), Stop> {
    let all = rows.len();
    for (at, row) in rows.into_iter().enumerate() {
        if at % STEP == 0 && !hear(count(at), count(all)) {
            return Err(Stop::Cancelled);
        }
        let arriving = match writer.student(&row.value.number)? {
            Some(known) => completed(row.value, known),
            None => row.value,
        };
        put_student(writer, arriving, &mut report.students)?;
    }
    Ok(())
}

/// What a list says of a student, and for what it leaves blank what was known.
fn completed(arriving: Student, known: Student) -> Student {
    let or = |said: String, known: String| if said.is_empty() { known } else { said };
    let (placed, before) = (arriving.placement, known.placement);
    Student {
        programme: or(arriving.programme, known.programme),
        subject: or(arriving.subject, known.subject),
        email: or(arriving.email, known.email),
        portfolio: or(arriving.portfolio, known.portfolio),
        placement: Placement {
            school: or(placed.school, before.school),
            subject: or(placed.subject, before.subject),
            mentor: or(placed.mentor, before.mentor),
            school_educator: or(placed.school_educator, before.school_educator),
        },
        standings: if arriving.standings.is_empty() { known.standings } else { arriving.standings },
        ..arriving
    }
}

pub(super) fn put_evidence(
    writer: &mut Writer<'_>,
    rows: Vec<intake::EvidenceRow>,
    hash: &str,
    report: &mut FileReport,
    lines: &mut Rows,
    hear: Hear<'_>,
) -> Result<(), Stop> {
    let all = rows.len();
    for (at, row) in rows.into_iter().enumerate() {
        if at % STEP == 0 && !hear(count(at), count(all)) {
            return Err(Stop::Cancelled);
        }
        let mut datapoint = row.datapoint;
        datapoint.provenance = Provenance::File { hash: hash.to_owned(), sheet: row.sheet.clone(), row: Some(row.row) };
        if let Some((number, known)) = writer.row_key(&row.row_key)? {
            // The row came in before, perhaps under another key: it stays one data point.
            if number == row.student {
                datapoint.id = known;
            }
        }
        let id = datapoint.id.clone();
        let (known, written) = put_datapoint(writer, &row.student, datapoint, report)?;
        lines.add(row.sheet, row.row, &row.student, known.as_ref(), &written);
        writer.put_row_key(&row.row_key, &row.student, &id)?;
    }
    Ok(())
}

/// A cohort that was found to fit: dossiers, and framework and weights where they are to be taken over.
pub(super) struct FittingCohort {
    dossiers: Vec<Dossier>,
    file: String,
    frame: Option<(WeightFramework, WeightSet)>,
}

/// Checks a cohort as a whole; nothing is written.
pub(super) fn fitting(
    writer: &Writer<'_>,
    document: CohortDocument,
    file: &StoredFile,
) -> Result<FittingCohort, Problem> {
    let frame = frame_of(writer, &document)?;
    let framework = match &frame {
        Some((framework, _)) => framework.clone(),
        None => writer.framework()?,
    };
    let provenance = Provenance::File { hash: file.hash.clone(), sheet: None, row: None };
    let dossiers: Vec<Dossier> =
        document.students.into_iter().map(|student| student.into_dossier(&provenance)).collect();
    for dossier in &dossiers {
        for datapoint in &dossier.datapoints {
            let number = dossier.student.number.as_str();
            datapoint.check(&framework).map_err(|fault| Problem::from(fault).at(number))?;
        }
    }
    Ok(FittingCohort { dossiers, file: file.name.clone(), frame })
}

pub(super) fn put_cohort(
    writer: &mut Writer<'_>,
    cohort: FittingCohort,
    act: (NaiveDate, &str),
    report: &mut FileReport,
    hear: Hear<'_>,
) -> Result<(), Stop> {
    if let Some((framework, weights)) = &cohort.frame {
        if *framework != writer.framework()? {
            let origin = VersionOrigin::Imported(cohort.file.clone());
            next_version(writer, framework, origin, act.0, act.1)?;
            writer.put_framework(framework)?;
        }
        writer.put_weights(weights)?;
    }
    let all = cohort.dossiers.len();
    for (at, dossier) in cohort.dossiers.into_iter().enumerate() {
        if at % STEP == 0 && !hear(count(at), count(all)) {
            return Err(Stop::Cancelled);
        }
        let mut arriving = dossier.student;
        let number = arriving.number.clone();
        if let Some(known) = writer.student(&number)? {
            // The document carries no addresses; those that are known stay.
            arriving.email = known.email;
            arriving.portfolio = known.portfolio;
        }
        put_student(writer, arriving, &mut report.students)?;
        let known = writer.statements(&number)?;
        for statement in dossier.statements {
            if !known.contains(&statement) {
                writer.put_statement(&number, &statement)?;
            }
        }
        for datapoint in dossier.datapoints {
            put_datapoint(writer, &number, datapoint, report)?;
        }
    }
    Ok(())
}

/// Framework and weights to take over, which is done while there is no evidence; later different ones are refused.
fn frame_of(writer: &Writer<'_>, document: &CohortDocument) -> Result<Option<(WeightFramework, WeightSet)>, Problem> {
    let own: WeightFramework = writer.framework()?;
    let framework = document.framework.clone().map_or_else(|| own.clone(), |arriving| named_as(arriving, &own));
    framework.check().map_err(|fault| Problem::user(ProblemCode::FrameworkFaulty, "").with(fault.to_string()))?;
    let held = writer.weights()?;
    let weights = match &document.weights {
        Some(weights) => WeightSet::new(&framework, weights, &document.unused_sources, "").map_err(Problem::from)?,
        None if framework == own => held.clone(),
        None => return Err(Problem::user(ProblemCode::FrameworkDiffers, "")),
    };
    if framework == own && weights.weights() == held.weights() && weights.unused() == held.unused() {
        return Ok(None);
    }
    if writer.has_evidence()? {
        return Err(Problem::user(ProblemCode::FrameworkDiffers, ""));
    }
    if held.frozen().is_some() {
        return Err(Problem::user(ProblemCode::WeightsFrozen, ""));
    }
    Ok(Some((framework, weights)))
}

/// A framework that says nothing of short names keeps those that are known here.
fn named_as(mut arriving: WeightFramework, own: &WeightFramework) -> WeightFramework {
    for criterion in arriving.criteria.iter_mut().filter(|criterion| criterion.short.is_empty()) {
        let known = own.criteria.iter().find(|known| known.id == criterion.id && known.label == criterion.label);
        criterion.short = known.map(|known| known.short.clone()).unwrap_or_default();
    }
    arriving
}
