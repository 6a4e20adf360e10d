//! The first page: who, what was decided and why, the student's own answer, and the passages that carry it.
//!
//! Promises: whoever reads this page alone knows about whom it is, what was decided, why, and by whom.

use super::{Cited, Matter, ROOT, short};
use crate::draw::{BODY, FACT, FACT_LABEL, LABEL, SMALL, STRONG, TITLE, VOICE};
use crate::layout::{LEFT, RIGHT, Sheet, head};
use crate::signs::Fill;
use crate::structure::{NodeId, Role};
use crate::text::fill;
use crate::wrap::{Line, run, wrap};
use domain::student::LearningOutcome;

/// Longest passage on the first page, in letters; longer ones stand with their criterion.
const FITTING: usize = 220;
/// Most passages on the first page.
const PASSAGES: usize = 4;

pub(super) fn compose(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    opening(sheet, matter);
    decision(sheet, matter);
    outcome_text(sheet, matter);
    statement(sheet, matter);
    rests_on(sheet, matter);
    let said = matter.said;
    sheet.entry(ROOT, Role::H2, head(matter.words.feedforward), |sheet, section| {
        sheet.rich(section, Role::Paragraph, &[run(VOICE, or_none(matter, &said.feedforward))], 0.0);
    });
    if !said.deviations.is_empty() {
        sheet.entry(ROOT, Role::H2, head(matter.words.deviated), |sheet, section| {
            for deviation in &said.deviations {
                let what = format!("{}. ", matter.words.obstacle(&deviation.code));
                sheet.rich(section, Role::Paragraph, &[run(STRONG, &what), run(VOICE, deviation.reason.as_str())], 0.0);
            }
        });
    }
}

/// The text, or that there is none.
pub(super) fn or_none<'t>(matter: &Matter<'_>, text: &'t str) -> &'t str {
    if text.trim().is_empty() { matter.words.not_filled } else { text }
}

fn opening(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    let (words, framework) = (matter.words, matter.ground.framework);
    let top = sheet.node(ROOT, Role::Paragraph);
    sheet.y -= STRONG.leading;
    let y = sheet.y + 3.0;
    let kind = if matter.established.is_some() { words.form } else { words.form_draft };
    sheet.text(Some(top), STRONG, kind, LEFT, y);
    let version = fill(words.framework_version, &[&framework.name, &framework.version]);
    let version = sheet.lines(SMALL, &version, 330.0);
    let right = sheet.node(ROOT, Role::Paragraph);
    for (place, line) in version.iter().enumerate() {
        let wide: f32 = line.segments.iter().map(|segment| sheet.width(segment.style, segment.text.trim_end())).sum();
        sheet.line(Some(right), line, RIGHT - wide, y - place as f32 * SMALL.leading);
    }
    sheet.y -= SMALL.leading * version.len().saturating_sub(1) as f32;
    sheet.heading(ROOT, Role::H1, TITLE, words.luk(LearningOutcome::Beroep));
    sheet.gap(3.0);
    sheet.black_rule();
    sheet.y -= 4.5;
    people(sheet, matter);
    sheet.gap(3.0);
    sheet.black_rule();
    sheet.y -= 1.0;
}

/// Names and values in two columns; each pair is one paragraph, so that it is read together.
fn people(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    let (words, student) = (matter.words, &matter.ground.dossier.student);
    let placement = &student.placement;
    let given = |text: &str| if text.trim().is_empty() { words.not_given.to_owned() } else { text.to_owned() };
    let year = matter.ground.year.to_string();
    let attempt = fill(words.year_attempt, &[&year, &matter.said.attempt.to_string()]);
    let mut pairs = vec![
        (words.student, student.name.to_string(), words.number, student.number.to_string()),
        (words.programme, given(&student.programme), words.subject, given(&student.subject)),
        (words.partnership, given(matter.ground.partnership), words.year, attempt),
        (words.school, given(&placement.school), words.placement_subject, given(&placement.subject)),
        (words.mentor, given(&placement.mentor), words.school_educator, given(&placement.school_educator)),
    ];
    match &matter.established {
        Some(established) => {
            let mandate = established.by;
            let granted = given(&mandate.granted_by);
            let (from, until) = (words.day_short(mandate.from), words.day_short(mandate.until));
            let line = fill(words.mandate_line, &[&from, &until, &granted]);
            pairs.push((words.capacity_short(mandate.capacity), mandate.holder.to_string(), words.mandate, line));
            pairs.push((words.established, words.day(established.on), words.version, version_line(matter)));
        }
        None => {
            let made = words.day(matter.facts.made_at.date_naive());
            pairs.push((words.made, made, words.established, words.not_yet.to_owned()));
        }
    }
    for (a, b, c, d) in pairs {
        pair_row(sheet, [(LEFT, 86.0, 176.0, a, b), (LEFT + 266.0, 72.0, 155.0, c, d)]);
    }
}

fn version_line(matter: &Matter<'_>) -> String {
    let revision = matter.facts.revision.to_string();
    match &matter.said.replaces {
        None => revision,
        Some(replaced) => {
            fill(matter.words.replaces, &[&revision, &short(&replaced.judgement, 3), replaced.reason.as_str()])
        }
    }
}

type Pair<'a> = (f32, f32, f32, &'a str, String);

/// Two pairs beside each other; a value that goes on over the page takes its lines along, and no name is broken that
/// fits.
fn pair_row(sheet: &mut Sheet<'_>, pairs: [Pair<'_>; 2]) {
    let set: Vec<(f32, f32, Vec<Line>, Vec<Line>)> = pairs
        .into_iter()
        .map(|(x, label_width, width, label, value)| {
            // The blank keeps name and value apart when they are read aloud.
            let label = wrap(sheet.fonts, None, &[run(FACT_LABEL, label), run(FACT_LABEL, " ")], label_width - 3.0);
            (x, label_width, label, wrap(sheet.fonts, None, &[run(FACT, &value)], width))
        })
        .collect();
    let rows = set.iter().map(|(.., label, value)| label.len().max(value.len())).max().unwrap_or(1);
    sheet.keep(FACT.leading * rows as f32);
    for (x, label_width, label, value) in &set {
        let node = sheet.node(ROOT, Role::Paragraph);
        for (lines, x) in [(label, *x), (value, x + label_width)] {
            let mut y = sheet.y;
            for line in lines {
                y -= FACT.leading;
                sheet.line(Some(node), line, x, y + FACT.leading * 0.28);
            }
        }
    }
    sheet.y -= FACT.leading * rows as f32 + 0.8;
}

fn decision(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    sheet.entry(ROOT, Role::H2, head(matter.words.judgement), |sheet, section| {
        sheet.y += 4.0;
        let outcome = matter.outcome.unwrap_or(matter.words.no_outcome);
        sheet.rich(section, Role::Paragraph, &[run(TITLE, outcome)], 0.0);
        let rationale = or_none(matter, &matter.said.rationale);
        sheet.rich(section, Role::Paragraph, &[run(VOICE, rationale)], 0.0);
    });
}

fn outcome_text(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    let words = matter.words;
    sheet.entry(ROOT, Role::H2, head(words.learning_outcome), |sheet, section| {
        let standings = matter.ground.dossier.student.standings.iter();
        let others = standings.filter(|standing| standing.luk != LearningOutcome::Beroep);
        let each: Vec<String> =
            others.map(|standing| format!("{}: {}", words.luk(standing.luk), standing.status)).collect();
        let each = if each.is_empty() { String::new() } else { fill(words.standings, &[&each.join("; ")]) };
        sheet.rich(section, Role::Paragraph, &[run(SMALL, words.luk_text), run(SMALL, " "), run(SMALL, &each)], 0.0);
    });
}

fn statement(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    sheet.entry(ROOT, Role::H2, head(matter.words.statement), |sheet, section| {
        let Some(found) = matter.ground.dossier.statement() else {
            return sheet.paragraph(section, BODY, matter.words.no_statement);
        };
        let (kan, wil) = (matter.words.answer(found.kan), matter.words.answer(found.wil));
        let line = fill(matter.words.can_and_will, &[kan, wil]);
        let date = format!(" {}", matter.words.day(found.date));
        sheet.rich(section, Role::Paragraph, &[run(STRONG, &line), run(LABEL, &date)], 0.0);
        sheet.rich(section, Role::Quote, &[run(VOICE, &matter.words.quoted(found.text.trim()))], 0.0);
    });
}

/// One fitting passage for each source, first come first; where there are few, they all stand with their criterion.
fn rests_on(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    let mut chosen: Vec<(usize, &Cited<'_>)> = Vec::new();
    let many = matter.cited.len() > PASSAGES;
    for cited in matter.cited.iter().filter(|cited| many && cited.passage.chars().count() <= FITTING) {
        let Some(source) = matter.ground.framework.source_index(&cited.datapoint.source) else { continue };
        if chosen.len() < PASSAGES && chosen.iter().all(|(known, _)| *known != source) {
            chosen.push((source, cited));
        }
    }
    chosen.sort_by_key(|(source, _)| *source);
    sheet.entry(ROOT, Role::H2, head(matter.words.rests_on), |sheet, section| {
        for (_, cited) in chosen {
            quote(sheet, section, matter, cited, "");
        }
        sheet.paragraph(section, SMALL, &counted(matter));
    });
}

/// A passage after the sign of its source, and behind it source, author, role and date, how it was read, and the number
/// that leads to its data point.
pub(super) fn quote(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>, cited: &Cited<'_>, read_as: &str) {
    let words = matter.words;
    sheet.keep(VOICE.leading * 2.0);
    let source = matter.ground.framework.source_index(&cited.datapoint.source);
    if let Some(sign) = source.and_then(|source| matter.signs.get(source)) {
        let (x, y) = (sheet.left + 3.8, sheet.y - VOICE.leading * 0.5);
        sign.at(x, y, 6.8, Fill::Full).into_iter().for_each(|mark| sheet.put(None, mark));
    }
    let day = words.day_short(cited.datapoint.date);
    let label = source.map_or(cited.datapoint.source.as_str(), |source| matter.source(source));
    let by = format!(" {label}: {}, {day}{read_as} ", matter.author(cited.datapoint));
    let (quoted, number) = (words.quoted(cited.passage.trim()), (cited.point + 1).to_string());
    let (shown, said) = (format!("[{number}]"), fill(words.to_datapoint, &[&number]));
    let link = run(SMALL, &shown).to(cited.point, &said);
    sheet.rich(parent, Role::Quote, &[run(VOICE, &quoted), run(SMALL, &by), link], 13.0);
}

/// On how much the judgement rests, and whether that is enough.
fn counted(matter: &Matter<'_>) -> String {
    let factors = &matter.ground.framework.moment_factors;
    let counts = |record: &&domain::weighing::PointRecord| {
        record.head.established && *factors.of(record.head.moment) > domain::fraction::Fraction::ZERO
    };
    let counted: Vec<_> = matter.records.iter().filter(counts).collect();
    let distinct = |mut keys: Vec<u32>| {
        keys.sort_unstable();
        keys.dedup();
        keys.len().to_string()
    };
    let sources = distinct(counted.iter().map(|record| u32::from(record.head.source)).collect());
    let authors = distinct(counted.iter().map(|record| record.head.author).filter(|author| *author != 0).collect());
    let line = fill(matter.words.counted, &[&counted.len().to_string(), &authors, &sources]);
    match &matter.said.saturation {
        None => line,
        Some(saturation) => {
            let enough = if saturation.enough { matter.words.enough } else { matter.words.not_enough };
            format!("{line} {enough} {}", saturation.why)
        }
    }
}
