import { cleanup, fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import Progress from '../src/components/Progress.svelte';
import Viewer from '../src/components/pdf/Viewer.svelte';
import Toasts from '../src/components/Toasts.svelte';
import { desk } from '../src/lib/desk.svelte.ts';

vi.mock('../src/components/pdf/document.ts', () => ({
  open: async () => ({
    sizes: [1, 2, 3].map(() => ({ width: 400, height: 600 })),
    draw: () => ({ done: Promise.resolve(), stop: () => {} }),
    close: () => {},
  }),
}));

afterEach(() => {
  cleanup();
  desk.toasts = [];
  document.body.innerHTML = '';
});

test('the same words twice are heard twice, and a message is said by the region that always stands', async () => {
  const { container } = render(Toasts);
  const region = container.querySelector('[aria-live]');
  desk.tell('Geschreven.');
  await waitFor(() => expect(region?.textContent).toBe('Geschreven.'));
  expect(container.querySelector('.toast')?.getAttribute('role')).toBeNull();
  desk.tell('Geschreven.');
  await waitFor(() => expect(region?.textContent).toBe('Geschreven.\u00a0'));
  desk.tell('Mislukt.', 'error');
  await waitFor(() => expect(container.querySelector('.error')?.getAttribute('role')).toBe('alert'));
});

test('long work is said when it begins, not at every step', async () => {
  const { container, rerender } = render(Progress, { what: 'Lezen', done: 0, of: 3 });
  expect(desk.said).toContain('Lezen');
  const before = desk.said;
  await rerender({ done: 1 });
  expect(desk.said).toBe(before);
  expect(container.querySelector('[role=status], [aria-live]')).toBeNull();
  expect(container.querySelector('progress')?.value).toBe(1);
});

test('pages inside a dialog take their keys, those under another do not', async () => {
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  document.body.append(dialog);
  const { container } = render(Viewer, { target: dialog, props: { base64: btoa('%PDF'), label: 'x' } });
  const percent = () => container.querySelector('.percent')?.textContent;
  await waitFor(() => expect(container.querySelectorAll('.sheet').length).toBe(3));
  const before = percent();
  await fireEvent.keyDown(window, { key: '+', ctrlKey: true });
  await waitFor(() => expect(percent()).not.toBe(before));
  const zoomed = percent();
  const other = document.createElement('div');
  other.setAttribute('role', 'dialog');
  document.body.append(other);
  await fireEvent.keyDown(window, { key: '+', ctrlKey: true });
  expect(percent()).toBe(zoomed);
});
