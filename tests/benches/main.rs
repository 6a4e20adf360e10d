//! `make bench`: what is measured, beside its bar.
//!
//! Promises: medians over several runs, in a release build, on invented data; prints a table and ends nonzero when a bar
//! is not met. `WEEGSCHAAL_STUDENTS` makes the cohort another size than 10,000. `WEEGSCHAAL_ONLY=window` measures
//! the window alone.

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

fn main() {
    // `cargo test --benches` asks for tests; there are none here.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let mut table = table::Table::default();
    if std::env::var_os("WEEGSCHAAL_ONLY").is_none() {
        forms::measure(&mut table);
        cohort::measure(&mut table);
        imports::measure(&mut table);
    }
    window::measure(&mut table);
    table.print();
    if table.missed() {
        std::process::exit(1);
    }
}
