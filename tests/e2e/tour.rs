//! A first visit to the example: three steps with the keyboard, and never again after that.

use crate::accessible::usable_by_all;
use crate::window::Window;
use serde_json::json;
use weegschaal_tests::run::example;

const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";

/// Where one pane stands alone, and where the judgement was folded away, the tour opens what it speaks of.
#[tokio::test]
async fn the_tour_opens_what_it_speaks_of() {
    let (_folder, workspace, _) = example(24, 1);
    let panes = json!({ "sources": 304, "judgement": 288, "sourcesFolded": false, "judgementFolded": true });
    let known = json!({ "preferences": { "tourSeen": false, "panes": panes } });
    let window = Window::open_knowing(&workspace, &[], &known).await;
    window.unlock().await;
    for (width, height) in [(1440, 900), (720, 480)] {
        window.resize(width, height).await;
        for spot in [".vlist", ".mx", ".jud"] {
            window.until(&format!("document.querySelector('{spot}.toured')?.checkVisibility()")).await;
            window.until("document.activeElement?.id === 'tour-title'").await;
            window.picture(&format!("rondleiding-{width}")).await;
            if spot != ".jud" {
                window.type_in(".tour .btn.main", ENTER).await;
            }
        }
        for spot in [".mx", ".vlist"] {
            window.press(".tour .btn:not(.main)").await;
            window.until(&format!("document.querySelector('{spot}.toured')?.checkVisibility()")).await;
        }
    }
    window.press(".tour .skip").await;
    window.until("!document.querySelector('.tour')").await;
    window.close().await;
}

#[tokio::test]
async fn the_tour_is_walked_once() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::open_knowing(&workspace, &[], &json!({ "preferences": { "tourSeen": false } })).await;
    window.unlock().await;
    window.until("document.activeElement?.id === 'tour-title'").await;
    // Help, which the tour promises, opens over it and leaves it as it was.
    window.type_in("#tour-title", "\u{E031}").await;
    window.see("[role=dialog] article").await;
    window.type_in("[role=dialog]", ESCAPE).await;
    window.until("!document.querySelector('[role=dialog]')").await;
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
