//! *Zoeken*: students, evidence, *uitspraken* and *leervragen*, from an index in memory that follows every act.
//!
//! Promises: the index is made at the first search, a part at a time, so that nothing else has to wait for it; passages
//! come from the workspace, never from the index; it goes when the workspace is closed. Deliberately absent: anything
//! written to disk.

use crate::api::*;
use crate::dossier::count;
use crate::workbench::Workbench;
use chrono::{Datelike, NaiveDate};
use domain::conversation::Conversation;
use domain::ids::{ConversationId, DataPointId, StudentNumber};
use domain::student::Student;
use domain::text::FilledText;
use search::{Hit, Index, Owner, Piece, Query};
use std::collections::{BTreeSet, HashMap};
use std::sync::mpsc;
use store::{KeptDossier, Reader, StoreError};

/// Evidence read in one go, in bytes as kept: some tens of milliseconds.
const PART: usize = 6_000_000;
/// Dossiers underway between the core that reads and the one that folds.
const UNDERWAY: usize = 64;

/// What was read ahead, and of whom it is to be read.
#[derive(Default)]
pub(crate) struct Searching {
    index: Index,
    stale: BTreeSet<StudentNumber>,
    students: u32,
    /// The act after which it was last asked who changed.
    read_at: u64,
}

impl Searching {
    /// Everyone can be found by name at once; what was said is to be read.
    fn begin(reader: &Reader<'_>) -> Result<Self, StoreError> {
        let mut searching = Self::default();
        for student in reader.students()? {
            searching.index.put(owner(&student));
            searching.stale.insert(student.number);
            searching.students += 1;
        }
        Ok(searching)
    }

    /// Reads a part of what is to be read: the workspace on this core, folding on another.
    fn read_on(&mut self, reader: &Reader<'_>) -> Result<(), StoreError> {
        let mut read = 0;
        let mut done = Vec::new();
        let folded = std::thread::scope(|scope| {
            let (send, receive) = mpsc::sync_channel::<(Student, KeptDossier)>(UNDERWAY);
            let folding = scope.spawn(move || receive.iter().map(|(of, kept)| with_texts(&of, &kept)).collect());
            for number in &self.stale {
                if read > PART {
                    break;
                }
                if let Some(student) = reader.student(number)? {
                    let kept = reader.kept_dossier(number)?;
                    read += kept.length();
                    if send.send((student, kept)).is_err() {
                        break;
                    }
                } else {
                    self.index.remove(number.as_str());
                }
                done.push(number.clone());
            }
            drop(send);
            folding.join().expect("BUG: folding does not panic")
        });
        let folded: Result<Vec<Owner>, StoreError> = folded;
        for owner in folded? {
            self.index.put(owner);
        }
        for number in done {
            self.stale.remove(&number);
        }
        Ok(())
    }

    fn reading(&self) -> Option<SearchReading> {
        let left = count(self.stale.len());
        let of = self.students.max(left);
        (left > 0).then(|| SearchReading { done: of - left, of })
    }
}

impl Workbench {
    /// Looks for students and passages; with an empty query, makes ready.
    pub fn search(&mut self, ask: &SearchAsk) -> Result<SearchReply, Problem> {
        let reader = self.store.reader();
        let searching = match &mut self.searching {
            Some(searching) => searching,
            none => none.insert(Searching::begin(&reader)?),
        };
        searching.stale.extend(self.store.touched_since(searching.read_at).students);
        searching.read_at = self.store.latest();
        if ask.evidence > 0 {
            searching.read_on(&reader)?;
        }
        let query = Query::new(&ask.query);
        let found = searching.index.find(&query, ask.students as usize, ask.evidence as usize);
        let mut students = Vec::with_capacity(found.owners.len());
        for number in &found.owners {
            students.extend(student(&reader, number)?.map(|student| student_found(&student, &query)));
        }
        let evidence = passages(&reader, &found.texts, &query)?;
        Ok(SearchReply {
            students,
            more_students: count(found.owners_total - found.owners.len()),
            more_evidence: if ask.evidence == 0 { 0 } else { count(found.texts_total - found.texts.len()) },
            evidence,
            reading: searching.reading(),
        })
    }

    /// Memory that the index takes, in bytes, and the number of data points in it: for measuring.
    pub fn search_size(&self) -> (usize, usize) {
        self.searching.as_ref().map_or((0, 0), |searching| (searching.index.bytes(), searching.index.texts()))
    }
}

fn owner(student: &Student) -> Owner {
    let placement = &student.placement;
    let head = [student.name.as_str(), student.number.as_str(), &placement.school, &student.subject];
    Owner::new(student.number.as_str(), &head)
}

/// What stands before a key in the index: where it was said.
const POINT: &str = "d";
const STATEMENT: &str = "u";
const CONVERSATION: &str = "g";

fn with_texts(student: &Student, kept: &KeptDossier) -> Result<Owner, StoreError> {
    let (points, statements) = (kept.texts()?, kept.statements()?);
    let asked: Vec<_> = kept.conversations()?.into_iter().map(|one| (questions(&one), one)).collect();
    let mut owner = owner(student);
    let texts = points.iter().map(|point| &point.text).chain(statements.iter().map(|one| &one.text));
    // What folds into more than it was is rare, and makes the buffer grow.
    owner.reserve(texts.chain(asked.iter().map(|(text, _)| text)).map(|text| text.len() + 48).sum());
    for point in &points {
        let author = point.author.as_ref().map_or("", |author| author.as_str());
        owner.add(&format!("{POINT}{}", point.id), point.date.num_days_from_ce(), author, &point.text);
    }
    for (version, statement) in statements.iter().enumerate() {
        owner.add(&format!("{STATEMENT}{version}"), statement.date.num_days_from_ce(), "", &statement.text);
    }
    for (text, conversation) in &asked {
        let key = format!("{CONVERSATION}{}", conversation.id);
        owner.add(&key, conversation.date.num_days_from_ce(), "", text);
    }
    Ok(owner)
}

/// The *leervragen* as one text, each on a line of its own.
fn questions(conversation: &Conversation) -> String {
    conversation.questions.iter().map(FilledText::as_str).collect::<Vec<_>>().join("\n")
}

fn student(reader: &Reader<'_>, number: &str) -> Result<Option<Student>, StoreError> {
    match StudentNumber::new(number) {
        Ok(number) => reader.student(&number),
        Err(_) => Ok(None),
    }
}

fn student_found(student: &Student, query: &Query) -> StudentFound {
    let about = [student.number.as_str(), &student.placement.school, &student.subject];
    StudentFound {
        number: student.number.to_string(),
        name: pieces(search::marked(student.name.as_str(), query)),
        about: about.iter().filter(|text| !text.is_empty()).map(|text| pieces(search::marked(text, query))).collect(),
    }
}

fn passages(reader: &Reader<'_>, hits: &[Hit], query: &Query) -> Result<Vec<EvidenceFound>, StoreError> {
    let mut names: HashMap<&str, String> = HashMap::new();
    let mut found = Vec::with_capacity(hits.len());
    for hit in hits {
        let Ok(number) = StudentNumber::new(&hit.owner) else { continue };
        let Some(said) = said(reader, &number, &hit.id)? else { continue };
        if !names.contains_key(hit.owner.as_str()) {
            let name = reader.student(&number)?.map(|student| student.name.to_string()).unwrap_or_default();
            names.insert(&hit.owner, name);
        }
        let passage = search::passage(&said.text, query);
        found.push(EvidenceFound {
            number: hit.owner.clone(),
            name: names[hit.owner.as_str()].clone(),
            said_in: said.place,
            id: hit.id[1..].to_owned(),
            source: said.source,
            author: pieces(search::marked(&said.author, query)),
            date: said.date.to_string(),
            passage: pieces(passage.pieces),
            cut: (passage.cut_before, passage.cut_after),
            excerpt: passage.span.map(|(start, end)| SpanView { start, end }),
        });
    }
    Ok(found)
}

/// A text as it was written, with where and when.
struct Said {
    place: SaidIn,
    source: String,
    author: String,
    date: NaiveDate,
    text: String,
}

fn said(reader: &Reader<'_>, number: &StudentNumber, key: &str) -> Result<Option<Said>, StoreError> {
    let (kind, id) = key.split_at(1);
    let nobody = |place, date, text| Said { place, source: String::new(), author: String::new(), date, text };
    Ok(match kind {
        STATEMENT => {
            let Ok(version) = id.parse() else { return Ok(None) };
            let found = reader.statements(number)?.into_iter().nth(version);
            found.map(|one| nobody(SaidIn::Statement, one.date, one.text))
        }
        CONVERSATION => {
            let Ok(id) = ConversationId::new(id) else { return Ok(None) };
            let found = reader.conversation(number, &id)?;
            found.map(|one| nobody(SaidIn::Conversation, one.date, questions(&one)))
        }
        _ => {
            let Ok(id) = DataPointId::new(id) else { return Ok(None) };
            reader.datapoint(number, &id)?.map(|point| Said {
                place: SaidIn::Datapoint,
                source: point.source.to_string(),
                author: point.author.map_or_else(String::new, |author| author.to_string()),
                date: point.date,
                text: point.text,
            })
        }
    })
}

fn pieces(pieces: Vec<Piece>) -> Vec<TextPiece> {
    pieces.into_iter().map(|Piece { text, hit }| TextPiece { text, hit }).collect()
}
