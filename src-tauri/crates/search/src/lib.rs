//! Finding text: folded, by substring, in memory alone.
//!
//! Promises: case, accents and ligatures make no difference; what is found points back into the text as it was written,
//! in Unicode scalar values; nothing is written anywhere, and what was read is wiped when it is dropped. Deliberately
//! absent: students, evidence, storage, sentences.

mod fold;
mod index;
mod passage;

pub use fold::{Query, fold};
pub use index::{Found, Hit, Index, Owner};
pub use passage::{Passage, Piece, marked, passage};
