/** Adding evidence: what comes in, what it is taken for, what happens to it. */
import type { FileOutcome, RowOutcome } from '../../bindings/index.ts';
import type { Words } from '../index.ts';
import type { Amounts } from '../nl/bewijs.ts';
import { number, some } from './count.ts';

const outcomes: Record<FileOutcome, string> = {
  imported: 'will be added',
  unchanged: 'was here already',
  refused: 'refused, nothing taken over',
};
const rows: Record<RowOutcome, string> = { new: 'new', same: 'was here already', changed: 'changed' };

const what = (of: Amounts) =>
  [
    of.students > 0 && some(of.students, 'student', 'students'),
    of.points > 0 && some(of.points, 'data point', 'data points'),
  ]
    .filter(Boolean)
    .join(' and ');
const pendingCount = (count: number) => (count === 1 ? '1 row waits for you' : `${number(count)} rows wait for you`);

export const bewijs: Words['bewijs'] = {
  title: 'Add evidence',
  drop: 'Drag files here or paste text: student lists, Forms and Excel, Word, PDF, mail, eJournal, photos.',
  choose: 'Choose files',
  release: 'Let go to see what is in it',
  files: 'Files',
  outcomes,
  rows,
  add: (count) => (count === 1 ? 'Add 1 file' : `Add ${number(count)} files`),
  ready: (count) =>
    count === 0
      ? 'There is nothing new to add'
      : count === 1
        ? '1 file is ready to be added'
        : `${number(count)} files are ready to be added`,
  settle: 'Take over',
  nothing: 'There is nothing new to add',
  reading: 'Reading…',
  stopped: 'Stopped; nothing was added.',
  students: 'Students',
  datapoints: 'Data points',
  indications: (count) => (count === 1 ? '1 indication' : `${number(count)} indications`),
  counts: (added, updated, unchanged) => `${added} new, ${updated} changed, ${unchanged} the same`,
  parts: {
    rows: 'What happens',
    columns: 'Columns',
    about: 'About this file',
    pending: 'Waits for you',
    notes: 'Findings',
  },
  kinds: {
    students: 'Student list',
    forms: 'Table with levels by criterion',
    notes: 'Table with notes',
    cohort: 'Cohort (JSON)',
    table: 'Table that was not recognised',
    document: 'Document',
    pdf: 'PDF',
    mail: 'Mail',
    archive: 'eJournal archive',
    text: 'Text',
    picture: 'Picture',
    unknown: 'Unknown',
  },
  takenFor: (kind, headings) => `Recognised as: ${kind}${headings ? `, by the columns ${headings}` : ''}.`,
  known: 'This layout came in before; the same columns were used.',
  as: 'Read as',
  automatic: 'recognised by itself',
  none: '– none –',
  fields: {
    number: 'Student number',
    student: 'Student’s name',
    email: 'Student’s e-mail',
    author: 'Author in each row',
    role: 'Role in each row',
    date: 'Date',
    moments: 'Moment in each row',
    sources: 'Source in each row',
    quadrant: 'Quadrant',
    established: 'Established?',
    title: 'Assignment or subject',
    id: 'Number of the response',
  },
  column: 'Stands in column',
  meaning: 'Meaning',
  textHint: 'Columns with open text',
  criterion: 'Criterion',
  level: 'Level in column',
  explanation: 'Explanation in column',
  words: 'Words for levels',
  word: 'In the file',
  times: 'Times',
  means: 'Means',
  unknownWord: '– choose a level –',
  notObserved: 'not observed',
  table: {
    source: 'Source of the whole table',
    moment: 'Moment of the whole table',
    author: 'Author of the whole table',
  },
  sample: 'Sample from the file',
  whole: {
    source: 'Source',
    moment: 'Moment',
    author: 'Author',
    role: 'Role',
    on: 'Date',
    comments: 'Comments by others as source',
    commentsOut: 'do not take over',
    assumed: 'by itself',
    all: 'Holds for all documents',
  },
  who: 'Student',
  what: 'Content',
  row: 'Row',
  happens: 'What happens',
  leave: 'Leave out',
  leaveFor: (row) => `Leave out: row ${row}`,
  left: 'Left out; click to put it back',
  becomes: 'becomes',
  more: (count) => `and ${number(count)} more rows`,
  pendingCount,
  pendingReasons: {
    unknown_number: 'This student number is nobody’s.',
    ambiguous_student: 'It is not certain whom this is about.',
    likely_double: 'This author wrote about this student already; the first was taken over.',
    unmapped_level: 'This level word has no meaning yet; give it one under Columns.',
    quadrant_missing: 'Taken over, but the quadrant is missing.',
  },
  student: 'Student number or name',
  doubles: { instead: 'Only this one counts', beside: 'Only the first counts', both: 'Both count' },
  decided: 'Decided',
  place: (sheet, row, column) =>
    [
      sheet === null ? '' : `sheet ${sheet}`,
      row === null ? '' : `row ${row}`,
      column === null ? '' : `column ${column}`,
    ]
      .filter(Boolean)
      .join(', '),
  earlier: (row) => `Earlier, row ${row}:`,
  done: (files, added, updated, waiting) => {
    const [fresh, changed] = [what(added), what(updated)];
    return [
      fresh && `Added: ${fresh}.`,
      changed && `Updated: ${changed}.`,
      !fresh && !changed && `Added: ${some(files, 'file', 'files')}.`,
      waiting > 0 && `${pendingCount(waiting)}.`,
      'Ctrl+Z takes it back.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  pasted: (moment, ending) => `Pasted ${moment}.${ending}`,
};
