//! Files as they come in, at the command line: a large form, a long list, many documents, a thick PDF.

use crate::cohort::{measured, run};
use crate::table::{Table, median};
use intake::{SourceFile, unpack};
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ROWS: usize = 50_000;
const STUDENTS: usize = 10_000;
const LEVELS: [&str; 4] = ["nog niet zichtbaar", "in ontwikkeling", "op niveau", "overtuigend"];
const WORDS: &str = "de leerling vraagt rustig door en laat zien dat hij luistert naar de klas, terwijl het druk is";

/// Adds the measurements.
pub fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("BUG: there is room for a temporary folder");
    let folder = folder.path();
    let workspace = folder.join("bewijs.weegschaal");
    let new = ["--partnership", "De Maat", "--year", "2024-2025"];
    assert!(run(&["new"], &workspace, &new).status().expect("BUG: the program was built").success());
    let list = folder.join("studenten.csv");
    fs::write(&list, students()).expect("BUG: writable");
    bring_in(table, "a student list of 10,000 rows, whole command", &workspace, &[list], 1_000.0, None);
    let form = folder.join("Eindevaluatie werkplek(1-50000).xlsx");
    let bytes = workbook();
    fs::write(&form, &bytes).expect("BUG: writable");
    let read = median(3, || assert!(unpack(&SourceFile { name: "x.xlsx", bytes: &bytes }, None).is_ok()));
    table.add_time("a form of 50,000 rows and 20 columns, reading", read, Some(800.0));
    drop(bytes);
    bring_in(
        table,
        "a form of 50,000 rows and 20 columns, whole command",
        &workspace,
        std::slice::from_ref(&form),
        4_000.0,
        Some(300.0),
    );
    beside(table, &form);
    let documents: Vec<PathBuf> = (0..100).map(|place| document(folder, place)).collect();
    bring_in(table, "100 documents of two pages, whole command", &workspace, &documents, 3_000.0, None);
    let pdf = folder.join("9000007 reflectie.pdf");
    fs::write(&pdf, thick_pdf(50)).expect("BUG: writable");
    bring_in(table, "a PDF of 50 pages, whole command", &workspace, &[pdf], 2_000.0, None);
}

fn bring_in(table: &mut Table, what: &str, workspace: &Path, files: &[PathBuf], bar: f64, memory: Option<f64>) {
    let files: Vec<&str> = files.iter().map(|file| file.to_str().expect("BUG: a plain path")).collect();
    let (time, megabytes) = measured(run(&["import"], workspace, &files));
    table.add_time(what, time, Some(bar));
    if memory.is_some() {
        table.add(&format!("{what}, memory"), megabytes, memory, "MB");
    }
}

/// What others take only to read the same form, where they are there.
fn beside(table: &mut Table, form: &Path) {
    let Some(python) = std::env::var_os("WEEGSCHAAL_PYTHON") else { return };
    let script = "import sys, openpyxl\n\
        sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active\n\
        assert sum(1 for row in sheet.iter_rows(values_only=True)) == 50001";
    let started = Instant::now();
    let status = Command::new(python).args(["-c", script]).arg(form).stderr(Stdio::inherit()).status();
    if status.is_ok_and(|status| status.success()) {
        table.add_time("  beside it: openpyxl, reading the form only", started.elapsed(), None);
    }
}

fn students() -> String {
    let mut text = String::from("Studentnummer;Achternaam;Roepnaam;E-mail;Vak;Stageschool\n");
    for place in 0..STUDENTS {
        let number = 9_000_000 + place;
        let _ =
            writeln!(text, "{number};Student {place};S.;s{number}@student.example;Nederlands;School {}", place % 40);
    }
    text
}

/// A form as Microsoft Forms writes it: shared strings, dates by their format.
fn workbook() -> Vec<u8> {
    let mut strings: Vec<String> = Vec::new();
    let mut known = std::collections::HashMap::new();
    let mut shared = |text: String| {
        *known.entry(text.clone()).or_insert_with(|| {
            strings.push(text);
            strings.len() - 1
        })
    };
    let mut sheet = String::from(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for row in 0..=ROWS {
        let _ = write!(sheet, r#"<row r="{}">"#, row + 1);
        for (column, cell) in cells(row).into_iter().enumerate() {
            let place = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap_or(0)), row + 1);
            let _ = match cell.parse::<f64>() {
                Ok(number) if column != 6 && row > 0 => write!(sheet, r#"<c r="{place}" s="1"><v>{number}</v></c>"#),
                _ => write!(sheet, r#"<c r="{place}" t="s"><v>{}</v></c>"#, shared(cell)),
            };
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let items: String = strings.iter().map(|text| format!("<si><t>{}</t></si>", text.replace('&', "&amp;"))).collect();
    let shared = format!(r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>"#);
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let links = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{kinds}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{kinds}/styles" Target="styles.xml"/></Relationships>"#
    );
    let root = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{kinds}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let types = format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{main}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{main}.styles+xml"/></Types>"#
    );
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
    package(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &links),
        ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", &shared),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// The twenty cells of a row; the first row holds the headings.
fn cells(row: usize) -> Vec<String> {
    const HEADINGS: [&str; 20] = [
        "Id",
        "Begintijd",
        "Tijd van voltooien",
        "E-mail",
        "Naam",
        "Naam student",
        "Studentnummer student",
        "Rol",
        "Datum gesprek",
        "K1 Houding",
        "Toelichting K1",
        "K2 Contact",
        "Toelichting K2",
        "K3 Handelen",
        "Toelichting K3",
        "K4 Feedback",
        "Toelichting K4",
        "W1 Beeld",
        "Toelichting W1",
        "Feedback vastgesteld met student?",
    ];
    if row == 0 {
        return HEADINGS.map(str::to_owned).to_vec();
    }
    let (student, round) = ((row - 1) % STUDENTS, (row - 1) / STUDENTS);
    let mut cells = vec![row.to_string(), "45744.5".to_owned(), "45744.6".to_owned()];
    cells.push(format!("m{}@school.example", student % 997));
    cells.push(format!("Begeleider {round} van {}", student % 313));
    cells.extend([format!("Student {student}"), (9_000_000 + student).to_string()]);
    cells.extend(["Werkplekbegeleider".to_owned(), "45744".to_owned()]);
    for criterion in 0..5 {
        cells.push(LEVELS[(row + criterion) % 4].to_owned());
        cells.push(format!("{WORDS} ({row}.{criterion})."));
    }
    cells.push("Ja".to_owned());
    cells
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("BUG: memory");
        writer.write_all(text.as_bytes()).expect("BUG: memory");
    }
    writer.finish().expect("BUG: memory").into_inner()
}

/// A reflection of two pages.
fn document(folder: &Path, place: usize) -> PathBuf {
    let paragraph = |at: usize| {
        let sentence = format!("{WORDS}. ").repeat(6);
        format!(
            r#"<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>{at}. {sentence}</w:t></w:r></w:p>"#
        )
    };
    let body: String = (0..12).map(paragraph).collect();
    let text = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Datum: 20 mei 2025</w:t></w:r></w:p>{body}</w:body></w:document>"#
    );
    let path = folder.join(format!("{} reflectie.docx", 9_000_000 + place));
    fs::write(&path, package(&[("word/document.xml", &text)])).expect("BUG: writable");
    path
}

/// A PDF of many full pages in a font that every reader has.
fn thick_pdf(pages: usize) -> Vec<u8> {
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", 4 + 2 * page)).collect();
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj\n\
         3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    );
    for page in 0..pages {
        let lines: String = (0..46).map(|line| format!("({page}.{line} {WORDS}) Tj T*\n")).collect();
        let stream = format!("BT /F1 10 Tf 15 TL 50 780 Td\n{lines}ET");
        let (sheet, content) = (4 + 2 * page, 5 + 2 * page);
        let _ = write!(
            pdf,
            "{sheet} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj\n\
             {content} 0 obj<</Length {}>>stream\n{stream}\nendstream endobj\n",
            stream.len()
        );
    }
    pdf.push_str("trailer<</Root 1 0 R>>\n%%EOF");
    pdf.into_bytes()
}
