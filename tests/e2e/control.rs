//! Controle in the real window, state by state: genuine, changed, a signer known through an authority, replaced, and a
//! PDF of others.

use crate::accessible::usable_by_all;
use crate::forms::{drop_in, room};
use crate::window::Window;
use chrono::Utc;
use seal::{Appearance, KeyFile, SignRequest, SigningKey};
use serde_json::json;
use std::fs;
use std::path::Path;
use weegschaal_tests::project;
use weegschaal_tests::run::{example, forms_in};

/// A key of the tests of `seal`, under an authority of its own.
fn other_key() -> KeyFile {
    let bytes = fs::read(project().join("src-tauri/crates/seal/tests/keys/p256.p12")).expect("BUG: a key");
    KeyFile::open(&bytes, "geheim").expect("BUG: it opens")
}

/// A form with a second signature by that key.
fn signed_again(form: &Path, key: &dyn SigningKey) -> Vec<u8> {
    let request = SignRequest {
        field: form::FIELDS[1],
        time: Utc::now(),
        reason: "Gezien",
        location: "",
        certify: false,
        appearance: Appearance { lines: Vec::new(), font: form::signature_font() },
    };
    seal::sign(&fs::read(form).expect("BUG: readable"), key, &request).expect("BUG: signed")
}

/// The authority comes in as a file, and is trusted only once its fingerprint was compared.
async fn trust_the_authority(window: &Window, authority: &Path) {
    drop_in(window, &[authority]).await;
    window.see(".authority").await;
    window.until("document.querySelector('.authority .btn.main').disabled").await;
    window.type_in(".authority .given input", &"0".repeat(64)).await;
    window
        .until("document.querySelector('.authority .no') && document.querySelector('.authority .btn.main').disabled")
        .await;
    let typed = "const field = document.querySelector('.authority .given input'); field.value = document.querySelector('.authority .print').textContent.toUpperCase(); field.dispatchEvent(new Event('input', { bubbles: true }))";
    window.run(typed).await;
    window.until("!document.querySelector('.authority .btn.main').disabled").await;
    window.picture("controle-uitgever").await;
    usable_by_all(window, "controle-uitgever").await;
    window.type_in(".authority .btn.main", "\u{E007}").await;
    window.until("!document.querySelector('.authority')").await;
}

#[tokio::test]
async fn a_form_is_told_in_every_state() {
    let (folder, workspace, forms) = example(24, 1);
    let form = forms_in(&forms).remove(0);
    let key = other_key();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("BUG: writable");
        path
    };
    let twice = put("tweemaal.pdf", &signed_again(&form, &key));
    let mut bytes = fs::read(&form).expect("BUG: readable");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let changed = put("gewijzigd.pdf", &bytes);
    let other =
        put("brief.pdf", b"%PDF-1.7\n7 0 obj\n<</Name (V. Vreemd) /M (D:20250612134500Z) /ByteRange [0 1]>>\nendobj\n");
    let authority = put("partnerschap.der", key.chain().last().expect("BUG: an authority"));

    let window = Window::unlocked(&workspace).await;
    room(&window, "controle").await;
    drop_in(&window, &[&form, &changed, &twice, &other]).await;
    window.until("document.querySelectorAll('.verdict').length === 4").await;
    window.until("!document.querySelector('.verdict:first-of-type [data-verdict=invalid]')").await;
    assert_eq!(window.count("[data-headline=genuine]").await, 1);
    assert_eq!(window.count("[data-verdict=invalid]").await, 1);
    assert!(window.text("[data-headline=notOurs]").await.contains("V. Vreemd"));
    let unknown = window.text("[data-headline=unknownSigner]").await;
    assert!(unknown.contains("Handtekening 2") && unknown.contains("Uitgegeven door Voorbeeld Uitgever"), "{unknown}");
    window.picture("controle-staten").await;

    trust_the_authority(&window, &authority).await;
    window.until("document.querySelectorAll('[data-headline=genuine]').length === 2").await;
    assert_eq!(window.count(".trusted li").await, 1);
    usable_by_all(&window, "controle-vertrouwd").await;

    // A revision is established: the form that was genuine is replaced, and says by what.
    let number =
        form.file_name().and_then(|name| name.to_str()).and_then(|name| name.split('_').next()).unwrap_or_default();
    let ask = json!({ "number": number, "reason": "Een citaat was verwisseld.", "weightsReason": "" });
    window.run_async(&format!("await window.__TAURI_INTERNALS__.invoke('start_revision', {ask})")).await;
    window.run_async(&format!("await window.__TAURI_INTERNALS__.invoke('establish', {ask})")).await;
    drop_in(&window, &[&form]).await;
    window.see("[data-headline=replaced]").await;
    assert!(window.text("[data-headline=replaced] .why").await.contains("Vervangen: versie 2"));
    usable_by_all(&window, "controle-vervangen").await;
    window.type_in(".trusted li .link", "\u{E007}").await;
    window.until("document.querySelectorAll('.trusted li').length === 0").await;
    window.close().await;
}
