import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en/index.ts';
import { speak, t } from '../src/i18n/index.ts';
import { nl } from '../src/i18n/nl/index.ts';
import { clock, longDay } from '../src/lib/dates.ts';

type Leaf = string | ((...args: never[]) => string);

/** Every leaf with its path. */
function leaves(words: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [key, value] of Object.entries(words)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value) for (const [k, v] of leaves(value, here)) found.set(k, v);
    else found.set(here, value as Leaf);
  }
  return found;
}

const dutch = leaves(nl);
const english = leaves(en);

describe('the two languages', () => {
  it('have the same keys, also where the type allows any', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it('have words of the same kind, functions of as many arguments', () => {
    for (const [path, leaf] of dutch) {
      const other = english.get(path);
      expect(typeof other, path).toBe(typeof leaf);
      if (typeof leaf === 'function' && typeof other === 'function') {
        // `(key) => table[key]` may leave out what its language does not need, never ask for more.
        expect(other.length, path).toBeLessThanOrEqual(leaf.length);
      }
    }
  });

  it('have no empty sentence and no placeholder left', () => {
    for (const [path, leaf] of [...dutch, ...english]) {
      if (typeof leaf === 'string') expect(leaf.trim(), path).not.toBe('');
      if (typeof leaf === 'string') expect(leaf, path).not.toContain('{value}');
    }
  });

  it('say every sentence in words of their own', () => {
    const long = [...dutch].filter(([, leaf]) => typeof leaf === 'string' && leaf.split(' ').length >= 4);
    expect(long.length).toBeGreaterThan(40);
    for (const [path, leaf] of long) expect(english.get(path), path).not.toBe(leaf);
  });
});

describe('speaking another language', () => {
  afterEach(() => speak('nl'));

  it('changes words, dates, times and what the page says of itself, at once', async () => {
    expect([t.kader.title, longDay('2025-05-01'), t.shell.amount(10_000)]).toEqual(['Kader', '1 mei 2025', '10.000']);
    await speak('en');
    expect([t.kader.title, longDay('2025-05-01'), t.shell.amount(10_000)]).toEqual([
      'Framework',
      '1 May 2025',
      '10,000',
    ]);
    expect(clock(new Date(2025, 4, 1, 14, 3))).toBe('14:03');
    expect(document.documentElement.lang).toBe('en');
  });

  it('speaks the language that was asked for last, whatever words come last', async () => {
    await Promise.all([speak('nl'), speak('en'), speak()]);
    expect([t.kader.title, document.documentElement.lang]).toEqual(['Framework', 'en']);
    await Promise.all([speak(), speak('nl')]);
    expect([t.kader.title, document.documentElement.lang]).toEqual(['Kader', 'nl']);
  });
});
