//! The desktop around the window: its frame, and the dialogs of the system in which a file is chosen.
//!
//! Promises: what a hand does there, no more; keys go where the focus is, as those of a keyboard do.

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::{CURRENT_TIME, NONE};

/// How long a dialog may take to come or go.
const PATIENCE: Duration = Duration::from_secs(20);
/// Keys without a letter, as X names them.
const ENTER: u32 = 0xff0d;
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;

struct Desktop {
    screen: RustConnection,
    root: u32,
}

impl Desktop {
    fn reach() -> Self {
        let (screen, number) = RustConnection::connect(None).expect("BUG: the screen of the test");
        let root = screen.setup().roots[number].root;
        Self { screen, root }
    }

    fn atom(&self, name: &str) -> u32 {
        let asked = self.screen.intern_atom(false, name.as_bytes()).expect("BUG: the screen answers");
        asked.reply().expect("BUG: the screen answers").atom
    }

    /// Windows of the program that have an atom in a property.
    fn windows(&self, property: &str, holding: u32) -> Vec<u32> {
        let property = self.atom(property);
        let asked = self.screen.query_tree(self.root).expect("BUG: the screen answers");
        let all = asked.reply().expect("BUG: it has windows").children;
        let ours = all.into_iter().filter(|window| {
            let class = self.screen.get_property(false, *window, AtomEnum::WM_CLASS, AtomEnum::STRING, 0, 64);
            let class = class.ok().and_then(|asked| asked.reply().ok()).map(|found| found.value).unwrap_or_default();
            let holds = self.screen.get_property(false, *window, property, AtomEnum::ATOM, 0, 64);
            let holds = holds.ok().and_then(|asked| asked.reply().ok());
            let holds: Vec<u32> = holds.and_then(|found| Some(found.value32()?.collect())).unwrap_or_default();
            String::from_utf8_lossy(&class).to_lowercase().contains("weegschaal") && holds.contains(&holding)
        });
        ours.collect()
    }

    /// The dialog of the system that is open, if one is.
    fn dialog(&self) -> Option<u32> {
        let found = self.windows("_NET_WM_WINDOW_TYPE", self.atom("_NET_WM_WINDOW_TYPE_DIALOG"));
        found.into_iter().find(|window| {
            let asked = self.screen.get_window_attributes(*window).ok().and_then(|asked| asked.reply().ok());
            asked.is_some_and(|found| found.map_state == MapState::VIEWABLE)
        })
    }

    /// Which key gives a letter, and whether with Shift.
    fn keys(&self) -> HashMap<u32, (u8, bool)> {
        let (first, last) = (self.screen.setup().min_keycode, self.screen.setup().max_keycode);
        let asked = self.screen.get_keyboard_mapping(first, last - first + 1).expect("BUG: the screen answers");
        let found = asked.reply().expect("BUG: it has a keyboard");
        let mut keys = HashMap::new();
        for (key, signs) in (first..=last).zip(found.keysyms.chunks(usize::from(found.keysyms_per_keycode))) {
            for (sign, shifted) in signs.iter().zip([false, true]) {
                keys.entry(*sign).or_insert((key, shifted));
            }
        }
        keys
    }

    fn key(&self, kind: u8, key: u8) {
        let sent = self.screen.xtest_fake_input(kind, key, CURRENT_TIME, NONE, 0, 0, 0);
        sent.expect("BUG: the screen is there").check().expect("BUG: the screen takes it");
    }

    /// Presses a key, while others are held.
    fn press(&self, key: u8, held: &[u8]) {
        held.iter().for_each(|held| self.key(KEY_PRESS_EVENT, *held));
        self.key(KEY_PRESS_EVENT, key);
        self.key(KEY_RELEASE_EVENT, key);
        held.iter().for_each(|held| self.key(KEY_RELEASE_EVENT, *held));
    }
}

/// Asks the window of the program to close, as a window manager does when the cross in its frame is pressed.
pub fn press_the_cross() {
    let desktop = Desktop::reach();
    let (protocols, delete) = (desktop.atom("WM_PROTOCOLS"), desktop.atom("WM_DELETE_WINDOW"));
    let ours = desktop.windows("WM_PROTOCOLS", delete);
    assert!(!ours.is_empty(), "the window has no frame to close it by");
    for window in ours {
        let asked = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
        let sent = desktop.screen.send_event(false, window, EventMask::NO_EVENT, asked);
        // Who hangs up without hearing that it was taken may not have been heard.
        sent.expect("BUG: the screen is there").check().expect("BUG: the screen takes it");
    }
}

/// Types a path in the dialog of the system that is asked for, and confirms it.
pub async fn choose(path: &Path) {
    let desktop = Desktop::reach();
    let asked = Instant::now();
    let dialog = loop {
        match desktop.dialog() {
            Some(dialog) => break dialog,
            None => assert!(asked.elapsed() < PATIENCE, "no dialog of the system comes"),
        }
        tokio::task::yield_now().await;
    };
    let focus = desktop.screen.set_input_focus(InputFocus::PARENT, dialog, CURRENT_TIME);
    focus.expect("BUG: the screen is there").check().expect("BUG: a window that is seen takes the focus");
    let keys = desktop.keys();
    let (shift, control, enter) = (keys[&SHIFT].0, keys[&CONTROL].0, keys[&ENTER].0);
    desktop.press(keys[&u32::from(b'a')].0, &[control]);
    for letter in path.to_str().expect("BUG: a path in letters").chars() {
        let (key, shifted) = keys[&u32::from(letter)];
        desktop.press(key, shifted.then_some(shift).as_slice());
    }
    desktop.press(enter, &[]);
    let typed = Instant::now();
    while desktop.dialog().is_some() {
        assert!(typed.elapsed() < PATIENCE, "the dialog of the system stays open");
        tokio::task::yield_now().await;
    }
}
