//! Writing for others in the real window: the overview, a new file for Brightspace, and a template of OSIRIS looked at,
//! its codes confirmed once, and written.

use crate::accessible::usable_by_all;
use crate::window::Window;
use serde_json::json;
use std::path::Path;
use weegschaal_tests::project;
use weegschaal_tests::run::to_sign;

/// As if a file were dropped on the dialog.
async fn drop_in(window: &Window, file: &Path) {
    let detail = json!([file]);
    window.run(&format!("window.dispatchEvent(new CustomEvent('template', {{ detail: {detail} }}))")).await;
}

async fn pick(window: &Window, system: &str) {
    window.press(&format!(".dialog input[value={system}]")).await;
}

/// Writes as the button does, at a place that the test chooses.
async fn write(window: &Window, request: serde_json::Value, path: &Path) {
    let asked = json!({ "request": request, "path": path });
    window.run_async(&format!("await window.__TAURI_INTERNALS__.invoke('write_output', {asked})")).await;
}

#[tokio::test]
async fn results_are_looked_at_before_they_are_written() {
    let (folder, workspace, _) = to_sign(16);
    let window = Window::unlocked(&workspace).await;
    window.press(".export").await;
    window.see(".dialog input[name=system]").await;
    window.until("!document.querySelector('.dialog .btn.main').disabled").await;

    pick(&window, "brightspace").await;
    window.until("document.querySelectorAll('.dialog [data-fate=filled]').length === 16").await;
    window.until("document.querySelectorAll('.dialog [data-fate=noResult]').length === 8").await;
    usable_by_all(&window, "export-brightspace").await;

    // A template: codes are proposed and the file waits until a person confirmed them.
    pick(&window, "osiris").await;
    window.until("!document.querySelector('.dialog [data-fate]')").await;
    window.until("document.querySelector('.dialog .btn.main').disabled").await;
    let samples = project().join("src-tauri/crates/intake/tests/samples");
    drop_in(&window, &samples.join("bad/wachtwoord.xlsx")).await;
    window.until("document.querySelector('.dialog [role=alert]')?.innerText.includes('wachtwoord')").await;
    let template = samples.join("osiris-sjabloon.xlsx");
    drop_in(&window, &template).await;
    window.see(".dialog .confirm").await;
    window.until("document.querySelector('.dialog select').value === 'V'").await;
    window.until("document.querySelector('.dialog .btn.main').disabled").await;
    window.until("document.querySelectorAll('.dialog [data-fate=stranger]').length === 1").await;
    window.picture("export-osiris").await;
    usable_by_all(&window, "export-osiris").await;
    window.press(".dialog .confirm").await;
    window.until("!document.querySelector('.dialog .confirm')").await;
    window.until("!document.querySelector('.dialog .btn.main').disabled").await;

    let out = folder.path().join("ingevuld.xlsx");
    let request = json!({ "system": "osiris", "template": template, "numbers": [], "item": "", "replace": false, "seen": null,
        "codes": [{ "outcome": "aangetoond", "code": "V" }] });
    write(&window, request, &out).await;
    assert!(out.is_file());
    // What was written is looked at again: everything stands there, so there is nothing to write.
    drop_in(&window, &out).await;
    window.until("document.querySelectorAll('.dialog [data-fate=same]').length > 10").await;
    window.until("document.querySelector('.dialog .btn.main').disabled").await;
    assert_eq!(window.count(".dialog .confirm").await, 0, "the codes are remembered");
    window.close().await;
}
