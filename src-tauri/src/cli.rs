//! The command line: the same use cases as the window, for scripts and for machines without a screen.
//!
//! Promises: exit status 0 done, 1 refused or found wrong (the reason on stderr), 2 wrong usage; with `--json` one
//! document on stdout and nothing else.

mod acts;
mod exports;
mod looks;
mod output;
mod signing;
mod usage;
mod verifying;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use commands::Tongue;
use std::path::PathBuf;
use std::process::ExitCode;
pub use usage::Command;
use usage::{Arguments, Subject};

/// How the program was started.
pub enum Start {
    /// As a window, on a workspace when one is given.
    Window(Option<PathBuf>),
    /// As the process that reads foreign files for another of its kind.
    Reader,
    /// With a subcommand.
    Command(Command),
    /// Help, version or wrong usage: said already.
    Done(ExitCode),
}

/// Reads the command line.
pub fn parse() -> Start {
    let arguments: Vec<_> = std::env::args_os().collect();
    if let [_, only] = arguments.as_slice()
        && std::path::Path::new(only).extension().is_some_and(|kind| kind == "weegschaal")
    {
        return Start::Window(Some(PathBuf::from(only)));
    }
    if arguments.get(1).is_some_and(|word| word == crate::reader::WORD) {
        return Start::Reader;
    }
    if arguments.len() < 2 {
        return Start::Window(None);
    }
    let matches = match Arguments::command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let status = if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) { 0 } else { 2 };
            // Nothing can be said when even stderr is closed.
            let _ = error.print();
            return Start::Done(ExitCode::from(status));
        }
    };
    match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => Start::Command(arguments.into_command()),
        Err(error) => {
            let _ = error.print();
            Start::Done(ExitCode::from(2))
        }
    }
}

/// Does what the subcommand asks.
pub fn run(command: Command) -> ExitCode {
    let tongue = command.tongue;
    let outcome = match command.subject {
        Subject::Demo(ask) => acts::demo(&ask, &command.common),
        Subject::New(ask) => acts::new(&ask, &command.common),
        Subject::Import(ask) => acts::import(&ask, &command.common, tongue),
        Subject::Judge(ask) => acts::judge(&ask, &command.common, tongue),
        Subject::Sign(ask) => signing::sign(&ask, &command.common, tongue),
        Subject::Weigh(ask) => looks::weigh(&ask, &command.common),
        Subject::Export(ask) => exports::export(&ask, &command.common, tongue),
        Subject::Verify(ask) => verifying::verify(&ask, &command.common, tongue),
        Subject::Journal(ask) => looks::journal(&ask, &command.common, tongue),
        Subject::Check(ask) => looks::check(&ask, &command.common),
        Subject::Schema => looks::schema(),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(problem) => {
            output::problem(tongue, &problem);
            ExitCode::from(1)
        }
    }
}

/// The language asked for.
fn tongue_of(text: &str) -> Result<Tongue, String> {
    match text {
        "nl" => Ok(Tongue::Dutch),
        "en" => Ok(Tongue::English),
        _ => Err("kies nl of en".to_owned()),
    }
}
