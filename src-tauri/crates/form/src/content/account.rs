//! The account of the judgement: discrepancies with their answers, sufficiency, weights with their bands and the reason.
//!
//! Promises: every discrepancy is named, answered or not; weights stand beside what the framework allows.

use super::Matter;
use super::front::or_none;
use crate::draw::{BODY, HEAD, PART, SMALL, SMALL_STRONG, STRONG, VOICE, VOICE_SMALL};
use crate::layout::Sheet;
use crate::signs::Fill;
use crate::structure::{NodeId, Role};
use crate::tables::{Grid, TableCell};
use crate::text::fill;
use crate::wrap::run;
use domain::sufficiency::Letter;

pub(super) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    sheet.gap(6.0);
    sheet.heading(parent, Role::H2, PART, matter.words.account);
    discrepancies(sheet, parent, matter);
    let sufficiency = |sheet: &mut Sheet<'_>, parent| sufficiency(sheet, parent, matter);
    sheet.beside(parent, 0.43, sufficiency, |sheet: &mut Sheet<'_>, parent| weights(sheet, parent, matter));
}

fn discrepancies(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework) = (matter.words, matter.ground.framework);
    sheet.heading(parent, Role::H3, HEAD, words.discrepancies);
    if matter.view.discrepancies.is_empty() {
        return sheet.paragraph(parent, BODY, words.no_discrepancies);
    }
    for found in &matter.view.discrepancies {
        let (minority, other) = (&framework.sources[found.minority], &framework.sources[found.other]);
        let criterion = &framework.criteria[found.criterion];
        let answer = matter.said.answers.iter().find(|answer| {
            let pair = [&answer.a, &answer.b];
            answer.criterion == criterion.id && pair.contains(&&minority.id) && pair.contains(&&other.id)
        });
        let against = fill(words.against, &[&minority.label, &other.label]);
        let line = format!("{} {}: {against}. ", criterion.id, criterion.label);
        let answer = answer.map_or(words.unanswered, |answer| or_none(matter, &answer.answer));
        sheet.rich(parent, Role::Paragraph, &[run(STRONG, &line), run(VOICE, answer)], 0.0);
    }
}

fn sufficiency(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let words = matter.words;
    sheet.gap(4.0);
    sheet.heading(parent, Role::H3, HEAD, words.sufficiency);
    let rows = Letter::ALL.iter().map(|letter| {
        let lacks = matter.sufficiency.lacks(*letter).iter();
        let lacks: Vec<String> = lacks.map(|lack| words.lack(lack, matter.ground.framework)).collect();
        vec![
            TableCell::new(SMALL_STRONG, words.letter(*letter)),
            TableCell::new(SMALL, words.met(matter.sufficiency.met(*letter))),
            TableCell::new(SMALL, if lacks.is_empty() { "–".to_owned() } else { lacks.join("; ") }),
        ]
    });
    let rows = rows.collect();
    let titles = [words.letter_head, words.met_head, words.lack_head];
    sheet.table(parent, &Grid { widths: &[0.28, 0.28, 0.44], head: &titles, rows });
    if let Some(saturation) = &matter.said.saturation {
        let enough = if saturation.enough { words.enough } else { words.not_enough };
        let label = format!("{} {enough} ", words.saturation);
        sheet.rich(parent, Role::Paragraph, &[run(SMALL_STRONG, &label), run(VOICE_SMALL, &saturation.why)], 0.0);
    }
}

/// The partnership's weights beside what the framework allows.
fn weights(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework, weights) = (matter.words, matter.ground.framework, matter.ground.weights);
    sheet.gap(4.0);
    sheet.heading(parent, Role::H3, HEAD, words.weights);
    let rows = framework.sources.iter().zip(weights.weights()).enumerate().map(|(place, (source, weight))| {
        let unused = matter.unused(place);
        let sign = &matter.signs[place];
        let name = format!("{} {}", sign.letter, source.label);
        let fill_of = if unused { Fill::Hollow } else { Fill::Full };
        let chosen = if unused { words.none.to_owned() } else { format!("{weight} %") };
        vec![
            TableCell { sign: Some((sign, fill_of)), ..TableCell::new(SMALL_STRONG, name) },
            TableCell::new(SMALL, chosen),
            TableCell::new(SMALL, fill(words.band, &[&source.min.to_string(), &source.max.to_string()])),
            TableCell::new(SMALL, weighs_on(matter, place)),
        ]
    });
    let rows = rows.collect();
    let titles = [words.source, words.weight, words.allowed, words.weighs_on];
    sheet.table(parent, &Grid { widths: &[0.42, 0.13, 0.18, 0.27], head: &titles, rows });
    let reason = if weights.reason().is_empty() { words.no_reason } else { weights.reason() };
    let frozen = weights.frozen().map(|date| fill(words.frozen, &[&words.day(date)])).unwrap_or_default();
    let (label, end) = (format!("{} ", words.reason_is), format!(" {frozen}"));
    sheet.rich(parent, Role::Paragraph, &[run(SMALL_STRONG, &label), run(VOICE_SMALL, reason), run(SMALL, &end)], 0.0);
}

/// The criteria that a source weighs on.
fn weighs_on(matter: &Matter<'_>, place: usize) -> String {
    let framework = matter.ground.framework;
    if matter.unused(place) {
        return matter.words.left_out.to_owned();
    }
    let own = framework.criteria.iter().filter(|criterion| criterion.sources.contains(&framework.sources[place].id));
    let own: Vec<&str> = own.map(|criterion| criterion.id.as_str()).collect();
    if own.len() == framework.criteria.len() { matter.words.on_all.to_owned() } else { own.join(", ") }
}
