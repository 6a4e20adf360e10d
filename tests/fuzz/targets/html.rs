//! Chance against the reader of html.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.html", data));
