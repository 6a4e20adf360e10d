//! Evidence as the analysis reads it: per data point, what it adds up to on each criterion.
//!
//! Promises: ten passages on one criterion are one [`Mark`], so a long report counts once. A store may keep marks
//! beside its data points and read only those.

use crate::evidence::{DataPoint, Moment, Observation, Provenance, Quadrant};
use crate::framework::WeightFramework;
use crate::year::{AcademicYear, Period};

/// What one data point says on one criterion: m(d,c) = `sum / count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Place of the criterion in the framework.
    pub criterion: u8,
    /// Sum of the levels.
    pub sum: u32,
    /// How many levels, at least 1.
    pub count: u32,
}

/// One data point as the analysis reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point<'a> {
    /// Place of the source in the framework.
    pub source: u8,
    /// Moment.
    pub moment: Moment,
    /// *Vastgesteld*.
    pub established: bool,
    /// A number for the author, the same for the same name; 0 when unknown.
    pub author: u32,
    /// Quadrant.
    pub quadrant: Option<Quadrant>,
    /// Period.
    pub period: Period,
    /// Whether its date lies in the academic year.
    pub in_year: bool,
    /// Whether its provenance is known.
    pub vouched: bool,
    /// What it says, at most one mark per criterion, in any order.
    pub marks: &'a [Mark],
}

/// A [`Point`] that owns its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointRecord {
    /// The point, with no marks in it.
    pub head: Point<'static>,
    /// Its marks.
    pub marks: Vec<Mark>,
}

impl PointRecord {
    /// As the analysis reads it.
    pub fn as_point(&self) -> Point<'_> {
        Point { marks: &self.marks, ..self.head }
    }

    /// Reads one data point; `None` when its source is not in the framework. Indications on unknown criteria are
    /// passed over: they were refused when they came in.
    pub fn of(datapoint: &DataPoint, framework: &WeightFramework, year: AcademicYear, author: u32) -> Option<Self> {
        let source = u8::try_from(framework.source_index(&datapoint.source)?).ok()?;
        Some(Self {
            head: Point {
                source,
                moment: datapoint.moment,
                established: datapoint.established,
                author,
                quadrant: datapoint.quadrant,
                period: datapoint.period,
                in_year: year.contains(datapoint.date),
                vouched: datapoint.provenance != Provenance::Unconfirmed,
                marks: &[],
            },
            marks: marks_of(datapoint, framework),
        })
    }
}

/// Reads the data points of a whole dossier.
pub fn records_of(datapoints: &[DataPoint], framework: &WeightFramework, year: AcademicYear) -> Vec<PointRecord> {
    let mut authors: Vec<&str> = Vec::new();
    let mut records = Vec::with_capacity(datapoints.len());
    for datapoint in datapoints {
        let author = match &datapoint.author {
            None => 0,
            Some(name) => {
                let known = authors.iter().position(|known| *known == name.as_str());
                let place = known.unwrap_or_else(|| {
                    authors.push(name.as_str());
                    authors.len() - 1
                });
                u32::try_from(place + 1).unwrap_or(u32::MAX)
            }
        };
        records.extend(PointRecord::of(datapoint, framework, year, author));
    }
    records
}

fn marks_of(datapoint: &DataPoint, framework: &WeightFramework) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for indication in &datapoint.indications {
        let Observation::Level(level) = indication.observation else { continue };
        let Some(place) = framework.criterion_index(&indication.criterion) else { continue };
        let Ok(criterion) = u8::try_from(place) else { continue };
        match marks.iter_mut().find(|mark| mark.criterion == criterion) {
            Some(mark) => {
                mark.sum += u32::from(level);
                mark.count += 1;
            }
            None => marks.push(Mark { criterion, sum: level.into(), count: 1 }),
        }
    }
    marks
}
