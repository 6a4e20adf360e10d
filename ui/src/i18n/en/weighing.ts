/** Words of the weighted view and of *wat als*. */
import type { Words } from '../index.ts';

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
const count = (of: number) => numbers[of] ?? String(of);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const and = (names: string[], last = 'and') =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
const who = (names: string[]) => (names.length <= 3 ? and(names) : `${count(names.length)} criteria`);
const below = (name: string) => name.toLowerCase();

export const weighing: Words['dossier']['weighing'] = {
  title: 'Weighing',
  whatIf: 'What if…',
  caption: 'Weighted view by criterion. Arrows walk the cells, Enter opens the passage.',
  criterion: 'Criterion',
  coverage: 'Coverage',
  band: 'View over every permitted weighting',
  domains: { kan: 'can', wil: 'want', onderbouwing: 'argument' },
  self_: 'self-image',
  norm: 'norm',
  none: 'none',
  missing: 'missing',
  complete: 'full',
  nothing: 'nothing yet',
  only: (letters) => `only ${letters}`,
  without: (letters) => `without ${letters}`,
  source: (label, weight) => `${label}, weight ${weight} per cent`,
  cell: (label, counted, levels) =>
    `${label}: ${counted === 1 ? '1 point counts' : `${counted} points count`}: ${levels}`,
  cellBeside: (label, levels) => `${label} (self-image, does not count here): ${levels}`,
  cellAside: (label, levels) => `${label}, does not count here: ${levels}`,
  cellMissing: (label) => `${label}: missing`,
  cellUnused: (label) => `${label}: left out on purpose`,
  cellEmpty: (label) => `${label}: not expected here`,
  mark: (level, how) => (how ? `${level} (${how})` : level),
  marks: { half: 'counts half', none: 'does not count' },
  between: (low, high) => `between ${low} and ${high}`,
  decisive: 'deciding source',
  dot: (author, day, level) => `${author}, ${day}: ${level}`,
  opened: (at, of, what) => (of > 1 ? `${at} of ${of}: ${what}` : what),
  against: (minority, others) => `${minority} against ${others}`,
  decides: (letters) => (letters.includes(',') ? `${letters} decide` : `${letters} decides`),
  counted: (counted, asked) => `${counted} ${counted === 1 ? 'point counts' : 'points count'}, ${asked} needed`,
  sentence: {
    above: 'No permitted weighting brings this criterion below the norm.',
    below: 'No permitted weighting brings this criterion to the norm.',
    depends: 'Within the agreed bands the view can go either way.',
    incomplete: 'There is too little to give a view.',
    tips: (heavier, lighter, down) => {
      const parts = [
        heavier.length > 0 ? `${and(heavier.map(below), 'or')} weighs more` : '',
        lighter.length > 0 ? `${and(lighter.map(below), 'or')} weighs less` : '',
      ].filter(Boolean);
      return `If ${parts.join(' or ')}, the view lies ${down ? 'below' : 'at or above'} the norm.`;
    },
    missing: (labels) => `Missing: ${labels.map(below).join(', ')}.`,
    clash: (minorities, others) =>
      `${upper(and(minorities.map(below)))} ${minorities.length > 1 ? 'contradict' : 'contradicts'} ${and(others.map(below))}.`,
    decides: (labels) => `Without ${and(labels.map(below), 'or')} the view lies on the other side of the norm.`,
  },
  self: {
    higher: (name) => `${name} rates themselves higher than the others do: what explains that?`,
    lower: (name) => `${name} rates themselves lower than the others do: what explains that?`,
    close: (name) => `${name} sees themselves as the others do.`,
  },
  stances: {
    above: 'always at or above the norm',
    below: 'always below the norm',
    depends: 'depends on the weighting',
    incomplete: 'incomplete so far',
  },
  hidden: 'hidden until your provisional outcome',
  hiddenSum: 'Judge first: the view appears once you choose a provisional outcome. The points are there already.',
  legend: {
    title: 'Signs',
    full: 'counts',
    half: 'half',
    none: 'not',
    band: 'all permitted weightings, arrow: agreed',
    decisive: 'decides',
    clash: 'discrepancy',
    trial: 'trial weighting',
    agreed: 'agreed weighting',
    self_: 'self-image',
    below: 'below the norm',
    open: 'if what is missing came in',
  },
  summary: (found) => {
    const all = found.above.length;
    const quiet =
      all === found.of
        ? `All ${count(found.of)} criteria at or above the norm.`
        : all === 0
          ? 'No criterion is always at or above the norm yet.'
          : `${upper(count(all))} ${all === 1 ? 'criterion' : 'criteria'} at or above the norm.`;
    const one = (ids: string[], single: string, more: string) =>
      ids.length === 0 ? '' : `${who(ids)} ${ids.length === 1 ? single : more}`;
    const loud = [
      one(found.depends, 'depends on the weighting', 'depend on the weighting'),
      one(found.below, 'lies below', 'lie below'),
      one(found.incomplete, 'is incomplete', 'are incomplete'),
    ]
      .filter(Boolean)
      .join(', ');
    return { quiet, loud: loud ? `${upper(loud)}.` : '' };
  },
};

export const whatIf: Words['dossier']['whatIf'] = {
  title: 'What if…',
  text: (name) => `A trial weighting. Nothing is saved here; for ${name} the agreed weighting stands.`,
  back: 'Back to the agreed weighting',
  weights: 'Weights',
  together: (sum) => `${sum} % in all`,
  rule: 'Slide inside the band. The other sources move along in proportion, inside their own bands.',
  was: (weight) => `was ${weight}`,
  agreed: 'agreed',
  unused: 'not used',
  value: (weight, min, max, agreed, tips) =>
    [`${weight} per cent, allowed ${min} to ${max}, agreed ${agreed}`, ...tips].join('; '),
  tip: (id) => `${id} tips`,
  tipAt: (ids, weight) => `${and(ids)} ${ids.length > 1 ? 'tip' : 'tips'} at about ${weight} per cent`,
  toTip: (ids) => `To where ${and(ids)} ${ids.length > 1 ? 'tip' : 'tips'}`,
  reset: 'Back to what was agreed',
  view: 'View under this trial weighting',
  explain: 'The band does not change: it shows every permitted weighting already. Only the arrow moves.',
  changes: 'What changes',
  nothing: 'Nothing tips.',
  nothingYet: 'This is the agreed weighting. Move a weight to see what tips.',
  tips: (ids) => `At these weights ${and(ids)} ${ids.length > 1 ? 'tip' : 'tips'}.`,
  down: (ids) =>
    `Under the agreed weighting ${ids.length > 1 ? 'they lie' : 'the arrow lies'} at or above the norm, in this trial below it.`,
  up: (ids) =>
    `Under the agreed weighting ${ids.length > 1 ? 'they lie' : 'the arrow lies'} below the norm, in this trial at or above it.`,
  rest: (left) => (left === 1 ? 'The other criterion stays as it is.' : `The other ${count(left)} stay as they are.`),
  restWhy: 'Their arrow stays on the same side of the norm, or there is too little evidence to tip anything.',
  advice: (ids) =>
    `If a judgement hangs on the weighting, say so in the rationale of ${and(ids)} and consider a second reader.`,
};
