//! Keys from files and the way from their certificates to what is trusted.

mod forge;

use forge::{KEY_FILES, form, key_bytes, key_file, moment, now, request, root, signer};
use seal::{Algorithm, KeyFile, Reason, SealError, SigningKey, Verdict, check_for_signing, facts, sign, verify};

fn signed(name: &str) -> Vec<u8> {
    sign(&form(500), &key_file(name), &request("Handtekening1", true)).expect("signs")
}

#[test]
fn every_kind_of_key_signs_once_and_after_another() {
    let algorithms =
        [Algorithm::EcdsaP256Sha256, Algorithm::EcdsaP384Sha384, Algorithm::RsaSha256, Algorithm::RsaSha256];
    let own = signer("Bo Proef", 2);
    let trust = [root(), own.certificate_der.clone()];
    for (name, algorithm) in KEY_FILES.into_iter().zip(algorithms) {
        let once = signed(name);
        let report = verify(&once, &trust, now());
        assert_eq!((report.verdict, &report.reasons[..]), (Verdict::Valid, &[][..]), "{name}");
        assert_eq!(report.signatures[0].algorithm, Some(algorithm), "{name}");
        assert_eq!(report.signatures[0].issuer, "Voorbeeld Uitgever");
        let twice = sign(&once, &own, &request("Handtekening2", false)).expect("signs");
        assert_eq!(verify(&twice, &trust, now()).verdict, Verdict::Valid, "{name} first");
        let own_first = sign(&form(500), &own, &request("Handtekening1", true)).expect("signs");
        let twice = sign(&own_first, &key_file(name), &request("Handtekening2", false)).expect("signs");
        assert_eq!(verify(&twice, &trust, now()).verdict, Verdict::Valid, "{name} second");
        assert_eq!(signed(name), once, "{name}: the same request gives the same bytes");
    }
}

#[test]
fn a_key_file_opens_with_its_passphrase_only() {
    let open = |name: &str, passphrase: &str| KeyFile::open(&key_bytes(name), passphrase).err();
    for name in ["p256.p12", "rsa2048.p12", "legacy.p12"] {
        assert_eq!(open(name, "geheim"), None);
        for wrong in ["", "Geheim", "geheim ", "ë🙂"] {
            assert_eq!(open(name, wrong), Some(SealError::Passphrase), "{name} with {wrong:?}");
        }
    }
    assert_eq!(open("nomac.p12", "geheim"), Some(SealError::KeyFile), "nothing would tell a wrong passphrase");
    assert_eq!(open("nokey.p12", "geheim"), Some(SealError::NoKey));
    assert_eq!(open("rsa1024.p12", "geheim"), Some(SealError::KeyTooSmall));
    assert_eq!(open("p521.p12", "geheim"), Some(SealError::UnsupportedKey));
    assert_eq!(open("make.py", "geheim"), Some(SealError::KeyFile));
    assert_eq!(KeyFile::open(&[0x30; 2 << 20], "geheim").err(), Some(SealError::KeyFile));
    assert!(!format!("{:?}", key_file("p256")).contains("key:"));
    assert_eq!(key_file("p256").certificate(), key_file("legacy").certificate());
}

#[test]
fn a_damaged_key_file_is_refused_whatever_was_damaged() {
    let whole = key_bytes("p256.p12");
    let certificate = key_file("p256").certificate().to_vec();
    for place in (0..whole.len()).step_by(41) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x10;
        let opened = KeyFile::open(&damaged, "geheim");
        // Only what says nothing (a count of rounds is no more than a hint of the same number) may pass.
        assert!(opened.is_err() || opened.is_ok_and(|key| key.certificate() == certificate), "byte {place}");
        assert!(KeyFile::open(&whole[..place], "geheim").is_err());
    }
}

#[test]
fn a_certificate_that_may_not_sign_says_why() {
    for (name, why) in [
        ("expired", SealError::Expired),
        ("future", SealError::NotYetValid),
        ("encipher", SealError::NotForSigning),
        ("server", SealError::NotForSigning),
        ("tsa", SealError::NotForSigning),
    ] {
        let key = key_file(name);
        assert_eq!(sign(&form(10), &key, &request("Handtekening1", true)).err(), Some(why), "{name}");
        assert_eq!(check_for_signing(key.certificate(), now()).err(), Some(why), "{name}");
    }
    let told = facts(key_file("encipher").certificate()).expect("can be read");
    assert!(!told.may_sign && told.name == "Ander Proef" && told.issuer == "Voorbeeld Uitgever");
    assert!(facts(key_file("p384").certificate()).is_some_and(|told| told.may_sign));
}

#[test]
fn trust_comes_from_any_certificate_on_the_way_up_or_its_fingerprint() {
    let once = signed("p384");
    let key = key_file("p384");
    let way = [key.certificate(), &key.chain()[0], &key.chain()[1]];
    for certificate in way {
        let print = facts(certificate).expect("can be read").fingerprint;
        for trust in [certificate.to_vec(), print.into_bytes()] {
            assert_eq!(verify(&once, &[trust], now()).verdict, Verdict::Valid);
        }
    }
    let stranger = signer("Bo Proef", 2).certificate_der;
    for trust in [vec![], vec![stranger], vec![key_file("tsa").chain()[0].clone()]] {
        let report = verify(&once, &trust, now());
        assert_eq!((report.verdict, report.reasons), (Verdict::ValidUntrusted, vec![Reason::UntrustedSigner]));
        assert!(report.signatures[0].intact && report.signatures[0].valid && !report.signatures[0].trusted);
    }
}

#[test]
fn a_key_alone_is_trusted_by_its_issuer_and_not_by_the_root() {
    let once = signed("alone");
    let above = key_file("p256").chain().to_vec();
    assert!(key_file("alone").chain().is_empty());
    assert_eq!(verify(&once, &above[..1], now()).verdict, Verdict::Valid);
    assert_eq!(verify(&once, &above[1..], now()).verdict, Verdict::ValidUntrusted, "the way there did not come along");
}

#[test]
fn a_way_up_that_breaks_a_rule_gives_no_trust() {
    let (trust, stranger) = ([root()], [signer("Bo Proef", 2).certificate_der]);
    for name in ["not_authority", "not_issuing", "too_deep", "old_authority", "server_authority", "constrained"] {
        let once = signed(name);
        let report = verify(&once, &trust, now());
        assert_eq!(
            (report.verdict, report.reasons),
            (Verdict::ValidUntrusted, vec![Reason::UntrustedSigner]),
            "{name}"
        );
        assert_eq!(verify(&once, &stranger, now()).verdict, Verdict::ValidUntrusted);
    }
    // The same root when it was, and is no longer, valid.
    assert_eq!(verify(&signed("p256"), &trust, moment("2036-01-01T00:00:00Z")).verdict, Verdict::ValidUntrusted);
}

/// A key that brings other certificates than those above it.
struct Bringing(KeyFile, Vec<Vec<u8>>);

impl SigningKey for Bringing {
    fn certificate(&self) -> &[u8] {
        self.0.certificate()
    }

    fn chain(&self) -> &[Vec<u8>] {
        &self.1
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        self.0.sign(message)
    }
}

#[test]
fn certificates_that_lead_nowhere_do_not_travel_along() {
    let above = key_file("p256").chain().to_vec();
    let mut brought = above.clone();
    brought.reverse();
    brought.extend([
        signer("Bo Proef", 2).certificate_der,
        key_file("tsa").chain()[0].clone(),
        b"no certificate".to_vec(),
    ]);
    let once = sign(&form(500), &Bringing(key_file("p256"), brought), &request("Handtekening1", true)).expect("signs");
    assert_eq!(once, signed("p256"));
}
