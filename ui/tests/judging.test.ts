import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeskRow, DraftView, FrameworkView } from '../src/bindings/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import Sufficiency from '../src/routes/dossier/oordeel/Sufficiency.svelte';
import { drawing } from '../src/routes/dossiers/drawing.ts';
import Row from '../src/routes/dossiers/Row.svelte';

const draft = (change: Partial<DraftView>) => ({ saturation: null, ...change }) as DraftView;

afterEach(cleanup);

describe('the saturation question', () => {
  const asked = (saturation: DraftView['saturation']) => {
    const onchange = vi.fn();
    const onact = vi.fn();
    render(Sufficiency, { letters: [], draft: draft({ saturation }), fixed: false, onchange, onact });
    return { onchange, onact, why: screen.getByLabelText<HTMLTextAreaElement>('Waarom') };
  };

  it('is not answered by writing a reason', async () => {
    const { onchange, why } = asked(null);
    expect(why.readOnly).toBe(true);
    await fireEvent.input(why, { target: { value: 'Nieuwe gesprekken voegen niets toe.' } });
    expect(onchange).not.toHaveBeenCalled();
  });

  it('keeps the answer that was given beside its reason', async () => {
    const { onchange, why } = asked({ enough: false, why: '' });
    expect(why.readOnly).toBe(false);
    await fireEvent.input(why, { target: { value: 'Drama ontbreekt.' } });
    expect(onchange).toHaveBeenCalledWith(draft({ saturation: { enough: false, why: 'Drama ontbreekt.' } }));
  });
});

describe('a row, for who judges first', () => {
  const before = desk.preferences;
  afterEach(() => (desk.preferences = before));
  const framework = {
    sources: [],
    criteria: [{ domain: 'kan' }],
  } as unknown as FrameworkView;
  const shown = (judgeFirst: boolean, outcome: string | null) => {
    desk.preferences = { ...before, judgeFirst };
    const row = {
      name: 'A',
      sources: [],
      vraak: [],
      stances: ['above'],
      next: { step: 'sign' },
      deadline: '2025-06-13',
      outcome,
    };
    const { container } = render(Row, {
      row: row as unknown as DeskRow,
      framework,
      drawing: drawing(framework),
      picked: false,
      school: false,
      onpick: () => undefined,
    });
    const picture = container.querySelector('.beeld svg');
    return [picture?.querySelectorAll('[class]').length, picture?.getAttribute('aria-label')];
  };

  it('shows the picture only of whom something was established about', () => {
    expect(shown(false, null)).toEqual([1, '1 op of boven, 0 hangt af van de weging, 0 eronder, 0 onvolledig']);
    expect(shown(true, 'voldoende')).toEqual([1, '1 op of boven, 0 hangt af van de weging, 0 eronder, 0 onvolledig']);
    expect(shown(true, null)).toEqual([0, 'verborgen tot je voorlopige uitkomst']);
  });
});
