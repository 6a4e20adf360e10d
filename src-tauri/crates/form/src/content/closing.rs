//! The end: room for the student's reaction, the way to appeal, both signatures, and what makes the form checkable.
//!
//! Promises: the signature fields stand on the last page, together with the hashes that they seal.

use super::{Established, Matter};
use crate::draw::{HEAD, LINE, Mark, SMALL, SMALL_STRONG, STRONG_LINE, Step, Stroke, TINY};
use crate::laid::Field;
use crate::layout::{LEFT, RIGHT, Sheet};
use crate::structure::{NodeId, Role};
use crate::text::fill;

const REACTION: f32 = 30.0;
const SIGNATURE: f32 = 50.0;
const BETWEEN: f32 = 16.0;

pub(super) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let words = matter.words;
    sheet.gap(6.0);
    sheet.keep(REACTION + 72.0);
    sheet.rule(LINE, 0.5);
    sheet.y -= 4.0;
    let reaction = |sheet: &mut Sheet<'_>, parent| {
        sheet.heading(parent, Role::H2, HEAD, words.reaction);
        sheet.paragraph(parent, SMALL, words.seen);
        let (left, width) = (sheet.left, sheet.column());
        let y = sheet.y - REACTION;
        let stroke = Stroke { colour: STRONG_LINE, width: 0.5, dash: None };
        sheet.put(None, Mark::stroked(vec![Step::Rect([left, y, width, REACTION])], stroke));
        sheet.y = y - 6.0;
    };
    let appeal = |sheet: &mut Sheet<'_>, parent| {
        sheet.heading(parent, Role::H2, HEAD, words.appeal);
        let text = if matter.established.is_some() { words.appeal_text } else { words.appeal_draft };
        sheet.paragraph(parent, SMALL, text);
    };
    sheet.beside(parent, 0.5, reaction, appeal);
    if let Some(established) = &matter.established {
        signatures(sheet, parent, matter, established);
    }
}

/// What the seals stand under, set small.
fn seals(matter: &Matter<'_>, hash: &str) -> String {
    let (facts, words) = (matter.facts, matter.words);
    let checkpoint = facts.checkpoint;
    let made = facts.made_at.date_naive();
    let time = format!("{} {} UTC", words.day(made), facts.made_at.format("%H:%M"));
    let line = checkpoint.seq.to_string();
    fill(words.seals, &[hash, &line, &checkpoint.hash, &time, facts.app_version, crate::ATTACHMENT])
}

fn signatures(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>, established: &Established<'_>) {
    let (words, mandate) = (matter.words, established.by);
    let seals = seals(matter, established.hash);
    let capacity = words.capacity(mandate.capacity);
    let labels = [fill(words.signature, &[capacity, mandate.holder.as_str()]), words.second_signature.to_owned()];
    let width = (RIGHT - LEFT - BETWEEN) / 2.0;
    let captions = labels.each_ref().map(|label| sheet.lines(SMALL_STRONG, label, width));
    let tall = captions.iter().map(Vec::len).max().unwrap_or(1) as f32 * SMALL.leading;
    let under = sheet.lines(TINY, &seals, RIGHT - LEFT).len() as f32 * TINY.leading;
    sheet.keep(tall + SIGNATURE + under + 33.0);
    let section = sheet.node(parent, Role::Section);
    sheet.black_rule();
    sheet.y -= 6.0;
    sheet.heading(section, Role::H2, HEAD, words.signing);
    let top = sheet.y;
    for (place, (label, lines)) in labels.iter().zip(&captions).enumerate() {
        let x = LEFT + place as f32 * (width + BETWEEN);
        let caption = sheet.node(section, Role::Paragraph);
        for (at, line) in lines.iter().enumerate() {
            sheet.line(Some(caption), line, x, top - (at + 1) as f32 * SMALL.leading + 3.0);
        }
        let node = sheet.node(section, Role::Form);
        sheet.laid.tree.nodes[node].alt = Some(label.clone());
        let bottom = top - tall - 2.0 - SIGNATURE;
        let stroke = Stroke { colour: LINE, width: 0.5, dash: None };
        sheet.put(None, Mark::stroked(vec![Step::Rect([x, bottom, width, SIGNATURE])], stroke));
        let rect = [x, bottom, x + width, bottom + SIGNATURE];
        sheet.laid.fields.push(Field { page: sheet.page(), rect, label: label.clone(), node });
    }
    sheet.y = top - tall - SIGNATURE - 8.0;
    sheet.paragraph(section, TINY, &seals);
}
