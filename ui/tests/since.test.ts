import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, type Desk, type DeskRow, type OpenWorkspace } from '../src/bindings/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';

const row = (number: string, state = 'weighing') => ({ number, state }) as DeskRow;
const table = (seq: number, ...rows: DeskRow[]): Desk => ({
  rows,
  today: '2025-06-12',
  weeks: [],
  due: { evidence: '', statement: '', judgement: '', signature: '' },
  seq,
});

describe('the table, once it was read', () => {
  const whole = vi.spyOn(commands, 'desk');
  const since = vi.spyOn(commands, 'deskSince');
  beforeEach(async () => {
    whole.mockResolvedValue({ status: 'ok', data: table(3, row('1'), row('2'), row('3')) });
    await desk.opened({ path: 'een' } as OpenWorkspace);
    await desk.takeTable();
    whole.mockClear();
  });
  afterEach(() => {
    whole.mockReset();
    since.mockReset();
  });

  it('takes over the rows that changed, each in its place, and asks for no more', async () => {
    since.mockResolvedValue({ status: 'ok', data: { seq: 5, rows: [row('2', 'toSign')] } });
    expect(await desk.takeTable()).toEqual({ status: 'ok', data: table(5, row('1'), row('2', 'toSign'), row('3')) });
    since.mockResolvedValue({ status: 'ok', data: { seq: 6, rows: [row('3', 'signed')] } });
    expect(await desk.takeTable()).toEqual({
      status: 'ok',
      data: table(6, row('1'), row('2', 'toSign'), row('3', 'signed')),
    });
    expect(since.mock.calls).toEqual([
      [3, '2025-06-12'],
      [5, '2025-06-12'],
    ]);
    expect(whole).not.toHaveBeenCalled();
  });

  it('is read whole where anything may have changed, or that could not be said', async () => {
    for (const answer of [{ status: 'ok', data: null } as const, { status: 'error', error: 'broken' } as never]) {
      since.mockResolvedValue(answer);
      whole.mockResolvedValue({ status: 'ok', data: table(9, row('4')) });
      expect(await desk.takeTable()).toEqual({ status: 'ok', data: table(9, row('4')) });
    }
    expect(whole).toHaveBeenCalledTimes(2);
  });
});
