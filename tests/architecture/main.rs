//! The house itself: which room may know which, how a file looks, that the docs speak of what exists, and what the
//! scripts say on a new machine.
//!
//! Promises: every invariant of `docs/architecture.md` that a machine can see is kept here, and fails with the place.
//! Deliberately absent: behaviour; that is tested where it lives and in `journeys`.

mod docs;
mod edges;
mod scripts;
mod style;
mod words;
