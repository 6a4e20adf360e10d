//! Chance against the reader of cohort JSON.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::interpreted("x.json", data));
