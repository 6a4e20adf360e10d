import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { CellView, CriterionWeighing, FrameworkView } from '../src/bindings/index.ts';
import { en } from '../src/i18n/en/index.ts';
import { nl } from '../src/i18n/nl/index.ts';
import Band from '../src/routes/dossier/matrix/Band.svelte';
import Cell from '../src/routes/dossier/matrix/Cell.svelte';
import Coverage from '../src/routes/dossier/matrix/Coverage.svelte';
import { comb } from '../src/routes/dossier/matrix/clashes.ts';
import { segments } from '../src/routes/dossier/matrix/geometry.ts';
import { sentence } from '../src/routes/dossier/matrix/sentence.ts';

const source = (id: string, weight: number, unused = false) => ({
  id,
  label: id.charAt(0).toUpperCase() + id.slice(1),
  weight,
  min: 0,
  max: 50,
  unused,
});
const framework: FrameworkView = {
  name: 'Voorbeeldkader',
  version: '1',
  levels: ['nog niet zichtbaar', 'in ontwikkeling', 'op niveau', 'overtuigend'],
  normPermille: 500,
  sources: [
    source('werkplek', 35),
    source('programma', 20),
    source('drama', 15),
    source('opleiding', 0, true),
    source('zelfinzicht', 30),
  ],
  criteria: [],
  outcomes: [],
  weightsReason: '',
  frozen: null,
  freezeDue: false,
};
const cell = (id: string, change: Partial<CellView> = {}): CellView => ({
  source: id,
  kind: 'weighed',
  count: 1,
  marks: [{ datapoint: `${id}-1`, position: 2, counts: 'full' }],
  decisive: false,
  flip: null,
  ...change,
});
const row = (change: Partial<CriterionWeighing> = {}): CriterionWeighing => ({
  id: 'K3',
  stance: 'depends',
  position: 1.6,
  aboveNorm: true,
  range: { min: 1.4, max: 1.8 },
  ifMissing: null,
  datapoints: 6,
  minDatapoints: 2,
  cells: [
    cell('werkplek', { decisive: true, flip: { weight: 27.8, withinBand: true, heavier: false } }),
    cell('programma', { flip: { weight: 29.8, withinBand: true, heavier: true } }),
    cell('drama', { flip: { weight: 40, withinBand: false, heavier: true } }),
    cell('opleiding', { kind: 'unused', count: 0, marks: [] }),
    cell('zelfinzicht', { kind: 'beside' }),
  ],
  discrepancies: [
    { minority: 'werkplek', other: 'programma' },
    { minority: 'werkplek', other: 'drama' },
  ] as CriterionWeighing['discrepancies'],
  selfImage: 'higher',
  selfPosition: 3,
  ...change,
});
const hidden = (container: HTMLElement) =>
  [...container.querySelectorAll('.sr')].map((one) => one.textContent?.trim()).join(' ');

describe('the head sentence', () => {
  const found = {
    of: 9,
    above: ['K1', 'K2', 'K4', 'W1', 'W2', 'O1'],
    depends: ['K3'],
    below: ['W3'],
    incomplete: ['O2'],
  };

  it('says in words how the criteria stand', () => {
    expect(nl.dossier.weighing.summary(found)).toEqual({
      quiet: 'Zes criteria op of boven de norm.',
      loud: 'K3 hangt af van de weging, W3 ligt eronder, O2 is onvolledig.',
    });
    expect(en.dossier.weighing.summary(found)).toEqual({
      quiet: 'Six criteria at or above the norm.',
      loud: 'K3 depends on the weighting, W3 lies below, O2 is incomplete.',
    });
  });

  it('counts when there are many, and is still when all is well', () => {
    const many = { of: 9, above: [], depends: ['K1', 'K2'], below: [], incomplete: ['K3', 'K4', 'W1', 'W2'] };
    expect(nl.dossier.weighing.summary(many).loud).toBe(
      'K1 en K2 hangen af van de weging, vier criteria zijn onvolledig.',
    );
    const all = { of: 9, above: Array(9).fill('K'), depends: [], below: [], incomplete: [] };
    expect(nl.dossier.weighing.summary(all)).toEqual({ quiet: 'Alle negen criteria op of boven de norm.', loud: '' });
  });
});

describe('the sentence of a row', () => {
  it('names what tips it, who contradicts whom, and asks about the self-image', () => {
    const said = sentence(row(), framework, 'Fenna Voorbeeld');
    expect(said.fact).toBe(
      'Weegt programma zwaarder of werkplek lichter, dan ligt het beeld onder de norm. Werkplek spreekt programma en drama tegen. Zonder werkplek valt het beeld aan de andere kant van de norm.',
    );
    expect(said.question).toBe('Fenna ziet zichzelf hoger dan de anderen: wat verklaart dat?');
  });

  it('holds no figure of a level', () => {
    for (const stance of ['above', 'below', 'depends'] as const)
      expect(sentence(row({ stance }), framework, 'Fenna').fact).not.toMatch(/\d/);
  });
});

describe('a cell', () => {
  const shown = (change: Partial<CellView>, at = 0, veiled = false) =>
    hidden(
      render(Cell, {
        cell: cell(framework.sources[at]?.id ?? '', change),
        at,
        framework,
        axis: '',
        norm: '',
        hidden: veiled,
      }).container,
    );

  it('says what stands in it', () => {
    expect(shown({ decisive: true })).toBe('Werkplek: 1 punt telt mee: op niveau; bepalende bron');
    expect(
      shown({
        count: 2,
        marks: [
          { datapoint: 'a', position: 1, counts: 'half' },
          { datapoint: 'b', position: 2.5, counts: 'full' },
        ],
      }),
    ).toBe('Werkplek: 2 punten tellen mee: in ontwikkeling (telt half), tussen op niveau en overtuigend');
    expect(shown({ decisive: true }, 0, true)).toBe('Werkplek: 1 punt telt mee: op niveau');
    expect(shown({ kind: 'missing', count: 0, marks: [] })).toBe('Werkplek: ontbreekt');
    expect(shown({ kind: 'unused', count: 0, marks: [] }, 3)).toBe('Opleiding: bewust niet ingezet');
    expect(shown({ kind: 'beside' }, 4)).toBe('Zelfinzicht (zelfbeeld, telt hier niet mee): op niveau');
  });
});

describe('a band', () => {
  const shown = (change: Partial<CriterionWeighing>, veiled = false) =>
    render(Band, { row: row(change), framework, name: 'Fenna Voorbeeld', hidden: veiled, agreed: null }).container;

  it('is bar, arrow and words, and the words for who listens', () => {
    const container = shown({});
    expect(container.querySelectorAll('.lo, .hi').length).toBe(2);
    expect(container.querySelector('.hd')).not.toBeNull();
    expect(container.querySelector('.st')?.textContent).toContain('hangt af van de weging');
    expect(hidden(container)).toContain('Werkplek spreekt programma en drama tegen.');
  });

  it('has neither arrow nor bar when incomplete, but where it could end', () => {
    const container = shown({ stance: 'incomplete', ifMissing: { min: 0.5, max: 2.5 } });
    expect(container.querySelector('.hd, .lo, .hi')).toBeNull();
    expect(container.querySelector('.open')).not.toBeNull();
  });

  it('tells nothing before the provisional outcome', () => {
    const container = shown({}, true);
    expect(container.querySelector('.hd, .lo, .hi, .open, .z')).toBeNull();
    expect(container.textContent?.trim()).toBe('verborgen tot je voorlopige uitkomst');
  });
});

describe('coverage and comb', () => {
  it('is as wide as the weights, with words', () => {
    const widths = segments([35, 20, 15, 30], 44).map((one) => Math.round(one.width * 10) / 10);
    expect(widths).toEqual([12.9, 6.3, 4.1, 10.7]);
    const gap = row({ cells: row().cells.map((one) => (one.source === 'drama' ? { ...one, kind: 'missing' } : one)) });
    render(Coverage, { row: gap, sources: framework.sources });
    expect(screen.getByText('zonder D')).toBeTruthy();
  });

  it('runs from the first to the last that takes part, with a diamond at the minority', () => {
    const teeth = comb(row(), framework);
    expect(teeth.map((one) => one?.tooth ?? null)).toEqual(['minority', 'other', 'other', null, null]);
    expect(teeth[3]).toBeUndefined();
  });
});
