import { describe, expect, it } from 'vitest';
import type { DeskRow, FrameworkView } from '../src/bindings/index.ts';
import {
  chosen,
  concerned,
  everything,
  lines,
  pickedUpTo,
  sorted,
  toggled,
  weekOf,
} from '../src/routes/dossiers/rows.ts';
import { tally } from '../src/routes/dossiers/tally.ts';

const row = (number: string, name: string, school: string, change: Partial<DeskRow> = {}): DeskRow => ({
  number,
  name,
  subject: '',
  school,
  sources: [1, 0, 0],
  statement: null,
  stances: [],
  vraak: [],
  openDiscrepancies: 0,
  state: 'weighing',
  next: { step: 'substantiate' },
  deadline: '2025-06-13',
  overdue: false,
  outcome: null,
  ...change,
});
const source = (id: string, unused = false) => ({ id, label: id, weight: 0, min: 0, max: 0, unused });
const framework = {
  sources: [source('werkplek'), source('drama'), source('opleiding', true)],
  criteria: [],
} as unknown as FrameworkView;
const weeks = ['2025-06-02', '2025-06-09', '2025-06-16'];
const rows = [
  row('9000003', 'Zoë Álvarez', 'B', { state: 'toSign', deadline: '2025-06-20' }),
  row('9000001', 'de Wit', 'A', { openDiscrepancies: 2 }),
  row('9000002', 'Çelik', 'B', { overdue: true, sources: [1, 4, 0], deadline: '2025-06-03' }),
];
const numbers = (found: DeskRow[]) => found.map((one) => one.number.slice(-1)).join('');
const asked = (change: Partial<typeof everything>) =>
  numbers(chosen(rows, { ...everything, ...change }, framework, weeks));

describe('what the table shows', () => {
  it('leaves what was asked for, all of it together', () => {
    expect(asked({})).toBe('312');
    expect(asked({ state: 'toSign' })).toBe('3');
    expect(asked({ discrepancy: true })).toBe('1');
    expect(asked({ overdue: true })).toBe('2');
    expect(asked({ missing: 'drama' })).toBe('31');
    expect(asked({ missing: 'drama', discrepancy: true })).toBe('1');
  });

  it('does not call a source missing that is absent by design', () => {
    expect(asked({ missing: 'opleiding' })).toBe('');
  });

  it('finds names without accents and capitals, and numbers', () => {
    expect(asked({ text: 'zoe al' })).toBe('3');
    expect(asked({ text: ' ÇEL' })).toBe('2');
    expect(asked({ text: '001' })).toBe('1');
  });

  it('puts a day in the week it falls in', () => {
    expect(weekOf(weeks, '2025-06-15')).toBe('2025-06-09');
    expect(weekOf(weeks, '2025-06-01')).toBeNull();
    expect(asked({ week: '2025-06-16' })).toBe('3');
  });
});

describe('what the rows come to', () => {
  const table = { rows, weeks, today: '2025-06-11', seq: 0 };

  it('counts states, sources that say nothing, what is late and what is due this week', () => {
    const found = tally(table);
    expect(found.states).toEqual({ evidenceMissing: 0, weighing: 2, substantiated: 0, toSign: 1, signed: 0 });
    expect(found.silent).toEqual([0, 2, 3]);
    expect(found.overdue).toBe(1);
    expect(found.thisWeek).toBe(1);
    expect(found.weeks).toEqual([
      { monday: '2025-06-02', due: 1, done: 0 },
      { monday: '2025-06-09', due: 1, done: 0 },
      { monday: '2025-06-16', due: 1, done: 1 },
    ]);
  });

  it('knows no week of today outside those shown', () => {
    expect(tally({ ...table, today: '2025-08-01' }).thisWeek).toBeNull();
    expect(tally({ ...table, today: '2025-06-18' }).thisWeek).toBe(0);
  });
});

describe('the order of the table', () => {
  it('is by name as Dutch people sort, up or down, and by school first when grouped', () => {
    expect(numbers(sorted(rows, 'name', false, false))).toBe('213');
    expect(numbers(sorted(rows, 'name', true, false))).toBe('312');
    expect(numbers(sorted(rows, 'name', false, true))).toBe('123');
    expect(numbers(sorted(rows, 'deadline', false, false))).toBe('213');
    expect(numbers(sorted(rows, 'state', true, false))).toBe('321');
  });

  it('has a heading above each school, and places count rows only', () => {
    const found = lines(sorted(rows, 'name', false, true), true);
    expect(found.map((line) => (line.kind === 'group' ? line.school + line.count : line.at))).toEqual([
      'A1',
      0,
      'B2',
      1,
      2,
    ]);
    expect(lines(rows, false)).toHaveLength(3);
  });
});

describe('picking rows', () => {
  it('adds a range in either direction and keeps what was picked', () => {
    expect([...pickedUpTo(new Set(['9000009']), rows, 2, 1)].sort()).toEqual(['9000001', '9000002', '9000009']);
  });

  it('is what acts on several are about, else the rows that are shown', () => {
    expect(numbers(concerned(rows, rows.slice(1), new Set()))).toBe('12');
    expect(numbers(concerned(rows, rows.slice(1), new Set(['9000003'])))).toBe('3');
  });

  it('takes a pick back', () => {
    const once = toggled(new Set(), '9000001');
    expect(once.has('9000001')).toBe(true);
    expect(toggled(once, '9000001').size).toBe(0);
  });
});
