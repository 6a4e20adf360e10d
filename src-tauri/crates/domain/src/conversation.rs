//! *Gesprekken*: the four conversations of the year and the *leervragen* that are set in them.
//!
//! Promises: a conversation judges nothing (rule R3) and weighs nothing; it is the occasion at which data points arise.
//! Whether one is still to come follows from its date, never from a flag.

use crate::dossier::Dossier;
use crate::evidence::{DataPoint, Moment};
use crate::ids::ConversationId;
use crate::text::FilledText;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which of the four conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ConversationKind {
    /// First meeting.
    Kennismaking,
    /// *Leervragen* are set.
    Startgesprek,
    /// Half-way.
    Tussenevaluatie,
    /// Feedback is established, never judged (rule R3).
    Eindevaluatie,
}

impl ConversationKind {
    /// The moment of data points that arise in it.
    pub fn moment(self) -> Moment {
        match self {
            Self::Kennismaking => Moment::Kennismaking,
            Self::Startgesprek => Moment::Startgesprek,
            Self::Tussenevaluatie => Moment::Tussenevaluatie,
            Self::Eindevaluatie => Moment::Eindevaluatie,
        }
    }
}

/// *Gesprek* between student, workplace and programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversation {
    /// Its key.
    pub id: ConversationId,
    /// Which of the four.
    pub kind: ConversationKind,
    /// When; a day to come means that it is planned.
    pub date: NaiveDate,
    /// Who took part, or will.
    pub participants: Vec<FilledText>,
    /// *Leervragen*, in the order in which they were set.
    pub questions: Vec<FilledText>,
    /// Notes; may be empty.
    pub notes: String,
}

impl Dossier {
    /// The conversation that a data point belongs with: the one of its moment nearest to its date; for a contribution
    /// of any other moment the latest one before it that set *leervragen*. `None` when there is none.
    pub fn conversation_of(&self, datapoint: &DataPoint) -> Option<&Conversation> {
        let away = |conversation: &&Conversation| (conversation.date - datapoint.date).num_days().abs();
        let of_moment = self.conversations.iter().filter(|one| one.kind.moment() == datapoint.moment);
        of_moment.min_by_key(away).or_else(|| {
            let before = self.conversations.iter().filter(|one| one.date <= datapoint.date);
            before.filter(|one| !one.questions.is_empty()).max_by_key(|one| one.date)
        })
    }

    /// *Leervragen* that may be carried over into a conversation on `date`: those of the latest one before it.
    pub fn questions_before(&self, date: NaiveDate) -> &[FilledText] {
        let before = self.conversations.iter().filter(|one| one.date < date && !one.questions.is_empty());
        before.max_by_key(|one| one.date).map_or(&[], |one| &one.questions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Provenance;
    use crate::ids::{DataPointId, SourceId, StudentNumber};
    use crate::student::{Placement, Student};
    use crate::year::Period;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, month, day).expect("BUG: a day")
    }

    fn conversation(id: &str, kind: ConversationKind, date: NaiveDate, questions: &[&str]) -> Conversation {
        Conversation {
            id: ConversationId::new(id).expect("BUG: an id"),
            kind,
            date,
            participants: Vec::new(),
            questions: questions.iter().map(|text| FilledText::new(text).expect("BUG: a text")).collect(),
            notes: String::new(),
        }
    }

    fn point(moment: Moment, date: NaiveDate) -> DataPoint {
        DataPoint {
            id: DataPointId::new("d1").expect("BUG: an id"),
            source: SourceId::new("werkplek").expect("BUG: an id"),
            author: None,
            role: String::new(),
            date,
            period: Period::P3,
            quadrant: None,
            moment,
            established: true,
            established_by: None,
            text: String::new(),
            indications: Vec::new(),
            provenance: Provenance::Unconfirmed,
        }
    }

    #[test]
    fn a_data_point_finds_the_conversation_it_belongs_with() {
        let student = Student {
            number: StudentNumber::new("9000001").expect("BUG: a number"),
            name: FilledText::new("Vera Voorbeeld").expect("BUG: a name"),
            programme: String::new(),
            subject: String::new(),
            email: String::new(),
            portfolio: String::new(),
            placement: Placement::default(),
            standings: Vec::new(),
        };
        let conversations = vec![
            conversation("start", ConversationKind::Startgesprek, day(1, 10), &["Hoe houd ik orde?"]),
            conversation("tussen", ConversationKind::Tussenevaluatie, day(2, 1), &[]),
            conversation("tussen-2", ConversationKind::Tussenevaluatie, day(3, 1), &[]),
        ];
        let dossier = Dossier { student, statements: Vec::new(), datapoints: Vec::new(), conversations };
        let found = |moment, date| dossier.conversation_of(&point(moment, date)).map(|one| one.id.as_str());
        assert_eq!(found(Moment::Tussenevaluatie, day(2, 20)), Some("tussen-2"));
        assert_eq!(found(Moment::Overig, day(3, 20)), Some("start"), "the one that set questions");
        assert_eq!(found(Moment::Overig, day(1, 5)), None);
        assert_eq!(dossier.questions_before(day(3, 1)).len(), 1);
        assert!(dossier.questions_before(day(1, 10)).is_empty());
        // The hash of a judgement established before conversations were kept is taken over this JSON.
        let bare = Dossier { conversations: Vec::new(), datapoints: vec![point(Moment::Overig, day(1, 5))], ..dossier };
        let json = serde_json::to_string(&bare).expect("BUG: JSON");
        assert!(!json.contains("conversations") && !json.contains("established_by"));
        assert_eq!(serde_json::from_str::<Dossier>(&json).expect("BUG: it reads back"), bare);
    }
}
