//! How a file looks: short, with a head that says what it is, without promises for later.
//!
//! Promises: reads text only, line by line, as rustfmt leaves it.

use weegschaal_tests::{Source, nothing_found, sources};

const RUST: [&str; 2] = ["src-tauri", "tests"];
const PAGES: [&str; 1] = ["ui/src"];

/// The lines of the code proper with their numbers: no comments, and nothing from the tests at the end of the file on.
pub fn code(text: &str) -> Vec<(usize, &str)> {
    let numbered = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    numbered
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .collect()
}

fn rust() -> Vec<Source> {
    sources(&RUST, &[".rs"])
}

/// Whether the file holds tests and nothing else.
fn is_test(path: &str) -> bool {
    path.starts_with("tests/") || path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let pages = sources(&PAGES, &[".ts", ".svelte"]).into_iter().filter(|page| !page.path.contains("/bindings/"));
    let long = rust().into_iter().chain(pages).filter_map(|source| {
        let lines = source.text.lines().count();
        (lines > 400).then(|| format!("{}: {lines}", source.path))
    });
    nothing_found("One file, one idea, at most 400 lines:", &long.collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is() {
    // What the build script includes cannot hold an inner comment: there a plain one does it.
    let headed = |source: &Source| {
        source.text.starts_with("//! ") || source.path.ends_with("window/names.rs") && source.text.starts_with("//")
    };
    let found = rust().into_iter().filter(|source| !headed(source) && !source.text.trim().is_empty());
    nothing_found("A file without a head (`//!`):", &found.map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn no_function_is_longer_than_60_lines() {
    let mut found = Vec::new();
    // A table of words or of the example framework is as long as it is.
    let table = |source: &Source| source.path.contains("/words/") || source.path.ends_with("framework/example.rs");
    for source in rust().into_iter().filter(|source| !table(source)) {
        let mut open: Option<(usize, usize, String)> = None;
        for (index, line) in source.text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            if let Some((start, depth, name)) = &open {
                if indent == *depth && line.trim_start().starts_with('}') {
                    if index - start >= 60 {
                        found.push(format!("{}:{}: {name} has {} lines", source.path, start + 1, index - start + 1));
                    }
                    open = None;
                }
            } else if let Some(name) = function(line) {
                let one_line = line.trim_end().ends_with(['}', ';']);
                open = (!one_line).then_some((index, indent, name));
            }
        }
    }
    nothing_found("A function longer than 60 lines:", &found);
}

/// The name of the function that begins on this line.
fn function(line: &str) -> Option<String> {
    let mut rest = line.trim_start();
    for word in ["pub(crate) ", "pub(super) ", "pub ", "const ", "async "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let name = rest.strip_prefix("fn ")?;
    Some(name.split(['(', '<']).next().unwrap_or(name).to_owned())
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not hold the words itself.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX"), concat!("unimple", "mented!")];
    let ends = [".rs", ".ts", ".svelte", ".sql", ".sh", ".py", ".java", ".md", ".css", ".toml"];
    let mut found = Vec::new();
    for source in sources(&["src-tauri", "tests", "ui/src", "scripts", "docs"], &ends) {
        for (index, line) in source.text.lines().enumerate() {
            let is_word =
                |word: &&&str| line.split(|c: char| !c.is_alphanumeric() && c != '!').any(|part| part == **word);
            found.extend(words.iter().filter(is_word).map(|word| format!("{}:{}: {word}", source.path, index + 1)));
        }
    }
    nothing_found("Left for later:", &found);
}

#[test]
fn no_test_sleeps_and_none_is_ignored() {
    let words =
        [concat!("thread::", "sleep"), concat!("time::", "sleep"), concat!("#[ig", "nore"), concat!(".sk", "ip(")];
    let mut found = Vec::new();
    for source in sources(&RUST, &[".rs"]).into_iter().chain(sources(&["ui"], &[".test.ts"])) {
        let ts = source.path.ends_with(".ts");
        for (index, line) in source.text.lines().enumerate() {
            let hit = words.iter().enumerate().any(|(place, word)| line.contains(word) && (ts || place != 3));
            if hit {
                found.push(format!("{}:{}", source.path, index + 1));
            }
        }
    }
    nothing_found("A test that sleeps or is left out:", &found);
}

#[test]
fn what_cannot_fail_says_why() {
    let mut found = Vec::new();
    for source in rust().into_iter().filter(|source| !is_test(&source.path)) {
        for (number, line) in code(&source.text) {
            let blunt = line.contains(".unwrap()") || line.contains(".expect(\"") && !line.contains(".expect(\"BUG: ");
            if blunt {
                found.push(format!("{}:{number}", source.path));
            }
        }
    }
    nothing_found("Outside tests only `expect(\"BUG: …\")`:", &found);
}

#[test]
fn transitions_list_every_arm() {
    let found = sources(&["src-tauri/crates/domain/src"], &[".rs"]).into_iter().filter(|source| {
        let file = source.path.rsplit('/').next().unwrap_or_default();
        ["judgement.rs", "mandate.rs", "obstacles.rs"].contains(&file)
            && code(&source.text).iter().any(|(_, line)| line.trim_start().starts_with("_ =>"))
    });
    nothing_found("A state is passed over with `_`:", &found.map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn no_room_is_a_drawer_for_the_rest() {
    let drawers = ["util", "utils", "helper", "helpers", "manager", "misc", "common"];
    let found = sources(&["src-tauri", "tests", "ui/src"], &[".rs", ".ts", ".svelte"])
        .into_iter()
        .filter(|source| source.path.split(['/', '.']).any(|part| drawers.contains(&part.to_lowercase().as_str())));
    nothing_found("A file without an idea:", &found.map(|source| source.path).collect::<Vec<_>>());
}
