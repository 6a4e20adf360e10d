//! What the analysis of one dossier yields.
//!
//! Promises: one [`CriterionView`] per criterion and one [`Cell`] per criterion and source, in the framework's order.

use crate::fraction::Fraction;

/// *Beeld* of a criterion: what may be said of it whatever the weighting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// *Nog onvolledig*.
    Incomplete,
    /// *Eenduidig op of boven de norm*.
    Above,
    /// *Eenduidig onder de norm*.
    Below,
    /// *Hangt af van de weging*.
    Depends,
}

impl Stance {
    /// Stable code: `incomplete`, `above`, `below`, `depends`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Above => "above",
            Self::Below => "below",
            Self::Depends => "depends",
        }
    }
}

/// The student's own picture beside that of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfImage {
    /// Own position less that of the others, in levels.
    pub gap: Fraction,
}

impl SelfImage {
    /// `higher` from one level up, `lower` from one level down, else `close`.
    pub fn verdict(&self) -> &'static str {
        if self.gap >= Fraction::whole(1) {
            "higher"
        } else if self.gap <= Fraction::whole(-1) {
            "lower"
        } else {
            "close"
        }
    }
}

/// The weight of one source at which the position would lie on the norm line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// Per cents, 0 to 100.
    pub weight: Fraction,
    /// Whether the band allows it.
    pub within_band: bool,
}

/// One source on one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// x(s,c), in levels; `None` where nothing counts.
    pub position: Option<Fraction>,
    /// n(s,c): data points that count.
    pub count: u32,
    /// Whether it is weighed; `false` stands *beside*.
    pub weighed: bool,
    /// Position of the criterion without this source.
    pub without: Option<Fraction>,
    /// Whether the position lies on the other side of the norm without this source.
    pub decisive: bool,
    /// Weight at which the picture tips.
    pub flip: Option<Flip>,
}

/// Two sources that disagree (*tegenspraak*), by place in the framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Discrepancy {
    /// Place of the criterion.
    pub criterion: usize,
    /// The source in the minority: shown first.
    pub minority: usize,
    /// The other source.
    pub other: usize,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionView {
    /// What may be said.
    pub stance: Stance,
    /// T_c, in levels.
    pub position: Option<Fraction>,
    /// R_c: least and greatest position over every permitted weighting.
    pub range: Option<(Fraction, Fraction)>,
    /// K_c: share of the expected weight that is there; may exceed 1 never, is 0 when nothing is expected.
    pub coverage: Fraction,
    /// Data points that count and are weighed.
    pub datapoints: u32,
    /// Where it could end if the missing came in.
    pub if_missing: Option<(Fraction, Fraction)>,
    /// *Zelfbeeld* beside the others.
    pub self_image: Option<SelfImage>,
}

/// The whole dossier. Reused between dossiers, so that a cohort needs no memory of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DossierView {
    /// Per criterion.
    pub criteria: Vec<CriterionView>,
    /// Criterion by criterion, per source.
    pub cells: Vec<Cell>,
    /// Every discrepancy.
    pub discrepancies: Vec<Discrepancy>,
}

impl DossierView {
    /// The cells of one criterion, in the order of the sources.
    pub fn cells_of(&self, criterion: usize) -> &[Cell] {
        let width = self.cells.len() / self.criteria.len().max(1);
        &self.cells[criterion * width..(criterion + 1) * width]
    }

    /// The discrepancies of one criterion.
    pub fn discrepancies_of(&self, criterion: usize) -> impl Iterator<Item = &Discrepancy> {
        self.discrepancies.iter().filter(move |found| found.criterion == criterion)
    }
}
