//! The student, the placement and the standing on the four learning outcomes (rule R1).
//!
//! Promises: own subject and placement subject are two fields (the handreiking: not every first-year is placed in the
//! own subject). The statement is kept with all its versions; nothing here derives anything from it (rule R5).

use crate::ids::StudentNumber;
use crate::text::FilledText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::cmp::Reverse;

/// *Leeruitkomst* (LUK), the four of the handreiking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LearningOutcome {
    /// *Oriëntatie op het beroep*: the one judged in this app, in period 4.
    Beroep,
    /// *Oriëntatie op positief leerklimaat*: end of period 3, in the eindevaluatie.
    PositiefLeerklimaat,
    /// *Onderwijsactiviteit ontwerpen, uitvoeren en evalueren*: period 2 or 3.
    Onderwijsactiviteit,
    /// *Oriëntatie op de lerende*: periods 3 and 4 at the HAN.
    Lerende,
}

/// *Beroepsproduct*, the five types of Losse (2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProductType {
    /// Dissects an issue and gives insight.
    Analyse,
    /// Takes a stand on what to do.
    Advies,
    /// A plan of a product or intervention.
    Ontwerp,
    /// A made, usable product.
    Fabricaat,
    /// Professional behaviour toward people.
    Handeling,
}

impl LearningOutcome {
    /// All four, in the order of the handreiking.
    pub const ALL: [Self; 4] = [Self::Beroep, Self::PositiefLeerklimaat, Self::Onderwijsactiviteit, Self::Lerende];

    /// The product types by which it is shown (handreiking, table under uitgangspunt 4).
    pub fn product_types(self) -> &'static [ProductType] {
        match self {
            Self::Beroep => &[ProductType::Analyse],
            Self::PositiefLeerklimaat => &[ProductType::Handeling, ProductType::Analyse],
            Self::Onderwijsactiviteit => &[ProductType::Ontwerp],
            Self::Lerende => &[ProductType::Advies],
        }
    }

    /// The periods in which it is judged (handreiking, *Inleiding*).
    pub fn judged_in(self) -> &'static [crate::year::Period] {
        use crate::year::Period::{P2, P3, P4};
        match self {
            Self::Beroep => &[P4],
            Self::PositiefLeerklimaat => &[P3],
            Self::Onderwijsactiviteit => &[P2, P3],
            Self::Lerende => &[P3, P4],
        }
    }
}

/// *Plaatsing* on a school.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Placement {
    /// School.
    pub school: String,
    /// *Vak stageplaats*.
    pub subject: String,
    /// *Werkplekbegeleider*; empty when there is none.
    pub mentor: String,
    /// *Schoolopleider*.
    pub school_educator: String,
}

/// Standing on one of the other learning outcomes, as told by the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Which one.
    pub luk: LearningOutcome,
    /// In the words of the programme (`aangetoond`).
    pub status: String,
    /// When, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

impl Standing {
    /// Whether the programme's words say that the outcome is shown: they begin with *aangetoond*, *ruim aangetoond*,
    /// *behaald* or *voldaan*.
    pub fn shown(&self) -> bool {
        let words = self.status.trim().to_lowercase();
        ["aangetoond", "ruim aangetoond", "behaald", "voldaan"].iter().any(|start| words.starts_with(start))
    }
}

/// *Student*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Student {
    /// The key.
    pub number: StudentNumber,
    /// Full name.
    pub name: FilledText,
    /// *Opleiding*, with vt/dt.
    pub programme: String,
    /// Own subject (*vak*).
    pub subject: String,
    /// Mail address; empty when unknown. Used to match evidence, never printed.
    pub email: String,
    /// Address of the portfolio; empty when unknown.
    pub portfolio: String,
    /// Where the student learns.
    pub placement: Placement,
    /// Standing on the other three learning outcomes.
    pub standings: Vec<Standing>,
}

/// The student's own answer to one half of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// Yes.
    Ja,
    /// No. A well-argued no can meet the outcome (rule R5).
    Nee,
    /// In doubt.
    Twijfel,
}

/// *Uitspraak*: the student's answer to "kan en wil ik leraar worden". Earlier versions are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// When it was made.
    pub date: NaiveDate,
    /// "Kan ik leraar worden?"
    pub kan: Answer,
    /// "Wil ik leraar worden?"
    pub wil: Answer,
    /// The argument.
    pub text: String,
}

impl Statement {
    /// Of all versions, in the order they came, the one that counts: that of the latest date; of one date, the last
    /// that came.
    pub fn that_counts<S: Borrow<Self>>(versions: impl IntoIterator<Item = S>) -> Option<S> {
        versions.into_iter().max_by_key(|version| version.borrow().date)
    }

    /// The versions from the one that counts back to the earliest.
    pub fn latest_first(versions: &[Self]) -> Vec<&Self> {
        let mut found: Vec<&Self> = versions.iter().rev().collect();
        found.sort_by_key(|version| Reverse(version.date));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: u32, text: &str) -> Statement {
        let date = NaiveDate::from_ymd_opt(2025, 5, day).expect("BUG: a day");
        Statement { date, kan: Answer::Ja, wil: Answer::Ja, text: text.to_owned() }
    }

    #[test]
    fn the_statement_of_the_latest_date_counts_and_of_one_date_the_last_that_came() {
        let versions = [on(20, "eerst"), on(28, "later"), on(28, "nog eens"), on(3, "nagekomen")];
        let counts = Statement::that_counts(&versions).map(|version| version.text.as_str());
        assert_eq!(counts, Some("nog eens"));
        assert_eq!(Statement::that_counts(versions.to_vec()), Some(on(28, "nog eens")), "owned as well as borrowed");
        assert_eq!(Statement::that_counts(Vec::<Statement>::new()), None);
        let all = Statement::latest_first(&versions);
        let all: Vec<&str> = all.into_iter().map(|version| version.text.as_str()).collect();
        assert_eq!(all, ["nog eens", "later", "eerst", "nagekomen"]);
    }
}
