//! *Voorbeeldkader Oriëntatie op het beroep 2024-2025*: the framework a new workspace starts with.
//!
//! An editable example that says so in its name; nothing in it is policy of the HAN. The four learning outcomes and
//! the kinds of source come from the handreiking, the bands, criteria and norms are a proposal.

use super::{Criterion, Domain, Minimum, MomentFactors, SourceBand, WeightFramework};
use crate::fraction::Fraction;
use crate::ids::{CriterionId, SourceId};

const OBSERVERS: &[&str] = &["werkplek", "programma", "drama"];
const OBSERVERS_AND_PROGRAMME: &[&str] = &["werkplek", "programma", "drama", "opleiding"];
const EVERYONE: &[&str] = &["werkplek", "programma", "drama", "opleiding", "zelfinzicht"];

pub(super) fn framework() -> WeightFramework {
    WeightFramework {
        name: "Voorbeeldkader Oriëntatie op het beroep 2024-2025".into(),
        version: "voorbeeld-1".into(),
        levels: ["nog niet zichtbaar", "in ontwikkeling", "op niveau", "overtuigend"].map(String::from).into(),
        norm_line: Fraction::new(3, 2),
        coverage_threshold: Fraction::new(3, 5),
        sources: vec![
            source("werkplek", "Werkplek", 25, 45, false),
            source("programma", "Programma partnerschap", 15, 30, false),
            source("drama", "Drama", 10, 25, false),
            source("opleiding", "Opleiding", 0, 15, true),
            source("zelfinzicht", "Zelfinzicht student", 20, 40, false),
        ],
        criteria: criteria(),
        moment_factors: MomentFactors {
            kennismaking: Fraction::ZERO,
            startgesprek: Fraction::ZERO,
            tussenevaluatie: Fraction::new(1, 2),
            eindevaluatie: Fraction::whole(1),
            overig: Fraction::whole(1),
        },
        minimum: Minimum { sources: 3, authors: 2, quadrants: 2 },
        outcomes: ["nog niet aangetoond", "aangetoond", "ruim aangetoond"].map(String::from).into(),
    }
}

fn criteria() -> Vec<Criterion> {
    use Domain::{Kan, Onderbouwing, Wil};
    vec![
        criterion(
            "K1",
            Kan,
            "Professionele houding op de werkplek",
            "Professionele houding",
            "De student komt afspraken na, is voorbereid en gedraagt zich als aankomend collega.",
            OBSERVERS,
        ),
        criterion(
            "K2",
            Kan,
            "Contact met leerlingen en collega's",
            "Leerlingen en collega's",
            "De student maakt en onderhoudt contact dat past bij de rol van leraar.",
            OBSERVERS,
        ),
        criterion(
            "K3",
            Kan,
            "Handelen in de klas en in simulaties",
            "Handelen in klas en simulatie",
            "De student handelt doelgericht in eenvoudige lessituaties en in oefensituaties.",
            OBSERVERS,
        ),
        criterion(
            "K4",
            Kan,
            "Leren van feedback",
            "",
            "De student vraagt feedback, gebruikt die zichtbaar en kan het effect benoemen.",
            OBSERVERS_AND_PROGRAMME,
        ),
        criterion(
            "W1",
            Wil,
            "Realistisch beeld van het beroep",
            "Realistisch beroepsbeeld",
            "De student beschrijft het beroep in de volle breedte, ook wat tegenvalt.",
            EVERYONE,
        ),
        criterion(
            "W2",
            Wil,
            "Drijfveren en waarden",
            "",
            "De student benoemt wat hem of haar drijft en waar dat uit blijkt.",
            EVERYONE,
        ),
        criterion(
            "W3",
            Wil,
            "Perspectief op het leraarschap",
            "",
            "De student geeft beredeneerd aan of en hoe het leraarschap een toekomst is.",
            EVERYONE,
        ),
        criterion(
            "O1",
            Onderbouwing,
            "Uitspraak onderbouwd vanuit meerdere leeromgevingen",
            "Uit meerdere leeromgevingen",
            "De student verbindt ervaringen uit meerdere leeromgevingen in een uitspraak.",
            EVERYONE,
        ),
        criterion(
            "O2",
            Onderbouwing,
            "Omgang met tegenspraak en eigen ontwikkeling",
            "Omgang met tegenspraak",
            "De student gaat in op feedback die schuurt en laat ontwikkeling zien.",
            EVERYONE,
        ),
    ]
}

fn source(id: &str, label: &str, min: u8, max: u8, optional: bool) -> SourceBand {
    SourceBand { id: source_id(id), label: label.into(), min, max, optional }
}

fn source_id(id: &str) -> SourceId {
    SourceId::new(id).expect("BUG: an id of the example")
}

fn criterion(id: &str, domain: Domain, label: &str, short: &str, norm: &str, sources: &[&str]) -> Criterion {
    Criterion {
        id: CriterionId::new(id).expect("BUG: an id of the example"),
        domain,
        label: label.into(),
        short: short.into(),
        norm: norm.into(),
        sources: sources.iter().map(|id| source_id(id)).collect(),
        min_datapoints: 2,
    }
}
