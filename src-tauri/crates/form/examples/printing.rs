//! How long a form takes and how large it is: forms of the sample cohort, one after another on one core, then on two.
//!
//! `cargo run --release -p form --example printing [ROUNDS]` prints, for a small framework and for the whole one,
//! milliseconds per form, pages, bytes, how much faster two threads are, and where the time goes.

#[path = "../tests/judged/mod.rs"]
mod judged;

use domain::judgement::EstablishedJudgement;
use form::{Fonts, Language, Stage};
use judged::{Cohort, checkpoint, facts, judgements, render};
use std::collections::BTreeMap;
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
        for (stage, spent) in stages(&judgements, rounds) {
            println!("  {:<10} {:.3} ms", format!("{stage:?}"), spent * 1000.0);
        }
    }
}

/// Seconds that a form takes in each stage, on average.
fn stages(judgements: &[EstablishedJudgement], rounds: u32) -> BTreeMap<Stage, f64> {
    let (mut spent, checkpoint) = (BTreeMap::new(), checkpoint());
    for judgement in judgements.iter().cycle().take(judgements.len() * rounds as usize) {
        let mut last = Instant::now();
        let mut done = |stage| {
            let now = Instant::now();
            *spent.entry(stage).or_insert(0.0) += (now - last).as_secs_f64();
            last = now;
        };
        let form = form::render_watched(Language::Dutch, judgement, &facts(&checkpoint), Fonts::shared(), &mut done);
        std::hint::black_box(form.expect("BUG: it can be set"));
    }
    let forms = judgements.len() as f64 * f64::from(rounds);
    spent.into_iter().map(|(stage, seconds)| (stage, seconds / forms)).collect()
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
