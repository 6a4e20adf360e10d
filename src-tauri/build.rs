//! Lists every command of the window for Tauri's access control: what is not listed and granted cannot be called.

include!("src/window/names.rs");

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("cannot prepare the window: {error:#}");
    }
}
