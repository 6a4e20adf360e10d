//! The typefaces: Atkinson Hyperlegible Next for what the form says, Source Serif 4 for what a person wrote.
//!
//! Promises: measured once, shared by all forms; only the letters a form uses are embedded; a letter that no typeface
//! has is written out as its code point.

use crate::FormError;
use crate::draw::Style;
use crate::faces::Made;
use printpdf::font::FontMetrics;
use printpdf::{FontId, ParsedFont};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use subsetter::GlyphRemapper;
use ttf_parser::Face as Parsed;
use unicode_normalization::UnicodeNormalization;

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

/// Letters below this are found by place: every script that the typefaces have, and the signs of ordinary text.
const LOW: usize = 0x2400;

struct Loaded {
    bytes: &'static [u8],
    /// Glyph and width by code point; glyph 0 where the face has none.
    low: Vec<(u16, u16)>,
    high: BTreeMap<u32, (u16, u16)>,
    ascender: i16,
    descender: i16,
    bounds: (i16, i16, i16, i16),
    units: u16,
}

impl Loaded {
    fn glyph(&self, letter: char) -> Option<(u16, u16)> {
        let code = u32::from(letter);
        let found = match self.low.get(code as usize) {
            Some(found) => Some(found),
            None => self.high.get(&code),
        };
        found.copied().filter(|(glyph, _)| *glyph != 0)
    }
}

/// The typefaces, measured.
pub struct Fonts {
    faces: [Loaded; 3],
    /// Widths at size 1 of the low letters, by face, whichever face shows them; below 0 where none does.
    advances: [Vec<f32>; 3],
    /// As they are embedded, made when they are asked for.
    pub(crate) made: Made,
}

impl Fonts {
    /// Measures them.
    pub fn load() -> Self {
        let faces = [load(SANS), load(BOLD), load(SERIF)];
        let advances = [Face::Sans, Face::Bold, Face::Serif].map(|face| {
            let each =
                (0..LOW as u32).map(|code| char::from_u32(code).and_then(|letter| searched(&faces, face, letter)));
            each.map(|width| width.unwrap_or(-1.0)).collect()
        });
        Self { faces, advances, made: Made::default() }
    }

    /// The ones that all forms share.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Fonts> = OnceLock::new();
        SHARED.get_or_init(Self::load)
    }

    /// Whether a face has a letter itself.
    pub(crate) fn has(&self, face: Face, letter: char) -> bool {
        self.faces[face as usize].glyph(letter).is_some()
    }

    /// The face that shows a letter where `face` is asked for: Greek and Cyrillic, say, only the serif has.
    pub(crate) fn face_of(&self, face: Face, letter: char) -> Option<Face> {
        [face, Face::Serif].into_iter().find(|face| self.faces[*face as usize].glyph(letter).is_some())
    }

    /// Width of a letter at size 1; `None` when no face has it.
    pub(crate) fn advance(&self, face: Face, letter: char) -> Option<f32> {
        match self.advances[face as usize].get(u32::from(letter) as usize) {
            Some(width) => Some(*width).filter(|width| *width >= 0.0),
            None => searched(&self.faces, face, letter),
        }
    }

    /// Width of a text.
    pub(crate) fn width(&self, style: Style, text: &str) -> f32 {
        text.chars().filter_map(|letter| self.advance(style.face, letter)).sum::<f32>() * style.size
    }

    /// The text as it can be shown: letters with their accents put together, every kind of line break as one, and
    /// every letter that no face has written out as its code point, so that nothing is dropped without a trace.
    pub(crate) fn showable<'t>(&self, style: Style, text: &'t str) -> Cow<'t, str> {
        let plain = |letter: char| letter == '\n' || self.advance(style.face, letter).is_some();
        // What is put together already, as nearly every text is.
        let settled = |letter: char| match letter {
            '\n' | ' '..='~' => true,
            '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' => !matches!(letter, 'Ĳ' | 'ĳ') && plain(letter),
            '\u{2013}'..='\u{2026}' | '€' => plain(letter),
            _ => false,
        };
        if text.chars().all(settled) {
            return Cow::Borrowed(text);
        }
        let mut shown = String::with_capacity(text.len() + 16);
        let mut letters = text.nfc().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\r' if letters.peek() == Some(&'\n') => {}
                '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
                '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => shown.push(' '),
                // Hints to a typesetter, with nothing to see.
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}' => {}
                '\u{2010}' | '\u{2011}' if !plain(letter) => shown.push('-'),
                'Ĳ' if !plain(letter) => shown.push_str("IJ"),
                'ĳ' if !plain(letter) => shown.push_str("ij"),
                _ if plain(letter) => shown.push(letter),
                _ => shown.push_str(&format!("[U+{:04X}]", u32::from(letter))),
            }
        }
        Cow::Owned(shown)
    }

    /// A subset of a face for the letters used.
    pub(crate) fn subset(&self, face: Face, letters: &[char]) -> Result<ParsedFont, FormError> {
        let loaded = &self.faces[face as usize];
        let mut remapper = GlyphRemapper::new();
        let (mut codepoints, mut widths) = (BTreeMap::new(), BTreeMap::new());
        for letter in letters {
            let Some((glyph, width)) = loaded.glyph(*letter) else { continue };
            let place = remapper.remap(glyph);
            codepoints.insert(u32::from(*letter), place);
            widths.insert(place, width);
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

/// Width of a letter at size 1 in a face, or else in the serif.
fn searched(faces: &[Loaded; 3], face: Face, letter: char) -> Option<f32> {
    [face, Face::Serif].into_iter().find_map(|face| {
        let loaded = &faces[face as usize];
        loaded.glyph(letter).map(|(_, width)| f32::from(width) / f32::from(loaded.units))
    })
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
    let (mut low, mut high) = (vec![(0, 0); LOW], BTreeMap::new());
    for table in parsed.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables) {
        if !table.is_unicode() {
            continue;
        }
        table.codepoints(|code| {
            let Some(glyph) = table.glyph_index(code) else { return };
            if char::from_u32(code).is_none_or(char::is_control) {
                return;
            }
            let found = (glyph.0, parsed.glyph_hor_advance(glyph).unwrap_or(0));
            match low.get_mut(code as usize) {
                Some(place) => *place = found,
                None => {
                    high.insert(code, found);
                }
            }
        });
    }
    let bounds = parsed.global_bounding_box();
    Loaded {
        bytes,
        low,
        high,
        ascender: parsed.ascender(),
        descender: parsed.descender(),
        bounds: (bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max),
        units: parsed.units_per_em(),
    }
}
