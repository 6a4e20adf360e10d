//! From what is laid out to a PDF: pages by printpdf, what it lacks by the post-pass.
//!
//! Promises: every mark stands inside marked content, that of its node or an artifact; figures have two decimals at
//! most; a colour or a width is only set when it changes.

use crate::FormError;
use crate::draw::{Colour, Mark, Placed, Step, Stroke};
use crate::fonts::{Face, Fonts};
use crate::layout::{HEIGHT, Laid, WIDTH};
use crate::post::{self, About};
use crate::structure::{Kid, NodeId, Tree};
use printpdf::{
    Color, DictItem, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rgb, TextItem,
};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the PDF.
pub(crate) fn write(mut laid: Laid, fonts: &Fonts, about: &About<'_>) -> Result<Vec<u8>, FormError> {
    let mut document = PdfDocument::new(&about.title);
    for (face, letters) in letters_of(&laid) {
        let letters: Vec<char> = letters.into_iter().collect();
        let subset = fonts.subset(face, &letters)?;
        document.resources.fonts.map.insert(face.id(), PdfFont::new(subset));
    }
    let mut pages = Vec::with_capacity(laid.pages.len());
    for (place, page) in laid.pages.iter().enumerate() {
        let ops = Pen::ops_of(&page.marks, place, &mut laid.tree);
        pages.push(PdfPage::new(Pt(WIDTH).into(), Pt(HEIGHT).into(), ops));
    }
    for (place, field) in laid.fields.iter().enumerate() {
        laid.tree.nodes[field.node].kids.push(Kid::Field(place));
    }
    document.with_pages(pages);
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let lower = document.to_lopdf_document(&options, &mut Vec::new());
    post::finish(lower, &laid, about)
}

/// The letters that each face is used for.
fn letters_of(laid: &Laid) -> BTreeMap<Face, BTreeSet<char>> {
    let mut letters: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for Placed { mark, .. } in laid.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Text { face, text, .. } = mark {
            letters.entry(*face).or_default().extend(text.chars());
        }
    }
    letters
}

fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// What is set already, so that it is not set again.
#[derive(Default)]
struct Pen {
    ops: Vec<Op>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<f32>,
}

impl Pen {
    /// The operators of a page; what belongs to one node and stands together is one piece of marked content.
    fn ops_of(marks: &[Placed], page: usize, tree: &mut Tree) -> Vec<Op> {
        let mut pen = Self { ops: Vec::with_capacity(marks.len() * 8), ..Self::default() };
        let mut next = 0u32;
        let mut open: Option<Option<NodeId>> = None;
        for Placed { node, mark } in marks {
            if open != Some(*node) {
                if open.is_some() {
                    pen.ops.push(Op::EndMarkedContent);
                }
                pen.begin(*node, page, &mut next, tree);
                open = Some(*node);
            }
            pen.paint(mark);
        }
        if open.is_some() {
            pen.ops.push(Op::EndMarkedContent);
        }
        pen.ops
    }

    fn begin(&mut self, node: Option<NodeId>, page: usize, next: &mut u32, tree: &mut Tree) {
        let Some(id) = node else {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            return;
        };
        let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(i64::from(*next)))]);
        let tag = tree.nodes[id].role.name().to_owned();
        self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } });
        tree.nodes[id].kids.push(Kid::Marked(page, *next));
        *next += 1;
    }

    fn raw(&mut self, key: &str, values: &[f32]) {
        let value = values.iter().map(|value| DictItem::Real(rounded(*value))).collect();
        self.ops.push(Op::Unknown { key: key.to_owned(), value });
    }

    fn ink(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn line_style(&mut self, stroke: &Stroke) {
        if self.stroke.replace(stroke.colour) != Some(stroke.colour) {
            self.ops.push(Op::SetOutlineColor { col: rgb(stroke.colour) });
        }
        if self.width.replace(stroke.width) != Some(stroke.width) {
            self.raw("w", &[stroke.width]);
        }
    }

    fn dash(&mut self, lengths: &[f32]) {
        let pattern = DictItem::Array(lengths.iter().map(|length| DictItem::Real(*length)).collect());
        self.ops.push(Op::Unknown { key: "d".to_owned(), value: vec![pattern, DictItem::Int(0)] });
    }

    fn paint(&mut self, mark: &Mark) {
        match mark {
            Mark::Text { x, y, face, size, colour, text } => {
                self.ink(*colour);
                self.ops.extend([
                    Op::StartTextSection,
                    Op::SetFont { font: PdfFontHandle::External(face.id()), size: Pt(*size) },
                    Op::SetTextCursor { pos: Point { x: Pt(rounded(*x)), y: Pt(rounded(*y)) } },
                    Op::ShowText { items: vec![TextItem::Text(text.clone())] },
                    Op::EndTextSection,
                ]);
            }
            Mark::Path { steps, fill, stroke } => self.path(steps, *fill, stroke.as_ref()),
        }
    }

    fn path(&mut self, steps: &[Step], fill: Option<Colour>, stroke: Option<&Stroke>) {
        if let Some(fill) = fill {
            self.ink(fill);
        }
        if let Some(stroke) = stroke {
            self.line_style(stroke);
        }
        let dash = stroke.and_then(|stroke| stroke.dash);
        if let Some(length) = dash {
            self.dash(&[length]);
        }
        for step in steps {
            match step {
                Step::Move(x, y) => self.raw("m", &[*x, *y]),
                Step::Line(x, y) => self.raw("l", &[*x, *y]),
                Step::Curve(points) => self.raw("c", points),
                Step::Rect(sides) => self.raw("re", sides),
                Step::Close => self.raw("h", &[]),
            }
        }
        self.raw(
            match (fill.is_some(), stroke.is_some()) {
                (true, true) => "B",
                (true, false) => "f",
                (false, true) => "S",
                (false, false) => "n",
            },
            &[],
        );
        if dash.is_some() {
            self.dash(&[]);
        }
    }
}

fn rgb([r, g, b]: Colour) -> Color {
    Color::Rgb(Rgb { r: rounded(r), g: rounded(g), b: rounded(b), icc_profile: None })
}
