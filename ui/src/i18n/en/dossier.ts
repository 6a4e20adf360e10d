/** The dossier: sources, weighing, judgement. */
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
  criterion_unknown: (place) => `${place} is not in the framework`,
  discrepancy_unanswered: (place) => `Answer the discrepancy on ${place.split(':')[0]}`,
  vraak_not_met: (place) =>
    `${letters[place] ?? `${place.charAt(0).toUpperCase()}${place.slice(1)}`}: add evidence, or deviate with a reason`,
  saturation_missing: () => 'Answer the saturation question',
  not_saturated: () => 'Not enough yet: add evidence, or deviate with a reason',
  picture_differs: () => 'Say in one sentence why view and outcome differ',
  mandate_missing: () => 'There is no mandate on this date',
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

export const dossier: Words['dossier'] = {
  place: (at, of) => `${at} of ${of}`,
  attempt: (attempt) => `attempt ${attempt}`,
  standings: {
    'positief-leerklimaat': 'Positive learning climate',
    onderwijsactiviteit: 'Lesson activity',
    lerende: 'The learner',
  },
  unknown: 'unknown',
  previous: 'Previous dossier',
  next: 'Next dossier',
  sources: {
    title: 'Sources',
    count: (count) => (count === 1 ? '1 data point' : `${count} data points`),
    timeline: 'Time line of the academic year: data points by source',
    now: 'now',
    reader: 'Reader',
    authorUnknown: 'author unknown',
    established: 'Established with the student',
    notEstablished: 'Not established yet: does not count',
    establish: 'Mark as established',
    undoEstablish: 'Not established after all',
    original: 'original',
    by: (name) => `brought in by ${name}`,
    moments: {
      kennismaking: 'Introduction',
      startgesprek: 'Starting conversation',
      tussenevaluatie: 'Interim evaluation',
      eindevaluatie: 'Final evaluation',
      overig: 'Contribution',
    },
    counts: { full: 'counts', half: 'counts by half', none: 'does not count here' },
    pick: 'Indication for this passage',
    pickHint: 'Choose a criterion (1–9) and a level (q w e r), or x for not observed.',
    whole: 'whole data point',
    wholeMark: 'Mark the whole data point',
    notObserved: 'not observed',
    remove: 'Remove indication',
    marked: (criterion, level) => `${criterion} ${level}`,
    announce: (criterion, stance) => `${criterion}: ${stance}.`,
    empty: 'There is no evidence yet. Drag a file onto the window, or type or paste a data point.',
    add: 'Type or paste a data point',
    removePoint: 'Remove data point',
    earlier: 'Previous data point',
    later: 'Next data point',
    form: {
      title: 'Add a data point',
      source: 'Source',
      author: 'Author',
      role: 'Role',
      date: 'Date',
      moment: 'Moment',
      quadrant: 'Quadrant',
      noQuadrant: 'not said',
      established: 'The feedback is established with the student',
      text: 'What was said',
      save: 'Add',
    },
    quadrants: {
      'acquisitie-geconstrueerd': 'acquisition, constructed',
      'acquisitie-realistisch': 'acquisition, realistic',
      'participatie-geconstrueerd': 'participation, constructed',
      'participatie-realistisch': 'participation, realistic',
    },
  },
  weighing: {
    title: 'Weighing',
    whatIf: 'What if…',
    caption: 'Weighted view by criterion',
    criterion: 'Criterion',
    coverage: 'Coverage',
    band: 'View',
    domains: { kan: 'can', wil: 'want', onderbouwing: 'argument' },
    norm: 'norm',
    none: 'none',
    missing: 'missing',
    complete: 'full',
    without: (letters) => `without ${letters}`,
    cell: (label, count, levels) => `${label}: ${count === 1 ? '1 point counts' : `${count} points count`}: ${levels}`,
    cellBeside: (label, levels) => `${label}, stands beside: ${levels}`,
    cellMissing: (label) => `${label}: missing`,
    cellUnused: (label) => `${label}: left out on purpose`,
    cellEmpty: (label) => `${label}: not expected here`,
    decisive: 'deciding source',
    against: (minority, others) => `${minority} against ${others}`,
    decides: (letters) => `${letters} ${letters.length > 1 ? 'decide' : 'decides'}`,
    counted: (count, asked) => `${count} ${count === 1 ? 'point counts' : 'points count'}, ${asked} needed`,
    sentence: {
      above: (id) => `${id} lies at or above the norm, whatever the permitted weighting.`,
      below: (id) => `${id} lies below the norm, whatever the permitted weighting.`,
      depends: (id) => `${id} depends on the weighting: within the agreed bands it can go either way.`,
      incomplete: (id) => `Too little is known about ${id} to give a view.`,
    },
    clash: (minority, other) => `${minority} says something else than ${other}.`,
    self: {
      higher: 'The student sees themselves higher than the others do. What explains that?',
      lower: 'The student sees themselves lower than the others do. What explains that?',
      close: 'The self-image lies close to that of the others.',
    },
    hidden: 'hidden until your provisional outcome',
    legend: {
      full: 'counts',
      half: 'counts by half',
      none: 'does not count',
      decisive: 'decides',
      clash: 'discrepancy',
    },
    summary: (above, of) => `${above} of ${of} criteria at or above the norm.`,
    position: (level) => `agreed weighting at ${level}`,
  },
  whatIf: {
    title: 'What if…',
    text: 'You are looking with other weights. Nothing is saved.',
    back: 'Back to the agreed weighting',
    weight: (label) => `Weight of ${label}`,
    agreed: (weight) => `agreed ${weight} %`,
    explain: 'The band does not change: it holds for every permitted weighting. Only the arrow moves.',
    noRoom: 'There is no room here inside the bands.',
  },
  judgement: {
    title: 'Judgement',
    statement: (kan, wil) => `can ${kan} · want ${wil}`,
    statementOf: (day) => `statement of ${day}`,
    noStatement: 'The student has not made a statement yet.',
    addStatement: 'Record the statement',
    kan: 'Can I become a teacher?',
    wil: 'Do I want to become a teacher?',
    answers: { ja: 'yes', nee: 'no', twijfel: 'in doubt' },
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
    outcome: 'Outcome',
    feedforward: 'Feedforward',
    deviations: 'Reasoned deviations',
    deviate: 'Deviate with a reason',
    reason: 'Reason, printed on the form',
    todo: (count) => (count === 0 ? 'All is ready' : count === 1 ? 'One more point' : `${count} more points`),
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
  },
};
