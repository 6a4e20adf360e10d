/** The framework with its versions, the weights, and what a change of either would do. */
import type {
  FaultCode,
  LetterCode,
  MetCode,
  OriginCode,
  RefusalCode,
  StanceCode,
  VersionBrief,
} from '../../bindings/index.ts';
import { number } from './count.ts';

const shares: Record<string, string> = {
  '1/4': 'op een kwart van',
  '1/2': 'halverwege',
  '3/4': 'op drie kwart van',
};
const faults: Record<FaultCode, (values: string[]) => string> = {
  levels: () => 'Een schaal heeft twee tot tien niveaus.',
  normLine: () => 'De norm ligt buiten de schaal.',
  coverageThreshold: () => 'De drempel ligt tussen 0 en 100 %.',
  doubleId: ([id]) => `${id} komt twee keer voor. Kies een andere code.`,
  size: () => 'Er is ten minste één nodig, en niet meer dan het kader aankan.',
  band: () => 'De bandbreedte loopt van laag naar hoog en niet boven 100 %.',
  noRoom: ([least, most]) =>
    `Binnen deze banden komt geen weging op 100 uit: samen ten minste ${least}, ten hoogste ${most}.`,
  criterionSources: () => 'Kies ten minste één bron die hierop mag wegen.',
  momentFactor: () => 'Kies hoe zwaar dit moment telt.',
  outcomes: () => 'Er zijn ten minste twee verschillende uitkomsten nodig.',
  blank: () => 'Vul hier een naam in.',
  doubleName: () => 'Twee niveaus hebben dezelfde naam.',
  nothingCounts: () => 'Geen enkel moment telt mee; dan is er niets te wegen.',
  outOfReach: ([most]) => `Er kunnen er ten hoogste ${most} zijn.`,
  invalidId: () => 'Geef een code, bijvoorbeeld K5.',
};
const refusals: Record<RefusalCode, (about: string, count: number) => string> = {
  frozen: () =>
    'De weging is bevroren voor dit cohort. Alleen namen en korte namen kunnen nog veranderen; de rest begint bij een volgend cohort.',
  sourceInUse: (about, count) =>
    `De bron ${about} blijft: ${count === 1 ? 'er is 1 datapunt' : `er zijn ${number(count)} datapunten`} van. Verplaats of verwijder die eerst.`,
  criterionInUse: (about, count) =>
    `${about} blijft: ${count === 1 ? 'er hangt 1 duiding' : `er hangen ${number(count)} duidingen`} aan. Haal die eerst weg.`,
  criterionWritten: (about, count) =>
    `${about} blijft: in ${count === 1 ? '1 concept-oordeel' : `${number(count)} concept-oordelen`} staat er al tekst bij.`,
  scaleInUse: (_, count) =>
    `Het aantal niveaus blijft: ${count === 1 ? 'er is 1 duiding' : `er zijn ${number(count)} duidingen`} op deze schaal gezet, en die krijgen niet stilzwijgend een andere betekenis.`,
  levelsSwapped: (about, count) =>
    `‘${about}’ was de naam van een ander niveau. ${count === 1 ? 'Eén duiding zou' : `${number(count)} duidingen zouden`} dan iets anders zeggen; kies een nieuwe naam.`,
  outcomeInUse: (about, count) =>
    `De uitkomst ‘${about}’ blijft: ${count === 1 ? '1 concept-oordeel heeft' : `${number(count)} concept-oordelen hebben`} die gekozen.`,
  labelTaken: (about) => `Er is al een versie ‘${about}’. Kies een ander versielabel.`,
};
const letters: Record<LetterCode, string> = {
  variatie: 'variatie',
  relevantie: 'relevantie',
  authenticiteit: 'authenticiteit',
  actualiteit: 'actualiteit',
  kwantiteit: 'kwantiteit',
};
const met: Record<MetCode, string> = { met: 'voldaan', attention: 'deels voldaan', not_met: 'niet voldaan' };
const stances: Record<StanceCode, string> = {
  above: 'op of boven de norm',
  below: 'onder de norm',
  depends: 'hangt af van de weging',
  incomplete: 'onvolledig',
};
const origins: Record<OriginCode, (version: VersionBrief) => string> = {
  founded: () => 'waarmee het werkbestand begon',
  imported: (version) => `overgenomen uit ${version.reason}`,
  edited: (version) => version.reason,
};

export const kader = {
  title: 'Kader',
  proposal: 'Een voorbeeld dat je mag aanpassen, geen HAN-beleid.',
  inUse: (label: string, day: string) => `Versie ${label}, in gebruik sinds ${day}`,
  editing: (label: string) => `Je bewerkt versie ${label}. Er verandert niets tot je haar in gebruik neemt.`,
  weighing: 'Je verandert de weging. Er verandert niets tot je haar in gebruik neemt.',
  reading: (label: string) => `Je leest versie ${label}`,
  back: 'Terug naar wat in gebruik is',
  edit: 'Nieuwe versie bewerken',
  drop: 'Concept weggooien',
  dropAsk: 'Het concept weggooien?',
  dropText: 'Wat in gebruik is, blijft. Je kunt het weggooien ongedaan maken.',
  use: 'In gebruik nemen',
  used: 'In gebruik genomen.',
  whyVersion: 'Waarom deze versie? (verplicht)',
  whyMissing: 'Vul eerst de reden in.',
  notReady: 'Los eerst op wat hierboven staat.',
  document: 'Weegkader',
  side: 'Controle, verschil en gevolg',
  name: 'Naam van het kader',
  version: 'Versielabel',
  // scale
  scale: 'Schaal en norm',
  levels: 'Niveaus',
  level: (at: number) => `Naam van niveau ${at + 1}`,
  addLevel: 'Niveau erbij',
  removeLevel: 'Hoogste niveau weg',
  norm: 'norm',
  normLine: 'Plaats van de norm op de schaal',
  normOn: (level: string) => `precies op ‘${level}’`,
  normBetween: (share: string, below: string, above: string) =>
    `${shares[share] ?? 'tussen'} ‘${below}’ ${share === '1/2' || !shares[share] ? 'en' : 'naar'} ‘${above}’`,
  normSentence: (place: string) => `De norm ligt ${place}.`,
  unnamed: '(nog zonder naam)',
  // sources and weights
  sources: 'Bronnen en weging',
  source: 'Bron',
  band: 'Bandbreedte',
  bandOf: (min: number, max: number) => `${min}–${max} %`,
  bandMin: (label: string) => `Laagste gewicht van ${label}, in procenten`,
  bandMax: (label: string) => `Hoogste gewicht van ${label}, in procenten`,
  to: 'tot',
  weight: 'Gewicht',
  weightOf: (label: string) => `Gewicht van ${label}, in procenten`,
  slide: (label: string) => `${label}: schuif binnen de band`,
  percent: (value: number) => `${value} %`,
  unused: 'bewust niet ingezet',
  leaveOut: 'niet inzetten',
  leaveOutOf: (label: string) => `${label} bewust niet inzetten`,
  optional: 'mag wegblijven',
  optionalOf: (label: string) => `${label} mag wegblijven`,
  sourceLabel: 'Naam van de bron',
  sourceId: 'Code van de bron',
  addSource: 'Bron toevoegen',
  sum: (sum: number) =>
    sum === 100
      ? 'Samen 100 %.'
      : sum < 100
        ? `Samen ${sum} %: nog ${100 - sum} te verdelen.`
        : `Samen ${sum} %: ${sum - 100} te veel.`,
  over: (label: string, by: number) => `${label} ligt ${by} boven de band.`,
  under: (label: string, by: number) => `${label} ligt ${by} onder de band.`,
  cannotLeave: (label: string) => `${label} hoort in de weging en kan niet wegblijven.`,
  reason: 'Reden van deze weging',
  reasonMissing: 'Vul de reden van deze weging in.',
  noReason: 'Er is nog geen reden vastgelegd.',
  frozen: (day: string) => `Bevroren voor dit cohort op ${day}. De weging verandert niet meer.`,
  open: 'Nog niet bevroren. Dat gebeurt hier, of vanzelf bij het eerste vastgestelde oordeel.',
  freezeDue: 'Periode 4 is begonnen en de gewichten zijn nog niet bevroren.',
  freeze: 'Bevriezen voor dit cohort',
  freezeAsk: 'De weging bevriezen voor dit cohort?',
  freezeText:
    'Daarna verandert de weging niet meer, voor geen enkele student, en van het kader alleen nog namen. Dit kan niet ongedaan worden gemaakt.',
  freezeReason: 'Leg eerst de reden van deze weging vast.',
  freezeOpen: 'Neem de wijziging eerst in gebruik of gooi haar weg.',
  freezeDone: 'De weging is bevroren voor dit cohort.',
  // criteria
  criteria: 'Criteria',
  domains: { kan: 'kan', wil: 'wil', onderbouwing: 'onderbouwing' } as Record<string, string>,
  domain: 'Domein',
  domainOf: (id: string) => `Domein van ${id}`,
  assigned: (id: string, domain: string) => `${id} hoort nu bij ${domain}.`,
  criterionId: 'Code',
  criterionLabel: 'Volledige naam',
  criterionShort: 'Korte naam, in de matrix',
  shortIs: (short: string) => `in de matrix: ${short}`,
  criterionNorm: 'Norm in één zin',
  noNorm: 'Nog geen norm beschreven.',
  mayWeigh: (label: string, id: string) => `${label} mag wegen op ${id}`,
  weighs: (labels: string) => `Hierop wegen: ${labels}.`,
  besides: (labels: string) => `Ernaast: ${labels}.`,
  minimum: (count: number) => `ten minste ${number(count)} ${count === 1 ? 'datapunt' : 'datapunten'}`,
  minimumOf: (id: string) => `Minimum aantal datapunten voor ${id}`,
  atLeast: 'ten minste',
  points: 'datapunten',
  up: (id: string) => `${id} naar boven`,
  down: (id: string) => `${id} naar beneden`,
  remove: (id: string) => `${id} weghalen`,
  moved: (id: string, place: number, of: number) => `${id} staat nu op plaats ${place} van ${of}.`,
  removed: (id: string) => `${id} is uit het concept gehaald.`,
  add: (domain: string) => `Criterium toevoegen bij ${domain}`,
  added: (id: string) => `${id} is toegevoegd aan het concept.`,
  // the rest
  moments: 'Hoe zwaar een moment telt',
  momentNames: {
    kennismaking: 'Kennismaking',
    startgesprek: 'Startgesprek',
    tussenevaluatie: 'Tussenevaluatie',
    eindevaluatie: 'Eindevaluatie',
    overig: 'Ander moment',
  } as Record<string, string>,
  factors: {
    '0/1': 'telt niet mee',
    '1/4': 'telt voor een kwart mee',
    '1/2': 'telt half mee',
    '3/4': 'telt voor drie kwart mee',
    '1/1': 'telt mee',
  } as Record<string, string>,
  otherFactor: (factor: string) => `telt voor ${factor} mee`,
  evidence: 'Wat er ten minste moet zijn',
  minimumText: 'Om over toereikendheid te spreken:',
  minimumSources: 'bronnen',
  minimumAuthors: 'auteurs',
  minimumQuadrants: 'kwadranten',
  coverage: (percent: string) => `Een criterium heet nog onvolledig onder ${percent} van het verwachte gewicht.`,
  coverageLabel: 'Onvolledig onder dit deel van het verwachte gewicht',
  outcomes: 'Uitkomsten',
  outcome: (at: number) => `Uitkomst ${at + 1}`,
  addOutcome: 'Uitkomst erbij',
  removeOutcome: (name: string) => `Uitkomst ‘${name}’ weghalen`,
  // checks, difference, effect
  checks: 'Controle',
  fine: 'Alles klopt.',
  checking: 'Wordt nagekeken…',
  fault: faults,
  refusal: refusals,
  places: {
    name: 'Naam',
    version: 'Versielabel',
    levels: 'Schaal',
    level: 'Schaal',
    normLine: 'Norm',
    coverageThreshold: 'Drempel',
    sources: 'Bronnen',
    criteria: 'Criteria',
    moment: 'Momenten',
    minimumSources: 'Minimum',
    minimumQuadrants: 'Minimum',
    outcomes: 'Uitkomsten',
    outcome: 'Uitkomsten',
  } as Record<string, string>,
  about: (place: string, text: string) => `${place}: ${text}`,
  difference: 'Verschil met wat in gebruik is',
  same: 'Er is geen verschil.',
  sameVersions: 'Deze versies zijn gelijk.',
  changes: {
    name: (from: string, to: string) => `Naam: ‘${from}’ is nu ‘${to}’.`,
    version: (from: string, to: string) => `Versielabel: ${from} is nu ${to}.`,
    levelRenamed: (from: string, to: string) => `Niveau ‘${from}’ heet nu ‘${to}’.`,
    levelAdded: (name: string) => `Niveau ‘${name}’ is erbij gekomen.`,
    levelRemoved: (name: string) => `Niveau ‘${name}’ is vervallen.`,
    normLine: (from: string, to: string) => `De norm lag ${from} en ligt nu ${to}.`,
    coverage: (from: string, to: string) =>
      `Onvolledig was onder ${from}, is nu onder ${to} van het verwachte gewicht.`,
    sourceAdded: (label: string, min: number, max: number) =>
      `Bron ${label} is erbij gekomen, met band ${min}–${max} %.`,
    sourceRemoved: (label: string) => `Bron ${label} is vervallen.`,
    sourceLabel: (from: string, to: string) => `Bron ‘${from}’ heet nu ‘${to}’.`,
    band: (source: string, from: number[], to: number[]) =>
      `Band van ${source}: ${from.join('–')} % is nu ${to.join('–')} %.`,
    optional: (source: string, optional: boolean) =>
      optional ? `${source} mag voortaan wegblijven.` : `${source} mag niet meer wegblijven.`,
    sourcesReordered: 'De bronnen staan in een andere volgorde.',
    criterionAdded: (id: string, label: string) => `Criterium ${id} toegevoegd: ${label}.`,
    criterionRemoved: (id: string, label: string) => `Criterium ${id} vervallen: ${label}.`,
    criterionDomain: (id: string, from: string, to: string) => `${id} hoort niet meer bij ${from}, maar bij ${to}.`,
    criterionLabel: (id: string, from: string, to: string) => `${id}: volledige naam ‘${from}’ is nu ‘${to}’.`,
    criterionShort: (id: string, from: string, to: string) =>
      from ? `${id}: korte naam ‘${from}’ is nu ‘${to || '(geen)'}’.` : `${id}: korte naam is nu ‘${to}’.`,
    criterionNorm: (id: string, from: string, to: string) =>
      `${id}: norm gewijzigd. Was: ‘${from || '(leeg)'}’ Nu: ‘${to || '(leeg)'}’`,
    criterionSourceAdded: (id: string, source: string) => `${id}: ${source} mag voortaan meewegen.`,
    criterionSourceRemoved: (id: string, source: string) => `${id}: ${source} weegt niet meer mee en staat ernaast.`,
    criterionMinimum: (id: string, from: number, to: number) =>
      `${id}: minimum was ${from} en is nu ${to} ${to === 1 ? 'datapunt' : 'datapunten'}.`,
    criteriaReordered: 'De criteria staan in een andere volgorde.',
    momentFactor: (moment: string, from: string, to: string) => `${moment}: ${from} werd ${to}.`,
    minimumOf: (what: string, from: number, to: number) => `Minimum aan ${what}: was ${from}, is nu ${to}.`,
    outcomeRenamed: (from: string, to: string) => `Uitkomst ‘${from}’ heet nu ‘${to}’.`,
    outcomeAdded: (name: string) => `Uitkomst ‘${name}’ is erbij gekomen.`,
    outcomeRemoved: (name: string) => `Uitkomst ‘${name}’ is vervallen.`,
    weight: (source: string, from: number, to: number) => `Gewicht van ${source}: ${from} % is nu ${to} %.`,
    unused: (source: string, unused: boolean) =>
      unused ? `${source} wordt bewust niet meer ingezet.` : `${source} wordt voortaan ingezet.`,
  },
  effect: 'Gevolg voor open dossiers',
  effectWaits: 'Dit wordt berekend zodra alles klopt.',
  effectNone: (dossiers: number) =>
    dossiers === 0
      ? 'Er zijn geen open dossiers.'
      : dossiers === 1
        ? 'In het ene open dossier verandert niets.'
        : `In geen van de ${dossiers} open dossiers verandert iets.`,
  effectSome: (touched: number, dossiers: number) =>
    `In ${number(touched)} van ${number(dossiers)} open dossiers verandert iets aan het beeld. Oordelen veranderen nooit vanzelf.`,
  effectNow: 'Beeld nu',
  effectThen: 'Wordt',
  effectCount: 'Criteria',
  effectTable: 'Hoeveel criteria een ander beeld krijgen',
  appeared: (count: number) => (count === 1 ? '1 tegenspraak erbij.' : `${number(count)} tegenspraken erbij.`),
  vanished: (count: number) => (count === 1 ? '1 tegenspraak vervalt.' : `${number(count)} tegenspraken vervallen.`),
  vraak: (letter: LetterCode, from: MetCode, to: MetCode, count: number) =>
    `${letters[letter]}: ${met[from]} wordt ${met[to]} in ${number(count)} ${count === 1 ? 'dossier' : 'dossiers'}.`,
  vraakRow: (letter: LetterCode, to: MetCode) => `${letters[letter]} wordt ${met[to]}`,
  stance: (code: StanceCode) => stances[code],
  rowStance: (id: string, to: StanceCode | null) => (to ? `${id} wordt ${stances[to]}` : `${id} vervalt`),
  rowAppeared: (id: string) => `tegenspraak op ${id} erbij`,
  rowVanished: (id: string) => `tegenspraak op ${id} vervalt`,
  which: (touched: number) => (touched === 1 ? 'Welk dossier' : `Welke ${touched} dossiers`),
  more: (count: number) => `en nog ${number(count)}`,
  // versions
  versions: 'Versies',
  origin: (version: VersionBrief) => origins[version.origin](version),
  versionLine: (day: string, by: string) => (by ? `${day}, ${by}` : day),
  weightings: 'Wegingen',
  current: 'in gebruik',
  read: (label: string) => `Versie ${label} lezen`,
  compare: 'Vergelijk',
  compareFrom: 'Van versie',
  compareTo: 'naar versie',
};
