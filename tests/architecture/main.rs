//! The house itself: which room may know which, how a file looks, and that the docs speak of what exists.
//!
//! Promises: every invariant of `docs/architecture.md` that a machine can see is kept here, and fails with the place.
//! Deliberately absent: behaviour; that is tested where it lives and in `journeys`.

mod docs;
mod edges;
mod style;
mod words;
