//! *Logboek*.

use super::desk::AnswerCode;
use super::kader::VersionPair;
use super::searching::TextPiece;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One act, as it stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JournalLine {
    /// Place, from 1.
    pub seq: u32,
    /// ISO date and time, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Code of the act.
    pub act: String,
    /// On what.
    pub subject: String,
    /// Why; may be empty.
    pub reason: String,
    /// Hash of the entry.
    pub hash: String,
}

/// Which entries are shown; what is empty or null asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JournalFilter {
    /// Number of a student whose dossier they touched.
    pub student: String,
    /// Code of the act.
    pub act: String,
    /// Who acted.
    pub actor: String,
    /// From this moment on: ISO date and time, UTC.
    pub since: Option<String>,
    /// Before this moment.
    pub before: Option<String>,
}

/// Part of the entries asked for, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JournalPage {
    /// How many entries there are in all.
    pub total: u32,
    /// Place of the first of `rows`, from 0.
    pub from: u32,
    /// Entries.
    pub rows: Vec<JournalRow>,
}

/// One act, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JournalRow {
    /// Place, from 1.
    pub seq: u32,
    /// ISO date and time, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Code of the act.
    pub act: String,
    /// Of an act that takes back or does again: the code of that other act.
    pub other: Option<String>,
    /// On what: a student number, the name of a file; may be empty.
    pub subject: String,
    /// Which part of the subject (`K3`, `K3:drama:werkplek`); may be empty.
    pub place: String,
    /// Name of the student, when the subject is one.
    pub name: Option<String>,
    /// Why; may be empty.
    pub reason: String,
    /// Hash of the entry.
    pub hash: String,
}

/// What can be chosen to filter by, with how many entries each has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JournalChoices {
    /// Codes of acts.
    pub acts: Vec<JournalChoice>,
    /// Names of who acted.
    pub actors: Vec<JournalChoice>,
}

/// One thing to filter by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JournalChoice {
    /// What.
    pub value: String,
    /// Entries.
    pub count: u32,
}

/// Whether the chain of the journal holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum ChainState {
    /// It holds as far as it was recomputed; ask again to go on.
    Walking {
        /// Entries that hold.
        done: u32,
        /// Entries in all.
        of: u32,
    },
    /// All of it holds.
    Holds {
        /// Entries.
        of: u32,
    },
    /// Something was changed or taken out.
    Broken {
        /// The first entry that does not hold.
        at: u32,
    },
}

/// How a journal is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum JournalFormat {
    /// Semicolons, UTF-8 with its mark, as a Dutch spreadsheet reads it.
    Csv,
    /// JSON with every field the hashes are taken over.
    Json,
}

/// One entry with what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JournalDetail {
    /// The entry.
    pub row: JournalRow,
    /// Hash of the entry before.
    pub previous: String,
    /// Place of the entry that it takes back or does again.
    pub undoes: Option<u32>,
    /// What it changed.
    pub differences: Vec<Difference>,
    /// The framework before and after, when it put another in its place.
    pub framework: Option<VersionPair>,
    /// Things it changed that are not listed.
    pub more: u32,
}

/// One difference, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Name of the student it concerns, or the number when the name is not known; null when it concerns none.
    pub student: Option<String>,
    /// The data point it stands in, if any.
    pub point: Option<PointName>,
    /// What differs.
    pub thing: Thing,
    /// Which of them: a criterion, a source, `K3:werkplek:drama`, a name; may be empty.
    pub place: String,
    /// The passage it is about, if any.
    pub passage: Option<String>,
    /// What it was; null when it was not there.
    pub before: Option<ThingValue>,
    /// What it became; null when it is not there any more.
    pub after: Option<ThingValue>,
}

/// By what a data point is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PointName {
    /// Key of the source.
    pub source: String,
    /// Author; empty when unknown.
    pub author: String,
    /// ISO date.
    pub date: String,
}

/// What can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Thing {
    /// A whole data point, by its text.
    Point,
    /// Its text.
    PointText,
    /// Its source.
    PointSource,
    /// Its author.
    PointAuthor,
    /// The author's role.
    PointRole,
    /// Its date.
    PointDate,
    /// Its moment.
    PointMoment,
    /// Its quadrant.
    PointQuadrant,
    /// Whether it is established.
    PointEstablished,
    /// *Duiding* on a criterion.
    Indication,
    /// *Gesprek*: which of the four.
    ConversationKind,
    /// *Gesprek*: its day.
    ConversationDate,
    /// *Gesprek*: who took part.
    ConversationParticipants,
    /// *Gesprek*: the leervragen.
    ConversationQuestions,
    /// *Gesprek*: notes.
    ConversationNotes,
    /// *Uitspraak*: kan.
    StatementKan,
    /// *Uitspraak*: wil.
    StatementWil,
    /// *Uitspraak*: its argument.
    StatementText,
    /// *Oordeel*: the outcome chosen.
    Outcome,
    /// *Onderbouwing* of the whole.
    Rationale,
    /// *Onderbouwing* of a criterion.
    CriterionRationale,
    /// *Citaat* with a criterion.
    Citation,
    /// Answer to a discrepancy.
    DiscrepancyAnswer,
    /// Saturation: whether there is enough.
    SaturationEnough,
    /// Saturation: why.
    SaturationWhy,
    /// *Feedforward*.
    Feedforward,
    /// *Beredeneerd afwijken*.
    Deviation,
    /// A draft without words yet.
    Draft,
    /// Reason of a revision.
    RevisionReason,
    /// A judgement was established; the hash.
    Established,
    /// A judgement was put aside.
    Replaced,
    /// A form was signed; the hash.
    Form,
    /// A certificate was made or trusted.
    Certificate,
    /// A student, by name.
    Student,
    /// Name.
    StudentName,
    /// *Opleiding*.
    StudentProgramme,
    /// *Vak*.
    StudentSubject,
    /// Mail address.
    StudentEmail,
    /// Portfolio.
    StudentPortfolio,
    /// School.
    StudentSchool,
    /// *Vak stageplaats*.
    StudentPlacementSubject,
    /// *Werkplekbegeleider*.
    StudentMentor,
    /// *Schoolopleider*.
    StudentSchoolEducator,
    /// Standing on another learning outcome.
    StudentStanding,
    /// When that standing was reached.
    StudentStandingDate,
    /// A mandate, by its capacity.
    Mandate,
    /// By whom it was granted.
    MandateGrantedBy,
    /// Its first day.
    MandateFrom,
    /// Its last day.
    MandateUntil,
    /// The first *weegkader*: its name and version.
    Framework,
    /// Agreed weight of a source.
    Weight,
    /// Whether a source is not used.
    Unused,
    /// Why these weights.
    WeightsReason,
    /// Since when they are frozen.
    Frozen,
    /// A date of the calendar of the year.
    Calendar,
    /// Partnership and year.
    Meta,
    /// A file that was brought in.
    File,
    /// A setting or something that this version has no words for.
    Other,
}

/// A value, before or after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "camelCase")]
pub enum ThingValue {
    /// Words of a person or a name; what differs from the other side is marked.
    Words {
        /// The words.
        pieces: Vec<TextPiece>,
        /// Whether words before the first piece are left out.
        cut: bool,
    },
    /// A level by its name; null is *niet waargenomen*.
    Level {
        /// The name.
        name: Option<String>,
    },
    /// Yes or no.
    YesNo {
        /// Which.
        yes: bool,
    },
    /// The student's answer.
    Answer {
        /// Which.
        answer: AnswerCode,
    },
    /// Per cents.
    PerCent {
        /// How many.
        value: u8,
    },
    /// ISO date.
    Day {
        /// Which.
        day: String,
    },
    /// A code: a source, a moment, a quadrant, a capacity, a hash.
    Code {
        /// Which.
        code: String,
    },
    /// It is there; what it holds has no words.
    There,
}
