//! Start: without arguments the window, with a subcommand the command line; both on the same use cases.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod carrier;
mod cli;
mod machine;
mod profile;
mod reader;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse() {
        cli::Start::Window(workspace) => window::run(workspace),
        cli::Start::Command(command) => cli::run(command),
        cli::Start::Reader => reader::serve(),
        cli::Start::Done(code) => code,
    }
}
