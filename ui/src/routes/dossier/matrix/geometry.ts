/** Where things lie in the cells and bands of the matrix. Only drawing: nothing is computed about judgements. */
import type { MarkView } from '../../../bindings/index.ts';

/** x of a position in a cell of 60 wide. */
export function cellX(position: number, top: number): number {
  return 7 + (31.2 * position) / top;
}

/** x of a position in a band of 212 wide. */
export function bandX(position: number, top: number): number {
  return 10 + (192 * position) / top;
}

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
    return { mark, x: x - 4.9, y: 22.8 - Math.min(height, 3) * 9.2 };
  });
}

/** A band at least seven wide, so that one place can be seen. */
export function band(min: number, max: number, top: number): { from: number; to: number } {
  const from = bandX(min, top);
  const to = bandX(max, top);
  if (to - from >= 7) return { from, to };
  const middle = (from + to) / 2;
  return { from: middle - 3.5, to: middle + 3.5 };
}
