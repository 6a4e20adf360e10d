import { readdirSync, readFileSync } from 'node:fs';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Help from '../src/components/Help.svelte';
import { nl } from '../src/i18n/nl/index.ts';
import { desk, ROOMS } from '../src/lib/desk.svelte.ts';

const pages = Object.keys(nl.help.pages);
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.svelte'));

test('every room has a page, and every dialog one of its own or that of its room', () => {
  for (const room of ROOMS) expect(pages).toContain(room);
  const without: string[] = [];
  for (const path of files) {
    if (/\/(Dialog|Help)\.svelte$/.test(path)) continue;
    const room = path.match(/^routes\/(\w+)\//)?.[1];
    for (const [dialog] of readFileSync(`src/${path}`, 'utf8').matchAll(/<Dialog(\.Content)?\s[\s\S]*?>\n/g)) {
      const page = dialog.match(/help="(\w+)"/)?.[1] ?? room ?? '';
      if (!pages.includes(page)) without.push(path);
    }
  }
  expect(without).toEqual([]);
});

test('it opens at what one looks at and is searched by every word', async () => {
  desk.checking = true;
  render(Help);
  await fireEvent.keyDown(window, { key: 'F1' });
  expect(screen.getByRole('article').querySelector('h2')?.textContent).toBe(nl.help.pages.controle.title);
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  dialog.dataset.help = 'uitvoer';
  document.body.append(dialog);
  await fireEvent.click(screen.getByText(nl.shell.close));
  await fireEvent.keyDown(window, { key: 'F1' });
  expect(screen.getByRole('article').querySelector('h2')?.textContent).toBe(nl.help.pages.uitvoer.title);
  await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'HERSTELSLEUTEL' } });
  expect([...document.querySelectorAll('nav li')].map((one) => one.textContent?.trim())).toEqual([
    nl.help.pages.openen.title,
  ]);
  desk.checking = false;
});
