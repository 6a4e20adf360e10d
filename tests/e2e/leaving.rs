//! A dossier that is built ahead, or was left for the table, stays out of sight: no key reaches it, it is never seen in the
//! place of another, and nothing of one student is offered for the next.

use crate::window::Window;
use weegschaal_tests::run::example;

const DOWN: &str = "\u{E015}";
const FIRST: &str = "9000017";
const SECOND: &str = "9000004";

/// Whether the table has the keyboard.
const IN_TABLE: &str = "document.activeElement.classList.contains('vlist')";
/// Whether nothing of the dossier can be seen.
const UNSEEN: &str = "document.querySelector('.mx').getBoundingClientRect().right <= 0";

/// Leaves the dossier, which then is out of sight, and out of reach.
async fn to_the_table(window: &Window) {
    window.press("[data-room=dossiers]").await;
    window.see(".vlist").await;
    window.until(IN_TABLE).await;
    window.until("document.querySelector('.away[inert] .mx')").await;
    assert!(window.holds(UNSEEN).await);
    window.run("document.querySelector('.away button').focus()").await;
    assert!(window.holds(IN_TABLE).await, "what is out of sight cannot take the keyboard");
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
    window.see(".dialog [role=alert]").await;
    window.type_in(".dialog textarea", "\u{E00C}").await;
    window.until("!document.querySelector('.dialog')").await;
    to_the_table(&window).await;
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
    window.until("window.__answer").await;
    window.until("document.querySelector('main:not(.away) .waiting')").await;
    assert!(window.holds(UNSEEN).await, "another's dossier is seen");
    // Nor does a key reach the one that is not seen: these go on to another, try weights out, and open a pane.
    window.until("document.activeElement.matches('main:not(.away)')").await;
    window.type_in("main:has(.waiting)", "ja1").await;
    window.run("window.__answer()").await;
    window.see(".mx").await;
    assert!(!window.holds(UNSEEN).await, "the dossier that was asked for is seen");
    assert!(window.text("main").await.contains(SECOND));
    assert!(window.holds("!document.querySelector('main.wi')").await);
    window.until("document.activeElement.matches('main h1')").await;
    window.press(".adds .link").await;
    window.see(".dialog textarea").await;
    window.until("document.querySelector('.dialog textarea').value === ''").await;
    window.close().await;
}
