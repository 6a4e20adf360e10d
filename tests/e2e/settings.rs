//! Settings and the shell in the real window, with the keyboard: language, theme, passphrase, copies, locking.

use crate::accessible::usable_by_all;
use crate::window::Window;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use weegschaal_tests::run::{PASSPHRASE, done, example, text};

/// Opens the example and goes to the settings with the keyboard.
async fn settings(window: &Window) {
    window.unlock().await;
    window.see("[data-number='9000004']").await;
    window.type_in("[data-room=instellingen]", "\u{E007}").await;
    window.see("#set-language").await;
    window.until("document.activeElement?.tagName === 'H1'").await;
}

#[tokio::test]
async fn language_and_theme_change_at_once() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::open(&workspace).await;
    settings(&window).await;
    window.until("document.title === 'Instellingen · Weegschaal' && document.documentElement.lang === 'nl'").await;
    window.see("#set-second").await;
    window.picture("instellingen").await;

    window.run("document.querySelector('#set-language').focus()").await;
    window.type_in("#set-language", "E").await;
    window.until("document.querySelector('h1')?.textContent === 'Settings'").await;
    window.until("document.documentElement.lang === 'en' && document.activeElement?.id === 'set-language'").await;
    assert!(window.text(".rail").await.contains("Framework"));
    window.see("#set-second").await;
    assert!(!window.text("main").await.contains("Wachtzin"), "a Dutch word is left");
    window.picture("instellingen-en").await;

    window.type_in("#set-theme", "d").await;
    window.until("document.documentElement.dataset.theme === 'dark'").await;
    window.picture("instellingen-donker").await;
    window.type_in("#set-language", "N").await;
    window.until("document.querySelector('h1')?.textContent === 'Instellingen'").await;
    window.close().await;
}

#[tokio::test]
async fn everything_is_drawn_larger_by_a_key_and_stays_so() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::open(&workspace).await;
    settings(&window).await;
    window.resize(1440, 900).await;
    window.until("innerWidth === 1440").await;
    for _ in 0..4 {
        window.type_in("body", "\u{E009}=\u{E000}").await;
    }
    // At twice the size half as much fits; the room loses nothing by it.
    window.until("innerWidth === 720 && document.querySelector('#set-size').value === '200'").await;
    usable_by_all(&window, "instellingen-groot").await;
    window.type_in("#set-size", "125").await;
    window.until("innerWidth === 1152").await;
    window.type_in("body", "\u{E009}0\u{E000}").await;
    window.until("innerWidth === 1440").await;
    window.close().await;
}

#[tokio::test]
async fn a_window_left_alone_warns_locks_and_forgets_every_student() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::open_with(&workspace, &[("WEEGSCHAAL_LOCK_SECONDS", "16")]).await;
    window.unlock().await;
    window.open_dossier("9000004").await;
    window.see(".reader").await;
    let name = window.text("main h1").await;
    assert!(window.holds(&format!("document.body.innerText.includes({})", json!(name))).await);
    // Words that were only just typed are kept before the lock.
    window.run("const field = document.querySelector('#spot-whole'); field.focus(); field.value = 'Net getypt.'; field.dispatchEvent(new Event('input', { bubbles: true }))").await;

    window.see(".idle").await;
    window.picture("vergrendelt").await;
    window
        .until("[...document.querySelectorAll('[aria-live=assertive]')].some((one) => one.textContent.includes('seconden'))")
        .await;
    window.type_in("body", "\u{E008}").await;
    window.until("!document.querySelector('.idle')").await;

    window.see("#pw").await;
    for left in [name.as_str(), "9000004", "Net getypt"] {
        let there = format!("document.documentElement.outerHTML.includes({})", json!(left));
        assert!(!window.holds(&there).await, "{left} is still on the page");
    }
    let refused = "const answer = await window.__TAURI_INTERNALS__.invoke('dossier', { number: '9000004' }).then(() => 'answered', (problem) => problem.code);
        if (answer !== 'not_open') throw new Error(answer)";
    window.run_async(refused).await;
    window.picture("vergrendeld").await;

    window.unlock().await;
    window.until("document.querySelector('#spot-whole')?.value === 'Net getypt.'").await;
    assert_eq!(window.text("main h1").await, name, "the user is back where they were");
    window.close().await;
}

/// Another program that is busy with the workspace: nothing can be written until it is dropped.
struct Busy(Child);

impl Busy {
    fn with(workspace: &Path) -> Self {
        // The byte of the lock file by which SQLite knows that somebody writes.
        let script = "import fcntl, sys; f = open(sys.argv[1], 'r+b'); fcntl.lockf(f, fcntl.LOCK_EX, 1, 120); print('held', flush=True); sys.stdin.read()";
        let lock = format!("{}-shm", workspace.display());
        let mut program = Command::new("python3");
        program.args(["-c", script, &lock]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut holder = program.spawn().expect("python3 is not installed");
        let mut said = String::new();
        let out = holder.stdout.as_mut().expect("BUG: it was asked for");
        BufReader::new(out).read_line(&mut said).expect("BUG: it speaks");
        assert_eq!(said.trim(), "held");
        Self(holder)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        // It may have gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn words_that_cannot_be_kept_are_covered_and_not_lost() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::open_with(&workspace, &[("WEEGSCHAAL_LOCK_SECONDS", "6")]).await;
    window.unlock().await;
    window.open_dossier("9000004").await;
    window.see("#spot-whole").await;
    let busy = Busy::with(&workspace);
    window.run("const field = document.querySelector('#spot-whole'); field.focus(); field.value = 'Nog nergens bewaard.'; field.dispatchEvent(new Event('input', { bubbles: true }))").await;
    window.see("dialog.cover").await;
    usable_by_all(&window, "afgedekt").await;
    // Nothing of what is beneath can be seen, reached or heard.
    window.until("[[9, 9], [innerWidth / 2, innerHeight / 2], [innerWidth - 9, innerHeight - 9]].every(([x, y]) => document.elementFromPoint(x, y)?.closest('dialog.cover'))").await;
    window.type_in("#veil-passphrase", "iets anders\u{E007}").await;
    window.until("document.querySelector('#veil-wrong').textContent.includes('wachtzin')").await;
    window.type_in("#veil-passphrase", &format!("{PASSPHRASE}\u{E007}")).await;
    window.until("!document.querySelector('dialog.cover')").await;
    window.until("document.querySelector('#spot-whole')?.value === 'Nog nergens bewaard.'").await;
    // Left alone again, it closes as soon as the words can be kept.
    window.see("dialog.cover").await;
    drop(busy);
    window.see("#pw").await;
    window.unlock().await;
    window.until("document.querySelector('#spot-whole')?.value === 'Nog nergens bewaard.'").await;
    // So are words in a dialog: covered when the window is left alone, and not locked away without a word.
    window.type_in("#add-statement", "\u{E007}").await;
    window.type_in(".dialog textarea", "Zij zegt ja.").await;
    window.see("dialog.cover").await;
    window.until("document.elementFromPoint(9, 9)?.closest('dialog.cover')").await;
    window.type_in("#veil-passphrase", &format!("{PASSPHRASE}\u{E007}")).await;
    window.until("!document.querySelector('dialog.cover')").await;
    window.until("document.querySelector('.dialog textarea').value === 'Zij zegt ja.'").await;
    window.type_in(".dialog textarea", "\u{E009}l\u{E000}").await;
    window.until("document.querySelector('.dialog [role=alert]')?.innerText.includes('niet bewaard')").await;
    // Asked for again, they are dropped; nobody says that they are kept.
    window.type_in(".dialog textarea", "\u{E009}l\u{E000}").await;
    window.see("#pw").await;
    assert!(window.text(".unlock").await.contains("heb je laten vallen"));
    window.close().await;
}

#[tokio::test]
async fn the_passphrase_is_changed_a_copy_made_and_both_open() {
    let (folder, workspace, _) = example(24, 1);
    let window = Window::open(&workspace).await;
    settings(&window).await;
    let place = folder.path().join("kopieen");
    std::fs::create_dir(&place).expect("BUG: a folder");
    // The dialog of the system that chooses a folder cannot be typed in from here.
    let chosen =
        format!("await window.__TAURI_INTERNALS__.invoke('set_backup_folder', {{ folder: {} }})", json!(place));
    window.run_async(&chosen).await;
    window.type_in("[data-room=dossiers]", "\u{E007}").await;
    window.see("[data-number='9000004']").await;
    window.type_in("[data-room=instellingen]", "\u{E007}").await;
    window.type_in("#make-copy", "\u{E007}").await;
    window.until("document.querySelector('[data-copied]')?.dataset.copied !== ''").await;
    let copy = std::fs::read_dir(&place)
        .expect("BUG: readable")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|kind| kind == "weegschaal"))
        .expect("no copy is there");

    window.type_in("#old-passphrase", "verkeerd geraden").await;
    window.type_in("#new-passphrase", "fietsbel raam kaas noord").await;
    window.until("document.querySelector('#strength-settings').dataset.strength === 'strong'").await;
    window.type_in("#new-passphrase", "\u{E007}").await;
    assert!(window.text("#passphrase-wrong").await.contains("klopt niet"));
    window.run("document.querySelector('#old-passphrase').value = ''").await;
    window.type_in("#old-passphrase", &format!("{PASSPHRASE}\u{E007}")).await;
    window.until("document.querySelector('#old-passphrase').value === ''").await;

    // Ctrl+L locks; only the new passphrase opens.
    window.type_in("body", "\u{E009}l\u{E000}").await;
    window.unlock().await;
    assert!(window.text("[role=alert]").await.contains("klopt niet"));
    window.run("document.querySelector('#pw').value = ''").await;
    window.type_in("#pw", "fietsbel raam kaas noord\u{E007}").await;
    window.see("#make-copy").await;
    window.close().await;
    // The copy opens with the passphrase of its time.
    assert!(done(&["check", text(&copy)]).lines().all(|line| line.ends_with("in orde")));
}
