//! The JSON Schema of what the program reads and writes.

/// One document with `cohort`, `weigh` and `verify` under `$defs`, JSON Schema 2020-12.
pub fn schema() -> &'static str {
    include_str!("schema.json").trim_end()
}
