//! The first screen: a new partnership, its recovery key, a passphrase that is wrong, and one that was forgotten.

use crate::accessible::usable_by_all;
use crate::desktop::choose;
use crate::window::Window;

const FIRST: &str = "vier losse woorden hier";
const SECOND: &str = "fietsbel raam kaas noord";
const ENTER: &str = "\u{E007}";
const BACKSPACE: &str = "\u{E003}";
const LOCK: &str = "\u{E009}l\u{E000}";

/// Makes a partnership in the dialog; answers its recovery key.
async fn found(window: &Window, folder: &std::path::Path) -> String {
    window.type_in("#new-partnership", ENTER).await;
    window.type_in("#new-name", "Opleidingsschool De Linge").await;
    window.type_in("#new-year", "2024-2025").await;
    window.type_in("#new-examiner", "R. Veldhoen").await;
    window.type_in("#new-passphrase", "kort").await;
    window.type_in("#new-place", ENTER).await;
    choose(&folder.join("linge")).await;
    window.until("document.querySelector('[role=dialog]').innerText.includes('linge.weegschaal')").await;
    usable_by_all(window, "nieuw").await;
    // Too short to keep anything by: it says so, and nothing that was filled in is gone.
    window.type_in("#new-make", ENTER).await;
    window.see("[role=alert]").await;
    window.type_in("#new-passphrase", &format!("{}{FIRST}", BACKSPACE.repeat(4))).await;
    window.type_in("#new-make", ENTER).await;
    window.see("#recovery-key").await;
    usable_by_all(window, "herstelsleutel").await;
    // What is shown once does not go by a key pressed in passing.
    window.type_in("[role=dialog] button", "\u{E00C}").await;
    window.text("#recovery-key").await
}

#[tokio::test]
async fn a_partnership_is_founded_locked_and_opened_again_without_its_passphrase() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let window = Window::open(&folder.path().join("er-is-niets.weegschaal")).await;
    let key = found(&window, folder.path()).await;
    window.type_in("#key-kept", ENTER).await;
    window.see(".rail").await;
    assert!(window.text(".top").await.contains("De Linge"));
    window.type_in("body", LOCK).await;
    window.type_in("#pw", &format!("iets anders{ENTER}")).await;
    window.see("#pe").await;
    usable_by_all(&window, "openen-fout").await;
    window.type_in("#lost", ENTER).await;
    window.type_in("#rk", &key).await;
    usable_by_all(&window, "herstellen").await;
    window.type_in("#pw", &format!("{SECOND}{ENTER}")).await;
    window.see(".rail").await;
    window.type_in("body", LOCK).await;
    window.type_in("#pw", &format!("{FIRST}{ENTER}")).await;
    window.see("#pe").await;
    window.type_in("#pw", &format!("{SECOND}{ENTER}")).await;
    window.see(".rail").await;
    window.close().await;
}
