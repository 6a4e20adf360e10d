import { describe, expect, it } from 'vitest';
import { bounds, folds, frameOf, giving, pressed, pressedTwice, within } from '../src/routes/dossier/panes.ts';

describe('the panes of a dossier', () => {
  it('stand side by side, fold to a strip, or take turns', () => {
    expect(frameOf(90)).toBe('wide');
    expect(frameOf(80)).toBe('wide');
    expect(frameOf(79)).toBe('strip');
    expect(frameOf(64)).toBe('strip');
    expect(frameOf(56)).toBe('one');
  });

  it('leave the weighing what it needs', () => {
    expect(bounds('sources', 1040)).toEqual([248, 560]);
    expect(bounds('sources', 600)).toEqual([248, 248]);
    expect(within(900, bounds('judgement', 1000))).toBe(520);
  });

  it('give way until the matrix is whole, but stay as somebody made them', () => {
    const usual = { sources: 304, judgement: 288 };
    expect(giving(usual, ['sources', 'judgement'], 1320)).toEqual(usual);
    expect(giving(usual, ['sources', 'judgement'], 1242)).toEqual({ sources: 248, judgement: 278 });
    expect(giving(usual, ['sources', 'judgement'], 900)).toEqual({ sources: 248, judgement: 264 });
    expect(giving(usual, ['judgement'], 986)).toEqual({ sources: 304, judgement: 270 });
    expect(giving({ sources: 400, judgement: 288 }, ['sources', 'judgement'], 1242)).toEqual({
      sources: 400,
      judgement: 264,
    });
    // In the smallest window in which three stand, the matrix is whole.
    const room = 79.75 * 16 - 48;
    const { sources, judgement } = giving(usual, ['sources', 'judgement'], room);
    expect(room - sources - judgement).toBeGreaterThanOrEqual(716);
  });

  it('move with the keys, the right way for each side', () => {
    const limits: [number, number] = [256, 560];
    expect(pressed('sources', 'ArrowRight', false, 320, limits)).toBe(336);
    expect(pressed('judgement', 'ArrowRight', false, 320, limits)).toBe(304);
    expect(pressed('sources', 'ArrowLeft', true, 320, limits)).toBe(256);
    expect(pressed('sources', 'Home', false, 320, limits)).toBe(256);
    expect(pressed('sources', 'End', false, 320, limits)).toBe(560);
    expect(pressed('sources', 'j', false, 320, limits)).toBeNull();
  });

  it('are made wide and usual again without dragging', () => {
    expect(pressedTwice('sources', 280, [256, 560])).toBe(304);
    expect(pressedTwice('sources', 304, [256, 560])).toBe(560);
    expect(pressedTwice('judgement', 560, [240, 560])).toBe(288);
  });

  it('fold when dragged far beyond the least width', () => {
    expect(folds('sources', 200)).toBe(false);
    expect(folds('sources', 100)).toBe(true);
  });
});
