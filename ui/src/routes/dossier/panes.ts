/** The three panes of a dossier: how wide each may be, what a key does to a width, and what fits in the window. */
export type Pane = 'sources' | 'weighing' | 'judgement';
/** Side by side; Bronnen as a strip that opens over the rest; one at a time. */
export type Frame = 'wide' | 'strip' | 'one';
export type Side = 'sources' | 'judgement';

export const panes: Pane[] = ['sources', 'weighing', 'judgement'];
/** Usual widths in CSS pixels at normal zoom. */
const usual: Record<Side, number> = { sources: 304, judgement: 288 };
/** Narrower, the nine tabs of criteria would be too small to hit (WCAG 2.5.8). */
const least: Record<Side, number> = { sources: 248, judgement: 264 };
const most: Record<Side, number> = { sources: 640, judgement: 560 };
/** What the weighing keeps at the least. */
const KEPT = 480;
/** What shows the matrix whole: its `min-width` in matrix.css, the edges of the pane, and a scroll bar. */
const WHOLE = 716;
const STEP = 16;

/** What fits in a window of this many rems. */
export function frameOf(rems: number): Frame {
  if (rems <= 56) return 'one';
  // Below this the three do not fit at their least.
  return rems < 79.75 ? 'strip' : 'wide';
}

/** Least and greatest width of a side, with `rest` pixels for it and the weighing together. */
export function bounds(side: Side, rest: number): [number, number] {
  return [least[side], Math.max(least[side], Math.min(most[side], Math.floor(rest - KEPT)))];
}

/** How wide the sides that are open stand in `room` pixels: as they were made, or, where nobody made them so, narrower as
 *  long as the matrix is not whole. */
export function giving(width: Record<Side, number>, open: Side[], room: number): Record<Side, number> {
  const given = { ...width };
  let lacking = WHOLE - open.reduce((left, side) => left - width[side], room);
  for (const side of open) {
    if (width[side] !== usual[side] || lacking <= 0) continue;
    given[side] = Math.max(least[side], usual[side] - lacking);
    lacking -= usual[side] - given[side];
  }
  return given;
}

export function within(value: number, [min, max]: [number, number]): number {
  return Math.round(Math.max(min, Math.min(max, value)));
}

/** Whether a drag to this width means that the pane should fold. */
export function folds(side: Side, width: number): boolean {
  return width < least[side] / 2;
}

/** The width after a key on the separator; null when the key means nothing to it. Right widens the left pane. */
export function pressed(side: Side, key: string, large: boolean, now: number, limits: [number, number]): number | null {
  const way = side === 'sources' ? 1 : -1;
  const by = large ? 4 * STEP : STEP;
  switch (key) {
    case 'ArrowRight':
      return within(now + way * by, limits);
    case 'ArrowLeft':
      return within(now - way * by, limits);
    case 'Home':
      return limits[0];
    case 'End':
      return limits[1];
    default:
      return null;
  }
}

/** The width after pressing the edge twice: the usual one, and from there the greatest. Who points need not drag. */
export function pressedTwice(side: Side, now: number, limits: [number, number]): number {
  const wont = within(usual[side], limits);
  return now === wont ? limits[1] : wont;
}
