import { mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskRow, FrameworkView } from '../src/bindings/index.ts';
import Grid from '../src/routes/dossiers/Grid.svelte';
import { lines } from '../src/routes/dossiers/rows.ts';
import { view } from '../src/routes/dossiers/view.svelte.ts';

const HEIGHT = 432;
const framework = { sources: [], criteria: [] } as unknown as FrameworkView;
const rows = Array.from({ length: 200 }, (_, at) => ({
  number: `${at}`,
  name: `${at}`,
  sources: [],
  waiting: [],
  stances: [],
  vraak: [],
  next: { step: 'establish' },
  deadline: '2025-06-13',
}));
const nothing = () => undefined;
let grid: Record<string, unknown> | null = null;

/** The numbers of the rows that are drawn, once nothing is left to follow. */
async function drawn(count: number): Promise<number[]> {
  const shown = rows.slice(0, count) as unknown as DeskRow[];
  const props = { lines: lines(shown, false), rows: shown, framework, at: 0, onat: nothing };
  grid = mount(Grid, { target: document.body, props: { ...props, onopen: nothing } });
  await tick();
  await vi.advanceTimersByTimeAsync(1000);
  const found = [...document.querySelectorAll<HTMLElement>('[data-number]')].map((row) => Number(row.dataset.number));
  return found.sort((a, b) => a - b);
}

describe('the rows of the list', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    for (const name of ['clientHeight', 'offsetHeight'] as const)
      vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(HEIGHT);
  });
  afterEach(() => {
    if (grid) void unmount(grid);
    grid = null;
    view.top = 0;
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('are there in the first drawing, and those just beyond sight when it rests', async () => {
    const found = await drawn(200);
    expect(found.slice(0, HEIGHT / 36)).toEqual(Array.from({ length: HEIGHT / 36 }, (_, at) => at));
    expect(found.length).toBeGreaterThan(HEIGHT / 36 + 4);
    expect(found.length).toBeLessThan(40);
  });

  it('are those where the list stands, also when it has become too short for where it was', async () => {
    // The list takes no place beyond its end: it stays at its beginning.
    view.top = 5000;
    expect(await drawn(11)).toEqual(Array.from({ length: 11 }, (_, at) => at));
    expect(view.top).toBe(0);
  });
});
