/** Words of the weighted view and of *wat als*. */

const numbers = [
  'nul',
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
];
const count = (of: number) => numbers[of] ?? String(of);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const and = (names: string[], last = 'en') =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
/** Names up to three, above that how many. */
const who = (names: string[]) => (names.length <= 3 ? and(names) : `${count(names.length)} criteria`);
const below = (name: string) => name.toLowerCase();

/** Criteria by how they stand; each list in the order of the framework. */
export type Standing = { of: number; above: string[]; depends: string[]; below: string[]; incomplete: string[] };

export const weighing = {
  title: 'Weging',
  whatIf: 'Wat als…',
  caption: 'Gewogen beeld per criterium. Pijltjes lopen door de cellen, Enter opent de passage.',
  criterion: 'Criterium',
  coverage: 'Dekking',
  band: 'Beeld over elke toegestane weging',
  domains: { kan: 'kan', wil: 'wil', onderbouwing: 'onderbouwing' } as Record<string, string>,
  self_: 'zelfbeeld',
  norm: 'norm',
  none: 'geen',
  missing: 'mist',
  complete: 'volledig',
  nothing: 'nog niets',
  only: (letters: string) => `alleen ${letters}`,
  without: (letters: string) => `zonder ${letters}`,
  source: (label: string, weight: number) => `${label}, gewicht ${weight} procent`,
  cell: (label: string, counted: number, levels: string) =>
    `${label}: ${counted === 1 ? '1 punt telt mee' : `${counted} punten tellen mee`}: ${levels}`,
  cellBeside: (label: string, levels: string) => `${label} (zelfbeeld, telt hier niet mee): ${levels}`,
  cellAside: (label: string, levels: string) => `${label}, telt hier niet mee: ${levels}`,
  cellMissing: (label: string) => `${label}: ontbreekt`,
  cellUnused: (label: string) => `${label}: bewust niet ingezet`,
  cellEmpty: (label: string) => `${label}: wordt hier niet verwacht`,
  mark: (level: string, how: string) => (how ? `${level} (${how})` : level),
  marks: { half: 'telt half', none: 'telt niet' },
  between: (low: string, high: string) => `tussen ${low} en ${high}`,
  decisive: 'bepalende bron',
  dot: (author: string, day: string, level: string) => `${author}, ${day}: ${level}`,
  opened: (at: number, of: number, what: string) => (of > 1 ? `${at} van ${of}: ${what}` : what),
  against: (minority: string, others: string) => `${minority} tegen ${others}`,
  decides: (letters: string) => (letters.includes(',') ? `${letters} bepalen` : `${letters} bepaalt`),
  counted: (counted: number, asked: number) =>
    `${counted} ${counted === 1 ? 'punt telt' : 'punten tellen'} mee, ${asked} nodig`,
  sentence: {
    above: 'Geen toegestane weging brengt dit criterium onder de norm.',
    below: 'Geen toegestane weging brengt dit criterium op de norm.',
    depends: 'Binnen de afgesproken bandbreedtes kan het beeld beide kanten op.',
    incomplete: 'Er is te weinig om een beeld te geven.',
    tips: (heavier: string[], lighter: string[], down: boolean) => {
      const parts = [
        heavier.length > 0 ? `${and(heavier.map(below), 'of')} zwaarder` : '',
        lighter.length > 0 ? `${and(lighter.map(below), 'of')} lichter` : '',
      ].filter(Boolean);
      return `Weegt ${parts.join(' of ')}, dan ligt het beeld ${down ? 'onder' : 'op of boven'} de norm.`;
    },
    missing: (labels: string[]) => `Er ontbreekt: ${labels.map(below).join(', ')}.`,
    clash: (minorities: string[], others: string[]) =>
      `${upper(and(minorities.map(below)))} ${minorities.length > 1 ? 'spreken' : 'spreekt'} ${and(others.map(below))} tegen.`,
    decides: (labels: string[]) =>
      `Zonder ${and(labels.map(below), 'of')} valt het beeld aan de andere kant van de norm.`,
  },
  self: {
    higher: (name: string) => `${name} ziet zichzelf hoger dan de anderen: wat verklaart dat?`,
    lower: (name: string) => `${name} ziet zichzelf lager dan de anderen: wat verklaart dat?`,
    close: (name: string) => `${name} ziet zichzelf zoals de anderen.`,
  },
  stances: {
    above: 'eenduidig op of boven de norm',
    below: 'eenduidig onder de norm',
    depends: 'hangt af van de weging',
    incomplete: 'nog onvolledig',
  },
  hidden: 'verborgen tot je voorlopige uitkomst',
  hiddenSum: 'Eerst oordelen: het beeld verschijnt zodra je een voorlopige uitkomst kiest. De punten staan er al.',
  legend: {
    title: 'Tekens',
    full: 'telt mee',
    half: 'half',
    none: 'niet',
    band: 'elke toegestane weging, pijl: de afgesproken',
    decisive: 'bepaalt',
    clash: 'tegenspraak',
    trial: 'proefweging',
    agreed: 'afgesproken weging',
    self_: 'zelfbeeld',
    below: 'onder de norm',
    open: 'als het ontbrekende binnenkwam',
  },
  summary: (found: Standing): { quiet: string; loud: string } => {
    const all = found.above.length;
    const quiet =
      all === found.of
        ? `Alle ${count(found.of)} criteria op of boven de norm.`
        : all === 0
          ? 'Nog geen criterium eenduidig op of boven de norm.'
          : `${upper(count(all))} ${all === 1 ? 'criterium' : 'criteria'} op of boven de norm.`;
    const one = (ids: string[], single: string, more: string) =>
      ids.length === 0 ? '' : `${who(ids)} ${ids.length === 1 ? single : more}`;
    const loud = [
      one(found.depends, 'hangt af van de weging', 'hangen af van de weging'),
      one(found.below, 'ligt eronder', 'liggen eronder'),
      one(found.incomplete, 'is onvolledig', 'zijn onvolledig'),
    ]
      .filter(Boolean)
      .join(', ');
    return { quiet, loud: loud ? `${upper(loud)}.` : '' };
  },
};

export const whatIf = {
  title: 'Wat als…',
  text: (name: string) =>
    `Een proefweging. Hier wordt niets bewaard; voor ${name} blijft de afgesproken weging gelden.`,
  back: 'Terug naar de afgesproken weging',
  weights: 'Gewichten',
  together: (sum: number) => `samen ${sum} %`,
  rule: 'Schuif binnen de band. De andere bronnen bewegen naar verhouding mee, binnen hun eigen band.',
  was: (weight: number) => `was ${weight}`,
  agreed: 'afgesproken',
  unused: 'niet ingezet',
  value: (weight: number, min: number, max: number, agreed: number, tips: string[]) =>
    [`${weight} procent, toegestaan ${min} tot ${max}, afgesproken ${agreed}`, ...tips].join('; '),
  tip: (id: string) => `${id} kantelt`,
  tipAt: (ids: string[], weight: number) =>
    `${and(ids)} ${ids.length > 1 ? 'kantelen' : 'kantelt'} bij ongeveer ${weight} procent`,
  toTip: (ids: string[]) => `Naar waar ${and(ids)} ${ids.length > 1 ? 'kantelen' : 'kantelt'}`,
  reset: 'Zet terug op afgesproken',
  view: 'Beeld bij deze proefweging',
  explain: 'De band verandert niet: die toont elke toegestane weging al. Alleen de pijl schuift.',
  changes: 'Wat verandert er',
  nothing: 'Er kantelt niets.',
  nothingYet: 'Dit is de afgesproken weging. Schuif een gewicht om te zien wat er kantelt.',
  tips: (ids: string[]) => `Bij deze gewichten ${ids.length > 1 ? 'kantelen' : 'kantelt'} ${and(ids)}.`,
  down: (ids: string[]) =>
    `Bij de afgesproken weging ${ids.length > 1 ? 'liggen ze' : 'ligt de pijl'} op of boven de norm, bij deze proef eronder.`,
  up: (ids: string[]) =>
    `Bij de afgesproken weging ${ids.length > 1 ? 'liggen ze' : 'ligt de pijl'} onder de norm, bij deze proef erop of erboven.`,
  rest: (left: number) =>
    left === 1 ? 'Het andere criterium blijft gelijk.' : `De andere ${count(left)} blijven gelijk.`,
  restWhy: 'Hun pijl blijft aan dezelfde kant van de norm, of er is te weinig bewijs om iets te kantelen.',
  advice: (ids: string[]) =>
    `Hangt een oordeel op de weging, benoem dat dan in de onderbouwing van ${and(ids)} en overweeg een tweede lezer.`,
};
