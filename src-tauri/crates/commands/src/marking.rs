//! *Bronnen*: data points typed in, passages marked, the student's statement.
//!
//! Promises: every act can be taken back; what does not fit the framework or the year is refused before it is written.

use crate::api::*;
use crate::convert;
use crate::workbench::{Workbench, date_of, number_of};
use domain::evidence::{DataPoint, Establishing, Indication, Moment, Observation, Provenance, Quadrant};
use domain::framework::WeightFramework;
use domain::ids::{CriterionId, DataPointId, SourceId, StudentNumber};
use domain::student::Statement;
use domain::text::FilledText;
use domain::year::Calendar;
use serde::de::DeserializeOwned;
use store::Writer;

impl Workbench {
    /// Marks a passage, or a whole data point, for a criterion.
    pub fn add_indication(&mut self, number: &str, new: &NewIndication) -> Result<DossierReply, Problem> {
        let indication = indication_of(new)?;
        self.change_datapoint("indication.add", number, &new.datapoint, &new.criterion, |datapoint| {
            datapoint.indicate(indication);
            Ok(())
        })
    }

    /// Puts another criterion, level or passage in the place of an indication, in one act.
    pub fn change_indication(
        &mut self,
        number: &str,
        index: u32,
        new: &NewIndication,
    ) -> Result<DossierReply, Problem> {
        let indication = indication_of(new)?;
        self.change_datapoint("indication.change", number, &new.datapoint, &new.criterion, |datapoint| {
            if datapoint.reindicate(index as usize, indication) {
                return Ok(());
            }
            Err(Problem::user(ProblemCode::UnknownIndication, datapoint.id.to_string()))
        })
    }

    /// Takes an indication off, by its place in the list of its data point.
    pub fn remove_indication(&mut self, number: &str, datapoint: &str, index: u32) -> Result<DossierReply, Problem> {
        let (student, id, index) = (number_of(number)?, datapoint_id(datapoint)?, index as usize);
        let found = self.store.reader().datapoint(&student, &id)?;
        let found = found.ok_or_else(|| Problem::user(ProblemCode::UnknownDataPoint, datapoint))?;
        let unknown = || Problem::user(ProblemCode::UnknownIndication, datapoint);
        let place = found.indications.get(index).ok_or_else(unknown)?.criterion.to_string();
        self.change_datapoint("indication.remove", number, datapoint, &place, |found| {
            found.indications.remove(index);
            Ok(())
        })
    }

    /// Says whether a data point is established.
    pub fn set_established(&mut self, number: &str, datapoint: &str, to: bool) -> Result<DossierReply, Problem> {
        let by = self.establishing();
        self.change_datapoint("datapoint.established", number, datapoint, "", |found| {
            found.established = to;
            found.established_by = by.filter(|_| to);
            Ok(())
        })
    }

    /// Corrects what is known about a data point; `text_stands` when its text would change and may not.
    pub fn change_datapoint_facts(
        &mut self,
        number: &str,
        datapoint: &str,
        new: &NewDataPoint,
    ) -> Result<DossierReply, Problem> {
        let calendar = self.store.reader().calendar()?;
        let by = self.establishing();
        self.change_datapoint("datapoint.change", number, datapoint, "", |found| {
            let known = found.clone();
            if new.text != known.text && known.text_stands().is_some() {
                return Err(Problem::user(ProblemCode::TextStands, ""));
            }
            let same = new.established == known.established;
            *found = DataPoint {
                indications: known.indications,
                established_by: if same { known.established_by } else { by.filter(|_| new.established) },
                ..typed(new, datapoint, known.provenance, &calendar, !known.text.is_empty())?
            };
            Ok(())
        })
    }

    /// Who says now that something is established, and when.
    fn establishing(&self) -> Option<Establishing> {
        FilledText::new(self.actor()).ok().map(|by| Establishing { by, on: self.host.today() })
    }

    /// Adds a data point that was typed or pasted in.
    pub fn add_datapoint(&mut self, number: &str, new: &NewDataPoint) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let mut random = [0; 8];
        self.host.random(&mut random);
        let id = format!("t-{}", hex(&random));
        let by = FilledText::new(self.actor());
        let established_by = self.establishing().filter(|_| new.established);
        self.undoable("datapoint.add", number, |writer| {
            let calendar = writer.calendar()?;
            let provenance = by.map_or(Provenance::Unconfirmed, |by| Provenance::Confirmed { by });
            let datapoint = DataPoint { established_by, ..typed(new, &id, provenance, &calendar, true)? };
            datapoint.check(&writer.framework()?)?;
            known(writer, &student)?;
            Ok(writer.put_datapoint(&student, &datapoint)?)
        })?;
        self.dossier(number)
    }

    /// Takes a data point out; citations of it break and are named by the checklist.
    pub fn remove_datapoint(&mut self, number: &str, datapoint: &str) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let id = datapoint_id(datapoint)?;
        self.undoable("datapoint.remove", number, |writer| {
            if writer.datapoint(&student, &id)?.is_none() {
                return Err(Problem::user(ProblemCode::UnknownDataPoint, datapoint));
            }
            Ok(writer.remove_datapoint(&student, &id)?)
        })?;
        self.dossier(number)
    }

    /// Keeps a version of the student's statement; earlier ones stay. `text_missing` without the student's own words.
    pub fn save_statement(&mut self, number: &str, view: &StatementView) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let said = FilledText::new(&view.text).map_err(|_| Problem::user(ProblemCode::TextMissing, "text"))?;
        let statement = Statement {
            date: date_of(&view.date)?,
            kan: convert::answer_of(view.kan),
            wil: convert::answer_of(view.wil),
            text: said.into(),
        };
        self.undoable("statement.add", number, |writer| {
            known(writer, &student)?;
            in_year(&writer.calendar()?, &view.date, statement.date)?;
            Ok(writer.put_statement(&student, &statement)?)
        })?;
        self.dossier(number)
    }

    fn change_datapoint(
        &mut self,
        code: &'static str,
        number: &str,
        datapoint: &str,
        place: &str,
        change: impl FnOnce(&mut DataPoint) -> Result<(), Problem>,
    ) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let id = datapoint_id(datapoint)?;
        self.undoable_at(code, number, place, |writer| {
            let framework: WeightFramework = writer.framework()?;
            let mut found = writer
                .datapoint(&student, &id)?
                .ok_or_else(|| Problem::user(ProblemCode::UnknownDataPoint, datapoint))?;
            change(&mut found)?;
            found.check(&framework)?;
            Ok(writer.put_datapoint(&student, &found)?)
        })?;
        self.dossier(number)
    }
}

pub(crate) fn known(writer: &Writer<'_>, student: &StudentNumber) -> Result<(), Problem> {
    match writer.student(student)? {
        Some(_) => Ok(()),
        None => Err(Problem::user(ProblemCode::UnknownStudent, student.to_string())),
    }
}

fn datapoint_id(text: &str) -> Result<DataPointId, Problem> {
    DataPointId::new(text).map_err(|_| Problem::user(ProblemCode::UnknownDataPoint, text))
}

pub(crate) fn in_year(
    calendar: &Calendar,
    text: &str,
    date: chrono::NaiveDate,
) -> Result<domain::year::Period, Problem> {
    calendar
        .period_of(date)
        .ok_or_else(|| Problem::user(ProblemCode::DateOutsideYear, text).with(calendar.year.to_string()))
}

fn indication_of(new: &NewIndication) -> Result<Indication, Problem> {
    let criterion =
        CriterionId::new(&new.criterion).map_err(|_| Problem::user(ProblemCode::UnknownCriterion, &*new.criterion))?;
    Ok(Indication {
        criterion,
        observation: new.level.map_or(Observation::NotObserved, Observation::Level),
        excerpt: new.excerpt.map(convert::span_of),
    })
}

fn typed(
    new: &NewDataPoint,
    id: &str,
    provenance: Provenance,
    calendar: &Calendar,
    asks_text: bool,
) -> Result<DataPoint, Problem> {
    let date = date_of(&new.date)?;
    if asks_text && new.text.trim().is_empty() {
        return Err(Problem::user(ProblemCode::TextMissing, "text"));
    }
    Ok(DataPoint {
        id: datapoint_id(id)?,
        source: SourceId::new(&new.source).map_err(|_| Problem::user(ProblemCode::UnknownSource, &*new.source))?,
        author: FilledText::new(&new.author).ok(),
        role: new.role.trim().to_owned(),
        date,
        period: in_year(calendar, &new.date, date)?,
        quadrant: from_word::<Quadrant>(&new.quadrant),
        moment: from_word::<Moment>(&new.moment).unwrap_or(Moment::Overig),
        established: new.established,
        established_by: None,
        text: new.text.clone(),
        indications: Vec::new(),
        provenance,
    })
}

fn from_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
