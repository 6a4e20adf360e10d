//! The first page: who, what was decided and why, the student's own answer, and the passages that carry it.

use super::{Matter, ROOT, short};
use crate::draw::{BODY, LABEL, SMALL, STRONG, Style, TITLE, VOICE};
use crate::layout::{LEFT, RIGHT, Sheet, head};
use crate::signs::Fill;
use crate::structure::{NodeId, Role};
use crate::text::fill;
use crate::wrap::wrap;
use domain::evidence::DataPoint;
use domain::judgement::Citation;
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
    let words = matter.judgement.words();
    sheet.entry(ROOT, Role::H2, head(matter.words.feedforward), |sheet, section| {
        sheet.rich(section, Role::Paragraph, &[(VOICE, or_none(matter, &words.feedforward))], 0.0);
    });
    if !words.deviations.is_empty() {
        sheet.entry(ROOT, Role::H2, head(matter.words.deviated), |sheet, section| {
            for deviation in &words.deviations {
                let what = format!("{}. ", matter.words.obstacle(&deviation.code));
                sheet.rich(section, Role::Paragraph, &[(STRONG, &what), (VOICE, deviation.reason.as_str())], 0.0);
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
    sheet.text(Some(top), STRONG, words.form, LEFT, y);
    let version = fill(words.framework_version, &[&framework.name, &framework.version]);
    let version = wrap(sheet.fonts, &[(SMALL, &version)], 330.0);
    let right = sheet.node(ROOT, Role::Paragraph);
    for (place, line) in version.iter().enumerate() {
        let wide: f32 = line.segments.iter().map(|(style, text)| sheet.width(*style, text.trim_end())).sum();
        sheet.line(Some(right), line, RIGHT - wide, y - place as f32 * SMALL.leading);
    }
    sheet.y -= SMALL.leading * version.len().saturating_sub(1) as f32;
    sheet.heading(ROOT, Role::H1, TITLE, words.luk(LearningOutcome::Beroep));
    sheet.gap(5.0);
    sheet.black_rule();
    sheet.y -= 6.0;
    people(sheet, matter);
    sheet.gap(4.0);
    sheet.black_rule();
    sheet.y -= 1.0;
}

/// Names and values in two columns; each pair is one paragraph, so that it is read together.
fn people(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    let (words, student) = (matter.words, &matter.ground.dossier.student);
    let (mandate, placement) = (matter.judgement.established_by(), &matter.ground.dossier.student.placement);
    let given = |text: &str| if text.trim().is_empty() { words.not_given.to_owned() } else { text.to_owned() };
    let year = matter.ground.year.to_string();
    let attempt = fill(words.year_attempt, &[&year, &matter.judgement.words().attempt.to_string()]);
    let granted = given(&mandate.granted_by);
    let mandate_line = fill(words.mandate_line, &[&words.day(mandate.from), &words.day(mandate.until), &granted]);
    let pairs = [
        (words.student, student.name.to_string(), words.number, student.number.to_string()),
        (words.programme, given(&student.programme), words.subject, given(&student.subject)),
        (words.partnership, given(matter.ground.partnership), words.year, attempt),
        (words.school, given(&placement.school), words.placement_subject, given(&placement.subject)),
        (words.mentor, given(&placement.mentor), words.school_educator, given(&placement.school_educator)),
        (words.capacity(mandate.capacity), mandate.holder.to_string(), words.mandate, mandate_line),
        (words.established, words.day(matter.judgement.established_on()), words.version, version_line(matter)),
    ];
    for (a, b, c, d) in pairs {
        pair_row(sheet, [(LEFT, 82.0, 158.0, a, b), (LEFT + 246.0, 80.0, 154.0, c, d)]);
    }
}

fn version_line(matter: &Matter<'_>) -> String {
    let revision = matter.facts.revision.to_string();
    match &matter.judgement.words().replaces {
        None => revision,
        Some(replaced) => {
            fill(matter.words.replaces, &[&revision, &short(&replaced.judgement, 3), replaced.reason.as_str()])
        }
    }
}

type Pair<'a> = (f32, f32, f32, &'a str, String);

fn pair_row(sheet: &mut Sheet<'_>, pairs: [Pair<'_>; 2]) {
    let set = pairs.map(|(x, label_width, width, label, value)| {
        (x, label_width, sheet.lines(LABEL, label, label_width - 3.0), sheet.lines(BODY, &value, width))
    });
    let rows = set.iter().map(|(.., label, value)| label.len().max(value.len())).max().unwrap_or(1);
    sheet.keep(BODY.leading * rows as f32);
    for (x, label_width, label, value) in &set {
        let node = sheet.node(ROOT, Role::Paragraph);
        for (lines, x) in [(label, *x), (value, x + label_width)] {
            let mut y = sheet.y;
            for line in lines {
                y -= BODY.leading;
                sheet.line(Some(node), line, x, y + BODY.leading * 0.28);
            }
        }
    }
    sheet.y -= BODY.leading * rows as f32 + 1.2;
}

fn decision(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    sheet.entry(ROOT, Role::H2, head(matter.words.judgement), |sheet, section| {
        sheet.y += 4.0;
        sheet.rich(section, Role::Paragraph, &[(TITLE, matter.judgement.outcome())], 0.0);
        let rationale = or_none(matter, &matter.judgement.words().rationale);
        sheet.rich(section, Role::Paragraph, &[(VOICE, rationale)], 0.0);
    });
}

fn outcome_text(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    sheet.entry(ROOT, Role::H2, head(matter.words.learning_outcome), |sheet, section| {
        sheet.paragraph(section, BODY, matter.words.luk_text);
        let standings = matter.ground.dossier.student.standings.iter();
        let others = standings.filter(|standing| standing.luk != LearningOutcome::Beroep);
        let each: Vec<String> =
            others.map(|standing| format!("{}: {}", matter.words.luk(standing.luk), standing.status)).collect();
        if !each.is_empty() {
            sheet.paragraph(section, SMALL, &fill(matter.words.standings, &[&each.join("; ")]));
        }
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
        sheet.rich(section, Role::Paragraph, &[(STRONG, &line), (Style { face: BODY.face, ..LABEL }, &date)], 0.0);
        sheet.rich(section, Role::Quote, &[(VOICE, &matter.words.quoted(found.text.trim()))], 0.0);
    });
}

/// One fitting passage for each source, first come first.
fn rests_on(sheet: &mut Sheet<'_>, matter: &Matter<'_>) {
    let cited = matter.judgement.words().criteria.iter().flat_map(|criterion| &criterion.citations);
    let mut chosen: Vec<(usize, &Citation)> = Vec::new();
    for citation in cited {
        let Some((datapoint, passage)) = passage(matter, citation) else { continue };
        let Some(source) = matter.ground.framework.source_index(&datapoint.source) else { continue };
        let new = chosen.iter().all(|(known, _)| *known != source);
        if new && passage.chars().count() <= FITTING && chosen.len() < PASSAGES {
            chosen.push((source, citation));
        }
    }
    chosen.sort_by_key(|(source, _)| *source);
    sheet.entry(ROOT, Role::H2, head(matter.words.rests_on), |sheet, section| {
        for (source, citation) in chosen {
            quote(sheet, section, matter, citation, source);
        }
        sheet.paragraph(section, SMALL, &counted(matter));
    });
}

/// The data point and passage that a citation points at.
pub(super) fn passage<'m>(matter: &Matter<'m>, citation: &Citation) -> Option<(&'m DataPoint, &'m str)> {
    let datapoint = matter.ground.dossier.datapoint(&citation.datapoint)?;
    Some((datapoint, citation.span.of(&datapoint.text)?))
}

/// A passage with the sign of its source before it, and author, role and date behind it.
pub(super) fn quote(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>, citation: &Citation, source: usize) {
    let Some((datapoint, passage)) = passage(matter, citation) else { return };
    let words = matter.words;
    let author = datapoint.author.as_ref().map_or(words.author_unknown, |author| author.as_str());
    let role = if datapoint.role.is_empty() { String::new() } else { format!(", {}", datapoint.role) };
    let by = format!(" {author}{role}, {}", words.day(datapoint.date));
    let quoted = words.quoted(passage.trim());
    sheet.keep(VOICE.leading * 2.0);
    if let Some(sign) = matter.signs.get(source) {
        let (x, y) = (sheet.left + 3.8, sheet.y - VOICE.leading * 0.5);
        sign.at(x, y, 7.0, Fill::Full).into_iter().for_each(|mark| sheet.put(None, mark));
    }
    sheet.rich(parent, Role::Quote, &[(VOICE, &quoted), (SMALL, &by)], 14.0);
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
    match &matter.judgement.words().saturation {
        None => line,
        Some(saturation) => {
            let enough = if saturation.enough { matter.words.enough } else { matter.words.not_enough };
            format!("{line} {enough} {}", saturation.why)
        }
    }
}
