//! The names of the files: a pattern with placeholders, filled in for each form.
//!
//! Promises: a pattern that could give two forms one name, or a name that some system refuses, is refused before
//! anything is written; what comes from people (a name, an outcome) is made safe, on Windows too. The words of the
//! placeholders are Dutch, as file names of a Dutch school are.

use crate::api::{Problem, ProblemCode};
use store::FormBrief;

/// The pattern unless another is chosen.
pub const USUAL_PATTERN: &str = "{nummer}_{luk}_{gelegenheid}.pdf";
/// What every name ends with.
const ENDING: &str = ".pdf";
/// The learning outcome that is judged here.
const LUK: &str = "beroep";
/// Longest literal text of a pattern, in bytes; what is filled in has limits of its own, all within 255.
const MOST_TEXT: usize = 60;
/// Names that Windows keeps for devices, whatever follows after a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Number,
    Luk,
    Attempt,
    Revision,
    Name,
    Date,
    Outcome,
}

const FIELDS: [(&str, Field); 7] = [
    ("{nummer}", Field::Number),
    ("{luk}", Field::Luk),
    ("{gelegenheid}", Field::Attempt),
    ("{herziening}", Field::Revision),
    ("{naam}", Field::Name),
    ("{datum}", Field::Date),
    ("{uitkomst}", Field::Outcome),
];

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Field(Field),
}

/// A pattern that gives every form a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamePattern(Vec<Part>);

impl NamePattern {
    /// Reads it; `pattern_…` otherwise.
    pub fn read(pattern: &str) -> Result<Self, Problem> {
        let refused = |code, value: &str| Err(Problem::user(code, "").with(value));
        let stem = pattern.trim_end().strip_suffix(ENDING).unwrap_or(pattern.trim_end());
        let parts = parts_of(stem)?;
        for needed in [Field::Number, Field::Attempt] {
            if !parts.contains(&Part::Field(needed)) {
                return refused(ProblemCode::PatternLacks, word(needed));
            }
        }
        let mut literal = 0;
        for (at, part) in parts.iter().enumerate() {
            match (part, parts.get(at + 1)) {
                (Part::Text(text), _) => {
                    literal += text.len();
                    if let Some(bad) = text.chars().find(|letter| !fits(*letter)) {
                        return refused(ProblemCode::PatternCharacter, &bad.escape_debug().to_string());
                    }
                }
                (Part::Field(one), Some(Part::Field(other))) => {
                    return refused(ProblemCode::PatternTouching, &format!("{}{}", word(*one), word(*other)));
                }
                (Part::Field(one), _) if parts[..at].contains(&Part::Field(*one)) => {
                    return refused(ProblemCode::PatternUnfit, word(*one));
                }
                (Part::Field(_), _) => {}
            }
        }
        let first = stem.split('.').next().unwrap_or_default().to_lowercase();
        let device = DEVICES.contains(&first.trim_end_matches(|letter: char| letter.is_ascii_digit()));
        if literal > MOST_TEXT || device || stem.starts_with(['.', ' ']) {
            return refused(ProblemCode::PatternUnfit, pattern);
        }
        Ok(Self(parts))
    }

    /// The name of a form, with something more at its end; a revision says so where the pattern does not.
    pub fn name(&self, form: &FormBrief, more: &str) -> String {
        let revision = form.revision.saturating_sub(1);
        let mut name = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => name += text,
                Part::Field(Field::Number) => name += form.student.as_str(),
                Part::Field(Field::Luk) => name += LUK,
                Part::Field(Field::Attempt) => name += &form.attempt.to_string(),
                Part::Field(Field::Revision) => name += &revision.to_string(),
                Part::Field(Field::Name) => name += &safe(&form.name, 80),
                Part::Field(Field::Date) => name += &form.established_on,
                Part::Field(Field::Outcome) => name += &safe(&form.outcome, 50),
            }
        }
        if revision > 0 && !self.0.contains(&Part::Field(Field::Revision)) {
            name += &format!("_herziening{revision}");
        }
        name + more + ENDING
    }
}

fn word(field: Field) -> &'static str {
    FIELDS.iter().find(|(_, known)| *known == field).map_or("", |(word, _)| *word)
}

fn parts_of(mut rest: &str) -> Result<Vec<Part>, Problem> {
    let mut parts = Vec::new();
    while !rest.is_empty() {
        if let Some((word, field)) = FIELDS.iter().find(|(word, _)| rest.starts_with(word)) {
            parts.push(Part::Field(*field));
            rest = &rest[word.len()..];
        } else if rest.starts_with(['{', '}']) {
            let end = rest[1..].find('}').map_or(rest.len(), |end| end + 2);
            return Err(Problem::user(ProblemCode::PatternUnknown, "").with(&rest[..end]));
        } else {
            let end = rest.find(['{', '}']).unwrap_or(rest.len());
            parts.push(Part::Text(rest[..end].to_owned()));
            rest = &rest[end..];
        }
    }
    Ok(parts)
}

/// Whether every system lets a character stand in a name.
fn fits(letter: char) -> bool {
    !letter.is_control() && !"<>:\"/\\|?*".contains(letter)
}

/// A text as a part of a name: characters that cannot stand there give way to a dash; at most so many bytes.
fn safe(text: &str, most: usize) -> String {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.chars().map(|letter| if fits(letter) { letter } else { '-' }).collect())
        .collect();
    let mut out = words.join(" ");
    while out.len() > most {
        out.pop();
    }
    let out = out.trim_matches([' ', '.']);
    if out.is_empty() { "-".to_owned() } else { out.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::StudentNumber;

    fn brief(revision: u32, name: &str) -> FormBrief {
        FormBrief {
            student: StudentNumber::new("9900001").expect("BUG: a number"),
            name: name.to_owned(),
            attempt: 2,
            revision,
            replaced: false,
            outcome: "ruim aangetoond".to_owned(),
            hash: String::new(),
            established_on: "2025-06-12".to_owned(),
            form: None,
        }
    }

    #[test]
    fn names_are_filled_in_and_a_revision_says_so() {
        let name = |pattern: &str, revision| {
            NamePattern::read(pattern).expect("BUG: a pattern").name(&brief(revision, "Çağlar: \"Bo\" / CON. "), "")
        };
        assert_eq!(name(USUAL_PATTERN, 1), "9900001_beroep_2.pdf");
        assert_eq!(name(USUAL_PATTERN, 3), "9900001_beroep_2_herziening2.pdf");
        assert_eq!(name("{nummer}-{gelegenheid}.{herziening}", 3), "9900001-2.2.pdf");
        assert_eq!(name("{naam} {nummer} {gelegenheid}.pdf", 1), "Çağlar- -Bo- - CON 9900001 2.pdf");
        assert_eq!(name("{datum}_{uitkomst}_{nummer}_{gelegenheid}", 1), "2025-06-12_ruim aangetoond_9900001_2.pdf");
        let long = NamePattern::read("{naam}_{nummer}_{gelegenheid}").expect("BUG: a pattern");
        for name in ["é".repeat(500), "\u{1F600}".repeat(200), "...".to_owned(), String::new()] {
            let name = long.name(&brief(1, &name), "");
            assert!(name.len() < 200 && name.ends_with("_9900001_2.pdf") && !name.starts_with(['.', '_']), "{name}");
        }
    }

    #[test]
    fn a_pattern_that_could_go_wrong_is_refused() {
        use ProblemCode::*;
        let refused = [
            ("{nummer}", PatternLacks, "{gelegenheid}"),
            ("{naam}_{gelegenheid}.pdf", PatternLacks, "{nummer}"),
            ("", PatternLacks, "{nummer}"),
            ("{nummer}{gelegenheid}.pdf", PatternTouching, "{nummer}{gelegenheid}"),
            ("{nummer}_{gelegenheid}_{klas}", PatternUnknown, "{klas}"),
            ("{nummer}_{gelegenheid", PatternUnknown, "{gelegenheid"),
            ("{nummer}_{gelegenheid}}", PatternUnknown, "}"),
            ("../{nummer}_{gelegenheid}", PatternCharacter, "/"),
            ("a\\{nummer}_{gelegenheid}", PatternCharacter, "\\\\"),
            ("{nummer}:{gelegenheid}", PatternCharacter, ":"),
            ("{nummer}\n{gelegenheid}", PatternCharacter, "\\n"),
            ("{nummer}_{gelegenheid}_{nummer}", PatternUnfit, "{nummer}"),
            (".{nummer}_{gelegenheid}", PatternUnfit, ".{nummer}_{gelegenheid}"),
            ("con.{nummer}_{gelegenheid}", PatternUnfit, "con.{nummer}_{gelegenheid}"),
            ("LPT1.{nummer}_{gelegenheid}", PatternUnfit, "LPT1.{nummer}_{gelegenheid}"),
        ];
        for (pattern, code, value) in refused {
            let problem = NamePattern::read(pattern).expect_err(pattern);
            assert_eq!((problem.code, problem.value.as_str()), (code, value), "{pattern}");
        }
        let long = format!("{}_{{nummer}}_{{gelegenheid}}", "x".repeat(100));
        assert_eq!(NamePattern::read(&long).expect_err("too long").code, PatternUnfit);
    }
}
