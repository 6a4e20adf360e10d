//! PDF: the text of its pages in reading order.
//!
//! Promises: pages are interpreted by a library that follows nothing and draws nothing here; a page without text (a
//! scan) gives none and says so. Where the glyphs go on the page decides the order, see `columns`.

use crate::finding::{Finding, FindingCode};
use crate::raw::{Document, Person};
use crate::readers::columns::{self, Glyph as Placed};
use chrono::NaiveDate;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::DateTime;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};
use unicode_normalization::UnicodeNormalization;

/// Stands for a letter of which only the shape is known.
const UNKNOWN: char = '\u{fffd}';
/// Pages that are read.
const PAGES: usize = 500;
/// Glyphs of one page that are kept.
const GLYPHS: usize = 200_000;

/// Arrays and dictionaries within one another; real files have a handful.
const NESTED: u32 = 1_000;

/// Reads a PDF. One that nests its objects without end inside a packed stream exhausts the stack of the process it is
/// read in; one that does so openly is refused before.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Finding> {
    if nests_deeper(bytes, NESTED) {
        return Err(Finding::error(FindingCode::PdfUnreadable));
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| {
        Finding::error(match error {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected) => FindingCode::PasswordProtected,
            _ => FindingCode::PdfUnreadable,
        })
    })?;
    let cache = InterpreterCache::new();
    let mut texts = Vec::new();
    for page in pdf.pages().iter().take(PAGES) {
        let mut context = Context::new(
            Affine::IDENTITY,
            Rect::new(0.0, 0.0, 1.0, 1.0),
            &cache,
            pdf.xref(),
            InterpreterSettings::default(),
        );
        let mut sheet = Sheet::default();
        interpret_page(page, &mut context, &mut sheet);
        texts.push(columns::text_of(sheet.glyphs));
    }
    let metadata = pdf.metadata();
    let day = |moment: &DateTime| {
        NaiveDate::from_ymd_opt(i32::from(moment.year), u32::from(moment.month), u32::from(moment.day))
    };
    let name = metadata.author.as_deref().map(words).unwrap_or_default();
    let mut findings = Vec::new();
    if pdf.pages().len() > PAGES {
        findings.push(Finding::warning(FindingCode::TooManyPages).value(PAGES.to_string()));
    }
    texts.retain(|text| !text.is_empty());
    let mut text = texts.join("\n\n");
    // Letters without a character: the page shows shapes and does not say which letters they are.
    let letters = text.chars().filter(|c| !c.is_whitespace()).count();
    let unknown = text.matches(UNKNOWN).count();
    if unknown * 5 > letters {
        text.clear();
    } else if unknown > 0 {
        findings.push(Finding::warning(FindingCode::LettersUnknown).value(unknown.to_string()));
    }
    Ok(Document {
        text,
        subject: metadata.title.as_deref().map(words).unwrap_or_default(),
        from: Person { name, mail: String::new() },
        date: metadata.modification_date.as_ref().or(metadata.creation_date.as_ref()).and_then(day),
        findings,
        ..Document::default()
    })
}

/// Whether arrays and dictionaries stand deeper within one another than `limit`, outside packed streams.
fn nests_deeper(bytes: &[u8], limit: u32) -> bool {
    let (mut at, mut depth) = (0, 0u32);
    while at < bytes.len() {
        let rest = &bytes[at..];
        let step = match rest {
            [b'[', ..] | [b'<', b'<', ..] => {
                depth += 1;
                if rest[0] == b'[' { 1 } else { 2 }
            }
            [b']', ..] | [b'>', b'>', ..] => {
                depth = depth.saturating_sub(1);
                if rest[0] == b']' { 1 } else { 2 }
            }
            // What is packed says nothing of nesting.
            _ if rest.starts_with(b"stream") && !bytes[..at].ends_with(b"end") => {
                match rest.windows(9).position(|part| part == b"endstream") {
                    Some(end) => end + 9,
                    None => return false,
                }
            }
            _ => 1,
        };
        if depth > limit {
            return true;
        }
        at += step;
    }
    false
}

/// A text string of PDF: UTF-16 with its mark, UTF-8, or the Latin of old.
fn words(bytes: &[u8]) -> String {
    crate::readers::plain::decode(bytes).trim().to_owned()
}

/// Catches the glyphs of one page.
#[derive(Default)]
struct Sheet {
    glyphs: Vec<Placed>,
}

impl Device<'_> for Sheet {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph(&mut self, glyph: &Glyph<'_>, page: Affine, own: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        if self.glyphs.len() >= GLYPHS {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => text,
            None => UNKNOWN.to_string(),
        };
        // Joined letters are a matter of looks.
        let text =
            if text.chars().any(|c| ('\u{fb00}'..='\u{fb06}').contains(&c)) { text.nfkc().collect() } else { text };
        // Glyph space has a thousand units to the em.
        let [a, b, c, d, x, y] = (page * own).as_coeffs();
        let em = 1000.0 * (c * c + d * d).sqrt();
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        let width = advance.unwrap_or(500.0) * (a * a + b * b).sqrt();
        self.glyphs.push(Placed { x, y, em, width, upright: b.abs() < a.abs() * 0.2, text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_outside_streams() {
        let deep = "[<<".repeat(600);
        assert!(nests_deeper(deep.as_bytes(), NESTED));
        let packed = format!("<</Length 9>>stream\n{deep}\nendstream [1 2]");
        assert!(!nests_deeper(packed.as_bytes(), NESTED));
        assert!(!nests_deeper("[1]".repeat(5_000).as_bytes(), NESTED));
    }
}
