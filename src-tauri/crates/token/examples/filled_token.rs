//! Makes a token of SoftHSM with the keys of the tests, for tests that start the program on it.
//!
//! Usage: `filled_token`, with `SOFTHSM2_CONF` set; says where the library is.

#![allow(missing_docs, dead_code)]

#[path = "../tests/filled/mod.rs"]
mod filled;
#[path = "../../seal/tests/forge/mod.rs"]
mod forge;

fn main() {
    let library = filled::library();
    filled::fill(&library);
    println!("{}", library.display());
}
