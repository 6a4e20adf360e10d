//! The letters of a visible signature: a font reduced to them, with widths and a map back to text.
//!
//! Promises: the same letters of the same font give the same bytes, whether they were made before or not; who signs a
//! batch reduces the font once. Deliberately absent: lines and where they stand (`appearance`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;
use ttf_parser::Face;

use crate::error::SealError;

/// Sets that are kept; one who signs a batch uses one.
const KEPT: usize = 8;

/// The letters used: new glyph numbers with their width in thousandths and their character.
#[derive(Debug)]
pub(crate) struct Letters {
    /// The font reduced to them, deflated, and its length before that.
    pub(crate) subset: Vec<u8>,
    pub(crate) subset_length: usize,
    /// The map back to text, deflated.
    pub(crate) to_unicode: Vec<u8>,
    pub(crate) name: String,
    pub(crate) glyphs: BTreeMap<char, u16>,
    pub(crate) widths: Vec<i64>,
    pub(crate) ascent: i64,
    pub(crate) descent: i64,
    pub(crate) cap_height: i64,
    pub(crate) bounds: [i64; 4],
}

/// A set that was made: of which font, which letters.
struct Made {
    font: Vec<u8>,
    used: BTreeSet<char>,
    letters: Arc<Letters>,
}

impl Letters {
    /// The letters of these lines in a font; made once for as long as the same letters are asked for.
    pub(crate) fn of(font: &[u8], lines: &[String]) -> Result<Arc<Self>, SealError> {
        static MADE: Mutex<Vec<Made>> = Mutex::new(Vec::new());
        // Digits always: the hour of a signature changes, and the set need not.
        let used: BTreeSet<char> = lines.iter().flat_map(|line| line.chars()).chain('0'..='9').collect();
        let lock = || MADE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = lock().iter().find(|made| made.used == used && made.font == font) {
            return Ok(found.letters.clone());
        }
        let letters = Arc::new(make(font, &used)?);
        let mut made = lock();
        if made.len() >= KEPT {
            made.remove(0);
        }
        made.push(Made { font: font.to_vec(), used, letters: letters.clone() });
        Ok(letters)
    }
}

fn make(font: &[u8], used: &BTreeSet<char>) -> Result<Letters, SealError> {
    let face = Face::parse(font, 0).map_err(|_| SealError::Font)?;
    if face.tables().glyf.is_none() || !face.is_subsetting_allowed() {
        return Err(SealError::Font);
    }
    let scale = |value: i64| value * 1000 / i64::from(face.units_per_em());
    let mut remapper = GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    let mut characters = BTreeMap::new();
    for letter in used {
        let Some(glyph) = face.glyph_index(*letter).or_else(|| face.glyph_index('?')) else { continue };
        let new = remapper.remap(glyph.0);
        glyphs.insert(*letter, new);
        characters.entry(new).or_insert(*letter);
    }
    let subset = subsetter::subset(font, 0, &remapper).map_err(|_| SealError::Font)?;
    let width = |old: u16| {
        let units = i64::from(face.glyph_hor_advance(ttf_parser::GlyphId(old)).unwrap_or(0));
        (units * 2000 / i64::from(face.units_per_em()) + 1) / 2
    };
    let widths = remapper.remapped_gids().map(width).collect();
    let bounds = face.global_bounding_box();
    Ok(Letters {
        name: font_name(&face, &subset),
        subset_length: subset.len(),
        subset: pack(&subset)?,
        to_unicode: pack(to_unicode(&characters).as_bytes())?,
        glyphs,
        widths,
        ascent: scale(i64::from(face.ascender())),
        descent: scale(i64::from(face.descender())),
        cap_height: scale(i64::from(face.capital_height().unwrap_or(face.ascender()))),
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|side| scale(i64::from(side))),
    })
}

/// Six letters from the subset's digest and the font's own name, as a reduced font must be called.
fn font_name(face: &Face<'_>, subset: &[u8]) -> String {
    let tag: String = Sha256::digest(subset).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
    let own = face
        .names()
        .into_iter()
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
        .unwrap_or_default();
    let own: String = own.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    format!("{tag}+{}", if own.is_empty() { "Font" } else { &own })
}

fn to_unicode(characters: &BTreeMap<u16, char>) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering \
         (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> \
         <FFFF>\nendcodespacerange\n",
    );
    let pairs: Vec<_> = characters.iter().collect();
    for group in pairs.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", group.len());
        for (glyph, letter) in group {
            let _ = write!(map, "<{glyph:04X}> <");
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

/// Deflates.
pub(crate) fn pack(data: &[u8]) -> Result<Vec<u8>, SealError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 2), Compression::new(5));
    encoder.write_all(data).map_err(|_| SealError::Encoding)?;
    encoder.finish().map_err(|_| SealError::Encoding)
}
