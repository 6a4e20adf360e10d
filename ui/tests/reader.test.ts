import { cleanup, render } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CitationView, DataPointView, DossierReply, FrameworkView } from '../src/bindings/index.ts';
import Citations from '../src/routes/dossier/oordeel/Citations.svelte';
import Reader from '../src/routes/dossier/reader/Reader.svelte';

const text = 'Zij kijkt rond. Zij vraagt door.';
const first = { start: 0, end: 15 };
const second = { start: 16, end: 32 };
const mark = { index: 0, criterion: 'K1', level: 0, excerpt: second };
const point = { id: 'p1', text, source: 'werkplek', author: 'M.', date: '2025-02-03', indications: [mark] };
const nothing = () => undefined;
/** What was brought into view, in order. */
let seen: Element[] = [];

beforeEach(() => {
  seen = [];
  Element.prototype.scrollIntoView = function () {
    seen.push(this);
  };
});
afterEach(cleanup);

describe('a passage that is selected', () => {
  it('comes into view after the picker, which cannot push it out', async () => {
    const picker = createRawSnippet(() => ({ render: () => '<div data-picker></div>' }));
    const { container, rerender } = render(Reader, {
      datapoint: point as unknown as DataPointView,
      framework: { sources: [{ id: 'werkplek' }], criteria: [], levels: ['zichtbaar'] } as unknown as FrameworkView,
      selection: null,
      chosen: null,
      onselect: nothing,
      onmark: nothing,
      picker,
    });
    expect(seen).toEqual([]);
    for (const [selection, said] of [
      [first, 'Zij kijkt rond.'],
      [{ start: 0, end: 9 }, 'Zij kijkt'],
    ] as const) {
      seen = [];
      await rerender({ selection });
      expect(seen).toContain(container.querySelector('[data-picker]'));
      expect(seen.at(-1)?.textContent?.trim()).toBe(said);
    }
    // A mark that is chosen says its tag too.
    await rerender({ selection: second, chosen: 0 });
    expect(seen.at(-1)?.textContent).toContain('Zij vraagt door.');
  });
});

describe('a citation that is added', () => {
  const of = (excerpt: CitationView['excerpt']): CitationView => ({ datapoint: 'p1', excerpt });
  const dossier = (number: string) =>
    ({ student: { number }, judgement: { cited: [] }, datapoints: [point] }) as unknown as DossierReply;
  const shown = (citations: CitationView[], cited: CitationView | null = null) => {
    const props = { dossier: dossier('1'), criterion: 'K1', citations, cited, fixed: false };
    const view = render(Citations, {
      ...props,
      oncite: (one) => view.rerender({ citations: [...citations, one] }),
      onuncite: nothing,
      onopen: nothing,
    });
    return view;
  };

  it('comes into view; those of another criterion or student do not', async () => {
    const { container, rerender } = shown([of(first)]);
    await rerender({ citations: [of(first), of(second)] });
    expect(seen).toEqual([container.querySelectorAll('.cite')[1]]);
    await rerender({ citations: [of(first)] });
    await rerender({ criterion: 'K2', citations: [of(first), of(second)] });
    await rerender({ citations: [] });
    await rerender({ dossier: dossier('2'), citations: [of(first)] });
    expect(seen.length).toBe(1);
  });

  it('leaves the keyboard at the list, whether it was chosen from it or was the selection', async () => {
    for (const [css, cited] of [
      ['.cand', null],
      ['.now', of(first)],
    ] as const) {
      const { container } = shown([], cited);
      const pressed = container.querySelector<HTMLElement>(css);
      pressed?.focus();
      pressed?.click();
      await Promise.resolve();
      expect(container.querySelectorAll('.cite').length).toBe(1);
      expect(container.querySelector(css)).toBeNull();
      expect(document.activeElement).toBe(container.querySelector('summary'));
      cleanup();
    }
  });
});
