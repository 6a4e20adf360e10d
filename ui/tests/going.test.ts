import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../src/bindings/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';

type Answer = Awaited<ReturnType<typeof commands.dossier>>;

describe('going to a dossier', () => {
  let answer: (outcome: Answer) => void;
  const asked = vi.spyOn(commands, 'dossier');
  beforeEach(() => {
    vi.useFakeTimers();
    asked.mockImplementation(() => new Promise((ready) => (answer = ready)));
    desk.go('dossiers');
  });
  afterEach(() => {
    vi.useRealTimers();
    asked.mockReset();
  });

  it('stays where one is until the dossier is there, which is asked for once', async () => {
    desk.go('dossier', '9000001');
    await vi.advanceTimersByTimeAsync(5);
    expect(desk.room).toBe('dossiers');
    answer({ status: 'ok', data: { number: 'here' } } as unknown as Answer);
    await vi.advanceTimersByTimeAsync(0);
    expect([desk.room, desk.number]).toEqual(['dossier', '9000001']);
    expect(await desk.takeDossier('9000001')).toMatchObject({ data: { number: 'here' } });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('opens the room when the dossier takes longer than a moment', async () => {
    desk.go('dossier', '9000001');
    await vi.advanceTimersByTimeAsync(100);
    expect(desk.room).toBe('dossier');
  });

  it('goes to what was chosen last', async () => {
    desk.go('dossier', '9000001');
    desk.go('kader');
    await vi.advanceTimersByTimeAsync(100);
    expect(desk.room).toBe('kader');
  });

  it('changes dossier within the room at once', async () => {
    desk.go('dossier', '9000001');
    await vi.advanceTimersByTimeAsync(100);
    desk.go('dossier', '9000002');
    expect(desk.number).toBe('9000002');
  });
});
