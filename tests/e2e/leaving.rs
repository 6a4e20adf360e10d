//! A dossier that is built ahead stays out of sight: no key reaches it, it is never seen in the place of another, and
//! nothing of one student is offered for the next.

use crate::window::Window;
use weegschaal_tests::run::example;

const DOWN: &str = "\u{E015}";
const FIRST: &str = "9000017";
const SECOND: &str = "9000004";

async fn to_the_table(window: &Window) {
    window.press("[data-room=dossiers]").await;
    window.see(".vlist").await;
    window.until("document.activeElement.classList.contains('vlist')").await;
}

#[tokio::test]
async fn a_dossier_out_of_sight_hears_nothing_and_shows_nothing() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::unlocked(&workspace).await;
    window.open_dossier(FIRST).await;
    window.type_in(".reader", DOWN).await;
    window.see(".reader .pick").await;
    let marks = window.count(".reader .tag").await;

    // Keys that mark, choose and walk in a dossier; `w` and the digits mean nothing in the table.
    to_the_table(&window).await;
    window.until("document.querySelector('.away .mx')").await;
    window.see("main[aria-label=Dossiers]").await;
    window.type_in(".vlist", "9wqj").await;
    assert_eq!(window.count(".mx, .reader, h1").await, window.count("main[aria-label] h1").await, "out of sight");
    window.open_dossier(FIRST).await;
    window.see(".reader").await;
    assert_eq!(window.count(".reader .tag").await, marks, "the keys of the table marked nothing");
    assert_eq!(window.count(".reader .pick").await, 0, "what was selected is let go");

    // Half typed about one student, then to another, whose answer takes long.
    window.press(".adds .link").await;
    window.type_in(".dialog textarea", "Half getypt").await;
    window.type_in(".dialog textarea", "\u{E00C}").await;
    window.until("!document.querySelector('.dialog')").await;
    to_the_table(&window).await;
    window.until("document.querySelector('.away .mx')").await;
    window.run("window.__kept = document.querySelector('.away')").await;
    window.run("window.__name = document.querySelector('.away h1').textContent").await;
    window
        .run(
            "const fetch = window.fetch;
             window.fetch = async (url, ...rest) => {
               if (String(url).endsWith('/dossier')) await new Promise((ready) => { window.__answer = ready; });
               return fetch(url, ...rest);
             }",
        )
        .await;
    window.open_dossier(SECOND).await;
    window.until("!window.__kept.matches('.away')").await;
    window.until("window.__answer").await;
    assert!(window.holds("!window.__kept.innerText.includes(window.__name)").await, "another's dossier is seen");
    assert!(window.holds("!document.querySelector('.mx').checkVisibility({ visibilityProperty: true })").await);
    // Nor does a key reach the one that is not seen: these go on to another, try weights out, and open a pane.
    window.until("document.activeElement === window.__kept").await;
    window.type_in("main", "ja1").await;
    window.run("window.__answer()").await;
    window.until("document.querySelector('.mx').checkVisibility({ visibilityProperty: true })").await;
    window.until(&format!("window.__kept.innerText.includes('{SECOND}')")).await;
    window.until("!window.__kept.matches('.wi')").await;
    window.press(".adds .link").await;
    window.see(".dialog textarea").await;
    window.until("document.querySelector('.dialog textarea').value === ''").await;
    window.close().await;
}
