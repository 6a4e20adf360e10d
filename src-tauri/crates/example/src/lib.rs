//! A fictional partnership to try everything on: students, evidence, statements, and judgements where they are ready.
//!
//! Promises: the same number and seed give the same cohort; every situation an assessor meets occurs in it from
//! twenty-four students on; nobody in it exists. Deliberately absent: the clock and true chance.

mod chance;
mod cohort;
mod conversations;
mod judging;
mod people;
mod texts;

pub use cohort::{bulk, cohort};
pub use conversations::conversations;
pub use judging::{PreparedJudgement, judgements};
pub use people::{EXAMINER, PARTNERSHIP, Situation, WEIGHTS_REASON, situation_of};
