/** Searching: students, evidence, acts. */
import type { Words } from '../index.ts';
import { number, some } from './count.ts';

export const zoeken: Words['zoeken'] = {
  title: 'Search',
  box: 'Search student, evidence or act',
  key: 'Ctrl K',
  students: 'Students',
  acts: 'Acts',
  evidence: 'Evidence',
  moreStudents: (count) => `and ${some(count, 'more student', 'more students')}: add a word`,
  moreEvidence: (count) => `and ${some(count, 'more data point', 'more data points')}: add a word`,
  nothing: (query) => `Nothing found for ‘${query}’. Part of a word will do; accents and capitals make no difference.`,
  hint: 'Name, number, school or subject of a student; words from evidence; or what you want to do.',
  found: (students, evidence, acts) =>
    [
      some(students, 'student', 'students'),
      some(evidence, 'data point', 'data points'),
      some(acts, 'act', 'acts'),
    ].join(', '),
  reading: (done, of) => `Reading evidence: ${number(done)} of ${number(of)} dossiers`,
  unknownAuthor: 'author unknown',
  keys: { move: 'up and down', open: 'open', close: 'close' },
  act: {
    go: (room) => `Go to ${room}`,
    add: 'Add evidence',
    next: 'Next dossier',
    previous: 'Previous dossier',
    history: 'History of this dossier',
    light: 'Theme: light',
    dark: 'Theme: dark',
    system: 'Theme: as the system',
    lock: 'Lock',
  },
  also: {
    go: 'room open show',
    add: 'import file upload new',
    next: 'forward student',
    previous: 'back student',
    history: 'journal who when',
    undo: 'revert restore',
    redo: 'repeat again',
    theme: 'colour display',
    lock: 'close sign out',
  },
};
