import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, render, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { CheckedFile, OpenWorkspace, TrustedSigner } from '../src/bindings/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import Controle from '../src/routes/controle/Page.svelte';

// The page of the tests has nothing to scroll.
Element.prototype.scrollTo = () => {};

afterEach(() => {
  cleanup();
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

test('a form that is handed over stays, however late those who are trusted are told', async () => {
  let tell: (signers: TrustedSigner[]) => void = () => {};
  const late = new Promise<TrustedSigner[]>((ready) => {
    tell = ready;
  });
  mockIPC((command) => (command === 'verify_file' ? checked : command === 'trusted_signers' ? late : null));
  desk.session = { state: 'open' } as { state: 'open' } & OpenWorkspace;
  desk.toCheck = [checked.path];
  const { container } = render(Controle);
  await waitFor(() => expect(container.querySelector('[data-verdict=unsigned]')).not.toBeNull());
  tell([]);
  await late;
  await new Promise((ready) => setTimeout(ready));
  expect(container.querySelector('[data-verdict=unsigned]')).not.toBeNull();
});
