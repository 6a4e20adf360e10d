//! Signing with a card in the real window: its certificates, a wrong PIN, the right one, the card remembered without
//! its PIN, taken out and put back.

use crate::accessible::usable_by_all;
use crate::forms::{drop_in, room};
use crate::window::Window;
use crate::{SIGN_ALL, SIGN_NOW};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use weegschaal_tests::card::{Card, PIN, VARIABLE};
use weegschaal_tests::run::{done, forms_in, text, to_sign};

/// Under `SIGN_NOW` the dialog says what is wrong with the key.
const WRONG: &str = "#key-wrong";
const ENTER: &str = "\u{E007}";

/// A window on a workspace with forms to sign, the reader with the card beside it, and the folder for the forms.
async fn with_a_card() -> (tempfile::TempDir, Window, Card, PathBuf) {
    let (folder, workspace, _) = to_sign(16);
    let card = Card::put_in(folder.path());
    let window = Window::open_with(&workspace, &[(VARIABLE, text(&card.settings))]).await;
    window.unlock().await;
    window.see("[data-number]").await;
    room(&window, "formulieren").await;
    let forms = folder.path().join("formulieren");
    (folder, window, card, forms)
}

/// Asks to sign the form that is shown, with a card by its library.
async fn ask_by_library(window: &Window, library: &str) {
    window.press(".show .btn.main").await;
    window.press("#signing [value=token]").await;
    window.see("#key-library").await;
    window.picture("ondertekenen-kaart-leeg").await;
    window.type_in("#key-library", &format!("{library}{ENTER}")).await;
}

/// What the dialog says of the key, once it says anything.
async fn said(window: &Window) -> String {
    window.until(&format!("document.querySelector('{WRONG}')?.innerText")).await;
    window.text(WRONG).await
}

async fn closed(window: &Window) {
    window.type_in(".dialog .btn.main", ENTER).await;
    window.until("!document.querySelector('.dialog')").await;
}

/// The forms in a folder that is there only once something was signed.
fn written(forms: &Path) -> Vec<PathBuf> {
    if forms.is_dir() { forms_in(forms) } else { Vec::new() }
}

#[tokio::test]
async fn a_card_signs_in_the_window_once_its_pin_is_right() {
    let (_folder, window, card, forms) = with_a_card().await;
    ask_by_library(&window, &card.library).await;
    // What is on the card is there to choose from; what is no use for signing can be seen and not chosen.
    window.until("document.activeElement?.id === 'key-certificate'").await;
    let listed = window.text("#key-certificate").await;
    assert!(listed.contains("Els Proef") && listed.contains("niet om te ondertekenen"), "{listed}");
    assert!(
        window.holds("[...document.querySelectorAll('#key-certificate option')].some((one) => one.disabled)").await
    );
    assert!(window.holds("!document.querySelector('#key-certificate').selectedOptions[0].disabled").await);
    window.run("const field = document.querySelector('#key-certificate'); field.value = [...field.options].find((one) => one.textContent.includes('Els Proef')).value; field.dispatchEvent(new Event('change', { bubbles: true }))").await;
    window.picture("ondertekenen-kaart").await;
    usable_by_all(&window, "ondertekenen-kaart").await;

    // A wrong PIN: said, nothing written, and typing replaces it.
    window.type_in("#key-secret", &format!("999999{ENTER}")).await;
    let wrong = said(&window).await;
    assert!(wrong.contains("pincode klopt niet") && !wrong.contains("999999"), "{wrong}");
    window.until("document.activeElement?.id === 'key-secret' && document.activeElement.selectionEnd === 6").await;
    assert!(written(&forms).is_empty(), "nothing is written");
    usable_by_all(&window, "ondertekenen-kaart-pincode").await;
    window.type_in("#key-secret", &format!("{PIN}{ENTER}")).await;
    window.see("[data-signing=done]").await;
    window.picture("ondertekenen-kaart-klaar").await;
    closed(&window).await;
    assert_eq!(written(&forms).len(), 1);

    // The card is remembered and its holder shows; its PIN is asked for again. All others are signed with it.
    window.press(SIGN_ALL).await;
    window
        .until("document.querySelector('#key-certificate')?.selectedOptions[0]?.textContent.includes('Els Proef')")
        .await;
    window.until("document.querySelector('#key-secret')?.value === ''").await;
    window.type_in("#key-secret", &format!("{PIN}{ENTER}")).await;
    let came = window.text("[data-signing=done]").await;
    assert!(came.contains("formulieren ondertekend") && !came.contains("niet gelukt"), "{came}");
    closed(&window).await;
    let signed = written(&forms);
    assert!(signed.len() > 2);

    // Whoever signed here is known here.
    room(&window, "controle").await;
    drop_in(&window, &[&signed[0], &signed[1]]).await;
    window.until("document.querySelectorAll('[data-headline=genuine]').length === 2").await;
    assert!(window.text("[data-headline=genuine]").await.contains("Els Proef"));
    window.close().await;
    for form in &signed {
        let report: Value = serde_json::from_str(&done(&["verify", text(form), "--json"])).expect("BUG: JSON");
        let one = &report["signatures"][0];
        assert_eq!(
            (&one["signer"], &one["valid"], &one["covers_whole_document"]),
            (&json!("Els Proef"), &json!(true), &json!(true))
        );
    }
}

#[tokio::test]
async fn a_card_that_is_not_there_is_told_and_nothing_is_lost() {
    let (_folder, window, card, forms) = with_a_card().await;
    ask_by_library(&window, "/er/is/geen/bibliotheek.so").await;
    let wrong = said(&window).await;
    assert!(wrong.contains("bibliotheek") && wrong.contains("niet te laden"), "{wrong}");
    window.picture("ondertekenen-kaart-bibliotheek").await;
    window.run("document.querySelector('#key-library').select()").await;
    window.type_in("#key-library", &format!("{}{ENTER}", card.library)).await;
    window.until("document.activeElement?.id === 'key-certificate'").await;
    assert_eq!(window.text(WRONG).await, "");

    card.take_out()();
    window.type_in("#key-secret", &format!("{PIN}{ENTER}")).await;
    let gone = said(&window).await;
    assert!(gone.contains("geen kaart of token gevonden"), "{gone}");
    window.picture("ondertekenen-kaart-weg").await;
    assert!(written(&forms).is_empty());
    // Another key is one choice away, and the dialog is still there for it.
    window.press("#signing [value=own]").await;
    window.press(SIGN_NOW).await;
    window.see("[data-signing=done]").await;
    closed(&window).await;
    assert_eq!(written(&forms).len(), 1);
    window.close().await;
}
