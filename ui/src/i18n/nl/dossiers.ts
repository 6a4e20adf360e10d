/** The table of dossiers. */
import type { AnswerCode, DeadlinesView, FrameworkView, LetterCode, MetCode, NextStep } from '../../bindings/index.ts';
import { number } from './count.ts';

function step(next: NextStep, framework: FrameworkView): string {
  const label = (id: string) => framework.sources.find((source) => source.id === id)?.label ?? id;
  switch (next.step) {
    case 'requestEvidence':
      return `${label(next.source)} opvragen`;
    case 'establishEvidence':
      return `${label(next.source)} vaststellen`;
    case 'requestStatement':
      return 'Uitspraak vragen';
    case 'answerDiscrepancy':
      return `Tegenspraak op ${next.criterion}`;
    case 'markPassages':
      return `Passages duiden bij ${next.criterion}`;
    case 'substantiate':
      return 'Onderbouwen';
    case 'propose':
      return 'Voorleggen aan examinator';
    case 'establish':
      return 'Vaststellen';
    case 'sign':
      return 'Ondertekenen';
    case 'done':
      return '';
  }
}
/** What is due, as it is once done. */
const works: Record<keyof DeadlinesView, string> = {
  evidence: 'bewijs compleet',
  statement: 'uitspraak binnen',
  judgement: 'oordeel vastgesteld',
  signature: 'formulier ondertekend',
};
const answers: Record<AnswerCode, string> = { ja: 'ja', nee: 'nee', twijfel: 'twijfel' };
const letters: Record<LetterCode, string> = {
  variatie: 'Variatie',
  relevantie: 'Relevantie',
  authenticiteit: 'Authenticiteit',
  actualiteit: 'Actualiteit',
  kwantiteit: 'Kwantiteit',
};
const mets: Record<MetCode, string> = { met: 'voldaan', attention: 'aandacht', not_met: 'niet voldaan' };

export const dossiers = {
  title: 'Dossiers',
  /** `late` is null once that is no longer counted. */
  intro: (count: number, week: number | null, late: number | null) =>
    [
      count === 1 ? '1 eerstejaars.' : `${number(count)} eerstejaars.`,
      week === null
        ? ''
        : week === 0
          ? 'Deze week hoeft er niets af.'
          : `Bij ${week === 1 ? 'één' : number(week)} moet er deze week nog iets af.`,
      late === null
        ? ''
        : late === 0
          ? 'Er is niets te laat.'
          : late === 1
            ? 'Eén is te laat.'
            : `${number(late)} zijn te laat.`,
    ]
      .filter(Boolean)
      .join(' '),
  show: 'Toon',
  filters: {
    all: 'alle',
    missing: 'bron ontbreekt',
    discrepancy: 'tegenspraak',
    toSign: 'te ondertekenen',
    overdue: 'te laat',
  },
  search: 'Zoek naam of nummer',
  missingOf: (label: string, count: number) => `${label} ontbreekt (${number(count)})`,
  bySchool: 'Per school',
  noSchool: 'Zonder school',
  students: (count: number) => (count === 1 ? '1 student' : `${number(count)} studenten`),
  picked: (count: number) => `${number(count)} gekozen.`,
  export: (count: number) => `Exporteer ${number(count)}`,
  exported: (count: number) => `Overzicht van ${number(count)} ${count === 1 ? 'dossier' : 'dossiers'} geschreven.`,
  signing: 'Formulieren ondertekenen',
  showAll: 'Toon alle dossiers',
  missing: 'mist',
  late: ', te laat',
  step,
  answers,
  domains: { kan: 'kan', wil: 'wil', onderbouwing: 'ond.' } as Record<string, string>,
  legend: { counts: 'telt mee', waiting: 'nog vast te stellen', missing: 'ontbreekt', unused: 'bewust niet ingezet' },
  keys: { move: 'op en neer', open: 'open', pick: 'kies', filter: 'filter' },
  add: 'Bewijs toevoegen',
  sign: (count: number) => `Onderteken ${number(count)}`,
  pick: 'Kies',
  pickOne: (name: string) => `Kies ${name}`,
  student: 'Student',
  number: 'Nummer',
  subject: 'Vak',
  sources: 'Bronnen',
  statement: 'Uitspraak',
  vraak: 'VRAAK',
  picture: 'beeld',
  stances: 'Beeld: kan, wil, onderbouwing',
  state: 'Stand',
  next: 'Volgende stap',
  deadline: 'Deadline',
  kan: 'kan',
  wil: 'wil',
  noStatement: 'nog geen',
  unused: (label: string) => `${label} niet ingezet`,
  waiting: (label: string, count: number) => `${label}: ${count} nog niet vastgesteld`,
  count: (label: string, count: number) => `${label}: ${count === 0 ? 'ontbreekt' : count}`,
  letters,
  mets,
  week: (week: number, work: (keyof DeadlinesView)[], due: number, done: number) =>
    `week ${week}: ${work.length === 0 ? 'niets' : `${work.map((one) => works[one]).join(', ')} bij ${number(done)} van ${number(due)}`}`,
  thisWeek: 'deze week',
  weeksOf: (each: number) => `Periode 4: wat wanneer af moet, één vakje per ${each} dossiers, gevuld is af`,
  weeksLow: 'Periode 4: week, af van wat af moet',
  weeks: 'Periode 4: wat wanneer af moet, één vakje per dossier, gevuld is af',
  toKader: 'Naar het kader',
  empty: 'Er zijn nog geen studenten. Sleep een studentenlijst (CSV of Excel) op dit venster, of kies een bestand.',
  none: 'Geen dossier past bij deze keuze.',
  shown: (count: number) => (count === 1 ? '1 dossier getoond.' : `${number(count)} dossiers getoond.`),
  bars: (above: number, depends: number, below: number, incomplete: number) =>
    `${above} op of boven, ${depends} hangt af van de weging, ${below} eronder, ${incomplete} onvolledig`,
  table: 'Tabel met dossiers',
};
