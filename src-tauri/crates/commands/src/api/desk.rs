//! *Dossiers*: the table.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The table with its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Desk {
    /// One row per student and attempt in force, ordered by school and name.
    pub rows: Vec<DeskRow>,
    /// Today, ISO date.
    pub today: String,
    /// The weeks of period 4 up to the last deadline: ISO date of each Monday.
    pub weeks: Vec<String>,
    /// When the work is due.
    pub due: DeadlinesView,
    /// The act it was read after: its place in the journal, 0 before the first since the workspace was opened.
    pub seq: u32,
}

/// The last day of each kind of work on a dossier, ISO dates; none before the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeadlinesView {
    /// What the sources say is there, established with the student.
    pub evidence: String,
    /// The student's statement is there.
    pub statement: String,
    /// The judgement is established.
    pub judgement: String,
    /// The form is signed.
    pub signature: String,
}

/// What changed in the table since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeskChanges {
    /// The rows that may have changed, as they are now.
    pub rows: Vec<DeskRow>,
    /// The act they were read after.
    pub seq: u32,
}

/// One dossier in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeskRow {
    /// *Studentnummer*.
    pub number: String,
    /// Name.
    pub name: String,
    /// *Vak*.
    pub subject: String,
    /// School.
    pub school: String,
    /// Counted data points per source, in the framework's order.
    pub sources: Vec<u32>,
    /// Data points per source that will count once they are established with the student; empty when there are none.
    pub waiting: Vec<u32>,
    /// The statement that counts.
    pub statement: Option<KanWil>,
    /// Stance per criterion, in order: `above`, `below`, `depends`, `incomplete`.
    pub stances: Vec<StanceCode>,
    /// How far each letter of VRAAK is met, in the order of [`LetterCode`].
    pub vraak: Vec<MetCode>,
    /// Number of discrepancies without an answer.
    pub open_discrepancies: u32,
    /// State of the dossier.
    pub state: DossierState,
    /// What comes next.
    pub next: NextStep,
    /// ISO date the next step is due.
    pub deadline: String,
    /// Whether that date has passed.
    pub overdue: bool,
    /// Outcome of the judgement in force.
    pub outcome: Option<String>,
}

/// The statement in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KanWil {
    /// `ja`, `nee`, `twijfel`.
    pub kan: AnswerCode,
    /// Idem.
    pub wil: AnswerCode,
}

/// The student's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum AnswerCode {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// In doubt.
    Twijfel,
}

/// Stance of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum StanceCode {
    /// *Nog onvolledig*.
    Incomplete,
    /// *Eenduidig op of boven de norm*.
    Above,
    /// *Eenduidig onder de norm*.
    Below,
    /// *Hangt af van de weging*.
    Depends,
}

/// The five letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum LetterCode {
    /// Variety.
    Variatie,
    /// Relevance.
    Relevantie,
    /// Authenticity.
    Authenticiteit,
    /// Timeliness.
    Actualiteit,
    /// Quantity.
    Kwantiteit,
}

/// How far a letter is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MetCode {
    /// Entirely.
    Met,
    /// In part.
    Attention,
    /// Not.
    NotMet,
}

/// State of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DossierState {
    /// *Bewijs ontbreekt*: a source that is expected has nothing.
    EvidenceMissing,
    /// *In weging*.
    Weighing,
    /// *Onderbouwd*: nothing but a mandate stands in the way of establishing.
    Substantiated,
    /// *Te ondertekenen*: established, not signed.
    ToSign,
    /// *Ondertekend*.
    Signed,
}

/// The next step, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "step", rename_all = "camelCase")]
pub enum NextStep {
    /// Ask for evidence of a source.
    RequestEvidence {
        /// Key of the source.
        source: String,
    },
    /// Establish with the student what a source said.
    EstablishEvidence {
        /// Key of the source.
        source: String,
    },
    /// Ask the student for the statement.
    RequestStatement,
    /// Answer a discrepancy.
    AnswerDiscrepancy {
        /// Key of the criterion.
        criterion: String,
    },
    /// Mark passages: nothing is said on a criterion yet.
    MarkPassages {
        /// Key of the criterion.
        criterion: String,
    },
    /// Write the judgement.
    Substantiate,
    /// *Voorleggen*: who has no mandate to establish proposes it to who has.
    Propose,
    /// Establish.
    Establish,
    /// Sign.
    Sign,
    /// Nothing.
    Done,
}
