//! The least window there is with the same toolkit: what the program is measured against (`make bench`).
//!
//! Promises: one window with one word in it; prints `painted` with the time (Unix, ms, by the clock of the page) on stderr once
//! the page was drawn, told as the program tells it (`ui/src/lib/painted.ts`). Deliberately absent: everything else.

use std::borrow::Cow;
use std::iter;
use tauri::http::Response;
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{Assets, Runtime, Url, WebviewUrl, WebviewWindowBuilder};

const PAGE: &str = "<!doctype html><title>Bare</title><p>Bare</p>\
<script>requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();\
port1.onmessage = () => (document.title = `painted ${Date.now()}`); port2.postMessage(null) })</script>";

/// None of the program's pages. Whoever embeds them packs them into one folder; of two that are built at once, one may
/// take a page that the other has packed only in part.
struct NoPages;

impl<R: Runtime> Assets<R> for NoPages {
    fn get(&self, _: &AssetKey) -> Option<Cow<'_, [u8]>> {
        None
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(iter::empty())
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(iter::empty())
    }
}

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
                    if let Some(at) = title.strip_prefix("painted ") {
                        eprintln!("painted openen {at}");
                    }
                })
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!(assets = NoPages));
    run.expect("BUG: a window can be opened on this screen");
}
