//! Places text on A4 pages: entries with their heading in the margin, lines, room that is kept together.
//!
//! Promises: nothing is cut; no heading without text under it, no line of a paragraph alone on a page; the order in
//! which things are placed is the order in which they are read.

use crate::draw::{BODY, Colour, HEAD, INK, LINE, Mark, Placed, STRONG_LINE, Style};
use crate::fonts::{Face, Fonts};
use crate::structure::{NodeId, Role, Tree};
use crate::text::Words;
use crate::wrap::{Line, Run, wrap};

pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
/// 22 mm.
pub(crate) const LEFT: f32 = 62.4;
/// 18 mm from the right.
pub(crate) const RIGHT: f32 = WIDTH - 51.0;
const TOP: f32 = HEIGHT - 45.4;
const BOTTOM: f32 = 60.0;
/// Left of what an entry says; its heading stands in the margin before it.
pub(crate) const INNER: f32 = LEFT + 85.0;
const MARGIN: f32 = 80.0;
const FOOT: Style = Style::new(Face::Sans, 7.5, 10.0, [0.3; 3]);

/// A page's marks, in reading order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub marks: Vec<Placed>,
}

/// A signature field: page, box, alternative text and node.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub page: usize,
    pub rect: [f32; 4],
    pub label: String,
    pub node: NodeId,
}

/// A form, laid out.
#[derive(Debug, Clone)]
pub(crate) struct Laid {
    pub pages: Vec<Page>,
    pub tree: Tree,
    pub fields: Vec<Field>,
    /// Headings of the first and second rank with page and height, for the bookmarks.
    pub outline: Vec<(String, usize, f32)>,
}

/// Where the next thing goes.
pub(crate) struct Sheet<'a> {
    pub fonts: &'a Fonts,
    pub words: &'static Words,
    pub laid: Laid,
    /// Height of the next line's top.
    pub y: f32,
    /// Left edge of the column.
    pub left: f32,
}

impl<'a> Sheet<'a> {
    pub fn new(fonts: &'a Fonts, words: &'static Words) -> Self {
        let laid = Laid { pages: vec![Page::default()], tree: Tree::new(), fields: Vec::new(), outline: Vec::new() };
        Self { fonts, words, laid, y: TOP, left: LEFT }
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
        RIGHT - self.left
    }

    /// Begins a page unless `height` is left on this one; answers whether it did.
    pub fn keep(&mut self, height: f32) -> bool {
        let full = self.room() < height && self.y < TOP;
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
        let id = self.laid.tree.add(parent, role);
        if role == Role::Quote {
            self.laid.tree.nodes[id].lang = self.words.foreign;
        }
        id
    }

    pub fn put(&mut self, node: Option<NodeId>, mark: Mark) {
        let page = self.page();
        self.laid.pages[page].marks.push(Placed { node, mark });
    }

    /// The text in lines that fit.
    pub fn lines(&self, style: Style, text: &str, width: f32) -> Vec<Line> {
        wrap(self.fonts, &[(style, text)], width)
    }

    pub fn width(&self, style: Style, text: &str) -> f32 {
        self.fonts.width(style, text)
    }

    /// One line of text with its baseline at `y`; answers where it ends. Letters that the face lacks are set in the
    /// face that has them.
    pub fn text(&mut self, node: Option<NodeId>, style: Style, text: &str, x: f32, y: f32) -> f32 {
        let Style { face: asked, size, colour, .. } = style;
        let face_of = |letter| self.fonts.face_of(asked, letter).unwrap_or(asked);
        let mut pieces: Vec<(Face, f32, String)> = Vec::with_capacity(1);
        let mut at = x;
        for letter in text.chars() {
            let face = face_of(letter);
            match pieces.last_mut() {
                Some((last, _, piece)) if *last == face => piece.push(letter),
                _ => pieces.push((face, at, String::from(letter))),
            }
            at += self.fonts.advance(asked, letter).unwrap_or(0.0) * size;
        }
        for (face, x, text) in pieces {
            self.put(node, Mark::Text { x, y, face, size, colour, text });
        }
        at
    }

    /// One laid line with its baseline at `y`.
    pub fn line(&mut self, node: Option<NodeId>, line: &Line, x: f32, y: f32) {
        let mut at = x;
        for (style, text) in &line.segments {
            at = self.text(node, *style, text, at, y);
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

    fn mark_outline(&mut self, role: Role, text: &str) {
        if matches!(role, Role::H1 | Role::H2) {
            let (page, y) = (self.page(), self.y);
            self.laid.outline.push((text.to_owned(), page, y));
        }
    }

    /// An entry: a rule, its heading in the margin, and beside it whatever `fill` places.
    pub fn entry(&mut self, parent: NodeId, role: Role, heading: (Style, &str), fill: impl FnOnce(&mut Self, NodeId)) {
        let (style, title) = heading;
        let lines = self.lines(style, title, MARGIN);
        let tall = style.leading * lines.len() as f32;
        self.keep(tall.max(BODY.leading * 3.0) + 12.0);
        self.rule(LINE, 0.5);
        self.y -= 9.0;
        self.mark_outline(role, title);
        let section = self.node(parent, Role::Section);
        let node = self.node(section, role);
        let page = self.page();
        let mut under = self.y;
        for line in &lines {
            under -= style.leading;
            self.line(Some(node), line, LEFT, under + style.leading * 0.26);
        }
        let before = std::mem::replace(&mut self.left, INNER);
        fill(self, section);
        self.left = before;
        if self.page() == page {
            self.y = self.y.min(under);
        }
        self.gap(8.0);
    }

    /// A paragraph over the column.
    pub fn paragraph(&mut self, parent: NodeId, style: Style, text: &str) {
        self.rich(parent, Role::Paragraph, &[(style, text)], 0.0);
    }

    /// A paragraph of runs, set in by `indent`; line breaks of the text stand.
    pub fn rich(&mut self, parent: NodeId, role: Role, runs: &[Run<'_>], indent: f32) -> Option<NodeId> {
        let lines = wrap(self.fonts, runs, self.column() - indent);
        let leading = runs.iter().map(|(style, _)| style.leading).fold(0.0, f32::max);
        if lines.is_empty() {
            return None;
        }
        let node = self.node(parent, role);
        self.set(node, leading, &lines, self.left + indent);
        self.gap(2.5);
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

    /// A rule over the whole width.
    pub fn rule(&mut self, colour: Colour, width: f32) {
        let y = self.y;
        self.put(None, Mark::line((LEFT, y), (RIGHT, y), width, colour));
    }

    /// A black rule.
    pub fn black_rule(&mut self) {
        self.rule(INK, 0.75);
    }

    /// Adds the foot of every page and gives up what was laid out.
    pub fn finish(mut self, foot: [&str; 2]) -> Laid {
        let count = self.laid.pages.len();
        let feet = foot.map(|text| self.fonts.showable(FOOT, text).into_owned());
        for place in 0..count {
            let number = crate::text::fill(self.words.page_of, &[&(place + 1).to_string(), &count.to_string()]);
            let (middle, end) = (self.width(FOOT, &feet[1]), self.width(FOOT, &number));
            let at = [LEFT, RIGHT - end - 18.0 - middle, RIGHT - end];
            let (from, to) = ((LEFT, 47.0), (RIGHT, 47.0));
            let mut marks = vec![Mark::line(from, to, 0.5, STRONG_LINE)];
            for (text, x) in [&feet[0], &feet[1], &number].into_iter().zip(at) {
                let Style { face, size, colour, .. } = FOOT;
                marks.push(Mark::Text { x, y: 36.0, face, size, colour, text: text.clone() });
            }
            self.laid.pages[place].marks.extend(marks.into_iter().map(|mark| Placed { node: None, mark }));
        }
        self.laid
    }
}

/// The heading of an ordinary entry.
pub(crate) fn head(text: &str) -> (Style, &str) {
    (HEAD, text)
}
