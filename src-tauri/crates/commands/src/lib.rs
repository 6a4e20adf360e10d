//! The use cases: every act a user can do, named after the act, with its request and reply.
//!
//! Promises: window and command line call the same functions; time, chance and folders come from the caller's
//! [`Host`]. Deliberately absent: any knowledge of a window, and any sentence shown to a user.

pub mod api;
