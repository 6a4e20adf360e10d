//! Results for Brightspace and OSIRIS: what is filled in, that nothing else changes, and what is left and said.

mod desk;

use calamine::{Data, Reader, Xlsx};
use commands::api::{CodeChoice, OutputFate, OutputPreview, OutputRequest, OutputSystem, ProblemCode};
use commands::{FileAsk, ImportAsk, Tongue, Workbench, problem_sentence};
use desk::{Machine, judge};
use rust_xlsxwriter::{DataValidation, Workbook};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const SHEET: &str = "xl/worksheets/sheet1.xml";
/// In the sample template: row 9, 10 and 11.
const THREE: [&str; 3] = ["9900417", "9900523", "9900688"];
/// In the sample template, and nowhere here; and the other way round.
const STRANGER: &str = "9899312";
const MISSING: &str = "9901356";

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../intake/tests/samples").join(name)
}

fn bring_in(bench: &mut Workbench, path: &Path) {
    let preview = bench.import(&[FileAsk::path(path)], &ImportAsk::default(), &mut |_| true).expect("BUG: read");
    assert!(preview.files[0].report.findings.iter().all(|finding| finding.severity != "error"));
}

/// The students of the samples, three of them judged, each with another outcome.
fn judged() -> (tempfile::TempDir, Workbench) {
    let (folder, mut bench) = desk::found("E. Examinator", Machine::new());
    bring_in(&mut bench, &sample("studenten.csv"));
    for (number, outcome) in THREE.iter().zip(["nog niet aangetoond", "aangetoond", "ruim aangetoond"]) {
        judge(&mut bench, number, 1, outcome);
    }
    (folder, bench)
}

fn request(system: OutputSystem, template: Option<&Path>) -> OutputRequest {
    let template = template.map(|path| path.display().to_string());
    OutputRequest {
        system,
        template,
        numbers: Vec::new(),
        item: String::new(),
        replace: false,
        codes: Vec::new(),
        seen: None,
    }
}

fn chosen() -> Vec<CodeChoice> {
    let pairs = [("nog niet aangetoond", "NV"), ("aangetoond", "V"), ("ruim aangetoond", "G")];
    pairs.map(|(outcome, code)| CodeChoice { outcome: outcome.into(), code: code.into() }).to_vec()
}

fn fate(preview: &OutputPreview, number: &str) -> OutputFate {
    preview.rows.iter().find(|row| row.number == number).expect("BUG: a row").fate
}

/// Parts in their order: name, packed bytes, and the same unpacked.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("BUG: a package");
    (0..archive.len())
        .map(|place| {
            let (mut packed, mut plain) = (Vec::new(), Vec::new());
            let mut part = archive.by_index_raw(place).expect("BUG: a part");
            let name = part.name().expect("BUG: a name").into_owned();
            part.read_to_end(&mut packed).expect("BUG: readable");
            drop(part);
            archive.by_index(place).expect("BUG: a part").read_to_end(&mut plain).expect("BUG: unpacked");
            (name, packed, plain)
        })
        .collect()
}

/// The same package with one part changed, and perhaps one added.
fn repacked(bytes: &[u8], change: impl Fn(&str) -> String, added: Option<&str>) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, _, plain) in parts(bytes) {
        to.start_file(&name, SimpleFileOptions::default()).expect("BUG: memory");
        let text = if name == SHEET { change(&String::from_utf8_lossy(&plain)).into_bytes() } else { plain };
        to.write_all(&text).expect("BUG: memory");
    }
    if let Some(name) = added {
        to.start_file(name, SimpleFileOptions::default()).expect("BUG: memory");
    }
    to.finish().expect("BUG: memory").into_inner()
}

/// What stands in a cell, row and column from 1 and 0.
fn cell(bytes: &[u8], sheet: &str, row: u32, column: u32) -> Data {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("BUG: a workbook");
    let range = book.worksheet_range(sheet).expect("BUG: a sheet");
    range.get_value((row - 1, column)).cloned().unwrap_or_default()
}

#[test]
fn a_template_of_osiris_is_filled_and_nothing_else_of_it_changes() {
    let (folder, mut bench) = judged();
    let template = sample("osiris-sjabloon.xlsx");
    let mut request = request(OutputSystem::Osiris, Some(&template));
    let preview = bench.preview_output(&request, Tongue::Dutch).expect("BUG: looked at");
    assert!(!preview.ready, "codes are proposed and not chosen");
    let codes = preview.codes.as_ref().expect("BUG: codes");
    assert_eq!(codes.allowed.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["V", "NV", "G", "NA"]);
    assert!(codes.choices.iter().all(|choice| !choice.chosen && !choice.code.is_empty()));
    let out = folder.path().join("ingevuld.xlsx");
    let refused = bench.write_output(&request, &out, Tongue::Dutch).expect_err("nobody chose");
    assert_eq!(refused.code, ProblemCode::CodesNotChosen);
    assert!(refused.value.contains("--code 'nog niet aangetoond=NV'") && !out.exists());

    request.codes = chosen();
    let preview = bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: written");
    assert_eq!((preview.attempt, preview.other_year.clone()), (Some(1), None));
    assert!(THREE.iter().all(|number| fate(&preview, number) == OutputFate::Filled));
    assert_eq!(fate(&preview, STRANGER), OutputFate::Stranger);
    assert_eq!(fate(&preview, MISSING), OutputFate::Missing);
    assert_eq!(fate(&preview, "9900731"), OutputFate::NoResult);

    let (before, after) = (fs::read(&template).expect("BUG: a sample"), fs::read(&out).expect("BUG: written"));
    assert_eq!(parts(&before).len(), parts(&after).len());
    for (old, new) in parts(&before).into_iter().zip(parts(&after)) {
        if old.0 != SHEET {
            assert_eq!(old, new, "{} was touched", old.0);
            continue;
        }
        let mut sheet = String::from_utf8(new.2).expect("BUG: text");
        for (row, code) in [(9, "NV"), (10, "V"), (11, "G")] {
            let filled = format!("<c r=\"D{row}\" t=\"inlineStr\"><is><t>{code}</t></is></c>");
            assert_eq!(sheet.matches(&filled).count(), 1);
            sheet = sheet.replace(&filled, "");
        }
        assert!(sheet.into_bytes() == old.2, "something besides the results changed in the sheet");
    }
    assert_eq!(cell(&after, "Cijferinvoer", 10, 3), Data::String("V".to_owned()));
    assert_eq!(cell(&after, "Cijferinvoer", 12, 3), Data::Empty);

    // Nothing else is written than what was looked at.
    request.seen = Some(preview.seen.clone());
    bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: as it was seen");
    request.numbers = vec![THREE[0].to_owned()];
    let refused = bench.write_output(&request, &out, Tongue::Dutch).expect_err("something else");
    assert_eq!(refused.code, ProblemCode::OutputChanged);
    assert!(fs::read(&out).expect("BUG: written") == after, "the file stays as it was");
    (request.seen, request.numbers) = (None, Vec::new());

    // What was chosen is remembered, and the same again gives the same file, in which everything stands already.
    request.codes = Vec::new();
    let again = folder.path().join("nog eens.xlsx");
    bench.write_output(&request, &again, Tongue::Dutch).expect("BUG: written");
    assert!(fs::read(&again).expect("BUG: written") == after);
    request.template = Some(out.display().to_string());
    let preview = bench.preview_output(&request, Tongue::Dutch).expect("BUG: looked at");
    assert!(THREE.iter().all(|number| fate(&preview, number) == OutputFate::Same) && !preview.ready);
    let acts: Vec<String> = bench.journal_all().expect("BUG: a journal").into_iter().map(|entry| entry.act).collect();
    assert_eq!(acts.iter().filter(|act| *act == "results.osiris").count(), 3);
}

#[test]
fn an_attempt_gets_its_own_result_and_what_stands_is_never_overwritten() {
    let (folder, mut bench) = judged();
    let first = sample("osiris-sjabloon.xlsx");
    let mut request = request(OutputSystem::Osiris, Some(&first));
    request.codes = chosen();
    let out = folder.path().join("eerste.xlsx");
    bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: written");
    judge(&mut bench, THREE[0], 2, "aangetoond");

    let bytes = fs::read(&first).expect("BUG: a sample");
    let second =
        repacked(&bytes, |sheet| sheet.replace("<c r=\"B6\" s=\"1\"><v>1</v>", "<c r=\"B6\" s=\"1\"><v>2</v>"), None);
    let path = folder.path().join("tweede.xlsx");
    fs::write(&path, second).expect("BUG: writable");
    request.template = Some(path.display().to_string());
    let preview = bench.preview_output(&request, Tongue::Dutch).expect("BUG: looked at");
    assert_eq!(preview.attempt, Some(2));
    let row = preview.rows.iter().find(|row| row.number == THREE[0]).expect("BUG: a row");
    assert_eq!((row.fate, row.value.as_str()), (OutputFate::Filled, "V"));
    assert_eq!(fate(&preview, THREE[1]), OutputFate::NoResult, "no second attempt");

    // The first attempt keeps its result in its own template; a revision of it does not overwrite what was handed in.
    request.template = Some(out.display().to_string());
    assert_eq!(fate(&bench.preview_output(&request, Tongue::Dutch).expect("BUG: read"), THREE[0]), OutputFate::Same);
    bench.start_revision(THREE[1], "Verkeerd overgenomen.").expect("BUG: begun");
    judge(&mut bench, THREE[1], 1, "ruim aangetoond");
    let preview = bench.preview_output(&request, Tongue::Dutch).expect("BUG: looked at");
    let row = preview.rows.iter().find(|row| row.number == THREE[1]).expect("BUG: a row");
    assert_eq!((row.fate, row.value.as_str(), row.outcome.as_str()), (OutputFate::Occupied, "V", "ruim aangetoond"));
    request.template = Some(first.display().to_string());
    let fresh = folder.path().join("vers.xlsx");
    bench.write_output(&request, &fresh, Tongue::Dutch).expect("BUG: written");
    let fresh = fs::read(&fresh).expect("BUG: written");
    assert_eq!(cell(&fresh, "Cijferinvoer", 10, 3), Data::String("G".to_owned()));
}

/// A template of another make: the result before the number, its list written out, a style on the column.
fn other_make(path: &Path, results: u16) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Invoer & meer").expect("BUG: a name");
    let list = DataValidation::new().allow_list_strings(&["VLD", "ONV"]).expect("BUG: a list");
    for column in 0..results {
        sheet.add_data_validation(3, column, 40, column, &list).expect("BUG: a list");
        sheet.write_string(2, column, "Resultaat").expect("BUG: a heading");
    }
    sheet.set_column_format(0, &rust_xlsxwriter::Format::new().set_unlocked()).expect("BUG: a format");
    sheet.write_string(2, 4, "Studentnummer").expect("BUG: a heading");
    for (row, number) in (3u32..).zip(THREE) {
        // One as a number, one as user name, one with a result that is a formula.
        match row {
            3 => sheet.write_number(row, 4, number.parse::<f64>().expect("BUG: a number")).expect("BUG: a cell"),
            _ => sheet.write_string(row, 4, format!("s{number}")).expect("BUG: a cell"),
        };
    }
    sheet.write_formula(5, 0, "=\"ON\"&\"V\"").expect("BUG: a formula");
    book.save(path).expect("BUG: written");
}

#[test]
fn columns_are_found_wherever_they_stand_and_the_style_of_the_column_stays() {
    let (folder, mut bench) = judged();
    let path = folder.path().join("anders.xlsx");
    other_make(&path, 1);
    let mut request = request(OutputSystem::Osiris, Some(&path));
    request.codes = vec![
        CodeChoice { outcome: "nog niet aangetoond".into(), code: "ONV".into() },
        CodeChoice { outcome: "aangetoond".into(), code: String::new() },
        CodeChoice { outcome: "ruim aangetoond".into(), code: "VLD".into() },
    ];
    let out = folder.path().join("uit.xlsx");
    let preview = bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: written");
    assert_eq!(fate(&preview, THREE[0]), OutputFate::Filled);
    assert_eq!(fate(&preview, THREE[1]), OutputFate::NoCode);
    assert_eq!(fate(&preview, THREE[2]), OutputFate::Occupied, "a formula is something");
    let bytes = fs::read(&out).expect("BUG: written");
    assert_eq!(cell(&bytes, "Invoer & meer", 4, 0), Data::String("ONV".to_owned()));
    let sheet = parts(&bytes).into_iter().find(|part| part.0 == SHEET).expect("BUG: a sheet").2;
    let sheet = String::from_utf8(sheet).expect("BUG: text");
    assert!(sheet.contains("<c r=\"A4\" s=\"1\" t=\"inlineStr\">"), "{sheet}");
    assert!(sheet.contains("<f>\"ON\"&amp;\"V\"</f>"));
}

#[test]
fn a_template_that_cannot_be_used_is_refused_in_a_sentence() {
    let (folder, bench) = judged();
    let bytes = fs::read(sample("osiris-sjabloon.xlsx")).expect("BUG: a sample");
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("BUG: writable");
        path
    };
    let said = |path: &Path| {
        let problem =
            bench.preview_output(&request(OutputSystem::Osiris, Some(path)), Tongue::Dutch).expect_err("refused");
        problem_sentence(Tongue::Dutch, &problem)
    };
    let macros = repacked(&bytes, str::to_owned, Some("xl/vbaProject.bin"));
    assert!(said(&put("macro.xlsx", &macros)).contains("macro’s"));
    let bare = repacked(&bytes, |sheet| sheet.replace("<v>14</v>", "<v>13</v>"), None);
    let no_list = repacked(&bare, |sheet| sheet.replace("type=\"list\"", "type=\"whole\""), None);
    assert!(said(&put("zonder resultaat.xlsx", &no_list)).contains("‘Resultaat’"));
    let two = folder.path().join("twee.xlsx");
    other_make(&two, 2);
    assert!(said(&two).contains("‘Resultaat’"), "two columns with results");
    let no_number = repacked(&bytes, |sheet| sheet.replace("<v>11</v>", "<v>12</v>"), None);
    assert!(said(&put("zonder nummer.xlsx", &no_number)).contains("‘Studentnummer’"));
    assert!(said(&sample("bad/wachtwoord.xlsx")).contains("wachtwoord"));
    assert!(said(&sample("bad/afgekapt.xlsx")).contains("beschadigd"));
    assert!(said(&sample("bad/cel-XFD1048576.xlsx")).contains("ver buiten de tabel"));
    assert!(said(&sample("bad/zipbom.docx")).starts_with("zipbom.docx: "));
    assert!(said(&sample("studenten.csv")).contains("‘Studentnummer’"));
    assert!(said(&put("leeg.xlsx", b"")).contains("leeg"));
    assert!(said(folder.path()).contains("map"));
}

#[test]
fn a_new_file_for_brightspace_has_the_students_with_a_result() {
    let (folder, mut bench) = judged();
    let out = folder.path().join("nieuw.csv");
    let mut request = request(OutputSystem::Brightspace, None);
    let preview = bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: written");
    assert_eq!(fate(&preview, MISSING), OutputFate::NoResult);
    let text = fs::read_to_string(&out).expect("BUG: text");
    assert_eq!(
        text,
        "\u{feff}OrgDefinedId,Oriëntatie op het beroep Text Grade <Text>,End-of-Line Indicator\r\n\
         #9900688,ruim aangetoond,#\r\n#9900523,aangetoond,#\r\n#9900417,nog niet aangetoond,#\r\n"
    );
    request.item = "=cmd".to_owned();
    assert_eq!(bench.preview_output(&request, Tongue::Dutch).expect_err("refused").code, ProblemCode::ItemUnfit);
    request.item = "WPL1, deel \"A\"".to_owned();
    request.numbers = vec![THREE[1].to_owned()];
    bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: written");
    let text = fs::read_to_string(&out).expect("BUG: text");
    assert!(text.contains(",\"WPL1, deel \"\"A\"\" Text Grade <Text>\",") && text.lines().count() == 2, "{text}");
}

#[test]
fn in_an_own_export_of_brightspace_only_the_results_change() {
    let (folder, mut bench) = judged();
    let template = sample("brightspace-voorbeeld.csv");
    let mut request = request(OutputSystem::Brightspace, Some(&template));
    let out = folder.path().join("ingevuld.csv");
    let preview = bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: written");
    assert!(THREE.iter().all(|number| fate(&preview, number) == OutputFate::Filled));
    let before = fs::read_to_string(&template).expect("BUG: text");
    let expected = before
        .replace("Aaltink,Noëlle,,#", "Aaltink,Noëlle,nog niet aangetoond,#")
        .replace("van den Berg,Daan,,#", "van den Berg,Daan,aangetoond,#")
        .replace("Çağlar,Aylin,,#", "Çağlar,Aylin,ruim aangetoond,#");
    assert!(fs::read_to_string(&out).expect("BUG: text") == expected);

    // After a retake the old result stands there: it stays, unless the user has it replaced.
    judge(&mut bench, THREE[0], 2, "aangetoond");
    request.template = Some(out.display().to_string());
    let preview = bench.preview_output(&request, Tongue::Dutch).expect("BUG: looked at");
    assert_eq!((fate(&preview, THREE[0]), fate(&preview, THREE[1])), (OutputFate::Occupied, OutputFate::Same));
    request.replace = true;
    let preview = bench.write_output(&request, &out, Tongue::Dutch).expect("BUG: written in its place");
    assert_eq!(fate(&preview, THREE[0]), OutputFate::Replaced);
    let expected = expected.replace("Noëlle,nog niet aangetoond", "Noëlle,aangetoond");
    assert!(fs::read_to_string(&out).expect("BUG: text") == expected);
}

#[test]
fn an_export_is_understood_by_user_name_in_latin_letters_and_with_a_formula_of_others() {
    let (folder, bench) = judged();
    let path = folder.path().join("latin.csv");
    let put = |bytes: &[u8]| fs::write(&path, bytes).expect("BUG: writable");
    let mut request = request(OutputSystem::Brightspace, Some(&path));
    let look = |request: &OutputRequest| bench.preview_output(request, Tongue::Dutch);
    put(b"Username;Last Name;Toets Text Grade <Text>;Eind Text Grade <Text>;End-of-Line Indicator\ns9900417;=Fa\xEFz;;;#\ns9900417;x;;;#\ns9900523;;oud;;#\n");
    let refused = look(&request).expect_err("two items, none asked for");
    assert!(problem_sentence(Tongue::Dutch, &refused).contains("Text Grade"));
    request.item = "eind".to_owned();
    let preview = look(&request).expect("BUG: looked at");
    assert_eq!((fate(&preview, THREE[0]), fate(&preview, THREE[1])), (OutputFate::Twice, OutputFate::Filled));
    assert_eq!(fate(&preview, THREE[2]), OutputFate::Missing);
    put(b"OrgDefinedId,\"End");
    let problem = look(&request).expect_err("a quote stays open");
    assert!(problem_sentence(Tongue::English, &problem).contains("row 1") || problem.place.contains("rij 1"));
    put(b"\xFF\xFEO\0r\0g\0");
    assert_eq!(look(&request).expect_err("wide text").code, ProblemCode::FileRefused);
}

#[test]
fn an_outcome_that_would_be_a_formula_is_left_out_of_a_csv_and_is_text_in_a_workbook() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let sample_cohort = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/samples/cohort.json");
    let text = fs::read_to_string(sample_cohort).expect("BUG: a sample");
    let mut cohort: serde_json::Value = serde_json::from_str(&text).expect("BUG: JSON");
    let outcomes = serde_json::json!(["nog niet aangetoond", "=HYPERLINK(1)", "ruim aangetoond"]);
    cohort["framework"]["outcomes"] = outcomes;
    let path = folder.path().join("cohort.json");
    fs::write(&path, cohort.to_string()).expect("BUG: writable");
    let (_kept, mut bench) = desk::found("E. Examinator", Machine::new());
    bring_in(&mut bench, &path);
    judge(&mut bench, THREE[0], 1, "=HYPERLINK(1)");
    let out = folder.path().join("uit.csv");
    let preview =
        bench.write_output(&request(OutputSystem::Brightspace, None), &out, Tongue::Dutch).expect("BUG: made");
    assert_eq!(fate(&preview, THREE[0]), OutputFate::LikeFormula);
    assert!(!fs::read_to_string(&out).expect("BUG: text").contains('='));

    // A workbook knows text from formulas, so there a code may be anything that its list allows.
    let template = sample("osiris-sjabloon.xlsx");
    let bytes = fs::read(&template).expect("BUG: a sample");
    let free = repacked(&bytes, |sheet| sheet.replace("type=\"list\"", "type=\"whole\""), None);
    let open = folder.path().join("vrij.xlsx");
    fs::write(&open, free).expect("BUG: writable");
    let mut request = request(OutputSystem::Osiris, Some(&open));
    request.codes = vec![CodeChoice { outcome: "=HYPERLINK(1)".into(), code: "=1+1<&".into() }];
    let filled = folder.path().join("uit.xlsx");
    bench.write_output(&request, &filled, Tongue::Dutch).expect("BUG: written");
    let filled = fs::read(&filled).expect("BUG: written");
    assert_eq!(cell(&filled, "Cijferinvoer", 9, 3), Data::String("=1+1<&".to_owned()));
}
