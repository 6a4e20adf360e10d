/** Bewijs toevoegen: what comes in, what it is taken for, what happens to it. */
import type { FileOutcome, RowOutcome } from '../../bindings/index.ts';
import { number, some } from './count.ts';

const outcomes: Record<FileOutcome, string> = {
  imported: 'wordt toegevoegd',
  unchanged: 'stond er al',
  refused: 'geweigerd, niets overgenomen',
};
const rows: Record<RowOutcome, string> = { new: 'nieuw', same: 'stond er al', changed: 'veranderd' };

/** How many students and data points. */
export type Amounts = { students: number; points: number };

const what = (of: Amounts) =>
  [
    of.students > 0 && some(of.students, 'student', 'studenten'),
    of.points > 0 && some(of.points, 'datapunt', 'datapunten'),
  ]
    .filter(Boolean)
    .join(' en ');

const pendingCount = (count: number) => (count === 1 ? '1 rij wacht op jou' : `${number(count)} rijen wachten op jou`);

export const bewijs = {
  title: 'Bewijs toevoegen',
  drop: 'Sleep bestanden hierheen of plak tekst: studentenlijsten, Forms en Excel, Word, PDF, mail, eJournal, foto’s.',
  choose: 'Kies bestanden',
  release: 'Laat los om te bekijken wat erin staat',
  files: 'Bestanden',
  outcomes,
  rows,
  add: (count: number) => (count === 1 ? 'Voeg 1 bestand toe' : `Voeg ${number(count)} bestanden toe`),
  ready: (count: number) =>
    count === 0
      ? 'Er is niets nieuws om toe te voegen'
      : count === 1
        ? '1 bestand is klaar om toe te voegen'
        : `${number(count)} bestanden zijn klaar om toe te voegen`,
  settle: 'Neem over',
  nothing: 'Er is niets nieuws om toe te voegen',
  reading: 'Bezig met lezen…',
  stopped: 'Gestopt; er is niets toegevoegd.',
  students: 'Studenten',
  datapoints: 'Datapunten',
  indications: (count: number) => (count === 1 ? '1 duiding' : `${number(count)} duidingen`),
  counts: (added: number, updated: number, unchanged: number) =>
    `${added} nieuw, ${updated} veranderd, ${unchanged} gelijk`,
  parts: {
    rows: 'Wat er gebeurt',
    columns: 'Kolommen',
    about: 'Over dit bestand',
    pending: 'Wacht op jou',
    notes: 'Bevindingen',
  },
  kinds: {
    students: 'Studentenlijst',
    forms: 'Tabel met niveaus per criterium',
    notes: 'Tabel met notities',
    cohort: 'Cohort (JSON)',
    table: 'Tabel die niet is herkend',
    document: 'Document',
    pdf: 'PDF',
    mail: 'Mail',
    archive: 'eJournal-archief',
    text: 'Tekst',
    picture: 'Afbeelding',
    unknown: 'Onbekend',
  } as Record<string, string>,
  takenFor: (kind: string, headings: string) =>
    `Herkend als: ${kind}${headings ? `, aan de kolommen ${headings}` : ''}.`,
  known: 'Deze indeling kwam eerder binnen; dezelfde kolomkoppeling is gebruikt.',
  as: 'Lees als',
  automatic: 'vanzelf herkend',
  none: '– geen –',
  fields: {
    number: 'Studentnummer',
    student: 'Naam student',
    email: 'E-mail student',
    author: 'Auteur per rij',
    role: 'Rol per rij',
    date: 'Datum',
    moments: 'Moment per rij',
    sources: 'Bron per rij',
    quadrant: 'Kwadrant',
    established: 'Vastgesteld?',
    title: 'Opdracht of onderwerp',
    id: 'Nummer van het antwoord',
  },
  column: 'Staat in kolom',
  meaning: 'Betekenis',
  textHint: 'Kolommen met open tekst',
  criterion: 'Criterium',
  level: 'Niveau in kolom',
  explanation: 'Toelichting in kolom',
  words: 'Woorden voor niveaus',
  word: 'In het bestand',
  times: 'Aantal',
  means: 'Betekent',
  unknownWord: '– kies een niveau –',
  notObserved: 'niet waargenomen',
  table: { source: 'Bron van de hele tabel', moment: 'Moment van de hele tabel', author: 'Auteur van de hele tabel' },
  sample: 'Voorbeeld uit het bestand',
  whole: {
    source: 'Bron',
    moment: 'Moment',
    author: 'Auteur',
    role: 'Rol',
    on: 'Datum',
    comments: 'Reacties van anderen als bron',
    commentsOut: 'niet overnemen',
    assumed: 'vanzelf',
    all: 'Geldt voor alle documenten',
  },
  who: 'Student',
  what: 'Inhoud',
  row: 'Rij',
  happens: 'Er gebeurt',
  leave: 'Laat weg',
  leaveFor: (row: number) => `Laat weg: rij ${row}`,
  left: 'Weggelaten; klik om terug te zetten',
  becomes: 'wordt',
  more: (count: number) => `en nog ${number(count)} rijen`,
  pendingCount,
  pendingReasons: {
    unknown_number: 'Dit studentnummer is van niemand.',
    ambiguous_student: 'Het is niet zeker over wie dit gaat.',
    likely_double: 'Deze auteur schreef al over deze student; de eerste is overgenomen.',
    unmapped_level: 'Dit niveauwoord heeft nog geen betekenis; geef die bij Kolommen.',
    quadrant_missing: 'Overgenomen, maar het kwadrant ontbreekt.',
  } as Record<string, string>,
  student: 'Studentnummer of naam',
  doubles: { instead: 'Alleen deze telt', beside: 'Alleen de eerste telt', both: 'Beide tellen' },
  decided: 'Besloten',
  place: (sheet: string | null, row: number | null, column: string | null) =>
    [sheet === null ? '' : `blad ${sheet}`, row === null ? '' : `rij ${row}`, column === null ? '' : `kolom ${column}`]
      .filter(Boolean)
      .join(', '),
  earlier: (row: number) => `Eerder, rij ${row}:`,
  done: (files: number, added: Amounts, updated: Amounts, waiting: number) => {
    const [fresh, changed] = [what(added), what(updated)];
    return [
      fresh && `Toegevoegd: ${fresh}.`,
      changed && `Bijgewerkt: ${changed}.`,
      !fresh && !changed && `Toegevoegd: ${some(files, 'bestand', 'bestanden')}.`,
      waiting > 0 && `${pendingCount(waiting)}.`,
      'Met Ctrl+Z maak je het ongedaan.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  pasted: (moment: string, ending: string) => `Geplakt ${moment}.${ending}`,
};
