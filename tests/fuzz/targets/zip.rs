//! Chance against the reader of packages as they come.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.docx", data));
