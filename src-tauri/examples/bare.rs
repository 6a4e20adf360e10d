//! The least window there is with the same toolkit: what the program is measured against (`make bench`).
//!
//! Promises: one window with one word in it; prints `painted` with the time (Unix, ms) on stderr once the page was drawn,
//! told as the program tells it (`ui/src/lib/painted.ts`). Deliberately absent: everything else.

use std::time::{SystemTime, UNIX_EPOCH};
use tauri::http::Response;
use tauri::{Url, WebviewUrl, WebviewWindowBuilder};

const PAGE: &str = "<!doctype html><title>Bare</title><p>Bare</p>\
<script>requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();\
port1.onmessage = () => (document.title = 'painted'); port2.postMessage(null) })</script>";

fn main() {
    let run = tauri::Builder::default()
        .register_uri_scheme_protocol("bare", |_, _| {
            let page = Response::builder().header("Content-Type", "text/html");
            page.body(PAGE.as_bytes().to_vec()).expect("BUG: a whole answer")
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol(Url::parse("bare://localhost/")?);
            WebviewWindowBuilder::new(app, "main", page)
                .title("Bare")
                .inner_size(1440.0, 900.0)
                .on_document_title_changed(|_, title| {
                    if title == "painted" {
                        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                        eprintln!("painted openen {}", now.as_millis());
                    }
                })
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    run.expect("BUG: a window can be opened on this screen");
}
