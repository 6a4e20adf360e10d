//! Files as users have them: exact counts, and what waits or is refused, with its place.

use domain::framework::WeightFramework;
use domain::student::Student;
use domain::year::{AcademicYear, Calendar};
use intake::{Ask, Content, Context, FindingCode, Kind, PendingReason, Read, SourceFile};
use std::fs;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name)).expect("BUG: a sample")
}

fn read_bytes(name: &str, bytes: &[u8], students: &[Student]) -> Read {
    let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
    let (framework, calendar) = (WeightFramework::example(), Calendar::usual(year));
    let context = Context { framework: &framework, year, calendar: &calendar, students };
    intake::read(&SourceFile { name, bytes }, &Ask::default(), &context)
}

fn read(name: &str, students: &[Student]) -> Read {
    read_bytes(name, &bytes(name), students)
}

fn students() -> Vec<Student> {
    match read("studenten.csv", &[]).content {
        Content::Students(rows) => rows.into_iter().map(|row| row.value).collect(),
        other => panic!("a student list is read as {other:?}"),
    }
}

#[test]
fn the_student_list_of_dutch_excel() {
    let students = students();
    assert_eq!(students.len(), 24);
    let of = |number: &str| students.iter().find(|student| student.number.as_str() == number).expect("BUG: there");
    assert_eq!(of("9900417").name.as_str(), "Noëlle Aaltink");
    assert_eq!(of("9901274").name.as_str(), "Maartje van ’t Hof");
    assert_eq!(of("9902365").placement.mentor, "Jolanda Fikse; Margot Horstink");
    assert_eq!(of("9901356").placement.mentor, "");
    assert_eq!(of("9900417").programme, "voltijd Leraar vo tweede graad Nederlands");
    let own = students.iter().filter(|student| student.subject != student.placement.subject).count();
    assert_eq!(own, 7);
}

#[test]
fn the_eindevaluatie_with_its_double_and_its_mistyped_number() {
    let read = read("Eindevaluatie werkplek(1-24).xlsx", &students());
    let Content::Evidence(rows) = &read.content else { panic!("{:?}", read.findings) };
    assert_eq!(rows.len(), 22);
    assert_eq!(rows.iter().map(|row| row.datapoint.indications.len()).sum::<usize>(), 154);
    let waits: Vec<_> = read.pending.iter().map(|row| (row.row, row.reason)).collect();
    assert_eq!(waits, [(11, PendingReason::LikelyDouble), (20, PendingReason::UnknownNumber)]);
    assert_eq!(read.pending[1].candidates[0].as_str(), "9902084");
    assert_eq!(rows.iter().filter(|row| !row.datapoint.established).map(|row| row.row).collect::<Vec<_>>(), [17]);
    let blank = rows.iter().find(|row| row.row == 23).expect("BUG: row 23");
    let without = blank.datapoint.indications.iter().filter(|indication| indication.excerpt.is_none());
    assert_eq!(without.map(|indication| indication.criterion.as_str()).collect::<Vec<_>>(), ["K2"]);
    for row in rows {
        row.datapoint.check(&WeightFramework::example()).expect("BUG: every passage lies in its text");
        let excerpts = row.datapoint.indications.iter().filter_map(|indication| indication.excerpt);
        for span in excerpts {
            let words = span.of(&row.datapoint.text).expect("BUG: inside");
            assert!(!words.contains('\n') && !words.trim().is_empty());
        }
    }
}

#[test]
fn the_tussenevaluatie_with_numbers_in_disguise_and_unknown_authors() {
    let read = read("Tussenevaluatie werkplek(1-22).xlsx", &students());
    let Content::Evidence(rows) = &read.content else { panic!("{:?}", read.findings) };
    assert_eq!((rows.len(), read.pending.len()), (22, 0));
    let marks = rows.iter().flat_map(|row| &row.datapoint.indications);
    let silent = marks.clone().filter(|mark| mark.observation == domain::evidence::Observation::NotObserved).count();
    assert_eq!((marks.count() - silent, silent), (150, 4));
    let unknown: Vec<_> = read.findings.iter().filter(|found| found.code == FindingCode::AuthorUnknown).collect();
    assert_eq!(unknown.iter().map(|found| found.row).collect::<Vec<_>>(), [Some(9), Some(11), Some(19)]);
    let days: std::collections::BTreeSet<_> = rows.iter().map(|row| row.datapoint.date.to_string()).collect();
    assert!(days.iter().all(|day| day.starts_with("2025-01-")), "{days:?}");
}

#[test]
fn reading_again_gives_the_same_rows_and_a_renamed_download_the_same_keys() {
    let students = students();
    let first = read("Eindevaluatie werkplek(1-24).xlsx", &students);
    let renamed =
        read_bytes("Eindevaluatie werkplek(1-30).xlsx", &bytes("Eindevaluatie werkplek(1-24).xlsx"), &students);
    let (Content::Evidence(first), Content::Evidence(renamed)) = (first.content, renamed.content) else {
        panic!("both are read")
    };
    assert_eq!(first, renamed);
}

#[test]
fn what_is_broken_is_refused_with_its_cause_and_place() {
    let code = |name: &str| {
        let read = read(name, &students());
        assert!(matches!(read.content, Content::Nothing), "{name}");
        let finding = read.findings.into_iter().next().expect("BUG: a reason");
        (finding.code, finding.row, finding.column, finding.value)
    };
    assert_eq!(code("bad/afgekapt.xlsx").0, FindingCode::FileBroken);
    assert_eq!(code("bad/wachtwoord.xlsx").0, FindingCode::PasswordProtected);
    assert_eq!(code("bad/leeg.csv").0, FindingCode::FileEmpty);
    assert_eq!(code("bad/leeg.docx").0, FindingCode::FileEmpty);
    let far = code("bad/cel-XFD1048576.xlsx");
    assert_eq!(far.0, FindingCode::FarCell);
    assert!(far.3.ends_with("XFD1048576"), "{}", far.3);
    let nul = code("bad/nul-teken.csv");
    assert_eq!((nul.0, nul.1, nul.2.as_deref()), (FindingCode::NulCharacter, Some(3), Some("Achternaam")));
    let picture = code("bad/foto.docx");
    assert_eq!((picture.0, picture.3.as_str()), (FindingCode::OtherThanNamed, "JPEG"));
}

#[test]
fn a_quote_that_never_closes_is_found_at_once() {
    let mut text = String::from("Studentnummer;Achternaam;Roepnaam\n9900001;\"");
    text.push_str(&"lang ".repeat(200_000));
    let read = read_bytes("lijst.csv", text.as_bytes(), &[]);
    let finding = &read.findings[0];
    assert_eq!((finding.code, finding.row), (FindingCode::QuoteNotClosed, Some(2)));
    assert_eq!(finding.column.as_deref(), Some("Achternaam"));
}

#[test]
fn formulas_are_text_with_a_warning() {
    let read = read("bad/formules.csv", &[]);
    assert!(matches!(read.content, Content::Students(_)), "{:?}", read.findings);
    let warned = read.findings.iter().filter(|found| found.code == FindingCode::LooksLikeFormula).count();
    assert!(warned >= 5, "{warned}");
}

#[test]
fn other_kinds_are_named_and_refused() {
    for (name, kind) in
        [("brief.pdf", Kind::Pdf), ("brief.docx", Kind::Document), ("mail.eml", Kind::Mail), ("x", Kind::Unknown)]
    {
        let read = read_bytes(name, b"inhoud", &[]);
        assert_eq!(read.kind, kind);
        assert_eq!(read.findings[0].code, FindingCode::KindNotRead);
    }
}

#[test]
fn mutated_workbooks_do_no_harm() {
    let sound = bytes("Eindevaluatie werkplek(1-24).xlsx");
    let students = students();
    for at in (0..sound.len()).step_by(97) {
        let mut broken = sound.clone();
        broken[at] ^= 0x55;
        let _ = read_bytes("x.xlsx", &broken, &students);
        let _ = read_bytes("x.xlsx", &sound[..at], &students);
    }
}
