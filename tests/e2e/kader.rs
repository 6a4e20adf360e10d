//! The framework in the real window, with the keyboard: a new version with its difference and effect, taken into use and
//! undone; weights with their check and reason, frozen.

use crate::accessible::usable_by_all;
use crate::evidence::choose;
use crate::window::Window;
use std::path::PathBuf;
use weegschaal_tests::run::{done, text};

const ENTER: &str = "\u{E007}";
const UP: &str = "\u{E013}";
const DOWN: &str = "\u{E015}";
const RIGHT: &str = "\u{E014}";
const END: &str = "\u{E010}";
const UNDO: &str = "\u{E009}z\u{E000}";
const REDO: &str = "\u{E009}\u{E008}z\u{E000}";

/// A workspace with evidence and nothing judged, at the room Kader.
async fn at_kader() -> (tempfile::TempDir, PathBuf, Window) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let path = folder.path().join("linge.weegschaal");
    done(&["new", text(&path), "--partnership", "De Linge", "--year", "2024-2025", "--examiner", "R. Veldhoen"]);
    let cohort = weegschaal_tests::project().join("src-tauri/crates/domain/tests/samples/cohort.json");
    done(&["import", text(&path), text(&cohort)]);
    let window = Window::unlocked(&path).await;
    window.type_in(".rail button:nth-of-type(2)", ENTER).await;
    window.see(".levels li").await;
    (folder, path, window)
}

async fn difference(window: &Window, kind: &str, said: &str) {
    let line = format!("[data-change='{kind}']");
    window.see(&line).await;
    let text = window.text(&line).await;
    assert!(text.contains(said), "{text}");
}

#[tokio::test]
async fn a_new_version_is_read_before_it_is_taken_into_use() {
    let (_folder, path, window) = at_kader().await;
    window.picture("kader-lezen").await;
    window.type_in("[data-begin]", ENTER).await;
    window.until("document.activeElement?.id === 'spot-name'").await;
    window.type_in("[data-criterion='K3'] textarea", &format!("{END} Ook onder druk.")).await;
    difference(&window, "criterionNorm", "K3: norm gewijzigd. Was: ").await;
    window.until("document.querySelector('[data-effect=none]')").await;
    window.type_in("#spot-normLine", &RIGHT.repeat(3)).await;
    difference(&window, "normLine", "ligt nu op een kwart van ‘op niveau’ naar ‘overtuigend’").await;
    window.until("document.querySelector('[data-effect=some]')").await;
    // Another order, without a mouse; the focus goes along.
    window.type_in("[data-criterion='K1'] [data-move=down]", ENTER).await;
    difference(&window, "criteriaReordered", "andere volgorde").await;
    window.until("document.activeElement?.closest('[data-criterion]')?.dataset.criterion === 'K1'").await;
    // Another domain, and back.
    choose(&window, "[data-criterion='K1'] [data-domain]", "wil").await;
    difference(&window, "criterionDomain", "K1 hoort niet meer bij kan, maar bij wil").await;
    window.until("document.activeElement?.closest('[data-criterion]')?.dataset.criterion === 'K1'").await;
    choose(&window, "[data-criterion='K1'] [data-domain]", "kan").await;
    window.until("!document.querySelector('[data-change=criterionDomain]')").await;
    window.run("document.querySelector('.side details').open = true").await;
    usable_by_all(&window, "kader-concept").await;
    // What evidence hangs on does not go.
    window.type_in("[data-criterion='K4'] .acts button:last-child", ENTER).await;
    window.see("[data-refusal='criterionInUse']").await;
    window.until("document.querySelector('.top').innerText.includes('concept van kader')").await;
    window.type_in("#kader-title", UNDO).await;
    window
        .until("!document.querySelector('[data-refusal]') && document.querySelector(\"[data-criterion='K4']\")")
        .await;
    // Without a reason nothing happens.
    window.type_in("[data-use]", ENTER).await;
    assert!(window.text("#kader-hindrance").await.contains("reden"));
    window.type_in("#kader-reason", "De norm was te licht.").await;
    window.until("document.querySelector('[data-use].main')").await;
    window.type_in("[data-use]", ENTER).await;
    window.until("document.querySelectorAll('.versions li').length === 2").await;
    window.until("document.activeElement?.id === 'kader-title'").await;
    assert!(window.text(".side").await.contains("De norm was te licht."));
    assert!(window.text("main").await.contains("Ook onder druk."));
    usable_by_all(&window, "kader-versies").await;
    window.type_in("#kader-title", UNDO).await;
    window.see("[data-use]").await;
    window.type_in("#kader-title", REDO).await;
    window.until("document.querySelectorAll('.versions li').length === 2").await;
    window.type_in(".versions li:last-child button", ENTER).await;
    window.until("document.querySelector('.head').innerText.includes('Je leest versie')").await;
    assert!(!window.text(".paper").await.contains("Ook onder druk."));
    window.close().await;
    done(&["check", text(&path)]);
}

#[tokio::test]
async fn weights_are_checked_reasoned_and_frozen() {
    let (_folder, _path, window) = at_kader().await;
    window.type_in("[id='spot-weight:0']", &UP.repeat(2)).await;
    window.until("document.querySelector('.sum').innerText.includes('2 te veel')").await;
    window.see("[data-weight='sum']").await;
    window.type_in("[id='spot-weight:2']", &DOWN.repeat(7)).await;
    window.until("document.querySelector('.sources').innerText.includes('2 onder de band')").await;
    usable_by_all(&window, "kader-weging-fout").await;
    window.type_in("[id='spot-weight:2']", &UP.repeat(5)).await;
    window.until("document.querySelector('.sum').innerText.includes('Samen 100')").await;
    window.see("[data-weight='reasonMissing']").await;
    window.type_in("#spot-reason", "De werkplek zag deze groep het meest.").await;
    window.see("[data-checks='fine']").await;
    difference(&window, "weight", "35 % is nu 37 %").await;
    window.see("[data-effect]").await;
    window.picture("kader-weging").await;
    window.until("document.querySelector('[data-use].main')").await;
    window.type_in("[data-use]", ENTER).await;
    window.until("!document.querySelector('[data-use]')").await;
    window.until("document.querySelector('.top').innerText.includes('Ongedaan maken: andere weging')").await;
    window.type_in(".ground .btn", ENTER).await;
    window.type_in(".dialog .btn.main", ENTER).await;
    window.until("document.activeElement?.id === 'kader-frozen'").await;
    assert_eq!(window.count("[id='spot-weight:0']").await, 0, "nothing can be weighed any more");
    let top = window.text(".top").await;
    assert!(top.contains("bestand toegevoegd") && !top.contains("weging"), "freezing stands, and what it fixed: {top}");
    let earlier = window.text(".weightings").await;
    assert!(
        earlier.contains("De werkplek zag deze groep het meest.") && earlier.contains("35 % is nu 37 %"),
        "{earlier}"
    );
    assert_eq!(window.count("[data-weighting]").await, 2, "freezing is no other weighting");
    usable_by_all(&window, "kader-bevroren").await;
    // Names still change, figures do not.
    window.type_in("[data-begin]", ENTER).await;
    window.see("[data-criterion='K1'] .write").await;
    assert_eq!(window.count("[data-criterion='K1'] textarea, #spot-normLine").await, 0);
    window.close().await;
}
