//! Signatures (*handtekening*): bytes in, bytes out.
//!
//! Promises: a form signed here is PAdES B-B with a visible signature in a field the form already has; a form is
//! called valid only when every byte of it is explained by the base, a known signature or nothing at all. Time and
//! random bytes are passed in. Deliberately absent: judgements, files, the network, the clock, and any attempt to
//! vouch for documents of others.

mod appearance;
mod certificate;
mod checking;
mod container;
mod contents;
mod error;
mod form_shape;
mod identity;
mod letters;
mod report;
mod revision;
mod signing;
mod syntax;
mod update;

pub use appearance::Appearance;
pub use certificate::{CertificateFacts, facts};
pub use checking::verify;
pub use contents::{embedded_file, first_revision};
pub use error::SealError;
pub use identity::{Identity, SigningKey};
pub use report::{LaterChanges, Level, Reason, Report, SignatureStatus, Verdict};
pub use signing::{SignRequest, sign};

#[cfg(test)]
mod insider_tests;
// The test forms are shared with the tests that stand outside and name this crate.
#[cfg(test)]
extern crate self as seal;
