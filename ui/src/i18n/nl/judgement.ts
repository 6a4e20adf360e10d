/** Words of *Oordeel*: statement, rationale, what stands in the way, establishing. */
import type { LackView, ObstacleCode } from '../../bindings/index.ts';

const obstacles: Record<ObstacleCode, (place: string) => string> = {
  statement_missing: () => 'Uitspraak van de student vastleggen',
  outcome_missing: () => 'Uitkomst kiezen',
  outcome_unknown: () => 'Een uitkomst van het kader kiezen',
  rationale_missing: () => 'Onderbouwing van het geheel schrijven',
  criterion_rationale_missing: (place) => `Onderbouwing bij ${place} schrijven`,
  citation_missing: (place) => `Citaat kiezen bij ${place}`,
  citation_broken: (place) => `Citaat bij ${place} wijst nergens naar: kies opnieuw`,
  criterion_unknown: (place) => `${place} staat niet meer in het kader: haal de woorden daarbij weg`,
  discrepancy_unanswered: (place) => `Tegenspraak op ${place.split(':')[0]} beantwoorden`,
  vraak_not_met: (place) => `${place.charAt(0).toUpperCase()}${place.slice(1)} aanvullen of beredeneerd afwijken`,
  saturation_missing: () => 'Vraag naar verzadiging beantwoorden',
  not_saturated: () => 'Nog niet genoeg: aanvullen of beredeneerd afwijken',
  picture_differs: () => 'Zeg in één zin waarom beeld en uitkomst verschillen',
  mandate_missing: () => 'Er is geen mandaat op deze datum: leg het vast in Instellingen',
};

function lack(found: LackView): string {
  switch (found.lack) {
    case 'nothingCounts':
      return 'er telt nog niets mee';
    case 'sources':
      return `${found.has} van ${found.asked} bronnen`;
    case 'authors':
      return `${found.has} van ${found.asked} auteurs`;
    case 'quadrants':
      return `${found.has} van ${found.asked} kwadranten`;
    case 'unmarked':
      return `${found.count} van ${found.of} punten zonder duiding`;
    case 'untouched':
      return `nog niets over ${found.criterion}`;
    case 'unvouched':
      return `${found.count} van ${found.of} punten zonder auteur of herkomst`;
    case 'outsideYear':
      return `${found.count} punten buiten het studiejaar`;
    case 'nothingLate':
      return 'niets uit periode 3 of 4';
    case 'tooFew':
      return `${found.criterion} heeft ${found.has} punt van ${found.asked}`;
  }
}

const numbers = [
  'nul',
  'één',
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
const spelled = (of: number) => numbers[of] ?? String(of);
/** A capital carries no accent that only says where the stress lies: één, Eén. */
const upper = (text: string) => text.charAt(0).normalize('NFD').charAt(0).toUpperCase() + text.slice(1);
/** What stands in front of the places when more of one kind are still to do; each place is a link of its own. */
const kinds: Partial<Record<ObstacleCode, string>> = {
  criterion_rationale_missing: 'Onderbouwing bij',
  citation_missing: 'Citaat kiezen bij',
  citation_broken: 'Citaat opnieuw kiezen bij',
  criterion_unknown: 'Niet meer in het kader, woorden weghalen bij',
  discrepancy_unanswered: 'Tegenspraak beantwoorden bij',
  vraak_not_met: 'Aanvullen of afwijken bij',
};
/** What was passed with a reason. */
const passed: Record<ObstacleCode, (place: string) => string> = {
  statement_missing: () => 'Zonder uitspraak van de student',
  outcome_missing: () => 'Zonder uitkomst',
  outcome_unknown: () => 'Uitkomst buiten het kader',
  rationale_missing: () => 'Zonder onderbouwing van het geheel',
  criterion_rationale_missing: (place) => (place ? `Zonder onderbouwing bij ${place}` : 'Criteria zonder onderbouwing'),
  citation_missing: (place) => (place ? `Zonder citaat bij ${place}` : 'Criteria zonder citaat'),
  citation_broken: (place) => `Citaat bij ${place} wijst nergens naar`,
  criterion_unknown: (place) => `${place} staat niet in het kader`,
  discrepancy_unanswered: (place) =>
    place ? `Tegenspraak op ${place.split(':')[0]} niet beantwoord` : 'Tegenspraak niet beantwoord',
  vraak_not_met: (place) => (place ? `VRAAK: ${place} niet voldaan` : 'VRAAK niet voldaan'),
  saturation_missing: () => 'Vraag naar verzadiging niet beantwoord',
  not_saturated: () => 'Er is nog niet genoeg',
  picture_differs: () => 'Beeld en uitkomst verschillen',
  mandate_missing: () => 'Zonder mandaat',
};

export const judgement = {
  title: 'Oordeel',
  statement: (kan: string, wil: string) => `kan ${kan} · wil ${wil}`,
  statementOf: (day: string) => `uitspraak van ${day}`,
  noStatement: 'De student heeft nog geen uitspraak gedaan.',
  addStatement: 'Uitspraak vastleggen',
  kan: 'Kan ik leraar worden?',
  wil: 'Wil ik leraar worden?',
  answers: { ja: 'ja', nee: 'nee', twijfel: 'twijfel' } as Record<string, string>,
  statementChoose: 'kies',
  statementLacks: 'Dit ontbreekt nog.',
  argument: 'Argument van de student',
  date: 'Datum',
  save: 'Leg vast',
  perCriterion: 'Onderbouwing per criterium',
  rationaleOf: (id: string) => `Onderbouwing ${id}`,
  whole: 'Onderbouwing van het geheel',
  cite: 'Citeer selectie',
  citeAny: 'Kies een passage',
  citeNone: 'Geen passages geduid op dit criterium.',
  uncite: 'Haal citaat weg',
  clash: (minority: string, other: string) => `${minority} tegenover ${other}. Wat verklaart het verschil?`,
  answer: (id: string) => `Antwoord op de tegenspraak bij ${id}`,
  vraak: 'VRAAK',
  lack,
  fine: (names: string) => `${names} voldaan`,
  saturation: 'Verzadiging: zou een volgend datapunt dit nog veranderen?',
  enough: 'nee, er is genoeg',
  notEnough: 'ja, er is nog niet genoeg',
  why: 'Waarom',
  saturationWhy: 'Bij verzadiging opschrijven waarom',
  whyFirst: 'Kies eerst een antwoord, dan schrijf je hier waarom.',
  outcome: 'Uitkomst',
  feedforward: 'Feedforward',
  deviations: 'Beredeneerd afwijken',
  deviate: 'Wijk beredeneerd af',
  reason: 'Reden, komt op het formulier',
  todo: (count: number) =>
    count === 0 ? 'Alles is gereed' : count === 1 ? 'Nog één punt' : `Nog ${spelled(count)} punten`,
  obstacle: (code: ObstacleCode, place: string) => obstacles[code](place),
  establish: 'Vaststellen',
  confirmTitle: 'Oordeel vaststellen?',
  confirmText: 'Na het vaststellen verandert er niets meer. Alleen een herziening, met reden, kan het vervangen.',
  established: (by: string, day: string) => `Vastgesteld door ${by} op ${day}`,
  toForm: 'Naar het formulier',
  revise: 'Herziening beginnen',
  reviseReason: 'Waarom is een herziening nodig?',
  newAttempt: 'Nieuwe gelegenheid',
  revision: 'herziening',
  earlier: (attempt: number, outcome: string, day: string) => `Gelegenheid ${attempt}: ${outcome}, ${day}`,
  replaced: 'vervangen',
  ready: 'gereed',
  attention: 'vraagt aandacht',
  draft: 'concept',
  notKept: (problem: string) => `Nog niet bewaard: ${problem}`,
  again: 'Opnieuw',
  empty: 'nog leeg',
  noAnswer: 'Nog geen antwoord',
  clashLater: 'Waar bronnen elkaar tegenspreken, zie je zodra je een voorlopige uitkomst kiest.',
  clashAsk: 'Wat verklaart het verschil?',
  clashOf: (minorities: string[], others: string[]) => `${minorities.join(' en ')} tegenover ${others.join(' en ')}.`,
  dropHere: 'Laat hier los om te citeren',
  citeHow: 'C citeert de selectie in de lezer; een passage of punt kan er ook naartoe worden gesleept.',
  cited: (id: string) => `Citaat toegevoegd bij ${id}.`,
  uncited: (id: string) => `Citaat weggehaald bij ${id}.`,
  unciteOf: (text: string) => `Haal citaat weg: ${text.slice(0, 60)}`,
  openOf: 'Open de passage',
  earlierStatements: (count: number) =>
    count === 1 ? 'Eén eerdere uitspraak' : `${upper(spelled(count))} eerdere uitspraken`,
  earlierTitle: 'Eerdere oordelen',
  kind: (code: ObstacleCode) => kinds[code] ?? '',
  passed: (code: ObstacleCode, place: string) => passed[code](place),
  undeviate: 'Wijk niet meer af',
  deviateFor: 'Waarvoor',
  deviateAll: (places: string) => `Alle: ${places}`,
  deviateHelp: 'De reden wordt bewaard en op het formulier gedrukt.',
  blocked: (todo: string, first: string) => `${todo}. Eerst: ${first}.`,
  fixes: 'Dit ligt daarna vast',
  fixOutcome: (outcome: string) => `Uitkomst: ${outcome}`,
  fixWords: (criteria: number, citations: number) =>
    `Onderbouwing bij ${spelled(criteria)} criteria, met ${citations === 1 ? 'één citaat' : `${spelled(citations)} citaten`}`,
  fixAnswers: (count: number) => `${upper(spelled(count))} ${count === 1 ? 'antwoord' : 'antwoorden'} op tegenspraak`,
  fixDeviations: (count: number) =>
    `${upper(spelled(count))} ${count === 1 ? 'beredeneerde afwijking' : 'beredeneerde afwijkingen'}, op het formulier`,
  fixFreeze: 'De gewichten van dit partnerschap, voor het hele cohort',
  freezes:
    'Dit is het eerste oordeel dat wordt vastgesteld: daarmee ligt de weging vast voor het hele cohort. Daarna verandert niemand haar nog.',
  weightsReason: 'Waarom deze weging? Komt op elk formulier',
  changedSince:
    'Sinds het vaststellen kwam er bewijs bij of veranderde het; het oordeel rust op wat er toen was. Met een herziening weeg je het mee.',
  gone: 'Dit datapunt is er niet meer.',
  revising: 'Je herziet een vastgesteld oordeel. Tot je opnieuw vaststelt, blijft dat gelden.',
  dropRevision: 'Laat herziening vallen',
  revisionDropped: 'De herziening is gevallen; het oordeel blijft zoals het was. Met Ctrl+Z komt ze terug.',
  idle: 'Niet meer nodig: komt niet op het formulier.',
  unworded: (id: string) => `Woorden bij ${id} weggehaald. Met Ctrl+Z komen ze terug.`,
};
