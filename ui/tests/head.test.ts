import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../src/bindings/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import Head from '../src/routes/dossiers/Head.svelte';
import { tally } from '../src/routes/dossiers/tally.ts';

const table: Desk = {
  rows: [],
  today: '2025-05-20',
  weeks: ['2025-05-12', '2025-05-19', '2025-05-26'],
  due: { evidence: '2025-05-20', statement: '2025-05-21', judgement: '2025-05-28', signature: '2025-05-28' },
  seq: 0,
};
const row = { state: 'weighing', deadline: '2025-05-28', sources: [], waiting: [] } as unknown as Desk['rows'][number];

describe('above the table', () => {
  it('says what is due in each week, and asks nothing of one in which nothing is', () => {
    const two = { ...table, rows: [row, { ...row, deadline: '2025-05-20' }] };
    render(Head, { table: two, tally: tally(two), freezeDue: false });
    const weeks = [...document.querySelectorAll<HTMLButtonElement>('.week')];
    expect(weeks.map((one) => one.title)).toEqual([
      'week 20: niets',
      'week 21: bewijs compleet, uitspraak binnen bij 1 van 2',
      'week 22: oordeel vastgesteld, formulier ondertekend bij 0 van 2',
    ]);
    expect(weeks.map((one) => one.disabled)).toEqual([true, false, false]);
  });

  it('leads to the framework while its weights are not frozen and should be', async () => {
    render(Head, { table, tally: tally(table), freezeDue: true });
    await fireEvent.click(screen.getByRole('button', { name: 'Naar het kader' }));
    expect(desk.room).toBe('kader');
  });
});
