/** The table of dossiers. */
import type { AnswerCode, DeadlinesView, FrameworkView, LetterCode, MetCode, NextStep } from '../../bindings/index.ts';
import type { Words } from '../index.ts';
import { number } from './count.ts';

function step(next: NextStep, framework: FrameworkView): string {
  const label = (id: string) => framework.sources.find((source) => source.id === id)?.label ?? id;
  switch (next.step) {
    case 'requestEvidence':
      return `Ask for ${label(next.source)}`;
    case 'establishEvidence':
      return `Establish ${label(next.source)}`;
    case 'requestStatement':
      return 'Ask for the statement';
    case 'answerDiscrepancy':
      return `Discrepancy on ${next.criterion}`;
    case 'markPassages':
      return `Mark passages on ${next.criterion}`;
    case 'substantiate':
      return 'Write the rationale';
    case 'propose':
      return 'Propose to the examiner';
    case 'establish':
      return 'Establish';
    case 'sign':
      return 'Sign';
    case 'done':
      return '';
  }
}
/** What is due, as it is once done. */
const works: Record<keyof DeadlinesView, string> = {
  evidence: 'evidence complete',
  statement: 'statement in',
  judgement: 'judgement established',
  signature: 'form signed',
};
const answers: Record<AnswerCode, string> = { ja: 'yes', nee: 'no', twijfel: 'in doubt' };
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
  intro: (count, week, late) =>
    [
      count === 1 ? '1 first-year student.' : `${number(count)} first-year students.`,
      week === null
        ? ''
        : week === 0
          ? 'Nothing is due this week.'
          : `${number(week)} with something still due this week.`,
      late === null
        ? ''
        : late === 0
          ? 'Nothing is overdue.'
          : late === 1
            ? 'One is overdue.'
            : `${number(late)} are overdue.`,
    ]
      .filter(Boolean)
      .join(' '),
  show: 'Show',
  filters: {
    all: 'all',
    missing: 'source missing',
    discrepancy: 'discrepancy',
    toSign: 'to sign',
    overdue: 'overdue',
  },
  search: 'Find a name or number',
  missingOf: (label, count) => `${label} missing (${number(count)})`,
  bySchool: 'By school',
  noSchool: 'No school',
  students: (count) => (count === 1 ? '1 student' : `${number(count)} students`),
  picked: (count) => `${number(count)} picked.`,
  export: (count) => `Export ${number(count)}`,
  exported: (count) => `Overview of ${number(count)} ${count === 1 ? 'dossier' : 'dossiers'} written.`,
  signing: 'Signing forms',
  showAll: 'Show all dossiers',
  missing: 'none',
  late: ', overdue',
  step,
  answers,
  domains: { kan: 'can', wil: 'want', onderbouwing: 'arg.' },
  legend: { counts: 'counts', waiting: 'to be established', missing: 'missing', unused: 'not used, by design' },
  keys: { move: 'up and down', open: 'open', pick: 'pick', filter: 'filter' },
  add: 'Add evidence',
  sign: (count) => `Sign ${number(count)}`,
  pick: 'Pick',
  pickOne: (name) => `Pick ${name}`,
  student: 'Student',
  number: 'Number',
  subject: 'Subject',
  sources: 'Sources',
  statement: 'Statement',
  vraak: 'VRAAK',
  picture: 'view',
  stances: 'View: can, want, argument',
  state: 'State',
  next: 'Next step',
  deadline: 'Due by',
  kan: 'can',
  wil: 'want',
  noStatement: 'none yet',
  unused: (label) => `${label} not used`,
  waiting: (label, count) => `${label}: ${count} not established yet`,
  count: (label, count) => `${label}: ${count === 0 ? 'missing' : count}`,
  letters,
  mets,
  week: (week, work, due, done) =>
    `week ${week}: ${work.length === 0 ? 'nothing' : `${work.map((one) => works[one]).join(', ')} for ${number(done)} of ${number(due)}`}`,
  thisWeek: 'this week',
  weeksOf: (each) => `Period 4: what is due when, one box for ${each} dossiers, filled means done`,
  weeksLow: 'Period 4: week, done of due',
  weeks: 'Period 4: what is due when, one box per dossier, filled means done',
  toKader: 'To the framework',
  empty: 'There are no students yet. Drag a student list (CSV or Excel) onto this window, or choose a file.',
  none: 'No dossier fits this choice.',
  shown: (count) => (count === 1 ? '1 dossier shown.' : `${number(count)} dossiers shown.`),
  bars: (above, depends, below, incomplete) =>
    `${above} at or above, ${depends} depends on the weighting, ${below} below, ${incomplete} incomplete`,
  table: 'Table of dossiers',
};
