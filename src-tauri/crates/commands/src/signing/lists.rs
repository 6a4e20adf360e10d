//! Lists of revoked certificates (*intrekkingslijsten*) for a batch: the user's files, and what came of them.
//!
//! Promises: read once, and whatever is wrong with one is said before anything is signed; a list that belongs to nobody
//! spoils no form, and is named afterwards. Deliberately absent: fetching lists, believing one (seal looks at who
//! signed it).

use super::keys::Key;
use crate::api::*;
use crate::pem;
use crate::trusting::Trusted;
use crate::workbench::{file_name, read_up_to};
use chrono::{DateTime, Utc};
use seal::{Kept, Lacking, ListFault, RevocationList, SealError, SigningKey};
use std::collections::BTreeSet;
use std::path::Path;

/// Most lists; a form has room for those of two signatures.
const MOST: usize = 16;
/// Most bytes of all lists together: each form holds them all.
const GREATEST: usize = 8 << 20;

/// The lists of a batch.
pub(super) struct Lists {
    lists: Vec<RevocationList>,
    /// The file that each comes from.
    files: Vec<String>,
    trusted: Trusted,
}

impl Lists {
    /// Reads the files; none without files. The authorities that are trusted here make a way up whole where a key or a
    /// service leaves the last ones out.
    pub fn read(paths: &[String], trusted: Trusted, now: DateTime<Utc>) -> Result<Option<Self>, Problem> {
        let mut lists = Self { lists: Vec::new(), files: Vec::new(), trusted };
        let mut left = GREATEST;
        for path in paths.iter().map(Path::new) {
            let name = file_name(path);
            let too_large = Problem::user(ProblemCode::ListsTooLarge, "").with(format!("{} MB", GREATEST >> 20));
            let bytes = read_up_to(path, left as u64, too_large)?;
            left = left.saturating_sub(bytes.len());
            for der in pem::blocks(&bytes, "X509 CRL").unwrap_or_else(|| vec![bytes]) {
                lists.lists.push(list_of(&der, now).map_err(|problem| problem.at(&name))?);
                lists.files.push(name.clone());
            }
        }
        if lists.lists.len() > MOST {
            return Err(Problem::user(ProblemCode::TooManyLists, "").with(MOST.to_string()));
        }
        Ok((!paths.is_empty()).then_some(lists))
    }

    /// The key with the authorities above it that are known here; `key_revoked` when it is on a list.
    pub fn admit(&self, key: Key) -> Result<Key, Problem> {
        let above: Vec<_> = key.chain().iter().chain(&self.trusted.signers).cloned().collect();
        let key = Admitted { key, above };
        match seal::revoked_key(&key, &self.lists) {
            Ok(Some((place, since))) => {
                let day = since.date_naive().to_string();
                Err(Problem::user(ProblemCode::KeyRevoked, self.files[place].as_str()).with(day))
            }
            _ => Ok(Box::new(key)),
        }
    }

    /// All of them.
    pub fn all(&self) -> &[RevocationList] {
        &self.lists
    }

    /// Authorities above services that stamp the time.
    pub fn services(&self) -> &[Vec<u8>] {
        &self.trusted.stamps
    }
}

fn list_of(der: &[u8], now: DateTime<Utc>) -> Result<RevocationList, Problem> {
    let list = RevocationList::read(der).map_err(|fault| match fault {
        ListFault::Unreadable => Problem::user(ProblemCode::NotAList, ""),
        ListFault::Unsupported => Problem::user(ProblemCode::ListUnfit, ""),
    })?;
    if list.until() < now {
        return Err(Problem::user(ProblemCode::ListOutdated, "").with(list.until().date_naive().to_string()));
    }
    Ok(list)
}

/// A key with more authorities above it than came with it.
struct Admitted {
    key: Key,
    above: Vec<Vec<u8>>,
}

impl SigningKey for Admitted {
    fn certificate(&self) -> &[u8] {
        self.key.certificate()
    }

    fn chain(&self) -> &[Vec<u8>] {
        &self.above
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        self.key.sign(message)
    }
}

/// What came of the lists for one stamped signature.
pub(super) enum Listed {
    /// Those that belong to it are in the form; whether that is all it takes.
    In { whole: bool, used: Vec<bool>, lacking: Vec<Lacking> },
    /// The form would not hold with them, and has none.
    Out,
}

impl Listed {
    /// Of a form that holds with them.
    pub fn of(kept: Kept, whole: bool) -> Self {
        Self::In { whole, used: kept.used, lacking: kept.lacking }
    }
}

/// What came of the lists so far.
#[derive(Default)]
pub(super) struct Tally {
    whole: u32,
    partly: u32,
    out: u32,
    used: BTreeSet<usize>,
    lacking: BTreeSet<Lacking>,
}

impl Tally {
    /// Counts a signature.
    pub fn count(&mut self, listed: Listed) {
        match listed {
            Listed::Out => self.out += 1,
            Listed::In { whole, used, lacking } => {
                *(if whole { &mut self.whole } else { &mut self.partly }) += 1;
                self.used.extend((0..).zip(used).filter_map(|(place, used)| used.then_some(place)));
                self.lacking.extend(lacking);
            }
        }
    }

    /// What is to be said of it.
    pub fn reply(self, lists: &Lists) -> ListReply {
        let stamped = self.whole + self.partly > 0;
        let used: BTreeSet<&String> = self.used.iter().filter_map(|place| lists.files.get(*place)).collect();
        let unused: BTreeSet<&String> = lists.files.iter().filter(|file| stamped && !used.contains(file)).collect();
        let (mut no_list, mut no_certificate) = (Vec::new(), Vec::new());
        for one in self.lacking {
            match one {
                Lacking::List(name) => no_list.push(name),
                Lacking::Certificate(name) => no_certificate.push(name),
            }
        }
        let unused = unused.into_iter().cloned().collect();
        ListReply { whole: self.whole, partly: self.partly, out: self.out, no_list, no_certificate, unused }
    }
}
