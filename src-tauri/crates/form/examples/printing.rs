//! How long a form takes and how large it is: forms of the sample cohort, one after another on one core, then on two.
//!
//! `cargo run --release -p form --example printing [ROUNDS]` prints, for a small framework and for the whole one,
//! milliseconds per form, pages, bytes, and how much faster two threads are.

#[path = "../tests/judged/mod.rs"]
mod judged;

use domain::judgement::EstablishedJudgement;
use judged::{Cohort, judgements, render};
use std::time::Instant;

fn main() {
    let rounds: u32 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(10);
    for (name, judgements) in [("small", Cohort::small().judgements()), ("whole", judgements())] {
        let first: Vec<_> = judgements.iter().map(render).collect();
        let pages = first.iter().map(|form| form.pages).max().unwrap_or(0);
        let bytes = first.iter().map(|form| form.pdf.len()).max().unwrap_or(0);
        let one = timed(rounds, || judgements.iter().for_each(make));
        let two = timed(rounds, || {
            std::thread::scope(|scope| {
                for half in judgements.chunks(judgements.len().div_ceil(2)) {
                    scope.spawn(move || half.iter().for_each(make));
                }
            });
        });
        let each = one * 1000.0 / judgements.len() as f64;
        println!("{name}: {each:.2} ms a form, at most {pages} pages, {bytes} bytes; two threads {:.2} x", one / two);
    }
}

fn make(judgement: &EstablishedJudgement) {
    std::hint::black_box(render(judgement));
}

/// The shortest of some rounds, in seconds.
fn timed(rounds: u32, work: impl Fn()) -> f64 {
    let round = |_| {
        let began = Instant::now();
        work();
        began.elapsed().as_secs_f64()
    };
    (0..rounds).map(round).fold(f64::MAX, f64::min)
}
