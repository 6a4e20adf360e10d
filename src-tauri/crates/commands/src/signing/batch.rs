//! A batch: the workspace on one thread, the forms on every core, with bounded room between them.
//!
//! Promises: memory does not grow with the batch; whatever stops it, no form is kept as signed whose file was not whole
//! and durable beside its place, and no half file is left.

use super::HearSigning;
use super::lists::{Lists, Tally};
use super::plan::{Plan, Target};
use super::stamps::{Service, fault_of};
use super::work::{Common, Failed, Job, Made, Matter};
use crate::api::*;
use crate::dossier::count;
use crate::host::Host;
use crate::marking::hex;
use crate::publish::publish;
use crate::workbench::Workbench;
use seal::SigningKey;
use sha2::{Digest, Sha256};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use store::{StoredForm, Writer};

/// Forms on their way for each core.
const AHEAD: usize = 2;

/// What a batch works with.
pub(super) struct Batch<'a> {
    pub ask: &'a SignAsk,
    pub key: Option<&'a (dyn SigningKey + Send + Sync)>,
    pub service: Option<&'a Service<'a>>,
    pub lists: Option<&'a Lists>,
    pub host: &'a dyn Host,
}

/// What a target comes to without any signing, or the job it takes.
enum Begun {
    There(SignOutcome, Box<StoredForm>),
    Job(Matter),
}

type Outcome = (usize, Result<Made, Failed>);

impl Batch<'_> {
    /// Does what the plan says.
    pub fn run(&self, bench: &mut Workbench, plan: Plan, hear: HearSigning<'_>) -> Result<SignReply, Problem> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from).min(plan.todo.len()).max(1);
        let room = cores * AHEAD;
        let (jobs, taken) = sync_channel::<Job>(room);
        let (made, outcomes) = sync_channel::<Outcome>(room);
        let taken = Mutex::new(taken);
        let Self { ask, key, service, lists, host } = *self;
        let common = Common { ask, key, service, lists, host };
        let stamps = self.service.map(|_| StampReply { stamped: 0, without: 0, fault: None });
        let mut run = Run {
            bench,
            ask: self.ask,
            fingerprint: self.key.and_then(|key| seal::facts(key.certificate())).map(|facts| facts.fingerprint),
            written: plan.todo.iter().map(|_| None).collect(),
            todo: plan.todo,
            done: 0,
            tally: Tally::default(),
            reply: SignReply { failed: plan.failed, stamps, ..SignReply::default() },
            hear,
        };
        std::thread::scope(|scope| {
            for _ in 0..cores {
                let (taken, made) = (&taken, made.clone());
                scope.spawn(move || work(&common, taken, &made));
            }
            drop(made);
            run.all(&jobs, &outcomes, room);
            drop(jobs);
        });
        let listed = std::mem::take(&mut run.tally);
        Ok(SignReply { lists: lists.map(|lists| listed.reply(lists)), ..run.finish() })
    }
}

/// Makes forms until there are no more.
fn work(common: &Common<'_>, taken: &Mutex<Receiver<Job>>, made: &SyncSender<Outcome>) {
    loop {
        let job = taken.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        // A fault of ours in one form must not leave the others waiting for it.
        let outcome = catch_unwind(AssertUnwindSafe(|| common.make(&job)));
        let outcome = outcome.unwrap_or_else(|_| Err(Failed { problem: Problem::internal("form"), all: false }));
        if made.send((job.at, outcome)).is_err() {
            return;
        }
    }
}

/// A batch at work, on the thread that has the workspace.
struct Run<'a, 'h> {
    bench: &'a mut Workbench,
    ask: &'a SignAsk,
    /// SHA-256 of the certificate that signs.
    fingerprint: Option<String>,
    todo: Vec<Target>,
    written: Vec<Option<SignedForm>>,
    done: usize,
    tally: Tally,
    reply: SignReply,
    hear: HearSigning<'h>,
}

impl Run<'_, '_> {
    fn all(&mut self, jobs: &SyncSender<Job>, outcomes: &Receiver<Outcome>, room: usize) {
        let (mut next, mut on_their_way) = (0, 0);
        self.tell("");
        loop {
            let on = self.reply.stopped.is_none() && !self.reply.cancelled;
            if on && next < self.todo.len() && on_their_way < room {
                let at = next;
                next += 1;
                match self.begin(&self.todo[at]) {
                    Ok(Begun::There(outcome, form)) => self.there(at, outcome, &form),
                    Ok(Begun::Job(matter)) => {
                        let job = Job { at, path: self.todo[at].path.clone(), matter };
                        if jobs.send(job).is_ok() {
                            on_their_way += 1;
                        }
                    }
                    Err(problem) => self.failed(at, Failed { all: stops(&problem), problem }),
                }
                continue;
            }
            if on_their_way == 0 {
                return;
            }
            let Ok((at, made)) = outcomes.recv() else { return };
            on_their_way -= 1;
            match made.and_then(|made| self.keep(at, made)) {
                Ok((outcome, form)) => self.there(at, outcome, &form),
                Err(failed) => self.failed(at, failed),
            }
        }
    }

    /// What is to be done for a form, by what is kept of it and what stands in the folder.
    fn begin(&self, target: &Target) -> Result<Begun, Problem> {
        let Target { brief, path } = target;
        let reader = self.bench.store.reader();
        let kept = match (&brief.form, self.ask.task) {
            (None, _) | (_, SignTask::Unsigned) => None,
            (Some(_), _) => reader.form(&brief.student, brief.attempt, brief.revision)?,
        };
        let second = matches!(self.ask.task, SignTask::Second { .. });
        match kept {
            Some(kept) => {
                let whole = beginning_there(path, &kept.pdf)? == Some(kept.pdf.len());
                if second && kept.second.is_none() {
                    return match self.same_signer(&kept) {
                        true => Err(Problem::user(ProblemCode::SameSigner, "")),
                        false => Ok(Begun::Job(Matter::Form(Box::new(kept)))),
                    };
                }
                if whole {
                    return Ok(Begun::There(SignOutcome::AlreadyThere, Box::new(kept)));
                }
                publish(path, &kept.pdf)?;
                Ok(Begun::There(SignOutcome::WrittenAgain, Box::new(kept)))
            }
            None if second => Err(Problem::user(ProblemCode::NotSignedYet, "")),
            None if path.exists() => self.in_the_way(target),
            None => {
                let kept = reader.kept_judgement(&brief.student, brief.attempt, brief.revision)?;
                let kept = kept.ok_or_else(|| Problem::internal("judgement"))?;
                let (revision, checkpoint) = (brief.revision, reader.checkpoint()?);
                Ok(Begun::Job(Matter::Judgement { kept, revision, checkpoint }))
            }
        }
    }

    /// What to do with a file in the place of a form that nobody signed yet: it is never overwritten.
    fn in_the_way(&self, target: &Target) -> Result<Begun, Problem> {
        if self.ask.task != SignTask::Unsigned || target.path.is_dir() {
            return Err(Problem::user(ProblemCode::AlreadyExists, target.path.display().to_string()));
        }
        let mut form = StoredForm::unsigned(&target.path.display().to_string());
        form.sha256 = hex(&Sha256::digest(read(&target.path)?));
        Ok(Begun::There(SignOutcome::AlreadyThere, Box::new(form)))
    }

    /// Whether the second would sign with the certificate of the first.
    fn same_signer(&self, kept: &StoredForm) -> bool {
        let Some(own) = &self.fingerprint else { return false };
        match kept.certificates.first() {
            Some(first) => first == own,
            None => {
                seal::verify(&kept.pdf, &[], self.bench.host.now()).signatures.iter().any(|one| one.fingerprint == *own)
            }
        }
    }

    /// Keeps a form that was made, then puts it in its place.
    fn keep(&mut self, at: usize, made: Made) -> Result<(SignOutcome, StoredForm), Failed> {
        let Made { form, beside, stamp, listed } = made;
        let brief = &self.todo[at].brief;
        let (number, attempt, revision) = (brief.student.clone(), brief.attempt, brief.revision);
        let act = match self.ask.task {
            SignTask::Unsigned => None,
            SignTask::First => Some("form.sign"),
            SignTask::Second { .. } => Some("form.second"),
        };
        if let Some(act) = act {
            let put = |writer: &mut Writer<'_>| Ok(writer.put_form(&number, attempt, revision, &form)?);
            let kept = self.bench.fixed(act, number.as_str(), "", put);
            // Its disk need not be that of the forms, so it is named.
            let place = self.bench.path().display().to_string();
            kept.map_err(|problem| Failed { problem: problem.at(&place), all: true })?;
        }
        if let (Some(reply), Some(stamp)) = (&mut self.reply.stamps, stamp) {
            match stamp {
                Ok(()) => reply.stamped += 1,
                Err(fault) => {
                    reply.without += 1;
                    reply.fault = reply.fault.or(Some(fault_of(fault)));
                }
            }
        }
        if let Some(listed) = listed {
            self.tally.count(listed);
        }
        beside.place().map_err(|problem| Failed { all: stops(&problem), problem })?;
        Ok((if act.is_some() { SignOutcome::Signed } else { SignOutcome::Unsigned }, form))
    }

    fn there(&mut self, at: usize, outcome: SignOutcome, form: &StoredForm) {
        let Target { brief, path } = &self.todo[at];
        let sha256 = match form.sha256.as_str() {
            "" => hex(&Sha256::digest(&form.pdf)),
            known => known.to_owned(),
        };
        self.written[at] = Some(SignedForm {
            number: brief.student.to_string(),
            attempt: brief.attempt,
            revision: brief.revision,
            path: path.display().to_string(),
            outcome,
            level: form.level.clone(),
            sha256,
        });
        self.turned(at);
    }

    fn failed(&mut self, at: usize, failed: Failed) {
        if failed.all {
            // Those on their way fail alike; they are among those that are left.
            self.reply.stopped.get_or_insert(failed.problem);
            return;
        }
        let number = self.todo[at].brief.student.to_string();
        let problem = failed.problem.at(&number);
        self.reply.failed.push(SignFailure { number, problem });
        self.turned(at);
    }

    fn turned(&mut self, at: usize) {
        self.done += 1;
        let number = self.todo[at].brief.student.to_string();
        self.tell(&number);
    }

    fn tell(&mut self, number: &str) {
        let (done, of) = (count(self.done), count(self.todo.len()));
        if !(self.hear)(&SignProgress { done, of, number: number.to_owned() }) {
            self.reply.cancelled = true;
        }
    }

    fn finish(self) -> SignReply {
        let left = count(self.todo.len() - self.done);
        SignReply { written: self.written.into_iter().flatten().collect(), left, ..self.reply }
    }
}

/// How much of a form stands in its place, none when nothing does. Half of it, or all before the second signature,
/// says nothing that is not said in the whole; anything else is somebody's: `form_differs`.
fn beginning_there(path: &Path, form: &[u8]) -> Result<Option<usize>, Problem> {
    if !path.try_exists().unwrap_or(true) {
        return Ok(None);
    }
    let there = if path.is_dir() { None } else { Some(read(path)?) };
    match there.filter(|there| form.starts_with(there)) {
        Some(there) => Ok(Some(there.len())),
        None => Err(Problem::user(ProblemCode::FormDiffers, path.display().to_string())),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    std::fs::read(path).map_err(|error| Problem::reading(&error).at(&path.display().to_string()))
}

/// Whether a problem with one file is one of the whole folder or disk.
pub(super) fn stops(problem: &Problem) -> bool {
    use ProblemCode::{DiskFull, FolderNotFound, InputOutput, ReadOnly};
    matches!(problem.code, FolderNotFound | DiskFull | ReadOnly | InputOutput)
}
