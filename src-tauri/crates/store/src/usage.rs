//! What hangs on the framework now: counted over all evidence and all drafts.
//!
//! Promises: *niet waargenomen* counts as an indication; reads every data point, so it is asked for only when something
//! would go or be renamed.

use crate::error::StoreError;
use crate::reader::{Reader, sql};
use domain::framework::InUse;
use domain::ids::{CriterionId, SourceId};
use domain::judgement::DraftJudgement;

impl Reader<'_> {
    /// What hangs on the framework: data points, indications and words of drafts.
    pub fn in_use(&self) -> Result<InUse, StoreError> {
        let mut used = InUse { frozen: self.weights()?.frozen().is_some(), ..InUse::default() };
        let mut query = self.conn.prepare_cached(sql!("datapoint/sources"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let source = SourceId::new(&row.get::<_, String>(0)?).map_err(|_| StoreError::Damaged)?;
            used.sources.insert(source, row.get(1)?);
        }
        let mut query = self.conn.prepare_cached(sql!("datapoint/marks"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let criterion = CriterionId::new(&row.get::<_, String>(0)?).map_err(|_| StoreError::Damaged)?;
            let (unseen, many): (bool, u32) = (row.get(1)?, row.get(2)?);
            *used.criteria.entry(criterion).or_default() += many;
            used.levels += if unseen { 0 } else { many };
        }
        let mut query = self.conn.prepare_cached(sql!("judgement/drafts"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            count_draft(&mut used, &serde_json::from_str(&row.get::<_, String>(0)?)?);
        }
        Ok(used)
    }
}

fn count_draft(used: &mut InUse, draft: &DraftJudgement) {
    let words = draft.criteria.iter().filter(|one| !one.rationale.trim().is_empty() || !one.citations.is_empty());
    let answers = draft.answers.iter().filter(|one| !one.answer.trim().is_empty());
    let mut written: Vec<&CriterionId> =
        words.map(|one| &one.criterion).chain(answers.map(|one| &one.criterion)).collect();
    written.sort_unstable();
    written.dedup();
    for criterion in written {
        *used.written.entry(criterion.clone()).or_default() += 1;
    }
    if let Some(outcome) = &draft.outcome {
        *used.outcomes.entry(outcome.clone()).or_default() += 1;
    }
}
