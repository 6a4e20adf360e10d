//! Requests and replies of every use case: what the window and the command line have in common.
//!
//! Promises: plain data; codes instead of sentences (the caller owns the words); every type is generated for the
//! window as TypeScript. Positions appear as decimals only for drawing; nothing here is computed from them.

mod control;
mod conversations;
mod desk;
mod dossier;
mod forms;
mod importing;
mod journal;
mod judging;
mod kader;
mod kader_look;
mod marking;
mod outputs;
mod problem;
mod searching;
mod session;
mod settings;
mod signing;

pub use control::*;
pub use conversations::*;
pub use desk::*;
pub use dossier::*;
pub use forms::*;
pub use importing::*;
pub use journal::*;
pub use judging::*;
pub use kader::*;
pub use kader_look::*;
pub use marking::*;
pub use outputs::*;
pub use problem::*;
pub use searching::*;
pub use session::*;
pub use settings::*;
pub use signing::*;
