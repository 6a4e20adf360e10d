//! Whose row it is: by number, else by mail address, else by name; never by a guess.

use crate::finding::PendingReason;
use domain::ids::StudentNumber;
use domain::student::Student;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The students as they are looked up.
pub(crate) struct Roll<'a> {
    numbers: HashMap<&'a str, &'a StudentNumber>,
    mails: HashMap<String, Vec<&'a StudentNumber>>,
    names: HashMap<String, Vec<&'a StudentNumber>>,
}

/// Why a row cannot be given to a student, and to whom it may belong.
pub(crate) type Doubt = (PendingReason, Vec<StudentNumber>);

impl<'a> Roll<'a> {
    pub fn of(students: &'a [Student]) -> Self {
        let mut roll = Self { numbers: HashMap::new(), mails: HashMap::new(), names: HashMap::new() };
        for student in students {
            roll.numbers.insert(student.number.as_str(), &student.number);
            if !student.email.is_empty() {
                roll.mails.entry(student.email.to_lowercase()).or_default().push(&student.number);
            }
            roll.names.entry(folded(student.name.as_str())).or_default().push(&student.number);
        }
        roll
    }

    /// The student of a row.
    pub fn find(&self, number: &str, mail: &str, name: &str) -> Result<StudentNumber, Doubt> {
        let bare = bare_number(number);
        if !bare.is_empty() {
            return match self.numbers.get(bare.as_str()) {
                Some(number) => Ok((*number).clone()),
                None => Err((PendingReason::UnknownNumber, self.named(name))),
            };
        }
        if let Some([only]) = self.mails.get(&mail.to_lowercase()).map(Vec::as_slice) {
            return Ok((*only).clone());
        }
        match self.named(name).as_slice() {
            [only] => Ok(only.clone()),
            several => Err((PendingReason::AmbiguousStudent, several.to_vec())),
        }
    }

    fn named(&self, name: &str) -> Vec<StudentNumber> {
        let found = self.names.get(&folded(name)).into_iter().flatten();
        found.map(|number| (*number).clone()).collect()
    }
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
