//! Judgements on those who are ready, in the shape of the contract's `judge` input.

use crate::people::{Situation, situation_of};
use chrono::NaiveDate;
use domain::cohort::CohortDocument;
use domain::dossier::Dossier;
use domain::evidence::{Observation, Provenance};
use domain::framework::WeightFramework;
use domain::ids::{CriterionId, DataPointId, SourceId, StudentNumber};
use domain::judgement::{Ground, Saturation};
use domain::obstacles::Deviation;
use domain::text::FilledText;
use domain::weighing::Stance;
use domain::weights::WeightSet;
use serde::Serialize;

/// One judgement of the `judge` input.
#[derive(Debug, Clone, Serialize)]
pub struct PreparedJudgement {
    /// *Studentnummer*.
    pub student: StudentNumber,
    /// *Gelegenheid*.
    pub attempt: u8,
    /// Outcome.
    pub outcome: String,
    /// *Onderbouwing*.
    pub rationale: String,
    /// Per criterion.
    pub criteria: Vec<PreparedCriterion>,
    /// Answers.
    pub discrepancies: Vec<PreparedAnswer>,
    /// The saturation question.
    pub saturation: Saturation,
    /// *Feedforward*.
    pub feedforward: String,
    /// *Beredeneerd afwijken*.
    pub deviations: Vec<Deviation>,
    /// Whether it is to be established.
    pub establish: bool,
    /// On which day.
    pub date: NaiveDate,
}

/// Words on one criterion.
#[derive(Debug, Clone, Serialize)]
pub struct PreparedCriterion {
    /// The criterion.
    pub id: CriterionId,
    /// The words.
    pub rationale: String,
    /// What they rest on.
    pub citations: Vec<PreparedCitation>,
}

/// A citation.
#[derive(Debug, Clone, Serialize)]
pub struct PreparedCitation {
    /// The data point.
    pub datapoint: DataPointId,
    /// First Unicode scalar value.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// An answer to a discrepancy.
#[derive(Debug, Clone, Serialize)]
pub struct PreparedAnswer {
    /// The criterion.
    pub criterion: CriterionId,
    /// One source.
    pub a: SourceId,
    /// The other.
    pub b: SourceId,
    /// The answer.
    pub answer: String,
}

/// Judgements on the students of an example cohort that are ready: about half are established, one in twelve stays a
/// draft in which nothing stands in the way but the establishing itself.
pub fn judgements(document: &CohortDocument) -> Vec<PreparedJudgement> {
    let (framework, weights) = (WeightFramework::example(), WeightSet::example());
    let mut prepared = Vec::new();
    for (place, student) in document.students.iter().enumerate() {
        let dossier = student.clone().into_dossier(&Provenance::File { hash: String::new(), sheet: None, row: None });
        let ground = Ground {
            partnership: &document.partnership,
            year: document.year,
            framework: &framework,
            weights: &weights,
            dossier: &dossier,
        };
        let begun = |outcome, attempt, establish| prepare(&ground, &dossier, outcome, attempt, establish);
        match situation_of(place) {
            Situation::Above if place % 24 == 8 => prepared.push(begun(1, 1, false)),
            Situation::Above => prepared.push(begun(if place % 2 == 0 { 2 } else { 1 }, 1, true)),
            Situation::Discrepancy if place % 24 < 12 => {}
            Situation::Discrepancy | Situation::ArguedNo => prepared.push(begun(1, 1, true)),
            Situation::Below => prepared.push(begun(0, 1, true)),
            Situation::Retake => prepared.extend([begun(0, 1, true), begun(1, 2, true)]),
            Situation::Deviation => prepared.push(begun(1, 1, true)),
            Situation::Depends | Situation::Incomplete | Situation::NoStatement | Situation::Unmarked => {}
        }
    }
    prepared
}

const DAYS: [(u32, u32); 2] = [(6, 12), (7, 3)];

fn prepare(ground: &Ground<'_>, dossier: &Dossier, outcome: usize, attempt: u8, establish: bool) -> PreparedJudgement {
    let framework = ground.framework;
    let (view, _) = ground.view();
    let (month, day) = DAYS[usize::from(attempt > 1)];
    let name = |place: usize| framework.sources[place].label.to_lowercase();
    let answers = view.discrepancies.iter().map(|found| PreparedAnswer {
        criterion: framework.criteria[found.criterion].id.clone(),
        a: framework.sources[found.minority].id.clone(),
        b: framework.sources[found.other].id.clone(),
        answer: format!(
            "{} en {} keken naar andere momenten. In het gesprek is dit naast elkaar gelegd; het latere en rijkere bewijs \
             geeft de doorslag.",
            capital(&name(found.minority)),
            name(found.other)
        ),
    });
    let rows = framework.criteria.iter().enumerate();
    let criteria = rows.map(|(at, criterion)| PreparedCriterion {
        id: criterion.id.clone(),
        rationale: rationale(
            view.criteria[at].stance,
            view.discrepancies.iter().any(|found| found.criterion == at),
            &criterion.label,
        ),
        citations: citations(dossier, &criterion.id),
    });
    PreparedJudgement {
        student: dossier.student.number.clone(),
        attempt,
        outcome: framework.outcomes[outcome.min(framework.outcomes.len() - 1)].clone(),
        rationale: whole(outcome, attempt).to_owned(),
        criteria: criteria.collect(),
        discrepancies: answers.collect(),
        saturation: Saturation {
            enough: true,
            why: "De laatste drie bijdragen bevestigden wat er al lag; een volgend gesprek voegt niets wezenlijks toe."
                .to_owned(),
        },
        feedforward: feedforward(outcome).to_owned(),
        deviations: deviations(attempt, outcome),
        establish,
        date: NaiveDate::from_ymd_opt(2025, month, day).expect("BUG: a day"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn rationale(stance: Stance, divided: bool, label: &str) -> String {
    let label = label.to_lowercase();
    match stance {
        Stance::Above if divided => format!(
            "Niet elke bron ziet hetzelfde bij {label}. Hieronder staat wat dat verklaart; samen ligt het beeld op de norm of erboven."
        ),
        Stance::Above => format!(
            "Over {label} wijzen de bronnen dezelfde kant op: dit is op de werkplek gezien en in het eigen verhaal terug te lezen."
        ),
        Stance::Below => format!(
            "Bij {label} blijft het beeld bij herhaling onder de norm; de voorbeelden zijn van verschillende mensen en momenten."
        ),
        Stance::Depends => format!(
            "Het beeld van {label} hangt af van waar men de nadruk legt; daarom telt hier wat in de laatste periode is gezien."
        ),
        Stance::Incomplete => format!("Over {label} is minder bekend dan gewenst; wat er is, wordt hieronder gewogen."),
    }
}

fn whole(outcome: usize, attempt: u8) -> &'static str {
    match (outcome, attempt) {
        (0, _) => {
            "De student heeft het beroep van dichtbij gezien, maar de onderbouwing van het eigen antwoord rust nog op te weinig. \
                   Wat op de werkplek is gezegd, komt in de uitspraak niet terug."
        }
        (_, 2) => {
            "In de tweede gelegenheid legt de student de bronnen naast elkaar en gaat in op wat eerder ontbrak. Het antwoord is \
                   nu van de student zelf."
        }
        (2, _) => {
            "De student geeft een eigen antwoord dat rust op werkplek, programma en drama, onderzoekt waar bronnen verschillen en \
                   trekt daaruit conclusies die verder gaan dan gevraagd."
        }
        _ => {
            "De student geeft een eigen antwoord op de vraag ‘kan en wil ik leraar worden’ en onderbouwt dat vanuit meer \
              leeromgevingen."
        }
    }
}

fn feedforward(outcome: usize) -> &'static str {
    match outcome {
        0 => {
            "Vraag drie mensen wat zij in april van je zagen, leg dat naast je eigen verslag en schrijf op wat je daarvan overneemt."
        }
        2 => "Zoek volgend jaar een klas die je uit evenwicht brengt, en houd bij wat je dan doet.",
        _ => "Onderzoek in het tweede jaar hoe je omgaat met een klas die niet vanzelf meedoet.",
    }
}

/// Reasons for what the picture and the outcome leave between them.
fn deviations(attempt: u8, outcome: usize) -> Vec<Deviation> {
    let reason = match (outcome, attempt) {
        (0, _) => {
            "Het beeld per criterium is gunstiger dan de uitkomst, omdat de onderbouwing door de student zelf nog ontbreekt."
        }
        (_, 2) => "Tussen de gelegenheden kwam er geen nieuw bewijs van de werkplek; het gesprek gaf de doorslag.",
        _ => "Eén criterium ligt volgens de bronnen lager; in het gesprek liet de student zien wat daarvan geleerd is.",
    };
    let deviation =
        |code: &str| Deviation { code: code.to_owned(), reason: FilledText::new(reason).expect("BUG: a reason") };
    vec![deviation("picture_differs")]
}

/// At most two passages on a criterion, from different sources where that can be.
fn citations(dossier: &Dossier, criterion: &CriterionId) -> Vec<PreparedCitation> {
    let mut chosen: Vec<(SourceId, PreparedCitation)> = Vec::new();
    for datapoint in dossier.datapoints.iter().rev() {
        for mark in datapoint.indications.iter().filter(|mark| mark.criterion == *criterion) {
            let (Some(span), Observation::Level(_)) = (mark.excerpt, mark.observation) else { continue };
            if chosen.len() < 2 && chosen.iter().all(|(source, _)| *source != datapoint.source) {
                let citation = PreparedCitation { datapoint: datapoint.id.clone(), start: span.start, end: span.end };
                chosen.push((datapoint.source.clone(), citation));
            }
        }
    }
    chosen.into_iter().map(|(_, citation)| citation).collect()
}
