import { cleanup, fireEvent, render } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands, type FrameworkDoc, type KaderReply } from '../src/bindings/index.ts';
import Day from '../src/components/Day.svelte';
import { Kader } from '../src/routes/kader/state.svelte.ts';

const draft = { name: 'Half' } as FrameworkDoc;
const reply = (framework: FrameworkDoc | null) =>
  ({ status: 'ok', data: { proposal: { framework, weights: null } } as unknown as KaderReply }) as never;
const failed = { status: 'error', error: { code: 'disk_full', value: '', place: '' } } as never;
const saved = vi.spyOn(commands, 'saveKader');
const read = vi.spyOn(commands, 'kader');
vi.spyOn(commands, 'session').mockResolvedValue(failed);
vi.spyOn(commands, 'lookAtKader').mockResolvedValue(failed);

describe('what is typed in the kader', () => {
  afterEach(() => void vi.clearAllMocks());

  it('is kept before the window locks, and says when it is not', async () => {
    const kader = new Kader();
    expect(await kader.settle()).toBe(true);
    expect(saved).not.toHaveBeenCalled();
    kader.write(draft);
    saved.mockResolvedValueOnce(failed);
    expect(await kader.settle()).toBe(false);
    saved.mockResolvedValueOnce(reply(draft));
    expect(await kader.settle()).toBe(true);
  });

  it('is not written over by what was kept before, when it could not be kept', async () => {
    const kader = new Kader();
    kader.write(draft);
    saved.mockResolvedValueOnce(failed);
    await kader.load();
    expect(kader.framework).toBe(draft);
    expect(read).not.toHaveBeenCalled();
  });

  it('holds the reason of a version until it is taken into use or dropped', async () => {
    const kader = new Kader();
    kader.write(draft);
    saved.mockResolvedValue(reply(draft));
    kader.reason = 'Het programma is veranderd.';
    expect(await kader.settle()).toBe(false);
    vi.spyOn(commands, 'dropKader').mockResolvedValueOnce(reply(null));
    await kader.drop();
    expect([kader.reason, await kader.settle()]).toEqual(['', true]);
  });
});

describe('a day', () => {
  afterEach(cleanup);

  it('is taken once, when it is whole: by Enter or when its field is left', async () => {
    const taken = vi.fn(async (_: string) => true);
    const { container } = render(Day, { props: { value: '2025-02-03', onday: taken } });
    const field = container.querySelector('input') as HTMLInputElement;
    field.value = '0002-02-03';
    await fireEvent.change(field);
    expect(taken).not.toHaveBeenCalled();
    field.value = '2026-02-03';
    await fireEvent.keyDown(field, { key: 'Enter' });
    await fireEvent.blur(field);
    expect(taken.mock.calls).toEqual([['2026-02-03']]);
  });

  it('that is refused gives back what stood there', async () => {
    const { container } = render(Day, { props: { value: '2025-02-03', onday: async () => false } });
    const field = container.querySelector('input') as HTMLInputElement;
    field.value = '';
    await fireEvent.blur(field);
    await vi.waitFor(() => expect(field.value).toBe('2025-02-03'));
  });
});
