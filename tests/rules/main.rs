//! The rules of the house (`docs/rules.md`), each as a test that a reader can lay beside the rule.
//!
//! Promises: uses the domain and the fictional partnership only; no file, no clock. Deliberately absent: rules that
//! need a workspace, a form or a foreign file; their tests live in those rooms, and `docs/rules.md` names them.

mod establishing;
mod evidence;
