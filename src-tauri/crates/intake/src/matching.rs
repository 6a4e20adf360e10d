//! Whose row it is: by number, else by mail address, else by name; never by a guess.

use crate::finding::PendingReason;
use domain::ids::StudentNumber;
use domain::student::Student;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The students as they are looked up.
pub(crate) struct Roll<'a> {
    numbers: HashMap<&'a str, &'a Student>,
    mails: HashMap<String, Vec<&'a Student>>,
    names: HashMap<String, Vec<&'a Student>>,
}

/// Why a row cannot be given to a student, and to whom it may belong.
pub(crate) type Doubt = (PendingReason, Vec<StudentNumber>);

/// How a student was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Number,
    Mail,
    Name,
}

/// Words that the longest name has.
const NAME: usize = 8;

impl<'a> Roll<'a> {
    pub fn of(students: &'a [Student]) -> Self {
        let mut roll = Self { numbers: HashMap::new(), mails: HashMap::new(), names: HashMap::new() };
        for student in students {
            roll.numbers.insert(student.number.as_str(), student);
            if !student.email.is_empty() {
                roll.mails.entry(student.email.to_lowercase()).or_default().push(student);
            }
            roll.names.entry(folded(student.name.as_str())).or_default().push(student);
        }
        roll
    }

    /// The student with this number.
    pub fn numbered(&self, number: &StudentNumber) -> Option<&'a Student> {
        self.numbers.get(number.as_str()).copied()
    }

    /// The student of a row.
    pub fn find(&self, number: &str, mail: &str, name: &str) -> Result<&'a Student, Doubt> {
        let bare = bare_number(number);
        if !bare.is_empty() {
            return match self.numbers.get(bare.as_str()) {
                Some(student) => Ok(student),
                None => Err((PendingReason::UnknownNumber, numbers(&self.named(name)))),
            };
        }
        if let Some([only]) = self.mails.get(&mail.to_lowercase()).map(Vec::as_slice) {
            return Ok(only);
        }
        match self.named(name).as_slice() {
            [only] => Ok(only),
            several => Err((PendingReason::AmbiguousStudent, numbers(several))),
        }
    }

    /// The one student whom these texts speak of: the first text that holds a known number decides, else the first that
    /// holds a known name.
    pub fn spoken_of(&self, texts: &[&str]) -> Result<(&'a Student, By), Doubt> {
        for (by, all) in [
            (By::Number, texts.iter().map(|text| self.numbers_in(text)).collect::<Vec<_>>()),
            (By::Name, texts.iter().map(|text| self.names_in(text)).collect::<Vec<_>>()),
        ] {
            for found in all {
                match found.as_slice() {
                    [] => {}
                    [only] => return Ok((only, by)),
                    several => return Err((PendingReason::AmbiguousStudent, numbers(several))),
                }
            }
        }
        Err((PendingReason::AmbiguousStudent, Vec::new()))
    }

    /// The student with this mail address.
    pub fn mailed(&self, mail: &str) -> Option<&'a Student> {
        match self.mails.get(&mail.to_lowercase()).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        }
    }

    fn numbers_in(&self, text: &str) -> Vec<&'a Student> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 4);
        let found = words.filter_map(|word| self.numbers.get(bare_number(word).as_str()).copied());
        once(found)
    }

    fn names_in(&self, text: &str) -> Vec<&'a Student> {
        let plain = folded(text);
        let words: Vec<&str> = plain.split(' ').collect();
        let mut found = Vec::new();
        for begin in 0..words.len() {
            for end in begin + 1..=words.len().min(begin + NAME) {
                found.extend(self.names.get(&words[begin..end].join(" ")).into_iter().flatten());
            }
        }
        once(found.into_iter())
    }

    fn named(&self, name: &str) -> Vec<&'a Student> {
        self.names.get(&folded(name)).cloned().unwrap_or_default()
    }
}

fn once<'a>(found: impl Iterator<Item = &'a Student>) -> Vec<&'a Student> {
    let mut kept: Vec<&Student> = Vec::new();
    for student in found {
        if !kept.iter().any(|known| known.number == student.number) {
            kept.push(student);
        }
    }
    kept
}

fn numbers(students: &[&Student]) -> Vec<StudentNumber> {
    students.iter().map(|student| student.number.clone()).collect()
}

/// A number without blanks and without the `s` that mail systems put in front.
pub(crate) fn bare_number(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
    match bare.strip_prefix(['s', 'S']) {
        Some(rest) if !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()) => rest.to_owned(),
        _ => bare,
    }
}

/// A name for comparing: small letters, no accents, signs as blanks.
pub(crate) fn folded(name: &str) -> String {
    let plain: String = name
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_as_people_type_them() {
        assert_eq!(folded("Ruben Pelgröm"), folded("ruben  pelgrom"));
        assert_eq!(folded("Soraya Tjon-Bakker"), folded("Soraya Tjon Bakker"));
        assert_eq!(bare_number(" 99 01\u{a0}845"), "9901845");
        assert_eq!(bare_number("s9901777"), "9901777");
    }
}
