//! A cohort of 10,000 students with 20 data points and 80 indications each: bringing in, reading, analysing, writing out.

use crate::table::{Table, median};
use domain::weighing::{DossierView, Plan, PointRecord};
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use store::{Secret, Workspace};
use weegschaal_tests::program;

pub const PASSPHRASE: &str = "een wachtzin om mee te meten";

fn students() -> usize {
    std::env::var("WEEGSCHAAL_STUDENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000)
}

/// Adds the measurements.
pub fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("BUG: there is room for a temporary folder");
    let workspace = folder.path().join("groot.weegschaal");
    let students = students();
    bring_in(table, folder.path(), &workspace, students);
    read_and_analyse(table, &workspace, students);
    weigh(table, &workspace);
    crate::search::measure(table, &workspace);
}

/// The program on a workspace.
pub fn run(arguments: &[&str], workspace: &Path, rest: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(arguments).arg(workspace).args(rest);
    command.env("WEEGSCHAAL_PASSPHRASE", PASSPHRASE).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn bring_in(table: &mut Table, folder: &Path, workspace: &Path, students: usize) {
    let new = ["--partnership", example::PARTNERSHIP, "--year", "2024-2025"];
    let made = run(&["new"], workspace, &new).status().expect("BUG: the program was built");
    assert!(made.success(), "a workspace can be made");
    // A file of such a cohort is larger than any real one, and than what is read at once: it comes in parts.
    let mut document = example::bulk(students, 20, 80, 1);
    let all = std::mem::take(&mut document.students);
    let mut files = Vec::new();
    for (place, part) in all.chunks(1000).enumerate() {
        document.students = part.to_vec();
        let file = folder.join(format!("deel{place}.json"));
        std::fs::write(&file, serde_json::to_vec(&document).expect("BUG: it is JSON")).expect("BUG: there is room");
        files.push(file.display().to_string());
    }
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let start = Instant::now();
    let imported = run(&["import"], workspace, &files).status().expect("BUG: the program was built");
    assert!(imported.success(), "the cohort can be brought in");
    table.add_time(&format!("bringing in a cohort of {students} students"), start.elapsed(), None);
}

fn read_and_analyse(table: &mut Table, workspace: &Path, students: usize) {
    let start = Instant::now();
    let open = Workspace::open(workspace, Secret::Passphrase(PASSPHRASE)).expect("BUG: it was just made");
    table.add_time("opening it with the passphrase", start.elapsed(), None);
    let reader = open.reader();
    let framework = reader.framework().expect("BUG: it reads");
    let plan = Plan::new(&framework, &reader.weights().expect("BUG: it reads"));
    let mut view = DossierView::default();
    let both = median(5, || {
        let read = reader.digests(|_, packed| {
            let records: Vec<PointRecord> = store::digest::records(packed).collect();
            plan.weigh_into(records.iter().map(PointRecord::as_point), &mut view);
            black_box(&view);
        });
        read.expect("BUG: it reads");
    });
    let mut cohort: Vec<Vec<PointRecord>> = Vec::with_capacity(students);
    let read = reader.digests(|_, packed| cohort.push(store::digest::records(packed).collect()));
    read.expect("BUG: it reads");
    // On all cores, as the program weighs a cohort: whoever is done takes the next few dozen.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let analysis = median(9, || {
        let parts = Mutex::new(cohort.chunks(64));
        let work = || {
            let next = || parts.lock().expect("BUG: taking a part does not fail").next();
            let mut view = DossierView::default();
            while let Some(part) = next() {
                for records in part {
                    plan.weigh_into(records.iter().map(PointRecord::as_point), &mut view);
                    black_box(&view);
                }
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(work);
            }
        });
    });
    table.add_time("reading it from the encrypted workspace and analysing it", both, Some(500.0));
    table.add_time("analysing it, on all cores", analysis, Some(20.0));
}

/// The program itself, with its output, and the most memory it had.
fn weigh(table: &mut Table, workspace: &Path) {
    let time = median(5, || {
        assert!(run(&["weigh"], workspace, &["--json"]).status().is_ok_and(|status| status.success()));
    });
    table.add_time("weigh --json, start to end", time, Some(1500.0));
    let (_, most) = measured(run(&["weigh"], workspace, &["--json"]));
    table.add("  its memory at most", most, Some(400.0), "MB");
}

/// How long a run of the program takes, and the most memory it has at once together with the reader it starts, as the
/// kernel tells while it runs; none where there is no `/proc`.
pub fn measured(mut command: Command) -> (Duration, f64) {
    let started = Instant::now();
    let mut child = command.spawn().expect("BUG: the program was built");
    let children = format!("/proc/{0}/task/{0}/children", child.id());
    let mut most = 0.0_f64;
    while matches!(child.try_wait(), Ok(None)) {
        let readers = std::fs::read_to_string(&children).unwrap_or_default();
        let all = readers.split_whitespace().map(str::to_owned).chain([child.id().to_string()]);
        most = most.max(all.map(|process| resident(&process)).sum());
        std::thread::yield_now();
    }
    let time = started.elapsed();
    assert!(child.wait().is_ok_and(|status| status.success()), "the program does what is asked");
    (time, most)
}

/// Resident memory of a process in megabytes, nought when it has gone.
fn resident(process: &str) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}
