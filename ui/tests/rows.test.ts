import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { FrameworkDoc } from '../src/bindings/index.ts';
import { nl } from '../src/i18n/nl/index.ts';
import Rest from '../src/routes/kader/Rest.svelte';
import Sources from '../src/routes/kader/Sources.svelte';

beforeAll(() => {
  globalThis.CSS ??= {} as typeof CSS;
  CSS.escape ??= (text) => text;
});
afterEach(cleanup);

const doc: FrameworkDoc = {
  name: 'Kader',
  version: 'een',
  levels: ['laag', 'hoog'],
  normLine: '1/2',
  coverageThreshold: '3/5',
  sources: ['een', 'twee', 'drie'].map((id) => ({ id, label: id, min: 0, max: 50, optional: false })),
  criteria: [],
  moments: [],
  minimumSources: 1,
  minimumAuthors: 1,
  minimumQuadrants: 1,
  outcomes: ['nee', 'misschien', 'ja'],
};

test('a source that moves takes the focus along, one that goes gives it to adding', async () => {
  const props = {
    doc,
    weights: { weights: [], reason: '' },
    look: null,
    edit: true,
    free: true,
    frozen: null,
    known: new Set(['een', 'twee', 'drie']),
    onwrite: (next: FrameworkDoc) => void view.rerender({ doc: next }),
    onweigh: () => {},
  };
  const view = render(Sources, props);
  const order = () => [...document.querySelectorAll<HTMLElement>('[data-source]')].map((row) => row.dataset.source);
  const focused = () => document.activeElement?.closest<HTMLElement>('[data-source]')?.dataset.source;
  await fireEvent.click(screen.getByLabelText(nl.kader.down('een')));
  await waitFor(() => expect([order(), focused()]).toEqual([['twee', 'een', 'drie'], 'een']));
  await fireEvent.click(document.activeElement as Element);
  await waitFor(() => expect([order(), focused()]).toEqual([['twee', 'drie', 'een'], 'een']));
  await fireEvent.click(screen.getByLabelText(nl.kader.remove('drie')));
  await waitFor(() => expect(document.activeElement?.id).toBe('spot-sources'));
  expect(order()).toEqual(['twee', 'een']);
});

test('an outcome that goes does not leave the focus on the next', async () => {
  const onwrite = (next: FrameworkDoc) => void view.rerender({ doc: next });
  const view = render(Rest, { doc, edit: true, faults: [], onwrite });
  await fireEvent.click(screen.getByLabelText(nl.kader.removeOutcome('misschien')));
  await waitFor(() => expect(document.activeElement?.id).toBe('spot-outcomes'));
});
