//! What is written in letters (PEM, RFC 7468): certificates, lists of revoked ones.
//!
//! Promises: all blocks of a kind or none; text around them is passed over, as other programs do. Deliberately absent:
//! knowing what is in a block.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The bytes of every block of a kind, in order; nothing when one is damaged or there is none.
pub(crate) fn blocks(written: &[u8], kind: &str) -> Option<Vec<Vec<u8>>> {
    let text = std::str::from_utf8(written).ok()?;
    let (begin, end) = (format!("-----BEGIN {kind}-----"), format!("-----END {kind}-----"));
    let blocks = text.split(&begin).skip(1).map(|rest| rest.split_once(&end).map(|(inside, _)| inside));
    let decode = |inside: Option<&str>| STANDARD.decode(inside?.split_whitespace().collect::<String>()).ok();
    blocks.map(decode).collect::<Option<Vec<_>>>().filter(|all| !all.is_empty())
}
