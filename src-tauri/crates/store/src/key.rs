//! The key of a workspace: derived from a secret that is shown once, wrapped by the passphrase in a file beside it.
//!
//! Promises: neither passphrase nor recovery key is kept; a wrong one is told from a damaged file; changing the
//! passphrase rewrites one small file. Scheme: recovery secret R (20 random bytes); data key = HKDF-SHA-256(R); R's
//! key wrapped with XChaCha20-Poly1305 under Argon2id(passphrase) (RFC 9106). See docs/decisions/0001.

use crate::error::StoreError;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const FORMAT: u32 = 1;
const CONTEXT: &[u8] = b"weegschaal workspace key 1";
/// Crockford's base 32: no I, L, O or U to misread.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The data key.
pub(crate) type DataKey = Zeroizing<[u8; 32]>;

/// How much work one try of a passphrase takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyCost {
    /// 64 MiB, three passes, four lanes: RFC 9106's second recommendation.
    Standard,
    /// As little as can be, for tests.
    Quick,
}

impl KeyCost {
    fn params(self) -> (u32, u32, u32) {
        match self {
            Self::Standard => (64 * 1024, 3, 4),
            Self::Quick => (64, 1, 1),
        }
    }
}

/// *Herstelsleutel*: opens the workspace when the passphrase or the key file is lost. Shown once, kept nowhere.
pub struct RecoveryKey(Zeroizing<[u8; 20]>);

impl RecoveryKey {
    /// A new one from randomness.
    pub(crate) fn new(random: &mut dyn FnMut(&mut [u8])) -> Self {
        let mut secret = Zeroizing::new([0; 20]);
        random(secret.as_mut());
        Self(secret)
    }

    /// Reads one as a person types it: groups, spaces, small letters, O for 0 and I or L for 1.
    pub(crate) fn parse(text: &str) -> Result<Self, StoreError> {
        let mut values = Vec::with_capacity(34);
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = LETTERS.iter().position(|known| char::from(*known) == letter);
            values.push(value.ok_or(StoreError::WrongRecoveryKey)? as u16);
        }
        if values.len() != 34 {
            return Err(StoreError::WrongRecoveryKey);
        }
        let mut secret = Zeroizing::new([0u8; 20]);
        for (at, group) in values[..32].chunks(8).enumerate() {
            let joined = group.iter().fold(0u64, |joined, value| joined << 5 | u64::from(*value));
            secret[at * 5..at * 5 + 5].copy_from_slice(&joined.to_be_bytes()[3..]);
        }
        if values[32] << 5 | values[33] != check_of(&secret) {
            return Err(StoreError::WrongRecoveryKey);
        }
        Ok(Self(secret))
    }

    /// The data key that follows from it.
    pub(crate) fn data_key(&self) -> DataKey {
        let mut key = Zeroizing::new([0; 32]);
        let derived = Hkdf::<Sha256>::new(None, self.0.as_ref()).expand(CONTEXT, key.as_mut());
        derived.expect("BUG: 32 bytes can be derived");
        key
    }
}

/// Ten bits to catch a slip of the pen.
fn check_of(secret: &[u8; 20]) -> u16 {
    let mut sum = Zeroizing::new([0; 2]);
    let derived = Hkdf::<Sha256>::new(None, secret).expand(b"weegschaal recovery check", sum.as_mut());
    derived.expect("BUG: 2 bytes can be derived");
    u16::from_be_bytes(*sum) & 0x3ff
}

impl fmt::Display for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Zeroizing::new(String::with_capacity(34));
        for group in self.0.chunks(5) {
            let joined = group.iter().fold(0u64, |joined, byte| joined << 8 | u64::from(*byte));
            for place in (0..8).rev() {
                letters.push(char::from(LETTERS[(joined >> (5 * place) & 31) as usize]));
            }
        }
        let check = check_of(&self.0);
        letters.push(char::from(LETTERS[usize::from(check >> 5)]));
        letters.push(char::from(LETTERS[usize::from(check & 31)]));
        for (at, letter) in letters.chars().enumerate() {
            if at > 0 && at % 6 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

#[derive(Serialize, Deserialize)]
struct KeyFile {
    format: u32,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: [u8; 16],
    nonce: [u8; 24],
    wrapped: Vec<u8>,
}

/// Where the wrapped key of a workspace stands.
pub(crate) fn file_of(workspace: &Path) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(".sleutel");
    PathBuf::from(name)
}

/// Wraps `key` under a passphrase and puts the file in place, whole or not at all.
pub(crate) fn write(
    workspace: &Path,
    key: &DataKey,
    passphrase: &str,
    cost: KeyCost,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(), StoreError> {
    let (memory_kib, passes, lanes) = cost.params();
    let (mut salt, mut nonce) = ([0; 16], [0; 24]);
    random(&mut salt);
    random(&mut nonce);
    let mut file = KeyFile { format: FORMAT, memory_kib, passes, lanes, salt, nonce, wrapped: Vec::new() };
    let cipher = cipher_of(&file, passphrase)?;
    file.wrapped = cipher
        .encrypt(&XNonce::from(nonce), Payload { msg: key.as_ref(), aad: CONTEXT })
        .map_err(|_| StoreError::Internal("wrap".to_owned()))?;
    let (place, beside) = (file_of(workspace), file_of(workspace).with_extension("sleutel-nieuw"));
    let mut out = fs::File::create(&beside)?;
    out.write_all(serde_json::to_string_pretty(&file)?.as_bytes())?;
    out.sync_all()?;
    Ok(fs::rename(&beside, &place)?)
}

/// Unwraps the key; `WrongSecret` when the passphrase is wrong.
pub(crate) fn read(workspace: &Path, passphrase: &str) -> Result<DataKey, StoreError> {
    let text = match fs::read(file_of(workspace)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(StoreError::KeyFileMissing),
        other => other?,
    };
    let file: KeyFile = serde_json::from_slice(&text)?;
    if file.format > FORMAT {
        return Err(StoreError::TooNew { found: file.format, known: FORMAT });
    }
    // What somebody else wrote into the file must not make us use all memory.
    if file.memory_kib > 1 << 20 || file.passes > 16 || file.lanes > 16 || file.wrapped.len() != 48 {
        return Err(StoreError::Damaged);
    }
    let opened = cipher_of(&file, passphrase)?
        .decrypt(&XNonce::from(file.nonce), Payload { msg: &file.wrapped, aad: CONTEXT })
        .map_err(|_| StoreError::WrongSecret)?;
    let opened = Zeroizing::new(opened);
    let key: [u8; 32] = opened.as_slice().try_into().map_err(|_| StoreError::Damaged)?;
    Ok(Zeroizing::new(key))
}

fn cipher_of(file: &KeyFile, passphrase: &str) -> Result<XChaCha20Poly1305, StoreError> {
    let params = Params::new(file.memory_kib, file.passes, file.lanes, Some(32)).map_err(|_| StoreError::Damaged)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), &file.salt, key.as_mut())
        .map_err(|_| StoreError::Internal("argon2".to_owned()))?;
    XChaCha20Poly1305::new_from_slice(key.as_ref()).map_err(|_| StoreError::Internal("cipher".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_key_reads_back_as_it_is_written_and_catches_a_slip() {
        let mut counter = 0u8;
        let key = RecoveryKey::new(&mut |bytes| {
            for byte in bytes {
                counter = counter.wrapping_mul(31).wrapping_add(17);
                *byte = counter;
            }
        });
        let text = key.to_string();
        let again = RecoveryKey::parse(&text.to_lowercase().replace('-', " ")).expect("BUG: the same key");
        assert_eq!(*again.0, *key.0);
        let first = if text.starts_with('7') { "8" } else { "7" };
        assert!(RecoveryKey::parse(&format!("{first}{}", &text[1..])).is_err());
        assert!(RecoveryKey::parse(&text[..20]).is_err());
    }
}
