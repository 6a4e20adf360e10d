//! *Dossiers*: the table over all students.
//!
//! Promises: what a row says about evidence and weighing is computed from the packed evidence, so that ten thousand
//! rows stay quick; only a draft in the making is read whole. Deliberately absent: sorting and filtering, which the
//! window does over what it has.

use crate::api::*;
use crate::convert;
use crate::dossier::{Case, Frame, count};
use crate::workbench::Workbench;
use chrono::{NaiveDate, Weekday};
use domain::framework::WeightFramework;
use domain::judgement::{DraftJudgement, Judgement};
use domain::mandate::Mandate;
use domain::obstacles::Obstacle;
use domain::student::{Statement, Student};
use domain::sufficiency::{Lack, Letter, Sufficiency};
use domain::weighing::{DossierView, Plan, records_of};
use domain::year::{AcademicYear, Calendar, Deadlines};
use std::borrow::Cow;
use std::sync::Arc;
use store::{JudgementBrief, KeptDossier, KeptRow, Reader, StoreError, StoredJudgement, on_every_core};

impl Workbench {
    /// The table with its heading.
    pub fn desk(&self) -> Result<Desk, Problem> {
        let reader = self.store.reader();
        let calendar = reader.calendar()?;
        let table = Table::read(self, &calendar, Arc::new(Frame::read(&reader)?))?;
        let mut rows = table.rows(&reader)?;
        rows.sort_by_cached_key(|row| store::order_of(&row.school, &row.name, &row.number));
        Ok(Desk {
            rows,
            today: table.today.to_string(),
            weeks: weeks(&calendar).iter().map(ToString::to_string).collect(),
            due: convert::deadlines(&table.deadlines),
            seq: self.seq(),
        })
    }

    /// What changed in the table that was read after act `seq` on the day `today`; none when that may be anything: students
    /// themselves, how all of them are weighed, or the day.
    pub fn desk_since(&self, seq: u32, today: &str) -> Result<Option<DeskChanges>, Problem> {
        let changed = self.store.touched_since(seq.into());
        if changed.roster || changed.frame || self.host.today().to_string() != today {
            return Ok(None);
        }
        let reader = self.store.reader();
        let table = Table::read(self, &reader.calendar()?, Arc::new(Frame::read(&reader)?))?;
        let plan = table.plan();
        let mut rows = Vec::with_capacity(changed.students.len());
        for number in &changed.students {
            let Some(row) = reader.kept_row(number)? else { return Ok(None) };
            let kept = Kept::read(&reader, row)?;
            rows.push(table.row(&plan, table.known(&kept)?));
        }
        Ok(Some(DeskChanges { rows, seq: self.seq() }))
    }

    fn seq(&self) -> u32 {
        u32::try_from(self.store.latest()).unwrap_or(u32::MAX)
    }
}

/// What every row is made with.
struct Table {
    frame: Arc<Frame>,
    year: AcademicYear,
    deadlines: Deadlines,
    today: NaiveDate,
    /// The mandate to establish today, of the person at the desk.
    mandate: Option<Mandate>,
}

/// What is kept of one student, for its row. The rest needs no workspace, so that it is done on all cores.
struct Kept {
    row: KeptRow,
    draft: Option<(DraftJudgement, Option<KeptDossier>)>,
}

impl Kept {
    fn read(reader: &Reader<'_>, row: KeptRow) -> Result<Self, StoreError> {
        Ok(Self { draft: draft(reader, &row)?, row })
    }
}

/// What a row is made of.
struct Known<'a> {
    student: Student,
    packed: Cow<'a, [u8]>,
    statement: Option<Statement>,
    brief: Option<JudgementBrief>,
    /// The draft in the making, and whether nothing but a mandate stands in its way.
    draft: Option<(&'a DraftJudgement, bool)>,
}

/// What the packed evidence of one student comes to.
struct Evidence {
    view: DossierView,
    sufficiency: Sufficiency,
    /// Per source, how much counts.
    counted: Vec<u32>,
    /// Per source, how much will count once it is established with the student.
    waiting: Vec<u32>,
}

/// The draft in the making. One without an outcome is not ready, whatever its dossier holds.
fn draft(reader: &Reader<'_>, row: &KeptRow) -> Result<Option<(DraftJudgement, Option<KeptDossier>)>, StoreError> {
    let Some(brief) = row.brief.as_ref().filter(|brief| !brief.established) else { return Ok(None) };
    let Some(draft) = reader.draft(&row.number, brief.attempt)? else { return Ok(None) };
    let dossier = match draft.outcome {
        None => None,
        Some(_) => Some(reader.kept_dossier(&row.number)?),
    };
    Ok(Some((draft, dossier)))
}

impl Table {
    fn read(bench: &Workbench, calendar: &Calendar, frame: Arc<Frame>) -> Result<Self, StoreError> {
        let today = bench.host.today();
        let (year, deadlines) = (calendar.year, calendar.deadlines());
        Ok(Self { frame, year, deadlines, today, mandate: bench.mandate_on(today)? })
    }

    fn plan(&self) -> Plan {
        Plan::new(&self.frame.framework, &self.frame.weights)
    }

    /// The rows, by student number. They are made on every core: the students of a cohort have nothing to do with each
    /// other.
    fn rows(&self, reader: &Reader<'_>) -> Result<Vec<DeskRow>, StoreError> {
        let plan = self.plan();
        let read = |hand: &mut dyn FnMut(Kept)| {
            reader.kept_rows(|row| {
                hand(Kept::read(reader, row)?);
                Ok(())
            })
        };
        let make = |part: &[Kept]| part.iter().map(|kept| Ok(self.row(&plan, self.known(kept)?))).collect();
        let rows: Vec<Vec<DeskRow>> = on_every_core(read, make)?;
        Ok(rows.into_iter().flatten().collect())
    }

    fn known<'a>(&self, kept: &'a Kept) -> Result<Known<'a>, StoreError> {
        let Kept { row, draft } = kept;
        let (student, statement) = (row.student()?, row.statement()?);
        let draft = match draft {
            None => None,
            Some((draft, None)) => Some((draft, false)),
            Some((draft, Some(dossier))) => {
                let case = Case { frame: self.frame.clone(), dossier: dossier.read(student.clone())? };
                Some((draft, self.ready(draft, &case)))
            }
        };
        Ok(Known { student, packed: Cow::Borrowed(&row.packed), statement, brief: row.brief.clone(), draft })
    }

    fn row(&self, plan: &Plan, known: Known<'_>) -> DeskRow {
        let Known { student, packed, statement, brief, draft } = known;
        let evidence = Evidence::of(&self.frame.framework, plan, &packed);
        let (draft, ready) = draft.map_or((None, false), |(draft, ready)| (Some(draft), ready));
        let open = evidence.unanswered(&self.frame.framework, draft);
        let state = self.state(&evidence, brief.as_ref(), ready);
        let next = self.next(&evidence, statement.as_ref(), state, open.first().copied());
        let due = self.due(&next);
        let late = self.year.contains(self.today) && due < self.today;
        DeskRow {
            number: student.number.to_string(),
            name: student.name.to_string(),
            subject: student.subject,
            school: student.placement.school,
            statement: statement
                .map(|found| KanWil { kan: convert::answer(found.kan), wil: convert::answer(found.wil) }),
            stances: evidence.view.criteria.iter().map(|found| convert::stance(found.stance)).collect(),
            vraak: Letter::ALL.iter().map(|of| convert::met(evidence.sufficiency.met(*of))).collect(),
            sources: evidence.counted,
            waiting: if evidence.waiting.iter().all(|count| *count == 0) { Vec::new() } else { evidence.waiting },
            open_discrepancies: count(open.len()),
            overdue: late && state < DossierState::Signed,
            state,
            next,
            deadline: due.to_string(),
            outcome: brief.and_then(|brief| brief.outcome),
        }
    }

    /// Whether the work is done, whoever is at the desk: who may only prepare proposes it (rule R11).
    fn ready(&self, draft: &DraftJudgement, case: &Case) -> bool {
        let obstacles = draft.obstacles(&case.ground(), self.mandate.as_ref(), self.today);
        obstacles.iter().all(|one| *one == Obstacle::MandateMissing)
    }

    fn state(&self, evidence: &Evidence, brief: Option<&JudgementBrief>, ready: bool) -> DossierState {
        match brief {
            Some(brief) if brief.established && brief.signed => DossierState::Signed,
            Some(brief) if brief.established => DossierState::ToSign,
            _ if ready => DossierState::Substantiated,
            _ if self.silent(evidence, false).is_some() => DossierState::EvidenceMissing,
            _ => DossierState::Weighing,
        }
    }

    /// The first source that is expected and of which nothing counts: while something waits to be established with the
    /// student, or while nothing is there at all.
    fn silent(&self, evidence: &Evidence, waits: bool) -> Option<String> {
        let mut sources = self.frame.framework.sources.iter().zip(evidence.counted.iter().zip(&evidence.waiting));
        let found = sources.find(|(source, (counted, waiting))| {
            **counted == 0 && (**waiting > 0) == waits && !self.frame.weights.unused().contains(&source.id)
        });
        found.map(|(source, _)| source.id.to_string())
    }

    fn next(
        &self,
        evidence: &Evidence,
        statement: Option<&Statement>,
        state: DossierState,
        unanswered: Option<usize>,
    ) -> NextStep {
        let name = |at: usize| self.frame.framework.criteria[at].id.to_string();
        match state {
            DossierState::Signed => return NextStep::Done,
            DossierState::ToSign => return NextStep::Sign,
            DossierState::Substantiated if self.mandate.is_none() => return NextStep::Propose,
            DossierState::Substantiated => return NextStep::Establish,
            DossierState::EvidenceMissing | DossierState::Weighing => {}
        }
        if let Some(source) = self.silent(evidence, false) {
            return NextStep::RequestEvidence { source };
        }
        if let Some(source) = self.silent(evidence, true) {
            return NextStep::EstablishEvidence { source };
        }
        if statement.is_none() {
            return NextStep::RequestStatement;
        }
        if let Some(at) = evidence.untouched() {
            return NextStep::MarkPassages { criterion: name(at) };
        }
        match unanswered {
            Some(at) => NextStep::AnswerDiscrepancy { criterion: name(at) },
            None => NextStep::Substantiate,
        }
    }

    /// When a step must be done: never before what comes before it.
    fn due(&self, next: &NextStep) -> NaiveDate {
        match next {
            NextStep::RequestEvidence { .. } | NextStep::EstablishEvidence { .. } => self.deadlines.evidence,
            NextStep::RequestStatement => self.deadlines.statement,
            NextStep::MarkPassages { .. }
            | NextStep::AnswerDiscrepancy { .. }
            | NextStep::Substantiate
            | NextStep::Propose
            | NextStep::Establish => self.deadlines.judgement,
            NextStep::Sign | NextStep::Done => self.deadlines.signature,
        }
    }
}

impl Evidence {
    fn of(framework: &WeightFramework, plan: &Plan, packed: &[u8]) -> Self {
        let points: Vec<_> = store::digest::records(packed).collect();
        let each = points.iter().map(|record| record.as_point());
        let (mut counted, mut waiting) = (vec![0; framework.sources.len()], vec![0; framework.sources.len()]);
        for point in each.clone().filter(|point| plan.counts(true, point.moment)) {
            let list = if point.established { &mut counted } else { &mut waiting };
            list[usize::from(point.source)] += 1;
        }
        Self { view: plan.weigh(each.clone()), sufficiency: Sufficiency::of(framework, plan, each), counted, waiting }
    }

    /// Criteria with a discrepancy that the draft leaves unanswered.
    fn unanswered(&self, framework: &WeightFramework, draft: Option<&DraftJudgement>) -> Vec<usize> {
        let answered = |criterion: usize, a: usize, b: usize| {
            let (a, b) = (&framework.sources[a].id, &framework.sources[b].id);
            let criterion = &framework.criteria[criterion].id;
            draft.is_some_and(|draft| {
                draft.answers.iter().any(|answer| {
                    let same = (&answer.a == a && &answer.b == b) || (&answer.a == b && &answer.b == a);
                    answer.criterion == *criterion && same && !answer.answer.trim().is_empty()
                })
            })
        };
        let open = self.view.discrepancies.iter();
        open.filter(|found| !answered(found.criterion, found.minority, found.other))
            .map(|found| found.criterion)
            .collect()
    }

    /// The first criterion on which nothing is said yet.
    fn untouched(&self) -> Option<usize> {
        self.sufficiency.lacks(Letter::Relevantie).iter().find_map(|lack| match lack {
            Lack::Untouched(at) => Some(*at as usize),
            _ => None,
        })
    }
}

/// The row of one student alone, from the dossier and its latest judgement as they were read.
pub(crate) fn row_of(
    bench: &Workbench,
    calendar: &Calendar,
    case: &Case,
    latest: Option<&StoredJudgement>,
    judged: &JudgementView,
) -> Result<DeskRow, Problem> {
    let student = case.dossier.student.clone();
    let table = Table::read(bench, calendar, case.frame.clone())?;
    let brief = latest.map(|latest| JudgementBrief {
        student: student.number.clone(),
        attempt: latest.attempt,
        established: matches!(latest.state, Judgement::Established(_)),
        signed: matches!(judged.form, Some(FormState::Signed { .. })),
        outcome: None,
        hash: None,
    });
    let clear = || judged.obstacles.iter().all(|one| one.code == ObstacleCode::MandateMissing);
    let draft = match latest.map(|latest| &latest.state) {
        Some(Judgement::Draft(draft)) => Some((draft.as_ref(), draft.outcome.is_some() && clear())),
        Some(Judgement::Established(_) | Judgement::Replaced(_)) | None => None,
    };
    let records = records_of(&case.dossier.datapoints, &case.frame.framework, case.frame.year);
    let packed = Cow::Owned(store::digest::pack(&records));
    let statement = case.dossier.statement().cloned();
    Ok(table.row(&table.plan(), Known { student, packed, statement, brief, draft }))
}

/// The weeks of period 4, by their Monday: from the one in which it begins to the one in which the last deadline falls.
fn weeks(calendar: &Calendar) -> Vec<NaiveDate> {
    let first = calendar.judging_starts().week(Weekday::Mon).first_day();
    let last = calendar.deadlines().signature.max(first);
    first.iter_weeks().take_while(|monday| *monday <= last).collect()
}
