//! The evidence of one student, packed for weighing: what the analysis reads, and nothing else.
//!
//! Promises: unpacking gives the very records that the data points give; the whole of a cohort is read in one pass.
//! Format: per data point source, moment, flags, quadrant and period as bytes, then author, number of marks, and per
//! mark criterion, sum and count as LEB128.

use domain::evidence::{Moment, Quadrant};
use domain::weighing::{Mark, Point, PointRecord};
use domain::year::Period;

const ESTABLISHED: u8 = 1;
const IN_YEAR: u8 = 2;
const VOUCHED: u8 = 4;
const QUADRANTS: [Quadrant; 4] = [
    Quadrant::AcquisitieGeconstrueerd,
    Quadrant::AcquisitieRealistisch,
    Quadrant::ParticipatieGeconstrueerd,
    Quadrant::ParticipatieRealistisch,
];
const PERIODS: [Period; 4] = [Period::P1, Period::P2, Period::P3, Period::P4];

/// Packs the records of one student.
pub fn pack(records: &[PointRecord]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(records.len() * 16);
    for PointRecord { head, marks } in records {
        let flag = |set: bool, bit: u8| if set { bit } else { 0 };
        let flags = flag(head.established, ESTABLISHED) | flag(head.in_year, IN_YEAR) | flag(head.vouched, VOUCHED);
        let quadrant = head.quadrant.map_or(u8::MAX, |quadrant| quadrant as u8);
        bytes.extend([head.source, head.moment as u8, flags, quadrant, head.period.number() - 1]);
        put(&mut bytes, head.author);
        put(&mut bytes, u32::try_from(marks.len()).unwrap_or(u32::MAX));
        for mark in marks {
            bytes.push(mark.criterion);
            put(&mut bytes, mark.sum);
            put(&mut bytes, mark.count);
        }
    }
    bytes
}

/// Unpacks; bytes that were not packed here end the records.
pub fn records(packed: &[u8]) -> impl Iterator<Item = PointRecord> + '_ {
    let mut rest = packed;
    std::iter::from_fn(move || record(&mut rest))
}

fn record(rest: &mut &[u8]) -> Option<PointRecord> {
    let (head, after) = rest.split_at_checked(5)?;
    *rest = after;
    let flags = head[2];
    let point = Point {
        source: head[0],
        moment: *Moment::ALL.get(usize::from(head[1]))?,
        established: flags & ESTABLISHED != 0,
        author: take(rest)?,
        quadrant: QUADRANTS.get(usize::from(head[3])).copied(),
        period: *PERIODS.get(usize::from(head[4]))?,
        in_year: flags & IN_YEAR != 0,
        vouched: flags & VOUCHED != 0,
        marks: &[],
    };
    let count = take(rest)?;
    let mut marks = Vec::with_capacity(count.min(64) as usize);
    for _ in 0..count {
        let (criterion, after) = rest.split_first()?;
        *rest = after;
        marks.push(Mark { criterion: *criterion, sum: take(rest)?, count: take(rest)? });
    }
    Some(PointRecord { head: point, marks })
}

fn put(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn take(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn point()(
            source in 0u8..32, moment in 0usize..5, flags in any::<[bool; 3]>(), author in any::<u32>(),
            quadrant in proptest::option::of(0usize..4), period in 0usize..4,
            marks in proptest::collection::vec((any::<u8>(), any::<u32>(), any::<u32>()), 0..6),
        ) -> PointRecord {
            let head = Point {
                source, moment: Moment::ALL[moment], established: flags[0], author,
                quadrant: quadrant.map(|at| QUADRANTS[at]), period: PERIODS[period],
                in_year: flags[1], vouched: flags[2], marks: &[],
            };
            let marks = marks.into_iter().map(|(criterion, sum, count)| Mark { criterion, sum, count }).collect();
            PointRecord { head, marks }
        }
    }

    proptest! {
        #[test]
        fn unpacking_gives_what_was_packed(points in proptest::collection::vec(point(), 0..30)) {
            let packed = pack(&points);
            prop_assert_eq!(records(&packed).collect::<Vec<_>>(), points);
        }

        #[test]
        fn any_bytes_unpack_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = records(&bytes).count();
        }
    }
}
