import { describe, expect, it } from 'vitest';
import type { JournalRow, SearchReply } from '../src/bindings/index.ts';
import type { Act } from '../src/components/search/acts.ts';
import { fitting, listed, moved, plainly } from '../src/components/search/palette.ts';
import { everything, filterOf, missing, PAGE, rowAt } from '../src/routes/logboek/pages.ts';

const act = (id: string, label: string, also = ''): Act => ({ id, label, also, run: () => {} });
const acts = [
  act('go-kader', 'Ga naar Kader', 'kamer'),
  act('lock', 'Vergrendelen', 'slot'),
  act('add', 'Bewijs toevoegen', 'import'),
];
const reply = (students: string[], evidence: string[]): SearchReply => ({
  students: students.map((number) => ({ number, name: [], about: [] })),
  moreStudents: 0,
  evidence: evidence.map((datapoint) => ({
    number: '1',
    name: '',
    datapoint,
    source: 'werkplek',
    author: [],
    date: '2025-06-12',
    passage: [],
    cut: [false, false],
    excerpt: null,
  })),
  moreEvidence: 0,
  reading: null,
});

describe('the palette', () => {
  it('looks past case and accents', () => {
    expect(plainly('Çağlar ÉÉN')).toBe('caglar een');
  });

  it('finds acts by every word, in their label or beside it, the label first', () => {
    expect(fitting(acts, '').length).toBe(3);
    expect(fitting(acts, 'SLOT').map((one) => one.id)).toEqual(['lock']);
    expect(fitting(acts, 'kader naar').map((one) => one.id)).toEqual(['go-kader']);
    expect(
      fitting([act('a', 'Iets', 'be'), act('b', 'Anders be'), act('c', 'Bewijs')], 'be').map((one) => one.id),
    ).toEqual(['c', 'b', 'a']);
    expect(fitting(acts, 'xyz')).toEqual([]);
  });

  it('lists students, then acts, then evidence', () => {
    const items = listed(reply(['9'], ['d1', 'd2']), acts.slice(0, 1));
    expect(items.map((item) => item.id)).toEqual(['s-9', 'a-go-kader', 'e-1-d1', 'e-1-d2']);
    expect(listed(null, [])).toEqual([]);
  });

  it('goes round with the arrows and stops at the ends with the page keys', () => {
    expect(moved('ArrowDown', 2, 3)).toBe(0);
    expect(moved('ArrowUp', 0, 3)).toBe(2);
    expect(moved('PageDown', 1, 3)).toBe(2);
    expect(moved('PageUp', 1, 3)).toBe(0);
    expect(moved('a', 1, 3)).toBeNull();
    expect(moved('ArrowDown', 0, 0)).toBeNull();
  });
});

describe('the journal in pages', () => {
  it('asks for the pages that are in sight and not there yet', () => {
    const pages = new Map<number, JournalRow[]>([[1, [{ seq: 7 } as JournalRow]]]);
    expect(missing(pages, 40, 3 * PAGE)).toEqual([0, 2, 3]);
    expect(rowAt(pages, PAGE)?.seq).toBe(7);
    expect(rowAt(pages, 0)).toBeUndefined();
  });

  it('means by a day midnight to midnight where the user is, also when the clock changes', () => {
    const { since, before } = filterOf({ ...everything, day: '2025-03-30' });
    expect(new Date(since ?? '').getHours()).toBe(0);
    expect(new Date(before ?? '').getHours()).toBe(0);
    expect(new Date(before ?? '').getDate()).toBe(31);
    expect(filterOf({ ...everything, day: '2025-0' }).since).toBeNull();
  });
});
