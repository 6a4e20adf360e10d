//! Closing the window by its frame: what was typed a moment before is kept.

use crate::window::Window;
use std::time::Duration;
use weegschaal_tests::run::{PASSPHRASE, example};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask};
use x11rb::rust_connection::RustConnection;

const TYPED: &str = "Zij ziet wat een leerling nodig heeft.";

/// Asks the window of the program to close, as a window manager does when the cross in its frame is pressed.
fn press_the_cross() {
    let (screen, number) = RustConnection::connect(None).expect("BUG: the screen of the test");
    let atom = |name: &str| {
        let asked = screen.intern_atom(false, name.as_bytes()).expect("BUG: the screen answers");
        asked.reply().expect("BUG: the screen answers").atom
    };
    let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
    let root = screen.setup().roots[number].root;
    let all = screen.query_tree(root).expect("BUG: the screen answers").reply().expect("BUG: it has windows").children;
    let ours = all.into_iter().filter(|window| {
        let class = screen.get_property(false, *window, AtomEnum::WM_CLASS, AtomEnum::STRING, 0, 64);
        let class = class.ok().and_then(|asked| asked.reply().ok()).map(|found| found.value).unwrap_or_default();
        let takes = screen.get_property(false, *window, protocols, AtomEnum::ATOM, 0, 64);
        let takes = takes.ok().and_then(|asked| asked.reply().ok()).and_then(|found| Some(found.value32()?.collect()));
        let takes: Vec<u32> = takes.unwrap_or_default();
        String::from_utf8_lossy(&class).to_lowercase().contains("weegschaal") && takes.contains(&delete)
    });
    let ours: Vec<u32> = ours.collect();
    assert!(!ours.is_empty(), "the window has no frame to close it by");
    for window in ours {
        let asked = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
        let sent = screen.send_event(false, window, EventMask::NO_EVENT, asked).expect("BUG: the screen is there");
        // Who hangs up without hearing that it was taken may not have been heard.
        sent.check().expect("BUG: the screen takes it");
    }
}

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
