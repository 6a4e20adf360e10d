import { describe, expect, it } from 'vitest';
import type { DeskRow, FrameworkView } from '../src/bindings/index.ts';
import {
  chosen,
  concerned,
  everything,
  lines,
  pickedUpTo,
  placeOf,
  sorted,
  toggled,
  weeksOf,
} from '../src/routes/dossiers/rows.ts';
import { tally } from '../src/routes/dossiers/tally.ts';

const row = (number: string, name: string, school: string, change: Partial<DeskRow> = {}): DeskRow => ({
  number,
  name,
  subject: '',
  school,
  sources: [1, 0, 0],
  waiting: [],
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
const table = {
  weeks: ['2025-05-26', '2025-06-02', '2025-06-09', '2025-06-16'],
  due: { evidence: '2025-06-03', statement: '2025-06-05', judgement: '2025-06-13', signature: '2025-06-20' },
  today: '2025-06-11',
  seq: 0,
};
const weeks = weeksOf(table);
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

  it('leaves in a week what is due in it and not done, also by who is late', () => {
    expect(asked({ week: '2025-05-26' })).toBe('');
    expect(asked({ week: '2025-06-02' })).toBe('2');
    expect(asked({ week: '2025-06-09' })).toBe('12');
    expect(asked({ week: '2025-06-16' })).toBe('312');
  });

  it('does not call a source missing of which something waits to be established', () => {
    const waits = row('9000004', 'Waart', 'A', { waiting: [0, 3, 0] });
    expect(chosen([waits], { ...everything, missing: 'drama' }, framework, weeks)).toEqual([]);
    expect(tally({ ...table, rows: [waits] }).silent).toEqual([0, 0, 1]);
  });
});

describe('what the rows come to', () => {
  it('counts states, sources that say nothing, what is late and what is due this week', () => {
    const found = tally({ ...table, rows });
    expect(found.states).toEqual({ evidenceMissing: 0, weighing: 2, substantiated: 0, toSign: 1, signed: 0 });
    expect(found.silent).toEqual([0, 2, 3]);
    expect(found.overdue).toBe(1);
    expect(found.thisWeek).toBe(2);
    expect(found.weeks).toEqual([
      { monday: '2025-05-26', work: [], last: '', due: 0, done: 0 },
      { monday: '2025-06-02', work: ['evidence', 'statement'], last: '2025-06-05', due: 3, done: 2 },
      { monday: '2025-06-09', work: ['judgement'], last: '2025-06-13', due: 3, done: 1 },
      { monday: '2025-06-16', work: ['signature'], last: '2025-06-20', due: 3, done: 0 },
    ]);
  });

  it('does not say that nothing is late once every deadline is past, unless something is', () => {
    const quiet = rows.map((one) => ({ ...one, overdue: false }));
    expect(tally({ ...table, rows: quiet }).overdue).toBe(0);
    expect(tally({ ...table, rows: quiet, today: '2025-06-20' }).overdue).toBe(0);
    expect(tally({ ...table, rows: quiet, today: '2026-11-29' }).overdue).toBeNull();
    expect(tally({ ...table, rows, today: '2025-07-01' }).overdue).toBe(1);
  });

  it('knows no week of today outside those shown', () => {
    expect(tally({ ...table, rows, today: '2025-08-01' }).thisWeek).toBeNull();
    expect(tally({ ...table, rows, today: '2025-05-27' }).thisWeek).toBe(0);
    const signed = rows.map((one) => ({ ...one, state: 'signed' as const }));
    expect(tally({ ...table, rows: signed, today: '2025-06-18' }).thisWeek).toBe(0);
  });
});

describe('the order of the table', () => {
  it('is by name as Dutch people sort, up or down, and by school first when grouped', () => {
    expect(numbers(sorted(rows, 'name', false, false))).toBe('213');
    expect(numbers(sorted(rows, 'name', true, false))).toBe('312');
    expect(numbers(sorted(rows, 'name', false, true))).toBe('123');
    expect(numbers(sorted(rows, 'deadline', false, false))).toBe('213');
    expect(numbers(sorted(rows, 'state', true, false))).toBe('321');
    const order = (['establish', 'requestStatement', 'propose'] as const).map((step, at) =>
      row(`${at}`, '', '', { next: { step } }),
    );
    expect(numbers(sorted(order, 'next', false, false))).toBe('120');
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

describe('the row with the cursor', () => {
  it('is that of the student, or where it was when it is left out by what was asked', () => {
    expect(placeOf('9000001', rows, rows)).toBe(1);
    expect(placeOf('9000001', rows.slice(2), rows)).toBe(0);
    expect(placeOf('9000001', rows.slice(0, 1), rows)).toBe(0);
    expect(placeOf('9000002', rows.slice(0, 2), rows)).toBe(1);
    expect(placeOf('9000009', rows, rows)).toBe(0);
    expect(placeOf('', [], [])).toBe(0);
  });
});

describe('picking rows', () => {
  it('adds a range in either direction and keeps what was picked', () => {
    expect([...pickedUpTo(new Set(['9000009']), rows, rows[2]?.number ?? '', 1)].sort()).toEqual([
      '9000001',
      '9000002',
      '9000009',
    ]);
  });

  it('begins where it began also when the list stands otherwise now, and at its end when that is gone', () => {
    const turned = rows.toReversed();
    expect(pickedUpTo(new Set(), turned, rows[1]?.number ?? '', 0).size).toBe(rows.length - 1);
    expect([...pickedUpTo(new Set(), rows.slice(1), rows[0]?.number ?? '', 1)]).toEqual([rows[2]?.number]);
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
