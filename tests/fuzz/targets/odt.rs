//! Chance against the reader of odt.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.odt", &weegschaal_fuzz::package(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", data)])));
