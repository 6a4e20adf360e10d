//! The window, driven to be measured: what is asked of it, and when the page says it was painted.

use crate::e2e::Window;
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long anything may take before it counts as missing.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window whose times are read.
pub struct Driven(Window);

impl Driven {
    /// Opens it on a workspace.
    pub async fn open(workspace: &Path) -> Self {
        let window = Window::open_with(workspace, &[("WEEGSCHAAL_TIMING", "1")]).await;
        window.see("#pw").await;
        Self(window)
    }

    /// Types the passphrase; milliseconds from accepted to the table painted.
    pub async fn unlock(&self) -> f64 {
        self.0.unlock().await;
        let painted = self.told("painted dossiers", 0.0).await;
        painted - self.told("accepted", 0.0).await
    }

    /// Looks at the table for ten frames, as who just came in; the first time until a dossier is built ahead.
    pub async fn look(&self) {
        self.0.until("document.querySelector('.away .mx')").await;
        let frames = "for (let at = 0; at < 10; at++) await new Promise((ready) => requestAnimationFrame(ready))";
        self.0.run_async(frames).await;
    }

    /// Opens a dossier by its row on the screen, from 0; milliseconds until it is painted.
    pub async fn open_dossier(&self, row: usize) -> f64 {
        let open = "document.querySelectorAll('[data-number]')[ROW].dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))";
        self.since("painted dossier", &open.replace("ROW", &row.to_string())).await
    }

    /// Goes to the next dossier with its key; milliseconds until it is painted.
    pub async fn next(&self) -> f64 {
        let press = "document.querySelector('.reader').dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }))";
        self.since("painted dossier", press).await
    }

    /// Marks the first sentence on the first criterion; milliseconds until its band is drawn again.
    pub async fn mark(&self) -> f64 {
        self.0.type_in(".reader", "\u{E015}").await;
        self.0.see(".pick").await;
        self.0.type_in(".reader", "1").await;
        let press = "document.querySelector('.reader').dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true }))";
        self.since("painted marked", press).await
    }

    /// Back to the table; milliseconds until it is painted.
    pub async fn back(&self) -> f64 {
        self.since("painted dossiers", "document.querySelector('.rail button').click()").await
    }

    /// Types forty letters in the rationale; the longest that the page was busy with one.
    pub async fn longest_key(&self) -> f64 {
        let script = "const field = document.querySelector('#panel-crit textarea');
            field.focus();
            let most = 0;
            for (let at = 0; at < 40; at++) {
              await new Promise((ready) => requestAnimationFrame(() => setTimeout(ready)));
              const before = performance.now();
              field.value += 'a';
              field.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'a' }));
              await null;
              void field.offsetHeight;
              most = Math.max(most, performance.now() - before);
            }
            return most";
        self.0.answer_async(script).await.as_f64().unwrap_or(f64::NAN)
    }

    /// Scrolls the table from its top by so many pixels a frame, with a rest every fourth, two hundred frames long; the
    /// longest that handing rows on and laying them out took in a frame. Painting is left out: it is the machine's, and
    /// with a graphics card not the processor's.
    pub async fn longest_scroll(&self, pixels: u32) -> f64 {
        let script = "const list = document.querySelector('.vlist');
            const frame = () => new Promise((begun) => requestAnimationFrame(begun));
            list.scrollTop = 0;
            await frame();
            // What the table asks of a frame lies between what is asked before and after it.
            let [first, last, most] = [frame(), frame(), 0];
            for (let at = 0; at < 200; at++) {
              await first;
              const before = performance.now();
              first = frame();
              if (at % 4 !== 3) {
                list.scrollTop += BY;
                list.dispatchEvent(new Event('scroll'));
              }
              await last;
              last = frame();
              void list.offsetHeight;
              most = Math.max(most, performance.now() - before);
            }
            return most";
        self.0.answer_async(&script.replace("BY", &pixels.to_string())).await.as_f64().unwrap_or(f64::NAN)
    }

    /// Closes it.
    pub async fn close(self) {
        self.0.close().await;
    }

    async fn since(&self, what: &str, script: &str) -> f64 {
        let before = self.0.answer_async(&format!("const before = Date.now(); {script}; return before")).await;
        let before = before.as_f64().unwrap_or(f64::NAN);
        self.told(what, before).await - before
    }

    /// When the program last told of something, at `after` or later (Unix time, ms); not a number when it never does.
    async fn told(&self, what: &str, after: f64) -> f64 {
        let (start, asked) = (format!("{what} "), Instant::now());
        while asked.elapsed() < PATIENCE {
            let log = self.0.log();
            let mut times = log.lines().filter_map(|line| line.strip_prefix(&start)?.trim().parse::<f64>().ok());
            if let Some(time) = times.next_back().filter(|time| *time >= after) {
                return time;
            }
            // Asking the page something gives it, and the log, the time to go on.
            assert_ne!(self.0.answer_async("return 1").await, json!(null), "the window is gone before it was {what}");
        }
        f64::NAN
    }
}
