/** The frame around every room. */
import type { ActName, DossierState, StanceCode } from '../../bindings/index.ts';

const acts: Record<string, string> = {
  'workspace.create': 'werkbestand gemaakt',
  'mandate.grant': 'mandaat vastgelegd',
  'mandate.change': 'mandaat gewijzigd',
  'mandate.withdraw': 'mandaat ingetrokken',
  'desk.seat': 'wie er aan het werk is',
  'calendar.change': 'kalender gewijzigd',
  'passphrase.change': 'wachtzin gewijzigd',
  'passphrase.reset': 'wachtzin vervangen',
  import: 'bestand toegevoegd',
  'indication.add': 'duiding',
  'indication.remove': 'duiding weggehaald',
  'datapoint.add': 'datapunt toegevoegd',
  'datapoint.remove': 'datapunt weggehaald',
  'datapoint.established': 'vaststelling van feedback',
  'statement.add': 'uitspraak',
  'draft.save': 'oordeel bewerkt',
  'judgement.establish': 'oordeel vastgesteld',
  'judgement.revise': 'herziening begonnen',
  'attempt.start': 'nieuwe gelegenheid',
  'identity.create': 'certificaat gemaakt',
  'form.sign': 'formulier ondertekend',
  'kader.draft': 'concept van kader of weging',
  'kader.drop': 'concept van het kader weggegooid',
  'framework.use': 'nieuwe versie van het kader',
  'weights.use': 'andere weging',
  'weights.freeze': 'weging bevroren',
  undo: 'ongedaan gemaakt',
  redo: 'opnieuw gedaan',
};
const stances: Record<StanceCode, string> = {
  above: 'op of boven de norm',
  below: 'onder de norm',
  depends: 'hangt af van de weging',
  incomplete: 'nog onvolledig',
};
const states: Record<DossierState, string> = {
  evidenceMissing: 'bewijs ontbreekt',
  weighing: 'in weging',
  substantiated: 'onderbouwd',
  toSign: 'te ondertekenen',
  signed: 'ondertekend',
};

export const shell = {
  name: 'Weegschaal',
  tagline: 'Wegen wat anderen zagen, oordelen in eigen woorden.',
  rooms: {
    dossiers: 'Dossiers',
    kader: 'Kader',
    formulieren: 'Formulieren',
    controle: 'Controle',
    logboek: 'Logboek',
    instellingen: 'Instellingen',
  },
  parts: 'Onderdelen',
  undo: (act: string) => `Ongedaan maken: ${act}`,
  redo: (act: string) => `Opnieuw: ${act}`,
  undone: (act: string) => `Ongedaan gemaakt: ${act}`,
  redone: (act: string) => `Opnieuw gedaan: ${act}`,
  actOn: (act: ActName) => {
    const on = act.student || act.subject;
    return `${acts[act.code] ?? act.code}${on ? ` · ${on}` : ''}`;
  },
  pageTitle: (room: string) => `${room} · Weegschaal`,
  dossier: 'Dossier',
  skip: 'Naar de inhoud',
  backupDue: 'tijd voor een reservekopie',
  idle: {
    title: 'Weegschaal vergrendelt zo',
    announce: (seconds: number) =>
      `Over ${seconds} seconden vergrendelt Weegschaal. Druk op een toets om door te gaan.`,
    text: (seconds: number) => `Over ${seconds} s. Een toets of de muis houdt alles open; wat je schreef is bewaard.`,
    stay: 'Blijf open',
  },
  saved: (time: string) => `bewaard ${time}`,
  theme: 'Thema',
  lock: 'Vergrendel',
  close: 'Sluiten',
  cancel: 'Annuleren',
  again: 'Probeer opnieuw',
  stop: 'Stop',
  progress: (done: number, of: number) => `${done} van ${of}`,
  busy: 'Even geduld…',
  act: (code: string) => acts[code] ?? code,
  stances,
  states,
  months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
};
