/**
 * Which row stands in which place of the page.
 *
 * A page has a fixed number of places, so that scrolling makes no new elements: row `i` stands in place
 * `i % places.length`, at its own height, wherever the list is. So many rows are put in
 * place in one frame that it stays a frame, however far the list leapt: those in sight first, in as many frames as it
 * takes, then those just beyond it. What a place held before may stay there until then: it stands out of sight, where it
 * belongs.
 */

import type { Line } from './rows.ts';

/** Rows or lines, by index: from `first` up to and including `last`. */
export type Span = { first: number; last: number };

/** Rows put in place in one frame, at most: with half a millisecond each there is room for the rest of a frame. */
export const A_FRAME = 8;

/** Places for the rows in sight and `beyond` more on either side; -1 is an empty one. */
export function empty(sight: number, beyond: number): number[] {
  return new Array<number>(sight + 2 * beyond).fill(-1);
}

/** The rows among these lines; nothing when there is none. */
export function rowsWithin(lines: Line[], { first, last }: Span): Span | undefined {
  const shown = lines.slice(first, last + 1).filter((line) => line.kind === 'row');
  const [top, bottom] = [shown[0], shown.at(-1)];
  return top && bottom && { first: top.at, last: bottom.at };
}

/**
 * The places with `most` more rows in them, and what still has to follow: rows that are seen, rows beyond sight, or
 * nothing.
 */
export function filled(
  places: number[],
  sight: Span,
  beyond: number,
  count: number,
  most: number,
): { places: number[]; left: 'sight' | 'beyond' | null } {
  const next = [...places];
  let room = most;
  /** Whether a row stands in its place now. */
  const put = (row: number) => {
    const place = row % next.length;
    if (next[place] === row || row < 0 || row >= count) return true;
    if (room === 0) return false;
    next[place] = row;
    room -= 1;
    return true;
  };
  for (let row = sight.first; row <= sight.last; row++) {
    if (!put(row)) return { places: next, left: 'sight' };
  }
  for (let away = 1; away <= beyond; away++) {
    if (!put(sight.last + away) || !put(sight.first - away)) return { places: next, left: 'beyond' };
  }
  return { places: next, left: null };
}
