/** The frame around every room. */
import type { DossierState, StanceCode } from '../../bindings/index.ts';
import type { Words } from '../index.ts';

const acts: Record<string, string> = {
  'workspace.create': 'workspace made',
  'mandate.grant': 'mandate recorded',
  'mandate.change': 'mandate changed',
  'mandate.withdraw': 'mandate withdrawn',
  'desk.seat': 'who is at work',
  'calendar.change': 'calendar changed',
  'passphrase.change': 'passphrase changed',
  'passphrase.reset': 'passphrase replaced',
  import: 'file added',
  'indication.add': 'indication',
  'indication.remove': 'indication removed',
  'datapoint.add': 'data point added',
  'datapoint.remove': 'data point removed',
  'datapoint.established': 'establishing of feedback',
  'statement.add': 'statement',
  'draft.save': 'judgement edited',
  'judgement.establish': 'judgement established',
  'judgement.revise': 'revision begun',
  'attempt.start': 'new attempt',
  'identity.create': 'certificate made',
  'form.sign': 'form signed',
  'kader.draft': 'draft of framework or weights',
  'kader.drop': 'draft of the framework thrown away',
  'framework.use': 'new version of the framework',
  'weights.use': 'other weights',
  'weights.freeze': 'weights frozen',
  undo: 'undone',
  redo: 'redone',
};
const stances: Record<StanceCode, string> = {
  above: 'at or above the norm',
  below: 'below the norm',
  depends: 'depends on the weighting',
  incomplete: 'incomplete so far',
};
const states: Record<DossierState, string> = {
  evidenceMissing: 'evidence missing',
  weighing: 'being weighed',
  substantiated: 'substantiated',
  toSign: 'to sign',
  signed: 'signed',
};

export const shell: Words['shell'] = {
  name: 'Weegschaal',
  tagline: 'Weigh what others saw, judge in words of your own.',
  rooms: {
    dossiers: 'Dossiers',
    kader: 'Framework',
    formulieren: 'Forms',
    controle: 'Verify',
    logboek: 'Journal',
    instellingen: 'Settings',
  },
  parts: 'Rooms',
  undo: (act) => `Undo: ${act}`,
  redo: (act) => `Redo: ${act}`,
  undone: (act) => `Undone: ${act}`,
  redone: (act) => `Redone: ${act}`,
  actOn: (act) => {
    const on = act.student || act.subject;
    return `${acts[act.code] ?? act.code}${on ? ` · ${on}` : ''}`;
  },
  pageTitle: (room) => `${room} · Weegschaal`,
  dossier: 'Dossier',
  skip: 'Skip to content',
  backupDue: 'time for a backup',
  idle: {
    title: 'Weegschaal is about to lock',
    announce: (seconds) => `Weegschaal locks in ${seconds} seconds. Press any key to go on.`,
    text: (seconds) => `In ${seconds} s. A key or the mouse keeps everything open; what you wrote is saved.`,
    stay: 'Stay open',
  },
  saved: (time) => `saved ${time}`,
  theme: 'Theme',
  lock: 'Lock',
  close: 'Close',
  cancel: 'Cancel',
  again: 'Try again',
  stop: 'Stop',
  progress: (done, of) => `${done} of ${of}`,
  busy: 'One moment…',
  act: (code) => acts[code] ?? code,
  stances,
  states,
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
