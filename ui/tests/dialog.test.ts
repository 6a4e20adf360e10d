import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Dialog from '../src/components/Dialog.svelte';
import Toasts from '../src/components/Toasts.svelte';
import { t } from '../src/i18n/index.ts';
import { desk } from '../src/lib/desk.svelte.ts';

const children = createRawSnippet(() => ({ render: () => '<input id="word">' }));
const shown = (props: { dirty?: boolean; firm?: boolean }) =>
  render(Dialog, { props: { open: true, title: 'Vraag', children, ...props } });
const gone = () => waitFor(() => expect(there()).toBe(false));
const there = () => screen.queryByRole('dialog') !== null;
async function pressEscape() {
  await fireEvent.keyDown(document.body, { key: 'Escape' });
  await tick();
}
async function pressOutside() {
  vi.useFakeTimers();
  await fireEvent.pointerDown(document.body, { button: 0, pointerType: 'mouse', clientX: 9, clientY: 9 });
  await vi.advanceTimersByTimeAsync(100);
  vi.useRealTimers();
}

describe('a dialog', () => {
  afterEach(() => {
    cleanup();
    desk.toasts = [];
  });

  it('closes by Escape and by a press outside while nothing was typed in it', async () => {
    shown({});
    await pressEscape();
    await gone();
    cleanup();
    shown({});
    await pressOutside();
    await gone();
  });

  it('asks once before Escape drops what was typed, and is closed by no press outside', async () => {
    shown({ dirty: true });
    await pressOutside();
    expect(there()).toBe(true);
    await pressEscape();
    expect(screen.getByRole('alert').textContent).toContain(t.shell.unkept);
    await fireEvent.input(document.querySelector('#word') as Element);
    expect(screen.queryByRole('alert')).toBeNull();
    await pressEscape();
    expect(there()).toBe(true);
    await pressEscape();
    await gone();
  });

  it('is let go of at once by the button for it', async () => {
    shown({ dirty: true });
    await fireEvent.click(screen.getByText(t.shell.cancel));
    await gone();
  });

  it('that is firm has no way out but its own', async () => {
    shown({ firm: true, dirty: true });
    await pressEscape();
    await pressEscape();
    await pressOutside();
    expect(there()).toBe(true);
    expect(screen.queryByText(t.shell.cancel)).toBeNull();
  });

  it('keeps the window from locking without a word while something was typed in it', async () => {
    const { rerender } = shown({ dirty: true });
    expect(await desk.flush()).toBe(false);
    await rerender({ dirty: false });
    expect(await desk.flush()).toBe(true);
    await rerender({ dirty: true, open: false });
    expect(await desk.flush()).toBe(true);
  });

  it('says what goes wrong inside it until somebody goes on; what was not read is said outside', async () => {
    render(Toasts);
    const { rerender } = shown({ dirty: true });
    desk.tell('Te zwak.', 'error');
    await tick();
    expect(screen.getByText('Te zwak.').closest('[role="dialog"]')).not.toBeNull();
    expect(document.querySelector('.toast')).toBeNull();
    await fireEvent.input(document.querySelector('#word') as Element);
    expect(screen.queryByText('Te zwak.')).toBeNull();
    // Said in the moment it closes.
    desk.tell('Weg.', 'error');
    const closing = rerender({ open: false });
    desk.tell('Klaar.');
    await closing;
    expect([...document.querySelectorAll('.toast span')].map((one) => one.textContent)).toEqual(['Weg.', 'Klaar.']);
  });
});
