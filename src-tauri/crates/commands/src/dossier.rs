//! *Dossier*: everything of one student as the window shows it.
//!
//! Promises: one reading of the workspace, so that sources, weighing and judgement belong together.

use crate::api::*;
use crate::conversations;
use crate::convert;
use crate::judging;
use crate::table;
use crate::weighing;
use crate::workbench::{Workbench, number_of};
use domain::dossier::Dossier;
use domain::evidence::{DataPoint, Provenance, TextStands};
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::judgement::{Ground, Judgement};
use domain::student::Statement;
use domain::weights::WeightSet;
use domain::year::{AcademicYear, Calendar};
use std::sync::Arc;
use store::{Reader, StoreError, StoredJudgement};

/// How every dossier of a workspace is weighed.
#[derive(Clone)]
pub(crate) struct Frame {
    pub partnership: String,
    pub year: AcademicYear,
    pub framework: WeightFramework,
    pub weights: WeightSet,
}

impl Frame {
    pub fn read(reader: &Reader<'_>) -> Result<Self, StoreError> {
        let meta = reader.meta()?;
        Ok(Self {
            partnership: meta.partnership,
            year: meta.year,
            framework: reader.framework()?,
            weights: reader.weights()?,
        })
    }
}

/// A dossier with how it is weighed.
pub(crate) struct Case {
    pub frame: Arc<Frame>,
    pub dossier: Dossier,
}

impl Case {
    /// Reads the case of a student; `unknown_student` otherwise.
    pub fn read(reader: &Reader<'_>, number: &StudentNumber) -> Result<Self, Problem> {
        Self::within(Arc::new(Frame::read(reader)?), reader, number)
    }

    /// The same, for who reads many.
    pub fn within(frame: Arc<Frame>, reader: &Reader<'_>, number: &StudentNumber) -> Result<Self, Problem> {
        let unknown = || Problem::user(ProblemCode::UnknownStudent, number.to_string());
        Ok(Self { frame, dossier: reader.dossier(number)?.ok_or_else(unknown)? })
    }

    /// What a judgement of it stands on.
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            partnership: &self.frame.partnership,
            year: self.frame.year,
            framework: &self.frame.framework,
            weights: &self.frame.weights,
            dossier: &self.dossier,
        }
    }
}

impl Workbench {
    /// One dossier, whole.
    pub fn dossier(&self, number: &str) -> Result<DossierReply, Problem> {
        let number = number_of(number)?;
        let reader = self.store.reader();
        let case = Case::read(&reader, &number)?;
        let order = self.order()?;
        let at = order.iter().position(|known| *known == number).unwrap_or_default();
        let beside = |at: Option<usize>| at.and_then(|at| order.get(at)).map(ToString::to_string);
        let calendar = reader.calendar()?;
        let judgements = reader.judgements(&number)?;
        let judgement = judging::view(self, &reader, &case, &judgements)?;
        let row = table::row_of(self, &calendar, &case, judgements.last(), &judgement)?;
        let ground = shown(&case, &judgements);
        let (view, sufficiency) = ground.view();
        let mut datapoints = Vec::with_capacity(case.dossier.datapoints.len());
        for datapoint in &case.dossier.datapoints {
            datapoints.push(datapoint_view(&reader, datapoint, &case)?);
        }
        datapoints.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
        let statements = Statement::latest_first(&case.dossier.statements);
        Ok(DossierReply {
            student: convert::student(&case.dossier.student, &calendar),
            previous: beside(at.checked_sub(1)),
            next: beside(Some(at + 1)),
            place: (count(at + 1), count(order.len())),
            datapoints,
            statements: statements.into_iter().map(convert::statement).collect(),
            periods: period_days(&calendar),
            today: self.host.today().to_string(),
            weighing: weighing::draw(&ground, &view, &sufficiency),
            judgement,
            conversations: conversations::views(&case.dossier, self.host.today()),
            state: row.state,
            deadline: row.deadline,
        })
    }
}

/// What the weighing of a case is drawn from: an established judgement is shown as it was weighed, whatever came in since.
pub(crate) fn shown<'a>(case: &'a Case, judgements: &'a [StoredJudgement]) -> Ground<'a> {
    match judgements.last().map(|stored| &stored.state) {
        Some(Judgement::Established(established)) => established.ground(),
        Some(Judgement::Draft(_) | Judgement::Replaced(_)) | None => case.ground(),
    }
}

/// A count that fits the bridge.
pub(crate) fn count(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn period_days(calendar: &Calendar) -> Vec<String> {
    let [second, third, fourth] = calendar.later_periods_start;
    let days = [calendar.year.first_day(), second, third, fourth, calendar.year.last_day()];
    days.iter().map(ToString::to_string).collect()
}

fn datapoint_view(reader: &Reader<'_>, datapoint: &DataPoint, case: &Case) -> Result<DataPointView, StoreError> {
    let (file, origin, confirmed_by, original) = match &datapoint.provenance {
        Provenance::Unconfirmed => (None, None, String::new(), None),
        Provenance::Confirmed { by } => (None, None, by.to_string(), None),
        Provenance::File { hash, sheet, row } => {
            let kept = reader.file_info(hash)?;
            let place = (sheet.is_some() || row.is_some()).then(|| Origin { sheet: sheet.clone(), row: *row });
            let by = kept.as_ref().map(|file| file.by.clone()).unwrap_or_default();
            let original = kept.as_ref().map(|file| OriginalView {
                hash: hash.clone(),
                imported_at: convert::moment(file.imported_at),
                by: file.by.clone(),
            });
            (kept.map(|file| file.name), place, by, original)
        }
    };
    Ok(DataPointView {
        id: datapoint.id.to_string(),
        source: datapoint.source.to_string(),
        author: datapoint.author.as_ref().map(ToString::to_string).unwrap_or_default(),
        role: datapoint.role.clone(),
        date: datapoint.date.to_string(),
        period: datapoint.period.number(),
        quadrant: datapoint.quadrant.map(|quadrant| convert::word(&quadrant)).unwrap_or_default(),
        moment: convert::word(&datapoint.moment),
        established: datapoint.established,
        counts: convert::counts(datapoint, &case.frame.framework),
        text: datapoint.text.clone(),
        indications: convert::indications(datapoint),
        file,
        origin,
        confirmed_by,
        original,
        established_by: datapoint
            .established_by
            .as_ref()
            .map(|said| EstablishedView { by: said.by.to_string(), on: said.on.to_string() }),
        text_stands: datapoint.text_stands().map(|why| match why {
            TextStands::FromFile => TextStandsCode::FromFile,
            TextStands::Marked => TextStandsCode::Marked,
        }),
        conversation: case.dossier.conversation_of(datapoint).map(|said| said.id.to_string()),
    })
}
