//! The form (*formulier*): an established judgement becomes a PDF.
//!
//! Promises: only an established judgement becomes a form, and a draft shows that it is none; the same input gives the same bytes; the file is PDF/A-3a
//! and PDF/UA-1 and carries its judgement as JSON, over which its hash is taken; positions are shown on the scale and
//! in words, never as figures (rule R6). Deliberately absent: the clock, keys, files.

mod content;
mod draw;
mod faces;
mod file;
mod fonts;
mod laid;
mod layout;
mod picture;
mod post;
mod signs;
mod structure;
mod tables;
mod tags;
mod text;
mod wrap;
mod write;
mod xmp;

use chrono::{DateTime, Utc};
use content::{Established, Matter};
use domain::cohort::{CohortDocument, FORMAT, VERSION};
use domain::journal::JournalCheckpoint;
use domain::judgement::{DraftJudgement, EstablishedJudgement, Ground};
use domain::mandate::Capacity;
use post::Attachment;
use sha2::{Digest, Sha256};
use thiserror::Error;

pub use fonts::Fonts;
pub use text::Language;

/// Name of the embedded judgement.
pub const ATTACHMENT: &str = "oordeel.json";
/// Name of the embedded cohort document of the one student.
pub const COHORT_ATTACHMENT: &str = "cohort.json";
/// Names of the signature fields: the examiner's, and a second one.
pub const FIELDS: [&str; 2] = ["Handtekening1", "Handtekening2"];

/// Why a form cannot be made or read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormError {
    /// The embedded judgement is not one of ours.
    #[error("not a judgement")]
    NotAJudgement,
    /// The PDF could not be composed.
    #[error("composition: {0}")]
    Composition(&'static str),
}

/// A judgement as it is embedded: JSON, and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The JSON.
    pub json: Vec<u8>,
    /// SHA-256 of the JSON, hexadecimal: the hash of the judgement.
    pub hash: String,
}

/// What a form states besides the judgement.
#[derive(Debug, Clone, Copy)]
pub struct FormFacts<'a> {
    /// Head of the journal when the form was made.
    pub checkpoint: &'a JournalCheckpoint,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Revision within the attempt, from 1.
    pub revision: u32,
    /// Version of the program.
    pub app_version: &'a str,
}

/// A form, unsigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// Hash of the judgement it states.
    pub hash: String,
    /// Pages.
    pub pages: u32,
}

/// A draft as it would look on paper: marked as such on every page, with nothing to sign and no hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedDraft {
    /// The file.
    pub pdf: Vec<u8>,
    /// Pages.
    pub pages: u32,
}

/// What has just been done for a form, so that a caller with a clock can tell where the time goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The judgement is JSON and has its hash.
    Recorded,
    /// Everything has its place.
    LaidOut,
    /// The typefaces are reduced to their letters; once for most forms.
    Faces,
    /// The pages are drawn.
    Drawn,
    /// Pages and attachments are deflated.
    Deflated,
    /// The file is written.
    Written,
}

/// The judgement as JSON, with its hash.
pub fn record(judgement: &EstablishedJudgement) -> Record {
    let json = serde_json::to_vec(judgement).expect("BUG: a judgement is JSON");
    let hash = Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect();
    Record { json, hash }
}

/// The JSON Schema (2020-12) of an embedded judgement.
pub fn schema() -> &'static str {
    include_str!("oordeel.schema.json")
}

/// Reads an embedded judgement.
pub fn read_back(json: &[u8]) -> Result<EstablishedJudgement, FormError> {
    serde_json::from_slice(json).map_err(|_| FormError::NotAJudgement)
}

/// Makes the form, in Dutch.
pub fn render(judgement: &EstablishedJudgement, facts: &FormFacts<'_>, fonts: &Fonts) -> Result<Rendered, FormError> {
    render_in(Language::Dutch, judgement, facts, fonts)
}

/// Makes the form in a language; what people wrote, and the names that the framework gives, stay as they are.
pub fn render_in(
    language: Language,
    judgement: &EstablishedJudgement,
    facts: &FormFacts<'_>,
    fonts: &Fonts,
) -> Result<Rendered, FormError> {
    render_watched(language, judgement, facts, fonts, &mut |_| {})
}

/// The same; `done` hears of every stage when it is over.
pub fn render_watched(
    language: Language,
    judgement: &EstablishedJudgement,
    facts: &FormFacts<'_>,
    fonts: &Fonts,
    done: &mut dyn FnMut(Stage),
) -> Result<Rendered, FormError> {
    let (record, words) = (record(judgement), language.words());
    let (by, on) = (judgement.established_by(), judgement.established_on());
    let established = Established { by, on, hash: &record.hash };
    let stated = (judgement.ground(), judgement.words(), Some(judgement.outcome()));
    let matter = Matter::new(stated, Some(established), facts, words);
    let attachments =
        [(COHORT_ATTACHMENT, words.attached_cohort, cohort(judgement)), (ATTACHMENT, words.attached, record.json)];
    done(Stage::Recorded);
    let (pdf, pages) = composed(&matter, fonts, &attachments, done)?;
    Ok(Rendered { pdf, hash: record.hash, pages })
}

/// Shows a draft as it stands, in a language. It carries no judgement, since none is established.
pub fn render_draft(
    language: Language,
    draft: &DraftJudgement,
    ground: Ground<'_>,
    facts: &FormFacts<'_>,
    fonts: &Fonts,
) -> Result<RenderedDraft, FormError> {
    let matter = Matter::new((ground, draft, draft.outcome.as_deref()), None, facts, language.words());
    let (pdf, pages) = composed(&matter, fonts, &[], &mut |_| {})?;
    Ok(RenderedDraft { pdf, pages })
}

/// Lays out and writes; answers the file and its pages.
fn composed(
    matter: &Matter<'_>,
    fonts: &Fonts,
    attachments: &[Attachment],
    done: &mut dyn FnMut(Stage),
) -> Result<(Vec<u8>, u32), FormError> {
    let mut sheet = layout::Sheet::new(fonts, matter.words, matter.anchors());
    content::compose(&mut sheet, matter);
    let [left, right] = matter.footer();
    let laid = sheet.finish([&left, &right], matter.established.is_none().then_some(matter.words.draft));
    let pages = u32::try_from(laid.pages.len()).unwrap_or(u32::MAX);
    done(Stage::LaidOut);
    let about = post::About {
        title: matter.title(),
        lang: matter.words.lang,
        hash: matter.established.map(|established| established.hash),
        made_at: matter.facts.made_at,
        app_version: matter.facts.app_version,
        attachments,
    };
    Ok((write::write(laid, fonts, &about, done)?, pages))
}

/// The hash that a form states of its judgement: read from its metadata, where it stands uncompressed.
pub fn printed_hash(pdf: &[u8]) -> Option<String> {
    let mark = b"urn:sha256:";
    let at = pdf.windows(mark.len()).position(|part| part == mark)? + mark.len();
    let hash = std::str::from_utf8(pdf.get(at..at + 64)?).ok()?;
    hash.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| hash.to_owned())
}

/// As whom somebody signs a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signatory {
    /// The first signature: of who established the judgement.
    Examiner(Capacity),
    /// The second: of the second reader (*tweede beoordelaar*).
    SecondReader,
    /// The second: of the student.
    Student,
}

/// The lines of a visible signature in a language.
pub fn signature_lines(language: Language, name: &str, by: Signatory, time: DateTime<Utc>) -> Vec<String> {
    let words = language.words();
    let day = words.day(time.date_naive());
    let role = match by {
        Signatory::Examiner(capacity) => words.capacity(capacity),
        Signatory::SecondReader => words.seconds[0],
        Signatory::Student => words.seconds[1],
    };
    vec![words.signed_by.to_owned(), name.to_owned(), role.to_owned(), format!("{day}, {} UTC", time.format("%H:%M"))]
}

/// Why somebody signs, as readers show it, in a language.
pub fn signature_reason(language: Language, by: Signatory) -> &'static str {
    match by {
        Signatory::Examiner(_) => language.words().reasons[0],
        Signatory::SecondReader | Signatory::Student => language.words().reasons[1],
    }
}

/// The typeface of a visible signature, as a TrueType file.
pub fn signature_font() -> &'static [u8] {
    fonts::SANS
}

/// The cohort document of the one student.
fn cohort(judgement: &EstablishedJudgement) -> Vec<u8> {
    let ground = judgement.ground();
    let ids = ground.framework.sources.iter().map(|source| source.id.clone());
    let document = CohortDocument {
        format: FORMAT.to_owned(),
        version: VERSION,
        partnership: ground.partnership.to_owned(),
        year: ground.year,
        framework: Some(ground.framework.clone()),
        weights: Some(ids.zip(ground.weights.weights().iter().copied()).collect()),
        unused_sources: ground.weights.unused().clone(),
        students: vec![ground.dossier.clone().into()],
    };
    serde_json::to_vec(&document).expect("BUG: a cohort document is JSON")
}
