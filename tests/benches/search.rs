//! Searching a cohort and looking back in its journal, at the level of the use cases: what the window waits for.

use crate::cohort::PASSPHRASE;
use crate::table::{Table, median};
use chrono::{DateTime, NaiveDate, Utc};
use commands::api::{ChainState, JournalFilter, SearchAsk};
use commands::{Finding, Host, Kind, Raw, Secret, SourceFile, StampFault, Workbench};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Asked for as a person types: rare, frequent, one letter, several words, none.
const QUERIES: [&str; 6] = ["brugklas", "klas", "e", "rustig klas les", "de een van", "bestaatniet"];

/// A machine that reads no foreign files.
struct Machine;

impl Host for Machine {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_749_700_000, 0).expect("BUG: a time")
    }

    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }

    fn unpack(&self, file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding> {
        intake::unpack(file, kind)
    }

    fn time_stamp(&self, _: &str, _: &[u8]) -> Result<Vec<u8>, StampFault> {
        Err(StampFault::Unreachable)
    }

    fn profile_folder(&self) -> PathBuf {
        std::env::temp_dir()
    }
}

/// Adds the measurements.
pub fn measure(table: &mut Table, workspace: &Path) {
    let mut bench =
        Workbench::open(workspace, Secret::Passphrase(PASSPHRASE), Arc::new(Machine)).expect("BUG: it was just made");
    let ask = |query: &str| SearchAsk { query: query.to_owned(), students: 6, evidence: 40 };
    let start = Instant::now();
    let mut longest = 0.0_f64;
    let mut parts = 0;
    loop {
        let part = Instant::now();
        let reply = bench.search(&ask("")).expect("BUG: it can be searched");
        longest = longest.max(part.elapsed().as_secs_f64() * 1000.0);
        parts += 1;
        if reply.reading.is_none() {
            break;
        }
    }
    let (bytes, texts) = bench.search_size();
    table.add_time(&format!("reading {texts} data points for searching, in {parts} parts"), start.elapsed(), None);
    table.add("  the longest part, for which another act may wait", longest, None, "ms");
    table.add("  memory of the index", bytes as f64 / 1_048_576.0, None, "MB");
    let mut worst = std::time::Duration::ZERO;
    for query in QUERIES {
        let ask = ask(query);
        worst = worst.max(median(9, || {
            bench.search(&ask).expect("BUG: it can be searched");
        }));
    }
    table.add_time("searching it, the slowest of six queries", worst, Some(50.0));
    look_back(table, &mut bench);
}

fn look_back(table: &mut Table, bench: &mut Workbench) {
    let page = median(5, || {
        bench.journal_page(&JournalFilter::default(), 0, 100).expect("BUG: it reads");
    });
    table.add_time("a page of its journal", page, None);
    let start = Instant::now();
    let mut anew = true;
    while matches!(bench.journal_chain(anew).expect("BUG: it reads"), ChainState::Walking { .. }) {
        anew = false;
    }
    table.add_time("recomputing the chain of its journal", start.elapsed(), None);
}
