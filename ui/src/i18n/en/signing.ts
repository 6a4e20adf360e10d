/** Signing: which key, a time stamp, names, progress, and what came of it. */
import type { SecondSigner, SignOutcome, StampFaultCode } from '../../bindings/index.ts';
import type { Words } from '../index.ts';
import { number } from './count.ts';

const outcomes: Record<SignOutcome, (count: number) => string> = {
  signed: (count) => (count === 1 ? '1 form signed' : `${number(count)} forms signed`),
  written_again: (count) => (count === 1 ? '1 file written again' : `${number(count)} files written again`),
  already_there: (count) => (count === 1 ? '1 form was there already' : `${number(count)} forms were there already`),
  unsigned: (count) =>
    count === 1 ? '1 form written with empty fields' : `${number(count)} forms written with empty fields`,
};
const faults: Record<StampFaultCode, string> = {
  unreachable: 'the time stamp service did not answer',
  refused: 'the time stamp service refused',
  not_believed: 'what the time stamp service answered did not hold',
  revoked: 'the time stamp service is on a revocation list',
};
const seconds: Record<SecondSigner, string> = { reader: 'second reader', student: 'the student' };

export const signing: Words['signing'] = {
  first: (count) => (count === 1 ? 'Sign form' : `Sign ${number(count)} forms`),
  second: 'Put the second signature',
  unsigned: (count) =>
    count === 1 ? 'Write form with empty fields' : `Write ${number(count)} forms with empty fields`,
  unsignedWhy:
    'Both signature fields stay empty, so that another program (ValidSign, Adobe) can sign in them. The name says that the form is not signed.',
  of: (name) => `Of ${name}`,
  by: 'Who signs',
  seconds,
  key: 'Key',
  own: 'The certificate of this workspace',
  file: 'A key file (.p12 or .pfx)',
  token: 'A card or token',
  holder: (name, until) => `${name}, valid up to ${until}`,
  issued: (issuer) => `issued by ${issuer}`,
  made: 'Is made now, in your name.',
  path: 'File',
  library: 'Library of the card (PKCS#11)',
  libraryHint: 'A file of the software of the card (.so, .dll or .dylib). Its issuer says where it is.',
  browse: 'Choose',
  passphrase: 'Passphrase of the file',
  pin: 'PIN',
  pinOnReader: 'You enter the PIN on the card reader.',
  look: 'Look on the card',
  looking: 'Reading the card…',
  certificate: 'Certificate',
  unfit: 'not for signing',
  noneFound: 'There is no certificate on the card.',
  never: 'Passphrase and PIN are kept nowhere.',
  stamp: (host) => `With a time stamp from ${host}`,
  stampWhy: 'Only a hash of the signature goes there. Without an answer the form is signed without a stamp.',
  noStamp: 'Without a time stamp. A service is set in Settings, Signing.',
  lists: 'Revocation lists',
  listsWhy:
    'Lists (.crl or .pem) of the issuers of the certificates. They go into the form, so that its signature can still be checked years later.',
  addLists: 'Choose lists',
  leaveOut: (file) => `Leave out ${file}`,
  language: 'Language of the form',
  languages: { nl: 'Dutch', en: 'English' },
  folder: 'Folder',
  otherFolder: 'Other folder',
  named: (name) => `For instance ${name}`,
  sign: 'Sign',
  write: 'Write',
  busy: 'Signing',
  writing: 'Writing',
  now: (name) => `Done: ${name}`,
  beginning: 'The key is being opened…',
  keepOpen: 'What is done stays when you stop.',
  done: 'Signing is done',
  doneWriting: 'The forms are there',
  partly: 'Not everything is signed',
  stoppedTitle: 'Signing stopped',
  outcomes,
  stamped: (count) => (count === 1 ? '1 with a time stamp (B-T)' : `${number(count)} with a time stamp (B-T)`),
  without: (count, fault) => `${number(count)} without a time stamp (B-B): ${faults[fault]}.`,
  keptWhole: (count) => `${number(count)} with a time stamp and revocation lists (B-LT)`,
  keptPartly: (count) => `${number(count)} with a time stamp, without all revocation lists (B-T).`,
  keptOut: (count) =>
    `${number(count)} with a time stamp, without revocation lists (B-T): by a list an earlier signer was revoked, or the form would get too large.`,
  noList: (names) => `There is no revocation list in force of ${names}.`,
  noCertificate: (names) => `The certificate of ${names} did not come along. Bring it in under Check.`,
  unused: (files) => `Not used: ${files}. No issuer above the signer or the time stamp service made that list.`,
  left: (count) =>
    count === 1
      ? '1 form was not reached. Sign again to go on.'
      : `${number(count)} forms were not reached. Sign again to go on.`,
  failed: (count) => (count === 1 ? '1 form failed' : `${number(count)} forms failed`),
  index: 'Show folder and index',
  indexFailed: 'The index of the folder was not written.',
  reveal: 'Show in folder',
  choice: 'Signing',
  choiceHint: 'What stands ready when signing. Holds for you on this computer; passphrase and PIN are no part of it.',
  usual: 'Key',
  kinds: { own: 'of this workspace', file: 'from a file', token: 'on a card' },
  service: 'Time stamp service',
  serviceLike: 'https://',
  serviceHint: 'An address with https:// or http://. Leave empty: no connection, no stamp.',
  pattern: 'Name of the file',
  patternHint:
    'Choose from {nummer}, {luk}, {gelegenheid}, {herziening}, {naam}, {datum} and {uitkomst}. The name of a student in a file name travels along in mail and folders.',
  usualPattern: 'As it was',
};
