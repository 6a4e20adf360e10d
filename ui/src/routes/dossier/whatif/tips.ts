/** How the places where criteria tip are named along a slider, so that no name lies over another. */
export type Tip = { x: number; ids: string[] };
export type Label = { x: number; anchor: 'start' | 'middle' | 'end'; short: boolean };

/** Tips nearer than this, in the drawing, are named by their criteria alone. */
const NEAR = 64;
/** And nearer than this lean away from each other. */
const CLOSE = 44;
/** How far a name that leans still reaches over its tick. */
const OVER = 7;

/** Where each is named, for tips from left to right. */
export function labels(tips: Tip[]): Label[] {
  return tips.map(({ x }, at) => {
    const left = x - (tips[at - 1]?.x ?? Number.NEGATIVE_INFINITY);
    const right = (tips[at + 1]?.x ?? Number.POSITIVE_INFINITY) - x;
    const short = Math.min(left, right) < NEAR;
    if (right < CLOSE && right <= left) return { x: x + OVER, anchor: 'end', short };
    if (left < CLOSE) return { x: x - OVER, anchor: 'start', short };
    return { x, anchor: 'middle', short };
  });
}
