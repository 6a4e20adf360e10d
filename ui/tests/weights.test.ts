import { describe, expect, it } from 'vitest';
import type { SourceView } from '../src/bindings/index.ts';
import { reach, shifted } from '../src/routes/dossier/weights.ts';

/** A small generator that always gives the same, so that a failure can be read again. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Sources whose bands hold weights that add up to 100, with those weights. */
function partnership(seed: number): { sources: SourceView[]; weights: number[] } {
  const roll = dice(seed);
  const count = 2 + roll(4);
  const weights = Array.from({ length: count }, () => 1);
  for (let left = 100 - count; left > 0; left -= 1) {
    const at = roll(count);
    weights[at] = (weights[at] ?? 0) + 1;
  }
  const sources = weights.map((weight, at) => ({
    id: `s${at}`,
    label: `S${at}`,
    weight,
    min: Math.max(0, weight - roll(15)),
    max: Math.min(100, weight + roll(15)),
    unused: false,
  }));
  sources.push({ id: 'o', label: 'O', weight: 0, min: 0, max: 15, unused: true });
  return { sources, weights: [...weights, 0] };
}

describe('trying other weights', () => {
  it('always adds up to 100 in whole per cents inside the bands', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { sources, weights } = partnership(seed);
      for (let at = 0; at < sources.length - 1; at += 1) {
        const room = reach(sources, at);
        for (const to of [room.min, room.max, sources[at]?.min ?? 0, sources[at]?.max ?? 0, weights[at] ?? 0]) {
          const next = shifted(sources, weights, at, to);
          const total = next?.reduce((all, one) => all + one, 0);
          const fits = next?.every((weight, place) => {
            const { min = 0, max = 0, unused = true } = sources[place] ?? {};
            return Number.isInteger(weight) && weight >= (unused ? 0 : min) && weight <= (unused ? 0 : max);
          });
          const asked = to < room.min || to > room.max || next?.[at] === to;
          // Judged here and told once: sixty thousand expectations take longer than a test may under load.
          if (total === 100 && fits && asked) continue;
          const bands = sources.map((one) => `${one.min}-${one.max}`);
          expect.fail(`seed ${seed}, source ${at} to ${to} from ${weights} in ${bands}: ${next}`);
        }
      }
    }
  });

  const source = (id: string, weight: number, min: number, max: number, unused = false): SourceView => ({
    id,
    label: id,
    weight,
    min,
    max,
    unused,
  });
  const example = [
    source('w', 35, 25, 45),
    source('p', 20, 15, 30),
    source('d', 15, 10, 25),
    source('o', 0, 0, 15, true),
    source('z', 30, 20, 40),
  ];

  it('moves the others in proportion', () => {
    expect(shifted(example, [35, 20, 15, 0, 30], 0, 27)).toEqual([27, 22, 17, 0, 34]);
  });

  it('comes back to where it was', () => {
    const agreed = [35, 20, 15, 0, 30];
    for (let to = 25; to <= 45; to += 1) shifted(example, agreed, 0, to);
    expect(shifted(example, agreed, 0, 35)).toEqual(agreed);
  });

  it('goes no further than the others can make up', () => {
    expect(reach([source('a', 50, 20, 90), source('b', 50, 40, 60)], 0)).toEqual({ min: 40, max: 60 });
  });
});
