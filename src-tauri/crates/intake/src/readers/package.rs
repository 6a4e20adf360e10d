//! ZIP packages: the shell of Office and OpenDocument files and of data archives.
//!
//! Promises: nothing is written anywhere, whatever its path says; a part is unpacked up to its limit and no further, and
//! what the directory claims is checked before anything is unpacked.

use crate::finding::{Finding, FindingCode};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Greatest size of one part of a document when unpacked, in bytes.
pub(crate) const PART: u64 = 32 << 20;
/// Parts that are looked at.
const PARTS: usize = 20_000;

/// An opened package.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

fn broken() -> Finding {
    Finding::error(FindingCode::FileBroken)
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Finding> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if archive.len() > PARTS {
            return Err(Finding::error(FindingCode::UnpackedTooLarge).value(format!("{} onderdelen", archive.len())));
        }
        Ok(Self { archive })
    }

    /// Names of the parts.
    pub fn names(&self) -> Vec<String> {
        self.archive.file_names().flatten().map(Cow::into_owned).collect()
    }

    /// A warning that names parts whose path leads outside; nothing is ever done with them.
    pub fn odd_paths(&self) -> Option<Finding> {
        let odd = |name: &String| name.split(['/', '\\']).any(|part| part == "..") || name.starts_with(['/', '\\']);
        let found: Vec<String> = self.names().into_iter().filter(odd).take(3).collect();
        (!found.is_empty()).then(|| Finding::warning(FindingCode::OddPath).value(found.join(", ")))
    }

    /// Size of a part as the directory claims it.
    pub fn size(&mut self, name: &str) -> Option<u64> {
        self.archive.by_name(name).ok().map(|part| part.size())
    }

    /// A part, up to `limit` bytes; `None` when it is not there.
    pub fn part(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, Finding> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(broken()),
        };
        let large = |size: u64| Finding::error(FindingCode::UnpackedTooLarge).value(format!("{} MB", size >> 20));
        if part.size() > limit {
            return Err(large(part.size()));
        }
        let mut bytes = Vec::new();
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        if bytes.len() as u64 > limit {
            return Err(large(limit));
        }
        Ok(Some(bytes))
    }
}
