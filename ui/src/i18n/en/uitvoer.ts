/** Writing what other systems take, in English. */
import type { nl } from '../nl/index.ts';
import { number } from './count.ts';

export const uitvoer: typeof nl.uitvoer = {
  title: (count) => (count === 1 ? 'Export 1 dossier' : `Export ${number(count)} dossiers`),
  what: 'What you write',
  systems: {
    overview: { name: 'Overview', about: 'Excel, a row per dossier, in words' },
    brightspace: { name: 'Brightspace', about: 'CSV with the result as text' },
    osiris: { name: 'OSIRIS', about: 'your own result entry file, filled in' },
  },
  onlyInForce: 'Only established judgements in force go along; statement and rationale never do.',
  file: 'In which file',
  newFile: 'a new file',
  ownFile: 'my own export of grades',
  choose: 'Choose file…',
  dropHere: 'or drop it here',
  item: 'Grade item',
  itemHint: 'as it is called in Brightspace',
  replace: 'Replace what stands there too',
  codes: 'Codes of OSIRIS',
  codesHint:
    'This template allows these codes. Choose the code that belongs to each outcome; the workspace remembers it.',
  outcome: 'Outcome',
  code: 'Code',
  noCode: 'fill in nothing',
  noProposal: 'choose a code',
  proposal: 'proposal',
  confirm: 'These codes are right',
  confirmFirst: 'As long as you have not chosen, nothing is written.',
  column: (column, sheet) => (sheet ? `Column ‘${column}’ on sheet ‘${sheet}’` : `Column ‘${column}’`),
  attempt: (attempt) => `attempt ${attempt}`,
  otherYear: (year) => `Note: this file names academic year ${year}, which is another than that of this workspace.`,
  sum: (filled, same, left) =>
    [
      filled === 1 ? '1 result is filled in' : `${filled} results are filled in`,
      same > 0 ? `${same} ${same === 1 ? 'is' : 'are'} there already` : '',
      left === 0 ? 'nothing is left over' : `${left} ${left === 1 ? 'asks' : 'ask'} for your attention`,
    ]
      .filter(Boolean)
      .join(', '),
  untouched: 'Everything else in the file stays as it is.',
  attention: 'What you should know',
  fills: 'What is filled in',
  table: {
    student: 'Student',
    number: 'Number',
    row: 'Row',
    outcome: 'Judgement',
    value: 'In the file',
    fate: 'What happens',
  },
  unknown: 'unknown',
  showAll: (count) => `Show all ${number(count)}`,
  waits: 'Choose a file first; then you see what is filled in.',
  write: 'Choose where and write',
  written: (count) => (count === 1 ? '1 result written.' : `${number(count)} results written.`),
  fates: {
    filled: 'is filled in',
    replaced: 'is replaced',
    same: 'is there already',
    occupied: 'stays: something else stands there',
    noResult: 'nothing filled in: no established judgement',
    noCode: 'nothing filled in: no code was chosen',
    likeFormula: 'nothing filled in: would be a formula in Excel; fill it in yourself',
    twice: 'not changed: is in the file more than once',
    stranger: 'not changed: is not in this workspace',
    missing: 'is not in the file',
  },
  looking: 'The file is being looked at',
};
