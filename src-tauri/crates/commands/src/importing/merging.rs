//! A row that comes in again, changed: what it says now, with what the assessor had added to it.
//!
//! Promises: marks of the assessor stay on the words they were put on; where those words are gone, the mark stays on the
//! data point as a whole. What the file does not say does not take away what a person settled.

use domain::evidence::{DataPoint, Indication};
use domain::text::Span;

/// The data point as it becomes.
pub(super) fn merged(known: &DataPoint, arriving: DataPoint) -> DataPoint {
    let mut own: Vec<&Indication> = known.indications.iter().collect();
    for said in &arriving.indications {
        // The first on a criterion is the one the file itself brought.
        if let Some(place) = own.iter().position(|mark| mark.criterion == said.criterion) {
            own.remove(place);
        }
    }
    let kept = own.into_iter().map(|mark| Indication {
        excerpt: mark.excerpt.and_then(|span| moved(span, &known.text, &arriving.text)),
        ..mark.clone()
    });
    let kept: Vec<Indication> = kept.collect();
    let mut merged = arriving;
    merged.indications.extend(kept);
    merged.quadrant = merged.quadrant.or(known.quadrant);
    merged.author = merged.author.or_else(|| known.author.clone());
    merged.established_by = known.established_by.clone().filter(|_| merged.established);
    merged
}

/// Where the words of a passage stand in the new text.
fn moved(span: Span, before: &str, after: &str) -> Option<Span> {
    if before == after {
        return Some(span);
    }
    let words = span.of(before)?;
    let place = after.find(words)?;
    let start = u32::try_from(after[..place].chars().count()).ok()?;
    Some(Span { start, end: start + (span.end - span.start) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use domain::evidence::{Moment, Observation, Provenance};
    use domain::ids::{CriterionId, DataPointId, SourceId};
    use domain::year::Period;

    fn mark(criterion: &str, level: u8, excerpt: Option<(u32, u32)>) -> Indication {
        Indication {
            criterion: CriterionId::new(criterion).expect("BUG: an id"),
            observation: Observation::Level(level),
            excerpt: excerpt.map(|(start, end)| Span { start, end }),
        }
    }

    fn point(text: &str, indications: Vec<Indication>) -> DataPoint {
        DataPoint {
            id: DataPointId::new("f-1").expect("BUG: an id"),
            source: SourceId::new("werkplek").expect("BUG: an id"),
            author: None,
            role: String::new(),
            date: NaiveDate::from_ymd_opt(2025, 4, 1).expect("BUG: a day"),
            period: Period::P3,
            quadrant: None,
            moment: Moment::Overig,
            established: true,
            established_by: None,
            text: text.to_owned(),
            indications,
            provenance: Provenance::Unconfirmed,
        }
    }

    #[test]
    fn marks_of_the_assessor_move_with_their_words() {
        let own = [mark("W1", 2, Some((5, 9))), mark("K1", 3, Some((0, 4)))];
        let known = point("goed werk", [vec![mark("K1", 2, None)], own.to_vec()].concat());
        let arriving = point("zéér goed werk", vec![mark("K1", 1, None)]);
        let merged = merged(&known, arriving);
        assert_eq!(
            merged.indications,
            [mark("K1", 1, None), mark("W1", 2, Some((10, 14))), mark("K1", 3, Some((5, 9)))]
        );
    }

    #[test]
    fn a_mark_whose_words_are_gone_stays_on_the_whole() {
        let known = point("goed werk", vec![mark("W1", 2, Some((0, 4)))]);
        assert_eq!(merged(&known, point("matig", Vec::new())).indications, [mark("W1", 2, None)]);
    }
}
