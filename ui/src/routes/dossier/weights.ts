/** Sharing a change of one weight over the others, so that they add up to 100 and stay inside their bands. What comes of
 *  it is for Rust to say; this only keeps the sliders together. */
import type { SourceView } from '../../bindings/index.ts';

const others = (sources: SourceView[], at: number) =>
  sources.flatMap((source, place) => (place === at || source.unused ? [] : [place]));

/** Between which weights the one at `at` can move: its band, as far as the others can make up the rest in theirs. */
export function reach(sources: SourceView[], at: number): { min: number; max: number } {
  const rest = others(sources, at);
  const sum = (side: 'min' | 'max') => rest.reduce((all, place) => all + (sources[place]?.[side] ?? 0), 0);
  const own = sources[at];
  return {
    min: Math.max(own?.min ?? 0, 100 - sum('max')),
    max: Math.min(own?.max ?? 100, 100 - sum('min')),
  };
}

/** The weights with the one at `at` set to `to`: the others keep their proportions of `from` as far as their bands allow,
 *  in whole per cents that add up to 100 exactly. Null when the bands leave no room. */
export function shifted(sources: SourceView[], from: number[], at: number, to: number): number[] | null {
  const room = reach(sources, at);
  if (room.min > room.max) return null;
  const next = from.map((_, place) => (sources[place]?.unused ? 0 : (from[place] ?? 0)));
  next[at] = Math.max(room.min, Math.min(room.max, Math.round(to)));
  const rest = others(sources, at);
  const wanted = 100 - next[at];
  const exact = scaled(sources, from, rest, wanted);
  for (const [index, place] of rest.entries()) next[place] = within(sources[place], Math.floor(exact[index] ?? 0));
  // What rounding left over goes to those that lost most by it, and past a full one to the next.
  const order = rest
    .map((place, index) => ({ place, lost: (exact[index] ?? 0) - (next[place] ?? 0) }))
    .sort((a, b) => b.lost - a.lost || a.place - b.place);
  let left = wanted - rest.reduce((all, place) => all + (next[place] ?? 0), 0);
  while (left !== 0) {
    const step = Math.sign(left);
    const taker = (step > 0 ? order : [...order].reverse()).find(({ place }) => {
      const moved = (next[place] ?? 0) + step;
      return moved === within(sources[place], moved);
    });
    if (!taker) return null;
    next[taker.place] = (next[taker.place] ?? 0) + step;
    order.push(...order.splice(order.indexOf(taker), 1));
    left -= step;
  }
  return next;
}

const within = (source: SourceView | undefined, weight: number) =>
  Math.max(source?.min ?? 0, Math.min(source?.max ?? 100, weight));

/** The weights of `rest` times one factor, each held inside its band, so that they come to `wanted`. */
function scaled(sources: SourceView[], from: number[], rest: number[], wanted: number): number[] {
  const at = (factor: number) => rest.map((place) => within(sources[place], (from[place] ?? 0) * factor));
  const sum = (all: number[]) => all.reduce((one, other) => one + other, 0);
  let low = 0;
  let high = 100;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) < wanted) low = middle;
    else high = middle;
  }
  return at(high);
}
