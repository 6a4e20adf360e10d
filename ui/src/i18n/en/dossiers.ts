/** The table of dossiers. */
import type { LetterCode, MetCode, NextStep } from '../../bindings/index.ts';
import type { Words } from '../index.ts';

const next: Record<NextStep['step'], string> = {
  requestEvidence: 'Ask for evidence',
  requestStatement: 'Ask for the statement',
  answerDiscrepancy: 'Answer a discrepancy',
  markPassages: 'Mark passages',
  substantiate: 'Write the rationale',
  establish: 'Establish',
  sign: 'Sign',
  done: '–',
};
const letters: Record<LetterCode, string> = {
  variatie: 'Variety',
  relevantie: 'Relevance',
  authenticiteit: 'Authenticity',
  actualiteit: 'Timeliness',
  kwantiteit: 'Quantity',
};
const mets: Record<MetCode, string> = { met: 'met', attention: 'needs attention', not_met: 'not met' };

export const dossiers: Words['dossiers'] = {
  title: 'Dossiers',
  intro: (count, due) =>
    `${count} ${count === 1 ? 'first-year student' : 'first-year students'}. ${due === 0 ? 'Nothing is overdue.' : due === 1 ? 'One dossier is overdue.' : `${due} dossiers are overdue.`}`,
  show: 'Show',
  filters: {
    all: 'all',
    missing: 'source missing',
    discrepancy: 'discrepancy',
    toSign: 'to sign',
    overdue: 'overdue',
  },
  search: 'Find a name or number',
  sort: 'By school, by name',
  add: 'Add evidence',
  sign: (count) => `Sign ${count}`,
  pick: 'Pick',
  pickOne: (name) => `Pick ${name}`,
  student: 'Student',
  number: 'Number',
  subject: 'Subject',
  sources: 'Sources',
  statement: 'Statement',
  vraak: 'VRAAK',
  stances: 'View: can, want, argument',
  state: 'State',
  next: 'Next step',
  deadline: 'Due by',
  kan: 'can',
  wil: 'want',
  noStatement: 'none yet',
  unused: (label) => `${label} not used`,
  count: (label, count) => `${label}: ${count === 0 ? 'missing' : count}`,
  steps: next,
  letters,
  mets,
  week: (week, count) => `week ${week}: ${count}`,
  weeks: 'Period 4, one box per dossier, filled means established',
  empty: 'There are no students yet. Drag a student list (CSV or Excel) onto this window, or choose a file.',
  none: 'No dossier fits this choice.',
  bars: (above, depends, below, incomplete) =>
    `${above} at or above, ${depends} depends on the weighting, ${below} below, ${incomplete} incomplete`,
  signed: (count) => (count === 1 ? 'One form signed and written.' : `${count} forms signed and written.`),
  table: 'Table of dossiers',
};
