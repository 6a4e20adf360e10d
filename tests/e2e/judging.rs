//! Weighing and judging with the keyboard alone: walk the matrix, open a passage, try other weights and leave no trace,
//! cite, answer, deviate, establish, revise. And a mark of the matrix by pointing at it.

use crate::FILL;
use crate::accessible::usable_by_all;
use crate::window::Window;
use weegschaal_tests::run::example;

/// Keys as WebDriver names them.
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const RIGHT: &str = "\u{E014}";
const DOWN: &str = "\u{E015}";
const UP: &str = "\u{E013}";
const CELL: &str = ".mx td[tabindex='0']";

async fn opened() -> (tempfile::TempDir, Window) {
    let (folder, workspace, _) = example(24, 1);
    let window = Window::unlocked(&workspace).await;
    window.open_dossier("9000004").await;
    window.see(".mx tr.sel").await;
    (folder, window)
}

/// Walks the matrix and opens what lies in a cell.
async fn walk(window: &Window) {
    window.see(CELL).await;
    assert_eq!(window.text(".mx tr.sel th b").await, "K1");
    window.type_in(CELL, DOWN).await;
    assert_eq!(window.text(".mx tr.sel th b").await, "K2");
    assert!(window.holds("document.querySelector('.crits [aria-selected=true]').textContent.includes('K2')").await);
    window.type_in(CELL, &format!("{UP}{RIGHT}")).await;
    assert!(window.holds("document.activeElement.dataset.cell === '0-1'").await, "the focus is on the cell");
    assert!(window.text(".zin").await.starts_with("K1"));
    let heard = "[...document.querySelectorAll('.mx tr.sel .sr')].every((one) => one.textContent.trim() !== '')";
    assert!(window.holds(heard).await, "every cell and band has its words");
    window.type_in(CELL, ENTER).await;
    window.see("mark.sel").await;
    assert!(window.holds("document.activeElement.dataset.cell === '0-1'").await, "the focus stays on the cell");
}

/// Tries other weights, sees a criterion tip, and comes back to what was agreed.
async fn what_if(window: &Window) {
    let before = window.text(".top").await;
    window.type_in(CELL, "a").await;
    window.see(".wibar").await;
    window.until("document.activeElement.getAttribute('role') === 'slider'").await;
    assert_eq!(window.count(".jud").await, 0, "there is no judgement in this mode");
    let bands = "document.querySelector('.mx').textContent + [...document.querySelectorAll('.hi, .lo')].map((one) => one.outerHTML).join('')";
    window.run(&format!("window.before = {bands}")).await;
    window.type_in("#whatif-0", "\u{E011}").await;
    window.until("document.querySelector('#whatif-0').getAttribute('aria-valuenow') === document.querySelector('#whatif-0').getAttribute('aria-valuemin')").await;
    assert!(window.holds("[...document.querySelectorAll('[role=slider]:not([aria-disabled])')].reduce((all, one) => all + Number(one.getAttribute('aria-valuenow')), 0) === 100").await);
    window.see("[data-tip]").await;
    window.until("document.querySelector('.mx b.try') && document.querySelector('.bn .was')").await;
    window.until("/kantel/.test(document.querySelector('#tipped').textContent)").await;
    window.picture("wat-als").await;
    window.type_in("#whatif-0", ESCAPE).await;
    window.until("!document.querySelector('.wibar') && document.querySelector('.jud')").await;
    window.until("document.activeElement.closest('.mx, #whatif')").await;
    assert_eq!(window.text(".top").await, before, "nothing was written");
}

/// Cites the passage that is open, writes, answers; one burst of typing is one step to undo.
async fn substantiate(window: &Window) {
    let cited = window.count("#panel-crit .cite").await;
    window.type_in(CELL, "c").await;
    window.until(&format!("document.querySelectorAll('#panel-crit .cite').length === {}", cited + 1)).await;
    window.type_in("#rationale-K1", "In de klas ziet zij wat een leerling nodig heeft.").await;
    window.until("document.querySelector('.top').textContent.includes('onderbouwing K1')").await;
    // What is deleted in a field comes back in it, as anywhere.
    window.type_in("#rationale-K1", "\u{E009}a\u{E000}\u{E017}").await;
    window.until("document.querySelector('#rationale-K1').value === ''").await;
    window.type_in("#rationale-K1", "\u{E009}z\u{E000}").await;
    window.until("document.querySelector('#rationale-K1').value.startsWith('In de klas')").await;
    window.type_in("#answer-K1-0", "In de simulatie was de opdracht nieuw.").await;
    window.until("document.querySelector('.top').textContent.includes('antwoord op tegenspraak K1')").await;
    window.type_in("#tab-K1", "\u{E009}z\u{E000}").await;
    window.until("document.querySelector('#answer-K1-0').value === ''").await;
    window.until("document.querySelector('#rationale-K1').value.startsWith('In de klas')").await;
    window.type_in("#answer-K1-0", "In de simulatie was de opdracht nieuw.").await;
}

/// What scrolls the matrix.
const MATRIX: &str = "document.querySelector('.mx').closest('.scroll')";

/// The whole matrix, up to the end of its bands, is in sight on every laptop, the smallest last.
async fn see_it_whole(window: &Window) {
    for (width, height) in [(1440, 900), (1366, 768), (1280, 800), (1024, 640)] {
        window.resize(width, height).await;
        window.until(&format!("{MATRIX}.scrollWidth <= {MATRIX}.clientWidth")).await;
    }
}

/// Deviates with a reason, sees it, takes it back; on the smallest laptop, where the list is folded and opened.
async fn deviate(window: &Window) {
    see_it_whole(window).await;
    for open in [false, true] {
        window.type_in(".todo .toggle", ENTER).await;
        window.until(&format!("document.querySelector('#todo-list').checkVisibility() === {open}")).await;
    }
    window.type_in("[data-code=citation_missing] .quiet", ENTER).await;
    window.type_in(".dialog textarea", "Het gesprek is niet vastgelegd.").await;
    // What goes wrong is said in the dialog, which stays with what it holds; who goes on has read it.
    window.run("window.dispatchEvent(new ErrorEvent('error', { message: 'on purpose' }))").await;
    window.see(".dialog [role=alert]").await;
    window.type_in(".dialog textarea", " Wel gevoerd.").await;
    window.until("!document.querySelector('.dialog [role=alert], .toast')").await;
    window.type_in(".dialog .btn.main", ENTER).await;
    window.see("#spot-deviations .quote").await;
    // What opened the dialog is gone; the keyboard is near.
    window.until("document.activeElement.closest('#pane-judgement')").await;
    window.until("!document.querySelector('[data-code=citation_missing]')").await;
    usable_by_all(window, "afwijken").await;
    window.type_in("#spot-deviations .link", ENTER).await;
    window.until("document.querySelector('[data-code=citation_missing]')").await;
    window.resize(1440, 900).await;
}

/// A statement suggests no answer, and asks for what is missing; Escape asks once before a word is dropped.
async fn say_nothing(window: &Window) {
    window.type_in("#add-statement", ENTER).await;
    window.type_in(".dialog textarea", " ").await;
    window.type_in(".dialog .btn.main", ENTER).await;
    window.until("document.querySelectorAll('.dialog [aria-invalid=true]').length === 4").await;
    window.until("document.activeElement.matches('.dialog select[aria-invalid=true]')").await;
    window.type_in(".dialog textarea", "Half").await;
    window.type_in(".dialog textarea", "\u{E00C}").await;
    window.see(".dialog [role=alert]").await;
    usable_by_all(window, "uitspraak-onvolledig").await;
    window.type_in(".dialog textarea", "\u{E00C}").await;
    window.until("!document.querySelector('.dialog') && document.activeElement.id === 'add-statement'").await;
}

/// Begins a revision, drops it, takes the dropping back.
async fn revise(window: &Window) {
    window.type_in("#revise", ENTER).await;
    window.type_in(".dialog textarea", "Een citaat was verwisseld.").await;
    window.type_in(".dialog .btn.main", ENTER).await;
    window.until("document.querySelector('#spot-whole') && !document.querySelector('#spot-whole').readOnly").await;
    window.until("document.querySelector('.jud .phead').textContent.includes('herziening')").await;
    window.until("document.activeElement.closest('main')").await;
    window.picture("herziening").await;
    window.type_in("#drop-revision", ENTER).await;
    window.until("document.activeElement.id === 'revise'").await;
    assert!(window.holds("document.querySelector('#spot-whole').readOnly").await);
    window.type_in("#revise", "\u{E009}z\u{E000}").await;
    window.see("#drop-revision").await;
}

#[tokio::test]
async fn weighing_and_judging_with_the_keyboard() {
    let (_folder, window) = opened().await;
    walk(&window).await;
    window.picture("weging").await;
    what_if(&window).await;
    substantiate(&window).await;
    deviate(&window).await;
    say_nothing(&window).await;
    // A link of the list leads to the spot.
    window.type_in("[data-code=criterion_rationale_missing] .go", ENTER).await;
    window.until("/^rationale-/.test(document.activeElement.id)").await;
    // Out of a field by Escape, to where single keys act.
    window.type_in(":focus", "\u{E00C}").await;
    window.until("document.activeElement.matches('#pane-judgement h2')").await;
    window.run_async(FILL).await;
    window.until("!document.querySelector('.todo') || document.querySelectorAll('.todo li').length <= 1").await;
    if window.holds("document.querySelectorAll('.todo li').length > 0").await {
        window.type_in(".todo li .go", ENTER).await;
        window.type_in(".dialog textarea", "Het latere bewijs weegt zwaarder.").await;
        window.type_in(".dialog .btn.main", ENTER).await;
    }
    window.until("document.querySelectorAll('.todo li').length === 0").await;
    window.type_in("#establish", ENTER).await;
    assert!(window.text(".dialog").await.contains("Uitkomst"));
    usable_by_all(&window, "vaststellen").await;
    window.type_in(".dialog .btn.main", ENTER).await;
    window.see("#revise").await;
    revise(&window).await;
    window.close().await;
}

/// Who points at a mark hears what it is, and opens its passage; beside it nothing is meant.
#[tokio::test]
async fn a_mark_is_told_and_opened_by_pointing_at_it() {
    let (_folder, window) = opened().await;
    window.see(CELL).await;
    let middle =
        "(() => { const box = document.querySelector(\"[data-cell='0-0'] .dp .solid\").getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]; })()";
    let pointed = |kind: &str, beside: u32| {
        format!(
            "const [x, y] = {middle}; const at = {{ bubbles: true, clientX: x + {beside}, clientY: y }};
            document.elementFromPoint(x, y).dispatchEvent(new {kind}, at))"
        )
    };
    window.run(&pointed("PointerEvent('pointermove'", 0)).await;
    window.until("/, .*: /.test(document.querySelector('.mx').title)").await;
    window.run(&pointed("PointerEvent('pointermove'", 12)).await;
    window.until("!document.querySelector('.mx').title").await;
    window.run(&pointed("MouseEvent('click'", 0)).await;
    window.see("mark.sel").await;
    window.close().await;
}
