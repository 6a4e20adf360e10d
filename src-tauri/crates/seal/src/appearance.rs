//! What a signature looks like on the page: lines of text in a font of their own.
//!
//! Promises: the font is embedded, reduced to the letters used, with widths and a map back to text, as PDF/A-3a and
//! PDF/UA-1 ask; the same lines give the same bytes. Deliberately not done: pictures, colours, line breaking; lines
//! that are too long make the letters smaller.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;
use ttf_parser::Face;

use crate::error::SealError;

/// Text of a visible signature.
#[derive(Debug, Clone)]
pub struct Appearance<'a> {
    /// The lines, top to bottom; control characters are left out.
    pub lines: Vec<String>,
    /// A TrueType font file (TTF) that may be embedded and reduced.
    pub font: &'a [u8],
}

/// How many objects an appearance takes.
pub(crate) const OBJECTS: u32 = 6;
/// The largest letters used, in points.
const LARGEST: f64 = 9.0;
/// Distance between lines, in letter sizes.
const LEADING: f64 = 1.25;
/// Room left free at each side, in points.
const MARGIN: f64 = 4.0;

/// The letters used: new glyph numbers with their width in thousandths and their character.
struct Letters {
    subset: Vec<u8>,
    name: String,
    glyphs: BTreeMap<char, u16>,
    widths: Vec<i64>,
    characters: BTreeMap<u16, char>,
    ascent: i64,
    descent: i64,
    cap_height: i64,
    bounds: [i64; 4],
}

/// Builds the bodies of objects `first` to `first + 5`; the first of them is the form XObject.
pub(crate) fn objects(appearance: &Appearance<'_>, first: u32, room: (f64, f64)) -> Result<Vec<Vec<u8>>, SealError> {
    let lines: Vec<String> =
        appearance.lines.iter().map(|line| line.chars().filter(|letter| !letter.is_control()).collect()).collect();
    let letters = letters(appearance.font, &lines)?;
    let (width, height) = room;
    let content = content(&letters, &lines, room);
    let form = format!(
        "/Type /XObject /Subtype /Form /BBox [0 0 {width:.2} {height:.2}] /Resources <</Font <</F0 {} 0 R>>>>",
        first + 1
    );
    let name = &letters.name;
    let composite = format!(
        "<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{} 0 R] /ToUnicode {} 0 R>>",
        first + 2,
        first + 5
    );
    let widths: Vec<String> = letters.widths.iter().map(i64::to_string).collect();
    let descendant = format!(
        "<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) \
         /Supplement 0>> /FontDescriptor {} 0 R /CIDToGIDMap /Identity /DW 0 /W [0 [{}]]>>",
        first + 3,
        widths.join(" ")
    );
    let [left, bottom, right, top] = letters.bounds;
    let descriptor = format!(
        "<</Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{left} {bottom} {right} {top}] /ItalicAngle 0 \
         /Ascent {} /Descent {} /CapHeight {} /StemV 80 /FontFile2 {} 0 R>>",
        letters.ascent,
        letters.descent,
        letters.cap_height,
        first + 4
    );
    Ok(vec![
        stream(&form, content.as_bytes())?,
        composite.into_bytes(),
        descendant.into_bytes(),
        descriptor.into_bytes(),
        stream(&format!("/Length1 {}", letters.subset.len()), &letters.subset)?,
        stream("", to_unicode(&letters).as_bytes())?,
    ])
}

fn letters(font: &[u8], lines: &[String]) -> Result<Letters, SealError> {
    let face = Face::parse(font, 0).map_err(|_| SealError::Font)?;
    if face.tables().glyf.is_none() || !face.is_subsetting_allowed() {
        return Err(SealError::Font);
    }
    let scale = |value: i64| value * 1000 / i64::from(face.units_per_em());
    let mut remapper = GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    let mut characters = BTreeMap::new();
    let used: std::collections::BTreeSet<char> = lines.iter().flat_map(|line| line.chars()).collect();
    for letter in used {
        let Some(glyph) = face.glyph_index(letter).or_else(|| face.glyph_index('?')) else { continue };
        let new = remapper.remap(glyph.0);
        glyphs.insert(letter, new);
        characters.entry(new).or_insert(letter);
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
        subset,
        glyphs,
        widths,
        characters,
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

fn content(letters: &Letters, lines: &[String], (width, height): (f64, f64)) -> String {
    let measure = |line: &String| -> i64 {
        line.chars()
            .filter_map(|letter| letters.glyphs.get(&letter))
            .filter_map(|glyph| letters.widths.get(usize::from(*glyph)))
            .sum()
    };
    let longest = lines.iter().map(measure).max().unwrap_or(0).max(1) as f64 / 1000.0;
    let rows = lines.len().max(1) as f64;
    let margin = MARGIN.min(width / 10.0).min(height / 10.0);
    let size = LARGEST.min((width - 2.0 * margin) / longest).min((height - 2.0 * margin) / (rows * LEADING));
    let leading = size * LEADING;
    let top = (height + rows * leading) / 2.0 - size;
    let mut text = format!("q 0 g BT /F0 {size:.3} Tf {leading:.3} TL {margin:.2} {top:.3} Td\n");
    for line in lines {
        text.push('<');
        for glyph in line.chars().filter_map(|letter| letters.glyphs.get(&letter)) {
            let _ = write!(text, "{glyph:04X}");
        }
        text.push_str("> Tj T*\n");
    }
    text.push_str("ET Q\n");
    text
}

fn to_unicode(letters: &Letters) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering \
         (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> \
         <FFFF>\nendcodespacerange\n",
    );
    let pairs: Vec<_> = letters.characters.iter().collect();
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

/// A compressed stream; its data ends on "\r\n" before the keyword, which every checker measures alike.
fn stream(entries: &str, data: &[u8]) -> Result<Vec<u8>, SealError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 2), Compression::new(5));
    encoder.write_all(data).map_err(|_| SealError::Encoding)?;
    let packed = encoder.finish().map_err(|_| SealError::Encoding)?;
    let mut out = format!("<<{entries} /Filter /FlateDecode /Length {}>>\nstream\n", packed.len()).into_bytes();
    out.extend_from_slice(&packed);
    out.extend_from_slice(b"\r\nendstream");
    Ok(out)
}
