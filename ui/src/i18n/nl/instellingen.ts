/** The settings: who may do what, the year, the keys, copies, and how the window is liked. */
import type { CapacityCode, Standing, Theme } from '../../bindings/index.ts';

const capacities: Record<CapacityCode, string> = {
  examiner: 'examinator',
  decide: 'gedelegeerde, beslist',
  prepare: 'gedelegeerde, bereidt voor',
};
const themes: Record<Theme, string> = { system: 'zoals het systeem', light: 'licht', dark: 'donker' };

function standing(found: Standing, day: (iso: string) => string): string {
  switch (found.standing) {
    case 'establishes':
      return `Mag oordelen vaststellen tot en met ${day(found.until)}.`;
    case 'prepares':
      return `Bereidt oordelen voor tot en met ${day(found.until)}. Vaststellen doet een examinator.`;
    case 'later':
      return `Het mandaat gaat in op ${day(found.from)}. Tot dan kan alles worden voorbereid, en niets vastgesteld.`;
    case 'ended':
      return `Het mandaat liep af op ${day(found.until)}. Voorbereiden kan; vaststellen pas weer met een geldig mandaat.`;
    case 'nobody':
      return 'Niemand heeft hier een mandaat. Wegen en schrijven kan; vaststellen en ondertekenen pas als er een examinator met mandaat is.';
  }
}

export const instellingen = {
  title: 'Instellingen',
  saved: 'bewaard',
  desk: 'Wie is er aan het werk',
  deskHint: 'Deze naam komt in het logboek en, bij vaststellen, op het formulier.',
  seat: 'Aan het werk',
  standing,
  mandates: 'Mandaten',
  mandatesHint: 'Alleen wie op die dag een mandaat heeft, stelt vast (WHW art. 7.12c).',
  holder: 'Naam',
  capacity: 'Als',
  grantedBy: 'Verleend door',
  from: 'Vanaf',
  until: 'Tot en met',
  untilOf: (name: string) => `Mandaat van ${name}: tot en met`,
  capacities,
  noMandates:
    'Er is nog geen mandaat. Leg vast wie examinator is, door wie dat mandaat is verleend en voor welke dagen.',
  add: 'Mandaat toevoegen',
  addDo: 'Leg vast',
  withdraw: 'Trek in',
  withdrawOf: (name: string, capacity: string) => `Trek het mandaat van ${name} (${capacity}) in`,
  withdrawn: 'Mandaat ingetrokken. Met Ctrl+Z komt het terug.',
  year: 'Kalender',
  yearHint: 'Waar de periodes beginnen en wanneer het werk af moet zijn. Datapunten krijgen de periode van hun datum.',
  periods: {
    programme: 'Start van het programma',
    second: 'Periode 2 begint',
    third: 'Periode 3 begint',
    fourth: 'Periode 4 begint',
    evidence: 'Bewijs compleet',
    statement: 'Uitspraak binnen',
    judgement: 'Oordeel vastgesteld',
    signature: 'Formulier ondertekend',
  },
  certificate: 'Certificaat',
  certificateHint: 'Hiermee worden formulieren ondertekend. Wie het certificaat kent, ziet dat een formulier echt is.',
  name: 'Op naam van',
  fingerprint: 'Vingerafdruk',
  validUntil: 'Geldig tot en met',
  noCertificate: 'Er is nog geen certificaat; het wordt gemaakt bij de eerste ondertekening.',
  makeCertificate: 'Maak en bewaar certificaat',
  saveCertificate: 'Bewaar certificaat',
  certificateSaved: 'Het certificaat is bewaard. Geef het aan wie formulieren moet kunnen controleren.',
  copies: 'Reservekopie',
  copiesHint: 'Een versleutelde kopie, die na het schrijven is nagelezen. Hij opent met de wachtzin van nu.',
  folder: 'Map',
  noFolder: 'Er is nog geen map gekozen.',
  chooseFolder: 'Kies map',
  copy: 'Maak nu een reservekopie',
  copied: 'De reservekopie is gemaakt en nagelezen.',
  last: (moment: string) => `De laatste is van ${moment}, nagelezen.`,
  never: 'Er is nog geen reservekopie gemaakt.',
  gone: 'De laatste reservekopie staat niet meer op haar plaats. Maak er een nieuwe.',
  due: (days: number) => `Dat is ${days} dagen geleden. Maak er weer een.`,
  reveal: 'Toon in map',
  passphrase: 'Wachtzin',
  passphraseHint: 'Opent dit werkbestand. Eerdere reservekopieën blijven openen met de wachtzin van toen.',
  old: 'Wachtzin van nu',
  fresh: 'Nieuwe wachtzin',
  change: 'Verander wachtzin',
  changed: 'De wachtzin is veranderd. De herstelsleutel blijft dezelfde.',
  window: 'Venster',
  windowHint: 'Geldt voor jou op deze computer, in elk werkbestand.',
  language: 'Taal',
  theme: 'Thema',
  themes,
  size: 'Grootte',
  sizeOf: (percent: number) => `${percent} %`,
  lock: 'Vergrendelen na',
  minutes: (count: number) => `${count} minuten zonder toets of muis`,
  singleKeys: 'Losse letters als toetsen (J, K, 1–9, q w e r)',
  judgeFirst: 'Eerst oordelen: het beeld blijft verborgen tot je voorlopige uitkomst',
};
