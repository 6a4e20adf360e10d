//! Formulieren and Controle in the real window: pages and zoom with the keyboard, signing many with a failure and a
//! stop, and every kind of file that can be checked, with and without a workspace.

use crate::accessible::usable_by_all;
use crate::window::Window;
use crate::{SIGN_ALL, SIGN_NOW};
use serde_json::json;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use weegschaal_tests::project;
use weegschaal_tests::run::{example, forms_in, to_sign};

/// Students of the sample cohort whose judgement is established before the window opens.
const ESTABLISHED: usize = 16;
const PATTERN: &str = "{nummer}_{luk}_{gelegenheid}.pdf";

pub async fn room(window: &Window, name: &str) {
    let found = format!("document.querySelector('.rail [data-room={name}]')");
    window.run(&format!("{found}.click()")).await;
    window.until(&format!("{found}.getAttribute('aria-current') === 'page'")).await;
}

/// As if files were dropped on the window.
pub async fn drop_in(window: &Window, files: &[&Path]) {
    let detail = json!(files);
    window.run(&format!("window.dispatchEvent(new CustomEvent('pdf', {{ detail: {detail} }}))")).await;
}

/// Signs all and stops while the forms at work wait for their time stamps: those stay, the rest is left.
async fn stopped_half_way(window: &Window) {
    let silent = TcpListener::bind("127.0.0.1:0").expect("BUG: a port");
    let service = format!("http://{}", silent.local_addr().expect("BUG: bound"));
    let choice =
        json!({ "key": { "kind": "own" }, "service": service, "lists": [], "pattern": PATTERN, "language": "nl" });
    window
        .run_async(&format!("await window.__TAURI_INTERNALS__.invoke('set_signing_choice', {{ choice: {choice} }})"))
        .await;
    window.press(SIGN_ALL).await;
    window.see("[data-signing=ask] #signing [type=checkbox]").await;
    window.picture("ondertekenen").await;
    window.press(SIGN_NOW).await;
    window.until("document.querySelector('.work progress')?.max > 1").await;
    window.picture("ondertekenen-bezig").await;
    window.press("[data-stop]").await;
    drop(silent);
    let came = window.text("[data-signing=done]").await;
    assert!(
        came.contains("Gestopt") && came.contains("niet aan de beurt") && came.contains("antwoordde niet"),
        "{came}"
    );
    window.type_in(".dialog .btn.main", "\u{E007}").await;
    window.until("!document.querySelector('.dialog')").await;
}

#[tokio::test]
async fn many_forms_are_signed_with_a_stop_and_a_failure_and_read_with_the_keyboard() {
    let (folder, workspace, numbers) = to_sign(ESTABLISHED);
    let forms = folder.path().join("formulieren");
    let window = Window::unlocked(&workspace).await;
    room(&window, "formulieren").await;
    window.see(".pages canvas").await;
    window.picture("formulieren-te-ondertekenen").await;

    stopped_half_way(&window).await;
    let signed = || forms_in(&forms).len();
    let before = signed();
    assert!((1..ESTABLISHED).contains(&before), "it was not stopped half-way: {before}");

    // Where the form of one student should go, something else stands.
    let file = |number: &String| forms.join(format!("{number}_beroep_1.pdf"));
    let blocked = numbers.iter().find(|number| !file(number).exists()).expect("BUG: it was stopped");
    fs::create_dir_all(file(blocked).join("vol")).expect("BUG: a folder");

    window.press(SIGN_ALL).await;
    window.press(SIGN_NOW).await;
    window.see(".dialog .failures").await;
    let failures = window.text(".dialog .failures").await;
    assert!(failures.contains(blocked), "{failures}");
    usable_by_all(&window, "formulieren-mislukt").await;
    window.type_in(".dialog .btn.main", "\u{E007}").await;
    window.until("!document.querySelector('.dialog')").await;
    let files = fs::read_dir(&forms).expect("BUG: a folder").filter_map(Result::ok).filter(|one| one.path().is_file());
    assert_eq!(files.count(), ESTABLISHED, "all forms but one, and the index");

    // The list is one tab stop; the pages follow.
    window.type_in("[role=listbox]", "\u{E010}").await;
    window.until("document.querySelector('[role=option]:last-child')?.getAttribute('aria-selected') === 'true'").await;
    window.type_in("[role=listbox]", "\u{E011}").await;
    window
        .until("document.querySelector('[role=option][aria-posinset=\"1\"]')?.getAttribute('aria-selected') === 'true'")
        .await;
    window.see(".pages canvas").await;
    window.until("document.querySelector('.textlayer')?.innerText.includes('Oriëntatie')").await;
    let percent = window.text(".percent").await;
    window.type_in(".pages", "\u{E009}+").await;
    window.until(&format!("document.querySelector('.percent').textContent !== {}", json!(percent))).await;
    window.type_in(".pages", "\u{E009}0").await;
    window.until(&format!("document.querySelector('.percent').textContent === {}", json!(percent))).await;
    window.type_in(".pages", "\u{E014}").await;
    window.until("document.querySelector('.tools input').value === '2' && document.querySelector('[data-page=\"2\"] canvas')").await;
    window.type_in(".tools input", "1\u{E007}").await;
    window.until("document.querySelector('.pages').scrollTop < 20").await;
    window.picture("formulieren-bladzijde").await;
    window.close().await;
}

#[tokio::test]
async fn a_key_file_signs_once_its_passphrase_is_right_and_another_signs_second() {
    let (folder, workspace, _) = to_sign(ESTABLISHED);
    let key = |name: &str| {
        let path = folder.path().join(name);
        fs::copy(project().join("src-tauri/crates/seal/tests/keys").join(name), &path).expect("BUG: copied");
        path.display().to_string()
    };
    let window = Window::unlocked(&workspace).await;
    room(&window, "formulieren").await;
    window.press(".show .btn.main").await;
    window.press("#signing [value=file]").await;
    window.type_in("#key-path", &format!("{}\u{E004}", key("p256.p12"))).await;
    window.type_in("#key-secret", "verkeerd\u{E007}").await;
    window.until("document.querySelector('#key-wrong')?.innerText.includes('klopt niet')").await;
    window.until("document.activeElement?.id === 'key-secret'").await;
    window.picture("ondertekenen-wachtzin").await;
    // What is wrong is selected, so that typing replaces it.
    window.until("(() => { const field = document.activeElement; return field.value !== '' && field.selectionEnd - field.selectionStart === field.value.length; })()").await;
    window.type_in("#key-secret", "\u{E009}a").await;
    window.type_in("#key-secret", "geheim\u{E007}").await;
    window.see("[data-signing=done]").await;
    window.until("document.activeElement?.closest('.dialog-actions') !== null").await;
    window.type_in(".dialog .btn.main", "\u{E007}").await;
    window.see("[data-signature=valid]").await;
    // The button that was pressed is gone; the keyboard is in the room.
    window.until("document.activeElement.closest('main')").await;

    window.press("#second").await;
    window.type_in("#key-path", &format!("{}\u{E004}", key("rsa2048.p12"))).await;
    window.type_in("#key-secret", "geheim\u{E007}").await;
    window.see("[data-signing=done]").await;
    window.type_in(".dialog .btn.main", "\u{E007}").await;
    window.until("document.querySelector('.facts')?.innerText.includes('Mia Proef')").await;
    window.see("[data-signature=valid]").await;

    // What stands ready is a setting: the name as it would be, or why it cannot be.
    window.press("[data-room=instellingen]").await;
    window.type_in("#set-pattern", "x").await;
    window.until("document.querySelector('#set-pattern-example')?.innerText.includes('.pdfx.pdf')").await;
    window.type_in("#set-pattern", "/").await;
    window.until("document.querySelector('#set-pattern')?.getAttribute('aria-invalid') === 'true'").await;
    usable_by_all(&window, "instellingen-ondertekenen").await;
    window.close().await;
}

#[tokio::test]
async fn every_kind_of_file_gets_an_honest_verdict() {
    let (folder, workspace, forms) = example(24, 1);
    let form = forms_in(&forms).remove(0);
    let changed = folder.path().join("formulier (1).pdf");
    let mut bytes = fs::read(&form).expect("BUG: readable");
    bytes.extend_from_slice(b"\n% erachter geplakt\n");
    fs::write(&changed, bytes).expect("BUG: writable");
    let strange = folder.path().join("brief.pdf");
    fs::write(&strange, "%PDF-1.4\niets anders").expect("BUG: writable");
    let none = folder.path().join("foto.pdf");
    fs::write(&none, "geen pdf").expect("BUG: writable");

    // Whoever gets a form has no workspace.
    let window = Window::open(&workspace).await;
    window.press(".check").await;
    window.see(".drop").await;
    drop_in(&window, &[&form]).await;
    window.see("[data-headline=unknownSigner]").await;
    window.until("!document.querySelector('.trust')").await;
    usable_by_all(&window, "controle-zonder-werkbestand").await;
    window.press(".roomhead .btn").await;

    window.unlock().await;
    window.see("[data-number]").await;
    room(&window, "controle").await;
    drop_in(&window, &[&changed, &form, &strange, &none]).await;
    for verdict in ["changed", "genuine", "notOurs"] {
        window.see(&format!("[data-headline={verdict}]")).await;
    }
    assert!(window.text("[data-headline=changed] .why").await.contains("Ondertekend werd"));
    assert!(window.text("[data-verdict=none]").await.contains("foto.pdf: Dit is geen PDF"));
    window.picture("controle-alle").await;
    window.press("[data-headline=genuine] [aria-pressed]").await;
    window.see(".paper canvas").await;
    window.until("document.querySelector('.paper .textlayer')?.innerText.includes('Oriëntatie')").await;
    window.picture("controle-bekijken").await;
    window.close().await;
}

#[tokio::test]
async fn a_signer_is_trusted_after_comparing_and_that_is_taken_back() {
    let (_theirs, _, forms) = example(24, 1);
    let (_ours, workspace, _) = example(24, 2);
    let form = forms_in(&forms).remove(0);
    let window = Window::unlocked(&workspace).await;
    room(&window, "controle").await;
    drop_in(&window, &[&form]).await;
    window.see("[data-headline=unknownSigner]").await;
    // The fingerprint that somebody was given is another one: the button is shut.
    window.type_in(".signer input", &"0".repeat(64)).await;
    window.until("document.querySelector('.trust .btn').disabled").await;
    window.run("const field = document.querySelector('.signer input'); field.value = document.querySelector('.signer .print').textContent; field.dispatchEvent(new Event('input', { bubbles: true }))").await;
    window.until("!document.querySelector('.trust .btn').disabled").await;
    window.picture("controle-onbekend").await;
    window.press(".trust .btn").await;
    window.see("[data-headline=genuine]").await;
    assert_eq!(window.count(".trusted li").await, 1);
    window.type_in(".trusted .link", "\u{E007}").await;
    window.see("[data-headline=unknownSigner]").await;
    assert_eq!(window.count(".trusted li").await, 0);
    window.close().await;
}
