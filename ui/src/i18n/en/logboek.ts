/** The journal. */
import type { Words } from '../index.ts';

export const logboek: Words['logboek'] = {
  title: 'Journal',
  intact: 'The chain holds: nothing was changed or taken out.',
  broken: 'The chain does NOT hold: something was changed or taken out. Restore a backup and report this.',
  when: 'When',
  who: 'Who',
  what: 'What',
  about: 'About',
  why: 'Why',
  hash: 'Hash',
  filter: 'Only this student number',
  table: 'Acts, the latest first',
};
