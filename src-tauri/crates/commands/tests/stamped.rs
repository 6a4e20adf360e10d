//! Time stamps at the level of the use cases: the time is certain only when the service is trusted.

mod desk;
#[path = "../../seal/tests/forge/mod.rs"]
mod forge;
#[path = "../../seal/tests/tsa/mod.rs"]
mod tsa;

use commands::api::{TrustUse, Verdict};
use desk::Machine;
use forge::{form, key_file, request, root};
use std::fs;
use tsa::{Lie, clock_root, stamped};

#[test]
fn a_stamp_is_trusted_by_the_authority_above_its_service() {
    let (folder, mut bench) = desk::bench_of("E. Examinator", Machine::new());
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("BUG: writable");
        path
    };
    let pdf = stamped(&form(500), &key_file("p256"), &request("Handtekening1", true), "tsa", Lie::None).pdf;
    let pdf = put("gestempeld.pdf", &pdf);
    let stamp = |bench: &commands::Workbench| {
        let report = bench.verify(&pdf).expect("BUG: checked").report;
        let one = report.signatures[0].clone();
        assert_eq!(one.level, "B-T");
        let stamp = one.stamp.expect("BUG: stamped");
        assert!(stamp.time.is_some_and(|time| time.starts_with("2025-06-12T13:45:00")));
        (report.verdict, stamp.trusted)
    };
    assert_eq!(stamp(&bench), (Verdict::ValidUntrusted, false));

    let signers = put("uitgever.der", &root());
    let print = bench.look_at_certificate(&signers).expect("BUG: a certificate").fingerprint;
    bench.trust_certificate(&signers, TrustUse::Signing, &print).expect("BUG: trusted");
    assert_eq!(stamp(&bench), (Verdict::Valid, false), "whoever is trusted to sign is not trusted to stamp");
    let clocks = put("klok.der", &clock_root());
    let print = bench.look_at_certificate(&clocks).expect("BUG: a certificate").fingerprint;
    bench.trust_certificate(&clocks, TrustUse::Stamps, &print).expect("BUG: trusted");
    assert_eq!(stamp(&bench), (Verdict::Valid, true));
    bench.distrust_signer(&print, TrustUse::Stamps).expect("BUG: withdrawn");
    assert_eq!(stamp(&bench), (Verdict::Valid, false));
}
