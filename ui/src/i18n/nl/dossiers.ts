/** The table of dossiers. */
import type { LetterCode, MetCode, NextStep } from '../../bindings/index.ts';

const next: Record<NextStep['step'], string> = {
  requestEvidence: 'Bewijs vragen',
  requestStatement: 'Uitspraak vragen',
  answerDiscrepancy: 'Tegenspraak beantwoorden',
  markPassages: 'Passages duiden',
  substantiate: 'Onderbouwen',
  establish: 'Vaststellen',
  sign: 'Ondertekenen',
  done: '–',
};
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
  intro: (count: number, due: number) =>
    `${count} eerstejaars. ${due === 0 ? 'Er is niets te laat.' : due === 1 ? 'Eén dossier is te laat.' : `${due} dossiers zijn te laat.`}`,
  show: 'Toon',
  filters: {
    all: 'alle',
    missing: 'bron ontbreekt',
    discrepancy: 'tegenspraak',
    toSign: 'te ondertekenen',
    overdue: 'te laat',
  },
  search: 'Zoek naam of nummer',
  sort: 'Per school, op naam',
  add: 'Bewijs toevoegen',
  sign: (count: number) => `Onderteken ${count}`,
  pick: 'Kies',
  pickOne: (name: string) => `Kies ${name}`,
  student: 'Student',
  number: 'Nummer',
  subject: 'Vak',
  sources: 'Bronnen',
  statement: 'Uitspraak',
  vraak: 'VRAAK',
  stances: 'Beeld: kan, wil, onderbouwing',
  state: 'Staat',
  next: 'Volgende stap',
  deadline: 'Uiterlijk',
  kan: 'kan',
  wil: 'wil',
  noStatement: 'nog geen',
  unused: (label: string) => `${label} niet ingezet`,
  count: (label: string, count: number) => `${label}: ${count === 0 ? 'ontbreekt' : count}`,
  steps: next,
  letters,
  mets,
  week: (week: number, count: number) => `week ${week}: ${count}`,
  weeks: 'Periode 4, één vakje per dossier, gevuld is vastgesteld',
  empty: 'Er zijn nog geen studenten. Sleep een studentenlijst (CSV of Excel) op dit venster, of kies een bestand.',
  none: 'Geen dossier past bij deze keuze.',
  bars: (above: number, depends: number, below: number, incomplete: number) =>
    `${above} op of boven, ${depends} hangt af van de weging, ${below} eronder, ${incomplete} onvolledig`,
  signed: (count: number) =>
    count === 1 ? 'Eén formulier ondertekend en weggeschreven.' : `${count} formulieren ondertekend en weggeschreven.`,
  table: 'Tabel met dossiers',
};
