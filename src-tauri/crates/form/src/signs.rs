//! The signs: a source is a colour and a letter and a shape; filled counts, half counts half, hollow does not count here.
//!
//! Promises: every sign is drawn, never typed, and can be told apart without its colour.

use crate::draw::{Colour, Mark, PAPER, Step, Stroke, polygon};
use domain::framework::WeightFramework;

/// How much what a sign stands for counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fill {
    Full,
    Half,
    Hollow,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
}

/// The sign of one source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sign {
    /// One letter, or two where sources share their first.
    pub letter: String,
    shape: Shape,
    pub colour: Colour,
}

const fn colour(hex: u32) -> Colour {
    [((hex >> 16) & 0xFF) as f32 / 255.0, ((hex >> 8) & 0xFF) as f32 / 255.0, (hex & 0xFF) as f32 / 255.0]
}

/// The signs of the sources that the example framework knows; other sources take turns.
const KNOWN: [(&str, Shape, Colour); 5] = [
    ("werkplek", Shape::Circle, colour(0x00_68_A6)),
    ("programma", Shape::Square, colour(0xB0_4A_0A)),
    ("drama", Shape::Triangle, colour(0x9C_3F_78)),
    ("opleiding", Shape::Diamond, colour(0x71_62_00)),
    ("zelfinzicht", Shape::Cross, colour(0x00_75_4F)),
];

/// The signs of all sources, in the order of the framework.
pub(crate) fn signs(framework: &WeightFramework) -> Vec<Sign> {
    let initials =
        |label: &str, count: usize| label.chars().take(count).flat_map(char::to_uppercase).collect::<String>();
    let firsts: Vec<String> = framework.sources.iter().map(|source| initials(&source.label, 1)).collect();
    let each = framework.sources.iter().enumerate().map(|(place, source)| {
        let known = KNOWN.iter().find(|(id, ..)| *id == source.id.as_str()).unwrap_or(&KNOWN[place % KNOWN.len()]);
        let shared = firsts.iter().filter(|first| **first == firsts[place]).count() > 1;
        Sign { letter: initials(&source.label, if shared { 2 } else { 1 }), shape: known.1, colour: known.2 }
    });
    each.collect()
}

impl Sign {
    /// The sign around a point, `size` wide.
    pub fn at(&self, x: f32, y: f32, size: f32, fill: Fill) -> Vec<Mark> {
        let outline = |size: f32| match self.shape {
            Shape::Circle => circle(x, y, size / 2.0),
            _ => polygon(&self.corners(x, y, size)),
        };
        if fill == Fill::Full {
            return vec![Mark::filled(outline(size), self.colour)];
        }
        let width = size * 0.14;
        let stroke = Stroke { colour: self.colour, width, dash: None };
        let mut marks = vec![Mark::Path { steps: outline(size - width), fill: Some(PAPER), stroke: Some(stroke) }];
        if fill == Fill::Half {
            let half = match self.shape {
                Shape::Circle => half_circle(x, y, (size - width) / 2.0),
                _ => polygon(&self.left_half(x, y, size - width)),
            };
            marks.push(Mark::filled(half, self.colour));
        }
        marks
    }

    fn corners(&self, x: f32, y: f32, size: f32) -> Vec<(f32, f32)> {
        let unit: &[(f32, f32)] = match self.shape {
            Shape::Circle => &[],
            Shape::Square => &[(-0.46, -0.46), (0.46, -0.46), (0.46, 0.46), (-0.46, 0.46)],
            Shape::Triangle => &[(-0.54, -0.47), (0.54, -0.47), (0.0, 0.5)],
            Shape::Diamond => &[(-0.55, 0.0), (0.0, -0.55), (0.55, 0.0), (0.0, 0.55)],
            Shape::Cross => &[
                (-0.17, 0.5),
                (0.17, 0.5),
                (0.17, 0.17),
                (0.5, 0.17),
                (0.5, -0.17),
                (0.17, -0.17),
                (0.17, -0.5),
                (-0.17, -0.5),
                (-0.17, -0.17),
                (-0.5, -0.17),
                (-0.5, 0.17),
                (-0.17, 0.17),
            ],
        };
        unit.iter().map(|(a, b)| (x + a * size, y + b * size)).collect()
    }

    /// The corners left of the middle, closed along it.
    fn left_half(&self, x: f32, y: f32, size: f32) -> Vec<(f32, f32)> {
        let clip = |(a, b): (f32, f32)| (a.min(x), b);
        self.corners(x, y, size).into_iter().map(clip).collect()
    }
}

/// How far the control points of a quarter circle lie, by its radius.
const KAPPA: f32 = 0.552_285;

/// A circle of four curves.
pub(crate) fn circle(x: f32, y: f32, r: f32) -> Vec<Step> {
    let k = r * KAPPA;
    vec![
        Step::Move(x + r, y),
        Step::Curve([x + r, y + k, x + k, y + r, x, y + r]),
        Step::Curve([x - k, y + r, x - r, y + k, x - r, y]),
        Step::Curve([x - r, y - k, x - k, y - r, x, y - r]),
        Step::Curve([x + k, y - r, x + r, y - k, x + r, y]),
        Step::Close,
    ]
}

fn half_circle(x: f32, y: f32, r: f32) -> Vec<Step> {
    let k = r * KAPPA;
    vec![
        Step::Move(x, y + r),
        Step::Curve([x - k, y + r, x - r, y + k, x - r, y]),
        Step::Curve([x - r, y - k, x - k, y - r, x, y - r]),
        Step::Close,
    ]
}
