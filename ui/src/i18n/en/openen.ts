/** Opening, making and recovering a workspace. */
import type { Strength } from '../../bindings/index.ts';
import type { Words } from '../index.ts';

const strengths: Record<Strength, string> = {
  refused: 'Too short or too plain.',
  weak: 'Weak: soon guessed. Make it a sentence.',
  fair: 'Fair. One more word makes it strong.',
  strong: 'Strong.',
};
const duration = (seconds: number) =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;

export const openen: Words['openen'] = {
  recent: 'Opened recently',
  none: 'Your workspaces will be listed here. Begin with the example, or make a new partnership.',
  missing: 'not found',
  new: 'New partnership',
  other: 'Another file',
  example: 'See the example',
  check: 'Verify a form',
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
  strengths,
  triesLeft: (left) => (left === 1 ? 'One more try, then a short wait.' : `${left} more tries, then a short wait.`),
  waiting: (seconds) => `You can try again in ${duration(seconds)}.`,
  locked: (time, idle, kept) =>
    `Locked at ${time}${idle ? ', after a time of rest' : ''}. ${
      kept ? 'What you wrote is saved.' : 'You let go of what was not saved yet.'
    }`,
  forget: (name) => `Take ${name} off this list`,
  forgotten: (name) => `${name} is off the list; the file is still there.`,
  gone: 'This file is no longer in this place. If it was moved, open it with ‘Another file’.',
  back: 'Back to the passphrase',
  lostText: 'Without passphrase or recovery key nobody can open this file, HAN included.',
  welcome: 'Welcome',
  welcomeText: 'Look at the example with invented students, or make the workspace of your own partnership.',
  keyTitle: 'Keep this recovery key',
  keyText:
    'This is the only time you see it. Write it down and keep it away from this computer. Whoever has it can open the workspace.',
  keyDone: 'I have kept it',
  keyCopy: 'Copy',
  keyCopied: 'The recovery key is on the clipboard.',
  keyNotCopied: 'Copying did not work. Select the recovery key and copy it with Ctrl+C.',
};
