//! Files as users have them: exact counts, and what waits or is refused, with its place.

use domain::framework::WeightFramework;
use domain::student::Student;
use domain::year::{AcademicYear, Calendar};
use intake::{Ask, Content, Context, FindingCode, Kind, Mapping, PendingReason, Read, SourceFile};
use std::fs;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name)).expect("BUG: a sample")
}

fn read_bytes(name: &str, bytes: &[u8], students: &[Student]) -> Read {
    let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
    let (framework, calendar) = (WeightFramework::example(), Calendar::usual(year));
    let context = Context { framework: &framework, year, calendar: &calendar, students };
    intake::read(&SourceFile { name, bytes }, &ask(None), &context)
}

fn ask(mapping: Option<&Mapping>) -> Ask<'_> {
    let today = chrono::NaiveDate::from_ymd_opt(2025, 6, 12).expect("BUG: a day");
    Ask { kind: None, mapping, remembered: None, modified: None, today }
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

fn rows(read: &Read) -> &[intake::EvidenceRow] {
    match &read.content {
        Content::Evidence(rows) => rows,
        other => panic!("{other:?} {:?}", read.findings),
    }
}

fn codes(read: &Read) -> Vec<FindingCode> {
    read.findings.iter().map(|found| found.code).collect()
}

#[test]
fn the_workbook_that_was_made_by_hand() {
    let read = read("Drama-observaties.xlsx", &students());
    let rows = rows(&read);
    assert_eq!(read.kind, Kind::Forms);
    let marks = || rows.iter().flat_map(|row| &row.datapoint.indications);
    let silent = marks().filter(|mark| mark.observation == domain::evidence::Observation::NotObserved).count();
    assert_eq!((rows.len(), marks().count() - silent, silent, read.pending.len()), (45, 136, 44, 0));
    let authors: std::collections::BTreeSet<_> = rows
        .iter()
        .map(|row| {
            (row.sheet.as_deref().unwrap_or_default(), row.datapoint.author.as_ref().expect("BUG: named").as_str())
        })
        .collect();
    assert_eq!(
        authors.into_iter().collect::<Vec<_>>(),
        [("Groep A", "Liesbeth Korving"), ("Groep B", "Onno Terpstra")]
    );
    assert!(rows.iter().all(|row| row.datapoint.role == "dramadocent" && row.datapoint.source.as_str() == "drama"));
    let absent = read.findings.iter().filter(|found| found.code == FindingCode::Absent).count();
    assert_eq!(absent, 3);
    // The date is merged down over the rows of a group.
    let days: std::collections::BTreeSet<_> = rows.iter().map(|row| row.datapoint.date.to_string()).collect();
    assert_eq!(days.len(), 4, "{days:?}");
    assert!(rows[0].datapoint.text.contains("Komt binnen, wacht tot iedereen kijkt"), "{}", rows[0].datapoint.text);
}

#[test]
fn notes_with_line_breaks_and_a_missing_quadrant() {
    let read = read("programma-notities.csv", &students());
    let rows = rows(&read);
    assert_eq!((read.kind, rows.len()), (Kind::Notes, 46));
    assert!(rows.iter().all(|row| row.datapoint.indications.is_empty()));
    let waits: Vec<_> = read.pending.iter().map(|row| (row.row, row.reason)).collect();
    assert_eq!(waits, [(7, PendingReason::QuadrantMissing)]);
    assert_eq!(rows.iter().filter(|row| row.datapoint.quadrant.is_none()).count(), 1);
    assert_eq!(rows.iter().filter(|row| row.datapoint.text.trim().matches('\n').count() > 1).count(), 6);
    assert!(rows.iter().any(|row| row.datapoint.text.contains("Brengt in: \"ik grijp te laat in\".")));
    assert!(rows.iter().all(|row| row.datapoint.author.is_some() && !row.datapoint.role.is_empty()));
}

#[test]
fn every_reflection_finds_its_student_and_its_date() {
    let students = students();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/reflecties");
    let mut found = std::collections::BTreeMap::new();
    let mut by_name = 0;
    for entry in fs::read_dir(folder).expect("BUG: a folder") {
        let name = entry.expect("BUG: readable").file_name().into_string().expect("BUG: a name");
        let read = read(&format!("reflecties/{name}"), &students);
        let [row] = rows(&read) else { panic!("{name}: {:?} {:?}", read.pending, read.findings) };
        by_name += usize::from(codes(&read).contains(&FindingCode::MatchedByName));
        assert!(row.datapoint.text.to_lowercase().contains("leraar"), "{name}");
        assert_eq!(row.datapoint.source.as_str(), "zelfinzicht");
        assert!(found.insert(row.student.to_string(), (row.datapoint.date.to_string(), name)).is_none());
    }
    assert_eq!((found.len(), by_name), (22, 2));
    for (number, day) in [
        ("9900417", "2025-05-20"),
        ("9901488", "2025-05-22"),
        ("9902084", "2025-05-28"),
        ("9901274", "2025-05-20"),
        ("9902471", "2025-05-19"),
    ] {
        assert_eq!(found[number].0, day);
    }
}

#[test]
fn mails_with_their_encodings_and_attachments() {
    let students = students();
    let mail = |name: &str| {
        let read = read(&format!("mails/{name}"), &students);
        let [row] = rows(&read) else { panic!("{name}: {:?}", read.pending) };
        row.clone()
    };
    let femke = mail("FW_ Femke Jorissen.eml");
    assert_eq!((femke.student.as_str(), femke.datapoint.date.to_string().as_str()), ("9901488", "2025-05-14"));
    assert!(
        femke.datapoint.text.contains("minder ‘wat vind je ervan’")
            || femke.datapoint.text.contains("minder ’wat vind je ervan’"),
        "{}",
        femke.datapoint.text
    );
    assert!(
        femke
            .datapoint
            .text
            .contains("poëzie gegeven aan medestudenten. Ze paste na de eerste ronde haar vraagstelling aan")
    );
    assert_eq!(femke.datapoint.author.expect("BUG: a sender").as_str(), "Arjen Mulderij");
    let daan = mail("SLB Daan van den Berg.eml");
    assert!(daan.datapoint.text.starts_with("Ha Rosalie,") && !daan.datapoint.text.contains('<'));
    let zoe = mail("Observatie Zoë de Leeuw.eml");
    assert!(zoe.datapoint.text.contains("Observatie dilemmales – Zoë de Leeuw.docx\n"), "{}", zoe.datapoint.text);
    assert!(zoe.datapoint.text.len() > 900);
}

#[test]
fn journals_hold_the_words_of_the_student_only() {
    let students = students();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/ejournal");
    let (mut entries, mut texts) = (0, String::new());
    for entry in fs::read_dir(folder).expect("BUG: a folder") {
        let name = entry.expect("BUG: readable").file_name().into_string().expect("BUG: a name");
        let read = read(&format!("ejournal/{name}"), &students);
        assert_eq!(read.kind, Kind::Archive);
        for row in rows(&read) {
            entries += 1;
            texts.push_str(&row.datapoint.text);
            assert!(name.contains(row.student.as_str()) && row.datapoint.role == "student");
        }
    }
    assert_eq!(entries, 19);
    assert!(texts.contains("een les is geen presentatie") && !texts.contains("Ik zei niets omdat je het redde"));
    assert!(!texts.contains('<') && !texts.contains("\\u"));
    let with = Mapping { comments: domain::ids::SourceId::new("werkplek").ok(), ..Mapping::default() };
    let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
    let (framework, calendar) = (WeightFramework::example(), Calendar::usual(year));
    let context = Context { framework: &framework, year, calendar: &calendar, students: &students };
    let bytes = bytes("ejournal/s9900417_data_archive.zip");
    let heard = intake::read(&SourceFile { name: "s9900417.zip", bytes: &bytes }, &ask(Some(&with)), &context);
    let brakman =
        rows(&heard).iter().find(|row| row.datapoint.text.starts_with("Ik zei niets")).expect("BUG: a comment");
    assert_eq!(brakman.datapoint.author.as_ref().expect("BUG: named").as_str(), "Tineke Brakman");
}

#[test]
fn hostile_files_are_refused_or_read_as_plain_text() {
    let students = students();
    let first = |name: &str| {
        let read = read(&format!("bad/{name}"), &students);
        (codes(&read).first().copied(), read)
    };
    assert_eq!(first("entiteitenbom.docx").0, Some(FindingCode::DtdRefused));
    assert_eq!(first("zipbom.docx").0, Some(FindingCode::UnpackedTooLarge));
    assert_eq!(first("een-regel-quote-10MB.csv.zip").0, Some(FindingCode::NoJournalArchive));
    assert_eq!(first("diep-genest.pdf").0, Some(FindingCode::PdfUnreadable));
    let (_, slip) = first("zipslip.docx");
    assert!(codes(&slip).contains(&FindingCode::OddPath));
    let (_, journal) = first("zipbom-ejournal.zip");
    assert!(codes(&journal).contains(&FindingCode::AttachmentTooLarge));
    assert!(!rows(&journal).is_empty() || !journal.pending.is_empty());
    for name in ["bewijs-script.html", "bewijs-script.eml"] {
        let bytes = bytes(&format!("bad/{name}"));
        let Ok(intake::Raw::Document(document)) = intake::unpack(&SourceFile { name, bytes: &bytes }, None) else {
            panic!("{name} is a document")
        };
        assert!(document.text.contains("Goede start van de les.\n") && document.text.ends_with("Slot was rommelig."));
        assert!(!document.text.contains(['<', '>']) && !document.text.contains("script"), "{}", document.text);
    }
}

#[test]
fn what_it_is_not_is_said() {
    for (name, code) in [
        ("brief.pdf", FindingCode::PdfUnreadable),
        ("brief.docx", FindingCode::FileBroken),
        ("mail.msg", FindingCode::FileBroken),
        ("oud.doc", FindingCode::OldFormat),
        ("x", FindingCode::KindNotRead),
    ] {
        assert_eq!(codes(&read_bytes(name, b"inhoud", &[])), [code], "{name}");
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
