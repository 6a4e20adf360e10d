//! Chance against the reader of docx.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.docx", &weegschaal_fuzz::package(&[("word/document.xml", data), ("word/footnotes.xml", data)])));
