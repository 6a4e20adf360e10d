//! Times the reading of one file: `cargo run --release -p intake --example reading -- FILE`.

use intake::{SourceFile, unpack};
use std::time::Instant;

fn main() {
    let path = std::env::args().nth(1).expect("BUG: give a file");
    let bytes = std::fs::read(&path).expect("BUG: give a file that can be read");
    let started = Instant::now();
    let raw = unpack(&SourceFile { name: &path, bytes: &bytes }, None);
    println!("{:?} {}", started.elapsed(), if raw.is_ok() { "read" } else { "refused" });
}
