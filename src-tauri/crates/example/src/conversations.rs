//! The conversations of the year: who sat together, and the leervragen that were set.

use chrono::NaiveDate;
use domain::cohort::{CohortDocument, CohortStudent};
use domain::conversation::{Conversation, ConversationKind};
use domain::ids::{ConversationId, StudentNumber};
use domain::text::FilledText;

/// Two leervragen that belong together, taken in turn.
const QUESTIONS: [[&str; 2]; 4] = [
    ["Hoe krijg ik een klas rustig zonder boos te worden?", "Wanneer vraag ik om hulp, en aan wie?"],
    ["Past het leraarschap bij wie ik ben?", "Hoe bouw ik een band op met een klas die ik weinig zie?"],
    ["Hoe ga ik om met feedback die schuurt?", "Wat zie ik bij leerlingen die stil zijn?"],
    ["Hoe leg ik iets uit aan wie het niet snapt?", "Wat vraagt het beroep buiten de les?"],
];
const LATER: [&str; 2] =
    ["Hoe houd ik vast wat nu lukt als de klas tegenspel geeft?", "Wat wil ik nog leren voor de zomer?"];

/// The conversations of every student of a cohort, the same every time.
pub fn conversations(document: &CohortDocument) -> Vec<(StudentNumber, Conversation)> {
    let each = document.students.iter().enumerate();
    each.flat_map(|(place, student)| of(place, student).map(|said| (student.number.clone(), said))).collect()
}

fn of(place: usize, student: &CohortStudent) -> impl Iterator<Item = Conversation> + use<> {
    use ConversationKind::{Eindevaluatie, Kennismaking, Startgesprek, Tussenevaluatie};
    let shift = u32::try_from(place % 3).unwrap_or_default();
    let first = QUESTIONS[place % QUESTIONS.len()];
    let (mentor, educator) = (student.placement.mentor.clone(), student.placement.school_educator.clone());
    let name = student.name.to_string();
    let later = LATER;
    let year = [
        (Kennismaking, (2024, 10, 7 + shift), vec![name.clone(), educator.clone()], Vec::new(), ""),
        (
            Startgesprek,
            (2024, 11, 18 + shift),
            vec![name.clone(), mentor.clone()],
            first.to_vec(),
            "De student kiest zelf de lessen waarin deze vragen aan bod komen.",
        ),
        (
            Tussenevaluatie,
            (2025, 1, 23 + shift),
            vec![name.clone(), mentor.clone(), educator.clone()],
            vec![first[1], later[0]],
            "",
        ),
        (Eindevaluatie, (2025, 4, 8 + shift), vec![name, mentor, educator], vec![later[1]], ""),
    ];
    let said = move |(at, (kind, (year, month, day), who, questions, notes)): (usize, Planned)| Conversation {
        id: ConversationId::new(&format!("g{}", at + 1)).expect("BUG: an id"),
        kind,
        date: NaiveDate::from_ymd_opt(year, month, day).expect("BUG: a day"),
        participants: who.iter().filter_map(|name| FilledText::new(name).ok()).collect(),
        questions: questions.iter().filter_map(|text| FilledText::new(text).ok()).collect(),
        notes: notes.to_owned(),
    };
    year.into_iter().enumerate().map(said)
}

/// Kind, day, who, leervragen, notes.
type Planned = (ConversationKind, (i32, u32, u32), Vec<String>, Vec<&'static str>, &'static str);
