/** Where marks stand on the time line, and which one an arrow key goes to. */
export type Mark = {
  key: string;
  kind: 'point' | 'conversation' | 'lacking' | 'outcome';
  id: string;
  row: number;
  x: number;
  label: string;
  sign: string;
};

/** Places in a row so that none hides another: pushed apart by at least `gap`, in order, between `from` and `to`. */
export function spread(places: number[], gap: number, from: number, to: number): number[] {
  const step = places.length > 1 ? Math.min(gap, (to - from) / (places.length - 1)) : gap;
  const out = places.map((place) => Math.max(from, Math.min(to, place)));
  for (let at = 1; at < out.length; at += 1) out[at] = Math.max(out[at] ?? 0, (out[at - 1] ?? 0) + step);
  let limit = to;
  for (let at = out.length - 1; at >= 0; at -= 1) {
    out[at] = Math.min(out[at] ?? 0, limit);
    limit = (out[at] ?? 0) - step;
  }
  return out;
}

/** The mark an arrow key goes to: along the row, or to the nearest in the next row that has any. */
export function neighbour(marks: Mark[], key: string, pressed: string): string | null {
  const here = marks.find((mark) => mark.key === key) ?? marks[0];
  if (!here) return null;
  const row = marks.filter((mark) => mark.row === here.row);
  const at = row.indexOf(here);
  const up = pressed === 'ArrowUp';
  switch (pressed) {
    case 'ArrowLeft':
      return row[at - 1]?.key ?? here.key;
    case 'ArrowRight':
      return row[at + 1]?.key ?? here.key;
    case 'Home':
      return row[0]?.key ?? here.key;
    case 'End':
      return row.at(-1)?.key ?? here.key;
    case 'ArrowUp':
    case 'ArrowDown': {
      const rows = marks.map((mark) => mark.row).filter((one) => (up ? one < here.row : one > here.row));
      if (rows.length === 0) return here.key;
      const next = up ? Math.max(...rows) : Math.min(...rows);
      const found = marks.filter((mark) => mark.row === next);
      found.sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x));
      return found[0]?.key ?? here.key;
    }
    default:
      return null;
  }
}
