//! Plain text in the encodings that people's programs write.
//!
//! Promises: a mark at the beginning decides the encoding, else UTF-8 when it is valid, else Windows-1252 (Dutch
//! Windows).

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The text of bytes, without its byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let halves = bytes.len().div_ceil(2).min(200);
    let encoding: &Encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if halves > 4 && zeros(1) * 10 > halves * 8 => UTF_16LE,
        None if halves > 4 && zeros(0) * 10 > halves * 8 => UTF_16BE,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => WINDOWS_1252,
    };
    encoding.decode(bytes).0
}

/// Whether bytes are UTF-16, where zeros belong.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    !decode(bytes).contains('\0')
}

/// Bytes in a Windows code page, as older mail and rich text name them.
pub(crate) fn decode_page(bytes: &[u8], page: u32) -> String {
    let encoding = match page {
        65001 => encoding_rs::UTF_8,
        10000 => encoding_rs::MACINTOSH,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        page => Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(WINDOWS_1252),
    };
    encoding.decode(bytes).0.into_owned()
}
