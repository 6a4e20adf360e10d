//! *Bronnen* in the real window with the keyboard alone: the time line walked, a passage marked, changed, removed and
//! taken back, leervragen written, panes made wider, folded and opened.

use crate::accessible::usable_by_all;
use crate::window::Window;
use weegschaal_tests::run::example;

const LEFT: &str = "\u{E012}";
const RIGHT: &str = "\u{E014}";
const DOWN: &str = "\u{E015}";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const BACKSPACE: &str = "\u{E003}";
const LOCK: &str = "\u{E009}l\u{E000}";
const NOTES: &str = ".talk label textarea";
const TAGS: &str = ".reader .tag";

/// The dossier of the student of the pictures, opened with the keyboard.
async fn opened() -> (tempfile::TempDir, Window) {
    let (folder, workspace, _) = example(24, 1);
    let window = Window::unlocked(&workspace).await;
    window.open_dossier("9000017").await;
    window.see(".reader").await;
    (folder, window)
}

/// Presses keys where the focus is.
async fn press(window: &Window, keys: &str) {
    window.type_in(":focus", keys).await;
}

/// Focuses the mark of the eindevaluatie: its conversation (`g-`) or its data point (`p-`).
fn mark_of(kind: &str) -> String {
    format!(
        "[...document.querySelectorAll('[role=option]')].find((one) => one.dataset.mark.startsWith('{kind}') && /eindevaluatie/i.test(one.getAttribute('aria-label'))).focus()"
    )
}

async fn tags(window: &Window, count: u64) {
    window.until(&format!("document.querySelectorAll('{TAGS}').length === {count}")).await;
}

#[tokio::test]
async fn a_passage_is_marked_changed_and_removed_with_the_keyboard() {
    let (_folder, window) = opened().await;
    window.picture("bronnen").await;
    let chosen = "document.querySelector('[role=option][aria-selected=true]').getAttribute('aria-label')";
    window.run("document.querySelector('[role=option][tabindex=\"0\"]').focus()").await;
    window.run(&format!("window.__before = {chosen}")).await;
    press(&window, LEFT).await;
    window.until(&format!("{chosen} !== window.__before")).await;
    // The rows below: conversations, then the other outcomes.
    press(&window, &format!("{DOWN}{DOWN}{DOWN}{DOWN}")).await;
    window.see(".talk").await;
    window
        .run("[...document.querySelectorAll('[role=option]')].find((one) => one.dataset.mark.startsWith('p-')).focus()")
        .await;
    press(&window, ENTER).await;
    window.see(".reader").await;

    let before = window.count(TAGS).await;
    window.type_in(".reader", DOWN).await;
    window.see(".reader .pick").await;
    press(&window, "9r").await;
    tags(&window, before + 1).await;
    window.until("document.querySelector('.reader').innerText.includes('O2 overtuigend')").await;
    // Chosen as a mark: a level changes it, a digit gives it another criterion; each is one act.
    press(&window, ESCAPE).await;
    window.until("!document.querySelector('.reader .pick')").await;
    window.type_in(".reader", "]").await;
    window.see(".tag.chosen").await;
    usable_by_all(&window, "bronnen-kiezer").await;
    window.run("window.__mark = document.querySelector('.tag.chosen').innerText").await;
    press(&window, "q").await;
    window.until("document.querySelector('.tag.chosen')?.innerText.includes('nog niet zichtbaar')").await;
    tags(&window, before + 1).await;
    window.until("document.querySelector('.top').innerText.includes('duiding veranderd')").await;
    press(&window, "\u{E009}z\u{E000}").await;
    window.until("document.querySelector('.reader').innerText.includes(window.__mark)").await;
    tags(&window, before + 1).await;

    press(&window, ESCAPE).await;
    window.type_in(".reader", "]").await;
    window.see(".tag.chosen").await;
    press(&window, BACKSPACE).await;
    tags(&window, before).await;
    press(&window, "\u{E009}z\u{E000}").await;
    tags(&window, before + 1).await;
    window.close().await;
}

#[tokio::test]
async fn leervragen_are_written_and_stand_beside_what_was_said() {
    let (_folder, window) = opened().await;
    window.run(&mark_of("g-")).await;
    press(&window, ENTER).await;
    window.see("#talk-asked").await;
    let before = window.count(".talk li textarea").await;
    window.type_in("#talk-asked", &format!("Hoe houd ik rust in 2B?{ENTER}")).await;
    window.until(&format!("document.querySelectorAll('.talk li textarea').length === {}", before + 1)).await;
    window.until("document.querySelector('.top').innerText.includes('gesprek vastgelegd')").await;
    usable_by_all(&window, "gesprek").await;
    window.run(&mark_of("p-")).await;
    press(&window, ENTER).await;
    window.until("document.querySelector('.asked')?.innerText.includes('Hoe houd ik rust in 2B?')").await;
    a_new_conversation_waits(&window).await;
    // What is still being typed in one that was kept before is kept by the lock.
    window.run(&mark_of("g-")).await;
    press(&window, ENTER).await;
    window.type_in(NOTES, "Nog in de hand.").await;
    press(&window, LOCK).await;
    window.see("#pw").await;
    window.unlock().await;
    window.see(".reader").await;
    window.run(&mark_of("g-")).await;
    press(&window, ENTER).await;
    window.until(&format!("document.querySelector('{NOTES}')?.value.includes('Nog in de hand.')")).await;
    window.close().await;
}

/// Half typed, it waits for who looks elsewhere and is not locked away; without a day it says what it lacks.
async fn a_new_conversation_waits(window: &Window) {
    let begin = "[...document.querySelectorAll('.adds .link')].at(-1).click()";
    window.run(begin).await;
    window.type_in("#talk-asked", "Half gevraagd").await;
    window.run(&mark_of("p-")).await;
    press(window, ENTER).await;
    window.until("document.querySelector('.adds').innerText.includes('Verder met het gesprek')").await;
    window.run(begin).await;
    window.until("document.querySelector('.talk li textarea')?.value === 'Half gevraagd'").await;
    window.type_in(".talk .btn.main", ENTER).await;
    window.until("document.querySelector('#talk-dayless') && document.activeElement.id === 'talk-date'").await;
    usable_by_all(window, "gesprek-zonder-datum").await;
    press(window, LOCK).await;
    window.until("document.querySelector('.toasts').innerText.includes('niet bewaard')").await;
    // The button is gone with it; the keyboard is not.
    window.type_in(".talk .acts .link", ENTER).await;
    window.see(".reader").await;
    window.until("document.activeElement.closest('#pane-sources')").await;
}

#[tokio::test]
async fn panes_are_made_wider_and_folded_with_the_keyboard() {
    let (_folder, window) = opened().await;
    let width = "document.querySelector('#pane-sources').getBoundingClientRect().width";
    window.run(&format!("window.__width = {width}")).await;
    window.type_in("[role=separator][aria-controls='pane-sources']", &format!("{RIGHT}{RIGHT}")).await;
    window.until(&format!("{width} > window.__width + 20")).await;
    press(&window, ENTER).await;
    window.see("#strip-sources:focus").await;
    usable_by_all(&window, "dossier-ingeklapt").await;
    // 1 opens it and goes there; 3 goes to the judgement.
    press(&window, "1").await;
    window.until("document.activeElement.closest('#pane-sources') !== null").await;
    window.until(&format!("{width} > window.__width + 20")).await;
    press(&window, "3").await;
    window.until("document.activeElement.closest('#pane-judgement') !== null").await;
    window.close().await;
}
