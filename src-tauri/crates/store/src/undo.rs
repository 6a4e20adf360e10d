//! Taking acts back and doing them again.
//!
//! Promises: undoing is an act of its own, in the journal like any other; it puts back what was there before, and only
//! when what the act left is still there; an act that cannot be taken back closes what came before it. What can be
//! undone survives closing the workspace: it is read from the journal.

use crate::act::{Act, ActName, Done};
use crate::detail::hash_of;
use crate::error::StoreError;
use crate::nouns::Noun;
use crate::reader::{Reader, sql};
use crate::workspace::Workspace;
use crate::writer::Writer;
use domain::ids::StudentNumber;
use rusqlite::Connection;

/// One act that can be taken back: where its changes stand, and its name.
#[derive(Debug, Clone)]
struct Step {
    seq: u64,
    name: ActName,
}

/// What can be undone and redone, latest last.
#[derive(Debug, Default)]
pub(crate) struct Stacks {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl Stacks {
    /// As the journal tells.
    pub fn read(conn: &Connection) -> Result<Self, StoreError> {
        let mut stacks = Self::default();
        let mut query = conn.prepare(sql!("journal/stack"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (seq, act, subject): (u64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            match (act.as_str(), row.get::<_, Option<u64>>(4)?) {
                ("undo", Some(_)) => stacks.undone(seq),
                ("redo", Some(_)) => stacks.redone(seq),
                _ => stacks.note(seq, &act, &subject, row.get::<_, i64>(3)? == 1),
            }
        }
        Ok(stacks)
    }

    /// A new act was done.
    pub fn note(&mut self, seq: u64, code: &str, subject: &str, undoable: bool) {
        self.redo.clear();
        if undoable {
            let name = ActName { code: code.to_owned(), subject: subject.to_owned() };
            self.undo.push(Step { seq, name });
        } else {
            self.undo.clear();
        }
    }

    fn undone(&mut self, seq: u64) {
        if let Some(step) = self.undo.pop() {
            self.redo.push(Step { seq, ..step });
        }
    }

    fn redone(&mut self, seq: u64) {
        if let Some(step) = self.redo.pop() {
            self.undo.push(Step { seq, ..step });
        }
    }
}

impl Workspace {
    /// The act that would be taken back next.
    pub fn undoable(&self) -> Option<ActName> {
        self.stacks.undo.last().map(|step| step.name.clone())
    }

    /// The act that would be done again next.
    pub fn redoable(&self) -> Option<ActName> {
        self.stacks.redo.last().map(|step| step.name.clone())
    }

    /// Takes the latest act back.
    pub fn undo(&mut self, act: &Act) -> Result<Done<ActName>, StoreError> {
        let step = self.stacks.undo.last().cloned().ok_or(StoreError::NothingToUndo)?;
        let done = self.put_back(&Act { code: "undo", ..named(act, &step) }, step)?;
        self.stacks.undone(done.seq);
        Ok(done)
    }

    /// Does the act taken back last again.
    pub fn redo(&mut self, act: &Act) -> Result<Done<ActName>, StoreError> {
        let step = self.stacks.redo.last().cloned().ok_or(StoreError::NothingToUndo)?;
        let done = self.put_back(&Act { code: "redo", ..named(act, &step) }, step)?;
        self.stacks.redone(done.seq);
        Ok(done)
    }

    fn put_back(&mut self, act: &Act, step: Step) -> Result<Done<ActName>, StoreError> {
        let seq = step.seq;
        self.write(act, Some(seq), |writer| {
            writer.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            for change in changes_of(writer, seq)? {
                change.put_back(writer)?;
            }
            Ok(step.name)
        })
        .map_err(|error| match error {
            StoreError::Established => StoreError::CannotUndo,
            other => other,
        })
    }
}

fn named(act: &Act, step: &Step) -> Act {
    Act { subject: step.name.subject.clone(), reason: step.name.code.clone(), undoable: true, ..act.clone() }
}

struct Change {
    noun: Noun,
    owner: String,
    item: String,
    before: Option<String>,
    after_hash: Option<String>,
}

fn changes_of(reader: &Reader<'_>, seq: u64) -> Result<Vec<Change>, StoreError> {
    let mut query = reader.conn.prepare_cached(sql!("change/of"))?;
    let mut rows = query.query([seq])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let noun = Noun::named(&name).ok_or(StoreError::CannotUndo)?;
        changes.push(Change {
            noun,
            owner: row.get(1)?,
            item: row.get(2)?,
            before: row.get(3)?,
            after_hash: row.get(4)?,
        });
    }
    Ok(changes)
}

impl Change {
    fn put_back(&self, writer: &mut Writer<'_>) -> Result<(), StoreError> {
        let now = writer.body(self.noun, &self.owner, &self.item)?;
        if now.map(|body| hash_of(body.as_bytes())) != self.after_hash {
            return Err(StoreError::CannotUndo);
        }
        match self.noun {
            Noun::Student | Noun::Datapoint => {
                if let Ok(number) = StudentNumber::new(&self.owner) {
                    writer.stale(number);
                }
            }
            // Only what decides how evidence is packed makes it stale.
            Noun::Setting if ["framework", "meta"].contains(&self.owner.as_str()) => writer.stale_all(),
            Noun::Setting
            | Noun::Mandate
            | Noun::Statement
            | Noun::Draft
            | Noun::File
            | Noun::RowKey
            | Noun::Conversation
            | Noun::Trusted => {}
        }
        writer.put_text(self.noun, &self.owner, &self.item, self.before.as_deref())
    }
}
