/** Words of *Oordeel*: statement, rationale, what stands in the way, establishing. */
import type { LackView, ObstacleCode } from '../../bindings/index.ts';
import type { Words } from '../index.ts';

const letters: Record<string, string> = {
  variatie: 'Variety',
  relevantie: 'Relevance',
  authenticiteit: 'Authenticity',
  actualiteit: 'Timeliness',
  kwantiteit: 'Quantity',
};
const obstacles: Record<ObstacleCode, (place: string) => string> = {
  statement_missing: () => 'Record the student’s statement',
  outcome_missing: () => 'Choose an outcome',
  outcome_unknown: () => 'Choose an outcome of the framework',
  rationale_missing: () => 'Write the rationale of the whole',
  criterion_rationale_missing: (place) => `Write the rationale for ${place}`,
  citation_missing: (place) => `Choose a citation for ${place}`,
  citation_broken: (place) => `A citation for ${place} points at nothing: choose again`,
  criterion_unknown: (place) => `${place} is no longer in the framework: remove the words on it`,
  discrepancy_unanswered: (place) => `Answer the discrepancy on ${place.split(':')[0]}`,
  vraak_not_met: (place) =>
    `${letters[place] ?? `${place.charAt(0).toUpperCase()}${place.slice(1)}`}: add evidence, or deviate with a reason`,
  saturation_missing: () => 'Answer the saturation question',
  not_saturated: () => 'Not enough yet: add evidence, or deviate with a reason',
  picture_differs: () => 'Say in one sentence why view and outcome differ',
  mandate_missing: () => 'There is no mandate on this date: record it in Settings',
};

function lack(found: LackView): string {
  switch (found.lack) {
    case 'nothingCounts':
      return 'nothing counts so far';
    case 'sources':
      return `${found.has} of ${found.asked} sources`;
    case 'authors':
      return `${found.has} of ${found.asked} authors`;
    case 'quadrants':
      return `${found.has} of ${found.asked} quadrants`;
    case 'unmarked':
      return `${found.count} of ${found.of} points without an indication`;
    case 'untouched':
      return `nothing about ${found.criterion} yet`;
    case 'unvouched':
      return `${found.count} of ${found.of} points without author or provenance`;
    case 'outsideYear':
      return `${found.count} ${found.count === 1 ? 'point' : 'points'} outside the academic year`;
    case 'nothingLate':
      return 'nothing from period 3 or 4';
    case 'tooFew':
      return `${found.criterion} has ${found.has} of ${found.asked} points`;
  }
}

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const spelled = (of: number) => numbers[of] ?? String(of);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** What stands in front of the places when more of one kind are still to do; each place is a link of its own. */
const kinds: Partial<Record<ObstacleCode, string>> = {
  criterion_rationale_missing: 'Rationale for',
  citation_missing: 'Choose a citation for',
  citation_broken: 'Choose another citation for',
  criterion_unknown: 'No longer in the framework, remove the words on',
  discrepancy_unanswered: 'Answer the discrepancy on',
  vraak_not_met: 'Add evidence or deviate for',
};
/** What was passed with a reason. */
const passed: Record<ObstacleCode, (place: string) => string> = {
  statement_missing: () => 'Without a statement by the student',
  outcome_missing: () => 'Without an outcome',
  outcome_unknown: () => 'Outcome outside the framework',
  rationale_missing: () => 'Without a rationale of the whole',
  criterion_rationale_missing: (place) => (place ? `Without a rationale for ${place}` : 'Criteria without a rationale'),
  citation_missing: (place) => (place ? `Without a citation for ${place}` : 'Criteria without a citation'),
  citation_broken: (place) => `A citation for ${place} points at nothing`,
  criterion_unknown: (place) => `${place} is not in the framework`,
  discrepancy_unanswered: (place) =>
    place ? `Discrepancy on ${place.split(':')[0]} not answered` : 'Discrepancy not answered',
  vraak_not_met: (place) => (place ? `VRAAK: ${letters[place] ?? place} not met` : 'VRAAK not met'),
  saturation_missing: () => 'Saturation question not answered',
  not_saturated: () => 'There is not enough yet',
  picture_differs: () => 'View and outcome differ',
  mandate_missing: () => 'Without a mandate',
};

export const judgement: Words['dossier']['judgement'] = {
  title: 'Judgement',
  statement: (kan, wil) => `can ${kan} · want ${wil}`,
  statementOf: (day) => `statement of ${day}`,
  noStatement: 'The student has not made a statement yet.',
  addStatement: 'Record the statement',
  kan: 'Can I become a teacher?',
  wil: 'Do I want to become a teacher?',
  answers: { ja: 'yes', nee: 'no', twijfel: 'in doubt' },
  statementChoose: 'choose',
  statementLacks: 'This is still missing.',
  argument: 'The student’s argument',
  date: 'Date',
  save: 'Record',
  perCriterion: 'Rationale by criterion',
  rationaleOf: (id) => `Rationale ${id}`,
  whole: 'Rationale of the whole',
  cite: 'Cite selection',
  citeAny: 'Choose a passage',
  citeNone: 'No passage is marked for this criterion.',
  uncite: 'Remove citation',
  clash: (minority, other) => `${minority} against ${other}. What explains the difference?`,
  answer: (id) => `Answer to the discrepancy on ${id}`,
  vraak: 'VRAAK',
  lack,
  fine: (names) => `${names} met`,
  saturation: 'Saturation: would one more data point change this?',
  enough: 'no, there is enough',
  notEnough: 'yes, there is not enough yet',
  why: 'Why',
  saturationWhy: 'Write down why, at saturation',
  whyFirst: 'Choose an answer first; then say here why.',
  outcome: 'Outcome',
  feedforward: 'Feedforward',
  deviations: 'Reasoned deviations',
  deviate: 'Deviate with a reason',
  reason: 'Reason, printed on the form',
  todo: (count) => (count === 0 ? 'All is ready' : count === 1 ? 'One more point' : `${spelled(count)} more points`),
  obstacle: (code, place) => obstacles[code](place),
  establish: 'Establish',
  confirmTitle: 'Establish this judgement?',
  confirmText: 'Once established nothing changes any more. Only a revision, with a reason, can replace it.',
  established: (by, day) => `Established by ${by} on ${day}`,
  toForm: 'To the form',
  revise: 'Begin a revision',
  reviseReason: 'Why is a revision needed?',
  newAttempt: 'New attempt',
  revision: 'revision',
  earlier: (attempt, outcome, day) => `Attempt ${attempt}: ${outcome}, ${day}`,
  replaced: 'replaced',
  ready: 'ready',
  attention: 'needs attention',
  draft: 'draft',
  notKept: (problem) => `Not saved yet: ${problem}`,
  again: 'Try again',
  empty: 'still empty',
  noAnswer: 'No answer yet',
  clashLater: 'Where sources contradict each other shows once you choose a provisional outcome.',
  clashAsk: 'What explains the difference?',
  clashOf: (minorities, others) => `${minorities.join(' and ')} against ${others.join(' and ')}.`,
  dropHere: 'Let go here to cite',
  citeHow: 'C cites the selection in the reader; a passage or a point can be dragged here too.',
  cited: (id) => `Citation added for ${id}.`,
  uncited: (id) => `Citation removed for ${id}.`,
  unciteOf: (text) => `Remove citation: ${text.slice(0, 60)}`,
  openOf: 'Open the passage',
  earlierStatements: (count) => (count === 1 ? 'One earlier statement' : `${upper(spelled(count))} earlier statements`),
  earlierTitle: 'Earlier judgements',
  kind: (code) => kinds[code] ?? '',
  passed: (code, place) => passed[code](place),
  undeviate: 'Do not deviate after all',
  deviateFor: 'For what',
  deviateAll: (places) => `All: ${places}`,
  deviateHelp: 'The reason is kept and printed on the form.',
  blocked: (todo, first) => `${todo}. First: ${first}.`,
  fixes: 'This is fixed from then on',
  fixOutcome: (outcome) => `Outcome: ${outcome}`,
  fixWords: (criteria, citations) =>
    `Rationale for ${spelled(criteria)} criteria, with ${citations === 1 ? 'one citation' : `${spelled(citations)} citations`}`,
  fixAnswers: (count) => `${upper(spelled(count))} ${count === 1 ? 'answer' : 'answers'} to discrepancies`,
  fixDeviations: (count) =>
    `${upper(spelled(count))} ${count === 1 ? 'deviation with its reason' : 'deviations with their reasons'}, on the form`,
  fixFreeze: 'The weights of this partnership, for the whole cohort',
  freezes:
    'This is the first judgement to be established: it fixes the weights for the whole cohort. Nobody changes them after that.',
  weightsReason: 'Why these weights? Printed on every form',
  changedSince:
    'Since it was established evidence came in or changed; the judgement rests on what was there then. A revision takes it into account.',
  gone: 'This data point is no longer there.',
  revising: 'You are revising an established judgement. It stays in force until you establish again.',
  dropRevision: 'Drop the revision',
  revisionDropped: 'The revision was dropped; the judgement stays as it was. Ctrl+Z brings it back.',
  idle: 'No longer needed: not printed on the form.',
  unworded: (id) => `Words on ${id} removed. Ctrl+Z brings them back.`,
};
