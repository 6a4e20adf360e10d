//! What a form says, in order: who and what, the outcome and why, the weighted view, the evidence, the account of it.
//!
//! Promises: says what the judgement holds and nothing else; no position as a figure (rule R6). Deliberately absent:
//! where things stand on the page (`layout`) and the words themselves (`text`).

mod account;
mod closing;
mod evidence;
mod front;

use crate::FormFacts;
use crate::layout::Sheet;
use crate::picture;
use crate::signs::{Sign, signs};
use crate::structure::{NodeId, Role};
use crate::text::{Words, fill};
use domain::judgement::{EstablishedJudgement, Ground};
use domain::sufficiency::Sufficiency;
use domain::weighing::{DossierView, PointRecord, records_of};

const ROOT: NodeId = 0;

/// All that is said, gathered once.
pub(crate) struct Matter<'a> {
    pub judgement: &'a EstablishedJudgement,
    pub facts: &'a FormFacts<'a>,
    pub hash: &'a str,
    pub words: &'static Words,
    pub ground: Ground<'a>,
    pub view: DossierView,
    pub sufficiency: Sufficiency,
    /// One per data point whose source the framework knows.
    pub records: Vec<PointRecord>,
    /// In the order of the framework's sources.
    pub signs: Vec<Sign>,
}

impl<'a> Matter<'a> {
    /// Gathers it.
    pub fn new(
        judgement: &'a EstablishedJudgement,
        facts: &'a FormFacts<'a>,
        hash: &'a str,
        words: &'static Words,
    ) -> Self {
        let ground = judgement.ground();
        let (view, sufficiency) = ground.view();
        let records = records_of(ground.dossier, ground.framework, ground.year);
        let signs = signs(ground.framework);
        Self { judgement, facts, hash, words, ground, view, sufficiency, records, signs }
    }

    /// The title of the document.
    pub fn title(&self) -> String {
        let words = self.judgement.words();
        fill(self.words.title, &[words.student.as_str(), &words.attempt.to_string()])
    }

    /// The foot of every page, left and right.
    pub fn footer(&self) -> [String; 2] {
        let words = self.judgement.words();
        let version = self.facts.revision.to_string();
        let left = fill(self.words.foot, &[words.student.as_str(), &words.attempt.to_string(), &version]);
        [left, fill(self.words.foot_hashes, &[&short(self.hash, 3), &short(&self.facts.checkpoint.hash, 2)])]
    }

    /// Whether the partnership does without a source, by design.
    pub fn unused(&self, source: usize) -> bool {
        self.ground.framework.sources.get(source).is_some_and(|s| self.ground.weights.unused().contains(&s.id))
    }
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
    account::weights(sheet, section, matter);
    evidence::compose(sheet, ROOT, matter);
    let section = sheet.node(ROOT, Role::Section);
    account::compose(sheet, section, matter);
    closing::compose(sheet, section, matter);
}
