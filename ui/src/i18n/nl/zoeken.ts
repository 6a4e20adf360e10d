/** Searching: students, evidence, acts. */
import { number, some } from './count.ts';

export const zoeken = {
  title: 'Zoeken',
  box: 'Zoek student, bewijs of handeling',
  key: 'Ctrl K',
  students: 'Studenten',
  acts: 'Handelingen',
  evidence: 'Bewijs',
  moreStudents: (count: number) => `en nog ${some(count, 'student', 'studenten')}: typ een woord erbij`,
  moreEvidence: (count: number) => `en nog ${some(count, 'datapunt', 'datapunten')}: typ een woord erbij`,
  nothing: (query: string) =>
    `Niets gevonden voor ‘${query}’. Deel van een woord is genoeg; accenten en hoofdletters maken niet uit.`,
  hint: 'Naam, nummer, school of vak van een student; woorden uit bewijs; of wat je wilt doen.',
  found: (students: number, evidence: number, acts: number) =>
    [
      some(students, 'student', 'studenten'),
      some(evidence, 'datapunt', 'datapunten'),
      some(acts, 'handeling', 'handelingen'),
    ].join(', '),
  reading: (done: number, of: number) => `Bewijs wordt gelezen: ${number(done)} van ${number(of)} dossiers`,
  unknownAuthor: 'auteur onbekend',
  keys: { move: 'op en neer', open: 'open', close: 'sluit' },
  act: {
    go: (room: string) => `Ga naar ${room}`,
    add: 'Bewijs toevoegen',
    next: 'Volgend dossier',
    previous: 'Vorig dossier',
    history: 'Geschiedenis van dit dossier',
    light: 'Thema: licht',
    dark: 'Thema: donker',
    system: 'Thema: zoals het systeem',
    lock: 'Vergrendelen',
  },
  /** More words by which an act is found. */
  also: {
    go: 'kamer open toon',
    add: 'importeren import bestand uploaden nieuw',
    next: 'verder student',
    previous: 'terug student',
    history: 'logboek wie wanneer',
    undo: 'terugdraaien herstel',
    redo: 'herhaal',
    theme: 'kleur weergave',
    lock: 'slot sluiten afmelden',
  },
};
