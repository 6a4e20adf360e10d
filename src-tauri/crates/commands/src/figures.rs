//! `weigh --json`: every figure of the weighted view, as the contract names them.
//!
//! Promises: figures are the nearest decimals of exact fractions; output keeps the order of the students. Weighed and
//! written out on every core, so the text of a cohort is held until all of it is there.

use crate::api::{Problem, ProblemCode};
use crate::convert::decimal;
use crate::workbench::{Workbench, number_of};
use domain::fraction::Fraction;
use domain::framework::WeightFramework;
use domain::sufficiency::{Letter, Met, Sufficiency};
use domain::weighing::{Cell, CriterionView, DossierView, Plan, Point};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::io::Write;
use store::on_every_core;

impl Workbench {
    /// Writes the document for one student, or for all.
    pub fn weigh_json(&self, student: Option<&str>, out: &mut dyn Write) -> Result<(), Problem> {
        let reader = self.store.reader();
        let (framework, weights) = (reader.framework()?, reader.weights()?);
        let asked = student.map(number_of).transpose()?;
        if let Some(number) = &asked
            && reader.student(number)?.is_none()
        {
            return Err(Problem::user(ProblemCode::UnknownStudent, number.to_string()));
        }
        let plan = Plan::new(&framework, &weights);
        let read = |hand: &mut dyn FnMut(Packed)| {
            reader.digests(|number, bytes| {
                if asked.as_ref().is_none_or(|asked| asked == number) {
                    hand((number.to_string(), bytes.to_vec()));
                }
            })
        };
        let texts: Vec<Vec<u8>> = on_every_core(read, |part| Ok(text_of(&framework, &plan, part)))?;
        out.write_all(b"{\"students\":[")?;
        for (place, text) in texts.into_iter().filter(|text| !text.is_empty()).enumerate() {
            if place > 0 {
                out.write_all(b",")?;
            }
            out.write_all(&text)?;
        }
        out.write_all(b"]}\n")?;
        Ok(out.flush()?)
    }
}

/// Number of a student, and the packed evidence.
type Packed = (String, Vec<u8>);

/// The JSON of some students.
fn text_of(framework: &WeightFramework, plan: &Plan, packed: &[Packed]) -> Vec<u8> {
    let mut text = Vec::with_capacity(packed.len() * 4096);
    let mut view = DossierView::default();
    for (place, (number, bytes)) in packed.iter().enumerate() {
        let records: Vec<_> = store::digest::records(bytes).collect();
        let points = records.iter().map(|record| record.as_point());
        plan.weigh_into(points.clone(), &mut view);
        let student = figures(framework, plan, number, &view, points);
        if place > 0 {
            text.push(b',');
        }
        serde_json::to_writer(&mut text, &student).expect("BUG: figures are JSON");
    }
    text
}

fn figures<'a>(
    framework: &'a WeightFramework,
    plan: &Plan,
    number: &'a str,
    view: &'a DossierView,
    points: impl Iterator<Item = Point<'a>>,
) -> StudentFigures<'a> {
    StudentFigures {
        number,
        criteria: Criteria(framework, view),
        vraak: Vraak(Sufficiency::of(framework, plan, points)),
    }
}

#[derive(Serialize)]
struct StudentFigures<'a> {
    number: &'a str,
    criteria: Criteria<'a>,
    vraak: Vraak,
}

struct Criteria<'a>(&'a WeightFramework, &'a DossierView);

impl Serialize for Criteria<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.1.criteria.iter().enumerate();
        serializer.collect_seq(rows.map(|(at, found)| criterion(self.0, self.1, at, found)))
    }
}

#[derive(Serialize)]
struct CriterionFigures<'a> {
    id: &'a str,
    stance: &'static str,
    position: Option<f64>,
    range: Option<Range>,
    coverage: f64,
    datapoints: u32,
    sources: PerSource<'a, CellFigures>,
    discrepancies: Vec<DiscrepancyFigures<'a>>,
    decisive: Vec<&'a str>,
    leave_one_out: PerSource<'a, f64>,
    flip: PerSource<'a, FlipFigures>,
    if_missing: Option<Range>,
    self_image: SelfFigures,
}

#[derive(Serialize)]
struct Range {
    min: f64,
    max: f64,
}

#[derive(Serialize)]
struct CellFigures {
    position: Option<f64>,
    count: u32,
    weighed: bool,
}

#[derive(Serialize)]
struct DiscrepancyFigures<'a> {
    a: &'a str,
    b: &'a str,
    minority: &'a str,
}

#[derive(Serialize)]
struct FlipFigures {
    weight: f64,
    within_band: bool,
}

#[derive(Serialize)]
struct SelfFigures {
    gap: Option<f64>,
    verdict: Option<&'static str>,
}

/// An object with a key for every source that has a value.
struct PerSource<'a, T> {
    framework: &'a WeightFramework,
    cells: &'a [Cell],
    value: fn(&Cell) -> Option<T>,
}

impl<T: Serialize> Serialize for PerSource<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (source, cell) in self.framework.sources.iter().zip(self.cells) {
            if let Some(value) = (self.value)(cell) {
                map.serialize_entry(source.id.as_str(), &value)?;
            }
        }
        map.end()
    }
}

fn range(pair: &(Fraction, Fraction)) -> Range {
    Range { min: decimal(&pair.0), max: decimal(&pair.1) }
}

fn criterion<'a>(
    framework: &'a WeightFramework,
    view: &'a DossierView,
    at: usize,
    found: &'a CriterionView,
) -> CriterionFigures<'a> {
    let cells = view.cells_of(at);
    let name = |place: usize| framework.sources[place].id.as_str();
    let discrepancy = |found: &domain::weighing::Discrepancy| DiscrepancyFigures {
        a: name(found.minority),
        b: name(found.other),
        minority: name(found.minority),
    };
    CriterionFigures {
        id: framework.criteria[at].id.as_str(),
        stance: found.stance.code(),
        position: found.position.as_ref().map(decimal),
        range: found.range.as_ref().map(range),
        coverage: decimal(&found.coverage),
        datapoints: found.datapoints,
        sources: PerSource { framework, cells, value: cell },
        discrepancies: view.discrepancies_of(at).map(discrepancy).collect(),
        decisive: (0..cells.len()).filter(|place| cells[*place].decisive).map(name).collect(),
        leave_one_out: PerSource { framework, cells, value: |cell| cell.without.as_ref().map(decimal) },
        flip: PerSource { framework, cells, value: flip },
        if_missing: found.if_missing.as_ref().map(range),
        self_image: SelfFigures {
            gap: found.self_image.as_ref().map(|image| decimal(&image.gap)),
            verdict: found.self_image.as_ref().map(|image| image.verdict()),
        },
    }
}

fn cell(cell: &Cell) -> Option<CellFigures> {
    Some(CellFigures { position: cell.position.as_ref().map(decimal), count: cell.count, weighed: cell.weighed })
}

fn flip(cell: &Cell) -> Option<FlipFigures> {
    cell.flip.as_ref().map(|flip| FlipFigures { weight: decimal(&flip.weight), within_band: flip.within_band })
}

struct Vraak(Sufficiency);

impl Serialize for Vraak {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Letter::ALL.iter().map(|letter| {
            let met = match self.0.met(*letter) {
                Met::Met => "met",
                Met::Attention => "attention",
                Met::NotMet => "not_met",
            };
            (letter.code(), met)
        }))
    }
}
