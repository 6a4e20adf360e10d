//! An open workspace with who is at it: where every use case begins.
//!
//! Promises: one workspace, one person, one door for writing; every act carries who and when. Deliberately absent:
//! windows, sentences.

use crate::api::{ActName, NewWorkspaceRequest, OpenWorkspace, Problem, ProblemCode};
use crate::convert;
use crate::host::Host;
use crate::journal::LookingBack;
use crate::mandates;
use crate::passphrase;
use crate::searching::Searching;
use chrono::NaiveDate;
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::mandate::{Capacity, Mandate};
use domain::text::FilledText;
use domain::weights::WeightSet;
use domain::year::{AcademicYear, Calendar};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Act, Done, KeyCost, Meta, NewWorkspace, Secret, StoreError, Workspace, Writer};

/// An open workspace and the machine it is open on.
pub struct Workbench {
    pub(crate) store: Workspace,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) searching: Option<Searching>,
    pub(crate) looking_back: LookingBack,
    actor: String,
    /// Students in the order of the table, with the state of the roster they were read at.
    order: RefCell<Option<(u64, Arc<[StudentNumber]>)>>,
}

/// A workspace to be made, read from a request.
pub struct Founding {
    /// Where.
    pub path: PathBuf,
    /// *Partnerschap*.
    pub partnership: String,
    /// *Studiejaar*.
    pub year: AcademicYear,
    /// The examiner's name, if one is set now.
    pub examiner: Option<FilledText>,
    /// Last day of the examiner's mandate; the end of the year unless said otherwise.
    pub mandate_until: NaiveDate,
    /// How much work a passphrase costs to try.
    pub cost: KeyCost,
}

impl Founding {
    /// Reads a request; `text_missing`, `invalid_year` or `passphrase_too_weak` otherwise.
    pub fn read(request: &NewWorkspaceRequest) -> Result<Self, Problem> {
        let year = AcademicYear::parse(request.year.trim())
            .map_err(|_| Problem::user(ProblemCode::InvalidYear, "").with(request.year.trim()))?;
        if request.partnership.trim().is_empty() {
            return Err(Problem::user(ProblemCode::TextMissing, "partnership"));
        }
        passphrase::check(&request.passphrase)?;
        Ok(Self {
            path: PathBuf::from(&request.path),
            partnership: request.partnership.trim().to_owned(),
            year,
            examiner: FilledText::new(&request.examiner).ok(),
            mandate_until: year.last_day(),
            cost: KeyCost::Standard,
        })
    }
}

impl Workbench {
    /// Makes a workspace with the default framework and weights; answers it with the recovery key, shown this once.
    pub fn found(founding: &Founding, passphrase: &str, host: Arc<dyn Host>) -> Result<(Self, String), Problem> {
        let framework = WeightFramework::example();
        let weights = WeightSet::example();
        let calendar = Calendar::usual(founding.year);
        let meta = Meta { partnership: founding.partnership.clone(), year: founding.year };
        let new = NewWorkspace {
            path: &founding.path,
            passphrase,
            meta,
            framework: &framework,
            weights: &weights,
            calendar: &calendar,
            cost: founding.cost,
        };
        let actor = founding.examiner.as_ref().map(ToString::to_string).unwrap_or_default();
        let act = act_of(host.as_ref(), &actor, "workspace.create", "", "", false);
        let place = file_name(&founding.path);
        let (store, recovery) = Workspace::create(&new, &act, &mut |bytes| host.random(bytes))
            .map_err(|error| Problem::from(error).at(&place))?;
        let mut bench = Self::at(store, host, actor);
        if let Some(holder) = &founding.examiner {
            let mandate = Mandate {
                holder: holder.clone(),
                capacity: Capacity::Examiner,
                granted_by: "examencommissie".to_owned(),
                from: founding.year.first_day(),
                until: founding.mandate_until,
            };
            bench.fixed("mandate.grant", "", "", |writer| Ok(writer.put_mandate(&mandate)?))?;
        }
        Ok((bench, recovery.to_string()))
    }

    fn at(store: Workspace, host: Arc<dyn Host>, actor: String) -> Self {
        let looking_back = LookingBack::default();
        Self { store, host, searching: None, looking_back, actor, order: RefCell::default() }
    }

    /// Opens a workspace.
    pub fn open(path: &Path, secret: Secret<'_>, host: Arc<dyn Host>) -> Result<Self, Problem> {
        let store = Workspace::open(path, secret).map_err(|error| Problem::from(error).at(&file_name(path)))?;
        let mut bench = Self::at(store, host, String::new());
        bench.sit_down()?;
        Ok(bench)
    }

    /// Opens with the recovery key and sets a new passphrase.
    pub fn recover(path: &Path, recovery: &str, passphrase: &str, host: Arc<dyn Host>) -> Result<Self, Problem> {
        passphrase::check(passphrase)?;
        let mut bench = Self::open(path, Secret::Recovery(recovery), host)?;
        let host = bench.host.clone();
        let act = bench.act("passphrase.reset", "", "", false);
        bench.store.reset_passphrase(passphrase, &act, &mut |bytes| host.random(bytes))?;
        Ok(bench)
    }

    /// The workspace as the window shows it.
    pub fn overview(&self) -> Result<OpenWorkspace, Problem> {
        let reader = self.store.reader();
        let meta = reader.meta()?;
        let judging = reader.calendar()?.judging_starts() <= self.host.today();
        let name = |act: store::ActName| {
            let student = StudentNumber::new(&act.subject).ok().and_then(|number| reader.student(&number).ok()?);
            let student = student.map(|student| student.name.to_string()).unwrap_or_default();
            ActName { code: act.code, subject: act.subject, student, place: act.place }
        };
        Ok(OpenWorkspace {
            path: self.store.path().display().to_string(),
            partnership: meta.partnership,
            year: meta.year.to_string(),
            examiner: self.actor.clone(),
            framework: convert::framework(&reader.framework()?, &reader.weights()?, judging),
            undo: self.store.undoable().map(name),
            redo: self.store.redoable().map(name),
        })
    }

    /// Takes the latest act back.
    pub fn undo(&mut self) -> Result<OpenWorkspace, Problem> {
        let act = self.act("undo", "", "", false);
        self.store.undo(&act)?;
        self.sit_down()?;
        self.overview()
    }

    /// Does the act taken back last again.
    pub fn redo(&mut self) -> Result<OpenWorkspace, Problem> {
        let act = self.act("redo", "", "", false);
        self.store.redo(&act)?;
        self.sit_down()?;
        self.overview()
    }

    /// An act that can be taken back.
    pub(crate) fn undoable<T>(
        &mut self,
        code: &'static str,
        subject: &str,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, Problem>,
    ) -> Result<Done<T>, Problem> {
        let act = self.act(code, subject, "", true);
        self.store.transact(&act, change)
    }

    /// An act about whose signatures are trusted: can be taken back, and names the signer.
    pub(crate) fn trusting<T>(
        &mut self,
        code: &'static str,
        fingerprint: &str,
        signer: &str,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, Problem>,
    ) -> Result<Done<T>, Problem> {
        let act = self.act(code, fingerprint, signer, true);
        self.store.transact(&act, change)
    }

    /// An act that can be taken back, with the part of its subject that its name says (`K3`), or why it was done.
    pub(crate) fn undoable_at<T>(
        &mut self,
        code: &'static str,
        subject: &str,
        place: &str,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, Problem>,
    ) -> Result<Done<T>, Problem> {
        let act = self.act(code, subject, place, true);
        self.store.transact(&act, change)
    }

    /// An act that stands.
    pub(crate) fn fixed<T>(
        &mut self,
        code: &'static str,
        subject: &str,
        reason: &str,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, Problem>,
    ) -> Result<Done<T>, Problem> {
        let act = self.act(code, subject, reason, false);
        self.store.transact(&act, change)
    }

    /// Numbers in the order of the table; read anew only when students changed.
    pub(crate) fn order(&self) -> Result<Arc<[StudentNumber]>, StoreError> {
        let roster = self.store.roster();
        if let Some((known, order)) = &*self.order.borrow()
            && *known == roster
        {
            return Ok(order.clone());
        }
        let order: Arc<[StudentNumber]> =
            self.store.reader().students()?.into_iter().map(|student| student.number).collect();
        *self.order.borrow_mut() = Some((roster, order.clone()));
        Ok(order)
    }

    /// The mandate to establish on `date`: that of the person at the desk.
    pub(crate) fn mandate_on(&self, date: NaiveDate) -> Result<Option<Mandate>, StoreError> {
        let mandates = self.store.reader().mandates()?;
        Ok(mandates.into_iter().find(|mandate| mandate.holder.as_str() == self.actor && mandate.may_establish(date)))
    }

    /// Where the workspace is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Who is at the desk; empty when no examiner is set.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Reads who is at the desk.
    pub(crate) fn sit_down(&mut self) -> Result<(), Problem> {
        self.actor = mandates::seated(&self.store.reader())?;
        Ok(())
    }

    pub(crate) fn act(&self, code: &'static str, subject: &str, reason: &str, undoable: bool) -> Act {
        act_of(self.host.as_ref(), &self.actor, code, subject, reason, undoable)
    }
}

fn act_of(host: &dyn Host, actor: &str, code: &'static str, subject: &str, reason: &str, undoable: bool) -> Act {
    Act {
        at: host.now().timestamp_millis(),
        actor: actor.to_owned(),
        code,
        subject: subject.to_owned(),
        reason: reason.to_owned(),
        undoable,
    }
}

/// The name of a file without its folder, fit for a message.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Reads a file; the given problem when it is larger.
pub(crate) fn read_up_to(path: &Path, greatest: u64, too_large: Problem) -> Result<Vec<u8>, Problem> {
    let name = file_name(path);
    let found = |error: std::io::Error| Problem::reading(&error).at(&name);
    let about = std::fs::metadata(path).map_err(found)?;
    if about.is_dir() {
        return Err(Problem::user(ProblemCode::IsFolder, name));
    }
    if about.len() > greatest {
        return Err(too_large.at(&name));
    }
    std::fs::read(path).map_err(found)
}

/// Reads a student number.
pub(crate) fn number_of(text: &str) -> Result<StudentNumber, Problem> {
    StudentNumber::new(text.trim()).map_err(|_| Problem::user(ProblemCode::InvalidNumber, text.trim()))
}

/// Reads an ISO date.
pub(crate) fn date_of(text: &str) -> Result<NaiveDate, Problem> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| Problem::user(ProblemCode::InvalidDate, text.trim()))
}
