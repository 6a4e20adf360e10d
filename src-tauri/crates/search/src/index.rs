//! The index: for each owner one buffer of folded text, looked through from end to end.
//!
//! Promises: a query is answered from memory on all cores; an owner is replaced or taken out as a whole, so what is
//! found is what was last put; buffers are wiped when they go. Deliberately absent: the text as written, which the
//! caller has.

use crate::fold::{Query, fold_into};
use memchr::memmem::Finder;
use std::collections::HashMap;
use zeroize::Zeroizing;

/// Between texts: no folded text has it.
const END: char = '\0';
/// Between a text and its author.
const BY: char = '\u{1}';

/// Someone with texts: a head to be found by, and what was said.
pub struct Owner {
    key: String,
    /// Folded fields, each closed by [`END`].
    head: String,
    body: Zeroizing<String>,
    entries: Vec<Entry>,
}

struct Entry {
    id: Box<str>,
    /// Where its text ends in the body, and where its author does.
    text: u32,
    end: u32,
    day: i32,
}

impl Owner {
    /// An owner without texts. `head`: what it is found by, the most telling first.
    pub fn new(key: &str, head: &[&str]) -> Self {
        let mut folded = String::new();
        for field in head {
            fold_into(field, &mut folded);
            folded.push(END);
        }
        Self { key: key.to_owned(), head: folded, body: Zeroizing::default(), entries: Vec::new() }
    }

    /// Room for `bytes` of text, so that no copy is left behind by growing.
    pub fn reserve(&mut self, bytes: usize) {
        self.body.reserve_exact(bytes);
    }

    /// Adds a text. `day`: by which later ones come first.
    pub fn add(&mut self, id: &str, day: i32, author: &str, text: &str) {
        fold_into(text, &mut self.body);
        let text = place(self.body.len());
        self.body.push(BY);
        fold_into(author, &mut self.body);
        self.body.push(END);
        self.entries.push(Entry { id: id.into(), text, end: place(self.body.len()), day });
    }

    fn entry_at(&self, at: usize) -> usize {
        self.entries.partition_point(|entry| entry.end as usize <= at)
    }

    fn part(&self, entry: usize) -> &[u8] {
        let start = entry.checked_sub(1).map_or(0, |before| self.entries[before].end as usize);
        &self.body.as_bytes()[start..self.entries[entry].end as usize]
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).expect("BUG: the texts of one owner are smaller than 4 GB")
}

/// Everything that can be found.
#[derive(Default)]
pub struct Index {
    owners: Vec<Owner>,
    places: HashMap<String, usize>,
}

/// A text in which a query was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Whose.
    pub owner: String,
    /// Which.
    pub id: String,
}

/// What was found, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Keys of owners whose head has every word.
    pub owners: Vec<String>,
    /// How many there are in all.
    pub owners_total: usize,
    /// Texts that have every word, but for those that stand in their owner's head.
    pub texts: Vec<Hit>,
    /// How many there are in all.
    pub texts_total: usize,
}

/// One text found: its rank (less is better), owner and entry.
type Ranked = (u64, u32, u32);

impl Index {
    /// Puts an owner, in the place of the one with its key.
    pub fn put(&mut self, owner: Owner) {
        match self.places.get(&owner.key) {
            Some(at) => self.owners[*at] = owner,
            None => {
                self.places.insert(owner.key.clone(), self.owners.len());
                self.owners.push(owner);
            }
        }
    }

    /// Takes an owner out.
    pub fn remove(&mut self, key: &str) {
        if let Some(at) = self.places.remove(key) {
            self.owners.swap_remove(at);
            if let Some(moved) = self.owners.get(at) {
                self.places.insert(moved.key.clone(), at);
            }
        }
    }

    /// Number of texts.
    pub fn texts(&self) -> usize {
        self.owners.iter().map(|owner| owner.entries.len()).sum()
    }

    /// Memory it takes, in bytes, but for what the allocator adds.
    pub fn bytes(&self) -> usize {
        let of = |owner: &Owner| {
            let ids: usize = owner.entries.iter().map(|entry| entry.id.len()).sum();
            let entries = owner.entries.capacity() * size_of::<Entry>();
            owner.body.capacity()
                + owner.head.capacity()
                + 2 * owner.key.len()
                + entries
                + ids
                + size_of::<Owner>()
                + 48
        };
        self.owners.iter().map(of).sum()
    }

    /// Looks for `query`; answers at most so many owners and texts. Nothing for an empty query.
    pub fn find(&self, query: &Query, owners: usize, texts: usize) -> Found {
        if query.is_empty() {
            return Found::default();
        }
        let search = Search::of(query);
        let mut heads: Vec<(u8, &str, &str)> = self.owners.iter().filter_map(|owner| search.head(owner)).collect();
        let mut ranked = self.ranked(&search);
        let (owners_total, texts_total) = (heads.len(), ranked.len());
        heads.sort_unstable();
        heads.truncate(owners);
        if ranked.len() > texts && texts > 0 {
            ranked.select_nth_unstable(texts - 1);
        }
        ranked.truncate(texts);
        ranked.sort_unstable();
        let hit = |(_, owner, entry): Ranked| {
            let owner = &self.owners[owner as usize];
            Hit { owner: owner.key.clone(), id: owner.entries[entry as usize].id.to_string() }
        };
        Found {
            owners: heads.into_iter().map(|(_, _, key)| key.to_owned()).collect(),
            owners_total,
            texts: ranked.into_iter().map(hit).collect(),
            texts_total,
        }
    }

    /// Every text found, on all cores.
    fn ranked(&self, search: &Search<'_>) -> Vec<Ranked> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let part = self.owners.len().div_ceil(cores).max(64);
        let in_part = |(number, owners): (usize, &[Owner])| {
            let mut found = Vec::new();
            for (at, owner) in (number * part..).zip(owners) {
                search.texts(owner, u32::try_from(at).unwrap_or(u32::MAX), &mut found);
            }
            found
        };
        std::thread::scope(|scope| {
            let mut parts = self.owners.chunks(part).enumerate();
            let first = parts.next();
            let rest: Vec<_> = parts.map(|each| scope.spawn(move || in_part(each))).collect();
            let mut found = first.map(in_part).unwrap_or_default();
            for each in rest {
                found.extend(each.join().expect("BUG: looking does not panic"));
            }
            found
        })
    }
}

/// A query made ready.
struct Search<'a> {
    words: Vec<Finder<'a>>,
    many: bool,
}

impl<'a> Search<'a> {
    fn of(query: &'a Query) -> Self {
        Self { words: query.words().map(Finder::new).collect(), many: query.len() > 1 }
    }

    /// How well a head fits: its rank, the head to order by, and the key.
    fn head<'o>(&self, owner: &'o Owner) -> Option<(u8, &'o str, &'o str)> {
        let head = owner.head.as_bytes();
        // The first two fields tell: a name and a number.
        let telling = head.iter().enumerate().filter(|(_, byte)| **byte == 0).nth(1).map_or(head.len(), |(at, _)| at);
        let mut rank = 0;
        for word in &self.words {
            let at = word.find(head)?;
            let begins = word_begins(head, at);
            rank = rank.max(match (at < telling, begins) {
                (true, true) => 0,
                (true, false) => 1,
                (false, _) => 2,
            });
        }
        Some((rank, &owner.head, &owner.key))
    }

    fn texts(&self, owner: &Owner, number: u32, found: &mut Vec<Ranked>) {
        let body = owner.body.as_bytes();
        let mut in_head = vec![false; self.words.len()];
        if self.many {
            for (word, in_head) in self.words.iter().zip(&mut in_head) {
                *in_head = word.find(owner.head.as_bytes()).is_some();
                if !*in_head && word.find(body).is_none() {
                    return;
                }
            }
        }
        // Whoever has every word in the head is found by it; of the texts the rarest word is asked then.
        let lead = in_head.iter().position(|in_head| !in_head).unwrap_or(0);
        let mut from = 0;
        while let Some(at) = self.words[lead].find(&body[from..]).map(|at| at + from) {
            let entry = owner.entry_at(at);
            let part = owner.part(entry);
            let others = self.words.iter().zip(&in_head).enumerate().filter(|(place, _)| *place != lead);
            if others.into_iter().all(|(_, (word, in_head))| *in_head || word.find(part).is_some()) {
                found.push((rank(&owner.entries[entry], at, word_begins(body, at)), number, entry as u32));
            }
            from = owner.entries[entry].end as usize;
        }
    }
}

/// A word begun at a hit in the text comes before one in the middle, that before an author; then the latest first.
fn rank(entry: &Entry, at: usize, begins: bool) -> u64 {
    let class = match (at < entry.text as usize, begins) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => 2,
    };
    let age = i64::from(i32::MAX) - i64::from(entry.day);
    class << 40 | age.unsigned_abs()
}

/// Whether no letter or figure stands before the place.
fn word_begins(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !text[before].is_ascii_alphanumeric() && text[before] < 0x80)
}
