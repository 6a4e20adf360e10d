//! The end: room for the student's reaction, the way to appeal, both signatures, and what makes the form checkable.
//!
//! Promises: the signature fields stand on the last page, together with the hashes that they seal.

use super::Matter;
use crate::draw::{BODY, LINE, Mark, SMALL, SMALL_STRONG, STRONG_LINE, Step, Stroke};
use crate::layout::{Field, LEFT, RIGHT, Sheet, head};
use crate::structure::{NodeId, Role};
use crate::text::fill;

const REACTION: f32 = 72.0;
const SIGNATURE: f32 = 76.0;
const BETWEEN: f32 = 16.0;

pub(super) fn compose(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let words = matter.words;
    sheet.keep(REACTION + 70.0);
    sheet.entry(parent, Role::H3, head(words.reaction), |sheet, section| {
        sheet.paragraph(section, BODY, words.seen);
        sheet.paragraph(section, SMALL, words.remark);
        let (left, width) = (sheet.left, sheet.column());
        let y = sheet.y - REACTION + 3.0;
        let stroke = Stroke { colour: STRONG_LINE, width: 0.5, dash: None };
        sheet.put(None, Mark::stroked(vec![Step::Rect([left, y, width, REACTION - 3.0])], stroke));
        sheet.y = y - 2.0;
    });
    sheet.entry(parent, Role::H3, head(words.appeal), |sheet, section| {
        sheet.paragraph(section, BODY, words.appeal_text);
    });
    signatures(sheet, parent, matter);
}

/// What the seals stand under, set small.
fn seals(matter: &Matter<'_>) -> String {
    let (facts, words) = (matter.facts, matter.words);
    let checkpoint = facts.checkpoint;
    let made = facts.made_at.date_naive();
    let time = format!("{} {} UTC", words.day(made), facts.made_at.format("%H:%M"));
    fill(
        words.seals,
        &[matter.hash, &checkpoint.seq.to_string(), &checkpoint.hash, &time, facts.app_version, crate::ATTACHMENT],
    )
}

fn signatures(sheet: &mut Sheet<'_>, parent: NodeId, matter: &Matter<'_>) {
    let (words, mandate) = (matter.words, matter.judgement.established_by());
    let seals = seals(matter);
    let capacity = words.capacity(mandate.capacity);
    let labels = [fill(words.signature, &[capacity, mandate.holder.as_str()]), words.second_signature.to_owned()];
    let width = (RIGHT - LEFT - BETWEEN) / 2.0;
    let captions = labels.each_ref().map(|label| sheet.lines(SMALL_STRONG, label, width));
    let tall = captions.iter().map(Vec::len).max().unwrap_or(1) as f32 * SMALL.leading;
    let under = sheet.lines(SMALL, &seals, RIGHT - LEFT).len() as f32 * SMALL.leading;
    sheet.keep(tall + SIGNATURE + under + 56.0);
    let section = sheet.node(parent, Role::Section);
    sheet.black_rule();
    sheet.y -= 6.0;
    sheet.heading(section, Role::H3, crate::draw::HEAD, words.signing);
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
    sheet.paragraph(section, SMALL, &seals);
}
