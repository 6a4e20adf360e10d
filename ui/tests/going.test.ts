import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, type DossierReply } from '../src/bindings/index.ts';
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
    expect(desk.takeDossier('9000001')).toEqual({ number: 'here' });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('hands over what came later than the room when it comes', async () => {
    desk.go('dossier', '9000001');
    await vi.advanceTimersByTimeAsync(100);
    const taken = desk.takeDossier('9000001');
    answer({ status: 'ok', data: { number: 'late' } } as unknown as Answer);
    expect(await taken).toEqual({ number: 'late' });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('keeps the dossier built when it is left for the table, and lets go of it for any other room', async () => {
    desk.go('dossier', '9000001');
    await vi.advanceTimersByTimeAsync(100);
    desk.go('dossiers');
    desk.go('dossiers');
    expect([desk.room, desk.number]).toEqual(['dossiers', '9000001']);
    desk.go('kader');
    expect(desk.number).toBe('');
    desk.go('dossiers');
    expect(desk.number).toBe('');
  });

  it('is gone on from in the order of the table as it was left, else in that of everybody', async () => {
    const reply = (number: string) =>
      ({ student: { number }, previous: 'before', next: 'after', place: [4, 9] }) as unknown as DossierReply;
    desk.shown = [{ number: '3' }, { number: '1' }, { number: '2' }];
    desk.standAt(reply('1'));
    expect(desk.beside).toEqual({ previous: '3', next: '2', place: [2, 3] });
    desk.standAt(reply('2'));
    expect(desk.beside).toEqual({ previous: '1', next: null, place: [3, 3] });
    desk.standAt(reply('4'));
    expect(desk.beside).toEqual({ previous: 'before', next: 'after', place: [4, 9] });
    desk.go('dossier', '2');
    desk.go('kader');
    expect(desk.current).toBe('2');
  });

  it('waits a moment longer where the page was too busy to take what came', async () => {
    desk.go('dossier', '9000001');
    // A page that was busy all the while meets one timer before the answer.
    vi.advanceTimersToNextTimer();
    expect(desk.room).toBe('dossiers');
    answer({ status: 'ok', data: { number: 'meanwhile' } } as unknown as Answer);
    await vi.advanceTimersByTimeAsync(0);
    expect([desk.room, desk.takeDossier('9000001')]).toEqual(['dossier', { number: 'meanwhile' }]);
  });

  it('asks anew when what came was asked for before everything was kept', async () => {
    desk.go('dossier', '9000001');
    answer({ status: 'ok', data: { number: 'old' } } as unknown as Answer);
    await vi.advanceTimersByTimeAsync(0);
    const taken = desk.takeDossier('9000001', true);
    answer({ status: 'ok', data: { number: 'new' } } as unknown as Answer);
    expect(await taken).toEqual({ number: 'new' });
  });

  it('tells a problem after the room is there, which may say what to do', async () => {
    desk.go('dossier', '9000001');
    answer({ status: 'error', error: 'broken' } as unknown as Answer);
    await vi.advanceTimersByTimeAsync(0);
    const before = desk.failures;
    const taken = desk.takeDossier('9000001');
    expect(desk.failures).toBe(before);
    expect(await taken).toBeNull();
    expect(desk.failures).toBe(before + 1);
    desk.toasts = [];
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

describe('a dossier built ahead', () => {
  const ok = { status: 'ok', data: { number: 'near' } } as unknown as Answer;
  const asked = vi.spyOn(commands, 'dossier');
  beforeEach(() => {
    vi.useFakeTimers();
    asked.mockResolvedValue(ok);
    desk.go('kader');
    desk.go('dossiers');
  });
  afterEach(() => {
    vi.useRealTimers();
    asked.mockReset();
  });

  it('waits until nobody is busy', async () => {
    void desk.near('9000001');
    await vi.advanceTimersByTimeAsync(300);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect([desk.room, desk.number]).toEqual(['dossiers', '9000001']);
    expect(desk.takeDossier('9000001')).toEqual({ number: 'near' });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('leaves alone who went elsewhere meanwhile', async () => {
    void desk.near('9000001');
    desk.go('kader');
    await vi.advanceTimersByTimeAsync(1000);
    expect([desk.room, desk.number]).toEqual(['kader', '']);
    expect(asked).not.toHaveBeenCalled();
  });

  it('is of the table alone, also when it is asked for late', async () => {
    desk.go('logboek');
    void desk.near('9000001');
    await vi.advanceTimersByTimeAsync(1000);
    expect([desk.room, desk.number]).toEqual(['logboek', '']);
    expect(asked).not.toHaveBeenCalled();
  });

  it('never takes the place of one that is on its way', async () => {
    let late: (outcome: Answer) => void = () => {};
    asked.mockImplementationOnce(() => new Promise((ready) => (late = ready)));
    void desk.near('9000001');
    await vi.advanceTimersByTimeAsync(500);
    desk.go('dossier', '9000002');
    late(ok);
    await vi.advanceTimersByTimeAsync(100);
    expect([desk.room, desk.number]).toEqual(['dossier', '9000002']);
    expect(desk.takeDossier('9000002')).toEqual({ number: 'near' });
    expect(asked.mock.calls.map(([number]) => number)).toEqual(['9000001', '9000002']);
  });

  it('tells nothing when it fails: nobody asked for it', async () => {
    asked.mockResolvedValue({ status: 'error', error: 'broken' } as unknown as Answer);
    void desk.near('9000001');
    await vi.advanceTimersByTimeAsync(1000);
    expect([desk.number, desk.toasts]).toEqual(['', []]);
  });
});
