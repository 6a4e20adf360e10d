//! The fictional people, and what is the matter with each.

use crate::chance::Chance;

/// *Partnerschap*.
pub const PARTNERSHIP: &str = "Opleidingsschool De Voorbeeldstroom";
/// The examiner.
pub const EXAMINER: &str = "drs. V. Voorbeeld";
/// Why its partnership weighs as it does.
pub const WEIGHTS_REASON: &str = "Zo afgesproken in de opleidingsraad van 3 september 2024: de werkplek weegt het zwaarst, \
    omdat de student daar het meest wordt gezien.";

pub(crate) const FIRST: [&str; 24] = [
    "Aylin", "Bas", "Chloë", "Daan", "Esra", "Finn", "Gwen", "Hidde", "Iris", "Joris", "Kyra", "Lars", "Mila", "Noor",
    "Olaf", "Puck", "Fenna", "Ravi", "Sanne", "Tijs", "Umut", "Vera", "Wout", "Zoë",
];
pub(crate) const LAST: [&str; 12] = [
    "Voorbeeld",
    "van Testeren",
    "Proefman",
    "de Oefening",
    "Schetsma",
    "van der Proef",
    "Probeersel",
    "ten Voorbeeld",
    "Denkbeeldig",
    "Maquette",
    "van Schijn",
    "Modelmans",
];
pub(crate) const SCHOOLS: [&str; 4] = ["Voorbeeldcollege", "Lyceum De Schets", "Proefkring", "Scholengroep Maquette"];
pub(crate) const SUBJECTS: [&str; 6] = ["Nederlands", "Engels", "Geschiedenis", "Biologie", "Wiskunde", "Economie"];
pub(crate) const MENTORS: [&str; 6] =
    ["M. Begeleider", "A. van Werkplek", "R. Lokaal", "S. Lesman", "J. Bordewijk-Proef", "K. Sectie"];
pub(crate) const EDUCATORS: [&str; 4] = ["H. Schoolopleider", "L. Opleidster", "T. Intervisie", "B. van Begeleiding"];
pub(crate) const TUTORS: [&str; 3] = ["P. Programma", "I. van Instituut", "W. Coördinator"];
pub(crate) const DRAMA: [&str; 2] = ["D. Toneel", "E. Spel"];

/// What is the matter with a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Situation {
    /// On or above the norm whatever the weighting.
    Above,
    /// Below it whatever the weighting.
    Below,
    /// It hangs on the weighting.
    Depends,
    /// A source is missing.
    Incomplete,
    /// The workplace disagrees with the others.
    Discrepancy,
    /// A well-argued *nee* that meets the outcome.
    ArguedNo,
    /// A second attempt after a first that fell short.
    Retake,
    /// No statement yet.
    NoStatement,
    /// Evidence with passages still to be marked.
    Unmarked,
    /// Judged with a reasoned deviation.
    Deviation,
}

/// The situation of a student by place; the same twelve again and again.
pub fn situation_of(place: usize) -> Situation {
    use Situation as S;
    const ROUND: [Situation; 12] = [
        S::Above,
        S::Discrepancy,
        S::Incomplete,
        S::Depends,
        S::Above,
        S::ArguedNo,
        S::Unmarked,
        S::Below,
        S::Above,
        S::Retake,
        S::NoStatement,
        S::Deviation,
    ];
    // The seventeenth, Fenna Voorbeeld, is the one of the manual's pictures: it hangs on the weighting.
    if place == 16 { S::Depends } else { ROUND[place % 12] }
}

/// The name of a student by place.
pub(crate) fn name(place: usize, chance: &mut Chance) -> String {
    if place == 16 {
        return "Fenna Voorbeeld".to_owned();
    }
    format!("{} {}", FIRST[place % FIRST.len()], chance.pick(&LAST))
}
