//! What is true on paper: evidence, framework, weighing, sufficiency, judgement.
//!
//! Promises: every figure is exact (integers and fractions), every function is deterministic and independent of the
//! order of its input. Deliberately absent: input and output, the clock, chance, floating point arithmetic, and any
//! function that takes a student's statement (*kan/wil*) or a position and returns an outcome (rules R5 and R7).

pub mod cohort;
pub mod conversation;
pub mod dossier;
pub mod evidence;
pub mod fraction;
pub mod framework;
pub mod ids;
pub mod journal;
pub mod judgement;
pub mod mandate;
pub mod obstacles;
pub mod student;
pub mod sufficiency;
pub mod text;
pub mod weighing;
pub mod weights;
pub mod year;
