/** Opening, making and recovering a workspace. */
import type { Words } from '../index.ts';

export const openen: Words['openen'] = {
  recent: 'Opened recently',
  none: 'Your workspaces will be listed here. Begin with the example, or make a new partnership.',
  missing: 'not found',
  new: 'New partnership',
  other: 'Another file',
  example: 'See the example',
  offline: 'Works without the internet. Everything is kept encrypted on this computer.',
  passphrase: 'Passphrase',
  open: 'Open',
  show: 'Show what I type',
  hide: 'Hide what I type',
  exampleHint: 'The passphrase of the example is ‘voorbeeld’.',
  lost: 'Lost the passphrase? Open with the recovery key',
  recoveryKey: 'Recovery key',
  newPassphrase: 'New passphrase',
  recover: 'Open and set the passphrase',
  choose: 'Choose a workspace on the left.',
  newTitle: 'New partnership',
  partnership: 'Name of the partnership',
  year: 'Academic year, for example 2026-2027',
  examiner: 'Name of the examiner',
  where: 'Choose where the file goes',
  make: 'Make the workspace',
  strength: 'At least eight characters; four unrelated words are strong and easy to remember.',
  keyTitle: 'Keep this recovery key',
  keyText:
    'This is the only time you see it. Write it down and keep it away from this computer. Whoever has it can open the workspace.',
  keyDone: 'I have kept it',
};
