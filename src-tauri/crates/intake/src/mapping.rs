//! What the columns of a form mean: said by a mapping, or proposed from the headings.

use crate::table::Table;
use domain::evidence::Moment;
use domain::framework::WeightFramework;
use domain::ids::{CriterionId, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// *Kolomkoppeling*, as a JSON file: headings of the table by what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// The source that speaks, e.g. `werkplek`.
    pub source: Option<SourceId>,
    /// The moment; told from the file's name when left out.
    pub moment: Option<Moment>,
    /// Heading of the student number.
    pub number: Option<String>,
    /// Heading of the student's name.
    pub student: Option<String>,
    /// Heading of the student's mail address.
    pub email: Option<String>,
    /// Heading of the author's name.
    pub author: Option<String>,
    /// Heading of the author's role.
    pub role: Option<String>,
    /// Heading of the date.
    pub date: Option<String>,
    /// Heading of the question whether feedback is established.
    pub established: Option<String>,
    /// Heading of the response's own number.
    pub id: Option<String>,
    /// Per criterion the heading of its level and of its explanation.
    pub criteria: BTreeMap<CriterionId, CriterionColumns>,
    /// Words for levels besides those of the scale; null is *niet waargenomen*.
    pub levels: BTreeMap<String, Option<u8>>,
}

/// The two columns of a criterion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionColumns {
    /// Heading of the level.
    pub level: String,
    /// Heading of the explanation, if any.
    #[serde(default)]
    pub text: Option<String>,
}

/// Whether headings name criteria of the framework.
pub(crate) fn looks_like_forms(headings: &[String], framework: &WeightFramework) -> bool {
    criteria_of(headings, framework).len() >= 2
}

/// Criteria by the column that begins with their key or bears their name.
pub(crate) fn criteria_of(headings: &[String], framework: &WeightFramework) -> Vec<(CriterionId, usize)> {
    let mut found = Vec::new();
    for criterion in &framework.criteria {
        let key = criterion.id.as_str().to_lowercase();
        let label = criterion.label.to_lowercase();
        let place = headings.iter().position(|heading| {
            let heading = heading.to_lowercase();
            let first = heading.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            first == key || heading == label
        });
        found.extend(place.map(|place| (criterion.id.clone(), place)));
    }
    found
}

impl Mapping {
    /// Proposes what the columns mean.
    pub(crate) fn propose(table: &Table, file_name: &str, framework: &WeightFramework) -> Self {
        let heading = |names: &[&str]| table.column(names).map(|place| table.headings[place].clone());
        let like = |part: &str| {
            let found = table.headings.iter().find(|heading| heading.to_lowercase().contains(part));
            found.cloned()
        };
        let criteria = criteria_of(&table.headings, framework).into_iter().map(|(id, place)| {
            let next = table.headings.get(place + 1);
            let text = next.filter(|heading| {
                let heading = heading.to_lowercase();
                heading.starts_with("toelichting") || heading.starts_with("explanation")
            });
            (id, CriterionColumns { level: table.headings[place].clone(), text: text.cloned() })
        });
        Self {
            source: source_of(file_name, framework),
            moment: Some(moment_of(file_name)),
            number: heading(&["studentnummer student", "studentnummer"]).or_else(|| like("studentnummer")),
            student: heading(&["naam student", "naam van de student", "student"]),
            email: heading(&["e-mail student", "e-mailadres student"]),
            author: heading(&["naam", "name"]),
            role: heading(&["rol", "role"]).or_else(|| like("welke rol")),
            date: heading(&["datum gesprek", "datum"]).or_else(|| like("wanneer was")).or_else(|| like("datum")),
            established: like("vastgesteld"),
            id: heading(&["id"]),
            criteria: criteria.collect(),
            levels: BTreeMap::new(),
        }
    }

    /// The level of an answer: a word of the scale or of the mapping, or a number of the scale. `Err` when it has none.
    pub(crate) fn level(&self, answer: &str, framework: &WeightFramework) -> Result<Option<u8>, ()> {
        let answer = answer.trim().to_lowercase();
        if let Some((_, level)) = self.levels.iter().find(|(word, _)| word.to_lowercase() == answer) {
            return Ok(*level);
        }
        if ["niet waargenomen", "n.w.", "nw", "not observed", "–", "-", "n.v.t."].contains(&answer.as_str()) {
            return Ok(None);
        }
        let place = framework.levels.iter().position(|level| level.to_lowercase() == answer);
        match place.map(u8::try_from) {
            Some(Ok(level)) => Ok(Some(level)),
            _ => Err(()),
        }
    }
}

/// The source that a file's name speaks of; the workplace when it names none.
fn source_of(name: &str, framework: &WeightFramework) -> Option<SourceId> {
    let name = name.to_lowercase();
    let named = framework.sources.iter().find(|source| name.contains(source.id.as_str()));
    let workplace = framework.sources.iter().find(|source| source.id.as_str() == "werkplek");
    named.or(workplace).map(|source| source.id.clone())
}

fn moment_of(name: &str) -> Moment {
    let name = name.to_lowercase();
    let words = [
        ("eindevaluatie", Moment::Eindevaluatie),
        ("tussenevaluatie", Moment::Tussenevaluatie),
        ("startgesprek", Moment::Startgesprek),
        ("kennismaking", Moment::Kennismaking),
    ];
    words.iter().find(|(word, _)| name.contains(word)).map_or(Moment::Overig, |(_, moment)| *moment)
}
