//! What the command line says of a form that was checked, in Dutch and English.
//!
//! Promises: intact, valid and trusted are told apart, for each signature; a claim is called a claim.

use super::Tongue;
use crate::api::{CertificateReport, ClaimedSignature, SignatureReport, StampReport, Verdict, VerifyReport};
use crate::control::UNTRUSTED;

/// A verdict with everything it rests on, a line each.
pub fn report_lines(tongue: Tongue, report: &VerifyReport) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", report.file, verdict(tongue, report))];
    let strangers = report.reasons.iter().any(|code| code == UNTRUSTED);
    for (signature, number) in report.signatures.iter().zip(1..) {
        lines.extend(signature_lines(tongue, signature, number).into_iter().map(|line| format!("  {line}")));
        if strangers && is_stranger(signature) {
            lines.push(format!("    {}", stranger_line(tongue, &signature.signer)));
        }
    }
    lines.extend(report.claimed.iter().map(|claim| format!("  {}", claim_line(tongue, claim))));
    lines.extend(judgement_lines(tongue, report).into_iter().map(|line| format!("  {line}")));
    // Whom that is about stands with the signature.
    let others = report.reasons.iter().filter(|code| *code != UNTRUSTED || !report.signatures.iter().any(is_stranger));
    lines.extend(others.map(|code| format!("  {}", super::reason_sentence(tongue, code))));
    lines
}

/// A signature that holds, by somebody who is not trusted here.
fn is_stranger(signature: &SignatureReport) -> bool {
    signature.intact && signature.valid && !signature.trusted
}

fn verdict(tongue: Tongue, report: &VerifyReport) -> String {
    let plain = match (tongue, report.verdict) {
        (_, Verdict::ValidUntrusted) => return untrusted(tongue, report),
        (Tongue::Dutch, Verdict::Valid) => "geldig",
        (Tongue::Dutch, Verdict::Invalid) => "ONGELDIG",
        (Tongue::Dutch, Verdict::Unsigned) => "niet ondertekend, of hier niet te beoordelen",
        (Tongue::English, Verdict::Valid) => "valid",
        (Tongue::English, Verdict::Invalid) => "INVALID",
        (Tongue::English, Verdict::Unsigned) => "not signed, or not to be judged here",
    };
    plain.to_owned()
}

/// Of a form that is unchanged: whose signature is trusted, and whose is not.
fn untrusted(tongue: Tongue, report: &VerifyReport) -> String {
    let numbers = |trusted: bool| {
        let those = report.signatures.iter().zip(1..).filter(|(one, _)| one.trusted == trusted);
        those.map(|(_, number): (_, u32)| number.to_string()).collect::<Vec<_>>()
    };
    let (known, others) = (numbers(true), numbers(false));
    let expired = !report.reasons.iter().any(|code| code == UNTRUSTED);
    match (tongue, known.as_slice(), others.len()) {
        (Tongue::Dutch, ..) if expired => "onveranderd, maar op een certificaat is niet meer te vertrouwen".to_owned(),
        (Tongue::English, ..) if expired => "unchanged, but a certificate is to be trusted no longer".to_owned(),
        (Tongue::Dutch, [], 1) => "onveranderd, maar de ondertekenaar is hier niet bekend".to_owned(),
        (Tongue::English, [], 1) => "unchanged, but the signer is not known here".to_owned(),
        (Tongue::Dutch, [], _) => "onveranderd, maar de ondertekenaars zijn hier niet bekend".to_owned(),
        (Tongue::English, [], _) => "unchanged, but the signers are not known here".to_owned(),
        (Tongue::Dutch, known, _) => format!(
            "onveranderd; handtekening {} wordt vertrouwd, maar wie handtekening {} zette, is hier niet bekend",
            known.join(", "),
            others.join(", ")
        ),
        (Tongue::English, known, _) => format!(
            "unchanged; signature {} is trusted, but who put signature {} is not known here",
            known.join(", "),
            others.join(", ")
        ),
    }
}

fn stranger_line(tongue: Tongue, signer: &str) -> String {
    let signer = match (tongue, signer) {
        (Tongue::Dutch, "") => "de ondertekenaar",
        (Tongue::English, "") => "the signer",
        (_, named) => named,
    };
    match tongue {
        Tongue::Dutch => format!(
            "hier niet bekend: vergelijk de vingerafdruk met die je van {signer} zelf kreeg; is hij gelijk, vertrouw het certificaat dan (--trust, of in Controle)"
        ),
        Tongue::English => format!(
            "not known here: compare the fingerprint with the one {signer} gave you in person; if it is the same, trust the certificate (--trust, or in Controle)"
        ),
    }
}

fn signature_lines(tongue: Tongue, one: &SignatureReport, number: u32) -> Vec<String> {
    let yes = |fine: bool| match (tongue, fine) {
        (Tongue::Dutch, true) => "ja",
        (Tongue::Dutch, false) => "NEE",
        (Tongue::English, true) => "yes",
        (Tongue::English, false) => "NO",
    };
    let (intact, valid, trusted) = (yes(one.intact), yes(one.valid), yes(one.trusted));
    let (covers, later) = (covers(tongue, one), later(tongue, &one.later_changes));
    let mut lines = match tongue {
        Tongue::Dutch => vec![
            format!("handtekening {number}: {}, {} ({})", one.signer, one.time, one.level),
            format!("  onveranderd {intact}, klopt {valid}, vertrouwd {trusted}"),
            format!("  dekt {covers}; {later}"),
            format!("  vingerafdruk van het certificaat: {}", one.fingerprint),
        ],
        Tongue::English => vec![
            format!("signature {number}: {}, {} ({})", one.signer, one.time, one.level),
            format!("  intact {intact}, valid {valid}, trusted {trusted}"),
            format!("  covers {covers}; {later}"),
            format!("  fingerprint of the certificate: {}", one.fingerprint),
        ],
    };
    lines.extend(one.certificate.as_ref().map(|certificate| format!("  {}", certificate_line(tongue, certificate))));
    lines.push(format!("  {}", stamp_line(tongue, one.stamp.as_ref())));
    lines
}

fn covers(tongue: Tongue, one: &SignatureReport) -> String {
    match (tongue, one.covers_whole_document) {
        (Tongue::Dutch, true) => "het hele bestand, op de handtekening zelf na".to_owned(),
        (Tongue::Dutch, false) => format!("{} van {} bytes", one.covered_bytes, one.file_bytes),
        (Tongue::English, true) => "the whole file but for the signature itself".to_owned(),
        (Tongue::English, false) => format!("{} of {} bytes", one.covered_bytes, one.file_bytes),
    }
}

fn later(tongue: Tongue, changes: &str) -> &'static str {
    match (tongue, changes) {
        (Tongue::Dutch, "none") => "daarna niets veranderd",
        (Tongue::Dutch, "validation_data") => "daarna alleen controlegegevens bijgekomen",
        (Tongue::Dutch, "signature") => "daarna alleen een volgende handtekening bijgekomen",
        (Tongue::Dutch, _) => "daarna is IETS ANDERS veranderd",
        (Tongue::English, "none") => "nothing changed since",
        (Tongue::English, "validation_data") => "only validation data was added since",
        (Tongue::English, "signature") => "only a next signature was added since",
        (Tongue::English, _) => "SOMETHING ELSE changed since",
    }
}

fn certificate_line(tongue: Tongue, one: &CertificateReport) -> String {
    let (from, until) = (day(&one.valid_from), day(&one.valid_until));
    match (tongue, one.issuer == one.holder) {
        (Tongue::Dutch, true) => format!("certificaat: van de ondertekenaar zelf, geldig van {from} tot {until}"),
        (Tongue::Dutch, false) => format!("certificaat: uitgegeven door {}, geldig van {from} tot {until}", one.issuer),
        (Tongue::English, true) => format!("certificate: the signer's own, valid from {from} until {until}"),
        (Tongue::English, false) => format!("certificate: issued by {}, valid from {from} until {until}", one.issuer),
    }
}

fn day(moment: &str) -> &str {
    moment.get(..10).unwrap_or(moment)
}

fn stamp_line(tongue: Tongue, stamp: Option<&StampReport>) -> String {
    let Some(stamp) = stamp else {
        return match tongue {
            Tongue::Dutch => "tijd: volgens de ondertekenaar zelf; er is geen tijdstempel".to_owned(),
            Tongue::English => "time: as the signer says; there is no time stamp".to_owned(),
        };
    };
    let Some(time) = &stamp.time else {
        return match tongue {
            Tongue::Dutch => "tijd: het tijdstempel klopt NIET".to_owned(),
            Tongue::English => "time: the time stamp does NOT hold".to_owned(),
        };
    };
    match (tongue, stamp.trusted) {
        (Tongue::Dutch, true) => format!("tijd: {time}, gestempeld door {}, die wordt vertrouwd", stamp.authority),
        (Tongue::Dutch, false) => format!("tijd: {time}, gestempeld door {}, hier niet bekend", stamp.authority),
        (Tongue::English, true) => format!("time: {time}, stamped by {}, which is trusted", stamp.authority),
        (Tongue::English, false) => format!("time: {time}, stamped by {}, not known here", stamp.authority),
    }
}

fn claim_line(tongue: Tongue, claim: &ClaimedSignature) -> String {
    let said: Vec<&str> = [&claim.name, &claim.time, &claim.kind]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    match tongue {
        Tongue::Dutch => format!("beweert een handtekening te hebben ({}); niet gecontroleerd", said.join(", ")),
        Tongue::English => format!("claims to have a signature ({}); not checked", said.join(", ")),
    }
}

fn judgement_lines(tongue: Tongue, report: &VerifyReport) -> Vec<String> {
    let Some(one) = &report.judgement else { return Vec::new() };
    let mut lines = vec![match tongue {
        Tongue::Dutch => format!(
            "oordeel: {} voor {} (gelegenheid {}), vastgesteld op {}",
            one.outcome, one.student, one.attempt, one.established_on
        ),
        Tongue::English => format!(
            "judgement: {} for {} (attempt {}), established on {}",
            one.outcome, one.student, one.attempt, one.established_on
        ),
    }];
    lines.extend(one.replaces.as_ref().map(|before| match tongue {
        Tongue::Dutch => format!("een herziening; vervangt oordeel {}: {}", before.hash, before.reason),
        Tongue::English => format!("a revision; replaces judgement {}: {}", before.hash, before.reason),
    }));
    lines.extend(one.replaced_by.as_ref().map(|by| match tongue {
        Tongue::Dutch => {
            format!("vervangen door versie {}, vastgesteld op {} ({})", by.revision, by.established_on, by.hash)
        }
        Tongue::English => {
            format!("replaced by version {}, established on {} ({})", by.revision, by.established_on, by.hash)
        }
    }));
    lines
}
