import { describe, expect, it } from 'vitest';
import type { FilePreview, FileRequest, ImportPreview } from '../src/bindings/index.ts';
import {
  decided,
  decisionOn,
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
  expect(totals({ files: [preview('forms', 3), preview('pdf')] })).toEqual({ files: 1, points: 3, waiting: 0 });
});
