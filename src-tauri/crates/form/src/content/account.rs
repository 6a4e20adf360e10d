//! The account of the judgement: weights with their bands, discrepancies with their answers, sufficiency.

use super::Matter;
use super::front::or_none;
use crate::draw::{BODY, HEAD, PART, SMALL, SMALL_STRONG, STRONG, VOICE};
use crate::layout::{Sheet, head};
use crate::signs::Fill;
use crate::structure::{NodeId, Role};
use crate::tables::{Grid, TableCell};
use crate::text::fill;
use domain::sufficiency::Letter;

/// The partnership's weights beside what the framework allows.
pub(super) fn weights(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework, weights) = (matter.words, matter.ground.framework, matter.ground.weights);
    let section = sheet.node(parent, Role::Section);
    sheet.gap(8.0);
    sheet.heading(section, Role::H3, HEAD, words.weights);
    let pairs = framework.sources.iter().zip(weights.weights()).enumerate();
    let rows = pairs.map(|(place, (source, weight))| {
        let unused = matter.unused(place);
        let criteria: Vec<&str> = framework
            .criteria
            .iter()
            .filter(|criterion| criterion.sources.contains(&source.id))
            .map(|criterion| criterion.id.as_str())
            .collect();
        let sign = &matter.signs[place];
        let name = format!("{} {}", sign.letter, source.label);
        let fill_of = if unused { Fill::Hollow } else { Fill::Full };
        let chosen = if unused { words.none.to_owned() } else { format!("{weight} %") };
        let on = if unused {
            words.left_out.to_owned()
        } else if criteria.len() == framework.criteria.len() {
            words.on_all.to_owned()
        } else {
            criteria.join(", ")
        };
        vec![
            TableCell { style: SMALL_STRONG, text: name, sign: Some((sign, fill_of)) },
            TableCell::new(SMALL, chosen),
            TableCell::new(SMALL, fill(words.band, &[&source.min.to_string(), &source.max.to_string()])),
            TableCell::new(SMALL, on),
        ]
    });
    let rows = rows.collect();
    let titles = [words.source, words.weight, words.allowed, words.weighs_on];
    sheet.table(section, &Grid { widths: &[0.28, 0.13, 0.18, 0.41], head: &titles, rows });
    let reason = if weights.reason().is_empty() { words.no_reason } else { weights.reason() };
    let frozen = weights.frozen().map(|date| fill(words.frozen, &[&words.day(date)])).unwrap_or_default();
    let label = format!("{} ", words.reason_is);
    let end = format!(" {frozen}");
    sheet.rich(section, Role::Paragraph, &[(SMALL, &label), (VOICE, reason), (SMALL, &end)], 0.0);
}

pub(super) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    sheet.gap(10.0);
    sheet.heading(parent, Role::H2, PART, matter.words.account);
    discrepancies(sheet, parent, matter);
    sufficiency(sheet, parent, matter);
}

fn discrepancies(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, framework) = (matter.words, matter.ground.framework);
    sheet.entry(parent, Role::H3, head(words.discrepancies), |sheet, section| {
        if matter.view.discrepancies.is_empty() {
            return sheet.paragraph(section, BODY, words.no_discrepancies);
        }
        for found in &matter.view.discrepancies {
            let (minority, other) = (&framework.sources[found.minority], &framework.sources[found.other]);
            let criterion = &framework.criteria[found.criterion];
            let answer = matter.judgement.words().answers.iter().find(|answer| {
                let pair = [&answer.a, &answer.b];
                answer.criterion == criterion.id && pair.contains(&&minority.id) && pair.contains(&&other.id)
            });
            let against = fill(words.against, &[&minority.label, &other.label]);
            let line = format!("{} {}: {against}. ", criterion.id, criterion.label);
            let answer = answer.map_or(words.unanswered, |answer| or_none(matter, &answer.answer));
            sheet.rich(section, Role::Paragraph, &[(STRONG, &line), (VOICE, answer)], 0.0);
        }
    });
}

fn sufficiency(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let words = matter.words;
    sheet.entry(parent, Role::H3, head(words.sufficiency), |sheet, section| {
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
        sheet.table(section, &Grid { widths: &[0.24, 0.2, 0.56], head: &titles, rows });
        if let Some(saturation) = &matter.judgement.words().saturation {
            let enough = if saturation.enough { words.enough } else { words.not_enough };
            let label = format!("{} {enough} ", words.saturation);
            sheet.rich(section, Role::Paragraph, &[(STRONG, &label), (VOICE, &saturation.why)], 0.0);
        }
    });
}
