//! A card to sign with: a token of SoftHSM in a folder of its own, with the keys of the tests of `seal` on it.
//!
//! Promises: nothing of it is seen by a program that is not started with its variable.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Opens the card.
pub const PIN: &str = "123456";
/// Where SoftHSM looks for its settings.
pub const VARIABLE: &str = "SOFTHSM2_CONF";

/// A reader with the card in it.
pub struct Card {
    /// What [`VARIABLE`] has to be for a program that uses the card.
    pub settings: PathBuf,
    /// Where the library is that knows the card.
    pub library: String,
    tokens: PathBuf,
}

impl Card {
    /// Makes a reader in a folder and puts the card in.
    pub fn put_in(folder: &Path) -> Self {
        let (settings, tokens) = (folder.join("softhsm2.conf"), folder.join("tokens"));
        fs::create_dir(&tokens).expect("BUG: a folder");
        fs::write(&settings, format!("directories.tokendir = {}\n", tokens.display())).expect("BUG: writable");
        let library = fill(&settings);
        Self { settings, library, tokens }
    }

    /// Puts it in the empty reader again.
    pub fn put_back(&self) {
        fill(&self.settings);
    }

    /// What takes it out of the reader, whatever uses it at the time.
    pub fn take_out(&self) -> impl Fn() + Send + 'static {
        let tokens = self.tokens.clone();
        // Taken out already is as good.
        move || drop(fs::remove_dir_all(&tokens).and_then(|()| fs::create_dir(&tokens)))
    }
}

/// Makes the token by the example of the crate `token`, which is built with the tests, beside them; its library.
fn fill(settings: &Path) -> String {
    let own = std::env::current_exe().expect("BUG: this program");
    let fills = own.parent().and_then(Path::parent).map(|target| target.join("examples/filled_token"));
    let fills = fills.filter(|path| path.exists()).expect("the example filled_token is not built");
    let filled = Command::new(fills).env(VARIABLE, settings).output().expect("BUG: it starts");
    assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
    String::from_utf8(filled.stdout).expect("BUG: text").trim().to_owned()
}
