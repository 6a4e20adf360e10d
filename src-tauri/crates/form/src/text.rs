//! The Dutch words of the form.

use domain::framework::{Domain, WeightFramework};
use domain::mandate::Capacity;
use domain::student::{Answer, LearningOutcome};
use domain::sufficiency::{Lack, Letter, Met};
use domain::weighing::{DossierView, Stance};

pub(crate) const NORM: &str = "norm";
pub(crate) const SIGNED_BY: &str = "Digitaal ondertekend door";
pub(crate) const APPEAL: &str = "Tegen dit oordeel kan de student binnen zes weken na bekendmaking beroep instellen bij het \
college van beroep voor de examens (WHW art. 7.61). Een gesprek met de examinator kan daaraan voorafgaan en verlengt de termijn niet.";
pub(crate) const LUK: &str = "Oriëntatie op het beroep: de student onderzoekt in meer leeromgevingen de vraag ‘kan en wil ik \
leraar worden’ en onderbouwt het eigen antwoord. Beroepsproduct: analyse; beoordeeld in periode 4 (handreiking WPL1 2024-2025).";
pub(crate) const HOW: &str = "De balk geeft waar het bewijs ligt bij elke toegestane weging; de punt geeft de afgesproken \
weging. Links van de normlijn is onder de norm. Het beeld helpt, de woorden van de examinator beslissen.";

pub(crate) fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Examiner => "examinator",
        Capacity::Decide => "gedelegeerde met beslismandaat",
        Capacity::Prepare => "gedelegeerde (voorbereidend)",
    }
}

pub(crate) fn domain(domain: Domain) -> &'static str {
    match domain {
        Domain::Kan => "Kan ik leraar worden?",
        Domain::Wil => "Wil ik leraar worden?",
        Domain::Onderbouwing => "Onderbouwing",
    }
}

pub(crate) fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Ja => "ja",
        Answer::Nee => "nee",
        Answer::Twijfel => "twijfel",
    }
}

pub(crate) fn outcome(luk: LearningOutcome) -> &'static str {
    match luk {
        LearningOutcome::Beroep => "Oriëntatie op het beroep",
        LearningOutcome::PositiefLeerklimaat => "Oriëntatie op positief leerklimaat",
        LearningOutcome::Onderwijsactiviteit => "Onderwijsactiviteit ontwerpen, uitvoeren en evalueren",
        LearningOutcome::Lerende => "Oriëntatie op de lerende",
    }
}

pub(crate) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Incomplete => "nog onvolledig",
        Stance::Above => "op of boven de norm",
        Stance::Below => "onder de norm",
        Stance::Depends => "hangt af van de weging",
    }
}

pub(crate) fn letter(letter: Letter) -> &'static str {
    match letter {
        Letter::Variatie => "Variatie",
        Letter::Relevantie => "Relevantie",
        Letter::Authenticiteit => "Authenticiteit",
        Letter::Actualiteit => "Actualiteit",
        Letter::Kwantiteit => "Kwantiteit",
    }
}

pub(crate) fn met(met: Met) -> &'static str {
    match met {
        Met::Met => "voldaan",
        Met::Attention => "aandacht",
        Met::NotMet => "niet voldaan",
    }
}

pub(crate) fn lack(lack: &Lack, framework: &WeightFramework) -> String {
    let criterion = |at: u32| framework.criteria.get(at as usize).map_or(String::new(), |c| c.id.to_string());
    match *lack {
        Lack::NothingCounts => "er telt nog niets mee".to_owned(),
        Lack::Sources(has, asked) => format!("{has} van de {asked} gevraagde bronnen"),
        Lack::Authors(has, asked) => format!("{has} van de {asked} gevraagde auteurs"),
        Lack::Quadrants(has, asked) => format!("{has} van de {asked} gevraagde kwadranten"),
        Lack::Unmarked(count, of) => format!("{count} van {of} datapunten zonder duiding"),
        Lack::Untouched(at) => format!("nog niets over {}", criterion(at)),
        Lack::Unvouched(count, of) => format!("{count} van {of} datapunten zonder auteur of herkomst"),
        Lack::OutsideYear(count) => format!("{count} datapunten buiten het studiejaar"),
        Lack::NothingLate => "niets uit periode 3 of 4".to_owned(),
        Lack::TooFew(at, has, asked) => format!("{}: {has} van de {asked} gevraagde datapunten", criterion(at)),
    }
}

/// What a deviation passes, in words.
pub(crate) fn obstacle(code: &str) -> String {
    let (name, place) = code.split_once(':').unwrap_or((code, ""));
    let words = match name {
        "statement_missing" => "uitspraak van de student ontbreekt",
        "rationale_missing" => "onderbouwing van het geheel ontbreekt",
        "criterion_rationale_missing" => "onderbouwing van een criterium ontbreekt",
        "citation_missing" => "criterium zonder citaat",
        "discrepancy_unanswered" => "tegenspraak zonder antwoord",
        "vraak_not_met" => "aan VRAAK is niet voldaan",
        "saturation_missing" => "vraag naar verzadiging niet beantwoord",
        "not_saturated" => "volgens het antwoord nog niet genoeg",
        "picture_differs" => "beeld en uitkomst verschillen",
        other => other,
    };
    if place.is_empty() { words.to_owned() } else { format!("{words} ({})", place.replace(':', ", ")) }
}

/// The sources that disagree on a criterion, the minority first.
pub(crate) fn clashes(framework: &WeightFramework, view: &DossierView, criterion: usize) -> String {
    let name = |place: usize| framework.sources[place].label.as_str();
    let each = view
        .discrepancies_of(criterion)
        .map(|found| format!("{} tegenover {}", name(found.minority), name(found.other)));
    let each: Vec<String> = each.collect();
    if each.is_empty() { String::new() } else { format!("tegenspraak: {}", each.join("; ")) }
}

/// The picture for who does not see it.
pub(crate) fn picture_in_words(framework: &WeightFramework, view: &DossierView) -> String {
    let rows = framework.criteria.iter().enumerate().map(|(at, criterion)| {
        let stance = match view.criteria[at].stance {
            Stance::Incomplete => "nog onvolledig",
            Stance::Above => "op of boven de norm bij elke toegestane weging",
            Stance::Below => "onder de norm bij elke toegestane weging",
            Stance::Depends => "hangt af van de weging: de band ligt aan beide kanten van de norm",
        };
        let clashes = clashes(framework, view, at);
        let clashes = if clashes.is_empty() { clashes } else { format!("; {clashes}") };
        format!("{} {}: {stance}{clashes}.", criterion.id, criterion.label)
    });
    format!("Gewogen beeld per criterium. {}", rows.collect::<Vec<_>>().join(" "))
}
