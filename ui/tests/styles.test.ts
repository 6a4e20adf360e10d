/** The style sheets as they are written: what they name exists, and a small window folds rather than hides. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|css)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8').replace(/\/\*.*?\*\//gs, '') }));

/** What is out of sight in a small window, and where it is to be found then. */
const FOLDED: Record<string, string> = {
  'components/TopBar.svelte .redo span': 'the name of its icon',
  'components/TopBar.svelte .act span': 'the name of its icon',
  'styles/window.css .rail span': 'the names of its icons',
  'styles/window.css .hide-s': 'keys that the help lists',
  'routes/dossiers/Grid.svelte .vrow :global(:is(.subject, .said))': 'the sentence under the table',
  'routes/dossiers/Grid.svelte .vrow :global(:is(.number, .letters))': 'the sentence under the table',
  'routes/dossiers/Grid.svelte .vrow :global(:is(.beeld, .next))': 'the sentence under the table',
  'routes/dossiers/Grid.svelte .vrow :global(.chips)': 'narrower than a window can be',
  'routes/dossiers/Foot.svelte .keys': 'keys that the help lists',
};

/** Rules that put something out of sight where there is little room. */
function hiding({ path, text }: (typeof sheets)[number]): string[] {
  const css = path.endsWith('.css') ? text : (text.match(/<style>(.*)<\/style>/s)?.[1] ?? '');
  const small = [...css.matchAll(/@(?:media|container)[^{]*\(max-(?:width|height)[^{]*\{((?:[^{}]*\{[^{}]*\})*)/g)];
  return small.flatMap(([, inside = '']) =>
    [...inside.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
      .filter(([, , rule = '']) => /display: none|clip-path: inset|visibility: hidden/.test(rule))
      .map(([, selector = '']) => `${path} ${selector.trim()}`),
  );
}

describe('the style sheets', () => {
  it('use no value that is nowhere given', () => {
    const all = sheets.map((sheet) => sheet.text).join('\n');
    const given = new Set([...all.matchAll(/(--[\w-]+)(?::|=)/g)].map(([, name]) => name));
    const used = sheets.flatMap(({ path, text }) =>
      [...text.matchAll(/var\((--[\w-]+)/g)]
        .filter(([, name]) => !given.has(name))
        .map(([, name]) => `${path} ${name}`),
    );
    expect(used).toEqual([]);
  });

  it('hide nothing in a small window but what can be found elsewhere', () => {
    expect(sheets.flatMap(hiding).sort()).toEqual(Object.keys(FOLDED).sort());
  });
});
