import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { CheckedFile, OpenWorkspace, TrustedSigner } from '../src/bindings/index.ts';
import { nl } from '../src/i18n/nl/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import { checks } from '../src/routes/controle/checks.svelte.ts';
import Controle from '../src/routes/controle/Page.svelte';

// The page of the tests has nothing to scroll.
Element.prototype.scrollTo = () => {};

afterEach(() => {
  cleanup();
  checks.entries = [];
  desk.session = null;
});

const checked: CheckedFile = {
  path: '/map/form.pdf',
  bytes: 1000,
  kind: 'form',
  headline: 'notSigned',
  judgementWasSigned: false,
  signedSomehow: false,
  signers: [],
  report: {
    file: 'form.pdf',
    verdict: 'unsigned',
    signatures: [],
    judgement_matches: true,
    reasons: [],
    claimed: [],
  },
};
const open = () => {
  desk.session = { state: 'open' } as { state: 'open' } & OpenWorkspace;
};

test('a form that is handed over stays, however late those who are trusted are told', async () => {
  let tell: (signers: TrustedSigner[]) => void = () => {};
  const late = new Promise<TrustedSigner[]>((ready) => {
    tell = ready;
  });
  mockIPC((command) => (command === 'verify_file' ? checked : command === 'trusted_signers' ? late : null));
  open();
  desk.toCheck = [checked.path];
  const { container } = render(Controle);
  await waitFor(() => expect(container.querySelector('[data-verdict=unsigned]')).not.toBeNull());
  tell([]);
  await late;
  await new Promise((ready) => setTimeout(ready));
  expect(container.querySelector('[data-verdict=unsigned]')).not.toBeNull();
});

/** Answers each file when it is told to. */
function oneByOne() {
  const held: (() => void)[] = [];
  mockIPC((command, payload) => {
    if (command !== 'verify_file') return [];
    const { path } = payload as { path: string };
    return new Promise((ready) => held.push(() => ready({ ...checked, path })));
  });
  return async () => {
    await waitFor(() => expect(held.length).toBe(1));
    held.pop()?.();
  };
}

test('of many files each is shown as it comes, with how far it is and a way to stop', async () => {
  const answer = oneByOne();
  open();
  desk.toCheck = ['/a.pdf', '/b.pdf', '/c.pdf', '/d.pdf'];
  const { container, getByText } = render(Controle);
  await answer();
  await waitFor(() => expect(container.querySelectorAll('.verdict').length).toBe(1));
  const bar = container.querySelector('progress');
  await waitFor(() => expect([bar?.value, bar?.max]).toEqual([1, 4]));
  await fireEvent.click(getByText(nl.shell.stop));
  await answer();
  await waitFor(() => expect(container.querySelector('progress')).toBeNull());
  expect(checks.entries.map((one) => one.path)).toEqual(['/a.pdf', '/b.pdf']);
});

test('what was checked stays when the room is left, and so does what is being checked', async () => {
  const answer = oneByOne();
  open();
  desk.toCheck = ['/a.pdf', '/b.pdf'];
  const { unmount } = render(Controle);
  await answer();
  unmount();
  await answer();
  await waitFor(() => expect(checks.progress).toBeNull());
  const { container } = render(Controle);
  expect(container.querySelectorAll('.verdict').length).toBe(2);
});
