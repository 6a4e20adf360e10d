//! The window itself: how soon it is there, what it takes up, how soon it answers, and how much it loads.
//!
//! Promises: the program and a bare window (`src-tauri/examples/bare.rs`) by turns, so that both meet the same machine;
//! times are those at which the page says it was painted (`WEEGSCHAAL_TIMING`). Left out where there is no screen.

use crate::driven::Driven;
use crate::table::Table;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use weegschaal_tests::run::example;
use weegschaal_tests::{program, project};

/// Starts of each.
const STARTS: usize = 11;
/// How long a window is left alone before its memory is read.
const SETTLE: Duration = Duration::from_secs(3);
/// How long anything may take before it counts as missing.
const PATIENCE: Duration = Duration::from_secs(30);
/// What only the code of the PDF viewer says.
const PDF_VIEWER: &str = "PDFDocumentLoadingTask";
/// Students in the two workspaces that are opened, and the bar.
const COHORTS: [(u32, f64); 2] = [(500, 250.0), (10_000, 600.0)];
/// Height of a row of the table, in pixels.
const ROW: u32 = 36;

/// Adds the measurements.
pub fn measure(table: &mut Table) {
    bundle(table);
    if std::env::var_os("DISPLAY").is_none() {
        println!("There is no screen: the window is left out.");
        return;
    }
    startup(table);
    for (students, bar) in COHORTS {
        let (folder, workspace, _) = example(students, 1);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("BUG: a runtime");
        runtime.block_on(rooms(table, &workspace, students, bar));
        drop(folder);
    }
}

/// What the page loads, packed as it would be sent; typefaces and the PDF viewer apart.
fn bundle(table: &mut Table) {
    let mut sizes: HashMap<&str, f64> = HashMap::new();
    let dist = project().join("ui/dist");
    let files =
        [dist.clone(), dist.join("assets")].into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    for path in files.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let kind = match path.extension().and_then(|kind| kind.to_str()) {
            _ if name.starts_with("pdf.") || holds(&path, PDF_VIEWER) => "viewer",
            Some("js" | "css" | "html") => "bundle",
            // A typeface is packed already; the page takes the newer of its two packings.
            Some("woff2") => "typefaces",
            _ => continue,
        };
        *sizes.entry(kind).or_default() += packed(&path) / 1024.0;
    }
    let of = |kind| sizes.get(kind).copied().unwrap_or_default();
    table.add("pages of the window (js, css, html), gzipped", of("bundle"), Some(450.0), "KB");
    table.add("  the PDF viewer, loaded when first needed", of("viewer"), None, "KB");
    table.add("  typefaces", of("typefaces"), None, "KB");
}

fn holds(path: &Path, mark: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.windows(mark.len()).any(|part| part == mark.as_bytes()))
}

fn packed(path: &Path) -> f64 {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(&fs::read(path).unwrap_or_default()).expect("BUG: there is memory");
    packer.finish().map(|bytes| bytes.len()).unwrap_or_default() as f64
}

/// Start to painted, and memory when left alone: ours and the bare window by turns.
fn startup(table: &mut Table) {
    let (_folder, workspace, _) = example(24, 1);
    let bare = program().with_file_name("examples").join("bare");
    let mut ours = (Vec::new(), Vec::new());
    let mut least = (Vec::new(), Vec::new());
    // One of each first, so that both come out of the same warm memory.
    for turn in 0..=STARTS {
        for (program, argument, found) in [(&bare, None, &mut least), (&program(), Some(&workspace), &mut ours)] {
            let (time, memory) = start(program, argument);
            if turn > 0 {
                found.0.push(time);
                found.1.push(memory);
            }
        }
    }
    // Each pair met the same machine, which may be quicker or slower the next moment.
    let ratio = middle(ours.0.iter().zip(&least.0).map(|(time, floor)| time / floor).collect());
    let (time, floor) = (middle(ours.0), middle(least.0));
    let (memory, ground) = (middle(ours.1), middle(least.1));
    table.add("a bare window, start to painted", floor, None, "ms");
    table.add("start to the passphrase field painted", time, None, "ms");
    table.add("  of the bare window", ratio, Some(1.15), "×");
    table.add("a bare window left alone, memory", ground, None, "MB");
    table.add("the window left alone, memory", memory, None, "MB");
    table.add("  of the bare window", memory / ground, Some(1.25), "×");
}

fn middle(mut found: Vec<f64>) -> f64 {
    found.sort_by(f64::total_cmp);
    found.get(found.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Starts a program with a window: milliseconds until it says `painted openen`, and its memory when left alone.
fn start(program: &PathBuf, argument: Option<&PathBuf>) -> (f64, f64) {
    let profile = tempfile::tempdir().expect("BUG: a folder");
    let before = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis() as f64;
    let mut child = Command::new(program)
        .args(argument)
        .env("WEEGSCHAAL_TIMING", "1")
        .env("XDG_CONFIG_HOME", profile.path())
        .env("XDG_DATA_HOME", profile.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("BUG: it was built (scripts/bench.sh)");
    let lines = said(&mut child);
    let mut painted = f64::NAN;
    while let Ok(line) = lines.recv_timeout(PATIENCE) {
        if let Some(at) = line.strip_prefix("painted openen ").and_then(|at| at.trim().parse::<f64>().ok()) {
            painted = at - before;
            break;
        }
    }
    // It says nothing more by itself: waiting for a next line is leaving it alone.
    while lines.recv_timeout(SETTLE).is_ok() {}
    let memory = family(child.id()).iter().map(|id| proportional(*id)).sum();
    for id in family(child.id()).into_iter().rev() {
        let _ = Command::new("kill").arg("-KILL").arg(id.to_string()).stderr(Stdio::null()).status();
    }
    let _ = child.wait();
    (painted, memory)
}

fn said(child: &mut Child) -> Receiver<String> {
    let (send, receive) = channel();
    let stderr = child.stderr.take().expect("BUG: it was asked for");
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                return;
            }
        }
    });
    receive
}

/// A process and all that came from it.
fn family(first: u32) -> Vec<u32> {
    let mut found = vec![first];
    let mut at = 0;
    while let Some(id) = found.get(at).copied() {
        let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
        for thread in threads {
            let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            found.extend(children.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
        }
        at += 1;
    }
    found
}

/// Memory of a process in megabytes, what it shares counted in proportion.
fn proportional(id: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}

/// How soon the rooms answer, on a cohort of a size.
async fn rooms(table: &mut Table, workspace: &Path, students: u32, bar: f64) {
    let (mut opening, mut scroll, mut leap) = (Vec::new(), Vec::new(), Vec::new());
    let (mut cold, mut first, mut dossier, mut hasty) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut marked, mut key, mut back, mut next) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..3 {
        let window = Driven::open(workspace).await;
        opening.push(window.unlock().await);
        cold.push(window.open_dossier(0).await);
        window.close().await;
        let window = Driven::open(workspace).await;
        opening.push(window.unlock().await);
        scroll.push(window.longest_scroll(2 * ROW).await);
        leap.push(window.longest_scroll(19 * ROW).await);
        window.look().await;
        first.push(window.open_dossier(0).await);
        // Each time another student: one who was just there would be quicker.
        for row in 1..=6 {
            back.push(window.back().await);
            if row % 2 == 0 {
                hasty.push(window.open_dossier(row).await);
            } else {
                window.look().await;
                dossier.push(window.open_dossier(row).await);
            }
            marked.push(window.mark().await);
            next.push(window.next().await);
        }
        key.push(window.longest_key().await);
        window.close().await;
    }
    let of = |what: &str| format!("{what}, {students} dossiers");
    table.add(&of("passphrase accepted to the table painted"), middle(opening), Some(bar), "ms");
    table.add(&of("the longest that scrolling by two rows takes"), middle(scroll), Some(16.0), "ms");
    table.add(&of("the longest that scrolling by whole pages takes"), middle(leap), Some(16.0), "ms");
    table.add(&of("opening a dossier, after a look at the table"), middle(dossier), Some(100.0), "ms");
    table.add(&of("  the first"), middle(first), Some(100.0), "ms");
    table.add(&of("  as soon as the table is painted"), middle(hasty), Some(100.0), "ms");
    table.add(&of("  the next, from a dossier"), middle(next), Some(100.0), "ms");
    table.add(&of("  the first, as soon as the table is painted"), middle(cold), None, "ms");
    table.add(&of("back to the table"), middle(back), None, "ms");
    table.add(&of("a marked passage to the band redrawn"), middle(marked), Some(50.0), "ms");
    table.add(&of("the longest that a key in the rationale takes"), middle(key), Some(16.0), "ms");
}
