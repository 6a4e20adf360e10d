/** Sharing a change of one weight over the others, so that they add up to 100 and stay inside their bands. What comes of
 *  it is for Rust to say; this only keeps the sliders together. */
import type { SourceView } from '../../bindings/index.ts';

/** The weights with the one at `at` set to `to`; null when the bands leave no room. */
export function shifted(sources: SourceView[], weights: number[], at: number, to: number): number[] | null {
  const next = [...weights];
  next[at] = to;
  let rest = 100 - next.reduce((sum, one) => sum + one, 0);
  while (rest !== 0) {
    const step = Math.sign(rest);
    let best = -1;
    let room = 0;
    for (const [place, source] of sources.entries()) {
      if (place === at || source.unused) continue;
      const left = step > 0 ? source.max - (next[place] ?? 0) : (next[place] ?? 0) - source.min;
      if (left > room) {
        room = left;
        best = place;
      }
    }
    if (best < 0) return null;
    next[best] = (next[best] ?? 0) + step;
    rest -= step;
  }
  return next;
}
