/** The keys with which a passage is marked, and how the line of a criterion is drawn: by hue and by stroke. */
export const levelKeys = ['q', 'w', 'e', 'r', 't', 'y', 'u'];

const strokes = ['solid', 'dash', 'dot'] as const;
export type Stroke = (typeof strokes)[number];

/** Hue (degrees) and stroke of a criterion: domains differ in stroke, criteria within one in hue. */
export function drawn(place: number, domain: number): { hue: number; stroke: Stroke } {
  return { hue: (25 + place * 80) % 360, stroke: strokes[domain % strokes.length] ?? 'solid' };
}
