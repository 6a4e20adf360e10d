//! What is kept besides the domain's own types.

use crate::error::StoreError;
use chrono::NaiveDate;
use domain::conversation::Conversation;
use domain::dossier::Dossier;
use domain::evidence::DataPoint;
use domain::ids::{DataPointId, StudentNumber};
use domain::judgement::{EstablishedJudgement, Judgement};
use domain::student::{Statement, Student};
use domain::text::FilledText;
use domain::year::AcademicYear;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What a workspace is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// *Partnerschap*.
    pub partnership: String,
    /// *Studiejaar*.
    pub year: AcademicYear,
}

/// A judgement with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredJudgement {
    /// *Gelegenheid*, from 1.
    pub attempt: u8,
    /// Revision within the attempt, from 1.
    pub revision: u32,
    /// The judgement.
    pub state: Judgement,
    /// SHA-256 (hexadecimal) once established.
    pub hash: Option<String>,
}

/// The latest judgement of a student, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgementBrief {
    /// About whom.
    pub student: StudentNumber,
    /// *Gelegenheid*.
    pub attempt: u8,
    /// Whether it is established.
    pub established: bool,
    /// Whether its form is signed.
    pub signed: bool,
    /// Outcome, once established.
    pub outcome: Option<String>,
    /// SHA-256 (hexadecimal), once established.
    pub hash: Option<String>,
}

/// An established or replaced judgement with its form, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormBrief {
    /// About whom.
    pub student: StudentNumber,
    /// Name.
    pub name: String,
    /// *Gelegenheid*.
    pub attempt: u8,
    /// Revision within the attempt, from 1.
    pub revision: u32,
    /// Whether a revision is in force instead.
    pub replaced: bool,
    /// Outcome.
    pub outcome: String,
    /// SHA-256 of the judgement (hexadecimal).
    pub hash: String,
    /// ISO date.
    pub established_on: String,
    /// Its form without the bytes, once signed.
    pub form: Option<StoredForm>,
}

/// A data point as it is kept, not yet read: reading it needs no workspace, so it can be done on another core.
pub struct KeptPoint {
    pub(crate) body: String,
}

/// What is kept of one student for the table, not yet read; like a [`KeptPoint`], it can be read on another core.
pub struct KeptRow {
    /// The key.
    pub number: StudentNumber,
    /// The packed evidence (see [`crate::digest`]).
    pub packed: Vec<u8>,
    /// The latest judgement in short.
    pub brief: Option<JudgementBrief>,
    pub(crate) student: String,
    pub(crate) statements: Vec<String>,
}

impl KeptRow {
    /// Reads the student.
    pub fn student(&self) -> Result<Student, StoreError> {
        Ok(serde_json::from_str(&self.student)?)
    }

    /// Reads the statement that counts.
    pub fn statement(&self) -> Result<Option<Statement>, StoreError> {
        Ok(Statement::that_counts(read_all(&self.statements)?))
    }
}

/// The evidence of a dossier as it is kept, not yet read; like a [`KeptPoint`], it can be read on another core.
pub struct KeptDossier {
    pub(crate) statements: Vec<String>,
    pub(crate) datapoints: Vec<String>,
    pub(crate) conversations: Vec<String>,
}

impl KeptDossier {
    /// Reads it, as that of `student`.
    pub fn read(&self, student: Student) -> Result<Dossier, StoreError> {
        Ok(Dossier {
            student,
            statements: read_all(&self.statements)?,
            datapoints: read_all(&self.datapoints)?,
            conversations: read_all(&self.conversations)?,
        })
    }

    /// Its length as kept, in bytes: no less than that of its texts.
    pub fn length(&self) -> usize {
        [&self.statements, &self.datapoints, &self.conversations].into_iter().flatten().map(String::len).sum()
    }

    /// Reads all versions of the statement, in the order they came.
    pub fn statements(&self) -> Result<Vec<Statement>, StoreError> {
        read_all(&self.statements)
    }

    /// Reads what of the data points can be looked for.
    pub fn texts(&self) -> Result<Vec<PointText>, StoreError> {
        read_all(&self.datapoints)
    }

    /// Reads the conversations.
    pub fn conversations(&self) -> Result<Vec<Conversation>, StoreError> {
        read_all(&self.conversations)
    }
}

/// An established judgement as it is kept, not yet read; like a [`KeptPoint`], it can be read on another core.
pub struct KeptJudgement {
    pub(crate) body: String,
}

impl KeptJudgement {
    /// Reads it.
    pub fn read(&self) -> Result<EstablishedJudgement, StoreError> {
        Ok(serde_json::from_str(&self.body)?)
    }
}

/// Reads bodies as they are kept.
pub(crate) fn read_all<T: DeserializeOwned>(bodies: &[String]) -> Result<Vec<T>, StoreError> {
    bodies.iter().map(|body| Ok(serde_json::from_str(body)?)).collect()
}

/// What of a data point can be looked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PointText {
    /// Its key.
    pub id: DataPointId,
    /// Who says it.
    pub author: Option<FilledText>,
    /// When.
    pub date: NaiveDate,
    /// What was said.
    pub text: String,
}

impl KeptPoint {
    /// Reads it.
    pub fn read(&self) -> Result<DataPoint, StoreError> {
        Ok(serde_json::from_str(&self.body)?)
    }
}

/// A signed form as it went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredForm {
    /// The file.
    #[serde(skip)]
    pub pdf: Vec<u8>,
    /// Hash of the judgement it states.
    pub hash: String,
    /// Pages.
    pub pages: u32,
    /// Name of the signer.
    pub signer: String,
    /// Milliseconds since 1970, UTC.
    pub signed_at: i64,
    /// Where it was written.
    pub path: String,
    /// Level of its weakest signature: `B-B`, `B-T` or `B-LT`.
    #[serde(default = "lowest_level")]
    pub level: String,
    /// SHA-256 (hexadecimal) of the file; empty for a form kept by an older version.
    #[serde(default)]
    pub sha256: String,
    /// SHA-256 (hexadecimal) of the certificates it was signed with here, in the order of signing.
    #[serde(default)]
    pub certificates: Vec<String>,
    /// Name of the second signer, once there is one.
    #[serde(default)]
    pub second: Option<String>,
}

impl StoredForm {
    /// What there is to say of a form that nobody signed, where it is written.
    pub fn unsigned(path: &str) -> Self {
        let path = path.to_owned();
        let (pdf, certificates, second) = (Vec::new(), Vec::new(), None);
        let [hash, signer, level, sha256] = [const { String::new() }; 4];
        Self { pdf, hash, pages: 0, signer, signed_at: 0, path, level, sha256, certificates, second }
    }
}

fn lowest_level() -> String {
    "B-B".to_owned()
}

/// An original file as it was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256, hexadecimal.
    pub hash: String,
    /// Milliseconds since 1970, UTC.
    pub imported_at: i64,
    /// By whom.
    pub by: String,
    /// What it was taken for.
    pub kind: String,
}

/// An original file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileInfo {
    /// Its name.
    pub name: String,
    /// Milliseconds since 1970, UTC.
    pub imported_at: i64,
    /// By whom.
    pub by: String,
    /// What it was taken for.
    pub kind: String,
}

/// The signing identity of the workspace.
#[derive(Clone)]
pub struct StoredIdentity {
    /// Certificate, DER.
    pub certificate_der: Vec<u8>,
    /// Private key, PKCS#8; wiped from memory when dropped.
    pub pkcs8: Zeroizing<Vec<u8>>,
    /// Milliseconds since 1970, UTC.
    pub created_ms: i64,
}
