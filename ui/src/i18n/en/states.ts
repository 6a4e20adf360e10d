/** Empty, failed and first-visit words, in English. */
import type { Words } from '../index.ts';

export const states: Words['states'] = {
  again: 'Try again',
  failed: 'This could not be read',
  kept: 'What was saved is saved.',
  brokenRoom: 'This room got stuck',
  brokenRoomHow: 'The rest of the window still works. Try again, or choose another room on the left.',
  tour: {
    title: 'Tour',
    step: (step, of) => `Step ${step} of ${of}`,
    next: 'Next',
    back: 'Back',
    done: 'Start',
    skip: 'Skip',
    steps: [
      {
        title: 'Every student is one line',
        text: 'The chips show which sources there are, the bars the picture, and on the right stands the next step. Enter opens a dossier.',
      },
      {
        title: 'How the evidence weighs',
        text: 'Every dot is a data point. The band on the right shows what each permitted weighting gives, with the norm line in the middle.',
      },
      {
        title: 'You judge',
        text: 'Write your rationale per criterion and choose an outcome. The list below says what is still needed. F1 gives help everywhere.',
      },
    ],
  },
};
