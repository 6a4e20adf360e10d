//! Where the tests find things: the project, its sources, the program, the judges, a case to try a rule on.
//!
//! Promises: paths are worked out from the place of this package or from the environment that `make test` sets.
//! Deliberately absent: anything that builds, starts or changes something.

pub mod card;
pub mod case;
pub mod judged;
pub mod run;

use std::path::{Path, PathBuf};

/// The root of the project.
pub fn project() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("BUG: this package lies in the project").to_owned()
}

/// The program as built for release: `WEEGSCHAAL_PROGRAM`, else beside the binary of the running test.
pub fn program() -> PathBuf {
    if let Some(path) = std::env::var_os("WEEGSCHAAL_PROGRAM") {
        return path.into();
    }
    let running = std::env::current_exe().expect("BUG: a running test has a path");
    let profile = running.ancestors().nth(2).expect("BUG: a test lies in deps of its profile's folder");
    profile.join("weegschaal")
}

/// The folder with the judges that are not ours, when they were set up (`tests/judges/setup.sh`).
pub fn judges() -> Option<PathBuf> {
    let folder = std::env::var_os("WEEGSCHAAL_JUDGES").map_or_else(|| project().join("build/judges"), PathBuf::from);
    folder.join("installed").exists().then_some(folder)
}

/// One file of the project.
pub struct Source {
    /// Path from the root of the project, with `/`.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// Every file under `folders` (from the root) whose name ends with one of `endings`; in order of path. Leaves out what
/// is built or installed (`target`, `node_modules`, `dist`, `build`, `gen`).
pub fn sources(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let root = project();
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "node_modules", "dist", "build", "gen"].contains(&name.as_str()) {
                    open.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.extend(source(&root, &path));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn source(root: &Path, path: &Path) -> Option<Source> {
    let text = std::fs::read_to_string(path).ok()?;
    let path = path.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/");
    Some(Source { path, text })
}

/// Fails with every finding at once, one a line, under a sentence that says which rule of the house was broken.
#[track_caller]
pub fn nothing_found(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}\n  {}\n", found.join("\n  "));
}
