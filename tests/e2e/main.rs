//! The main job in the real window: open the example, mark a passage with the keyboard, see the view move, judge,
//! establish, sign, check. Pictures of every room go to `build/screenshots`.

mod accessible;
mod card;
mod closing;
mod control;
mod desktop;
mod evidence;
#[path = "../../src-tauri/crates/seal/tests/forge/mod.rs"]
mod forge;
mod forms;
mod judging;
mod kader;
mod leaving;
mod openen;
mod outputs;
mod search;
#[path = "../journeys/service.rs"]
mod service;
mod settings;
mod sources;
mod stamps;
mod table;
mod tour;
#[path = "../../src-tauri/crates/seal/tests/tsa/mod.rs"]
mod tsa;
mod window;

use accessible::usable_by_all;
use weegschaal_tests::run::example;
use window::Window;

/// Types everything that a judgement asks for into the page, as its reader would, and leaves the field.
const FILL: &str = r"
const set = (field, text) => {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
for (const tab of document.querySelectorAll('.crits [role=tab]')) {
  tab.click();
  await new Promise((ready) => requestAnimationFrame(() => requestAnimationFrame(ready)));
  for (const field of document.querySelectorAll('#panel-crit textarea')) set(field, 'De bronnen wijzen dezelfde kant op.');
  const candidate = document.querySelector('#panel-crit .cand');
  if (candidate) candidate.click();
}
set(document.querySelector('#spot-whole'), 'Een eigen antwoord, gedragen door meer leeromgevingen.');
document.querySelector('#spot-saturation input').click();
set(document.querySelector('#spot-saturation textarea'), 'Nieuwe gesprekken voegen niets toe.');
document.querySelectorAll('#spot-outcome input')[1].click();
set(document.querySelector('#spot-forward'), 'Zoek een klas die tegenspel geeft.');
";

/// Walks the rooms of the rail and comes back to the first.
async fn rooms(window: &Window) {
    for (place, room) in [(1, "kader"), (3, "controle"), (4, "logboek")] {
        window.run(&format!("document.querySelectorAll('.rail button')[{place}].click()")).await;
        window
            .until(&format!("document.querySelectorAll('.rail button')[{place}].getAttribute('aria-current') !== null"))
            .await;
        window.picture(room).await;
    }
    window.run("document.querySelectorAll('.rail button')[0].click()").await;
    window.see("[data-number='9000004']").await;
}

/// Asks how to sign all that wait.
pub const SIGN_ALL: &str = ".roomhead .all";
/// Signs, once the dialog asks how.
pub const SIGN_NOW: &str = "[data-signing=ask] button[type=submit]";

/// Signs as is proposed, and reads what came of it.
async fn sign_now(window: &Window) {
    window.press(SIGN_NOW).await;
    window.see("[data-signing=done]").await;
    window.picture("ondertekend").await;
    window.type_in(".dialog .btn.main", "\u{E007}").await;
}

#[tokio::test]
async fn the_main_job_in_the_real_window() {
    let (_folder, workspace, forms) = example(24, 1);
    let window = Window::open(&workspace).await;
    window.see("#pw").await;
    window.picture("openen").await;
    window.type_in("#pw", "verkeerde wachtzin\u{E007}").await;
    assert!(window.text("[role=alert]").await.contains("wachtzin klopt niet"));
    window.run("document.querySelector('#pw').value = ''").await;
    window.unlock().await;
    window.see("[data-number='9000004']").await;
    window.picture("dossiers").await;
    rooms(&window).await;

    window.open_dossier("9000004").await;
    window.see(".reader").await;
    window.picture("dossier").await;
    let before = window.count("mark .tag").await;
    // The first sentence, the first criterion, the highest level.
    window.type_in(".reader", "\u{E015}").await;
    window.see(".pick").await;
    window.type_in(".reader", "1r").await;
    window.until(&format!("document.querySelectorAll('mark .tag').length === {}", before + 1)).await;
    window.until("document.querySelector('.top').innerText.includes('Ongedaan maken: duiding')").await;

    window.type_in(".reader", "\u{E00C}").await;
    window.run_async(FILL).await;
    window.until("!document.querySelector('.todo') || document.querySelectorAll('.todo li').length <= 1").await;
    window.picture("oordeel").await;
    // What is left can only be that picture and outcome differ: said in one sentence.
    window.run("const left = document.querySelector('.todo li .quiet'); if (left) left.click()").await;
    if window.holds("document.querySelectorAll('.todo li').length > 0").await {
        window.type_in(".dialog textarea", "Het latere bewijs weegt zwaarder.").await;
        window.press(".dialog .btn.main").await;
    }
    window.until("document.querySelectorAll('.todo li').length === 0").await;
    window.press(".todo .btn").await;
    window.press(".dialog .btn.main").await;
    window.see(".jud .acts .btn.main").await;
    usable_by_all(&window, "vastgesteld").await;

    window.press(".jud .acts .btn.main").await;
    window.see(".show .btn.main").await;
    window.press(".show .btn.main").await;
    sign_now(&window).await;
    let form = forms.join("9000004_beroep_1.pdf");
    window
        .until("[...document.querySelectorAll('.show .btn')].some((one) => one.textContent.includes('Controleer'))")
        .await;
    window.see(".pages canvas").await;
    window.picture("formulieren").await;
    assert!(form.is_file(), "the signed form is not in its folder");
    window.run("[...document.querySelectorAll('.show .btn')].find((one) => one.textContent.includes('Controleer')).click()").await;
    window.see("[data-verdict=valid]").await;
    usable_by_all(&window, "controle-geldig").await;

    window.run("document.querySelector('[data-room=logboek]').click()").await;
    window.until("document.querySelector('h1')?.textContent === 'Logboek'").await;
    window.until("document.querySelector('main').innerText.includes('De keten klopt')").await;
    window.close().await;
}
