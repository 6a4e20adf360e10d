//! What a form says, in order: who and what, the outcome and why, the weighted view, the evidence, the account of it.
//!
//! Promises: says what the judgement holds and nothing else; no position as a figure (rule R6); a draft says so, and
//! states no hash and leaves no room to sign. Deliberately absent: where things stand on the page (`layout`) and the
//! words themselves (`text`).

mod account;
mod closing;
mod evidence;
mod front;
mod sources;

use crate::FormFacts;
use crate::layout::Sheet;
use crate::picture;
use crate::signs::{Sign, signs};
use crate::structure::{NodeId, Role};
use crate::text::{Words, fill};
use chrono::NaiveDate;
use domain::evidence::DataPoint;
use domain::judgement::{Citation, DraftJudgement, Ground};
use domain::mandate::Mandate;
use domain::sufficiency::Sufficiency;
use domain::weighing::{DossierView, PointRecord, records_of};

pub(crate) use evidence::table_of_view;

const ROOT: NodeId = 0;

/// What makes a judgement more than a draft.
#[derive(Clone, Copy)]
pub(crate) struct Established<'a> {
    pub by: &'a Mandate,
    pub on: NaiveDate,
    pub hash: &'a str,
}

/// A citation that points at a passage, with its place in the form.
pub(crate) struct Cited<'a> {
    pub criterion: usize,
    /// Place of the data point in the dossier.
    pub point: usize,
    pub citation: &'a Citation,
    pub datapoint: &'a DataPoint,
    pub passage: &'a str,
    /// Anchor of the passage under its criterion.
    pub anchor: usize,
}

/// All that is said, gathered once.
pub(crate) struct Matter<'a> {
    pub said: &'a DraftJudgement,
    pub outcome: Option<&'a str>,
    pub established: Option<Established<'a>>,
    pub facts: &'a FormFacts<'a>,
    pub words: &'static Words,
    pub ground: Ground<'a>,
    pub view: DossierView,
    pub sufficiency: Sufficiency,
    /// One per data point whose source the framework knows.
    pub records: Vec<PointRecord>,
    /// In the order of the framework's sources.
    pub signs: Vec<Sign>,
    /// In the order of the criteria.
    pub cited: Vec<Cited<'a>>,
}

impl<'a> Matter<'a> {
    /// Gathers it.
    pub fn new(
        (ground, said, outcome): (Ground<'a>, &'a DraftJudgement, Option<&'a str>),
        established: Option<Established<'a>>,
        facts: &'a FormFacts<'a>,
        words: &'static Words,
    ) -> Self {
        let (view, sufficiency) = ground.view();
        let records = records_of(&ground.dossier.datapoints, ground.framework, ground.year);
        let signs = signs(ground.framework);
        let cited = cited(ground, said);
        Self { said, outcome, established, facts, words, ground, view, sufficiency, records, signs, cited }
    }

    /// How many places links lead to: the rows of the data points first, then the passages.
    pub fn anchors(&self) -> usize {
        self.ground.dossier.datapoints.len() + self.cited.len()
    }

    /// The title of the document.
    pub fn title(&self) -> String {
        let title = if self.established.is_some() { self.words.title } else { self.words.title_draft };
        fill(title, &[self.said.student.as_str(), &self.said.attempt.to_string()])
    }

    /// The foot of every page, left and right.
    pub fn footer(&self) -> [String; 2] {
        let (words, attempt) = (self.words, self.said.attempt.to_string());
        let student = self.said.student.as_str();
        let Some(established) = &self.established else {
            return [fill(words.foot_draft, &[student, &attempt]), words.draft_says.to_owned()];
        };
        let left = fill(words.foot, &[student, &attempt, &self.facts.revision.to_string()]);
        let hashes = [short(established.hash, 3), short(&self.facts.checkpoint.hash, 2)];
        [left, fill(words.foot_hashes, &[&hashes[0], &hashes[1]])]
    }

    /// Whether the partnership does without a source, by design.
    pub fn unused(&self, source: usize) -> bool {
        self.ground.framework.sources.get(source).is_some_and(|s| self.ground.weights.unused().contains(&s.id))
    }

    /// Author and role, or that the author is not known.
    pub fn author(&self, datapoint: &DataPoint) -> String {
        let author = datapoint.author.as_ref().map_or(self.words.author_unknown, |author| author.as_str());
        if datapoint.role.is_empty() { author.to_owned() } else { format!("{author}, {}", datapoint.role) }
    }

    /// Name of a source by its place.
    pub fn source(&self, source: usize) -> &'a str {
        self.ground.framework.sources.get(source).map_or("", |source| source.label.as_str())
    }
}

/// The citations that point at a passage, in the order of the framework's criteria.
fn cited<'a>(ground: Ground<'a>, said: &'a DraftJudgement) -> Vec<Cited<'a>> {
    let (points, mut cited) = (&ground.dossier.datapoints, Vec::new());
    for (criterion, known) in ground.framework.criteria.iter().enumerate() {
        let own = said.criteria.iter().filter(|words| words.criterion == known.id);
        for citation in own.flat_map(|words| &words.citations) {
            let Some(point) = points.iter().position(|point| point.id == citation.datapoint) else { continue };
            let (datapoint, anchor) = (&points[point], points.len() + cited.len());
            let Some(passage) = citation.span.of(&datapoint.text) else { continue };
            cited.push(Cited { criterion, point, citation, datapoint, passage, anchor });
        }
    }
    cited
}

/// The beginning of a hash in groups of four, enough to compare by eye.
pub(crate) fn short(hash: &str, groups: usize) -> String {
    let letters: Vec<char> = hash.chars().take(groups * 4).collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// Says everything.
pub(crate) fn compose(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    front::compose(sheet, matter);
    let section = sheet.node(ROOT, Role::Section);
    picture::compose(sheet, section, matter);
    evidence::compose(sheet, ROOT, matter);
    let section = sheet.node(ROOT, Role::Section);
    account::compose(sheet, section, matter);
    sources::compose(sheet, section, matter);
    closing::compose(sheet, section, matter);
}
