//! What stands on a page: text and paths, each belonging to a node of the structure or to none (an artifact).
//!
//! Promises: points from the bottom left corner; colours that stay legible in grey. Deliberately absent: the operators
//! of PDF, which `write` knows.

use crate::fonts::Face;
use crate::structure::NodeId;

/// Red, green, blue, from 0 to 1.
pub(crate) type Colour = [f32; 3];

pub(crate) const INK: Colour = [0.0; 3];
pub(crate) const SOFT: Colour = [0.2; 3];
pub(crate) const FAINT: Colour = [0.3; 3];
pub(crate) const LINE: Colour = [0.75; 3];
pub(crate) const STRONG_LINE: Colour = [0.46; 3];
pub(crate) const BAND: Colour = [0.27; 3];
pub(crate) const PAPER: Colour = [1.0; 3];

/// One step of a path.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    /// Two control points and the end of a Bézier curve.
    Curve([f32; 6]),
    /// Left, bottom, width, height.
    Rect([f32; 4]),
    Close,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub colour: Colour,
    pub width: f32,
    /// Length of dashes and gaps.
    pub dash: Option<f32>,
}

/// A mark on a page, in points from the bottom left corner.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    Text {
        x: f32,
        y: f32,
        face: Face,
        size: f32,
        colour: Colour,
        text: String,
    },
    /// Text turned about the place where it begins.
    Turned {
        at: (f32, f32),
        degrees: f32,
        face: Face,
        size: f32,
        colour: Colour,
        text: String,
    },
    Path {
        steps: Vec<Step>,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
}

impl Mark {
    /// A line.
    pub fn line(from: (f32, f32), to: (f32, f32), width: f32, colour: Colour) -> Self {
        Self::stroked(vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)], Stroke { colour, width, dash: None })
    }

    /// A dashed line.
    pub fn dashed(from: (f32, f32), to: (f32, f32), width: f32, colour: Colour) -> Self {
        let steps = vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)];
        Self::stroked(steps, Stroke { colour, width, dash: Some(2.0) })
    }

    /// The outline of a path.
    pub fn stroked(steps: Vec<Step>, stroke: Stroke) -> Self {
        Self::Path { steps, fill: None, stroke: Some(stroke) }
    }

    /// The inside of a path.
    pub fn filled(steps: Vec<Step>, colour: Colour) -> Self {
        Self::Path { steps, fill: Some(colour), stroke: None }
    }

    /// A filled polygon.
    pub fn polygon(points: &[(f32, f32)], colour: Colour) -> Self {
        Self::filled(polygon(points), colour)
    }
}

/// The steps of a closed polygon.
pub(crate) fn polygon(points: &[(f32, f32)]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(points.len() + 1);
    for (place, (x, y)) in points.iter().enumerate() {
        steps.push(if place == 0 { Step::Move(*x, *y) } else { Step::Line(*x, *y) });
    }
    steps.push(Step::Close);
    steps
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

pub(crate) const TITLE: Style = Style::new(Face::Bold, 18.0, 21.5, INK);
pub(crate) const PART: Style = Style::new(Face::Bold, 13.0, 16.5, INK);
pub(crate) const HEAD: Style = Style::new(Face::Bold, 10.5, 13.0, INK);
pub(crate) const BODY: Style = Style::new(Face::Sans, 9.0, 11.75, INK);
pub(crate) const STRONG: Style = Style::new(Face::Bold, 9.0, 11.75, INK);
pub(crate) const LABEL: Style = Style::new(Face::Sans, 9.0, 11.75, FAINT);
/// Who and what, at the head of the form.
pub(crate) const FACT: Style = Style::new(Face::Sans, 8.75, 11.5, INK);
pub(crate) const FACT_LABEL: Style = Style::new(Face::Sans, 8.75, 11.5, FAINT);
pub(crate) const SMALL: Style = Style::new(Face::Sans, 7.75, 10.25, SOFT);
pub(crate) const SMALL_STRONG: Style = Style::new(Face::Bold, 7.75, 10.25, INK);
pub(crate) const TINY: Style = Style::new(Face::Sans, 7.5, 9.5, FAINT);
/// What a person wrote; the rest is what the form says.
pub(crate) const VOICE: Style = Style::new(Face::Serif, 9.5, 12.0, INK);
/// The same where it stands beside a table.
pub(crate) const VOICE_SMALL: Style = Style::new(Face::Serif, 8.25, 10.5, INK);
/// Across every page of what is not established.
pub(crate) const WATERMARK: Style = Style::new(Face::Bold, 110.0, 110.0, [0.92; 3]);
