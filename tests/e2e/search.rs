//! Searching and looking back in the real window, with the keyboard alone.

use crate::accessible::usable_by_all;
use crate::window::Window;
use weegschaal_tests::run::example;

const ENTER: &str = "\u{E007}";
const DOWN: &str = "\u{E015}";
const ESCAPE: &str = "\u{E00C}";
const CONTROL: &str = "\u{E009}";
const RELEASE: &str = "\u{E000}";

async fn opened() -> (tempfile::TempDir, Window) {
    let (folder, workspace, _) = example(24, 3);
    let window = Window::unlocked(&workspace).await;
    (folder, window)
}

async fn palette(window: &Window, query: &str) {
    window
        .run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }))")
        .await;
    window.see("#sought").await;
    window.until("document.activeElement?.id === 'sought'").await;
    window.type_in("#sought", query).await;
}

#[tokio::test]
async fn a_passage_is_found_opened_and_selected() {
    let (_folder, window) = opened().await;
    palette(&window, "klas").await;
    window.until("document.querySelectorAll('[role=option] .passage mark').length > 2").await;
    window.until("document.querySelector('.palette [role=status]').textContent.includes('passage')").await;
    window.picture("zoeken").await;
    // Down to the first passage of evidence.
    let at_evidence = "document.querySelector('[role=option][aria-selected=true] .source[title] ~ .said mark')";
    for _ in 0..window.count("[role=option]").await {
        if !window.holds(at_evidence).await {
            window.type_in("#sought", DOWN).await;
        }
    }
    window.until(at_evidence).await;
    window.run("window.sought = document.querySelector('[aria-selected=true] .passage mark').textContent").await;
    window.type_in("#sought", ENTER).await;
    window.until("document.querySelector('.reader mark.sel')?.textContent.includes(window.sought)").await;
    window.until("document.activeElement?.classList.contains('reader')").await;
    assert_eq!(window.count("[role=dialog]").await, 0);
    usable_by_all(&window, "zoeken-gevonden").await;

    // Escape goes back to where one was; another passage of the same dossier, or an act, is one Enter away.
    palette(&window, "thema donker").await;
    window.type_in("#sought", ESCAPE).await;
    window.until("!document.querySelector('#sought')").await;
    window.until("document.activeElement?.classList.contains('reader')").await;
    palette(&window, "thema donker").await;
    window.until("document.querySelectorAll('.palette [role=option]').length === 1").await;
    window.type_in("#sought", ENTER).await;
    window.until("document.documentElement.dataset.theme === 'dark'").await;
    window.until("document.activeElement?.classList.contains('reader')").await;
    palette(&window, "klas").await;
    window.until("document.querySelectorAll('[role=option] .passage mark').length > 2").await;
    window.picture("zoeken-donker").await;
    window.type_in("#sought", ESCAPE).await;

    // What the room can do is found by other words too, and so is what the student said.
    palette(&window, "gewichten schuiven").await;
    window.until("document.querySelectorAll('.palette [role=option]').length === 1").await;
    window.type_in("#sought", ENTER).await;
    window.see("main.wi").await;
    palette(&window, "toch wil ik geen leraar worden").await;
    window.until("document.querySelector('[role=option][aria-selected=true] .passage mark')").await;
    window.picture("zoeken-uitspraak").await;
    window.type_in("#sought", ENTER).await;
    window.until("document.activeElement?.matches('#spot-statement [data-day]')").await;
    window.until("document.activeElement.textContent.includes('geen leraar')").await;
    window.close().await;
}

#[tokio::test]
async fn the_history_of_a_dossier_says_what_changed() {
    let (_folder, window) = opened().await;
    let student = "document.querySelector('.reader')";
    palette(&window, "9000004").await;
    window
        .until("document.querySelector('[role=option][aria-selected=true] .main mark, [role=option] .side mark')")
        .await;
    window.type_in("#sought", ENTER).await;
    window.until(student).await;
    window.run_async("await window.__TAURI_INTERNALS__.invoke('dossier', { number: '9000004' }).then((dossier) => { const point = dossier.datapoints.find((one) => one.text.length > 20); return window.__TAURI_INTERNALS__.invoke('add_indication', { number: '9000004', indication: { datapoint: point.id, criterion: 'K2', level: 2, excerpt: { start: 0, end: 12 } } }); })").await;
    window.run("[...document.querySelectorAll('.head button')].find((one) => one.textContent.trim() === 'Geschiedenis').click()").await;
    window.until("document.querySelector('h1')?.textContent === 'Logboek'").await;
    window.until("document.querySelector('.picker input').value.includes('9000004')").await;
    window.until("document.querySelector('.detail h3')?.textContent.includes('Duiding')").await;
    let said = window.text(".detail").await;
    assert!(said.contains("K2") && said.contains("toegevoegd"), "{said}");
    window.until("document.querySelector('.chain').textContent.includes('De keten klopt')").await;
    usable_by_all(&window, "logboek-geschiedenis").await;

    window.type_in(":focus", &format!("{CONTROL}z{RELEASE}")).await;
    window.until("document.querySelector('.detail h2')?.textContent.includes('ongedaan gemaakt: duiding')").await;
    window.until("document.querySelector('.detail dt')?.textContent === 'weggehaald'").await;

    // The list by keyboard: what is chosen is told beside it, and nothing moves.
    window.run("document.querySelector('[role=grid]').focus()").await;
    window.type_in("[role=grid]", DOWN).await;
    window.until("document.querySelector('.detail dt')?.textContent === 'toegevoegd'").await;
    window.run("[...document.querySelectorAll('.filters .link')].at(-1).click()").await;
    window.until("document.querySelector('.picker input').value === ''").await;
    window.type_in(".picker input", "900001").await;
    window.until("document.querySelectorAll('#students [role=option]').length > 1").await;
    window.type_in(".picker input", &format!("{DOWN}{ENTER}")).await;
    window.until("document.querySelector('.filters .count').textContent.length > 0").await;
    window.picture("logboek").await;
    window.close().await;
}
