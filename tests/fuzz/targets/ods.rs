//! Chance against the reader of ods.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.ods", &weegschaal_fuzz::package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", b"<manifest/>"), ("content.xml", data)])));
