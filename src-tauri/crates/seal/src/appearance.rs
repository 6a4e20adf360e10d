//! What a signature looks like on the page: lines of text in a font of their own.
//!
//! Promises: the font is embedded, reduced to the letters used, with widths and a map back to text, as PDF/A-3a and
//! PDF/UA-1 ask; the same lines give the same bytes. Deliberately not done: pictures, colours, line breaking; lines
//! that are too long make the letters smaller.

use std::fmt::Write as _;

use crate::error::SealError;
use crate::letters::{Letters, pack};

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

/// Builds the bodies of objects `first` to `first + 5`; the first of them is the form XObject.
pub(crate) fn objects(appearance: &Appearance<'_>, first: u32, room: (f64, f64)) -> Result<Vec<Vec<u8>>, SealError> {
    let lines: Vec<String> =
        appearance.lines.iter().map(|line| line.chars().filter(|letter| !letter.is_control()).collect()).collect();
    let letters = Letters::of(appearance.font, &lines)?;
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
        stream(&form, &pack(content.as_bytes())?),
        composite.into_bytes(),
        descendant.into_bytes(),
        descriptor.into_bytes(),
        stream(&format!("/Length1 {}", letters.subset_length), &letters.subset),
        stream("", &letters.to_unicode),
    ])
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

/// A compressed stream; its data ends on "\r\n" before the keyword, which every checker measures alike.
fn stream(entries: &str, packed: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{entries} /Filter /FlateDecode /Length {}>>\nstream\n", packed.len()).into_bytes();
    out.extend_from_slice(packed);
    out.extend_from_slice(b"\r\nendstream");
    out
}
