//! Chance against the reader of a table with its meaning.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::interpreted("werkplek.csv", data));
