//! The use cases: everything the window and the command line can ask, knowing neither.
//!
//! Promises: only here do store, form, intake and seal meet; every refusal is a closed code with a place; the machine
//! is reached through [`Host`] alone. Deliberately absent: windows, dialogs, SQL, millimetres.

pub mod api;
mod brightspace;
mod control;
mod conversations;
mod convert;
mod copies;
pub mod demo;
mod dossier;
mod drafting;
mod figures;
mod forms;
mod host;
mod importing;
mod journal;
mod judge_file;
mod judging;
mod kader;
mod lines;
mod mandates;
mod marking;
mod osiris;
mod outputs;
mod overview;
pub mod passphrase;
mod pem;
mod problems;
mod publish;
mod result_codes;
mod schema;
mod searching;
mod settings;
mod sheet;
mod signing;
mod table;
mod trusting;
mod weighing;
mod words;
mod workbench;

pub use control::{check_file, show_file, verify_bytes, verify_file};
pub use host::Host;
pub use importing::{FileAsk, ImportAsk};
pub use intake::{Finding, FindingCode, Kind, Mapping, Raw, SourceFile, wire};
pub use judge_file::{AnswerInput, CitationInput, CriterionInput, JudgeDocument, JudgeInput, JudgeReport};
pub use schema::schema;
pub use seal::StampFault;
pub use signing::{HearSigning, USUAL_PATTERN, token_certificates};
pub use store::{CheckReport, KeyCost, Secret};
pub use trusting::{Trusted, certificates_in};
pub use words::{
    Tongue, finding_sentence, output_lines, output_summary, pending_sentence, problem_sentence, reason_sentence,
    report_lines,
};
pub use workbench::{Founding, Workbench};
