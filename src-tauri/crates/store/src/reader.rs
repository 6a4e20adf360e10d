//! Reading: domain types out, no SQL beyond this crate.
//!
//! Promises: one state of the workspace for as long as it is borrowed, for nobody can write meanwhile.

use crate::error::StoreError;
use crate::nouns::Noun;
use crate::records::{
    FileInfo, FormBrief, JudgementBrief, KeptDossier, KeptJudgement, KeptPoint, Meta, StoredFile, StoredForm,
    StoredIdentity, StoredJudgement, read_all,
};
use crate::table::order_of;
use domain::conversation::Conversation;
use domain::dossier::Dossier;
use domain::evidence::DataPoint;
use domain::framework::WeightFramework;
use domain::ids::{ConversationId, DataPointId, StudentNumber};
use domain::journal::{FIRST_PREVIOUS, JournalCheckpoint, JournalEntry};
use domain::judgement::{DraftJudgement, EstablishedJudgement, Judgement, ReplacedJudgement};
use domain::mandate::Mandate;
use domain::student::{Statement, Student};
use domain::weights::WeightSet;
use domain::year::Calendar;
use rusqlite::{Connection, OptionalExtension, Params, Row};
use serde::de::DeserializeOwned;

/// Reads the workspace.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

/// One query, its rows mapped; every failure of a row is a failure of the whole.
macro_rules! sql {
    ($name:literal) => {
        include_str!(concat!("sql/", $name, ".sql"))
    };
}
pub(crate) use sql;

impl<'a> Reader<'a> {
    pub(crate) fn of(conn: &'a Connection) -> Self {
        Self { conn }
    }

    /// The body kept under a noun's keys.
    pub(crate) fn body(&self, noun: Noun, owner: &str, item: &str) -> Result<Option<String>, StoreError> {
        let mut query = self.conn.prepare_cached(noun.queries().get)?;
        let found = match query.parameter_count() {
            1 => query.query_row([owner], |row| row.get(0)).optional()?,
            _ => query.query_row([owner, item], |row| row.get(0)).optional()?,
        };
        Ok(found)
    }

    pub(crate) fn parsed<T: DeserializeOwned>(
        &self,
        noun: Noun,
        owner: &str,
        item: &str,
    ) -> Result<Option<T>, StoreError> {
        self.body(noun, owner, item)?.map(|body| Ok(serde_json::from_str(&body)?)).transpose()
    }

    fn named<T: DeserializeOwned>(&self, name: &str) -> Result<T, StoreError> {
        self.parsed(Noun::Setting, name, "")?.ok_or(StoreError::Damaged)
    }

    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map(params, map)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn bodies<T: DeserializeOwned>(&self, sql: &str, params: impl Params) -> Result<Vec<T>, StoreError> {
        let bodies = self.rows(sql, params, |row| row.get::<_, String>(0))?;
        read_all(&bodies)
    }

    /// What the workspace is about.
    pub fn meta(&self) -> Result<Meta, StoreError> {
        self.named("meta")
    }

    /// *Weegkader*.
    pub fn framework(&self) -> Result<WeightFramework, StoreError> {
        self.named("framework")
    }

    /// *Weging*.
    pub fn weights(&self) -> Result<WeightSet, StoreError> {
        self.named("weights")
    }

    /// Calendar of the year.
    pub fn calendar(&self) -> Result<Calendar, StoreError> {
        self.named("calendar")
    }

    /// A setting of the workspace by name: JSON.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.body(Noun::Setting, &format!("own:{name}"), "")
    }

    /// *Mandaten*, by holder.
    pub fn mandates(&self) -> Result<Vec<Mandate>, StoreError> {
        self.bodies(sql!("mandate/all"), [])
    }

    /// Students by school, name and number, as Dutch names sort.
    pub fn students(&self) -> Result<Vec<Student>, StoreError> {
        let mut students: Vec<Student> = self.bodies(sql!("student/all"), [])?;
        students.sort_by_cached_key(|one| order_of(&one.placement.school, one.name.as_str(), one.number.as_str()));
        Ok(students)
    }

    /// One student.
    pub fn student(&self, number: &StudentNumber) -> Result<Option<Student>, StoreError> {
        self.parsed(Noun::Student, number.as_str(), "")
    }

    /// All versions of a student's statement, in the order they came.
    pub fn statements(&self, number: &StudentNumber) -> Result<Vec<Statement>, StoreError> {
        self.bodies(sql!("statement/of"), [number.as_str()])
    }

    /// A whole dossier.
    pub fn dossier(&self, number: &StudentNumber) -> Result<Option<Dossier>, StoreError> {
        let Some(student) = self.student(number)? else { return Ok(None) };
        Ok(Some(self.kept_dossier(number)?.read(student)?))
    }

    /// The evidence of a student as it is kept.
    pub fn kept_dossier(&self, number: &StudentNumber) -> Result<KeptDossier, StoreError> {
        let kept = |sql| self.rows(sql, [number.as_str()], |row| row.get::<_, String>(0));
        let statements = kept(sql!("statement/of"))?;
        let datapoints = kept(sql!("datapoint/of"))?;
        let conversations = kept(sql!("conversation/of"))?;
        Ok(KeptDossier { statements, datapoints, conversations })
    }

    /// One data point.
    pub fn datapoint(&self, number: &StudentNumber, id: &DataPointId) -> Result<Option<DataPoint>, StoreError> {
        self.parsed(Noun::Datapoint, number.as_str(), id.as_str())
    }

    /// One conversation.
    pub fn conversation(
        &self,
        number: &StudentNumber,
        id: &ConversationId,
    ) -> Result<Option<Conversation>, StoreError> {
        self.parsed(Noun::Conversation, number.as_str(), id.as_str())
    }

    /// The data points of a student as they are kept.
    pub fn kept_points(&self, number: &StudentNumber) -> Result<Vec<KeptPoint>, StoreError> {
        self.rows(sql!("datapoint/of"), [number.as_str()], |row| Ok(KeptPoint { body: row.get(0)? }))
    }

    /// Whether there is any evidence.
    pub fn has_evidence(&self) -> Result<bool, StoreError> {
        Ok(self.conn.prepare_cached(sql!("datapoint/any"))?.exists([])?)
    }

    /// The packed evidence of every student (see [`crate::digest`]), by number.
    pub fn digests(&self, mut each: impl FnMut(&StudentNumber, &[u8])) -> Result<(), StoreError> {
        let mut query = self.conn.prepare_cached(sql!("digest/all"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let number = student_number(row.get_ref(0)?.as_str().map_err(|_| StoreError::Damaged)?)?;
            each(&number, row.get_ref(1)?.as_blob().map_err(|_| StoreError::Damaged)?);
        }
        Ok(())
    }

    /// The latest revision of an attempt.
    pub fn judgement(&self, number: &StudentNumber, attempt: u8) -> Result<Option<StoredJudgement>, StoreError> {
        Ok(self.judgements(number)?.into_iter().rfind(|stored| stored.attempt == attempt))
    }

    /// The draft in the making of an attempt.
    pub fn draft(&self, number: &StudentNumber, attempt: u8) -> Result<Option<DraftJudgement>, StoreError> {
        let drafts = self.bodies(sql!("judgement/draft"), (number.as_str(), attempt))?;
        Ok(drafts.into_iter().next())
    }

    /// Every judgement of a student, oldest first.
    pub fn judgements(&self, number: &StudentNumber) -> Result<Vec<StoredJudgement>, StoreError> {
        let rows = self.rows(sql!("judgement/of"), [number.as_str()], judgement_row)?;
        rows.into_iter().map(judgement_of).collect()
    }

    /// The judgement with this hash.
    pub fn judgement_by_hash(&self, hash: &str) -> Result<Option<StoredJudgement>, StoreError> {
        let rows = self.rows(sql!("judgement/by_hash"), [hash], judgement_row)?;
        rows.into_iter().next().map(judgement_of).transpose()
    }

    /// The latest judgement of every student that has one, in short.
    pub fn judgement_states(&self) -> Result<Vec<JudgementBrief>, StoreError> {
        self.briefs(sql!("judgement/latest"), [])
    }

    pub(crate) fn briefs(&self, sql: &str, params: impl Params) -> Result<Vec<JudgementBrief>, StoreError> {
        let mut briefs: Vec<JudgementBrief> = Vec::new();
        let rows = self.rows(sql, params, |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, u8>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, Option<String>>(3)?,
                row.get::<_, Option<String>>(4)?,
                row.get::<_, i64>(5)? == 1,
            ))
        })?;
        for (number, attempt, state, outcome, hash, signed) in rows {
            let student = student_number(&number)?;
            let established = state == "established";
            let brief = JudgementBrief { student, attempt, established, signed, outcome, hash };
            match briefs.last_mut() {
                Some(last) if last.student == brief.student => *last = brief,
                _ => briefs.push(brief),
            }
        }
        Ok(briefs)
    }

    /// A judgement of which it is known that it was established, as it is kept.
    pub fn kept_judgement(
        &self,
        number: &StudentNumber,
        attempt: u8,
        revision: u32,
    ) -> Result<Option<KeptJudgement>, StoreError> {
        let body = self.body(Noun::Draft, number.as_str(), &format!("{attempt}.{revision}"))?;
        Ok(body.map(|body| KeptJudgement { body }))
    }

    /// The signed form of a judgement, with the second signature once there is one.
    pub fn form(&self, number: &StudentNumber, attempt: u8, revision: u32) -> Result<Option<StoredForm>, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("form/get"))?;
        let found = query
            .query_row((number.as_str(), attempt, revision), |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))
            .optional()?;
        found.map(|(body, pdf)| Ok(StoredForm { pdf, ..serde_json::from_str(&body)? })).transpose()
    }

    /// Every judgement that was established, with its form, by student number; read without what it stands on.
    pub fn form_briefs(&self) -> Result<Vec<FormBrief>, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("form/list"))?;
        let mut rows = query.query([])?;
        let mut briefs = Vec::new();
        while let Some(row) = rows.next()? {
            let form: Option<String> = row.get(8)?;
            briefs.push(FormBrief {
                student: student_number(&row.get::<_, String>(0)?)?,
                name: row.get(1)?,
                attempt: row.get(2)?,
                revision: row.get(3)?,
                replaced: row.get::<_, String>(4)? == "replaced",
                outcome: row.get(5)?,
                hash: row.get(6)?,
                established_on: row.get(7)?,
                form: form.map(|body| serde_json::from_str(&body)).transpose()?,
            });
        }
        Ok(briefs)
    }

    /// An original file with its bytes.
    pub fn file(&self, hash: &str) -> Result<Option<StoredFile>, StoreError> {
        let Some(info) = self.file_info(hash)? else { return Ok(None) };
        let bytes = self.conn.prepare_cached(sql!("content/get"))?.query_row([hash], |row| row.get(0))?;
        let FileInfo { name, imported_at, by, kind } = info;
        Ok(Some(StoredFile { name, bytes, hash: hash.to_owned(), imported_at, by, kind }))
    }

    /// An original file without its bytes.
    pub fn file_info(&self, hash: &str) -> Result<Option<FileInfo>, StoreError> {
        self.parsed(Noun::File, hash, "")
    }

    /// Whether this file was brought in.
    pub fn has_file(&self, hash: &str) -> Result<bool, StoreError> {
        Ok(self.body(Noun::File, hash, "")?.is_some())
    }

    /// The data point that a row of a file became.
    pub fn row_key(&self, key: &str) -> Result<Option<(StudentNumber, DataPointId)>, StoreError> {
        self.parsed(Noun::RowKey, key, "")
    }

    /// The signing identity, if it was made.
    pub fn identity(&self) -> Result<Option<StoredIdentity>, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("identity/get"))?;
        let found = query.query_row([], |row| {
            let pkcs8: Vec<u8> = row.get(1)?;
            Ok(StoredIdentity { certificate_der: row.get(0)?, pkcs8: pkcs8.into(), created_ms: row.get(2)? })
        });
        Ok(found.optional()?)
    }

    /// Certificates that are trusted besides the own one, DER.
    pub fn trusted(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        self.rows(sql!("trusted/all"), [], |row| row.get(0))
    }

    /// At most `limit` entries of the journal from `seq` on.
    pub fn journal(&self, seq: u64, limit: u64) -> Result<Vec<JournalEntry>, StoreError> {
        let (seq, limit) = (i64::try_from(seq).unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(i64::MAX));
        self.rows(sql!("journal/from"), [seq, limit], entry)
    }

    /// The entries about one subject.
    pub fn journal_of(&self, subject: &str) -> Result<Vec<JournalEntry>, StoreError> {
        self.rows(sql!("journal/of"), [subject], entry)
    }

    /// The head of the journal.
    pub fn checkpoint(&self) -> Result<JournalCheckpoint, StoreError> {
        let mut query = self.conn.prepare_cached(sql!("journal/head"))?;
        let head =
            query.query_row([], |row| Ok(JournalCheckpoint { seq: row.get(0)?, hash: row.get(1)? })).optional()?;
        Ok(head.unwrap_or_else(|| JournalCheckpoint { seq: 0, hash: FIRST_PREVIOUS.to_owned() }))
    }
}

pub(crate) fn entry(row: &Row<'_>) -> rusqlite::Result<JournalEntry> {
    Ok(JournalEntry {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        act: row.get(3)?,
        subject: row.get(4)?,
        reason: row.get(5)?,
        detail_hash: row.get(6)?,
        previous: row.get(7)?,
        hash: row.get(8)?,
    })
}

/// Attempt, revision, state, hash, replaced by, body.
type JudgementRow = (u8, u32, String, Option<String>, Option<String>, String);

fn judgement_row(row: &Row<'_>) -> rusqlite::Result<JudgementRow> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
}

fn judgement_of((attempt, revision, state, hash, by, body): JudgementRow) -> Result<StoredJudgement, StoreError> {
    let state = match (state.as_str(), by) {
        ("draft", None) => Judgement::Draft(serde_json::from_str(&body)?),
        ("established", None) => Judgement::Established(serde_json::from_str(&body)?),
        ("replaced", Some(by)) => {
            let judgement: EstablishedJudgement = serde_json::from_str(&body)?;
            Judgement::Replaced(Box::new(ReplacedJudgement { judgement, by }))
        }
        _ => return Err(StoreError::Damaged),
    };
    Ok(StoredJudgement { attempt, revision, state, hash })
}

fn student_number(text: &str) -> Result<StudentNumber, StoreError> {
    StudentNumber::new(text).map_err(|_| StoreError::Damaged)
}
