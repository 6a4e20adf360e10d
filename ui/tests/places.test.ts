import { describe, expect, test } from 'vitest';
import type { DeskRow } from '../src/bindings/index.ts';
import { empty, filled, rowsWithin } from '../src/routes/dossiers/places.ts';

const BEYOND = 3;
const COUNT = 10_000;
const at = (places: number[]) => places.filter((row) => row >= 0).sort((a, b) => a - b);
const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, more) => first + more);
const changed = (before: number[], after: number[]) => after.filter((row, place) => row !== before[place]);

/** Fills until nothing is left to follow. */
function rest(places: number[], first: number, last: number, count = COUNT): number[] {
  let next = filled(places, { first, last }, BEYOND, count, 4);
  while (next.left) next = filled(next.places, { first, last }, BEYOND, count, 4);
  return next.places;
}

describe('places of rows', () => {
  test('what is in sight comes first, then what is beyond, never more than fits', () => {
    const sight = { first: 100, last: 119 };
    const first = filled(empty(20, BEYOND), sight, BEYOND, COUNT, 12);
    expect(at(first.places)).toEqual(span(100, 111));
    expect(first.left).toBe('sight');
    const second = filled(first.places, sight, BEYOND, COUNT, 12);
    expect(at(second.places).filter((row) => row >= 100 && row <= 119)).toEqual(span(100, 119));
    expect(changed(first.places, second.places)).toHaveLength(12);
    expect(second.left).toBe('beyond');
    expect(at(rest(second.places, 100, 119))).toEqual(span(97, 122));
  });

  test('a step draws as many rows as it moved', () => {
    const before = rest(empty(20, BEYOND), 100, 119);
    const after = filled(before, { first: 102, last: 121 }, BEYOND, COUNT, 12);
    expect(after.left).toBeNull();
    expect(changed(before, after.places)).toEqual(expect.arrayContaining([123, 124]));
    expect(changed(before, after.places)).toHaveLength(2);
  });

  test('a leap ends the same, in a frame more', () => {
    const before = rest(empty(20, BEYOND), 100, 119);
    const leap = filled(before, { first: 5_000, last: 5_019 }, BEYOND, COUNT, 12);
    expect(changed(before, leap.places)).toEqual(expect.arrayContaining(span(5_000, 5_011)));
    expect(changed(before, leap.places)).toHaveLength(12);
    expect(at(rest(leap.places, 5_000, 5_019))).toEqual(span(4_997, 5_022));
  });

  test('no row is in two places, none beyond the ends is drawn', () => {
    for (const [first, last, count] of [
      [0, 19, COUNT],
      [9_980, 9_999, COUNT],
      [0, 4, 5],
      [0, 0, 1],
    ] as const) {
      const drawn = at(rest(rest(empty(20, BEYOND), 40, 59), first, last, count));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.filter((row) => row < count)).toEqual(
        expect.arrayContaining(span(Math.max(0, first - BEYOND), Math.min(count - 1, last + BEYOND))),
      );
    }
  });

  test('headings between the rows take no place', () => {
    const group = { kind: 'group', school: 'De Linde', count: 2 } as const;
    const row = (at: number) => ({ kind: 'row', row: {} as DeskRow, at }) as const;
    const lines = [group, row(0), row(1), group, row(2)];
    expect(rowsWithin(lines, { first: 0, last: 4 })).toEqual({ first: 0, last: 2 });
    expect(rowsWithin(lines, { first: 2, last: 3 })).toEqual({ first: 1, last: 1 });
    expect(rowsWithin(lines, { first: 3, last: 3 })).toBeUndefined();
    expect(rowsWithin([], { first: 0, last: -1 })).toBeUndefined();
  });
});
