//! Students with their evidence.

use crate::chance::Chance;
use crate::people::{self, DRAMA, EDUCATORS, MENTORS, PARTNERSHIP, SCHOOLS, SUBJECTS, Situation, TUTORS, situation_of};
use crate::texts::{OPENINGS, STATEMENT_DOUBT, STATEMENT_NO, STATEMENT_YES, WORDS};
use chrono::{Days, NaiveDate};
use domain::cohort::{CohortDataPoint, CohortDocument, CohortIndication, CohortStudent, FORMAT, VERSION};
use domain::evidence::{Moment, Quadrant};
use domain::framework::WeightFramework;
use domain::ids::{DataPointId, SourceId, StudentNumber};
use domain::student::{Answer, LearningOutcome, Placement, Standing, Statement};
use domain::text::{FilledText, Span};
use domain::year::{AcademicYear, Calendar};

/// First student number.
const FIRST_NUMBER: usize = 9_000_001;

/// One contribution of the year: source, moment, day, role, criteria it speaks of.
struct Visit {
    source: &'static str,
    moment: Moment,
    month: u32,
    day: u32,
    role: &'static str,
    quadrant: Quadrant,
    criteria: &'static [usize],
}

const fn visit(
    source: &'static str,
    moment: Moment,
    (month, day): (u32, u32),
    role: &'static str,
    quadrant: Quadrant,
    criteria: &'static [usize],
) -> Visit {
    Visit { source, moment, month, day, role, quadrant, criteria }
}

use Moment::{Eindevaluatie, Kennismaking, Overig, Startgesprek, Tussenevaluatie};
use Quadrant::{AcquisitieGeconstrueerd, AcquisitieRealistisch, ParticipatieGeconstrueerd, ParticipatieRealistisch};

const YEAR: [Visit; 13] = [
    visit("programma", Kennismaking, (9, 18), "instituutsopleider", AcquisitieGeconstrueerd, &[4]),
    visit("werkplek", Startgesprek, (11, 14), "werkplekbegeleider", ParticipatieRealistisch, &[0, 1]),
    visit("drama", Overig, (11, 21), "dramadocent", ParticipatieGeconstrueerd, &[1, 2, 5]),
    visit("programma", Overig, (12, 5), "instituutsopleider", AcquisitieRealistisch, &[3, 4, 8]),
    visit("werkplek", Tussenevaluatie, (1, 23), "werkplekbegeleider", ParticipatieRealistisch, &[0, 1, 2, 3, 4]),
    visit("drama", Overig, (2, 6), "dramadocent", ParticipatieGeconstrueerd, &[0, 2, 3, 6]),
    visit("programma", Overig, (3, 6), "schoolopleider", AcquisitieRealistisch, &[1, 3, 5, 7]),
    visit("werkplek", Overig, (3, 20), "schoolopleider", ParticipatieRealistisch, &[2, 4, 6]),
    visit("werkplek", Eindevaluatie, (4, 8), "werkplekbegeleider", ParticipatieRealistisch, &[0, 1, 2, 3, 5, 6]),
    visit("drama", Overig, (4, 3), "dramadocent", ParticipatieGeconstrueerd, &[4, 7, 8]),
    visit("programma", Overig, (4, 24), "instituutsopleider", AcquisitieRealistisch, &[0, 2, 6, 8]),
    visit("zelfinzicht", Overig, (3, 13), "student", AcquisitieRealistisch, &[0, 2, 4, 5, 8]),
    visit("zelfinzicht", Overig, (5, 15), "student", AcquisitieRealistisch, &[4, 5, 6, 7, 8]),
];

fn year() -> AcademicYear {
    AcademicYear::parse("2024-2025").expect("BUG: a year")
}

/// A cohort of `students`, the same for the same `seed`.
pub fn cohort(students: usize, seed: u64) -> CohortDocument {
    let mut chance = Chance::new(seed);
    let students = (0..students).map(|place| student(place, &mut chance)).collect();
    document(students)
}

fn document(students: Vec<CohortStudent>) -> CohortDocument {
    CohortDocument {
        format: FORMAT.to_owned(),
        version: VERSION,
        partnership: PARTNERSHIP.to_owned(),
        year: year(),
        framework: None,
        weights: None,
        unused_sources: std::collections::BTreeSet::new(),
        students,
    }
}

fn student(place: usize, chance: &mut Chance) -> CohortStudent {
    let situation = situation_of(place);
    let name = people::name(place, chance);
    let subject = chance.pick(&SUBJECTS);
    let school = SCHOOLS[place % SCHOOLS.len()];
    let elsewhere = chance.below(5) == 0;
    let placed = if elsewhere { chance.pick(&SUBJECTS) } else { subject };
    let mentor = chance.pick(&MENTORS);
    let educator = EDUCATORS[place % EDUCATORS.len()];
    let voices = Voices { mentor, educator, tutor: chance.pick(&TUTORS), drama: chance.pick(&DRAMA), own: &name };
    let visits = YEAR.iter().filter(|visit| !skipped(situation, place, visit));
    let datapoints = visits.enumerate().map(|(at, visit)| datapoint(at, visit, situation, &voices, chance)).collect();
    CohortStudent {
        number: StudentNumber::new(&(FIRST_NUMBER + place).to_string()).expect("BUG: a number"),
        name: FilledText::new(&name).expect("BUG: a name"),
        programme: format!("voltijd Leraar vo tweede graad {subject}"),
        subject: subject.to_owned(),
        placement: Placement {
            school: school.to_owned(),
            subject: placed.to_owned(),
            mentor: mentor.to_owned(),
            school_educator: educator.to_owned(),
        },
        outcomes: standings(situation),
        statements: statement(situation).into_iter().collect(),
        datapoints,
    }
}

struct Voices<'a> {
    mentor: &'a str,
    educator: &'a str,
    tutor: &'a str,
    drama: &'a str,
    own: &'a str,
}

fn skipped(situation: Situation, place: usize, visit: &Visit) -> bool {
    match situation {
        Situation::Incomplete if place % 24 < 12 => visit.source == "drama",
        Situation::Incomplete => visit.source == "programma",
        _ => false,
    }
}

/// The level a source gives a criterion in a situation.
fn level(situation: Situation, source: &str, criterion: usize, chance: &mut Chance) -> u8 {
    let jitter = chance.below(4);
    let around = |usual: u8, other: u8| if jitter == 0 { other } else { usual };
    match situation {
        Situation::Above | Situation::ArguedNo | Situation::Retake => around(2, 3),
        Situation::Below => around(1, 0),
        Situation::Depends => match source {
            "werkplek" => around(2, 3),
            "zelfinzicht" => 2,
            "drama" => 1,
            _ if criterion.is_multiple_of(2) => 1,
            _ => around(2, 1),
        },
        Situation::Discrepancy => match (source, criterion) {
            ("werkplek", 2 | 3) => around(1, 0),
            ("werkplek", _) => 2,
            (_, 2 | 3) => 3,
            _ => around(2, 3),
        },
        Situation::Incomplete | Situation::NoStatement | Situation::Unmarked | Situation::Deviation => around(2, 1),
    }
}

fn datapoint(
    at: usize,
    visit: &Visit,
    situation: Situation,
    voices: &Voices<'_>,
    chance: &mut Chance,
) -> CohortDataPoint {
    let own = visit.source == "zelfinzicht";
    let mut text = if own { String::new() } else { (chance.pick(&OPENINGS)).to_owned() };
    let mut indications = Vec::new();
    // Later notes of an unmarked dossier wait for the assessor.
    let marked = situation != Situation::Unmarked || at < 4;
    let framework = WeightFramework::example();
    for criterion in visit.criteria {
        let level = level(situation, visit.source, *criterion, chance);
        let words = &WORDS[*criterion];
        let sentence = match (own, level >= 2) {
            (true, true) => chance.pick(&words.own_high),
            (true, false) => chance.pick(&words.own_low),
            (false, true) => chance.pick(&words.high),
            (false, false) => chance.pick(&words.low),
        };
        if !text.is_empty() {
            text.push(' ');
        }
        let start = scalars(&text);
        text.push_str(sentence);
        if marked {
            let criterion = framework.criteria[*criterion].id.clone();
            let excerpt = Some(Span { start, end: scalars(&text) });
            indications.push(CohortIndication { criterion, level: Some(level), excerpt });
        }
    }
    let calendar = Calendar::usual(year());
    let first = NaiveDate::from_ymd_opt(year().calendar_year_of(visit.month), visit.month, visit.day);
    let date = first.expect("BUG: a day") + Days::new(chance.below(5) as u64);
    let author = match visit.role {
        "werkplekbegeleider" => voices.mentor,
        "schoolopleider" => voices.educator,
        "instituutsopleider" => voices.tutor,
        "dramadocent" => voices.drama,
        _ => voices.own,
    };
    CohortDataPoint {
        id: DataPointId::new(&format!("d{:02}", at + 1)).expect("BUG: an id"),
        source: SourceId::new(visit.source).expect("BUG: an id"),
        author: Some(author.to_owned()),
        role: visit.role.to_owned(),
        date,
        period: calendar.period_of(date).expect("BUG: a day of the year"),
        quadrant: Some(visit.quadrant),
        moment: visit.moment,
        established: true,
        text,
        indications,
    }
}

fn scalars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).expect("BUG: short texts")
}

fn statement(situation: Situation) -> Option<Statement> {
    let (kan, wil, text) = match situation {
        Situation::NoStatement => return None,
        Situation::ArguedNo => (Answer::Ja, Answer::Nee, STATEMENT_NO),
        Situation::Depends | Situation::Incomplete => (Answer::Ja, Answer::Twijfel, STATEMENT_DOUBT),
        Situation::Below => (Answer::Twijfel, Answer::Twijfel, STATEMENT_DOUBT),
        _ => (Answer::Ja, Answer::Ja, STATEMENT_YES),
    };
    let date = NaiveDate::from_ymd_opt(2025, 5, 20).expect("BUG: a day");
    Some(Statement { date, kan, wil, text: text.to_owned() })
}

fn standings(situation: Situation) -> Vec<Standing> {
    let status = if situation == Situation::Below { "nog niet aangetoond" } else { "aangetoond" };
    let standing = |luk, status: &str, month, day| Standing {
        luk,
        status: status.to_owned(),
        date: NaiveDate::from_ymd_opt(2025, month, day),
    };
    vec![
        standing(LearningOutcome::PositiefLeerklimaat, status, 4, 11),
        standing(LearningOutcome::Onderwijsactiviteit, "aangetoond", 2, 14),
        Standing { luk: LearningOutcome::Lerende, status: "loopt".to_owned(), date: None },
    ]
}

/// Many students with `datapoints` each and `indications` over all of them together: for measuring, not for reading.
pub fn bulk(students: usize, datapoints: usize, indications: usize, seed: u64) -> CohortDocument {
    let mut chance = Chance::new(seed);
    let framework = WeightFramework::example();
    let students = (0..students).map(|place| {
        let mut student = student(place, &mut Chance::new(seed));
        student.number = StudentNumber::new(&(FIRST_NUMBER + place).to_string()).expect("BUG: a number");
        let kept = student.datapoints.clone();
        student.datapoints = (0..datapoints)
            .map(|at| {
                let mut point = kept[at % kept.len()].clone();
                point.id = DataPointId::new(&format!("d{at:03}")).expect("BUG: an id");
                let share = indications * (at + 1) / datapoints - indications * at / datapoints;
                let criteria = framework.criteria.len();
                let first = chance.below(criteria);
                point.indications = (0..share)
                    .map(|step| CohortIndication {
                        criterion: framework.criteria[(first + step) % criteria].id.clone(),
                        level: Some(u8::try_from(chance.below(4)).expect("BUG: small")),
                        excerpt: None,
                    })
                    .collect();
                point
            })
            .collect();
        student
    });
    document(students.collect())
}
