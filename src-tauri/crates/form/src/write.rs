//! From what is laid out to a PDF: the operators of every page, which printpdf turns into pages.
//!
//! Promises: every mark stands inside marked content, that of its node or an artifact; places are whole twentieths of a
//! point, which are short to write and do not drift; a colour, a width, a typeface is only set when it changes.
//! Deliberately absent: what makes it a record (`post`).

use crate::draw::{Colour, Mark, Placed, Step, Stroke};
use crate::faces::{self, Embedded, is_plain};
use crate::file::text;
use crate::fonts::{Face, Fonts};
use crate::laid::Laid;
use crate::layout::{HEIGHT, WIDTH};
use crate::post::{self, About};
use crate::structure::{Kid, NodeId, Tree};
use crate::{FormError, Stage};
use printpdf::{Color, CurTransMat, DictItem, Greyscale, Op, PdfDocument, PdfFontHandle, PdfPage, Pt, Rgb, TextMatrix};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

/// The faces of a form, embedded.
pub(crate) type Embeddings = BTreeMap<Face, Arc<Embedded>>;

/// Writes the PDF.
pub(crate) fn write(
    mut laid: Laid,
    fonts: &Fonts,
    about: &About<'_>,
    done: &mut dyn FnMut(Stage),
) -> Result<Vec<u8>, FormError> {
    let mut embeddings = Embeddings::new();
    for (face, rare) in rare_letters(&laid) {
        embeddings.insert(face, fonts.made.get(fonts, face, &rare)?);
    }
    done(Stage::Faces);
    let pages = laid.pages.iter().enumerate().map(|(place, page)| {
        let ops = Pen::ops_of(&page.marks, place, &mut laid.tree, &embeddings);
        PdfPage::new(Pt(WIDTH).into(), Pt(HEIGHT).into(), ops)
    });
    let pages = pages.collect();
    for (place, link) in laid.links.iter().enumerate() {
        laid.tree.nodes[link.node].kids.push(Kid::Link(place));
    }
    for (place, field) in laid.fields.iter().enumerate() {
        laid.tree.nodes[field.node].kids.push(Kid::Field(place));
    }
    let mut document = PdfDocument::new("");
    document.with_pages(pages);
    let printed = document.to_lopdf_document(&faces::options(), &mut Vec::new());
    drop(document);
    done(Stage::Drawn);
    post::finish(printed, &laid, &embeddings, about, done)
}

/// The faces used, each with the letters that are not embedded anyway.
fn rare_letters(laid: &Laid) -> BTreeMap<Face, BTreeSet<char>> {
    let mut rare: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for Placed { mark, .. } in laid.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Text { face, text, .. } = mark {
            rare.entry(*face).or_default().extend(text.chars().filter(|letter| !is_plain(*letter)));
        }
    }
    rare
}

/// Units in which pages are drawn, for each point.
const UNITS: f32 = 20.0;

/// A length in the units of the page.
fn units(points: f32) -> i32 {
    (points * UNITS).round() as i32
}

fn rounded(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

/// What is set already, so that it is not set again.
struct Pen<'a> {
    embeddings: &'a Embeddings,
    ops: Vec<Op>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<i32>,
    font: Option<(Face, f32)>,
    /// Where the last line of the open text section begins, in units.
    text: Option<(i32, i32)>,
}

impl<'a> Pen<'a> {
    /// The operators of a page; what belongs to one node and stands together is one piece of marked content.
    fn ops_of(marks: &[Placed], page: usize, tree: &mut Tree, embeddings: &'a Embeddings) -> Vec<Op> {
        let ops = Vec::with_capacity(marks.len() * 4);
        let mut pen = Self { embeddings, ops, fill: None, stroke: None, width: None, font: None, text: None };
        let scale = 1.0 / UNITS;
        pen.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([scale, 0.0, 0.0, scale, 0.0, 0.0]) });
        let mut next = 0u32;
        for group in marks.chunk_by(|one, other| one.node == other.node) {
            // What is text alone stands inside a section of text that goes on; a drawing must stand outside of one.
            let only_text = group.iter().all(|placed| matches!(placed.mark, Mark::Text { .. }));
            if only_text {
                pen.begin_text()
            } else {
                pen.end_text()
            }
            pen.begin(group[0].node, page, &mut next, tree);
            group.iter().for_each(|placed| pen.paint(&placed.mark));
            if !only_text {
                pen.end_text();
            }
            pen.ops.push(Op::EndMarkedContent);
        }
        pen.end_text();
        pen.ops
    }

    fn begin(&mut self, node: Option<NodeId>, page: usize, next: &mut u32, tree: &mut Tree) {
        let Some(id) = node else {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            return;
        };
        tree.hang(id);
        let node = &mut tree.nodes[id];
        if let Some(actual) = &node.actual {
            // Who takes the text from the page alone finds the whole word where it begins, and nothing where it ends.
            let word = if node.kids.is_empty() { actual.as_str() } else { "" };
            let data = text(word).as_str().map(<[u8]>::to_vec).unwrap_or_default();
            let actual = ("ActualText".to_owned(), DictItem::String { data, literal: true });
            let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(i64::from(*next))), actual]);
            let tag = node.role.name().to_owned();
            self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } });
        } else {
            self.spell(format!("/{} <</MCID {next}>> BDC", node.role.name()));
        }
        node.kids.push(Kid::Marked(page, *next));
        *next += 1;
    }

    fn begin_text(&mut self) {
        if self.text.is_none() {
            self.ops.push(Op::StartTextSection);
            self.text = Some((0, 0));
        }
    }

    fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    /// Operands and operator as they stand in the page. Of the operators that printpdf has no words for, and of those
    /// that a page has by the thousand.
    fn spell(&mut self, spelt: String) {
        self.ops.push(Op::Unknown { key: spelt, value: Vec::new() });
    }

    fn ink(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: self::colour(colour) });
        }
    }

    fn line_style(&mut self, stroke: &Stroke) {
        if self.stroke.replace(stroke.colour) != Some(stroke.colour) {
            self.ops.push(Op::SetOutlineColor { col: colour(stroke.colour) });
        }
        let width = units(stroke.width);
        if self.width.replace(width) != Some(width) {
            self.spell(format!("{width} w"));
        }
    }

    fn dash(&mut self, length: Option<f32>) {
        let length = length.map(|length| units(length).to_string()).unwrap_or_default();
        self.spell(format!("[{length}] 0 d"));
    }

    fn paint(&mut self, mark: &Mark) {
        match mark {
            Mark::Text { x, y, face, size, colour, text } => {
                self.begin_text();
                self.ink(*colour);
                self.move_to(units(*x), units(*y));
                self.show(*face, *size, text);
            }
            Mark::Turned { at: (x, y), degrees, face, size, colour, text } => {
                self.end_text();
                self.begin_text();
                self.ink(*colour);
                let (sin, cos) = degrees.to_radians().sin_cos();
                let matrix = [cos, sin, -sin, cos, units(*x) as f32, units(*y) as f32].map(rounded);
                self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
                self.show(*face, *size, text);
                self.end_text();
            }
            Mark::Path { steps, fill, stroke } => {
                self.end_text();
                self.path(steps, *fill, stroke.as_ref());
            }
        }
    }

    /// Begins a line of text; the operator counts from where the line before began.
    fn move_to(&mut self, x: i32, y: i32) {
        let (from_x, from_y) = self.text.replace((x, y)).unwrap_or((0, 0));
        self.spell(format!("{} {} Td", x - from_x, y - from_y));
    }

    fn show(&mut self, face: Face, size: f32, text: &str) {
        if self.font.replace((face, size)) != Some((face, size)) {
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(face.id()), size: Pt(size * UNITS) });
        }
        let data = self.embeddings.get(&face).map(|embedded| embedded.encode(text)).unwrap_or_default();
        // The glyphs are ours to name: the face is embedded apart, once for all forms.
        self.ops.push(Op::Unknown { key: "Tj".to_owned(), value: vec![DictItem::String { data, literal: true }] });
    }

    fn path(&mut self, steps: &[Step], fill: Option<Colour>, stroke: Option<&Stroke>) {
        if let Some(fill) = fill {
            self.ink(fill);
        }
        if let Some(stroke) = stroke {
            self.line_style(stroke);
        }
        let dash = stroke.and_then(|stroke| stroke.dash);
        if dash.is_some() {
            self.dash(dash);
        }
        let paint = match (fill.is_some(), stroke.is_some()) {
            (true, true) => "B",
            (true, false) => "f",
            (false, true) => "S",
            (false, false) => "n",
        };
        self.spell(spelt(steps, paint));
        if dash.is_some() {
            self.dash(None);
        }
    }
}

/// A path with its painting operator, as it stands in the page.
fn spelt(steps: &[Step], paint: &str) -> String {
    let mut path = String::with_capacity(steps.len() * 16 + 2);
    let mut step = |values: &[f32], operator: &str| {
        for value in values {
            // Writing to memory cannot fail.
            let _ = write!(path, "{} ", units(*value));
        }
        path.push_str(operator);
        path.push(' ');
    };
    for one in steps {
        match one {
            Step::Move(x, y) => step(&[*x, *y], "m"),
            Step::Line(x, y) => step(&[*x, *y], "l"),
            Step::Curve(points) => step(points, "c"),
            Step::Rect(sides) => step(sides, "re"),
            Step::Close => step(&[], "h"),
        }
    }
    path.push_str(paint);
    path
}

/// A colour; a grey needs one figure.
fn colour([r, g, b]: Colour) -> Color {
    if r == g && g == b {
        return Color::Greyscale(Greyscale { percent: rounded(r), icc_profile: None });
    }
    Color::Rgb(Rgb { r: rounded(r), g: rounded(g), b: rounded(b), icc_profile: None })
}
