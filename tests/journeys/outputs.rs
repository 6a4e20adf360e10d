//! What goes out besides forms: the overview as a workbook.

use std::fs;
use std::io::Read;
use std::path::Path;
use weegschaal_tests::project;
use weegschaal_tests::run::{done, example, refused, text};

/// A part of a workbook, as text.
fn part(workbook: &Path, name: &str) -> String {
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
