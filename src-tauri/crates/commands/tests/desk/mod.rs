//! A desk to try use cases at: a machine on which time stands still, a workspace with two students.

use chrono::{DateTime, NaiveDate, Utc};
use commands::api::{Incoming, NewDataPoint};
use commands::{FileAsk, Finding, Founding, Host, ImportAsk, KeyCost, Kind, Raw, SourceFile, Workbench};
use domain::year::AcademicYear;
use std::path::PathBuf;
use std::sync::Arc;

/// A machine on which time stands still and files are read in this process.
struct Still;

impl Host for Still {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_749_700_000, 0).expect("BUG: a time")
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 6, 12).expect("BUG: a day")
    }

    fn random(&self, bytes: &mut [u8]) {
        bytes.iter_mut().zip(0u8..).for_each(|(byte, next)| *byte = next.wrapping_mul(31));
    }

    fn unpack(&self, file: &SourceFile<'_>, kind: Option<Kind>) -> Result<Raw, Finding> {
        intake::unpack(file, kind)
    }

    fn profile_folder(&self) -> PathBuf {
        std::env::temp_dir()
    }
}

const LIST: &str = "Studentnummer;Achternaam;Roepnaam;E-mail\n9900001;Eerste;Anna;a@student.example\n9900002;Çağlar;Bram;b@student.example\n";
/// A workspace with two students.
pub fn bench() -> (tempfile::TempDir, Workbench) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let year = AcademicYear::parse("2024-2025").expect("BUG: a year");
    let founding = Founding {
        path: folder.path().join("proef.weegschaal"),
        partnership: "De Proef".to_owned(),
        year,
        examiner: None,
        mandate_until: year.last_day(),
        cost: KeyCost::Quick,
    };
    let (mut bench, _) = Workbench::found(&founding, "een wachtzin voor proeven", Arc::new(Still)).expect("BUG: made");
    bring_in(&mut bench, "studenten.csv", LIST);
    (folder, bench)
}

/// Brings a pasted table in.
pub fn bring_in(bench: &mut Workbench, name: &str, text: &str) {
    let incoming = Incoming::Pasted { name: name.to_owned(), text: text.to_owned() };
    let files = [FileAsk { incoming, kind: None, mapping: None }];
    bench.import(&files, &ImportAsk::default(), &mut |_| true).expect("BUG: it can be brought in");
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
