import { describe, expect, it } from 'vitest';
import type { FilePreview, FileRequest, ImportPreview, PendingRow, RowLine } from '../src/bindings/index.ts';
import { bewijs as english } from '../src/i18n/en/bewijs.ts';
import { bewijs } from '../src/i18n/nl/bewijs.ts';
import {
  decided,
  decisionOn,
  earlier,
  forAll,
  fromPaste,
  fromPaths,
  nothing,
  numberIn,
  pathsOf,
  said,
  totals,
  withCriterion,
  withText,
} from '../src/routes/bewijs/asked.ts';

const counts = { added: 0, updated: 0, unchanged: 0 };
const preview = (kind: string, added = 0): FilePreview => ({
  report: {
    file: kind,
    kind,
    outcome: added > 0 ? 'imported' : 'unchanged',
    students: counts,
    datapoints: { ...counts, added },
    indications: 0,
    pending: [],
    findings: [],
  },
  rows: [],
  more: 0,
  guess: {
    headings: ['A', 'B'],
    sample: [],
    mapping: { ...nothing, text: ['A'], criteria: { K1: { level: 'B', text: null } } },
    words: [],
    remembered: false,
  },
});
const [request] = fromPaths(['/x.csv']) as [FileRequest];

describe('what is said of a file', () => {
  it('keeps one decision for each row and takes it back', () => {
    const once = decided(request, null, 4, 'leave_out');
    const twice = decided(once, null, 4, 'student', '9900001');
    expect(decisionOn(twice, null, 4)).toBe('student');
    expect(twice.mapping?.rows).toHaveLength(1);
    expect(decisionOn(twice, 'Blad2', 4)).toBe('');
    expect(decided(twice, null, 4, '').mapping?.rows).toEqual([]);
  });

  it('changes columns beginning from what was guessed', () => {
    const file = preview('forms');
    expect(withText(request, file, 'B', true).mapping?.text).toEqual(['A', 'B']);
    expect(withText(request, file, 'a', false).mapping?.text).toEqual([]);
    expect(withCriterion(request, file, 'K2', 'A', '').mapping?.criteria).toEqual({
      K1: { level: 'B', text: null },
      K2: { level: 'A', text: null },
    });
    expect(withCriterion(request, file, 'K1', '', '').mapping?.criteria).toEqual({});
  });

  it('says the same of all documents, and leaves whose they are', () => {
    const mine = said(request, { source: 'drama', rows: [{ sheet: null, row: 1, decide: 'student', value: '1' }] });
    const both: ImportPreview = { files: [preview('pdf'), preview('document'), preview('forms')] };
    const [, second, third] = forAll([mine, request, request], both, mine);
    expect([second?.mapping?.source, second?.mapping?.rows]).toEqual(['drama', []]);
    expect(third?.mapping).toBeNull();
  });
});

describe('what is pasted', () => {
  const name = (ending: string) => `geplakt.${ending}`;
  it('is a table on the desk and text in a dossier', () => {
    const rows = 'a\tb\nc\td';
    expect(fromPaste('<table></table>', rows, name, '')?.incoming).toEqual({
      pasted: { name: 'geplakt.tsv', text: rows },
    });
    const here = fromPaste('<b>x</b>', 'x', name, '9900001');
    expect(here?.incoming).toEqual({ pasted: { name: 'geplakt.html', text: '<b>x</b>' } });
    expect(decisionOn(here ?? undefined, null, 1)).toBe('student');
    expect(fromPaste('', '  ', name, '')).toBeNull();
  });

  it('can be files of a file manager', () => {
    expect(pathsOf('file:///map/een%20brief.docx\r\nhttps://elders.example\n')).toEqual(['/map/een brief.docx']);
  });
});

it('reads a number from what was typed, and adds up', () => {
  expect([numberIn('Ruben (9902084)'), numberIn(' 9902084 '), numberIn('Ruben')]).toEqual(['9902084', '9902084', '']);
  expect(totals({ files: [preview('forms', 3), preview('pdf')] })).toEqual({
    files: 1,
    added: { students: 0, points: 3 },
    updated: { students: 0, points: 0 },
    waiting: 0,
  });
});

it('says what came in, and leaves out what did not', () => {
  const none = { students: 0, points: 0 };
  const undo = 'Met Ctrl+Z maak je het ongedaan.';
  expect(bewijs.done(1, { ...none, students: 24 }, none, 0)).toBe(`Toegevoegd: 24 studenten. ${undo}`);
  expect(bewijs.done(2, { students: 1, points: 1068 }, { ...none, points: 1 }, 1)).toBe(
    `Toegevoegd: 1 student en 1.068 datapunten. Bijgewerkt: 1 datapunt. 1 rij wacht op jou. ${undo}`,
  );
  expect(bewijs.done(1, none, none, 2)).toBe(`Toegevoegd: 1 bestand. 2 rijen wachten op jou. ${undo}`);
  expect(english.done(1, { students: 2, points: 1 }, none, 1)).toBe(
    'Added: 2 students and 1 data point. 1 row waits for you. Ctrl+Z takes it back.',
  );
});

it('finds what the author of a double wrote before about the same student', () => {
  const line = (row: number, who: string, words: string): RowLine => ({
    sheet: null,
    row,
    outcome: 'new',
    who,
    words,
    becomes: '',
  });
  const rows = [
    line(4, 'Iris Voorbeeld (9902084)', '03-06-2025 · A. Uteur · K1 op niveau'),
    line(5, 'Iris Voorbeeld (9902084)', '03-06-2025 · B. Ander · Bij A. Uteur gezien'),
    line(6, 'Ruben Proef (9902085)', '03-06-2025 · A. Uteur · K1 op niveau'),
    line(12, 'Iris Voorbeeld (9902084)', '03-06-2025 · A. Uteur · Later'),
  ];
  const waits: PendingRow = {
    sheet: null,
    row: 11,
    reason: 'likely_double',
    candidates: ['9902084'],
    value: 'a. uteur',
  };
  expect(earlier(rows, waits)).toEqual([rows[0]]);
  expect(earlier(rows, { ...waits, reason: 'quadrant_missing' })).toEqual([]);
});
