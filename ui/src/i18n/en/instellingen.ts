/** The settings: who may do what, the year, the keys, copies, and how the window is liked. */
import type { CapacityCode, Standing, Theme } from '../../bindings/index.ts';
import type { Words } from '../index.ts';

const capacities: Record<CapacityCode, string> = {
  examiner: 'examiner',
  decide: 'delegate, decides',
  prepare: 'delegate, prepares',
};
const themes: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

function standing(found: Standing, day: (iso: string) => string): string {
  switch (found.standing) {
    case 'establishes':
      return `May establish judgements up to and including ${day(found.until)}.`;
    case 'prepares':
      return `Prepares judgements up to and including ${day(found.until)}. An examiner establishes them.`;
    case 'later':
      return `The mandate begins on ${day(found.from)}. Until then everything can be prepared and nothing established.`;
    case 'ended':
      return `The mandate ended on ${day(found.until)}. Preparing is possible; establishing only with a valid mandate.`;
    case 'nobody':
      return 'Nobody has a mandate here. Weighing and writing are possible; establishing and signing only once there is an examiner with a mandate.';
  }
}

export const instellingen: Words['instellingen'] = {
  title: 'Settings',
  saved: 'saved',
  desk: 'Who is at work',
  deskHint: 'This name goes into the journal and, when establishing, onto the form.',
  seat: 'At work',
  standing,
  mandates: 'Mandates',
  mandatesHint: 'Only who holds a mandate on that day establishes (WHW art. 7.12c).',
  holder: 'Name',
  capacity: 'As',
  grantedBy: 'Granted by',
  from: 'From',
  until: 'Until',
  untilOf: (name) => `Mandate of ${name}: until`,
  capacities,
  noMandates: 'There is no mandate yet. Record who is examiner, who granted that mandate and for which days.',
  add: 'Add a mandate',
  addDo: 'Record',
  withdraw: 'Withdraw',
  withdrawOf: (name, capacity) => `Withdraw the mandate of ${name} (${capacity})`,
  withdrawn: 'Mandate withdrawn. Ctrl+Z brings it back.',
  year: 'Calendar',
  yearHint: 'Where the periods begin and when the work is due. Data points get the period of their date.',
  periods: {
    programme: 'Start of the programme',
    second: 'Period 2 begins',
    third: 'Period 3 begins',
    fourth: 'Period 4 begins',
    evidence: 'Evidence complete',
    statement: 'Statement in',
    judgement: 'Judgement established',
    signature: 'Form signed',
  },
  certificate: 'Certificate',
  certificateHint: 'Forms are signed with it. Who knows the certificate can tell that a form is genuine.',
  name: 'In the name of',
  fingerprint: 'Fingerprint',
  validUntil: 'Valid until',
  noCertificate: 'There is no certificate yet; it is made with the first signature.',
  makeCertificate: 'Make and save certificate',
  saveCertificate: 'Save certificate',
  certificateSaved: 'The certificate is saved. Give it to those who must be able to verify forms.',
  copies: 'Backup',
  copiesHint: 'An encrypted copy, read back after writing. It opens with the present passphrase.',
  folder: 'Folder',
  noFolder: 'No folder is chosen yet.',
  chooseFolder: 'Choose folder',
  copy: 'Make a backup now',
  copied: 'The backup is made and read back.',
  last: (moment) => `The last one is of ${moment}, read back.`,
  never: 'No backup has been made yet.',
  gone: 'The last backup is no longer in its place. Make a new one.',
  due: (days) => `That is ${days} days ago. Make another.`,
  reveal: 'Show in folder',
  passphrase: 'Passphrase',
  passphraseHint: 'Opens this workspace. Earlier backups keep opening with the passphrase of their time.',
  old: 'Present passphrase',
  fresh: 'New passphrase',
  change: 'Change passphrase',
  changed: 'The passphrase is changed. The recovery key stays the same.',
  window: 'Window',
  windowHint: 'Holds for you on this computer, in every workspace.',
  language: 'Language',
  theme: 'Theme',
  themes,
  size: 'Size',
  sizeOf: (percent) => `${percent}%`,
  lock: 'Lock after',
  minutes: (count) => `${count} minutes without key or mouse`,
  singleKeys: 'Single letters as keys (J, K, 1–9, q w e r)',
  judgeFirst: 'Judge first: the view stays hidden until your provisional outcome',
};
