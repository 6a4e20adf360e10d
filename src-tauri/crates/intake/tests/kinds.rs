//! Files made here, one for each kind and each of its corners, with the text that must come out.

use intake::{Cell, Document, FindingCode, Raw, SourceFile, Table, unpack};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("BUG: memory");
        writer.write_all(text.as_bytes()).expect("BUG: memory");
    }
    writer.finish().expect("BUG: memory").into_inner()
}

fn raw(name: &str, bytes: &[u8]) -> Raw {
    unpack(&SourceFile { name, bytes }, None).unwrap_or_else(|finding| panic!("{name}: {finding:?}"))
}

fn document(name: &str, bytes: &[u8]) -> Document {
    match raw(name, bytes) {
        Raw::Document(document) => *document,
        other => panic!("{name} is read as {other:?}"),
    }
}

fn tables(name: &str, bytes: &[u8]) -> Vec<Table> {
    match raw(name, bytes) {
        Raw::Tables(tables) => tables,
        other => panic!("{name} is read as {other:?}"),
    }
}

fn refused(name: &str, bytes: &[u8]) -> FindingCode {
    unpack(&SourceFile { name, bytes }, None).expect_err("BUG: it is refused").code
}

const WORD: &str = r#"<w:document xmlns:w="w" xmlns:mc="mc"><w:body>
  <w:p><w:r><w:t>Ik </w:t></w:r><w:del><w:r><w:delText>kan</w:delText><w:t>kan</w:t></w:r></w:del><w:ins><w:r><w:t>wil</w:t></w:r></w:ins>
    <w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:r><w:t xml:space="preserve"> het</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r>
    <w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>
    <w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In een kader</w:t></w:r></w:p></w:txbxContent></mc:Choice>
      <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In een kader</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
  <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Naam</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>S. &amp; T.</w:t></w:r></w:p><w:p><w:r><w:t>&#233;n</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
  <w:p><w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t></w:r></w:p>
</w:body></w:document>"#;

#[test]
fn word_with_changes_boxes_notes_and_tables() {
    let bytes = package(&[
        ("word/document.xml", WORD),
        (
            "word/footnotes.xml",
            r#"<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>Een noot.</w:t></w:r></w:p></w:footnote></w:footnotes>"#,
        ),
        ("word/footer1.xml", r#"<w:ftr xmlns:w="w"><w:p><w:r><w:t>9901234</w:t></w:r></w:p></w:ftr>"#),
        (
            "word/comments.xml",
            r#"<w:comments xmlns:w="w"><w:comment><w:p><w:r><w:t>opmerking</w:t></w:r></w:p></w:comment></w:comments>"#,
        ),
        (
            "docProps/core.xml",
            "<c:p><dc:creator>S. Tudent</dc:creator><dcterms:modified>2025-05-20T21:05:00Z</dcterms:modified></c:p>",
        ),
    ]);
    let read = document("reflectie.docx", &bytes);
    assert_eq!(read.text, "Ik wil het[1].\nIn een kader\nNaam\tS. & T.\nén\neen\ttwee\ndrie\n\n[1] Een noot.");
    assert_eq!((read.margins.trim(), read.from.name.as_str()), ("9901234", "S. Tudent"));
    assert_eq!(read.date.map(|date| date.to_string()).as_deref(), Some("2025-05-20"));
    // The bytes decide, not the name.
    assert_eq!(document("reflectie", &bytes).text, read.text);
}

#[test]
fn a_document_type_and_deep_nesting_are_refused() {
    let dtd = package(&[("word/document.xml", "<!DOCTYPE d [<!ENTITY a \"b\">]><w:document>&a;</w:document>")]);
    assert_eq!(refused("x.docx", &dtd), FindingCode::DtdRefused);
    let deep = "<a>".repeat(300);
    assert_eq!(refused("x.docx", &package(&[("word/document.xml", &deep)])), FindingCode::TooDeep);
    assert_eq!(
        refused("x.odt", &package(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &deep)])),
        FindingCode::TooDeep
    );
}

#[test]
fn opendocument_text_and_its_password() {
    let content = r#"<office:document-content><office:body><office:text><text:tracked-changes><text:deletion><text:p>weg</text:p></text:deletion></text:tracked-changes>
        <text:h>Kop</text:h><text:p>een<text:s text:c="2"/>twee<text:tab/>drie<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Een noot.</text:p></text:note-body></text:note><office:annotation><text:p>opmerking</text:p></office:annotation></text:p>
        <table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>
        </office:text></office:body></office:document-content>"#;
    let odt = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)];
    assert_eq!(document("x.odt", &package(&odt)).text, "Kop\neen  twee\tdrie[1]\na\tb\n\n[1] Een noot.");
    let locked = (
        "META-INF/manifest.xml",
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    );
    assert_eq!(refused("x.odt", &package(&[odt[0], odt[1], locked])), FindingCode::PasswordProtected);
}

#[test]
fn sheets_of_opendocument_with_repeated_cells() {
    let content = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Lijst"><table:table-row><table:table-cell office:value-type="string"><text:p>Naam</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Punt</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>é</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let bytes = package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", content),
    ]);
    let tables = tables("lijst.ods", &bytes);
    assert_eq!((tables.len(), tables[0].sheet.as_deref(), tables[0].rows.len()), (1, Some("Lijst"), 3));
    assert_eq!(tables[0].rows[2].cells[..2], [Cell::Text("é".into()), Cell::Number(2.0)]);
}

#[test]
fn mail_within_mail_and_words_of_html() {
    let mail = "From: =?utf-8?q?Jos=C3=A9?= <jose@school.example>\r\nSubject: Doorgestuurd\r\nDate: Tue, 13 May 2025 09:42:00 +0200\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
        <p>Zie <b>onder</b>.</p><script>x()</script>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: B <b@school.example>\r\n\
        Subject: Over Femke\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nZe durft =96 echt.\r\n\
        --b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"lijst.bin\"\r\n\r\n\0\0\r\n--b--\r\n";
    let read = document("x.eml", mail.as_bytes());
    assert_eq!(
        (read.text.as_str(), read.from.name.as_str(), read.subject.as_str()),
        ("Zie onder.", "José", "Doorgestuurd")
    );
    let inner = read.attachments.iter().find_map(|one| one.text.as_deref()).expect("BUG: a mail inside");
    assert!(inner.contains("Onderwerp: Over Femke") && inner.contains("Ze durft – echt."), "{inner}");
    assert!(read.attachments.iter().any(|one| one.name == "lijst.bin" && one.text.is_none()));
}

fn outlook(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("BUG: memory");
    for (path, bytes) in parts {
        let folder = std::path::Path::new(path).parent().expect("BUG: a folder");
        file.create_storage_all(folder).expect("BUG: memory");
        file.create_stream(path).expect("BUG: memory").write_all(bytes).expect("BUG: memory");
    }
    file.flush().expect("BUG: memory");
    file.into_inner().into_inner()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn outlook_mail_with_its_attachment() {
    // Sent on 2025-05-13 07:42 UTC, in tenths of a microsecond since 1601.
    let ticks: u64 = (1_747_122_120 + 11_644_473_600) * 10_000_000;
    let mut properties = vec![0; 32];
    properties.extend(0x0039_0040_u32.to_le_bytes());
    properties.extend([0; 4]);
    properties.extend(ticks.to_le_bytes());
    let bytes = outlook(&[
        ("/__properties_version1.0", properties),
        ("/__substg1.0_0037001F", wide("Femke – Engels")),
        ("/__substg1.0_0C1A001F", wide("Arjen Mulderij")),
        ("/__substg1.0_5D01001F", wide("a@han.example")),
        ("/__substg1.0_10130102", b"<html><body><p>Ze leeft op.</p></body></html>".to_vec()),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001F", wide("noot.txt")),
        ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"caf\xe9".to_vec()),
    ]);
    for name in ["x.msg", "zonder ending"] {
        let read = document(name, &bytes);
        assert_eq!((read.text.as_str(), read.subject.as_str()), ("Ze leeft op.", "Femke – Engels"));
        assert_eq!((read.from.name.as_str(), read.from.mail.as_str()), ("Arjen Mulderij", "a@han.example"));
        assert_eq!(read.date.map(|date| date.to_string()).as_deref(), Some("2025-05-13"));
        assert_eq!(read.attachments[0].text.as_deref(), Some("café"));
    }
}

#[test]
fn rich_text_with_code_page_unicode_and_hidden_words() {
    let rtf = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author X}}Wat ik zag: {\i caf\'e9} \u8364?5\par{\v weg}Slot.}";
    assert_eq!(document("x.rtf", rtf).text, "Wat ik zag: café €5\nSlot.");
}

#[test]
fn plain_text_in_every_encoding() {
    let text = "Één zin – met €.";
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(wide(text)).collect();
    let old = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    for bytes in [text.as_bytes().to_vec(), [b"\xEF\xBB\xBF", text.as_bytes()].concat(), utf16, old] {
        assert_eq!(document("x.txt", &bytes).text, text);
    }
}

#[test]
fn a_picture_is_kept_without_text() {
    assert_eq!(document("9901234 bord.jpg", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 0]).text, "");
    assert_eq!(refused("bord.docx", &[0x89, b'P', b'N', b'G', 13, 10]), FindingCode::OtherThanNamed);
}
