import { describe, expect, it } from 'vitest';
import type { FormRow } from '../src/bindings/index.ts';
import { fitting, near, reading, stepped, tops, typed } from '../src/components/pdf/geometry.ts';
import { counts, key, moved, shown, signOf, sorted, standing } from '../src/routes/formulieren/rows.ts';

const form = (number: string, name: string, change: Partial<FormRow> = {}): FormRow => ({
  number,
  name,
  attempt: 1,
  revision: 1,
  outcome: 'aangetoond',
  establishedOn: '2025-06-12',
  hash: number,
  replaced: false,
  form: { state: 'unsigned' },
  level: '',
  second: null,
  ...change,
});
const signed: Partial<FormRow> = { form: { state: 'signed', by: 'E. Examinator', at: '', path: '/a.pdf' } };

describe('the list of forms', () => {
  const rows = [
    form('3', 'Zeger Zijlstra'),
    form('1', 'Éva Özdemir', signed),
    form('2', 'Eva Bos', { ...signed, replaced: true }),
    form('2', 'Eva Bos', { revision: 2 }),
  ];

  it('stands as Dutch people sort, of one student the latest first', () => {
    expect(sorted(rows).map(key)).toEqual(['2.1.2', '2.1.1', '1.1.1', '3.1.1']);
  });

  it('is filtered by how a form stands and by name or number', () => {
    expect(rows.map(standing)).toEqual(['toSign', 'signed', 'replaced', 'toSign']);
    expect(counts(rows)).toEqual({ all: 4, toSign: 2, signed: 1, replaced: 1 });
    expect(shown(rows, 'toSign', '').map(key)).toEqual(['3.1.1', '2.1.2']);
    expect(shown(rows, 'all', ' ÖZD ').map(key)).toEqual(['1.1.1']);
    expect(shown(rows, 'signed', '3')).toEqual([]);
  });

  it('shows a signature as good only when it was found to be', () => {
    expect(
      [undefined, null, 'valid', 'valid_untrusted', 'invalid', 'unsigned'].map((one) => signOf(one as null)),
    ).toEqual(['open', 'open', 'ok', 'att', 'no', 'att']);
  });

  it('is walked with the keys of a list and ends at its ends', () => {
    expect(moved('ArrowDown', 0, 3, 8)).toBe(1);
    expect(moved('k', 0, 3, 8)).toBe(0);
    expect(moved('PageDown', 1, 30, 8)).toBe(9);
    expect(moved('End', 1, 30, 8)).toBe(29);
    expect(moved('Home', 9, 30, 8)).toBe(0);
    expect(moved('ArrowDown', -1, 30, 8)).toBe(0);
    expect(moved('a', 1, 30, 8)).toBeNull();
    expect(moved('ArrowDown', 0, 0, 8)).toBeNull();
  });
});

describe('the pages of a form', () => {
  const sizes = [
    { width: 800, height: 1000 },
    { width: 800, height: 1000 },
    { width: 400, height: 500 },
  ];

  it('lie under each other with room between them', () => {
    expect(tops(sizes, 1)).toEqual([16, 1032, 2048]);
    expect(tops(sizes, 0.5)).toEqual([16, 532, 1048]);
  });

  it('say which is read and which are near', () => {
    expect(reading(sizes, 1, 0, 600)).toBe(1);
    expect(reading(sizes, 1, 900, 600)).toBe(2);
    expect(near(sizes, 1, 0, 600)).toEqual([1, 2]);
    expect(near(sizes, 1, 1900, 600)).toEqual([2, 3]);
    const long = Array.from({ length: 500 }, () => ({ width: 800, height: 1000 }));
    const [first, last] = near(long, 1, 250_000, 600);
    expect(last - first).toBeLessThan(4);
  });

  it('zoom in steps from anywhere, and to the width of the pane', () => {
    expect(stepped(1, 1)).toBe(1.1);
    expect(stepped(1.03, -1)).toBe(1);
    expect(stepped(4, 1)).toBe(4);
    expect(fitting(sizes, 832)).toBe(1);
    expect(fitting(sizes, 10)).toBe(0.25);
  });

  it('are found by the number somebody types', () => {
    expect(typed(' 3 ', 3)).toBe(3);
    for (const wrong of ['', '0', '4', '1.5', 'twee']) expect(typed(wrong, 3)).toBeNull();
  });
});
