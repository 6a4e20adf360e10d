//! Forms: making, signing, checking; on one core, in batch.

use crate::table::{Table, median};
use chrono::{DateTime, Utc};
use domain::journal::JournalCheckpoint;
use domain::judgement::EstablishedJudgement;
use domain::mandate::Capacity;
use domain::obstacles::Deviation;
use domain::text::FilledText;
use form::{FIELDS, Fonts, FormFacts, Language, Signatory, Stage};
use seal::{Appearance, Identity, SignRequest, SigningKey};
use std::collections::BTreeMap;
use std::fs::File;
use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};
use weegschaal_tests::case::{Case, mandate, today};

/// Who signs.
const BY: Signatory = Signatory::Examiner(Capacity::Examiner);
/// Forms in a batch.
const BATCH: usize = 200;

/// Every case on which a judgement can be established, again and again up to a batch.
fn judgements(cases: &[Case]) -> Vec<EstablishedJudgement> {
    let examiner = mandate(Capacity::Examiner);
    let codes = ["vraak_not_met", "statement_missing", "citation_missing", "picture_differs"];
    let reason = FilledText::new("Besproken met de student en de school.").expect("BUG: a reason");
    let establish = |case: &Case| {
        let mut draft = case.draft();
        let found = draft.obstacles(&case.ground(), Some(&examiner), today());
        let passed = codes.iter().filter(|code| found.iter().any(|obstacle| obstacle.code() == **code));
        draft.deviations = passed.map(|code| Deviation { code: (*code).to_owned(), reason: reason.clone() }).collect();
        draft.establish(&case.ground(), Some(&examiner), today()).ok()
    };
    let ready: Vec<EstablishedJudgement> = cases.iter().filter_map(establish).collect();
    ready.iter().cycle().take(BATCH).cloned().collect()
}

/// Adds the measurements.
pub fn measure(table: &mut Table) {
    let small: Vec<Case> = Case::all().into_iter().map(Case::small).collect();
    batch(table, "two criteria", &judgements(&small), [Some(2.5), Some(70.0)]);
    batch(table, "nine criteria", &judgements(&Case::all()), [None, None]);
}

/// Making, signing and checking a batch; `bars` in milliseconds and kilobytes for one signed form.
fn batch(table: &mut Table, what: &str, judgements: &[EstablishedJudgement], bars: [Option<f64>; 2]) {
    let made_at = DateTime::from_timestamp(1_749_730_000, 0).expect("BUG: a time");
    let checkpoint = JournalCheckpoint { seq: 812, hash: "ab".repeat(32) };
    let facts = FormFacts { checkpoint: &checkpoint, made_at, revision: 1, app_version: "0.1.0" };
    let identity = identity(made_at);
    let sign = |pdf: &[u8]| {
        let lines = form::signature_lines(Language::Dutch, "drs. V. Voorbeeld", BY, made_at);
        let appearance = Appearance { lines, font: form::signature_font() };
        let request =
            SignRequest { field: FIELDS[0], time: made_at, reason: "", location: "", certify: true, appearance };
        seal::sign(pdf, &identity, &request).expect("BUG: a form of ours can be signed")
    };
    let render = |judgement| form::render(judgement, &facts, Fonts::shared()).expect("BUG: it can be set");
    let each = |whole| whole / u32::try_from(BATCH).expect("BUG: a small number");
    let whole =
        each(median(5, || judgements.iter().for_each(|judgement| drop(black_box(sign(&render(judgement).pdf))))));
    let making = each(median(5, || judgements.iter().for_each(|judgement| drop(black_box(render(judgement))))));
    let made: Vec<Vec<u8>> = judgements.iter().map(|judgement| render(judgement).pdf).collect();
    let signed: Vec<(u32, Vec<u8>)> = judgements
        .iter()
        .map(|judgement| {
            let made = render(judgement);
            (made.pages, sign(&made.pdf))
        })
        .collect();
    let pages = signed.iter().map(|(pages, _)| *pages).max().unwrap_or(0);
    let largest = signed.iter().map(|(_, pdf)| pdf.len()).max().unwrap_or(0);
    table.add_time(&format!("one signed form of {pages} pages ({what}), of {BATCH}"), whole, bars[0]);
    table.add_time("  of which making it", making, None);
    for (stage, spent) in stages(judgements, &facts) {
        table.add_time(&format!("    {stage:?}"), spent, None);
    }
    table.add_time("    signing it", each(median(5, || made.iter().for_each(|pdf| drop(black_box(sign(pdf)))))), None);
    let both = median(5, || {
        std::thread::scope(|scope| {
            for half in judgements.chunks(BATCH / 2) {
                scope.spawn(|| half.iter().for_each(|judgement| drop(black_box(sign(&render(judgement).pdf)))));
            }
        });
    });
    // The bar is 1.8 times as fast as one core: at most 56 hundredths of its time.
    let part = both.as_secs_f64() / (whole.as_secs_f64() * BATCH as f64);
    table.add("  two cores, part of the time of one", part, bars[0].map(|_| 0.56), "");
    table.add_time("    a raw P-256 signature, the least that signing can take", raw(&identity), None);
    table.add_time("  writing it so that it stays (fsync)", writing(&signed[0].1), None);
    table.add_time("  checking it", each(checking(&signed, &identity, made_at)), None);
    // Bytes are far below 2^52: the conversion is exact.
    table.add("  its size", largest as f64 / 1024.0, bars[1], "KB");
    if bars[0].is_some() {
        let grown = growth(|| judgements.iter().for_each(|judgement| drop(black_box(sign(&render(judgement).pdf)))));
        table.add("  memory that five more batches add", grown, Some(8.0), "MB");
        crate::others::beside(table, &signed[0].1, whole);
    }
}

/// Checking all of them.
fn checking(signed: &[(u32, Vec<u8>)], identity: &Identity, at: DateTime<Utc>) -> Duration {
    let trust = [identity.certificate_der().to_vec()];
    median(5, || {
        for (_, pdf) in signed {
            assert_eq!(seal::verify(pdf, &trust, at).verdict, seal::Verdict::Valid);
        }
    })
}

/// What the key alone takes for one signature.
fn raw(identity: &Identity) -> Duration {
    const TIMES: u32 = 200;
    median(5, || (0..TIMES).for_each(|_| drop(black_box(identity.sign(b"what is signed"))))) / TIMES
}

/// A file beside, made durable, put in place: as forms are written.
fn writing(pdf: &[u8]) -> Duration {
    let folder = tempfile::tempdir_in(weegschaal_tests::project()).expect("BUG: a folder");
    let (beside, place) = (folder.path().join("form.nieuw"), folder.path().join("form.pdf"));
    median(31, || {
        let mut file = File::create(&beside).expect("BUG: there is room");
        file.write_all(pdf).expect("BUG: there is room");
        file.sync_all().expect("BUG: there is room");
        std::fs::rename(&beside, &place).expect("BUG: there is room");
    })
}

/// Megabytes that this process grows by when a batch is made five times more, after the first: none piles up.
fn growth(batch: impl Fn()) -> f64 {
    batch();
    let before = resident();
    (0..5).for_each(|_| batch());
    resident() - before
}

/// Memory of this process in megabytes.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes / 1024.0)
}

/// A key with its certificate.
fn identity(made_at: DateTime<Utc>) -> Identity {
    let mut seed = 7u8;
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            seed = seed.wrapping_mul(73).wrapping_add(41);
            *byte = seed;
        }
    };
    Identity::create("drs. V. Voorbeeld", "Partnerschap Voorbeeld", made_at, &mut random).expect("BUG: a key")
}

/// How long each stage of a form takes on average.
fn stages(judgements: &[EstablishedJudgement], facts: &FormFacts<'_>) -> BTreeMap<Stage, Duration> {
    let mut spent: BTreeMap<Stage, Duration> = BTreeMap::new();
    for judgement in judgements {
        let mut last = Instant::now();
        let mut done = |stage| {
            let now = Instant::now();
            *spent.entry(stage).or_default() += now - last;
            last = now;
        };
        drop(black_box(form::render_watched(Language::Dutch, judgement, facts, Fonts::shared(), &mut done)));
    }
    let count = u32::try_from(judgements.len().max(1)).expect("BUG: a small number");
    spent.into_iter().map(|(stage, whole)| (stage, whole / count)).collect()
}
