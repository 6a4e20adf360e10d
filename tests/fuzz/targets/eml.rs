//! Chance against the reader of eml.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.eml", data));
