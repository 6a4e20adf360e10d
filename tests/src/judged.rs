//! A judgement that is established without grounds, for tests that need one and do not look at it.

use serde_json::{Value, json};

/// What may stand in the way of establishing, each passed by a reason below.
const OBSTACLES: [&str; 8] = [
    "statement_missing",
    "rationale_missing",
    "criterion_rationale_missing",
    "citation_missing",
    "discrepancy_unanswered",
    "vraak_not_met",
    "saturation_missing",
    "picture_differs",
];

/// As `judge` takes it, established on 12 June 2025.
pub fn without_grounds(student: &str, attempt: u8, outcome: &str) -> Value {
    let deviations = OBSTACLES.map(|code| json!({ "code": code, "reason": "proef" }));
    json!({ "student": student, "attempt": attempt, "outcome": outcome, "establish": true, "date": "2025-06-12",
        "deviations": deviations })
}
