//! `make bench`: what is measured, beside its bar.
//!
//! Promises: medians over several runs, in a release build, on invented data; prints a table and ends nonzero when a bar
//! is not met. `WEEGSCHAAL_STUDENTS` makes the cohort another size than 10,000. `WEEGSCHAAL_ONLY` measures one
//! part alone: `forms`, `cohort`, `imports` or `window`.

mod cohort;
mod driven;
#[path = "../e2e/window.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod e2e;
mod forms;
mod imports;
mod others;
mod search;
mod table;
mod window;

/// Adds the measurements of one part.
type Measure = fn(&mut table::Table);

/// What is measured, in this order.
const PARTS: [(&str, Measure); 4] = [
    ("forms", forms::measure),
    ("cohort", cohort::measure),
    ("imports", imports::measure),
    ("window", window::measure),
];

fn main() {
    // `cargo test --benches` asks for tests; there are none here.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let mut table = table::Table::default();
    let only = std::env::var("WEEGSCHAAL_ONLY").ok();
    for (name, measure) in PARTS {
        if only.as_ref().is_none_or(|only| only == name) {
            measure(&mut table);
        }
    }
    table.print();
    if table.missed() {
        std::process::exit(1);
    }
}
