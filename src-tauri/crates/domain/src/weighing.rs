//! The weighted view, exactly: where the evidence on each criterion lies and how much hangs on the weighting.
//!
//! Promises: figures are fractions, independent of the order of the input; a source outside a criterion's sources is
//! shown beside and changes nothing weighed. Deliberately absent: a total over criteria, and anything that turns a
//! figure into an outcome (rules R5 to R7).

mod analysis;
mod plan;
mod points;
mod range;
mod view;

pub use plan::Plan;
pub use points::{Mark, Point, PointRecord, records_of};
pub use view::{Cell, CriterionView, Discrepancy, DossierView, Flip, SelfImage, Stance};
