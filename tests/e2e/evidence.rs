//! Bringing evidence in, in the real window: look, say what a table means, settle what waits, add, undo; and markup of
//! a source that stays text whatever way it came.

use crate::accessible::usable_by_all;
use crate::window::Window;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use weegschaal_tests::run::{done, run, text};

/// A workspace with the students of the samples, and the folder it lies in.
fn workspace() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let path = folder.path().join("linge.weegschaal");
    done(&["new", text(&path), "--partnership", "De Linge", "--year", "2024-2025", "--examiner", "R. Veldhoen"]);
    done(&["import", text(&path), text(&sample("studenten.csv"))]);
    (folder, path)
}

fn sample(name: &str) -> PathBuf {
    weegschaal_tests::project().join("src-tauri/crates/intake/tests/samples").join(name)
}

/// As if the files were dropped on the window.
async fn drop_in(window: &Window, files: &[&Path]) {
    let detail = serde_json::json!(files);
    window.run(&format!("window.dispatchEvent(new CustomEvent('evidence', {{ detail: {detail} }}))")).await;
    window.until("document.querySelector('.dialog .file') && !document.querySelector('.dialog progress')").await;
}

/// Chooses in a select as a person does.
pub async fn choose(window: &Window, what: &str, value: &str) {
    let script = format!(
        "const field = document.querySelector({}); field.value = {}; field.dispatchEvent(new Event('change', {{ bubbles: true }}))",
        serde_json::json!(what),
        serde_json::json!(value)
    );
    window.see(what).await;
    window.run(&script).await;
    window.until("!document.querySelector('.dialog progress')").await;
}

async fn tab(window: &Window, name: &str) {
    window.press(&format!("#tab-{name}")).await;
    window.see(&format!("#part-{name}")).await;
}

/// The weighted view, once the program that had the workspace open is gone.
async fn view_of(workspace: &Path) -> String {
    let waited = tokio::time::timeout(Duration::from_secs(20), async {
        loop {
            let output = run(&["weigh", text(workspace), "--json"]);
            if output.status.success() {
                return String::from_utf8(output.stdout).expect("BUG: text");
            }
            tokio::task::yield_now().await;
        }
    });
    waited.await.expect("the workspace is not let go")
}

const ADD: &str = ".dialog-actions .btn.main";

#[tokio::test]
async fn a_form_with_rows_that_wait_is_settled_and_undone() {
    let (_folder, workspace) = workspace();
    let window = Window::unlocked(&workspace).await;
    drop_in(&window, &[&sample("Eindevaluatie werkplek(1-24).xlsx"), &sample("Drama-observaties.xlsx")]).await;
    assert!(window.text(".work").await.contains("2 rijen wachten op jou"));
    usable_by_all(&window, "bewijs-wacht").await;
    tab(&window, "rows").await;
    assert_eq!(window.count(".rowlist tbody tr").await, 22);
    window.picture("bewijs-rijen").await;
    tab(&window, "columns").await;
    usable_by_all(&window, "bewijs-kolommen").await;
    // The mistyped number: its one candidate is offered.
    tab(&window, "pending").await;
    window
        .run("[...document.querySelectorAll('.pending .btn')].find((one) => one.textContent.includes('9902084')).click()")
        .await;
    window.until("document.querySelectorAll('.pending li').length === 1").await;
    window.press(ADD).await;
    window.until("!document.querySelector('.dialog')").await;
    assert!(window.text(".toasts").await.contains("68 datapunten"), "{}", window.text(".toasts").await);
    // What still waits is on the desk, and can be settled later.
    window.press(".waits").await;
    window.see(".pending").await;
    window
        .run("[...document.querySelectorAll('.pending .btn')].find((one) => one.textContent.includes('Alleen deze telt')).click()")
        .await;
    window
        .until("document.querySelectorAll('.pending li').length === 0 && !document.querySelector('.dialog progress')")
        .await;
    window.press(ADD).await;
    window.until("!document.querySelector('.dialog') && !document.querySelector('.waits')").await;
    window.run("document.querySelector('.top .undo').click()").await;
    window.see(".waits").await;
    window.close().await;
    assert!(view_of(&workspace).await.contains("\"9902084\""));
    done(&["check", text(&workspace)]);
}

#[tokio::test]
async fn a_table_that_is_not_recognised_is_mapped_once_and_known_the_next_time() {
    let (folder, workspace) = workspace();
    let file = folder.path().join("lijstje werkplek.csv");
    let head = "stud;wie;wanneer;hoe ging het;contact\n";
    fs::write(&file, format!("{head}9900417;T. Brakman;11-4-2025;Rustig en duidelijk;G\n")).expect("BUG: writable");
    let window = Window::unlocked(&workspace).await;
    drop_in(&window, &[&file]).await;
    assert!(window.text(".file").await.contains("niet is herkend"));
    tab(&window, "columns").await;
    for (field, heading) in [("number", "stud"), ("author", "wie"), ("date", "wanneer")] {
        choose(&window, &format!("[data-field={field}]"), heading).await;
    }
    window.press("[data-text='hoe ging het']").await;
    window.until("!document.querySelector('.dialog progress')").await;
    choose(&window, "[data-level=K2]", "contact").await;
    assert!(window.text(".work").await.contains("1 rij wacht op jou"), "an unknown level word waits");
    tab(&window, "columns").await;
    choose(&window, "[data-word=G]", "2").await;
    tab(&window, "rows").await;
    usable_by_all(&window, "bewijs-gekoppeld").await;
    window.press(ADD).await;
    window.until("!document.querySelector('.dialog')").await;
    fs::write(
        &file,
        format!(
            "{head}9900417;T. Brakman;11-4-2025;Rustig en heel duidelijk;G\n9900523;J. Verhage;4-4-2025;Netjes;G\n"
        ),
    )
    .expect("BUG: writable");
    drop_in(&window, &[&file]).await;
    let said = window.text(".file").await;
    assert!(said.contains("kwam eerder binnen") && said.contains("1 nieuw, 1 veranderd"), "{said}");
    usable_by_all(&window, "bewijs-verschil").await;
    // The change is not accepted; the new row is.
    window.run("document.querySelector('.rowlist tr.changed .link').click()").await;
    window.until("document.querySelectorAll('.rowlist tr.changed').length === 0 && !document.querySelector('.dialog progress')").await;
    window.press(ADD).await;
    window.until("!document.querySelector('.dialog')").await;
    window.close().await;
}

#[tokio::test]
async fn markup_of_a_source_is_text_whatever_way_it_came() {
    let (folder, workspace) = workspace();
    let evil = "<img src=x onerror=\\\"window.__ran=1\\\"><script>window.__ran=1</script>Slot 9900417";
    let evil = evil.replace("\\\"", "\"");
    let quoted = evil.replace('"', "\"\"");
    let csv = folder.path().join("werkplek notities.csv");
    let row = format!("9900417;Naam;11-4-2025;A. Uteur;\"{quoted}\"\n");
    fs::write(&csv, format!("Studentnummer;Naam;Datum;Auteur;Notitie\n{row}")).expect("BUG: writable");
    let plain = folder.path().join("los.txt");
    fs::write(&plain, format!("{evil}\n<svg onload=\"window.__ran=1\">")).expect("BUG: writable");
    let window = Window::unlocked(&workspace).await;
    let html = sample("bad/bewijs-script.html");
    let mail = sample("bad/bewijs-script.eml");
    drop_in(&window, &[&csv, &plain, &html, &mail]).await;
    window.picture("bewijs-opmaak").await;
    window.press(ADD).await;
    window.until("!document.querySelector('.dialog')").await;
    window.open_dossier("9900417").await;
    window.see(".reader").await;
    let all = "[...document.querySelectorAll('main img, main script, main iframe, main svg[onload]')].length === 0";
    window
        .until(&format!(
            "document.querySelector('main').innerText.includes('<img src=x') && {all} && window.__ran === undefined"
        ))
        .await;
    // Pasted on the page, rich text becomes text as well.
    window
        .run("const data = new DataTransfer(); data.setData('text/html', '<p>Geplakt <img src=x onerror=window.__ran=1> stuk</p>'); window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))")
        .await;
    window
        .until(
            "document.querySelector('.dialog .rowlist')?.innerText.includes('Geplakt') && window.__ran === undefined",
        )
        .await;
    assert_eq!(window.count(".dialog img").await, 0);
    window.close().await;
}
