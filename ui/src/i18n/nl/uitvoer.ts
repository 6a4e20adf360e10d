/** Writing what other systems take: the overview, results for Brightspace and OSIRIS. */
import type { OutputFate, OutputSystem } from '../../bindings/index.ts';
import { number } from './count.ts';

const fates: Record<OutputFate, string> = {
  filled: 'wordt ingevuld',
  replaced: 'wordt vervangen',
  same: 'staat er al',
  occupied: 'blijft staan: er staat al iets anders',
  noResult: 'niets ingevuld: geen vastgesteld oordeel',
  noCode: 'niets ingevuld: geen code gekozen',
  likeFormula: 'niets ingevuld: zou in Excel een formule zijn; vul zelf in',
  twice: 'niet veranderd: staat meer dan eens in het bestand',
  stranger: 'niet veranderd: staat niet in dit werkbestand',
  missing: 'staat niet in het bestand',
};
const systems: Record<'overview' | OutputSystem, { name: string; about: string }> = {
  overview: { name: 'Overzicht', about: 'Excel, een rij per dossier, in woorden' },
  brightspace: { name: 'Brightspace', about: 'CSV met het resultaat als tekst' },
  osiris: { name: 'OSIRIS', about: 'je eigen cijferinvoerbestand, ingevuld' },
};

export const uitvoer = {
  title: (count: number) => (count === 1 ? 'Exporteer 1 dossier' : `Exporteer ${number(count)} dossiers`),
  what: 'Wat je schrijft',
  systems,
  onlyInForce: 'Alleen vastgestelde oordelen die nu gelden gaan mee; uitspraak en onderbouwing nooit.',
  file: 'In welk bestand',
  newFile: 'een nieuw bestand',
  ownFile: 'mijn eigen export van cijfers',
  choose: 'Kies bestand…',
  dropHere: 'of sleep het hierheen',
  item: 'Beoordelingsitem',
  itemHint: 'zoals het in Brightspace heet',
  replace: 'Vervang ook wat er al staat',
  codes: 'Codes van OSIRIS',
  codesHint:
    'Dit sjabloon staat deze codes toe. Kies bij elke uitkomst de code die erbij hoort; dat onthoudt het werkbestand.',
  outcome: 'Uitkomst',
  code: 'Code',
  noCode: 'niets invullen',
  noProposal: 'kies een code',
  proposal: 'voorstel',
  confirm: 'Deze codes kloppen',
  confirmFirst: 'Zolang je niet hebt gekozen, wordt er niets geschreven.',
  column: (column: string, sheet: string) => (sheet ? `Kolom ‘${column}’ op blad ‘${sheet}’` : `Kolom ‘${column}’`),
  attempt: (attempt: number) => `gelegenheid ${attempt}`,
  otherYear: (year: string) =>
    `Let op: dit bestand noemt collegejaar ${year}; dat is een ander jaar dan dit werkbestand.`,
  sum: (filled: number, same: number, left: number) =>
    [
      filled === 1 ? '1 resultaat wordt ingevuld' : `${filled} resultaten worden ingevuld`,
      same > 0 ? `${same} ${same === 1 ? 'staat' : 'staan'} er al` : '',
      left === 0 ? 'niets blijft over' : `${left} ${left === 1 ? 'vraagt' : 'vragen'} je aandacht`,
    ]
      .filter(Boolean)
      .join(', '),
  untouched: 'Al het andere in het bestand blijft zoals het is.',
  attention: 'Wat je moet weten',
  fills: 'Wat wordt ingevuld',
  table: {
    student: 'Student',
    number: 'Nummer',
    row: 'Rij',
    outcome: 'Oordeel',
    value: 'In het bestand',
    fate: 'Wat er gebeurt',
  },
  unknown: 'onbekend',
  showAll: (count: number) => `Toon alle ${number(count)}`,
  waits: 'Kies eerst een bestand; dan zie je wat er wordt ingevuld.',
  write: 'Kies waar en schrijf',
  written: (count: number) => (count === 1 ? '1 resultaat geschreven.' : `${number(count)} resultaten geschreven.`),
  fates,
  looking: 'Het bestand wordt bekeken',
};
