//! *Mandaten* and who is at the desk.
//!
//! Promises: one mandate for each holder and capacity; a mandate on which a judgement stands is never taken out and
//! never ends before that judgement; everything is journalled and can be taken back until something stands on it.

use crate::api::{CapacityCode, MandateView, OpenWorkspace, Problem, ProblemCode, SettingsReply, Standing};
use crate::workbench::{Workbench, date_of};
use chrono::NaiveDate;
use domain::judgement::Judgement;
use domain::mandate::{Capacity, Mandate};
use domain::text::FilledText;
use store::Reader;

/// The setting that says who is at the desk.
pub(crate) const SEAT: &str = "seat";

impl Workbench {
    /// Grants a mandate; `already_exists` when the holder has one in this capacity.
    pub fn grant_mandate(&mut self, view: &MandateView) -> Result<SettingsReply, Problem> {
        let mandate = mandate_of(view)?;
        if self.kept(&mandate)?.is_some() {
            return Err(Problem::user(ProblemCode::MandateExists, mandate.holder.to_string()));
        }
        self.undoable("mandate.grant", mandate.holder.as_str(), |writer| Ok(writer.put_mandate(&mandate)?))?;
        self.sit_down()?;
        self.settings()
    }

    /// Changes who granted a mandate and its days; `mandate_used` when a judgement would fall outside them.
    pub fn change_mandate(&mut self, view: &MandateView) -> Result<SettingsReply, Problem> {
        let mandate = mandate_of(view)?;
        let kept = self.kept(&mandate)?.ok_or_else(|| Problem::user(ProblemCode::NoMandate, ""))?;
        let outside = self.established_on(&kept)?.into_iter().find(|day| !(mandate.from..=mandate.until).contains(day));
        if let Some(day) = outside {
            return Err(Problem::user(ProblemCode::MandateUsed, "").with(day.to_string()));
        }
        if mandate != kept {
            self.undoable("mandate.change", mandate.holder.as_str(), |writer| Ok(writer.put_mandate(&mandate)?))?;
        }
        self.settings()
    }

    /// Takes a mandate back; `mandate_used` when a judgement stands on it.
    pub fn withdraw_mandate(&mut self, holder: &str, capacity: CapacityCode) -> Result<SettingsReply, Problem> {
        let holder = FilledText::new(holder).map_err(|_| Problem::user(ProblemCode::NoMandate, ""))?;
        let capacity = capacity_of(capacity);
        let mandates = self.store.reader().mandates()?;
        let kept = mandates.into_iter().find(|mandate| mandate.holder == holder && mandate.capacity == capacity);
        let kept = kept.ok_or_else(|| Problem::user(ProblemCode::NoMandate, ""))?;
        if let Some(day) = self.established_on(&kept)?.into_iter().max() {
            return Err(Problem::user(ProblemCode::MandateUsed, "").with(day.to_string()));
        }
        self.undoable("mandate.withdraw", holder.as_str(), |writer| Ok(writer.remove_mandate(&kept)?))?;
        self.sit_down()?;
        self.settings()
    }

    /// Another person takes the desk: one who holds a mandate.
    pub fn sit(&mut self, holder: &str) -> Result<OpenWorkspace, Problem> {
        let known = self.store.reader().mandates()?.iter().any(|mandate| mandate.holder.as_str() == holder);
        if !known {
            return Err(Problem::user(ProblemCode::NoMandate, ""));
        }
        if holder != self.actor() {
            let json = serde_json::to_string(holder).map_err(|_| Problem::internal("seat"))?;
            self.undoable("desk.seat", holder, |writer| Ok(writer.put_setting(SEAT, &json)?))?;
            self.sit_down()?;
        }
        self.overview()
    }

    fn kept(&self, mandate: &Mandate) -> Result<Option<Mandate>, Problem> {
        let same = |kept: &Mandate| kept.holder == mandate.holder && kept.capacity == mandate.capacity;
        Ok(self.store.reader().mandates()?.into_iter().find(same))
    }

    /// The days on which judgements were established on a mandate, revisions and what they replaced included.
    fn established_on(&self, mandate: &Mandate) -> Result<Vec<NaiveDate>, Problem> {
        let reader = self.store.reader();
        let mut days = Vec::new();
        let mut students: Vec<_> = reader.judgement_states()?.into_iter().map(|brief| brief.student).collect();
        students.dedup();
        for student in students {
            for stored in reader.judgements(&student)? {
                let judgement = match &stored.state {
                    Judgement::Draft(_) => continue,
                    Judgement::Established(judgement) => judgement.as_ref(),
                    Judgement::Replaced(replaced) => &replaced.judgement,
                };
                let by = judgement.established_by();
                if by.holder == mandate.holder && by.capacity == mandate.capacity {
                    days.push(judgement.established_on());
                }
            }
        }
        Ok(days)
    }
}

/// Who takes the desk: the one chosen last while that is a holder, else the examiner, else any holder.
pub(crate) fn seated(reader: &Reader<'_>) -> Result<String, Problem> {
    let mandates = reader.mandates()?;
    let chosen: Option<String> = reader.setting(SEAT)?.and_then(|json| serde_json::from_str(&json).ok());
    let found = mandates
        .iter()
        .find(|mandate| Some(mandate.holder.as_str()) == chosen.as_deref())
        .or_else(|| mandates.iter().find(|mandate| mandate.capacity == Capacity::Examiner))
        .or_else(|| mandates.first());
    Ok(found.map(|mandate| mandate.holder.to_string()).unwrap_or_default())
}

/// What `holder` may do on `today`: the most that any mandate lets.
pub(crate) fn standing(mandates: &[Mandate], holder: &str, today: NaiveDate) -> Standing {
    let own: Vec<&Mandate> = mandates.iter().filter(|mandate| mandate.holder.as_str() == holder).collect();
    let covering = |mandate: &&&Mandate| (mandate.from..=mandate.until).contains(&today);
    if let Some(found) = own.iter().filter(|mandate| mandate.may_establish(today)).max_by_key(|mandate| mandate.until) {
        return Standing::Establishes { until: found.until.to_string() };
    }
    if let Some(found) = own.iter().filter(covering).max_by_key(|mandate| mandate.until) {
        return Standing::Prepares { until: found.until.to_string() };
    }
    if let Some(found) = own.iter().filter(|mandate| mandate.from > today).min_by_key(|mandate| mandate.from) {
        return Standing::Later { from: found.from.to_string() };
    }
    match own.iter().max_by_key(|mandate| mandate.until) {
        Some(found) => Standing::Ended { until: found.until.to_string() },
        None => Standing::Nobody,
    }
}

pub(crate) fn view_of(mandate: &Mandate) -> MandateView {
    MandateView {
        holder: mandate.holder.to_string(),
        capacity: match mandate.capacity {
            Capacity::Examiner => CapacityCode::Examiner,
            Capacity::Decide => CapacityCode::Decide,
            Capacity::Prepare => CapacityCode::Prepare,
        },
        granted_by: mandate.granted_by.clone(),
        from: mandate.from.to_string(),
        until: mandate.until.to_string(),
    }
}

fn capacity_of(code: CapacityCode) -> Capacity {
    match code {
        CapacityCode::Examiner => Capacity::Examiner,
        CapacityCode::Decide => Capacity::Decide,
        CapacityCode::Prepare => Capacity::Prepare,
    }
}

fn mandate_of(view: &MandateView) -> Result<Mandate, Problem> {
    let filled =
        |text: &str, place| FilledText::new(text.trim()).map_err(|_| Problem::user(ProblemCode::TextMissing, place));
    let mandate = Mandate {
        holder: filled(&view.holder, "holder")?,
        capacity: capacity_of(view.capacity),
        granted_by: filled(&view.granted_by, "grantedBy")?.to_string(),
        from: date_of(&view.from)?,
        until: date_of(&view.until)?,
    };
    if mandate.from > mandate.until {
        return Err(Problem::user(ProblemCode::DaysOutOfOrder, ""));
    }
    Ok(mandate)
}
