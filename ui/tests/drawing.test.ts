import { describe, expect, it } from 'vitest';
import type { FrameworkView } from '../src/bindings/index.ts';
import { drawing } from '../src/routes/dossiers/drawing.ts';

const source = (id: string, unused = false) => ({ id, label: id, unused });
const framework = {
  sources: [source('werkplek'), source('drama'), source('opleiding', true)],
  criteria: [{ domain: 'kan' }, { domain: 'kan' }, { domain: 'wil' }],
} as unknown as FrameworkView;

describe('what is drawn of a row', () => {
  it('tells each source by its count, that it is missing, or that it is absent by design', () => {
    const { chips, signs, says } = drawing(framework).chips([12, 0, 0], []);
    expect(chips).toEqual([
      { kind: 'on w', text: '12' },
      { kind: 'miss d', text: 'mist' },
      { kind: 'none', text: '' },
    ]);
    expect(signs.map((one) => one.letter)).toEqual(['w']);
    expect(says).toBe('werkplek: 12, drama: ontbreekt, opleiding niet ingezet');
  });

  it('counts what a source said that is absent by design all the same', () => {
    expect(drawing(framework).chips([0, 0, 3], []).chips[2]).toEqual({ kind: 'on o', text: '3' });
  });

  it('draws hollow what waits to be established, where nothing counts', () => {
    const { chips, signs, says } = drawing(framework).chips([2, 0, 0], [1, 3, 0]);
    expect(chips.slice(0, 2)).toEqual([
      { kind: 'on w', text: '2' },
      { kind: 'wait d', text: '3' },
    ]);
    expect(signs.map((one) => one.paint)).toEqual(['solid', 'hollow']);
    expect(says).toBe('werkplek: 2, drama: 3 nog niet vastgesteld, opleiding niet ingezet');
  });

  it('keeps apart what differs in one place', () => {
    const { chips, bars } = drawing(framework);
    expect(chips([1, 11, 1], [])).not.toEqual(chips([11, 1, 1], []));
    expect(chips([1, 2, 3], [])).toBe(chips([1, 2, 3], []));
    expect(chips([1, 0, 3], [0, 2, 0])).not.toBe(chips([1, 0, 3], []));
    const one = bars(['above', 'depends', 'below']);
    expect(one.shapes.map((shape) => shape.kind)).toEqual(['upper', 'upper half', 'lower']);
    expect(one.says).toBe('1 op of boven, 1 hangt af van de weging, 1 eronder, 0 onvolledig');
    expect(bars(['below', 'depends', 'above']).shapes).not.toEqual(one.shapes);
  });

  it('sets letters that are met together, each other by itself', () => {
    const { runs, says } = drawing(framework).letters(['met', 'met', 'attention', 'attention', 'met']);
    expect(runs.map(({ met, text }) => `${text} ${met}`)).toEqual(['VR met', 'A attention', 'A attention', 'K met']);
    expect(says).toContain('Authenticiteit ');
  });

  it('leaves room between domains', () => {
    expect(drawing(framework).domains).toEqual([
      { domain: 'kan', start: 0 },
      { domain: 'wil', start: 26 },
    ]);
  });
});
