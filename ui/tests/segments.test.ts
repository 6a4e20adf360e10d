import { describe, expect, it } from 'vitest';
import type { IndicationView } from '../src/bindings/index.ts';
import { passage, segments, step, toScalar, trimmed } from '../src/routes/dossier/reader/segments.ts';

const mark = (index: number, start: number, end: number): IndicationView => ({
  index,
  criterion: `K${index}`,
  level: 2,
  excerpt: { start, end },
});

describe('passages', () => {
  it('cuts overlapping passages where they begin and end', () => {
    const pieces = segments('abcdefgh', [mark(0, 1, 5), mark(1, 3, 7)], null);
    expect(pieces.map((piece) => piece.text)).toEqual(['a', 'bc', 'de', 'fg', 'h']);
    expect(pieces.map((piece) => piece.marks.length)).toEqual([0, 1, 2, 1, 0]);
    expect(pieces[2]?.ends.map((one) => one.index)).toEqual([0]);
  });

  it('counts as Rust does, whatever the letters', () => {
    const text = 'Zoë 😀 deed het';
    expect(toScalar(text, text.indexOf('deed'))).toBe(6);
    expect(passage(text, { start: 6, end: 10 })).toBe('deed');
    const pieces = segments(text, [mark(0, 6, 10)], null);
    expect(pieces[1]?.text).toBe('deed');
  });

  it('loses no letter and keeps the order', () => {
    const text = 'Kort 👩‍🏫 verslag.\nMet een regel.';
    const pieces = segments(text, [mark(0, 2, 9), mark(1, 4, 400)], { start: 1, end: 12 });
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('chooses sentences and words with the keyboard, without blanks at the ends', () => {
    const text = 'Een zin. Nog een zin.';
    expect(step(text, 0, 'sentence', true)).toBe(8);
    expect(trimmed(text, { start: 8, end: step(text, 8, 'sentence', true) })).toEqual({ start: 9, end: 21 });
    expect(step(text, 0, 'word', true)).toBe(3);
    expect(trimmed('   ', { start: 0, end: 3 })).toBeNull();
  });
});
