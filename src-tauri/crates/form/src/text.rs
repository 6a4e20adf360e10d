//! The words of the form, in Dutch and in English; a `{}` in a sentence is filled in order.
//!
//! Promises: whatever the form says of itself stands in one of the two tables. Deliberately absent: names of levels,
//! sources, criteria and outcomes, which are the framework's, and what people wrote, which stays as it is.

mod dutch;
mod english;

use chrono::{Datelike, NaiveDate};
use domain::evidence::Moment;
use domain::framework::{Domain, WeightFramework};
use domain::mandate::Capacity;
use domain::student::{Answer, LearningOutcome};
use domain::sufficiency::{Lack, Letter, Met};
use domain::weighing::Stance;

/// Language of what the form says of itself; what people wrote is never translated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::Dutch => &dutch::WORDS,
            Self::English => &english::WORDS,
        }
    }
}

/// Declares the table, so that both languages have every word.
macro_rules! words {
    ($($name:ident),* $(,)?) => {
        /// The words of one language.
        pub(crate) struct Words {
            /// Language tag (BCP 47).
            pub lang: &'static str,
            /// How its words are broken.
            pub hyphens: hypher::Lang,
            /// Language of what people wrote, where it is not that of the form.
            pub foreign: Option<&'static str>,
            pub months: [&'static str; 12],
            pub quotes: [&'static str; 2],
            pub capacities: [&'static str; 3],
            pub capacities_short: [&'static str; 3],
            /// The second reader and the student, as they sign.
            pub seconds: [&'static str; 2],
            /// Why the first and the second sign.
            pub reasons: [&'static str; 2],
            pub moments: [&'static str; 5],
            pub months_short: [&'static str; 12],
            pub domains: [[&'static str; 2]; 3],
            pub answers: [&'static str; 3],
            pub outcomes: [&'static str; 4],
            pub stances: [&'static str; 4],
            pub stances_long: [&'static str; 4],
            pub letters: [&'static str; 5],
            pub mets: [&'static str; 3],
            pub lacks: [&'static str; 10],
            pub obstacles: [&'static str; 9],
            $(pub $name: &'static str,)*
        }
    };
}

words! {
    // The document and its foot.
    title, form, foot, foot_hashes, page_of, attached, attached_cohort, draft, title_draft, form_draft, foot_draft,
    draft_says,
    // The first page.
    framework_version, student, number, programme, subject, partnership, year, year_attempt, school, placement_subject,
    mentor, school_educator, mandate, mandate_line, established, version, replaces, not_given, not_filled, judgement,
    learning_outcome, luk_text, standings, statement, no_statement, can_and_will, rests_on, author_unknown, counted,
    enough, not_enough, feedforward, deviated, made, not_yet, no_outcome,
    // The picture and the weights.
    view, view_says, coverage, norm, none, full_coverage, without, only, no_coverage, missing, decides, self_image,
    legend_full, legend_half, legend_hollow, legend_band, legend_decides, legend_clash, against_short, too_few,
    self_higher, self_lower, alt_head, alt_row, alt_missing, alt_decides, weights, source, weight, allowed, band,
    weighs_on, on_all, left_out, no_reason, reason_is, frozen,
    // Per criterion.
    per_criterion, in_words, table_says, criterion, picture, between, beside, norm_is, no_rationale,
    rationale, read_as,
    // The data points.
    datapoints, number_short, author_role, when, counts, cited_at, not_established, counts_not, counts_full,
    counts_half, not_cited, to_passage, to_datapoint,
    // The account and the end.
    account, discrepancies, no_discrepancies, against, unanswered, sufficiency, letter_head, met_head, lack_head,
    saturation, reaction, seen, appeal, appeal_text, appeal_draft, signing, signature, second_signature, seals, signed_by,
}

/// Fills the places of a sentence in order.
pub(crate) fn fill(sentence: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut filled = String::with_capacity(sentence.len() + 32);
    for (place, part) in sentence.split("{}").enumerate() {
        if place > 0 {
            filled.push_str(values.next().copied().unwrap_or_default());
        }
        filled.push_str(part);
    }
    filled
}

impl Words {
    pub fn day(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.months[date.month0() as usize % 12], date.year())
    }

    /// A day with its month cut short, for tables and sources.
    pub fn day_short(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.months_short[date.month0() as usize % 12], date.year())
    }

    pub fn moment(&self, moment: Moment) -> &'static str {
        self.moments[Moment::ALL.iter().position(|known| *known == moment).unwrap_or(4)]
    }

    pub fn quoted(&self, text: &str) -> String {
        format!("{}{text}{}", self.quotes[0], self.quotes[1])
    }

    pub fn capacity(&self, capacity: Capacity) -> &'static str {
        self.capacities[place_of(capacity)]
    }

    pub fn capacity_short(&self, capacity: Capacity) -> &'static str {
        self.capacities_short[place_of(capacity)]
    }

    fn domain(&self, domain: Domain) -> [&'static str; 2] {
        self.domains[match domain {
            Domain::Kan => 0,
            Domain::Wil => 1,
            Domain::Onderbouwing => 2,
        }]
    }

    pub fn domain_name(&self, domain: Domain) -> &'static str {
        self.domain(domain)[0]
    }

    pub fn domain_question(&self, domain: Domain) -> &'static str {
        self.domain(domain)[1]
    }

    pub fn answer(&self, answer: Answer) -> &'static str {
        self.answers[match answer {
            Answer::Ja => 0,
            Answer::Nee => 1,
            Answer::Twijfel => 2,
        }]
    }

    pub fn luk(&self, luk: LearningOutcome) -> &'static str {
        self.outcomes[match luk {
            LearningOutcome::Beroep => 0,
            LearningOutcome::PositiefLeerklimaat => 1,
            LearningOutcome::Onderwijsactiviteit => 2,
            LearningOutcome::Lerende => 3,
        }]
    }

    /// A stance in few words, or in a sentence for who does not see the picture.
    pub fn stance(&self, stance: Stance) -> &'static str {
        self.stances[place(stance)]
    }

    pub fn stance_long(&self, stance: Stance) -> &'static str {
        self.stances_long[place(stance)]
    }

    pub fn letter(&self, letter: Letter) -> &'static str {
        self.letters[letter as usize]
    }

    pub fn met(&self, met: Met) -> &'static str {
        self.mets[match met {
            Met::Met => 0,
            Met::Attention => 1,
            Met::NotMet => 2,
        }]
    }

    pub fn lack(&self, lack: &Lack, framework: &WeightFramework) -> String {
        let criterion = |at: u32| framework.criteria.get(at as usize).map_or(String::new(), |c| c.id.to_string());
        let (place, values) = match *lack {
            Lack::NothingCounts => (0, vec![]),
            Lack::Sources(has, asked) => (1, vec![has.to_string(), asked.to_string()]),
            Lack::Authors(has, asked) => (2, vec![has.to_string(), asked.to_string()]),
            Lack::Quadrants(has, asked) => (3, vec![has.to_string(), asked.to_string()]),
            Lack::Unmarked(count, of) => (4, vec![count.to_string(), of.to_string()]),
            Lack::Untouched(at) => (5, vec![criterion(at)]),
            Lack::Unvouched(count, of) => (6, vec![count.to_string(), of.to_string()]),
            Lack::OutsideYear(count) => (7, vec![count.to_string()]),
            Lack::NothingLate => (8, vec![]),
            Lack::TooFew(at, has, asked) => (9, vec![criterion(at), has.to_string(), asked.to_string()]),
        };
        fill(self.lacks[place], &values.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// What a deviation passes, in words.
    pub fn obstacle(&self, code: &str) -> String {
        let (name, at) = code.split_once(':').unwrap_or((code, ""));
        let words = OBSTACLES.iter().position(|known| *known == name).map_or(name, |place| self.obstacles[place]);
        if at.is_empty() { words.to_owned() } else { format!("{words} ({})", at.replace(':', ", ")) }
    }
}

const OBSTACLES: [&str; 9] = [
    "statement_missing",
    "rationale_missing",
    "criterion_rationale_missing",
    "citation_missing",
    "discrepancy_unanswered",
    "vraak_not_met",
    "saturation_missing",
    "not_saturated",
    "picture_differs",
];

fn place_of(capacity: Capacity) -> usize {
    match capacity {
        Capacity::Examiner => 0,
        Capacity::Decide => 1,
        Capacity::Prepare => 2,
    }
}

fn place(stance: Stance) -> usize {
    match stance {
        Stance::Incomplete => 0,
        Stance::Above => 1,
        Stance::Below => 2,
        Stance::Depends => 3,
    }
}
