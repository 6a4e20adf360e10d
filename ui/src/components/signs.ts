/** Every sign of the window as paths: the icons of the kept set, and what is our own. Drawn where they stand: a `<use>`
 *  builds a tree of its own each time. */
import { icons } from './icons.ts';

/** How a path is painted; parts.css has the strokes. */
type Paint = 'icon' | 'solid' | 'hollow' | 'axis' | 'outline' | 'dashed';
export type Path = { d: string; paint: Paint; transform?: string };
type Drawing = {
  /** The square it is drawn on: its least x and y, and its side. */
  from: number;
  side: number;
  paths: Path[];
};

const stance = (...paths: Path[]): Drawing => ({ from: 0, side: 16, paths });
const axis = { d: 'M8 1.5v13', paint: 'axis' } as const;

/** The shape of a source: in full, hollow, and its left half. Each is one line that, once it has begun, goes on from where
 *  it is, so that it can begin anywhere. */
const shapes: Record<string, { full: string; hollow: string; half: string }> = {
  d: { full: 'M5 .3l4.9 9h-9.8z', hollow: 'M5 1.9l3.7 6.7h-7.4z', half: 'M5 1.9v6.7h-3.7z' },
  o: {
    full: 'M5-.3l5.3 5.3-5.3 5.3-5.3-5.3z',
    hollow: 'M5 .8l4.2 4.2-4.2 4.2-4.2-4.2z',
    half: 'M5 .8v8.4l-4.2-4.2z',
  },
  p: { full: 'M.8.8h8.4v8.4h-8.4z', hollow: 'M1.5 1.5h7v7h-7z', half: 'M1.5 1.5h3.5v7h-3.5z' },
  w: {
    full: 'M.5 5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z',
    hollow: 'M1.2 5a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0-7.6 0z',
    half: 'M5 1.2a3.8 3.8 0 0 0 0 7.6z',
  },
  z: {
    full: 'M3.3.3h3.4v3h3v3.4h-3v3h-3.4v-3h-3v-3.4h3z',
    hollow: 'M3.6 1h2.8v2.6h2.6v2.8h-2.6v2.6h-2.8v-2.6h-2.6v-2.8h2.6z',
    half: 'M5 1h-1.4v2.6h-2.6v2.8h2.6v2.6h1.4z',
  },
};

/** Each sign by its name. A source has three: `w1` counts in full, `w5` for half, `w0` not. */
export const signs: Record<string, Drawing> = {
  'st-above': stance(axis, { d: 'M8 4.5h6.5v7H8z', paint: 'solid' }),
  'st-below': stance(axis, { d: 'M2.2 5.2H8v5.6H2.2z', paint: 'outline' }),
  'st-depends': stance(axis, { d: 'M3.2 5.2H8v5.6H3.2z', paint: 'outline' }, { d: 'M8 4.5h5.4v7H8z', paint: 'solid' }),
  'st-incomplete': stance({ d: 'M2.2 5.2h11.6v5.6H2.2z', paint: 'dashed' }),
};
for (const [name, d] of icons) signs[name] = { from: 0, side: 24, paths: [{ d, paint: 'icon' }] };
for (const [letter, { full, hollow, half }] of Object.entries(shapes)) {
  const drawn = (...paths: Path[]): Drawing => ({ from: -0.5, side: 11, paths });
  signs[`${letter}1`] = drawn({ d: full, paint: 'solid' });
  signs[`${letter}0`] = drawn({ d: hollow, paint: 'hollow' });
  signs[`${letter}5`] = drawn({ d: hollow, paint: 'hollow' }, { d: half, paint: 'solid' });
}

/** Signs of sources in another drawing, as `standing`; what is painted alike is one path. */
export function gathered(all: { name: string; x: number; y: number }[], width: number): Path[] {
  const found: Path[] = [];
  for (const { name, x, y } of all) {
    const sign = signs[name];
    if (!sign) continue;
    const by = width / sign.side;
    for (const { d, paint } of sign.paths) {
      const line = `M${x / by - sign.from} ${y / by - sign.from}m${d.slice(1)}`;
      const same = found.find((one) => one.paint === paint);
      if (same) same.d += line;
      else found.push({ d: line, paint, transform: `scale(${by})` });
    }
  }
  return found;
}

/** A sign in another drawing, its left upper corner at a place there. */
export function standing(name: string, x: number, y: number, width: number): Path[] {
  const sign = signs[name];
  if (!sign) return [];
  const by = width / sign.side;
  const transform = `translate(${x - by * sign.from} ${y - by * sign.from}) scale(${by})`;
  return sign.paths.map((path) => ({ ...path, transform }));
}
