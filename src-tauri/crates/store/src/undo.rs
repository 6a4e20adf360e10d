//! Taking acts back and doing them again.
//!
//! Promises: undoing is an act of its own, in the journal like any other; it puts back what was there before, and only
//! when what the act left is still there. An act that stands closes what came before it and what it stands on: of
//! establishing the dossier of its student and *Kader*, of freezing *Kader*; other acts that stand close nothing. What
//! can be undone survives closing the workspace: it is read from the journal. Words that were typed in one go are kept
//! many times and taken back as one: the journal holds every time, the step to take back holds all of them.

use crate::act::{Act, ActName, Done, place_of};
use crate::detail::hash_of;
use crate::error::StoreError;
use crate::nouns::Noun;
use crate::reader::{Reader, sql};
use crate::workspace::Workspace;
use crate::writer::Writer;
use domain::ids::StudentNumber;
use rusqlite::Connection;
use std::collections::{BTreeSet, HashMap};

/// Acts that keep words while they are typed: the same one again soon after is the same step.
const TYPED: [&str; 5] = ["draft.rationale", "draft.answer", "draft.whole", "draft.saturation", "draft.feedforward"];
/// The longest rest within one burst of typing, in milliseconds.
const REST: i64 = 60_000;
/// The longest burst of typing that is taken back at once, in milliseconds.
const BURST: i64 = 300_000;

/// The settings that are *Kader*.
const KADER: [&str; 3] = ["framework", "weights", "own:kader.draft"];

/// What can be taken back at once: where its changes stand (oldest first), its name, and when it began and went on.
#[derive(Debug, Clone)]
struct Step {
    seqs: Vec<u64>,
    name: ActName,
    /// What it touched beside the student it is named after; `None` until something is closed that it may have touched.
    reach: Option<Reach>,
    /// Begin and latest time of a burst of typing; `None` when nothing may join it.
    typing: Option<(i64, i64)>,
}

/// What an act touched, as far as it can be closed.
#[derive(Debug, Clone, Default)]
struct Reach {
    students: BTreeSet<String>,
    /// Whether it touched *Kader*, or the mandates by which is judged.
    kader: bool,
    /// Settings: what stays of one keeps what was there before it.
    settings: BTreeSet<String>,
}

/// One act as the journal has it.
pub(crate) struct Noted<'a> {
    pub seq: u64,
    pub at: i64,
    pub code: &'a str,
    pub subject: &'a str,
    pub reason: &'a str,
    pub undoable: bool,
}

/// What was closed, and at which place in the journal.
#[derive(Debug, Default)]
struct Closed {
    students: HashMap<String, u64>,
    settings: HashMap<String, u64>,
    kader: u64,
    /// The latest of all.
    latest: u64,
}

/// What can be undone and redone, latest last.
#[derive(Debug, Default)]
pub(crate) struct Stacks {
    undo: Vec<Step>,
    redo: Vec<Step>,
    closed: Closed,
}

impl Stacks {
    /// As the journal tells. What was closed goes at the end, in one pass over what is left.
    pub fn read(conn: &Connection) -> Result<Self, StoreError> {
        let mut stacks = Self::default();
        let mut query = conn.prepare(sql!("journal/stack"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (seq, code, subject): (u64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (reason, at, undoable): (String, i64, i64) = (row.get(5)?, row.get(6)?, row.get(3)?);
            match (code.as_str(), row.get::<_, Option<u64>>(4)?) {
                ("undo", Some(of)) => stacks.undone(of, seq),
                ("redo", Some(of)) => stacks.redone(of, seq),
                _ => stacks.read_act(&Noted {
                    seq,
                    at,
                    code: &code,
                    subject: &subject,
                    reason: &reason,
                    undoable: undoable == 1,
                }),
            }
        }
        stacks.drop_closed(conn)?;
        Ok(stacks)
    }

    /// A new act was done.
    pub fn note(&mut self, act: &Noted<'_>, conn: &Connection) -> Result<(), StoreError> {
        self.read_act(act);
        if self.closed.latest == act.seq { self.drop_closed(conn) } else { Ok(()) }
    }

    fn read_act(&mut self, act: &Noted<'_>) {
        if !act.undoable {
            if self.closed.note(act) {
                self.redo.clear();
                // What is typed from here on is not closed with what was typed before, whatever of it is left.
                self.undo.iter_mut().for_each(|step| step.typing = None);
            }
            return;
        }
        self.redo.clear();
        let place = place_of(act.code, act.reason).to_owned();
        let name = ActName { code: act.code.to_owned(), subject: act.subject.to_owned(), place };
        if !self.undo.last_mut().is_some_and(|step| step.take(act, &name)) {
            let typing = TYPED.contains(&act.code).then_some((act.at, act.at));
            self.undo.push(Step { seqs: vec![act.seq], name, reach: None, typing });
        }
    }

    /// Drops the steps that were closed. A step that stays for one of its students keeps what came before it for the
    /// others, and for the settings it changed: that would be put back under it.
    fn drop_closed(&mut self, conn: &Connection) -> Result<(), StoreError> {
        let Self { undo, closed, .. } = self;
        let mut left = Vec::with_capacity(undo.len());
        for mut step in undo.drain(..).rev() {
            let asked = step.reach.is_some() || step.seqs[0] > closed.latest || closed.holds(&step);
            if !asked {
                step.reach = Some(Reach::read(conn, &step)?);
            }
            if closed.holds(&step) {
                let reach = step.reach.unwrap_or_default();
                let closes = |known: &mut HashMap<String, u64>, of: String| {
                    let latest = known.entry(of).or_default();
                    *latest = step.seqs[0].max(*latest);
                };
                reach.students.into_iter().for_each(|number| closes(&mut closed.students, number));
                reach.settings.into_iter().for_each(|name| closes(&mut closed.settings, name));
            } else {
                left.push(step);
            }
        }
        left.reverse();
        *undo = left;
        Ok(())
    }

    /// The step that left `of` was taken back by `seq`.
    fn undone(&mut self, of: u64, seq: u64) {
        if let Some(step) = taken(&mut self.undo, of) {
            self.redo.push(Step { seqs: vec![seq], typing: None, ..step });
        }
    }

    fn redone(&mut self, of: u64, seq: u64) {
        if let Some(step) = taken(&mut self.redo, of) {
            self.undo.push(Step { seqs: vec![seq], typing: None, ..step });
        }
    }
}

fn taken(steps: &mut Vec<Step>, of: u64) -> Option<Step> {
    let at = steps.iter().rposition(|step| step.latest() == of)?;
    // What lies over it was closed by then, and still closes what it touched.
    Some(steps.remove(at))
}

impl Closed {
    /// Whether this act closes something.
    fn note(&mut self, act: &Noted<'_>) -> bool {
        match act.code {
            "judgement.establish" => {
                self.students.insert(act.subject.to_owned(), act.seq);
                self.kader = act.seq;
            }
            "weights.freeze" => self.kader = act.seq,
            _ => return false,
        }
        self.latest = act.seq;
        true
    }

    /// Whether what this step did came before what closed it.
    fn holds(&self, step: &Step) -> bool {
        let at = step.seqs[0];
        let student = |number: &String| self.students.get(number).is_some_and(|closed| *closed > at);
        let setting = |name: &String| self.settings.get(name).is_some_and(|closed| *closed > at);
        let reached = |reach: &Reach| {
            (reach.kader && self.kader > at) || reach.students.iter().any(student) || reach.settings.iter().any(setting)
        };
        student(&step.name.subject) || step.reach.as_ref().is_some_and(reached)
    }
}

impl Reach {
    /// What a step touched, unless that is the student it is named after.
    fn read(conn: &Connection, step: &Step) -> Result<Self, StoreError> {
        let mut touched = Self::default();
        if conn.prepare_cached(sql!("student/get"))?.exists([&step.name.subject])? {
            return Ok(touched);
        }
        let mut query = conn.prepare_cached(sql!("change/owners"))?;
        for seq in &step.seqs {
            let mut rows = query.query([seq])?;
            while let Some(row) = rows.next()? {
                let (noun, owner): (String, String) = (row.get(0)?, row.get(1)?);
                match Noun::named(&noun) {
                    Some(Noun::Setting) => {
                        touched.kader |= KADER.contains(&owner.as_str());
                        touched.settings.insert(owner);
                    }
                    Some(Noun::Mandate) => touched.kader = true,
                    Some(noun) if noun.of_student() => touched.students.extend([owner]),
                    Some(_) | None => {}
                }
            }
        }
        Ok(touched)
    }
}

impl Step {
    /// By which of its acts it is named in the journal when it is taken back.
    fn latest(&self) -> u64 {
        self.seqs.last().copied().unwrap_or_default()
    }

    /// Takes an act of the same name that goes on with the burst of typing; false when it does not.
    fn take(&mut self, act: &Noted<'_>, name: &ActName) -> bool {
        let joins = |(begin, latest): (i64, i64)| act.at - latest <= REST && act.at - begin <= BURST;
        match self.typing {
            Some(times) if self.name == *name && joins(times) => {
                self.typing = Some((times.0, act.at));
                self.seqs.push(act.seq);
                true
            }
            _ => false,
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
        let of = step.latest();
        let done = self.put_back(&Act { code: "undo", ..named(act, &step) }, step)?;
        self.stacks.undone(of, done.seq);
        Ok(done)
    }

    /// Does the act taken back last again.
    pub fn redo(&mut self, act: &Act) -> Result<Done<ActName>, StoreError> {
        let step = self.stacks.redo.last().cloned().ok_or(StoreError::NothingToUndo)?;
        let of = step.latest();
        let done = self.put_back(&Act { code: "redo", ..named(act, &step) }, step)?;
        self.stacks.redone(of, done.seq);
        Ok(done)
    }

    fn put_back(&mut self, act: &Act, step: Step) -> Result<Done<ActName>, StoreError> {
        self.write(act, Some(step.latest()), |writer| {
            writer.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            for seq in step.seqs.iter().rev() {
                for change in changes_of(writer, *seq)? {
                    change.put_back(writer)?;
                }
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
