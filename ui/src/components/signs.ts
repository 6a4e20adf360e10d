/** Every sign of the window as paths: the icons of the kept set, and what is our own. Drawn where they stand: a `<use>`
 *  builds a tree of its own each time. */
import { icons } from './icons.ts';

/** How a path is painted; `Sign.svelte` has the strokes. */
type Paint = 'icon' | 'solid' | 'hollow' | 'axis' | 'outline' | 'dashed';
type Drawing = {
  /** The square it is drawn on: its least x and y, and its side. */
  from: number;
  side: number;
  paths: { d: string; paint: Paint }[];
};

const stance = (...paths: Drawing['paths']): Drawing => ({ from: 0, side: 16, paths });
const axis = { d: 'M8 1.5v13', paint: 'axis' } as const;

/** The shape of a source: in full, hollow, and its left half. */
const shapes: Record<string, { full: string; hollow: string; half: string }> = {
  d: { full: 'M5 .3 9.9 9.3H.1z', hollow: 'M5 1.9 8.7 8.6H1.3z', half: 'M5 1.9v6.7H1.3z' },
  o: { full: 'M5-.3 10.3 5 5 10.3-.3 5z', hollow: 'M5 .8 9.2 5 5 9.2.8 5z', half: 'M5 .8v8.4L.8 5z' },
  p: { full: 'M.8.8h8.4v8.4H.8z', hollow: 'M1.5 1.5h7v7h-7z', half: 'M1.5 1.5H5v7H1.5z' },
  w: {
    full: 'M.5 5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z',
    hollow: 'M1.2 5a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0-7.6 0z',
    half: 'M5 1.2a3.8 3.8 0 0 0 0 7.6z',
  },
  z: {
    full: 'M3.3.3h3.4v3h3v3.4h-3v3H3.3v-3h-3V3.3h3z',
    hollow: 'M3.6 1h2.8v2.6H9v2.8H6.4V9H3.6V6.4H1V3.6h2.6z',
    half: 'M5 1H3.6v2.6H1v2.8h2.6V9H5z',
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
  const drawn = (...paths: Drawing['paths']): Drawing => ({ from: -0.5, side: 11, paths });
  signs[`${letter}1`] = drawn({ d: full, paint: 'solid' });
  signs[`${letter}0`] = drawn({ d: hollow, paint: 'hollow' });
  signs[`${letter}5`] = drawn({ d: hollow, paint: 'hollow' }, { d: half, paint: 'solid' });
}
