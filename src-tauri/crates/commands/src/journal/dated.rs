//! What changed in a calendar and in a conversation.
//!
//! Promises: dates that a calendar gets later are compared like those it has.

use super::differences::{List, Part, Side, code, day};
use crate::api::*;
use crate::convert;
use chrono::NaiveDate;
use domain::conversation::Conversation;
use domain::text::FilledText;
use domain::year::Calendar;
use std::collections::{BTreeMap, BTreeSet};

impl List<'_> {
    /// Whatever dates a calendar has, by the name under which each is kept.
    pub(super) fn calendar(&mut self, before: Option<&Calendar>, after: &Calendar) {
        let (before, after) = (before.map(dates).unwrap_or_default(), dates(after));
        for place in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
            let value = |of: &BTreeMap<String, String>| of.get(place).map(|day| ThingValue::Day { day: day.clone() });
            self.put(Thing::Calendar, place, value(&before), value(&after));
        }
    }

    pub(super) fn conversation(&mut self, before: Option<&Conversation>, after: Option<&Conversation>) {
        let each = |value: fn(&Conversation) -> Side| (before.and_then(value), after.and_then(value));
        let (was, is) = each(|said| code(&convert::word(&said.kind)));
        self.put(Thing::ConversationKind, "", was, is);
        let (was, is) = each(|said| day(&said.date));
        self.put(Thing::ConversationDate, "", was, is);
        let parts: [Part<Conversation, String>; 3] = [
            (Thing::ConversationParticipants, |said| lines(&said.participants)),
            (Thing::ConversationQuestions, |said| lines(&said.questions)),
            (Thing::ConversationNotes, |said| said.notes.clone()),
        ];
        for (thing, what) in parts {
            let text = |of: Option<&Conversation>| of.map(what).unwrap_or_default();
            self.words(thing, "", &text(before), &text(after));
        }
    }
}

fn lines(texts: &[FilledText]) -> String {
    texts.iter().map(FilledText::as_str).collect::<Vec<_>>().join("\n")
}

/// The dates of a calendar by their place: `programme_starts`, `later_periods_start:0`.
fn dates(calendar: &Calendar) -> BTreeMap<String, String> {
    fn gather(place: &str, value: &serde_json::Value, found: &mut BTreeMap<String, String>) {
        let under = |part: &str| if place.is_empty() { part.to_owned() } else { format!("{place}:{part}") };
        match value {
            serde_json::Value::String(text) if text.parse::<NaiveDate>().is_ok() => {
                found.insert(place.to_owned(), text.clone());
            }
            serde_json::Value::Array(list) => {
                list.iter().enumerate().for_each(|(at, one)| gather(&under(&at.to_string()), one, found));
            }
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(part, one)| gather(&under(part), one, found));
            }
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    gather("", &serde_json::to_value(calendar).unwrap_or_default(), &mut found);
    // Those that were never set move with period 4: told as they hold, not as they are kept.
    found.retain(|place, _| !place.starts_with("set_deadlines"));
    gather("deadlines", &serde_json::to_value(calendar.deadlines()).unwrap_or_default(), &mut found);
    found
}
