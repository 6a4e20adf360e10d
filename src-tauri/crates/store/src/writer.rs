//! Writing within one act: every change keeps what was there before, and the act ends in a journal entry.
//!
//! Promises: the packed evidence follows the data points within the same transaction; what an act changed is hashed
//! into its entry. A writer reads as well: it is what it has written so far.

use crate::act::{Act, Changed};
use crate::detail::{Detail, hash_of};
use crate::error::StoreError;
use crate::nouns::Noun;
use crate::reader::{Reader, sql};
use crate::records::{FileInfo, Meta, StoredFile, StoredForm, StoredIdentity};
use domain::conversation::Conversation;
use domain::evidence::DataPoint;
use domain::framework::WeightFramework;
use domain::ids::{ConversationId, DataPointId, StudentNumber};
use domain::journal::JournalEntry;
use domain::judgement::{DraftJudgement, EstablishedJudgement, Judgement};
use domain::mandate::Mandate;
use domain::student::{Statement, Student};
use domain::weights::WeightSet;
use domain::year::Calendar;
use rusqlite::Connection;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// Writes within one act.
pub struct Writer<'a> {
    reader: Reader<'a>,
    images: BTreeMap<(Noun, String, String), Image>,
    /// What is not kept as a noun (established judgements, forms, identities), by a name and a hash.
    facts: Vec<(String, String)>,
    changed: Changed,
    stale: BTreeSet<StudentNumber>,
    all_stale: bool,
}

/// What one key held before the act, and the hash of what it holds now.
struct Image {
    before: Option<String>,
    after_hash: Option<String>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn of(conn: &'a Connection) -> Self {
        Self {
            reader: Reader::of(conn),
            images: BTreeMap::new(),
            facts: Vec::new(),
            changed: Changed::default(),
            stale: BTreeSet::new(),
            all_stale: false,
        }
    }

    /// What the workspace is about.
    pub fn put_meta(&mut self, meta: &Meta) -> Result<(), StoreError> {
        self.all_stale = true;
        self.put(Noun::Setting, "meta", "", meta)
    }

    /// *Weegkader*. The evidence is packed anew only when sources or criteria stand elsewhere than before.
    pub fn put_framework(&mut self, framework: &WeightFramework) -> Result<(), StoreError> {
        let before: Option<WeightFramework> = self.parsed(Noun::Setting, "framework", "")?;
        self.all_stale |= before.is_none_or(|before| !before.same_places(framework));
        self.put(Noun::Setting, "framework", "", framework)
    }

    /// *Weging*.
    pub fn put_weights(&mut self, weights: &WeightSet) -> Result<(), StoreError> {
        self.put(Noun::Setting, "weights", "", weights)
    }

    /// Calendar of the year.
    pub fn put_calendar(&mut self, calendar: &Calendar) -> Result<(), StoreError> {
        self.put(Noun::Setting, "calendar", "", calendar)
    }

    /// A setting of the workspace: JSON under a name.
    pub fn put_setting(&mut self, name: &str, json: &str) -> Result<(), StoreError> {
        self.put_text(Noun::Setting, &format!("own:{name}"), "", Some(json))
    }

    /// Takes a setting of the workspace out.
    pub fn remove_setting(&mut self, name: &str) -> Result<(), StoreError> {
        self.put_text(Noun::Setting, &format!("own:{name}"), "", None)
    }

    /// *Mandaat*; another of the same holder and capacity is replaced.
    pub fn put_mandate(&mut self, mandate: &Mandate) -> Result<(), StoreError> {
        let capacity = format!("{:?}", mandate.capacity);
        self.put(Noun::Mandate, mandate.holder.as_str(), &capacity, mandate)
    }

    /// Takes a mandate out.
    pub fn remove_mandate(&mut self, mandate: &Mandate) -> Result<(), StoreError> {
        let capacity = format!("{:?}", mandate.capacity);
        self.put_text(Noun::Mandate, mandate.holder.as_str(), &capacity, None)
    }

    /// A student, new or changed.
    pub fn put_student(&mut self, student: &Student) -> Result<(), StoreError> {
        self.stale.insert(student.number.clone());
        self.put(Noun::Student, student.number.as_str(), "", student)
    }

    /// A version of the statement, after the ones there are.
    pub fn put_statement(&mut self, number: &StudentNumber, statement: &Statement) -> Result<(), StoreError> {
        let last: Option<String> =
            self.conn.prepare_cached(sql!("statement/last"))?.query_row([number.as_str()], |row| row.get(0))?;
        let last: u32 = last.and_then(|place| place.parse().ok()).unwrap_or(0);
        self.put(Noun::Statement, number.as_str(), &format!("{:06}", last + 1), statement)
    }

    /// A data point, new or changed.
    pub fn put_datapoint(&mut self, number: &StudentNumber, datapoint: &DataPoint) -> Result<(), StoreError> {
        self.stale.insert(number.clone());
        self.put(Noun::Datapoint, number.as_str(), datapoint.id.as_str(), datapoint)
    }

    /// Takes a data point out.
    pub fn remove_datapoint(&mut self, number: &StudentNumber, id: &DataPointId) -> Result<(), StoreError> {
        self.stale.insert(number.clone());
        self.put_text(Noun::Datapoint, number.as_str(), id.as_str(), None)
    }

    /// A conversation, new or changed.
    pub fn put_conversation(&mut self, number: &StudentNumber, said: &Conversation) -> Result<(), StoreError> {
        self.put(Noun::Conversation, number.as_str(), said.id.as_str(), said)
    }

    /// Takes a conversation out.
    pub fn remove_conversation(&mut self, number: &StudentNumber, id: &ConversationId) -> Result<(), StoreError> {
        self.put_text(Noun::Conversation, number.as_str(), id.as_str(), None)
    }

    /// Keeps a draft: the one in the making, or a new attempt or revision. `Established` when the attempt is
    /// established and the draft replaces nothing.
    pub fn put_draft(&mut self, draft: &DraftJudgement) -> Result<(), StoreError> {
        let latest = self.judgement(&draft.student, draft.attempt)?;
        let revision = match latest.map(|stored| (stored.revision, stored.state)) {
            None => 1,
            Some((revision, Judgement::Draft(_))) => revision,
            Some((revision, Judgement::Established(_))) if draft.replaces.is_some() => revision + 1,
            Some((_, Judgement::Established(_) | Judgement::Replaced(_))) => return Err(StoreError::Established),
        };
        self.put(Noun::Draft, draft.student.as_str(), &format!("{}.{revision}", draft.attempt), draft)
    }

    /// Takes the draft out that is in the making; `Established` when it is none any more.
    pub fn remove_draft(&mut self, draft: &DraftJudgement) -> Result<(), StoreError> {
        match self.judgement(&draft.student, draft.attempt)?.map(|stored| (stored.revision, stored.state)) {
            Some((revision, Judgement::Draft(_))) => {
                self.put_text(Noun::Draft, draft.student.as_str(), &format!("{}.{revision}", draft.attempt), None)
            }
            Some(_) | None => Err(StoreError::Established),
        }
    }

    /// Turns the draft of its attempt into an established judgement.
    pub fn put_established(&mut self, judgement: &EstablishedJudgement, hash: &str) -> Result<(), StoreError> {
        let words = judgement.words();
        let draft = self.judgement(&words.student, words.attempt)?;
        let revision = match draft.map(|stored| (stored.revision, stored.state)) {
            Some((revision, Judgement::Draft(_))) => revision,
            Some(_) => return Err(StoreError::Established),
            None => {
                self.put_draft(words)?;
                1
            }
        };
        let body = serde_json::to_string(judgement)?;
        let number = words.student.as_str();
        self.conn.prepare_cached(sql!("judgement/establish"))?.execute((
            number,
            words.attempt,
            revision,
            hash,
            judgement.outcome(),
            body,
        ))?;
        self.fact(number, &format!("judgement:{number}:{}.{revision}", words.attempt), hash);
        Ok(())
    }

    /// Puts the established judgement with `hash` aside for the one with hash `by`.
    pub fn replace(&mut self, number: &StudentNumber, attempt: u8, hash: &str, by: &str) -> Result<(), StoreError> {
        let mut query = self.conn.prepare_cached(sql!("judgement/replace"))?;
        if query.execute((number.as_str(), attempt, hash, by))? != 1 {
            return Err(StoreError::Established);
        }
        drop(query);
        self.fact(number.as_str(), &format!("replaced:{hash}"), by);
        Ok(())
    }

    /// Keeps a signed form; one with a second signature is kept beside the form as it was.
    pub fn put_form(
        &mut self,
        number: &StudentNumber,
        attempt: u8,
        revision: u32,
        form: &StoredForm,
    ) -> Result<(), StoreError> {
        let (kind, sql) = match form.second {
            None => ("form", sql!("form/put")),
            Some(_) => ("second", sql!("form/second")),
        };
        let body = serde_json::to_string(form)?;
        self.conn.prepare_cached(sql)?.execute((number.as_str(), attempt, revision, body, &form.pdf))?;
        self.fact(number.as_str(), &format!("{kind}:{number}:{attempt}.{revision}"), &hash_of(&form.pdf));
        Ok(())
    }

    /// Keeps an original file.
    pub fn put_file(&mut self, file: &StoredFile) -> Result<(), StoreError> {
        self.conn.prepare_cached(sql!("content/put"))?.execute((&file.hash, &file.bytes))?;
        let info = FileInfo {
            name: file.name.clone(),
            imported_at: file.imported_at,
            by: file.by.clone(),
            kind: file.kind.clone(),
        };
        self.put(Noun::File, &file.hash, "", &info)
    }

    /// Remembers which data point a row of a file became.
    pub fn put_row_key(&mut self, key: &str, number: &StudentNumber, id: &DataPointId) -> Result<(), StoreError> {
        self.put(Noun::RowKey, key, "", &(number, id))
    }

    /// Keeps a signing identity.
    pub fn put_identity(&mut self, identity: &StoredIdentity) -> Result<(), StoreError> {
        self.conn.prepare_cached(sql!("identity/put"))?.execute((
            &identity.certificate_der,
            &*identity.pkcs8,
            identity.created_ms,
        ))?;
        self.fact("", "identity", &hash_of(&identity.certificate_der));
        Ok(())
    }

    /// Trusts a certificate (DER).
    pub fn put_trusted(&mut self, certificate: &[u8]) -> Result<(), StoreError> {
        let digits: String = certificate.iter().map(|byte| format!("{byte:02x}")).collect();
        self.put_text(Noun::Trusted, &hash_of(certificate), "", Some(&digits))
    }

    /// Trusts a certificate no longer, by its fingerprint.
    pub fn remove_trusted(&mut self, fingerprint: &str) -> Result<(), StoreError> {
        self.put_text(Noun::Trusted, fingerprint, "", None)
    }

    fn put(&mut self, noun: Noun, owner: &str, item: &str, value: &impl Serialize) -> Result<(), StoreError> {
        let body = serde_json::to_string(value)?;
        self.put_text(noun, owner, item, Some(&body))
    }

    /// Writes a body, or takes it out, remembering what was there before the act.
    pub(crate) fn put_text(
        &mut self,
        noun: Noun,
        owner: &str,
        item: &str,
        body: Option<&str>,
    ) -> Result<(), StoreError> {
        let queries = noun.queries();
        // Much of what is written in bulk is new: only what is not is looked up first.
        let before = match body {
            Some(body) if self.conn.prepare_cached(queries.add)?.execute((owner, item, body))? == 1 => None,
            _ => {
                let before = self.body(noun, owner, item)?;
                match body {
                    Some(body) => self.conn.prepare_cached(queries.change)?.execute((owner, item, body))?,
                    None => self.conn.prepare_cached(queries.remove)?.execute((owner, item))?,
                };
                before
            }
        };
        let fresh = before.is_none();
        let after_hash = body.map(|body| hash_of(body.as_bytes()));
        let key = (noun, owner.to_owned(), item.to_owned());
        self.images.entry(key).or_insert(Image { before, after_hash: None }).after_hash = after_hash;
        // A revision or a new attempt is weighed by what is there now, an established judgement by what it stands on: which
        // of both holds changes when a draft comes or goes. The first draft of all changes nothing.
        if noun == Noun::Draft && item != "1.1" && (body.is_none() || fresh) {
            self.stale.extend(StudentNumber::new(owner));
        }
        self.changed.roster |= noun == Noun::Student;
        if noun.of_student() {
            self.touch(owner);
        } else {
            self.changed.frame = true;
        }
        Ok(())
    }

    pub(crate) fn stale(&mut self, number: StudentNumber) {
        self.stale.insert(number);
    }

    pub(crate) fn stale_all(&mut self) {
        self.all_stale = true;
    }

    fn fact(&mut self, number: &str, name: &str, hash: &str) {
        self.touch(number);
        self.facts.push((name.to_owned(), hash.to_owned()));
    }

    fn touch(&mut self, number: &str) {
        if let Ok(number) = StudentNumber::new(number) {
            self.changed.students.insert(number);
        }
    }

    /// Brings the packed evidence up to date and writes the journal entry.
    pub(crate) fn finish(mut self, act: &Act, undoes: Option<u64>) -> Result<(u64, Changed), StoreError> {
        // Students that went are among the stale ones, also when everything is packed anew: their digests go with them.
        let mut stale = std::mem::take(&mut self.stale);
        if self.all_stale {
            stale.extend(self.students()?.into_iter().map(|student| student.number));
        }
        self.digest_of(stale)?;
        let head = self.checkpoint()?;
        let mut entry = JournalEntry {
            seq: head.seq + 1,
            at: act.at,
            actor: act.actor.clone(),
            act: act.code.to_owned(),
            subject: act.subject.clone(),
            reason: act.reason.clone(),
            detail_hash: self.detail_hash(),
            previous: head.hash,
            hash: String::new(),
        };
        entry.hash = hash_of(&entry.preimage());
        self.conn.prepare_cached(sql!("journal/add"))?.execute((
            entry.seq,
            entry.at,
            &entry.actor,
            &entry.act,
            &entry.subject,
            &entry.reason,
            &entry.detail_hash,
            &entry.previous,
            &entry.hash,
            i64::from(act.undoable),
            undoes,
        ))?;
        let mut add = self.conn.prepare_cached(sql!("change/add"))?;
        let images = self.images.iter().map(|((noun, owner, item), image)| {
            (noun.queries().name, owner, item, image.before.as_deref(), image.after_hash.as_deref())
        });
        let empty = String::new();
        let facts = self.facts.iter().map(|(name, hash)| ("fact", name, &empty, None, Some(hash.as_str())));
        for (place, (noun, owner, item, before, after)) in (1i64..).zip(images.chain(facts)) {
            add.execute((entry.seq, place, noun, owner, item, before, after))?;
        }
        drop(add);
        Ok((entry.seq, self.changed))
    }

    fn detail_hash(&self) -> String {
        let mut detail = Detail::new();
        for ((noun, owner, item), image) in &self.images {
            detail.add(noun.queries().name, owner, item, image.before.as_deref(), image.after_hash.as_deref());
        }
        for (name, hash) in &self.facts {
            detail.add("fact", name, "", None, Some(hash));
        }
        detail.finish()
    }
}
