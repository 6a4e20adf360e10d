//! What a proposal would do to open dossiers, over all of them.
//!
//! Promises: works from the packed evidence, so that ten thousand dossiers take a fraction of a second; established
//! judgements are left out, for they carry their own framework; nothing is kept.

use super::views;
use crate::api::EffectView;
use domain::framework::{DossierShift, Effect, Frame, Translation, WeightFramework};
use domain::ids::StudentNumber;
use domain::weighing::PointRecord;
use domain::weights::WeightSet;
use std::collections::HashSet;
use store::{Reader, StoreError};

/// Dossiers that are listed by name; the rest is counted.
const SHOWN: usize = 200;

/// Weighs every open dossier on both sides.
pub(super) fn of(
    reader: &Reader<'_>,
    before: (&WeightFramework, &WeightSet),
    after: (&WeightFramework, &WeightSet),
) -> Result<EffectView, StoreError> {
    let closed: HashSet<StudentNumber> =
        reader.judgement_states()?.into_iter().filter(|brief| brief.established).map(|brief| brief.student).collect();
    let (old, new) = (Frame::new(before.0, before.1), Frame::new(after.0, after.1));
    let translation = (!before.0.same_places(after.0)).then(|| Translation::new(before.0, after.0));
    let mut effect = Effect::default();
    let mut touched = Vec::new();
    reader.digests(|number, packed| {
        if closed.contains(number) {
            return;
        }
        let records: Vec<PointRecord> = store::digest::records(packed).collect();
        let seen = old.weigh(&records);
        let then = match &translation {
            Some(translation) => new.weigh(&translation.of(&records)),
            None => new.weigh(&records),
        };
        let shift = DossierShift::between((&old, &seen), (&new, &then));
        effect.add(&shift);
        if !shift.is_empty() && touched.len() < SHOWN {
            touched.push((number.clone(), shift));
        }
    })?;
    let mut rows = Vec::with_capacity(touched.len());
    for (number, shift) in &touched {
        let student = reader.student(number)?;
        let name = student.map(|student| student.name.to_string()).unwrap_or_default();
        rows.push(views::row(number.as_str(), &name, shift));
    }
    Ok(views::effect(&effect, rows))
}
