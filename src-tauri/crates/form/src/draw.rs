//! What stands on a page: text, boxes, lines; each belonging to a node of the structure or to none (an artifact).

use crate::fonts::Face;
use crate::structure::NodeId;

/// Red, green, blue, from 0 to 1.
pub(crate) type Colour = [f32; 3];

pub(crate) const INK: Colour = [0.11, 0.10, 0.09];
pub(crate) const SOFT: Colour = [0.33, 0.31, 0.28];
pub(crate) const LINE: Colour = [0.78, 0.76, 0.72];
pub(crate) const GROUND: Colour = [0.96, 0.95, 0.92];
pub(crate) const BAND: Colour = [0.55, 0.54, 0.52];
pub(crate) const PALE: Colour = [0.86, 0.85, 0.82];

/// A mark on a page, in points from the bottom left corner.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Text { x: f32, y: f32, face: Face, size: f32, colour: Colour, text: String },
    Box { x: f32, y: f32, width: f32, height: f32, colour: Colour },
    Line { from: (f32, f32), to: (f32, f32), width: f32, colour: Colour, dash: Option<f32> },
    Shape { points: Vec<(f32, f32)>, colour: Colour },
}

/// A mark with what it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub node: Option<NodeId>,
    pub mark: Mark,
}

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub face: Face,
    pub size: f32,
    pub leading: f32,
    pub colour: Colour,
}

impl Style {
    pub const fn new(face: Face, size: f32, leading: f32, colour: Colour) -> Self {
        Self { face, size, leading, colour }
    }
}

pub(crate) const TITLE: Style = Style::new(Face::Bold, 18.0, 22.0, INK);
pub(crate) const HEAD: Style = Style::new(Face::Bold, 12.0, 16.0, INK);
pub(crate) const SUBHEAD: Style = Style::new(Face::Bold, 10.0, 14.0, INK);
pub(crate) const BODY: Style = Style::new(Face::Sans, 9.5, 13.0, INK);
pub(crate) const STRONG: Style = Style::new(Face::Bold, 9.5, 13.0, INK);
pub(crate) const SMALL: Style = Style::new(Face::Sans, 8.0, 11.0, SOFT);
pub(crate) const SMALL_STRONG: Style = Style::new(Face::Bold, 8.0, 11.0, INK);
pub(crate) const VOICE: Style = Style::new(Face::Serif, 10.0, 13.5, INK);
