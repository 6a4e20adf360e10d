import { expect, it } from 'vitest';
import { labels } from '../src/routes/dossier/whatif/tips.ts';

const at = (...places: number[]) => labels(places.map((x) => ({ x, ids: ['K1'] })));

it('names tips over their tick, and has those that are close lean away from each other', () => {
  expect(at(100)).toEqual([{ x: 100, anchor: 'middle', short: false }]);
  expect(at(100, 150).map(({ anchor, short }) => [anchor, short])).toEqual([
    ['middle', true],
    ['middle', true],
  ]);
  const [left, right] = at(100, 122);
  expect([left?.anchor, right?.anchor]).toEqual(['end', 'start']);
  // What they reach over their ticks does not meet.
  expect(left?.x).toBeLessThan(right?.x ?? 0);
});
