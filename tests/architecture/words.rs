//! Where sentences live: Dutch on the screen and in the form, each in its own place; codes everywhere else.
//!
//! Promises: finds Dutch in string literals by words that only a sentence has. Labels of one word (names of levels,
//! sources, outcomes) are data of the framework and are not looked for.

use weegschaal_tests::{nothing_found, sources};

/// Files that own words: the form and the signature on it (Dutch only), the command line, and the fictional partnership
/// with its framework.
const OWNERS: [&str; 6] = [
    "src-tauri/crates/example/",
    "src-tauri/crates/form/src/",
    "src-tauri/crates/commands/src/words",
    "src-tauri/src/cli",
    "src-tauri/crates/domain/src/framework/example.rs",
    "src-tauri/crates/domain/src/student.rs",
];

/// Words that a Dutch sentence can hardly do without and that no code, key or heading uses.
const TELLING: [&str; 16] = [
    "niet", "een", "het", "wordt", "worden", "deze", "zijn", "heeft", "moet", "maar", "naar", "voor", "geen", "hoort",
    "staat", "kies",
];

#[test]
fn dutch_sentences_have_their_own_place() {
    let mut found = Vec::new();
    for source in sources(&["src-tauri/crates", "src-tauri/src"], &[".rs"]) {
        let test = source.path.contains("/tests/") || source.path.ends_with("/tests.rs");
        if test || OWNERS.iter().any(|owner| source.path.starts_with(owner)) {
            continue;
        }
        for (number, line) in crate::style::code(&source.text) {
            if literals(line).any(is_sentence) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    nothing_found("Dutch outside its place:", &found);
}

/// The string literals of one line, without regard for those that span lines.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// Two telling words, or one among at least four words.
fn is_sentence(text: &str) -> bool {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.trim_matches(['.', ',', ':']).to_lowercase()).collect();
    let telling = words.iter().filter(|word| TELLING.contains(&word.as_str())).count();
    telling >= 2 || telling == 1 && words.len() >= 4
}
