//! Chance against the reader of xlsx, as a table and as a template that is filled.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let book = weegschaal_fuzz::workbook(data);
    weegschaal_fuzz::unpacked("x.xlsx", &book);
    weegschaal_fuzz::filled(&book);
});
