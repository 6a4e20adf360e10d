//! Result codes of OSIRIS (*resultaatcodes*): which one belongs to which outcome of the framework.
//!
//! Promises: a code is a proposal until a person chose it; what was chosen is kept in the workspace and holds as long as
//! the template allows it. Deliberately absent: a code that follows from anything but the outcome.

use crate::api::*;
use std::collections::BTreeMap;
use store::{Reader, StoreError, Writer};

/// Where the choices are kept.
const KEPT: &str = "result_codes";

/// What the user chose, by outcome.
pub(crate) type Choices = BTreeMap<String, String>;

/// The choices kept in the workspace.
pub(crate) fn kept(reader: &Reader<'_>) -> Result<Choices, StoreError> {
    let json = reader.setting(KEPT)?;
    Ok(json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Keeps choices.
pub(crate) fn keep(writer: &mut Writer<'_>, choices: &Choices) -> Result<(), StoreError> {
    writer.put_setting(KEPT, &serde_json::to_string(choices).expect("BUG: a map of texts is JSON"))
}

/// The code for each of these outcomes: chosen now, chosen before, or proposed.
pub(crate) fn codes_for(
    outcomes: &[String],
    allowed: &[AllowedCode],
    now: &[CodeChoice],
    before: &Choices,
) -> Vec<CodeFor> {
    let fits = |code: &str| code.is_empty() || allowed.is_empty() || allowed.iter().any(|one| one.code == code);
    let chosen = |outcome: &str| {
        let now = now.iter().find(|one| one.outcome == outcome).map(|one| one.code.trim());
        now.or_else(|| before.get(outcome).map(String::as_str)).filter(|code| fits(code)).map(str::to_owned)
    };
    let code_for = |outcome: &String| match chosen(outcome) {
        Some(code) => CodeFor { outcome: outcome.clone(), code, chosen: true },
        None => CodeFor { outcome: outcome.clone(), code: proposed(outcome, allowed), chosen: false },
    };
    outcomes.iter().map(code_for).collect()
}

/// How far a result goes, by its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    NotYet,
    Met,
    Well,
    /// No result at all: absent, exempt.
    Aside,
}

fn tone(text: &str) -> Tone {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let any = |known: &[&str]| words.iter().any(|word| known.contains(word));
    if any(&["aanwezig", "afwezig", "absent", "vrijstelling", "exemption", "na", "vr"]) {
        Tone::Aside
    } else if any(&["niet", "nog", "not", "onvoldoende", "nv", "ov", "o", "fail", "insufficient"]) {
        Tone::NotYet
    } else if any(&["goed", "ruim", "uitstekend", "well", "good", "g", "rv"]) {
        Tone::Well
    } else {
        Tone::Met
    }
}

/// The code that says the same as the outcome, or as much; nothing when none does.
fn proposed(outcome: &str, allowed: &[AllowedCode]) -> String {
    let same = |text: &str| text.trim().eq_ignore_ascii_case(outcome.trim());
    let said = |code: &AllowedCode| if code.meaning.is_empty() { tone(&code.code) } else { tone(&code.meaning) };
    let like = |wanted: Tone| allowed.iter().find(|code| said(code) == wanted);
    let found = allowed.iter().find(|code| same(&code.code) || same(&code.meaning));
    let found = found.or_else(|| like(tone(outcome)));
    // What was met well was met.
    let found = found.or_else(|| (tone(outcome) == Tone::Well).then(|| like(Tone::Met)).flatten());
    found.map(|code| code.code.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(pairs: &[(&str, &str)]) -> Vec<AllowedCode> {
        let one = |(code, meaning): &(&str, &str)| AllowedCode { code: (*code).into(), meaning: (*meaning).into() };
        pairs.iter().map(one).collect()
    }

    #[test]
    fn the_code_that_says_as_much_is_proposed() {
        let usual = allowed(&[("V", "voldaan"), ("NV", "niet voldaan"), ("G", "goed"), ("NA", "niet aanwezig")]);
        assert_eq!(proposed("nog niet aangetoond", &usual), "NV");
        assert_eq!(proposed("aangetoond", &usual), "V");
        assert_eq!(proposed("ruim aangetoond", &usual), "G");
        let bare = allowed(&[("V", ""), ("O", "")]);
        assert_eq!(proposed("ruim aangetoond", &bare), "V");
        assert_eq!(proposed("nog niet aangetoond", &bare), "O");
        assert_eq!(proposed("nog niet aangetoond", &allowed(&[("NA", "niet aanwezig")])), "", "absent is no result");
        assert_eq!(proposed("aangetoond", &[]), "");
    }

    #[test]
    fn a_choice_holds_only_where_the_template_allows_it() {
        let before = Choices::from([("aangetoond".to_owned(), "V".to_owned())]);
        let outcomes = ["aangetoond".to_owned()];
        let of = |codes: &[AllowedCode], now: &[CodeChoice]| codes_for(&outcomes, codes, now, &before).remove(0);
        let two = allowed(&[("V", "voldaan"), ("G", "goed")]);
        assert_eq!((of(&two, &[]).code.as_str(), of(&two, &[]).chosen), ("V", true));
        let now = [CodeChoice { outcome: "aangetoond".into(), code: "G".into() }];
        assert_eq!(of(&two, &now).code, "G");
        let other = of(&allowed(&[("VLD", "voldaan")]), &[]);
        assert_eq!((other.code.as_str(), other.chosen), ("VLD", false));
        let none = [CodeChoice { outcome: "aangetoond".into(), code: String::new() }];
        assert_eq!((of(&two, &none).code.as_str(), of(&two, &none).chosen), ("", true));
    }
}
