//! What the command line understands.

use super::signing::Sign;
use clap::{Args, Parser, Subcommand};
use commands::api::CodeChoice;
use commands::{Kind, Tongue};
use std::path::PathBuf;

/// Weegt bewijs uit meer bronnen tot één onderbouwd oordeel. Zonder opdracht opent het venster.
#[derive(Parser)]
#[command(name = "weegschaal", version, max_term_width = 100)]
pub struct Arguments {
    /// Taal van meldingen: nl of en
    #[arg(long, global = true, default_value = "nl", value_parser = super::tongue_of)]
    lang: Tongue,
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    subject: Subject,
}

/// Wat elke opdracht kent.
#[derive(Args)]
pub struct Common {
    /// Bestand met de wachtzin; anders WEEGSCHAAL_PASSPHRASE, anders een vraag
    #[arg(long, global = true, value_name = "BESTAND")]
    pub passphrase_file: Option<PathBuf>,
}

/// A command line that was understood.
pub struct Command {
    /// Language.
    pub tongue: Tongue,
    /// What every subcommand knows.
    pub common: Common,
    /// The subcommand.
    pub subject: Subject,
}

impl Arguments {
    /// Takes it apart.
    pub fn into_command(self) -> Command {
        Command { tongue: self.lang, common: self.common, subject: self.subject }
    }
}

/// The subcommands.
#[derive(Subcommand)]
pub enum Subject {
    /// Maakt het voorbeeldpartnerschap, oordeelt waar het kan en schrijft de ondertekende formulieren
    Demo(Demo),
    /// Maakt een werkbestand met het standaardkader en de standaardweging
    New(New),
    /// Voegt een studentenlijst, Forms-werkmap of cohort-JSON toe; per bestand alles of niets
    Import(Import),
    /// Toont het gewogen beeld
    Weigh(Weigh),
    /// Legt oordelen uit JSON vast en stelt ze vast waar dat gevraagd is
    Judge(Judge),
    /// Schrijft de ondertekende formulieren van vastgestelde oordelen
    Sign(Box<Sign>),
    /// Schrijft een overzicht van de dossiers, of de resultaten voor Brightspace of OSIRIS
    Export(Export),
    /// Controleert formulieren
    Verify(Verify),
    /// Toont het logboek; --check rekent de keten na
    Journal(Journal),
    /// Controleert werkbestand, logboek en bijlagen
    Check(Check),
    /// Toont het JSON Schema van cohort, gewogen beeld en controle
    Schema,
}

#[derive(Args)]
pub struct Demo {
    /// Map voor werkbestand en formulieren
    #[arg(long, value_name = "MAP")]
    pub out: PathBuf,
    /// Aantal studenten
    #[arg(long, default_value_t = commands::demo::STUDENTS)]
    pub students: usize,
    /// Begin van het toeval: hetzelfde getal geeft hetzelfde voorbeeld
    #[arg(long, default_value_t = commands::demo::SEED)]
    pub seed: u64,
}

#[derive(Args)]
pub struct New {
    /// Het werkbestand (*.weegschaal)
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
    /// Naam van het partnerschap
    #[arg(long)]
    pub partnership: String,
    /// Studiejaar, bijvoorbeeld 2024-2025
    #[arg(long)]
    pub year: String,
    /// Naam van de examinator, met mandaat voor dat jaar
    #[arg(long)]
    pub examiner: Option<String>,
}

#[derive(Args)]
pub struct Import {
    /// Het werkbestand
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
    /// De bestanden
    #[arg(required = true, value_name = "BESTAND")]
    pub files: Vec<PathBuf>,
    /// Soort bestand, als het niet vanzelf herkend wordt
    #[arg(long = "as", value_name = "SOORT", value_parser = kinds())]
    pub kind: Option<String>,
    /// Kolomkoppeling (JSON)
    #[arg(long, value_name = "BESTAND")]
    pub mapping: Option<PathBuf>,
    /// Alleen kijken, niets bewaren
    #[arg(long)]
    pub dry_run: bool,
    /// Antwoord als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Weigh {
    /// Het werkbestand
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
    /// Alleen deze student
    #[arg(long, value_name = "NUMMER")]
    pub student: Option<String>,
    /// Antwoord als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Judge {
    /// Het werkbestand
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
    /// De oordelen (JSON)
    #[arg(value_name = "BESTAND")]
    pub file: PathBuf,
    /// Antwoord als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Export {
    /// Het werkbestand
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
    #[command(subcommand)]
    pub what: Output,
}

/// What can be written.
#[derive(Subcommand)]
pub enum Output {
    /// Een Excel-werkmap met een rij per dossier, in woorden
    Xlsx {
        /// Alleen deze studenten
        #[arg(long, num_args = 1.., value_name = "NUMMER")]
        student: Vec<String>,
        /// De werkmap die geschreven wordt
        #[arg(long, value_name = "BESTAND")]
        out: PathBuf,
    },
    /// Resultaten voor Brightspace (CSV), nieuw of ingevuld in een eigen export van cijfers
    Brightspace {
        /// Een eigen export van cijfers, waarin alleen de kolom met resultaten verandert
        #[arg(long, value_name = "BESTAND")]
        template: Option<PathBuf>,
        /// Naam van het beoordelingsitem; anders de leeruitkomst
        #[arg(long, value_name = "NAAM")]
        item: Option<String>,
        /// Een ander resultaat dat er al staat vervangen
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        results: Results,
    },
    /// Resultaten in een cijferinvoerbestand van OSIRIS (XLSX); al het andere blijft zoals het is
    Osiris {
        /// Het cijferinvoerbestand
        #[arg(long, value_name = "BESTAND")]
        template: PathBuf,
        /// Code van OSIRIS voor een uitkomst, zoals 'aangetoond=V'; wordt onthouden; leeg vult niets in
        #[arg(long, value_name = "UITKOMST=CODE", num_args = 1.., value_parser = code)]
        code: Vec<CodeChoice>,
        #[command(flatten)]
        results: Results,
    },
}

/// Wat bij elke uitvoer van resultaten hoort.
#[derive(Args)]
pub struct Results {
    /// Alleen deze studenten
    #[arg(long, num_args = 1.., value_name = "NUMMER")]
    pub student: Vec<String>,
    /// Het bestand dat geschreven wordt
    #[arg(long, value_name = "BESTAND", required_unless_present = "dry_run")]
    pub out: Option<PathBuf>,
    /// Alleen kijken, niets schrijven
    #[arg(long)]
    pub dry_run: bool,
    /// Antwoord als JSON
    #[arg(long)]
    pub json: bool,
}

/// What `--code` takes.
fn code(text: &str) -> Result<CodeChoice, String> {
    let (outcome, code) = text.rsplit_once('=').ok_or("schrijf UITKOMST=CODE, bijvoorbeeld 'aangetoond=V'")?;
    Ok(CodeChoice { outcome: outcome.trim().to_owned(), code: code.trim().to_owned() })
}

#[derive(Args)]
pub struct Verify {
    /// De formulieren
    #[arg(required = true, value_name = "FORMULIER")]
    pub forms: Vec<PathBuf>,
    /// Vertrouwd certificaat (PEM of DER): van een ondertekenaar, van wie certificaten uitgeeft of van een tijdstempeldienst; vaker te geven
    #[arg(long, value_name = "CERT")]
    pub trust: Vec<PathBuf>,
    /// Werkbestand waarvan de vertrouwde certificaten en herzieningen meetellen
    #[arg(long, value_name = "WERKBESTAND")]
    pub workspace: Option<PathBuf>,
    /// Antwoord als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Journal {
    /// Het werkbestand
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
    /// Antwoord als JSON
    #[arg(long)]
    pub json: bool,
    /// De keten narekenen
    #[arg(long)]
    pub check: bool,
}

#[derive(Args)]
pub struct Check {
    /// Het werkbestand
    #[arg(value_name = "WERKBESTAND")]
    pub workspace: PathBuf,
}

/// What `import --as` takes.
fn kinds() -> clap::builder::PossibleValuesParser {
    let told = Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Unknown | Kind::Template));
    told.map(Kind::code).collect::<Vec<_>>().into()
}
