//! `weigh` for reading: the weighted view in words, without figures (rule R6).

use crate::api::{Problem, ProblemCode};
use crate::dossier::{Case, Frame, shown};
use crate::workbench::{Workbench, number_of};
use domain::framework::WeightFramework;
use domain::sufficiency::{Letter, Met, Sufficiency};
use domain::weighing::{DossierView, Stance};
use std::sync::Arc;

impl Workbench {
    /// The weighted view of one student, or of all, line by line.
    pub fn weigh_lines(&self, student: Option<&str>) -> Result<Vec<String>, Problem> {
        let reader = self.store.reader();
        let asked = student.map(number_of).transpose()?;
        let frame = Arc::new(Frame::read(&reader)?);
        let mut lines = Vec::new();
        for student in reader.students()? {
            if asked.as_ref().is_some_and(|asked| *asked != student.number) {
                continue;
            }
            let case = Case::within(frame.clone(), &reader, &student.number)?;
            let judgements = reader.judgements(&student.number)?;
            let (view, sufficiency) = shown(&case, &judgements).view();
            lines.push(format!("{} {}", student.number, student.name));
            lines.extend(criteria(&case.frame.framework, &view));
            lines.push(format!("  VRAAK: {}", vraak(&sufficiency)));
        }
        match (lines.is_empty(), asked) {
            (true, Some(number)) => Err(Problem::user(ProblemCode::UnknownStudent, number.to_string())),
            _ => Ok(lines),
        }
    }
}

fn criteria(framework: &WeightFramework, view: &DossierView) -> Vec<String> {
    let rows = framework.criteria.iter().enumerate();
    rows.map(|(at, criterion)| {
        let stance = match view.criteria[at].stance {
            Stance::Incomplete => "nog onvolledig",
            Stance::Above => "op of boven de norm, bij elke toegestane weging",
            Stance::Below => "onder de norm, bij elke toegestane weging",
            Stance::Depends => "hangt af van de weging",
        };
        let name = |place: usize| framework.sources[place].label.as_str();
        let clashes: Vec<String> = view
            .discrepancies_of(at)
            .map(|found| format!("{} ≠ {}", name(found.minority), name(found.other)))
            .collect();
        let clash = if clashes.is_empty() { String::new() } else { format!("; tegenspraak: {}", clashes.join(", ")) };
        format!("  {:<3} {}: {stance}{clash}", criterion.id, criterion.label)
    })
    .collect()
}

fn vraak(sufficiency: &Sufficiency) -> String {
    let words = Letter::ALL.iter().map(|letter| {
        let met = match sufficiency.met(*letter) {
            Met::Met => "voldaan",
            Met::Attention => "aandacht",
            Met::NotMet => "niet voldaan",
        };
        format!("{} {met}", letter.code())
    });
    words.collect::<Vec<_>>().join(", ")
}
