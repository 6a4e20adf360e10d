//! The only SQL of the house: one encrypted file for each workspace, one door for writing.
//!
//! Promises: what [`Workspace::transact`] answers is durable; every change stands in the hash-chained journal in the
//! same transaction; an established judgement, a signed form and the journal cannot be changed or taken out; a file
//! of a newer version, on a network or in a cloud folder is refused. Deliberately absent: rules about judgements, the
//! clock and chance, which are handed in.

mod act;
mod backup;
mod check;
mod cores;
mod detail;
pub mod digest;
mod error;
mod folder;
mod history;
mod key;
mod nouns;
mod open;
mod packing;
mod reader;
mod records;
mod table;
mod undo;
mod usage;
mod workspace;
mod writer;

#[cfg(test)]
mod tests;

pub use act::{Act, ActName, Changed, Done, place_of};
pub use check::{ChainVerdict, ChainWalk, CheckReport};
pub use cores::on_every_core;
pub use error::StoreError;
pub use history::{Changing, JournalCounts, JournalQuery, Kept};
pub use key::{KeyCost, RecoveryKey};
pub use open::{NewWorkspace, Secret};
pub use reader::Reader;
pub use records::{
    FileInfo, FormBrief, JudgementBrief, KeptDossier, KeptJudgement, KeptPoint, KeptRow, Meta, PointText, StoredFile,
    StoredForm, StoredIdentity, StoredJudgement,
};
pub use table::order_of;
pub use workspace::{Store, Workspace};
pub use writer::Writer;
