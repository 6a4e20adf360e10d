import { describe, expect, it } from 'vitest';
import { type Mark, neighbour, spread } from '../src/routes/dossier/timeline.ts';

const mark = (key: string, row: number, x: number): Mark => ({
  key,
  row,
  x,
  kind: 'point',
  id: key,
  label: key,
  sign: 'w1',
});

describe('the time line', () => {
  it('hides no mark behind another of the same day', () => {
    expect(spread([50, 50, 50], 11, 40, 280)).toEqual([50, 61, 72]);
    expect(spread([280, 280], 11, 40, 280)).toEqual([269, 280]);
    expect(spread([60, 200], 11, 40, 280)).toEqual([60, 200]);
  });

  it('keeps all marks inside, closer together when there are many', () => {
    const places = spread(Array(100).fill(280), 11, 40, 280);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(40 - 1e-6);
    expect(new Set(places.map((place) => place.toFixed(3))).size).toBe(100);
  });

  it('is walked with the arrow keys', () => {
    const marks = [mark('a', 0, 10), mark('b', 0, 90), mark('c', 2, 80), mark('d', 2, 20)];
    expect(neighbour(marks, 'a', 'ArrowRight')).toBe('b');
    expect(neighbour(marks, 'b', 'ArrowRight')).toBe('b');
    expect(neighbour(marks, 'b', 'ArrowDown')).toBe('c');
    expect(neighbour(marks, 'd', 'ArrowUp')).toBe('a');
    expect(neighbour(marks, 'b', 'Home')).toBe('a');
    expect(neighbour(marks, 'gone', 'ArrowRight')).toBe('b');
    expect(neighbour([], 'a', 'ArrowRight')).toBeNull();
    expect(neighbour(marks, 'a', 'j')).toBeNull();
  });
});
