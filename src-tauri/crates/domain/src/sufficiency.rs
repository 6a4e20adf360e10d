//! *Toereikendheid* by VRAAK: variatie, relevantie, authenticiteit, actualiteit, kwantiteit (weighing.md, step 12).
//!
//! Promises: counts only data points that count (established, moment factor above 0); each letter comes with its
//! reasons, so a person can see what is lacking. These are hints: the examiner answers for sufficiency.

use crate::framework::WeightFramework;
use crate::weighing::{Plan, Point};
use serde::{Deserialize, Serialize};

/// How far a letter is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// Entirely.
    Met,
    /// In part.
    Attention,
    /// Not.
    NotMet,
}

/// The five letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Letter {
    /// More than one source, author and quadrant.
    Variatie,
    /// Says something about the criteria.
    Relevantie,
    /// Really from whom it says.
    Authenticiteit,
    /// Of this year, and late enough in it.
    Actualiteit,
    /// Enough of it.
    Kwantiteit,
}

impl Letter {
    /// All five, in order.
    pub const ALL: [Self; 5] =
        [Self::Variatie, Self::Relevantie, Self::Authenticiteit, Self::Actualiteit, Self::Kwantiteit];

    /// Stable code, the Dutch word in lower case.
    pub fn code(self) -> &'static str {
        match self {
            Self::Variatie => "variatie",
            Self::Relevantie => "relevantie",
            Self::Authenticiteit => "authenticiteit",
            Self::Actualiteit => "actualiteit",
            Self::Kwantiteit => "kwantiteit",
        }
    }
}

/// Why a letter is not entirely met.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// Nothing counts at all.
    NothingCounts,
    /// Too few sources: how many there are, and how many are asked.
    Sources(u32, u32),
    /// Too few named authors.
    Authors(u32, u32),
    /// Too few quadrants.
    Quadrants(u32, u32),
    /// Data points without any indication: how many, of how many.
    Unmarked(u32, u32),
    /// A criterion that nothing is said about, by place in the framework.
    Untouched(u32),
    /// Data points without a named author or a provenance: how many, of how many.
    Unvouched(u32, u32),
    /// Data points dated outside the academic year: how many.
    OutsideYear(u32),
    /// None from period 3 or 4.
    NothingLate,
    /// Too few on a criterion: its place, how many there are, how many are asked.
    TooFew(u32, u32, u32),
}

/// The five letters of one dossier, with reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sufficiency {
    /// In the order of [`Letter::ALL`].
    pub letters: [(Met, Vec<Lack>); 5],
}

impl Sufficiency {
    /// How far a letter is met.
    pub fn met(&self, letter: Letter) -> Met {
        self.letters[letter as usize].0
    }

    /// What a letter lacks.
    pub fn lacks(&self, letter: Letter) -> &[Lack] {
        &self.letters[letter as usize].1
    }

    /// Looks at the points of a dossier.
    pub fn of<'a>(framework: &WeightFramework, plan: &Plan, points: impl Iterator<Item = Point<'a>>) -> Self {
        Facts::gather(plan, points, framework.criteria.len()).judge(framework)
    }
}

/// What is counted in one pass over the points.
#[derive(Default)]
struct Facts {
    counted: u32,
    sources: u32,
    authors: Vec<u32>,
    quadrants: u8,
    marked: u32,
    vouched: u32,
    outside_year: u32,
    late: u32,
    per_criterion: Vec<u32>,
}

impl Facts {
    fn gather<'a>(plan: &Plan, points: impl Iterator<Item = Point<'a>>, criteria: usize) -> Self {
        let mut facts = Self { per_criterion: vec![0; criteria], ..Self::default() };
        for point in points.filter(|point| plan.counts(point.established, point.moment)) {
            facts.counted += 1;
            facts.sources |= 1 << point.source;
            if point.author != 0 && !facts.authors.contains(&point.author) {
                facts.authors.push(point.author);
            }
            if let Some(quadrant) = point.quadrant {
                facts.quadrants |= 1 << quadrant as u8;
            }
            facts.marked += u32::from(!point.marks.is_empty());
            facts.vouched += u32::from(point.author != 0 && point.vouched);
            facts.outside_year += u32::from(!point.in_year);
            facts.late += u32::from(point.period.number() >= 3);
            for mark in point.marks {
                facts.per_criterion[usize::from(mark.criterion)] += 1;
            }
        }
        facts
    }

    fn judge(&self, framework: &WeightFramework) -> Sufficiency {
        if self.counted == 0 {
            let none = || (Met::NotMet, vec![Lack::NothingCounts]);
            return Sufficiency { letters: [none(), none(), none(), none(), none()] };
        }
        Sufficiency {
            letters: [
                self.variety(framework),
                self.relevance(),
                self.authenticity(),
                self.timeliness(),
                self.quantity(framework),
            ],
        }
    }

    fn variety(&self, framework: &WeightFramework) -> (Met, Vec<Lack>) {
        let asked = framework.minimum;
        let authors = u32::try_from(self.authors.len()).unwrap_or(u32::MAX);
        let found = [
            (self.sources.count_ones(), asked.sources, Lack::Sources as fn(u32, u32) -> Lack),
            (authors, asked.authors, Lack::Authors),
            (self.quadrants.count_ones(), asked.quadrants, Lack::Quadrants),
        ];
        let lacks: Vec<Lack> = found
            .into_iter()
            .filter(|(has, asked, _)| has < asked)
            .map(|(has, asked, lack)| lack(has, asked))
            .collect();
        (in_part(lacks.len(), 3), lacks)
    }

    fn relevance(&self) -> (Met, Vec<Lack>) {
        let mut met = share(self.marked, self.counted);
        let mut lacks = Vec::new();
        if self.marked < self.counted {
            lacks.push(Lack::Unmarked(self.counted - self.marked, self.counted));
        }
        let untouched = (0u32..).zip(&self.per_criterion).filter(|(_, count)| **count == 0);
        lacks.extend(untouched.map(|(place, _)| Lack::Untouched(place)));
        if met == Met::Met && !lacks.is_empty() {
            met = Met::Attention;
        }
        (met, lacks)
    }

    fn authenticity(&self) -> (Met, Vec<Lack>) {
        let lacks = match self.counted - self.vouched {
            0 => Vec::new(),
            without => vec![Lack::Unvouched(without, self.counted)],
        };
        (share(self.vouched, self.counted), lacks)
    }

    fn timeliness(&self) -> (Met, Vec<Lack>) {
        let mut lacks = Vec::new();
        if self.outside_year > 0 {
            lacks.push(Lack::OutsideYear(self.outside_year));
        }
        if self.late == 0 {
            lacks.push(Lack::NothingLate);
        }
        (in_part(lacks.len(), 2), lacks)
    }

    fn quantity(&self, framework: &WeightFramework) -> (Met, Vec<Lack>) {
        let asked = framework.criteria.iter().map(|criterion| criterion.min_datapoints);
        let found = (0u32..).zip(self.per_criterion.iter().copied()).zip(asked);
        let lacks: Vec<Lack> = found
            .filter(|((_, has), asked)| has < asked)
            .map(|((place, has), asked)| Lack::TooFew(place, has, asked))
            .collect();
        (in_part(lacks.len(), framework.criteria.len()), lacks)
    }
}

/// Met when nothing lacks, not met when everything does, else in part.
fn in_part(lacking: usize, of: usize) -> Met {
    match lacking {
        0 => Met::Met,
        all if all == of => Met::NotMet,
        _ => Met::Attention,
    }
}

/// All: met; from four fifths: in part.
fn share(part: u32, whole: u32) -> Met {
    if part == whole {
        Met::Met
    } else if u64::from(part) * 5 >= u64::from(whole) * 4 {
        Met::Attention
    } else {
        Met::NotMet
    }
}
