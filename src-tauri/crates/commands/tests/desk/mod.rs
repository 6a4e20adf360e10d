//! A desk to try use cases at: a machine whose clock and chance the test sets, and workspaces to begin with.
//!
//! Promises: files are read in this process; nothing outside the folder that is handed out is touched.
#![allow(dead_code, reason = "each test binary uses a part of it")]

#[path = "../../../../../tests/src/judged.rs"]
mod judged;

use chrono::{DateTime, NaiveDate, Utc};
use commands::api::{FilePreview, ImportPreview, Incoming, NewDataPoint};
use commands::{FileAsk, Finding, Founding, Host, ImportAsk, KeyCost, Kind, Raw, SourceFile, StampFault, Workbench};
use domain::text::FilledText;
use domain::year::AcademicYear;
use judged::without_grounds;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// Opens every workspace made here.
pub const PASSPHRASE: &str = "een wachtzin voor proeven";
/// The file of a workspace, in its folder.
pub const FILE: &str = "proef.weegschaal";
/// A student of every workspace made by [`bench`] and [`bench_of`].
pub const NUMBER: &str = "9900001";
/// 12 June 2025, shortly after midnight in UTC.
const NOW: i64 = 1_749_700_000;
const LIST: &str = "Studentnummer;Achternaam;Roepnaam;E-mail\n9900001;Eerste;Anna;a@student.example\n9900002;Çağlar;Bram;b@student.example\n";

/// A machine on which time stands still until the test moves it.
pub struct Machine {
    seconds: AtomicI64,
    today: NaiveDate,
    chance: AtomicU8,
    /// What stamps the time; nobody does unless a test says so.
    stamps: Mutex<Option<Stamps>>,
}

/// Answers a request for a time stamp.
pub type Stamps = Box<dyn FnMut(&[u8]) -> Result<Vec<u8>, StampFault> + Send>;

impl Machine {
    /// On 12 June 2025.
    pub fn new() -> Arc<Self> {
        Self::on(2025, 6, 12)
    }

    /// On another day.
    pub fn on(year: i32, month: u32, day: u32) -> Arc<Self> {
        let today = NaiveDate::from_ymd_opt(year, month, day).expect("BUG: a day");
        Arc::new(Self { seconds: AtomicI64::new(0), today, chance: AtomicU8::new(0), stamps: Mutex::new(None) })
    }

    /// With keys of its own.
    pub fn with_keys(keys: u8) -> Arc<Self> {
        let machine = Self::new();
        machine.chance.store(keys.wrapping_mul(64), Ordering::Relaxed);
        machine
    }

    /// Lets a service stamp the time.
    pub fn stamp_by(&self, service: impl FnMut(&[u8]) -> Result<Vec<u8>, StampFault> + Send + 'static) {
        *self.stamps.lock().expect("BUG: nobody died") = Some(Box::new(service));
    }

    /// Sets the clock, in seconds after its start.
    pub fn at(&self, seconds: i64) {
        self.seconds.store(seconds, Ordering::Relaxed);
    }
}

impl Host for Machine {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(NOW + self.seconds.load(Ordering::Relaxed), 0).expect("BUG: a time")
    }

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn random(&self, bytes: &mut [u8]) {
        let turn = self.chance.fetch_add(1, Ordering::Relaxed);
        bytes.iter_mut().zip(0u8..).for_each(|(byte, next)| *byte = next.wrapping_mul(31) ^ turn);
    }

    fn unpack(&self, file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding> {
        intake::unpack(file, kind)
    }

    fn time_stamp(&self, _: &str, request: &[u8]) -> Result<Vec<u8>, StampFault> {
        match &mut *self.stamps.lock().expect("BUG: nobody died") {
            Some(service) => service(request),
            None => Err(StampFault::Unreachable),
        }
    }

    fn profile_folder(&self) -> PathBuf {
        std::env::temp_dir()
    }
}

/// An empty workspace; with a mandate for the examiner when one is named.
pub fn found(examiner: &str, machine: Arc<Machine>) -> (TempDir, Workbench) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
    let founding = Founding {
        path: folder.path().join(FILE),
        partnership: "De Proef".to_owned(),
        year,
        examiner: FilledText::new(examiner).ok(),
        mandate_until: year.last_day(),
        cost: KeyCost::Quick,
    };
    let (bench, _) = Workbench::found(&founding, PASSPHRASE, machine).expect("BUG: made");
    (folder, bench)
}

/// A workspace with two students and nobody at the desk.
pub fn bench() -> (TempDir, Workbench) {
    bench_of("", Machine::new())
}

/// A workspace with two students.
pub fn bench_of(examiner: &str, machine: Arc<Machine>) -> (TempDir, Workbench) {
    let (folder, mut bench) = found(examiner, machine);
    bring_in(&mut bench, "studenten.csv", LIST);
    (folder, bench)
}

/// A pasted table, to be brought in.
pub fn pasted(name: &str, text: &str) -> FileAsk {
    let incoming = Incoming::Pasted { name: name.to_owned(), text: text.to_owned() };
    FileAsk { incoming, kind: None, mapping: None }
}

/// Brings one file in, or looks at what it would do.
pub fn import(bench: &mut Workbench, file: FileAsk, dry_run: bool) -> FilePreview {
    let ask = ImportAsk { dry_run, ..ImportAsk::default() };
    let ImportPreview { mut files } = bench.import(&[file], &ask, &mut |_| true).expect("BUG: it can be brought in");
    files.remove(0)
}

/// Brings a pasted table in.
pub fn bring_in(bench: &mut Workbench, name: &str, text: &str) -> FilePreview {
    import(bench, pasted(name, text), false)
}

/// A data point as it is typed in.
pub fn note(text: &str) -> NewDataPoint {
    NewDataPoint {
        source: "werkplek".to_owned(),
        author: "José Plek".to_owned(),
        role: "werkplekbegeleider".to_owned(),
        date: "2025-04-11".to_owned(),
        quadrant: String::new(),
        moment: "tussenevaluatie".to_owned(),
        established: true,
        text: text.to_owned(),
    }
}

/// Establishes a judgement on 12 June 2025, with every obstacle passed by a reason.
pub fn judge(bench: &mut Workbench, number: &str, attempt: u8, outcome: &str) {
    let input = serde_json::json!({ "judgements": [without_grounds(number, attempt, outcome)] });
    let report = bench.judge(&serde_json::to_vec(&input).expect("BUG: JSON"), &mut |_, _| {}).expect("BUG: judged");
    assert!(report.refused.is_empty(), "{:?}", report.refused);
}
