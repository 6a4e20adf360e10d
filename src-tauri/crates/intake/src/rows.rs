//! A table with evidence: a row for each response or note, levels and words for criteria, open text.
//!
//! Promises: every level has its words as a passage where there are any, else the whole data point; a row that cannot be
//! given to a student, a likely double and a level word without a meaning wait for a person; an unknown author is said,
//! not guessed. What a person decided about a row is followed.

mod columns;

use crate::finding::{Finding, FindingCode, Pending, PendingReason};
use crate::kind::Kind;
use crate::mapping::{Decision, Mapping};
use crate::matching::{Roll, folded};
use crate::propose;
use crate::table::{Headed, Table, TableRow};
use crate::words::Words;
use crate::{Content, Context, EvidenceRow, Read, dates, facts};
use columns::{Columns, unfit};
use domain::evidence::{DataPoint, Indication, Moment, Observation, Provenance, Quadrant};
use domain::ids::{DataPointId, SourceId, StudentNumber};
use domain::text::FilledText;
use domain::year::Period;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// What becomes of a row that does not come in.
enum Stop {
    Found(Finding),
    Waits(Pending),
    LeftOut,
}

struct Reading<'a> {
    table: &'a Headed<'a>,
    mapping: &'a Mapping,
    columns: Columns,
    source: Option<SourceId>,
    form: String,
    roll: &'a Roll<'a>,
    context: &'a Context<'a>,
    /// What answers mean, as far as they came by.
    levels: RefCell<HashMap<String, Result<Option<u8>, ()>>>,
}

/// Rows that came in, in the order of the file, and what was found on the way.
#[derive(Default)]
struct Yield {
    rows: Vec<EvidenceRow>,
    findings: Vec<Finding>,
    pending: Vec<Pending>,
    /// Who said what at which moment, by the place of the row.
    said: BTreeMap<(StudentNumber, String), usize>,
    /// How often the same key occurred.
    keys: BTreeMap<String, u32>,
}

/// A sheet to read: the table, where its headings stand, and what its columns mean.
pub(crate) struct Sheet {
    pub table: Table,
    pub at: usize,
    pub mapping: Mapping,
}

/// Reads the sheets of one file; each row is let go as soon as it was read, for there may be very many.
pub(crate) fn read(sheets: Vec<Sheet>, file: &str, context: &Context<'_>) -> Read {
    let roll = Roll::of(context.students);
    let mut out = Yield::default();
    let mut kind = Kind::Notes;
    for mut sheet in sheets {
        let (table, below) = sheet.table.parted(sheet.at);
        let reading = match Reading::begin(&table, &sheet.mapping, file, &roll, context) {
            Ok(reading) => reading,
            Err(finding) => return Read::refused(Kind::Forms, *finding),
        };
        if !reading.columns.criteria.is_empty() {
            kind = Kind::Forms;
        }
        if reading.source.is_none() && reading.columns.source.is_none() {
            return Read::refused(kind, Finding::error(FindingCode::SourceMissing));
        }
        for row in below {
            reading.take(&row, &mut out);
        }
    }
    Read::of(kind, Content::Evidence(out.rows), out.findings, out.pending)
}

impl<'a> Reading<'a> {
    fn begin(
        table: &'a Headed<'a>,
        mapping: &'a Mapping,
        file: &str,
        roll: &'a Roll<'a>,
        context: &'a Context<'a>,
    ) -> Result<Self, Box<Finding>> {
        if let Some(source) = &mapping.source
            && context.framework.source_index(source).is_none()
        {
            return Err(unfit(source.as_str()));
        }
        let columns = Columns::of(table, mapping, context)?;
        if columns.number.is_none() && columns.student.is_none() && columns.email.is_none() {
            return Err(Box::new(Finding::error(FindingCode::ColumnMissing).value("Studentnummer")));
        }
        if columns.criteria.is_empty() && columns.text.is_empty() {
            return Err(Box::new(Finding::error(FindingCode::NothingToTake)));
        }
        let source = mapping.source.clone();
        let levels = RefCell::default();
        Ok(Self { table, mapping, columns, source, form: form_name(file), roll, context, levels })
    }

    fn take(&self, row: &TableRow, out: &mut Yield) {
        match self.row(row, out) {
            Ok(found) => out.rows.push(found),
            Err(Stop::Found(finding)) => out.findings.push(finding),
            Err(Stop::Waits(waiting)) => out.pending.push(waiting),
            Err(Stop::LeftOut) => {}
        }
    }

    fn row(&self, row: &TableRow, out: &mut Yield) -> Result<EvidenceRow, Stop> {
        let decided: Vec<&Decision> = self.mapping.decisions(self.table.sheet, row.number).collect();
        if decided.contains(&&Decision::LeaveOut) {
            return Err(Stop::LeftOut);
        }
        let student = self.student(row, &decided)?;
        let title = row.text(self.columns.title);
        let words = self.words(row, &title)?;
        let date = self.date(row)?;
        let author = self.author(row, out);
        let quadrant = self.quadrant(row, &decided, &student, out);
        let source = self.source(row)?;
        let moment = self.moment(row);
        let period = self.context.calendar.period_of(date).unwrap_or(Period::P1);
        let row_key =
            self.row_key(row, &student, &[&source.to_string(), &date.to_string(), &title], author.as_ref(), out);
        let mut datapoint = DataPoint {
            id: DataPointId::new(&format!("f-{}", &row_key[..16])).expect("BUG: a hash is an id"),
            source,
            role: match row.text(self.columns.role).to_lowercase() {
                empty if empty.is_empty() => self.mapping.role_name.clone().unwrap_or_default(),
                role => role,
            },
            author,
            date,
            period,
            quadrant,
            moment,
            established: established(&row.text(self.columns.established), self.columns.established.is_some()),
            established_by: None,
            text: words.body,
            indications: words.indications,
            provenance: Provenance::Unconfirmed,
        };
        self.settle_double(row, &student, &title, &mut datapoint, &decided, out)?;
        let sheet = self.table.sheet.map(str::to_owned);
        Ok(EvidenceRow { student, datapoint, row_key, sheet, row: row.number })
    }

    fn student(&self, row: &TableRow, decided: &[&Decision]) -> Result<StudentNumber, Stop> {
        let chosen = decided.iter().find_map(|decision| match decision {
            Decision::Student(number) => self.roll.numbered(number),
            _ => None,
        });
        if let Some(student) = chosen {
            return Ok(student.number.clone());
        }
        let who = [self.columns.number, self.columns.email, self.columns.student].map(|column| row.text(column));
        if who.iter().all(String::is_empty) {
            let says = |column: usize| row.text(Some(column)).chars().filter(|c| c.is_alphabetic()).count() >= 12;
            let levels = self.columns.criteria.iter().any(|(_, level, _)| !row.text(Some(*level)).is_empty());
            if !levels && !self.columns.text.iter().any(|column| says(*column)) {
                let found = Finding::warning(FindingCode::RowWithoutStudent);
                return Err(Stop::Found(found.at(self.table.sheet, row.number, "")));
            }
        }
        match self.roll.find(&who[0], &who[1], &who[2]) {
            Ok(student) => Ok(student.number.clone()),
            Err((reason, candidates)) => {
                let typed = who.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
                Err(self.waits(row, reason, candidates, typed))
            }
        }
    }

    fn waits(&self, row: &TableRow, reason: PendingReason, candidates: Vec<StudentNumber>, value: String) -> Stop {
        Stop::Waits(Pending { sheet: self.table.sheet.map(str::to_owned), row: row.number, reason, candidates, value })
    }

    fn heading(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.table.headings.get(column)).map_or("", String::as_str)
    }

    fn found(&self, code: FindingCode, row: &TableRow, column: Option<usize>) -> Finding {
        Finding::error(code).at(self.table.sheet, row.number, self.heading(column))
    }

    fn date(&self, row: &TableRow) -> Result<chrono::NaiveDate, Stop> {
        let read = |column| dates::read(row.cell(column), self.context.year);
        let date = match self.columns.date {
            Some(column) => read(column).or(self.mapping.on),
            None => self.mapping.on,
        };
        let found = |code| Stop::Found(self.found(code, row, self.columns.date));
        let date = date.ok_or_else(|| found(FindingCode::InvalidDate))?;
        match self.context.calendar.period_of(date) {
            Some(_) => Ok(date),
            None => Err(found(FindingCode::DateOutsideYear)),
        }
    }

    fn author(&self, row: &TableRow, out: &mut Yield) -> Option<FilledText> {
        let named = self.mapping.author_name.as_deref().and_then(|name| FilledText::new(name).ok());
        let author = author_of(&row.text(self.columns.author)).or(named);
        if author.is_none() {
            let found = Finding::warning(FindingCode::AuthorUnknown);
            out.findings.push(found.at(self.table.sheet, row.number, self.heading(self.columns.author)));
        }
        author
    }

    fn source(&self, row: &TableRow) -> Result<SourceId, Stop> {
        let said = row.text(self.columns.source).to_lowercase();
        let sources = &self.context.framework.sources;
        let found = sources.iter().find(|source| source.id.as_str() == said || source.label.to_lowercase() == said);
        let source = found.map(|source| source.id.clone()).or_else(|| self.source.clone());
        source.ok_or_else(|| Stop::Found(self.found(FindingCode::SourceUnknown, row, self.columns.source).value(said)))
    }

    fn moment(&self, row: &TableRow) -> Moment {
        match propose::moment_of(&row.text(self.columns.moment)) {
            Moment::Overig => self.mapping.moment.unwrap_or(Moment::Overig),
            moment => moment,
        }
    }

    /// The quadrant that is said, that was decided, or in which the source is met; a column without a word in this row
    /// leaves it open for a person.
    fn quadrant(
        &self,
        row: &TableRow,
        decided: &[&Decision],
        student: &StudentNumber,
        out: &mut Yield,
    ) -> Option<Quadrant> {
        let chosen = decided.iter().find_map(|decision| match decision {
            Decision::Quadrant(quadrant) => Some(*quadrant),
            _ => None,
        });
        let Some(column) = self.columns.quadrant else {
            return chosen.or_else(|| self.source.as_ref().and_then(facts::quadrant_of));
        };
        let said = row.text(Some(column));
        let quadrant = chosen.or_else(|| facts::read_quadrant(&said));
        if quadrant.is_none()
            && let Stop::Waits(waiting) = self.waits(row, PendingReason::QuadrantMissing, vec![student.clone()], said)
        {
            out.pending.push(waiting);
        }
        quadrant
    }

    /// The title, the open text and the explanations under their questions, and an indication for each level.
    fn words(&self, row: &TableRow, title: &str) -> Result<Words, Stop> {
        let mut words = Words::default();
        let texts: Vec<(usize, String)> = self
            .columns
            .text
            .iter()
            .map(|column| (*column, row.text(Some(*column))))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let levels = self.columns.criteria.iter().any(|(_, level, _)| !row.text(Some(*level)).is_empty());
        if let [(_, only)] = texts.as_slice()
            && !levels
            && facts::says_absent(only)
        {
            let found = Finding::warning(FindingCode::Absent);
            return Err(Stop::Found(found.at(self.table.sheet, row.number, "").value(only.clone())));
        }
        if !title.is_empty() && !texts.is_empty() {
            words.line(title);
        }
        for (column, text) in &texts {
            if self.columns.text.len() + self.columns.criteria.iter().filter(|(.., text)| text.is_some()).count() > 1 {
                words.heading(&self.table.headings[*column]);
            }
            words.passage(text);
        }
        for (criterion, level, explanation) in &self.columns.criteria {
            let answer = row.text(Some(*level));
            let explained = row.text(*explanation);
            let mut excerpt = None;
            if !explained.is_empty() {
                words.heading(&self.table.headings[*level]);
                excerpt = Some(words.passage(&explained));
            }
            if answer.is_empty() {
                continue;
            }
            let level = self.level(&answer).map_err(|()| {
                let value = format!("{}: {answer}", criterion.as_str());
                self.waits(row, PendingReason::UnmappedLevel, Vec::new(), value)
            })?;
            let observation = level.map_or(Observation::NotObserved, Observation::Level);
            words.indications.push(Indication { criterion: criterion.clone(), observation, excerpt });
        }
        Ok(words)
    }

    fn level(&self, answer: &str) -> Result<Option<u8>, ()> {
        if let Some(known) = self.levels.borrow().get(answer) {
            return *known;
        }
        let level = propose::level(self.mapping, answer, self.context.framework);
        self.levels.borrow_mut().insert(answer.to_owned(), level);
        level
    }

    /// The same author on the same student and moment twice: the first is in, the second waits.
    fn settle_double(
        &self,
        row: &TableRow,
        student: &StudentNumber,
        title: &str,
        datapoint: &mut DataPoint,
        decided: &[&Decision],
        out: &mut Yield,
    ) -> Result<(), Stop> {
        let Some(author) = &datapoint.author else { return Ok(()) };
        let occasion = match datapoint.moment {
            Moment::Overig => format!("{} {}", datapoint.date, folded(title)),
            moment => format!("{moment:?}"),
        };
        let key = (student.clone(), format!("{} {} {occasion}", datapoint.source, folded(author.as_str())));
        let Some(first) = out.said.insert(key.clone(), out.rows.len()) else { return Ok(()) };
        if decided.contains(&&Decision::Both) {
            return Ok(());
        }
        if decided.contains(&&Decision::Beside) {
            datapoint.established = false;
        } else if decided.contains(&&Decision::Instead) {
            if let Some(first) = out.rows.get_mut(first) {
                first.datapoint.established = false;
            }
            return Ok(());
        }
        out.said.insert(key, first);
        if decided.contains(&&Decision::Beside) {
            return Ok(());
        }
        Err(self.waits(row, PendingReason::LikelyDouble, vec![student.clone()], author.to_string()))
    }

    /// What stays the same when the table comes again, longer or in another order: the form and the response's own
    /// number, else what the row is about.
    fn row_key(
        &self,
        row: &TableRow,
        student: &StudentNumber,
        about: &[&str],
        author: Option<&FilledText>,
        out: &mut Yield,
    ) -> String {
        let own = match self.columns.id {
            Some(column) => row.text(Some(column)),
            None => {
                let author = author.map_or("", FilledText::as_str);
                format!("{} {} {}", self.table.sheet.unwrap_or_default(), about.join(" "), author)
            }
        };
        let source = self.source.as_ref().map_or("", SourceId::as_str);
        let key = facts::key_of(&[&self.form, source, &own, student.as_str()]);
        let times = out.keys.entry(key.clone()).and_modify(|times| *times += 1).or_insert(1);
        if *times == 1 { key } else { facts::key_of(&[&key, &times.to_string()]) }
    }
}

/// The name of a form without the count that Forms puts behind it: `Eindevaluatie werkplek(1-24).xlsx`.
pub(crate) fn form_name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let bare = stem.split(['(', '[']).next().unwrap_or(stem);
    bare.trim().to_lowercase()
}

fn author_of(name: &str) -> Option<FilledText> {
    match name.to_lowercase().as_str() {
        "anonymous" | "anoniem" => None,
        _ => FilledText::new(name).ok(),
    }
}

fn established(answer: &str, asked: bool) -> bool {
    !asked || ["ja", "yes", "waar", "true"].iter().any(|yes| answer.to_lowercase().starts_with(yes))
}
