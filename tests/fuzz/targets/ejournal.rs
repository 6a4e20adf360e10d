//! Chance against the reader of ejournal.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.zip", &weegschaal_fuzz::package(&[("information.json", data)])));
