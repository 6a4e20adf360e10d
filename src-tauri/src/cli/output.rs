//! What goes to the terminal: answers on stdout, everything else on stderr.

use commands::api::Problem;
use commands::{Tongue, problem_sentence};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::io::{BufWriter, Write, stdout};

/// Tells a problem.
pub fn problem(tongue: Tongue, problem: &Problem) {
    eprintln!("{}", problem_sentence(tongue, problem));
}

/// One JSON document on stdout. A reader that went away (`| head`) is no failure.
pub fn json(value: &impl Serialize) -> Result<(), Problem> {
    let mut out = BufWriter::new(stdout().lock());
    serde_json::to_writer(&mut out, value).map_err(|_| Problem::internal("json"))?;
    quiet_when_closed(out.write_all(b"\n").and_then(|()| out.flush()))
}

/// Lines on stdout.
pub fn lines(lines: impl IntoIterator<Item = String>) -> Result<(), Problem> {
    let mut out = BufWriter::new(stdout().lock());
    let write = || {
        for line in lines {
            writeln!(out, "{line}")?;
        }
        out.flush()
    };
    quiet_when_closed(write())
}

/// Lets a closed pipe be.
pub fn quiet_when_closed(written: std::io::Result<()>) -> Result<(), Problem> {
    match written {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// A bar on stderr; nothing when stderr is no terminal.
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar that says what is being done.
    pub fn new(what: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(what);
        Self(bar)
    }

    /// Moves it.
    pub fn at(&self, done: usize, of: usize) {
        self.0.set_length(of as u64);
        self.0.set_position(done as u64);
    }

    /// Says what is being done now.
    pub fn now(&self, what: &'static str) {
        self.0.set_message(what);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
