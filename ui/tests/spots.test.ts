import { describe, expect, it } from 'vitest';
import type { DiscrepancyView, DraftView, FrameworkView } from '../src/bindings/index.ts';
import { withoutWords } from '../src/routes/dossier/oordeel/draft.ts';
import { spotOf } from '../src/routes/dossier/oordeel/spots.ts';

const framework = { criteria: [{ id: 'K1' }, { id: 'K2' }] } as unknown as FrameworkView;
const draft = (answers: DraftView['answers']): DraftView => ({
  outcome: null,
  rationale: '',
  criteria: [],
  answers,
  saturation: null,
  feedforward: '',
  deviations: [],
});
const clash = (minority: string, other: string) => ({ minority, other }) as DiscrepancyView;
const open = (place: string) => ({ code: 'discrepancy_unanswered', place, canBePassed: true }) as const;

describe('where an obstacle is dealt with', () => {
  it('leads to the field of the discrepancy that is open', () => {
    const both = () => [clash('drama', 'werkplek'), clash('zelfinzicht', 'programma')];
    const answered = draft([{ criterion: 'K1', a: 'drama', b: 'werkplek', answer: 'Nieuw.' }]);
    expect(spotOf(open('K1:zelfinzicht:programma'), framework, answered, both)).toEqual({
      id: 'answer-K1-1',
      criterion: 'K1',
    });
    expect(spotOf(open('K1:drama:werkplek'), framework, answered, both).id).toBe('answer-K1-0');
  });

  it('leads to the field that answers several at once', () => {
    const same = () => [clash('drama', 'werkplek'), clash('drama', 'programma')];
    expect(spotOf(open('K2:drama:programma'), framework, draft([]), same).id).toBe('answer-K2-0');
  });

  it('leads from an answer about saturation without its reason to the reason', () => {
    const missing = { code: 'saturation_missing', place: '', canBePassed: true } as const;
    const at = (saturation: DraftView['saturation']) =>
      spotOf(missing, framework, { ...draft([]), saturation }, () => []).id;
    expect([at(null), at({ enough: true, why: '' })]).toEqual(['spot-saturation', 'saturation-why']);
  });

  it('lets words on a criterion that went be taken out', () => {
    const words = (criterion: string) => ({ criterion, rationale: 'Zo is het.', citations: [] });
    const both = { ...draft([]), criteria: [words('K1'), words('K9')] };
    expect(withoutWords(both, 'K9').criteria).toEqual([words('K1')]);
  });
});
