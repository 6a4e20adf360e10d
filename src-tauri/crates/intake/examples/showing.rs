//! Shows what a reader makes of a file: `cargo run --release -p intake --example showing -- FILE`.

use intake::{Cell, Raw, SourceFile, unpack};

fn main() {
    let path = std::env::args().nth(1).expect("BUG: give a file");
    let bytes = std::fs::read(&path).expect("BUG: give a file that can be read");
    match unpack(&SourceFile { name: &path, bytes: &bytes }, None) {
        Err(finding) => println!("REFUSED {} {}", finding.code.code(), finding.value),
        Ok(Raw::Document(document)) => {
            println!("{}\n-- {} · {:?}", document.text, document.subject, document.from);
            for inside in &document.attachments {
                println!("-- {}: {}", inside.name, inside.text.as_deref().unwrap_or("(geen tekst)"));
            }
        }
        Ok(Raw::Tables(tables)) => {
            for table in &tables {
                println!("-- {:?}", table.sheet);
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(shown).collect();
                    println!("{}\t{}", row.number, cells.join("\t"));
                }
            }
        }
        Ok(Raw::Journal(journal)) => println!("{journal:#?}"),
        Ok(Raw::Template(template)) => println!("{template:#?}"),
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    }
}
