//! Signing with a time stamp and lists of revoked certificates in the real window: a list that is no list, left out; the
//! others go into the form.

use crate::accessible::usable_by_all;
use crate::forms::room;
use crate::service::service;
use crate::window::Window;
use crate::{SIGN_NOW, forge, tsa};
use serde_json::{Value, json};
use std::fs;
use weegschaal_tests::run::{done, forms_in, text, to_sign};

/// The part of the dialog with the lists.
const LISTS: &str = "[aria-labelledby=lists-name]";

#[tokio::test]
async fn lists_go_into_the_form_and_one_that_is_damaged_is_left_out() {
    let (folder, workspace, _) = to_sign(2);
    let at = |name: &str| folder.path().join(name);
    fs::write(at("lasting.crl"), forge::key_bytes("lasting.crl")).expect("BUG: writable");
    fs::write(at("half.crl"), &forge::key_bytes("lasting.crl")[..80]).expect("BUG: writable");
    let signing = json!({
        "key": { "kind": "own" }, "service": service("tsa_lasting", tsa::Lie::None),
        "lists": [at("half.crl"), at("lasting.crl")], "pattern": "{nummer}_{luk}_{gelegenheid}.pdf", "language": "nl",
    });
    let known = json!({ "preferences": { "tourSeen": true }, "signing": signing });
    let window = Window::open_knowing(&workspace, &[], &known).await;
    window.unlock().await;
    window.see("[data-number]").await;

    room(&window, "formulieren").await;
    window.press(".show .btn.main").await;
    window.see(LISTS).await;
    window.picture("ondertekenen-lijsten").await;
    usable_by_all(&window, "ondertekenen-lijsten").await;
    window.press(SIGN_NOW).await;
    window.until(&format!("document.querySelector('{LISTS} [role=alert]').innerText.includes('beschadigd')")).await;
    assert!(window.text(&format!("{LISTS} [role=alert]")).await.contains("half.crl"));
    window.picture("ondertekenen-lijst-beschadigd").await;
    let forms = at("formulieren");
    assert!(!forms.exists() || forms_in(&forms).is_empty(), "nothing is written");

    // Left out with the keyboard: its button goes, and the focus stays near.
    window.type_in(&format!("{LISTS} li button"), "\u{E007}").await;
    window.until("document.activeElement?.hasAttribute('data-add-lists')").await;
    assert!(!window.text(LISTS).await.contains("half.crl"));
    window.press(SIGN_NOW).await;
    let came = window.text("[data-signing=done]").await;
    assert!(came.contains("(B-LT)"), "{came}");
    window.picture("ondertekenen-lijsten-klaar").await;
    window.close().await;

    let report: Value =
        serde_json::from_str(&done(&["verify", text(&forms_in(&forms)[0]), "--json"])).expect("BUG: JSON");
    assert_eq!(report["signatures"][0]["level"], "B-LT", "{report}");
}
