//! The typefaces as they are embedded: reduced to letters, made by printpdf, deflated.
//!
//! Promises: the plain letters of Dutch and English are reduced and deflated once for all forms; a form with other
//! letters gets those besides; the same letters give the same bytes, whatever was made before. Deliberately absent:
//! which letters a form uses (`write`), measures (`fonts`).

use crate::FormError;
use crate::file::{File, deflate, deflate_once};
use crate::fonts::{Face, Fonts};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use printpdf::{Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

/// Beside letters and digits, what nearly every form has.
const PLAIN: &str = " .,:;()[]-/%?!'éëïöü“”’–·";
/// What else is common in Dutch and English.
const COMMON: &str = "\"#$&*+<=>@\\^_`{|}~áíóúèêàâçñäîôûÉËÏÖÜ‘—…•€";
/// Most sets of rarer letters that are kept; a cohort has a handful.
const KEPT: usize = 48;

/// Whether a letter is in every embedded face that has it.
pub(crate) fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || PLAIN.contains(letter)
}

/// The letters to embed for a form that has these besides the plain ones: those that are common come together, so that
/// few sets are made.
fn grouped(rare: &BTreeSet<char>) -> Vec<char> {
    let common = rare.iter().any(|letter| COMMON.contains(*letter)).then_some(COMMON);
    let all: BTreeSet<char> = common.into_iter().flat_map(str::chars).chain(rare.iter().copied()).collect();
    all.into_iter().collect()
}

/// A face, ready to be written into a file.
#[derive(Debug)]
pub(crate) struct Embedded {
    glyphs: BTreeMap<char, u16>,
    /// Glyphs of the letters that a keyboard types, by place from the blank on.
    typed: Vec<u16>,
    font: Dictionary,
    descendant: Dictionary,
    descriptor: Dictionary,
    program: Vec<u8>,
    program_length: i64,
    to_unicode: Vec<u8>,
}

/// A face and the letters it has beside the plain ones.
type Key = (Face, Vec<char>);

/// What was made before.
#[derive(Debug, Default)]
pub(crate) struct Made(Mutex<BTreeMap<Key, Arc<Embedded>>>);

impl Made {
    /// The face with the plain letters and these.
    pub fn get(&self, fonts: &Fonts, face: Face, rare: &BTreeSet<char>) -> Result<Arc<Embedded>, FormError> {
        let key = (face, grouped(rare));
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = lock().get(&key) {
            return Ok(found.clone());
        }
        // Made outside the lock: two threads may make the same, and it is the same.
        let made = Arc::new(Embedded::make(fonts, face, &key.1)?);
        let mut kept = lock();
        if kept.len() >= KEPT {
            kept.retain(|(_, rare), _| rare.is_empty() || rare.len() == COMMON.chars().count());
        }
        kept.insert(key, made.clone());
        Ok(made)
    }
}

impl Embedded {
    fn make(fonts: &Fonts, face: Face, rare: &[char]) -> Result<Self, FormError> {
        let plain = ('0'..='9').chain('A'..='Z').chain('a'..='z').chain(PLAIN.chars());
        let letters: BTreeSet<char> = plain.chain(rare.iter().copied()).filter(|l| fonts.has(face, *l)).collect();
        let letters: Vec<char> = letters.into_iter().collect();
        let parsed = fonts.subset(face, &letters)?;
        let glyph = |letter: &char| parsed.lookup_glyph_index(u32::from(*letter)).map(|glyph| (*letter, glyph));
        let glyphs: BTreeMap<char, u16> = letters.iter().filter_map(glyph).collect();
        let typed = (' '..='~').map(|letter| glyphs.get(&letter).copied().unwrap_or(0)).collect();
        let document = printed(face, parsed, &letters);
        let parts = parts(&document).ok_or(FormError::Composition("typeface"))?;
        let (font, descendant, descriptor, program) = parts;
        let program = needed(program).ok_or(FormError::Composition("typeface"))?;
        // A set that one form alone may need is not worth the most effort.
        let shared = rare.iter().all(|letter| COMMON.contains(*letter));
        let packed = if shared { deflate_once } else { deflate };
        Ok(Self {
            typed,
            font: font.clone(),
            descendant: descendant.clone(),
            descriptor: descriptor.clone(),
            program: packed(&program),
            program_length: program.len() as i64,
            to_unicode: packed(to_unicode(&glyphs).as_bytes()),
            glyphs,
        })
    }

    /// The text as a string of this face: two bytes for each glyph.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len() * 2);
        for letter in text.chars() {
            let place = u32::from(letter).wrapping_sub(u32::from(' ')) as usize;
            let glyph = self.typed.get(place).or_else(|| self.glyphs.get(&letter)).copied().unwrap_or(0);
            bytes.extend_from_slice(&glyph.to_be_bytes());
        }
        bytes
    }

    /// Writes the face into a file; answers the number of the font.
    pub fn put(&self, file: &mut File) -> ObjectId {
        let program = file.deflated(dictionary! { "Length1" => self.program_length }, &self.program);
        let mut descriptor = self.descriptor.clone();
        descriptor.set("FontFile2", program);
        let mut descendant = self.descendant.clone();
        descendant.set("FontDescriptor", file.add(descriptor));
        let mut font = self.font.clone();
        font.set("ToUnicode", file.deflated(Dictionary::new(), &self.to_unicode));
        font.set("DescendantFonts", vec![Object::Dictionary(descendant)]);
        file.add(font)
    }
}

/// A document in which printpdf shows every letter of the face once.
fn printed(face: Face, parsed: ParsedFont, letters: &[char]) -> Document {
    let mut document = PdfDocument::new("");
    document.resources.fonts.map.insert(face.id(), PdfFont::new(parsed));
    let ops = vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(face.id()), size: Pt(1.0) },
        Op::ShowText { items: vec![TextItem::Text(letters.iter().collect())] },
        Op::EndTextSection,
    ];
    document.with_pages(vec![PdfPage::new(Pt(1.0).into(), Pt(1.0).into(), ops)]);
    document.to_lopdf_document(&options(), &mut Vec::new())
}

/// How printpdf is asked to make documents: as they are told, without reducing or packing anything itself.
pub(crate) fn options() -> PdfSaveOptions {
    PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None }
}

type Parts<'d> = (&'d Dictionary, &'d Dictionary, &'d Dictionary, &'d [u8]);

/// Font, descendant, descriptor and program of the only font in a document.
fn parts(document: &Document) -> Option<Parts<'_>> {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let is_font = |found: &&Dictionary| found.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Type0");
    let font = dictionaries.into_iter().find(is_font)?;
    let follow = |from: &Dictionary, key: &[u8]| from.get(key).and_then(Object::as_reference).ok();
    let descendant = font.get(b"DescendantFonts").and_then(Object::as_array).ok()?.first()?.as_dict().ok()?;
    let descriptor = document.get_dictionary(follow(descendant, b"FontDescriptor")?).ok()?;
    let program = document.get_object(follow(descriptor, b"FontFile2")?).and_then(Object::as_stream).ok()?;
    Some((font, descendant, descriptor, program.content.as_slice()))
}

/// The map from glyphs back to text. Glyphs follow the order of the letters, so that a few ranges hold them all.
fn to_unicode(glyphs: &BTreeMap<char, u16>) -> String {
    let mut ranges: Vec<(u16, u32, u16)> = Vec::new();
    for (letter, glyph) in glyphs {
        let code = u32::from(*letter);
        match ranges.last_mut() {
            // A range may not go beyond the last byte of its codes.
            Some((first, from, count))
                if *first + *count == *glyph
                    && *from + u32::from(*count) == code
                    && glyph & 0xFF != 0
                    && code & 0xFF != 0 =>
            {
                *count += 1;
            }
            _ => ranges.push((*glyph, code, 1)),
        }
    }
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering \
         (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> \
         <FFFF>\nendcodespacerange\n",
    );
    for group in ranges.chunks(100) {
        let _ = writeln!(map, "{} beginbfrange", group.len());
        for (first, from, count) in group {
            let mut units = [0; 2];
            let text: String = char::from_u32(*from).map_or_else(String::new, |letter| {
                letter.encode_utf16(&mut units).iter().map(|unit| format!("{unit:04X}")).collect()
            });
            let _ = writeln!(map, "<{first:04X}> <{:04X}> <{text}>", first + count - 1);
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

/// A TrueType program with the tables that a PDF needs: neither names nor what only an operating system reads.
fn needed(program: &[u8]) -> Option<Vec<u8>> {
    const LEFT_OUT: [&[u8]; 3] = [b"name", b"post", b"OS/2"];
    let count = u16::from_be_bytes(program.get(4..6)?.try_into().ok()?);
    let records = program.get(12..12 + 16 * usize::from(count))?.chunks_exact(16);
    let kept: Vec<&[u8]> = records.filter(|record| !LEFT_OUT.contains(&&record[..4])).collect();
    let count = u16::try_from(kept.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16 << power;
    let mut reduced = program.get(..4)?.to_vec();
    for number in [count, range, power as u16, 16 * count - range] {
        reduced.extend(number.to_be_bytes());
    }
    let (mut data, start) = (Vec::new(), 12 + 16 * kept.len());
    for record in kept {
        let [offset, length] =
            [8, 12].map(|at| u32::from_be_bytes([0, 1, 2, 3].map(|byte| record[at + byte])) as usize);
        reduced.extend_from_slice(&record[..8]);
        reduced.extend(u32::try_from(start + data.len()).ok()?.to_be_bytes());
        reduced.extend_from_slice(&record[12..]);
        data.extend_from_slice(program.get(offset..offset.checked_add(length)?)?);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    reduced.extend_from_slice(&data);
    Some(reduced)
}
