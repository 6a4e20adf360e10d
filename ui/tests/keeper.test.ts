import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftView, JudgementView } from '../src/bindings/index.ts';
import { Keeper, type Save, type Saved } from '../src/routes/dossier/oordeel/keeper.svelte.ts';

const draft = (rationale: string): DraftView => ({
  outcome: null,
  rationale,
  criteria: [],
  answers: [],
  saturation: null,
  feedforward: '',
  deviations: [],
});
const view = (rationale: string) => ({ words: draft(rationale), obstacles: [], idle: [] }) as unknown as JudgementView;

/** A store that answers when it is told to. */
function store() {
  const asked: { rationale: string; answer: (saved: Saved) => void }[] = [];
  const save: Save = (_, words) =>
    new Promise((answer) => {
      asked.push({ rationale: words.rationale, answer });
    });
  return { asked, save, fine: (at: number) => asked[at]?.answer({ obstacles: [], idle: [] }) };
}

function opened(save: Save): Keeper {
  const keeper = new Keeper('9000001', save);
  keeper.adopt(view(''), 0);
  return keeper;
}

describe('keeping words while they are typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends a burst once, after the last key', async () => {
    const { asked, save, fine } = store();
    const keeper = opened(save);
    for (const text of ['e', 'ee', 'een']) {
      keeper.write(draft(text));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(asked.length).toBe(0);
    await vi.advanceTimersByTimeAsync(600);
    expect(asked.map((one) => one.rationale)).toEqual(['een']);
    fine(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.state).toBe('kept');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBe(1);
  });

  it('keeps what was typed while saving, and sends it after', async () => {
    const { asked, save, fine } = store();
    const keeper = opened(save);
    keeper.write(draft('een'));
    await vi.advanceTimersByTimeAsync(600);
    keeper.write(draft('een twee'));
    keeper.adopt(view('oud'), 0);
    fine(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.draft?.rationale).toBe('een twee');
    expect(keeper.state).toBe('typed');
    await vi.advanceTimersByTimeAsync(600);
    expect(asked.map((one) => one.rationale)).toEqual(['een', 'een twee']);
  });

  it('does not take an answer that was asked for before what is typed and kept since', async () => {
    const { save, fine } = store();
    const keeper = opened(save);
    const typed = keeper.typed;
    keeper.write(draft('nieuw'));
    const kept = keeper.flush();
    fine(0);
    expect(await kept).toBe(true);
    keeper.adopt(view('oud'), typed);
    expect(keeper.draft?.rationale).toBe('nieuw');
    keeper.adopt(view('na ongedaan maken'), keeper.typed);
    expect(keeper.draft?.rationale).toBe('na ongedaan maken');
  });

  it('says what went wrong, tries again by itself and loses nothing', async () => {
    const { asked, save, fine } = store();
    const keeper = opened(save);
    keeper.write(draft('een'));
    const kept = keeper.flush();
    asked[0]?.answer({ problem: 'De schijf is vol.' });
    expect(await kept).toBe(false);
    expect([keeper.state, keeper.problem]).toEqual(['failed', 'De schijf is vol.']);
    keeper.write(draft('een twee'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked.at(-1)?.rationale).toBe('een twee');
    fine(1);
    await vi.advanceTimersByTimeAsync(0);
    expect([keeper.state, keeper.problem, keeper.dirty]).toEqual(['kept', '', false]);
  });

  it('keeps an act apart from what was typed before it', async () => {
    const { asked, save, fine } = store();
    const keeper = opened(save);
    keeper.write(draft('getypt'));
    keeper.act(draft('getypt, en een uitkomst'));
    fine(0);
    await vi.advanceTimersByTimeAsync(0);
    fine(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map((one) => one.rationale)).toEqual(['getypt', 'getypt, en een uitkomst']);
    expect(keeper.state).toBe('kept');
  });

  it('flushes everything, also what is typed meanwhile', async () => {
    const { asked, save, fine } = store();
    const keeper = opened(save);
    keeper.write(draft('een'));
    const kept = keeper.flush();
    keeper.write(draft('twee'));
    fine(0);
    await vi.advanceTimersByTimeAsync(0);
    fine(1);
    expect(await kept).toBe(true);
    expect(asked.map((one) => one.rationale)).toEqual(['een', 'twee']);
  });
});
