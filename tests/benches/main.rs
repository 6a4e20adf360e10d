//! `make bench`: what is measured, beside its bar.
//!
//! Promises: medians over several runs, in a release build, on invented data; prints a table and ends nonzero when a bar
//! is not met. `WEEGSCHAAL_STUDENTS` makes the cohort another size than 10,000. Deliberately absent: the window, which
//! is measured where it is driven.

mod cohort;
mod forms;
mod imports;
mod table;

fn main() {
    // `cargo test --benches` asks for tests; there are none here.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let mut table = table::Table::default();
    forms::measure(&mut table);
    cohort::measure(&mut table);
    imports::measure(&mut table);
    table.print();
    if table.missed() {
        std::process::exit(1);
    }
}
