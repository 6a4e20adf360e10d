/** Forms: looking, signing, finding. */
import type { CopyState, Verdict } from '../../bindings/index.ts';
import type { Words } from '../index.ts';
import { number } from './count.ts';

const signature: Record<Verdict, string> = {
  valid: 'The signature is valid.',
  valid_untrusted: 'The signature holds; the certificate is not trusted here.',
  invalid: 'The signature does not hold any more.',
  unsigned: 'There is no signature on it.',
};
const copy: Record<CopyState, string> = {
  none: 'Not written to the folder yet.',
  same: 'Stands in the folder:',
  differs: 'Something other than what was signed stands in the folder:',
  gone: 'No longer in the folder:',
};

export const formulieren: Words['formulieren'] = {
  title: 'Forms',
  intro: (toSign, signed) =>
    `${toSign === 0 ? 'No form waits' : toSign === 1 ? '1 form waits' : `${number(toSign)} forms wait`} for your signature; ${number(signed)} ${signed === 1 ? 'is' : 'are'} signed.`,
  empty: 'No judgement is established yet. Establish one in a dossier; its form appears here.',
  toDossiers: 'To the dossiers',
  toDossier: 'To the dossier',
  without: (number) =>
    `No judgement is established for student ${number}, so there is no form yet. Finish the judgement in the dossier and establish it.`,
  show: 'Show',
  filters: { all: 'all', toSign: 'to sign', signed: 'signed', replaced: 'replaced' },
  standing: { toSign: 'still to sign', signed: 'signed', replaced: 'replaced by a revision' },
  find: 'Search by name or number',
  nothing: 'No form fits this filter.',
  signMany: (count) => (count === 1 ? 'Sign 1 form' : `Sign all ${number(count)}`),
  sign: 'Sign',
  reveal: 'Show in folder',
  verify: 'Verify',
  writeAgain: 'Write to the folder again',
  signedBy: (by, at) => `Signed by ${by}, ${at}.`,
  signature,
  copy,
  unsigned: 'Not signed yet',
  neverSigned: 'Never signed',
  isCurrent: 'This is the current version.',
  isRevision: 'This is a revision, and the current version.',
  isReplaced: 'Replaced by a revision; can still be verified.',
  paperless: 'This judgement was replaced before its form was signed, so there is no form of it.',
  about: 'About this form',
  attempt: (attempt) => `attempt ${attempt}`,
  established: (day) => `established ${day}`,
  hash: 'Hash of the judgement',
  copyHash: 'Copy',
  copied: 'The hash is on the clipboard.',
  notCopied: 'Copying failed. Select the hash and copy it with Ctrl+C.',
  folder: 'Signed forms go to',
  otherFolder: 'Other folder',
  usualFolder: 'Beside workspace',
  tools: 'Pages and zoom',
  page: (page, of) => `page ${page} of ${of}`,
  pageWord: 'Page',
  of: (pages) => `of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  percent: (zoom) => `${zoom}%`,
  fit: 'Page width',
  loading: 'The pages are coming…',
  unreadable: 'These pages cannot be shown. Open the file in another program to read it.',
  choose: 'Choose a form to look at it.',
  preview: 'The form',
  draft: 'Draft of the form',
  draftSays:
    'This is the form with what is written now. It is not established and cannot be signed; every page says so.',
  seeDraft: 'See as a form',
  secondSign: 'Second signature',
  emptyFields: 'Write with empty fields',
  secondBy: (name) => `Also signed by ${name}.`,
  level: (level) => `Level ${level}.`,
};
