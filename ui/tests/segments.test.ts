import { describe, expect, it } from 'vitest';
import type { IndicationView } from '../src/bindings/index.ts';
import { beside, lanes, passage, segments, step, toScalar, trimmed } from '../src/routes/dossier/reader/segments.ts';

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

  it('never parts an accent from its letter, nor an emoji', () => {
    const text = 'Zoe\u0308 👩‍🏫👍🏽 🇳🇱 ja';
    const letters = Array.from(text);
    const at = letters.indexOf('\u0308');
    expect(trimmed(text, { start: 0, end: at })).toEqual({ start: 0, end: at + 1 });
    const teacher = letters.indexOf('👩');
    expect(trimmed(text, { start: teacher + 1, end: teacher + 2 })).toEqual({ start: teacher, end: teacher + 3 });
    const thumb = letters.indexOf('👍');
    expect(trimmed(text, { start: thumb, end: thumb + 1 })).toEqual({ start: thumb, end: thumb + 2 });
    const flag = letters.indexOf('🇳');
    expect(trimmed(text, { start: flag, end: flag + 1 })).toEqual({ start: flag, end: flag + 2 });
    expect(step(text, teacher, 'letter', true)).toBe(teacher + 3);
  });

  it('draws passages that overlap on lines of their own, and uses a line again', () => {
    const found = lanes([mark(0, 0, 20), mark(1, 5, 10), mark(2, 8, 30), mark(3, 12, 18), mark(4, 40, 50)]);
    expect([...found.entries()].sort((a, b) => a[0] - b[0]).map(([, lane]) => lane)).toEqual([0, 1, 2, 1, 0]);
  });

  it('walks the marks in reading order and goes round', () => {
    const marks = [mark(0, 20, 30), mark(1, 0, 5), { ...mark(2, 0, 0), excerpt: null }];
    expect(beside(marks, null, true)?.index).toBe(1);
    expect(beside(marks, 1, true)?.index).toBe(0);
    expect(beside(marks, 0, true)?.index).toBe(1);
    expect(beside(marks, null, false)?.index).toBe(0);
    expect(beside([], null, true)).toBeNull();
  });

  it('loses nothing of a text of ten thousand words', () => {
    const text = 'woord en nog wat. '.repeat(2500);
    const marks = Array.from({ length: 200 }, (_, at) => mark(at, at * 200, at * 200 + 150));
    const pieces = segments(text, marks, { start: 40, end: 90 });
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});
