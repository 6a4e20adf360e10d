//! The real window, driven through WebKitWebDriver on the screen that the run was given.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::sync::{Mutex, MutexGuard};
use weegschaal_tests::run::PASSPHRASE;
use weegschaal_tests::{program, project};

/// How long anything in the window may take before it counts as missing.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two tries to reach the driver.
const PAUSE: Duration = Duration::from_millis(100);

/// A second start of the program brings the first window forward, so one window is open at a time.
static ONE: Mutex<()> = Mutex::const_new(());

/// An open window with its driver.
pub struct Window {
    _alone: MutexGuard<'static, ()>,
    client: Client,
    driver: Child,
    profile: tempfile::TempDir,
}

impl Drop for Window {
    fn drop(&mut self) {
        // The program is a child of the driver; a test that failed must not leave it open for the next one. Either may
        // have gone already.
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.driver.wait();
    }
}

/// Selects what a user can meet: a dossier that is built ahead stands out of sight.
pub fn in_sight(what: &str) -> String {
    format!(":is({what}):not(.away, .away *, [inert] *)")
}

impl Window {
    /// Opens the window on a workspace of the tests and waits for the table of dossiers.
    pub async fn unlocked(workspace: &Path) -> Self {
        let window = Self::open(workspace).await;
        window.unlock().await;
        window.see("[data-number]").await;
        window
    }

    /// Opens the window on a workspace, with settings of its own.
    pub async fn open(workspace: &Path) -> Self {
        Self::open_with(workspace, &[]).await
    }

    /// The same, with variables that only the program reads.
    pub async fn open_with(workspace: &Path, variables: &[(&str, &str)]) -> Self {
        Self::open_knowing(workspace, variables, &json!({ "preferences": { "tourSeen": true } })).await
    }

    /// The same, for a user of whom the program remembers this (its profile).
    pub async fn open_knowing(workspace: &Path, variables: &[(&str, &str)], known: &Value) -> Self {
        let alone = ONE.lock().await;
        let profile = tempfile::tempdir().expect("BUG: a folder");
        let kept = profile.path().join("weegschaal");
        fs::create_dir_all(&kept).expect("BUG: a folder");
        fs::write(kept.join("profiel.json"), known.to_string()).expect("BUG: writable");
        let log = fs::File::create(profile.path().join("log.txt")).expect("BUG: writable");
        let port = free_port();
        let driver = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("XDG_CONFIG_HOME", profile.path())
            .env("XDG_DATA_HOME", profile.path())
            .envs(variables.iter().copied())
            .stdout(Stdio::null())
            .stderr(log)
            .process_group(0)
            .spawn()
            .expect("webkit2gtk-driver is not installed");
        let options = json!({ "binary": program(), "args": [workspace] });
        let capabilities: Capabilities = [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect();
        let address = format!("http://127.0.0.1:{port}");
        let client = tokio::time::timeout(Duration::from_secs(60), connect(&address, &capabilities))
            .await
            .expect("the window does not open");
        Self { _alone: alone, client, driver, profile }
    }

    /// Gives the passphrase; what shows then depends on where one was.
    pub async fn unlock(&self) {
        self.type_in("#pw", &format!("{PASSPHRASE}\u{E007}")).await;
    }

    /// Waits for something and answers it.
    pub async fn see(&self, what: &str) -> Element {
        let css = in_sight(what);
        // A page that goes while one looks (a window that locks) ends the look, not the waiting.
        let found = tokio::time::timeout(PATIENCE, async {
            loop {
                if let Ok(element) = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&css)).await {
                    return element;
                }
                tokio::task::yield_now().await;
            }
        });
        match found.await {
            Ok(element) => element,
            Err(_) => panic!("{what} is not there; the page says: {}", self.page().await),
        }
    }

    /// What the page says, and what the program said on stderr.
    async fn page(&self) -> String {
        let text = self.client.execute("return document.body.innerText", vec![]).await;
        format!("{} {}", text.map(|text| text.to_string()).unwrap_or_default(), self.log())
    }

    /// Types into something as soon as it takes keys; keys as WebDriver names them.
    pub async fn type_in(&self, what: &str, keys: &str) {
        let typed = tokio::time::timeout(PATIENCE, async {
            while self.see(what).await.send_keys(keys).await.is_err() {
                tokio::task::yield_now().await;
            }
        });
        assert!(typed.await.is_ok(), "{what} takes no keys; the page says: {}", self.page().await);
    }

    /// Presses something with the keyboard, as it is pressed there: a choice by space, a button or link by Enter.
    pub async fn press(&self, what: &str) {
        let choice = format!("document.querySelector({})?.matches('input')", json!(in_sight(what)));
        self.see(what).await;
        let key = if self.holds(&choice).await { " " } else { "\u{E007}" };
        self.type_in(what, key).await;
    }

    /// Opens a student's dossier from the table.
    pub async fn open_dossier(&self, number: &str) {
        let row = format!("[data-number='{number}']");
        self.see(&row).await;
        let twice = "dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))";
        self.run(&format!("document.querySelector({}).{twice}", json!(row))).await;
    }

    /// The text of something.
    pub async fn text(&self, what: &str) -> String {
        self.see(what).await.text().await.expect("BUG: it has a text")
    }

    /// How many there are.
    pub async fn count(&self, what: &str) -> u64 {
        let script = format!("return document.querySelectorAll({}).length", json!(in_sight(what)));
        self.client.execute(&script, vec![]).await.ok().and_then(|count| count.as_u64()).unwrap_or_default()
    }

    /// Runs a script of the page.
    pub async fn run(&self, script: &str) {
        self.client.execute(script, vec![]).await.expect("BUG: the script runs");
    }

    /// Runs a script that waits for the page.
    pub async fn run_async(&self, script: &str) {
        let wrapped = format!(
            "const done = arguments[0]; (async () => {{ {script} }})().then(() => done(null), (error) => done(String(error)))"
        );
        let said = self.client.execute_async(&wrapped, vec![]).await.expect("BUG: the script runs");
        assert_eq!(said, Value::Null);
    }

    /// What a script answers that may wait for the page.
    pub async fn answer_async(&self, script: &str) -> Value {
        let wrapped = format!(
            "const done = arguments[0]; (async () => {{ {script} }})().then(done, (error) => done(`failed: ${{error}}`))"
        );
        let answer = self.client.execute_async(&wrapped, vec![]).await.expect("BUG: the script runs");
        assert!(!answer.as_str().is_some_and(|said| said.starts_with("failed: ")), "{answer}");
        answer
    }

    /// What the program told on stderr.
    pub fn log(&self) -> String {
        fs::read_to_string(self.profile.path().join("log.txt")).unwrap_or_default()
    }

    /// Makes the window another size.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("BUG: a window has a size");
        self.until(&format!("Math.abs(innerWidth - {width}) < 40")).await;
    }

    /// Presses Tab wherever the focus is.
    pub async fn tab(&self) {
        self.keys(&['\u{E004}']).await;
    }

    /// Presses keys together wherever the focus is, as WebDriver names them.
    pub async fn keys(&self, keys: &[char]) {
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let pressed = down.chain(up).fold(KeyActions::new("keys".to_owned()), KeyActions::then);
        self.client.perform_actions(pressed).await.expect("BUG: keys can be pressed");
    }

    /// Goes with the Tab key until something has the focus.
    pub async fn tab_to(&self, what: &str) {
        // No room has this many places.
        for _ in 0..100 {
            self.tab().await;
            if self.holds(&format!("document.activeElement.matches('{what}')")).await {
                return;
            }
        }
        panic!("Tab does not come to {what}; the page says: {}", self.page().await);
    }

    /// Whether a condition of the page holds now.
    pub async fn holds(&self, condition: &str) -> bool {
        let answer = self.client.execute(&format!("return Boolean({condition})"), vec![]).await;
        answer.is_ok_and(|answer| answer == Value::Bool(true))
    }

    /// Waits until a condition of the page holds.
    pub async fn until(&self, condition: &str) {
        let waited = tokio::time::timeout(PATIENCE, async {
            while !self.holds(condition).await {
                tokio::task::yield_now().await;
            }
        });
        if waited.await.is_err() {
            panic!("it never came true that {condition}; the page says: {}", self.page().await);
        }
    }

    /// Keeps a picture of the window.
    pub async fn picture(&self, name: &str) {
        let file = project().join("build/screenshots").join(format!("{name}.png"));
        fs::create_dir_all(file.parent().expect("BUG: it lies in a folder")).expect("BUG: a folder");
        // A page that stands still is not painted again, and a picture waits for the next painting.
        self.run("let left = 300; (function again() { document.body.style.outlineOffset = `${left % 2}px`; if (left--) requestAnimationFrame(again); })()").await;
        let taken = tokio::time::timeout(PATIENCE, self.client.screenshot()).await.expect("no picture is taken");
        fs::write(file, taken.expect("BUG: a picture")).expect("BUG: writable");
    }

    /// Closes it.
    pub async fn close(self) {
        self.client.clone().close().await.expect("BUG: it closes");
    }
}

async fn connect(address: &str, capabilities: &Capabilities) -> Client {
    let builder = ClientBuilder::new(HttpConnector::new());
    loop {
        let mut builder = builder.clone();
        // The driver may still be starting; who waits for the window gives up in the end.
        match builder.capabilities(capabilities.clone()).connect(address).await {
            Ok(client) => return client,
            Err(_) => tokio::time::timeout(PAUSE, std::future::pending::<()>()).await.unwrap_or_default(),
        }
    }
}

/// A port that nobody uses now.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("BUG: a port");
    listener.local_addr().expect("BUG: an address").port()
}
