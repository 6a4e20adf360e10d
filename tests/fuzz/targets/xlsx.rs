//! Chance against the reader of xlsx.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weegschaal_fuzz::unpacked("x.xlsx", &weegschaal_fuzz::workbook(data)));
