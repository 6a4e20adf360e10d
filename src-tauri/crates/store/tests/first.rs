//! The first files of a process, opened by several threads at once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Barrier;
use std::{env, fs, thread};
use store::{Secret, StoreError, Workspace};

/// Only the first opening of a process can go wrong, and seldom does: so it is tried in as many processes.
const PROCESSES: usize = 150;
const THREADS: usize = 16;
/// Well formed, of another workspace: with it a file is read at once, without the work a passphrase takes.
const OTHERS: &str = "000000-000000-000000-000000-000000-00G1";
/// Names the folder with the files to a process that is to open them.
const FOLDER: &str = "WEEGSCHAAL_FIRST_FILES";

#[test]
fn several_threads_open_the_first_files_of_a_process_at_once() {
    if let Some(folder) = env::var_os(FOLDER) {
        return open_at_once(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept/versie-1.weegschaal");
    for path in files(folder.path()) {
        fs::copy(&kept, path).expect("BUG: copied");
    }
    for process in 1..=PROCESSES {
        let this = env::current_exe().expect("BUG: it runs");
        let done = Command::new(this).env(FOLDER, folder.path()).output().expect("BUG: it starts");
        assert!(done.status.success(), "process {process}: {}", String::from_utf8_lossy(&done.stdout));
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    (0..THREADS).map(|number| folder.join(format!("{number}.weegschaal"))).collect()
}

fn open_at_once(folder: &Path) {
    let (files, together) = (files(folder), Barrier::new(THREADS));
    let open = |path: &Path| {
        together.wait();
        let refused = Workspace::open(path, Secret::Recovery(OTHERS)).err();
        assert!(matches!(refused, Some(StoreError::WrongRecoveryKey)), "{refused:?}");
    };
    thread::scope(|scope| {
        for path in &files {
            scope.spawn(|| open(path));
        }
    });
}
