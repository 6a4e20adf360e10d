import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import type { FormRow, FrameworkDoc, FrameworkView, JournalRow, OpenWorkspace } from '../src/bindings/index.ts';
import { nl } from '../src/i18n/nl/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';
import Formulieren from '../src/routes/formulieren/Page.svelte';
import Copies from '../src/routes/instellingen/Copies.svelte';
import Instellingen from '../src/routes/instellingen/Page.svelte';
import Kader from '../src/routes/kader/Page.svelte';
import Logboek from '../src/routes/logboek/Page.svelte';

// The page of the tests has nothing to scroll.
Element.prototype.scrollTo = () => {};

afterEach(() => {
  cleanup();
  desk.toasts = [];
  desk.number = '';
});

const framework = { sources: [], criteria: [] } as unknown as FrameworkView;
const workspace = { partnership: 'P', framework } as unknown as OpenWorkspace;

/** Answers commands by name; those that are not named fail, as all do where the disk cannot be read. */
function answering(known: Record<string, unknown>) {
  const asked: string[] = [];
  mockIPC((command) => {
    asked.push(command);
    if (!(command in known)) throw { code: 'unreadable', place: '', value: '' };
    return known[command];
  });
  return asked;
}

const again = (container: HTMLElement) =>
  [...container.querySelectorAll('button')].find((button) => button.textContent?.trim() === nl.states.again);

/** It says that reading failed, and pressing asks once more. */
async function offers(container: HTMLElement, asked: string[], command: string) {
  await waitFor(() => expect(again(container)).toBeDefined());
  const before = asked.filter((one) => one === command).length;
  await fireEvent.click(again(container) as HTMLElement);
  await waitFor(() => expect(asked.filter((one) => one === command).length).toBeGreaterThan(before));
}

const form: FormRow = {
  number: '1',
  name: 'A',
  attempt: 1,
  revision: 1,
  outcome: '',
  establishedOn: '2025-06-12',
  hash: '',
  replaced: false,
  form: { state: 'unsigned' },
  level: '',
  second: null,
};
const doc: FrameworkDoc = {
  name: 'Kader',
  version: 'een',
  levels: ['laag', 'hoog'],
  normLine: '1/2',
  coverageThreshold: '3/5',
  sources: [],
  criteria: [],
  moments: [],
  minimumSources: 1,
  minimumAuthors: 1,
  minimumQuadrants: 1,
  outcomes: ['nee', 'ja'],
};
const kept = {
  framework: doc,
  weights: { weights: [], reason: '' },
  frozen: null,
  versions: [],
  weightings: [],
  proposal: { framework: doc, weights: null },
};
const page = {
  total: 3,
  rows: [3, 2, 1].map((seq) => ({ seq, at: '2025-06-12T10:00:00Z', act: 'import', place: '' })),
};

describe('what cannot be read says so and can be tried again', () => {
  test('in Kader', async () => {
    const asked = answering({});
    await offers(render(Kader, { workspace }).container, asked, 'kader');
  });

  test('beside what changes in Kader', async () => {
    const asked = answering({ kader: kept });
    await offers(render(Kader, { workspace }).container, asked, 'look_at_kader');
  });

  test('in Logboek', async () => {
    const asked = answering({ journal_chain: { state: 'holds' } });
    const { container } = render(Logboek, { framework });
    expect(container.querySelector('[role=grid]')).toBeNull();
    await offers(container, asked, 'journal_page');
  });

  test('of the chain of the journal', async () => {
    const asked = answering({ journal_page: page, journal_choices: { acts: [], actors: [] } });
    await offers(render(Logboek, { framework }).container, asked, 'journal_chain');
  });

  test('in Instellingen', async () => {
    const asked = answering({});
    await offers(render(Instellingen).container, asked, 'settings');
    await offers(render(Copies).container, asked, 'backup_state');
  });

  test('in Formulieren, of the list and of the pages', async () => {
    const asked = answering({});
    await offers(render(Formulieren).container, asked, 'forms');
    cleanup();
    const here = answering({ forms: [form], forms_folder: '' });
    await offers(render(Formulieren).container, here, 'form_pdf');
  });
});

test('the entry that is asked for is shown at the first press', async () => {
  const rows = page.rows as unknown as JournalRow[];
  const held: (() => void)[] = [];
  const here = (seq: number) => container.querySelector('.detail')?.textContent?.includes(nl.logboek.number(seq));
  answering({
    get journal_page() {
      return new Promise((ready) => held.push(() => ready({ total: 3, rows })));
    },
    journal_choices: { acts: [], actors: [] },
    journal_chain: { state: 'broken', at: 1 },
    journal_detail: { row: rows[2], previous: '', undoes: null, differences: [], framework: null, more: 0 },
  });
  const { container, getByText } = render(Logboek, { framework });
  /** Answers everything that was asked, in the order it was asked. */
  const settle = async () => {
    await waitFor(() => expect(held.length).toBeGreaterThan(0));
    for (const answer of held.splice(0)) {
      answer();
      await new Promise((ready) => setTimeout(ready));
    }
  };
  await settle();
  await waitFor(() => expect(here(3)).toBe(true));
  await fireEvent.click(getByText(nl.logboek.toBroken));
  await settle();
  await waitFor(() => expect(here(1)).toBe(true));
});
