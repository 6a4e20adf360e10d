//! An open workspace, and the boundary behind which another database may stand one day.

use crate::act::{Act, Changed, Done};
use crate::error::StoreError;
use crate::key::DataKey;
use crate::reader::Reader;
use crate::undo::{Noted, Stacks};
use crate::writer::Writer;
use domain::ids::StudentNumber;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

/// What the use cases ask of a store: reading, and one door for writing. A store for several assessors at once stands
/// behind the same two.
pub trait Store {
    /// What is there now. Nobody writes while it is borrowed.
    fn reader(&self) -> Reader<'_>;

    /// Does an act: changes and journal entry are durable together, or nothing happened.
    fn transact<T, E: From<StoreError>>(
        &mut self,
        act: &Act,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E>;
}

/// Which act touched what last since the workspace was opened, by its place in the journal; 0 for none.
#[derive(Default)]
struct Touched {
    any: u64,
    roster: u64,
    frame: u64,
    students: BTreeMap<StudentNumber, u64>,
}

/// An open, unlocked workspace; closed when dropped.
pub struct Workspace {
    pub(crate) conn: Connection,
    pub(crate) path: PathBuf,
    pub(crate) data_key: DataKey,
    pub(crate) stacks: Stacks,
    touched: Touched,
    /// Held for as long as the workspace is open.
    _lock: File,
}

impl Touched {
    fn note(&mut self, seq: u64, changed: &Changed) {
        self.any = seq;
        if changed.roster {
            self.roster = seq;
        }
        if changed.frame {
            self.frame = seq;
        }
        self.students.extend(changed.students.iter().map(|number| (number.clone(), seq)));
    }
}

impl Workspace {
    pub(crate) fn of(conn: Connection, path: &Path, data_key: DataKey, lock: File) -> Self {
        let (stacks, touched) = (Stacks::default(), Touched::default());
        Self { conn, path: path.to_owned(), data_key, stacks, touched, _lock: lock }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Changes whenever students themselves changed since the workspace was opened: who keeps their order can keep it
    /// until then.
    pub fn roster(&self) -> u64 {
        self.touched.roster
    }

    /// The place in the journal of the latest act since the workspace was opened; 0 before the first.
    pub fn latest(&self) -> u64 {
        self.touched.any
    }

    /// What acts after a place in the journal touched, of those since the workspace was opened: who read everything at that
    /// place reads these anew.
    pub fn touched_since(&self, seq: u64) -> Changed {
        let Touched { roster, frame, students, .. } = &self.touched;
        let students = students.iter().filter(|(_, last)| **last > seq).map(|(number, _)| number.clone());
        Changed { students: students.collect(), roster: *roster > seq, frame: *frame > seq }
    }

    /// What is there now.
    pub fn reader(&self) -> Reader<'_> {
        Reader::of(&self.conn)
    }

    /// Does an act: changes and journal entry are durable together, or nothing happened.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        act: &Act,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let done = self.write(act, None, change)?;
        let noted = Noted {
            seq: done.seq,
            at: act.at,
            code: act.code,
            subject: &act.subject,
            reason: &act.reason,
            undoable: act.undoable,
        };
        // The act stands, whatever comes of this: what can be taken back is read anew when the workspace is opened.
        if self.stacks.note(&noted, &self.conn).is_err() {
            self.stacks = Stacks::default();
        }
        Ok(done)
    }

    /// As [`Self::transact`], naming the act that is taken back.
    pub(crate) fn write<T, E: From<StoreError>>(
        &mut self,
        act: &Act,
        undoes: Option<u64>,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let step = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut writer = Writer::of(&step);
        let value = change(&mut writer)?;
        let (seq, changed) = writer.finish(act, undoes)?;
        step.commit().map_err(StoreError::from)?;
        self.touched.note(seq, &changed);
        Ok(Done { value, changed, seq })
    }

    pub(crate) fn rebuild_digests(&mut self) -> Result<(), StoreError> {
        let step = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        Writer::of(&step).digest_all()?;
        Ok(step.commit()?)
    }
}

impl Store for Workspace {
    fn reader(&self) -> Reader<'_> {
        Self::reader(self)
    }

    fn transact<T, E: From<StoreError>>(
        &mut self,
        act: &Act,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        Self::transact(self, act, change)
    }
}
