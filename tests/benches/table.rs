//! Measurements with their bars, and how they are taken.

use std::time::{Duration, Instant};

/// All that was measured.
#[derive(Default)]
pub struct Table {
    rows: Vec<(String, f64, Option<f64>, &'static str)>,
}

impl Table {
    /// Adds one: what, how much, at most how much, in which unit.
    pub fn add(&mut self, what: &str, measured: f64, bar: Option<f64>, unit: &'static str) {
        self.rows.push((what.to_owned(), measured, bar, unit));
    }

    /// Adds a time in milliseconds.
    pub fn add_time(&mut self, what: &str, measured: Duration, bar: Option<f64>) {
        self.add(what, measured.as_secs_f64() * 1000.0, bar, "ms");
    }

    /// Whether a bar was not met.
    pub fn missed(&self) -> bool {
        self.rows.iter().any(|(_, measured, bar, _)| bar.is_some_and(|bar| is_over(*measured, bar)))
    }

    /// Prints it.
    pub fn print(&self) {
        println!("{:<64} {:>10} {:>10}", "", "measured", "at most");
        for (what, measured, bar, unit) in &self.rows {
            let at_most = bar.map_or(String::new(), |bar| format!("{bar} {unit}"));
            let verdict = if bar.is_some_and(|bar| is_over(*measured, bar)) { "  MISSED" } else { "" };
            println!("{what:<64} {measured:>7.2} {unit:<2} {at_most:>10}{verdict}");
        }
    }
}

/// Whether a bar is not met; what could not be measured does not meet it.
fn is_over(measured: f64, bar: f64) -> bool {
    measured.is_nan() || measured > bar
}

/// The median time of `runs` runs.
pub fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}
