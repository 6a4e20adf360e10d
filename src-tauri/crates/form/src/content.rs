//! What a form says, in order: who and what, the outcome and why, the picture, the evidence, the account of it.

use crate::FormFacts;
use crate::draw::{BODY, GROUND, HEAD, LINE, Mark, SMALL, SMALL_STRONG, STRONG, SUBHEAD, TITLE, VOICE};
use crate::layout::{LEFT, RIGHT, Sheet};
use crate::picture;
use crate::structure::{NodeId, Role};
use crate::tables::Grid;
use crate::text;
use chrono::NaiveDate;
use domain::fraction::Fraction;
use domain::framework::{Criterion, WeightFramework};
use domain::ids::CriterionId;
use domain::judgement::{Citation, EstablishedJudgement};
use domain::student::LearningOutcome;
use domain::sufficiency::{Letter, Sufficiency};
use domain::weighing::{Cell, DossierView};

const ROOT: NodeId = 0;

/// The title of the document.
pub(crate) fn title(judgement: &EstablishedJudgement) -> String {
    let words = judgement.words();
    format!("Beoordelingsformulier Oriëntatie op het beroep – {} – gelegenheid {}", words.student, words.attempt)
}

/// The foot of every page.
pub(crate) fn footer(judgement: &EstablishedJudgement, facts: &FormFacts<'_>, hash: &str) -> String {
    let words = judgement.words();
    let revision = if facts.revision > 1 { format!(" · herziening {}", facts.revision - 1) } else { String::new() };
    format!("{} · gelegenheid {}{revision} · oordeel {}", words.student, words.attempt, short(hash))
}

/// The beginning of a hash, in groups, enough to compare by eye.
fn short(hash: &str) -> String {
    let head: String = hash.chars().take(16).collect();
    head.as_bytes().chunks(4).map(|part| String::from_utf8_lossy(part).into_owned()).collect::<Vec<_>>().join(" ")
}

fn day(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}

/// Says everything.
pub(crate) fn compose(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement, facts: &FormFacts<'_>, hash: &str) {
    let ground = judgement.ground();
    let (view, sufficiency) = ground.view();
    opening(sheet, judgement, facts);
    decision(sheet, judgement);
    statement(sheet, judgement);
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Het gewogen beeld");
    sheet.paragraph(section, SMALL, text::HOW);
    picture::draw(sheet, section, ground.framework, &view);
    table_of_view(sheet, section, ground.framework, &view);
    evidence(sheet, judgement);
    discrepancies(sheet, judgement, &view);
    account(sheet, judgement, &sufficiency);
    closing(sheet, judgement, facts, hash);
}

fn opening(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement, facts: &FormFacts<'_>) {
    let ground = judgement.ground();
    let student = &ground.dossier.student;
    let head = sheet.node(ROOT, Role::Paragraph);
    sheet.y -= 12.0;
    let name = format!("{} · studiejaar {}", ground.partnership, ground.year);
    let fitted = sheet.lines(SMALL, &name, RIGHT - LEFT);
    for line in fitted {
        let y = sheet.y;
        sheet.text(Some(head), SMALL, &line, LEFT, y);
        sheet.y -= SMALL.leading;
    }
    sheet.heading(ROOT, Role::H1, TITLE, "Beoordelingsformulier Oriëntatie op het beroep");
    let words = judgement.words();
    let mandate = judgement.established_by();
    let revision = match &words.replaces {
        Some(replaced) => format!(
            "{} (herziening {}; vervangt oordeel {}: {})",
            words.attempt,
            facts.revision.saturating_sub(1),
            short(&replaced.judgement),
            replaced.reason
        ),
        None => words.attempt.to_string(),
    };
    let or_none = |text: &str| if text.is_empty() { "niet opgegeven".to_owned() } else { text.to_owned() };
    let placement = &student.placement;
    let pairs = [
        ("Student", student.name.to_string(), "Studentnummer", student.number.to_string()),
        ("Opleiding", or_none(&student.programme), "Vak", or_none(&student.subject)),
        ("School", or_none(&placement.school), "Vak stageplaats", or_none(&placement.subject)),
        ("Werkplekbegeleider", or_none(&placement.mentor), "Schoolopleider", or_none(&placement.school_educator)),
        ("Examinator", format!("{} ({})", mandate.holder, text::capacity(mandate.capacity)), "Gelegenheid", revision),
        (
            "Mandaat",
            format!("{} tot en met {}, door {}", day(mandate.from), day(mandate.until), or_none(&mandate.granted_by)),
            "Vastgesteld op",
            day(judgement.established_on()),
        ),
    ];
    let rows =
        pairs.into_iter().map(|(a, b, c, d)| vec![(SMALL, a.to_owned()), (BODY, b), (SMALL, c.to_owned()), (BODY, d)]);
    let grid = Grid { widths: &[0.17, 0.38, 0.16, 0.29], head: &[], rows: rows.collect(), row_heads: true };
    sheet.table(ROOT, &grid);
    sheet.paragraph(ROOT, SMALL, text::LUK);
}

fn decision(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement) {
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Oordeel");
    sheet.keep(40.0);
    let y = sheet.y - 28.0;
    sheet.put(None, Mark::Box { x: LEFT, y, width: RIGHT - LEFT, height: 26.0, colour: GROUND });
    let node = sheet.node(section, Role::Paragraph);
    let style = crate::draw::Style { size: 13.0, leading: 17.0, ..STRONG };
    sheet.text(Some(node), style, judgement.outcome(), LEFT + 8.0, y + 9.0);
    sheet.y = y - 6.0;
    let words = judgement.words();
    sheet.paragraph(section, SUBHEAD, "Onderbouwing");
    sheet.paragraph(section, VOICE, or_dash(&words.rationale));
    sheet.paragraph(section, SUBHEAD, "Feedforward");
    sheet.paragraph(section, VOICE, or_dash(&words.feedforward));
}

fn or_dash(text: &str) -> &str {
    if text.trim().is_empty() { "Niet ingevuld." } else { text }
}

fn statement(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement) {
    let dossier = judgement.ground().dossier;
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "De uitspraak van de student");
    match dossier.statement() {
        None => sheet.paragraph(section, BODY, "Er is geen uitspraak van de student."),
        Some(found) => {
            let (kan, wil) = (text::answer(found.kan), text::answer(found.wil));
            let line = format!("Kan ik leraar worden: {kan}. Wil ik leraar worden: {wil}. ({})", day(found.date));
            sheet.paragraph(section, STRONG, &line);
            sheet.block(section, Role::Quote, VOICE, &found.text, LEFT + 10.0, RIGHT - LEFT - 10.0);
        }
    }
    let standings = dossier.student.standings.iter().filter(|standing| standing.luk != LearningOutcome::Beroep);
    let each: Vec<String> =
        standings.map(|standing| format!("{}: {}", text::outcome(standing.luk), standing.status)).collect();
    if !each.is_empty() {
        sheet.paragraph(section, SMALL, &format!("Stand op de andere leeruitkomsten. {}.", each.join("; ")));
    }
}

fn table_of_view(sheet: &mut Sheet<'_>, parent: NodeId, framework: &WeightFramework, view: &DossierView) {
    let sources = &framework.sources;
    let mut head = vec!["Criterium"];
    head.extend(sources.iter().map(|source| source.label.as_str()));
    head.push("Beeld");
    let width = 0.54 / sources.len() as f32;
    let mut widths = vec![0.24];
    widths.extend(sources.iter().map(|_| width));
    widths.push(0.22);
    let rows = framework.criteria.iter().enumerate().map(|(at, criterion)| {
        let mut cells = vec![(SMALL_STRONG, format!("{} {}", criterion.id, criterion.label))];
        cells.extend(view.cells_of(at).iter().map(|cell| (SMALL, cell_words(framework, cell))));
        cells.push((SMALL_STRONG, text::stance(view.criteria[at].stance).to_owned()));
        cells
    });
    let grid = Grid { widths: &widths, head: &head, rows: rows.collect(), row_heads: true };
    sheet.paragraph(parent, SUBHEAD, "Hetzelfde in woorden");
    sheet.table(parent, &grid);
}

/// A cell on the named scale: the level it lies nearest to, and on how many data points it rests.
fn cell_words(framework: &WeightFramework, cell: &Cell) -> String {
    let Some(position) = &cell.position else { return "–".to_owned() };
    let half = Fraction::new(1, 2);
    let raised = position.plus(&half);
    let level = (0..framework.levels.len())
        .rev()
        .find(|level| Fraction::whole(*level as i64) <= raised)
        .and_then(|level| framework.levels.get(level));
    let beside = if cell.weighed { "" } else { ", ernaast" };
    format!("{} ({}{beside})", level.map_or("", String::as_str), cell.count)
}

fn evidence(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement) {
    let framework = judgement.ground().framework;
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Per criterium");
    let mut last = None;
    for criterion in &framework.criteria {
        if last != Some(criterion.domain) {
            sheet.heading(section, Role::H3, SUBHEAD, text::domain(criterion.domain));
            last = Some(criterion.domain);
        }
        one_criterion(sheet, section, judgement, criterion);
    }
}

fn one_criterion(sheet: &mut Sheet<'_>, parent: NodeId, judgement: &EstablishedJudgement, criterion: &Criterion) {
    sheet.keep(56.0);
    sheet.paragraph(parent, STRONG, &format!("{} {}", criterion.id, criterion.label));
    if !criterion.norm.is_empty() {
        sheet.paragraph(parent, SMALL, &format!("Norm: {}", criterion.norm));
    }
    let words = judgement.words().criteria.iter().find(|words| words.criterion == criterion.id);
    let Some(words) = words else {
        sheet.paragraph(parent, BODY, "Geen onderbouwing; zie afwijkingen.");
        return;
    };
    for citation in &words.citations {
        cited(sheet, parent, judgement, &criterion.id, citation);
    }
    sheet.paragraph(parent, VOICE, or_dash(&words.rationale));
    sheet.gap(4.0);
}

fn cited(
    sheet: &mut Sheet<'_>,
    parent: NodeId,
    judgement: &EstablishedJudgement,
    criterion: &CriterionId,
    citation: &Citation,
) {
    let ground = judgement.ground();
    let Some(datapoint) = ground.dossier.datapoint(&citation.datapoint) else { return };
    let Some(passage) = citation.span.of(&datapoint.text) else { return };
    let quote = format!("‘{}’", passage.trim());
    let (page, top) = (sheet.page(), sheet.y);
    sheet.block(parent, Role::Quote, VOICE, &quote, LEFT + 12.0, RIGHT - LEFT - 12.0);
    let source = ground.framework.sources.iter().find(|source| source.id == datapoint.source);
    let author = datapoint.author.as_ref().map_or("auteur onbekend", |author| author.as_str());
    let role = if datapoint.role.is_empty() { String::new() } else { format!(", {}", datapoint.role) };
    let level = datapoint.indications.iter().find_map(|indication| {
        let same = indication.criterion == *criterion && indication.excerpt == Some(citation.span);
        match indication.observation {
            domain::evidence::Observation::Level(level) if same => ground.framework.levels.get(usize::from(level)),
            _ => None,
        }
    });
    let level = level.map(|level| format!(" · geduid als {level}")).unwrap_or_default();
    let line = format!(
        "{} · {author}{role} · {}{level}",
        source.map_or("", |source| source.label.as_str()),
        day(datapoint.date)
    );
    sheet.block(parent, Role::Paragraph, SMALL, &line, LEFT + 12.0, RIGHT - LEFT - 12.0);
    if sheet.page() == page {
        let (from, to) = ((LEFT + 4.0, top - 2.0), (LEFT + 4.0, sheet.y + 3.0));
        sheet.put(None, Mark::Line { from, to, width: 1.2, colour: LINE, dash: None });
    }
}

fn discrepancies(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement, view: &DossierView) {
    if view.discrepancies.is_empty() {
        return;
    }
    let framework = judgement.ground().framework;
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Tegenspraak en antwoord");
    let rows = view.discrepancies.iter().map(|found| {
        let (minority, other) = (&framework.sources[found.minority], &framework.sources[found.other]);
        let criterion = &framework.criteria[found.criterion];
        let answer = judgement.words().answers.iter().find(|answer| {
            let pair = [&answer.a, &answer.b];
            answer.criterion == criterion.id && pair.contains(&&minority.id) && pair.contains(&&other.id)
        });
        let answer = answer.map_or("Niet beantwoord; zie afwijkingen.", |answer| answer.answer.as_str());
        vec![
            (SMALL_STRONG, format!("{} {}", criterion.id, criterion.label)),
            (SMALL, format!("{} tegenover {}", minority.label, other.label)),
            (VOICE, answer.to_owned()),
        ]
    });
    let head = ["Criterium", "Bronnen", "Antwoord van de examinator"];
    let grid = Grid { widths: &[0.24, 0.24, 0.52], head: &head, rows: rows.collect(), row_heads: true };
    sheet.table(section, &grid);
}

fn account(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement, sufficiency: &Sufficiency) {
    let ground = judgement.ground();
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Toereikendheid (VRAAK)");
    let rows = Letter::ALL.iter().map(|letter| {
        let lacks: Vec<String> =
            sufficiency.lacks(*letter).iter().map(|lack| text::lack(lack, ground.framework)).collect();
        vec![
            (SMALL_STRONG, text::letter(*letter).to_owned()),
            (SMALL, text::met(sufficiency.met(*letter)).to_owned()),
            (SMALL, if lacks.is_empty() { "–".to_owned() } else { lacks.join("; ") }),
        ]
    });
    let head = ["", "Oordeel", "Wat aandacht vraagt"];
    let head = ["Letter", head[1], head[2]];
    sheet.table(section, &Grid { widths: &[0.2, 0.16, 0.64], head: &head, rows: rows.collect(), row_heads: true });
    if let Some(saturation) = &judgement.words().saturation {
        let enough = if saturation.enough { "Er is genoeg" } else { "Er is nog niet genoeg" };
        sheet.paragraph(section, BODY, &format!("Verzadiging. {enough}: {}", saturation.why));
    }
    weights(sheet, judgement);
    deviations(sheet, judgement);
}

fn weights(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement) {
    let ground = judgement.ground();
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Weging van het partnerschap");
    let pairs = ground.framework.sources.iter().zip(ground.weights.weights());
    let rows = pairs.map(|(source, weight)| {
        let used = if ground.weights.unused().contains(&source.id) {
            "wordt niet gebruikt".to_owned()
        } else {
            format!("{weight}%")
        };
        vec![(SMALL_STRONG, source.label.clone()), (SMALL, format!("{}–{}%", source.min, source.max)), (SMALL, used)]
    });
    let head = ["Bron", "Bandbreedte", "Gewicht"];
    sheet.table(section, &Grid { widths: &[0.4, 0.3, 0.3], head: &head, rows: rows.collect(), row_heads: true });
    let frozen = ground.weights.frozen().map(|date| format!(" Bevroren op {}.", day(date))).unwrap_or_default();
    let reason = ground.weights.reason();
    let reason = if reason.is_empty() { "Er is geen reden vastgelegd." } else { reason };
    let framework = ground.framework;
    let line = format!("{reason}{frozen} Weegkader: {}, versie {}.", framework.name, framework.version);
    sheet.paragraph(section, BODY, &line);
}

fn deviations(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement) {
    let deviations = &judgement.words().deviations;
    if deviations.is_empty() {
        return;
    }
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Beredeneerde afwijkingen");
    let rows = deviations
        .iter()
        .map(|deviation| vec![(SMALL_STRONG, text::obstacle(&deviation.code)), (VOICE, deviation.reason.to_string())]);
    let head = ["Waarvan", "Reden"];
    sheet.table(section, &Grid { widths: &[0.36, 0.64], head: &head, rows: rows.collect(), row_heads: true });
}

fn closing(sheet: &mut Sheet<'_>, judgement: &EstablishedJudgement, facts: &FormFacts<'_>, hash: &str) {
    let section = sheet.node(ROOT, Role::Section);
    sheet.heading(section, Role::H2, HEAD, "Reactie van de student, beroep en ondertekening");
    sheet.paragraph(section, BODY, "Gezien door de student op (datum):");
    sheet.paragraph(section, BODY, "Reactie:");
    sheet.keep(44.0);
    sheet.y -= 34.0;
    sheet.rule(LINE);
    sheet.gap(8.0);
    sheet.paragraph(section, SMALL, text::APPEAL);
    let name = judgement.established_by().holder.as_str();
    let first = format!("Handtekening {}: {name}", text::capacity(judgement.established_by().capacity));
    sheet.fields(section, [first.as_str(), "Tweede handtekening (tweede lezer of student)"]);
    let checkpoint = facts.checkpoint;
    let account = format!(
        "Oordeel (SHA-256): {hash}. Logboek bij opmaak: regel {}, {}. Opgemaakt {} UTC met Weegschaal {}. Het oordeel is als \
         {} ingesloten en met deze hash te vergelijken.",
        checkpoint.seq,
        checkpoint.hash,
        facts.made_at.format("%d-%m-%Y %H:%M"),
        facts.app_version,
        crate::ATTACHMENT
    );
    sheet.paragraph(section, SMALL, &account);
}
