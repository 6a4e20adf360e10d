import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeskRow, DossierReply, DraftView, FrameworkView, ObstacleView } from '../src/bindings/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import Criteria from '../src/routes/dossier/oordeel/Criteria.svelte';
import { known } from '../src/routes/dossier/oordeel/draft.ts';
import { Keeper } from '../src/routes/dossier/oordeel/keeper.svelte.ts';
import Statement from '../src/routes/dossier/oordeel/Statement.svelte';
import Sufficiency from '../src/routes/dossier/oordeel/Sufficiency.svelte';
import Todo from '../src/routes/dossier/oordeel/Todo.svelte';
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

describe('what is still to do about saturation', () => {
  const asked = (saturation: DraftView['saturation']) => {
    const obstacles = [{ code: 'saturation_missing', place: '', canBePassed: true } as ObstacleView];
    const keeper = new Keeper('1', async () => ({ obstacles, idle: [] }));
    render(Todo, { keeper, obstacles, draft: draft({ saturation }), onspot: vi.fn(), onestablish: vi.fn() });
    return document.querySelector('.go')?.textContent?.trim();
  };

  it('is the reason, once the answer is given', () => {
    expect(asked(null)).toBe('Vraag naar verzadiging beantwoorden');
    cleanup();
    expect(asked({ enough: true, why: '' })).toBe('Bij verzadiging opschrijven waarom');
  });
});

describe('the day of a statement', () => {
  const offered = async (today: string) => {
    const dossier = { student: { number: '1' }, statements: [], periods: ['2024-08-26', '2025-07-11'], today };
    render(Statement, { dossier: dossier as unknown as DossierReply, fixed: false, onchange: vi.fn() });
    await fireEvent.click(screen.getByText('Uitspraak vastleggen'));
    return screen.getByLabelText<HTMLInputElement>('Datum').value;
  };

  it('is today at first, unless today is refused', async () => {
    expect(await offered('2025-07-11')).toBe('2025-07-11');
    cleanup();
    expect(await offered('2025-07-12')).toBe('');
    cleanup();
    expect(await offered('2024-08-25')).toBe('');
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

describe('where sources clash, for who judges first', () => {
  const row = {
    criterion: 'K1',
    id: 'K1',
    discrepancies: [{ minority: 'student', other: 'werkplek', margin: 1 }],
  };
  const shown = (hidden: boolean) => {
    render(Criteria, {
      dossier: {
        student: { number: '1' },
        weighing: { criteria: [row] },
        datapoints: [],
      } as unknown as DossierReply,
      framework: {
        criteria: [{ id: 'K1', label: 'Kiest', norm: '' }],
        sources: ['student', 'werkplek'].map((id) => ({ id, label: id })),
      } as unknown as FrameworkView,
      draft: { criteria: [], answers: [] } as unknown as DraftView,
      obstacles: [],
      hidden,
      fixed: false,
      criterion: 'K1',
      cited: null,
      oncriterion: vi.fn(),
      onchange: vi.fn(),
      onact: vi.fn(),
      onopen: vi.fn(),
    });
    return screen.queryByText('Wat verklaart het verschil?') !== null;
  };

  it('is asked about only once the picture shows', () => {
    expect(shown(true)).toBe(false);
    expect(screen.getByText(/zodra je een voorlopige uitkomst kiest/)).toBeDefined();
    cleanup();
    expect(shown(false)).toBe(true);
  });

  it('is not among what is still to do either, while all else is', () => {
    const to = (code: ObstacleView['code'], place = '') => ({ code, place, canBePassed: false }) as ObstacleView;
    const all = [to('outcome_missing'), to('discrepancy_unanswered', 'K1:student'), to('vraak_not_met', 'V')];
    expect(known(all, true)).toEqual([all[0], all[2]]);
    expect(known(all, false)).toEqual(all);
  });
});
