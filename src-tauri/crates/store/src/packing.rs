//! Packing evidence: the digests that an act made stale, or all of them.
//!
//! Promises: what is packed is what a student is weighed by within this transaction: the data points, or those that an
//! established judgement stands on; read here, packed on every core, some students at a time.

use crate::cores::on_every_core;
use crate::digest::pack;
use crate::error::StoreError;
use crate::nouns::Noun;
use crate::reader::{Reader, sql};
use crate::records::KeptPoint;
use crate::writer::Writer;
use domain::framework::WeightFramework;
use domain::ids::StudentNumber;
use domain::judgement::Judgement;
use domain::weighing::records_of;
use domain::year::AcademicYear;
use std::collections::BTreeSet;

/// Students whose evidence is in memory at once.
const AT_ONCE: usize = 512;

impl Writer<'_> {
    /// Packs the evidence of every student anew.
    pub(crate) fn digest_all(&mut self) -> Result<(), StoreError> {
        let students = self.students()?;
        self.digest_of(students.into_iter().map(|student| student.number).collect())
    }

    /// Packs the evidence of these students anew; of those that went, nothing stays.
    pub(crate) fn digest_of(&mut self, students: BTreeSet<StudentNumber>) -> Result<(), StoreError> {
        if students.is_empty() {
            return Ok(());
        }
        let (framework, year) = (self.framework()?, self.meta()?.year);
        let make = |part: &[Option<Vec<KeptPoint>>]| {
            let pack = |kept: &Vec<KeptPoint>| pack_kept(kept, &framework, year);
            part.iter().map(|kept| kept.as_ref().map(pack).transpose()).collect()
        };
        let students: Vec<StudentNumber> = students.into_iter().collect();
        for some in students.chunks(AT_ONCE) {
            let read = |hand: &mut dyn FnMut(_)| {
                for number in some {
                    let there = self.body(Noun::Student, number.as_str(), "")?.is_some();
                    hand(if there { Some(self.weighed_points(number)?) } else { None });
                }
                Ok::<_, StoreError>(())
            };
            let made: Vec<Vec<Option<Vec<u8>>>> = on_every_core(read, make)?;
            for (number, packed) in some.iter().zip(made.into_iter().flatten()) {
                match packed {
                    Some(packed) => self.conn.prepare_cached(sql!("digest/put"))?.execute((number.as_str(), packed))?,
                    None => self.conn.prepare_cached(sql!("digest/remove"))?.execute([number.as_str()])?,
                };
            }
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// The data points that a student is weighed by: those that an established judgement stands on, else all there are.
    pub(crate) fn weighed_points(&self, number: &StudentNumber) -> Result<Vec<KeptPoint>, StoreError> {
        match self.judgements(number)?.pop().map(|latest| latest.state) {
            Some(Judgement::Established(judgement)) => {
                let points = judgement.ground().dossier.datapoints.iter();
                points.map(|point| Ok(KeptPoint { body: serde_json::to_string(point)? })).collect()
            }
            Some(Judgement::Draft(_) | Judgement::Replaced(_)) | None => self.kept_points(number),
        }
    }
}

/// Packs the data points of one student, as they are kept.
pub(crate) fn pack_kept(
    kept: &[KeptPoint],
    framework: &WeightFramework,
    year: AcademicYear,
) -> Result<Vec<u8>, StoreError> {
    let datapoints = kept.iter().map(KeptPoint::read).collect::<Result<Vec<_>, _>>()?;
    Ok(pack(&records_of(&datapoints, framework, year)))
}
