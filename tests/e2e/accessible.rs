//! Every room for everybody: axe on each scene in both themes and languages, small windows and 200 % zoom, and a walk
//! with the Tab key. Pictures of each scene in both themes go to `build/screenshots`.
//!
//! A new room or dialog is one line in `SCENES`.

use crate::window::Window;
use serde_json::json;
use weegschaal_tests::run::{done, example, text};
use weegschaal_tests::{nothing_found, project};

/// Something that can stand on the screen.
struct Scene {
    name: &'static str,
    /// Script that brings it on, from the table of dossiers.
    enter: &'static str,
    /// What shows that it stands there.
    there: &'static str,
    /// Whether it can be walked with the Tab key in a moment: a table of everything is walked elsewhere.
    walk: bool,
}

/// How scripts press a key in the page.
const KEY: &str = "const key = (key, more = {}) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const rail = (room) => document.querySelector(`[data-room=${room}]`).click();
const open = () => document.querySelector(\"[data-number]\").dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
const until = async (what) => { what = `:is(${what}):not(.away *, [inert] *)`; for (let left = 600; left && !document.querySelector(what); left--) await new Promise(requestAnimationFrame); return document.querySelector(what); };
";

const SCENES: [Scene; 16] = [
    Scene { name: "dossiers", enter: "", there: "[data-number]", walk: true },
    Scene { name: "dossier", enter: "open()", there: ".mx", walk: true },
    Scene { name: "wat-als", enter: "open(); await until('.mx'); key('a')", there: "main.wi", walk: true },
    Scene { name: "kader", enter: "rail('kader')", there: "main h1", walk: true },
    Scene { name: "formulieren", enter: "rail('formulieren')", there: ".pages canvas", walk: true },
    Scene { name: "controle", enter: "rail('controle')", there: "main h1", walk: true },
    Scene { name: "logboek", enter: "rail('logboek')", there: "main [data-seq], main [role=row]", walk: false },
    Scene { name: "instellingen", enter: "rail('instellingen')", there: "#set-language", walk: true },
    Scene { name: "hulp", enter: "key('F1')", there: "[role=dialog] article", walk: true },
    Scene {
        name: "zoeken",
        enter: "key('k', { ctrlKey: true })",
        there: "[role=combobox], [role=dialog] input",
        walk: false,
    },
    Scene {
        name: "datapunt",
        enter: "open(); (await until('.adds .link')).click()",
        there: "[role=dialog]",
        walk: true,
    },
    Scene {
        name: "ondertekenen",
        enter: "rail('formulieren'); (await until('#second')).click()",
        there: "#signing #key-secret",
        walk: true,
    },
    Scene {
        name: "concept",
        enter: "[...document.querySelectorAll('[data-number]')].find((row) => /weging|bewijs|onderbouwd|weigh|evidence|substantiated/i.test(row.innerText)).dispatchEvent(new MouseEvent('dblclick', { bubbles: true })); (await until('#see-draft')).click()",
        there: "[role=dialog] .pages canvas",
        walk: true,
    },
    Scene {
        name: "bewijs",
        enter: "window.dispatchEvent(new CustomEvent('evidence', { detail: [SAMPLE] }))",
        there: "[role=dialog] .file",
        walk: true,
    },
    Scene {
        name: "export",
        enter: "(await until('.export')).click(); (await until('.dialog input[value=brightspace]')).click()",
        there: ".dialog [data-fate]",
        walk: true,
    },
    Scene {
        name: "fout",
        enter: "window.dispatchEvent(new ErrorEvent('error', { message: 'on purpose' }))",
        there: ".toast.error",
        walk: false,
    },
];

/// Sizes in which nothing may be lost: the smallest laptop, and 200 % zoom of 1440 × 960.
const SIZES: [(u32, u32); 2] = [(1024, 640), (720, 480)];

/// Teaches the page to look at itself.
async fn look(window: &Window) {
    let axe = std::fs::read_to_string(project().join("ui/node_modules/axe-core/axe.min.js"));
    window.run(&axe.expect("axe-core is not installed (npm ci in ui)")).await;
    window.run(include_str!("look.js")).await;
}

async fn enter(window: &Window, scene: &Scene) {
    let sample = project().join("src-tauri/crates/intake/tests/samples/studenten.csv");
    let enter = scene.enter.replace("SAMPLE", &json!(sample).to_string());
    window.run_async(&format!("{KEY} {enter}")).await;
    window.see(scene.there).await;
}

/// Back to the table, with nothing over it.
async fn leave(window: &Window) {
    let back = "for (const close of document.querySelectorAll('.toast button')) close.click();
        for (let left = 3; left && document.querySelector('[role=dialog], [role=listbox]'); left--) {
          key('Escape');
          await new Promise((ready) => requestAnimationFrame(() => requestAnimationFrame(ready)));
        }
        if (document.querySelector('main.wi')) key('Escape');
        rail('dossiers')";
    window.run_async(&format!("{KEY} {back}")).await;
    window.see("[data-number]").await;
    window.until("!document.querySelector('[role=dialog]')").await;
}

/// For something that another test brought on the screen: axe finds nothing on it, in both themes.
pub async fn usable_by_all(window: &Window, name: &str) {
    look(window).await;
    let found = both_themes(window, name, "nl").await;
    window.run("delete document.documentElement.dataset.theme").await;
    nothing_found("Not everybody can use this:", &found);
}

/// Looks at what stands on the screen, in both themes; answers what is wrong.
async fn both_themes(window: &Window, name: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        window.run(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
        let spoken = window.answer_async("return document.documentElement.lang").await;
        if spoken != language {
            found.push(format!("{name}, {theme}: it speaks {spoken} where {language} was asked for"));
        }
        let violations = window.answer_async("return await look.axe()").await;
        found.extend(lines(&violations).map(|line| format!("{name}, {theme}, {language}: {line}")));
        let ending = if language == "nl" { String::new() } else { format!("-{language}") };
        window.picture(&format!("kamers/{name}-{theme}{ending}")).await;
    }
    found
}

fn lines(answer: &serde_json::Value) -> impl Iterator<Item = &str> {
    answer.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str)
}

async fn speaking(language: &str) -> Vec<String> {
    let (_folder, workspace, _) = example(24, 1);
    let known = json!({ "preferences": { "tourSeen": true, "language": language } });
    let window = Window::open_knowing(&workspace, &[], &known).await;
    window.see("#pw").await;
    look(&window).await;
    let mut found = both_themes(&window, "openen", language).await;
    window.unlock().await;
    window.see("[data-number]").await;
    look(&window).await;
    for scene in &SCENES {
        enter(&window, scene).await;
        found.extend(both_themes(&window, scene.name, language).await);
        leave(&window).await;
    }
    found.extend(more_contrast(&window).await);
    window.close().await;
    found
}

/// What stays quiet in a theme when the system asks for more contrast. The driver cannot ask for it, so here the page's
/// own rules for it hold for everybody from now on.
async fn more_contrast(window: &Window) -> Vec<String> {
    let quiet = "for (const sheet of document.styleSheets)
          for (const rule of sheet.cssRules)
            if (rule.media?.mediaText.includes('prefers-contrast')) rule.media.mediaText = 'all';
        const style = getComputedStyle(document.documentElement);
        return ['light', 'dark'].flatMap((theme) => {
          document.documentElement.dataset.theme = theme;
          const [ink, ...quiet] = ['--ink', '--ink-2', '--ink-3', '--line'].map((name) => style.getPropertyValue(name));
          return quiet.every((colour) => colour === ink) ? [] : [`more contrast, ${theme}: ${quiet} beside ${ink}`];
        });";
    lines(&window.answer_async(quiet).await).map(str::to_owned).collect()
}

#[tokio::test]
async fn axe_finds_nothing_in_dutch() {
    nothing_found("Not everybody can use this:", &speaking("nl").await);
}

#[tokio::test]
async fn axe_finds_nothing_in_english() {
    nothing_found("Not everybody can use this:", &speaking("en").await);
}

#[tokio::test]
async fn an_empty_workspace_says_what_to_do() {
    let folder = tempfile::tempdir().expect("BUG: a folder");
    let path = folder.path().join("leeg.weegschaal");
    done(&["new", text(&path), "--partnership", "De Linge", "--year", "2024-2025", "--examiner", "R. Veldhoen"]);
    let window = Window::open(&path).await;
    window.unlock().await;
    window.see(".rail").await;
    look(&window).await;
    let mut found = Vec::new();
    for room in ["dossiers", "kader", "formulieren", "controle", "logboek"] {
        window.run(&format!("document.querySelector('[data-room={room}]').click()")).await;
        window.until(&format!("document.querySelector('[data-room={room}]').getAttribute('aria-current')")).await;
        window.see("main h1").await;
        found.extend(both_themes(&window, &format!("leeg-{room}"), "nl").await);
    }
    window.close().await;
    nothing_found("Not everybody can use this:", &found);
}

#[tokio::test]
async fn a_small_window_and_200_percent_lose_nothing() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::unlocked(&workspace).await;
    look(&window).await;
    let mut found = Vec::new();
    for (width, height) in SIZES {
        window.resize(width, height).await;
        for scene in &SCENES {
            enter(&window, scene).await;
            let loss = window.answer_async("return look.loss()").await;
            let violations = window.answer_async("return await look.axe()").await;
            let wrong = lines(&loss).chain(lines(&violations));
            found.extend(wrong.map(|line| format!("{} at {width} × {height}: {line}", scene.name)));
            window.picture(&format!("kamers/{}-{width}", scene.name)).await;
            leave(&window).await;
        }
    }
    window.close().await;
    nothing_found("A small window loses this:", &found);
}

#[tokio::test]
async fn tab_comes_everywhere_and_the_focus_is_always_seen() {
    let (_folder, workspace, _) = example(24, 1);
    let window = Window::unlocked(&workspace).await;
    look(&window).await;
    let mut found = Vec::new();
    for scene in SCENES.iter().filter(|scene| scene.walk) {
        enter(&window, scene).await;
        window.run("look.start()").await;
        // No room has this many places; a walk that does not end is a trap.
        for _ in 0..400 {
            window.tab().await;
            let step = window.answer_async("return look.step()").await;
            match step.as_str() {
                Some("end") => break,
                Some(wrong) => found.push(format!("{}: {wrong}", scene.name)),
                None => {}
            }
        }
        let missed = window.answer_async("return look.missed()").await;
        found.extend(lines(&missed).map(|line| format!("{}: {line}", scene.name)));
        leave(&window).await;
    }
    window.close().await;
    nothing_found("Without a mouse this goes wrong:", &found);
}
