//! Signatures (*handtekening*): bytes in, bytes out.
//!
//! Promises: a form signed here is PAdES B-B, B-T with a time stamp or B-LT with validation data, with a visible signature in a field the form
//! already has; a form is called valid only when every byte of it is explained by the base, a known signature or nothing
//! at all. Time, random bytes and the way to a time stamp service are passed in. Deliberately absent: judgements, files, the network, the clock, and any attempt to
//! vouch for documents of others.

mod algorithm;
mod appearance;
mod certificate;
mod checking;
mod container;
mod contents;
mod error;
mod foreign;
mod form_shape;
mod identity;
mod increment;
mod key;
mod key_file;
mod letters;
mod path;
mod report;
mod revision;
mod revocation;
mod self_signed;
mod signing;
mod stamp;
mod stamping;
mod syntax;
mod update;
mod validation_data;

pub use algorithm::Algorithm;
pub use appearance::Appearance;
pub use certificate::{CertificateFacts, check_for_signing, facts};
pub use checking::{Trust, verify, verify_trusting};
pub use contents::{embedded_file, first_revision};
pub use error::SealError;
pub use foreign::Claimed;
pub use identity::Identity;
pub use key::SigningKey;
pub use key_file::KeyFile;
pub use report::{LaterChanges, Level, Reason, Report, SignatureStatus, Stamp, Verdict};
pub use revocation::{ListFault, RevocationList, revoked_key};
pub use signing::{SignRequest, Stamped, sign, sign_stamped};
pub use stamp::StampFault;
pub use stamping::{Stamping, TimeStamping};
pub use validation_data::{Kept, Lacking, add_validation_data};

#[cfg(test)]
mod insider_tests;
// The test forms are shared with the tests that stand outside and name this crate.
#[cfg(test)]
extern crate self as seal;
