//! The typefaces: Atkinson Hyperlegible Next for what the form says, Source Serif 4 for what a person wrote.
//!
//! Promises: measured once, shared by all forms; only the letters a form uses are embedded.

use crate::FormError;
use printpdf::font::FontMetrics;
use printpdf::{FontId, ParsedFont};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use subsetter::GlyphRemapper;
use ttf_parser::Face as Parsed;

pub(crate) const SANS: &[u8] = include_bytes!("../fonts/Sans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/Sans-SemiBold.ttf");
const SERIF: &[u8] = include_bytes!("../fonts/Serif-Regular.ttf");

/// One of the typefaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Sans,
    Bold,
    Serif,
}

impl Face {
    pub fn name(self) -> &'static str {
        match self {
            Self::Sans => "AtkinsonHyperlegibleNext-Regular",
            Self::Bold => "AtkinsonHyperlegibleNext-SemiBold",
            Self::Serif => "SourceSerif4-Regular",
        }
    }

    pub fn id(self) -> FontId {
        FontId(format!("F{}", self as u8))
    }
}

struct Loaded {
    bytes: &'static [u8],
    glyphs: BTreeMap<char, (u16, u16)>,
    ascender: i16,
    descender: i16,
    bounds: (i16, i16, i16, i16),
    units: u16,
}

/// The typefaces, measured.
pub struct Fonts {
    faces: [Loaded; 3],
}

impl Fonts {
    /// Measures them.
    pub fn load() -> Self {
        Self { faces: [load(SANS), load(BOLD), load(SERIF)] }
    }

    /// The ones that all forms share.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Fonts> = OnceLock::new();
        SHARED.get_or_init(Self::load)
    }

    /// Width of a letter at size 1; `None` when the face lacks it.
    pub(crate) fn advance(&self, face: Face, letter: char) -> Option<f32> {
        let loaded = &self.faces[face as usize];
        loaded.glyphs.get(&letter).map(|(_, width)| f32::from(*width) / f32::from(loaded.units))
    }

    /// Width of a text.
    pub(crate) fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        text.chars().filter_map(|letter| self.advance(face, letter)).sum::<f32>() * size
    }

    /// The text with every letter that the face lacks written out as its code point, so that nothing is dropped
    /// without a trace.
    pub(crate) fn showable(&self, face: Face, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '\t' | '\u{a0}' | '\u{202f}' => shown.push(' '),
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{fe0f}' => {}
                _ if self.advance(face, letter).is_some() => shown.push(letter),
                _ => shown.push_str(&format!("[U+{:04X}]", u32::from(letter))),
            }
        }
        shown
    }

    /// A subset of a face for the letters used.
    pub(crate) fn subset(&self, face: Face, letters: &[char]) -> Result<ParsedFont, FormError> {
        let loaded = &self.faces[face as usize];
        let mut remapper = GlyphRemapper::new();
        let (mut codepoints, mut widths) = (BTreeMap::new(), BTreeMap::new());
        for letter in letters {
            let Some((glyph, width)) = loaded.glyphs.get(letter) else { continue };
            let place = remapper.remap(*glyph);
            codepoints.insert(u32::from(*letter), place);
            widths.insert(place, *width);
        }
        let bytes = subsetter::subset(loaded.bytes, 0, &remapper).map_err(|_| FormError::Composition("subset"))?;
        let metrics = FontMetrics { ascent: loaded.ascender, descent: loaded.descender };
        let name = format!("{}+{}", tag(letters), face.name());
        let mut font = ParsedFont::with_glyph_data(bytes, 0, Some(name), codepoints, widths, loaded.units, metrics);
        let (x_min, y_min, x_max, y_max) = loaded.bounds;
        font.pdf_font_metrics.x_min = x_min;
        font.pdf_font_metrics.y_min = y_min;
        font.pdf_font_metrics.x_max = x_max;
        font.pdf_font_metrics.y_max = y_max;
        Ok(font)
    }
}

/// The six capitals in front of a subset's name, which follow from its letters.
fn tag(letters: &[char]) -> String {
    let mut sum = 0xcbf2_9ce4_8422_2325u64;
    for letter in letters {
        sum = (sum ^ u64::from(u32::from(*letter))).wrapping_mul(0x0100_0000_01b3);
    }
    let capital = |place: u32| char::from(b'A' + u8::try_from((sum >> (8 * place)) % 26).unwrap_or(0));
    (0..6).map(capital).collect()
}

fn load(bytes: &'static [u8]) -> Loaded {
    let parsed = Parsed::parse(bytes, 0).expect("BUG: the kept typefaces are sound");
    let mut glyphs = BTreeMap::new();
    for table in parsed.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables) {
        if !table.is_unicode() {
            continue;
        }
        table.codepoints(|code| {
            let (Some(letter), Some(glyph)) = (char::from_u32(code), table.glyph_index(code)) else { return };
            let width = parsed.glyph_hor_advance(glyph).unwrap_or(0);
            if !letter.is_control() {
                glyphs.insert(letter, (glyph.0, width));
            }
        });
    }
    let bounds = parsed.global_bounding_box();
    Loaded {
        bytes,
        glyphs,
        ascender: parsed.ascender(),
        descender: parsed.descender(),
        bounds: (bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max),
        units: parsed.units_per_em(),
    }
}
