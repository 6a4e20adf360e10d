/** Forms: looking, signing, finding. */
import type { Words } from '../index.ts';

export const formulieren: Words['formulieren'] = {
  title: 'Forms',
  empty: 'No judgement is established yet. Establish one in a dossier; its form appears here.',
  signAll: 'Sign all',
  sign: 'Sign',
  reveal: 'Show in folder',
  verify: 'Verify',
  signedBy: (by, at) => `Signed by ${by}, ${at}`,
  unsigned: 'Not signed yet',
  replaced: 'replaced',
  attempt: (attempt) => `attempt ${attempt}`,
  established: (day) => `established ${day}`,
  page: (page, of) => `page ${page} of ${of}`,
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  choose: 'Choose a form to look at it.',
  preview: 'The form',
};
