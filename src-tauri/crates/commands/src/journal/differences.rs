//! What an entry changed, as small differences, each typed: what it was, what it became, and in which passage.
//!
//! Promises: every key the act changed has at least one difference, but for those in which nothing differs that a person
//! would see. Deliberately absent: sentences, which the window has.

use super::words::{compared, whole};
use super::{Names, name_of};
use crate::api::*;
use crate::convert;
use domain::conversation::Conversation;
use domain::evidence::{DataPoint, Indication, Observation};
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::judgement::{Citation, DraftJudgement};
use domain::mandate::Mandate;
use domain::student::{Answer, Standing, Statement, Student};
use domain::text::Span;
use domain::weights::WeightSet;
use domain::year::Calendar;
use std::collections::BTreeSet;
use store::{Changing, Kept, Reader, StoreError};

/// What these changes come to, but for a framework that another took the place of: see [`versions`].
pub(super) fn of(reader: &Reader<'_>, changes: &[Changing]) -> Result<Vec<Difference>, StoreError> {
    let framework = reader.framework()?;
    let mut names = Names::new();
    let mut all = Vec::new();
    for change in changes {
        let number = StudentNumber::new(&change.owner).ok();
        let mut list = List { reader, number, framework: &framework, found: Vec::new(), point: None };
        list.read(change);
        let student = match change.noun.as_str() {
            "student" | "statement" | "datapoint" | "conversation" | "judgement" => {
                Some(name_of(reader, &change.owner, &mut names)?.unwrap_or_else(|| change.owner.clone()))
            }
            _ => None,
        };
        all.extend(list.found.into_iter().map(|difference| Difference { student: student.clone(), ..difference }));
    }
    Ok(all)
}

/// The framework before and after, where one took the place of another.
pub(super) fn versions(changes: &[Changing]) -> Option<(&WeightFramework, &WeightFramework)> {
    changes.iter().find_map(|change| match (&change.before, &change.after) {
        (Some(Kept::Framework(before)), Some(Kept::Framework(after))) => Some((before.as_ref(), after.as_ref())),
        _ => None,
    })
}

/// The differences of one key, as they are found.
pub(super) struct List<'a> {
    reader: &'a Reader<'a>,
    /// The student, when the key is of one.
    number: Option<StudentNumber>,
    framework: &'a WeightFramework,
    pub found: Vec<Difference>,
    point: Option<PointName>,
}

pub(super) type Side = Option<ThingValue>;
/// One thing of something, and how to read it.
pub(super) type Part<Of, Read> = (Thing, fn(&Of) -> Read);

impl List<'_> {
    fn read(&mut self, change: &Changing) {
        match (&change.before, &change.after) {
            (Some(Kept::Point(before)), Some(Kept::Point(after))) => self.point(before, after),
            (None, Some(Kept::Point(point))) => self.whole_point(point, false),
            (Some(Kept::Point(point)), None) => self.whole_point(point, true),
            (before @ (Some(Kept::Statement(_)) | None), after @ (Some(Kept::Statement(_)) | None))
                if change.noun == "statement" =>
            {
                self.statement(change, statement(before.as_ref()), statement(after.as_ref()));
            }
            (Some(Kept::Student(before)), Some(Kept::Student(after))) => self.student(before, after),
            (None, Some(Kept::Student(student))) => self.put(Thing::Student, "", None, name(student.name.as_str())),
            (Some(Kept::Student(student)), None) => self.put(Thing::Student, "", name(student.name.as_str()), None),
            (before, after) if change.noun == "conversation" => {
                self.conversation(conversation(before.as_ref()), conversation(after.as_ref()));
            }
            (before, after) if change.noun == "judgement" => self.draft(draft(before.as_ref()), draft(after.as_ref())),
            (before, after) if change.noun == "mandate" => {
                self.mandate(&change.owner, mandate(before.as_ref()), mandate(after.as_ref()));
            }
            (before, Some(Kept::Weights(after))) => self.weights(weights(before.as_ref()), after),
            // The sentences of *Kader* say what changed from one version to the next.
            (Some(Kept::Framework(_)), Some(Kept::Framework(_))) => {}
            (_, Some(Kept::Framework(after))) => {
                self.put(Thing::Framework, "", None, name(&format!("{} {}", after.name, after.version)));
            }
            (before @ (Some(Kept::Calendar(_)) | None), Some(Kept::Calendar(after))) => {
                self.calendar(calendar(before.as_ref()), after);
            }
            (before, Some(Kept::File(after))) => {
                let was = match before {
                    Some(Kept::File(before)) => name(&before.name),
                    _ => None,
                };
                self.put(Thing::File, "", was, name(&after.name));
            }
            (Some(Kept::File(before)), None) => self.put(Thing::File, "", name(&before.name), None),
            _ => self.other(change),
        }
    }

    /// A difference, when both sides are not the same.
    pub fn put(&mut self, thing: Thing, place: &str, before: Side, after: Side) {
        if before != after {
            self.add(thing, place, None, before, after);
        }
    }

    pub fn add(&mut self, thing: Thing, place: &str, passage: Option<String>, before: Side, after: Side) {
        let point = self.point.clone();
        self.found.push(Difference { student: None, point, thing, place: place.to_owned(), passage, before, after });
    }

    /// Words that a person wrote, marked where they differ.
    pub fn words(&mut self, thing: Thing, place: &str, before: &str, after: &str) {
        if before.trim() != after.trim() {
            let (before, after) = compared(before, after);
            self.add(thing, place, None, before, after);
        }
    }

    fn other(&mut self, change: &Changing) {
        let side = |kept: &Option<Kept>| kept.as_ref().map(|_| ThingValue::There);
        let (thing, place) = match change.noun.as_str() {
            "fact" => {
                let (kind, rest) = change.owner.split_once(':').unwrap_or((&change.owner, ""));
                match kind {
                    "judgement" => (Thing::Established, rest),
                    "replaced" => (Thing::Replaced, rest),
                    "form" | "second" => (Thing::Form, rest),
                    "identity" | "trusted" => (Thing::Certificate, rest),
                    _ => (Thing::Other, change.owner.as_str()),
                }
            }
            "setting" if change.owner == "meta" => (Thing::Meta, ""),
            "setting" => (Thing::Other, change.owner.strip_prefix("own:").unwrap_or(&change.owner)),
            noun => (Thing::Other, noun),
        };
        self.add(thing, place, None, side(&change.before), side(&change.after));
    }

    fn whole_point(&mut self, point: &DataPoint, gone: bool) {
        self.point = Some(point_name(point));
        let text = Some(whole(&point.text));
        let (before, after) = if gone { (text, None) } else { (None, text) };
        self.add(Thing::Point, "", None, before, after);
        for indication in &point.indications {
            let level = Some(self.level(indication));
            let (before, after) = if gone { (level, None) } else { (None, level) };
            self.indication(indication, &point.text, before, after);
        }
    }

    fn point(&mut self, before: &DataPoint, after: &DataPoint) {
        self.point = Some(point_name(after));
        self.words(Thing::PointText, "", &before.text, &after.text);
        self.put(Thing::PointSource, "", code(before.source.as_str()), code(after.source.as_str()));
        let author = |point: &DataPoint| point.author.as_ref().and_then(|author| name(author.as_str()));
        self.put(Thing::PointAuthor, "", author(before), author(after));
        self.put(Thing::PointRole, "", name(&before.role), name(&after.role));
        self.put(Thing::PointDate, "", day(&before.date), day(&after.date));
        self.put(Thing::PointMoment, "", code(&convert::word(&before.moment)), code(&convert::word(&after.moment)));
        let quadrant = |point: &DataPoint| point.quadrant.and_then(|quadrant| code(&convert::word(&quadrant)));
        self.put(Thing::PointQuadrant, "", quadrant(before), quadrant(after));
        self.put(Thing::PointEstablished, "", yes(before.established), yes(after.established));
        self.indications(before, after);
    }

    /// Indications are told apart by criterion and passage; of the same, a level that changed is one difference.
    fn indications(&mut self, before: &DataPoint, after: &DataPoint) {
        let mut left: Vec<&Indication> = after.indications.iter().collect();
        let mut gone: Vec<&Indication> = Vec::new();
        for old in &before.indications {
            match left.iter().position(|new| *new == old) {
                Some(at) => {
                    left.remove(at);
                }
                None => gone.push(old),
            }
        }
        for old in gone {
            let same = |new: &&Indication| new.criterion == old.criterion && new.excerpt == old.excerpt;
            let new = left.iter().position(same).map(|at| left.remove(at));
            let to = new.map(|new| self.level(new));
            self.indication(old, &before.text, Some(self.level(old)), to);
        }
        for new in left {
            self.indication(new, &after.text, None, Some(self.level(new)));
        }
    }

    fn indication(&mut self, of: &Indication, text: &str, before: Side, after: Side) {
        let passage = of.excerpt.and_then(|span| passage(span, text));
        self.add(Thing::Indication, of.criterion.as_str(), passage, before, after);
    }

    fn level(&self, of: &Indication) -> ThingValue {
        let name = match of.observation {
            Observation::NotObserved => None,
            Observation::Level(level) => {
                Some(self.framework.levels.get(usize::from(level)).cloned().unwrap_or_else(|| level.to_string()))
            }
        };
        ThingValue::Level { name }
    }

    /// A version of the statement stands beside the one before it, which it follows on.
    fn statement(&mut self, change: &Changing, before: Option<&Statement>, after: Option<&Statement>) {
        let place: usize = change.item.parse().unwrap_or(0);
        // When the earlier version cannot be read, this one stands by itself.
        let versions = self.number.as_ref().and_then(|number| self.reader.statements(number).ok()).unwrap_or_default();
        let earlier = place.checked_sub(2).and_then(|at| versions.into_iter().nth(at));
        let before = before.or(earlier.as_ref());
        let after = after.or(earlier.as_ref());
        let answer = |of: Option<&Statement>, which: fn(&Statement) -> Answer| {
            of.map(|statement| ThingValue::Answer { answer: convert::answer(which(statement)) })
        };
        let day_of = |of: Option<&Statement>| of.and_then(|statement| day(&statement.date));
        self.put(Thing::StatementKan, "", answer(before, |one| one.kan), answer(after, |one| one.kan));
        self.put(Thing::StatementWil, "", answer(before, |one| one.wil), answer(after, |one| one.wil));
        let text = |of: Option<&Statement>| of.map(|statement| statement.text.clone()).unwrap_or_default();
        self.words(Thing::StatementText, "", &text(before), &text(after));
        if self.found.is_empty() {
            self.put(Thing::StatementText, "", day_of(before), day_of(after));
        }
    }

    /// A citation by the words it points at, when they are still there.
    pub fn citation(&mut self, criterion: &str, citation: &Citation, gone: bool) {
        let number = self.number.as_ref();
        let point = number.and_then(|number| self.reader.datapoint(number, &citation.datapoint).ok().flatten());
        let passage = point.as_ref().and_then(|point| passage(citation.span, &point.text));
        self.point = point.as_ref().map(point_name);
        let there = Some(ThingValue::There);
        let (before, after) = if gone { (there, None) } else { (None, there) };
        self.add(Thing::Citation, criterion, passage, before, after);
        self.point = None;
    }

    fn student(&mut self, before: &Student, after: &Student) {
        let fields: [(Thing, &str, &str); 9] = [
            (Thing::StudentName, before.name.as_str(), after.name.as_str()),
            (Thing::StudentProgramme, &before.programme, &after.programme),
            (Thing::StudentSubject, &before.subject, &after.subject),
            (Thing::StudentEmail, &before.email, &after.email),
            (Thing::StudentPortfolio, &before.portfolio, &after.portfolio),
            (Thing::StudentSchool, &before.placement.school, &after.placement.school),
            (Thing::StudentPlacementSubject, &before.placement.subject, &after.placement.subject),
            (Thing::StudentMentor, &before.placement.mentor, &after.placement.mentor),
            (Thing::StudentSchoolEducator, &before.placement.school_educator, &after.placement.school_educator),
        ];
        for (thing, before, after) in fields {
            self.put(thing, "", name(before), name(after));
        }
        let standing = |of: &Student, luk: &str, what: fn(&Standing) -> Side| {
            of.standings.iter().find(|standing| convert::word(&standing.luk) == luk).and_then(what)
        };
        let luks = before.standings.iter().chain(&after.standings).map(|standing| convert::word(&standing.luk));
        let parts: [Part<Standing, Side>; 2] = [
            (Thing::StudentStanding, |standing| name(&standing.status)),
            (Thing::StudentStandingDate, |standing| standing.date.as_ref().and_then(day)),
        ];
        for luk in luks.collect::<BTreeSet<_>>() {
            for (thing, what) in parts {
                self.put(thing, &luk, standing(before, &luk, what), standing(after, &luk, what));
            }
        }
    }

    fn mandate(&mut self, holder: &str, before: Option<&Mandate>, after: Option<&Mandate>) {
        let each = |value: fn(&Mandate) -> Side| (before.and_then(value), after.and_then(value));
        let (was, is) = each(|mandate| code(&convert::word(&mandate.capacity)));
        self.put(Thing::Mandate, holder, was, is);
        let (was, is) = each(|mandate| name(&mandate.granted_by));
        self.put(Thing::MandateGrantedBy, holder, was, is);
        let (was, is) = each(|mandate| day(&mandate.from));
        self.put(Thing::MandateFrom, holder, was, is);
        let (was, is) = each(|mandate| day(&mandate.until));
        self.put(Thing::MandateUntil, holder, was, is);
    }

    fn weights(&mut self, before: Option<&WeightSet>, after: &WeightSet) {
        let sources: Vec<String> = self.framework.sources.iter().map(|source| source.id.to_string()).collect();
        let weight = |of: Option<&WeightSet>, at: usize| {
            of.and_then(|set| set.weights().get(at)).map(|value| ThingValue::PerCent { value: *value })
        };
        for (at, source) in sources.iter().enumerate() {
            self.put(Thing::Weight, source, weight(before, at), weight(Some(after), at));
            let unused = |of: &WeightSet| of.unused().iter().any(|id| id.as_str() == source);
            if before.is_some_and(|before| unused(before) != unused(after)) {
                self.put(Thing::Unused, source, yes(!unused(after)), yes(unused(after)));
            }
        }
        self.words(Thing::WeightsReason, "", before.map_or("", WeightSet::reason), after.reason());
        let frozen = |of: &WeightSet| of.frozen().and_then(|date| day(&date));
        self.put(Thing::Frozen, "", before.and_then(frozen), frozen(after));
    }
}

pub(super) fn name(text: &str) -> Side {
    (!text.trim().is_empty()).then(|| whole(text))
}

pub(super) fn code(text: &str) -> Side {
    (!text.is_empty()).then(|| ThingValue::Code { code: text.to_owned() })
}

pub(super) fn day(date: &chrono::NaiveDate) -> Side {
    Some(ThingValue::Day { day: date.to_string() })
}

pub(super) fn yes(yes: bool) -> Side {
    Some(ThingValue::YesNo { yes })
}

fn point_name(point: &DataPoint) -> PointName {
    PointName {
        source: point.source.to_string(),
        author: point.author.as_ref().map(ToString::to_string).unwrap_or_default(),
        date: point.date.to_string(),
    }
}

/// The words of a passage; a long one in part.
fn passage(span: Span, text: &str) -> Option<String> {
    const LONGEST: usize = 240;
    let words = span.of(text)?;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => Some(format!("{} …", words[..end].trim_end())),
        None => Some(words.to_owned()),
    }
}

fn statement(kept: Option<&Kept>) -> Option<&Statement> {
    match kept {
        Some(Kept::Statement(statement)) => Some(statement),
        _ => None,
    }
}

fn conversation(kept: Option<&Kept>) -> Option<&Conversation> {
    match kept {
        Some(Kept::Conversation(said)) => Some(said),
        _ => None,
    }
}

fn calendar(kept: Option<&Kept>) -> Option<&Calendar> {
    match kept {
        Some(Kept::Calendar(calendar)) => Some(calendar),
        _ => None,
    }
}

fn draft(kept: Option<&Kept>) -> Option<&DraftJudgement> {
    match kept {
        Some(Kept::Draft(draft)) => Some(draft),
        _ => None,
    }
}

fn mandate(kept: Option<&Kept>) -> Option<&Mandate> {
    match kept {
        Some(Kept::Mandate(mandate)) => Some(mandate),
        _ => None,
    }
}

fn weights(kept: Option<&Kept>) -> Option<&WeightSet> {
    match kept {
        Some(Kept::Weights(weights)) => Some(weights),
        _ => None,
    }
}
