//! A first visit to the example: three steps with the keyboard, and never again after that.

use crate::accessible::usable_by_all;
use crate::window::Window;
use serde_json::json;
use weegschaal_tests::run::example;

const ENTER: &str = "\u{E007}";

#[tokio::test]
async fn the_tour_is_walked_once() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::open_knowing(&workspace, &[], &json!({ "preferences": { "tourSeen": false } })).await;
    window.unlock().await;
    for (step, spot) in [".vlist", ".mx", ".jud"].into_iter().enumerate() {
        window.until("document.activeElement?.id === 'tour-title'").await;
        window.until(&format!("document.querySelector('{spot}.toured')")).await;
        usable_by_all(&window, &format!("rondleiding-{}", step + 1)).await;
        window.type_in(".tour .btn.main", ENTER).await;
    }
    window.until("!document.querySelector('.tour') && document.activeElement !== document.body").await;
    // Locked and opened again, it stays away.
    window.type_in("main [tabindex='0']", "\u{E009}l\u{E000}").await;
    window.unlock().await;
    window.see(".mx").await;
    assert!(window.holds("!document.querySelector('.tour')").await);
    window.close().await;
}
