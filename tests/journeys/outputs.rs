//! What goes out besides forms: the overview as a workbook, and results for Brightspace and OSIRIS.

use serde_json::json;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use weegschaal_tests::project;
use weegschaal_tests::run::{done, establish, example, refused, run, text, with_cohort};

/// A part of a workbook, as text.
pub fn part(workbook: &Path, name: &str) -> String {
    let file = fs::File::open(workbook).expect("BUG: written");
    let mut archive = zip::ZipArchive::new(file).expect("BUG: a workbook is a ZIP");
    let mut found = String::new();
    archive.by_name(name).expect("BUG: the part is there").read_to_string(&mut found).expect("BUG: text");
    found
}

#[test]
fn an_overview_has_a_row_for_each_dossier_in_words() {
    let (folder, workspace, _) = example(24, 1);
    let out = folder.path().join("overzicht.xlsx");
    done(&["export", text(&workspace), "xlsx", "--out", text(&out)]);
    let (sheet, strings) = (part(&out, "xl/worksheets/sheet1.xml"), part(&out, "xl/sharedStrings.xml"));
    assert_eq!(sheet.matches("<row ").count(), 25, "a heading and a row for each");
    assert!(strings.contains("hangt af van de weging") && strings.contains("op of boven de norm"));
    assert!(strings.contains("aangetoond") && strings.contains("te ondertekenen") || strings.contains("ondertekend"));
    // Rule R6: words and counts, never a position; every cell is text.
    assert_eq!(sheet.matches("<c ").count(), sheet.matches("t=\"s\"").count());
    assert!(!strings.contains(">0.") && !strings.contains(">1.5"), "no position");
}

#[test]
fn only_the_dossiers_asked_for_are_written() {
    let (folder, workspace, _) = example(24, 1);
    let out = folder.path().join("twee.xlsx");
    done(&["export", text(&workspace), "xlsx", "--student", "9000001", "9000004", "--out", text(&out)]);
    assert_eq!(part(&out, "xl/worksheets/sheet1.xml").matches("<row ").count(), 3);
    let said = refused(&["export", text(&workspace), "xlsx", "--student", "123", "--out", text(&out)]);
    assert!(said.contains("123") && said.contains("staat niet in het werkbestand"), "{said}");
    let nowhere = folder.path().join("weg/overzicht.xlsx");
    assert!(refused(&["export", text(&workspace), "xlsx", "--out", text(&nowhere)]).contains("map"));
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let workspace = folder.path().join("proef.weegschaal");
    done(&["new", text(&workspace), "--partnership", "De Proef", "--year", "2024-2025", "--examiner", "E. Examinator"]);
    let list = project().join("src-tauri/crates/intake/tests/samples/bad/formules.csv");
    done(&["import", text(&workspace), text(&list)]);
    let out = folder.path().join("overzicht.xlsx");
    done(&["export", text(&workspace), "xlsx", "--out", text(&out)]);
    assert!(part(&out, "xl/sharedStrings.xml").contains("=HYPERLINK"));
    assert!(!part(&out, "xl/worksheets/sheet1.xml").contains("<f>"));
}

/// A workspace with three judged students of the sample cohort.
fn judged() -> (tempfile::TempDir, PathBuf) {
    let (folder, workspace) = with_cohort();
    establish(&workspace, &["9900417", "9900523", "9900688"]);
    (folder, workspace)
}

#[test]
fn results_for_osiris_ask_for_their_codes_once_and_list_what_is_left() {
    let (folder, workspace) = judged();
    let template = project().join("src-tauri/crates/intake/tests/samples/osiris-sjabloon.xlsx");
    let out = folder.path().join("ingevuld.xlsx");
    let ask = ["export", text(&workspace), "osiris", "--template", text(&template)];
    let with = |more: &[&str]| [&ask[..], more].concat().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let said = |arguments: &[String]| run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let refused = said(&with(&["--out", text(&out)]));
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--code 'aangetoond=V'") && !out.exists());

    let looked = said(&with(&["--dry-run", "--code", "aangetoond=V", "--json"]));
    let looked: serde_json::Value = serde_json::from_slice(&looked.stdout).expect("BUG: one JSON document");
    assert_eq!((&looked["written"], &looked["preview"]["ready"]), (&serde_json::Value::Null, &json!(true)));
    assert!(!out.exists(), "a look writes nothing");

    let written = said(&with(&["--out", text(&out), "--code", "aangetoond=V", "--lang", "en"]));
    assert!(written.status.success());
    let left = String::from_utf8_lossy(&written.stderr).into_owned();
    assert!(left.contains("9899312 (row 31): is not in this workspace"), "{left}");
    assert!(left.contains("9901356: is not in the file") && !left.contains("Iepema"), "numbers and no names: {left}");
    assert!(part(&out, "xl/worksheets/sheet1.xml").contains("<c r=\"D9\" t=\"inlineStr\"><is><t>V</t></is></c>"));
    assert!(said(&with(&["--out", text(&out)])).status.success(), "the code is remembered");
    assert_eq!(said(&with(&["--out", text(&out), "--code", "aangetoond"])).status.code(), Some(2));
}

#[test]
fn results_for_brightspace_are_new_or_filled_in() {
    let (folder, workspace) = judged();
    let (new, filled) = (folder.path().join("nieuw.csv"), folder.path().join("ingevuld.csv"));
    done(&["export", text(&workspace), "brightspace", "--item", "WPL1", "--out", text(&new)]);
    let written = fs::read_to_string(&new).expect("BUG: text");
    assert!(written.starts_with("\u{feff}OrgDefinedId,WPL1 Text Grade <Text>,End-of-Line Indicator\r\n"));
    assert_eq!(written.matches(",aangetoond,#\r\n").count(), 3);
    let template = project().join("src-tauri/crates/intake/tests/samples/brightspace-voorbeeld.csv");
    done(&["export", text(&workspace), "brightspace", "--template", text(&template), "--out", text(&filled)]);
    let before = fs::read_to_string(&template).expect("BUG: text");
    let after = fs::read_to_string(&filled).expect("BUG: text");
    assert_eq!(after.replace(",aangetoond,#", ",,#"), before, "only results were put in");
    let said =
        refused(&["export", text(&workspace), "brightspace", "--template", text(&workspace), "--out", text(&new)]);
    assert!(said.contains("proef.weegschaal"), "{said}");
}
