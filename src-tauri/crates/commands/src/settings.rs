//! *Instellingen* of the workspace: its overview, the calendar of the year, the certificate, the passphrase.
//!
//! Promises: a change of the calendar moves the data points whose period it gave, in the same act; a passphrase is
//! only replaced by who knows the old one. Deliberately absent: how a user likes the window.

use crate::api::{CalendarView, CertificateView, Problem, ProblemCode, SettingsReply};
use crate::convert;
use crate::mandates;
use crate::passphrase;
use crate::publish::publish;
use crate::workbench::{Workbench, date_of};
use base64::Engine;
use domain::year::{Calendar, Deadlines};
use std::path::Path;
use store::Writer;

/// Characters of base 64 on a line of a PEM file (RFC 7468).
const PEM_LINE: usize = 64;

impl Workbench {
    /// What *Instellingen* shows of this workspace.
    pub fn settings(&self) -> Result<SettingsReply, Problem> {
        let reader = self.store.reader();
        let kept = reader.mandates()?;
        let today = self.host.today();
        let mut holders: Vec<String> = kept.iter().map(|mandate| mandate.holder.to_string()).collect();
        holders.dedup();
        let certificate = reader.identity()?.and_then(|kept| seal::facts(&kept.certificate_der));
        Ok(SettingsReply {
            seated: self.actor().to_owned(),
            standing: mandates::standing(&kept, self.actor(), today),
            holders,
            mandates: kept.iter().map(mandates::view_of).collect(),
            calendar: calendar_view(&reader.calendar()?),
            certificate: certificate.map(|facts| CertificateView {
                name: facts.name,
                fingerprint: facts.fingerprint,
                until: facts.until.date_naive().to_string(),
            }),
            today: today.to_string(),
        })
    }

    /// Sets where the periods begin and when the work is due; `days_out_of_order` unless each period begins after the
    /// one before and no deadline comes before the one before it, all inside the year.
    pub fn set_calendar(&mut self, view: &CalendarView) -> Result<SettingsReply, Problem> {
        let old = self.store.reader().calendar()?;
        let new = calendar_of(view, &old)?;
        if new != old {
            self.undoable("calendar.change", "", |writer| {
                if new.later_periods_start != old.later_periods_start {
                    move_points(writer, &old, &new)?;
                }
                Ok(writer.put_calendar(&new)?)
            })?;
        }
        self.settings()
    }

    /// Writes the own certificate (made now if there is none) as PEM, for others to trust; answers the settings.
    pub fn save_certificate(&mut self, path: &Path) -> Result<SettingsReply, Problem> {
        let identity = self.identity()?;
        let text = base64::engine::general_purpose::STANDARD.encode(identity.certificate_der());
        let lines: Vec<&str> =
            text.as_bytes().chunks(PEM_LINE).map(|line| std::str::from_utf8(line).unwrap_or_default()).collect();
        let pem = format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"));
        publish(path, pem.as_bytes())?;
        self.settings()
    }

    /// `wrong_passphrase` unless this opens the workspace now.
    pub fn prove(&self, passphrase: &str) -> Result<(), Problem> {
        Ok(self.store.proves(passphrase)?)
    }

    /// Replaces the passphrase; `wrong_passphrase` unless `old` is the one that opens the workspace now.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), Problem> {
        self.prove(old)?;
        passphrase::check(new)?;
        let host = self.host.clone();
        let act = self.act("passphrase.change", "", "", false);
        Ok(self.store.reset_passphrase(new, &act, &mut |bytes| host.random(bytes))?)
    }
}

fn calendar_view(calendar: &Calendar) -> CalendarView {
    let [second, third, fourth] = calendar.later_periods_start.map(|day| day.to_string());
    let due = convert::deadlines(&calendar.deadlines());
    CalendarView { programme: calendar.programme_starts.to_string(), second, third, fourth, due }
}

fn calendar_of(view: &CalendarView, old: &Calendar) -> Result<Calendar, Problem> {
    let read = |day: &String| {
        let date = date_of(day)?;
        if !old.year.contains(date) {
            return Err(Problem::user(ProblemCode::DateOutsideYear, day.as_str()).with(old.year.to_string()));
        }
        Ok(date)
    };
    let (programme, second, third) = (read(&view.programme)?, read(&view.second)?, read(&view.third)?);
    let starts = [programme, second, third, read(&view.fourth)?];
    let due = Deadlines {
        evidence: read(&view.due.evidence)?,
        statement: read(&view.due.statement)?,
        judgement: read(&view.due.judgement)?,
        signature: read(&view.due.signature)?,
    };
    let ordered = starts.windows(2).all(|pair| pair[0] < pair[1])
        && [due.evidence, due.statement, due.judgement, due.signature].is_sorted();
    if !ordered {
        return Err(Problem::user(ProblemCode::DaysOutOfOrder, ""));
    }
    Ok(Calendar {
        year: old.year,
        programme_starts: programme,
        later_periods_start: [second, third, starts[3]],
        // Deadlines that nobody touched go on following period 4.
        set_deadlines: if due == old.deadlines() { old.set_deadlines } else { Some(due) },
    })
}

/// Gives data points the period of the new calendar, unless they came with one that the old calendar did not give.
fn move_points(writer: &mut Writer<'_>, old: &Calendar, new: &Calendar) -> Result<(), Problem> {
    for student in writer.students()? {
        let Some(dossier) = writer.dossier(&student.number)? else { continue };
        for mut point in dossier.datapoints {
            let (was, is) = (old.period_of(point.date), new.period_of(point.date));
            if let Some(period) = is
                && was == Some(point.period)
                && is != was
            {
                point.period = period;
                writer.put_datapoint(&student.number, &point)?;
            }
        }
    }
    Ok(())
}
