//! *Dossiers* with the keyboard alone: filter, order, pick a range, sign, and back to the same row.

use crate::window::Window;
use weegschaal_tests::run::example;

const DOWN: &str = "\u{E015}";
const ENTER: char = '\u{E007}';
const ESCAPE: char = '\u{E00C}';
const HOME: char = '\u{E011}';
const SHIFT: char = '\u{E008}';
const CONTROL: char = '\u{E009}';
const CURSOR_IN_SIGHT: &str = "(() => {
    const [list, row] = ['.vlist', '.vlist .sel'].map(css => document.querySelector(css)?.getBoundingClientRect());
    return row && row.top >= list.top && row.bottom <= list.bottom;
})()";

#[tokio::test]
async fn the_table_with_the_keyboard() {
    let (folder, workspace, _) = example(24, 1);
    let window = Window::unlocked(&workspace).await;
    window.until("document.querySelector('.vlist').getAttribute('aria-rowcount') === '25'").await;

    // The filter leaves one; its row opens and the way back leads to it.
    window.type_in(".vlist", "/").await;
    window.until("document.activeElement.type === 'search'").await;
    window.type_in(".find", "9000004").await;
    window.until("document.querySelectorAll('.vlist [data-number]').length === 1").await;
    window.type_in(".find", DOWN).await;
    window.until("document.activeElement.classList.contains('vlist')").await;
    window.keys(&[ENTER]).await;
    window.see(".reader").await;
    window.keys(&[ESCAPE]).await;
    window.until("document.querySelector('.vlist .sel')?.dataset.number === '9000004'").await;
    assert_eq!(window.count(".vlist [data-number]").await, 1, "the filter is still there");
    window.until("document.activeElement.classList.contains('vlist')").await;
    window.keys(&[ESCAPE]).await;
    window.until("document.querySelector('.vlist').getAttribute('aria-rowcount') === '25'").await;
    window.until("document.querySelector('.vlist .sel')?.dataset.number === '9000004'").await;

    // Ordered by number, ungrouped: the first row is the lowest number.
    window.tab_to(".school input").await;
    window.keys(&[' ']).await;
    window.tab_to(".heads .number button").await;
    window.keys(&[ENTER]).await;
    window.until("document.querySelector('.heads .number').getAttribute('aria-sort') === 'ascending'").await;
    window.keys(&[HOME]).await;
    window.until("document.querySelector('.vlist .sel')?.dataset.number === '9000001'").await;
    turned_round(&window).await;
    goes_on_in_the_order_of_the_table(&window).await;
    picked(&window).await;

    // The overview of what is shown, at a place that the test chooses.
    let out = folder.path().join("overzicht.xlsx");
    let path = serde_json::json!(out);
    window
        .run_async(&format!(
            "await window.__TAURI_INTERNALS__.invoke('export_overview', {{ numbers: [], path: {path}, english: false }})"
        ))
        .await;
    assert!(out.is_file());

    // A state is a filter too, and a week.
    window.press(".states .count").await;
    window.until("document.querySelector('.states .count').getAttribute('aria-pressed') === 'true'").await;
    window.close().await;
}

/// A range with Shift, one taken back and picked again, all of them, none.
async fn picked(window: &Window) {
    window.tab_to(".vlist").await;
    for _ in 0..3 {
        window.keys(&[SHIFT, '\u{E015}']).await;
    }
    window.until("document.querySelectorAll('.vlist [aria-selected=true]').length === 4").await;
    window.keys(&['x']).await;
    window.until("document.querySelectorAll('.vlist [aria-selected=true]').length === 3").await;
    window.keys(&[' ']).await;
    window.until("document.querySelectorAll('.vlist [aria-selected=true]').length === 4").await;
    window.keys(&[CONTROL, 'a']).await;
    window.until("document.querySelector('.export').textContent.includes('24')").await;
    window.until("!document.querySelector('.vlist [aria-selected=false]')").await;
    window.picture("dossiers-gekozen").await;
    window.keys(&[ESCAPE]).await;
    window.until("document.querySelectorAll('.vlist [aria-selected=true]').length === 0").await;
}

/// A dossier leads to the next as the table has it, and the way back to the row of the last.
async fn goes_on_in_the_order_of_the_table(window: &Window) {
    window.tab_to(".vlist").await;
    window.keys(&[HOME]).await;
    window.keys(&[ENTER]).await;
    let opened = |number: &str| {
        format!("document.querySelector('main:not(.away) .head .name')?.textContent.includes('{number}')")
    };
    window.until(&opened("9000001")).await;
    window.keys(&['j']).await;
    window.until(&opened("9000002")).await;
    assert!(window.text("main:not(.away) .head .nw").await.contains("2 van 24"));
    window.keys(&[ESCAPE]).await;
    window.until("document.querySelector('.vlist .sel')?.dataset.number === '9000002'").await;
    window.keys(&[HOME]).await;
}

/// Turned round, the row with the cursor is the last, then the first again: each time the list goes along with it.
async fn turned_round(window: &Window) {
    for order in ["descending", "ascending"] {
        window.keys(&[ENTER]).await;
        let turned = format!("document.querySelector('.heads .number').getAttribute('aria-sort') === '{order}'");
        window.until(&turned).await;
        window.until(CURSOR_IN_SIGHT).await;
    }
}
