import { describe, expect, it } from 'vitest';
import type { FrameworkChangeView, FrameworkDoc, KaderLook } from '../src/bindings/index.ts';
import { nl } from '../src/i18n/nl/index.ts';
import {
  inDomain,
  moved,
  movedCriterion,
  nextId,
  normPlace,
  percent,
  quarters,
  reach,
  scaleAt,
  switched,
  withCriterion,
  withoutSource,
  withSource,
} from '../src/routes/kader/doc.ts';
import {
  change,
  effectRow,
  fault,
  weighed,
  weightChange,
  weightFault,
  weightSpot,
} from '../src/routes/kader/sentences.ts';

const source = (id: string, min: number, max: number) => ({ id, label: id, min, max, optional: false });
const criterion = (id: string, domain: string) => ({
  id,
  domain,
  label: `Naam ${id}`,
  short: '',
  norm: '',
  sources: ['werkplek', 'drama'],
  minDatapoints: 2,
});
const doc: FrameworkDoc = {
  name: 'Kader',
  version: 'een',
  levels: ['nog niet', 'in ontwikkeling', 'op niveau', 'overtuigend'],
  normLine: '3/2',
  coverageThreshold: '3/5',
  sources: [source('werkplek', 25, 45), source('drama', 10, 25)],
  criteria: [criterion('K1', 'kan'), criterion('W1', 'wil'), criterion('K2', 'kan')],
  moments: [],
  minimumSources: 2,
  minimumAuthors: 1,
  minimumQuadrants: 1,
  outcomes: ['nee', 'ja'],
};

describe('the scale', () => {
  it('says where the norm lies in words, never as a decimal', () => {
    expect(normPlace('3/2', doc.levels)).toBe('halverwege ‘in ontwikkeling’ en ‘op niveau’');
    expect(normPlace('9/4', doc.levels)).toBe('op een kwart van ‘op niveau’ naar ‘overtuigend’');
    expect(normPlace('2/1', doc.levels)).toBe('precies op ‘op niveau’');
    expect(normPlace('8/5', doc.levels)).toBe('tussen ‘in ontwikkeling’ en ‘op niveau’');
    expect(normPlace('7/4', ['', ''])).not.toMatch(/\d/);
  });

  it('counts in quarters and puts each level in the middle of its column', () => {
    expect([0, 1, 2, 6, 8, 9].map(quarters)).toEqual(['0/1', '1/4', '1/2', '3/2', '2/1', '9/4']);
    expect(scaleAt(0, 4)).toBe(12.5);
    expect(scaleAt(3, 4)).toBe(87.5);
    expect(percent('3/5')).toBe('60 %');
  });
});

describe('the document', () => {
  it('moves a criterion among those of its domain only', () => {
    expect(movedCriterion(doc.criteria, 2, -1).map((one) => one.id)).toEqual(['K2', 'K1', 'W1']);
    expect(movedCriterion(doc.criteria, 1, 1)).toBe(doc.criteria);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('puts a criterion in another domain, behind those that are there', () => {
    const next = inDomain(doc.criteria, 0, 'wil');
    expect(next.map((one) => [one.id, one.domain])).toEqual([
      ['W1', 'wil'],
      ['K1', 'wil'],
      ['K2', 'kan'],
    ]);
    expect(inDomain(doc.criteria, 1, 'onderbouwing').at(-1)?.id).toBe('W1');
    expect(inDomain(doc.criteria, 0, 'kan')).toBe(doc.criteria);
  });

  it('proposes a code that is free and puts the new one at the end of its domain', () => {
    expect(nextId(doc.criteria, 'kan')).toBe('K3');
    expect(nextId([criterion('K2', 'kan')], 'kan')).toBe('K3');
    expect(nextId([], 'onderbouwing')).toBe('O1');
    const next = withCriterion(doc, 'wil');
    expect(next.doc.criteria.map((one) => one.id)).toEqual(['K1', 'W1', 'W2', 'K2']);
    expect(doc.criteria).toHaveLength(3);
  });

  it('takes a source out of the criteria too, and never uses a code twice', () => {
    expect(withoutSource(doc, 'drama').criteria.every((one) => !one.sources.includes('drama'))).toBe(true);
    const twice = withSource(withSource(doc));
    expect(new Set(twice.sources.map((one) => one.id)).size).toBe(4);
  });

  it('keeps the order of the sources when one is switched', () => {
    const only = { ...criterion('K1', 'kan'), sources: ['drama'] };
    expect(switched(doc, only, 'werkplek')).toEqual(['werkplek', 'drama']);
    expect(switched(doc, only, 'drama')).toEqual([]);
    expect(reach(doc.sources)).toBe(50);
  });
});

describe('what is said', () => {
  it('has a sentence for what changes', () => {
    const said = (one: FrameworkChangeView) => change(one, doc, doc);
    expect(said({ change: 'band', source: 'Drama', from: [10, 25], to: [10, 30] })).toBe(
      'Band van Drama: 10–25 % is nu 10–30 %.',
    );
    expect(said({ change: 'criterionNorm', criterion: 'K3', from: '', to: 'Beter.' })).toBe(
      'K3: norm gewijzigd. Was: ‘(leeg)’ Nu: ‘Beter.’',
    );
    expect(said({ change: 'criterionAdded', criterion: 'O3', label: 'Nieuw' })).toContain('O3 toegevoegd');
    expect(said({ change: 'normLine', from: '3/2', to: '2/1' })).not.toMatch(/\d/);
    expect(said({ change: 'momentFactor', moment: 'startgesprek', from: '0/1', to: '1/2' })).toBe(
      'Startgesprek: telt niet mee werd telt half mee.',
    );
    expect(weightChange({ change: 'weight', source: 'drama', from: 15, to: 20 }, doc)).toContain('15 % is nu 20 %');
  });

  it('says a weighting in one line', () => {
    const weights = [
      { source: 'werkplek', weight: 60, unused: false },
      { source: 'drama', weight: 0, unused: true },
    ];
    expect(weighed({ weights, reason: '' }, doc)).toBe('werkplek 60 %, drama bewust niet ingezet');
  });

  it('says what is over or short, and leads to the field', () => {
    const outside: KaderLook['weightFaults'][number] = {
      fault: 'outsideBand',
      source: 'drama',
      weight: 30,
      min: 10,
      max: 25,
    };
    expect(weightFault(outside, doc)).toBe('drama ligt 5 boven de band.');
    expect(weightFault({ ...outside, weight: 7 }, doc)).toBe('drama ligt 3 onder de band.');
    expect(weightSpot(outside, doc)).toBe('spot-weight:1');
    expect(nl.kader.sum(97)).toContain('nog 3 te verdelen');
    expect(nl.kader.sum(104)).toContain('4 te veel');
    expect(fault({ place: 'criterion:1', code: 'criterionSources', values: [] }, doc)).toMatch(/^W1: /);
  });

  it('says in a few words what changes in one dossier', () => {
    const row = {
      number: '1',
      name: 'A',
      stances: [{ criterion: 'K1', from: 'depends' as const, to: 'above' as const }],
      appeared: ['K2'],
      vanished: [],
      vraak: [],
    };
    expect(effectRow(row)).toBe('K1 wordt op of boven de norm; tegenspraak op K2 erbij');
  });
});
