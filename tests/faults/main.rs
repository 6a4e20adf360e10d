//! Killed at any moment, or out of room: what was acknowledged is there, nothing is half there, and the check passes.

mod signing;

use std::process::Stdio;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};
use weegschaal_tests::project;
use weegschaal_tests::run::{command, done, example, forms_in, text};

/// Moments within an act are aimed at here: one test at a time, so that an act takes as long as it does by itself.
static ONE: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits without a clock of our own: nobody ever sends.
fn wait(time: Duration) {
    let (_sender, receiver) = mpsc::channel::<()>();
    let _ = receiver.recv_timeout(time);
}

/// Starts the program and kills it after `micros`; whether it had ended by itself.
fn killed(arguments: &[&str], micros: u64) -> bool {
    let mut child = command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("BUG: it starts");
    wait(Duration::from_micros(micros));
    let ended = child.try_wait().expect("BUG: a child").is_some();
    // A child that ended meanwhile needs no killing.
    let _ = child.kill();
    child.wait().expect("BUG: a child");
    ended
}

#[test]
fn killed_a_hundred_times_nothing_is_half_there() {
    let _alone = alone();
    let (folder, workspace, _) = example(24, 5);
    let workspace = text(&workspace);
    let out = folder.path().join("uit");
    let cohort = project().join("src-tauri/crates/domain/tests/samples/cohort.json");
    let judge = folder.path().join("oordeel.json");
    std::fs::write(
        &judge,
        r#"{"judgements":[{"student":"9000003","outcome":"aangetoond"},{"student":"9000004","outcome":"aangetoond"}]}"#,
    )
    .expect("BUG: writable");
    let acts: [&[&str]; 3] = [
        &["import", workspace, text(&cohort)],
        &["judge", workspace, text(&judge)],
        &["sign", workspace, "--all", "--out", text(&out)],
    ];
    // Opening takes most of a start; moments are spread from before it to after the end, however busy the machine is.
    let begun = Instant::now();
    done(&["check", workspace]);
    let spread = 2 * u64::try_from(begun.elapsed().as_micros()).expect("BUG: a start is short");
    let mut seed = 12345u64;
    let mut ended = 0;
    for turn in 0..100 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ended += u32::from(killed(acts[turn % 3], (seed >> 33) % spread));
        if turn % 10 == 9 {
            let said = done(&["check", workspace]);
            assert!(said.lines().all(|line| !line.contains("NIET")), "after {turn} kills: {said}");
            if out.is_dir() {
                for form in forms_in(&out) {
                    done(&["verify", text(&form)]);
                }
            }
        }
    }
    // Undisturbed it goes on where it stopped; what was put in place stays as it was.
    let before: Vec<_> =
        forms_in(&out).into_iter().map(|form| (std::fs::read(&form).expect("BUG: readable"), form)).collect();
    done(&["sign", workspace, "--all", "--out", text(&out)]);
    assert!(before.iter().all(|(bytes, form)| std::fs::read(form).is_ok_and(|now| now == *bytes)));
    let again = done(&["sign", workspace, "--all", "--out", text(&out), "--json"]);
    assert!(again.contains("\"already_there\"") && !again.contains("\"signed\"") && !again.contains("written_again"));
    let left = std::fs::read_dir(&out).expect("BUG: a folder").filter_map(Result::ok);
    assert!(left.into_iter().all(|one| !one.file_name().to_string_lossy().ends_with(".nieuw")), "half a file is left");
    // Neither every run may have ended, nor may none: the moments must fall within the acts.
    assert!((1..100).contains(&ended), "{ended} of 100 had ended before they were killed");
}
