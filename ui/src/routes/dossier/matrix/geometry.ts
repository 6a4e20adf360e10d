/** Where things lie in the cells and bands of the matrix. Only drawing: nothing is computed about judgements. */
import type { MarkView, StanceCode } from '../../../bindings/index.ts';

/** Width of a band, the margin on either side of its scale, and the least width of a bar. */
export const BAND = 212;
const MARGIN = 10;
const LEAST = 7;

/** x of a position in a cell of 60 wide. */
export function cellX(position: number, top: number): number {
  return 7 + (31.2 * position) / top;
}

/** x of a position in a band. */
export function bandX(position: number, top: number): number {
  return MARGIN + ((BAND - 2 * MARGIN) * position) / top;
}

/** A scale as one drawing: a line at `y` over all of its steps, with a tick of `length` at each. */
export function scale(from: number, to: number, y: number, ticks: number[], above: number, length: number): string {
  return `M${from} ${y}H${to}${ticks.map((x) => `M${x} ${y - above}v${length}`).join('')}`;
}

/** Width of a dot. */
export const DOT = 9.8;
/** Where the drawing lies in its cell, as in matrix.css. */
const IN_CELL = { x: 2, y: 3 };
/** How far from the middle of a dot it is still meant. */
const REACH = 7;

export type Dot = { mark: MarkView; x: number; y: number };

/** Marks stacked where they meet, those that count in full at the bottom. */
export function stacked(marks: MarkView[], top: number): Dot[] {
  const weight = { full: 0, half: 1, none: 2 };
  const sorted = [...marks].sort(
    (a, b) => weight[a.counts] - weight[b.counts] || (a.position ?? 0) - (b.position ?? 0),
  );
  const heights = new Map<number, number>();
  return sorted.map((mark) => {
    const x = cellX(mark.position ?? 0, top);
    const column = Math.round(x / 6);
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    // Beyond three the stack is drawn tighter, so that it stays inside its row.
    const step = marks.length > 3 ? Math.min(9.2, 23 / Math.max(1, marks.length - 1)) : 9.2;
    return { mark, x: x - DOT / 2, y: 22.8 - height * step };
  });
}

/** The dot that a place in the cell means: the nearest, when one is near. */
export function meant(dots: Dot[], x: number, y: number): Dot | null {
  let [found, least]: [Dot | null, number] = [null, REACH];
  for (const dot of dots) {
    const away = Math.hypot(IN_CELL.x + dot.x + DOT / 2 - x, IN_CELL.y + dot.y + DOT / 2 - y);
    if (away <= least) [found, least] = [dot, away];
  }
  return found;
}

/** A bar wide enough to be seen. It is never widened across the norm line: which side it lies on is its meaning. */
export function bar(
  range: { min: number | null; max: number | null },
  top: number,
  norm: number,
  stance: StanceCode,
): { from: number; to: number } {
  const from = bandX(range.min ?? 0, top);
  const to = bandX(range.max ?? 0, top);
  if (to - from >= LEAST) return { from, to };
  const middle = (from + to) / 2;
  const wide = { from: middle - LEAST / 2, to: middle + LEAST / 2 };
  if (stance === 'above' && wide.from < norm) return { from: norm, to: norm + LEAST };
  if (stance === 'below' && wide.to > norm) return { from: norm - LEAST, to: norm };
  return wide;
}

/** Parts of the coverage bar: one for each source that is expected, as wide as its weight. */
export function segments(weights: number[], width: number): { x: number; width: number }[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  const gap = 2.5;
  let x = 0.5;
  return weights.map((weight) => {
    const slot = sum > 0 ? (width * weight) / sum : width / weights.length;
    const part = { x, width: Math.max(1, slot - gap) };
    x += slot;
    return part;
  });
}
