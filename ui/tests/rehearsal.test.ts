import { afterEach, describe, expect, it, vi } from 'vitest';
import { view } from '../src/routes/dossiers/view.svelte.ts';

describe('the table drawn before there is one', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is built whole, asks nothing and leaves nothing behind', async () => {
    const asked = vi.fn();
    vi.stubGlobal('__TAURI_INTERNALS__', { invoke: asked });
    const { rehearse } = await import('../src/routes/dossiers/rehearsal.ts');
    const as = () => ({ page: document.body.innerHTML, top: view.top, picked: view.picked });
    const before = as();
    const seen = new MutationObserver(() => undefined);
    seen.observe(document.body, { childList: true, subtree: true });
    rehearse();
    const built = seen.takeRecords().flatMap((record) => [...record.addedNodes]);
    const list = built.find((node) => node instanceof HTMLElement && node.matches('.vlist')) as HTMLElement;
    expect(list.querySelectorAll('[data-number] .chip').length).toBeGreaterThan(20);
    expect(as()).toEqual(before);
    expect(asked).not.toHaveBeenCalled();
  });
});
