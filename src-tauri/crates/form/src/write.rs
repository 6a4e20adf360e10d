//! From what is laid out to a PDF: pages by printpdf, what it lacks by the post-pass.
//!
//! Every mark stands inside marked content: that of its node, or an artifact.

use crate::FormError;
use crate::draw::{Colour, Mark, Placed};
use crate::fonts::{Face, Fonts};
use crate::layout::{HEIGHT, Laid, WIDTH};
use crate::post::{self, About};
use crate::structure::{Kid, NodeId, Tree};
use printpdf::{
    Color, DictItem, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rgb, TextItem,
};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the PDF.
pub(crate) fn write(laid: &Laid, fonts: &Fonts, about: &About<'_>) -> Result<Vec<u8>, FormError> {
    let mut document = PdfDocument::new(&about.title);
    for (face, letters) in letters_of(laid) {
        let letters: Vec<char> = letters.into_iter().collect();
        let subset = fonts.subset(face, &letters)?;
        document.resources.fonts.map.insert(face.id(), PdfFont::new(subset));
    }
    let mut tree = laid.tree.clone();
    let mut pages = Vec::with_capacity(laid.pages.len());
    for (place, page) in laid.pages.iter().enumerate() {
        let ops = ops_of(&page.marks, place, &mut tree);
        pages.push(PdfPage::new(Pt(WIDTH).into(), Pt(HEIGHT).into(), ops));
    }
    for (place, field) in laid.fields.iter().enumerate() {
        tree.nodes[field.node].kids.push(Kid::Field(place));
    }
    document.with_pages(pages);
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let lower = document.to_lopdf_document(&options, &mut Vec::new());
    post::finish(lower, laid, &tree, about)
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

/// The operators of a page; what belongs to one node and stands together is one piece of marked content.
fn ops_of(marks: &[Placed], page: usize, tree: &mut Tree) -> Vec<Op> {
    let mut ops = Vec::with_capacity(marks.len() * 8);
    let mut next = 0u32;
    let mut open: Option<Option<NodeId>> = None;
    for Placed { node, mark } in marks {
        if open != Some(*node) {
            if open.is_some() {
                ops.push(Op::EndMarkedContent);
            }
            begin(&mut ops, *node, page, &mut next, tree);
            open = Some(*node);
        }
        paint(&mut ops, mark);
    }
    if open.is_some() {
        ops.push(Op::EndMarkedContent);
    }
    ops
}

fn begin(ops: &mut Vec<Op>, node: Option<NodeId>, page: usize, next: &mut u32, tree: &mut Tree) {
    let Some(id) = node else {
        ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        return;
    };
    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(i64::from(*next)))]);
    let tag = tree.nodes[id].role.name().to_owned();
    ops.push(Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } });
    tree.nodes[id].kids.push(Kid::Marked(page, *next));
    *next += 1;
}

fn colour([r, g, b]: Colour) -> Color {
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

fn raw(key: &str, values: &[f32]) -> Op {
    Op::Unknown { key: key.to_owned(), value: values.iter().map(|value| DictItem::Real(*value)).collect() }
}

fn paint(ops: &mut Vec<Op>, mark: &Mark) {
    match mark {
        Mark::Text { x, y, face, size, colour: ink, text } => {
            ops.extend([
                Op::StartTextSection,
                Op::SetFont { font: PdfFontHandle::External(face.id()), size: Pt(*size) },
                Op::SetFillColor { col: colour(*ink) },
                Op::SetTextCursor { pos: Point { x: Pt(*x), y: Pt(*y) } },
                Op::ShowText { items: vec![TextItem::Text(text.clone())] },
                Op::EndTextSection,
            ]);
        }
        Mark::Box { x, y, width, height, colour: fill } => {
            ops.push(Op::SetFillColor { col: colour(*fill) });
            ops.extend([raw("re", &[*x, *y, *width, *height]), raw("f", &[])]);
        }
        Mark::Line { from, to, width, colour: stroke, dash } => {
            ops.push(Op::SaveGraphicsState);
            ops.push(Op::SetOutlineColor { col: colour(*stroke) });
            if let Some(dash) = dash {
                let pattern = DictItem::Array(vec![DictItem::Real(*dash)]);
                ops.push(Op::Unknown { key: "d".to_owned(), value: vec![pattern, DictItem::Int(0)] });
            }
            ops.extend([raw("w", &[*width]), raw("m", &[from.0, from.1]), raw("l", &[to.0, to.1]), raw("S", &[])]);
            ops.push(Op::RestoreGraphicsState);
        }
        Mark::Shape { points, colour: fill } => {
            ops.push(Op::SetFillColor { col: colour(*fill) });
            for (place, (x, y)) in points.iter().enumerate() {
                ops.push(raw(if place == 0 { "m" } else { "l" }, &[*x, *y]));
            }
            ops.push(raw("f", &[]));
        }
    }
}
