//! How long a form takes and how large it is: forms of the sample cohort, one after another on one core.
//!
//! `cargo run --release -p form --example printing [ROUNDS]` prints milliseconds per form, pages and bytes.

#[path = "../tests/judged/mod.rs"]
mod judged;

use std::time::Instant;

fn main() {
    let rounds: u32 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(10);
    let judgements = judged::judgements();
    let first: Vec<_> = judgements.iter().map(judged::render).collect();
    let began = Instant::now();
    for _ in 0..rounds {
        for judgement in &judgements {
            std::hint::black_box(judged::render(judgement));
        }
    }
    let count = judgements.len() as f64 * f64::from(rounds);
    let pages = first.iter().map(|form| f64::from(form.pages)).sum::<f64>() / first.len() as f64;
    let bytes = first.iter().map(|form| form.pdf.len()).sum::<usize>() / first.len();
    let each = began.elapsed().as_secs_f64() * 1000.0 / count;
    println!("{each:.2} ms a form, {:.2} ms a page, {pages:.1} pages, {bytes} bytes", each / pages);
}
