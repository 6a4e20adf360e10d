//! `sign`: with which key, and what came of it.

use super::acts::{open, secret};
use super::output::{self, Bar};
use super::usage::Common;
use clap::{Args, ValueEnum};
use commands::api::*;
use commands::{Tongue, USUAL_PATTERN, Workbench, problem_sentence, token_certificates};
use std::path::{Path, PathBuf};

#[derive(Args)]
#[group(id = "who", required = true, multiple = false)]
pub struct Who {
    /// Alle vastgestelde oordelen
    #[arg(long)]
    pub all: bool,
    /// Deze studenten
    #[arg(long, num_args = 1.., value_name = "NUMMER")]
    pub student: Vec<String>,
}

#[derive(Args)]
pub struct Sign {
    /// Het werkbestand
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
    #[command(flatten)]
    pub who: Who,
    /// Map voor de formulieren
    #[arg(long, value_name = "MAP")]
    pub out: PathBuf,
    #[command(flatten)]
    pub key: Key,
    /// Adres van een tijdstempeldienst (http of https); er gaat alleen een hash heen
    #[arg(long, value_name = "URL", conflicts_with = "unsigned")]
    pub tsa: Option<String>,
    /// Intrekkingslijst (.crl of .pem) van een uitgever boven de ondertekenaar of de tijdstempeldienst, om de
    /// handtekening later nog te kunnen controleren; mag vaker
    #[arg(long, value_name = "BESTAND", requires = "tsa")]
    pub crl: Vec<PathBuf>,
    /// Patroon van de bestandsnamen: {nummer} {luk} {gelegenheid} {herziening} {naam} {datum} {uitkomst}
    #[arg(long, value_name = "PATROON", default_value = USUAL_PATTERN)]
    pub name: String,
    /// Taal van de formulieren
    #[arg(long, value_enum, default_value_t = FormLang::Nl)]
    pub form_lang: FormLang,
    /// Tweede handtekening zetten, van de tweede beoordelaar (reader) of de student
    #[arg(long, value_enum, value_name = "WIE", num_args = 0..=1, default_missing_value = "reader", conflicts_with = "unsigned")]
    pub second: Option<Second>,
    /// Vastgestelde formulieren met lege velden schrijven, om elders te ondertekenen
    #[arg(long)]
    pub unsigned: bool,
    /// Antwoord als JSON
    #[arg(long)]
    pub json: bool,
}

/// The key; that of the workspace when none is named.
#[derive(Args)]
pub struct Key {
    /// Sleutelbestand (.p12 of .pfx)
    #[arg(long, value_name = "BESTAND", conflicts_with_all = ["pkcs11", "unsigned"])]
    pub p12: Option<PathBuf>,
    /// Bestand met de wachtzin ervan; anders WEEGSCHAAL_P12_PASSPHRASE, anders een vraag
    #[arg(long, value_name = "BESTAND", requires = "p12")]
    pub p12_passphrase_file: Option<PathBuf>,
    /// Bibliotheek (PKCS#11) van een kaart of token
    #[arg(long, value_name = "BIBLIOTHEEK", conflicts_with = "unsigned")]
    pub pkcs11: Option<PathBuf>,
    /// Vingerafdruk van het certificaat op de kaart; zonder worden ze getoond
    #[arg(long, value_name = "VINGERAFDRUK", requires = "pkcs11")]
    pub certificate: Option<String>,
    /// Bestand met de pincode; anders WEEGSCHAAL_PIN, anders een vraag
    #[arg(long, value_name = "BESTAND", requires = "pkcs11")]
    pub pin_file: Option<PathBuf>,
}

/// Language of the forms.
#[derive(Clone, Copy, ValueEnum)]
pub enum FormLang {
    Nl,
    En,
}

/// Who signs second.
#[derive(Clone, Copy, ValueEnum)]
pub enum Second {
    Reader,
    Student,
}

/// `sign`
pub fn sign(ask: &Sign, common: &Common, tongue: Tongue) -> Result<bool, Problem> {
    if let (Some(library), None) = (&ask.key.pkcs11, &ask.key.certificate) {
        return listed(library, ask.json);
    }
    let mut bench = open(&ask.workspace, common)?;
    let (key, secret) = key_of(&ask.key)?;
    let asked = asked(ask, &bench, key, secret)?;
    let bar = Bar::new("ondertekenen");
    let reply = bench.sign(&asked, &ask.out, tongue, &mut |at| {
        bar.at(at.done as usize, at.of as usize);
        true
    })?;
    drop(bar);
    for failure in &reply.failed {
        output::problem(tongue, &failure.problem);
    }
    for line in rest(&reply, tongue) {
        eprintln!("{line}");
    }
    if ask.json {
        output::json(&reply)?;
    } else {
        output::lines(reply.written.iter().map(|form| form.path.clone()))?;
    }
    Ok(reply.failed.is_empty() && reply.stopped.is_none() && reply.index_failed.is_none())
}

fn asked(ask: &Sign, bench: &Workbench, key: KeyChoice, secret: Option<Hidden>) -> Result<SignAsk, Problem> {
    let task = match (ask.unsigned, ask.second) {
        (true, _) => SignTask::Unsigned,
        (false, None) => SignTask::First,
        (false, Some(Second::Reader)) => SignTask::Second { by: SecondSigner::Reader },
        (false, Some(Second::Student)) => SignTask::Second { by: SecondSigner::Student },
    };
    let language = match ask.form_lang {
        FormLang::Nl => FormLanguage::Nl,
        FormLang::En => FormLanguage::En,
    };
    let numbers = if ask.who.all { bench.numbers_to_sign()? } else { ask.who.student.clone() };
    let service = ask.tsa.clone().unwrap_or_default();
    let lists = ask.crl.iter().map(|path| path.display().to_string()).collect();
    let choice = SigningChoice { key, service, lists, pattern: ask.name.clone(), language };
    Ok(SignAsk { numbers, attempt: None, task, choice, secret })
}

fn key_of(key: &Key) -> Result<(KeyChoice, Option<Hidden>), Problem> {
    if let Some(path) = &key.p12 {
        let file = key.p12_passphrase_file.as_deref();
        let word =
            secret(file, "WEEGSCHAAL_P12_PASSPHRASE", "Wachtzin van het sleutelbestand: ", "--p12-passphrase-file")?;
        return Ok((KeyChoice::File { path: path.display().to_string() }, Some(Hidden::new(word))));
    }
    let (Some(library), Some(fingerprint)) = (&key.pkcs11, &key.certificate) else {
        return Ok((KeyChoice::Own, None));
    };
    let fingerprint = fingerprint.replace([':', ' '], "").to_lowercase();
    let on_reader =
        token_certificates(library)?.iter().any(|one| one.key.fingerprint == fingerprint && one.pin_on_reader);
    let pin = match on_reader {
        true => None,
        false => Some(Hidden::new(secret(key.pin_file.as_deref(), "WEEGSCHAAL_PIN", "Pincode: ", "--pin-file")?)),
    };
    Ok((KeyChoice::Token { library: library.display().to_string(), fingerprint }, pin))
}

/// The certificates to choose from.
fn listed(library: &Path, json: bool) -> Result<bool, Problem> {
    let found = token_certificates(library)?;
    if json {
        output::json(&found)?;
    } else {
        eprintln!("Kies een certificaat met --certificate VINGERAFDRUK:");
        output::lines(found.iter().map(|one| {
            let unfit = if one.may_sign { "" } else { " (niet om te ondertekenen)" };
            let TokenView { token, key, .. } = one;
            format!(
                "{}  {}, uitgegeven door {}, tot en met {}, op {token}{unfit}",
                key.fingerprint, key.name, key.issuer, key.until
            )
        }))?;
    }
    Ok(false)
}

/// What is to be said besides the forms that are written and those that failed.
fn rest(reply: &SignReply, tongue: Tongue) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(stamps) = &reply.stamps
        && let Some(fault) = stamps.fault
    {
        let why = match (tongue, fault) {
            (Tongue::Dutch, StampFaultCode::Unreachable) => "de dienst antwoordde niet",
            (Tongue::Dutch, StampFaultCode::Refused) => "de dienst weigerde",
            (Tongue::Dutch, StampFaultCode::NotBelieved) => "het antwoord van de dienst klopte niet",
            (Tongue::Dutch, StampFaultCode::Revoked) => "de dienst staat op een intrekkingslijst",
            (Tongue::English, StampFaultCode::Unreachable) => "the service did not answer",
            (Tongue::English, StampFaultCode::Refused) => "the service refused",
            (Tongue::English, StampFaultCode::NotBelieved) => "what the service answered did not hold",
            (Tongue::English, StampFaultCode::Revoked) => "the service is on a revocation list",
        };
        lines.push(match tongue {
            Tongue::Dutch => {
                format!("Zonder tijdstempel (niveau B-B): {}, want {why}. Met: {}.", stamps.without, stamps.stamped)
            }
            Tongue::English => {
                format!("Without a time stamp (level B-B): {}, for {why}. With: {}.", stamps.without, stamps.stamped)
            }
        });
    }
    if let Some(listed) = &reply.lists {
        lines.extend(of_lists(listed, tongue));
    }
    if let Some(problem) = &reply.stopped {
        let (said, left) = (problem_sentence(tongue, problem), reply.left);
        lines.push(match tongue {
            Tongue::Dutch => format!("{said} Nog niet aan de beurt geweest: {left}."),
            Tongue::English => format!("{said} Not done yet: {left}."),
        });
    }
    lines.extend(reply.index_failed.iter().map(|problem| problem_sentence(tongue, problem)));
    lines
}

/// What is to be said of the revocation lists.
fn of_lists(reply: &ListReply, tongue: Tongue) -> Vec<String> {
    let ListReply { whole, partly, out, no_list, no_certificate, unused } = reply;
    let said = |dutch: String, english: String| match tongue {
        Tongue::Dutch => dutch,
        Tongue::English => english,
    };
    let mut lines = Vec::new();
    if *whole > 0 {
        lines.push(said(
            format!("Met tijdstempel en intrekkingslijsten (niveau B-LT): {whole}."),
            format!("With a time stamp and revocation lists (level B-LT): {whole}."),
        ));
    }
    if *partly > 0 {
        lines.push(said(
            format!("Met tijdstempel, zonder alle intrekkingslijsten (niveau B-T): {partly}."),
            format!("With a time stamp, without all revocation lists (level B-T): {partly}."),
        ));
    }
    if *out > 0 {
        lines.push(said(
            format!("Met tijdstempel, zonder intrekkingslijsten (niveau B-T): {out}. Volgens een lijst is een eerdere ondertekenaar ingetrokken, of het formulier werd te groot."),
            format!("With a time stamp, without revocation lists (level B-T): {out}. By a list an earlier signer was revoked, or the form would get too large."),
        ));
    }
    for (names, dutch, english) in [
        (no_list, "Er is geen geldende intrekkingslijst van", "There is no revocation list in force of"),
        (
            no_certificate,
            "Dit certificaat is er niet bij; haal het binnen onder Controle",
            "This certificate did not come along; bring it in under Check",
        ),
        (
            unused,
            "Niet gebruikt, want van geen uitgever boven de ondertekenaar of de tijdstempeldienst",
            "Not used, for by no issuer above the signer or the time stamp service",
        ),
    ] {
        if !names.is_empty() {
            lines.push(format!("{}: {}.", said(dutch.to_owned(), english.to_owned()), names.join(", ")));
        }
    }
    lines
}
