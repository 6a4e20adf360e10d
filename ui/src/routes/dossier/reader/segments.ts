/** Cutting a text into pieces along its marked passages. Offsets count Unicode scalar values, as Rust does; the page
 *  counts UTF-16 units: nothing here mixes the two. */
import type { IndicationView, SpanView } from '../../../bindings/index.ts';

export type Segment = {
  text: string;
  start: number;
  marks: IndicationView[];
  ends: IndicationView[];
  selected: boolean;
};

/** The letters of a text as Rust counts them. */
export function scalars(text: string): string[] {
  return Array.from(text);
}

/** UTF-16 offset to scalar offset. */
export function toScalar(text: string, units: number): number {
  return scalars(text.slice(0, units)).length;
}

/** Pieces in which the same passages hold throughout; a passage ends with its piece in `ends`. */
export function segments(text: string, marks: IndicationView[], selection: SpanView | null): Segment[] {
  const letters = scalars(text);
  const cuts = new Set([0, letters.length]);
  for (const mark of marks) {
    if (!mark.excerpt) continue;
    cuts.add(Math.min(mark.excerpt.start, letters.length));
    cuts.add(Math.min(mark.excerpt.end, letters.length));
  }
  if (selection) {
    cuts.add(Math.min(selection.start, letters.length));
    cuts.add(Math.min(selection.end, letters.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: Segment[] = [];
  for (let at = 0; at + 1 < places.length; at += 1) {
    const start = places[at] ?? 0;
    const end = places[at + 1] ?? 0;
    if (start === end) continue;
    const here = marks.filter((mark) => mark.excerpt && mark.excerpt.start <= start && mark.excerpt.end >= end);
    pieces.push({
      text: letters.slice(start, end).join(''),
      start,
      marks: here,
      ends: here.filter((mark) => mark.excerpt?.end === end),
      selected: selection !== null && selection.start <= start && selection.end >= end,
    });
  }
  return pieces;
}

/** The passage of a text. */
export function passage(text: string, span: SpanView): string {
  return scalars(text).slice(span.start, span.end).join('');
}

/** Where the next word or sentence from `from` begins or ends, for choosing with the keyboard. */
export function step(text: string, from: number, by: 'letter' | 'word' | 'sentence', forward: boolean): number {
  const letters = scalars(text);
  if (by === 'letter') return whole(letters, from + (forward ? 1 : -1), forward);
  const boundary = (at: number) => {
    const before = letters[at - 1] ?? ' ';
    if (by === 'sentence') return /[.!?\n]/.test(before) && !/[.!?]/.test(letters[at] ?? '');
    return /\s/.test(letters[at] ?? ' ') && !/\s/.test(before);
  };
  let at = from + (forward ? 1 : -1);
  while (at > 0 && at < letters.length && !boundary(at)) at += forward ? 1 : -1;
  return Math.max(0, Math.min(letters.length, at));
}

/** Whether a cut before this letter would part what is read as one: an accent, a joined emoji, half a flag. */
function parts(letters: string[], at: number): boolean {
  const next = letters[at];
  if (at <= 0 || next === undefined) return false;
  if (/[\p{M}\p{Emoji_Modifier}\u200d]/u.test(next) || letters[at - 1] === '\u200d') return true;
  if (!/\p{Regional_Indicator}/u.test(next)) return false;
  let before = 0;
  while (/\p{Regional_Indicator}/u.test(letters[at - 1 - before] ?? '')) before += 1;
  return before % 2 === 1;
}

/** A place that parts nothing: itself, or the nearest one in the given direction. */
export function whole(letters: string[], place: number, forward: boolean): number {
  let at = Math.max(0, Math.min(letters.length, place));
  while (parts(letters, at)) at += forward ? 1 : -1;
  return at;
}

/** Which line each passage is drawn on, so that passages that overlap do not share one; by index of the passage. */
export function lanes(marks: IndicationView[]): Map<number, number> {
  const ends: number[] = [];
  const found = new Map<number, number>();
  const sorted = marks.filter((mark) => mark.excerpt);
  sorted.sort(
    (a, b) => (a.excerpt?.start ?? 0) - (b.excerpt?.start ?? 0) || (b.excerpt?.end ?? 0) - (a.excerpt?.end ?? 0),
  );
  for (const mark of sorted) {
    const free = ends.findIndex((end) => end <= (mark.excerpt?.start ?? 0));
    const lane = free < 0 ? ends.length : free;
    ends[lane] = mark.excerpt?.end ?? 0;
    found.set(mark.index, lane);
  }
  return found;
}

/** The passage before or after the chosen one, in reading order; round at the ends. */
export function beside(marks: IndicationView[], chosen: number | null, forward: boolean): IndicationView | null {
  const there = marks.filter((mark) => mark.excerpt);
  there.sort(
    (a, b) => (a.excerpt?.start ?? 0) - (b.excerpt?.start ?? 0) || (a.excerpt?.end ?? 0) - (b.excerpt?.end ?? 0),
  );
  const at = there.findIndex((mark) => mark.index === chosen);
  if (at < 0) return (forward ? there[0] : there.at(-1)) ?? null;
  return there[(at + (forward ? 1 : -1) + there.length) % there.length] ?? null;
}

/** A selection without the blanks at its ends; null when nothing is left. */
export function trimmed(text: string, span: SpanView): SpanView | null {
  const letters = scalars(text);
  let start = whole(letters, span.start, false);
  let end = whole(letters, span.end, true);
  while (start < end && /\s/.test(letters[start] ?? '')) start += 1;
  while (end > start && /\s/.test(letters[end - 1] ?? '')) end -= 1;
  return end > start ? { start, end } : null;
}
