//! *Gesprekken* with their leervragen, the standing on the other leeruitkomsten, and the original of a data point.
//!
//! Promises: every change is one act that can be taken back; a date outside the year is refused before it is written;
//! nothing here weighs.

use crate::api::*;
use crate::marking::{hex, in_year, known};
use crate::workbench::{Workbench, date_of, number_of};
use chrono::NaiveDate;
use domain::conversation::{Conversation, ConversationKind};
use domain::dossier::Dossier;
use domain::evidence::Provenance;
use domain::ids::{ConversationId, DataPointId, StudentNumber};
use domain::student::{LearningOutcome, Standing};
use domain::text::FilledText;
use std::path::Path;

impl Workbench {
    /// Keeps a conversation: a new one, or the one with its key changed.
    pub fn save_conversation(&mut self, number: &str, new: &NewConversation) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let id = match &new.id {
            Some(id) => conversation_id(id)?,
            None => {
                let mut random = [0; 8];
                self.host.random(&mut random);
                conversation_id(&format!("g-{}", hex(&random)))?
            }
        };
        let said = Conversation {
            id,
            kind: kind_of(new.kind),
            date: date_of(&new.date)?,
            participants: filled(&new.participants),
            questions: filled(&new.questions),
            notes: new.notes.trim().to_owned(),
        };
        let before = self.store.reader().conversation(&student, &said.id)?;
        if new.id.is_some() && before.is_none() {
            return Err(Problem::user(ProblemCode::UnknownConversation, number));
        }
        if before.as_ref() != Some(&said) {
            self.undoable("conversation.save", number, |writer| {
                known(writer, &student)?;
                in_year(&writer.calendar()?, &new.date, said.date)?;
                Ok(writer.put_conversation(&student, &said)?)
            })?;
        }
        self.dossier(number)
    }

    /// Takes a conversation out.
    pub fn remove_conversation(&mut self, number: &str, conversation: &str) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let id = conversation_id(conversation)?;
        self.undoable("conversation.remove", number, |writer| {
            if writer.conversation(&student, &id)?.is_none() {
                return Err(Problem::user(ProblemCode::UnknownConversation, number));
            }
            Ok(writer.remove_conversation(&student, &id)?)
        })?;
        self.dossier(number)
    }

    /// Keeps where a student stands on another leeruitkomst; without a status it is unknown again.
    pub fn save_standing(
        &mut self,
        number: &str,
        luk: &str,
        status: &str,
        date: Option<&str>,
    ) -> Result<DossierReply, Problem> {
        let student = number_of(number)?;
        let mut others = LearningOutcome::ALL.into_iter().filter(|known| *known != LearningOutcome::Beroep);
        let luk = others
            .find(|known| crate::convert::word(known) == luk)
            .ok_or_else(|| Problem::user(ProblemCode::UnknownOutcome, luk))?;
        let date = date.filter(|text| !text.trim().is_empty());
        let date = date.map(|text| date_of(text).map(|day| (text, day))).transpose()?;
        let status = status.trim().to_owned();
        if let Some((text, day)) = date {
            in_year(&self.store.reader().calendar()?, text, day)?;
        }
        let found = self.store.reader().student(&student)?;
        let mut found = found.ok_or_else(|| Problem::user(ProblemCode::UnknownStudent, student.to_string()))?;
        let before = found.standings.clone();
        found.standings.retain(|standing| standing.luk != luk);
        if !status.is_empty() {
            found.standings.push(Standing { luk, status, date: date.map(|(_, day)| day) });
        }
        found.standings.sort_by_key(|standing| standing.luk);
        if found.standings != before {
            self.undoable("standing.save", number, |writer| Ok(writer.put_student(&found)?))?;
        }
        self.dossier(number)
    }

    /// The kept file that a data point was read from, as it came in; `file_not_found` when there is none.
    pub fn original(&self, number: &str, datapoint: &str) -> Result<OriginalFile, Problem> {
        let student = number_of(number)?;
        let unknown = || Problem::user(ProblemCode::UnknownDataPoint, datapoint);
        let id = DataPointId::new(datapoint).map_err(|_| unknown())?;
        let reader = self.store.reader();
        let found = reader.datapoint(&student, &id)?.ok_or_else(unknown)?;
        let Provenance::File { hash, .. } = &found.provenance else {
            return Err(Problem::user(ProblemCode::FileNotFound, datapoint));
        };
        let file = reader.file(hash)?.ok_or_else(|| Problem::user(ProblemCode::FileNotFound, datapoint))?;
        // A name from elsewhere may carry a folder; only its last part names a file here.
        let last = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let name =
            Path::new(last).file_name().map_or_else(|| "origineel".to_owned(), |name| name.to_string_lossy().into());
        Ok(OriginalFile { name, bytes: file.bytes })
    }
}

/// The conversations of a dossier by date, as the window shows them on `today`.
pub(crate) fn views(dossier: &Dossier, today: NaiveDate) -> Vec<ConversationView> {
    let mut all: Vec<&Conversation> = dossier.conversations.iter().collect();
    all.sort_by(|a, b| (a.date, a.kind, &a.id).cmp(&(b.date, b.kind, &b.id)));
    let texts = |list: &[FilledText]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let view = |said: &Conversation| ConversationView {
        id: said.id.to_string(),
        kind: kind(said.kind),
        date: said.date.to_string(),
        planned: said.date > today,
        participants: texts(&said.participants),
        questions: texts(&said.questions),
        notes: said.notes.clone(),
        before: texts(dossier.questions_before(said.date)),
    };
    all.into_iter().map(view).collect()
}

/// Writes the conversations of the example in one act.
pub(crate) fn put_all(bench: &mut Workbench, all: &[(StudentNumber, Conversation)]) -> Result<(), Problem> {
    bench.undoable("conversation.save", "", |writer| {
        for (student, said) in all {
            writer.put_conversation(student, said)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn filled(texts: &[String]) -> Vec<FilledText> {
    texts.iter().filter_map(|text| FilledText::new(text).ok()).collect()
}

fn conversation_id(text: &str) -> Result<ConversationId, Problem> {
    ConversationId::new(text).map_err(|_| Problem::user(ProblemCode::UnknownConversation, text))
}

fn kind(kind: ConversationKind) -> ConversationKindCode {
    match kind {
        ConversationKind::Kennismaking => ConversationKindCode::Kennismaking,
        ConversationKind::Startgesprek => ConversationKindCode::Startgesprek,
        ConversationKind::Tussenevaluatie => ConversationKindCode::Tussenevaluatie,
        ConversationKind::Eindevaluatie => ConversationKindCode::Eindevaluatie,
    }
}

fn kind_of(code: ConversationKindCode) -> ConversationKind {
    match code {
        ConversationKindCode::Kennismaking => ConversationKind::Kennismaking,
        ConversationKindCode::Startgesprek => ConversationKind::Startgesprek,
        ConversationKindCode::Tussenevaluatie => ConversationKind::Tussenevaluatie,
        ConversationKindCode::Eindevaluatie => ConversationKind::Eindevaluatie,
    }
}
