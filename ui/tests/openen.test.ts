import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../src/bindings/index.ts';
import { t } from '../src/i18n/index.ts';
import Page from '../src/routes/openen/Page.svelte';
import { unknown } from '../src/routes/openen/unknown.ts';

const found: Session = {
  state: 'closed',
  recent: [{ path: '/map/linge.weegschaal', name: 'De Linge', present: true }],
  suggested: '/map/laatste.weegschaal',
};
const at = () => document.activeElement?.id;

beforeEach(() => mockIPC(() => null));
afterEach(() => {
  cleanup();
  clearMocks();
});

test('who waits is at the passphrase once the machine is known, and after choosing a file', async () => {
  const { rerender } = render(Page, { session: unknown });
  expect(at()).toBe('pw');
  await rerender({ session: found });
  expect(at()).toBe('pw');
  const file = screen.getByText('De Linge').closest('button') as HTMLElement;
  file.focus();
  await fireEvent.click(file);
  expect(at()).toBe('pw');
});

test('who went elsewhere before the machine was known is left there', async () => {
  const { rerender } = render(Page, { session: unknown });
  document.getElementById('new-partnership')?.focus();
  await rerender({ session: found });
  await tick();
  expect(at()).toBe('new-partnership');
  expect(screen.getByText(t.openen.check)).toBeDefined();
});
