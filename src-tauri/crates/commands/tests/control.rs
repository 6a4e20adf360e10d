//! Checking: an authority trusted after comparing, a judgement that was replaced, and files that are no form.

mod desk;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use commands::api::{FileKind, FormLanguage, Headline, ProblemCode, SignAsk, SignerStanding, TrustUse, Verdict};
use commands::{Host, Tongue, Trusted, Workbench, check_file, report_lines};
use desk::{Machine, NUMBER, judge};
use seal::{Appearance, KeyFile, SignRequest, SigningKey};
use std::fs;
use std::path::{Path, PathBuf};

/// A key under the authorities of the tests of `seal`.
fn key(name: &str) -> KeyFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../seal/tests/keys/{name}.p12"));
    KeyFile::open(&fs::read(path).expect("BUG: a key"), "geheim").expect("BUG: it opens")
}

fn workspace(keys: u8) -> (tempfile::TempDir, Workbench) {
    let (folder, mut bench) = desk::bench_of("E. Examinator", Machine::with_keys(keys));
    judge(&mut bench, NUMBER, 1, "aangetoond");
    (folder, bench)
}

/// The form of the first student as the workspace would sign it, signed with a key of others.
fn signed_with(bench: &Workbench, key: &dyn SigningKey) -> Vec<u8> {
    let form = bench.form_pdf(NUMBER, 1, 1, FormLanguage::Nl).expect("BUG: a form");
    signed(&STANDARD.decode(form.base64).expect("BUG: base64"), key, 0)
}

/// A form with a signature in its first or second field.
fn signed(form: &[u8], key: &dyn SigningKey, field: usize) -> Vec<u8> {
    let request = SignRequest {
        field: form::FIELDS[field],
        time: Machine::new().now(),
        reason: "Vaststelling",
        location: "",
        certify: field == 0,
        appearance: Appearance { lines: Vec::new(), font: form::signature_font() },
    };
    seal::sign(form, key, &request).expect("BUG: signed")
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("BUG: writable");
    path
}

fn pem(certificate: &[u8]) -> String {
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(certificate))
}

#[test]
fn an_authority_is_trusted_after_its_fingerprint_was_compared() {
    let (_theirs, other) = workspace(1);
    let (folder, mut bench) = workspace(2);
    let signer = key("p256");
    let root = signer.chain().last().expect("BUG: an authority").clone();
    let form = put(folder.path(), "formulier.pdf", &signed_with(&other, &signer));
    let state = |bench: &Workbench| {
        let checked = bench.verify(&form).expect("BUG: checked");
        (checked.headline, checked.signers[0])
    };
    assert_eq!(state(&bench), (Headline::UnknownSigner, SignerStanding::CanBeAdded));

    let file = put(folder.path(), "partnerschap.pem", pem(&root).as_bytes());
    let look = bench.look_at_certificate(&file).expect("BUG: a certificate");
    assert!(look.certificate.authority && !look.certificate.may_sign && !look.expired);
    assert_eq!(look.uses, [TrustUse::Signing, TrustUse::Stamps]);
    let refused = bench.trust_certificate(&file, TrustUse::Signing, &"0".repeat(64)).expect_err("another one");
    assert_eq!(refused.code, ProblemCode::FingerprintDiffers);
    assert!(bench.trusted_signers().expect("BUG: a list").is_empty(), "nothing was kept");

    // As people write it down: capitals, in groups, with colons.
    let capitals = look.fingerprint.to_uppercase();
    let given = capitals.as_bytes().chunks(2).map(String::from_utf8_lossy).collect::<Vec<_>>();
    let all = bench.trust_certificate(&file, TrustUse::Signing, &given.join(": ")).expect("BUG: trusted");
    assert_eq!((all.len(), all[0].authority, all[0].used_for), (1, true, TrustUse::Signing));
    assert_eq!(state(&bench), (Headline::Genuine, SignerStanding::Issued));
    let report = bench.verify(&form).expect("BUG: checked").report;
    let certificate = report.signatures[0].certificate.as_ref().expect("BUG: readable");
    assert_eq!((certificate.issuer.as_str(), certificate.may_sign), ("Voorbeeld Uitgever", true));
    assert_eq!(report.verdict, Verdict::Valid);

    bench.undo().expect("BUG: undone");
    assert_eq!(state(&bench).0, Headline::UnknownSigner);
    bench.redo().expect("BUG: done again");
    assert_eq!(state(&bench).0, Headline::Genuine);
    // Trusted to stamp is another thing than trusted to sign.
    bench.trust_certificate(&file, TrustUse::Stamps, &look.fingerprint).expect("BUG: trusted");
    assert_eq!(bench.trusted_signers().expect("BUG: a list").len(), 2);
    let left = bench.distrust_signer(&look.fingerprint, TrustUse::Signing).expect("BUG: withdrawn");
    assert_eq!((left.len(), left[0].used_for), (1, TrustUse::Stamps));
    assert_eq!(state(&bench).0, Headline::UnknownSigner);
    assert!(bench.distrust_signer(&look.fingerprint, TrustUse::Stamps).expect("BUG: withdrawn").is_empty());
    let gone = bench.distrust_signer(&look.fingerprint, TrustUse::Stamps).expect_err("not there");
    assert_eq!(gone.code, ProblemCode::SignerUnknown);
    let acts: Vec<String> = bench.journal_all().expect("BUG: a journal").into_iter().map(|entry| entry.act).collect();
    for act in ["authority.trust", "stamps.trust", "authority.distrust", "stamps.distrust"] {
        assert!(acts.iter().any(|one| one == act), "{act} is not in the journal");
    }
}

#[test]
fn of_two_signers_it_is_said_who_is_known_and_who_is_not() {
    let (_theirs, other) = workspace(1);
    let (folder, mut bench) = workspace(2);
    let (first, second) = (key("p256"), key("rsa2048"));
    let form = signed(&signed_with(&other, &first), &second, 1);
    let form = put(folder.path(), "tweemaal.pdf", &form);
    let said = |bench: &Workbench, tongue| {
        let checked = bench.verify(&form).expect("BUG: checked");
        (report_lines(tongue, &checked.report), checked.signers)
    };
    let strangers = |lines: &[String]| lines.iter().filter(|line| line.contains("hier niet bekend:")).count();
    let (lines, signers) = said(&bench, Tongue::Dutch);
    assert_eq!(signers, [SignerStanding::CanBeAdded; 2]);
    assert!(lines[0].contains("ondertekenaars zijn hier niet bekend") && strangers(&lines) == 2, "{lines:?}");
    let fingerprint = seal::facts(first.certificate()).expect("BUG: facts").fingerprint;
    bench.trust_signer(&form, &fingerprint).expect("BUG: trusted");
    let (lines, signers) = said(&bench, Tongue::Dutch);
    assert_eq!(signers, [SignerStanding::Added, SignerStanding::CanBeAdded]);
    assert!(lines[0].contains("handtekening 1 wordt vertrouwd, maar wie handtekening 2 zette"), "{lines:?}");
    assert!(strangers(&lines) == 1 && lines.iter().any(|line| line.contains("die je van Mia Proef zelf kreeg")));
    assert!(said(&bench, Tongue::English).0[0].contains("signature 1 is trusted, but who put signature 2"));
}

#[test]
fn a_signer_whose_certificate_expired_is_no_stranger() {
    let machine = Machine::with_keys(2);
    let (folder, mut bench) = desk::bench_of("E. Examinator", machine.clone());
    judge(&mut bench, NUMBER, 1, "aangetoond");
    let signer = key("p256");
    let form = put(folder.path(), "formulier.pdf", &signed_with(&bench, &signer));
    let state = |bench: &Workbench| {
        let checked = bench.verify(&form).expect("BUG: checked");
        (checked.signers[0], report_lines(Tongue::Dutch, &checked.report).remove(0))
    };
    assert_eq!(state(&bench).0, SignerStanding::CanBeAdded);
    // Ten years later, whether trusted before or not: that it expired is not mended by trusting it.
    machine.at(10 * 366 * 24 * 3600);
    assert_eq!(state(&bench).0, SignerStanding::Unknown);
    let fingerprint = seal::facts(signer.certificate()).expect("BUG: facts").fingerprint;
    bench.trust_signer(&form, &fingerprint).expect("BUG: trusted");
    let (standing, line) = state(&bench);
    assert_eq!(standing, SignerStanding::Lapsed);
    assert!(line.contains("niet meer te vertrouwen"), "{line}");
}

#[test]
fn a_certificate_that_cannot_be_trusted_says_why() {
    let (folder, mut bench) = workspace(1);
    let (signer, cipher) = (key("p256"), key("encipher"));
    let look = |bench: &Workbench, path: &Path| bench.look_at_certificate(path);
    let der = put(folder.path(), "een.der", signer.certificate());
    assert_eq!(look(&bench, &der).expect("BUG: DER").uses, [TrustUse::Signing], "a signer is no authority");
    let both = pem(signer.certificate()) + &pem(&signer.chain()[0]);
    let both = put(folder.path(), "twee.pem", both.as_bytes());
    let refused = look(&bench, &both).expect_err("two certificates");
    assert_eq!((refused.code, refused.value.as_str()), (ProblemCode::SeveralCertificates, "2"));
    for (name, bytes) in
        [("leeg.pem", &b""[..]), ("tekst.pem", b"geen certificaat"), ("half.pem", b"-----BEGIN CERTIFICATE-----\nAAAA")]
    {
        let refused = look(&bench, &put(folder.path(), name, bytes)).expect_err("no certificate");
        assert_eq!(refused.code, ProblemCode::NotACertificate, "{name}");
    }
    let unfit = put(folder.path(), "versleutelen.pem", pem(cipher.certificate()).as_bytes());
    let seen = look(&bench, &unfit).expect("BUG: a certificate");
    assert!(seen.uses.is_empty());
    let refused = bench.trust_certificate(&unfit, TrustUse::Signing, &seen.fingerprint).expect_err("not for signing");
    assert_eq!(refused.code, ProblemCode::CertificateUnfit);
}

#[test]
fn a_form_that_was_replaced_says_by_which_revision() {
    let (folder, mut bench) = workspace(1);
    let sign = |bench: &mut Workbench| {
        let ask = SignAsk::own(vec![NUMBER.to_owned()]);
        let reply = bench.sign(&ask, folder.path(), Tongue::Dutch, &mut |_| true).expect("BUG: signed");
        PathBuf::from(&reply.written[0].path)
    };
    let first = sign(&mut bench);
    assert_eq!(bench.verify(&first).expect("BUG: checked").headline, Headline::Genuine);
    for (reason, outcome) in [("Verkeerde begeleider.", "ruim aangetoond"), ("Toch niet.", "aangetoond")] {
        bench.start_revision(NUMBER, reason).expect("BUG: begun");
        judge(&mut bench, NUMBER, 1, outcome);
    }
    let last = sign(&mut bench);
    let (old, new) = (bench.verify(&first).expect("BUG: checked"), bench.verify(&last).expect("BUG: checked"));
    assert_eq!((old.headline, old.report.verdict), (Headline::Replaced, Verdict::Valid));
    let (old, new) = (old.report.judgement.expect("BUG: read"), new.report.judgement.expect("BUG: read"));
    let by = old.replaced_by.expect("BUG: replaced");
    assert_eq!((by.revision, &by.hash, by.established_on.as_str()), (3, &new.hash, "2025-06-12"), "the one in force");
    assert_eq!((new.replaced, new.replaced_by), (Some(false), None));
    assert_eq!(new.replaces.expect("BUG: a revision").reason, "Toch niet.");
    assert!(old.replaces.is_none());

    // Without the workspace nobody knows.
    let alone = check_file(&first, &Trusted::default(), Machine::new().now()).expect("BUG: checked");
    assert_eq!(alone.report.judgement.expect("BUG: read").replaced, None);
}

#[test]
fn a_pdf_of_others_is_told_with_what_it_claims_and_never_called_valid() {
    let (folder, bench) = workspace(1);
    let text = b"%PDF-1.7\n7 0 obj\n<</Type /Sig /Name (V. Vreemd) /SubFilter /adbe.pkcs7.detached /M (D:20250612134500+02'00') /ByteRange [0 1 2 3]>>\nendobj\n";
    let checked = bench.verify(&put(folder.path(), "brief.pdf", text)).expect("BUG: a PDF");
    assert_eq!((checked.headline, checked.kind), (Headline::NotOurs, FileKind::OtherPdf));
    assert_eq!(checked.report.verdict, Verdict::Unsigned);
    let claim = &checked.report.claimed[0];
    assert_eq!((claim.name.as_str(), claim.kind.as_str()), ("V. Vreemd", "adbe.pkcs7.detached"));
    assert_eq!(claim.time, "2025-06-12T13:45:00+02:00");
    for (written, shown) in
        [("D:2025", "D:2025"), ("gisteren", "gisteren"), ("D:20250612134500Z", "2025-06-12T13:45:00Z")]
    {
        let text = format!("%PDF-1.7\n7 0 obj\n<</M ({written}) /ByteRange [0 1]>>\nendobj\n");
        let checked = bench.verify(&put(folder.path(), "ander.pdf", text.as_bytes())).expect("BUG: a PDF");
        assert_eq!(checked.report.claimed[0].time, shown);
    }
}

#[test]
fn a_pdf_of_a_gigabyte_is_refused_by_its_size() {
    let (folder, mut bench) = workspace(1);
    let path = put(folder.path(), "groot.pdf", b"%PDF-1.7\n");
    let file = fs::OpenOptions::new().write(true).open(&path).expect("BUG: there");
    file.set_len(1 << 30).expect("BUG: a file with a hole");
    let refused = bench.verify(&path).expect_err("too large");
    assert_eq!((refused.code, refused.value.as_str()), (ProblemCode::FormTooLarge, "64 MB"));
    assert_eq!(bench.trust_signer(&path, &"0".repeat(64)).expect_err("too large").code, ProblemCode::FormTooLarge);
}

#[test]
fn half_a_million_nested_arrays_are_no_form_and_bring_nothing_down() {
    let (folder, bench) = workspace(1);
    let nested = format!("9 0 obj\n{}{}\nendobj\n", "[".repeat(500_000), "]".repeat(500_000));
    let alone = format!("%PDF-1.7\n{nested}trailer\n<</Root 9 0 R>>\nstartxref\n9\n%%EOF\n");
    let checked = bench.verify(&put(folder.path(), "diep.pdf", alone.as_bytes())).expect("BUG: a PDF");
    assert_eq!((checked.headline, checked.report.verdict), (Headline::NotOurs, Verdict::Unsigned));
    assert!(checked.report.reasons.iter().any(|reason| reason == "not_ours"));

    // The same behind a form of ours is a change to it.
    let form = signed_with(&bench, &key("p256"));
    let longer = [form.as_slice(), nested.as_bytes(), b"startxref\n9\n%%EOF\n"].concat();
    let checked = bench.verify(&put(folder.path(), "langer.pdf", &longer)).expect("BUG: a PDF");
    assert_eq!(checked.report.verdict, Verdict::Invalid);
}
