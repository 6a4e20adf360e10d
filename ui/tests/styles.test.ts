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
  'components/TopBar.svelte .redo .says': 'the name of its button',
  'components/TopBar.svelte .verb': 'the name of its button',
  'components/TopBar.svelte .says': 'the name of its button',
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

  /** The last value of a rule in a window of this many rems; rules for a smaller window stand after those for a larger. */
  const inWindow = (path: string, rule: RegExp, rems: number) => {
    const text = sheets.find((sheet) => sheet.path === path)?.text ?? '';
    const found = [...text.matchAll(new RegExp(rule, 'g'))].filter(({ index }) => {
      const before = text.slice(0, index);
      const media = before.lastIndexOf('@media');
      const within = media >= 0 && !/^}/m.test(before.slice(media));
      const most = within ? /max-width: ([\d.]+)rem/.exec(before.slice(media))?.[1] : null;
      return most == null || rems <= Number(most);
    });
    return found.at(-1)?.[1] ?? '';
  };
  const rems = (text: string) => [...text.matchAll(/([\d.]+)rem/g)].reduce((sum, [, one]) => sum + Number(one), 0);

  it.each([1440, 1366, 1280, 1024])(
    'leave room for the whole matrix beside what is tried in a window of %i px',
    (px) => {
      const of = (path: string, rule: RegExp) => inWindow(path, rule, px / 16);
      const rail = of('styles/window.css', /\.win \{[^}]*?grid-template(?:-columns)?:(?:[^;]*\/)? (\S+) minmax/);
      const beside = of('routes/dossier/WhatIf.svelte', /\.panes\.trial \{[^}]*?grid-template-columns: ([^;]*);/);
      const least = of('styles/matrix.css', /\.mx \{[^}]*?min-width: ([^;]*);/);
      expect([rems(rail), rems(beside), rems(least)].every((one) => one > 0)).toBe(true);
      // The edge of the pane and a scroll bar.
      expect(px - 16 * (rems(rail) + rems(beside))).toBeGreaterThanOrEqual(16 * rems(least) + 11);
    },
  );

  it('hide nothing in a small window but what can be found elsewhere', () => {
    expect(sheets.flatMap(hiding).sort()).toEqual(Object.keys(FOLDED).sort());
  });
});
