//! Places text on A4 pages: entries with their heading in the margin, lines, room that is kept together.
//!
//! Promises: nothing is cut; no heading without text under it, no line of a paragraph alone on a page; the order in
//! which things are placed is the order in which they are read.

use crate::draw::{BODY, Colour, HEAD, INK, LINE, Mark, Placed, STRONG_LINE, Style, WATERMARK};
use crate::fonts::{Face, Fonts};
use crate::laid::{Bookmark, Laid, Link, Page};
use crate::structure::{NodeId, Role};
use crate::text::Words;
use crate::wrap::{Kind, Line, Run, run, wrap};
use hypher::Lang;
use std::rc::Rc;

pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
/// 19 mm, room for a punch.
pub(crate) const LEFT: f32 = 54.0;
/// 17 mm from the right.
pub(crate) const RIGHT: f32 = WIDTH - 48.0;
const TOP: f32 = HEIGHT - 40.0;
const BOTTOM: f32 = 50.0;
/// Left of what an entry says; its heading stands in the margin before it.
pub(crate) const INNER: f32 = LEFT + 85.0;
const MARGIN: f32 = 80.0;
/// Between two pieces that stand beside each other, and the highest that do.
const GUTTER: f32 = 18.0;
const BESIDE: f32 = 330.0;
/// Slope of a word across the page, in degrees.
const SLOPE: f32 = 52.0;
const FOOT: Style = Style::new(Face::Sans, 7.5, 10.0, [0.3; 3]);

/// Where the next thing goes.
pub(crate) struct Sheet<'a> {
    pub fonts: &'a Fonts,
    pub words: &'static Words,
    pub laid: Laid,
    /// Height of the next line's top.
    pub y: f32,
    /// How words are broken here.
    hyphens: Lang,
    /// Edges of the column.
    pub left: f32,
    pub right: f32,
    /// Whether what is placed has its room already, and no page may begin.
    held: bool,
    /// The word that the line before broke, and its node.
    broken: Option<(Rc<str>, NodeId)>,
}

impl<'a> Sheet<'a> {
    /// An empty first page; `anchors` is how many places links lead to.
    pub fn new(fonts: &'a Fonts, words: &'static Words, anchors: usize) -> Self {
        Self {
            fonts,
            words,
            laid: Laid::new(anchors),
            y: TOP,
            hyphens: words.hyphens,
            left: LEFT,
            right: RIGHT,
            held: false,
            broken: None,
        }
    }

    pub fn page(&self) -> usize {
        self.laid.pages.len() - 1
    }

    /// Height that is left on this page.
    pub fn room(&self) -> f32 {
        self.y - BOTTOM
    }

    /// Width of the column.
    pub fn column(&self) -> f32 {
        self.right - self.left
    }

    /// Begins a page unless `height` is left on this one; answers whether it did.
    pub fn keep(&mut self, height: f32) -> bool {
        let full = !self.held && self.room() < height && self.y < TOP;
        if full {
            self.new_page();
        }
        full
    }

    /// Begins a page.
    pub fn new_page(&mut self) {
        self.laid.pages.push(Page::default());
        self.y = TOP;
    }

    pub fn gap(&mut self, height: f32) {
        self.y = (self.y - height).max(BOTTOM);
    }

    pub fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.laid.tree.add(parent, role)
    }

    pub fn put(&mut self, node: Option<NodeId>, mark: Mark) {
        let page = self.page();
        self.laid.pages[page].marks.push(Placed { node, mark });
    }

    /// The text in lines that fit.
    pub fn lines(&self, style: Style, text: &str, width: f32) -> Vec<Line> {
        self.wrap(&[run(style, text)], width)
    }

    /// The runs in lines that fit.
    pub fn wrap(&self, runs: &[Run<'_>], width: f32) -> Vec<Line> {
        wrap(self.fonts, Some(self.hyphens), runs, width)
    }

    /// What `fill` places is mostly names that the framework gives, which are Dutch in every form.
    pub fn in_names<T>(&mut self, fill: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.hyphens, Lang::Dutch);
        let filled = fill(self);
        self.hyphens = before;
        filled
    }

    /// Sets a place here.
    pub fn set_anchor(&mut self, anchor: usize) {
        self.laid.anchors[anchor] = Some((self.page(), self.y));
    }

    pub fn width(&self, style: Style, text: &str) -> f32 {
        self.fonts.width(style, text)
    }

    /// One line of text with its baseline at `y`; answers where it ends. Letters that the face lacks are set in the
    /// face that has them.
    pub fn text(&mut self, node: Option<NodeId>, style: Style, text: &str, x: f32, y: f32) -> f32 {
        let Style { face: asked, size, colour, .. } = style;
        let (mut rest, mut at) = (text, x);
        while let Some(letter) = rest.chars().next() {
            let face = self.fonts.face_of(asked, letter).unwrap_or(asked);
            let other = |letter: char| self.fonts.face_of(asked, letter).unwrap_or(asked) != face;
            let (piece, after) = rest.split_at(rest.find(other).unwrap_or(rest.len()));
            self.put(node, Mark::Text { x: at, y, face, size, colour, text: piece.to_owned() });
            at += self.fonts.width(style, piece);
            rest = after;
        }
        at
    }

    /// One laid line with its baseline at `y`.
    pub fn line(&mut self, node: Option<NodeId>, line: &Line, x: f32, y: f32) {
        let mut at = x;
        for segment in &line.segments {
            let inner = node.map(|node| self.node_of(node, &segment.kind));
            let from = at;
            at = self.text(inner, segment.style, &segment.text, at, y);
            if let (Some(node), Kind::Link(to, said)) = (inner, &segment.kind) {
                let size = segment.style.size;
                let rect = [from, y - size * 0.25, at, y + size * 0.8];
                let (to, label) = (*to, said.to_string());
                self.laid.links.push(Link { page: self.page(), rect, label, node, to });
            }
        }
    }

    /// The node of a piece of a line: a link and a broken word have their own.
    fn node_of(&mut self, node: NodeId, kind: &Kind) -> NodeId {
        match kind {
            Kind::Plain => node,
            Kind::Link(..) => self.laid.tree.add_within_line(node, Role::Link),
            Kind::Broken(word) => {
                if let Some((_, begun)) = self.broken.as_ref().filter(|(other, _)| Rc::ptr_eq(other, word)) {
                    return *begun;
                }
                let begun = self.laid.tree.add_within_line(node, Role::Word);
                self.laid.tree.nodes[begun].actual = Some(word.to_string());
                self.broken = Some((word.clone(), begun));
                begun
            }
        }
    }

    /// A heading over the whole column, kept with what follows.
    pub fn heading(&mut self, parent: NodeId, role: Role, style: Style, text: &str) -> NodeId {
        let lines = self.lines(style, text, self.column());
        let leading = style.leading;
        self.keep(leading * lines.len() as f32 + 64.0);
        self.mark_outline(role, text);
        let node = self.node(parent, role);
        for line in &lines {
            self.y -= leading;
            self.line(Some(node), line, self.left, self.y + leading * 0.26);
        }
        self.gap(3.0);
        node
    }

    /// A bookmark for a heading under the title.
    fn mark_outline(&mut self, role: Role, text: &str) {
        if let Some(rank) = [Role::H2, Role::H3].iter().position(|known| *known == role) {
            let (title, page, y) = (text.to_owned(), self.page(), self.y);
            self.laid.outline.push(Bookmark { title, rank, page, y });
        }
    }

    /// An entry: a rule, its heading in the margin, and beside it whatever `fill` places.
    pub fn entry(&mut self, parent: NodeId, role: Role, heading: (Style, &str), fill: impl FnOnce(&mut Self, NodeId)) {
        let (style, title) = heading;
        let lines = self.lines(style, title, MARGIN);
        let tall = style.leading * lines.len() as f32;
        self.keep(tall.max(BODY.leading * 3.0) + 9.0);
        self.rule(LINE, 0.5);
        self.y -= 4.5;
        self.mark_outline(role, title);
        let node = self.node(parent, role);
        let page = self.page();
        let mut under = self.y;
        for line in &lines {
            under -= style.leading;
            self.line(Some(node), line, LEFT, under + style.leading * 0.26);
        }
        let before = std::mem::replace(&mut self.left, INNER);
        fill(self, parent);
        self.left = before;
        if self.page() == page {
            self.y = self.y.min(under);
        }
        self.gap(4.0);
    }

    /// A paragraph over the column.
    pub fn paragraph(&mut self, parent: NodeId, style: Style, text: &str) {
        self.rich(parent, Role::Paragraph, &[run(style, text)], 0.0);
    }

    /// A paragraph of runs, set in by `indent`; line breaks of the text stand.
    pub fn rich(&mut self, parent: NodeId, role: Role, runs: &[Run<'_>], indent: f32) -> Option<NodeId> {
        let lines = self.wrap(runs, self.column() - indent);
        let leading = runs.iter().map(|run| run.style.leading).fold(0.0, f32::max);
        if lines.is_empty() {
            return None;
        }
        let node = self.node(parent, role);
        if runs.iter().any(|run| run.style.face == Face::Serif) && (role == Role::Quote || runs.len() == 1) {
            // What a person wrote stays in the language it was written in.
            self.laid.tree.nodes[node].lang = self.words.foreign;
        }
        self.set(node, leading, &lines, self.left + indent);
        self.gap(2.0);
        Some(node)
    }

    /// Sets lines one under another, onto new pages where needed, never leaving one of them alone.
    fn set(&mut self, node: NodeId, leading: f32, lines: &[Line], x: f32) {
        self.keep(leading * lines.len().min(2) as f32);
        for (place, line) in lines.iter().enumerate() {
            let left = lines.len() - place;
            // The last but one goes along to the next page when the last would stand there alone.
            let along = left == 2 && place > 1 && self.room() < leading * 2.0;
            self.keep(if along { leading * 2.0 } else { leading });
            self.y -= leading;
            self.line(Some(node), line, x, self.y + leading * 0.28);
        }
    }

    /// Two pieces beside each other where both are short enough, the first in a part of the width; otherwise one under
    /// the other.
    pub fn beside(
        &mut self,
        parent: NodeId,
        part: f32,
        first: impl Fn(&mut Self, NodeId),
        second: impl Fn(&mut Self, NodeId),
    ) {
        let (left, right) = (self.left, self.right);
        let middle = left + (right - left - GUTTER) * part;
        let columns = [(left, middle), (middle + GUTTER, right)];
        let heights = [self.measure(columns[0], parent, &first), self.measure(columns[1], parent, &second)];
        let [Some(one), Some(other)] = heights else {
            first(self, parent);
            return second(self, parent);
        };
        self.keep(one.max(other));
        let top = self.y;
        self.held = true;
        (self.left, self.right) = columns[0];
        first(self, parent);
        let under = std::mem::replace(&mut self.y, top);
        (self.left, self.right) = columns[1];
        second(self, parent);
        (self.left, self.right) = (left, right);
        self.held = false;
        self.y = self.y.min(under);
    }

    /// How high a piece is in a column; `None` when it is too high to stand beside another. Leaves nothing behind.
    fn measure(&mut self, column: (f32, f32), parent: NodeId, fill: &impl Fn(&mut Self, NodeId)) -> Option<f32> {
        let before = (self.y, self.left, self.right);
        let pages = std::mem::replace(&mut self.laid.pages, vec![Page::default()]);
        let (nodes, kids) = (self.laid.tree.nodes.len(), self.laid.tree.nodes[parent].kids.len());
        let (links, marks) = (self.laid.links.len(), self.laid.outline.len());
        (self.y, self.left, self.right) = (TOP, column.0, column.1);
        fill(self, parent);
        let tall = TOP - self.y;
        let fits = self.laid.pages.len() == 1 && tall <= BESIDE;
        (self.y, self.left, self.right) = before;
        self.laid.pages = pages;
        self.laid.tree.nodes.truncate(nodes);
        self.laid.tree.nodes[parent].kids.truncate(kids);
        self.laid.links.truncate(links);
        self.laid.outline.truncate(marks);
        self.broken = None;
        fits.then_some(tall)
    }

    /// A rule over the whole width.
    pub fn rule(&mut self, colour: Colour, width: f32) {
        let y = self.y;
        self.put(None, Mark::line((LEFT, y), (RIGHT, y), width, colour));
    }

    /// A black rule.
    pub fn black_rule(&mut self) {
        self.rule(INK, 0.75);
    }

    /// Adds the foot of every page, and a word across it where there is one; gives up what was laid out.
    pub fn finish(mut self, foot: [&str; 2], across: Option<&str>) -> Laid {
        let count = self.laid.pages.len();
        let feet = foot.map(|text| self.fonts.showable(FOOT, text).into_owned());
        for place in 0..count {
            let number = crate::text::fill(self.words.page_of, &[&(place + 1).to_string(), &count.to_string()]);
            let (middle, end) = (self.width(FOOT, &feet[1]), self.width(FOOT, &number));
            let at = [LEFT, RIGHT - end - 18.0 - middle, RIGHT - end];
            let (from, to) = ((LEFT, 40.0), (RIGHT, 40.0));
            let mut marks = vec![Mark::line(from, to, 0.5, STRONG_LINE)];
            for (text, x) in [&feet[0], &feet[1], &number].into_iter().zip(at) {
                let Style { face, size, colour, .. } = FOOT;
                marks.push(Mark::Text { x, y: 29.5, face, size, colour, text: text.clone() });
            }
            let page = &mut self.laid.pages[place].marks;
            page.extend(marks.into_iter().map(|mark| Placed { node: None, mark }));
            if let Some(word) = across {
                page.insert(0, Placed { node: None, mark: watermark(self.fonts, word) });
            }
        }
        self.laid
    }
}

/// A word across the page, behind everything.
fn watermark(fonts: &Fonts, word: &str) -> Mark {
    let Style { face, size, colour, .. } = WATERMARK;
    let (sin, cos) = SLOPE.to_radians().sin_cos();
    // From the middle of the page back by half the word, and down by half a capital.
    let (along, down) = (fonts.width(WATERMARK, word) / 2.0, size * 0.35);
    let at = (WIDTH / 2.0 - cos * along + sin * down, HEIGHT / 2.0 - sin * along - cos * down);
    Mark::Turned { at, degrees: SLOPE, face, size, colour, text: word.to_owned() }
}

/// The heading of an ordinary entry.
pub(crate) fn head(text: &str) -> (Style, &str) {
    (HEAD, text)
}
