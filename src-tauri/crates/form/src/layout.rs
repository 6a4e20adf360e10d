//! Places text on A4 pages: lines, headings that never stand alone at the foot, room that is kept together.
//!
//! Promises: nothing is cut; a word that is wider than its column is broken; the order in which things are placed is
//! the order in which they are read.

use crate::draw::{Colour, LINE, Mark, Placed, SMALL, Style};
use crate::fonts::{Face, Fonts};
use crate::structure::{NodeId, Role, Tree};

pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const LEFT: f32 = 56.0;
pub(crate) const RIGHT: f32 = WIDTH - 56.0;
const TOP: f32 = HEIGHT - 52.0;
const BOTTOM: f32 = 62.0;

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
    pub laid: Laid,
    /// Height of the next line's top.
    pub y: f32,
}

impl<'a> Sheet<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        let laid = Laid { pages: vec![Page::default()], tree: Tree::new(), fields: Vec::new(), outline: Vec::new() };
        Self { fonts, laid, y: TOP }
    }

    pub fn page(&self) -> usize {
        self.laid.pages.len() - 1
    }

    /// Begins a page unless `height` is left on this one.
    pub fn keep(&mut self, height: f32) {
        if self.y - height < BOTTOM && self.y < TOP {
            self.laid.pages.push(Page::default());
            self.y = TOP;
        }
    }

    pub fn gap(&mut self, height: f32) {
        self.y = if self.y - height < BOTTOM { BOTTOM } else { self.y - height };
    }

    pub fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.laid.tree.add(parent, role)
    }

    pub fn put(&mut self, node: Option<NodeId>, mark: Mark) {
        let page = self.page();
        self.laid.pages[page].marks.push(Placed { node, mark });
    }

    /// A heading, kept with the first lines of what follows.
    pub fn heading(&mut self, parent: NodeId, role: Role, style: Style, text: &str) {
        let lines = self.lines(style, text, RIGHT - LEFT);
        self.gap(style.leading * 0.6);
        self.keep(style.leading * lines.len() as f32 + 44.0);
        if matches!(role, Role::H1 | Role::H2) {
            let (page, y) = (self.page(), self.y);
            self.laid.outline.push((text.to_owned(), page, y));
        }
        let node = self.node(parent, role);
        self.set(Some(node), style, &lines, LEFT);
        self.gap(2.0);
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, parent: NodeId, style: Style, text: &str) {
        self.block(parent, Role::Paragraph, style, text, LEFT, RIGHT - LEFT);
    }

    /// A block of text with its own role, place and width; line breaks of the text stand.
    pub fn block(&mut self, parent: NodeId, role: Role, style: Style, text: &str, x: f32, width: f32) {
        let lines = self.lines(style, text, width);
        if lines.is_empty() {
            return;
        }
        let node = self.node(parent, role);
        // No line alone at the foot of a page.
        self.keep(style.leading * lines.len().min(2) as f32);
        self.set(Some(node), style, &lines, x);
        self.gap(3.0);
    }

    /// Sets lines one under another, onto new pages where needed.
    fn set(&mut self, node: Option<NodeId>, style: Style, lines: &[String], x: f32) {
        for line in lines {
            self.keep(style.leading);
            self.y -= style.leading;
            self.text(node, style, line, x, self.y + style.leading * 0.28);
        }
    }

    /// One line of text with its baseline at `y`.
    pub fn text(&mut self, node: Option<NodeId>, style: Style, text: &str, x: f32, y: f32) {
        let Style { face, size, colour, .. } = style;
        self.put(node, Mark::Text { x, y, face, size, colour, text: text.to_owned() });
    }

    /// A thin rule.
    pub fn rule(&mut self, colour: Colour) {
        let y = self.y;
        self.put(None, Mark::Line { from: (LEFT, y), to: (RIGHT, y), width: 0.6, colour, dash: None });
    }

    /// The text in lines that fit; each but the last of a paragraph ends in a blank, so that words stay apart when
    /// read aloud.
    pub fn lines(&self, style: Style, text: &str, width: f32) -> Vec<String> {
        let text = text.trim_end();
        let paragraphs = text.split('\n').map(|paragraph| self.fonts.showable(style.face, paragraph));
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            self.wrap(style, &paragraph, width, &mut lines);
        }
        lines
    }

    fn wrap(&self, style: Style, paragraph: &str, width: f32, lines: &mut Vec<String>) {
        let (mut line, mut used) = (String::new(), 0.0);
        for word in paragraph.split_inclusive(' ') {
            let wide = self.width(style, word.trim_end());
            if used + wide > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if wide > width {
                self.break_word(style, word, width, &mut line, lines);
                used = self.width(style, &line);
            } else {
                line.push_str(word);
                used += self.width(style, word);
            }
        }
        if !line.trim().is_empty() {
            lines.push(line);
        }
    }

    /// Breaks a word that is wider than its column between letters.
    fn break_word(&self, style: Style, word: &str, width: f32, line: &mut String, lines: &mut Vec<String>) {
        let mut used = 0.0;
        for letter in word.chars() {
            let wide = self.fonts.advance(style.face, letter).unwrap_or(0.0) * style.size;
            if used + wide > width && !line.is_empty() {
                lines.push(std::mem::take(line));
                used = 0.0;
            }
            line.push(letter);
            used += wide;
        }
    }

    pub fn width(&self, style: Style, text: &str) -> f32 {
        self.fonts.width(style.face, style.size, text)
    }

    /// Two signature fields side by side, each tagged.
    pub fn fields(&mut self, parent: NodeId, labels: [&str; 2]) {
        let (width, height) = ((RIGHT - LEFT - 16.0) / 2.0, 72.0);
        self.keep(height + 24.0);
        self.y -= 6.0;
        for (place, label) in labels.into_iter().enumerate() {
            let x = LEFT + place as f32 * (width + 16.0);
            let caption = self.node(parent, Role::Paragraph);
            self.text(Some(caption), SMALL, label, x, self.y - 9.0);
            let node = self.node(parent, Role::Form);
            self.laid.tree.nodes[node].alt = Some(label.to_owned());
            let rect = [x, self.y - 14.0 - height, x + width, self.y - 14.0];
            for (from, to) in [((0, 1), (2, 1)), ((2, 1), (2, 3)), ((2, 3), (0, 3)), ((0, 3), (0, 1))] {
                let point = |(a, b): (usize, usize)| (rect[a], rect[b]);
                let (from, to) = (point(from), point(to));
                self.put(None, Mark::Line { from, to, width: 0.6, colour: LINE, dash: None });
            }
            self.laid.fields.push(Field { page: self.page(), rect, label: label.to_owned(), node });
        }
        self.y -= height + 18.0;
    }

    /// Adds the foot of every page and gives up what was laid out.
    pub fn finish(mut self, foot: &str) -> Laid {
        let count = self.laid.pages.len();
        for place in 0..count {
            let number = format!("pagina {} van {count}", place + 1);
            let wide = self.fonts.width(Face::Sans, SMALL.size, &number);
            let line = Mark::Line { from: (LEFT, 50.0), to: (RIGHT, 50.0), width: 0.6, colour: LINE, dash: None };
            let text = |x: f32, text: String| Mark::Text {
                x,
                y: 38.0,
                face: SMALL.face,
                size: 7.5,
                colour: SMALL.colour,
                text,
            };
            let marks = [line, text(LEFT, foot.to_owned()), text(RIGHT - wide, number)];
            self.laid.pages[place].marks.extend(marks.map(|mark| Placed { node: None, mark }));
        }
        self.laid
    }
}
