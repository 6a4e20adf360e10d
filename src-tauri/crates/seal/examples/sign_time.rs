//! Measures signing and checking: `sign_time [FORM.pdf [SIGNED.pdf CERTIFICATE.der]]`.
//!
//! Without a form it takes one of 60 KB made for the tests. With three names it writes the form, signed twice, and the
//! first signer's certificate, for programs of others to check. The clock is used here and nowhere else in this crate.

#[path = "../tests/forge/mod.rs"]
mod forge;
#[path = "../tests/tsa/mod.rs"]
mod tsa;

use std::time::{Duration, Instant};

const ROUNDS: usize = 50;

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

fn main() {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let form = match names.first() {
        Some(name) => std::fs::read(name).expect("BUG: the form can be read"),
        None => forge::form(58_000),
    };
    let (one, two) = (forge::signer("Zoë Voorbeeld", 1), forge::signer("Bo Proef", 2));
    let request = forge::request("Handtekening1", true);
    let signed = seal::sign(&form, &one, &request).expect("BUG: the form can be signed");
    let twice =
        seal::sign(&signed, &two, &forge::request("Handtekening2", false)).expect("BUG: the form can be signed");
    let trust = forge::trusted();
    let signing = median(|| drop(seal::sign(&form, &one, &request)));
    let checking = median(|| drop(seal::verify(&signed, &trust, forge::now())));
    let checking_twice = median(|| drop(seal::verify(&twice, &trust, forge::now())));
    println!("form {} bytes, signed {} bytes, twice {} bytes", form.len(), signed.len(), twice.len());
    println!("sign {signing:?}, verify {checking:?}, verify twice {checking_twice:?} (median of {ROUNDS})");
    for name in forge::KEY_FILES {
        let key = forge::key_file(name);
        let signed = seal::sign(&form, &key, &request).expect("BUG: the form can be signed");
        let stamp = || tsa::stamped(&form, &key, &request, "tsa", tsa::Lie::None).pdf;
        let (stamped, trust) = (stamp(), [forge::root()]);
        let signing = median(|| drop(seal::sign(&form, &key, &request)));
        let stamping = median(|| drop(stamp()));
        let checking = median(|| drop(seal::verify(&signed, &trust, forge::now())));
        let checking_stamped = median(|| drop(seal::verify(&stamped, &trust, forge::now())));
        println!(
            "{name}: sign {signing:?}, with a stamp {stamping:?}; verify {checking:?}, with a stamp {checking_stamped:?}"
        );
    }
    println!("verdict {:?}", seal::verify(&twice, &trust, forge::now()).verdict);
    if let [_, signed_name, certificate, ..] = &names[..] {
        std::fs::write(signed_name, &twice).expect("BUG: the signed form can be written");
        std::fs::write(certificate, one.certificate_der()).expect("BUG: the certificate can be written");
        std::fs::write(format!("{certificate}.2"), two.certificate_der()).expect("BUG: the certificate can be written");
    }
}
