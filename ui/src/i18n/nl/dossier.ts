/** The dossier: sources, weighing, judgement. */
import type { LackView, ObstacleCode } from '../../bindings/index.ts';

const obstacles: Record<ObstacleCode, (place: string) => string> = {
  statement_missing: () => 'Uitspraak van de student vastleggen',
  outcome_missing: () => 'Uitkomst kiezen',
  outcome_unknown: () => 'Een uitkomst van het kader kiezen',
  rationale_missing: () => 'Onderbouwing van het geheel schrijven',
  criterion_rationale_missing: (place) => `Onderbouwing bij ${place} schrijven`,
  citation_missing: (place) => `Citaat kiezen bij ${place}`,
  citation_broken: (place) => `Citaat bij ${place} wijst nergens naar: kies opnieuw`,
  criterion_unknown: (place) => `${place} staat niet in het kader`,
  discrepancy_unanswered: (place) => `Tegenspraak op ${place.split(':')[0]} beantwoorden`,
  vraak_not_met: (place) => `${place.charAt(0).toUpperCase()}${place.slice(1)} aanvullen of beredeneerd afwijken`,
  saturation_missing: () => 'Vraag naar verzadiging beantwoorden',
  not_saturated: () => 'Nog niet genoeg: aanvullen of beredeneerd afwijken',
  picture_differs: () => 'Zeg in één zin waarom beeld en uitkomst verschillen',
  mandate_missing: () => 'Er is geen mandaat op deze datum',
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

export const dossier = {
  place: (at: number, of: number) => `${at} van ${of}`,
  attempt: (attempt: number) => `gelegenheid ${attempt}`,
  standings: {
    'positief-leerklimaat': 'Positief leerklimaat',
    onderwijsactiviteit: 'Onderwijsactiviteit',
    lerende: 'De lerende',
  } as Record<string, string>,
  unknown: 'onbekend',
  previous: 'Vorig dossier',
  next: 'Volgend dossier',
  sources: {
    title: 'Bronnen',
    count: (count: number) => (count === 1 ? '1 datapunt' : `${count} datapunten`),
    timeline: 'Tijdlijn van het studiejaar: datapunten per bron',
    now: 'nu',
    reader: 'Lezer',
    authorUnknown: 'auteur onbekend',
    established: 'Vastgesteld met de student',
    notEstablished: 'Nog niet vastgesteld: telt niet mee',
    establish: 'Markeer als vastgesteld',
    undoEstablish: 'Toch niet vastgesteld',
    original: 'origineel',
    by: (name: string) => `ingebracht door ${name}`,
    moments: {
      kennismaking: 'Kennismaking',
      startgesprek: 'Startgesprek',
      tussenevaluatie: 'Tussenevaluatie',
      eindevaluatie: 'Eindevaluatie',
      overig: 'Bijdrage',
    } as Record<string, string>,
    counts: { full: 'telt mee', half: 'telt half mee', none: 'telt hier niet mee' },
    pick: 'Duiding bij deze passage',
    pickHint: 'Kies een criterium (1–9) en een niveau (q w e r), of x voor niet waargenomen.',
    whole: 'hele datapunt',
    wholeMark: 'Duid het hele datapunt',
    notObserved: 'niet waargenomen',
    remove: 'Haal duiding weg',
    marked: (criterion: string, level: string) => `${criterion} ${level}`,
    announce: (criterion: string, stance: string) => `${criterion}: ${stance}.`,
    empty: 'Er is nog geen bewijs. Sleep een bestand op het venster, of typ of plak een datapunt.',
    add: 'Datapunt typen of plakken',
    removePoint: 'Haal datapunt weg',
    earlier: 'Vorig datapunt',
    later: 'Volgend datapunt',
    form: {
      title: 'Datapunt toevoegen',
      source: 'Bron',
      author: 'Auteur',
      role: 'Rol',
      date: 'Datum',
      moment: 'Moment',
      quadrant: 'Kwadrant',
      noQuadrant: 'niet gezegd',
      established: 'Feedback is vastgesteld met de student',
      text: 'Wat er gezegd is',
      save: 'Voeg toe',
    },
    quadrants: {
      'acquisitie-geconstrueerd': 'acquisitie, geconstrueerd',
      'acquisitie-realistisch': 'acquisitie, realistisch',
      'participatie-geconstrueerd': 'participatie, geconstrueerd',
      'participatie-realistisch': 'participatie, realistisch',
    } as Record<string, string>,
  },
  weighing: {
    title: 'Weging',
    whatIf: 'Wat als…',
    caption: 'Gewogen beeld per criterium',
    criterion: 'Criterium',
    coverage: 'Dekking',
    band: 'Beeld',
    domains: { kan: 'kan', wil: 'wil', onderbouwing: 'onderbouwing' } as Record<string, string>,
    norm: 'norm',
    none: 'geen',
    missing: 'mist',
    complete: 'volledig',
    without: (letters: string) => `zonder ${letters}`,
    cell: (label: string, count: number, levels: string) =>
      `${label}: ${count === 1 ? '1 punt telt mee' : `${count} punten tellen mee`}: ${levels}`,
    cellBeside: (label: string, levels: string) => `${label}, staat ernaast: ${levels}`,
    cellMissing: (label: string) => `${label}: ontbreekt`,
    cellUnused: (label: string) => `${label}: bewust niet ingezet`,
    cellEmpty: (label: string) => `${label}: wordt hier niet verwacht`,
    decisive: 'bepalende bron',
    against: (minority: string, others: string) => `${minority} tegen ${others}`,
    decides: (letters: string) => `${letters} bepaalt`,
    counted: (count: number, asked: number) =>
      `${count} ${count === 1 ? 'punt telt' : 'punten tellen'} mee, ${asked} nodig`,
    sentence: {
      above: (id: string) => `${id} ligt op of boven de norm, bij elke toegestane weging.`,
      below: (id: string) => `${id} ligt onder de norm, bij elke toegestane weging.`,
      depends: (id: string) =>
        `${id} hangt af van de weging: binnen de afgesproken bandbreedtes kan het beide kanten op.`,
      incomplete: (id: string) => `Over ${id} is te weinig bekend om een beeld te geven.`,
    },
    clash: (minority: string, other: string) => `${minority} zegt iets anders dan ${other}.`,
    self: {
      higher: 'De student ziet zichzelf hoger dan de anderen. Wat verklaart dat?',
      lower: 'De student ziet zichzelf lager dan de anderen. Wat verklaart dat?',
      close: 'Het zelfbeeld ligt dicht bij dat van de anderen.',
    } as Record<string, string>,
    hidden: 'verborgen tot je voorlopige uitkomst',
    legend: { full: 'telt mee', half: 'telt half', none: 'telt niet', decisive: 'bepaalt', clash: 'tegenspraak' },
    summary: (above: number, of: number) => `${above} van ${of} criteria op of boven de norm.`,
    position: (level: string) => `afgesproken weging bij ${level}`,
  },
  whatIf: {
    title: 'Wat als…',
    text: 'Je kijkt met andere gewichten. Er wordt niets bewaard.',
    back: 'Terug naar de afgesproken weging',
    weight: (label: string) => `Gewicht van ${label}`,
    agreed: (weight: number) => `afgesproken ${weight} %`,
    explain: 'De band verandert niet: die geldt voor elke toegestane weging. Alleen de pijl verschuift.',
    noRoom: 'Binnen de bandbreedtes is hier geen ruimte.',
  },
  judgement: {
    title: 'Oordeel',
    statement: (kan: string, wil: string) => `kan ${kan} · wil ${wil}`,
    statementOf: (day: string) => `uitspraak van ${day}`,
    noStatement: 'De student heeft nog geen uitspraak gedaan.',
    addStatement: 'Uitspraak vastleggen',
    kan: 'Kan ik leraar worden?',
    wil: 'Wil ik leraar worden?',
    answers: { ja: 'ja', nee: 'nee', twijfel: 'twijfel' } as Record<string, string>,
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
    outcome: 'Uitkomst',
    feedforward: 'Feedforward',
    deviations: 'Beredeneerd afwijken',
    deviate: 'Wijk beredeneerd af',
    reason: 'Reden, komt op het formulier',
    todo: (count: number) => (count === 0 ? 'Alles is gereed' : count === 1 ? 'Nog één punt' : `Nog ${count} punten`),
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
  },
};
