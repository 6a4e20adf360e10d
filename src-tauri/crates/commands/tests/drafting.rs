//! Keeping a judgement while it is typed: the journal holds every time, undo takes a burst back at once, and looking at
//! other weights writes nothing.

mod desk;

use commands::Workbench;
use commands::api::{CriterionWords, DeviationView, DraftView, JournalFilter, WhatIf};
use desk::{FILE, Machine, NUMBER, PASSPHRASE, bench_of};
use std::sync::Arc;

struct Case {
    folder: tempfile::TempDir,
    clock: Arc<Machine>,
    bench: Workbench,
}

impl Case {
    fn new() -> Self {
        let clock = Machine::new();
        let (folder, bench) = bench_of("", clock.clone());
        Self { folder, clock, bench }
    }

    /// Opens the same workspace again: what can be undone comes from the journal.
    fn again(self) -> Self {
        let Self { folder, clock, bench } = self;
        drop(bench);
        let path = folder.path().join(FILE);
        let bench = Workbench::open(&path, store::Secret::Passphrase(PASSPHRASE), clock.clone()).expect("BUG: opens");
        Self { folder, clock, bench }
    }

    /// Keeps a draft so many seconds after the start.
    fn save(&mut self, at: i64, draft: &DraftView) {
        self.clock.at(at);
        self.bench.save_draft(NUMBER, draft).expect("BUG: kept");
    }

    fn rationale(&self, criterion: &str) -> String {
        let reply = self.bench.dossier(NUMBER).expect("BUG: read");
        let found = reply.judgement.words.criteria.into_iter().find(|one| one.criterion == criterion);
        found.map(|one| one.rationale).unwrap_or_default()
    }

    fn undo(&mut self) {
        self.bench.undo().expect("BUG: undone");
    }

    /// Code and place of the act that would be undone.
    fn next(&self) -> (String, String) {
        let overview = self.bench.overview().expect("BUG: read");
        overview.undo.map(|act| (act.code, act.place)).unwrap_or_default()
    }

    fn acts(&self) -> usize {
        self.bench.journal_all().expect("BUG: read").len()
    }
}

/// A draft with words on criteria.
fn draft(words: &[(&str, &str)]) -> DraftView {
    let criteria = words.iter().map(|(criterion, rationale)| CriterionWords {
        criterion: (*criterion).to_owned(),
        rationale: (*rationale).to_owned(),
        citations: Vec::new(),
    });
    DraftView { criteria: criteria.collect(), ..DraftView::default() }
}

#[test]
fn a_burst_of_typing_is_taken_back_at_once_and_stays_in_the_journal() {
    let mut case = Case::new();
    let before = case.acts();
    case.save(0, &draft(&[("K3", "In de klas")]));
    case.save(20, &draft(&[("K3", "In de klas ziet zij")]));
    case.save(45, &draft(&[("K3", "In de klas ziet zij veel.")]));
    assert_eq!(case.acts(), before + 3, "every time it was kept is in the journal");
    assert_eq!(case.next(), ("draft.rationale".to_owned(), "K3".to_owned()));
    // Also after closing: what can be taken back comes from the journal.
    let mut case = case.again();
    case.undo();
    assert_eq!(case.rationale("K3"), "");
    assert_eq!(case.next().0, "import");
    case.bench.redo().expect("BUG: redone");
    assert_eq!(case.rationale("K3"), "In de klas ziet zij veel.");
    assert!(case.bench.check().expect("BUG: checked").fine());
}

#[test]
fn words_that_go_come_back_and_with_them_nothing_else_goes() {
    let mut case = Case::new();
    let words = "In de klas ziet zij wat een leerling nodig heeft.";
    case.save(0, &draft(&[("K3", words)]));
    case.save(5, &draft(&[("K3", "x")]));
    assert_eq!(case.next(), ("draft.erase".to_owned(), "K3".to_owned()));
    case.save(10, &draft(&[("K3", "xyz")]));
    case.undo();
    assert_eq!(case.rationale("K3"), "x", "what was written since is a step of its own");
    case.undo();
    assert_eq!(case.rationale("K3"), words);
    case.save(20, &draft(&[("K3", "In de klas ziet zij wat een leerling wil.")]));
    assert_eq!(case.next().0, "draft.rationale", "a word bettered is typing");
}

#[test]
fn a_rest_another_spot_or_a_long_burst_begins_another_step() {
    let mut case = Case::new();
    case.save(0, &draft(&[("K3", "een")]));
    case.save(61, &draft(&[("K3", "een twee")]));
    case.undo();
    assert_eq!(case.rationale("K3"), "een", "after a rest of a minute");
    case.save(100, &draft(&[("K3", "een drie")]));
    case.save(110, &draft(&[("K3", "een drie"), ("K4", "vier")]));
    case.undo();
    assert_eq!((case.rationale("K3"), case.rationale("K4")), ("een drie".to_owned(), String::new()));
    for step in 0..8 {
        case.save(200 + step * 50, &draft(&[("K3", &format!("lang {step}"))]));
    }
    case.undo();
    assert_eq!(case.rationale("K3"), "lang 6", "five minutes of typing are one step, no more");
}

#[test]
fn what_is_the_same_is_not_kept_again_and_other_acts_keep_their_own_step() {
    let mut case = Case::new();
    let words = draft(&[("K3", "een")]);
    case.save(0, &words);
    let acts = case.acts();
    case.save(1, &words);
    assert_eq!(case.acts(), acts);
    let deviation = |reason: &str| DeviationView { code: "citation_missing:K3".into(), reason: reason.to_owned() };
    case.save(2, &DraftView { deviations: vec![deviation("eerst")], ..words.clone() });
    assert_eq!(case.next(), ("draft.deviation".to_owned(), "citation_missing:K3".to_owned()));
    case.save(3, &DraftView { deviations: vec![deviation("anders")], ..words.clone() });
    case.undo();
    let kept = case.bench.dossier(NUMBER).expect("BUG: read").judgement.words.deviations;
    assert_eq!(kept, vec![deviation("eerst")], "an act that is not typing is a step of its own");
}

#[test]
fn looking_at_other_weights_writes_nothing() {
    let case = Case::new();
    let head = case.bench.journal_all().expect("BUG: read").pop().map(|entry| entry.hash);
    let agreed = case.bench.dossier(NUMBER).expect("BUG: read").weighing;
    let tried = case.bench.what_if(NUMBER, &WhatIf { weights: vec![27, 22, 17, 0, 34] }).expect("BUG: looked at");
    assert_eq!(tried.sources.iter().map(|source| source.weight).collect::<Vec<_>>(), [27, 22, 17, 0, 34]);
    assert_eq!(case.bench.journal_all().expect("BUG: read").pop().map(|entry| entry.hash), head);
    assert_eq!(case.bench.dossier(NUMBER).expect("BUG: read").weighing, agreed);
    assert!(case.bench.what_if(NUMBER, &WhatIf { weights: vec![50, 20, 15, 0, 15] }).is_err(), "outside the bands");
}

#[test]
fn the_part_of_a_draft_that_was_typed_is_a_place_and_no_reason() {
    let mut case = Case::new();
    case.save(0, &draft(&[("K3", "Een reden.")]));
    let page = case.bench.journal_page(&JournalFilter::default(), 0, 1).expect("BUG: read");
    let row = &page.rows[0];
    assert_eq!((row.act.as_str(), row.place.as_str(), row.reason.as_str()), ("draft.rationale", "K3", ""));
}
