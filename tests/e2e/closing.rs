//! Closing the window by its frame: what was typed a moment before is kept.

use crate::desktop::press_the_cross;
use crate::window::Window;
use std::time::Duration;
use weegschaal_tests::run::{PASSPHRASE, example};

const TYPED: &str = "Zij ziet wat een leerling nodig heeft.";

async fn judgement(window: &Window) {
    window.type_in("#pw", &format!("{PASSPHRASE}\u{E007}")).await;
    window.open_dossier("9000004").await;
    window.see("#rationale-K1").await;
}

#[tokio::test]
async fn the_cross_in_the_frame_loses_nothing() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::open(&workspace).await;
    judgement(&window).await;
    // Typed and closed at once: sooner than typing that pauses is kept by itself.
    let script = format!(
        "const field = document.querySelector('#rationale-K1'); field.focus(); field.value = '{TYPED}'; \
         field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
    );
    window.run(&script).await;
    press_the_cross();
    let gone = tokio::time::timeout(Duration::from_secs(20), async { while window.holds("true").await {} });
    if gone.await.is_err() {
        panic!("the window stays open; it says: {} {}", window.text("body").await, window.log());
    }
    drop(window);

    let window = Window::open(&workspace).await;
    judgement(&window).await;
    window.until(&format!("document.querySelector('#rationale-K1').value === '{TYPED}'")).await;
    window.close().await;
}
