//! The docs speak of what exists: every type of the domain is in the glossary, every rule names its code and its test.
//!
//! Promises: reads `docs/glossary.md` and `docs/rules.md` as text; a path or a test that is gone fails with its row.

use weegschaal_tests::{nothing_found, project, sources};

const NOT_BUILT: &str = "not built yet";

fn read(path: &str) -> String {
    std::fs::read_to_string(project().join(path)).unwrap_or_default()
}

#[test]
fn every_type_of_the_domain_is_in_the_glossary() {
    let glossary = read("docs/glossary.md");
    let mut found = Vec::new();
    for source in sources(&["src-tauri/crates/domain/src"], &[".rs"]) {
        for (number, line) in crate::style::code(&source.text) {
            let named =
                ["pub struct ", "pub enum ", "pub trait ", "pub type "].iter().find_map(|word| line.strip_prefix(word));
            let name = named.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
            if let Some(name) = name
                && !glossary.contains(&format!("`{name}`"))
            {
                found.push(format!("{}:{number}: {name}", source.path));
            }
        }
    }
    nothing_found("A type of the domain without a word in docs/glossary.md:", &found);
}

#[test]
fn every_rule_names_code_and_tests_that_exist() {
    let rules = read("docs/rules.md");
    let rows: Vec<&str> = rules.lines().filter(|line| line.starts_with("| R")).collect();
    let mut found = Vec::new();
    for number in 1..=15 {
        if !rows.iter().any(|row| row.starts_with(&format!("| R{number} |"))) {
            found.push(format!("R{number} has no row"));
        }
    }
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let &[rule, _, _, code, tests] = cells.as_slice() else {
            found.push(format!("a row of {} cells: {row}", cells.len()));
            continue;
        };
        // A rule that is not built says so in both cells, and again in words under the table.
        if code == NOT_BUILT && tests == NOT_BUILT && rules.contains(&format!("\n- {rule}: ")) {
            continue;
        }
        let (code, tests) = (quoted(code), quoted(tests));
        if code.is_empty() || tests.is_empty() {
            found.push(format!("{rule} names no code or no test"));
        }
        found
            .extend(code.iter().filter(|path| !project().join(path).exists()).map(|path| format!("{rule}: no {path}")));
        found.extend(tests.iter().filter(|test| !exists(test)).map(|test| format!("{rule}: no {test}")));
    }
    nothing_found("docs/rules.md speaks of what is not there:", &found);
}

/// What stands between backquotes.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// A test is `path::name` in Rust and `path: sentence` in TypeScript.
fn exists(test: &str) -> bool {
    if let Some((path, name)) = test.split_once("::") {
        read(path).contains(&format!("fn {name}("))
    } else if let Some((path, sentence)) = test.split_once(": ") {
        read(path).contains(sentence)
    } else {
        false
    }
}

#[test]
fn every_link_in_the_docs_leads_somewhere() {
    let mut found = Vec::new();
    let front = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|path| (path.to_owned(), read(path)));
    let rest = sources(&["docs"], &[".md"]).into_iter().map(|source| (source.path, source.text));
    for (path, text) in front.into_iter().chain(rest) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = file.is_empty() || file.contains("://");
            if !elsewhere && !project().join(folder).join(file).exists() {
                found.push(format!("{path}: {target}"));
            }
        }
    }
    nothing_found("A link to nothing:", &found);
}
