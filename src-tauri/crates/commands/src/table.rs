//! *Dossiers*: the table over all students.
//!
//! Promises: what a row says about evidence and weighing is computed from the packed evidence, so that ten thousand
//! rows stay quick; only a draft in the making is read whole. Deliberately absent: sorting and filtering, which the
//! window does over what it has.

use crate::api::*;
use crate::convert;
use crate::dossier::{Case, count};
use crate::workbench::Workbench;
use chrono::{Days, NaiveDate};
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::judgement::{DraftJudgement, Judgement};
use domain::student::{Statement, Student};
use domain::sufficiency::{Lack, Letter, Sufficiency};
use domain::weighing::{DossierView, Plan, records_of};
use domain::weights::WeightSet;
use domain::year::Calendar;
use std::collections::HashMap;
use store::{JudgementBrief, Reader, StoreError};

/// Days after the first day of period 4 by which each kind of step is due: evidence and the statement in its fifth
/// and sixth week, the judgement in its ninth, the signature in its tenth. An editable default of the programme, not
/// HAN policy.
const EVIDENCE_DUE: u64 = 32;
const STATEMENT_DUE: u64 = 39;
const JUDGEMENT_DUE: u64 = 60;
const SIGNATURE_DUE: u64 = 67;
/// Weeks of period 4 that are shown.
const WEEKS: u64 = 10;

impl Workbench {
    /// The table with its heading.
    pub fn desk(&self) -> Result<Desk, Problem> {
        let reader = self.store.reader();
        let calendar = reader.calendar()?;
        let today = self.host.today();
        let table = Table::read(self, &reader)?;
        let students = reader.students()?;
        let mut rows = Vec::with_capacity(students.len());
        for student in students {
            rows.push(table.row(&reader, student, &calendar, today)?);
        }
        let first = calendar.later_periods_start[2];
        let weeks = (0..WEEKS).map(|week| (first + Days::new(7 * week)).to_string());
        Ok(Desk { rows, today: today.to_string(), weeks: weeks.collect() })
    }
}

struct Table<'a> {
    bench: &'a Workbench,
    framework: WeightFramework,
    weights: WeightSet,
    evidence: HashMap<StudentNumber, Evidence>,
    statements: HashMap<StudentNumber, Statement>,
    judgements: HashMap<StudentNumber, JudgementBrief>,
}

/// What the packed evidence of one student comes to.
struct Evidence {
    view: DossierView,
    sufficiency: Sufficiency,
    per_source: Vec<u32>,
}

impl<'a> Table<'a> {
    fn read(bench: &'a Workbench, reader: &Reader<'_>) -> Result<Self, StoreError> {
        let (framework, weights) = (reader.framework()?, reader.weights()?);
        let plan = Plan::new(&framework, &weights);
        let mut evidence = HashMap::new();
        reader.digests(|number, packed| {
            evidence.insert(number.clone(), Evidence::of(&framework, &plan, packed));
        })?;
        let mut statements = HashMap::new();
        for (number, statement) in reader.latest_statements()? {
            statements.insert(number, statement);
        }
        let mut judgements = HashMap::new();
        for brief in reader.judgement_states()? {
            judgements.insert(brief.student.clone(), brief);
        }
        Ok(Self { bench, framework, weights, evidence, statements, judgements })
    }

    fn row(
        &self,
        reader: &Reader<'_>,
        student: Student,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Result<DeskRow, Problem> {
        let nothing = Evidence::nothing(&self.framework, &self.weights);
        let evidence = self.evidence.get(&student.number).unwrap_or(&nothing);
        let statement = self.statements.get(&student.number);
        let brief = self.judgements.get(&student.number);
        let draft = self.draft(reader, &student.number, brief)?;
        let open = evidence.unanswered(&self.framework, draft.as_ref().map(|(draft, _)| draft));
        let state = self.state(evidence, brief, draft.as_ref().is_some_and(|(_, ready)| *ready));
        let next = self.next(evidence, statement, state, open.first().copied());
        let due = calendar.later_periods_start[2] + Days::new(days(&next));
        let late = calendar.year.contains(today) && due < today;
        Ok(DeskRow {
            number: student.number.to_string(),
            name: student.name.to_string(),
            subject: student.subject,
            school: student.placement.school,
            sources: evidence.per_source.clone(),
            statement: statement
                .map(|found| KanWil { kan: convert::answer(found.kan), wil: convert::answer(found.wil) }),
            stances: evidence.view.criteria.iter().map(|found| convert::stance(found.stance)).collect(),
            vraak: Letter::ALL.iter().map(|of| convert::met(evidence.sufficiency.met(*of))).collect(),
            open_discrepancies: count(open.len()),
            overdue: late && state < DossierState::ToSign,
            state,
            next,
            deadline: due.to_string(),
            outcome: brief.and_then(|brief| brief.outcome.clone()),
        })
    }

    /// The draft in the making, with whether nothing stands in its way.
    fn draft(
        &self,
        reader: &Reader<'_>,
        number: &StudentNumber,
        brief: Option<&JudgementBrief>,
    ) -> Result<Option<(DraftJudgement, bool)>, Problem> {
        let Some(brief) = brief.filter(|brief| !brief.established) else { return Ok(None) };
        let Some(stored) = reader.judgement(number, brief.attempt)? else { return Ok(None) };
        let Judgement::Draft(draft) = stored.state else { return Ok(None) };
        if draft.outcome.is_none() {
            return Ok(Some((*draft, false)));
        }
        let case = Case::read(reader, number)?;
        let today = self.bench.host.today();
        let mandate = self.bench.mandate_on(today)?;
        let ready = draft.obstacles(&case.ground(), mandate.as_ref(), today).is_empty();
        Ok(Some((*draft, ready)))
    }

    fn state(&self, evidence: &Evidence, brief: Option<&JudgementBrief>, ready: bool) -> DossierState {
        match brief {
            Some(brief) if brief.established && brief.signed => DossierState::Signed,
            Some(brief) if brief.established => DossierState::ToSign,
            _ if ready => DossierState::Substantiated,
            _ if self.missing(evidence).is_some() => DossierState::EvidenceMissing,
            _ => DossierState::Weighing,
        }
    }

    /// The first source that is expected and says nothing.
    fn missing(&self, evidence: &Evidence) -> Option<String> {
        let sources = self.framework.sources.iter().zip(&evidence.per_source);
        let mut silent = sources.filter(|(source, count)| **count == 0 && !self.weights.unused().contains(&source.id));
        silent.next().map(|(source, _)| source.id.to_string())
    }

    fn next(
        &self,
        evidence: &Evidence,
        statement: Option<&Statement>,
        state: DossierState,
        unanswered: Option<usize>,
    ) -> NextStep {
        let name = |at: usize| self.framework.criteria[at].id.to_string();
        match state {
            DossierState::Signed => return NextStep::Done,
            DossierState::ToSign => return NextStep::Sign,
            DossierState::Substantiated => return NextStep::Establish,
            DossierState::EvidenceMissing | DossierState::Weighing => {}
        }
        if let Some(source) = self.missing(evidence) {
            return NextStep::RequestEvidence { source };
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
}

impl Evidence {
    fn of(framework: &WeightFramework, plan: &Plan, packed: &[u8]) -> Self {
        let points: Vec<_> = store::digest::records(packed).collect();
        let each = points.iter().map(|record| record.as_point());
        let mut per_source = vec![0; framework.sources.len()];
        for point in each.clone().filter(|point| plan.counts(point.established, point.moment)) {
            per_source[usize::from(point.source)] += 1;
        }
        Self { view: plan.weigh(each.clone()), sufficiency: Sufficiency::of(framework, plan, each), per_source }
    }

    fn nothing(framework: &WeightFramework, weights: &WeightSet) -> Self {
        let plan = Plan::new(framework, weights);
        let none = std::iter::empty();
        Self {
            view: plan.weigh(none.clone()),
            sufficiency: Sufficiency::of(framework, &plan, none),
            per_source: vec![0; framework.sources.len()],
        }
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

/// The row of one student alone, from the dossier as it was read.
pub(crate) fn row_of(
    bench: &Workbench,
    reader: &Reader<'_>,
    case: &Case,
    calendar: &Calendar,
) -> Result<DeskRow, Problem> {
    let number = &case.dossier.student.number;
    let plan = Plan::new(&case.framework, &case.weights);
    let packed = store::digest::pack(&records_of(&case.dossier, &case.framework, case.year));
    let evidence = Evidence::of(&case.framework, &plan, &packed);
    let mut table = Table {
        bench,
        framework: case.framework.clone(),
        weights: case.weights.clone(),
        evidence: HashMap::from([(number.clone(), evidence)]),
        statements: HashMap::new(),
        judgements: HashMap::new(),
    };
    table.statements.extend(case.dossier.statement().map(|said| (number.clone(), said.clone())));
    if let Some(latest) = reader.judgements(number)?.pop() {
        let established = matches!(latest.state, Judgement::Established(_));
        let signed = established && reader.form(number, latest.attempt, latest.revision)?.is_some();
        let brief = JudgementBrief {
            student: number.clone(),
            attempt: latest.attempt,
            established,
            signed,
            outcome: None,
            hash: latest.hash,
        };
        table.judgements.insert(number.clone(), brief);
    }
    table.row(reader, case.dossier.student.clone(), calendar, bench.host.today())
}

fn days(next: &NextStep) -> u64 {
    match next {
        NextStep::RequestEvidence { .. } | NextStep::MarkPassages { .. } => EVIDENCE_DUE,
        NextStep::RequestStatement => STATEMENT_DUE,
        NextStep::AnswerDiscrepancy { .. } | NextStep::Substantiate | NextStep::Establish => JUDGEMENT_DUE,
        NextStep::Sign | NextStep::Done => SIGNATURE_DUE,
    }
}
