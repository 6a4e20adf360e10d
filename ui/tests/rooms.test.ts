import { describe, expect, it } from 'vitest';
import type { DraftView, SourceView } from '../src/bindings/index.ts';
import { nl } from '../src/i18n/nl/index.ts';
import { daysBetween, longDay, shortDay, week } from '../src/lib/dates.ts';
import { clashesOf } from '../src/routes/dossier/matrix/clashes.ts';
import { bandX, bar, meant, stacked } from '../src/routes/dossier/matrix/geometry.ts';
import {
  answerOf,
  passing,
  tasks,
  withAnswer,
  withCitation,
  withDeviation,
  wordsOf,
} from '../src/routes/dossier/oordeel/draft.ts';
import { shifted } from '../src/routes/dossier/weights.ts';

const empty: DraftView = {
  outcome: null,
  rationale: '',
  criteria: [],
  answers: [],
  saturation: null,
  feedforward: '',
  deviations: [],
};

describe('a draft', () => {
  it('takes a citation once', () => {
    const citation = { datapoint: 'd1', excerpt: { start: 0, end: 4 } };
    const twice = withCitation(withCitation(empty, 'K1', citation), 'K1', citation);
    expect(wordsOf(twice, 'K1').citations).toEqual([citation]);
  });

  it('finds an answer in either order of the sources', () => {
    const answered = withAnswer(withAnswer(empty, 'K1', 'a', 'b', 'eerst'), 'K1', 'b', 'a', 'later');
    expect(answerOf(answered, 'K1', 'a', 'b')).toBe('later');
    expect(answered.answers).toHaveLength(1);
  });

  it('keeps one reason for each deviation', () => {
    const draft = withDeviation(withDeviation(empty, { code: 'x', reason: 'a' }), { code: 'x', reason: 'b' });
    expect(draft.deviations).toEqual([{ code: 'x', reason: 'b' }]);
  });
});

describe('the sliders of wat als', () => {
  const source = (id: string, min: number, max: number, unused = false): SourceView => ({
    id,
    label: id,
    weight: 0,
    min,
    max,
    unused,
  });
  const sources = [
    source('w', 25, 45),
    source('p', 15, 30),
    source('d', 10, 25),
    source('o', 0, 15, true),
    source('z', 20, 40),
  ];

  it('keep the sum and the bands', () => {
    for (let to = 25; to <= 45; to += 1) {
      const next = shifted(sources, [35, 20, 15, 0, 30], 0, to);
      expect(next?.reduce((sum, one) => sum + one, 0)).toBe(100);
      for (const [at, weight] of (next ?? []).entries()) {
        expect(weight).toBeGreaterThanOrEqual(sources[at]?.unused ? 0 : (sources[at]?.min ?? 0));
        expect(weight).toBeLessThanOrEqual(sources[at]?.unused ? 0 : (sources[at]?.max ?? 0));
      }
    }
  });

  it('stay where they are when there is no room', () => {
    expect(shifted([source('a', 50, 50), source('b', 50, 50)], [50, 50], 0, 51)).toEqual([50, 50]);
    expect(shifted([source('a', 60, 90), source('b', 50, 50)], [50, 50], 0, 60)).toBeNull();
  });
});

describe('the picture', () => {
  it('has the norm halfway and a band that can be seen', () => {
    expect(bandX(1.5, 3)).toBe(106);
    const narrow = bar({ min: 2, max: 2 }, 3, 106, 'above');
    expect(narrow.to - narrow.from).toBe(7);
  });

  it('never widens a bar across the norm', () => {
    expect(bar({ min: 1.5, max: 1.5 }, 3, 106, 'above')).toEqual({ from: 106, to: 113 });
    expect(bar({ min: 1.48, max: 1.49 }, 3, 106, 'below')).toEqual({ from: 99, to: 106 });
  });

  it('stacks marks that meet, those that count in full at the bottom', () => {
    const dots = stacked(
      [
        { datapoint: 'a', position: 2, counts: 'none' },
        { datapoint: 'b', position: 2, counts: 'full' },
      ],
      3,
    );
    expect(dots[0]?.mark.datapoint).toBe('b');
    expect((dots[1]?.y ?? 0) < (dots[0]?.y ?? 0)).toBe(true);
  });

  it('means the nearest mark, and none where none is near', () => {
    const of = (datapoint: string, position: number) => ({ datapoint, position, counts: 'full' as const });
    const dots = stacked([of('low', 1), of('high', 3), of('higher', 3), of('highest', 3), of('top', 3)], 3);
    for (const dot of dots) expect(meant(dots, dot.x + 6.9, dot.y + 7.9)).toBe(dot);
    expect(meant(dots, 2, 2)).toBeNull();
    expect(meant([], 20, 20)).toBeNull();
  });
});

describe('dates and words', () => {
  it('read as Dutch people write', () => {
    expect(shortDay('2025-06-13')).toBe('13 jun');
    expect(longDay('2025-03-01')).toBe('1 mrt 2025');
    expect(week('2025-06-09')).toBe(24);
    expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1);
  });

  it('have no empty sentence', () => {
    const walk = (words: object, path: string) => {
      for (const [key, value] of Object.entries(words)) {
        if (typeof value === 'string') expect(value.trim(), `${path}.${key}`).not.toBe('');
        else if (value && typeof value === 'object') walk(value, `${path}.${key}`);
      }
    };
    walk(nl, 'nl');
  });
});

describe('what is still to do', () => {
  it('is one line for each kind, which can be passed as one', () => {
    const found = tasks([
      { code: 'outcome_missing', place: '', canBePassed: false },
      { code: 'citation_missing', place: 'K1', canBePassed: true },
      { code: 'citation_missing', place: 'K2', canBePassed: true },
      { code: 'discrepancy_unanswered', place: 'W1:drama:werkplek', canBePassed: true },
      { code: 'discrepancy_unanswered', place: 'W1:drama:programma', canBePassed: true },
    ]);
    expect(found.map((one) => one.spots.map((spot) => spot.name))).toEqual([[''], ['K1', 'K2'], ['W1']]);
    const [, citations, clashes] = found;
    if (!citations || !clashes) throw new Error('a kind is missing');
    const codes = (draft: DraftView) => draft.deviations.map((one) => one.code);
    expect(codes(passing(empty, citations, null, 'r'))).toEqual(['citation_missing']);
    expect(codes(passing(empty, citations, 'K2', 'r'))).toEqual(['citation_missing:K2']);
    expect(codes(passing(empty, clashes, 'W1', 'r'))).toEqual([
      'discrepancy_unanswered:W1:drama:werkplek',
      'discrepancy_unanswered:W1:drama:programma',
    ]);
  });

  it('names sources that stand against the same ones together', () => {
    const pair = (minority: string, other: string) => ({
      criterion: 'W1',
      minority,
      other,
      minorityLevel: '',
      otherLevel: '',
    });
    expect(clashesOf([pair('p', 'w'), pair('p', 'z'), pair('d', 'w'), pair('d', 'z'), pair('z', 'w')])).toEqual([
      { minorities: ['p', 'd'], others: ['w', 'z'] },
      { minorities: ['z'], others: ['w'] },
    ]);
  });
});
