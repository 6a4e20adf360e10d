/** The top bar: what can be taken back or done again is said, by its name where there is no room for it. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { ActName, OpenWorkspace } from '../src/bindings/index.ts';
import TopBar from '../src/components/TopBar.svelte';

const act: ActName = { code: 'draft.rationale', subject: '9902084', student: 'Iris Voorbeeld', place: 'K1' };
const workspace = { partnership: 'Proef', year: '2024-2025', examiner: 'E. Xaminator' } as OpenWorkspace;

afterEach(cleanup);

it('says in words what is taken back and what is done again, and about whom', () => {
  render(TopBar, { workspace: { ...workspace, undo: act, redo: act } });
  for (const [name, key] of [
    ['Ongedaan maken: onderbouwing K1 · Iris Voorbeeld', 'Ctrl+Z'],
    ['Opnieuw: onderbouwing K1 · Iris Voorbeeld', 'Ctrl+Y'],
  ] as const) {
    const button = screen.getByRole('button', { name });
    expect([button.title, button.textContent?.trim()]).toEqual([`${name} (${key})`, name]);
    // Without its first words it still says what the act was.
    button.querySelector('.verb')?.remove();
    expect(button.textContent?.trim()).toBe('onderbouwing K1 · Iris Voorbeeld');
  }
});

it('has whose desk it is in full where the line is cut', () => {
  render(TopBar, { workspace });
  expect(screen.getByTitle('Proef 2024-2025 · E. Xaminator').textContent).toContain('E. Xaminator');
});
