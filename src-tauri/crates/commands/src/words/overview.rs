//! The words of the overview (`export … xlsx`), in Dutch and English.

use super::Tongue;
use crate::api::{AnswerCode, DossierState, MetCode, StanceCode};

/// What the overview says in one language.
pub(crate) struct OverviewWords {
    /// Name of the sheet.
    pub sheet: &'static str,
    /// Headings before those of the sources and criteria.
    pub before: [&'static str; 6],
    /// Headings after them.
    pub after: [&'static str; 8],
    /// Absent by design.
    pub unused: &'static str,
    /// Expected and not there.
    pub missing: &'static str,
    /// Only there unestablished.
    pub waiting: &'static str,
    /// Nothing said yet.
    pub none: &'static str,
    tongue: Tongue,
}

impl OverviewWords {
    /// Those of a language.
    pub fn of(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Dutch => Self {
                sheet: "Overzicht",
                before: ["Studentnummer", "Naam", "Vak", "School", "Uitspraak: kan", "Uitspraak: wil"],
                after: [
                    "VRAAK",
                    "Open tegenspraak",
                    "Stand",
                    "Deadline",
                    "Te laat",
                    "Gelegenheid",
                    "Uitkomst",
                    "Hash van het oordeel",
                ],
                unused: "bewust niet ingezet",
                missing: "ontbreekt",
                waiting: "nog niet vastgesteld",
                none: "nog geen",
                tongue,
            },
            Tongue::English => Self {
                sheet: "Overview",
                before: ["Student number", "Name", "Subject", "School", "Statement: can", "Statement: wants to"],
                after: [
                    "VRAAK",
                    "Open discrepancies",
                    "State",
                    "Deadline",
                    "Overdue",
                    "Attempt",
                    "Outcome",
                    "Hash of the judgement",
                ],
                unused: "not used, by design",
                missing: "missing",
                waiting: "not established yet",
                none: "none yet",
                tongue,
            },
        }
    }

    /// Where a criterion stands.
    pub fn stance(&self, stance: StanceCode) -> &'static str {
        match (self.tongue, stance) {
            (Tongue::Dutch, StanceCode::Above) => "op of boven de norm",
            (Tongue::Dutch, StanceCode::Below) => "onder de norm",
            (Tongue::Dutch, StanceCode::Depends) => "hangt af van de weging",
            (Tongue::Dutch, StanceCode::Incomplete) => "nog onvolledig",
            (Tongue::English, StanceCode::Above) => "at or above the norm",
            (Tongue::English, StanceCode::Below) => "below the norm",
            (Tongue::English, StanceCode::Depends) => "depends on the weighting",
            (Tongue::English, StanceCode::Incomplete) => "not yet complete",
        }
    }

    /// State of a dossier.
    pub fn state(&self, state: DossierState) -> &'static str {
        match (self.tongue, state) {
            (Tongue::Dutch, DossierState::EvidenceMissing) => "bewijs ontbreekt",
            (Tongue::Dutch, DossierState::Weighing) => "in weging",
            (Tongue::Dutch, DossierState::Substantiated) => "onderbouwd",
            (Tongue::Dutch, DossierState::ToSign) => "te ondertekenen",
            (Tongue::Dutch, DossierState::Signed) => "ondertekend",
            (Tongue::English, DossierState::EvidenceMissing) => "evidence missing",
            (Tongue::English, DossierState::Weighing) => "being weighed",
            (Tongue::English, DossierState::Substantiated) => "substantiated",
            (Tongue::English, DossierState::ToSign) => "to be signed",
            (Tongue::English, DossierState::Signed) => "signed",
        }
    }

    /// The student's answer.
    pub fn answer(&self, answer: AnswerCode) -> &'static str {
        match (self.tongue, answer) {
            (Tongue::Dutch, AnswerCode::Ja) => "ja",
            (Tongue::Dutch, AnswerCode::Nee) => "nee",
            (Tongue::Dutch, AnswerCode::Twijfel) => "twijfel",
            (Tongue::English, AnswerCode::Ja) => "yes",
            (Tongue::English, AnswerCode::Nee) => "no",
            (Tongue::English, AnswerCode::Twijfel) => "in doubt",
        }
    }

    /// VRAAK in one cell: what is not met, by its letter's name.
    pub fn vraak(&self, mets: &[MetCode]) -> String {
        let names = ["variatie", "relevantie", "authenticiteit", "actualiteit", "kwantiteit"];
        let lacking: Vec<String> = names
            .iter()
            .zip(mets)
            .filter_map(|(name, met)| match (self.tongue, met) {
                (_, MetCode::Met) => None,
                (Tongue::Dutch, MetCode::Attention) => Some(format!("{name} vraagt aandacht")),
                (Tongue::Dutch, MetCode::NotMet) => Some(format!("{name} niet voldaan")),
                (Tongue::English, MetCode::Attention) => Some(format!("{name} needs attention")),
                (Tongue::English, MetCode::NotMet) => Some(format!("{name} not met")),
            })
            .collect();
        match (lacking.is_empty(), self.tongue) {
            (true, Tongue::Dutch) => "voldaan".to_owned(),
            (true, Tongue::English) => "met".to_owned(),
            (false, _) => lacking.join("; "),
        }
    }

    /// Whether a day has passed.
    pub fn overdue(&self, overdue: bool) -> &'static str {
        match (self.tongue, overdue) {
            (_, false) => "",
            (Tongue::Dutch, true) => "te laat",
            (Tongue::English, true) => "overdue",
        }
    }
}
