//! Forms: making, signing, checking; on one core, in batch.

use crate::table::{Table, median};
use chrono::DateTime;
use domain::journal::JournalCheckpoint;
use domain::judgement::EstablishedJudgement;
use domain::mandate::Capacity;
use domain::obstacles::Deviation;
use domain::text::FilledText;
use form::{FIELDS, Fonts, FormFacts};
use seal::{Appearance, Identity, SignRequest};
use std::hint::black_box;
use weegschaal_tests::case::{Case, mandate, today};

/// Forms in a batch.
const BATCH: usize = 200;

/// Every case on which a judgement can be established, again and again up to a batch.
fn judgements(cases: &[Case]) -> Vec<EstablishedJudgement> {
    let examiner = mandate(Capacity::Examiner);
    let codes = ["vraak_not_met", "statement_missing", "citation_missing", "picture_differs"];
    let reason = FilledText::new("Besproken met de student en de school.").expect("BUG: a reason");
    let establish = |case: &Case| {
        let mut draft = case.draft();
        draft.deviations = codes.map(|code| Deviation { code: code.to_owned(), reason: reason.clone() }).into();
        draft.establish(&case.ground(), Some(&examiner), today()).ok()
    };
    let ready: Vec<EstablishedJudgement> = cases.iter().filter_map(establish).collect();
    ready.iter().cycle().take(BATCH).cloned().collect()
}

/// Adds the measurements.
pub fn measure(table: &mut Table) {
    let small: Vec<Case> = Case::all().into_iter().map(Case::small).collect();
    batch(table, "two criteria", &judgements(&small), [Some(5.0), Some(90.0)]);
    batch(table, "nine criteria", &judgements(&Case::all()), [None, None]);
}

/// Making, signing and checking a batch; `bars` in milliseconds and kilobytes for one signed form.
fn batch(table: &mut Table, what: &str, judgements: &[EstablishedJudgement], bars: [Option<f64>; 2]) {
    let made_at = DateTime::from_timestamp(1_749_730_000, 0).expect("BUG: a time");
    let checkpoint = JournalCheckpoint { seq: 812, hash: "ab".repeat(32) };
    let facts = FormFacts { checkpoint: &checkpoint, made_at, revision: 1, app_version: "0.1.0" };
    let mut seed = 7u8;
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            seed = seed.wrapping_mul(73).wrapping_add(41);
            *byte = seed;
        }
    };
    let identity =
        Identity::create("drs. V. Voorbeeld", "Partnerschap Voorbeeld", made_at, &mut random).expect("BUG: a key");
    let sign = |pdf: &[u8]| {
        let lines = form::signature_lines("drs. V. Voorbeeld", Capacity::Examiner, made_at);
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
    let signed: Vec<(u32, Vec<u8>)> = judgements
        .iter()
        .map(|judgement| {
            let made = render(judgement);
            (made.pages, sign(&made.pdf))
        })
        .collect();
    let trust = [identity.certificate_der().to_vec()];
    let checking = each(median(5, || {
        for (_, pdf) in &signed {
            assert_eq!(seal::verify(pdf, &trust, made_at).verdict, seal::Verdict::Valid);
        }
    }));
    let pages = signed.iter().map(|(pages, _)| *pages).max().unwrap_or(0);
    let largest = signed.iter().map(|(_, pdf)| pdf.len()).max().unwrap_or(0);
    table.add_time(&format!("one signed form of {pages} pages ({what}), of {BATCH}"), whole, bars[0]);
    table.add_time("  of which making it", making, None);
    table.add_time("  checking it", checking, None);
    // Bytes are far below 2^52: the conversion is exact.
    table.add("  its size", largest as f64 / 1024.0, bars[1], "KB");
}
